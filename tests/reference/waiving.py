"""Severities, reminders and waivers: what becomes of the findings of the whole book, and
which of them a scope shows."""

from base import days
from format_table import RECORD_WORDS

SEVERITIES = {
    "meeting-missed": "error", "notice-missing": "error", "notice-late": "warning",
    "notice-incomplete": "warning", "topics-not-solicited": "warning",
    "sign-in-missing": "error", "unit-absent": "warning", "quorum-not-met": "error",
    "deferred-topic-lost": "warning", "record-missing": "warning", "minutes-missing": "error",
    "minutes-late": "warning", "minutes-not-sent": "error", "suggestion-unanswered": "warning",
    "report-missing": "error", "report-late": "warning", "report-incomplete": "warning",
    "resolution-overdue": "error", "resolution-done-late": "warning", "stage-overdue": "warning",
    "closure-pending": "info", "due-soon": "info", "dropped-without-reason": "error",
    "due-moved": "info", "request-unanswered": "warning", "reminder-unanswered": "warning",
    "plan-missing": "warning", "plan-task-overdue": "error", "plan-target-missed": "warning",
    "fund-unpublished": "warning", "series-behind": "warning",
    "unused-waiver": "warning", "expired-waiver": "warning",
}
OF_WAIVERS = ("unused-waiver", "expired-waiver")


class Form:
    """A record as waivers and reminders name it: collections and parts by either
    language's names, `*` for any one name."""

    def __init__(self, text):
        words = text.split("/")
        start = 2 if RECORD_WORDS.get(words[0], words[0]) == "alliance" else 1
        self.names = set(range(start, len(words), 2))
        self.words = [word if index in self.names else RECORD_WORDS.get(word, word)
                      for index, word in enumerate(words)]

    def above(self, record):
        """Whether a record is the one named, or beneath it."""
        words = record.split("/")
        return len(words) >= len(self.words) and all(
            own == word or own == "*" and index in self.names
            for index, (own, word) in enumerate(zip(self.words, words)))

    def names_record(self, record):
        """Whether a record is the one named."""
        return len(record.split("/")) == len(self.words) and self.above(record)


class Findings:
    """The findings of the whole book."""

    def __init__(self, judge):
        self.judge = judge
        self.day = judge.day
        self.changed = judge.book.alliance.get("severities", {})
        self.all = []
        self.waivers = [waiver for waiver in judge.book["waivers"] if self.is_judged(waiver)]
        self.reminders = [one for one in judge.book["reminders"]
                          if one.get("date") and one.get("date") <= self.day]
        self.forms = {id(one): [Form(text) for text in one.items("about")]
                      for one in self.reminders}

    def find(self, rule, record, place, since, kind, unit=None):
        """Notes a finding, unless its rule is off."""
        severity = self.changed.get(rule, SEVERITIES[rule])
        if severity != "off":
            where = dict(zip(("file", "line", "column"), place or ()))
            self.all.append({"rule": rule, "record": record, **where, "since": since,
                             "kind": kind, "unit": unit, "severity": severity, "waived": None})

    def settle(self):
        """The findings in scope, after waivers and reminders."""
        self.waive(self.all)
        told = len(self.all)
        for reminder in self.reminders:
            self.judge_reminder(reminder, self.all[:told])
        self.waive(self.all[told:])
        hidden = [(one["rule"], one["record"]) for one in self.all]
        for waiver in self.waivers:
            self.judge_waiver(waiver, hidden)
        shown = [one for one in self.all if one["rule"] in OF_WAIVERS
                 or one["since"] in self.judge.scope]
        shown = self.once_a_fund(shown)
        for one in shown:
            one["since"] = one["since"].isoformat()
        return sorted(shown, key=lambda one: (one.get("file", "").encode(), one.get("line", 0),
                                              one.get("column", 0), one["rule"],
                                              one["record"].encode()))

    @staticmethod
    def once_a_fund(findings):
        """Of the days of a fund, which come in their order, the first."""
        seen, kept = set(), []
        for one in findings:
            if one["rule"] != "fund-unpublished" or one["record"] not in seen:
                kept.append(one)
            if one["rule"] == "fund-unpublished":
                seen.add(one["record"])
        return kept

    # -- reminders -----------------------------------------------------------

    def reminded(self, record):
        """How many reminders up to D name a record."""
        return sum(any(form.names_record(record) for form in self.forms[id(one)])
                   for one in self.reminders)

    def judge_reminder(self, reminder, findings):
        """reminder-unanswered."""
        reply, unit = reminder.get("reply_by"), self.judge.unit_id(reminder.get("unit"))
        if reply is None or reply >= self.day or reminder.get("id") is None:
            return
        about = [one["since"] for one in self.once_a_fund(findings)
                 if one["kind"] == "open" and one["severity"] in ("error", "warning")
                 and one["waived"] is None and one["unit"] in (unit, None)
                 and any(form.above(one["record"]) for form in self.forms[id(reminder)])]
        if about:
            self.find("reminder-unanswered", "reminders/" + reminder.get("id"),
                      reminder.place("reply_by"), max(reply + days(1), min(about)), "open", unit)

    # -- waivers -------------------------------------------------------------

    def approved_on(self, waiver):
        """The day of what approved a waiver, None where nothing is named; and whether it
        stands, for what a cancelled meeting approved never exists."""
        name = waiver.get("approved")
        meeting = self.judge.meeting_by_id.get(name.partition("/")[0]) if name else None
        if meeting is None or meeting.get("date") is None:
            return None, True
        return meeting.get("date"), self.judge.stands(meeting, self.day)

    def is_judged(self, waiver):
        """Whether a waiver exists on D and is of this command's rules."""
        day, stands = self.approved_on(waiver)
        return (waiver.get("record") is not None and waiver.get("rule") in SEVERITIES
                and waiver.get("rule") not in OF_WAIVERS and stands
                and (day is None or day <= self.day))

    def is_expired(self, waiver):
        """Whether a waiver's `until` is before D."""
        return waiver.get("until") is not None and waiver.get("until") < self.day

    def waive(self, findings):
        """Marks what the waivers hide."""
        for waiver in self.waivers:
            form = Form(waiver.get("record"))
            for one in findings:
                if (one["waived"] is None and not self.is_expired(waiver)
                        and one["rule"] == waiver.get("rule")
                        and form.names_record(one["record"])):
                    one["waived"] = waiver.get("reason", "")

    def judge_waiver(self, waiver, findings):
        """unused-waiver, expired-waiver."""
        expired = self.is_expired(waiver)
        form = Form(waiver.get("record"))
        if not expired and any(rule == waiver.get("rule") and form.names_record(record)
                               for rule, record in findings):
            return
        rule = "expired-waiver" if expired else "unused-waiver"
        since = (waiver.get("until") + days(1) if expired
                 else self.approved_on(waiver)[0] or self.judge.founded)
        self.find(rule, f"waivers/{waiver.file}/{waiver.number}",
                  waiver.place("until" if expired else "rule"), since, "open")
