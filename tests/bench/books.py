#!/usr/bin/env python3
"""Writes a book of any size, and the same money as journals for other programs:

    books.py KIND RECORDS FOLDER [--seed N] [--a-file N] [--journals FOLDER]

The same words give the same bytes. A kind is one of

    donations  eight plain fields each, 152 bytes, and a grant for every hundred
    escaped    the same, each value in double quotes and with an escape
    wrapped    the same with a note in folded text, in plain text and in quotes of several lines
    strange    the same, the last record of each file with a key that begins with `?`
    faults     the same with a slip in each record: six slips in turn
    colons     the same with a full-width colon in each record
    end-fault  the same with a quote that is not closed at the end of the last file
    meetings   with sixteen units signed in
    mixed      meetings with topics, five resolutions, minutes and sixteen reports in time
    late       the same, every tenth report late, half of the resolutions never done

RECORDS are donations or meetings. `--a-file` is how many of them lie in a file: 1,000 donations or 100
meetings where not given, 0 for all. `--journals` writes what is donated and granted for ledger and
hledger (`book.journal`) and for beancount (`book.beancount`); only donations have any.
"""
import argparse
import datetime
import itertools
import random
from pathlib import Path

UNITS = 16
FUND = "care"
ALLIANCE = """alliance:
  name: Alliance of {units} units
  founded: 1989-12-31
  office: u0
  policy: {{interval: year}}
units:
"""


def alliance_file():
    units = "".join(f"  - {{id: u{i}, name: Unit number {i}, head: Post {i}, joined: 1989-12-31}}\n"
                    for i in range(UNITS))
    fund = f"funds:\n  - {{id: {FUND}, name: Care for travellers, steward: u0}}\n"
    return ALLIANCE.format(units=UNITS) + units + fund


def cents(amount):
    return f"{amount // 100}.{amount % 100:02}"


class Money:
    """The donations and grants of a book: what was given, by whom and when."""

    def __init__(self, records, seed):
        chance = random.Random(seed)
        self.amounts = [10_000 + chance.randrange(900_000) for _ in range(records)]

    def donation(self, i):
        """Its number, day, donor and cents."""
        day = f"{2014 + i % 10}-{1 + i // 10 % 12:02}-{1 + i // 7 % 28:02}"
        return i, day, f"Donor {i * 7919 % 10007:05}", self.amounts[i]

    def donations(self):
        return map(self.donation, range(len(self.amounts)))

    def grants(self):
        """For every hundred donations one, on the last day, of what the first of them brought."""
        return ((i // 100, "2023-12-31", self.amounts[i] // 2) for i in range(0, len(self.amounts), 100))


def plain(i, day, donor, amount):
    return (f"  - id: d{i:07}\n    date: {day}\n    donor: {donor}\n    fund: {FUND}\n    amount: {cents(amount)}\n"
            f"    purpose: need\n    receipt: R{i:07}\n    place: desk\n")


def escaped(i, day, donor, amount):
    year, rest = day[:4], day[4:]
    return (f'  - id: "d\\x30{i:07}"\n    date: "{year}\\u002D{rest[1:]}"\n    donor: "{donor}\\t\\"\\u7532\\""\n'
            f'    fund: "c\\u0061re"\n    amount: "{cents(amount)[:-3]}\\x2E{amount % 100:02}"\n'
            f'    purpose: "for\\nneed"\n    receipt: "R\\\\{i:07}"\n    place: "\\u529E\\u516C\\u5BA4"\n')


WRAPPED = ("    note: >-\n      given at the desk\n      of the hall\n",
           "    note: given at the desk\n      of the hall\n",
           "    note: \"given at the desk\n      of the hall\"\n")


def wrapped(i, day, donor, amount):
    return plain(i, day, donor, amount) + WRAPPED[i % 3]


SLIPS = (("donor:", "donner:"), ("date: ", "date: 31 "), (f"fund: {FUND}", "fund: caer"),
         ("amount: ", "amount: ¥"), (f"    fund: {FUND}\n", ""), ("receipt:", "Receipt:"))


def faulty(i, day, donor, amount):
    return plain(i, day, donor, amount).replace(*SLIPS[i % len(SLIPS)], 1)


def with_colon(i, day, donor, amount):
    return plain(i, day, donor, amount).replace("place: ", "place：", 1)


def write_files(folder, name, collection, records, a_file, change=lambda records: None):
    """The records in files of so many; `change` gets each file's records before they are written."""
    folder.mkdir(parents=True)
    records = iter(records)
    for number in range(10**9):
        some = list(itertools.islice(records, a_file or None))
        if not some:
            return
        change(some)
        (folder / f"{name}{number:05}.yaml").write_text(f"{collection}:\n" + "".join(some), encoding="utf-8")


def make_strange(records):
    records[-1] = records[-1].replace("  - id: ", "  - ? id\n    : ", 1)


DONATIONS = {"donations": plain, "escaped": escaped, "wrapped": wrapped, "strange": plain, "faults": faulty,
             "colons": with_colon, "end-fault": plain}


def write_donations(folder, kind, money, a_file):
    write = DONATIONS[kind]
    write_files(folder / "donations", "d", "donations", (write(*one) for one in money.donations()), a_file,
                make_strange if kind == "strange" else lambda records: None)
    if kind == "end-fault":
        last = max((folder / "donations").iterdir())
        last.write_text(last.read_text(encoding="utf-8").removesuffix("desk\n") + '"desk\n', encoding="utf-8")
    grants = "".join(f"  - {{id: g{i:06}, date: {day}, fund: {FUND}, amount: {cents(amount)}, purpose: ticket}}\n"
                     for i, day, amount in money.grants())
    (folder / "grants.yaml").write_text("grants:\n" + grants)


FIRST_MEETING = datetime.date(1990, 1, 1)
ATTENDANCE = f"    attendance: {{present: [{', '.join(f'u{i}' for i in range(UNITS))}]}}\n"


def day_of(meeting):
    return FIRST_MEETING + datetime.timedelta(days=meeting)


def meeting_record(m):
    day = day_of(m)
    return (f"  - id: m{m:05}\n    kind: regular\n    date: {day}\n    time: 14:00\n    place: meeting room\n"
            f"    chair: u{m % UNITS}\n    notice: {{date: {day - datetime.timedelta(days=7)}}}\n{ATTENDANCE}")


RESOLUTIONS = 5


def full_meeting(m):
    day = day_of(m)
    solicited, due = day - datetime.timedelta(days=9), day + datetime.timedelta(days=60)
    leads = [(k, f"u{(m + k) % UNITS}") for k in range(RESOLUTIONS)]
    topics = "".join(f"      - {{id: t{k}, title: Matter {k} of meeting {m}, by: {unit}, "
                     f"solicited: {solicited}, outcome: consensus}}\n" for k, unit in leads)
    resolutions = "".join(f"      - id: r{k}\n        topic: t{k}\n"
                          f"        text: What was resolved on matter {k} of meeting {m}\n"
                          f"        lead: {unit}\n        due: {due}\n" for k, unit in leads)
    return (f"{meeting_record(m)}    topics:\n{topics}    resolutions:\n{resolutions}"
            f"    record: What was said.\n"
            f"    minutes: {{signed: {{by: Post 0, date: {day}}}, issued: {day}, number: No. {m}}}\n")


def report(m, u, late):
    """A unit's report on a meeting: its leads tell what they did."""
    k = (u - m) % UNITS
    days = 4 if late and (m * UNITS + u) % 10 == 0 else 1
    text = (f"  - meeting: m{m:05}\n    unit: u{u}\n"
            f"    date: {day_of(m) + datetime.timedelta(days=days)}\n    by: Post {u}\n")
    if k >= RESOLUTIONS:
        return f"{text}    note: Nothing to do for unit number {u}.\n"
    status = "in_progress" if late and m % 2 else "done"
    return (f"{text}    items:\n      - resolution: r{k}\n        status: {status}\n"
            f"        result: What became of it, in a few words.\n")


def write_meetings(folder, kind, meetings, a_file):
    write = meeting_record if kind == "meetings" else full_meeting
    write_files(folder / "meetings", "m", "meetings", map(write, range(meetings)), a_file)
    if kind == "meetings":
        return
    reports = (report(m, u, kind == "late") for m in range(meetings) for u in range(UNITS))
    write_files(folder / "followups", "f", "followups", reports, a_file * UNITS)


def write_journals(folder, money):
    """Twice the same: for ledger and hledger, and for beancount."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "book.journal", "w") as out:
        out.write("commodity 1000.00 CNY\n\n")
        for i, day, donor, amount in money.donations():
            out.write(f"{day} (R{i:07}) {donor}  ; need\n"
                      f"    Assets:Care  {cents(amount)} CNY\n    Income:Donations\n\n")
        for _, day, amount in money.grants():
            out.write(f"{day} Ticket\n    Expenses:Grants  {cents(amount)} CNY\n    Assets:Care\n\n")
    with open(folder / "book.beancount", "w") as out:
        for account in ("Assets:Care", "Income:Donations", "Expenses:Grants"):
            out.write(f"2014-01-01 open {account} CNY\n")
        for i, day, donor, amount in money.donations():
            out.write(f'{day} * "{donor}" "need" ^R{i:07}\n'
                      f"  Assets:Care  {cents(amount)} CNY\n  Income:Donations\n\n")
        for _, day, amount in money.grants():
            out.write(f'{day} * "Ticket"\n'
                      f"  Expenses:Grants  {cents(amount)} CNY\n  Assets:Care\n\n")


def write_book(folder, kind, records, seed=1, a_file=None, journals=None):
    """Writes a book; returns how many bytes it has."""
    folder = Path(folder)
    folder.mkdir(parents=True)
    (folder / "alliance.yaml").write_text(alliance_file())
    if kind in DONATIONS:
        money = Money(records, seed)
        write_donations(folder, kind, money, 1000 if a_file is None else a_file)
        if journals:
            write_journals(Path(journals), money)
    else:
        write_meetings(folder, kind, records, 100 if a_file is None else a_file)
    return sum(path.stat().st_size for path in folder.rglob("*.yaml"))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("kind", choices=[*DONATIONS, "meetings", "mixed", "late"])
    options.add_argument("records", type=int)
    options.add_argument("folder")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--a-file", type=int)
    options.add_argument("--journals")
    chosen = options.parse_args()
    size = write_book(chosen.folder, chosen.kind, chosen.records, chosen.seed, chosen.a_file, chosen.journals)
    print(f"{chosen.folder}: {chosen.records} records, {size} bytes")


if __name__ == "__main__":
    main()
