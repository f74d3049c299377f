"""Tests of the reference's reading of resolutions, policies, names and waivers: tiny books
whose results were worked out by hand from lianxi-followup(7)."""

import unittest

import reference
from test_reference import HEAD, UNITS, book, day, found


def one_of(result, rule):
    """(record, since, kind, unit) of a rule's findings."""
    return [(one["record"], one["since"], one["kind"], one["unit"])
            for one in result["findings"] if one["rule"] == rule]


class Closing(unittest.TestCase):
    """Closures, returned runs, replaced resolutions, stages and lights."""

    VERIFIED = book(HEAD + "  policy: {closing: 核定, warn_days: 5}", UNITS, """
        meetings:
        - id: m
          kind: regular
          date: 2017-01-10
          resolutions:
          - id: r
            text: t
            lead: u1
            due: 2017-02-20
            closures:
            - {date: 2017-02-05, verdict: 退回}
            - {date: 2017-02-07, verdict: accepted}
            - {date: 2017-03-10, verdict: returned}
            - {date: 2017-03-10, verdict: accepted}
        followups:
        - {meeting: m, unit: u1, date: 2017-02-01, items: [{resolution: r, status: done}]}
        - {meeting: m, unit: u1, date: 2017-02-05, items: [{resolution: r, status: done}]}
        - {meeting: m, unit: u1, date: 2017-03-01, items: [
            {resolution: r, status: done, done: 2017-02-27}]}
        """)

    def test_closures(self):
        """A run ended by a return stays ended; of one day's verdicts the last counts."""
        cases = {"2017-01-31": ("not_started", None, None, None),
                 "2017-02-01": ("to_verify", None, "2017-02-01", True),
                 "2017-02-05": ("in_progress", None, None, None),
                 "2017-02-07": ("in_progress", None, None, None),
                 "2017-02-15": ("in_progress", "blue", None, None),
                 "2017-02-21": ("overdue", "red", None, None),
                 "2017-03-01": ("to_verify", None, "2017-02-27", False),
                 "2017-03-10": ("done", None, "2017-02-27", False)}
        for when, wanted in cases.items():
            row = reference.followup(self.VERIFIED, day(when))["resolutions"][0]
            self.assertEqual((row["status"], row["light"], row["done_on"], row["on_time"]),
                             wanted, when)

    def test_closing_findings(self):
        """closure-pending, due-soon, resolution-done-late, and what counts as open."""
        name = "meetings/m/resolutions/r"
        result = reference.followup(self.VERIFIED, day("2017-02-03"))
        self.assertEqual(one_of(result, "closure-pending"), [(name, "2017-02-01", "open", "u1")])
        self.assertEqual((result["totals"]["open"], result["totals"]["done"],
                          result["totals"]["completion_rate"]), (1, 0, 0.0))
        result = reference.followup(self.VERIFIED, day("2017-02-16"))
        self.assertEqual(one_of(result, "due-soon"), [(name, "2017-02-15", "open", "u1")])
        result = reference.followup(self.VERIFIED, day("2017-03-02"))
        self.assertEqual(one_of(result, "resolution-done-late"),
                         [(name, "2017-03-01", "fact", "u1")])
        self.assertEqual(one_of(result, "closure-pending"), [(name, "2017-03-01", "open", "u1")])

    def test_overdue_since(self):
        """resolution-overdue: since the due day, the revision, or the report that undid it."""
        one = book(HEAD, UNITS, """
            meetings:
            - id: m
              kind: regular
              date: 2017-01-10
              resolutions:
              - {id: a, text: t, lead: u1, due: 2017-02-01}
              - id: b
                text: t
                lead: u1
                due: 2017-06-01
                revisions: [{date: 2017-02-20, due: 2017-02-10, reason: x}]
              - id: c
                text: t
                lead: u1
                due: 2017-02-01
                stages: [{text: x, due: 2017-01-20}, {text: y, due: 2017-03-01}]
            followups:
            - {meeting: m, unit: u1, date: 2017-01-15, items: [{resolution: c, status: done}]}
            - {meeting: m, unit: u1, date: 2017-02-15, items: [{resolution: c, status: blocked}]}
            - {meeting: m, unit: u1, date: 2017-02-18, items: [{resolution: c, status: blocked}]}
            """)
        result = reference.followup(one, day("2017-03-01"))
        name = "meetings/m/resolutions/"
        self.assertEqual(one_of(result, "resolution-overdue"), [
            (name + "a", "2017-02-02", "open", "u1"), (name + "b", "2017-02-20", "open", "u1"),
            (name + "c", "2017-02-15", "open", "u1")])
        self.assertEqual(one_of(result, "stage-overdue"),
                         [(name + "c", "2017-02-15", "open", "u1")])
        self.assertEqual([row["days_overdue"] for row in result["resolutions"]], [28, 19, 28])
        self.assertEqual(one_of(result, "report-incomplete"), [
            (name + "a", "2017-01-15", "open", "u1"), (name + "b", "2017-01-15", "open", "u1")])
        # scopes choose by the day a finding arose
        self.assertEqual(found(reference.followup(one, day("2017-03-01"), "2017-02-15"),
                               "resolution-overdue"), [name + "c"])

    def test_replaced(self):
        """replaced: unless done on the day before; a report on a later meeting counts."""
        one = book(HEAD, UNITS, """
            meetings:
            - id: a
              kind: regular
              date: 2017-01-10
              resolutions:
              - {id: r1, text: t, lead: u1}
              - {id: r2, text: t, lead: u1}
              - {id: r3, text: t, lead: u1}
            - id: b
              kind: regular
              date: 2017-04-10
              resolutions: [{id: r1, text: t, replaces: a/r1}, {id: r2, text: t, replaces: a/r2}]
            - id: c
              kind: regular
              date: 2017-05-10
              cancelled: flood
              cancelled_on: 2017-05-02
              resolutions: [{id: r1, text: t, replaces: a/r3}]
            followups:
            - {meeting: a, unit: u1, date: 2017-04-09, items: [{resolution: r1, status: done}]}
            - {meeting: a, unit: u1, date: 2017-04-10, items: [{resolution: r2, status: done}]}
            - {meeting: b, unit: u1, date: 2017-04-20, items: [{resolution: a/r3, status: 受阻}]}
            """)
        rows = reference.followup(one, day("2017-05-01"))
        self.assertEqual([row["status"] for row in rows["resolutions"]],
                         ["done", "replaced", "blocked", "not_started", "not_started"])
        self.assertEqual(rows["resolutions"][2]["light"], "yellow")
        self.assertEqual((rows["totals"]["dropped"], rows["totals"]["completion_rate"]), (1, 25.0))
        # cancelled on 2 May: until then the meeting of 10 May is the next one of b
        self.assertEqual([row["next"] for row in rows["meetings"]], ["b", "c"])
        later = reference.followup(one, day("2017-05-10"))
        self.assertEqual([row["next"] for row in later["meetings"]], ["b", None])


class Deadlines(unittest.TestCase):
    """Deadlines, scheduled meetings and the policy of a day."""

    NOTICED = book(HEAD + """
  policy:
  - {report_days_before: 10, 例会周期: month, quorum: 1/2}
  - {from: 2017-06-15, quorum: 无, 例会周期: quarter}
""", UNITS, """
        meetings:
        - {id: a, kind: regular, date: 2017-01-10, resolutions: [{id: r, text: t}],
           attendance: {leave: [{unit: u1, reason: x}]}}
        - {id: b, kind: regular, date: 2017-03-10, notice: {date: 2017-03-03}}
        - {id: c, kind: regular, date: 2017-06-20, attendance: {leave: [{unit: u1, reason: x}]}}
        """)

    def test_notice(self):
        """Scheduled from its notice on; the deadline is never before that notice."""
        for when, wanted in (("2017-03-02", ("c", "2017-06-10", False)),
                             ("2017-03-03", ("b", "2017-03-03", False))):
            row = reference.followup(self.NOTICED, day(when))["meetings"][0]
            self.assertEqual((row["next"], row["deadline"], row["provisional"]), wanted)
        result = reference.followup(self.NOTICED, day("2017-03-04"))
        self.assertEqual(one_of(result, "report-missing"), [
            (f"meetings/a/units/{unit}", "2017-03-04", "open", unit) for unit in ("u1", "u2")])

    def test_provisional(self):
        """A provisional deadline makes nobody late or missing."""
        one = book(HEAD + "  policy: {interval: month}", UNITS, """
            meetings:
            - {id: a, kind: regular, date: 2017-01-10, resolutions: [{id: r, text: t}]}
            followups: [{meeting: a, unit: u1, date: 2017-03-15}]
            """)
        row = reference.followup(one, day("2017-04-01"))["meetings"][0]
        self.assertEqual((row["deadline"], row["provisional"]), ("2017-02-28", True))
        self.assertEqual([report["status"] for report in row["reports"]], ["on_time", "pending"])

    def test_policies(self):
        """An interval cut short is not judged; a quorum taken away asks for nothing."""
        result = reference.followup(self.NOTICED, day("2017-09-30"))
        # months January to May; June is cut, and so is its quarter; July begins anew
        self.assertEqual(result["cadence"], {
            "interval": "quarter", "elapsed": 6, "held": 2,
            "missed": ["2017-02", "2017-04", "2017-05", "2017-Q3"]})
        self.assertEqual(found(result, "quorum-not-met"), ["meetings/a"])
        self.assertEqual(reference.followup(
            self.NOTICED, day("2017-09-30"), "2017-05")["cadence"]["interval"], "month")


class Concerned(unittest.TestCase):
    """Names, reminders, waivers in time, and the other new rules."""

    def test_names(self):
        """A name means its unit unless it is an id or means two; former names by day."""
        one = book(HEAD, """
            units:
            - {id: u1, name: Bus Company, short_name: u2}
            - {id: u2, name: Metro, aliases: 地铁, former: [
                {name: Old Metro, until: 2017-03-01}, {head: x, until: 2017-02-01},
                {name: Older, short_name: O, until: 2017-01-15}]}
            - {id: u3, name: Metro, short_name: three}
            meetings:
            - id: m
              kind: regular
              date: 2017-01-10
              attendance: {present: [Bus Company, Old Metro, Metro], leave: [{unit: three}]}
            """)
        row = reference.followup(one, day("2017-01-15"))["meetings"][0]
        self.assertEqual((row["present"], row["leave"], row["absent"]), (2, 1, 0))
        for when, name in (("2017-01-15", "O"), ("2017-01-16", "Old Metro"),
                           ("2017-03-01", "Old Metro"), ("2017-03-02", "Metro")):
            rows = reference.followup(one, day(when))["units"]
            self.assertEqual([row["name"] for row in rows], ["u2", name, "three"], when)

    def test_suggestions(self):
        """Open, settled later or declined later; adopted and referred are answered."""
        one = book(HEAD + "  policy: {suggestion_days: 10}", UNITS, """
            meetings:
            - id: m
              kind: special
              date: 2017-01-10
              suggestions:
              - {text: x, handler: u2}
              - {id: s, text: x, outcome: settled, settled: 2017-02-01}
              - {text: x, outcome: declined}
              - {text: x, outcome: referred}
              - {text: x, date: 2017-01-05, outcome: declined, settled: 2017-02-02}
            """)
        name = "meetings/m/suggestions/"
        result = reference.followup(one, day("2017-01-21"))
        self.assertEqual(one_of(result, "suggestion-unanswered"), [
            (name + "1", "2017-01-21", "open", "u2"), (name + "5", "2017-01-16", "open", None),
            (name + "s", "2017-01-21", "open", None)])
        self.assertEqual(found(reference.followup(one, day("2017-02-01")),
                               "suggestion-unanswered"), [name + "1", name + "5"])
        self.assertEqual(reference.stats(one, day("2017-02-02"))["meetings"][
            "suggestions_settled"], 2)

    REMINDED = book(HEAD, UNITS, """
        meetings:
        - id: m
          kind: regular
          date: 2017-01-10
          resolutions: [{id: r, text: t, lead: u1, due: 2017-02-01}]
        reminders:
        - {id: a, date: 2017-02-10, unit: u1, about: 会议/m/决议/*, reply_by: 2017-02-20}
        - {id: b, date: 2017-02-10, unit: u2, about: meetings/m/resolutions/r, reply_by: 2017-02-20}
        - {id: c, date: 2017-02-10, unit: u2, about: [meetings/m], reply_by: 2017-01-02}
        - {id: d, date: 2017-03-01, unit: u1, about: [meetings/*/resolutions/r, 会议/m/决议/r]}
        """)

    def test_reminders(self):
        """Beneath the record, of the reminded unit or of nobody; `reminded` by exact forms."""
        result = reference.followup(self.REMINDED, day("2017-02-28"))
        # c: of unit null are notice-missing and sign-in-missing of 10 January, since 3 January
        self.assertEqual(one_of(result, "reminder-unanswered"), [
            ("reminders/a", "2017-02-21", "open", "u1"),
            ("reminders/c", "2017-01-10", "open", "u2")])
        self.assertEqual(result["resolutions"][0]["reminded"], 2)
        later = reference.followup(self.REMINDED, day("2017-03-01"))
        self.assertEqual(later["resolutions"][0]["reminded"], 3)

    def test_waivers(self):
        """A waiver exists from its approval on; `*` and Chinese words; unit narrows not."""
        one = book(HEAD, UNITS, """
            meetings:
            - {id: m, kind: special, date: 2017-01-10, attendance: {present: u1}}
            - {id: n, kind: special, date: 2017-02-10, cancelled: flood}
            - {id: o, kind: special, date: 2017-02-10, resolutions: [{id: r, text: t}]}
            waivers:
            - {rule: unit-absent, record: 会议/m/单位/*, reason: far, approved: o/r}
            - {rule: unit-absent, record: meetings/m/units/u2, reason: x, approved: n}
            - {rule: record-missing, record: meetings/*/*, reason: x, approved: m}
            - {rule: notice-missing, record: meetings/*, reason: all, until: 2017-02-08}
            """)
        early = reference.followup(one, day("2017-02-09"))
        waived = [(one["rule"], one["waived"]) for one in early["findings"] if one["waived"]]
        self.assertEqual(waived, [])
        self.assertEqual(one_of(early, "unused-waiver"),
                         [("waivers/a.yaml/3", "2017-01-10", "open", None)])
        late = reference.followup(one, day("2017-02-10"), "2017-02-10", "u1")
        self.assertEqual(one_of(late, "expired-waiver"),
                         [("waivers/a.yaml/4", "2017-02-09", "open", None)])
        late = reference.followup(one, day("2017-02-10"))
        waived = [(one["rule"], one["waived"]) for one in late["findings"] if one["waived"]]
        self.assertEqual(waived, [("unit-absent", "far")])

    def test_plans_and_funds(self):
        """A plan from its adoption on, tasks of committees, the policy of a gift's day."""
        one = book(HEAD + """
  policy:
  - {publish_days: 50}
  - {from: 2017-02-01, publish_days: 5}
""", UNITS, """
            committees: [{id: k, name: x, lead: u1}]
            plans:
            - year: 2017
              adopted: 2017-07-01
              tasks:
              - {id: a, title: x, lead: k, due: 2017-06-01}
              - {id: b, title: x, lead: u2, due: 2017-08-01, done: 2017-08-01,
                 target: {metric: events, value: 1}}
            funds: [{id: f, name: x, steward: u2}]
            donations:
            - {id: d, date: 2017-01-10, fund: f, amount: 5}
            - {id: e, date: 2017-02-10, fund: f, amount: 5}
            """)
        result = reference.followup(one, day("2017-06-30"))
        self.assertEqual(one_of(result, "plan-missing"),
                         [("plans/2017", "2017-03-31", "open", None)])
        self.assertEqual(found(result, "plan-task-overdue"), [])
        result = reference.followup(one, day("2017-08-02"))
        self.assertEqual(one_of(result, "plan-missing"),
                         [("plans/2017", "2017-03-31", "fact", None)])
        self.assertEqual(one_of(result, "plan-task-overdue"),
                         [("plans/2017/tasks/a", "2017-07-01", "open", None)])
        self.assertEqual(one_of(result, "plan-target-missed"),
                         [("plans/2017/tasks/b", "2017-08-02", "fact", "u2")])
        # 10 January + 51 is 2 March; 10 February + 6 is 16 February
        self.assertEqual(one_of(result, "fund-unpublished"),
                         [("funds/f", "2017-03-02", "open", "u2")])
        self.assertEqual(one_of(reference.followup(one, day("2017-08-02"), "2017-02"),
                                "fund-unpublished"), [("funds/f", "2017-02-16", "open", "u2")])

    def test_exit(self):
        """open_errors leaves out facts; requests put to all; partners by name."""
        one = book(HEAD, UNITS, """
            series: [{id: s, title: x, lead: u1, partners: [two, the library]}]
            events:
            - {id: e, title: x, kind: aid, date: 2017-01-10, lead: u1, series: s}
            - {id: f, title: x, kind: aid, date: 2017-01-10, lead: one, partners: [u1], series: s}
            requests:
            - {id: q, date: 2017-01-10, by: u1, text: x, due: 2017-01-11, answers: [
                {unit: u2, date: 2017-01-11, accepted: no},
                {unit: u1, date: 2017-02-11, accepted: yes}]}
            """)
        result = reference.followup(one, day("2017-03-31"))
        self.assertEqual((result["errors"], result["open_errors"]), (1, 0))
        self.assertEqual(found(result, "request-unanswered"), [])
        for when, answered in (("2017-02-10", 0), ("2017-02-11", 1)):
            figures = reference.stats(one, day(when))
            self.assertEqual(figures["requests"]["answered"], answered)
        self.assertEqual(figures["events"]["by_kind"]["aid"]["units"], 2)
        self.assertEqual(figures["events"]["total"]["units"], 2)


if __name__ == "__main__":
    unittest.main()
