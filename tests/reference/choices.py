"""Small choices of a random book, its alliance and its units."""

import datetime
import random

from format_table import COLLECTIONS, ENUMS
from periods import interval_of
from pieces import DAY, FULL_WIDTH_ID, Enum, Mapping, spell_amount, spell_count, spell_date
from waiving import SEVERITIES

#: unit -> full and short name, as the book first gives them
UNITS = {"station": ("站综合管理办公室", "站办"), "bus-2": ("Bus Company No. 2", "Bus 2"),
         "地铁派出所": ("公安局地铁派出所", "地铁所"), "metro": ("Metro Station South", "Metro"),
         "café": ("Café of the Hall", "Café 1"), "coach.south": ("汽车客运南站", "客运南"),
         "u7": ("华铁旅服", "旅服"), "教育局": ("区教育局", "教育"), "red_cross": ("红十字会", "红会")}


class Choices:
    """Chooses by the seed alone. An orderly book has no date out of order."""

    def __init__(self, seed, orderly):
        self.rng = random.Random(f"book {seed}")
        self.orderly = orderly
        self.records = {name: [] for name in COLLECTIONS}
        self.interval = self.rng.choice(["month", "quarter", "quarter", "half_year", "year"])
        years = {"month": 1.3, "quarter": 2.5, "half_year": 3.5, "year": 5}[self.interval]
        self.founded = datetime.date(self.rng.randint(2012, 2016), self.rng.randint(1, 12),
                                     self.rng.randint(1, 28))
        self.end = self.founded + DAY * int(365 * years)
        self.units = []
        self.words = {}           # unit -> names that mean this unit alone
        self.outsiders = ["a passer-by", "市图书馆", "Bank of the Hall"]

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

    def days(self, low, high):
        """A span of days; in an orderly book it never goes back."""
        return DAY * self.rng.randint(max(low, 0) if self.orderly else low, high)

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
        """A reference, now and then in full-width letters, decomposed, or by a name."""
        if self.words.get(name) and self.chance(0.06):
            return self.rng.choice(self.words[name])
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

    def partners(self, probability):
        """Ids and names of units, and outsiders."""
        found = self.some_units(probability)
        found += [name for name in self.outsiders if self.chance(0.1)]
        return self.one_or_list(found)

    # -- the alliance --------------------------------------------------------

    def make_alliance(self):
        """The alliance with its policy and severities."""
        first = self.make_policy(None, 0.5)
        if not (self.interval == "quarter" and self.chance(0.3)):
            first.set("interval", Enum("interval", self.interval))
        policy = first if first.pairs else None
        if self.chance(0.5):
            if policy is None or self.chance(0.3):
                first.set("from", self.date(self.founded + DAY * self.rng.choice([0, -30, 40])))
            policy = [first] + [self.make_policy(self.turn(), 0.3)
                                for _ in range(self.rng.randint(0, 3))]
        changed = {rule: Enum("severity", self.rng.choice(list(ENUMS["severity"])))
                   for rule in self.rng.sample(list(SEVERITIES), self.rng.randint(0, 3))}
        self.records["alliance"] = Mapping(
            "alliance", name="车站联盟", founded=self.date(self.founded),
            lang=self.maybe(0.5, self.enum("lang")), policy=policy,
            ignore=self.one_or_list(["drafts/*.yaml"]), severities=changed or None,
            note=self.maybe(0.3, self.text()))

    def turn(self):
        """A day on which a policy changes: any, or the first of a calendar period."""
        day = self.some_day()
        unit = self.rng.choice(["month", "quarter", "year", None])
        return interval_of(day, unit)[0] if unit else day

    def make_policy(self, start, share):
        """A policy, or what an entry of a list of them changes."""
        def number(*words):
            return self.maybe(share, str(self.rng.choice(words)))

        changed = self.maybe(0.15, self.enum("interval")) if start else None
        return Mapping(
            "policy", from_=self.date(start), interval=changed,
            notice_days=number(0, 1, 2, 4, 6), minutes_days=number(0, 2, 5, 10),
            report_days_before=number(0, 1, 2, 5),
            reporters=self.maybe(share, self.enum("reporters")),
            quorum=self.maybe(share, self.rng.choice(
                ["2/3", "50%", "1/2", "100%", "３/４", "75％", "none", "无", "None"])),
            publish_days=number(0, 10, 30, 60), topics_days=number(1, 3, 7),
            suggestion_days=number(0, 20, 60), warn_days=number(0, 3, 20, 40),
            closing=self.maybe(share + 0.1, self.enum("closing", ["verified"] * 2 + ["reported"])),
            **{"另-说明": self.maybe(0.1, self.text())})

    # -- units ---------------------------------------------------------------

    def make_units(self):
        """Units that join and leave, change their names, and observers."""
        self.units = self.rng.sample(list(UNITS), self.rng.randint(3, 7))
        for index, name in enumerate(self.units):
            late = index and self.chance(0.35)
            joined = self.some_day() if late else None
            left = self.some_day(joined) if index and self.chance(0.35) else None
            full, short = UNITS[name]
            former = [self.make_former(full, number) for number in range(
                self.rng.choice([0, 0, 1, 2]))]
            self.records["units"].append(Mapping(
                "units", id=name, name=full, short_name=self.maybe(0.5, short),
                role=Enum("role", "observer") if index and self.chance(0.15)
                else self.maybe(0.3, Enum("role", "member")),
                category=self.maybe(0.7, self.rng.choice(["驻地单位", "区级机关", "other"])),
                head=self.maybe(0.8, "the post on duty"),
                aliases=self.one_or_list(self.aliases(name)), former=former or None,
                party_members=self.maybe(0.4, self.count(60)), joined=self.date(joined),
                left=self.date(left), order=self.maybe(0.5, str(self.rng.randint(1, 5)))))
        self.learn_words()

    def aliases(self, name):
        """Aliases; some are another unit's id or name, and so mean nothing or that unit."""
        other = self.rng.choice(self.units)
        found = [f"{name} by the gate"] if self.chance(0.3) else []
        return found + ([self.rng.choice([other, UNITS[other][1]])] if self.chance(0.1) else [])

    def make_former(self, full, number):
        """A name or only a head of former days."""
        named = self.chance(0.8)
        return Mapping(
            "former", name=f"原{full}{number}" if named else None,
            short_name=f"原{number}" if named and self.chance(0.4) else None,
            head="the former post" if not named or self.chance(0.3) else None,
            until=self.date(self.some_day()))

    def learn_words(self):
        """The names that mean one unit alone."""
        for unit in self.records["units"]:
            former = unit.get("former") or []
            alias = unit.get("aliases") or []
            words = [one.get(key) for one in [unit] + former for key in ("name", "short_name")]
            words += [alias] if isinstance(alias, str) else alias
            self.words[unit.get("id")] = [word for word in words if word
                                          and word not in self.units]
        counts = [word for words in self.words.values() for word in set(words)]
        for words in self.words.values():
            words[:] = [word for word in words if counts.count(word) == 1]

    def make_committees(self):
        """A committee."""
        if self.chance(0.5):
            self.records["committees"].append(Mapping(
                "committees", id="committee-1", name="服务专委会", lead=self.a_unit(),
                members=self.one_or_list(self.some_units(0.5))))

    def an_owner(self):
        """A unit or the committee."""
        if self.records["committees"] and self.chance(0.2):
            return self.rng.choice(["committee-1", "服务专委会"])
        return self.a_unit()
