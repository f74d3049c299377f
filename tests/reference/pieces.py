"""What a random book is made of: mappings by the format's table, and the spellings of
values."""

import datetime

DAY = datetime.timedelta(days=1)
FULL_WIDTH = str.maketrans("0123456789-/.:,", "０１２３４５６７８９－／．：，")
FULL_WIDTH_ID = str.maketrans("0123456789abcdefghijklmnopqrstuvwxyz._-",
                              "０１２３４５６７８９ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ．＿－")


class Enum:
    """A word of an enumeration, written in the language of the book."""

    def __init__(self, name, word):
        self.name, self.word = name, word


class Mapping:
    """A mapping by the table of its kind; pairs whose value is None are left out."""

    def __init__(self, kind, /, **values):
        self.kind = kind
        self.pairs = [[key.rstrip("_"), value] for key, value in values.items()
                      if value is not None]

    def get(self, key):
        """The value of a key."""
        return next((value for name, value in self.pairs if name == key), None)

    def set(self, key, value):
        """Changes the value of a key, or adds it."""
        for pair in self.pairs:
            if pair[0] == key:
                pair[1] = value
                return
        self.pairs.append([key, value])

    def drop(self, key):
        """Takes a key away."""
        self.pairs = [pair for pair in self.pairs if pair[0] != key]


class Raw(str):
    """Text that goes into the file as it is."""


def _two_digits(number):
    """A number below 100 in Chinese words."""
    digits = "〇一二三四五六七八九"
    if number < 10:
        return digits[number]
    tens = digits[number // 10] if number >= 20 else ""
    return tens + "十" + (digits[number % 10] if number % 10 else "")


def spell_date(rng, day):
    """A date in one of its spellings."""
    if day is None:
        return None
    form = rng.randrange(16)
    plain = day.isoformat()
    if form == 0:
        return f"{day.year}-{day.month}-{day.day}"
    if form == 1:
        return f"{day.year}/{day.month}/{day.day}"
    if form == 2:
        return plain.replace("-", ".")
    if form == 3:
        return f"{day.year}年{day.month}月{day.day}日"
    if form == 4:
        year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
        return f"{year}年{_two_digits(day.month)}月{_two_digits(day.day)}日"
    if form == 5:
        return plain.translate(FULL_WIDTH)
    return plain


def spell_count(rng, value):
    """A count in one of its spellings, with any qualifier."""
    number = f"{value:,}" if rng.random() < 0.3 else str(value)
    if rng.random() < 0.1:
        number = number.translate(FULL_WIDTH)
    form = rng.randrange(24)
    if form < 7:
        return [number + "余", number + "多", number + "+", "约" + number, "近" + number,
                "~" + number, number + "左右"][form]
    if form == 7:
        return rng.choice(["2万", "1.2万余", "约0.5万", "3万", "１．５万"])
    return number


def spell_amount(rng, cents):
    """An amount in one of its spellings."""
    form = rng.randrange(5)
    if form == 0 and cents % 100 == 0:
        return str(cents // 100)
    if form == 1:
        return f"{cents // 100:,}.{cents % 100:02}"
    if form == 2 and cents % 10 == 0:
        return f"{cents // 100}.{cents % 100 // 10}"
    if form == 3:
        return f"{cents // 100}.{cents % 100:02}".translate(FULL_WIDTH)
    return f"{cents // 100}.{cents % 100:02}"
