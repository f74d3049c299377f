#!/usr/bin/python3
"""The reference for `lianxi followup` and `lianxi stats`, written from the
specification alone (lianxi-records(5), lianxi-followup(7), lianxi(1)).

    reference.py followup BOOK --as-of DATE [--period PERIOD]
    reference.py stats    BOOK --as-of DATE [--period PERIOD]
"""

import argparse
import datetime
import json
import sys

from base import iso, rate, tally
from figures import stats
from judge import Judge
from reader import Book

REPORT_COUNTS = ("on_time", "late", "missing", "pending", "exempt")
UNIT_COUNTS = ("owed",) + REPORT_COUNTS + (
    "led", "done", "overdue", "open", "dropped",
    "meetings", "present", "leave", "absent", "unrecorded")


def on_time_rate(counts):
    """100 * on_time / (on_time + late + missing)."""
    return rate(counts["on_time"], counts["on_time"] + counts["late"] + counts["missing"])


def row_place(record):
    """Where a record stands."""
    return dict(zip(("file", "line"), record.place("-")))


def meeting_row(judge, meeting):
    """An element of `meetings`."""
    members = judge.members(meeting.get("date"))
    attendance = [judge.attendance(meeting, unit) for unit in members]
    statuses = [(unit, judge.report_status(meeting, unit)) for unit in judge.owing(meeting)]
    following = judge.next(meeting)
    deadline, provisional = judge.deadline(meeting)
    return {
        "id": meeting.get("id"), "title": meeting.get("title"), **row_place(meeting),
        "date": iso(meeting.get("date")), "kind": meeting.get("kind"),
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
    name = f"{resolution.parent.get('id')}/{resolution.get('id')}"
    lead = judge.lead_id(resolution)
    status = judge.status(resolution)
    due = judge.effective_due(resolution)
    support = [judge.unit(one) for one in resolution.items("support")]
    return {
        "id": name, "text": resolution.get("text"), **row_place(resolution), "lead": lead,
        "support": [unit.get("id") for unit in support if unit],
        "due": iso(due), "status": status, "light": judge.light(resolution),
        "days_overdue": (judge.day - due).days if status == "overdue" else None,
        "reminded": judge.findings.reminded("meetings/" + name.replace("/", "/resolutions/")),
        "done_on": iso(judge.done_on(resolution)), "on_time": judge.on_time(resolution),
    }


def end_counts(statuses):
    """`done`, `overdue` and `dropped`, with which `replaced` counts."""
    counts = tally(statuses, ("done", "overdue", "dropped", "replaced"))
    counts["dropped"] += counts.pop("replaced")
    return counts


def unit_row(judge, unit):
    """An element of `units`."""
    attended = [m for m in judge.in_scope if judge.is_member(unit, m.get("date"))]
    statuses = [judge.report_status(m, unit) for m in judge.in_scope
                if any(unit is owing for owing in judge.owing(m))]
    led = [judge.status(r) for r in judge.resolutions if judge.lead(r, judge.day) is unit]
    row = {"unit": unit.get("id"), "name": judge.name_on(unit, judge.day),
           **tally(statuses, REPORT_COUNTS), "led": len(led), **end_counts(led),
           "meetings": len(attended),
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
    ends = end_counts([judge.status(r) for r in judge.resolutions])
    totals["completion_rate"] = rate(ends["done"], len(judge.resolutions) - ends["dropped"])
    return totals


def cadence(judge):
    """`cadence`."""
    elapsed = judge.elapsed()
    return {"interval": judge.policies.of(judge.scope.last)["interval"],
            "elapsed": len(elapsed), "held": sum(held for _, _, held in elapsed),
            "missed": [name for _, name, held in elapsed if not held]}


def concerns(finding, unit):
    """Whether `--unit` keeps a finding; those of waivers are shown whatever was asked for."""
    return unit is None or finding["unit"] == unit or finding["rule"].endswith("-waiver")


def followup(book, as_of, text=None, unit=None):
    """The JSON of `followup`; a unit narrows the findings."""
    judge = Judge(book, as_of, text)
    rows = [unit_row(judge, unit) for unit in judge.units if listed(judge, unit)]
    findings = [one for one in judge.judge() if concerns(one, unit)]
    counted = [one["severity"] for one in findings if one["waived"] is None]
    still_open = sum(one["severity"] == "error" and one["kind"] == "open"
                     for one in findings if one["waived"] is None)
    return {
        "format": 2, "book": book.alliance.get("name"), "as_of": iso(as_of),
        "label": judge.scope.label, "unread": book.unread, "scope": judge.scope.json(),
        "cadence": cadence(judge),
        "meetings": [meeting_row(judge, meeting) for meeting in judge.in_scope],
        "resolutions": [resolution_row(judge, one) for one in judge.resolutions],
        "units": rows, "totals": totals_row(judge, rows), "findings": findings,
        "open_errors": still_open, "errors": counted.count("error"),
        "warnings": counted.count("warning"), "infos": counted.count("info"),
        "waived": len(findings) - len(counted),
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
