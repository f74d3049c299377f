#!/usr/bin/env python3
"""A .docx is laid out as GB/T 9704-2012 asks.

    docx_norm_test.py LIANXI

Opens the XML of papers of the sample and holds page, margins, fonts, sizes, spacing, indents, page
numbers, sections and rows against the numbers of the norm, in twentieths of a point where it gives
millimetres. Needs pandoc.
"""
import io
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

import sample_reports

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def twips(millimetres):
    return millimetres * 1440 / 25.4


class Docx:
    def __init__(self, bytes_):
        with zipfile.ZipFile(io.BytesIO(bytes_)) as parts:
            self.parts = {name: parts.read(name) for name in parts.namelist()}
        self.body = ET.fromstring(self.parts["word/document.xml"]).find(W + "body")
        self.styles = {style.get(W + "styleId"): style for style in
                       ET.fromstring(self.parts["word/styles.xml"]).iter(W + "style")}

    def relations(self):
        root = ET.fromstring(self.parts["word/_rels/document.xml.rels"])
        return {each.get("Id"): each.get("Target") for each in root}

    def of_style(self, style, path, attribute):
        """The value that a style has, or the one that it is based on."""
        element = self.styles[style]
        found = element.find("/".join(W + name for name in path.split("/")))
        if found is not None and found.get(W + attribute) is not None:
            return found.get(W + attribute)
        based = element.find(W + "basedOn")
        if based is not None:
            return self.of_style(based.get(W + "val"), path, attribute)
        root = ET.fromstring(self.parts["word/styles.xml"])
        path = path.replace("rPr/", "docDefaults/rPrDefault/rPr/")
        found = root.find("/".join(W + name for name in path.split("/")))
        return found.get(W + attribute) if found is not None else None


def near(value, wanted):
    return value is not None and abs(float(value) - wanted) <= 4


def page_faults(docx):
    sections = list(docx.body.iter(W + "sectPr"))
    for section in sections:
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        lies = size.get(W + "orient") == "landscape"
        wide, high = (297, 210) if lies else (210, 297)
        if not (near(size.get(W + "w"), twips(wide)) and near(size.get(W + "h"), twips(high))):
            yield "not A4: %s" % ET.tostring(size)
        top, right, bottom, left = (28, 37, 26, 35) if lies else (37, 26, 35, 28)
        for name, wanted in zip(("top", "right", "bottom", "left"), (top, right, bottom, left)):
            if not near(margins.get(W + name), twips(wanted)):
                yield "margin %s is %s" % (name, margins.get(W + name))
        footers = {each.get(W + "type"): docx.relations()[each.get(R + "id")]
                   for each in section.iter(W + "footerReference")}
        if footers != {"default": "footer1.xml", "even": "footer2.xml"}:
            yield "footers %r" % footers
    if b"<w:evenAndOddHeaders" not in docx.parts["word/settings.xml"]:
        yield "odd and even pages are alike"
    for part, side in ("footer1", "right"), ("footer2", "left"):
        footer = ET.fromstring(docx.parts["word/%s.xml" % part])
        text = "".join(footer.itertext())
        fields = [field.get(W + "instr").strip() for field in footer.iter(W + "fldSimple")]
        if text.split() != ["—", "1", "—"] or fields != ["PAGE"]:
            yield "%s: %r %r" % (part, text, fields)
        if footer.find(".//" + W + "jc").get(W + "val") != side:
            yield "%s is not at the %s" % (part, side)


# Sizes in half points: 2号 is 22 pt, 3号 16, 4号 14, 小四 12.
STYLES = [("Heading1", "方正小标宋简体", 44), ("Heading2", "黑体", 32), ("Heading3", "楷体_GB2312", 32),
          ("Heading4", "仿宋_GB2312", 32), ("BodyText", "仿宋_GB2312", 32), ("Footer", "宋体", 28),
          ("Imprint", "仿宋_GB2312", 28), ("TableText", "仿宋_GB2312", 24)]


def style_faults(docx):
    for style, font, size in STYLES:
        if docx.of_style(style, "rPr/rFonts", "eastAsia") != font:
            yield "%s is in %s" % (style, docx.of_style(style, "rPr/rFonts", "eastAsia"))
        if docx.of_style(style, "rPr/sz", "val") != str(size):
            yield "%s has size %s" % (style, docx.of_style(style, "rPr/sz", "val"))
    for style in "BodyText", "Heading2", "Heading3", "Heading4":
        # 28.95 pt from line to line, and two characters before the first.
        if (docx.of_style(style, "pPr/spacing", "line"),
                docx.of_style(style, "pPr/spacing", "lineRule")) != ("579", "exact"):
            yield "%s is not 28.95 pt apart" % style
        if docx.of_style(style, "pPr/ind", "firstLineChars") != "200":
            yield "%s is not indented" % style
    if docx.of_style("Heading1", "pPr/jc", "val") != "center":
        yield "the title is not in the middle"
    for small in "TableTextSmall", "TableTextSmallest":
        if not 16 < int(docx.of_style(small, "rPr/sz", "val")) < 24:
            yield "%s is too large or too small" % small


def table_faults(docx):
    for table in docx.body.iter(W + "tbl"):
        rows = table.findall(W + "tr")
        if rows[0].find(W + "trPr/" + W + "tblHeader") is None:
            yield "a head is not repeated"
        if any(row.find(W + "trPr/" + W + "cantSplit") is None for row in rows):
            yield "a row may be torn apart"


def orientations(docx):
    return [section.find(W + "pgSz").get(W + "orient") or "upright"
            for section in docx.body.iter(W + "sectPr")]


def styles_used(docx):
    return [style.get(W + "val") for style in docx.body.iter(W + "pStyle")]


def made(lianxi, book, *arguments):
    done = subprocess.run([lianxi, "-C", book, "--as-of", "2017-09-30", "report", *arguments,
                           "--format", "docx"], capture_output=True, check=True)
    return Docx(done.stdout)


def with_letterhead(folder):
    book = folder + "/book"
    shutil.copytree(sample_reports.SAMPLE, book)
    path = book + "/alliance.yaml"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("\n  名称:", "\n  版头: 南京南站站区党建联盟文件\n  名称:", 1))
    return book


def minutes_faults(lianxi):
    with tempfile.TemporaryDirectory() as folder:
        docx = made(lianxi, with_letterhead(folder), "minutes", "2017-q3")
    used = styles_used(docx)
    if used[:3] != ["Letterhead", "Number", "Heading1"]:
        yield "minutes begin with %r" % used[:3]
    if "Signature" in used or used.count("Imprint") != 2:
        yield "minutes end with %r" % used[-4:]
    texts = ["".join(paragraph.itertext()) for paragraph in docx.body.iter(W + "p")]
    if not texts[-2].startswith("分送：") or texts[-1] != "南京南站站区党建联盟办公室2017年9月25日印发":
        yield "imprint: %r" % texts[-2:]
    red = docx.of_style("Letterhead", "rPr/color", "val")
    rule = docx.of_style("Number", "pPr/pBdr/bottom", "color")
    if (red, rule) != ("FF0000", "FF0000"):
        yield "letterhead in %s over a rule in %s" % (red, rule)


def style_of_an_office_faults(lianxi):
    """Its own reference document decides, and the file is checked with it."""
    with tempfile.TemporaryDirectory() as folder:
        own, paper = folder + "/own.docx", folder + "/paper.docx"
        subprocess.run(["pandoc", "-o", own, "--print-default-data-file", "reference.docx"], check=True)
        report = [lianxi, "-C", sample_reports.SAMPLE, "report"]
        subprocess.run([*report, "minutes", "2017-q3", "-o", paper, "--style", own], check=True)
        with open(paper, "rb") as file:
            docx = Docx(file.read())
        if docx.of_style("Heading1", "rPr/rFonts", "eastAsia") == "方正小标宋简体":
            yield "the office's own styles are not taken"
        if subprocess.run([*report, "--check", paper, "--style", own]).returncode != 0:
            yield "a paper in its own style is not known again"


def main(lianxi):
    if not shutil.which("pandoc"):
        print("SKIP: no pandoc")
        return 0
    faults = []
    for call in (["quarterly", "2017-Q3"], ["followup"], ["notice", "2017-q4"], ["plan", "2017"]):
        docx = made(lianxi, sample_reports.SAMPLE, *call)
        for find in page_faults, style_faults, table_faults:
            faults += ["%s: %s" % (call[0], fault) for fault in find(docx)]
        if call[0] == "followup" and "landscape" not in orientations(docx):
            faults.append("the ledger stands upright")
        if call[0] == "notice" and set(orientations(docx)) != {"upright"}:
            faults.append("a notice lies on its side")
    faults += [*minutes_faults(lianxi), *style_of_an_office_faults(lianxi)]
    print("\n".join(faults) or "laid out as the norm asks")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
