"""What the rules about meetings, plans, series and funds rest on: next meetings, deadlines,
reports, intervals, tasks, sessions."""

import calendar
import datetime

from base import count_of, days, first_of, last_day
from course import Course
from periods import interval_of


class Conduct(Course):
    """The definitions of "followup: definitions" that are not about resolutions alone."""

    def __init__(self, book, as_of, text=None):
        super().__init__(book, as_of, text)
        self.plan_by_year = first_of(book["plans"], "year")
        self.series_by_id = first_of(book["series"], "id")
        self._deadlines = {}
        self._owing = {}
        self._elapsed = None

    # -- meetings ------------------------------------------------------------

    def next(self, meeting):
        """next(m): the regular meeting, held or scheduled, with the earliest date
        strictly after m's (same date: the smaller id)."""
        return next((m for m in self.meetings if m.get("kind") == "regular"
                     and m.get("date") > meeting.get("date")), None)

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

    def deadline(self, meeting):
        """deadline(m), and whether it is provisional."""
        if id(meeting) not in self._deadlines:
            self._deadlines[id(meeting)] = self._deadline(meeting)
        return self._deadlines[id(meeting)]

    def _deadline(self, meeting):
        policy = self.policy(meeting)
        before = days(policy["report_days_before"])
        following = self.next(meeting)
        if following is None:
            return interval_of(meeting.get("date"), policy["interval"], 1)[1] - before, True
        latest = max(following.get("date") - before, meeting.get("date"))
        notice = self.notice(following)
        if notice is not None:
            latest = max(latest, min(notice.get("date"), following.get("date")))
        return latest, False

    def owing(self, meeting):
        """owing(m), in the order of the units."""
        if id(meeting) not in self._owing:
            self._owing[id(meeting)] = self._owe(meeting)
        return self._owing[id(meeting)]

    def _owe(self, meeting):
        resolutions = self.resolutions_of(meeting)
        members = self.members(meeting.get("date")) if resolutions else []
        if self.policy(meeting)["reporters"] == "all":
            return members
        deadline, provisional = self.deadline(meeting)
        last = self.day if provisional else min(self.day, deadline)
        assigned = set()
        for resolution in resolutions:
            turns = [one.get("date") for one in resolution.items("transfers")
                     if one.get("date") and one.get("date") <= last]
            leads = [self.lead(resolution, day) for day in turns + [datetime.date.min]]
            assigned |= self.named(resolution.items("support"))
            assigned |= {id(unit) for unit in leads if unit is not None}
        return [unit for unit in members if id(unit) in assigned]

    def reports_on(self, meeting):
        """The follow-ups on m dated in [m.date, D]."""
        return [report for report in self.by_meeting.get(id(meeting), [])
                if meeting.get("date") <= report.get("date") <= self.day]

    def first_report(self, meeting, unit):
        """first(m,u): the day of the earliest follow-up of u on m."""
        return next((report.get("date") for report in self.reports_on(meeting)
                     if self.unit(report.get("unit")) is unit), None)

    def report_status(self, meeting, unit):
        """report status (m,u), for u in owing(m)."""
        deadline, provisional = self.deadline(meeting)
        first = self.first_report(meeting, unit)
        if unit.get("left") is not None and unit.get("left") <= deadline:
            return "exempt"
        if first is not None:
            return "on_time" if provisional or first <= deadline else "late"
        return "pending" if provisional or self.day <= deadline else "missing"

    # -- intervals -----------------------------------------------------------

    def intervals(self):
        """All intervals whose last day is <= D, from the one after the founding on: last
        day, name, and whether held. One that a change cuts short is not among them."""
        if self._elapsed is None:
            self._elapsed = [one for run in self.policies.runs(self.founded, self.day)
                             for one in self._intervals(*run)] if self.founded else []
        return self._elapsed

    def _intervals(self, interval, start, end):
        step = 0
        while True:
            first, last, name = interval_of(start, interval, step)
            if last > end:
                return
            if first >= start and first > self.founded:
                yield last, name, any(
                    first <= m.get("date") <= last for m in self.held
                    if m.get("kind") == "regular")
            step += 1

    def elapsed(self):
        """The elapsed intervals whose last day lies in the scope."""
        return [one for one in self.intervals() if one[0] in self.scope]

    # -- topics --------------------------------------------------------------

    def taken_up(self, topic):
        """Whether a later held meeting takes a topic up (`from`)."""
        for later in self.held:
            if later.get("date") <= topic.parent.get("date"):
                continue
            for other in later.items("topics"):
                meeting, _, part = (other.get("from") or "").partition("/")
                source = self.meeting_by_id.get(meeting)
                if source and first_of(source.items("topics"), "id").get(part) is topic:
                    return True
        return False

    # -- plans ---------------------------------------------------------------

    def plans(self):
        """The plans that exist by D."""
        return [plan for plan in self.book["plans"] if plan.get("year") is not None
                and (plan.get("adopted") is None or plan.get("adopted") <= self.day)]

    def tasks(self):
        """(task, due or its year's last day) of the plans that exist by D."""
        for plan in self.plans():
            last = datetime.date(min(max(plan.get("year"), 1), 9999), 12, 31)
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
        plan = self.plan_by_year.get(int(year) if year.isdecimal() else None)
        return first_of(plan.items("tasks"), "id").get(task) if plan else None

    def achieved(self, task, metric):
        """A target's metric, summed over the task's events by D."""
        events = [event for event in self.book["events"]
                  if last_day(event) and last_day(event) <= self.day
                  and any(self.task_named(name) is task for name in event.items("plan"))]
        if metric == "events":
            return len(events)
        return sum(count_of(event, metric)[0] for event in events)

    # -- series --------------------------------------------------------------

    def sessions(self, series, first, last):
        """Sessions of a series' events whose last day falls in a span."""
        return sum(count_of(event, "sessions")[0] for event in self.book["events"]
                   if self.series_by_id.get(event.get("series")) is series
                   and last_day(event) and first <= last_day(event) <= last)

    def series_months(self, series):
        """The elapsed months of a series: (first day, last day, entry that asks)."""
        entries = [entry for entry in series.items("schedule")
                   if entry.get("from") and entry.get("every")]
        if not entries:
            return
        start = min(entry.get("from") for entry in entries)
        step = 0
        while True:
            first, last, _ = interval_of(start, "month", step)
            if last > self.day:
                return
            inside = [entry for entry in entries if within(entry, first, last)]
            if inside:
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
