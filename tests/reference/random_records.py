"""The plans, services, funds and other records of a random book."""

import datetime

from format_table import ENUMS
from periods import interval_of
from pieces import DAY, Enum, Mapping
from random_meetings import Meetings


class Records(Meetings):
    """What is not a meeting."""

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
                    [-60, -1, 0, 1, 40, 150]))), tasks=tasks or None))

    def make_task(self, year, number):
        """A task of a plan."""
        due = self.maybe(0.75, self.some_day(datetime.date(year, 1, 1),
                                             datetime.date(year, 12, 31)))
        name = f"a{number}"
        self.tasks.append(f"{year}/{name}")
        limit = due or datetime.date(year, 12, 31)
        dropped = Mapping("task_dropped", date=self.date(limit + DAY * self.rng.randint(-90, 90)),
                          reason=self.text(), approved=self.rng.choice(self.meetings)[1]
                          if self.meetings and self.chance(0.3) else None)
        return Mapping(
            "tasks", id=name, title=self.text(), lead=self.maybe(0.8, self.an_owner()),
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
                partners=self.maybe(0.5, self.partners(0.3)), schedule=entries))
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
            lead=self.a_unit(), partners=self.partners(0.2),
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
                    until=self.date(day - DAY * self.rng.randint(0, 60))))
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
        asked = self.rng.sample(self.units, self.rng.choice([0, 1, 2, 3]))
        answers = [Mapping("answers", unit=self.ref(name), accepted=self.flag(self.chance(0.7)),
                           date=self.date(day + DAY * self.rng.randint(0, 80)))
                   for name in asked or self.units[:2] if self.chance(0.6)]
        self.records["requests"].append(Mapping(
            "requests", id=f"q{number}", date=self.date(day), by=self.a_unit(),
            to=self.one_or_list([self.ref(name) for name in asked]), text=self.text(),
            due=self.maybe(0.8, self.date(day + DAY * self.rng.randint(0, 60))),
            answers=answers or None,
            closed=self.maybe(0.4, self.date(day + DAY * self.rng.randint(0, 150)))))
