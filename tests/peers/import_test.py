#!/usr/bin/env python3
"""A list is the same list in whatever format it is saved.

    import_test.py LIANXI

The dry run of import prints the same bytes for one list as CSV in UTF-8 (with and without a byte
order mark), UTF-16, GB18030, with semicolons, as TSV, as .xlsx (openpyxl) and, made from that by
LibreOffice, as .ods. Of 1,000 rows with 50 known faults all 50 are named, by row and column, from
each. What no office made (empty, cut off, random, too wide, quotes left open, bombs) is refused, and
never crashes. Needs openpyxl; without LibreOffice .ods is passed over.
"""
import codecs
import csv
import datetime
import io
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

try:
    import openpyxl
except ImportError:
    print("SKIP: no openpyxl")
    sys.exit(0)

LIANXI = os.path.abspath(sys.argv[1])
BOOK = """联盟:
  名称: 站区联盟
  成立日期: 2013-01-01
单位:
  - {编号: 铁路南站, 名称: 铁路南京南站}
  - {编号: 团区委, 名称: 共青团区委员会, 别名: [团委]}
  - {编号: 医院, 名称: 人民医院}
基金:
  - {编号: 爱心基金, 名称: 爱心基金, 管理单位: 铁路南站}
会议:
  - {编号: 2017-q3, 类型: 例会, 日期: 2017-09-20}
活动:
  - {编号: e2017-08, 标题: 旧活动, 类型: 宣传, 日期: 2017-08-01, 牵头单位: 医院}
"""
failures = []


def check(what, condition, shown=""):
    if not condition:
        failures.append(what)
        print(f"FAIL {what}\n{shown}")


def run(folder, *arguments):
    done = subprocess.run(
        [LIANXI, "-C", str(folder / "book"), "--as-of", "2017-09-30", "import", *map(str, arguments)],
        capture_output=True, timeout=120, cwd=folder)
    check(f"ends by itself: {arguments}", done.returncode in (0, 1, 2, 3),
          f"{done.returncode} {done.stderr[-500:]!r}")
    return done


# ---- one list in every format ------------------------------------------------------

HEADINGS = ["编号", "标题", "类型", "日期", "牵头单位", "参与单位", "服务内容", "服务人次", "志愿时长", "地点", "备注", "另-来源"]
ROWS = [
    ["e1", "国庆义诊，量血压", "志愿服务", datetime.date(2017, 10, 1), "人民医院", "铁路南站、团委",
     "量血压；测血糖", 1600, 12.5, "候车室", "第一行\n第二行", "微信"],
    ["e2", "引号“与\"直引号\"", "培训", datetime.date(2017, 10, 2), "团委", "某志愿队", "讲课",
     "220余", 0.1 + 0.2, 101, "", ""],
    ["", "没有编号", "宣传", datetime.date(2017, 10, 3), "铁路南京南站", "", "", "1,600", 8, "007", "#1", ""],
    ["e2017-08", "旧活动", "宣传", datetime.date(2017, 8, 1), "医院", "", "", "", "", "", "", ""],
]


def as_typed(value):
    if isinstance(value, datetime.date):
        return f"{value.year}/{value.month}/{value.day}"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def as_csv(rows, separator=","):
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([[as_typed(v) for v in row] for row in rows])
    return out.getvalue()


def as_workbook(path, rows, formats=True):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "名单"
    for row in rows:
        sheet.append([None if value == "" else value for value in row])
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, float):
                cell.number_format = "0.00"
    sheet.cell(row=len(rows) + 40, column=1).fill = openpyxl.styles.PatternFill("solid", "FFFFFF00")
    workbook.save(path)


def as_ods(folder, path):
    if not shutil.which("soffice"):
        return None
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
                    "--convert-to", "ods", "--outdir", str(folder), str(path)],
                   capture_output=True, timeout=180, check=True)
    return path.with_suffix(".ods")


def every_format(folder, name, rows):
    text = as_csv(rows)
    texts = {
        "utf8": text.encode(),
        "bom": codecs.BOM_UTF8 + text.encode(),
        "gb18030": text.encode("gb18030"),
        "utf16": text.encode("utf-16"),
        "utf16be": codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        "semicolons": as_csv(rows, ";").encode(),
        "lf": text.replace("\r\n", "\n").encode(),
        "tabs": as_csv(rows, "\t").encode(),
    }
    files = []
    for kind, data in texts.items():
        path = folder / f"{name}-{kind}.csv"
        path.write_bytes(data)
        files.append(path)
    path = folder / f"{name}.xlsx"
    as_workbook(path, rows)
    ods = as_ods(folder, path)
    return files + [path] + ([ods] if ods else [])


EXPECTED = """# 待写入 3 条，已有而略过 1 行
# 一行没有编号，定为 e2017-09
活动:
  - 编号: e1
    标题: 国庆义诊，量血压
"""


def same_list(folder):
    outputs = {}
    for path in every_format(folder, "list", [HEADINGS] + ROWS):
        done = run(folder, "活动", path, "--lang", "zh")
        check(f"{path.name} is taken", done.returncode == 0, done.stdout.decode() + done.stderr.decode())
        outputs[path.name] = done.stdout
    first = outputs["list-utf8.csv"]
    check("begins as it should", first.decode().startswith(EXPECTED), first.decode())
    for text in ("日期: 2017-10-01", "牵头单位: 医院", "参与单位: [铁路南站, 团区委]", "服务人次: 1600",
                 "志愿时长: 12.50", "志愿时长: 0.30", "服务人次: 220余", "服务内容: [量血压, 测血糖]", "另-来源: 微信"):
        check(f"says {text}", text in first.decode(), first.decode())
    for name, output in outputs.items():
        check(f"{name} is the same list", output == first, output.decode())


# ---- all faults, by row and column ---------------------------------------------------

def faulty_rows():
    chance = random.Random(50)
    rows = [["编号", "标题", "类型", "日期", "牵头单位", "服务人次"]]
    for number in range(1, 1001):
        rows.append([f"n{number}", f"活动{number}", "宣传", datetime.date(2017, 9, 1 + number % 28), "医院", number])
    wrong = {}
    bad = {1: "坏 编号", 2: "", 3: "宣船", 4: "2017-13-01", 5: "没有的单位", 6: "很多"}
    for row in chance.sample(range(2, 1002), 50):
        column = chance.choice(list(bad))
        wrong[row] = column
        rows[row - 1][column - 1] = bad[column]
    return rows, wrong


def all_faults(folder):
    rows, wrong = faulty_rows()
    for path in every_format(folder, "faulty", rows):
        done = run(folder, "events", path, "--lang", "en")
        output = done.stdout.decode()
        found = {int(row): ord(column) - ord("A") + 1
                 for row, column in re.findall(r": row (\d+), column ([A-Z]+) ", output)}
        check(f"{path.name}: exit 1", done.returncode == 1, output[-500:])
        check(f"{path.name}: all 50 and no other", found == wrong, output[:3000])
        check(f"{path.name}: counts them", output.endswith("50 faults; nothing is written\n"), output[-200:])


# ---- cells of all sorts --------------------------------------------------------------

def sorts_of_cells(folder):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "签到"
    sheet.append(["2017年第三季度例会签到表"])
    sheet.merge_cells("A1:E1")
    sheet.append(["单位", "姓名", "职务", "签到时间", "备注"])
    sheet.append(["铁路南京南站", "甲", "书记", datetime.time(13, 48), None])
    sheet.append(["人民医院", None, None, datetime.datetime(2017, 9, 20, 13, 50, 22), None])
    sheet.append(["团委", None, None, None, "请假：出差"])
    path = folder / "sign-in.xlsx"
    workbook.save(path)
    for file in filter(None, [path, as_ods(folder, path)]):
        done = run(folder, "attendance", "2017-q3", file, "--skip", "1", "--lang", "zh")
        output = done.stdout.decode()
        check(f"{file.name} is taken", done.returncode == 0, output + done.stderr.decode())
        for text in ("签到时间: 13:48", "签到时间: 13:50", "单位: 铁路南站", "事由: 出差", "姓名: 甲"):
            check(f"{file.name}: {text}", text in output, output)
        done = run(folder, "attendance", "2017-q3", file, "--lang", "zh")
        check(f"{file.name}: which row has the headings", "--skip 1" in done.stdout.decode(), done.stdout.decode())

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["标题", "类型", "日期", "牵头单位", "服务人次"])
    sheet.append(["甲", "宣传", datetime.date(2017, 9, 1), "医院", "=1+2"])
    sheet.append(["乙", "宣传", datetime.date(2017, 9, 2), "医院", "1600"])
    sheet.append(["丙", "宣传", datetime.date(2017, 9, 3), None, 3])
    sheet.merge_cells("D3:D4")
    sheet["C3"].number_format = 'yyyy"年"m"月"d"日"'
    path = folder / "cells.xlsx"
    workbook.save(path)
    for file in filter(None, [path, as_ods(folder, path)]):
        output = run(folder, "events", file, "--lang", "en").stdout.decode()
        check(f"{file.name}: formula", "row 2, column E “服务人次”: it is a formula" in output, output)
        check(f"{file.name}: merged", "row 4, column D “牵头单位”: it lies under a merged cell" in output, output)
        check(f"{file.name}: two faults of cells", len(re.findall("row [24], column [ED]", output)) == 2, output)
        output = run(folder, "events", file, "--lang", "zh", "--ignore", "E", "--ignore", "牵头单位").stdout.decode()
        check(f"{file.name}: a required field", "没有一列是必填的“牵头单位”" in output, output)


# ---- what no office made -------------------------------------------------------------

def bomb(folder):
    path = folder / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", '<workbook><sheets><sheet name="a" r:id="r1" xmlns:r="r"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels",
                         '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>')
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(b"<worksheet><sheetData>")
            for _ in range(600):
                part.write(b" " * (1 << 20))
    return path


def sheet_of(folder, name, body, head="<worksheet>"):
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", '<workbook><sheets><sheet name="a" r:id="r1" xmlns:r="r"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels",
                         '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>')
        archive.writestr("xl/worksheets/sheet1.xml", head + body + "</worksheet>")
    return path


def ods_of(folder, name, rows):
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml",
                         f'<d xmlns:table="t" xmlns:office="o" xmlns:text="x"><table:table table:name="a">{rows}</table:table></d>')
    return path


CELL = '<table:table-cell office:value-type="string" table:number-columns-repeated="{}"><text:p>x</text:p></table:table-cell>'


def hostile(folder):
    chance = random.Random(1)
    whole = (folder / "list.xlsx").read_bytes()
    files = {"empty.csv": b"", "blank.csv": b"\r\n\r\n  \r\n", "zeros.csv": b"\0" * 5000,
             "wide.csv": b",".join([b"x"] * 100_000) + b"\n", "open.csv": '编号,标题\n1,"没有结束\n'.encode(),
             "quotes.csv": b'"' * 9999, "latin.csv": "é,è\n".encode("latin-1"),
             "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "bare.xlsx": b"PK\x03\x04",
             "large.csv": b"a,b\n" + b"1,2\n" * (17 << 20)}
    for number in range(20):
        files[f"random{number}.csv"] = chance.randbytes(3000)
        files[f"cut{number}.xlsx"] = whole[:chance.randrange(5, len(whole))]
        damaged = bytearray(whole)
        for _ in range(8):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        files[f"damaged{number}.xlsx"] = bytes(damaged)
    paths = []
    for name, data in files.items():
        path = folder / name
        path.write_bytes(data)
        paths.append(path)
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c></row>'
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(2, 3000))
    merges = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 5000 + "</mergeCells>"
    laughs = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>'
    paths += [bomb(folder),
              sheet_of(folder, "merges.xlsx", f"<sheetData>{row}{rows}</sheetData>{merges}"),
              sheet_of(folder, "laughs.xlsx", "<c>&b;</c>", laughs),
              sheet_of(folder, "back.xlsx", '<sheetData><row r="9"/><row r="3"/></sheetData>'),
              sheet_of(folder, "far.xlsx", '<sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData>'),
              sheet_of(folder, "shared.xlsx", '<sheetData><row r="1"><c r="A1" t="s"><v>99999</v></c><c r="B1" s="77"><v>nan</v></c></row></sheetData>'),
              sheet_of(folder, "deep.xlsx", "<a>" * 200_000 + "</a>" * 200_000),
              ods_of(folder, "columns.ods", f"<table:table-row>{CELL.format(10**15)}</table:table-row>"),
              ods_of(folder, "rows.ods", f'<table:table-row table:number-rows-repeated="{10**15}">{CELL.format(16384)}</table:table-row>'),
              ods_of(folder, "both.ods", f'<table:table-row table:number-rows-repeated="900000">{CELL.format(2)}</table:table-row>')]
    for path in paths:
        for what in (["events"], ["attendance", "2017-q3"]):
            done = run(folder, *what, path)
            check(f"{path.name} is refused in words or has nothing", done.stdout or done.stderr)
            if done.returncode == 3:
                check(f"{path.name}: says which file", path.name in done.stderr.decode(), done.stderr.decode())
    check("no such file", run(folder, "events", folder / "nowhere.csv").returncode == 3)
    check("a folder", run(folder, "events", folder).returncode == 3)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "book").mkdir()
        (folder / "book" / "book.yaml").write_text(BOOK, encoding="utf-8")
        same_list(folder)
        all_faults(folder)
        sorts_of_cells(folder)
        hostile(folder)
    if failures:
        print(f"{len(failures)} failed")
        sys.exit(1)


if __name__ == "__main__":
    main()
