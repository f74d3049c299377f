#!/usr/bin/env python3
"""How long it takes to tell what became of one resolution, against git's own log of its file:
history.py LIANXI [COMMITS]

The history has COMMITS commits (2,000 where not given) of a book with 40 meetings of 5 resolutions,
a file each, a file of 1,000 events and a file of reports a meeting. Every commit adds an event, a
report, or moves a due date; every hundredth one is the resolution's. Both commands are run five times
in turn; printed are the medians of the seconds and the ratio of the two.
"""
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIANXI = str(Path(sys.argv[1]).resolve())
COMMITS = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
MEETINGS, UNITS = 40, 16
ASKED = MEETINGS - 1
FILE = f"book/meetings/m{ASKED}.yaml"


def day(number):
    return f"{2014 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"


class Book:
    """The files of the book, as a writer of a fast-import stream changes them."""

    def __init__(self):
        self.due = {(m, r): 0 for m in range(MEETINGS) for r in range(5)}
        self.events, self.reports = 1000, [0] * MEETINGS

    def alliance(self):
        return "alliance: {name: A, founded: 2013-05-20, office: u0}\nunits:\n" + "".join(
            f"- {{id: u{i}, name: Unit {i}, head: Chair}}\n" for i in range(UNITS))

    def meeting(self, m):
        return (f"meetings:\n- id: m{m}\n  kind: regular\n  date: {day(m * 30)}\n  resolutions:\n" + "".join(
            f"  - {{id: r{r}, text: Matter {r} of {m}, lead: u{(m + r) % UNITS}, due: {day(m * 30 + 60 + self.due[m, r])}}}\n"
            for r in range(5)))

    def event_file(self):
        return "events:\n" + "".join(
            f"- {{id: e{i}, title: Service {i}, kind: volunteer, date: {day(i % 1300)}, lead: u{i % UNITS}, volunteers: {i % 50}}}\n"
            for i in range(self.events))

    def report_file(self, m):
        return "followups:\n" + "".join(
            f"- {{meeting: m{m}, unit: u{u % UNITS}, date: {day(m * 30 + u)}, items: [{{resolution: r{u % 5}, status: in_progress}}]}}\n"
            for u in range(self.reports[m]))

    def change(self, number):
        """Changes one file; returns its path and text."""
        m = number * 7 % (MEETINGS - 1)
        if number % 100 == 99:
            self.due[ASKED, 1] += 1
            return FILE, self.meeting(ASKED)
        if number % 3 == 0:
            self.events += 1
            return "book/events.yaml", self.event_file()
        if number % 3 == 1:
            m = number * 7 % MEETINGS
            self.reports[m] += 1
            return f"book/reports/m{m}.yaml", self.report_file(m)
        self.due[m, number % 5] += 1
        return f"book/meetings/m{m}.yaml", self.meeting(m)


def commit(out, number, files):
    out.write(f"commit refs/heads/main\ncommitter clerk <clerk@example.org> {1400000000 + number * 40000} +0800\n"
              "data 1\nx\n".encode())
    for path, text in files:
        data = text.encode()
        out.write(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")


def make(folder):
    subprocess.run(["git", "-c", "init.defaultBranch=main", "init", "-q", folder], check=True)
    book = Book()
    with subprocess.Popen(["git", "-C", folder, "fast-import", "--quiet"], stdin=subprocess.PIPE) as importing:
        out = importing.stdin
        commit(out, 0, [("book/alliance.yaml", book.alliance()), ("book/events.yaml", book.event_file())] +
               [(f"book/meetings/m{m}.yaml", book.meeting(m)) for m in range(MEETINGS)])
        for number in range(1, COMMITS):
            commit(out, number, [book.change(number)])
        out.close()
    assert importing.returncode == 0
    subprocess.run(["git", "-C", folder, "reset", "-q", "--hard", "main"], check=True)


def seconds(folder, words):
    start = time.perf_counter()
    done = subprocess.run(words, cwd=folder, stdout=subprocess.PIPE, check=False, text=True)
    assert done.returncode == 0, words
    return time.perf_counter() - start, done.stdout


with tempfile.TemporaryDirectory() as name:
    make(name)
    print(f"{COMMITS} commits; seconds, medians of 5 in turn")
    ours = [LIANXI, "-C", f"{name}/book", "--as-of", "2017-12-31", "log", f"m{ASKED}/r1"]
    theirs = ["git", "log", "-p", "--", FILE]
    pairs = [(seconds(name, ours), seconds(name, theirs)) for _ in range(5)]
    told = pairs[0][0][1].count("  due: ")
    assert told == COMMITS // 100 + 1, told  # and the day that it was resolved with
    mine, other = (statistics.median(one[0] for one in side) for side in zip(*pairs))
    print(f"lianxi log m{ASKED}/r1 {mine:6.2f}   git log -p -- {FILE} {other:6.2f}   {mine / other:.1f} times")
