#!/usr/bin/env python3
"""What `lianxi schema` says of a book is what `lianxi validate` says.

    schema_test.py LIANXI

The sample book fits the schema, and on small books with and without a fault both
agree, whether python3-jsonschema or ajv judges by the schema. Needs jsonschema and PyYAML;
without them it prints SKIP. Ajv takes part where node has the packages ajv and yaml.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print("SKIP:", missing)
    sys.exit(0)

SAMPLE = pathlib.Path(__file__).parents[2] / "data-samples" / "nanjing-south"


# ---- YAML 1.2, as editors read it (PyYAML alone makes dates of dates) --------------------

class Loader(yaml.SafeLoader):
    yaml_implicit_resolvers = {}


for tag, pattern in (("null", "~|null|Null|NULL|"),
                     ("bool", "true|True|TRUE|false|False|FALSE"),
                     ("int", "[-+]?[0-9]+"),
                     ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")):
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile("^(%s)$" % pattern), None)
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


# ---- the books ---------------------------------------------------------------------------

ALLIANCE = "alliance: {name: 甲联盟, founded: 2017-01-01, office: u}\n"
UNITS = "units: [{id: u, name: 甲}, {id: v, name: 乙}]\n"
MEETING = "meetings: [{id: m, kind: regular, date: 2017-09-20, %s}]"
EVENT = "events: [{id: e, title: 甲, kind: aid, date: 2017-09-20, lead: u, %s}]"
REQUEST = "requests: [{id: q, date: 2017-09-20, by: u, text: 甲, %s}]"

FINE = [
    "", "# nothing", "meetings:", "meetings: []", "meetings: [~, '', []]", "meetings: ' '",
    "会议: [{编号: m, kind: 例会, 日期: 2017年9月20日}]",
    MEETING % "title: ", MEETING % "title: []", MEETING % "title: 007", MEETING % "title: no",
    MEETING % "备注: 甲", MEETING % "place: ' '",
    MEETING % "attendance: {present: u}", MEETING % "attendance: {present: [u, {unit: v}]}",
    MEETING % "attendance: {present: [{单位: u, 签到时间: '9：00'}, ~]}",
    MEETING % "attendance: ", MEETING % "attendance: {}", MEETING % "observers: 丙",
    MEETING % "observers: [丙, 7, ~]", MEETING % "topics: []", MEETING % "topics: ''",
    MEETING % "topics: [{id: 1, title: 2, outcome: No_Consensus}]",
    MEETING % "topics: [{id: t, title: 甲, 结果: ' 暂缓 '}]",
    MEETING % "resolutions: [{id: r, text: 甲, lead: u, ongoing: 是}]",
    MEETING % "resolutions: [{id: r, text: 甲, lead: u, ongoing: TRUE}]",
    MEETING % "resolutions: [{id: r, text: 甲, lead: u, 长期: 'No', due: 2017-12-31}]",
    "meetings: [{id: m, kind: SPECIAL, date: 2017/9/20, reason: 甲, }]",
    EVENT % "served: '1,600'", EVENT % "served: 约5500", EVENT % "served: 1.2万余",
    EVENT % "hours: 7.5", EVENT % "hours: '1,234.50'", EVENT % "services: 甲",
    EVENT % "materials: [{item: 甲, quantity: ２２０余, uom: 册}]",
    REQUEST % "to: ", REQUEST % "to: []", REQUEST % "due: 2017-12-31",
    REQUEST % "to: v", REQUEST % "to: [v]",
    REQUEST % "to: [v], answers: [{unit: v, date: 2017-09-21, accepted: yes}]",
    "alliance: {name: 甲, founded: 二〇一七年一月一日, office: u, severities: {notice-missing: 关闭}}",
    "联盟: {name: 甲, founded: 2017.1.1, office: u, 规则级别: {notice-missing: Off, quorum-not-met: }}",
    "联盟: {name: 甲, founded: 2017-01-01, office: u, policy: {quorum: 2/3, notice_days: 3}}",
    "联盟: {name: 甲, founded: 2017-01-01, office: u, policy: , severities: ''}",
    "联盟: {name: 甲, founded: 2017-01-01, office: u, policy: {法定人数: 50%}, ignore: x}",
]

FAULTY = [
    "甲", "[甲]", "meetings: 甲", "meetings: {id: m}", "meetings: [甲]",
    "meetings: [[甲]]", "meating: []", "会仪: []", "meetings: []\n会议: []",
    "meetings: [{}]", "meetings: [{id: m, kind: regular}]",
    "meetings: [{id: m, kind: , date: 2017-09-20}]",
    "meetings: [{id: ' ', kind: regular, date: 2017-09-20}]",
    "meetings: [{id: [], kind: regular, date: 2017-09-20}]",
    "meetings: [{id: m, kind: annual, date: 2017-09-20}]",
    "meetings: [{id: m, kind: 年会, date: 2017-09-20}]",
    "meetings: [{id: m, kind: [regular], date: 2017-09-20}]",
    "meetings: [{id: a/b, kind: regular, date: 2017-09-20}]",
    "meetings: [{id: m, kind: regular, date: 2017-13-20}]",
    "meetings: [{id: m, kind: regular, date: 2017-9/20}]",
    "meetings: [{id: m, kind: regular, date: 20170920}]",
    MEETING % "类型: 例会", MEETING % "Title: 甲", MEETING % "subject: 甲",
    MEETING % "title: [甲]", MEETING % "title: {a: b}", MEETING % "attendance: u",
    MEETING % "attendance: [u]", MEETING % "attendance: {present: {unit: u}}",
    MEETING % "attendance: {present: [{person: 甲}]}", MEETING % "attendance: {absent: [u]}",
    MEETING % "attendance: {leave: [u]}", MEETING % "topics: 甲", MEETING % "topics: {id: t}",
    MEETING % "topics: [{id: t}]", MEETING % "topics: [{id: t, title: 甲, outcome: done}]",
    MEETING % "note: 甲, 备注: 甲",
    MEETING % "resolutions: [{id: r, text: 甲, lead: u, ongoing: maybe}]",
    MEETING % "resolutions: [{id: r, text: 甲, lead: u, ongoing: 1}]",
    EVENT % "served: '1,60'", EVENT % "served: 4000元", EVENT % "served: -1", EVENT % "served: 1.5",
    EVENT % "hours: 4000元", EVENT % "hours: '1.234'", EVENT % "services: [[甲]]",
    EVENT % "materials: [{item: 甲, quantity: 3}]",
    REQUEST % "to: [v], answers: [{unit: v, date: 2017-09-21}]",
    "alliance: [{name: 甲, founded: 2017-01-01, office: u}]", "alliance: 甲",
    "alliance: {name: 甲, founded: 2017-01-01}",
    "alliance: {name: 甲, founded: 2017-01-01, office: u, severities: {notice-missing: loud}}",
    "alliance: {name: 甲, founded: 2017-01-01, office: u, severities: [notice-missing]}",
    "alliance: {name: 甲, founded: 2017-01-01, office: u, policy: {quorum: 200%}}",
    "alliance: {name: 甲, founded: 2017-01-01, office: u, policy: 甲}",
]


# ---- the two verdicts ----------------------------------------------------------------------

def run(lianxi, *arguments):
    done = subprocess.run([lianxi, *arguments], capture_output=True)
    if done.returncode > 1 or done.stderr:
        sys.exit("lianxi %s: %s" % (" ".join(arguments), done.stderr.decode()))
    return json.loads(done.stdout)


def complaints(validator, text):
    return [error.json_path + ": " + error.message[:200]
            for document in yaml.load_all(text, Loader)
            for error in validator.iter_errors(document)]


def findings(lianxi, text):
    rest = UNITS if text.startswith(("alliance", "联盟")) else ALLIANCE + UNITS
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "a.yaml").write_text(rest, "utf-8")
        pathlib.Path(folder, "b.yaml").write_text(text, "utf-8")
        judged = run(lianxi, "-C", folder, "--as-of", "2017-09-30", "validate", "--format", "json")
    return [found["rule"] + ": " + found["message"] for found in judged["findings"]
            if found["severity"] == "error"]


def sample_texts():
    return [file.read_text("utf-8") for file in sorted(SAMPLE.rglob("*.yaml"))]


def sample_faults(validator):
    for text in sample_texts():
        for complaint in complaints(validator, text):
            yield "%s: %s" % (text.split("\n")[0], complaint)


# ---- another judge -------------------------------------------------------------------------

AJV = """
const load = name => { const found = require(name); return found.default ?? found; };
const [Ajv, YAML] = [load('ajv'), require('yaml')];
"""
JUDGE = AJV + """
const {schema, texts} = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const holds = new Ajv({allErrors: true, strict: false}).compile(schema);
const complaints = value => holds(value) ? [] :
    holds.errors.map(fault => `${fault.instancePath} ${fault.message}`);
// Keys given twice are the reader's business, of both readers.
const documents = text => YAML.parseAllDocuments(text, {uniqueKeys: false});
console.log(JSON.stringify(texts.map(text =>
    [...documents(text)].flatMap(document => complaints(document.toJS())))));
"""


def has_ajv():
    if not shutil.which("node"):
        return False
    return subprocess.run(["node", "-e", AJV], capture_output=True).returncode == 0


def ajv_disagreements(schema):
    """What is fine and what is faulty was settled with the first judge."""
    fine = sample_texts() + FINE
    given = json.dumps({"schema": schema, "texts": fine + FAULTY})
    done = subprocess.run(["node", "-e", JUDGE], input=given.encode(), capture_output=True)
    if done.returncode != 0:
        sys.exit("ajv: " + done.stderr.decode())
    for i, (text, found) in enumerate(zip(fine + FAULTY, json.loads(done.stdout))):
        if bool(found) != (i >= len(fine)):
            yield "%s\n  ajv: %s" % (text[:200], found)


def disagreements(lianxi, validator):
    for books, faulty in ((FINE, False), (FAULTY, True)):
        for text in books:
            by_schema, by_reader = complaints(validator, text), findings(lianxi, text)
            if bool(by_schema) != faulty or bool(by_reader) != faulty:
                yield "%s\n  should be %s\n  schema: %s\n  reader: %s" % (
                    text, "faulty" if faulty else "fine", by_schema, by_reader)


def main(lianxi):
    faults = []
    for language in "zh", "en":
        schema = run(lianxi, "schema", "--lang", language)
        jsonschema.Draft7Validator.check_schema(schema)
        validator = jsonschema.Draft7Validator(schema)
        faults += sample_faults(validator)
        if has_ajv():
            faults += ajv_disagreements(schema)
    faults += disagreements(lianxi, validator)
    print("\n".join(faults) or "the sample and %d books judged alike by %s" % (
        len(FINE + FAULTY), "jsonschema and ajv" if has_ajv() else "jsonschema, without ajv"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
