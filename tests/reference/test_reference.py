"""Tests of the reference: tiny books whose results were worked out by hand from
lianxi-followup(7). Run by `python3 -m unittest` in this folder."""

import datetime
import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

import random_book
import reader
import reference
from periods import period
from reader import Book

HEAD = """
alliance:
  name: A
  founded: 2016-12-20
"""
UNITS = """
units:
- {id: u1, name: one}
- {id: u2, name: two}
"""


def day(text):
    """A date."""
    return datetime.date.fromisoformat(text)


def book(*texts, **files):
    """A book of one file of several documents, and of more files by name."""
    with tempfile.TemporaryDirectory() as root:
        files = {"a": "\n---\n".join(textwrap.dedent(text) for text in texts), **files}
        for name, text in files.items():
            data = text if isinstance(text, bytes) else text.encode()
            with open(os.path.join(root, name + ".yaml"), "wb") as file:
                file.write(data)
        return Book(root)


def found(result, rule):
    """The records of a rule's findings."""
    return [one["record"] for one in result["findings"] if one["rule"] == rule]


class Reading(unittest.TestCase):
    """Value types."""

    def test_dates(self):
        """Every spelling of the table."""
        for text in ("2017-09-20", "2017-9-20", "2017/9/20", "2017.9.20", "2017年9月20日",
                     "二〇一七年九月二十日", "２０１７－０９－２０", "２０１７．９．２０"):
            self.assertEqual(reader.read_date(text), day("2017-09-20"), text)
        self.assertEqual(reader.read_date("二〇一六年十二月三十一日"), day("2016-12-31"))
        self.assertEqual(reader.read_date("二〇一六年十月十日"), day("2016-10-10"))
        for text in ("2017-02-29", "1899-12-31", "2200-01-01", "2017-09", "20170920", "2017-9/20"):
            self.assertIsNone(reader.read_date(text), text)

    def test_counts(self):
        """Qualifiers, 万, full-width digits."""
        for text, value in {"220": (220, "exact"), "1,600": (1600, "exact"),
                            "220余": (220, "at_least"), "220多": (220, "at_least"),
                            "220+": (220, "at_least"), "约5500": (5500, "about"),
                            "近5500": (5500, "about"), "~5500": (5500, "about"),
                            "5500左右": (5500, "about"), "2万": (20000, "exact"),
                            "1.2万余": (12000, "at_least"), "１，６００": (1600, "exact")}.items():
            self.assertEqual(reader.read_count(text), value, text)
        for text in ("1.2", "-3", "12,34", "many", "1e3", ""):
            self.assertIsNone(reader.read_count(text), text)

    def test_amounts_and_fractions(self):
        """Exact decimals."""
        self.assertEqual(reader.read_amount("4,000.00"), 400000)
        self.assertEqual(reader.read_amount("0.5"), 50)
        self.assertIsNone(reader.read_amount("4000元"))
        self.assertIsNone(reader.read_amount("1.234"))
        self.assertEqual(reader.read_fraction("50%"), reader.read_fraction("1/2"))
        self.assertIsNone(reader.read_fraction("3/2"))

    def test_ids(self):
        """Mapped, then checked."""
        self.assertEqual(reader.read_id("ｕ１"), "u1")
        self.assertEqual(reader.read_id("cafe\u0301"), "café")
        self.assertEqual(reader.read_ref("m１/r1"), "m1/r1")
        for text in ("-x", "a b", "x" * 65, "a/b"):
            self.assertIsNone(reader.read_id(text), text)

    def test_periods(self):
        """PERIODs in both languages, and the scope's end on the as-of day."""
        now = day("2017-09-10")
        for text, first, last in (("2017", "2017-01-01", "2017-09-10"),
                                  ("2017-H1", "2017-01-01", "2017-06-30"),
                                  ("2017年上半年", "2017-01-01", "2017-06-30"),
                                  ("2017年第二季度", "2017-04-01", "2017-06-30"),
                                  ("2017年2季度", "2017-04-01", "2017-06-30"),
                                  ("2016年2月", "2016-02-01", "2016-02-29"),
                                  ("last-quarter", "2017-04-01", "2017-06-30"),
                                  ("上月", "2017-08-01", "2017-08-31"),
                                  ("去年", "2016-01-01", "2016-12-31"),
                                  ("2016-Q2..2017-03", "2016-04-01", "2017-03-31")):
            self.assertEqual(period(text, now), (day(first), day(last)), text)
        self.assertEqual(period("..2016", now), (None, day("2016-12-31")))
        self.assertEqual(period("2016..", now), (day("2016-01-01"), now))


class Following(unittest.TestCase):
    """`followup`."""

    def test_cadence(self):
        """As published of nanjing-south: nine quarters held of the seventeen elapsed by 2017-09-30."""
        days = ["2013-04-30", "2013-08-01", "2014-01-05", "2014-05-05", "2014-12-31",
                "2015-03-03", "2015-09-09", "2016-02-02", "2016-11-11", "2017-09-30"]
        meetings = "meetings:\n" + "".join(
            f"- {{id: m{n}, kind: regular, date: {one}}}\n" for n, one in enumerate(days))
        one = book("联盟: {名称: A, 成立日期: 2013-04-28, 制度: {例会周期: 每季度}}", meetings)
        result = reference.followup(one, day("2017-09-30"))
        self.assertEqual(result["cadence"], {
            "interval": "quarter", "elapsed": 17, "held": 9,
            "missed": ["2013-Q4", "2014-Q3", "2015-Q2", "2015-Q4", "2016-Q2", "2016-Q3",
                       "2017-Q1", "2017-Q2"]})
        self.assertEqual(reference.followup(one, day("2017-09-29"))["cadence"]["elapsed"], 16)
        self.assertEqual(reference.followup(one, day("2017-09-30"), "2014-02..2014")["cadence"],
                         {"interval": "quarter", "elapsed": 4, "held": 3, "missed": ["2014-Q3"]})

    REPORTS = book(HEAD, """
        units:
        - {id: u1, name: on the deadline}
        - {id: u2, name: a day late}
        - {id: u3, name: never}
        - {id: u4, name: left by the deadline, left: 2017-04-10}
        - {id: u5, name: left a day later, left: 2017-04-11}
        - {id: u6, name: observer, role: observer}
        - {id: u7, name: reported before the meeting, order: 1}
        meetings:
        - {id: b, kind: regular, date: 2017-04-10}
        - {id: s, kind: special, date: 2017-02-10}
        - id: a
          kind: regular
          date: 2017-01-10
          resolutions: [{id: r1, text: t}]
        followups:
        - {meeting: a, unit: u1, date: 2017-04-10}
        - {meeting: a, unit: u1, date: 2017-04-20}
        - {meeting: a, unit: u2, date: 2017-04-11}
        - {meeting: a, unit: u7, date: 2017-01-09}
        """)

    def test_report_status(self):
        """on_time on the deadline itself, late, missing, exempt; special never next."""
        result = reference.followup(self.REPORTS, day("2017-05-01"))
        first = result["meetings"][0]
        self.assertEqual((first["id"], first["next"], first["deadline"], first["provisional"]),
                         ("a", "b", "2017-04-10", False))
        self.assertEqual([(one["unit"], one["status"], one["date"]) for one in first["reports"]], [
            ("u7", "missing", None), ("u1", "on_time", "2017-04-10"),
            ("u2", "late", "2017-04-11"), ("u3", "missing", None), ("u4", "exempt", None),
            ("u5", "missing", None)])
        self.assertEqual(first["on_time_rate"], 20.0)
        self.assertEqual(result["totals"]["owed"], 5)
        self.assertEqual(result["meetings"][1]["reports"], [])

    def test_pending(self):
        """What comes after D is not known; the deadline's own day is still in time."""
        result = reference.followup(self.REPORTS, day("2017-04-10"))
        statuses = [one["status"] for one in result["meetings"][0]["reports"]]
        self.assertEqual(statuses, ["pending", "on_time", "pending", "pending", "exempt",
                                    "pending"])
        self.assertEqual(result["meetings"][0]["on_time_rate"], 100.0)

    def test_provisional(self):
        """Without a next: the last day of the interval after m's, less the days before."""
        one = book(HEAD + "  policy: {report_days_before: 5}", UNITS,
                   "meetings: [{id: m, kind: regular, date: 2017-08-20}]")
        row = reference.followup(one, day("2017-09-01"))["meetings"][0]
        self.assertEqual((row["deadline"], row["provisional"], row["next"]),
                         ("2017-12-26", True, None))

    def test_assigned(self):
        """Only units that led at any time up to D, or support."""
        one = book(HEAD + "  policy: {reporters: 承办}", """
            units:
            - {id: u1, name: one}
            - {id: u2, name: two}
            - {id: u3, name: three}
            - {id: u4, name: four}
            meetings:
            - id: m
              kind: regular
              date: 2017-01-10
              resolutions:
              - id: r
                text: t
                lead: u1
                support: u2
                transfers:
                - {date: 2017-02-01, lead: u3, reason: x}
                - {date: 2017-06-01, lead: u4, reason: x}
            """)
        for when, units in (("2017-01-31", "u1 u2"), ("2017-02-01", "u1 u2 u3"),
                            ("2017-06-01", "u1 u2 u3 u4")):
            row = reference.followup(one, day(when))["meetings"][0]
            self.assertEqual([report["unit"] for report in row["reports"]], units.split())

    RESOLUTION = book(HEAD, UNITS, """
        meetings:
        - id: m
          kind: regular
          date: 2017-01-10
          resolutions:
          - id: r
            text: t
            lead: u1
            due: 2017-03-01
            revisions:
            - {date: 2017-02-20, due: 2017-03-20, reason: x}
            - {date: 2017-02-20, due: 2017-04-01, reason: x}
            - {date: 2017-08-01, due: 2017-12-31, reason: x}
            transfers:
            - {date: 2017-05-01, lead: u2, reason: x}
        followups:
        - {meeting: m, unit: u1, date: 2017-02-01, items: [{resolution: r, status: done}]}
        - {meeting: m, unit: u1, date: 2017-03-01, items: [{resolution: r, status: 推进中}]}
        - {meeting: m, unit: u2, date: 2017-04-01, items: [{resolution: r, status: dropped}]}
        - {meeting: m, unit: u2, date: 2017-05-02, items: [
            {resolution: r, status: blocked},
            {resolution: m/r, status: done, done: 2017-04-01}]}
        - {meeting: m, unit: u2, date: 2017-06-01, items: [{resolution: r, status: done}]}
        """)

    def test_resolution(self):
        """Revisions of one day, a transfer, done and undone, overdue."""
        cases = {"2017-01-31": ("u1", "2017-03-01", "not_started", None, None),
                 "2017-02-01": ("u1", "2017-03-01", "done", "2017-02-01", True),
                 "2017-03-01": ("u1", "2017-04-01", "in_progress", None, None),
                 "2017-04-01": ("u1", "2017-04-01", "in_progress", None, None),
                 "2017-04-02": ("u1", "2017-04-01", "overdue", None, None),
                 "2017-05-01": ("u2", "2017-04-01", "overdue", None, None),
                 "2017-06-01": ("u2", "2017-04-01", "done", "2017-04-01", True),
                 "2017-08-01": ("u2", "2017-12-31", "done", "2017-04-01", True)}
        for when, wanted in cases.items():
            row = reference.followup(self.RESOLUTION, day(when))["resolutions"][0]
            self.assertEqual(tuple(row[key] for key in (
                "lead", "due", "status", "done_on", "on_time")), wanted, when)

    def test_resolution_rules(self):
        """due-moved, resolution-overdue with its place."""
        result = reference.followup(self.RESOLUTION, day("2017-04-02"))
        name = "meetings/m/resolutions/r"
        self.assertEqual(found(result, "due-moved"), [name])
        self.assertEqual(found(result, "resolution-overdue"), [name])
        overdue = next(one for one in result["findings"] if one["rule"] == "resolution-overdue")
        # line 25 is `    - {date: 2017-02-20, due: 2017-04-01, reason: x}`
        self.assertEqual((overdue["line"], overdue["column"]), (25, 31))
        self.assertEqual(result["totals"]["completion_rate"], 0.0)

    def test_incomplete_and_dropped(self):
        """report-incomplete, dropped-without-reason, a completion rate without divisor."""
        text = """
            meetings:
            - {id: m, kind: regular, date: 2017-01-10, resolutions: [{id: r, text: t, lead: u1}]}
            followups:
            - {meeting: m, unit: u1, date: 2017-02-01}
            - {meeting: m, unit: u2, date: 2017-02-01, items: [{resolution: r, status: done}]}
            """
        result = reference.followup(book(HEAD, UNITS, text), day("2017-02-02"))
        self.assertEqual(found(result, "report-incomplete"), ["meetings/m/resolutions/r"])
        more = "- {meeting: m, unit: u1, date: 2017-02-02, items: [{resolution: r, status: dropped}]}"
        result = reference.followup(book(HEAD, UNITS, textwrap.dedent(text) + more),
                                    day("2017-02-02"))
        self.assertEqual(found(result, "report-incomplete"), [])
        self.assertEqual(found(result, "dropped-without-reason"), ["meetings/m/resolutions/r"])
        self.assertIsNone(result["totals"]["completion_rate"])

    def test_meeting_rules(self):
        """Notice, sign-in, quorum, topics, record, minutes."""
        one = book(HEAD + "  policy: {quorum: 2/3}", UNITS, """
            meetings:
            - id: a
              kind: regular
              date: 2017-01-10
              notice: {date: 2017-01-08, to: u1}
              topics:
              - {id: t1, title: x, solicited: 2017-01-11, outcome: deferred}
              - {id: t2, title: x, outcome: no_consensus}
              attendance: {present: [u1]}
              minutes: {issued: 2017-01-18, to: [u1], resent: [{unit: u2, date: 2017-02-01}]}
            - id: b
              kind: regular
              date: 2017-04-10
              topics: [{id: t1, title: x, from: a/t2, solicited: 2017-04-10}]
              record: r
            - {id: c, kind: regular, date: 2017-04-01, cancelled: flood}
            """)
        result = reference.followup(one, day("2017-01-31"))
        wanted = {"notice-late": ["a"], "notice-incomplete": ["a"], "topics-not-solicited": ["a"],
                  "unit-absent": ["a/units/u2"], "quorum-not-met": ["a"], "record-missing": ["a"],
                  "minutes-late": ["a"], "minutes-not-sent": ["a"]}
        for rule, names in wanted.items():
            self.assertEqual(found(result, rule), ["meetings/" + name for name in names], rule)
        self.assertEqual(len(result["findings"]), 8)
        result = reference.followup(one, day("2017-04-17"))
        self.assertEqual(found(result, "minutes-not-sent"), [])
        self.assertEqual(found(result, "deferred-topic-lost"), ["meetings/a/topics/t1"])
        self.assertEqual(found(result, "notice-missing"), ["meetings/b"])
        self.assertEqual(found(result, "sign-in-missing"), ["meetings/b"])
        self.assertEqual(found(result, "minutes-missing"), [])
        self.assertEqual(found(reference.followup(one, day("2017-04-18")), "minutes-missing"),
                         ["meetings/b"])

    def test_minutes_before_they_are_issued(self):
        """`issued` after D does not exist yet."""
        one = book(HEAD, UNITS, """
            meetings:
            - {id: a, kind: special, date: 2017-01-10, minutes: {issued: 2017-02-01, to: u1}}
            """)
        early = reference.followup(one, day("2017-01-18"))
        self.assertEqual(found(early, "minutes-missing"), ["meetings/a"])
        self.assertEqual(found(early, "minutes-not-sent"), [])
        late = reference.followup(one, day("2017-02-01"))
        self.assertEqual(found(late, "minutes-late"), ["meetings/a"])
        self.assertEqual(found(late, "minutes-not-sent"), ["meetings/a"])
        self.assertEqual(found(late, "topics-not-solicited"), [])

    def test_plans(self):
        """plan-missing, plan-task-overdue, plan-target-missed."""
        one = book(HEAD, """
            plans:
            - year: 2017
              adopted: 2017-04-01
              tasks:
              - {id: a, title: x, due: 2017-06-01, target: {metric: sessions, value: 3}}
              - {id: b, title: x, done: 2017-12-31}
              - {id: c, title: x, due: 2017-06-01, dropped: {date: 2017-06-02, reason: x}}
            events:
            - {id: e, title: x, kind: other, date: 2017-05-30, until: 2017-06-09, lead: u1,
               plan: 2017/a, sessions: 2}
            - {id: f, title: x, kind: other, date: 2017-05-30, lead: u1, plan: [2017/a]}
            """)
        for when, missing, overdue, missed in (
                ("2017-03-30", "", "", ""), ("2017-03-31", "2017", "", ""),
                ("2017-06-01", "2017", "", ""), ("2017-06-02", "2017", "a", "a"),
                ("2017-06-09", "2017", "a", ""), ("2018-01-01", "2017", "a", ""),
                ("2018-03-31", "2017 2018", "a", "")):
            result = reference.followup(one, day(when))
            self.assertEqual(found(result, "plan-missing"),
                             ["plans/" + name for name in missing.split()], when)
            for rule, names in (("plan-task-overdue", overdue), ("plan-target-missed", missed)):
                self.assertEqual(found(result, rule), ["plans/2017/tasks/" + name
                                                       for name in names.split()], when)

    def test_requests(self):
        """request-unanswered: after the due day, for each unit asked."""
        one = book(HEAD, UNITS, """
            requests:
            - id: q
              date: 2017-01-10
              by: u1
              to: [u1, u2]
              text: t
              due: 2017-02-01
              answers: [{unit: u2, date: 2017-02-03, accepted: no}]
            """)
        names = ["requests/q/units/u1", "requests/q/units/u2"]
        for when, wanted in (("2017-02-01", []), ("2017-02-02", names),
                             ("2017-02-03", names[:1])):
            result = reference.followup(one, day(when))
            self.assertEqual(found(result, "request-unanswered"), wanted, when)
        self.assertEqual(reference.stats(one, day("2017-03-01"))["requests"],
                         {"records": 1, "answered": 0, "closed": 0})

    def test_funds(self):
        """fund-unpublished: older than 90 days and not covered."""
        one = book(HEAD, """
            funds:
            - {id: f, name: x, steward: u1, published: [{date: 2017-06-01, until: 2017-01-31}]}
            donations:
            - {id: d, date: 2017-01-10, fund: f, amount: 5}
            grants:
            - {id: g, date: 2017-02-01, fund: f, amount: 1}
            """)
        for when, wanted in (("2017-04-10", []), ("2017-04-11", ["funds/f"]),
                             ("2017-06-01", ["funds/f"])):
            result = reference.followup(one, day(when))
            self.assertEqual(found(result, "fund-unpublished"), wanted, when)
        self.assertEqual(found(reference.followup(one, day("2017-06-01"), "2017-01"),
                               "fund-unpublished"), [])

    def test_series(self):
        """series-behind: the last of overlapping entries asks."""
        one = book(HEAD, """
            series:
            - id: s
              title: x
              schedule:
              - {from: 2016-12-15, until: 2017-06-30, every: month}
              - {from: 2017-02-01, until: 2017-02-28, every: week}
              - {from: 2017-04-01, every: quarter}
            events:
            - {id: e, title: x, kind: other, date: 2017-02-05, lead: u1, series: s, sessions: 3}
            - {id: f, title: x, kind: other, date: 2017-03-30, until: 2017-04-01, lead: u1, series: s}
            - {id: g, title: x, kind: other, date: 2017-01-30, lead: u1}
            """)
        # January lacks one; February asks 4 Sundays and has 3; March has none, for its
        # event ends in April, where it serves the second quarter; the third has none.
        result = reference.followup(one, day("2017-10-01"))
        self.assertEqual(found(result, "series-behind"), [
            f"series/s/months/2017-{month}" for month in ("01", "02", "03", "09")])
        self.assertEqual(found(reference.followup(one, day("2017-02-27")), "series-behind"),
                         ["series/s/months/2017-01"])
        self.assertEqual(found(reference.followup(one, day("2017-10-01"), "2017-02-02.."),
                               "series-behind"),
                         ["series/s/months/2017-02", "series/s/months/2017-03",
                          "series/s/months/2017-09"])

    def test_waivers_and_severities(self):
        """Waived until a day, expired, unused; severities changed and off."""
        one = book(HEAD + "  severities: {record-missing: 错误, notice-missing: off}", """
            meetings: [{id: a, kind: special, date: 2017-01-10}]
            waivers:
            - {rule: record-missing, record: meetings/a, reason: because, until: 2017-02-01}
            - {rule: notice-missing, record: meetings/a, reason: because}
            - {rule: head-missing, record: units/u1, reason: of validate}
            """)
        result = reference.followup(one, day("2017-01-15"))
        self.assertEqual([(f["rule"], f["severity"], f["waived"]) for f in result["findings"]], [
            ("record-missing", "error", "because"), ("sign-in-missing", "error", None),
            ("unused-waiver", "warning", None)])
        self.assertEqual([result[key] for key in ("errors", "warnings", "infos", "waived")],
                         [1, 1, 0, 1])
        later = reference.followup(one, day("2017-02-02"))
        self.assertEqual(found(later, "expired-waiver"), ["waivers/a.yaml/1"])
        self.assertEqual(later["waived"], 0)

    def test_units_left_out(self):
        """Units that are members on no day of the scope are left out."""
        one = book(HEAD, """
            units:
            - {id: a, name: x, left: 2017-03-01}
            - {id: b, name: x, joined: 2017-03-01}
            - {id: c, name: x, role: 列席}
            meetings: [{id: m, kind: regular, date: 2017-03-01, attendance: {leave: [{unit: b}]}}]
            """)
        for text, wanted in (("2017-02", ["a"]), ("2017-03", ["b"]), (None, ["a", "b"])):
            rows = reference.followup(one, day("2017-05-01"), text)["units"]
            self.assertEqual([row["unit"] for row in rows], wanted)
        row = reference.followup(one, day("2017-05-01"))["meetings"][0]
        self.assertEqual((row["members"], row["present"], row["leave"], row["absent"]),
                         (1, 0, 1, 0))


class Figures(unittest.TestCase):
    """`stats`."""

    def test_rates(self):
        """One decimal, halves up; null without a divisor."""
        self.assertEqual([reference.rate(1, 16), reference.rate(2, 3), reference.rate(0, 5),
                          reference.rate(1, 0), reference.rate(1, 2000)],
                         [6.3, 66.7, 0.0, None, 0.1])

    def test_sums(self):
        """Counts with qualifiers, defaults, the period of an event, goods and funds."""
        one = book(HEAD, UNITS, """
            events:
            - {id: e, title: x, kind: aid, date: 2017-03-30, until: 2017-04-01, lead: u1,
               served: 约100, hours: 1.5, materials: [{item: 书籍, quantity: 600余, uom: 册}]}
            - {id: f, title: x, kind: AID, date: 2017-04-02, lead: u1, served: 20余, sessions: 4,
               materials: [{item: 书籍, quantity: 5, uom: 册}, {item: 书, quantity: 1, uom: 册, to: u}]}
            funds: [{id: f, name: x, steward: u1, opening: 10.05}]
            donations:
            - {id: d1, date: 2017-03-31, fund: f, amount: "1,000"}
            - {id: d2, date: 2017-04-01, fund: f, amount: 0.10}
            - {id: d3, date: 2017-04-01, recipient: u1, goods: [{item: AED, quantity: 1, uom: 台}]}
            grants: [{id: g, date: 2017-04-30, fund: f, amount: 2000, beneficiaries: 3}]
            """)
        result = reference.stats(one, day("2017-06-01"), "2017-04")
        events = result["events"]
        self.assertEqual(events["records"], 2)
        self.assertEqual(events["by_kind"]["aid"]["served"], {"value": 120, "qualifier": "about"})
        self.assertEqual(events["total"]["sessions"], {"value": 5, "qualifier": "exact"})
        self.assertEqual(events["total"]["hours"], "1.50")
        self.assertEqual(events["materials"], [
            {"item": "书", "uom": "册", "to": "u", "quantity": {"value": 1, "qualifier": "exact"}},
            {"item": "书籍", "uom": "册", "to": None,
             "quantity": {"value": 605, "qualifier": "at_least"}}])
        self.assertEqual(result["donations"]["money"], "0.10")
        self.assertEqual(result["donations"]["goods"][0]["value"], None)
        self.assertEqual(result["funds"], [{
            "id": "f", "opening": "1010.05", "received": "0.10", "granted": "2000.00",
            "beneficiaries": {"value": 3, "qualifier": "exact"}, "closing": "-989.85"}])

    def test_meetings_and_projects(self):
        """Attendance over signed meetings, suggestions, projects by their own dates."""
        one = book(HEAD, UNITS, """
            meetings:
            - {id: a, kind: regular, date: 2017-01-10, attendance: {present: [u1, {unit: u2}]},
               suggestions: [{text: x, outcome: settled, settled: 2017-05-01}, {text: y}]}
            - {id: b, kind: special, date: 2017-01-10, attendance: {present: u1}}
            - {id: c, kind: special, date: 2017-01-11}
            projects:
            - {id: p, title: x, applicant: u1, year: 2017, approved: {date: 2017-01-05, amount: 9},
               expenses: [{date: 2017-05-05, item: x, amount: 3}, {date: 2017-01-06, item: x, amount: 4}]}
            """)
        first = reference.stats(one, day("2017-06-01"), "2017-01")
        self.assertEqual(first["meetings"], {
            "held": 3, "regular": 1, "special": 2, "attendance_rate": 75.0, "suggestions": 2,
            "suggestions_settled": 0, "resolutions": 0})
        self.assertEqual(first["projects"], {"records": 1, "approved": "9.00", "spent": "4.00",
                                             "reimbursed": "0.00"})
        everything = reference.stats(one, day("2017-06-01"))
        self.assertEqual(everything["meetings"]["suggestions_settled"], 1)


class Faults(unittest.TestCase):
    """What `validate` reports and the other commands must survive."""

    def test_survives(self):
        """Each fault costs what it stands in, and nothing else."""
        one = book(HEAD, UNITS, """
            meetings:
            - a word
            - {id: a, kind: regular, date: 2017-02-30}
            - {id: b, kind: sometimes, date: 2017-01-11, colour: red, resolutions: none}
            - {id: b, kind: special, date: 2017-01-12, notice: {date: ~}}
            - {kind: regular, date: 2017-01-12}
            followups:
            - {meeting: b, unit: nobody, date: 2017-01-13}
            events: []
            colours: [red]
            """, "# only a remark", broken="meetings:\n- [\n",
                   gb="meetings: [{id: 乱}]".encode("gb18030"), empty="")
        result = reference.followup(one, day("2017-02-01"))
        self.assertEqual([(row["id"], row["kind"]) for row in result["meetings"]],
                         [("b", None), ("b", "special")])
        self.assertEqual(found(result, "notice-missing"), ["meetings/b", "meetings/b"])

    def test_script_and_random_books(self):
        """The command line, and the same book in both languages."""
        results = []
        with tempfile.TemporaryDirectory() as root:
            for keys in ("en", "zh", "mixed"):
                folder = os.path.join(root, keys)
                random_book.write_book(7, folder, keys, True)
                script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.py")
                results.append(subprocess.run(
                    [sys.executable, script, "stats", folder, "--as-of", "2016-06-01"],
                    check=True, capture_output=True).stdout)
        self.assertEqual(len(set(results)), 1)


if __name__ == "__main__":
    unittest.main()
