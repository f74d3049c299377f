"""Spreadsheets for `import` that no office has made."""
import zipfile
from pathlib import Path

from inputs import MB, Case, write

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
ROWS = "<sheetData>{}</sheetData>"
HEAD = ('<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>id</t></is></c></row>')
ROW = ('<row r="2"><c r="A2" t="inlineStr"><is><t>{}</t></is></c>'
       '<c r="B2" t="inlineStr"><is><t>b</t></is></c></row>')
WORKBOOK = ('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>')
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
             'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="{}"/></Relationships>')
LAUGHS = ('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi")) + "]>")
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
ODS = ('<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
       '<office:body><office:spreadsheet><table:table table:name="1">{}</table:table></office:spreadsheet></office:body>'
       '</office:document-content>')
ODS_CELL = '<table:table-cell{}><text:p>{}</text:p></table:table-cell>'


def archive(name, parts):
    """A zip of parts; what is given as a pair is a text and how many times it stands there."""
    def make(folder):
        with zipfile.ZipFile(Path(folder).parent / name, "w", zipfile.ZIP_DEFLATED) as out:
            for part, (text, times) in parts.items():
                with out.open(part, "w") as into:
                    some = max(1, min(times, 1_000_000 // len(text)))
                    for _ in range(times // some):
                        into.write(text * some)
    return make


def xlsx(sheet, before="", target="worksheets/sheet1.xml", **more):
    parts = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELATIONS.format(target),
             "xl/worksheets/sheet1.xml": before + SHEET.format(sheet), **more}
    return archive("list.xlsx", {name: text if isinstance(text, tuple) else (text.encode(), 1) for name, text in parts.items()})


def ods(rows, before=""):
    return archive("list.ods", {"mimetype": (b"application/vnd.oasis.opendocument.spreadsheet", 1),
                                "content.xml": ((before + ODS.format(rows)).encode(), 1)})


def cell(text):
    return ROWS.format(HEAD + ROW.format(text))


def xlsx_cases():
    yield "an .xlsx as offices make it", xlsx(cell("B")), ("1 record to be written",), (0,)
    yield "an .xlsx of 1 MB that unpacks to 1 GB", xlsx("", **{"xl/worksheets/sheet1.xml": (b" " * 1000, MB)}), ("too large",), (1, 2, 3)
    yield "an .xlsx whose texts unpack to 1 GB", xlsx(cell("B"), **{"xl/sharedStrings.xml": (b"<si/>" * 200, MB)}), (), (0, 1, 2, 3)
    yield "a billion laughs in the sheet", xlsx(cell("&i;"), LAUGHS), ("entities",), (1, 2, 3)
    yield "a billion laughs in the texts", xlsx(cell("B"), **{"xl/sharedStrings.xml": LAUGHS + "<sst><si><t>&i;</t></si></sst>"}), (), (0, 1, 2, 3)
    yield "an entity that is a file of the system", xlsx(cell("&i;"), OUTSIDE), ("entities",), (1, 2, 3)
    yield "an entity that nobody declared", xlsx(cell("&i;")), ("damaged",), (1, 2, 3)
    yield "a document type elsewhere", xlsx(cell("B"), '<!DOCTYPE l SYSTEM "http://127.0.0.1:9/l.dtd">'), (), (0, 1, 2, 3)
    yield "an .xlsx that says it has 2^34 cells", xlsx('<dimension ref="A1:XFD1048576"/>' + cell("B")), (), (0,)
    yield "a cell in the last column", xlsx(ROWS.format(HEAD + '<row r="2"><c r="XFD2"><v>1</v></c></row>')), (), (0, 1)
    yield "a cell beyond it", xlsx(ROWS.format(HEAD + '<row r="2"><c r="ZZZZZZZZ2"><v>1</v></c></row>')), (), (1, 2, 3)
    yield "a row beyond the last", xlsx(ROWS.format(HEAD + '<row r="99999999999999999999"><c r="A2"><v>1</v></c></row>')), (), (0, 1, 2, 3)
    yield "a text that is not there", xlsx(ROWS.format(HEAD + '<row r="2"><c r="A2" t="s"><v>4294967296</v></c></row>')), (), (0, 1, 2, 3)
    yield "a sheet outside of the file", xlsx(cell("B"), target="../../../../etc/passwd"), (), (1, 2, 3)
    yield "a sheet at another address", xlsx(cell("B"), target="http://127.0.0.1:9/x.xml"), (), (1, 2, 3)
    yield "a formula that calls out", xlsx(ROWS.format(HEAD + '<row r="2"><c r="A2" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>B</v></c>'
                                                       '<c r="B2" t="inlineStr"><is><t>b</t></is></c></row>')), (), (0, 1)
    yield "links to other workbooks", xlsx(cell("B"), **{"xl/externalLinks/externalLink1.xml": '<externalLink xmlns:r="x"><externalBook r:id="rId1"/></externalLink>'}), (), (0,)
    yield "elements a hundred thousand deep", xlsx("<a>" * 100_000 + "</a>" * 100_000), (), (0, 1, 2, 3)
    yield "an element with a hundred thousand attributes", xlsx("<a " + " ".join(f'a{i}="1"' for i in range(100_000)) + "/>"), (), (0, 1, 2, 3)
    yield "an .xlsx without a sheet", archive("list.xlsx", {"a": (b"b", 1)}), (), (1, 2, 3)


def ods_cases():
    head = "<table:table-row>" + ODS_CELL.format("", "name") + ODS_CELL.format("", "id") + "</table:table-row>"
    row = "<table:table-row{}>" + ODS_CELL + ODS_CELL.format("", "b") + "</table:table-row>"
    yield "an .ods as offices make it", ods(head + row.format("", "", "B")), ("1 record to be written",), (0,)
    yield "a row repeated 10^9 times", ods(head + row.format(' table:number-rows-repeated="1000000000"', "", "B")), (), (1, 2, 3)
    yield "a cell repeated 10^9 times", ods(head + row.format("", ' table:number-columns-repeated="1000000000"', "B")), (), (1, 2, 3)
    yield "a billion laughs in an .ods", ods(head + row.format("", "", "&i;"), LAUGHS), ("entities",), (1, 2, 3)


def other_cases():
    def truncated(folder):
        xlsx(cell("B"))(folder)
        path = Path(folder).parent / "list.xlsx"
        path.write_bytes(path.read_bytes()[:300])
    yield "an .xlsx cut short", "list.xlsx", truncated, (), (1, 2, 3)
    for name, parts in [("a line of 50 MB", ("name,id\n", ("a", 50 * MB))), ("a quote left open before 50 MB", ('name,id\n"', ("a\n", 25 * MB))),
                        ("a million columns", ("name,id", (",x", MB))), ("a million rows", ("name,id\n", ("B,\n", MB))), ("commas alone", ((",", 10 * MB),)),
                        ("line feeds alone", (("\n", 10 * MB),)), ("NULs", ("name,id\n", ("\0", MB))), ("bytes that are no text", ((b"\xff\xfe\xfd", MB),))]:
        yield "a .csv of " + name, "list.csv", lambda folder, parts=parts: write("../list.csv", *parts)(folder), (), (0, 1, 2, 3)
    for name, text in [("formulas", 'name,id\n"=cmd|\' /C calc\'!A0",b\n'), ("escape sequences", "name,id\na\x1b[2Jb,b\n"),
                       ("a command to a runner", "name,id\n::stop-commands::x,b\n::error::x,b\n"), ("YAML", 'name,id\n"a: b\n- c: [",b\n')]:
        yield "a .csv of " + name, "list.csv", write("../list.csv", text), (), (0, 1)


def cases():
    sized = {"seconds": 10, "peak": 700 * MB, "times": 0, "kind": "sheets", "output": 1e6}
    for ending, group in [("list.xlsx", xlsx_cases), ("list.ods", ods_cases)]:
        for name, make, finds, statuses in group():
            slow = "GB" in name or "10^9" in name
            yield Case(name, make, finds, statuses, command=("import", "units", "../" + ending), is_slow=slow, **sized)
    for name, ending, make, finds, statuses in other_cases():
        slow = "MB" in name or "million" in name or "alone" in name
        yield Case(name, make, finds, statuses, command=("import", "units", "../" + ending), is_slow=slow, **{**sized, "output": 1e9 if slow else 1e6})
