"""What is said of a revision is what is said in a checkout of it: at_revision_test.py LIANXI SAMPLE

LIANXI_COMMITS is the length of the random history (200), LIANXI_SEED where it begins, and
LIANXI_ALL=1 asks every command at every revision instead of two of them.
"""
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from history import BOOK, git, random_history

LIANXI, SAMPLE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
COMMITS = int(os.environ.get("LIANXI_COMMITS", "200"))
SEED = int(os.environ.get("LIANXI_SEED", "1"))

COMMANDS = [
    ["validate", "--all"], ["validate", "--all", "--lang", "zh"],
    ["validate", "--format", "json"], ["validate", "--format", "sarif"],
    ["validate", "--format", "github"], ["validate", "--format", "gitlab", "--strict"],
    ["followup"], ["followup", "2017", "--format", "json"], ["followup", "--format", "csv"],
    ["followup", "--format", "md", "--lang", "zh"],
    ["stats"], ["stats", "2016", "--format", "json"], ["stats", "--format", "csv"],
    ["stats", "--explain", "donations.money"],
    ["report", "quarterly", "2017-Q3"], ["report", "annual", "2016", "--format", "json"],
    ["report", "minutes", "last"], ["report", "followup", "--format", "html"],
    ["report", "fund", "爱心基金"], ["report", "matter", "2015-q1/r2"],
    ["due"], ["due", "--format", "json"], ["due", "400", "--format", "csv", "--lang", "zh"],
    ["list", "meetings", "--format", "json"], ["list", "reports"], ["list", "findings", "--format", "csv"],
    ["list", "donations", "--format", "md"],
    ["show", "last"], ["show", "爱心基金", "--format", "json"], ["show", "2015-q1/r2", "--lang", "zh"],
    ["query", "select count(*), sum(amount) from donations"],
    ["query", "--schema"],
    ["export", "--format", "json"], ["export", "--format", "ndjson"], ["export", "--format", "ics"],
]


def run(words, folder, **settings):
    done = subprocess.run(
        [LIANXI, *words], cwd=folder, capture_output=True, check=False, timeout=120,
        env={"PATH": os.environ["PATH"], "LIANXI_TODAY": "2017-09-30", "HOME": str(folder),
             "GIT_CONFIG_NOSYSTEM": "1", **settings})
    return done.returncode, done.stdout, done.stderr


faults = 0


def expect(what, one, other):
    global faults
    if one == other:
        return
    faults += 1
    print(f"{what}: differs from the checkout")
    for name, left, right in zip(("status", "stdout", "stderr"), one, other):
        if left != right:
            print(f"  {name} {left[:600]!r}\n  instead of {right[:600]!r}")


with tempfile.TemporaryDirectory() as folder:
    home = Path(folder)
    top, checkout = home / "仓 库", home / "checkout"
    revisions = random_history(top, SAMPLE, COMMITS, SEED)
    git(home, "clone", "-q", str(top), str(checkout))
    # Old objects packed, the rest loose.
    git(top, "repack", "-q")
    chance = random.Random(SEED)
    asked, statuses = 0, {}
    for number, revision in enumerate(revisions):
        git(checkout, "checkout", "-q", "--force", revision)
        git(checkout, "clean", "-q", "-f", "-d", "-x")
        chosen = COMMANDS if os.environ.get("LIANXI_ALL") else chance.sample(COMMANDS, 2)
        for words in chosen:
            there = run(["-C", BOOK, *words], checkout)
            here = run(["-C", BOOK, "--at", revision, *words], top)
            expect(f"commit {number} ({revision}): {' '.join(words)}", here, there)
            statuses[there[0]] = statuses.get(there[0], 0) + 1
            asked += 1
    print(f"{len(revisions)} commits, {asked} answers compared; exit statuses {statuses}")
    if set(statuses) - {0, 1, 2} or statuses.get(0, 0) == 0 or statuses.get(1, 0) == 0:
        faults += 1
        print("the history is not what it should be")

    # Every way of naming a revision, and every kind of repository.
    last = revisions[-1]
    git(top, "tag", "-a", "v1", "-m", "one", revisions[50])
    tag = git(top, "rev-parse", "v1")
    assert tag != revisions[50]
    words = ["validate", "--format", "json", "--as-of", "2017-09-30"]

    def answer(revision):
        git(checkout, "checkout", "-q", "--force", revision)
        git(checkout, "clean", "-q", "-f", "-d", "-x")
        return run(["-C", BOOK, *words], checkout)

    third = git(top, "rev-parse", "HEAD~3")
    for name, revision in [("HEAD", last), ("main", last), (last[:9], last), ("HEAD~3", third),
                           ("v1", revisions[50]), (tag, revisions[50]), ("v1^{commit}", revisions[50]),
                           ("v1~5", git(top, "rev-parse", "v1~5")), ("@", last)]:
        expect(name, run(["-C", BOOK, "--at", name, *words], top), answer(revision))

    # The reflog's days are those on which the test runs.
    expect("main@{0}", run(["-C", BOOK, "--at", "main@{0}", *words], top), answer(last))
    log = top / ".git" / "logs" / "refs" / "heads" / "main"
    lines = log.read_text().splitlines()
    now = int(subprocess.run(["date", "+%s"], capture_output=True, text=True, check=True).stdout)
    shifted = []
    for number, line in enumerate(lines):
        head, message = line.split("\t", 1)
        parts = head.rsplit(" ", 2)
        shifted.append(f"{parts[0]} {now - (len(lines) - number) * 6 * 3600} +0000\t{message}")
    log.write_text("\n".join(shifted) + "\n")
    yesterday = git(top, "rev-parse", "main@{yesterday}")
    assert yesterday not in (last, revisions[0])
    expect("main@{yesterday}", run(["-C", BOOK, "--at", "main@{yesterday}", *words], top),
           answer(yesterday))

    git(home, "clone", "-q", "--bare", str(top), str(home / "bare.git"))
    expect("a bare clone", run(["-C", BOOK, "--at", "main~3", *words], home / "bare.git"), answer(third))
    expect("a bare clone from outside",
           run(["-C", str(home / "bare.git" / BOOK), "--at", "main~3", *words], home), answer(third))
    git(home, "clone", "-q", "--depth", "4", f"file://{top}", str(home / "shallow"))
    expect("a shallow clone", run(["-C", BOOK, "--at", "HEAD~3", *words], home / "shallow"), answer(third))
    git(home, "clone", "-q", "--no-checkout", str(top), str(home / "empty"))
    expect("no work tree yet", run(["-C", BOOK, "--at", "HEAD", *words], home / "empty"), answer(last))
    expect("from within the book", run(["--at", "HEAD~3", *words], top / BOOK), answer(third))
    git(top, "worktree", "add", "-q", "--detach", str(home / "second"), third)
    expect("a linked work tree", run(["-C", BOOK, "--at", "HEAD", *words], home / "second"), answer(third))
    git(top, "gc", "-q", "--prune=now")
    expect("all packed", run(["-C", BOOK, "--at", "v1", *words], top), answer(revisions[50]))

sys.exit(1 if faults else 0)
