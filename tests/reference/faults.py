"""Faults that `followup` and `stats` must survive."""

import random

from format_table import COLLECTIONS, FIELDS
from pieces import Mapping, Raw

#: fields in which a fault would leave open what is meant
SPARED = {("units", "id"), ("plans", "year"), ("funds", "id"), ("series", "id"),
          ("requests", "id"), ("topics", "id"), ("tasks", "id"), ("materials", "item"),
          ("materials", "uom"), ("goods", "item"), ("goods", "uom"), ("alliance", "name"),
          ("alliance", "founded"), ("alliance", "ignore"), ("waivers", "reason"),
          ("alliance", "severities"), ("policy", "from"), ("suggestions", "id"),
          ("reminders", "id"), ("meetings", "cancelled")}


class Faults:
    """Puts faults into a made book that `followup` and `stats` must survive."""

    def __init__(self, seed, maker):
        self.rng = random.Random(f"faults {seed}")
        self.records = maker.records
        everything = [maker.records["alliance"]]
        for name in COLLECTIONS:
            everything += maker.records[name] if name != "alliance" else []
        self.mappings = [one for top in everything for one in self.walk(top)]
        for _ in range(self.rng.randint(3, 12)):
            self.spoil(self.rng.choice(self.mappings))
        for _ in range(self.rng.randint(0, 2)):
            self.repeat()
        for _ in range(self.rng.randint(0, 2)):
            name = self.rng.choice([one for one in COLLECTIONS if one != "alliance"])
            self.records[name].insert(self.rng.randint(0, len(self.records[name])),
                                      self.rng.choice(["a stray word", Raw("~"), Raw("[a, b]")]))

    def walk(self, mapping):
        """A mapping and all mappings in it."""
        yield mapping
        for _, value in mapping.pairs:
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, Mapping):
                    yield from self.walk(one)

    def spoil(self, mapping):
        """One fault in a mapping."""
        if self.rng.random() < 0.2:
            mapping.pairs.insert(self.rng.randint(0, len(mapping.pairs)),
                                 [Raw("colour"), self.rng.choice(["red", ["a"], Raw("{}")])])
            return
        usable = [pair for pair in mapping.pairs if (mapping.kind, pair[0]) not in SPARED
                  and not isinstance(pair[0], Raw) and pair[0] in FIELDS[mapping.kind]]
        if not usable:
            return
        pair = self.rng.choice(usable)
        if self.rng.random() < 0.2:
            mapping.drop(pair[0])
            return
        pair[1] = self.bad(FIELDS[mapping.kind][pair[0]][1])

    def bad(self, type_):
        """A value that a type cannot read, or that is empty."""
        empty = [Raw(""), Raw("~"), Raw("null"), Raw('"  "'), Raw("[]")]
        if self.rng.random() < 0.25:
            return self.rng.choice(empty)
        if self.rng.random() < 0.2 and not type_.startswith(("map", "refs", "texts", "presents", "policies")):
            return self.rng.choice([Raw("{}"), Raw("{a: b}")])
        if type_ == "date":
            return self.rng.choice(["2017-02-30", "soon", "2017-13-01", "20170920", "1899-12-31",
                                    "2200-01-01", "2017-09", "二〇一七年十三月一日"])
        if type_ in ("ref", "refs", "presents"):
            return self.rng.choice(["nobody", "m00/r9", "no such", "units/x y"])
        if type_.startswith("enum"):
            return self.rng.choice(["frobnicate", "别的", "1"])
        if type_.startswith(("list", "map", "policies")):
            return self.rng.choice(["a word", Raw("[a, b]"), Raw("[~]")])
        if type_ in ("int", "count", "amount", "fraction", "quorum"):
            return self.rng.choice(["many", "-3", "12元", "1,2", "1e3", "0.333", "九"])
        if type_ in ("days", "year"):
            return self.rng.choice(["many", "-3", "3661", "999999999", "1000000000", "1,2"])
        if type_ == "bool":
            return self.rng.choice(["maybe", "1"])
        if type_ == "id":
            return self.rng.choice(["-x", "a b", "x" * 65])
        return Raw("[]")

    def repeat_resolution(self):
        """Two resolutions of a meeting with one id."""
        for meeting in self.records["meetings"]:
            found = isinstance(meeting, Mapping) and meeting.get("resolutions")
            if isinstance(found, list) and len(found) > 1:
                found[1].set("id", found[0].get("id") or "r1")
                return

    def repeat(self):
        """A second record with the same id."""
        if self.rng.random() < 0.15:
            self.repeat_resolution()
        name = self.rng.choice(["units", "meetings", "meetings", "events", "funds", "plans",
                                "requests", "series", "followups"])
        records = [one for one in self.records[name] if isinstance(one, Mapping)]
        if not records:
            return
        source = self.rng.choice(records)
        other = self.rng.choice(records)
        copy = Mapping(name)
        copy.pairs = [list(pair) for pair in other.pairs]
        key = "year" if name == "plans" else "id"
        if source.get(key) is not None:
            copy.set(key, source.get(key))
        self.records[name].insert(self.rng.randint(0, len(self.records[name])), copy)
