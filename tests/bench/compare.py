#!/usr/bin/env python3
"""Measures lianxi side by side with other programs: see run.sh, which installs and builds those first.

    compare.py LIANXI TOKENS LOADING [--size small|full] [--only LINE]… [--runs N] [--folder DIR] [--readme FILE]
"""
import argparse
import dataclasses
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from books import write_book
from machine import machine
from measuring import output, run, run_in_turn

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data-samples/nanjing-south"
RECORDS = {  # of the books
    "small": {"donations": 20_000, "tenth": 2_000, "mixed": 300, "other": 5_000, "faults": 5_000, "file": 20_000},
    "full": {"donations": 1_000_000, "tenth": 100_000, "mixed": 10_000, "other": 100_000, "faults": 300_000, "file": 200_000},
}


@dataclasses.dataclass
class Row:
    what: str
    first: str
    second: str
    ratio: float
    least: float = None  # that the ratio has to reach
    most: float = None   # that it must not go over
    fault: str = ""      # what makes the figures void

    def goal(self):
        return f"at least {self.least:g}" if self.least else f"at most {self.most:g}" if self.most else ""

    def verdict(self):
        if self.fault or not self.goal():
            return self.fault
        return "reached" if (self.ratio >= self.least if self.least else self.ratio <= self.most) else "**missed**"

    def cells(self):
        return [self.what, self.first, self.second, f"{self.ratio:.2f}", self.goal(), self.verdict()]


def seconds(value):
    return f"{value:.2f} s" if value >= 0.1 else f"{value * 1000:.1f} ms"


def megabytes(value):
    return f"{value / 1e6:.1f} MB"


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.records = RECORDS[options.size]
        self.sizes = {}  # bytes of each book

    # Books, written when first asked for.

    def book(self, kind, count, **layout):
        records = self.records[count]
        name = f"{kind}-{records}" + "".join(f"-{value}" for value in layout.values())
        path = self.folder / name
        if name not in self.sizes:
            print(f"writing {name}", file=sys.stderr)
            journals = f"{path}-journals" if kind == "donations" and not layout else None
            self.sizes[name] = write_book(path, kind, records, journals=journals, **layout)
        return path

    def journal(self, ending):
        return f"{self.book('donations', 'donations')}-journals/book.{ending}"

    def paths(self, book):
        listed = self.folder / f"{book.name}.paths"
        listed.write_text("".join(f"{path}\n" for path in sorted(book.rglob("*.yaml"))))
        return str(listed)

    # Commands.

    def lianxi(self, book, *words):
        return [self.options.lianxi, "-C", str(book), *words]

    def validate(self, *words):
        return self.lianxi(self.book("donations", "donations"), "validate", *words)

    def in_turn(self, first, second, **how):
        return run_in_turn(first, second, self.options.runs, **how)

    # Lines of the table.

    def against(self, what, command, least):
        pair = self.in_turn(self.validate(), command)
        ours, theirs = pair.medians("cpu")
        return Row(f"`validate` and {what}, CPU", seconds(ours), seconds(theirs), pair.ratio("cpu"), least=least)

    def ledger(self):
        return self.against("`ledger bal`", ["ledger", "--args-only", "-f", self.journal("journal"), "bal"], 8)

    def hledger(self):
        return self.against("`hledger check`", ["hledger", "-f", self.journal("journal"), "check"], 40)

    def beancount(self):
        return self.against("`bean-check -C`", ["bean-check", "-C", self.journal("beancount")], 80)

    def tokens(self):
        paths = self.paths(self.book("donations", "donations"))
        return self.against("libyaml, only tokenising", [self.options.tokens, paths], 1)

    def memory(self):
        book = self.book("donations", "donations")
        peak = max(run(self.lianxi(book, "validate")).peak for _ in range(self.options.runs))
        size = self.sizes[book.name]
        return Row("bytes of the book and peak memory of `validate`", megabytes(size), megabytes(peak), peak / size, most=2.5)

    def growth(self):
        pair = self.in_turn(self.lianxi(self.book("donations", "tenth"), "validate"), self.validate())
        tenth, whole = pair.medians("cpu")
        return Row("`validate`, of ten times the records, CPU", seconds(tenth), seconds(whole), pair.ratio("cpu"), most=10.5)

    def cores(self):
        pair = self.in_turn(self.validate("-j2"), self.validate("-j1"))
        two, one = pair.medians("wall")
        return Row("`validate -j2` and `-j1`, wall", seconds(two), seconds(one), pair.ratio("wall"), least=1.7)

    def followup(self):
        book = self.book("mixed", "mixed")
        pair = self.in_turn(self.lianxi(book, "validate"), self.lianxi(book, "followup"), statuses=(0, 1))
        checked, followed = pair.medians("cpu")
        return Row("mixed book: `validate` and `followup`, CPU", seconds(checked), seconds(followed), pair.ratio("cpu"), most=1.3)

    def sample(self):
        journal = self.folder / "sample.journal"
        journal.write_text(sample_journal(), encoding="utf-8")
        pair = run_in_turn(self.lianxi(SAMPLE, "validate"), ["hledger", "-f", str(journal), "check"], 21)
        ours, theirs = pair.medians("wall")
        return Row("the sample: `validate` and `hledger check` of its fund, wall", seconds(ours), seconds(theirs), pair.ratio("wall"), least=5)

    def start(self):
        wall = statistics.median(run(self.lianxi(SAMPLE, "validate")).wall for _ in range(21))
        return Row("the sample on an idle machine: 5 ms and `validate`, wall", seconds(0.005), seconds(wall), wall / 0.005, most=1)

    def escaped(self):
        book = self.book("escaped", "other")
        pair = self.in_turn(self.lianxi(book, "validate", "-j2"), [self.options.loading, self.paths(book)])
        ours, theirs = pair.medians("wall")
        return Row("every scalar escaped: `validate -j2` and yaml-cpp's `LoadFile`, wall", seconds(ours), seconds(theirs), pair.ratio("wall"), least=3)

    def beside_plain(self, kind, what, most=None):
        plain, other = self.book("donations", "other"), self.book(kind, "other")
        pair = self.in_turn(self.lianxi(plain, "validate"), self.lianxi(other, "validate"))
        first, second = pair.medians("cpu")
        return Row(f"`validate`: plain, and {what}, CPU", seconds(first), seconds(second), pair.ratio("cpu"), most=most)

    def strange(self):
        return self.beside_plain("strange", "with one strange item in each file")

    def wrapped(self):
        return self.beside_plain("wrapped", "with a text of several lines in each record")

    def one_file(self):
        book = self.book("donations", "file", a_file=0)
        pair = self.in_turn(self.lianxi(book, "validate", "-j2"), self.lianxi(book, "validate", "-j1"))
        two, one = pair.medians("wall")
        return Row(f"one file of {megabytes(self.sizes[book.name])}: `validate -j2` and `-j1`, wall", seconds(two), seconds(one), pair.ratio("wall"))

    def end_fault(self):
        plain, other = self.book("donations", "file", a_file=0), self.book("end-fault", "file", a_file=0)
        pair = self.in_turn(self.lianxi(plain, "validate"), self.lianxi(other, "validate"), statuses=(0, 1))
        first, second = pair.medians("cpu")
        return Row("the same: without and with a fault at its end, CPU", seconds(first), seconds(second), pair.ratio("cpu"))

    def followup_json(self):
        book = self.book("late", "mixed")
        pair = self.in_turn(self.lianxi(book, "followup"), self.lianxi(book, "followup", "--format", "json"), statuses=(0, 1))
        text, json = pair.medians("cpu")
        return Row("much is late: `followup` as text and JSON, CPU", seconds(text), seconds(json), pair.ratio("cpu"), most=1.2)

    def findings(self, form, of, show):
        book = self.book("faults", "faults")
        pair = self.in_turn(self.lianxi(book, "validate"), self.lianxi(book, "validate", "--format", form), statuses=(0, 1))
        text, other = pair.medians(of)
        what = "CPU" if of == "cpu" else "peak memory"
        return Row(f"{self.records['faults']:,} findings as text and {form}, {what}", show(text), show(other), pair.ratio(of))

    def findings_json(self):
        return self.findings("json", "cpu", seconds)

    def findings_memory(self):
        return self.findings("json", "peak", megabytes)

    def findings_sarif(self):
        return self.findings("sarif", "peak", megabytes)

    def fix(self):
        few, many = self.slips(700), self.slips(7_000)
        pair = self.in_turn(self.lianxi(few, "validate", "--fix", "--dry-run"), self.lianxi(many, "validate", "--fix", "--dry-run"), statuses=(0, 1))
        first, second = pair.medians("cpu")
        return Row("`--fix` of 700 slips and of 7,000, CPU", seconds(first), seconds(second), pair.ratio("cpu"), most=12,
                   fault="" if self.is_mended(many) else "**not all is mended**")

    def slips(self, count):
        path = self.folder / f"colons-{count}"
        if not path.exists():
            write_book(path, "colons", count, a_file=0)
        return path

    def is_mended(self, book):
        """Whether nothing is left to mend."""
        copy = self.folder / "mended"
        shutil.copytree(book, copy)
        done = subprocess.run(self.lianxi(copy, "validate", "--fix"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        shutil.rmtree(copy)
        return done.returncode == 0


LINES = ["ledger", "hledger", "beancount", "tokens", "memory", "growth", "cores", "followup", "sample", "start", "escaped", "strange", "wrapped",
         "one_file", "end_fault", "followup_json", "findings_json", "findings_memory", "findings_sarif", "fix"]


def sample_journal():
    """The sample's fund as hledger keeps it."""
    def records(pattern, collection):
        for path in sorted(SAMPLE.glob(pattern)):
            yield from yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader).get(collection, [])

    def entry(record, who, first, second):
        amount = record["金额"].replace(",", "")
        return f"{record['日期']} {who}\n    {first}  {amount} CNY\n    {second}\n\n"

    given = [entry(r, r.get("捐赠方", "?"), "Assets:爱心基金", "Income:Donations") for r in records("donations.yaml", "捐赠") if "金额" in r]
    granted = [entry(r, r.get("用途", "?"), "Expenses:Grants", "Assets:爱心基金") for r in records("grants/*.yaml", "救助")]
    return "".join(given + granted)


def totals_of(text):
    """What went in, what went out and what is left, in cents, of a table of accounts."""
    found = {}
    for line in text.splitlines():
        account, amount = re.search(r"(Assets|Income|Expenses):\w+", line), re.search(r"-?[\d,]+\.\d\d", line)
        if account and amount:
            found[account[1]] = int(re.sub(r"[.,]", "", amount[0]))
    return -found["Income"], found["Expenses"], found["Assets"]


def check_totals(bench):
    """No time is worth anything where the sums differ."""
    book = bench.book("donations", "donations")
    fund = yaml.safe_load(output(bench.lianxi(book, "stats", "--format", "json")))["funds"][0]
    ours = tuple(int(fund[figure].replace(".", "")) for figure in ("received", "granted", "closing"))
    journal, beancount = bench.journal("journal"), bench.journal("beancount")
    for name, command in {
            "ledger": ["ledger", "--args-only", "-f", journal, "bal"],
            "hledger": ["hledger", "-f", journal, "bal", "--output-format", "csv"],
            "bean-query": ["bean-query", "--no-errors", "-f", "csv", beancount, "SELECT account, sum(position) GROUP BY account"],
    }.items():
        theirs = totals_of(output(command))
        if theirs != ours:
            raise SystemExit(f"{name} has other totals: {theirs}, not {ours}")
    print(f"lianxi, ledger, hledger and beancount agree: received {fund['received']}, granted {fund['granted']}, left {fund['closing']}")


def table(rows):
    head = ["what", "first", "second", "ratio", "goal", ""]
    lines = [head, ["---"] * len(head)] + [row.cells() for row in rows]
    return "\n".join("| " + " | ".join(line).rstrip() + " |" for line in lines) + "\n"


def rewrite_readme(path, text):
    """Puts the text between the two markers."""
    begin, end = "<!-- figures of tests/bench/run.sh -->\n", "<!-- end of figures -->\n"
    before, rest = path.read_text(encoding="utf-8").split(begin)
    path.write_text(before + begin + text + end + rest.split(end)[1], encoding="utf-8")


def measure(options, folder):
    bench = Bench(options, folder)
    wanted = options.only or LINES
    if not options.only or {"ledger", "hledger", "beancount"} & set(wanted):
        check_totals(bench)
    rows = []
    for line in wanted:
        rows.append(getattr(bench, line)())
        print(" | ".join(rows[-1].cells()), file=sys.stderr)
    text = f"{machine(options.lianxi)}\n{options.runs} runs in turn, medians; {bench.records['donations']:,} donations.\n\n{table(rows)}"
    print(f"\n{text}")
    if options.readme:
        rewrite_readme(Path(options.readme), text)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for word in ("lianxi", "tokens", "loading"):
        parser.add_argument(word)
    parser.add_argument("--size", choices=RECORDS, default="small")
    parser.add_argument("--only", action="append", choices=LINES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", help="where the books are written, and stay; else a temporary folder")
    parser.add_argument("--readme")
    options = parser.parse_args()
    if options.folder:
        Path(options.folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        measure(options, Path(folder))


main()
