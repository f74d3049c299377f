"""The meetings of a random book, their resolutions, and the reports on them."""

from choices import Choices
from periods import interval_of
from pieces import DAY, Enum, Mapping


class Meetings(Choices):
    """Meetings and follow-ups."""

    def __init__(self, seed, orderly):
        super().__init__(seed, orderly)
        self.meetings = []        # (mapping, id, day)
        self.open_topics = []
        self.earlier = []         # (`MEETING/RESOLUTION`, day of the meeting)
        self.named = {}           # `MEETING/RESOLUTION` -> mapping
        self.reported = {}        # `MEETING/RESOLUTION` -> days on which it is done

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
        self.numbers = self.rng.sample(range(10, 99), len(days))
        for number, (day, kind) in zip(self.numbers, days):
            self.make_meeting(f"m{number}", day, kind)
        self.records["meetings"] = [meeting for meeting, _, _ in self.meetings]
        self.rng.shuffle(self.records["meetings"])

    def make_meeting(self, name, day, kind):
        """A meeting."""
        topics = self.make_topics(name, day)
        cancelled = self.chance(0.12)
        meeting = Mapping(
            "meetings", id=name, kind=Enum("meeting_kind", kind), title=self.maybe(0.3, self.text()),
            date=self.date(day),
            time=self.maybe(0.3, self.rng.choice(["9:00", "14：00", "14:00"])),
            cancelled="flood" if cancelled else None,
            cancelled_on=self.date(day - self.days(-4, 40)) if cancelled and self.chance(0.7)
            else None,
            reason=self.maybe(0.5, self.text()),
            observers=self.maybe(0.2, self.partners(0.2)),
            notice=self.maybe(0.8, self.make_notice(day)), topics=topics or None,
            attendance=self.maybe(0.88, self.make_attendance()),
            suggestions=self.make_suggestions(day) or None,
            resolutions=self.make_resolutions(name, day) if self.chance(0.85) else None,
            record=self.maybe(0.8, self.text()),
            minutes=self.maybe(0.8, self.make_minutes(day)),
            **{"x-room": self.maybe(0.1, self.text())})
        for resolution in meeting.get("resolutions") or []:
            full = f"{name}/{resolution.get('id')}"
            self.earlier.append((full, day))
            self.named[full] = resolution
        self.meetings.append((meeting, name, day))

    def make_notice(self, day):
        """A notice: in time, long ahead, late, incomplete or after the meeting."""
        ahead = self.rng.choice([self.days(-1, 8), self.days(0, 40)])
        return Mapping("notice", date=self.date(day - ahead),
                       to=self.one_or_list(self.some_units(0.85)) if self.chance(0.4) else None)

    def make_topics(self, meeting, day):
        """Topics, deferred ones and ones that take those up."""
        topics = []
        for number in range(self.rng.randint(0, 3)):
            outcome = self.maybe(0.85, self.enum("topic_outcome"))
            source = self.rng.choice(self.open_topics)[0] if self.open_topics else None
            topics.append(Mapping(
                "topics", id=f"t{number + 1}", title=self.text(), by=self.a_unit(),
                solicited=self.maybe(0.6, self.date(day - self.days(-1, 12))),
                outcome=outcome, from_=self.maybe(0.5, source)))
        self.open_topics += [(f"{meeting}/{topic.get('id')}", day) for topic in topics]
        return topics

    def make_attendance(self):
        """A sign-in, which may be empty or name a unit on both lists."""
        share = self.rng.choice([0.0, 0.5, 0.85, 0.95])
        present = self.some_units(share)
        leave = [name for name in self.units if self.chance(0.15)]
        mixed = [Mapping("present", unit=one, person=self.maybe(0.5, "the post on duty"),
                         post=self.maybe(0.3, "a post"), time=self.maybe(0.5, "09:05"))
                 if self.chance(0.25) else one for one in present]
        if len(mixed) == 1 and not isinstance(mixed[0], Mapping):
            mixed = self.one_or_list(mixed)
        return Mapping("attendance", present=mixed or None,
                       leave=[Mapping("leave", unit=self.ref(name), reason=self.text())
                              for name in leave] or None)

    def make_suggestions(self, day):
        """Suggestions, some of them raised before the meeting."""
        found = []
        for number in range(self.rng.randint(0, 3)):
            outcome = self.maybe(0.75, self.enum("suggestion_outcome"))
            ends = outcome is not None and outcome.word in ("settled", "declined")
            found.append(Mapping(
                "suggestions", id=self.maybe(0.4, f"s{number}"), text=self.text(),
                by=self.a_unit(),
                date=self.maybe(0.2, self.date(day + self.days(-9, 9))),
                outcome=outcome, handler=self.maybe(0.6, self.a_unit()),
                settled=self.date(day + DAY * self.rng.randint(9, 300))
                if self.chance(0.75 if ends else 0.1) else None))
        return found

    # -- resolutions ---------------------------------------------------------

    def make_resolutions(self, meeting, day):
        """Resolutions with revisions, transfers, stages, and ones that replace others."""
        found = []
        for number in range(self.rng.randint(0, 3)):
            due = self.maybe(0.75, day + DAY * self.rng.randint(0, 220))
            before = [name for name, other in self.earlier
                      if other < day or not self.orderly and self.chance(0.3)]
            found.append(Mapping(
                "resolutions", id=f"r{number + 1}", text=self.text(),
                lead=self.maybe(0.9, self.a_unit()),
                support=self.one_or_list(self.some_units(0.25)), due=self.date(due),
                ongoing=self.maybe(0.3, self.flag(due is None)),
                revisions=self.make_moves(day, "revisions"),
                replaces=self.rng.choice(before) if before and self.chance(0.2) else None,
                stages=self.maybe(0.3, self.make_stages(day)),
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
            what = {"due": self.date(when + self.days(-20, 150))} \
                if kind == "revisions" else {"lead": self.a_unit()}
            found.append(Mapping(
                kind, date=self.date(when), **what, reason=self.text(),
                approved=self.rng.choice(self.meetings)[1]
                if self.meetings and self.chance(0.3) else None))
        return found

    def make_stages(self, day):
        """Stages, done or not."""
        found = []
        for _ in range(self.rng.randint(1, 3)):
            due = day + DAY * self.rng.randint(0, 200)
            done = self.maybe(0.6, max(day, due + DAY * self.rng.randint(-30, 60)))
            found.append(Mapping("stages", text=self.text(), due=self.date(due),
                                 done=self.date(done)))
        return found

    def make_closures(self):
        """Closures on and after the days on which something was reported done."""
        for full, days in self.reported.items():
            if not days or self.chance(0.3):
                continue
            found = []
            for _ in range(self.rng.randint(1, 4)):
                when = self.rng.choice(days) + DAY * self.rng.choice([0, 0, 1, 3, 9, 25])
                found.append(Mapping(
                    "closures", date=self.date(when), by=self.maybe(0.5, self.a_unit()),
                    verdict=self.enum("verdict")))
            self.named[full].set("closures", found)

    def make_minutes(self, day):
        """Minutes: in time or late, to all or to some, sent again to some."""
        issued = day + DAY * self.rng.randint(0, 13)
        resent = [Mapping("resent", unit=self.a_unit(),
                          date=self.date(issued + DAY * self.rng.randint(0, 90)))
                  for _ in range(self.rng.randint(0, 2))]
        signed = Mapping("signed", by="the post in charge", date=self.date(issued))
        return Mapping("minutes", signed=self.maybe(0.2, signed), issued=self.date(issued),
                       number=self.maybe(0.4, self.text()),
                       sent=self.maybe(0.2, self.date(issued + DAY)),
                       to=self.one_or_list(self.some_units(0.8)) if self.chance(0.5) else None,
                       resent=self.maybe(0.6, resent or None))

    # -- reports -------------------------------------------------------------

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
                        day, day - self.days(1, 9),
                        following + DAY * self.rng.randint(0, 120)])
                    self.records["followups"].append(self.make_report(
                        name, unit, max(when, day) if self.orderly else when, resolutions))
        self.rng.shuffle(self.records["followups"])
        self.make_closures()

    def make_report(self, meeting, unit, when, resolutions):
        """A report, with or without items, some of them on earlier meetings' resolutions."""
        items = [self.make_item(meeting, resolution.get("id"), when)
                 for resolution in resolutions
                 for _ in range(self.rng.choice([0, 1, 1, 1, 1, 2]))]
        day = next(day for _, name, day in self.meetings if name == meeting)
        before = [full for full, other in self.earlier if other < day]
        if before and self.chance(0.4):
            for full in self.rng.sample(before, min(len(before), self.rng.randint(1, 3))):
                items.insert(self.rng.randint(0, len(items)),
                             self.make_item(*full.split("/"), when, 0))
        return Mapping("followups", meeting=self.ref(meeting), unit=self.ref(unit),
                       date=self.date(when), by=self.maybe(0.3, "the post on duty"),
                       items=items or None)

    def make_item(self, meeting, resolution, when, short=0.7):
        """An item of a report."""
        status = self.rng.choice(["done"] * 5 + ["dropped"] + ["not_started", "in_progress",
                                                               "blocked", "blocked"])
        if status == "done":
            self.reported.setdefault(f"{meeting}/{resolution}", []).append(when)
        return Mapping(
            "items", resolution=self.ref(resolution) if self.chance(short)
            else f"{meeting}/{resolution}", status=Enum("status", status),
            done=self.date(when - self.days(-10, 30))
            if status == "done" and self.chance(0.5) else None,
            reason=self.maybe(0.5, self.text()), result=self.maybe(0.4, self.text()))
