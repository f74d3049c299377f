"""Books of many alliances, made up from a seed: some large, some with holes, one with nothing."""
import datetime
import random

FIRST, LAST = datetime.date(2014, 1, 1), datetime.date(2018, 6, 30)
KINDS = ["team_service", "volunteer", "培训", "宣传", "other"]
COUNTS = ["{}", "{}", "{}", "{}余", "约{}", "{}+"]


class Book:
    """The YAML of one alliance; `much` says how many records it has."""

    def __init__(self, number, much, random_numbers):
        self.number, self.much, self.random = number, much, random_numbers
        self.units = [f"u{i}" for i in range(1, 3 + number % 5)]
        self.meetings = []

    def day(self, first=FIRST):
        return first + datetime.timedelta(days=self.random.randrange((LAST - first).days))

    def amount(self):
        return f"{self.random.randrange(1, 500000)}.{self.random.randrange(100):02d}"

    def count(self):
        return self.random.choice(COUNTS).format(self.random.randrange(1, 2000))

    def perhaps(self, text, chance=0.7):
        return text if self.random.random() < chance else ""

    def few(self, members):
        return [one for one in members if self.random.random() < 0.7]

    def alliance(self):
        founded = datetime.date(2013, 1, 1) + datetime.timedelta(days=100 * (self.number % 7))
        interval = ["month", "quarter", "half_year", "year"][self.number % 4]
        yield "alliance:"
        yield f"  name: 第{self.number}联盟"
        yield f"  founded: {founded}"
        if self.much > 0:
            yield "  office: u1"
        yield f"  policy: {{interval: {interval}, minutes_days: 7, publish_days: 90}}"

    def all_units(self):
        yield "units:"
        for unit in self.units:
            joined = self.perhaps(f", joined: {self.day()}", 0.2)
            left = self.perhaps(f", left: {self.day()}", 0.15)
            role = self.perhaps(", role: observer", 0.1)
            yield f"  - {{id: {unit}, name: 单位{unit}{joined}{left}{role}}}"

    def all_meetings(self):
        yield "meetings:"
        for i in range(1, self.much + 1):
            day = self.day()
            self.meetings.append((f"m{i}", day))
            yield f"  - id: m{i}"
            yield f"    kind: {self.random.choice(['regular', '例会', 'special'])}"
            yield f"    date: {day}"
            yield self.perhaps(f"    minutes: {{issued: {day + datetime.timedelta(days=3)}}}")
            yield self.perhaps("    cancelled: 因故取消", 0.05)
            if self.random.random() < 0.8:
                yield "    attendance:"
                yield f"      present: [{', '.join(self.few(self.units))}]"
            yield "    resolutions:"
            for r in range(1, 4):
                due = day + datetime.timedelta(days=self.random.randrange(10, 300))
                yield f"      - {{id: r{r}, text: 事项{r}, lead: {self.random.choice(self.units)}, due: {due}}}"

    def followups(self):
        yield "followups:"
        known = set()
        for meeting, day in self.meetings:
            for unit in self.few(self.units):
                date = self.day(day) if day < LAST else day
                if (meeting, unit, date) in known:
                    continue
                known.add((meeting, unit, date))
                yield f"  - meeting: {meeting}"
                yield f"    unit: {unit}"
                yield f"    date: {date}"
                yield "    items:"
                for r in range(1, 4):
                    status = self.random.choice(["done", "已完成", "in_progress", "blocked", "dropped"])
                    yield f"      - {{resolution: r{r}, status: {status}, result: 进展, reason: 原因}}"

    def events(self):
        yield "events:"
        for i in range(1, 6 * self.much + 1):
            served = self.perhaps(f", served: {self.count()}")
            day = self.day()
            until = self.perhaps(f", until: {day + datetime.timedelta(days=20)}", 0.2)
            yield (f"  - {{id: e{i}, title: 活动{i}, kind: {self.random.choice(KINDS)}, date: {day}{until}, "
                   f"lead: {self.random.choice(self.units)}{served}}}")

    def money(self):
        yield "funds:"
        for fund in ("care", "爱心")[:1 + self.number % 2]:
            opening = self.perhaps(f", opening: {self.amount()}")
            yield f"  - {{id: {fund}, name: 基金{fund}, steward: u1{opening}}}"
        yield "donations:"
        for i in range(1, 6 * self.much + 1):
            fund = self.random.choice(["care", "care", "爱心", "gone"])
            what = self.perhaps(f", amount: {self.amount()}, fund: {fund}", 0.8)
            goods = self.perhaps(", recipient: 站区, goods: [{item: 书, quantity: 5, uom: 册}]", 0.2)
            yield f"  - {{id: d{i}, date: {self.day()}, donor: 某单位{what}{goods}}}"
        yield "grants:"
        for i in range(1, 3 * self.much + 1):
            yield f"  - {{id: g{i}, date: {self.day()}, fund: care, amount: {self.amount()}, beneficiaries: 2}}"

    def projects(self):
        yield "projects:"
        for i in range(1, self.much + 1):
            yield f"  - id: p{i}"
            yield "    title: 项目"
            yield "    applicant: u1"
            yield "    year: 2016"
            yield "    expenses:"
            for _ in range(3):
                yield f"      - {{date: {self.day()}, item: 材料, amount: {self.amount()}}}"

    def text(self):
        parts = [self.alliance]
        if self.much > 0:
            parts += [self.all_units, self.all_meetings, self.followups, self.events]
        # Some alliances have no fund, some no project.
        if self.much > 0 and self.number % 4 != 3:
            parts.append(self.money)
        if self.much > 0 and self.number % 3 != 2:
            parts.append(self.projects)
        return "".join(line + "\n" for part in parts for line in part() if line)


def write_books(folder, number, seed=1, much=None):
    """Writes books into folders `b001` … and returns these. The last has nothing recorded."""
    random_numbers = random.Random(seed)
    folders = []
    for i in range(1, number + 1):
        size = 0 if i == number and much is None else much or 1 + i % 4
        book = folder / f"b{i:03d}"
        book.mkdir(parents=True)
        (book / "book.yaml").write_text(Book(i, size, random_numbers).text(), encoding="utf-8")
        folders.append(book)
    return folders
