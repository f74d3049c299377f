"""The JSON of `stats`."""

from base import Base, count_of, first_of, last_day, rate, tally
from periods import ONE_DAY

EVENT_COUNTS = ("organizations", "sessions", "served", "volunteers", "trained", "certified")


def count_sum(counts):
    """A sum with an *about* in it is *about*, else with an *at least* in it is *at
    least*."""
    counts = list(counts)
    qualifiers = {qualifier for _, qualifier in counts}
    worst = next((one for one in ("about", "at_least") if one in qualifiers), "exact")
    return {"value": sum(value for value, _ in counts), "qualifier": worst}


def money(cents):
    """An amount as JSON has it: a string with two places."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02}"


def taking_part(base, event):
    """The units that lead an event or are its partners: an event's, else its series'."""
    series = first_of(base.book["series"], "id").get(event.get("series"))
    sources = [event, series] if series else [event]
    lead = next((base.unit(one.get("lead")) for one in sources if one.get("lead")), None)
    partners = next((one.items("partners") for one in sources if one.items("partners")), [])
    return base.named(partners) | ({id(lead)} if lead else set())


def event_figures(base, events):
    """The figures of `by_kind` and `total`."""
    units = set().union(*(taking_part(base, event) for event in events))
    figures = {name: count_sum(count_of(event, name) for event in events)
               for name in EVENT_COUNTS}
    return {"records": len(events), "units": len(units), **figures,
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
        "by_kind": {kind: event_figures(base, [e for e in events if e.get("kind") == kind])
                    for kind in kinds},
        "total": event_figures(base, events),
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
    settled = [one for one in suggestions if base.settled(one, base.scope.last)]
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
    answered = [one for one in requests if base.answered(one, base.scope.last)]
    closed = [one for one in requests
              if one.get("closed") and one.get("closed") <= base.scope.last]
    return {"records": len(requests), "answered": len(answered), "closed": len(closed)}


def stats(book, as_of, text=None):
    """The JSON of `stats`."""
    base = Base(book, as_of, text)
    return {
        "format": 2, "book": book.alliance.get("name"), "label": base.scope.label,
        "unread": book.unread, "period": base.scope.json(),
        "units": unit_stats(base), "meetings": meeting_stats(base),
        "events": event_stats(base), "donations": donation_stats(base),
        "funds": [fund_row(base, fund) for fund in book["funds"] if fund.get("id")],
        "projects": project_stats(base), "requests": request_stats(base),
        "shares": len(in_period(base, "shares")), "honors": len(in_period(base, "honors")),
    }


