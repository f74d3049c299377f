"""What all judgements share: units and their names, the policy of a day, the meetings
that exist on a day, and the days that a PERIOD covers."""

import datetime
import fractions

from periods import ONE_DAY, label, period
from reader import read_id

POLICY = {"interval": "quarter", "notice_days": 3, "minutes_days": 7, "report_days_before": 0,
          "reporters": "all", "quorum": "none", "publish_days": 90, "topics_days": 0,
          "suggestion_days": 90, "warn_days": 7, "closing": "reported"}


def days(count):
    """A span of days."""
    return datetime.timedelta(days=count)


def iso(day):
    """A date as JSON has it."""
    return None if day is None else day.isoformat()


def rate(part, whole):
    """100 * part / whole, one decimal, halves up; None where the divisor is 0."""
    return None if whole == 0 else (2000 * part + whole) // (2 * whole) / 10


def tally(statuses, names):
    """How often each name occurs."""
    return {name: sum(status == name for status in statuses) for name in names}


def first_of(records, key):
    """Records by a field: of several with the same one a reference means the first."""
    found = {}
    for record in records:
        if record.get(key) is not None:
            found.setdefault(record.get(key), record)
    return found


def last_of(records, day):
    """The latest of dated parts on a day (same date: the later in the list), or None."""
    known = [one for one in records if one.get("date") and one.get("date") <= day]
    return max(enumerate(known), key=lambda one: (one[1].get("date"), one[0]))[1] \
        if known else None


def last_day(event):
    """An event belongs to the period in which its last day falls."""
    return event.get("until") or event.get("date")


def count_of(record, name):
    """A count with its qualifier; one not given is an exact 0 (sessions: 1)."""
    return record.get(name) or (1 if name == "sessions" else 0, "exact")


class Scope:
    """The days that a PERIOD covers, both ends included."""

    def __init__(self, text, as_of):
        self.first, self.last = period(text, as_of)
        self.label = label(text, as_of)

    def __contains__(self, day):
        return (day is not None and day <= self.last
                and (self.first is None or self.first <= day))

    def json(self):
        """As `scope` and `period` show it."""
        return {"from": iso(self.first), "to": iso(self.last)}


class Policies:
    """The policy of a day."""

    def __init__(self, entries):
        dated = [(one.get("from") or datetime.date.min, one) for number, one in
                 enumerate(entries) if one.get("from") or number == 0]
        self.entries = sorted(dated, key=lambda one: one[0])
        self.known = {}

    def of(self, day):
        """What stands after all entries whose `from` <= that day, in the order of
        `from`, then of the list."""
        reached = sum(start <= day for start, _ in self.entries)
        if reached not in self.known:
            policy = dict(POLICY)
            for _, entry in self.entries[:reached]:
                policy.update((name, entry.get(name)) for name in POLICY
                              if entry.get(name) is not None)
            quorum = policy["quorum"]
            policy["quorum"] = quorum if isinstance(quorum, fractions.Fraction) else None
            self.known[reached] = policy
        return self.known[reached]

    def runs(self, first, last):
        """(interval, first day, last day) of the runs of days with one interval."""
        starts = sorted({first} | {start for start, _ in self.entries if first < start <= last})
        found = []
        for start, following in zip(starts, starts[1:] + [last + ONE_DAY]):
            interval = self.of(start)["interval"]
            if found and found[-1][0] == interval:
                found[-1][2] = following - ONE_DAY
            else:
                found.append([interval, start, following - ONE_DAY])
        return found


class Names:
    """The ids, and the words that name one record by its exact name."""

    def __init__(self, *collections):
        records = [one for records in collections for one in records if one.get("id")]
        self.by_id = first_of(records, "id")
        words = {}
        for record in records:
            for word in self.words(record):
                words.setdefault(word, set()).add(record.get("id"))
        self.by_word = {word: self.by_id[next(iter(ids))] for word, ids in words.items()
                        if len(ids) == 1}

    @staticmethod
    def words(record):
        """Name, short name, aliases and former names."""
        former = record.items("former")
        return [word for one in [record] + former
                for word in (one.get("name"), one.get("short_name")) if word] \
            + record.items("aliases")

    def find(self, name):
        """The record of a reference, or of a text that may be one; an id always wins."""
        if name is None:
            return None
        written = getattr(name, "written", name)
        mapped = name if hasattr(name, "written") else read_id(name)
        return self.by_id.get(mapped) or self.by_word.get(written)


class Base:
    """What both commands know of a book on a day."""

    def __init__(self, book, as_of, text=None):
        self.book = book
        self.day = as_of
        self.scope = Scope(text, as_of)
        self.founded = book.alliance.get("founded")
        self.policies = Policies(book.alliance.items("policy"))
        listed = [unit for unit in book["units"] if unit.get("id")]
        self.units = sorted(listed, key=lambda unit: (unit.get("order") is None,
                                                      unit.get("order", 0)))
        self.unit_names = Names(book["units"])
        self.owner_names = Names(book["units"], book["committees"])
        self.funds_by_id = first_of(book["funds"], "id")
        self.meeting_by_id = first_of(book["meetings"], "id")
        meetings = [m for m in book["meetings"] if self.exists(m, as_of)]
        self.meetings = sorted(meetings, key=lambda m: (m.get("date"), m.get("id")))
        self.held = [m for m in self.meetings if m.get("date") <= as_of]
        self.in_scope = [m for m in self.held if m.get("date") in self.scope]

    # -- units ---------------------------------------------------------------

    def unit(self, name):
        """The unit that a reference names, None where it names nothing."""
        return self.unit_names.find(name)

    def unit_id(self, name):
        """The id of the unit that a reference names, as a finding has it."""
        unit = self.unit(name)
        return unit.get("id") if unit else None

    def owner_id(self, name):
        """The id of a unit where a committee may stand too; a committee: None."""
        owner = self.owner_names.find(name)
        return owner.get("id") if owner and owner.kind == "units" else None

    def named(self, names):
        """The units that references name."""
        return {id(unit) for unit in map(self.unit, names) if unit}

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

    @staticmethod
    def name_on(unit, day):
        """Short or full name on a day: that of the `former` entry with the earliest
        `until` >= that day which gives a name, else the present one."""
        known = [one for one in unit.items("former")
                 if one.get("name") and one.get("until") and one.get("until") >= day]
        source = min(known, key=lambda one: one.get("until"), default=unit)
        return source.get("short_name") or source.get("name")

    # -- meetings ------------------------------------------------------------

    @staticmethod
    def stands(meeting, day):
        """Whether a meeting is not cancelled, as known on a day."""
        until = meeting.get("cancelled_on")
        return not meeting.get("cancelled") or until is not None and until > day

    def exists(self, meeting, day):
        """Whether a meeting is held or scheduled, as known on a day."""
        if not (meeting.get("id") and meeting.get("date") and self.stands(meeting, day)):
            return False
        notice = meeting.get("notice")
        announced = notice.get("date") if notice else None
        return meeting.get("date") <= day or announced is None or announced <= day

    def policy(self, meeting):
        """A meeting, and what belongs to it, is judged by the policy of its day."""
        return self.policies.of(meeting.get("date"))

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

    @staticmethod
    def settled(suggestion, day):
        """settled(s) by a day."""
        outcome, settled = suggestion.get("outcome"), suggestion.get("settled")
        if outcome not in ("settled", "declined") or settled is None:
            return outcome == "settled"
        return settled <= day

    # -- funds and requests --------------------------------------------------

    def movements(self, name, fund):
        """The dated donations to a fund, or grants from it."""
        return [one for one in self.book[name] if one.get("date")
                and self.funds_by_id.get(one.get("fund")) is fund]

    def asked(self, request):
        """The units that a request asks, each once, in their order."""
        asked = self.named(request.items("to"))
        return [unit for unit in self.units if id(unit) in asked]

    def answers(self, request, day):
        """The answers by a day of units that are known."""
        return [one for one in request.items("answers") if self.unit(one.get("unit"))
                and one.get("date") and one.get("date") <= day]

    def answered(self, request, day):
        """Whether every unit asked has answered; of a need put to all, whether one unit
        has taken it up."""
        answers = self.answers(request, day)
        if not request.items("to"):
            return any(one.get("accepted") for one in answers)
        return self.named(request.items("to")) <= self.named(
            one.get("unit") for one in answers)
