#!/usr/bin/python3
"""Tries what must change nothing, and what must come back as it was, on random books.

    sameness.py LIANXI_BINARY [--books N] [--seed S]

(d) shuffled: where a record stands (file, document, order) changes nothing but places. Reports
    and waivers stay in order, as the later of one day decides and waivers are named by number.
(e) twins: the same book with keys in English and in Chinese gives the same answers.
(f) mended: after `validate --fix` a second one finds nothing to mend, and nothing is found that
    was not found before.
(g) set and taken back: a note put into a record and taken out of it leaves every byte as it was;
    an id changed and changed back leaves all records as they were.
(h) out and in: a collection written as CSV, in either language, and imported into the book
    without it gives the same records.
(i) places: what stands where a finding points is the value that it names.

Prints what differs; the last line is `N passed, M failed` (a pass is one question asked of one
book)."""

import argparse
import concurrent.futures
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import compare
from faults import Faults
from format_table import COLLECTIONS
from random_book import put, write_book
from random_waivers import Maker
from yaml_writer import Writer

PLACES = ("file", "line", "column")
WORDS = ("message", "hint", "related", "version", "files")
#: Collections of which the order, or the file, is part of what they say.
ORDERED = ("followups", "waivers")


class Asker:
    """Runs the binary in a book's folder."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder

    def run(self, *arguments):
        """Exit status and both outputs."""
        done = subprocess.run([self.binary, "-C", self.folder, *arguments], capture_output=True,
                              check=False, env=compare.ENVIRONMENT, timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def json(self, *arguments):
        """What is printed as JSON."""
        return compare.call(self.binary, self.folder, [*arguments, "--format", "json"])


def files_of(folder):
    """Every file's bytes by its path."""
    return {os.path.relpath(os.path.join(root, name), folder):
            open(os.path.join(root, name), "rb").read()
            for root, _, names in os.walk(folder) for name in names}


def write_records(records, folder, seed, keys, rng=None):
    """Writes a book; with a `rng` its records are spread and shuffled."""
    writer = Writer(seed, keys)
    files = {"book.yaml": []}
    for name in COLLECTIONS:
        if not records[name]:
            continue
        values = records[name]
        if rng and name != "alliance" and name not in ORDERED:
            values = rng.sample(values, len(values))
            cut = rng.randint(0, len(values))
            for part in filter(None, (values[:cut], values[cut:])):
                path = rng.choice(["book.yaml", "a.yaml", "b/c.yml", "会议/记录.yaml"])
                files.setdefault(path, []).append([(name, part)])
        else:
            files["book.yaml"].append([(name, values)])
    for path, documents in files.items():
        if rng:
            rng.shuffle(documents)
        lines = []
        for parts in documents:
            lines += ["---"] + writer.document(parts)
        put(folder, path, "".join(line + "\n" for line in lines))


#: Rules that by their definition speak of the later of two in the book, or of the last one.
OF_ORDER = ("meeting-repeated", "number-repeated", "receipt-repeated", "voucher-repeated",
            "fund-overdrawn", "several-alliances", "duplicate-id", "duplicate-followup")


def in_some_order(value):
    """JSON without places and words, each list in an order that hangs on nothing."""
    if isinstance(value, dict):
        if value.get("rule") in OF_ORDER:
            return {"rule": value["rule"]}
        return {key: in_some_order(one) for key, one in value.items()
                if key not in PLACES + WORDS}
    if isinstance(value, list):
        return sorted((in_some_order(one) for one in value), key=lambda one: json.dumps(
            one, sort_keys=True))
    return value


def answers(asker, day):
    """What the commands say of a book as of a day."""
    as_of = ["--as-of", day.isoformat()]
    return {"validate": asker.json(*as_of, "validate"), "followup": asker.json(*as_of, "followup"),
            "stats": asker.json(*as_of, "stats"), "due": asker.json(*as_of, "due", "90")}


def told(want, have):
    """Where two answers differ."""
    return [f"{path}: {one} and {other}" for path, one, other in compare.differences(want, have)]


def check_shuffled(options, seed, maker, root):
    """(d)."""
    rng = random.Random(f"shuffled {seed}")
    first, second = (os.path.join(root, name) for name in ("first", "second"))
    write_records(maker.records, first, seed, "en")
    write_records(maker.records, second, seed, "en", rng)
    day = maker.end
    want, have = (in_some_order(answers(Asker(options.binary, folder), day))
                  for folder in (first, second))
    yield f"(d) shuffled, {day}", told(want, have)


def check_twins(options, seed, maker, root):
    """(e)."""
    folders = {keys: os.path.join(root, keys) for keys in ("en", "zh")}
    for keys, folder in folders.items():
        write_records(maker.records, folder, seed, keys)
    want, have = (compare.prepared(answers(Asker(options.binary, folder), maker.end),
                                   WORDS + ("column", "title", "text"))
                  for folder in folders.values())
    yield f"(e) twins, {maker.end}", told(want, have)


def found_in(asker):
    """What validate finds: how often by rule and record."""
    found = {}
    for one in asker.json("validate")["findings"]:
        key = one["rule"], one["record"]
        found[key] = found.get(key, 0) + 1
    return found


def check_mended(options, seed, maker, root):
    """(f)."""
    folder = os.path.join(root, "mended")
    write_book(seed, folder, "mixed", faults=True)
    asker = Asker(options.binary, folder)
    before = found_in(asker)
    asker.run("validate", "--fix")
    after, bytes_after = found_in(asker), files_of(folder)
    # Records that can be read now may have faults of their own.
    readable = {record for rule, record in before if rule in ("yaml-syntax", "file-encoding")}
    wrong = [] if readable else [f"only afterwards: {key}" for key in after if key not in before]
    asker.run("validate", "--fix")
    wrong += [f"mended again: {path}" for path, text in files_of(folder).items()
              if bytes_after.get(path) != text]
    yield "(f) mended", wrong


def check_set(options, seed, maker, root):
    """(g)."""
    rng = random.Random(f"set {seed}")
    folder = os.path.join(root, "set")
    write_book(seed, folder, "mixed", orderly=True)
    asker = Asker(options.binary, folder)
    before = files_of(folder)
    listed = [one["record"] for name in ("events", "donations", "meetings", "resolutions")
              for one in asker.json("list", name)["rows"] if "note" not in one or not one["note"]]
    wrong = []
    for record in rng.sample(listed, min(3, len(listed))):
        for change in ("note=甲：乙 # 丙", "note="):
            status, _, error = asker.run("set", record, change)
            if status == 3:
                break  # it says so, and nothing was written
            if status not in (0, 1):
                wrong.append(f"set {record} {change}: {status} {error}")
        wrong += [f"{record}: {path} is not as it was" for path, text in files_of(folder).items()
                  if before.get(path) != text]
    records = asker.json("list", "meetings")
    old = rng.choice([one["id"] for one in records["rows"]]) if records["rows"] else None
    if old and asker.run("rename", f"meetings/{old}", "an-other-id")[0] in (0, 1):
        asker.run("rename", "meetings/an-other-id", old)
        wrong += told(records, asker.json("list", "meetings"))
    yield "(g) set and taken back", wrong


def check_import(options, seed, maker, root):
    """(h)."""
    name = random.Random(f"import {seed}").choice(["honors", "grants", "shares"])
    for language in ("en", "zh"):
        whole, without = (os.path.join(root, f"{part}-{language}") for part in ("whole", "without"))
        write_records(maker.records, whole, seed, "en")
        write_records(maker.records | {name: []}, without, seed, "en")
        first, second = Asker(options.binary, whole), Asker(options.binary, without)
        want = first.json("list", name)
        if not want["rows"]:
            continue
        sheet = os.path.join(root, f"{language}.csv")
        fields = ",".join(key for key in want["rows"][0] if key not in PLACES + ("record",))
        _, text, _ = first.run("--lang", language, "list", name, "--format", "csv", "--fields", fields)
        put(root, f"{language}.csv", text)
        status, text, error = second.run("import", name, sheet, "--write")
        if status == 1 and "overdrawn" in error:
            continue  # what would overdraw a fund is not taken in
        have = second.json("list", name)
        wrong = told(*(in_some_order(one["rows"]) for one in (want, have)))
        if status or wrong:
            wrong.append(f"{status} {text[:200]} {error[:200]}")
        yield f"(h) out and in, {name} {language}", wrong


#: Rules whose message begins with the value, or the key, that the place is about.
NAMING = ("unknown-reference", "unknown-field", "name-for-id", "list-in-text", "wrong-type",
          "unknown-collection", "duplicate-key")


def text_at(lines, line, column):
    """What stands at a place, without quotes."""
    text = lines[line - 1][column - 1:]
    if text[:1] in "\"'":
        text = text[1:].replace('\\"', '"').replace("\\\\", "\\").replace("''", "'")
    return text


def plain(text):
    """Full-width signs as ASCII."""
    return unicodedata.normalize("NFKC", text)


def check_places(options, seed, maker, root):
    """(i)."""
    folder = os.path.join(root, "places")
    write_book(seed, folder, "mixed", faults=True)
    wrong = []
    for one in Asker(options.binary, folder).json("validate")["findings"]:
        named = re.search("“([^”]+)”", one["message"])
        if one["rule"] not in NAMING or not named or one["message"].endswith("…”"):
            continue
        data = open(os.path.join(folder, one["file"]), "rb").read().decode("utf-8-sig")
        lines = data.replace("\r\n", "\n").split("\n")
        there = text_at(lines, one["line"], one["column"])
        # Full width is read, and told, as its ASCII twin.
        if not plain(there).startswith(plain(named.group(1))):
            wrong.append(f"{one['file']}:{one['line']}:{one['column']} {one['rule']}: "
                         f"“{there[:30]}” is not “{named.group(1)}”")
    yield "(i) places", wrong


CHECKS = (check_shuffled, check_twins, check_mended, check_set, check_import, check_places)


def check_seed(options, seed):
    """All questions about one book: passes, and (label, wrongs) of the failures."""
    maker = Maker(seed, True)
    passed, failed = 0, []
    root = tempfile.mkdtemp(prefix="lianxi-sameness-")
    try:
        for check in CHECKS:
            for name, wrong in check(options, seed, maker, root):
                passed += not wrong
                if wrong:
                    failed.append((f"seed {seed} {name}", wrong))
        if failed and options.keep:
            shutil.copytree(root, os.path.join(options.keep, str(seed)), dirs_exist_ok=True)
    finally:
        shutil.rmtree(root)
    return passed, failed


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=os.path.abspath)
    parser.add_argument("--books", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", help="the folder in which the books of failed seeds stay")
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.books)
    passed, failures = 0, []
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        for good, bad in pool.map(check_seed, [options] * len(seeds), seeds):
            passed += good
            failures += bad
    for name, wrong in failures[:20]:
        print(name)
        for one in wrong[:6]:
            print(f"  {one}")
    print(f"measured: sameness, {passed} questions of {options.books} random books")
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
