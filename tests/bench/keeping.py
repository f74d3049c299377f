#!/usr/bin/env python3
"""How long a clerk waits for a list, for what is due, for one changed field, against `followup` of the
same book: keeping.py LIANXI [RECORDS]

The book has meetings with resolutions and reports, events and donations, RECORDS in all (10,000 where
not given). Each command is run five times, in turn with `followup`; printed are the medians of the
CPU seconds and the ratio of the two.
"""
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

LIANXI = sys.argv[1]
RECORDS = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
UNITS = 16


def day(number):
    return f"{2014 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"


def make(folder):
    units = "".join(f"- {{id: u{i}, name: Unit {i}, head: Chair}}\n" for i in range(UNITS))
    (folder / "alliance.yaml").write_text("alliance: {name: A, founded: 2013-05-20, office: u0}\nunits:\n" + units)
    meetings = RECORDS // 2 // (1 + UNITS)  # with their reports half of all
    text, reports = "meetings:\n", "followups:\n"
    for m in range(meetings):
        text += f"- id: m{m}\n  kind: regular\n  date: {day(m)}\n  resolutions:\n"
        text += "".join(f"  - {{id: r{r}, text: Matter {r} of {m}, lead: u{(m + r) % UNITS}, due: {day(m + 60)}}}\n" for r in range(5))
        for u in range(UNITS):
            reports += f"- {{meeting: m{m}, unit: u{u}, date: {day(m)}, items: [{{resolution: r{u % 5}, status: in_progress}}]}}\n"
    (folder / "meetings.yaml").write_text(text)
    (folder / "followups.yaml").write_text(reports)
    rest = RECORDS - meetings * (1 + UNITS)
    events = "".join(f"- {{id: e{i}, title: Service {i}, kind: volunteer, date: {day(i % 1300)}, lead: u{i % UNITS}, volunteers: {i % 50}}}\n" for i in range(rest))
    (folder / "events.yaml").write_text("events:\n" + events)


def cpu_seconds(folder, words):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([LIANXI, "-C", folder, "--as-of", "2016-12-31", *words], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL)
    assert done.returncode in (0, 1), words
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


with tempfile.TemporaryDirectory() as name:
    make(Path(name))
    print(f"{RECORDS} records; CPU seconds, medians of 5 in turn with followup")
    for words in (["list", "resolutions"], ["list", "resolutions", "--where", "days_overdue>30", "--format", "json"],
                  ["list", "events"], ["due"], ["set", "events/e1", "place=x", "--dry-run"]):
        pairs = [(cpu_seconds(name, words), cpu_seconds(name, ["followup"])) for _ in range(5)]
        mine, other = (statistics.median(side) for side in zip(*pairs))
        print(f"{' '.join(words):60} {mine:6.2f}  followup {other:6.2f}  {mine / other:.2f} times")
