#!/usr/bin/python3
"""The reference for `lianxi followup` and `lianxi stats`, written from the
specification alone (lianxi-records(5), lianxi-followup(7), lianxi(1)).

    reference.py followup BOOK --as-of DATE [--period PERIOD]
    reference.py stats    BOOK --as-of DATE [--period PERIOD]
"""

import argparse
import calendar
import datetime
import json
import sys

from periods import ONE_DAY, interval_of, period
from reader import Book

SEVERITIES = {
    "meeting-missed": "error", "notice-missing": "error", "notice-late": "warning",
    "notice-incomplete": "warning", "topics-not-solicited": "warning",
    "sign-in-missing": "error", "unit-absent": "warning", "quorum-not-met": "error",
    "deferred-topic-lost": "warning", "record-missing": "warning", "minutes-missing": "error",
    "minutes-late": "warning", "minutes-not-sent": "error", "report-missing": "error",
    "report-late": "warning", "report-incomplete": "warning", "resolution-overdue": "error",
    "resolution-done-late": "warning", "dropped-without-reason": "error", "due-moved": "info",
    "request-unanswered": "warning", "plan-missing": "warning", "plan-task-overdue": "error",
    "plan-target-missed": "warning", "fund-unpublished": "warning", "series-behind": "warning",
    "unused-waiver": "warning", "expired-waiver": "warning",
}


def days(count):
    """A span of days."""
    return datetime.timedelta(days=count)


def iso(day):
    """A date as JSON has it."""
    return None if day is None else day.isoformat()


def rate(part, whole):
    """100 * part / whole, one decimal, halves up; None where the divisor is 0."""
    return None if whole == 0 else (2000 * part + whole) // (2 * whole) / 10


def money(cents):
    """An amount as JSON has it: a string with two places."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02}"


def first_of(records, key):
    """Records by a field: of several with the same one a reference means the first."""
    found = {}
    for record in records:
        if record.get(key) is not None:
            found.setdefault(record.get(key), record)
    return found


class Scope:
    """The days that a PERIOD covers, both ends included."""

    def __init__(self, text, as_of):
        self.first, self.last = period(text, as_of)

    def __contains__(self, day):
        return (day is not None and day <= self.last
                and (self.first is None or self.first <= day))

    def json(self):
        """As `scope` and `period` show it."""
        return {"from": iso(self.first), "to": iso(self.last)}


class Base:
    """What both commands know of a book on a day."""

    def __init__(self, book, as_of, text=None):
        self.book = book
        self.day = as_of
        self.scope = Scope(text, as_of)
        self.founded = book.alliance.get("founded")
        listed = [unit for unit in book["units"] if unit.get("id")]
        self.units = sorted(listed, key=lambda unit: (unit.get("order") is None,
                                                      unit.get("order", 0)))
        self.unit_by_id = first_of(book["units"], "id")
        self.funds_by_id = first_of(book["funds"], "id")
        meetings = [m for m in book["meetings"]
                    if m.get("id") and m.get("date") and not m.get("cancelled")]
        self.meetings = sorted(meetings, key=lambda m: (m.get("date"), m.get("id")))
        self.held = [m for m in self.meetings if m.get("date") <= as_of]
        self.in_scope = [m for m in self.held if m.get("date") in self.scope]

    def unit(self, name):
        """The unit that a reference names, None where it names nothing."""
        return self.unit_by_id.get(name)

    def named(self, names):
        """The units that references name."""
        return {id(self.unit(name)) for name in names if self.unit(name)}

    def joined(self, unit):
        """`joined`, else the alliance's founding."""
        return unit.get("joined") or self.founded or datetime.date.min

    def is_member(self, unit, day):
        """"A unit is a member on day d when role is member, joined <= d, and left is
        empty or d < left"."""
        left = unit.get("left")
        return (unit.get("role", "member") == "member" and self.joined(unit) <= day
                and (left is None or day < left))

    def members(self, day):
        """The units that are members on a day, in the order of the units."""
        return [unit for unit in self.units if self.is_member(unit, day)]

    def sign_in(self, meeting):
        """The units present and those on leave, None where nobody is either."""
        attendance = meeting.get("attendance")
        if attendance is None:
            return None
        present = self.named(attendance.items("present"))
        leave = self.named(entry.get("unit") for entry in attendance.items("leave"))
        return (present, leave) if present or leave else None

    def attendance(self, meeting, unit):
        """attendance(m,u): present, leave, else absent; unrecorded without a sign-in."""
        signed = self.sign_in(meeting)
        if signed is None:
            return "unrecorded"
        return ("present" if id(unit) in signed[0] else
                "leave" if id(unit) in signed[1] else "absent")

    def movements(self, name, fund):
        """The dated donations to a fund, or grants from it."""
        return [one for one in self.book[name] if one.get("date")
                and self.funds_by_id.get(one.get("fund")) is fund]


class Followup(Base):
    """The definitions of "followup: definitions"."""

    def __init__(self, book, as_of, text=None):
        super().__init__(book, as_of, text)
        self.policy = book.alliance.get("policy")
        self.interval = self.setting("interval", "quarter")
        self.reports = self._reports()
        self.findings = []
        self.resolutions = [r for m in self.in_scope for r in self.resolutions_of(m)]

    def setting(self, name, default):
        """A field of the policy."""
        return default if self.policy is None else self.policy.get(name, default)

    def _reports(self):
        """By meeting: its follow-ups dated in [m.date, D], by date, then book order."""
        meetings = first_of(self.meetings_with_id(), "id")
        found = {}
        for report in self.book["followups"]:
            meeting = meetings.get(report.get("meeting"))
            day = report.get("date")
            if (meeting is not None and day and self.unit(report.get("unit"))
                    and meeting.get("date") and meeting.get("date") <= day <= self.day):
                found.setdefault(id(meeting), []).append(report)
        for reports in found.values():
            reports.sort(key=lambda report: report.get("date"))
        return found

    def meetings_with_id(self):
        """Every meeting that a reference can name."""
        return [m for m in self.book["meetings"] if m.get("id")]

    @staticmethod
    def resolutions_of(meeting):
        """The resolutions of a meeting that can be named."""
        return [r for r in meeting.items("resolutions") if r.get("id")]

    # -- meetings ----------------------------------------------------------

    def next(self, meeting):
        """next(m): the regular meeting, held or scheduled, with the earliest date
        strictly after m's (same date: the smaller id)."""
        later = [m for m in self.meetings if m.get("kind") == "regular"
                 and m.get("date") > meeting.get("date")]
        return min(later, default=None,
                   key=lambda m: (m.get("date"), m.get("id").encode()))

    def deadline(self, meeting):
        """deadline(m), and whether it is provisional."""
        before = days(self.setting("report_days_before", 0))
        following = self.next(meeting)
        if following is not None:
            return following.get("date") - before, False
        return interval_of(meeting.get("date"), self.interval, 1)[1] - before, True

    def owing(self, meeting):
        """owing(m), in the order of the units."""
        resolutions = self.resolutions_of(meeting)
        members = self.members(meeting.get("date")) if resolutions else []
        if self.setting("reporters", "all") == "all":
            return members
        assigned = set()
        for resolution in resolutions:
            assigned |= self.named(resolution.items("support"))
            assigned |= {id(unit) for unit in self.leads(resolution)}
        return [unit for unit in members if id(unit) in assigned]

    def first_report(self, meeting, unit):
        """first(m,u): the day of the earliest follow-up dated in [m.date, D]."""
        return next((report.get("date") for report in self.reports.get(id(meeting), [])
                     if self.unit(report.get("unit")) is unit), None)

    def report_status(self, meeting, unit):
        """report status (m,u), for u in owing(m)."""
        deadline, _ = self.deadline(meeting)
        first = self.first_report(meeting, unit)
        if unit.get("left") is not None and unit.get("left") <= deadline:
            return "exempt"
        if first is not None:
            return "on_time" if first <= deadline else "late"
        return "pending" if self.day <= deadline else "missing"

    # -- resolutions -------------------------------------------------------

    def revisions(self, resolution):
        """The revisions in force (dated <= D), by date, then as listed."""
        known = [one for one in resolution.items("revisions")
                 if one.get("date") and one.get("due") and one.get("date") <= self.day]
        return sorted(known, key=lambda one: one.get("date"))

    def effective_due(self, resolution):
        """effective due(r): the due of the last revision in force, else `due`."""
        revisions = self.revisions(resolution)
        return (revisions[-1] if revisions else resolution).get("due")

    def lead(self, resolution, day):
        """lead(r, d): the lead of the last transfer dated <= d, else `lead`."""
        known = [one for one in resolution.items("transfers")
                 if one.get("date") and self.unit(one.get("lead"))
                 and one.get("date") <= day]
        known.sort(key=lambda one: one.get("date"))
        return self.unit((known[-1] if known else resolution).get("lead"))

    def leads(self, resolution):
        """The units that led at any time up to D."""
        turns = [one.get("date") for one in resolution.items("transfers") if one.get("date")]
        turns = [day for day in turns if day <= self.day] + [datetime.date.min]
        found = [self.lead(resolution, day) for day in turns]
        return [unit for unit in found if unit is not None]

    @staticmethod
    def mentions(item, resolution):
        """Whether an item is about a resolution: `r1`, or in full `2017-q3/r1`."""
        meeting = resolution.parent
        first = first_of(meeting.items("resolutions"), "id")[resolution.get("id")]
        full = meeting.get("id") + "/" + resolution.get("id")
        return first is resolution and item.get("resolution") in (resolution.get("id"), full)

    def lead_reports(self, resolution):
        """The follow-ups of the unit that led r on the follow-up's date."""
        return [report for report in self.reports.get(id(resolution.parent), [])
                if self.unit(report.get("unit"))
                is self.lead(resolution, report.get("date"))]

    def item_run(self, resolution):
        """(report, item) for r with a status, from the earliest to the latest."""
        return [(report, item) for report in self.lead_reports(resolution)
                for item in report.items("items")
                if item.get("status") and self.mentions(item, resolution)]

    def state(self, resolution):
        """state(r): the status in the latest item, `not_started` without one."""
        run = self.item_run(resolution)
        return run[-1][1].get("status") if run else "not_started"

    def resolution_status(self, resolution):
        """resolution status(r)."""
        state = self.state(resolution)
        due = self.effective_due(resolution)
        if state in ("done", "dropped"):
            return state
        return "overdue" if due is not None and due < self.day else state

    def done_on(self, resolution):
        """done_on: of the first item of the last unbroken run of `done` items."""
        first = None
        for report, item in reversed(self.item_run(resolution)):
            if item.get("status") != "done":
                break
            first = report, item
        if first is None:
            return None
        done = first[1].get("done")
        return done if done and done <= self.day else first[0].get("date")

    def done_in_time(self, resolution):
        """on_time of a resolution; None where it is not done."""
        if self.resolution_status(resolution) != "done":
            return None
        due = self.effective_due(resolution)
        return due is None or self.done_on(resolution) <= due

    # -- intervals ---------------------------------------------------------

    def elapsed(self):
        """elapsed intervals: name, and whether held."""
        found = []
        step = 1
        while self.founded:
            first, last, name = interval_of(self.founded, self.interval, step)
            if last > self.scope.last:
                break
            if first in self.scope:
                found.append((name, any(first <= m.get("date") <= last for m in self.held
                                        if m.get("kind") == "regular")))
            step += 1
        return found

    # -- minutes and notices -----------------------------------------------

    def notice(self, meeting):
        """The notice by D."""
        notice = meeting.get("notice")
        day = notice.get("date") if notice else None
        return notice if day and day <= self.day else None

    def minutes(self, meeting):
        """The minutes issued by D."""
        minutes = meeting.get("minutes")
        issued = minutes.get("issued") if minutes else None
        return minutes if issued and issued <= self.day else None

    def left_out(self, meeting, paper):
        """The members to whom a notice or the minutes were not sent."""
        if paper is None or paper.get("to") is None:
            return []
        reached = self.named(paper.items("to"))
        reached |= self.named(entry.get("unit") for entry in paper.items("resent")
                              if entry.get("date") and entry.get("date") <= self.day)
        return [unit for unit in self.members(meeting.get("date")) if id(unit) not in reached]

    # -- plans -------------------------------------------------------------

    def tasks(self):
        """(task, due or its year's last day) of all plans."""
        for plan in self.book["plans"]:
            year = plan.get("year")
            if year is not None:
                last = datetime.date(min(max(year, 1), 9999), 12, 31)
                for task in plan.items("tasks"):
                    yield task, task.get("due", last)

    def task_dropped(self, task):
        """Whether a task was dropped by D."""
        dropped = task.get("dropped")
        day = dropped.get("date") if dropped else None
        return day is not None and day <= self.day

    def task_done(self, task):
        """Whether a task was done by D."""
        return task.get("done") is not None and task.get("done") <= self.day

    def task_named(self, name):
        """The task that `YEAR/TASK` names."""
        year, _, task = name.partition("/")
        plan = first_of(self.book["plans"], "year").get(int(year) if year.isdecimal() else None)
        return first_of(plan.items("tasks"), "id").get(task) if plan else None

    def achieved(self, task, metric):
        """A target's metric, summed over the task's events by D."""
        events = [event for event in self.book["events"]
                  if last_day(event) and last_day(event) <= self.day
                  and any(self.task_named(name) is task for name in event.items("plan"))]
        if metric == "events":
            return len(events)
        return sum(count_of(event, metric)[0] for event in events)

    # -- series ------------------------------------------------------------

    def sessions(self, series, first, last):
        """Sessions of a series' events whose last day falls in a span."""
        known = first_of(self.book["series"], "id")
        return sum(count_of(event, "sessions")[0] for event in self.book["events"]
                   if known.get(event.get("series")) is series
                   and last_day(event) and first <= last_day(event) <= last)

    def series_months(self, series):
        """The elapsed months of a series in scope: (first day, last day, entry)."""
        entries = [entry for entry in series.items("schedule")
                   if entry.get("from") and entry.get("every")]
        if not entries:
            return
        start = min(entry.get("from") for entry in entries)
        step = 0
        while True:
            first, last, _ = interval_of(start, "month", step)
            if last > self.scope.last:
                return
            inside = [entry for entry in entries if within(entry, first, last)]
            if inside and first in self.scope:
                yield first, last, inside[-1]
            step += 1

    def behind(self, series, first, last, entry):
        """Whether fewer sessions were recorded in a month than its entry asks for."""
        every = entry.get("every")
        asked = 1
        if every == "day":
            asked = last.day
        elif every == "week":
            asked = sum(1 for day in range(last.day)
                        if (first + days(day)).weekday() == calendar.SUNDAY)
        elif every in ("quarter", "year"):
            first, whole_end, _ = interval_of(first, every)
            if whole_end != last or not within(entry, first, last):
                return False
        return self.sessions(series, first, last) < asked


def within(entry, first, last):
    """Whether a span lies inside a schedule entry."""
    until = entry.get("until")
    return entry.get("from") <= first and (until is None or last <= until)


def last_day(event):
    """An event belongs to the period in which its last day falls."""
    return event.get("until") or event.get("date")


def count_of(record, name):
    """A count with its qualifier; one not given is an exact 0 (sessions: 1)."""
    return record.get(name) or (1 if name == "sessions" else 0, "exact")


class Judge(Followup):
    """The rules of "followup: rules". Each method is one group of rules."""

    def find(self, rule, record, place):
        """Notes a finding; severity and waiver are settled at the end."""
        self.findings.append({"rule": rule, "record": record, "file": place[0],
                              "line": place[1], "column": place[2]})

    def judge(self):
        """All findings, sorted by file path, line, column, rule, record."""
        for name, held in self.elapsed():
            if not held:
                self.find("meeting-missed", "alliance/intervals/" + name,
                          self.book.alliance.place("founded"))
        for meeting in self.in_scope:
            self.judge_notice(meeting)
            self.judge_sign_in(meeting)
            self.judge_topics(meeting)
            self.judge_minutes(meeting)
            self.judge_reports(meeting)
        for resolution in self.resolutions:
            self.judge_resolution(resolution)
        self.judge_requests()
        self.judge_plans()
        self.judge_funds()
        self.judge_series()
        self.settle()
        self.findings.sort(key=lambda one: (one["file"].encode(), one["line"], one["column"],
                                            one["rule"], one["record"].encode()))
        return self.findings

    def judge_notice(self, meeting):
        """notice-missing, notice-late, notice-incomplete."""
        name = "meetings/" + meeting.get("id")
        notice = self.notice(meeting)
        if notice is None:
            self.find("notice-missing", name, meeting.place("-"))
            return
        ahead = meeting.get("date") - notice.get("date")
        if meeting.get("kind") == "regular" and ahead < days(self.setting("notice_days", 3)):
            self.find("notice-late", name, notice.place("date"))
        if self.left_out(meeting, notice):
            self.find("notice-incomplete", name, notice.place("to"))

    def judge_sign_in(self, meeting):
        """sign-in-missing, unit-absent, quorum-not-met."""
        name = "meetings/" + meeting.get("id")
        if self.sign_in(meeting) is None:
            self.find("sign-in-missing", name, meeting.place("-"))
            return
        members = self.members(meeting.get("date"))
        for unit in members:
            if self.attendance(meeting, unit) == "absent":
                self.find("unit-absent", f"{name}/units/{unit.get('id')}", meeting.place("id"))
        present = sum(self.attendance(meeting, unit) == "present" for unit in members)
        quorum = self.setting("quorum", None)
        if quorum is not None and members and present < quorum * len(members):
            self.find("quorum-not-met", name, meeting.place("attendance"))

    def judge_topics(self, meeting):
        """topics-not-solicited, deferred-topic-lost."""
        name = "meetings/" + meeting.get("id")
        topics = meeting.items("topics")
        if meeting.get("kind") == "regular" and not any(
                topic.get("solicited") and topic.get("solicited") <= meeting.get("date")
                for topic in topics):
            self.find("topics-not-solicited", name, meeting.place("-"))
        following = self.next(meeting)
        if following is None or following.get("date") > self.day:
            return
        for topic in topics:
            if topic.get("outcome") in ("deferred", "no_consensus") and not self.taken_up(topic):
                part = "/topics/" + topic.get("id") if topic.get("id") else ""
                self.find("deferred-topic-lost", name + part, topic.place("outcome"))

    def taken_up(self, topic):
        """Whether a later held meeting takes a topic up (`from`)."""
        meetings = first_of(self.meetings_with_id(), "id")
        for later in self.held:
            if later.get("date") <= topic.parent.get("date"):
                continue
            for other in later.items("topics"):
                meeting, _, part = (other.get("from") or "").partition("/")
                source = meetings.get(meeting)
                if source and first_of(source.items("topics"), "id").get(part) is topic:
                    return True
        return False

    def judge_minutes(self, meeting):
        """record-missing, minutes-missing, minutes-late, minutes-not-sent."""
        name = "meetings/" + meeting.get("id")
        minutes = self.minutes(meeting)
        latest = meeting.get("date") + days(self.setting("minutes_days", 7))
        if meeting.get("record") is None:
            self.find("record-missing", name, meeting.place("-"))
        if minutes is None:
            if self.day > latest:
                self.find("minutes-missing", name, meeting.place("-"))
            return
        if minutes.get("issued") > latest:
            self.find("minutes-late", name, minutes.place("issued"))
        if self.left_out(meeting, minutes):
            self.find("minutes-not-sent", name, minutes.place("to"))

    def judge_reports(self, meeting):
        """report-missing, report-late."""
        for unit in self.owing(meeting):
            status = self.report_status(meeting, unit)
            if status in ("missing", "late"):
                self.find("report-" + status,
                          f"meetings/{meeting.get('id')}/units/{unit.get('id')}",
                          meeting.place("id"))

    def due_place(self, resolution):
        """Where the effective due stands."""
        revisions = self.revisions(resolution)
        return (revisions[-1] if revisions else resolution).place("due")

    def judge_resolution(self, resolution):
        """The rules with one finding for a resolution."""
        name = f"meetings/{resolution.parent.get('id')}/resolutions/{resolution.get('id')}"
        lead = self.lead(resolution, self.day)
        reports = [report for report in self.lead_reports(resolution)
                   if self.unit(report.get("unit")) is lead]
        if reports and not any(self.mentions(item, resolution) for report in reports
                               for item in report.items("items")):
            self.find("report-incomplete", name, resolution.place("-"))
        status = self.resolution_status(resolution)
        if status == "overdue":
            self.find("resolution-overdue", name, self.due_place(resolution))
        if self.done_in_time(resolution) is False:
            self.find("resolution-done-late", name, self.due_place(resolution))
        if status == "dropped" and self.item_run(resolution)[-1][1].get("reason") is None:
            self.find("dropped-without-reason", name, resolution.place("-"))
        if self.revisions(resolution):
            self.find("due-moved", name, resolution.place("revisions"))

    def judge_requests(self):
        """request-unanswered."""
        for request in self.book["requests"]:
            due = request.get("due")
            if (request.get("id") is None or request.get("date") not in self.scope
                    or due is None or due >= self.day):
                continue
            answered = answered_by(self, request, self.day)
            for unit in asked_units(self, request):
                if id(unit) not in answered:
                    self.find("request-unanswered",
                              f"requests/{request.get('id')}/units/{unit.get('id')}",
                              request.place("-"))

    def judge_plans(self):
        """plan-missing, plan-task-overdue, plan-target-missed."""
        for year in range(self.founded.year + 1 if self.founded else self.day.year + 1,
                          self.day.year + 1):
            limit = datetime.date(year, 3, 31)
            in_time = any(plan.get("year") == year and plan.get("adopted", limit) <= limit
                          for plan in self.book["plans"])
            if limit in self.scope and not in_time:
                self.find("plan-missing", f"plans/{year}", self.book.alliance.place("founded"))
        for task, due in self.tasks():
            if due in self.scope and due < self.day and not self.task_dropped(task):
                self.judge_task(task)

    def judge_task(self, task):
        """The rules for a task past due and not dropped."""
        name = f"plans/{task.parent.get('year')}"
        name += f"/tasks/{task.get('id')}" if task.get("id") else ""
        if not self.task_done(task):
            self.find("plan-task-overdue", name, task.place("due"))
        target = task.get("target")
        if target is None or target.get("metric") is None or target.get("value") is None:
            return
        if self.achieved(task, target.get("metric")) < target.get("value"):
            self.find("plan-target-missed", name, task.place("target"))

    def judge_funds(self):
        """fund-unpublished."""
        for fund in self.book["funds"]:
            if fund.get("id") is None:
                continue
            covered = [entry.get("until") for entry in fund.items("published")
                       if entry.get("date") and entry.get("until")
                       and entry.get("date") <= self.day]
            limit = self.day - days(self.setting("publish_days", 90))
            moved = self.movements("donations", fund) + self.movements("grants", fund)
            if any(one.get("date") in self.scope and one.get("date") < limit
                   and not any(until >= one.get("date") for until in covered)
                   for one in moved):
                self.find("fund-unpublished", "funds/" + fund.get("id"), fund.place("-"))

    def judge_series(self):
        """series-behind."""
        for series in self.book["series"]:
            if series.get("id") is None:
                continue
            for first, last, entry in self.series_months(series):
                if self.behind(series, first, last, entry):
                    month = interval_of(first, "month")[2]
                    self.find("series-behind", f"series/{series.get('id')}/months/{month}",
                              series.place("schedule"))

    # -- severities and waivers ---------------------------------------------

    def settle(self):
        """alliance.severities, then the waivers of this command's rules."""
        changed = self.book.alliance.get("severities", {})
        known = []
        for finding in self.findings:
            severity = changed.get(finding["rule"], SEVERITIES[finding["rule"]])
            if severity != "off":
                known.append(dict(finding, severity=severity, waived=None))
        self.findings = known
        judged = [waiver for waiver in self.book["waivers"]
                  if waiver.get("record") is not None and waiver.get("rule") in SEVERITIES
                  and waiver.get("rule") not in ("unused-waiver", "expired-waiver")]
        for waiver in judged:
            self.settle_waiver(waiver, changed)

    def settle_waiver(self, waiver, changed):
        """Marks what a waiver hides; unused-waiver or expired-waiver where it hides
        nothing or its `until` is before D."""
        expired = waiver.get("until") is not None and waiver.get("until") < self.day
        hidden = [one for one in self.findings if not expired
                  and (one["rule"], one["record"])
                  == (waiver.get("rule"), waiver.get("record"))]
        for one in hidden:
            if one["waived"] is None:
                one["waived"] = waiver.get("reason", "")
        rule = "expired-waiver" if expired else "unused-waiver"
        severity = changed.get(rule, SEVERITIES[rule])
        if not hidden and severity != "off":
            place = waiver.place("until" if expired else "rule")
            self.find(rule, f"waivers/{waiver.file}/{waiver.number}", place)
            self.findings[-1].update(severity=severity, waived=None)


def asked_units(base, request):
    """The units that a request asks, each once."""
    asked = base.named(request.items("to"))
    return [unit for unit in base.units if id(unit) in asked]


def answered_by(base, request, day):
    """The units that answered a request by a day."""
    return base.named(answer.get("unit") for answer in request.items("answers")
                      if answer.get("date") and answer.get("date") <= day)


# -- JSON of followup ---------------------------------------------------------

REPORT_COUNTS = ("on_time", "late", "missing", "pending", "exempt")
UNIT_COUNTS = ("owed",) + REPORT_COUNTS + (
    "led", "done", "overdue", "open", "dropped",
    "meetings", "present", "leave", "absent", "unrecorded")


def on_time_rate(counts):
    """100 * on_time / (on_time + late + missing)."""
    return rate(counts["on_time"], counts["on_time"] + counts["late"] + counts["missing"])


def tally(statuses, names):
    """How often each name occurs."""
    return {name: sum(status == name for status in statuses) for name in names}


def meeting_row(judge, meeting):
    """An element of `meetings`."""
    members = judge.members(meeting.get("date"))
    attendance = [judge.attendance(meeting, unit) for unit in members]
    statuses = [(unit, judge.report_status(meeting, unit)) for unit in judge.owing(meeting)]
    following = judge.next(meeting)
    deadline, provisional = judge.deadline(meeting)
    return {
        "id": meeting.get("id"), "date": iso(meeting.get("date")), "kind": meeting.get("kind"),
        "signed": judge.sign_in(meeting) is not None, "members": len(members),
        **tally(attendance, ("present", "leave", "absent")),
        "next": following.get("id") if following else None,
        "deadline": iso(deadline), "provisional": provisional,
        "reports": [{"unit": unit.get("id"), "status": status,
                     "date": iso(judge.first_report(meeting, unit))}
                    for unit, status in statuses],
        "on_time_rate": on_time_rate(tally([s for _, s in statuses], REPORT_COUNTS)),
    }


def resolution_row(judge, resolution):
    """An element of `resolutions`."""
    lead = judge.lead(resolution, judge.day)
    status = judge.resolution_status(resolution)
    return {
        "id": f"{resolution.parent.get('id')}/{resolution.get('id')}",
        "lead": lead.get("id") if lead else None,
        "due": iso(judge.effective_due(resolution)), "status": status,
        "done_on": iso(judge.done_on(resolution)) if status == "done" else None,
        "on_time": judge.done_in_time(resolution),
    }


def unit_row(judge, unit):
    """An element of `units`."""
    attended = [m for m in judge.in_scope if judge.is_member(unit, m.get("date"))]
    statuses = [judge.report_status(m, unit) for m in judge.in_scope
                if any(unit is owing for owing in judge.owing(m))]
    led = [judge.resolution_status(r) for r in judge.resolutions
           if judge.lead(r, judge.day) is unit]
    row = {"unit": unit.get("id"), **tally(statuses, REPORT_COUNTS), "led": len(led),
           **tally(led, ("done", "overdue", "dropped")), "meetings": len(attended),
           **tally([judge.attendance(m, unit) for m in attended],
                   ("present", "leave", "absent", "unrecorded"))}
    row["owed"] = row["on_time"] + row["late"] + row["missing"] + row["pending"]
    row["on_time_rate"] = on_time_rate(row)
    row["open"] = row["led"] - row["done"] - row["dropped"] - row["overdue"]
    return row


def listed(judge, unit):
    """Units that are members on no day of the scope are left out."""
    start = max(judge.joined(unit), judge.scope.first or datetime.date.min)
    return start <= judge.scope.last and judge.is_member(unit, start)


def totals_row(judge, rows):
    """`totals`."""
    totals = {name: sum(row[name] for row in rows) for name in UNIT_COUNTS}
    totals["meetings"] = len(judge.in_scope)
    totals["resolutions"] = len(judge.resolutions)
    statuses = [judge.report_status(m, unit) for m in judge.in_scope
                for unit in judge.owing(m)]
    totals["on_time_rate"] = on_time_rate(tally(statuses, REPORT_COUNTS))
    ends = tally([judge.resolution_status(r) for r in judge.resolutions], ("done", "dropped"))
    totals["completion_rate"] = rate(ends["done"], len(judge.resolutions) - ends["dropped"])
    return totals


def followup(book, as_of, text=None):
    """The JSON of `followup`."""
    judge = Judge(book, as_of, text)
    elapsed = judge.elapsed()
    rows = [unit_row(judge, unit) for unit in judge.units if listed(judge, unit)]
    findings = judge.judge()
    counted = [one["severity"] for one in findings if one["waived"] is None]
    return {
        "book": book.alliance.get("name"), "as_of": iso(as_of), "scope": judge.scope.json(),
        "cadence": {"interval": judge.interval, "elapsed": len(elapsed),
                    "held": sum(held for _, held in elapsed),
                    "missed": [name for name, held in elapsed if not held]},
        "meetings": [meeting_row(judge, meeting) for meeting in judge.in_scope],
        "resolutions": [resolution_row(judge, one) for one in judge.resolutions],
        "units": rows, "totals": totals_row(judge, rows), "findings": findings,
        "errors": counted.count("error"), "warnings": counted.count("warning"),
        "infos": counted.count("info"), "waived": len(findings) - len(counted),
    }


# -- JSON of stats --------------------------------------------------------------

EVENT_COUNTS = ("organizations", "sessions", "served", "volunteers", "trained", "certified")


def count_sum(counts):
    """A sum with an *about* in it is *about*, else with an *at least* in it is *at
    least*."""
    counts = list(counts)
    qualifiers = {qualifier for _, qualifier in counts}
    worst = next((one for one in ("about", "at_least") if one in qualifiers), "exact")
    return {"value": sum(value for value, _ in counts), "qualifier": worst}


def event_figures(events):
    """The figures of `by_kind` and `total`."""
    figures = {name: count_sum(count_of(event, name) for event in events)
               for name in EVENT_COUNTS}
    return {"records": len(events), **figures,
            "hours": money(sum(event.get("hours", 0) for event in events))}


def grouped(parts, keys):
    """Parts by the values of some fields, in code point order."""
    groups = {}
    for part in parts:
        if part.get("item") is not None:
            groups.setdefault(tuple(part.get(key) for key in keys), []).append(part)
    ordered = sorted(groups, key=lambda group: [(word is not None, word or "")
                                                for word in group])
    return [(dict(zip(keys, group)), groups[group]) for group in ordered]


def event_stats(base):
    """`events`."""
    events = [event for event in base.book["events"] if last_day(event) in base.scope]
    kinds = sorted({event.get("kind") for event in events if event.get("kind")})
    materials = [part for event in events for part in event.items("materials")]
    return {
        "records": len(events),
        "by_kind": {kind: event_figures([e for e in events if e.get("kind") == kind])
                    for kind in kinds},
        "total": event_figures(events),
        "materials": [dict(group, quantity=count_sum(count_of(part, "quantity")
                                                     for part in parts))
                      for group, parts in grouped(materials, ("item", "uom", "to"))],
    }


def meeting_stats(base):
    """`meetings`."""
    meetings = base.in_scope
    signed = [base.attendance(m, unit) for m in meetings
              for unit in base.members(m.get("date")) if base.sign_in(m)]
    suggestions = [one for m in meetings for one in m.items("suggestions")]
    settled = [one for one in suggestions if one.get("outcome") == "settled"
               and not (one.get("settled") and one.get("settled") > base.scope.last)]
    return {
        "held": len(meetings),
        **tally([m.get("kind") for m in meetings], ("regular", "special")),
        "attendance_rate": rate(signed.count("present"), len(signed)),
        "suggestions": len(suggestions), "suggestions_settled": len(settled),
        "resolutions": sum(len(m.items("resolutions")) for m in meetings),
    }


def unit_stats(base):
    """`units`: the members on the period's last day."""
    members = base.members(base.scope.last)
    categories = sorted({unit.get("category") for unit in members} - {None})
    return {"members": len(members),
            "by_category": tally([unit.get("category") for unit in members], categories)}


def donation_stats(base):
    """`donations`."""
    donations = in_period(base, "donations")
    goods = [part for donation in donations for part in donation.items("goods")]
    values = [part.get("value") for part in goods if part.get("value") is not None]
    return {
        "records": len(donations),
        "money": money(sum(one.get("amount", 0) for one in donations)),
        "goods_value": money(sum(values)),
        "goods": [dict(group, quantity=count_sum(count_of(part, "quantity") for part in parts),
                       value=value_sum(parts))
                  for group, parts in grouped(goods, ("item", "uom"))],
    }


def value_sum(parts):
    """The summed value of goods, None where none has one."""
    values = [part.get("value") for part in parts if part.get("value") is not None]
    return money(sum(values)) if values else None


def in_period(base, name):
    """The records of a collection dated in the period."""
    return [one for one in base.book[name] if one.get("date") in base.scope]


def fund_row(base, fund):
    """An element of `funds`."""
    donations = base.movements("donations", fund)
    grants = base.movements("grants", fund)

    def moved(records, wanted):
        return sum(one.get("amount", 0) for one in records if wanted(one.get("date")))

    def before(day):
        return base.scope.first is not None and day < min(base.scope.first,
                                                          base.scope.last + ONE_DAY)

    opening = fund.get("opening", 0) + moved(donations, before) - moved(grants, before)
    received = moved(donations, lambda day: day in base.scope)
    granted = moved(grants, lambda day: day in base.scope)
    helped = [count_of(one, "beneficiaries") for one in grants if one.get("date") in base.scope]
    return {"id": fund.get("id"), "opening": money(opening), "received": money(received),
            "granted": money(granted), "beneficiaries": count_sum(helped),
            "closing": money(opening + received - granted)}


def project_stats(base):
    """`projects`: each figure by its own date."""
    def stages(name):
        found = [project.get(name) for project in base.book["projects"]]
        return [one for one in found if one and one.get("date") in base.scope]

    spent = [one for project in base.book["projects"] for one in project.items("expenses")
             if one.get("date") in base.scope]
    return {"records": len(stages("approved")),
            "approved": money(sum(one.get("amount", 0) for one in stages("approved"))),
            "spent": money(sum(one.get("amount", 0) for one in spent)),
            "reimbursed": money(sum(one.get("amount", 0) for one in stages("reimbursed")))}


def request_stats(base):
    """`requests`."""
    requests = in_period(base, "requests")
    answered = [one for one in requests
                if base.named(one.items("to")) <= answered_by(base, one, base.scope.last)]
    closed = [one for one in requests
              if one.get("closed") and one.get("closed") <= base.scope.last]
    return {"records": len(requests), "answered": len(answered), "closed": len(closed)}


def stats(book, as_of, text=None):
    """The JSON of `stats`."""
    base = Base(book, as_of, text)
    return {
        "book": book.alliance.get("name"), "period": base.scope.json(),
        "units": unit_stats(base), "meetings": meeting_stats(base),
        "events": event_stats(base), "donations": donation_stats(base),
        "funds": [fund_row(base, fund) for fund in book["funds"] if fund.get("id")],
        "projects": project_stats(base), "requests": request_stats(base),
        "shares": len(in_period(base, "shares")), "honors": len(in_period(base, "honors")),
    }


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=("followup", "stats"))
    parser.add_argument("book")
    parser.add_argument("--as-of", required=True, type=datetime.date.fromisoformat)
    parser.add_argument("--period")
    options = parser.parse_args()
    command = {"followup": followup, "stats": stats}[options.command]
    result = command(Book(options.book), options.as_of, options.period)
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
