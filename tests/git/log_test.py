"""lianxi log names just the commits in which a record is other than in all parents:
log_test.py LIANXI SAMPLE

What each commit holds is told by `--at REVISION export`, which reads whole books. LIANXI_COMMITS is
the length of the random history (60), LIANXI_SEED where it begins.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import history
from history import BOOK, git, random_history

LIANXI, SAMPLE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
COMMITS = int(os.environ.get("LIANXI_COMMITS", "60"))
SEED = int(os.environ.get("LIANXI_SEED", "1"))

RECORDS = ["meetings/2013-q3", "meetings/2015-q1", "meetings/2017-q3", "meetings/2015-q1/resolutions/r2",
           "units/地铁派出所", "units/站综合管理办公室", "funds/爱心基金", "plans/2016", "events/e2014-07",
           "donations/d2015-02", "requests/q2014-01", "series/青年志愿服务",
           "followups/2015-q1/铁路南京南站/2016-03-11"]
# What is worked out from other records as well is no part of the record.
WORKED_OUT = {"attendance", "reports", "findings"}
FIELDS_WORKED_OUT = {"meetings": {"next", "deadline", "present_units"}, "funds": {"balance"}, "units": {"member"},
                     "tasks": {"status", "achieved"},
                     "resolutions": {"status", "light", "effective_due", "present_lead", "days_overdue", "reminded"}}

# What is ignored now is not followed, so that what was ignored then is another matter.
history.Writer.ignore = lambda self: None


def run(folder, *words):
    done = subprocess.run(
        [LIANXI, "-q", *words], cwd=folder, capture_output=True, check=False, timeout=120,
        env={"PATH": os.environ["PATH"], "LIANXI_TODAY": "2017-09-30", "HOME": str(folder),
             "GIT_CONFIG_NOSYSTEM": "1"})
    return json.loads(done.stdout) if done.returncode in (0, 1) and done.stdout else None


def rows_of(tables, record):
    """All that a book says of a record, as one text; "" where it does not have it."""
    rows = [(name, row) for name, table in tables.items()
            if isinstance(table, list) and name not in WORKED_OUT for row in table
            if row.get("record") == record or str(row.get("record")).startswith(record + "/")]
    # Of one that is there twice the first counts, which is in the first of the files.
    files = [row["file"] for _, row in rows if row["record"] == record]
    return json.dumps([[name, {key: value for key, value in row.items() if key not in ("file", "line")
                               and key not in FIELDS_WORKED_OUT.get(name, ())}]
                       for name, row in rows if row["file"] == files[0]]) if files else ""


faults, told = 0, 0
with tempfile.TemporaryDirectory() as name:
    top = Path(name) / "仓 库"
    random_history(top, SAMPLE, COMMITS, SEED)
    lines = [line.split() for line in git(top, "rev-list", "--topo-order", "--reverse", "--parents", "HEAD").splitlines()]
    first = run(top, "-C", BOOK, "--at", lines[0][0], "export", "--format", "json")["tables"]
    RECORDS += [row["record"] for table in ("meetings", "plans", "grants", "donations", "followups")
                for row in first[table]][::4]
    RECORDS = list(dict.fromkeys(RECORDS))
    held = {}
    for revision, *parents in lines:
        book = run(top, "-C", BOOK, "--at", revision, "export", "--format", "json")
        held[revision] = {}
        for record in RECORDS:
            now = rows_of(book["tables"], record)
            # It may stand where nothing can be read.
            held[revision][record] = now if now or not book["unread"] else None
    for record in RECORDS:
        uncertain = {revision for revision, *parents in lines
                     if None in [held[one][record] for one in (revision, *parents)]}
        expected = {revision for revision, *parents in lines
                    if all(held[revision][record] != held[parent][record] for parent in parents)
                    and (parents or held[revision][record])}
        found = run(top, "-C", BOOK, "--at", "HEAD", "log", record, "--format", "json")
        actual = {commit["revision"] for commit in found["commits"] for change in commit["changes"]
                  if change["change"] in ("added", "changed", "removed", "renamed")} if found else set()
        told += len(actual)
        for revision in sorted((expected ^ actual) - uncertain):
            faults += 1
            print(f"{record}: {revision[:10]} is {'missing' if revision in expected else 'too much'}")
    print(f"{len(lines)} commits, {len(RECORDS)} records, {told} changes told; seed {SEED}")
    if told < len(RECORDS) + 5:
        faults += 1
        print("the history is not what it should be")

sys.exit(1 if faults else 0)
