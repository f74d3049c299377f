#!/usr/bin/env python3
"""A SARIF log keeps to the schema of SARIF 2.1.0.

    sarif_test.py LIANXI

Lets `lianxi validate --format sarif` write of faulty books, in both languages, and has ajv
compare it with the schema of the npm package @microsoft/jest-sarif. Uses node with ajv,
ajv-draft-04 and ajv-formats (NODE_PATH where they are not installed globally); without
them it prints SKIP.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

READ = """
const load = name => { const found = require(name); return found.default ?? found; };
const Ajv = load('ajv-draft-04');
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// The schema's patterns are older than the "u" that ajv would read them with.
const ajv = new Ajv({strict: false, allErrors: true, unicodeRegExp: false});
load('ajv-formats')(ajv);
const holds = ajv.compile(schema);
"""
JUDGE = READ + """
holds(JSON.parse(require('fs').readFileSync(0, 'utf8')));
for (const fault of holds.errors ?? []) console.log(fault.instancePath, fault.message);
"""

GOOD = "alliance: {name: A, founded: 2013-04-28, office: a}\nunits: [{id: a, name: A, head: H}]\n"
AWKWARD = "会议/甲, 50% #1?.yaml"
BOOKS = {
    "good": {"alliance.yaml": GOOD},
    "empty": {"alliance.yaml": "alliance:\n"},
    "faulty": {
        "alliance.yaml": GOOD,
        AWKWARD: "meetings:\n  - {id: m1, kind: regular, date: 2014-01-01, chair: 乙}\n"
                 "  - {id: m1, kind: regular, date: 2014-01-01}\n",
        "tab.yaml": "events:\n\t- id: b\n",
        "nothing.yaml": "",
    },
    "waived": {
        "alliance.yaml": GOOD,
        "book.yaml": "meetings: [{id: m1, kind: regular, date: 2014-01-01, chair: b}]\nwaivers:\n"
                     "  - {rule: unknown-reference, record: meetings/m1, reason: 已知悉}\n",
    },
}


def has_schema():
    if not shutil.which("node"):
        return False
    return subprocess.run(["node", "-e", READ], capture_output=True).returncode == 0


def log_of(lianxi, files, language):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = pathlib.Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        done = subprocess.run([lianxi, "-C", folder, "--lang", language, "validate",
                               "--format", "sarif"], capture_output=True)
    if done.returncode not in (0, 1) or done.stderr:
        sys.exit("lianxi: %d %s" % (done.returncode, done.stderr.decode()))
    return done.stdout.decode("utf-8")


def faults_of_schema(log):
    done = subprocess.run(["node", "-e", JUDGE], input=log.encode(), capture_output=True)
    return (done.stdout + done.stderr).decode().splitlines()


def faults_of_content(log, files):
    """What no schema can say: rules and files are those that are meant."""
    run = json.loads(log)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        if rules[result["ruleIndex"]] != result["ruleId"]:
            yield "ruleIndex of %s names another rule" % result["ruleId"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        if urllib.parse.unquote(place) not in (files or ["."]):
            yield "%s names no file" % place
    prints = [json.dumps(result["partialFingerprints"]) for result in run["results"]]
    if len(set(prints)) != len(prints):
        yield "two findings have one fingerprint"
    suppressed = [result for result in run["results"] if result["suppressions"]]
    if bool(suppressed) != ("waivers" in "".join(files.values())):
        yield "%d findings are suppressed" % len(suppressed)


def main(lianxi):
    if not has_schema():
        print("SKIP: no node with ajv, ajv-draft-04, ajv-formats and @microsoft/jest-sarif")
        return 0
    faults, count = [], 0
    for name, files in BOOKS.items():
        for language in "en", "zh":
            log = log_of(lianxi, files, language)
            count += len(json.loads(log)["runs"][0]["results"])
            faults += ["%s (%s): %s" % (name, language, fault)
                       for fault in [*faults_of_schema(log), *faults_of_content(log, files)]]
    print("\n".join(faults) or "%d results in %d logs are good" % (count, 2 * len(BOOKS)))
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
