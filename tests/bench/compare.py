#!/usr/bin/env python3
"""Measures lianxi side by side with other programs: see run.sh, which installs and builds those.

    compare.py LIANXI TOKENS LOADING [--size small|medium|full] [--only LINE]… [--runs N]
               [--folder DIR] [--readme FILE]
"""
import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from books import write_book
from machine import machine
from measuring import run, run_in_turn
from peers import check_totals, sample_journal
from table import Row, megabytes, rewrite_readme, seconds, table

SAMPLE = Path(__file__).resolve().parents[2] / "data-samples/nanjing-south"
RECORDS = {  # of the books
    "small": {"donations": 20_000, "tenth": 2_000, "mixed": 300, "other": 5_000,
              "faults": 5_000, "file": 20_000},
    "medium": {"donations": 300_000, "tenth": 30_000, "mixed": 3_000, "other": 30_000,
               "faults": 100_000, "file": 200_000},
    "full": {"donations": 1_000_000, "tenth": 100_000, "mixed": 10_000, "other": 100_000,
             "faults": 300_000, "file": 200_000},
}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
SHORT_RUNS = 21  # of what takes milliseconds


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.records = RECORDS[options.size]
        self.sizes = {}  # bytes of each book

    # Books, written when first asked for.

    def book(self, kind, count, **layout):
        records = self.records[count] if isinstance(count, str) else count
        name = "-".join(str(word) for word in (kind, records, *layout.values()))
        path = self.folder / name
        if name not in self.sizes:
            print(f"writing {name}", file=sys.stderr)
            journals = f"{path}-journals" if kind == "donations" and not layout else None
            self.sizes[name] = write_book(path, kind, records, journals=journals, **layout)
        return path

    def donations(self):
        return self.book("donations", "donations")

    def journal(self, ending):
        return f"{self.donations()}-journals/book.{ending}"

    def paths(self, book):
        """A file that lists the files of a book."""
        listed = self.folder / f"{book.name}.paths"
        listed.write_text("".join(f"{path}\n" for path in sorted(book.rglob("*.yaml"))))
        return str(listed)

    # Rows of two commands.

    def lianxi(self, book, *words):
        return [self.options.lianxi, "-C", str(book), *words]

    def row(self, what, first, second, of="cpu", runs=None, **goal):
        pair = run_in_turn(first, second, runs or self.options.runs)
        show = megabytes if of == "peak" else seconds
        medians = [show(median) for median in pair.medians(of)]
        measure = {"cpu": "CPU", "wall": "wall", "peak": "peak memory"}[of]
        return Row(f"{what}, {measure}", *medians, pair.ratio(of), **goal)

    def against(self, what, command, least):
        # The others have one thread; two on one core's halves would each count what both wait.
        ours = self.lianxi(self.donations(), "validate", "-j1")
        return self.row(f"`validate -j1`, {what}", ours, command, least=least)

    def threads(self, what, book, **goal):
        two, one = (self.lianxi(book, "validate", jobs) for jobs in ("-j2", "-j1"))
        return self.row(f"{what}`validate -j2`, `-j1`", two, one, of="wall", **goal)

    # Lines of the table.

    def ledger(self):
        command = ["ledger", "--args-only", "-f", self.journal("journal"), "bal"]
        return self.against("`ledger bal`", command, 8)

    def hledger(self):
        command = ["hledger", "-f", self.journal("journal"), "check"]
        return self.against("`hledger check`", command, 40)

    def beancount(self):
        return self.against("`bean-check -C`", ["bean-check", "-C", self.journal("beancount")], 80)

    def tokens(self):
        paths = self.paths(self.donations())
        return self.against("libyaml only tokenising", [self.options.tokens, paths], 1)

    def memory(self):
        book = self.donations()
        command = self.lianxi(book, "validate")
        peak = max(run(command).peak for _ in range(self.options.runs))
        size = self.sizes[book.name]
        return Row("bytes of the book, peak memory of `validate`", megabytes(size), megabytes(peak),
                   peak / size, most=2.5)

    def growth(self):
        tenth, whole = (self.lianxi(self.book("donations", of), "validate")
                        for of in ("tenth", "donations"))
        return self.row("`validate`: a tenth of the records, all", tenth, whole, most=10.5)

    def cores(self):
        return self.threads("", self.donations(), least=1.7)

    def followup(self):
        book = self.book("mixed", "mixed")
        return self.row("mixed book: `validate`, `followup`", self.lianxi(book, "validate"),
                        self.lianxi(book, "followup"), most=1.3)

    def sample(self):
        journal = self.folder / "sample.journal"
        journal.write_text(sample_journal(SAMPLE), encoding="utf-8")
        return self.row("the sample: `validate`, `hledger check` of its fund",
                        self.lianxi(SAMPLE, "validate"), ["hledger", "-f", str(journal), "check"],
                        of="wall", runs=SHORT_RUNS, least=5)

    def start(self):
        command = self.lianxi(SAMPLE, "validate")
        wall = statistics.median(run(command).wall for _ in range(SHORT_RUNS))
        return Row("the sample: what an idle machine should take, `validate`, wall",
                   seconds(0.005), seconds(wall), wall / 0.005, most=1)

    def escaped(self):
        book = self.book("escaped", "other")
        return self.row("every scalar escaped: `validate -j2`, yaml-cpp's `LoadFile`",
                        self.lianxi(book, "validate", "-j2"),
                        [self.options.loading, self.paths(book)], of="wall", least=3)

    def beside_plain(self, kind, what):
        plain, other = (self.lianxi(self.book(kind, "other"), "validate")
                        for kind in ("donations", kind))
        return self.row(f"`validate`: plain, {what}", plain, other)

    def strange(self):
        return self.beside_plain("strange", "one strange item in each file")

    def wrapped(self):
        return self.beside_plain("wrapped", "a text of several lines in each record")

    def one_file(self):
        book = self.book("donations", "file", a_file=0)
        return self.threads(f"one file of {megabytes(self.sizes[book.name])}: ", book)

    def end_fault(self):
        plain, other = (self.lianxi(self.book(kind, "file", a_file=0), "validate")
                        for kind in ("donations", "end-fault"))
        return self.row("the same file, with a fault at its end", plain, other)

    def followup_json(self):
        book = self.book("late", "mixed")
        return self.row("much is late: `followup` as text, as JSON", self.lianxi(book, "followup"),
                        self.lianxi(book, "followup", "--format", "json"), most=1.2)

    def findings(self, form, of):
        book = self.book("faults", "faults")
        return self.row(f"{self.records['faults']:,} findings as text, as {form}",
                        self.lianxi(book, "validate"),
                        self.lianxi(book, "validate", "--format", form), of=of)

    def findings_json(self):
        return self.findings("json", "cpu")

    def findings_memory(self):
        return self.findings("json", "peak")

    def findings_sarif(self):
        return self.findings("sarif", "peak")

    def fix(self):
        few, many = (self.book("colons", count, a_file=0) for count in (700, 7_000))
        row = self.row("`--fix`: 700 slips, 7,000", *(
            self.lianxi(book, "validate", "--fix", "--dry-run") for book in (few, many)), most=12)
        if not self.is_mended(many):
            row.fault = "**not all is mended**"
        return row

    def is_mended(self, book):
        """Whether `--fix` leaves nothing to mend."""
        copy = self.folder / "mended"
        shutil.copytree(book, copy)
        done = subprocess.run(self.lianxi(copy, "validate", "--fix"), check=False, **QUIET)
        shutil.rmtree(copy)
        return done.returncode == 0


LINES = ["ledger", "hledger", "beancount", "tokens", "memory", "growth", "cores", "followup",
         "sample", "start", "escaped", "strange", "wrapped", "one_file", "end_fault",
         "followup_json", "findings_json", "findings_memory", "findings_sarif", "fix"]


def measure(options, folder):
    bench = Bench(options, folder)
    wanted = options.only or LINES
    if {"ledger", "hledger", "beancount"} & set(wanted):
        check_totals(bench.lianxi(bench.donations(), "stats", "--format", "json"),
                     bench.journal("journal"), bench.journal("beancount"))
    rows = []
    for line in wanted:
        rows.append(getattr(bench, line)())
        print(" | ".join(rows[-1].cells()), file=sys.stderr)
    text = (f"{machine(options.lianxi)}\n{bench.records['donations']:,} donations; medians of "
            f"{options.runs} runs in turn.\n\n{table(rows)}")
    print(f"\n{text}")
    if options.readme:
        rewrite_readme(Path(options.readme), text)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    for word in ("lianxi", "tokens", "loading"):
        parser.add_argument(word)
    parser.add_argument("--size", choices=RECORDS, default="small")
    parser.add_argument("--only", action="append", choices=LINES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", help="where the books are written for the time being")
    parser.add_argument("--readme")
    options = parser.parse_args()
    if options.folder:
        Path(options.folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        measure(options, Path(folder))


main()
