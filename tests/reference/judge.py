"""The rules of `followup`: each finding with the day it arose, its kind, and whom it
concerns."""

import datetime

from base import days
from conduct import Conduct
from periods import ONE_DAY, interval_of
from waiving import Findings

NEXT = ONE_DAY


class Judge(Conduct):
    """The rules of "followup: rules". Each method is one group of rules."""

    def __init__(self, book, as_of, text=None):
        super().__init__(book, as_of, text)
        self.findings = Findings(self)

    def find(self, *what, **more):
        """Notes a finding of the whole book."""
        self.findings.find(*what, **more)

    def judge(self):
        """The findings in scope, sorted by file path, line, column, rule, record."""
        founded = self.book.alliance.place("founded")
        for last, name, held in self.intervals():
            if not held:
                self.find("meeting-missed", "alliance/intervals/" + name, founded, last, "fact")
        for meeting in self.held:
            self.judge_notice(meeting)
            self.judge_sign_in(meeting)
            self.judge_topics(meeting)
            self.judge_minutes(meeting)
            self.judge_suggestions(meeting)
            self.judge_reports(meeting)
            for resolution in self.resolutions_of(meeting):
                self.judge_resolution(resolution)
        self.judge_requests()
        self.judge_plans()
        self.judge_funds()
        self.judge_series()
        return self.findings.settle()

    # -- meetings ------------------------------------------------------------

    def judge_notice(self, meeting):
        """notice-missing, notice-late, notice-incomplete."""
        name, held = "meetings/" + meeting.get("id"), meeting.get("date")
        notice = self.notice(meeting)
        if notice is None:
            self.find("notice-missing", name, meeting.place("-"), held, "open")
            return
        ahead = held - notice.get("date")
        if meeting.get("kind") == "regular" and ahead < days(self.policy(meeting)["notice_days"]):
            self.find("notice-late", name, notice.place("date"), held, "fact")
        if self.left_out(meeting, notice):
            self.find("notice-incomplete", name, notice.place("to"), held, "fact")

    def judge_sign_in(self, meeting):
        """sign-in-missing, unit-absent, quorum-not-met."""
        name, held = "meetings/" + meeting.get("id"), meeting.get("date")
        if self.sign_in(meeting) is None:
            self.find("sign-in-missing", name, meeting.place("-"), held, "open")
            return
        members = self.members(held)
        for unit in members:
            if self.attendance(meeting, unit) == "absent":
                self.find("unit-absent", f"{name}/units/{unit.get('id')}", meeting.place("id"),
                          held, "fact", unit.get("id"))
        present = sum(self.attendance(meeting, unit) == "present" for unit in members)
        quorum = self.policy(meeting)["quorum"]
        if quorum is not None and members and present < quorum * len(members):
            self.find("quorum-not-met", name, meeting.place("attendance"), held, "fact")

    def judge_topics(self, meeting):
        """topics-not-solicited, deferred-topic-lost."""
        name, held = "meetings/" + meeting.get("id"), meeting.get("date")
        topics = meeting.items("topics")
        latest = held - days(self.policy(meeting)["topics_days"])
        if meeting.get("kind") == "regular" and not any(
                topic.get("solicited") and topic.get("solicited") <= latest
                for topic in topics):
            self.find("topics-not-solicited", name, meeting.place("-"), held, "fact")
        following = self.next(meeting)
        if following is None or following.get("date") > self.day:
            return
        for topic in topics:
            if topic.get("outcome") in ("deferred", "no_consensus") and not self.taken_up(topic):
                part = "/topics/" + topic.get("id") if topic.get("id") else ""
                self.find("deferred-topic-lost", name + part, topic.place("outcome"),
                          following.get("date"), "open")

    def judge_minutes(self, meeting):
        """record-missing, minutes-missing, minutes-late, minutes-not-sent."""
        name, held = "meetings/" + meeting.get("id"), meeting.get("date")
        minutes = self.minutes(meeting)
        latest = held + days(self.policy(meeting)["minutes_days"])
        if meeting.get("record") is None:
            self.find("record-missing", name, meeting.place("-"), held, "open")
        if minutes is None:
            if self.day > latest:
                self.find("minutes-missing", name, meeting.place("-"), latest + NEXT, "open")
            return
        issued = minutes.get("issued")
        if issued > latest:
            self.find("minutes-late", name, minutes.place("issued"), issued, "fact")
        if self.left_out(meeting, minutes):
            self.find("minutes-not-sent", name, minutes.place("to"), issued, "open")

    def judge_suggestions(self, meeting):
        """suggestion-unanswered."""
        allowed = days(self.policy(meeting)["suggestion_days"])
        for suggestion in meeting.items("suggestions"):
            outcome = suggestion.get("outcome", "open")
            settled = suggestion.get("settled")
            still_open = outcome == "open" or (outcome in ("settled", "declined")
                                               and settled and settled > self.day)
            day = suggestion.get("date", meeting.get("date"))
            if still_open and day + allowed < self.day:
                part = suggestion.get("id") or suggestion.number
                self.find("suggestion-unanswered",
                          f"meetings/{meeting.get('id')}/suggestions/{part}", None,
                          day + allowed + NEXT, "open", self.unit_id(suggestion.get("handler")))

    def judge_reports(self, meeting):
        """report-missing, report-late."""
        deadline, _ = self.deadline(meeting)
        ended = all(self.is_ended(r) for r in self.resolutions_of(meeting))
        for unit in self.owing(meeting):
            status = self.report_status(meeting, unit)
            name = f"meetings/{meeting.get('id')}/units/{unit.get('id')}"
            if status == "missing":
                self.find("report-missing", name, meeting.place("id"), deadline + NEXT,
                          "fact" if ended else "open", unit.get("id"))
            elif status == "late":
                self.find("report-late", name, meeting.place("id"),
                          self.first_report(meeting, unit), "fact", unit.get("id"))

    # -- resolutions ---------------------------------------------------------

    def judge_resolution(self, resolution):
        """The rules with one finding for a resolution, and that for its stages."""
        name = f"meetings/{resolution.parent.get('id')}/resolutions/{resolution.get('id')}"
        lead = self.lead_id(resolution)
        if not self.is_ended(resolution):
            self.judge_completeness(resolution, name, lead)
            for stage in self.late_stages(resolution):
                since = [stage.get("due") + NEXT, self.reopened(resolution)]
                self.find("stage-overdue", name, stage.place("due"),
                          max(filter(None, since)), "open", lead)
        self.judge_due(resolution, name, lead)
        self.judge_end(resolution, name, lead)

    def judge_completeness(self, resolution, name, lead):
        """report-incomplete."""
        reports = [report for report in self.led_reports(resolution, self.day)
                   if self.unit_id(report.get("unit")) == lead]
        on_meeting = [report for report in reports
                      if self.meeting_of(report) is resolution.parent]
        mentioned = any(self.resolution_named(item.get("resolution"), self.meeting_of(report))
                        is resolution for report in reports for item in report.items("items"))
        if lead and on_meeting and not mentioned:
            self.find("report-incomplete", name, resolution.place("-"),
                      on_meeting[0].get("date"), "open", lead)

    def judge_due(self, resolution, name, lead):
        """resolution-overdue, due-soon, due-moved."""
        due, revision = self.effective_due(resolution), self.revision(resolution, self.day)
        place = (revision or resolution).place("due")
        if self.status(resolution) == "overdue":
            since = [due + NEXT, self.reopened(resolution)]
            if revision and self.status(resolution, revision.get("date") - NEXT) != "overdue":
                since.append(revision.get("date"))
            self.find("resolution-overdue", name, place, max(filter(None, since)), "open", lead)
        if self.light(resolution) == "blue":
            warn = days(self.policy(resolution.parent)["warn_days"])
            self.find("due-soon", name, None,
                      max(due - warn, resolution.parent.get("date")), "open", lead)
        if revision:
            self.find("due-moved", name, resolution.place("revisions"), revision.get("date"),
                      "fact", lead)

    def judge_end(self, resolution, name, lead):
        """resolution-done-late, closure-pending, dropped-without-reason."""
        standing, first = self.standing(resolution, self.day)
        if self.on_time(resolution) is False:
            place = (self.revision(resolution, self.day) or resolution).place("due")
            self.find("resolution-done-late", name, place, first[0].get("date"), "fact", lead)
        if standing == "to_verify":
            self.find("closure-pending", name, None, first[0].get("date"), "open", lead)
        if standing == "dropped":
            report, item = self.item_run(resolution, self.day)[-1]
            if item.get("reason") is None:
                self.find("dropped-without-reason", name, resolution.place("-"),
                          report.get("date"), "open", lead)

    # -- requests, plans, funds, series --------------------------------------

    def judge_requests(self):
        """request-unanswered."""
        for request in self.book["requests"]:
            due, day = request.get("due"), request.get("date")
            if not (request.get("id") and day and day <= self.day and due and due < self.day):
                continue
            answered = self.named(one.get("unit") for one in self.answers(request, self.day))
            for unit in self.asked(request):
                if id(unit) not in answered:
                    self.find("request-unanswered",
                              f"requests/{request.get('id')}/units/{unit.get('id')}",
                              request.place("-"), due + NEXT, "open", unit.get("id"))

    def judge_plans(self):
        """plan-missing, plan-task-overdue, plan-target-missed."""
        for year in range(self.founded.year + 1 if self.founded else self.day.year + 1,
                          self.day.year + 1):
            limit = datetime.date(year, 3, 31)
            adopted = [plan.get("adopted", limit) for plan in self.plans()
                       if plan.get("year") == year]
            if limit <= self.day and not any(day <= limit for day in adopted):
                self.find("plan-missing", f"plans/{year}", self.book.alliance.place("founded"),
                          limit, "fact" if adopted else "open")
        for task, due in self.tasks():
            if due < self.day and not self.task_dropped(task):
                self.judge_task(task, max(due + NEXT, task.parent.get("adopted", due)))

    def judge_task(self, task, since):
        """The rules for a task past due and not dropped."""
        name = f"plans/{task.parent.get('year')}"
        name += f"/tasks/{task.get('id')}" if task.get("id") else ""
        lead, done = self.owner_id(task.get("lead")), self.task_done(task)
        if not done:
            self.find("plan-task-overdue", name, task.place("due"), since, "open", lead)
        target = task.get("target")
        if target is None or target.get("metric") is None or target.get("value") is None:
            return
        if self.achieved(task, target.get("metric")) < target.get("value"):
            self.find("plan-target-missed", name, task.place("target"), since,
                      "fact" if done else "open", lead)

    def judge_funds(self):
        """fund-unpublished: all days of one fund, of which the scope tells the first."""
        for fund in self.book["funds"]:
            if fund.get("id") is None:
                continue
            covered = [entry.get("until") for entry in fund.items("published")
                       if entry.get("date") and entry.get("until")
                       and entry.get("date") <= self.day]
            moved = self.movements("donations", fund) + self.movements("grants", fund)
            for day in sorted({one.get("date") for one in moved}):
                allowed = days(self.policies.of(day)["publish_days"])
                if day + allowed < self.day and not any(until >= day for until in covered):
                    self.find("fund-unpublished", "funds/" + fund.get("id"), fund.place("-"),
                              day + allowed + NEXT, "open", self.unit_id(fund.get("steward")))

    def judge_series(self):
        """series-behind."""
        for series in self.book["series"]:
            if series.get("id") is None:
                continue
            for first, last, entry in self.series_months(series):
                if self.behind(series, first, last, entry):
                    month = interval_of(first, "month")[2]
                    self.find("series-behind", f"series/{series.get('id')}/months/{month}",
                              series.place("schedule"), last, "fact",
                              self.unit_id(series.get("lead")))
