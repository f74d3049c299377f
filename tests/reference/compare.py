#!/usr/bin/python3
"""Compares a `lianxi` binary with the reference on random books.

    compare.py LIANXI_BINARY [--books N] [--seed S] [--no-places] [--clean|--faulty]
    compare.py --self [--books N] [--seed S]

For each seed three books are written: with English keys and with mixed keys, whose
JSON of `followup` and `stats` must be the reference's, and with Chinese keys, whose
JSON must be that of the English one but for lines and columns. Every second book
has faults. Message, hint, related and version are not compared. Prints the first
differences with seed and JSON path, and for places a sum by rule; the last line is
`N passed, M failed` (a pass is one output compared), the exit status 1 if any failed.

`--no-places` leaves out file, line and column of findings. `--self` puts the
reference in the binary's place: a check of the books and of the reading.
"""

import argparse
import collections
import concurrent.futures
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile

import random_book
import reference
from reader import Book, Record

COMMANDS = {"followup": reference.followup, "stats": reference.stats}
PLACE = ("file", "line", "column")


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
             f"{year}..{day.year}", start.isoformat(), rng.choice(seen)]
    return rng.choice(forms)


def choose_runs(seed, book):
    """The days and periods at which a book is judged: days on and around its dates."""
    rng = random.Random(f"runs {seed}")
    dates = book_dates(book)
    runs = []
    for _ in range(4):
        day = rng.choice(dates) + datetime.timedelta(
            days=rng.choice([0, 0, 0, 1, -1, 1, 7, 8, 14, 30, 61, 90, 91, 150]))
        runs += [(day, None), (day, choose_period(rng, book, day))]
    return runs


def call(binary, folder, day, command, text):
    """Runs the binary; its JSON with the exit status in it."""
    arguments = [binary, "-C", folder, "--as-of", day.isoformat(), command]
    arguments += [text] if text else []
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("LIANXI_", "LC_", "LANG"))}
    done = subprocess.run(arguments + ["--format", "json"], capture_output=True, check=False,
                          env=dict(environment, LC_ALL="C.UTF-8"), timeout=120)
    try:
        result = json.loads(done.stdout)
    except ValueError:
        return {"exit": done.returncode, "not JSON": done.stdout.decode(errors="replace")[:300],
                "stderr": done.stderr.decode(errors="replace")[:300]}
    if isinstance(result, dict):
        result["exit"] = done.returncode
    return result


def expected_of(book, day, command, text):
    """The reference's JSON with the exit status that lianxi(1) asks for."""
    result = COMMANDS[command](book, day, text)
    result["exit"] = 1 if result.get("errors") else 0
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


def split(result):
    """A result without its findings, and those by rule and record."""
    result = {key: value for key, value in result.items() if key != "version"}
    findings = collections.defaultdict(list)
    for one in result.pop("findings", []):
        findings[one.get("rule"), one.get("record")].append(
            {key: value for key, value in one.items()
             if key not in ("message", "hint", "related")})
    return result, findings


def compare(want, have, places, order=True):
    """(path, wanted, found) of two outputs; findings are matched by rule and record."""
    if not isinstance(have, dict):
        return [("", "an object", have)]
    rest, findings = split(want)
    other_rest, other_findings = split(have)
    found = list(differences(rest, other_rest))
    for key in sorted(set(findings) | set(other_findings), key=str):
        ones, others = findings[key], other_findings[key]
        name = f".findings[{key[0]} {key[1]}]"
        if len(ones) != len(others):
            found.append((name, f"{len(ones)} findings", f"{len(others)} findings"))
        for one, other in zip(ones, others):
            if not places:
                one = {name: value for name, value in one.items() if name not in PLACE}
                other = {name: value for name, value in other.items() if name not in PLACE}
            found += differences(one, other, name)
    keys = [(one["file"].encode(), one["line"], one["column"], one["rule"],
             one["record"].encode()) for one in have.get("findings", [])]
    if order and keys != sorted(keys):
        found.append((".findings", "sorted by file, line, column, rule, record", "not sorted"))
    return found


def without_places(result):
    """An output without lines, columns and messages."""
    if isinstance(result, dict):
        return {key: without_places(value) for key, value in result.items()
                if key not in ("line", "column", "message", "hint")}
    if isinstance(result, list):
        return [without_places(value) for value in result]
    return result


def check_seed(options, seed):
    """All comparisons of one seed: passes, and (label, differences) of the failures."""
    faults = options.faulty or (seed % 2 == 1 and not options.clean)
    with tempfile.TemporaryDirectory(prefix="lianxi-reference-") as root:
        folders = {keys: os.path.join(root, keys) for keys in ("en", "zh", "mixed")}
        for keys, folder in folders.items():
            random_book.write_book(seed, folder, keys, faults)
        return check_books(options, seed, folders, " --faults" if faults else "")


def check_books(options, seed, folders, label):
    """The comparisons of one seed's three books."""
    books = {keys: Book(folder) for keys, folder in folders.items()}
    passed, failed = 0, []

    def output(keys, day, command, text):
        if options.self:
            return expected_of(books[keys], day, command, text)
        return call(options.binary, folders[keys], day, command, text)

    for number, (day, text) in enumerate(choose_runs(seed, books["en"])):
        for command in COMMANDS:
            english = output("en", day, command, text)
            checks = [("en", compare(expected_of(books["en"], day, command, text), english,
                                     options.places)),
                      ("en = zh", list(differences(without_places(english), without_places(
                          output("zh", day, command, text)))))]
            if number % 4 == 1:
                checks.append(("mixed", compare(
                    expected_of(books["mixed"], day, command, text),
                    output("mixed", day, command, text), options.places)))
            for keys, found in checks:
                passed += not found
                if found:
                    failed.append((f"seed {seed}{label} [{keys}] --as-of {day} {command} "
                                   f"{text or ''}".rstrip(), found))
    return passed, failed


def place_rule(path):
    """The rule of a place's difference, None for others."""
    if path.startswith(".findings[") and path.rpartition("].")[2] in PLACE:
        return path[len(".findings["):].split()[0]
    return None


def report(failures, shown):
    """Prints the first differences, and sums of all by rule or key."""
    sums = collections.Counter()
    for label, found in failures:
        for path, _, _ in found:
            rule = place_rule(path)
            head = path.lstrip(".").split("[")[0]
            key = f"place of {rule}" if rule else (
                path.split(" ")[0][1:] if head == "findings" else
                head + "." + path.rpartition(".")[2] if "[" in path else head)
            sums[key] += 1
    for label, found in failures[:shown]:
        print(label)
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
    parser.add_argument("--no-places", dest="places", action="store_false")
    parser.add_argument("--clean", action="store_true", help="no book with faults")
    parser.add_argument("--faulty", action="store_true", help="only books with faults")
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
