#!/usr/bin/env python3
"""What the commands write with --format json fits `lianxi schema --output COMMAND`.

    output_schema_test.py LIANXI

So do the examples of lianxi-json(5) in both languages. Needs jsonschema; without it it prints
SKIP.
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
except ImportError as missing:
    print("SKIP:", missing)
    sys.exit(0)

ROOT = pathlib.Path(__file__).parents[2]
SAMPLE = ROOT / "data-samples" / "nanjing-south"
BOOKS = [SAMPLE, ROOT / "man" / "examples", ROOT / "man" / "zh_CN" / "examples",
         *sorted((ROOT / "tests" / "rules").glob("*/bad"))]
PERIODS = ["all", "2017", "2017-Q3", "2013..2015", "2017-12-31.."]
FIGURES = ["meetings.held", "meetings.attendance_rate", "events.total.served", "events.total.hours",
           "donations.money", "funds.爱心基金.closing", "units.members"]
PAPERS = [["quarterly", "2017-Q3"], ["annual", "2016"], ["followup", "2017"], ["minutes", "last"],
          ["plan", "2017"], ["projects"], ["donations"], ["volunteers"]]


def run(lianxi, *arguments):
    done = subprocess.run([lianxi, *arguments], capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode > 1:
        return None
    return json.loads(done.stdout)


def validator(lianxi, command):
    schema = run(lianxi, "schema", "--output", command)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def complaints(judge, where, value):
    for error in sorted(judge.iter_errors(value), key=str)[:3]:
        yield "%s: %s: %s" % (where, error.json_path, error.message[:200])


def outputs(lianxi, arguments, books):
    """(where, JSON) of each book on which the command does its work."""
    for book in books:
        value = run(lianxi, "-C", str(book), "--as-of", "2017-09-30", *arguments,
                    "--format", "json")
        if value is not None:
            yield "%s %s" % (book.relative_to(ROOT), " ".join(arguments)), value


def differences(lianxi):
    """(where, JSON) of a book that changed since it was committed: records came, went, changed."""
    with tempfile.TemporaryDirectory() as folder:
        book = pathlib.Path(folder) / "book"
        shutil.copytree(SAMPLE, book)
        for command in (["init", "-q"], ["add", "."],
                        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "old"]):
            subprocess.run(["git", "-C", str(book), *command], check=True)
        for file in "grants/2017.yaml", "requests.yaml", "meetings/2017-q1.yaml":
            (book / file).unlink()
        changed = book / "events" / "2017.yaml"
        changed.write_text(changed.read_text("utf-8").replace("2017-03", "2017-04"), "utf-8")
        for sides in [], ["HEAD"], ["HEAD", "HEAD"], ["--staged"]:
            where = " ".join(["diff", *sides])
            yield where, run(lianxi, "-C", str(book), *where.split(), "--format", "json")
        shutil.rmtree(book / "meetings")
        yield "meetings removed", run(lianxi, "-C", str(book), "diff", "--format", "json")
        yield "nothing before", run(lianxi, "-C", str(book), "--at", "HEAD", "diff", "--format",
                                    "json")


def commands(lianxi):
    """(command, where, JSON)."""
    def every(command, arguments, books):
        for where, value in outputs(lianxi, arguments, books):
            yield command, where, value
    yield from every("validate", ["validate"], BOOKS)
    yield "rules", "rules", run(lianxi, "rules", "--format", "json")
    for command in "followup", "stats", "due":
        yield from every(command, [command], BOOKS)
        for period in PERIODS:
            yield from every(command, [command, period], BOOKS[:1])
    for period in PERIODS:
        yield "rollup", "rollup " + period, run(lianxi, "--as-of", "2017-09-30", "rollup", "--period", period,
                                                "--format", "json", *map(str, BOOKS))
    for where, value in differences(lianxi):
        yield "diff", where, value
    for figure in FIGURES:
        yield from every("stats --explain", ["stats", "--explain", figure], BOOKS[:1])
    for paper in PAPERS:
        yield from every("report", ["report", *paper], BOOKS[:1])


def examples():
    """(command, where, JSON) of the manual."""
    for folder in "man", "man/zh_CN":
        page = (ROOT / folder / "lianxi-json.5").read_text("utf-8")
        found = re.findall(r"^\.Bd -literal\n(\{.*?)\n\.Ed", page, re.M | re.S)
        for command, text in zip(("validate", "followup", "stats"), found):
            yield command, folder, json.loads(re.sub(r"\\\((?:lq|rq)", "'", text))


def main(lianxi):
    judges, seen, faults = {}, {}, []
    for command, where, value in [*examples(), *commands(lianxi)]:
        if command not in judges:
            judges[command] = validator(lianxi, command)
        seen[command] = seen.get(command, 0) + 1
        faults += complaints(judges[command], where, value)
    few = [command for command, n in seen.items() if n < 1]
    assert len(seen) == 9 and not few, seen
    print("\n".join(faults) or "all fit: %s" % seen)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
