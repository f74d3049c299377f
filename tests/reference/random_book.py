#!/usr/bin/python3
"""Writes a random small book that exercises what the definitions of `followup`
and `stats` mention.

    random_book.py SEED DIR [--keys en|zh|mixed] [--faults]

The same seed gives the same book line by line but for the language of the keys
and of the enumerated words.
"""

import argparse
import datetime
import os
import random

from format_table import COLLECTIONS, ENUMS, FIELDS
from periods import interval_of

DAY = datetime.timedelta(days=1)
RULES = ("meeting-missed notice-missing notice-late notice-incomplete topics-not-solicited "
         "sign-in-missing unit-absent quorum-not-met deferred-topic-lost record-missing "
         "minutes-missing minutes-late minutes-not-sent report-missing report-late "
         "report-incomplete resolution-overdue resolution-done-late dropped-without-reason "
         "due-moved request-unanswered plan-missing plan-task-overdue plan-target-missed "
         "fund-unpublished series-behind unused-waiver expired-waiver").split()
FULL_WIDTH = str.maketrans("0123456789-/.:,", "０１２３４５６７８９－／．：，")
FULL_WIDTH_ID = str.maketrans("0123456789abcdefghijklmnopqrstuvwxyz._-",
                              "０１２３４５６７８９ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ．＿－")


class Enum:
    """A word of an enumeration, written in the language of the book."""

    def __init__(self, name, word):
        self.name, self.word = name, word


class Mapping:
    """A mapping by the table of its kind; pairs whose value is None are left out."""

    def __init__(self, kind, /, **values):
        self.kind = kind
        self.pairs = [[key.rstrip("_"), value] for key, value in values.items()
                      if value is not None]

    def get(self, key):
        """The value of a key."""
        return next((value for name, value in self.pairs if name == key), None)

    def set(self, key, value):
        """Changes the value of a key, or adds it."""
        for pair in self.pairs:
            if pair[0] == key:
                pair[1] = value
                return
        self.pairs.append([key, value])

    def drop(self, key):
        """Takes a key away."""
        self.pairs = [pair for pair in self.pairs if pair[0] != key]


class Raw(str):
    """Text that goes into the file as it is."""


def _two_digits(number):
    """A number below 100 in Chinese words."""
    digits = "〇一二三四五六七八九"
    if number < 10:
        return digits[number]
    tens = digits[number // 10] if number >= 20 else ""
    return tens + "十" + (digits[number % 10] if number % 10 else "")


def spell_date(rng, day):
    """A date in one of its spellings."""
    if day is None:
        return None
    form = rng.randrange(16)
    plain = day.isoformat()
    if form == 0:
        return f"{day.year}-{day.month}-{day.day}"
    if form == 1:
        return f"{day.year}/{day.month}/{day.day}"
    if form == 2:
        return plain.replace("-", ".")
    if form == 3:
        return f"{day.year}年{day.month}月{day.day}日"
    if form == 4:
        year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
        return f"{year}年{_two_digits(day.month)}月{_two_digits(day.day)}日"
    if form == 5:
        return plain.translate(FULL_WIDTH)
    return plain


def spell_count(rng, value):
    """A count in one of its spellings, with any qualifier."""
    number = f"{value:,}" if rng.random() < 0.3 else str(value)
    if rng.random() < 0.1:
        number = number.translate(FULL_WIDTH)
    form = rng.randrange(24)
    if form < 7:
        return [number + "余", number + "多", number + "+", "约" + number, "近" + number,
                "~" + number, number + "左右"][form]
    if form == 7:
        return rng.choice(["2万", "1.2万余", "约0.5万", "3万", "１．５万"])
    return number


def spell_amount(rng, cents):
    """An amount in one of its spellings."""
    form = rng.randrange(5)
    if form == 0 and cents % 100 == 0:
        return str(cents // 100)
    if form == 1:
        return f"{cents // 100:,}.{cents % 100:02}"
    if form == 2 and cents % 10 == 0:
        return f"{cents // 100}.{cents % 100 // 10}"
    if form == 3:
        return f"{cents // 100}.{cents % 100:02}".translate(FULL_WIDTH)
    return f"{cents // 100}.{cents % 100:02}"


class Maker:
    """Makes the records of a book."""

    def __init__(self, seed):
        self.rng = random.Random(f"book {seed}")
        self.records = {name: [] for name in COLLECTIONS}
        self.interval = self.rng.choice(["month", "quarter", "quarter", "half_year", "year"])
        years = {"month": 1.3, "quarter": 2.5, "half_year": 3.5, "year": 5}[self.interval]
        self.founded = datetime.date(self.rng.randint(2012, 2016), self.rng.randint(1, 12),
                                     self.rng.randint(1, 28))
        self.end = self.founded + DAY * int(365 * years)
        self.units = []
        self.open_topics = []
        for step in (self.alliance, self.make_units, self.make_committees, self.make_meetings,
                     self.make_followups, self.make_plans, self.make_series, self.make_events,
                     self.make_funds, self.make_projects, self.make_rest, self.make_waivers):
            step()

    # -- small choices -------------------------------------------------------

    def chance(self, probability):
        """True with a probability."""
        return self.rng.random() < probability

    def maybe(self, probability, value):
        """A value with a probability, else nothing."""
        return value if self.chance(probability) else None

    def some_day(self, first=None, last=None):
        """A day of the book's span."""
        first, last = first or self.founded, last or self.end
        return first + DAY * self.rng.randint(0, max(0, (last - first).days))

    def date(self, day):
        """A spelt date."""
        return spell_date(self.rng, day)

    def enum(self, name, words=None):
        """A word of an enumeration."""
        return Enum(name, self.rng.choice(words or list(ENUMS[name])))

    def flag(self, value):
        """A bool."""
        words = ["true", "yes"] if value else ["false", "no"]
        return Enum("bool", self.rng.choice(words))

    def count(self, high):
        """A spelt count."""
        return spell_count(self.rng, self.rng.randint(0, high))

    def amount(self, high):
        """A spelt amount."""
        return spell_amount(self.rng, self.rng.randint(0, high) * self.rng.choice([1, 10, 100]))

    def text(self):
        """A text value, some of them of the kind that YAML guesses at."""
        return self.rng.choice(["no", "007", "1e3", "整改完成", "a plain note", "值班 安排",
                                "it's: quoted", "# not a comment", "null and void", "[x]",
                                "two \"words\"", "第1号", "日常工作"])

    def ref(self, name):
        """A reference, now and then in full-width letters or decomposed."""
        if self.chance(0.06):
            return name.translate(FULL_WIDTH_ID)
        return name.replace("é", "e\u0301") if self.chance(0.3) else name

    def one_or_list(self, names):
        """A list of words; a single one may stand for a list of one."""
        if not names:
            return None
        if len(names) == 1 and self.chance(0.5):
            return names[0]
        return names

    def some_units(self, probability):
        """References to some units."""
        return [self.ref(name) for name in self.units if self.chance(probability)]

    def a_unit(self):
        """A reference to a unit."""
        return self.ref(self.rng.choice(self.units))

    # -- collections ----------------------------------------------------------

    def alliance(self):
        """The alliance with its policy and severities."""
        policy = Mapping(
            "policy", interval=Enum("interval", self.interval),
            notice_days=self.maybe(0.5, str(self.rng.randint(0, 6))),
            minutes_days=self.maybe(0.5, str(self.rng.randint(0, 10))),
            report_days_before=self.maybe(0.5, str(self.rng.randint(0, 5))),
            reporters=self.maybe(0.6, self.enum("reporters")),
            quorum=self.maybe(0.6, self.rng.choice(["2/3", "50%", "1/2", "100%", "３/４", "75％"])),
            publish_days=self.maybe(0.5, str(self.rng.choice([0, 10, 30, 60]))))
        if self.interval == "quarter" and self.chance(0.3):
            policy.drop("interval")
        changed = {rule: Enum("severity", self.rng.choice(list(ENUMS["severity"])))
                   for rule in self.rng.sample(RULES, self.rng.randint(0, 3))}
        self.records["alliance"] = Mapping(
            "alliance", name="车站联盟", founded=self.date(self.founded),
            lang=self.maybe(0.5, self.enum("lang")), policy=policy if policy.pairs else None,
            ignore=self.one_or_list(["drafts/*.yaml"]), severities=changed or None,
            note=self.maybe(0.3, self.text()))

    def make_units(self):
        """Units that join and leave, and observers."""
        names = self.rng.sample(["station", "bus-2", "地铁派出所", "metro", "café", "coach.south",
                                 "u7", "教育局", "red_cross"], self.rng.randint(3, 7))
        self.units = names
        for index, name in enumerate(names):
            late = index and self.chance(0.35)
            joined = self.some_day() if late else None
            left = self.some_day(joined) if index and self.chance(0.35) else None
            self.records["units"].append(Mapping(
                "units", id=name, name=self.text(),
                role=Enum("role", "observer") if index and self.chance(0.15)
                else self.maybe(0.3, Enum("role", "member")),
                category=self.maybe(0.7, self.rng.choice(["驻地单位", "区级机关", "other"])),
                head=self.maybe(0.8, "the post on duty"),
                party_members=self.maybe(0.4, self.count(60)), joined=self.date(joined),
                left=self.date(left), order=self.maybe(0.5, str(self.rng.randint(1, 5)))))

    def make_committees(self):
        """A committee."""
        if self.chance(0.5):
            self.records["committees"].append(Mapping(
                "committees", id="committee-1", name=self.text(), lead=self.a_unit(),
                members=self.one_or_list(self.some_units(0.5))))

    def meeting_days(self):
        """Days of meetings: most intervals have one, some none, some several."""
        found, step = [], 0
        while True:
            first, last, _ = interval_of(self.founded, self.interval, step)
            if first > self.end or len(found) > 11:
                return sorted(found)
            step += 1
            for kind, probability in (("regular", 0.72), ("regular", 0.12), ("special", 0.2)):
                if self.chance(probability):
                    day = self.some_day(max(first, self.founded), last)
                    if found and self.chance(0.1):
                        day = found[-1][0]
                    found.append((day, kind))

    def make_meetings(self):
        """The meetings, in order of days, with ids in any order."""
        days = self.meeting_days()
        numbers = self.rng.sample(range(10, 99), len(days))
        self.meetings = []
        for number, (day, kind) in zip(numbers, days):
            self.make_meeting(f"m{number}", day, kind)
        self.records["meetings"] = [meeting for meeting, _, _ in self.meetings]
        self.rng.shuffle(self.records["meetings"])

    def make_meeting(self, name, day, kind):
        """A meeting."""
        topics = self.make_topics(name, day)
        meeting = Mapping(
            "meetings", id=name, kind=Enum("meeting_kind", kind), date=self.date(day),
            time=self.maybe(0.3, self.rng.choice(["9:00", "14：00", "14:00"])),
            cancelled=self.maybe(0.08, "flood"), reason=self.maybe(0.5, self.text()),
            notice=self.maybe(0.85, self.make_notice(day)), topics=topics or None,
            attendance=self.maybe(0.88, self.make_attendance()),
            suggestions=self.make_suggestions(day) or None,
            resolutions=self.make_resolutions(name, day) if self.chance(0.8) else None,
            record=self.maybe(0.8, self.text()),
            minutes=self.maybe(0.8, self.make_minutes(day)))
        self.meetings.append((meeting, name, day))

    def make_notice(self, day):
        """A notice: in time, late, incomplete or after the meeting."""
        return Mapping("notice", date=self.date(day - DAY * self.rng.randint(-1, 8)),
                       to=self.one_or_list(self.some_units(0.85)) if self.chance(0.4) else None)

    def make_topics(self, meeting, day):
        """Topics, deferred ones and ones that take those up."""
        topics = []
        for number in range(self.rng.randint(0, 3)):
            name = f"t{number + 1}"
            outcome = self.maybe(0.85, self.enum("topic_outcome"))
            source = self.rng.choice(self.open_topics) if self.open_topics else None
            topics.append(Mapping(
                "topics", id=name, title=self.text(), by=self.a_unit(),
                solicited=self.maybe(0.6, self.date(day - DAY * self.rng.randint(-1, 9))),
                outcome=outcome, from_=self.maybe(0.5, source)))
        for topic in topics:
            self.open_topics.append(f"{meeting}/{topic.get('id')}")
        return topics

    def make_attendance(self):
        """A sign-in, which may be empty or name a unit on both lists."""
        share = self.rng.choice([0.0, 0.5, 0.85, 0.95])
        present = self.some_units(share)
        leave = [name for name in self.units if self.chance(0.15)]
        mixed = [Mapping("present", unit=one, person=self.maybe(0.5, "the post on duty"),
                         time=self.maybe(0.5, "09:05")) if self.chance(0.25) else one
                 for one in present]
        if len(mixed) == 1 and not isinstance(mixed[0], Mapping):
            mixed = self.one_or_list(mixed)
        return Mapping("attendance", present=mixed or None,
                       leave=[Mapping("leave", unit=self.ref(name), reason=self.text())
                              for name in leave] or None)

    def make_suggestions(self, day):
        """Suggestions."""
        return [Mapping("suggestions", text=self.text(), by=self.a_unit(),
                        date=self.maybe(0.2, self.date(day + DAY * self.rng.randint(-9, 9))),
                        outcome=self.maybe(0.7, self.enum("suggestion_outcome",
                                                          ["open", "adopted", "settled"])),
                        settled=self.maybe(0.8, self.date(day + DAY * self.rng.randint(0, 300))))
                for _ in range(self.rng.randint(0, 3))]

    def make_resolutions(self, meeting, day):
        """Resolutions with revisions and transfers."""
        found = []
        for number in range(self.rng.randint(0, 3)):
            due = self.maybe(0.75, day + DAY * self.rng.randint(0, 220))
            found.append(Mapping(
                "resolutions", id=f"r{number + 1}", text=self.text(),
                lead=self.maybe(0.9, self.a_unit()),
                support=self.one_or_list(self.some_units(0.25)), due=self.date(due),
                ongoing=self.maybe(0.3, self.flag(due is None)),
                revisions=self.make_moves(day, "revisions"),
                transfers=self.make_moves(day, "transfers")))
        return found or None

    def make_moves(self, day, kind):
        """Revisions or transfers, some of them on the same day, some far ahead."""
        if self.chance(0.65):
            return None
        found, last = [], None
        for _ in range(self.rng.randint(1, 3)):
            when = last if last and self.chance(0.3) else day + DAY * self.rng.randint(0, 250)
            last = when
            what = {"due": self.date(when + DAY * self.rng.randint(-20, 150))} \
                if kind == "revisions" else {"lead": self.a_unit()}
            found.append(Mapping(kind, date=self.date(when), **what, reason=self.text()))
        return found

    def make_minutes(self, day):
        """Minutes: in time or late, to all or to some, sent again to some."""
        issued = day + DAY * self.rng.randint(0, 13)
        resent = [Mapping("resent", unit=self.a_unit(),
                          date=self.date(issued + DAY * self.rng.randint(0, 90)))
                  for _ in range(self.rng.randint(0, 2))]
        return Mapping("minutes", issued=self.date(issued),
                       number=self.maybe(0.4, self.text()),
                       sent=self.maybe(0.2, self.date(issued + DAY)),
                       to=self.one_or_list(self.some_units(0.8)) if self.chance(0.5) else None,
                       resent=self.maybe(0.6, resent or None))

    def make_followups(self):
        """Reports: in time, on the deadline, late, before the meeting, several."""
        days = [day for _, _, day in self.meetings]
        for meeting, name, day in self.meetings:
            resolutions = meeting.get("resolutions") or []
            following = min((other for other in days if other > day), default=self.end)
            for unit in self.units:
                if not self.chance(0.8 if resolutions else 0.1):
                    continue
                for _ in range(self.rng.choice([1, 1, 1, 2, 3])):
                    when = self.rng.choice([
                        following, following + DAY, following - DAY * self.rng.randint(0, 5),
                        self.some_day(day, following), self.some_day(day, following),
                        day, day - DAY * self.rng.randint(1, 9),
                        following + DAY * self.rng.randint(0, 120)])
                    self.records["followups"].append(self.make_report(
                        name, unit, when, resolutions))
        self.rng.shuffle(self.records["followups"])

    def make_report(self, meeting, unit, when, resolutions):
        """A report, with or without items."""
        items = [self.make_item(meeting, resolution.get("id"), when)
                 for resolution in resolutions
                 for _ in range(self.rng.choice([0, 1, 1, 1, 1, 2]))]
        return Mapping("followups", meeting=self.ref(meeting), unit=self.ref(unit),
                       date=self.date(when), by=self.maybe(0.3, "the post on duty"),
                       items=items or None)

    def make_item(self, meeting, resolution, when):
        """An item of a report."""
        status = self.rng.choice(["done"] * 5 + ["dropped"] + ["not_started", "in_progress",
                                                               "blocked"])
        return Mapping(
            "items", resolution=self.ref(resolution) if self.chance(0.7)
            else f"{meeting}/{resolution}", status=Enum("status", status),
            done=self.date(when + DAY * self.rng.randint(-30, 10))
            if status == "done" and self.chance(0.5) else None,
            reason=self.maybe(0.5, self.text()), result=self.maybe(0.4, self.text()))

    def make_plans(self):
        """Plans: missing, late or in time, with tasks."""
        self.tasks = []
        for year in range(self.founded.year, self.end.year + 1):
            if not self.chance(0.75):
                continue
            march = datetime.date(year, 3, 31)
            tasks = [self.make_task(year, number + 1) for number in range(self.rng.randint(0, 3))]
            self.records["plans"].append(Mapping(
                "plans", year=str(year), theme=self.maybe(0.4, self.text()),
                adopted=self.maybe(0.7, self.date(march + DAY * self.rng.choice(
                    [-60, -1, 0, 1, 40]))), tasks=tasks or None))

    def make_task(self, year, number):
        """A task of a plan."""
        due = self.maybe(0.75, self.some_day(datetime.date(year, 1, 1),
                                             datetime.date(year, 12, 31)))
        name = f"a{number}"
        self.tasks.append(f"{year}/{name}")
        limit = due or datetime.date(year, 12, 31)
        dropped = Mapping("task_dropped", date=self.date(limit + DAY * self.rng.randint(-90, 90)),
                          reason=self.text())
        return Mapping(
            "tasks", id=name, title=self.text(), lead=self.maybe(0.8, self.a_unit()),
            due=self.date(due), target=self.maybe(0.6, Mapping(
                "target", metric=self.enum("metric"), value=str(self.rng.choice(
                    [1, 2, 3, 10, 60, 200])))),
            done=self.maybe(0.4, self.date(limit + DAY * self.rng.randint(-60, 60))),
            dropped=self.maybe(0.2, dropped))

    def make_series(self):
        """Series with overlapping schedule entries, and events for them."""
        for number in range(self.rng.randint(0, 2)):
            start = self.some_day(self.founded, self.founded + (self.end - self.founded) / 3)
            entries = []
            for _ in range(self.rng.randint(1, 3)):
                first = start.replace(day=1) if self.chance(0.6) else start
                until = self.some_day(first + DAY * 25, self.end + DAY * 60)
                if self.chance(0.3):
                    until = interval_of(until, "year")[1]
                every = self.rng.choice(list(ENUMS["every"]))
                entries.append(Mapping("schedule", from_=self.date(first),
                                       until=self.maybe(0.7, self.date(until)),
                                       every=Enum("every", every)))
                start = self.some_day(first, self.end)
            self.records["series"].append(Mapping(
                "series", id=f"s{number}", title=self.text(), lead=self.maybe(0.5, self.a_unit()),
                schedule=entries))
            self.make_series_events(f"s{number}")

    def make_series_events(self, name):
        """A few sessions in many months."""
        for step in range(20):
            first, last, _ = interval_of(self.founded, "month", step)
            if self.chance(0.35):
                day = self.some_day(first, last)
                self.records["events"].append(self.make_event(
                    f"{name}-{step}", day, series=self.ref(name),
                    sessions=self.maybe(0.8, self.rng.choice(
                        ["1", "4", "5", "28", "30", "31", "30余", "约4"]))))

    def make_event(self, name, day, **more):
        """An event."""
        materials = [Mapping("materials", item=self.rng.choice(["书籍", "宣传册", "book"]),
                             quantity=self.count(900), uom=self.rng.choice(["册", "本"]),
                             to=self.maybe(0.5, self.rng.choice(["旅客", "members"])))
                     for _ in range(self.rng.choice([0, 0, 1, 2]))]
        tasks = self.rng.sample(self.tasks, min(len(self.tasks), self.rng.randint(1, 2)))
        values = {"sessions": self.maybe(0.5, self.count(12)), "series": None, **more}
        return Mapping(
            "events", id=name, title=self.text(), kind=self.enum("event_kind"),
            date=self.date(day),
            until=self.maybe(0.25, self.date(day + DAY * self.rng.randint(0, 45))),
            lead=self.a_unit(), partners=self.one_or_list(self.some_units(0.2)),
            organizations=self.maybe(0.5, self.count(30)), served=self.maybe(0.6, self.count(6000)),
            volunteers=self.maybe(0.5, self.count(300)), hours=self.maybe(0.4, self.amount(500)),
            trained=self.maybe(0.4, self.count(50)), certified=self.maybe(0.3, self.count(20)),
            materials=materials or None, plan=self.maybe(0.5, self.one_or_list(tasks)), **values)

    def make_events(self):
        """Events of no series."""
        for number in range(self.rng.randint(3, 10)):
            self.records["events"].append(self.make_event(f"e{number}", self.some_day()))
        self.rng.shuffle(self.records["events"])

    def make_funds(self):
        """Funds with donations, grants and publications."""
        funds = [f"基金{number}" for number in range(self.rng.randint(0, 2))]
        for name in funds:
            published = []
            for _ in range(self.rng.randint(0, 3)):
                day = self.some_day()
                published.append(Mapping(
                    "published", date=self.date(day),
                    until=self.maybe(0.85, self.date(day - DAY * self.rng.randint(0, 60)))))
            self.records["funds"].append(Mapping(
                "funds", id=name, name=self.text(), steward=self.a_unit(),
                opening=self.maybe(0.5, self.amount(9000)), published=published or None))
        for number in range(self.rng.randint(1, 5)):
            self.make_donation(number, funds)
        for number in range(self.rng.randint(0, 4) if funds else 0):
            self.records["grants"].append(Mapping(
                "grants", id=f"g{number}", date=self.date(self.some_day()),
                fund=self.ref(self.rng.choice(funds)), amount=self.amount(3000),
                beneficiaries=self.maybe(0.7, self.count(20))))

    def make_donation(self, number, funds):
        """A donation of money, of goods or of both."""
        goods = [Mapping("goods", item=self.rng.choice(["AED", "急救箱"]), quantity=self.count(9),
                         uom=self.rng.choice(["台", "个"]), value=self.maybe(0.6, self.amount(90000)))
                 for _ in range(self.rng.randint(1, 3))]
        cash = bool(funds) and self.chance(0.6)
        self.records["donations"].append(Mapping(
            "donations", id=f"d{number}", date=self.date(self.some_day()),
            donor=self.maybe(0.7, "a donor"),
            fund=self.ref(self.rng.choice(funds)) if cash else None,
            amount=self.amount(9000) if cash else None,
            recipient=None if cash and self.chance(0.7) else self.a_unit(),
            goods=None if cash and self.chance(0.7) else goods))

    def make_projects(self):
        """Projects with their stages."""
        for number in range(self.rng.randint(0, 3)):
            day = self.some_day()
            expenses = [Mapping("expenses", date=self.date(self.some_day(day)), item=self.text(),
                                amount=self.amount(5000)) for _ in range(self.rng.randint(0, 3))]
            self.records["projects"].append(Mapping(
                "projects", id=f"p{number}", title=self.text(), applicant=self.a_unit(),
                year=str(day.year),
                applied=Mapping("applied", date=self.date(day), amount=self.amount(9000)),
                approved=self.maybe(0.8, Mapping("approved", date=self.date(self.some_day(day)),
                                                 amount=self.amount(9000))),
                accepted=self.maybe(0.4, Mapping("accepted", date=self.date(self.some_day(day)),
                                                 grade=self.enum("grade"))),
                expenses=expenses or None,
                reimbursed=self.maybe(0.5, Mapping("reimbursed", amount=self.amount(9000),
                                                   date=self.date(self.some_day(day))))))

    def make_rest(self):
        """Requests, shares, honours, budgets and a claim."""
        for number in range(self.rng.randint(0, 4)):
            self.make_request(number)
        for number in range(self.rng.randint(0, 3)):
            self.records["shares"].append(Mapping(
                "shares", id=f"x{number}", date=self.date(self.some_day()), unit=self.a_unit(),
                title=self.text(), kind=self.enum("share_kind")))
        for number in range(self.rng.randint(0, 3)):
            self.records["honors"].append(Mapping(
                "honors", id=f"h{number}", date=self.date(self.some_day()), unit=self.a_unit(),
                title=self.text(), level=self.enum("level"), kind=self.enum("honor_kind")))
        self.records["budgets"].append(Mapping(
            "budgets", id="b1", year=str(self.founded.year), amount=self.amount(99999)))
        self.records["claims"].append(Mapping(
            "claims", id="c1", figure="meetings.held", value="3", date=self.date(self.end),
            source=self.text()))

    def make_request(self, number):
        """A request, with answers of some of the units asked."""
        day = self.some_day()
        asked = self.rng.sample(self.units, self.rng.randint(1, 3))
        answers = [Mapping("answers", unit=self.ref(name), accepted=self.flag(self.chance(0.7)),
                           date=self.date(day + DAY * self.rng.randint(0, 80)))
                   for name in asked if self.chance(0.6)]
        self.records["requests"].append(Mapping(
            "requests", id=f"q{number}", date=self.date(day), by=self.a_unit(),
            to=self.one_or_list([self.ref(name) for name in asked]), text=self.text(),
            due=self.maybe(0.8, self.date(day + DAY * self.rng.randint(0, 60))),
            answers=answers or None,
            closed=self.maybe(0.4, self.date(day + DAY * self.rng.randint(0, 150)))))

    def make_waivers(self):
        """Waivers: some that hide a finding, some that hide none, some expired."""
        for _ in range(self.rng.randint(0, 5)):
            rule, record = self.waived()
            self.records["waivers"].append(Mapping(
                "waivers", rule=rule, record=record, reason=self.text(),
                until=self.maybe(0.6, self.date(self.some_day()))))

    def waived(self):
        """A rule and a record on which it may well find something."""
        meeting, name, _ = self.rng.choice(self.meetings or [(None, "m1", None)])
        unit = self.rng.choice(self.units)
        choices = [("minutes-late", f"meetings/{name}"), ("notice-late", f"meetings/{name}"),
                   ("record-missing", f"meetings/{name}"),
                   ("topics-not-solicited", f"meetings/{name}"),
                   ("minutes-not-sent", f"meetings/{name}"),
                   ("report-missing", f"meetings/{name}/units/{unit}"),
                   ("report-late", f"meetings/{name}/units/{unit}"),
                   ("unit-absent", f"meetings/{name}/units/{unit}"),
                   ("plan-missing", f"plans/{self.founded.year + 1}"),
                   ("head-missing", f"units/{unit}"),
                   ("meeting-missed", "alliance/intervals/"
                    + interval_of(self.founded, self.interval, 1)[2])]
        if meeting and meeting.get("resolutions"):
            resolution = f"meetings/{name}/resolutions/r1"
            choices += [("resolution-overdue", resolution), ("due-moved", resolution)] * 3
        return self.rng.choice(choices)


# -- faults ---------------------------------------------------------------------

#: fields in which a fault would leave open what is meant
SPARED = {("units", "id"), ("plans", "year"), ("funds", "id"), ("series", "id"),
          ("requests", "id"), ("topics", "id"), ("tasks", "id"), ("materials", "item"),
          ("materials", "uom"), ("goods", "item"), ("goods", "uom"), ("alliance", "name"),
          ("alliance", "founded"), ("alliance", "ignore"), ("waivers", "reason"),
          ("alliance", "severities")}


class Faults:
    """Puts faults into a made book that `followup` and `stats` must survive."""

    def __init__(self, seed, maker):
        self.rng = random.Random(f"faults {seed}")
        self.records = maker.records
        everything = [maker.records["alliance"]]
        for name in COLLECTIONS:
            everything += maker.records[name] if name != "alliance" else []
        self.mappings = [one for top in everything for one in self.walk(top)]
        for _ in range(self.rng.randint(3, 12)):
            self.spoil(self.rng.choice(self.mappings))
        for _ in range(self.rng.randint(0, 2)):
            self.repeat()
        for _ in range(self.rng.randint(0, 2)):
            name = self.rng.choice([one for one in COLLECTIONS if one != "alliance"])
            self.records[name].insert(self.rng.randint(0, len(self.records[name])),
                                      self.rng.choice(["a stray word", Raw("~"), Raw("[a, b]")]))

    def walk(self, mapping):
        """A mapping and all mappings in it."""
        yield mapping
        for _, value in mapping.pairs:
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, Mapping):
                    yield from self.walk(one)

    def spoil(self, mapping):
        """One fault in a mapping."""
        if self.rng.random() < 0.2:
            mapping.pairs.insert(self.rng.randint(0, len(mapping.pairs)),
                                 [Raw("colour"), self.rng.choice(["red", ["a"], Raw("{}")])])
            return
        usable = [pair for pair in mapping.pairs if (mapping.kind, pair[0]) not in SPARED
                  and not isinstance(pair[0], Raw)]
        if not usable:
            return
        pair = self.rng.choice(usable)
        if self.rng.random() < 0.2:
            mapping.drop(pair[0])
            return
        pair[1] = self.bad(FIELDS[mapping.kind][pair[0]][1])

    def bad(self, type_):
        """A value that a type cannot read, or that is empty."""
        empty = [Raw(""), Raw("~"), Raw("null"), Raw('"  "'), Raw("[]")]
        if self.rng.random() < 0.25:
            return self.rng.choice(empty)
        if self.rng.random() < 0.2 and not type_.startswith(("map", "refs", "texts", "presents")):
            return self.rng.choice([Raw("{}"), Raw("{a: b}")])
        if type_ == "date":
            return self.rng.choice(["2017-02-30", "soon", "2017-13-01", "20170920", "1899-12-31",
                                    "2200-01-01", "2017-09", "二〇一七年十三月一日"])
        if type_ in ("ref", "refs", "presents"):
            return self.rng.choice(["nobody", "m00/r9", "no such", "units/x y"])
        if type_.startswith("enum"):
            return self.rng.choice(["frobnicate", "别的", "1"])
        if type_.startswith(("list", "map")):
            return self.rng.choice(["a word", Raw("[a, b]"), Raw("[~]")])
        if type_ in ("int", "count", "amount", "fraction"):
            return self.rng.choice(["many", "-3", "12元", "1,2", "1e3", "0.333", "九"])
        if type_ == "bool":
            return self.rng.choice(["maybe", "1"])
        if type_ == "id":
            return self.rng.choice(["-x", "a b", "x" * 65])
        return Raw("[]")

    def repeat_resolution(self):
        """Two resolutions of a meeting with one id."""
        for meeting in self.records["meetings"]:
            found = isinstance(meeting, Mapping) and meeting.get("resolutions")
            if isinstance(found, list) and len(found) > 1:
                found[1].set("id", found[0].get("id") or "r1")
                return

    def repeat(self):
        """A second record with the same id."""
        if self.rng.random() < 0.15:
            self.repeat_resolution()
        name = self.rng.choice(["units", "meetings", "meetings", "events", "funds", "plans",
                                "requests", "series", "followups"])
        records = [one for one in self.records[name] if isinstance(one, Mapping)]
        if not records:
            return
        source = self.rng.choice(records)
        other = self.rng.choice(records)
        copy = Mapping(name)
        copy.pairs = [list(pair) for pair in other.pairs]
        key = "year" if name == "plans" else "id"
        if source.get(key) is not None:
            copy.set(key, source.get(key))
        self.records[name].insert(self.rng.randint(0, len(self.records[name])), copy)


# -- writing --------------------------------------------------------------------

class Writer:
    """Writes mappings as YAML, in one style for all languages of a seed."""

    def __init__(self, seed, keys):
        self.rng = random.Random(f"style {seed}")
        self.words = random.Random(f"words {seed}")
        self.keys = keys

    def word(self, english, chinese):
        """A name in the language of the book."""
        chosen = {"en": False, "zh": True}.get(self.keys)
        if chosen is None:
            chosen = self.words.random() < 0.5
        return chinese if chosen else english

    def key(self, kind, name):
        """A key; unknown ones as they are."""
        if isinstance(name, Raw) or kind is None:
            return name
        return self.word(name, FIELDS[kind][name][0])

    def scalar(self, value, flow):
        """A scalar in one of the scalar styles."""
        if isinstance(value, Raw):
            return str(value)
        if isinstance(value, dict):  # a mapping where something else is expected
            return "{" + ", ".join(f"{key}: {one}" for key, one in value.items()) + "}"
        if isinstance(value, Enum):
            english = value.word.upper() if self.rng.random() < 0.05 else value.word
            return self.word(english, ENUMS[value.name][value.word])
        style = self.rng.random()
        if self.plain(value, flow) and style < 0.8:
            return value
        if style < 0.4:
            return "'" + value.replace("'", "''") + "'"
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

    @staticmethod
    def plain(value, flow):
        """Whether a text can be a plain scalar."""
        if not value or value.strip() != value or value[0] in "-?:,[]{}#&*!|>'\"%@`":
            return False
        if ": " in value or " #" in value or value.endswith(":") or value in ("~", "null"):
            return False
        return not (flow and any(char in value for char in ",[]{}:"))

    def flow(self, value):
        """A value in flow style."""
        if isinstance(value, Mapping):
            return "{" + ", ".join(f"{self.key(value.kind, key)}: {self.flow(one)}".rstrip()
                                   for key, one in value.pairs) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(one) for one in value) + "]"
        return self.scalar(value, True)

    def flat(self, value):
        """Whether a value may be written in flow style: small and without nesting."""
        parts = [one for _, one in value.pairs] if isinstance(value, Mapping) else value
        return len(parts) <= 4 and not any(isinstance(one, (Mapping, list)) or one == ""
                                           for one in parts)

    def pairs(self, mapping, indent):
        """The lines of a block mapping."""
        if isinstance(mapping, Mapping):
            named = [(self.key(mapping.kind, key), value) for key, value in mapping.pairs]
        else:
            named = list(mapping.items())
        lines = []
        for key, value in named:
            lines += self.pair(key, value, indent)
        return lines

    def pair(self, key, value, indent):
        """The lines of one key and its value."""
        space = " " * indent
        nested = isinstance(value, (Mapping, list, dict))
        if not nested or isinstance(value, Mapping) and not value.pairs or value == []:
            text = ("{}" if isinstance(value, Mapping) else "[]") if nested \
                else self.scalar(value, False)
            remark = "  # seen" if self.rng.random() < 0.03 and not nested else ""
            return [f"{space}{key}: {text}".rstrip() + remark]
        if not isinstance(value, dict) and self.flat(value) and self.rng.random() < 0.5:
            return [f"{space}{key}: {self.flow(value)}"]
        if isinstance(value, list):
            deeper = indent + (2 if self.rng.random() < 0.7 else 0)
            return [f"{space}{key}:"] + self.elements(value, deeper)
        return [f"{space}{key}:"] + self.pairs(value, indent + 2)

    def elements(self, values, indent):
        """The lines of a block list."""
        lines = []
        for value in values:
            if isinstance(value, Mapping) and value.pairs and not (
                    self.flat(value) and self.rng.random() < 0.3):
                inner = self.pairs(value, indent + 2)
                inner[0] = " " * indent + "- " + inner[0][indent + 2:]
                lines += inner
            else:
                lines.append(" " * indent + "- " + self.flow(value))
            if self.rng.random() < 0.03:
                lines.append(self.rng.choice(["", "  # a remark", "# 备注"]))
        return lines

    def document(self, parts):
        """The lines of a document: collections with their records."""
        lines = []
        for name, records in parts:
            lines += self.pair(self.word(name, COLLECTIONS[name]), records, 0)
        return lines


def spread(rng, records):
    """Spreads the collections over files and documents: path -> documents."""
    files = {"alliance.yaml": [[("alliance", records["alliance"])]]}
    paths = ["alliance.yaml", "all.yaml", "a-b.yml", "a/b.yaml", "a.yaml", "会议/记录.yaml", "z/y/x.yml"]
    for name in COLLECTIONS:
        if name == "alliance" or not records[name]:
            continue
        rest = records[name]
        while rest:
            cut = rng.randint(1, len(rest)) if rng.random() < 0.5 else len(rest)
            documents = files.setdefault(rng.choice(paths), [])
            if not documents or rng.random() < 0.25 or any(
                    name == other for other, _ in documents[-1]):
                documents.append([])
            documents[-1].append((name, rest[:cut]))
            rest = rest[cut:]
    return files


def put(root, path, data):
    """Writes a file, with its folders."""
    full = os.path.join(root, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "wb") as file:
        file.write(data.encode() if isinstance(data, str) else data)


def put_others(root, faults):
    """Files that are not part of the book, and files that cannot be read."""
    stray = "meetings:\n- {id: stray, kind: regular, date: 2015-05-05}\n"
    for path in ("drafts/old.yaml", ".hidden.yaml", ".cache/m.yaml", "notes.txt"):
        put(root, path, stray)
    if faults:
        put(root, "broken.yaml", stray + "  - ]broken: [\n")
        put(root, "comments.yaml", "# only a remark\n---\n# and another\n")
        put(root, "empty.yml", "")
        put(root, "gb.yaml", "meetings:\n- {id: 乱码, kind: regular, date: 2015-05-05}\n"
            .encode("gb18030"))


def write_book(seed, root, keys="en", faults=False):
    """Writes the book of a seed into a folder."""
    maker = Maker(seed)
    if faults:
        Faults(seed, maker)
    layout = random.Random(f"layout {seed}")
    writer = Writer(seed, keys)
    for path, documents in spread(layout, maker.records).items():
        lines = []
        for number, parts in enumerate(documents):
            if number or layout.random() < 0.2:
                lines.append("---")
            lines += writer.document(parts)
        ending = "\r\n" if layout.random() < 0.1 else "\n"
        mark = "\ufeff" if layout.random() < 0.1 else ""
        put(root, path, mark + "".join(line + ending for line in lines))
    put_others(root, faults)


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seed")
    parser.add_argument("dir")
    parser.add_argument("--keys", choices=("en", "zh", "mixed"), default="en")
    parser.add_argument("--faults", action="store_true")
    options = parser.parse_args()
    write_book(options.seed, options.dir, options.keys, options.faults)


if __name__ == "__main__":
    main()
