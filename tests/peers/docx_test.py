#!/usr/bin/env python3
"""A .docx holds what the report holds.

    docx_test.py LIANXI AWKWARD_DOCUMENT

Read back by pandoc, the tables and headings of a .docx are those of the same report as JSON: of
every kind of report of the sample and of a document of awkward texts. Its Chinese fonts and the
signature's style are there, and the same report gives the same bytes. Needs pandoc.
"""
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

import markdown_test
import sample_reports

SPACE = "\u3000"  # what makes room for a pen


def pandoc(docx):
    done = subprocess.run(["pandoc", "-f", "docx", "-t", "json"], input=docx, capture_output=True,
                          check=True)
    return json.loads(done.stdout)["blocks"]


def text_of(inlines):
    """The text of what pandoc's JSON calls inlines, or of anything that holds some."""
    if isinstance(inlines, list):
        return "".join(map(text_of, inlines))
    kind, content = inlines["t"], inlines.get("c")
    if kind == "Str":
        return content
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return text_of(content[-1] if kind in ("Header", "Span", "Quoted", "Link") else content)


def squeezed(text):
    """Line breaks and runs of spaces are not what is compared."""
    return re.sub("[ \n%s]+" % SPACE, " ", text).strip()


def rows_read(table):
    head, bodies = table["c"][3], table["c"][4]
    rows = head[1] + [row for body in bodies for row in body[2] + body[3]]
    return [[squeezed(text_of(cell[4])) for cell in row[1]] for row in rows]


def rows_wanted(table):
    titles = [column["title"] for column in table["columns"]]
    return [[squeezed(markdown_test.shown(cell)) for cell in row]
            for row in [titles, *table["rows"]]]


def of_sections(sections):
    """All blocks and headings of a report's data, in order."""
    for section in sections:
        yield {"type": "heading", "text": section["number"] + section["title"]}
        yield from section["blocks"]
        yield from of_sections(section["sections"])


def faults_of(docx, report):
    blocks = pandoc(docx)
    enclosures = [{"number": "", "sections": [], **form} for form in report["enclosures"]]
    parts = [*report["preface"], *of_sections(report["sections"]), *report["closing"],
             *of_sections(enclosures)]
    read = [rows_read(block) for block in blocks if block["t"] == "Table"]
    wanted = [rows_wanted(part) for part in parts if part["type"] == "table"]
    if len(read) != len(wanted):
        yield "%d tables instead of %d" % (len(read), len(wanted))
    for one, other in zip(wanted, read):
        if len(one[0]) != len(other[0]):
            yield from faults_of_rows_below(one, other)
            continue
        yield from ("%r instead of %r" % (b, a) for a, b in zip(one, other) if a != b)
        if len(one) != len(other):
            yield "%d rows instead of %d" % (len(other), len(one))
    # A long title is broken where it makes sense.
    read = [squeezed(text_of(block["c"][2])).replace(" ", "")
            for block in blocks if block["t"] == "Header"]
    wanted = [report["title"], *(part["text"] for part in parts if part["type"] == "heading")]
    wanted = [squeezed(markdown_test.shown(text)).replace(" ", "") for text in wanted]
    yield from ("heading %r instead of %r" % (b, a) for a, b in zip(wanted, read) if a != b)
    if len(read) != len(wanted):
        yield "%d headings instead of %d" % (len(read), len(wanted))


def faults_of_rows_below(wanted, read):
    """Of a table of too many columns: what is not in a row stands in the one below it."""
    text = "\n".join("\n".join(row) for row in read)
    for row in wanted[1:]:
        yield from ("not there: %r" % cell for cell in row if cell != "—" and cell not in text)


def docx_of(command, **environment):
    done = subprocess.run(command, capture_output=True, env={**os.environ, **environment})
    if done.returncode != 0:
        sys.exit("%s: %s" % (" ".join(map(str, command)), done.stderr.decode()))
    return done.stdout


def sample_faults(lianxi):
    for call in sample_reports.calls(lianxi):
        command = [lianxi, "-C", sample_reports.SAMPLE, "--as-of", "2017-09-30", "report", *call]
        docx = docx_of([*command, "--format", "docx"], TZ="UTC")
        if docx != docx_of([*command, "--format", "docx"], TZ="Asia/Shanghai", LC_ALL="C"):
            yield "%s: other bytes in another place" % call[0]
        report = json.loads(docx_of([*command, "--format", "json"]))
        yield from ("%s: %s" % (call[0], fault) for fault in faults_of(docx, report))


def awkward_faults(program):
    texts = json.dumps(markdown_test.awkward_texts()).encode()
    docx, report = (subprocess.run([program, form], input=texts, capture_output=True,
                                   check=True).stdout for form in ("docx", "json"))
    yield from faults_of(docx, json.loads(report))
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        styles, body = (parts.read("word/%s.xml" % part).decode() for part in
                        ("styles", "document"))
    for wanted in ('w:eastAsia="宋体"', 'w:eastAsia="黑体"', 'w:eastAsia="zh-CN"'):
        if wanted not in styles:
            yield "no " + wanted
    if body.count('w:val="Signature"') != len(json.loads(texts)):
        yield "%d signatures" % body.count('w:val="Signature"')
    if "<w:hyperlink" in body:
        yield "there is a link"


def main(lianxi, awkward_document):
    if not shutil.which("pandoc"):
        print("SKIP: no pandoc")
        return 0
    faults = [*sample_faults(lianxi), *awkward_faults(awkward_document)]
    print("\n".join(faults) or "every .docx holds what its report holds")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
