"""What a merge of two edits must hold, found from who is who; and what a file holds, read with
PyYAML. Shares no code with lianxi."""
import re

import yaml

from random_edits import COLLECTIONS, List, Map, Text, identity

# Every scalar as a text; the quick one where it is installed.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Expected:
    """Joins three versions of values by the uids of what was edited."""

    def __init__(self, base, ours, theirs):
        self.conflicts = []  # (record, field)
        self.values = {}
        for english in dict.fromkeys([*base, *ours, *theirs]):
            sides = [side.get(english) for side in (base, ours, theirs)]
            joined = self.list(english, *sides)
            if joined:
                self.values[english] = joined

    def list(self, path, base, ours, theirs):
        some = next(one for one in (ours, theirs, base) if one is not None)
        if not some.fields:
            was, mine, yours = ([word.text for word in side.items] if side else []
                                for side in (base, ours, theirs))
            words = [word for word in mine if word in yours or word not in was]
            return words + [word for word in yours if word not in was and word not in mine]
        was, mine, yours = ({item.uid: item for item in side.items} if side else {}
                            for side in (base, ours, theirs))
        joined, keys = [], {}
        for uid in dict.fromkeys([*was, *mine, *yours]):
            one = mine.get(uid) or yours.get(uid) or was[uid]
            key = identity(some.fields, one)
            is_named = "/" not in path or any(kind == "id" for _, _, kind in some.fields)
            name = f"{path}/{key if is_named else '?'}"
            sides = was.get(uid), mine.get(uid), yours.get(uid)
            if sides[1] is None and sides[2] is None:
                continue
            if sides[0] is not None and None in sides[1:]:
                left = sides[1] or sides[2]
                if plain(left) != plain(sides[0]):
                    self.conflicts.append((name, ""))
                continue
            value = plain(one) if None in sides[1:] else self.map(name, "", *sides)
            twice = key is not None and key in keys
            if twice and keys[key] != value:
                self.conflicts.append((name, ""))
            if not twice:
                joined.append(value)
            if key is not None:
                keys[key] = value
        return joined

    def map(self, record, prefix, base, ours, theirs):
        joined = {}
        for name, _, kind in ours.fields:
            sides = [side.entries.get(name) if side else None for side in (base, ours, theirs)]
            value = self.field(record, prefix + name, kind, *sides)
            if value not in (None, []):
                joined[name] = value
        return joined

    def field(self, record, field, kind, base, ours, theirs):
        if isinstance(kind, tuple) and kind[0] == "map" and ours is not None and theirs is not None:
            return self.map(record, field + ".", base, ours, theirs)
        if kind == "words" or isinstance(kind, tuple) and kind[0] == "parts":
            if base is None and ours is None and theirs is None:
                return None
            return self.list(record + "/" + field.replace(".", "/"), base, ours, theirs)
        was, mine, yours = (plain(side) if side is not None else None for side in (base, ours, theirs))
        if mine == yours or was == yours:
            return mine
        if was == mine:
            return yours
        self.conflicts.append((record, field))
        return mine


def plain(value):
    if isinstance(value, Text):
        return value.text
    if isinstance(value, List):
        return [plain(item) for item in value.items]
    if isinstance(value, Map):
        out = {name: plain(entry) for name, entry in value.entries.items()}
        return {name: entry for name, entry in out.items() if entry != []}
    return {name: plain(records) for name, records in value.items()}


def scalar(text, kind):
    text = text.strip()
    if kind == "date":
        year, month, day = re.findall(r"\d+", text)
        return f"{year}-{int(month):02}-{int(day):02}"
    if kind == "count":
        return text.replace(",", "").replace("余", "+")
    if kind == "amount":
        return f"{float(text.replace(',', '')):.2f}"
    if kind == "status":
        return {"已完成": "done", "受阻": "blocked", "已终止": "dropped"}.get(text, text)
    return text


def read(value, kind):
    if kind == "words" or isinstance(kind, tuple) and kind[0] == "parts":
        items = value if isinstance(value, list) else [value]
        if kind == "words":
            return [item.strip() for item in items]
        return [read(item, ("map", kind[1])) for item in items]
    if not isinstance(kind, tuple):
        return scalar(value, kind)
    fields = kind[1]
    if isinstance(value, str):  # a word that stands for a part
        return {fields[0][0]: scalar(value, fields[0][2])}
    out = {}
    for key, entry in value.items():
        name, _, of = next(field for field in fields if key in field[:2])
        assert name not in out, "a field twice"
        if entry not in ("", []):
            out[name] = read(entry, of)
    return out


def read_file(data):
    """The values of a file; throws where it cannot be read."""
    book = {}
    for document in yaml.load_all(data.decode().lstrip("\ufeff"), Loader):
        for key, records in (document or {}).items():
            (english, _), fields = next(one for one in COLLECTIONS.items() if key in one[0])
            if records not in ("", []):
                book.setdefault(english, []).extend(read(records, ("parts", fields)))
    return book


def sorted_values(value):
    """Where a record or part stands is no difference."""
    if isinstance(value, dict):
        return tuple(sorted((name, sorted_values(entry)) for name, entry in value.items()
                            if entry != []))
    if isinstance(value, list):
        return tuple(sorted((sorted_values(item) for item in value), key=repr))
    return value


def same(one, other):
    return sorted_values(one) == sorted_values(other)


def names_of(records):
    return [record.get("id") or "/".join(record[name] for name in ("meeting", "unit", "date"))
            for record in records]


def is_order_kept(base, ours, theirs, held):
    """Whether records stand as the side that moved any of them put them; as ours where both did."""
    for collection, records in held.items():
        sides = [*(side.get(collection, []) for side in (base, ours, theirs)), records]
        names = [names_of(side) for side in sides]
        kept = set.intersection(*map(set, names))
        was, mine, yours, now = ([name for name in side if name in kept] for side in names)
        if now != (yours if was == mine else mine):
            return False
    return True

