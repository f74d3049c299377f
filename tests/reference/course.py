"""The course of resolutions: who leads them, what was reported of them, and where they
stand on a day."""

from base import Base, last_of
from periods import ONE_DAY

CLOSED = ("done", "to_verify", "dropped")
ENDED = CLOSED + ("replaced",)


class Course(Base):
    """Resolutions on any day; what is asked of one is kept."""

    def __init__(self, book, as_of, text=None):
        super().__init__(book, as_of, text)
        self.reports = self._reports()
        self.items, self.by_meeting, self._leads = {}, {}, {}
        for report in self.reports:
            self.by_meeting.setdefault(id(self.meeting_of(report)), []).append(report)
            for item in report.items("items"):
                resolution = self.resolution_named(item.get("resolution"),
                                                   self.meeting_of(report))
                if resolution is not None:
                    self.items.setdefault(id(resolution), []).append((report, item))
        self.replacing = self._replacing()
        self.resolutions = [r for m in self.in_scope for r in self.resolutions_of(m)]
        self._standing = {}

    def _reports(self):
        """All follow-ups of known units, by date, then in book order."""
        found = [report for report in self.book["followups"]
                 if report.get("date") and self.unit(report.get("unit"))]
        return sorted(found, key=lambda report: report.get("date"))

    def _replacing(self):
        """By resolution: the meetings whose resolutions replace it."""
        found = {}
        for meeting in self.book["meetings"]:
            for resolution in meeting.items("resolutions"):
                replaced = self.resolution_named(resolution.get("replaces"), None)
                if replaced is not None:
                    found.setdefault(id(replaced), []).append(meeting)
        return found

    @staticmethod
    def resolutions_of(meeting):
        """The resolutions of a meeting that can be named."""
        return [r for r in meeting.items("resolutions") if r.get("id")]

    def meeting_of(self, report):
        """The meeting on which a follow-up reports."""
        return self.meeting_by_id.get(report.get("meeting"))

    def resolution_named(self, name, meeting):
        """The resolution of a reference: `r1` of a meeting, or in full `2017-q3/r1`."""
        if name is None:
            return None
        before, slash, after = name.partition("/")
        if slash:
            meeting = self.meeting_by_id.get(before)
        if meeting is None:
            return None
        return first_named(meeting.items("resolutions"), after if slash else before)

    # -- lead and due --------------------------------------------------------

    def lead(self, resolution, day):
        """lead(r, d): the lead of the last transfer dated <= d, else `lead`."""
        key = id(resolution), day
        if key not in self._leads:
            known = [one for one in resolution.items("transfers") if self.unit(one.get("lead"))]
            self._leads[key] = self.unit((last_of(known, day) or resolution).get("lead"))
        return self._leads[key]

    def lead_id(self, resolution):
        """The id of the lead on D."""
        lead = self.lead(resolution, self.day)
        return lead.get("id") if lead else None

    def revision(self, resolution, day):
        """The revision in force on a day."""
        return last_of([one for one in resolution.items("revisions") if one.get("due")], day)

    def effective_due(self, resolution, day=None):
        """effective due(r): the due of the revision in force, else `due`."""
        return (self.revision(resolution, day or self.day) or resolution).get("due")

    # -- reports -------------------------------------------------------------

    def led_reports(self, resolution, day):
        """The follow-ups, on whichever meeting, dated in [m.date, d], of the unit that
        led r on the follow-up's date."""
        start = resolution.parent.get("date")
        return [report for report in self.reports if start <= report.get("date") <= day
                and self.unit(report.get("unit")) is self.lead(resolution, report.get("date"))]

    def item_run(self, resolution, day):
        """(report, item) for r with a status, from the earliest to the latest; the last of each
        report."""
        start = resolution.parent.get("date")
        run = [(report, item) for report, item in self.items.get(id(resolution), [])
               if start <= report.get("date") <= day and item.get("status")
               and self.unit(report.get("unit")) is self.lead(resolution, report.get("date"))]
        return [one for one, later in zip(run, run[1:] + [(None, None)]) if later[0] is not one[0]]

    # -- standing ------------------------------------------------------------

    def standing(self, resolution, day):
        """The status but for `overdue`, and the (report, item) that begins the run of
        `done` items which counts."""
        key = id(resolution), day
        if key not in self._standing:
            self._standing[key] = self._stand(resolution, day)
        return self._standing[key]

    def _stand(self, resolution, day):
        run = self.item_run(resolution, day)
        if self.replaced(resolution, day):
            return "replaced", None
        if not run:
            return "not_started", None
        if run[-1][1].get("status") != "done":
            return run[-1][1].get("status"), None
        begin = len(run)
        while begin and run[begin - 1][1].get("status") == "done":
            begin -= 1
        run = run[begin:]
        if self.policy(resolution.parent)["closing"] == "reported":
            return "done", run[0]
        return self._verified(resolution, run, day)

    @staticmethod
    def _verified(resolution, run, day):
        """Where a run of `done` items stands that takes a closure."""
        while run:
            begin = run[0][0].get("date")
            verdicts = {}
            for one in resolution.items("closures"):
                if one.get("date") and one.get("verdict") and begin <= one.get("date") <= day:
                    verdicts[one.get("date")] = one.get("verdict")
            returned = [on for on, verdict in verdicts.items() if verdict == "returned"]
            if not returned:
                return ("done" if verdicts else "to_verify"), run[0]
            run = [one for one in run if one[0].get("date") > min(returned)]
        return "in_progress", None

    def replaced(self, resolution, day):
        """Whether a resolution of a meeting held by a day replaces r, which was neither
        done nor to_verify on the day before that meeting."""
        return any(meeting.get("id") and meeting.get("date") and meeting.get("date") <= day
                   and self.stands(meeting, day)
                   and self.standing(resolution, meeting.get("date") - ONE_DAY)[0]
                   not in ("done", "to_verify")
                   for meeting in self.replacing.get(id(resolution), []))

    def status(self, resolution, day=None):
        """resolution status(r)."""
        day = day or self.day
        standing = self.standing(resolution, day)[0]
        due = self.effective_due(resolution, day)
        if standing in ENDED or due is None or due >= day:
            return standing
        return "overdue"

    def is_ended(self, resolution):
        """Whether r is done, dropped, replaced or to_verify."""
        return self.status(resolution) in ENDED

    def reopened(self, resolution):
        """The report or closure since which r is not done, dropped or to_verify; None
        where it never was."""
        turns = {report.get("date") for report, _ in self.item_run(resolution, self.day)}
        turns |= {one.get("date") for one in resolution.items("closures")
                  if one.get("date") and one.get("date") <= self.day}
        was_closed, found = False, None
        for day in sorted(turns):
            closed = self.standing(resolution, day)[0] in CLOSED
            if was_closed and not closed:
                found = day
            was_closed = closed
        return found

    def done_on(self, resolution):
        """done_on; None where r is neither done nor to_verify."""
        standing, first = self.standing(resolution, self.day)
        if standing not in ("done", "to_verify"):
            return None
        done = first[1].get("done")
        return done if done and done <= self.day else first[0].get("date")

    def on_time(self, resolution):
        """on_time of a resolution; None where it is neither done nor to_verify."""
        done = self.done_on(resolution)
        due = self.effective_due(resolution)
        return None if done is None else due is None or done <= due

    # -- light ---------------------------------------------------------------

    def late_stages(self, resolution):
        """The stages with `due` < D not done by D."""
        return [stage for stage in resolution.items("stages")
                if stage.get("due") and stage.get("due") < self.day
                and not (stage.get("done") and stage.get("done") <= self.day)]

    def light(self, resolution):
        """light(r)."""
        status = self.status(resolution)
        if status == "overdue":
            return "red"
        if status in ENDED:
            return None
        if status == "blocked" or self.late_stages(resolution):
            return "yellow"
        warn = self.policy(resolution.parent)["warn_days"]
        due = self.effective_due(resolution)
        return "blue" if due and (due - self.day).days <= warn else None


def first_named(records, name):
    """The first record with an id."""
    return next((record for record in records if record.get("id") == name), None)
