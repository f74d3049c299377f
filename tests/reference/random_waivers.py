"""The waivers and reminders of a random book."""

import datetime

from format_table import RECORD_WORDS
from periods import interval_of
from pieces import DAY, Mapping
from random_records import Records

CHINESE = {en: zh for zh, en in RECORD_WORDS.items()}


class Maker(Records):
    """All records of a book."""

    def __init__(self, seed, orderly=False):
        super().__init__(seed, orderly)
        for step in (self.make_alliance, self.make_units, self.make_committees,
                     self.make_meetings, self.make_followups, self.make_plans,
                     self.make_series, self.make_events, self.make_funds, self.make_projects,
                     self.make_rest, self.make_reminders, self.make_waivers):
            step()

    def make_reminders(self):
        """Reminders about records and what is beneath them."""
        for number in range(self.rng.randint(0, 5)):
            day = self.some_day()
            about = [self.form(self.rng.choice(self.targets())[1])
                     for _ in range(self.rng.choice([1, 1, 2]))]
            about = ["/".join(text.split("/")[:2]) if self.chance(0.3) else text
                     for text in about]
            self.records["reminders"].append(Mapping(
                "reminders", id=f"n{number}", date=self.date(day), unit=self.a_unit(),
                about=self.one_or_list(about), level=self.maybe(0.5, self.enum("reminder_level")),
                reply_by=self.maybe(0.85, self.date(day + self.days(-3, 40)))))

    def make_waivers(self):
        """Waivers: some that hide a finding, some that hide none, some expired."""
        for _ in range(self.rng.randint(0, 6)):
            rule, record = self.rng.choice(self.targets())
            approved = self.maybe(0.4, self.approver())
            until = self.some_day()
            if self.orderly and approved:
                until = max(until, self.approval(approved))
            self.records["waivers"].append(Mapping(
                "waivers", rule=rule, record=self.form(record), reason=self.text(),
                approved=approved, until=self.maybe(0.5, self.date(until))))

    def approver(self):
        """A meeting or a resolution."""
        names = [name for _, name, _ in self.meetings] + list(self.named)
        return self.rng.choice(names) if names else None

    def approval(self, approved):
        """The day of the meeting that approved something; the first day of all where
        none did."""
        meeting = (approved or "").partition("/")[0]
        return next((day for _, name, day in self.meetings if name == meeting),
                    datetime.date.min)

    def form(self, record):
        """A record in a form that waivers take."""
        words = record.split("/")
        start = 2 if words[0] == "alliance" else 1
        for index, word in enumerate(words):
            if index >= start and (index - start) % 2 == 0:
                words[index] = "*" if self.chance(0.15) else word
            elif self.chance(0.2):
                words[index] = CHINESE.get(word, word)
        return "/".join(words)

    def targets(self):
        """Rules and records on which they may well find something."""
        meeting, name, _ = self.rng.choice(self.meetings or [(None, "m1", None)])
        unit = self.rng.choice(self.units)
        rules = ("notice-missing notice-late notice-incomplete topics-not-solicited "
                 "sign-in-missing quorum-not-met record-missing minutes-missing minutes-late "
                 "minutes-not-sent").split()
        found = [(rule, f"meetings/{name}") for rule in self.rng.sample(rules, 4)]
        found += [(rule, f"meetings/{name}/units/{unit}")
                  for rule in ("report-missing", "report-late", "unit-absent")]
        found += [("suggestion-unanswered", f"meetings/{name}/suggestions/1"),
                  ("suggestion-unanswered", f"meetings/{name}/suggestions/s1"),
                  ("deferred-topic-lost", f"meetings/{name}/topics/t1"),
                  ("plan-missing", f"plans/{self.founded.year + 1}"),
                  ("head-missing", f"units/{unit}"),
                  ("meeting-missed", "alliance/intervals/"
                   + interval_of(self.founded, self.interval, 1)[2])]
        found += [(rule, f"plans/{task.replace('/', '/tasks/')}") for task in self.tasks[:2]
                  for rule in ("plan-task-overdue", "plan-target-missed")]
        found += [("fund-unpublished", f"funds/{fund.get('id')}")
                  for fund in self.records["funds"]]
        found += [("request-unanswered", f"requests/{one.get('id')}/units/{unit}")
                  for one in self.records["requests"][:2]]
        found += [("reminder-unanswered", f"reminders/{one.get('id')}")
                  for one in self.records["reminders"][:2]]
        found += [("series-behind", f"series/{one.get('id')}/months/"
                   + interval_of(self.some_day(), "month")[2])
                  for one in self.records["series"]]
        if meeting and meeting.get("resolutions"):
            rules = ("resolution-overdue", "due-moved", "report-incomplete", "stage-overdue",
                     "resolution-done-late", "due-soon", "closure-pending")
            found += [(rule, f"meetings/{name}/resolutions/r1")
                      for rule in self.rng.sample(rules, 5)] * 2
        return found
