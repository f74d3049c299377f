"""Random files of a book and edits of them, as values: what a merge of two such edits has to hold is
known here without any merge. Knows nothing of how lianxi reads, writes or joins.

A value is a Text, a List or a Map; each remembers how it is to be written, so that a copy that was
edited differs from the original only where it was edited, as with people.
"""
import copy

# How a field is written in both languages, and what it holds. "word": a list of words, "parts": a
# list of mappings, "map": one mapping; the rest are kinds of scalars.
NOTE = ("note", "备注", "text")
SIGNED = (("by", "签发人", "text"), ("date", "日期", "date"))
RESENT = (("unit", "单位", "unit"), ("date", "日期", "date"))
REVISION = (("date", "日期", "date"), ("due", "新时限", "date"), ("reason", "原因", "text"))
STAGE = (("text", "内容", "text"), ("due", "时限", "date"), ("done", "完成日期", "date"))
PRESENT = (("unit", "单位", "unit"), ("person", "姓名", "text"), ("post", "职务", "text"))
LEAVE = (("unit", "单位", "unit"), ("reason", "事由", "text"))
TOPIC = (("id", "编号", "id"), ("title", "标题", "text"), ("by", "提出单位", "unit"),
         ("discussion", "讨论", "text"), NOTE)
RESOLUTION = (("id", "编号", "id"), ("text", "内容", "text"), ("lead", "牵头单位", "unit"),
              ("support", "配合单位", "words"), ("due", "完成时限", "date"),
              ("effect", "预期效果", "text"), ("revisions", "时限调整", ("parts", REVISION)),
              ("stages", "节点", ("parts", STAGE)), NOTE, ("x-own", "x-own", "text"))
SUGGESTION = (("text", "内容", "text"), ("by", "提出单位", "unit"), ("reply", "答复", "text"),
              ("handler", "承办单位", "unit"))
MATERIAL = (("item", "品名", "text"), ("quantity", "数量", "count"), ("uom", "计量单位", "text"),
            ("to", "发放对象", "text"))
EXPENSE = (("date", "日期", "date"), ("item", "事项", "text"), ("amount", "金额", "amount"),
           ("voucher", "凭证号", "text"))
ITEM = (("resolution", "决议", "unit"), ("status", "状态", "status"), ("result", "结果", "text"),
        ("problem", "存在问题", "text"), ("next", "下一步", "text"))
COLLECTIONS = {
    ("meetings", "会议"): (
        ("id", "编号", "id"), ("title", "标题", "text"), ("date", "日期", "date"),
        ("place", "地点", "text"), ("chair", "主持单位", "unit"), ("observers", "列席", "words"),
        ("notice", "会议通知", ("map", (("date", "日期", "date"), ("to", "发送单位", "words")))),
        ("topics", "议题", ("parts", TOPIC)),
        ("attendance", "签到", ("map", (("present", "出席", ("parts", PRESENT)),
                                      ("leave", "请假", ("parts", LEAVE))))),
        ("suggestions", "意见建议", ("parts", SUGGESTION)),
        ("resolutions", "决议", ("parts", RESOLUTION)),
        ("minutes", "会议纪要", ("map", (("signed", "签发", ("map", SIGNED)),
                                     ("issued", "印发日期", "date"), ("number", "文号", "text"),
                                     ("resent", "补发", ("parts", RESENT))))),
        ("record", "会议记录", "lines"), NOTE),
    ("units", "单位"): (
        ("id", "编号", "id"), ("name", "名称", "text"), ("head", "负责人", "text"),
        ("contact", "联系方式", "text"), ("aliases", "别名", "words"),
        ("party_members", "党员人数", "count"), ("joined", "加入日期", "date"), NOTE),
    ("events", "活动"): (
        ("id", "编号", "id"), ("title", "标题", "text"), ("date", "日期", "date"),
        ("place", "地点", "text"), ("lead", "牵头单位", "unit"), ("partners", "参与单位", "words"),
        ("services", "服务内容", "words"), ("served", "服务人次", "count"),
        ("materials", "物资", ("parts", MATERIAL)), ("summary", "小结", "lines"), NOTE),
    ("projects", "党建项目"): (
        ("id", "编号", "id"), ("title", "标题", "text"), ("applicant", "申报单位", "unit"),
        ("applied", "申报", ("map", (("date", "日期", "date"), ("amount", "金额", "amount")))),
        ("expenses", "支出", ("parts", EXPENSE)), NOTE),
    ("followups", "落实报告"): (
        ("meeting", "会议", "unit"), ("unit", "单位", "unit"), ("date", "日期", "date"),
        ("by", "报告人", "text"), ("items", "事项", ("parts", ITEM)), NOTE),
    ("donations", "捐赠"): (
        ("id", "编号", "id"), ("date", "日期", "date"), ("donor", "捐赠方", "text"),
        ("amount", "金额", "amount"), ("purpose", "用途", "text"), NOTE),
}
FIELDS_OF_KEY = {"followups": ["meeting", "unit", "date"]}
WORDS = ["国庆假期联合保障", "a b", "it's", 'say "no"', "# no comment", "a # b", "x: y", "- dash",
         "[a, b]", "{a}", "null", "~", "007", "a, b", "tail:", "“引号”", "*star", "&and", "!bang",
         "%per", "@at", "？问", "a:b", "http://x.cn/a?b=1#c", "=1+1", "'", '"', "a\\b", "：", "...",
         "> folded", "| pipe", "<<<<<<< x", "=======", "yes", "1e3"]


class Text:
    def __init__(self, text, shown=None):
        self.text, self.shown = text, shown or text  # as it is compared, as it is written
        self.style = self.comment = None


class List:
    def __init__(self, items, fields=None):
        self.items, self.fields = items, fields  # of mappings, else of words
        self.style = self.comment = self.offset = None


class Map:
    def __init__(self, fields, entries, uid):
        self.fields, self.entries, self.uid = fields, entries, uid
        self.style = self.comment = self.chinese = None
        self.above = {}  # comments above entries

    def copy_of_layout(self, other):
        self.style, self.chinese = other.style, other.chinese


def identity(fields, entry):
    """By what a part or record is one of its list: an id, or the unit it tells of."""
    names = [name for name, _, kind in fields if kind == "id"]
    if fields is COLLECTIONS[("followups", "落实报告")]:
        names = FIELDS_OF_KEY["followups"]
    elif not names and fields[0][2] == "unit":
        names = [fields[0][0]]
    return "/".join(entry.entries[name].text for name in names) if names else None


class Maker:
    """Random values that a field can hold; every text is nobody else's."""

    def __init__(self, random):
        self.random, self.count = random, 0

    def fresh(self):
        self.count += 1
        return self.count

    def scalar(self, kind):
        random = self.random
        if kind == "date":
            y, m, d = random.randint(2013, 2019), random.randint(1, 12), random.randint(1, 28)
            shown = random.choice([f"{y}-{m:02}-{d:02}", f"{y}/{m}/{d}", f"{y}年{m}月{d}日"])
            return Text(f"{y}-{m:02}-{d:02}", shown)
        if kind == "count":
            n = random.randint(1, 99999)
            return random.choice([Text(str(n)), Text(str(n), f"{n:,}"), Text(f"{n}+", f"{n}余")])
        if kind == "amount":
            n = random.randint(1, 99999)
            return Text(f"{n}.00", random.choice([str(n), f"{n}.00", f"{n:,}.0"]))
        if kind == "status":
            return random.choice([Text("done", "已完成"), Text("done"), Text("blocked", "受阻"),
                                  Text("in_progress"), Text("dropped", "已终止")])
        if kind == "unit":
            return Text(random.choice(["甲站", "乙", "丙所", "d4", "e5", "己", "庚", "辛", "r1", "r2"]))
        if kind == "id":
            return Text(random.choice(["r", "t-", "站", "q"]) + str(self.fresh()))
        if kind == "lines" and random.random() < 0.6:
            return Text("\n".join(random.choice(["第一行", "- 列", "", "x: y #z", "  深", "# 不是注释"])
                                  + str(self.fresh()) for _ in range(random.randint(2, 4))).strip())
        return Text(random.choice(WORDS) + str(self.fresh()))

    def value(self, kind, depth):
        if kind == "words":
            words = {self.scalar("unit").text for _ in range(self.random.randint(1, 4))}
            return List([Text(word) for word in sorted(words)])
        if isinstance(kind, tuple) and kind[0] == "parts":
            items, seen = [], set()
            for _ in range(self.random.randint(1, 4)):
                item = self.map(kind[1], depth + 1)
                key = identity(kind[1], item)
                if key is None or key not in seen:
                    items.append(item)
                seen.add(key)
            return List(items, kind[1])
        if isinstance(kind, tuple):
            return self.map(kind[1], depth + 1)
        return self.scalar(kind)

    def map(self, fields, depth=0):
        random = self.random
        order = list(fields)
        if random.random() < 0.2:
            random.shuffle(order)
        chance = 0.55 if depth == 0 else 0.5
        made = Map(fields, {}, self.fresh())
        for name, _, kind in order:
            is_key = kind == "id" or name == fields[0][0] or (
                fields is COLLECTIONS[("followups", "落实报告")] and name in FIELDS_OF_KEY["followups"])
            if is_key or random.random() < chance:
                made.entries[name] = self.value(kind, depth)
        return made

    def file(self):
        book = {}
        names = self.random.sample(list(COLLECTIONS), self.random.randint(1, 3))
        for name in names:
            items, seen = [], set()
            for _ in range(self.random.randint(1, 4)):
                record = self.map(COLLECTIONS[name])
                if (key := identity(COLLECTIONS[name], record)) not in seen:
                    items.append(record)
                seen.add(key)
            book[name] = List(items, COLLECTIONS[name])
        return book


class Writer:
    """Writes a file; what a value has no manner for yet gets one at random and keeps it."""

    def __init__(self, random, manner):
        self.random, self.manner = random, manner

    def file(self, book):
        manner = self.manner
        out = manner["head"]
        for (english, chinese), records in book.items():
            out += manner["before"].get(english, "")
            out += (chinese if manner["chinese"] else english) + ":"
            out += self.block_value(records, 0)
        if manner["crlf"]:
            out = out.replace("\n", "\r\n")
        return ("\ufeff" if manner["bom"] else "") + out

    def some_comment(self):
        return self.random.choice(["注", "a: b", "- x", "'quote", "[", '"x']) + str(
            self.random.randint(0, 10**9))

    def settle(self, value):
        random = self.random
        if value.style is not None:
            return
        if isinstance(value, Text):
            value.style = random.choice(["plain", "plain", "plain", "single", "double", "lines"])
        else:
            value.style = "flow" if random.random() < self.manner["flow"] else "block"
        if random.random() < 0.08:
            value.comment = self.some_comment()
        if isinstance(value, Map):
            value.chinese = random.random() < 0.5 if self.manner["mixed"] else self.manner["chinese"]
            value.above = {name: self.some_comment() for name in value.entries
                           if random.random() < 0.04}

    def key(self, map_, name):
        return next(zh if map_.chinese else en for en, zh, _ in map_.fields if en == name)

    def behind(self, value):
        return f"  # {value.comment}\n" if value.comment else "\n"

    def block_value(self, value, column):
        """What stands behind a key whose column that is, or behind a dash, with the line's end."""
        self.settle(value)
        if isinstance(value, Text):
            return " " + self.scalar(value, column, False) + (
                "\n" if value.style == "lines" and "\n" in value.text else self.behind(value))
        if not (value.items if isinstance(value, List) else value.entries):
            return (" []" if isinstance(value, List) else " {}") + self.behind(value)
        if value.style == "flow" and "\n" not in self.flow(value):
            return " " + self.flow(value) + self.behind(value)
        if isinstance(value, Map):
            return self.behind(value) + self.lines(value, column + self.manner["indent"])
        out, dash = self.behind(value), column + self.manner["dash"]
        for item in value.items:
            self.settle(item)
            if isinstance(item, Text):
                out += " " * dash + "-" + self.block_value(item, dash)
            elif item.style == "flow" and value.style == "flow":
                out += " " * dash + "- " + self.flow(item) + self.behind(item)
            else:
                if item.comment:
                    out += " " * dash + "# " + item.comment + "\n"
                gap = self.manner["gap"]
                lines = self.lines(item, dash + 1 + gap, first=True)
                out += " " * dash + "-" + " " * gap + lines
            if self.manner["blank"] and value.fields and column == 0:
                out += "\n"
        return out

    def lines(self, map_, column, first=False):
        out = ""
        for name, value in map_.entries.items():
            if name in map_.above and not first:
                out += " " * column + "# " + map_.above[name] + "\n"
            out += ("" if first else " " * column) + self.key(map_, name) + ":"
            out += self.block_value(value, column)
            first = False
        return out

    def flow(self, value):
        self.settle(value)
        if isinstance(value, Text):
            return self.scalar(value, 0, True)
        if isinstance(value, List):
            return "[" + ", ".join(self.flow(item) for item in value.items) + "]"
        return "{" + ", ".join(f"{self.key(value, name)}: {self.flow(entry)}"
                               for name, entry in value.entries.items()) + "}"

    @staticmethod
    def is_plain(text, in_flow):
        if not text or text[0] in "-?:,[]{}#&*!|>'\"%@`=~.<" or text.startswith(("null", "---")):
            return False
        if "\n" in text or ": " in text or " #" in text or text.endswith(":"):
            return False
        return not in_flow or not set(text) & set(",[]{}:?#")

    def scalar(self, value, column, in_flow):
        text, style = value.shown, value.style
        if "\n" in text:
            if style == "lines" and not in_flow and not text.startswith(" "):
                inner = " " * (column + self.manner["indent"] + 1)
                return "|\n" + "\n".join(inner + line if line else "" for line in text.split("\n"))
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        if style in ("plain", "lines") and self.is_plain(text, in_flow):
            return text
        if style == "double":
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return "'" + text.replace("'", "''") + "'"


def random_manner(random):
    head = random.choice(["", "", "# 台账\n", "---\n"])
    return {"chinese": random.random() < 0.5, "mixed": random.random() < 0.2,
            "flow": random.choice([0, 0.1, 0.3, 0.7]), "indent": random.choice([2, 2, 2, 4]),
            "dash": random.choice([0, 2, 2, 4]), "gap": random.choice([1, 1, 1, 3]),
            "crlf": random.random() < 0.08, "bom": random.random() < 0.05,
            "blank": random.random() < 0.2, "head": head,
            "before": {"events": random.choice(["", "# 活动如下\n"]),
                       "units": random.choice(["", "\n", "" if head == "---\n" else "---\n"])}}


class Editor:
    """Edits a file's values, and remembers what it did by the uids of what it did it to."""

    def __init__(self, random, maker, book):
        self.random, self.maker, self.book = random, maker, book
        self.done = []

    def edit(self):
        for _ in range(self.random.choice([1, 1, 2, 3, 5])):
            self.one()
        return self.done

    def places(self):
        """Every list of mappings with what it belongs to, and every mapping with its name."""
        lists, maps = [], []

        def walk(map_, path):
            maps.append((map_, path))
            for name, _, kind in map_.fields:
                value = map_.entries.get(name)
                if isinstance(value, Map):
                    walk(value, path + [name])
                elif isinstance(value, List) and value.fields:
                    lists.append((value, path + [name]))
                    for item in value.items:
                        walk(item, path + [name, item.uid])

        for (english, _), records in self.book.items():
            lists.append((records, [english]))
            for record in records.items:
                walk(record, [english, record.uid])
        return lists, maps

    def one(self):
        lists, maps = self.places()
        random = self.random
        kind = random.random()
        if kind < 0.22:
            self.add_item(*random.choice(lists))
        elif kind < 0.32:
            self.remove_item(*random.choice(lists))
        elif kind < 0.40:
            self.move_item(*random.choice(lists))
        elif maps:
            self.change_field(*random.choice(maps))

    def add_item(self, all_, path):
        item = self.maker.map(all_.fields, len(path))
        item.copy_of_layout(all_.items[-1]) if all_.items else None
        key = identity(all_.fields, item)
        if key is not None and key in [identity(all_.fields, one) for one in all_.items]:
            return
        at = len(all_.items) if self.random.random() < 0.7 else self.random.randint(0, len(all_.items))
        all_.items.insert(at, item)
        self.done.append(("add", path + [item.uid]))

    def remove_item(self, all_, path):
        if all_.items:
            item = all_.items.pop(self.random.randrange(len(all_.items)))
            self.done.append(("remove", path + [item.uid]))

    def move_item(self, all_, path):
        if len(all_.items) > 1:
            item = all_.items.pop(self.random.randrange(len(all_.items)))
            all_.items.insert(self.random.randint(0, len(all_.items)), item)
            self.done.append(("move", path))

    def change_field(self, map_, path):
        random = self.random
        names = [(name, kind) for name, _, kind in map_.fields
                 if name not in self.keys_of(map_) and not (kind == "unit" and name == map_.fields[0][0])]
        if not names:
            return
        name, kind = random.choice(names)
        place = path + [name]
        old = map_.entries.get(name)
        if kind == "words":
            return self.change_words(map_, name, place)
        if isinstance(kind, tuple):
            if old is None:
                self.put(map_, name, self.maker.value(kind, 1), place)
            return
        if old is not None and random.random() < 0.15 and name != map_.fields[0][0]:
            del map_.entries[name]
            self.done.append(("set", place))
            return
        new = self.maker.scalar(kind)
        if old is not None and new.text == old.text:
            return
        if old is not None:
            new.style, new.comment = old.style, old.comment
            map_.entries[name] = new
            self.done.append(("set", place))
        else:
            self.put(map_, name, new, place)

    @staticmethod
    def keys_of(map_):
        if map_.fields is COLLECTIONS[("followups", "落实报告")]:
            return FIELDS_OF_KEY["followups"]
        return [name for name, _, kind in map_.fields if kind == "id"]

    def put(self, map_, name, value, place):
        entries = list(map_.entries.items())
        order = [one for one, _, _ in map_.fields]
        at = sum(order.index(one) < order.index(name) for one, _ in entries)
        entries.insert(min(at, len(entries)), (name, value))
        map_.entries = dict(entries)
        self.done.append(("set", place))

    def change_words(self, map_, name, place):
        words = map_.entries.get(name)
        if words is None:
            return self.put(map_, name, self.maker.value("words", 1), place)
        if words.items and self.random.random() < 0.4:
            words.items.pop(self.random.randrange(len(words.items)))
        else:
            new = self.maker.scalar("unit")
            if new.text in [word.text for word in words.items]:
                return
            words.items.insert(self.random.randint(0, len(words.items)), new)
        if not words.items:
            del map_.entries[name]
        self.done.append(("set", place))


def copy_of(book):
    return copy.deepcopy(book)


def forget_layout(book):
    """So that it is written anew in another manner."""
    def walk(value):
        value.style = value.comment = None
        if isinstance(value, List):
            for item in value.items:
                walk(item)
        elif isinstance(value, Map):
            value.above = {}
            for entry in value.entries.values():
                walk(entry)
    for records in book.values():
        walk(records)
