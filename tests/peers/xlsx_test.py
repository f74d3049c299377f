#!/usr/bin/env python3
"""An .xlsx holds the tables of its report, typed.

    xlsx_test.py LIANXI AWKWARD_DOCUMENT

Of every kind of report of the sample in both languages, and of a document of awkward texts, openpyxl
reads the same cells as the JSON has: what a report writes as a number, an amount, a percentage or a
day is one, and shown so by LibreOffice; all else is text. Each sheet has a head that stays, and is
set up to print on A4. Needs openpyxl; without LibreOffice what it shows is passed over.
"""
import csv
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal

try:
    import openpyxl
except ImportError:
    print("SKIP: no openpyxl")
    sys.exit(0)

import markdown_test
import sample_reports

NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})*|\d+)(\.\d{2})?|[+-]?\d+\.\d%")
DAY = re.compile(r"(\d{4})(?:-(\d\d)-(\d\d)|年(\d{1,2})月(\d{1,2})日)")


def expected(text, align):
    """The value that a cell of that text has in a workbook."""
    day = DAY.fullmatch(text)
    if day:
        return datetime.datetime(*(int(part) for part in day.groups() if part))
    if align == "right" and NUMBER.fullmatch(text):
        plain = text.replace(",", "").lstrip("+")
        return Decimal(plain[:-1]) / 100 if plain.endswith("%") else Decimal(plain)
    return text


def tables_of(report):
    def of(blocks):
        return [block for block in blocks if block["type"] == "table"]

    def of_sections(sections):
        return [table for each in sections
                for table in of(each["blocks"]) + of_sections(each.get("sections", []))]
    return (of(report["preface"]) + of_sections(report["sections"]) + of(report["closing"])
            + of_sections(report["enclosures"]))


def value_of(cell):
    if isinstance(cell.value, (int, float)):
        return Decimal(repr(cell.value))
    return "" if cell.value is None else cell.value


def table_faults(sheet, table):
    titles = [column["title"] for column in table["columns"]]
    if [value_of(cell) for cell in sheet[1]] != titles:
        yield "head %r" % [cell.value for cell in sheet[1]]
    aligns = [column["align"] for column in table["columns"]]
    for i, row in enumerate(table["rows"], 2):
        wanted = [expected(text, align) for text, align in zip(row, aligns)]
        read = [value_of(cell) for cell in sheet[i][:len(row)]]
        yield from ("row %d: %r instead of %r" % (i, b, a) for a, b in zip(wanted, read) if a != b)
        if any(cell.data_type == "f" for cell in sheet[i]):
            yield "row %d has a formula" % i
    if sheet.freeze_panes != "A2" or not sheet.print_title_rows:
        yield "the head does not stay"


def workbook_faults(path, report):
    workbook = openpyxl.load_workbook(path)
    tables = tables_of(report)
    if len(workbook.sheetnames) != len(tables) + 1:
        yield "%d sheets for %d tables" % (len(workbook.sheetnames), len(tables))
    for name, table in zip(workbook.sheetnames[1:], tables):
        yield from ("%s: %s" % (name, fault) for fault in table_faults(workbook[name], table))
    for sheet in workbook:
        if int(sheet.page_setup.paperSize) != 9 or not sheet.sheet_properties.pageSetUpPr.fitToPage:
            yield "%s: not set up for A4" % sheet.title
    text = "\n".join(str(cell.value or "") for row in workbook.worksheets[0] for cell in row)
    for line in [report["title"], *report["provenance"]]:
        if line not in text:
            yield "not there: %r" % line


def csv_faults(folder, path, report):
    """What LibreOffice shows in the cells is what the report writes."""
    subprocess.run(["soffice", "-env:UserInstallation=file://%s/profile" % folder, "--headless",
                    "--convert-to",
                    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,false,false,-1',
                    "--outdir", folder, path], capture_output=True, check=True,
                   env={**os.environ, "LC_ALL": "C.UTF-8"})
    workbook = openpyxl.load_workbook(path)
    for name, table in zip(workbook.sheetnames[1:], tables_of(report)):
        file = pathlib.Path(folder, "%s-%s.csv" % (pathlib.Path(path).stem, name))
        with file.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))
        for wanted, read in zip(table["rows"], rows[1:]):
            yield from ("%s: %r shown for %r" % (name, b, a)
                        for a, b in zip(wanted, read) if a != b)


def made(lianxi, call, language, path):
    command = [lianxi, "-C", sample_reports.SAMPLE, "--as-of", "2017-09-30", "--lang", language,
               "report", *call]
    subprocess.run([*command, "-o", path], check=True)
    json_ = subprocess.run([*command, "--format", "json"], capture_output=True, check=True)
    return json.loads(json_.stdout)


def sample_faults(lianxi, folder):
    for call in sample_reports.calls(lianxi):
        for language in "zh", "en":
            path = os.path.join(folder, "%s-%s.xlsx" % (call[0], language))
            report = made(lianxi, call, language, path)
            faults = list(workbook_faults(path, report))
            if shutil.which("soffice") and call[0] in ("quarterly", "fund"):
                faults += csv_faults(folder, path, report)
            yield from ("%s in %s: %s" % (call[0], language, fault) for fault in faults)


def awkward_faults(program, folder):
    texts = json.dumps(markdown_test.awkward_texts()).encode()
    xlsx, report = (subprocess.run([program, form], input=texts, capture_output=True,
                                   check=True).stdout for form in ("xlsx", "json"))
    path = os.path.join(folder, "awkward.xlsx")
    pathlib.Path(path).write_bytes(xlsx)
    workbook = openpyxl.load_workbook(path)
    if len({name.lower() for name in workbook.sheetnames}) != len(workbook.sheetnames):
        yield "two sheets have one name"
    for sheet in workbook:
        if len(sheet.title) > 31 or set("[]:*?/\\") & set(sheet.title):
            yield "a sheet is called %r" % sheet.title
        if any(cell.data_type == "f" for row in sheet for cell in row):
            yield "%s has a formula" % sheet.title
    if len(workbook.sheetnames) != len(tables_of(json.loads(report))) + 1:
        yield "%d sheets" % len(workbook.sheetnames)


def main(lianxi, awkward_document):
    with tempfile.TemporaryDirectory() as folder:
        faults = [*sample_faults(lianxi, folder), *awkward_faults(awkward_document, folder)]
    print("\n".join(faults) or "every .xlsx holds what its report holds")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
