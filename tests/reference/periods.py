"""Calendar periods: the intervals of the policy and the PERIODs of the command line."""

import datetime
import re

ONE_DAY = datetime.timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_SEEN = {"本月": "this-month", "上月": "last-month", "本季度": "this-quarter",
         "上季度": "last-quarter", "今年": "this-year", "去年": "last-year"}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


def _month_start(index):
    """The first day of the month with that index (year * 12 + month - 1)."""
    return datetime.date(index // 12, index % 12 + 1, 1)


def interval_of(day, interval, step=0):
    """First day, last day and name of the interval that holds a day, or of the
    `step`-th after it."""
    length = _MONTHS[interval]
    start = ((day.year * 12 + day.month - 1) // length + step) * length
    first = _month_start(start)
    last = _month_start(start + length) - ONE_DAY
    part = start % 12 // length + 1
    name = {"month": f"{first.year:04}-{part:02}", "quarter": f"{first.year:04}-Q{part}",
            "half_year": f"{first.year:04}-H{part}", "year": f"{first.year:04}"}[interval]
    return first, last, name


def _simple(text, as_of):
    """First day, last day and name of a PERIOD that is not a range."""
    match = re.fullmatch(r"(this|last)-(month|quarter|year)", _SEEN.get(text, text))
    if match:
        return interval_of(as_of, match.group(2), -(match.group(1) == "last"))
    patterns = [
        (r"(\d{4})年?", "year", lambda part: 1),
        (r"(\d{4})-H([12])", "half_year", lambda part: int(part) * 6),
        (r"(\d{4})年([上下])半年", "half_year", lambda part: 6 if part == "上" else 12),
        (r"(\d{4})-Q([1-4])", "quarter", lambda part: int(part) * 3),
        (r"(\d{4})年第?([1-4一二三四])季度", "quarter",
         lambda part: int(_QUARTERS.get(part, part)) * 3),
        (r"(\d{4})-(\d{2})", "month", int),
        (r"(\d{4})年(\d{1,2})月", "month", int),
    ]
    for pattern, interval, month in patterns:
        match = re.fullmatch(pattern, text)
        if match:
            part = match.groups()[-1]
            day = datetime.date(int(match.group(1)), month(part), 1)
            return interval_of(day, interval)
    day = datetime.date.fromisoformat(text)
    return day, day, text


def period(text, as_of):
    """The scope of a PERIOD seen from a day: first day or None, and the last day,
    which is never after that day."""
    text = text or "all"
    if text == "all":
        return None, as_of
    if ".." in text:
        start, _, end = text.partition("..")
        first = _simple(start, as_of)[0] if start else None
        last = _simple(end, as_of)[1] if end else as_of
    else:
        first, last, _ = _simple(text, as_of)
    return first, min(last, as_of)


def label(text, as_of):
    """The canonical name of a PERIOD seen from a day."""
    text = text or "all"
    if text == "all":
        return "all"
    return "..".join(end and _simple(end, as_of)[2] for end in text.split(".."))
