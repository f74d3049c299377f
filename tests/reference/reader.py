"""Reads a book as lianxi-records(5) describes it, with the place of every value.

Values that cannot be read count as not given; what is not a mapping where one
is expected is skipped; unknown keys are ignored. How much could not be read is
counted (`Book.unread`).
"""

import datetime
import fractions
import os
import re
import unicodedata

import yaml

from format_table import BY_NAME, COLLECTION_NAMES, ENUM_WORDS, FIELDS

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDE_ID = {code: low for code, low in _WIDE.items()
            if chr(low).isalnum() or chr(low) in "._-"}
_CHINESE_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6,
                   "七": 7, "八": 8, "九": 9}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})"
                   r"|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)", re.ASCII)
_CHINESE_DATE = re.compile(r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月"
                           r"([一二三四五六七八九十]{1,3})日")
_COUNT = re.compile(r"(约|近|~)?(" + _NUMBER + r")(?:(\.\d+)?(万))?(余|多|\+|左右)?", re.ASCII)
_AMOUNT = re.compile(r"(" + _NUMBER + r")(?:\.(\d{1,2}))?", re.ASCII)


class Record:
    """A decoded mapping: its values by English field name, and their places."""

    def __init__(self, kind, file, place):
        self.kind = kind
        self.file = file
        self.first = place        # of the first key, or of the empty mapping itself
        self.values = {}
        self.places = {}
        self.parent = None
        self.number = 0           # N-th of its collection in its file or of its list, from 1

    def get(self, name, default=None):
        """The value of a field, or `default` where it is not given."""
        return self.values.get(name, default)

    def items(self, name):
        """The elements of a list field."""
        return self.values.get(name, [])

    def place(self, *path):
        """File, line and column of the value at a path of field names; of the
        record's first key where it is not given."""
        at = self
        for name in path[:-1]:
            at = at.get(name)
            if at is None:
                return (self.file,) + self.first
        return (self.file,) + at.places.get(path[-1], self.first)


class Ref(str):
    """A reference: the id as mapped, and the words as they were written."""

    def __new__(cls, mapped, written):
        made = super().__new__(cls, mapped)
        made.written = written
        return made


def ascii_twin(text):
    """Full-width digits and punctuation read as their ASCII twins."""
    return text.translate(_WIDE).strip()


def read_id(text):
    """Value type `id`: mapped, then checked."""
    mapped = unicodedata.normalize("NFC", text.strip().translate(_WIDE_ID))
    if not 1 <= len(mapped) <= 64:
        return None
    for index, char in enumerate(mapped):
        plain = unicodedata.category(char)[0] in "LM" or unicodedata.category(char) == "Nd"
        if not plain and not (index and char in "._-"):
            return None
    return mapped


def read_ref(text):
    """Value type `ref X`: ids, joined by `/`. Other words may still be a unit's name."""
    written = text.strip()
    words = [read_id(word) for word in written.split("/")]
    return Ref(written if None in words else "/".join(words), written)


def _chinese_small(text):
    """A number below 100 in Chinese words, 一 to 九十九."""
    if "十" not in text:
        return _CHINESE_DIGITS[text] if len(text) == 1 else None
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return None
    return _CHINESE_DIGITS.get(tens, 1) * 10 + _CHINESE_DIGITS.get(ones, 0)


def _day(year, month, day):
    """A real calendar day, years 1900 to 2199."""
    if None in (month, day) or not 1900 <= year <= 2199:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def read_date(text):
    """Value type `date`."""
    match = _DATE.fullmatch(ascii_twin(text))
    if match:
        return _day(*[int(group) for group in match.groups() if group])
    match = _CHINESE_DATE.fullmatch(text.strip())
    if not match:
        return None
    year = int("".join(str(_CHINESE_DIGITS[char]) for char in match.group(1)))
    return _day(year, _chinese_small(match.group(2)), _chinese_small(match.group(3)))


def read_int(text):
    """Value type `int`: 0 to 10^9."""
    text = ascii_twin(text)
    if not re.fullmatch(r"[0-9]+", text) or int(text) > 10 ** 9:
        return None
    return int(text)


def read_days(text):
    """A number of days: 0 to 3660, ten years."""
    number = read_int(text)
    return number if number is not None and number <= 3660 else None


def read_year(text):
    """A year that dates may have."""
    number = read_int(text)
    return number if number is not None and 1900 <= number <= 2199 else None


def read_count(text):
    """Value type `count`: (value, qualifier)."""
    match = _COUNT.fullmatch(ascii_twin(text))
    if not match:
        return None
    before, number, decimals, myriad, after = match.groups()
    if before and after:
        return None
    value = fractions.Fraction(number.replace(",", "") + (decimals or ""))
    value *= 10000 if myriad else 1
    if value.denominator != 1 or value > 10 ** 12:
        return None
    about = before or after == "左右"
    return int(value), "about" if about else "at_least" if after else "exact"


def read_amount(text):
    """Value type `amount`, in cents: 0 to 10^13."""
    match = _AMOUNT.fullmatch(ascii_twin(text))
    if not match:
        return None
    cents = int(match.group(1).replace(",", "")) * 100 + int((match.group(2) or "").ljust(2, "0"))
    return cents if cents <= 10 ** 15 else None


def read_fraction(text):
    """Value type `fraction`: over 0, at most 1; `2/3` or `50%`."""
    text = ascii_twin(text)
    if re.fullmatch(r"[0-9]+/[0-9]*[1-9][0-9]*", text):
        value = fractions.Fraction(text)
    elif re.fullmatch(r"[0-9]+%", text):
        value = fractions.Fraction(int(text[:-1]), 100)
    else:
        return None
    return value if 0 < value <= 1 else None


def read_quorum(text):
    """The field `quorum`: a fraction; `none` or `无` takes it away."""
    word = text.strip()
    return "none" if word.lower() == "none" or word == "无" else read_fraction(word)


def read_enum(name, text):
    """Value type `enum`: either language, ASCII letters in any case."""
    word = "".join(char.lower() if char.isascii() else char for char in text.strip())
    return ENUM_WORDS[name].get(word)


def read_bool(text):
    """Value type `bool`."""
    word = read_enum("bool", text)
    return None if word is None else word in ("true", "yes")


_SCALARS = {"id": read_id, "ref": read_ref, "text": str.strip, "date": read_date,
            "int": read_int, "days": read_days, "year": read_year,
            "count": read_count, "amount": read_amount,
            "fraction": read_fraction, "quorum": read_quorum, "bool": read_bool, "time": str.strip}
_LISTS = {"refs": "ref", "texts": "text"}


def given(node):
    """"Given or not": no empty scalar, plain `~` or `null`, or empty list."""
    if isinstance(node, yaml.ScalarNode):
        plain = not node.style
        return bool(node.value.strip()) and not (plain and node.value in ("~", "null"))
    return not isinstance(node, yaml.SequenceNode) or any(given(one) for one in node.value)


class Decoder:
    """Decodes the nodes of one document of one file."""

    def __init__(self, file, line):
        self.file = file
        self.line = line
        self.unread = 0           # records and values that could not be read

    def at(self, node):
        """Line and column of a node, from 1, in code points."""
        return node.start_mark.line + self.line, node.start_mark.column + 1

    def record(self, kind, node):
        """A mapping by the table of its kind; None where it is not a mapping."""
        if not isinstance(node, yaml.MappingNode):
            self.unread += 1
            return None
        first = node.value[0][0] if node.value else node
        record = Record(kind, self.file, self.at(first))
        for key, value in node.value:
            name = BY_NAME[kind].get(key.value) if isinstance(key, yaml.ScalarNode) else None
            if name is None or name in record.values or not given(value):
                continue
            decoded = self.value(FIELDS[kind][name][1], value)
            if decoded is None:
                continue
            record.values[name] = decoded
            record.places[name] = self.at(value)
            for part in decoded if isinstance(decoded, list) else [decoded]:
                if isinstance(part, Record):
                    part.parent = record
        return record

    def value(self, type_, node):
        """A value by its type, None where it cannot be read."""
        if type_ == "policies":
            return self.policies(node)
        if type_.startswith("map("):
            return self.record(type_[4:-1], node)
        if type_.startswith("list("):
            return self.elements(node, lambda one: self.record(type_[5:-1], one), False)
        if type_ in _LISTS:
            return self.elements(node, lambda one: self.value(_LISTS[type_], one), True)
        if type_ == "presents":
            return self.elements(node, self.present, True)
        if type_ == "severities":
            return self.severities(node)
        return self.scalar(type_, node)

    def scalar(self, type_, node):
        """A scalar by its type."""
        decoded = None
        if isinstance(node, yaml.ScalarNode):
            decoded = (read_enum(type_[5:-1], node.value) if type_.startswith("enum(")
                       else _SCALARS[type_](node.value))
        self.unread += decoded is None
        return decoded

    def policies(self, node):
        """alliance.policy: a mapping, or a list of them."""
        if isinstance(node, yaml.MappingNode):
            return [self.record("policy", node)]
        return self.elements(node, lambda one: self.record("policy", one), False)

    def elements(self, node, decode, single):
        """The readable elements of a list; where it holds words, refs or texts,
        a single one stands for a list of one. None where nothing is readable."""
        if isinstance(node, yaml.SequenceNode):
            nodes = node.value
        elif single and isinstance(node, yaml.ScalarNode):
            nodes = [node]
        else:
            self.unread += 1
            return None
        decoded = []
        for number, one in enumerate(nodes, 1):
            value = decode(one) if given(one) else None
            if value is not None:
                decoded.append(value)
            if isinstance(value, Record):
                value.number = number
        return decoded or None

    def present(self, node):
        """An element of attendance.present: a ref, or a mapping with a unit."""
        if isinstance(node, yaml.MappingNode):
            present = self.record("present", node)
            return present.get("unit")
        return self.value("ref", node)

    def severities(self, node):
        """alliance.severities: rule name to severity."""
        if not isinstance(node, yaml.MappingNode):
            self.unread += 1
            return None
        words = {}
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
                word = read_enum("severity", value.value)
                self.unread += word is None
                if word:
                    words.setdefault(key.value, word)
        return words


def documents(text):
    """The documents of a file, each with the number of its first line: split at
    the marker lines, for a syntax error costs only its own document."""
    piece, start = [], 1
    for number, line in enumerate(text.split("\n"), 1):
        marker = re.match(r"(---|\.\.\.)(\s|$)", line)
        if marker:
            yield start, "\n".join(piece)
            piece, start = [], number
            if marker.group(1) == "...":
                line = ""
        piece.append(line)
    yield start, "\n".join(piece)


def glob_pattern(glob):
    """A glob of paths as a regular expression: `**` crosses folders, `*` and `?` do not."""
    parts = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(parts.get(token) or re.escape(token)
                              for token in re.findall(r"\*\*/|\*\*|.", glob, re.DOTALL)))


def book_files(root):
    """The paths of the book's files, sorted bytewise; names starting with `.` are
    skipped, links are followed only where they stay inside the book."""
    inside = os.path.realpath(root) + os.sep
    found = []
    for folder, folders, files in os.walk(root, followlinks=True):
        folders[:] = [name for name in folders if not name.startswith(".") and
                      (os.path.realpath(os.path.join(folder, name)) + os.sep).startswith(inside)]
        for name in files:
            path = os.path.join(folder, name)
            if (not name.startswith(".") and name.lower().endswith((".yaml", ".yml"))
                    and os.path.isfile(path) and os.path.realpath(path).startswith(inside)):
                found.append(os.path.relpath(path, root))
    return sorted(found, key=os.fsencode)


class Book:
    """All records of a book that could be read, in book order."""

    def __init__(self, root):
        self.alliance = None
        self._unread = {}
        self.collections = {name: [] for name in COLLECTION_NAMES.values()}
        for path in book_files(root):
            self._read(root, path)
        ignored = [glob_pattern(glob) for glob in self.alliance.items("ignore")]
        for name, records in self.collections.items():
            self.collections[name] = [
                record for record in records
                if not any(glob.fullmatch(record.file) for glob in ignored)]
        self.unread = sum(count for path, count in self._unread.items()
                          if not any(glob.fullmatch(path) for glob in ignored))

    def __getitem__(self, name):
        return self.collections[name]

    def _read(self, root, path):
        """One file; lost entirely where it is not UTF-8."""
        with open(os.path.join(root, path), "rb") as file:
            data = file.read()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            self._unread[path] = 1
            return
        counters = {}
        for line, piece in documents(text):
            try:
                node = yaml.compose(piece, Loader=_LOADER)
            except yaml.YAMLError:
                self._unread[path] = self._unread.get(path, 0) + 1
                continue
            decoder = Decoder(path, line)
            if isinstance(node, yaml.MappingNode):
                self._collect(decoder, node, counters)
            elif node is not None and given(node):
                decoder.unread += 1
            self._unread[path] = self._unread.get(path, 0) + decoder.unread

    def _collect(self, decoder, node, counters):
        """The collections of one document."""
        for key, value in node.value:
            name = COLLECTION_NAMES.get(key.value) if isinstance(key, yaml.ScalarNode) else None
            if name == "alliance":
                alliance = decoder.record(name, value)
                if alliance and self.alliance is None:
                    self.alliance = alliance
            elif name and not isinstance(value, yaml.SequenceNode):
                decoder.unread += given(value)
            elif name:
                for one in value.value:
                    counters[name] = counters.get(name, 0) + 1
                    record = decoder.record(name, one) if given(one) else None
                    if record:
                        record.number = counters[name]
                        self.collections[name].append(record)
