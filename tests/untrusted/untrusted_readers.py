"""Programs that read what lianxi prints, and what must not come of it."""
import csv
import io
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
import urllib.parse
import xml.etree.ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "peers"))
import markdown_test

COLOURS = re.compile("\x1b\\[[0-9;]*m")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")
REGISTERED = {"add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "internal-set-repo-path", "notice", "remove-matcher",
              "save-state", "set-env", "set-output", "stop-commands", "warning"}


# ---- what runs a job ---------------------------------------------------------------------------------------------------------

def unescaped(text, property_=False):
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), *((("%3A", ":"), ("%2C", ",")) if property_ else ()), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def runner_command(line):
    """The command, properties and message that GitHub's runner takes from a line of a log: as its ActionCommand does."""
    trimmed = line.lstrip()
    end = trimmed.find("::", 2)
    if trimmed.startswith("::") and end >= 0:
        name, _, rest = trimmed[2:end].partition(" ")
        if name.lower() in REGISTERED:
            pairs = (pair.split("=", 1) for pair in rest.strip().split(",") if "=" in pair)
            return name, {key: unescaped(value, True) for key, value in pairs}, unescaped(trimmed[end + 2:])
    for prefix in ("##[", "##vso[", "##teamcity["):
        at = line.find(prefix)
        if at >= 0 and "]" in line[at:]:
            return line[at + len(prefix):line.index("]", at)].split(" ")[0], {}, line
    return None


def obeyed(text):
    return [found[0] for found in map(runner_command, re.split("\r\n|\r|\n", text)) if found]


# ---- pages -------------------------------------------------------------------------------------------------------------------

# What a record's reader takes off both ends of a text, and what is written out where it stands within.
AROUND = " \t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
UNSEEN = re.compile(markdown_test.UNSEEN.pattern[:-1] + "\ufffe\uffff\U000e0000-\U000e007f]")


def flat(text):
    """A text as far as readers agree on it: with no white space."""
    text = re.sub("\r\n?", "\n", unicodedata.normalize("NFC", text).strip(AROUND)).replace("\t", " ")
    return re.sub(r"\s+", "", UNSEEN.sub(lambda found: "\\u{%x}" % ord(found.group()), text))


class Seen(markdown_test.Page):
    """All that a page shows, flattened, and its strange tags."""

    def __init__(self, source):
        self.all = []
        super().__init__(source)

    def handle_data(self, data):
        self.all.append(data)
        super().handle_data(data)

    def text(self):
        return flat("".join(self.all))


def markdown_readers():
    return {name: command for name, command in markdown_test.READERS.items() if markdown_test.is_found(command)}


def page_of(command, markdown):
    done = subprocess.run(command, input=markdown.encode(), capture_output=True, check=True)
    return Seen(done.stdout.decode("utf-8"))


# ---- tables ------------------------------------------------------------------------------------------------------------------

def cells_of_csv(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def office():
    return shutil.which("soffice")


def as_workbooks(folder, names):
    """What LibreOffice makes of files of CSV, as .xlsx beside them."""
    subprocess.run([office(), "--headless", "-env:UserInstallation=file://" + str(folder / "office"), "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                    "--infilter=CSV:44,34,76,1,,0,false,true,false", "--outdir", folder, *[folder / name for name in names]],
                   capture_output=True, check=True, timeout=120)
    return [folder / (pathlib.Path(name).stem + ".xlsx") for name in names]


def formulas_in(workbook):
    """Formulas and links of a workbook, from its XML."""
    with zipfile.ZipFile(workbook) as parts:
        for name in parts.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            for element in xml.etree.ElementTree.fromstring(parts.read(name)).iter():
                tag = element.tag.rpartition("}")[2]
                if tag in ("f", "hyperlink", "externalReference") or element.get("TargetMode") == "External":
                    yield f"{name}: <{tag}> {element.text} {element.attrib}"


def texts_of_office_file(path):
    """Each paragraph's or cell's text, and what in the file reaches out or runs."""
    texts, strange = [], []
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            for element in xml.etree.ElementTree.fromstring(parts.read(name)).iter():
                tag = element.tag.rpartition("}")[2]
                texts.append(element.text or "")
                is_link = element.get("TargetMode") == "External"
                if is_link or (tag in ("instrText", "fldSimple", "object", "altChunk", "f", "hyperlink") and " PAGE " not in element.attrib.values()):
                    strange.append(f"{name}: <{tag}> {element.attrib}")
    return "".join(texts), strange


def rows_of_sqlite(path):
    base = sqlite3.connect(path)
    names = [name for name, in base.execute("select name from sqlite_master where type = 'table' order by name")]
    return {name: base.execute(f'select * from "{name}"').fetchall() for name in names}


# ---- calendars, findings -----------------------------------------------------------------------------------------------------

def lines_of_calendar(text):
    """Names of properties and their values, unfolded."""
    unfolded = text.replace("\r\n ", "").replace("\r\n\t", "")
    return [re.split("[:;]", line, maxsplit=1) for line in unfolded.split("\r\n") if line]


def paths_of_sarif(text):
    for result in json.loads(text)["runs"][0]["results"]:
        for location in result["locations"]:
            yield urllib.parse.unquote_to_bytes(location["physicalLocation"]["artifactLocation"]["uri"])
