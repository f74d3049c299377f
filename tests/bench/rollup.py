#!/usr/bin/env python3
"""A roll-up of many books against reading them: rollup.py LIANXI [BOOKS [RECORDS]]

Makes BOOKS books (1,000) of RECORDS records each (1,000), of which some are late, some open, as in
life, and prints CPU seconds and peak memory of `rollup`, with one thread and two, and the sum of
`validate` of each. Where the benches are built, bench-rollup then compares within one process.
Add --keep FOLDER to leave the books there.
"""
import datetime
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FIRST = datetime.date(2014, 1, 1)
UNITS = 8


def day(number):
    return FIRST + datetime.timedelta(days=number)


def book(number, records):
    """Meetings each quarter with what belongs to them, then events, donations, grants, projects."""
    yield f"alliance: {{name: 第{number}联盟, founded: 2013-12-01, office: u0}}"
    yield "units:"
    for i in range(UNITS):
        yield f"  - {{id: u{i}, name: 单位{i}, head: 负责人}}"
    meetings = 18
    yield "meetings:"
    for m in range(meetings):
        date = day(91 * m + 20)
        yield f"  - id: m{m}\n    kind: regular\n    title: 第{m}次例会\n    date: {date}"
        yield f"    notice: {{date: {date - datetime.timedelta(days=7)}}}"
        yield f"    attendance: {{present: [{', '.join(f'u{i}' for i in range(UNITS) if (i + m) % 9)}]}}"
        yield f"    minutes: {{issued: {date + datetime.timedelta(days=4)}}}"
        yield "    resolutions:"
        for r in range(3):
            yield f"      - {{id: r{r}, text: 议定事项{r}, lead: u{(m + r) % UNITS}, due: {date + datetime.timedelta(days=60)}}}"
    yield "followups:"
    for m in range(meetings):
        for i in range(UNITS):
            if (m * UNITS + i) % 20:
                status = "done" if (m + i) % 5 else "in_progress"
                items = "".join(f"      - {{resolution: r{r}, status: {status}, result: 已落实}}\n"
                                for r in range(3) if (m + r) % UNITS == i)
                items = items or "      - {resolution: r0, status: done, result: 已配合}\n"
                yield f"  - meeting: m{m}\n    unit: u{i}\n    date: {day(91 * m + 60 + i)}\n    items:\n{items[:-1]}"
    yield "events:"
    rest = max(records - meetings * (UNITS + 1) - UNITS, 4)
    for i in range(rest // 2):
        yield (f"  - id: e{i}\n    title: 志愿服务第{i}场\n    kind: volunteer\n    date: {day(i * 3 % 1600)}\n"
               f"    lead: u{i % UNITS}\n    served: {'约' if i % 7 == 0 else ''}{100 + i}\n    volunteers: {i % 40}")
    yield "funds:\n  - {id: care, name: 爱心基金, steward: u0, opening: 1000.00, published: [{date: 2018-06-01, until: 2018-05-31, where: 公告栏}]}"
    yield "donations:"
    for i in range(rest // 3):
        yield (f"  - id: d{i}\n    date: {day(i * 5 % 1600)}\n    donor: 捐赠单位{i % 97}\n    fund: care\n"
               f"    amount: {100 + i}.{i % 100:02}\n    purpose: 救助困难旅客\n    receipt: R-{i:06}")
    yield "grants:"
    for i in range(rest - rest // 2 - rest // 3):
        yield f"  - id: g{i}\n    date: {day(i * 9 % 1600)}\n    fund: care\n    amount: {20 + i % 30}.00\n    approved_by: u0"


def measured(command, folder):
    """(CPU seconds, peak MB) of it and all that it waits for."""
    done = subprocess.run(["/usr/bin/time", "-f", "%U %S %M", "sh", "-c", command], cwd=folder, capture_output=True,
                          text=True, env=os.environ | {"LIANXI_TODAY": "2018-06-30"})
    user, system, peak = done.stderr.split("\n")[-2].split()
    return float(user) + float(system), int(peak) / 1000


def main(lianxi, books=1000, records=1000):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(sys.argv[sys.argv.index("--keep") + 1]) if "--keep" in sys.argv else Path(name)
        size = 0
        for i in range(int(books)):
            place = folder / f"b{i:05}"
            place.mkdir(parents=True)
            text = "".join(line + "\n" for line in book(i, int(records)))
            (place / "book.yaml").write_text(text, encoding="utf-8")
            size += len(text.encode())
        (folder / "books.txt").write_text("".join(f"b{i:05}\n" for i in range(int(books))))
        print(f"{books} books of {records} records, {size / 1e6:.0f} MB")
        for jobs in 1, 2:
            seconds, peak = measured(f"{lianxi} -j {jobs} rollup books.txt", folder)
            print(f"rollup -j {jobs}: {seconds:.2f} CPU s, peak {peak:.0f} MB")
        seconds, _ = measured(f"while read b; do {lianxi} -j 1 -C $b validate; done < books.txt", folder)
        print(f"validate, book by book: {seconds:.2f} CPU s, each with its start")
        bench = Path(lianxi).parent / "tests" / "bench-rollup"
        if bench.exists():
            subprocess.run([bench, *(folder / f"b{i:05}" for i in range(int(books)))], check=True)


if __name__ == "__main__":
    main(str(Path(sys.argv[1]).resolve()), *[word for word in sys.argv[2:] if re.fullmatch(r"\d+", word)])
