#!/usr/bin/python3
"""Tries what must hold for `lianxi followup` of any book, whatever its rules find.

    properties.py LIANXI_BINARY [--books N] [--seed S] [--span DAYS]
    properties.py --self [--books N] [--seed S] [--span DAYS]

On random books without a date out of order:
(a) later: what is said on a day D stays the same when all that happened after D is
    taken out of the book; what was announced by then stays in it.
(b) since: the day a finding arose is the first of the unbroken run of days, ending on D,
    on which it is found, tried on each of the last DAYS days. NOT_A_RUN names the rules
    whose day is another one by their own definition, with the reason.
(c) quarters: the findings of a year's quarters are those of the year, none twice.

Prints the differences; the last line is `N passed, M failed` (a pass is one question
asked of one book). `--self` asks the reference instead of a binary.
"""

import argparse
import concurrent.futures
import datetime
import os
import random
import sys
import tempfile

import compare
import reference
from format_table import COLLECTIONS
from pieces import DAY, Mapping
from random_book import put
from random_waivers import Maker
from reader import Book, read_date, read_ref
from yaml_writer import Writer

#: rules whose `since` cannot be the first day of the run, and why. That of
#: resolution-overdue is one but where a revision, made while it is overdue, sets a day that
#: has passed: then it is the day after that one; the books have no such revision.
#: rules that arose with the last report that says so: an earlier one may have begun the run.
REPEATED = {"dropped-without-reason", "closure-pending"}
NOT_A_RUN = {
    "due-moved": "arose with the last revision; the first one began the run",
    "due-soon": "counted back from the due date, however late a revision set that date or "
                "the resolution came to be open or unblocked",
    "fund-unpublished": "names the first day that is still not covered; days published "
                        "since then may have begun the run",
    "reminder-unanswered": "arose with the first of the findings that are still open; "
                           "others, mended since, may have begun the run",
    "unused-waiver": "stands since the waiver does; what it hid until yesterday breaks the run",
    "resolution-done-late": "arose with the report; a later revision may have made it late",
    "report-incomplete": "arose with the lead's first report; the lead, or the end of the "
                         "resolution, may have changed to and fro since",
}
OF_WAIVERS = ("unused-waiver", "expired-waiver")


# -- asking -------------------------------------------------------------------------

class Asker:
    """Asks the binary or the reference."""

    def __init__(self, options, folder):
        self.binary = None if options.self else options.binary
        self.folder = folder
        self.book = Book(folder) if options.self else None

    def followup(self, day, text=None):
        """The JSON of `followup`, without version and messages."""
        if self.book:
            result = reference.followup(self.book, day, text)
        else:
            result = compare.call(self.binary, self.folder,
                                  compare.arguments_of((day, text, None), "followup"))
        return compare.prepared(result, compare.UNCOMPARED)


def write(records, folder, seed):
    """Writes a book, each collection in a document of its own: one file, whatever its
    records are."""
    writer = Writer(seed, "en")
    lines = []
    for name in COLLECTIONS:
        if records[name]:
            lines += ["---"] + writer.document([(name, records[name])])
    put(folder, "book.yaml", "".join(line + "\n" for line in lines))


# -- (a) what happened later -----------------------------------------------------------

#: kind of mapping -> the field with the day on which it happened
HAPPENED = {
    "resent": "date", "closures": "date", "revisions": "date", "transfers": "date",
    "followups": "date", "plans": "adopted", "task_dropped": "date", "published": "date",
    "donations": "date", "grants": "date", "requests": "date", "answers": "date",
    "shares": "date", "honors": "date", "reminders": "date", "minutes": "issued",
    "notice": "date", "policy": "from",
}
#: kind of mapping -> fields that tell of a day on which something came to its end
ENDS = {"stages": ("done",), "tasks": ("done",), "items": ("done",), "requests": ("closed",)}


def day_of(mapping, field):
    """A date of a mapping, whatever its spelling."""
    text = mapping.get(field)
    return read_date(text) if text else None


class Earlier:
    """A made book without what happened after a day."""

    def __init__(self, records, day):
        self.day = day
        self.days = {meeting.get("id"): day_of(meeting, "date")
                     for meeting in records["meetings"]}
        self.records = {name: self.kept(one) if name == "alliance" else self.kept_of(one)
                        for name, one in records.items()}

    def kept_of(self, values):
        """The elements of a list that had happened."""
        kept = [self.kept(one) if isinstance(one, Mapping) else one for one in values]
        return [one for one in kept if one is not None]

    def is_later(self, day):
        """Whether a day is after D."""
        return day is not None and day > self.day

    def kept(self, mapping):
        """A copy of a mapping, None where it had not happened."""
        field = HAPPENED.get(mapping.kind)
        if field and self.is_later(day_of(mapping, field)):
            return None
        special = {"meetings": self.meeting, "suggestions": self.suggestion,
                   "events": self.event, "waivers": self.waiver}.get(mapping.kind)
        source = special(mapping) if special else mapping
        if source is None:
            return None
        copy = Mapping(mapping.kind)
        for key, value in source.pairs:
            if key in ENDS.get(mapping.kind, ()) and self.is_later(read_date(value)):
                continue
            if isinstance(value, Mapping):
                value = self.kept(value)
            elif isinstance(value, list):
                value = self.kept_of(value)
            if value is not None and value != []:
                copy.pairs.append([key, value])
        return copy

    @staticmethod
    def without(mapping, *fields):
        """A copy of a mapping without some fields."""
        copy = Mapping(mapping.kind)
        copy.pairs = [pair for pair in mapping.pairs if pair[0] not in fields]
        return copy

    def meeting(self, meeting):
        """A scheduled meeting is announced, but nothing of it has happened."""
        notice = meeting.get("notice")
        if self.is_later(day_of(meeting, "cancelled_on")):
            meeting = self.without(meeting, "cancelled", "cancelled_on")
        if not self.is_later(day_of(meeting, "date")):
            return meeting
        if notice and self.is_later(day_of(notice, "date")):
            return None
        return self.without(meeting, "attendance", "suggestions", "resolutions", "record",
                            "minutes")

    def suggestion(self, suggestion):
        """One that is settled or declined later is still open."""
        if not self.is_later(day_of(suggestion, "settled")):
            return suggestion
        outcome = suggestion.get("outcome")
        ended = outcome is not None and outcome.word in ("settled", "declined")
        return self.without(suggestion, "settled", *(["outcome"] if ended else []))

    def event(self, event):
        """An event happened on its last day."""
        last = day_of(event, "until") or day_of(event, "date")
        return None if self.is_later(last) else event

    def waiver(self, waiver):
        """A waiver exists from the day of what approved it."""
        approved = read_ref(waiver.get("approved") or "").partition("/")[0]
        return None if self.is_later(self.days.get(approved)) else waiver


def check_later(options, seed, maker, root):
    """(a)."""
    rng = random.Random(f"later {seed}")
    first = Asker(options, os.path.join(root, "all"))
    days = compare.book_dates(Book(first.folder))
    for number in range(3):
        day = rng.choice(days) + DAY * rng.choice([0, 0, 1, 5, 30])
        if day < maker.founded:
            continue
        folder = os.path.join(root, f"by-{number}")
        write(Earlier(maker.records, day).records, folder, seed)
        second = Asker(options, folder)
        want, have = (prepared(one.followup(day)) for one in (second, first))
        found = compare.compare(want, have, False)
        yield f"(a) later, {day}", [f"{path}: {have} with what came later, {want} without"
                                    for path, want, have in found]


def prepared(result):
    """Without the lines, which deleting moves."""
    return compare.prepared(result, ("line", "column"))


# -- (b) since ----------------------------------------------------------------------

def key_of(finding):
    """What makes two days' findings one: rule and record; of stages, which a resolution
    may have several of, the place too."""
    place = finding.get("line") if finding["rule"] == "stage-overdue" else None
    return finding["rule"], finding["record"], place


def check_since(options, seed, maker, root):
    """(b)."""
    rng = random.Random(f"since {seed}")
    asker = Asker(options, os.path.join(root, "all"))
    days = [day for day in compare.book_dates(asker.book or Book(asker.folder))
            if maker.founded <= day <= maker.end + DAY * 60]
    last = rng.choice(days) + DAY * rng.choice([0, 1, 10, 30])
    start = max(maker.founded, last - DAY * options.span)
    dates = [start + DAY * number for number in range((last - start).days + 1)]
    told = {day: asker.followup(day)["findings"] for day in dates}
    found = {day: {key_of(one) for one in told[day]} for day in dates}
    wrong = []
    for one in told[last]:
        if one["rule"] in NOT_A_RUN:
            continue
        first = last
        while first > start and key_of(one) in found[first - DAY]:
            first -= DAY
        since = datetime.date.fromisoformat(one["since"])
        if one["rule"] in REPEATED and since > first:
            continue
        if since != first and (first > start or since > start):
            wrong.append(f"{one['rule']} {one['record']}: since {since}, found from {first} on"
                         f"{' at least' if first == start else ''}")
    yield f"(b) since, {last}", wrong


# -- (c) quarters ---------------------------------------------------------------------

def told_of(findings):
    """Findings as texts, without those that every scope shows."""
    return [str(sorted(one.items(), key=str)) for one in findings
            if one["rule"] not in OF_WAIVERS]


def check_quarters(options, seed, maker, root):
    """(c). Of a fund each scope names the first day in it, so the year has one finding
    where several quarters have: that of the first of them."""
    rng = random.Random(f"quarters {seed}")
    asker = Asker(options, os.path.join(root, "all"))
    day = maker.end + DAY * rng.randint(-200, 100)
    for year in (maker.founded.year, maker.founded.year + 1):
        whole = asker.followup(day, str(year))["findings"]
        parts, funds = [], set()
        for quarter in range(1, 5):
            for one in asker.followup(day, f"{year}-Q{quarter}")["findings"]:
                if one["rule"] == "fund-unpublished" and one["record"] in funds:
                    continue
                funds |= {one["record"]} if one["rule"] == "fund-unpublished" else set()
                parts.append(one)
        whole, parts = sorted(told_of(whole)), sorted(told_of(parts))
        wrong = [f"only in the year: {one}" for one in whole if one not in parts]
        wrong += [f"only in a quarter: {one}" for one in parts if one not in whole]
        wrong += [f"told twice: {one}" for one in set(parts)
                  if parts.count(one) != whole.count(one) and one in whole]
        yield f"(c) quarters, {year} on {day}", wrong


# -- running ---------------------------------------------------------------------------

def check_seed(options, seed):
    """All questions about one book: passes, and (label, wrongs) of the failures."""
    maker = Maker(seed, True)
    # a waiver without a day comes first, so that deleting leaves its number as it is
    maker.records["waivers"].sort(key=lambda one: maker.approval(one.get("approved")))
    with tempfile.TemporaryDirectory(prefix="lianxi-properties-") as root:
        write(maker.records, os.path.join(root, "all"), seed)
        passed, failed = 0, []
        for check in (check_later, check_since, check_quarters):
            for name, wrong in check(options, seed, maker, root):
                passed += not wrong
                if wrong:
                    failed.append((f"seed {seed} {name}", wrong))
        if failed and options.keep:
            put(os.path.join(options.keep, str(seed)), "book.yaml",
                open(os.path.join(root, "all", "book.yaml"), encoding="utf-8").read())
    return passed, failed


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", nargs="?")
    parser.add_argument("--self", action="store_true")
    parser.add_argument("--books", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--span", type=int, default=40, help="days that (b) tries")
    parser.add_argument("--shown", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", help="the folder in which the books of failed seeds stay")
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
    for name, wrong in failures[:options.shown]:
        print(name)
        for one in wrong[:6]:
            print(f"  {one}")
        if len(wrong) > 6:
            print(f"  and {len(wrong) - 6} more")
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
