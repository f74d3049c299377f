#!/usr/bin/python3
"""Compares a `lianxi` binary with the reference on random books.

    compare.py LIANXI_BINARY [--books N] [--seed S] [--clean|--faulty|--orderly]
    compare.py --self [--books N] [--seed S]

For each seed two books are written, with English keys and with Chinese or mixed ones.
Their JSON of `followup` and `stats`, on days on and around the books' dates, must be
the reference's. Every fourth seed has faults, every third no date out of order. Message,
hint, related, version and the number of faults in the records are not compared. Prints
the first differences, each with the command that shows it, the JSON path and both values,
and a sum of all by rule or key; the last line is `N passed, M failed` (a pass is one
output compared), the exit status 1 if any failed.

`--keep DIR` leaves the books of failed seeds in a folder. `--no-places` leaves out file,
line and column. `--self` puts the English book's reference in the binary's place: a
check of the books and of the reading.
"""

import argparse
import collections
import concurrent.futures
import datetime
import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile

import random_book
import reference
from reader import Book, Record

COMMANDS = {"followup": reference.followup, "stats": reference.stats}
PLACE = ("file", "line", "column")
UNCOMPARED = ("version", "record_errors", "message", "hint", "related")
#: what `--unit` narrows in ways of its own
NARROWED = ("meetings", "resolutions", "units")


def dates_in(record):
    """All dates of a record and of its parts."""
    for value in record.values.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Record):
                yield from dates_in(one)
            elif isinstance(one, datetime.date):
                yield one


def book_dates(book):
    """All dates of a book, in order."""
    found = set(dates_in(book.alliance))
    for name in book.collections:
        for record in book[name]:
            found.update(dates_in(record))
    return sorted(found)


def choose_period(rng, book, day):
    """A PERIOD that begins on or before a day."""
    founded = book.alliance.get("founded")
    span = max(1, (day - founded).days)
    start = founded + datetime.timedelta(days=rng.randint(0, span)) if day > founded else day
    year, month = start.year, start.month
    quarter, half = (month + 2) // 3, (month + 5) // 6
    words = "一二三四"
    simple = [f"{year}", f"{year}-Q{quarter}", f"{year}-H{half}", f"{year}-{month:02}",
              f"{year}年", f"{year}年{'上下'[half - 1]}半年", f"{year}年{words[quarter - 1]}季度",
              f"{year}年第{words[quarter - 1]}季度", f"{year}年{quarter}季度", f"{year}年{month}月"]
    one = rng.choice(simple)
    seen = ["this-quarter", "last-quarter", "this-month", "last-month", "this-year", "last-year",
            "本季度", "上季度", "本月", "上月", "今年", "去年"]
    forms = [one, one, one, f"{one}..", f"..{one}", f"{start}..", f"..{start}", f"{start}..{day}",
             f"{year}..{day.year}", start.isoformat(), rng.choice(seen), "all"]
    return rng.choice(forms)


def choose_runs(seed, book):
    """What is asked of a book: (day, period or None, unit or None) on and around its dates."""
    rng = random.Random(f"runs {seed}")
    dates = book_dates(book)
    units = [unit.get("id") for unit in book["units"] if unit.get("id")]
    runs = []
    for _ in range(5):
        day = rng.choice(dates) + datetime.timedelta(
            days=rng.choice([0, 0, 0, 1, -1, 1, 7, 8, 14, 30, 61, 90, 91, 150]))
        runs += [(day, None, None), (day, choose_period(rng, book, day), None)]
    unit = rng.choice(units) if units else None
    return runs + [(day, None, unit)]


def arguments_of(run, command):
    """The command line after the book's."""
    day, text, unit = run
    return (["--as-of", day.isoformat(), command] + ([text] if text else [])
            + (["--unit", unit] if unit else []) + ["--format", "json"])


ENVIRONMENT = {name: value for name, value in os.environ.items()
               if not name.startswith(("LIANXI_", "LC_", "LANG"))} | {"LC_ALL": "C.UTF-8"}


def call(binary, folder, arguments):
    """Runs the binary; its JSON with the exit status in it."""
    done = subprocess.run([binary, "-C", folder, *arguments], capture_output=True, check=False,
                          env=ENVIRONMENT, timeout=120)
    try:
        result = json.loads(done.stdout)
    except ValueError:
        result = {"not JSON": done.stdout.decode(errors="replace")[:300],
                  "stderr": done.stderr.decode(errors="replace")[:300]}
    if isinstance(result, dict):
        result["exit"] = done.returncode
    return result


def expected_of(book, run, command):
    """The reference's JSON with the exit status that lianxi(1) asks for."""
    day, text, unit = run
    more = {"unit": unit} if unit else {}
    result = COMMANDS[command](book, day, text, **more)
    result["exit"] = 1 if result.get("open_errors") or result["unread"] else 0
    return result


def differences(want, have, path=""):
    """(path, wanted, found) wherever two JSON values differ."""
    if isinstance(want, dict) and isinstance(have, dict):
        for key in list(want) + [key for key in have if key not in want]:
            yield from differences(want.get(key, "(absent)"), have.get(key, "(absent)"),
                                   f"{path}.{key}")
    elif isinstance(want, list) and isinstance(have, list):
        for index in range(max(len(want), len(have))):
            one = want[index] if index < len(want) else "(absent)"
            other = have[index] if index < len(have) else "(absent)"
            name = next((one[key] for key in ("id", "unit", "item")
                         if isinstance(one, dict) and key in one), index)
            yield from differences(one, other, f"{path}[{name}]")
    elif want != have or isinstance(want, bool) != isinstance(have, bool):
        yield path, want, have


def prepared(value, left_out):
    """A result without what is not compared; of `unread` only whether it is any."""
    if isinstance(value, dict):
        return {key: bool(one) if key == "unread" else prepared(one, left_out)
                for key, one in value.items() if key not in left_out}
    if isinstance(value, list):
        return [prepared(one, left_out) for one in value]
    return value


def by_record(findings):
    """Findings by rule and record, in an order that does not hang on their places."""
    found = collections.defaultdict(list)
    for one in sorted(findings, key=lambda one: str(one.get("since"))):
        found[one.get("rule"), one.get("record")].append(one)
    return found


def compare(want, have, places=True, unit=None):
    """(path, wanted, found) of two outputs; findings are matched by rule and record."""
    if not isinstance(have, dict) or "not JSON" in have:
        return [("", "an object", have)]
    left_out = UNCOMPARED + (() if places else PLACE)
    raw = have.get("findings", [])
    want, have = ({key: one for key, one in prepared(value, left_out).items()
                   if not unit or key not in NARROWED} for value in (want, have))
    findings, others = (by_record(value.pop("findings", [])) for value in (want, have))
    found = list(differences(want, have))
    for rule, record in sorted(set(findings) | set(others), key=str):
        found += compare_findings(f".findings[{rule} {record}]", findings[rule, record],
                                  others[rule, record])
    keys = [(one["file"].encode(), one["line"], one["column"], one["rule"],
             one["record"].encode()) for one in raw if "line" in one]
    if keys != sorted(keys):
        found.append((".findings", "sorted by file, line, column, rule, record", "not sorted"))
    return found


def compare_findings(path, ones, others):
    """The differences of the findings of one rule and record; a place that the contract
    leaves open is not compared."""
    if len(ones) != len(others):
        yield path, short(ones), short(others)
        return
    for one, other in zip(ones, others):
        if "line" not in one:
            other = {key: value for key, value in other.items() if key not in PLACE}
        yield from differences(one, other, path)


def short(findings):
    """Findings as a difference shows them: the days since when."""
    return [one.get("since") for one in findings]


def kind_of(options, seed):
    """How the books of a seed are written."""
    faults = options.faulty or seed % 4 == 1 and not (options.clean or options.orderly)
    orderly = not faults and (options.orderly or seed % 3 == 0)
    return {"faults": faults, "orderly": orderly}


def check_seed(options, seed):
    """All comparisons of one seed: passes, and (label, differences) of the failures."""
    other = ("zh", "mixed")[seed % 2]
    with tempfile.TemporaryDirectory(prefix="lianxi-reference-") as root:
        books = {}
        for keys in ("en", other):
            folder = os.path.join(root, keys)
            random_book.write_book(seed, folder, keys, **kind_of(options, seed))
            books[keys] = Book(folder)
        runs = choose_runs(seed, books["en"])
        checks = [("en", run) for run in runs] + [(other, run) for run in runs[1::4] + runs[2::4]]
        passed, failed = 0, []
        for keys, run in checks:
            for command in COMMANDS if run[1] else ("followup",):
                found = check(options, os.path.join(root, keys), books, keys, run, command)
                passed += not found
                if found:
                    failed.append((label(options, seed, keys, run, command), found))
        if failed and options.keep:
            for keys in books:
                shutil.copytree(os.path.join(root, keys), kept(options, seed, keys),
                                dirs_exist_ok=True)
    return passed, failed


def check(options, folder, books, keys, run, command):
    """One output compared."""
    want = expected_of(books[keys], run, command)
    if options.self:
        return compare(want, expected_of(books["en"], run, command), keys == "en", run[2])
    have = call(options.binary, folder, arguments_of(run, command))
    return compare(want, have, options.places, run[2])


def kept(options, seed, keys):
    """Where a book is kept."""
    return os.path.join(options.keep, f"{seed}-{keys}")


def label(options, seed, keys, run, command):
    """The seed, and the command that shows a difference."""
    kind = "".join(f" --{name}" for name, on in kind_of(options, seed).items() if on)
    folder = kept(options, seed, keys) if options.keep else "BOOK"
    words = ["lianxi", "-C", folder] + arguments_of(run, command)
    return f"seed {seed} --keys {keys}{kind}: {shlex.join(words)}"


def sum_key(path):
    """The rule, or the key, under which a difference is summed."""
    head = path.lstrip(".").split("[")[0]
    if head != "findings":
        return head + "." + path.rpartition(".")[2] if "[" in path else head
    rule = path[len(".findings["):].split(" ")[0]
    inner = path.rpartition("].")[2] if "]." in path else ""
    return f"{'place' if inner in PLACE else inner} of {rule}" if inner else rule


def report(failures, shown):
    """Prints the first differences, and sums of all by rule or key."""
    sums = collections.Counter(sum_key(path) for _, found in failures for path, _, _ in found)
    for name, found in failures[:shown]:
        print(name)
        for path, want, have in found[:6]:
            print(f"  {path}: wanted {json.dumps(want, ensure_ascii=False)}, "
                  f"found {json.dumps(have, ensure_ascii=False)}")
        if len(found) > 6:
            print(f"  and {len(found) - 6} more")
    for key, count in sums.most_common(40):
        print(f"{count:7} differences: {key}")


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", nargs="?")
    parser.add_argument("--self", action="store_true")
    parser.add_argument("--books", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shown", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", help="the folder in which the books of failed seeds stay")
    parser.add_argument("--no-places", dest="places", action="store_false")
    parser.add_argument("--clean", action="store_true", help="no book with faults")
    parser.add_argument("--faulty", action="store_true", help="only books with faults")
    parser.add_argument("--orderly", action="store_true", help="no date out of order")
    options = parser.parse_args()
    if not options.self and not options.binary:
        parser.error("the binary is missing")
    if options.binary:
        options.binary = os.path.abspath(options.binary)
    seeds = range(options.seed, options.seed + options.books)
    passed, failures = 0, []
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        for good, bad in pool.map(check_seed, [options] * len(seeds), seeds):
            passed += good
            failures += bad
    report(failures, options.shown)
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
