#!/usr/bin/env python3
"""What `export` writes is read back by the programs it is meant for.

    exports_test.py LIANXI

SQLite opens the database, finds no broken reference and the sums that `stats` has, also of a book
with broken references and ids given twice; the program sqlite3 reads it as well. Every cell of the
CSV files and of the workbook is what `export --format ndjson` has; LibreOffice opens the workbook.
Needs openpyxl for the workbook, LibreOffice and sqlite3 for what they show; each is passed over
where it is missing.
"""
import csv
import datetime
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from decimal import Decimal

TOOL = sys.argv[1]
SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "data-samples" / "nanjing-south"
faults = []


def check(holds, fault):
    if not holds:
        faults.append(fault)


def run(*arguments, book=SAMPLE):
    done = subprocess.run([TOOL, "-C", str(book), "--as-of", "2017-09-30", *arguments],
                          capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode > 1:
        sys.exit(f"lianxi {' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout


def rows_of(book=SAMPLE):
    tables = {}
    for line in run("export", "--format", "ndjson", book=book).decode().splitlines():
        row = json.loads(line)
        tables.setdefault(row["table"], []).append(row)
    return tables


def one(database, query):
    return database.execute(query).fetchone()[0]


def check_database(folder):
    file = folder / "book.sqlite"
    run("export", "-o", str(file))
    database = sqlite3.connect(file)
    check(database.execute("PRAGMA foreign_key_check").fetchall() == [], "a reference is broken")
    check(one(database, "PRAGMA integrity_check") == "ok", "SQLite finds the file damaged")
    declared = one(database, "SELECT count(*) FROM sqlite_master WHERE sql LIKE '%REFERENCES%'")
    check(declared > 40, f"only {declared} tables refer to others")
    stats = json.loads(run("stats", "--format", "json"))
    sums = {
        "SELECT sum(amount_fen) FROM donations": stats["donations"]["money"],
        "SELECT sum(value_fen) FROM goods": stats["donations"]["goods_value"],
        "SELECT sum(amount_fen) FROM grants": stats["funds"][0]["granted"],
        "SELECT balance_fen FROM funds_computed": stats["funds"][0]["closing"],
        "SELECT sum(amount_fen) FROM expenses": stats["projects"]["spent"],
    }
    for query, amount in sums.items():
        check(one(database, query) == int(Decimal(amount) * 100), f"{query} is not {amount}")
    counts = {
        "SELECT sum(volunteers) FROM events": stats["events"]["total"]["volunteers"]["value"],
        "SELECT sum(served) FROM events": stats["events"]["total"]["served"]["value"],
        "SELECT count(*) FROM suggestions": stats["meetings"]["suggestions"],
        "SELECT count(*) FROM units_computed WHERE member": stats["units"]["members"],
        "SELECT count(*) FROM shares": stats["shares"],
    }
    for query, number in counts.items():
        check(one(database, query) == number, f"{query} is not {number}")
    for table, rows in rows_of().items():
        check(one(database, f'SELECT count(*) FROM "{table}"') == len(rows),
              f"{table} has other rows in SQLite")
    if shutil.which("sqlite3"):
        said = subprocess.run(["sqlite3", str(file), "PRAGMA foreign_key_check; "
                               "SELECT name FROM funds"], capture_output=True, text=True)
        check(said.stdout == "站区爱心基金\n", f"sqlite3 says {said.stdout}{said.stderr}")
    else:
        print("passed over: no sqlite3")


BROKEN = """
alliance: {name: A, founded: 2017-01-01, office: a}
units: [{id: a, name: One}, {id: a, name: Other}, {id: b, name: "=1+1"}]
meetings:
  - {id: m, kind: regular, date: 2017-02-01, x-room: 3, x-Room: 4,
     resolutions: [{id: r, text: t, lead: nobody, support: [b, nobody]}]}
  - {id: m, kind: regular, date: 2017-03-01, observers: [somebody]}
followups: [{meeting: gone, unit: b, date: 2017-02-02, items: [{resolution: r9, status: done}]}]
"""


def check_broken_book(folder):
    book = folder / "broken"
    book.mkdir()
    (book / "book.yaml").write_text(BROKEN, encoding="utf-8")
    file = folder / "broken.sqlite"
    run("export", "-o", str(file), book=book)
    database = sqlite3.connect(file)
    check(database.execute("PRAGMA foreign_key_check").fetchall() == [], "broken: a reference")
    check(one(database, "SELECT count(*) FROM units") == 3, "broken: a record is lost")
    check(one(database, "SELECT lead FROM resolutions") == "nobody", "broken: a value is lost")
    check(one(database, 'SELECT "x-Room_2" FROM meetings WHERE "x-room" = 3') == "4",
          "broken: an own field is lost")
    check(one(database, "SELECT resolution FROM items") == "gone/r9", "broken: an item's name")


def text_in_csv(value):
    """How a value of the JSON stands in a CSV file in English."""
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(text_in_csv(one) for one in value)
    if isinstance(value, dict):
        return {"about": "~{}", "at_least": "{}+", "exact": "{}"}[value["qualifier"]].format(
            value["value"])
    text = str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@") else text


def value_of(row, column):
    return row["record_text"] if column == "record" and "record_text" in row else row[column]


def check_csv(folder):
    out = folder / "csv"
    run("--lang", "en", "export", "--format", "csv", "-o", str(out))
    tables = rows_of()
    check({file.stem for file in out.iterdir()} == set(tables), "not a file for each table")
    for name, rows in tables.items():
        check((out / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf"), f"{name}: no BOM")
        with open(out / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
            read = list(csv.DictReader(file))
        check(len(read) == len(rows), f"{name}: {len(read)} rows in CSV")
        for cells, row in zip(read, rows):
            for column, cell in cells.items():
                wanted = text_in_csv(value_of(row, column))
                check(cell == wanted, f"{name}.{column}: {cell!r} in CSV, not {wanted!r}")
    plain = folder / "plain"
    run("--lang", "zh", "export", "--format", "csv", "--no-bom", "-o", str(plain))
    done = subprocess.run(["iconv", "-f", "UTF-8", "-t", "GB18030", str(plain / "funds.csv")],
                          capture_output=True)
    check(done.stdout.decode("gb18030").startswith("编号,名称"), "funds.csv is not plain UTF-8")


def check_workbook(folder):
    file = folder / "book.xlsx"
    run("--lang", "en", "export", "-o", str(file))
    tables = rows_of()
    if shutil.which("soffice"):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
                        "--convert-to", 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,'
                        'false,false,false,2', "--outdir", str(folder / "sheets"), str(file)],
                       capture_output=True)
        converted = sorted((folder / "sheets").glob("*.csv"))
        check(converted, "LibreOffice converts nothing")
        for one_file in converted:
            lines = list(csv.reader(one_file.read_text(encoding="utf-8-sig").splitlines()))
            check(len(lines) > 0 and lines[0][0] in ("number", "id", "name"),
                  f"LibreOffice: {one_file.name} begins with {lines[:1]}")
    else:
        print("passed over: no LibreOffice")
    try:
        import openpyxl
    except ImportError:
        print("passed over: no openpyxl")
        return
    book = openpyxl.load_workbook(file)
    for name, rows in tables.items():
        sheet = list(book[name].iter_rows(values_only=True))
        check(len(sheet) == len(rows) + 1, f"{name}: {len(sheet) - 1} rows in the workbook")
        for cells, row in zip(sheet[1:], rows):
            for column, cell in zip(sheet[0], cells):
                compare_cell(name, column, cell, value_of(row, column))


def compare_cell(table, column, cell, value):
    wanted = text_in_csv(value).lstrip("'")
    if isinstance(cell, datetime.datetime):
        cell = cell.strftime("%Y-%m-%d")
    elif isinstance(cell, (int, float)):
        check(Decimal(repr(cell)) == Decimal(wanted),
              f"{table}.{column}: {cell!r} in the workbook, not {wanted}")
        return
    check((cell or "") == wanted, f"{table}.{column}: {cell!r} in the workbook, not {wanted!r}")


COLLECTIONS = ("units committees meetings followups plans series events funds donations grants budgets "
               "projects requests shares honors reminders summaries waivers claims").split()


def sheet_order(folder):
    """The sheets of a workbook, whose names depend on the language, their order not."""
    import openpyxl
    file = folder / "order.xlsx"
    run("--lang", "en", "export", "-o", str(file))
    return [{"name": name} for name in openpyxl.load_workbook(file, read_only=True).sheetnames]


def check_return(folder):
    """Importing what was exported adds nothing."""
    numbers = {row["name"]: number for number, row in enumerate(sheet_order(folder), 1)}
    for lang, nothing in (("zh", "# 待写入 0 条"), ("en", "# 0 records to be written")):
        out, book = folder / f"return-{lang}", folder / f"return-{lang}.xlsx"
        run("--lang", lang, "export", "--format", "csv", "-o", str(out))
        run("--lang", lang, "export", "-o", str(book))
        for name in COLLECTIONS:
            if not (out / f"{name}.csv").exists():
                continue
            for words in ([str(out / f"{name}.csv")], [str(book), "--sheet", str(numbers[name])]):
                said = run("--lang", lang, "import", name, *words).decode()
                check(said.startswith(nothing), f"import {name} {words[0]} ({lang}): {said[:200]}")


with tempfile.TemporaryDirectory() as made:
    for look in (check_database, check_broken_book, check_csv, check_workbook, check_return):
        look(pathlib.Path(made))
for fault in faults[:40]:
    print(fault)
sys.exit(1 if faults else 0)
