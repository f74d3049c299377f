"""No personal number leaves by any route: routes_test.py LIANXI [--all] [--show]

A telephone, an identity and a card number, in every form in which people write them, are put into
every place of books: each text of each record (tests/every_text.yaml), ids and references, the names
of fields and of files, values that cannot be read, comments, lines that no parser gets over. Every
command is run on them in every format, and its whole output is searched for six of a number's digits
in a row, whatever stands between them. --all runs each report in each format for each audience in
both languages, not only those that differ; --show tells which command it was.
"""
import html
import io
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
import urllib.parse
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

LIANXI = os.path.abspath(sys.argv[1])
ALL = "--all" in sys.argv
TEXTS = re.sub(r"(?m)^#.*\n", "", (Path(__file__).resolve().parents[1] / "every_text.yaml")
               .read_text(encoding="utf-8"))
AS_OF = "2017-12-31"

# ---- the numbers, and how people write them ------------------------------------------------------

PHONE, IDENTITY, CARD = "18676543219", "513437199212280146", "6217084139627510588"
# The digits are valid for lianxi only in a row of their own: none of these stands anywhere else.
OFFICE = "159-9876-1234"  # how an office is reached: for everybody but the public
SHOWN = 5  # the first three and the last two of a number may be seen


def grouped(digits, sizes, gap):
    ends = list(itertools.accumulate(sizes, initial=0))
    return gap.join(digits[a:b] for a, b in zip(ends, ends[1:]))


def wide(text):
    return "".join(chr(ord(c) - 0x20 + 0xFF00) if c != " " else "\u3000" for c in text)


PHONES = [
    PHONE, "+86" + PHONE, "+86-" + PHONE, "86" + PHONE, "0086 " + PHONE, "tel" + PHONE, "T:" + PHONE,
    "电话" + PHONE, *(grouped(PHONE, (3, 4, 4), gap) for gap in ("-", " ", "\u2011", "\u00a0", ".")),
    "+86 " + grouped(PHONE, (3, 4, 4), " "), wide(PHONE), wide(grouped(PHONE, (3, 4, 4), "-")),
    PHONE[:5] + "\u200b" + PHONE[5:], "\ufe0f\u20e3".join(PHONE),
]
IDENTITIES = [
    IDENTITY, grouped(IDENTITY, (6, 8, 4), " "), grouped(IDENTITY, (6, 8, 4), "-"), wide(IDENTITY),
    grouped(IDENTITY, (6, 4, 4, 4), " "), wide(grouped(IDENTITY, (6, 8, 4), " ")),
    IDENTITY[:9] + "\u00ad" + IDENTITY[9:],
]
CARDS = [
    CARD, *(grouped(CARD, (4, 4, 4, 4, 3), gap) for gap in (" ", "-", "\u3000")), wide(CARD),
    grouped(CARD, (6, 13), " "), CARD[:4] + "\U000e0031" + CARD[4:],
]
# Over the end of a line, as they stand in double quotes with a line end in them.
FOLDED = [PHONE[:3] + "\n        " + PHONE[3:], PHONE[:7] + "\\\n        " + PHONE[7:],
          IDENTITY[:6] + "\n        " + IDENTITY[6:], CARD[:8] + "\\n" + CARD[8:],
          "".join(f"\\u{ord(c):04x}" for c in PHONE), "".join(f"\\x{ord(c):02x}" for c in CARD)]
# What an id may be.
IDS = [PHONE, grouped(PHONE, (3, 4, 4), "-"), IDENTITY, CARD, "电话" + PHONE, "tel." + PHONE,
       grouped(CARD, (4, 4, 4, 4, 3), "-")]


def on_a_line(i):
    """Three numbers, as the i-th place has them."""
    return f"{PHONES[i % len(PHONES)]}，{IDENTITIES[i % len(IDENTITIES)]}；{CARDS[i % len(CARDS)]}"


def forms(i):
    """Likewise, and one over the end of a line."""
    return f"{on_a_line(i)}。{FOLDED[i % len(FOLDED)]}"


# ---- what must not be found ------------------------------------------------------------------------

BETWEEN = r"(?:[^0-9*]{0,3}|[^0-9*]{0,24}\n[^0-9*]{0,24})"
TRACES = [re.compile(BETWEEN.join(number[i:i + SHOWN + 2]))
          for number in (PHONE, IDENTITY, CARD) for i in range(len(number) - SHOWN - 1)]


MASKED = re.compile(r"(?:186|513|621)[^0-9*]{0,12}\*")


def plain(text):
    """The text with what stands for a character replaced by it, and every digit in ASCII."""
    text = re.sub(r"\\u\{([0-9a-f]+)\}|\\u([0-9a-f]{4})|\\U([0-9a-f]{8})|\\x([0-9a-f]{2})",
                  lambda m: chr(int(next(filter(None, m.groups())), 16)), text)
    text = unicodedata.normalize("NFKC", html.unescape(text)).replace("＊", "*")
    return re.sub(r"[\u00ad\u200b\ufe0f\u20e3\U000e0000-\U000e0fff]", "", text)


def readings(output):
    """The output as it is read by eye, by a browser, by a program, out of an archive."""
    if output[:4] == b"PK\x03\x04":
        archive = zipfile.ZipFile(io.BytesIO(output))
        for name in archive.namelist():
            yield from readings(name.encode() + b"\n" + archive.read(name))
        return
    text = output.decode(errors="replace")
    yield plain(text)
    if "<" in text:
        yield plain(re.sub(r"<[^>]*>", "", text))
    if "%" in text:
        yield plain(urllib.parse.unquote(text))
    if "\\" in text:
        yield plain(re.sub(r"\\(?=[^ux])", "", text))  # Markdown, iCalendar


def leak(output, allowed=None):
    """What was found, with what stands around it."""
    for text in readings(output):
        if allowed:
            text = text.replace(allowed, "")
        for trace in TRACES:
            if found := trace.search(text):
                return text[max(0, found.start() - 50):found.end() + 20]
    return None


# ---- the books -------------------------------------------------------------------------------------

def quoted(text):
    return '"' + text + '"'


def numbered(text, i):
    """In double quotes a text and the i-th numbers."""
    return quoted(f"{text} {forms(i)}")


def in_every_text():
    """But for the contact of an office, where a telephone number is meant to be read."""
    count = itertools.count()

    def put(match):
        i = next(count)
        return quoted(f"wcontact {OFFICE} {IDENTITIES[1]}") if match[0] == "wcontact" else numbered(match[0], i)

    return re.sub(r"(?<![\w/-])w[a-z]+\b(?!:)", put, TEXTS)


# Each id of the book, as a number; those of parts may be the same as others.
NAMED = {name: number + ("" if name in ("r1", "t1", "s1") else f"_{i}") for i, (name, number) in enumerate(
    zip(("a", "b", "k", "m0", "m1", "m2", "r1", "t1", "s1", "e", "f", "d", "g", "p", "q"), itertools.cycle(IDS)))}


def in_ids():
    """Ids that are numbers, and what refers to them."""
    pattern = re.compile(r"(?<=[\s\[/,])(" + "|".join(NAMED) + r")(?=[\s,\]}/]|$)", re.M)
    return pattern.sub(lambda m: NAMED[m[0]], TEXTS)


def in_values(numbers):
    """What is no text holds a number: dates, words, years, references, lists, mappings. Not so amounts and
    counts: what can be read as one is one."""
    count = itertools.count()

    def put(match):
        i = next(count)
        if i % 3 == 2:
            return match[0]
        return f"{match[1]}{quoted(numbers[i % len(numbers)])}"

    return re.sub(r"((?:date|kind|unit|lead|year|outcome|status|due|until|issued|topic|fund"
                  r"|rule|record|figure|period|approved|present|present: |support|plan|accepted)"
                  r": )(?!\{)([\w./-]+|\[[^\]]*\])", put, TEXTS)


def in_keys():
    """Fields that nobody knows, own fields, and what stands in them."""
    count = itertools.count()

    def put(match):
        i = next(count)
        own = ("x-", "另-", "")[i % 3]
        key = quoted(own + forms(i))
        value = (numbered("v", i), f"[{numbered('v', i)}, {{{quoted(forms(i + 1))}: {PHONE}}}]")[i % 2]
        return f"{match[1]}{key}: {value}, {match[2]}"

    return re.sub(r"(\{)(\w+: )", put, TEXTS)


def in_comments():
    """Comments behind values that are wrong, which are shown with them."""
    lines = ["alliance: {name: N, founded: 2016-01-01, office: a}", "units:", "  - {id: a, name: A, head: H}",
             "events:"]
    for i, number in enumerate(PHONES + IDENTITIES + CARDS):
        lines += [f"  - id: e{i}", f"    date: 2017-13-{10 + i}  # {number}",
                  f"    title: T #{number}", f"    kind: nonsense  # {number}", f"    lead: b  # {number}",
                  f"    titel: {number}", f"    place: {number} {number}"]
    return "\n".join(lines) + "\n"


BROKEN = [
    'shares:\n  - {{id: s, title: "{0}\n  - id: t\n', "shares:\n  - id: {0}: x\n    title: [ {0}\n",
    "shares:\n  - title: 'x' {0}\n", "shares:\n\t- title: {0}\n", "shares:\n  - &{0} {{id: s}}\n  - *{0}\n",
    "shares:\n  - !{0} x\n", "{0}: {0}\n", "shares: {0}\n", "- {0}\n", "{0}\n", "shares:\n  - id: s\n   title: {0}\n",
    "shares:\n  - ? [{0}]\n    : {0}\n", "<<<<<<< {0}\nshares: []\n=======\n>>>>>>> {0}\n",
    "shares:\n  - {{id: s, {0}: 1, {0}: 2}}\n", "shares:\n  - title: |\n      138\n     {0}\n", "shares:\n  - title: \x07{0}\n",
    "shares:\n  - title: >\n      {1}\n      {2}\n    kind: x\n", "shares:\n  - title: {1}\n      {2}\n    kind: y\n",
    "shares:\n  - title: |\n      {1}\n      {2}\n    date: 2017-1-32\n", "shares:\n  - date: {1}\n      {2}\n",
    "shares:\n  - id: {1}\n      {2}\n", "shares:\n  - {{unit: {1}\n      {2}, date: {1} {2}}}\n",
]


def broken_files(folder):
    for i, text in enumerate(BROKEN):
        for j, number in enumerate((PHONE, IDENTITIES[1], wide(CARD))):
            digits = (PHONE, IDENTITY, CARD)[j]
            (folder / f"b{i}-{j}.yaml").write_text(text.format(number, digits[:7], digits[7:]), encoding="utf-8")
    (folder / f"{PHONE}.yaml.txt").write_text("x")
    (folder / "gbk.yaml").write_bytes(f"shares:\n  - title: 电话 {PHONE}\n".encode("gbk"))


def make_books(top):
    books = {
        "texts": {"book.yaml": in_every_text()}, "ids": {"book.yaml": in_ids()},
        "dates": {"book.yaml": in_values(PHONES)}, "values": {"book.yaml": in_values(IDENTITIES + CARDS + FOLDED)},
        "keys": {"book.yaml": in_keys()}, "comments": {"book.yaml": in_comments()}, "broken": {"book.yaml": TEXTS},
        "names": {f"{PHONE}/{grouped(PHONE, (3, 4, 4), ' ')}.yaml": in_comments(), f"{CARD}.yaml": in_every_text()
                  .replace("alliance:", "x:", 1)},
    }
    for name, files in books.items():
        for file, text in files.items():
            path = top / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    broken_files(top / "broken")
    return {name: top / name for name in books}


# ---- the routes --------------------------------------------------------------------------------------

VALIDATE = [["validate", "--all", "--format", form] for form in ("text", "json", "sarif", "github", "gitlab")]
FIX = [["validate", "--fix", "--dry-run"]]
FOLLOWUP = [["followup", "--all", "--format", form] for form in ("text", "json", "md", "csv")]
FIGURES = [*(["stats", "--format", form] for form in ("text", "json", "csv")),
           *(["due", "2016..2018", "--format", form] for form in ("text", "json", "csv", "ics"))]
WHAT = ["units", "committees", "meetings", "resolutions", "topics", "suggestions", "attendance", "reports",
        "followups", "plans", "tasks", "series", "events", "materials", "funds", "donations", "goods", "grants",
        "budgets", "projects", "expenses", "requests", "shares", "honors", "reminders", "summaries", "waivers",
        "claims", "findings"]
LISTS = [*(["list", what, "--format", form] for what in WHAT for form in ("table", "json")),
         *(["list", what, "--format", form] for what in ("events", "donations", "units")
           for form in ("csv", "tsv", "ndjson", "ids", "md"))]
EXPORTS = [["export", "--format", form, "--audience", audience, "-o", "-"]
           for form in ("json", "ndjson", "ics", "xlsx", "sqlite") for audience in ("public", "office")]
QUERIES = [["query", f"select * from {table}", "--format", form] for table in ("units", "events", "meetings")
           for form in ("table", "csv", "json")]
REPORTS = {"quarterly": "2017-Q3", "annual": "2017", "followup": "2017", "minutes": "m1", "notice": "m1",
           "sign-in": "m1", "reminder": "a", "unit": "a", "fund": "f", "donations": "2017", "volunteers": "2017",
           "projects": "2017", "committee": "k", "plan": "2017", "matter": "m1/r1", "bulletin": "2017-Q3",
           "exchange": "2017"}
SHOWN_RECORDS = ["alliance", "units/a", "units/b", "k", "m0", "m1", "x1", "m1/r1", "m0/r1", "m1/t1", "2017/t1",
                 "series/v", "e", "f", "d", "g", "u", "p", "q", "h", "o", "w", "c", "nothing", "m1/r", "plans/2018"]


def report_routes(whole):
    """Each report in each format for each audience; of the costly ones only some."""
    for number, (kind, about) in enumerate(REPORTS.items()):
        for audience in ("public", "members", "office"):
            for form in ("md", "html", "json", "xlsx"):
                if whole or form in ("md", "json") or audience == "office":
                    yield ["report", kind, about, "--audience", audience, "--format", form, "-o", "-"]
        if whole or number == 0:
            yield ["report", kind, about, "--format", "docx", "-o", "-"]


def completions():
    for words in (["show", ""], ["show", "m"], ["report", "minutes", ""], ["list", "units", "--where", ""],
                  ["followup", "--unit", ""], ["followup", "--meeting", ""], ["set", ""], ["rename", ""],
                  ["list", "events", "--fields", ""]):
        yield ["complete", "--", *words]


def shows(name):
    return [["show", name, "--format", form] for form in ("text", "yaml", "json")]


def routes():
    """Commands by book."""
    judged = [*VALIDATE, *FIX, *FOLLOWUP, *FIGURES]
    texts = [*judged, *LISTS, *EXPORTS, *QUERIES, *report_routes(ALL), *completions(),
             *(route for name in SHOWN_RECORDS for route in shows(name)),
             ["rollup", ".", "--format", "json"], ["rollup", ".", "--format", "csv"], ["rollup", "."],
             ["report", "followup", "2017", "--provenance"], ["stats", "--explain", "events.total.served"],
             ["stats", "--explain", "events.total.served", "--format", "json"], ["rules"]]
    ids = [*judged, *LISTS, *EXPORTS, *completions(), *QUERIES,
           *(["report", kind, *about, "--format", form] for form in ("md", "json", "html")
             for kind, about in (("quarterly", ["2017-Q3"]), ("annual", ["2017"]), ("followup", []),
                                 ("bulletin", ["2017"]), ("minutes", []), ("unit", []), ("fund", []),
                                 *((kind, [NAMED[name]]) for kind, name in (
                                     ("minutes", "m1"), ("notice", "m1"), ("sign-in", "m0"), ("reminder", "a"),
                                     ("unit", "a"), ("unit", "b"), ("fund", "f"), ("committee", "k"))),
                                 ("matter", [NAMED["m1"] + "/" + NAMED["r1"]]))),
           *(route for name in (PHONE, IDENTITY, CARD, "meetings", "meetings/9", "186", *NAMED.values(),
                                NAMED["m1"] + "/" + NAMED["r1"]) for route in shows(name)),
           *(["followup", "--unit", NAMED[name]] for name in "ab"),
           *(["list", what, "--unit", NAMED["a"]] for what in ("resolutions", "events", "reports")),
           ["followup", "--unit", "x"], ["followup", "--meeting", "x"], ["report", "minutes", "x"],
           ["list", "units", "--unit", "x"], ["log", "x"]]
    faulty = [*VALIDATE, *FIX, *FOLLOWUP[:2], *FIGURES[:2], ["list", "findings"], ["list", "events"],
              ["report", "quarterly", "2017-Q3"], ["show", "e1"], ["due"], ["export", "--format", "json", "-o", "-"]]
    return {"texts": texts, "ids": ids, "dates": [*faulty, *LISTS], "values": [*faulty, *LISTS], "keys": [*faulty, *LISTS, *shows("m1"), *QUERIES],
            "comments": [*faulty, *shows("e1")], "broken": faulty, "names": [*faulty, *shows("e1"), *LISTS[:8]]}


# ---- running -------------------------------------------------------------------------------------------

ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/nonexistent",
               "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "office", "GIT_AUTHOR_EMAIL": "office@example.org",
               "GIT_COMMITTER_NAME": "office", "GIT_COMMITTER_EMAIL": "office@example.org"}


class Search:
    """Runs commands and counts what was searched, and what was found."""

    def __init__(self):
        self.outputs = self.bytes = self.masked = 0
        self.leaks = []

    def look(self, what, output, allowed=None):
        self.outputs += 1
        self.bytes += len(output)
        self.masked += any(MASKED.search(text) for text in readings(output))
        if found := leak(output, allowed):
            self.leaks.append((what, found))
        if "--audience public" in what and OFFICE.encode() in output:
            self.leaks.append((what, OFFICE))

    def run(self, words, folder, stdin=None):
        done = subprocess.run(words, cwd=folder, env=ENVIRONMENT, capture_output=True, check=False, input=stdin)
        what = f"{folder.name}: {' '.join(map(str, words[words.index(LIANXI) + 1 if LIANXI in words else 0:]))}"
        if done.returncode < 0 or done.returncode > 3 and words[0] == LIANXI:
            sys.exit(f"{what}: exit status {done.returncode}\n{done.stderr.decode(errors='replace')}")
        self.look(what, done.stdout)
        self.look(what + " (stderr)", done.stderr)
        return done

    def lianxi(self, words, folder, language="en"):
        return self.run([LIANXI, "-j", "1", "--lang", language, "--as-of", AS_OF, *words], folder)


def run_all(search, books):
    jobs = []
    for name, commands in routes().items():
        for i, words in enumerate(commands):
            languages = ("en", "zh") if ALL else (("en", "zh")[i % 2],)
            for language in languages:
                if words[0] == "complete":
                    jobs.append(([LIANXI, *words[:2], "-C", ".", *words[2:]], books[name]))
                else:
                    jobs.append(([LIANXI, "-j", "1", "--lang", language, "--as-of", AS_OF, *words], books[name]))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda job: search.run(*job), jobs))


# ---- writing, sheets and git -----------------------------------------------------------------------------

def fresh(top, name, text=TEXTS):
    folder = top / name
    folder.mkdir()
    (folder / "book.yaml").write_text(text, encoding="utf-8")
    return folder


def run_writing(search, top):
    """What a dry run shows, what is refused, what a file of sheets is told of."""
    folder = fresh(top, "writing", in_every_text())
    long = grouped(PHONE, (3, 4, 4), " ")
    for words in (["set", "m1/r1", f"text=改 {IDENTITIES[1]}"], ["set", "units/a", f"note={long}"],
                  ["set", "m1", f"date={PHONE}"], ["set", "m1", f"x-{PHONE}=1"], ["set", PHONE, "title=x"],
                  ["set", "m1", f"{PHONE}=x"], ["set", "m1", "record="], ["set", "e", "services+=" + CARDS[1]],
                  ["set", "e", "kind=" + CARD], ["set", "e", "lead=" + PHONE], ["rename", "m1", PHONE],
                  ["rename", PHONE, "m9"], ["new", "share", f"title={long}", "unit=a", "kind=experience", f"text={IDENTITY}"],
                  ["new", "meeting", PHONE], ["new", "event", PHONE, f"title={CARDS[2]}", f"lead={PHONE}"],
                  ["new", "m1/resolutions", f"text={long}"], ["new", "followup", "m1", "--unit", PHONE],
                  ["new", "reminder", "a"], ["new", "minutes", "m0"], ["new", PHONE], ["list", PHONE],
                  ["list", "events", "--where", f"title~{PHONE}"], ["list", "events", "--where", f"{PHONE}=1"],
                  ["stats", PHONE], ["report", PHONE], ["query", f"select '{PHONE}' as x, y"], [PHONE]):
        dry = ["--dry-run"] if words[0] in ("set", "rename", "new") else []
        search.lianxi([*words, *dry], folder)
    sheet = folder.parent / f"{PHONE}.csv"
    sheet.write_text("编号,日期,单位,标题,类型,内容,电话" + CARD + "\n" + "".join(
        f"z{i},{('2017-05-10', number)[i % 2]},{('a', number)[i % 3 == 0]},标题 {number},经验,\"{on_a_line(i)}\",{number}\n"
        for i, number in enumerate(PHONES + IDENTITIES + CARDS)), encoding="utf-8")
    search.lianxi(["import", "shares", sheet], folder)
    search.lianxi(["import", "shares", sheet, "--ignore", "电话" + CARD], folder)
    good = folder.parent / "good.csv"
    good.write_text("编号,日期,单位,标题,类型,内容\n" + "".join(
        f"z{i},2017-05-10,a,标题 {PHONES[i % len(PHONES)]},经验,\"{on_a_line(i)} {PHONE[:3]}\n{PHONE[3:]}\"\n" for i in range(20)), encoding="utf-8")
    search.lianxi(["import", "shares", good], folder)
    people = folder.parent / "people.csv"
    people.write_text(f"单位,姓名,职务\na,{PHONE},{long}\n{PHONE},{IDENTITY},x\n", encoding="utf-8")
    search.lianxi(["import", "attendance", "m2", people], folder)


def git(search, folder, *words):
    return search.run(["git", *words], folder)


def run_git(search, top):
    """A book whose texts get their numbers in a commit, and lose some of them."""
    if not shutil.which("git"):
        return
    folder = fresh(top, "history")
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "begin"]):
        git(search, folder, *words)
    search.lianxi(["hook", "install"], folder)
    text = in_every_text()
    (folder / "book.yaml").write_text(text, encoding="utf-8")
    formats = [["diff", "--format", form] for form in ("text", "md", "json")]
    for words in (*formats, ["validate", "--since", "HEAD"]):
        search.lianxi(words, folder)
    subprocess.run(["git", "add", "-A"], cwd=folder, env=ENVIRONMENT, check=True)
    path = {**ENVIRONMENT, "PATH": f"{Path(LIANXI).parent}:{ENVIRONMENT['PATH']}"}
    hook = subprocess.run(["git", "commit", "-qm", "numbers"], cwd=folder, env=path, capture_output=True, check=False)
    search.look("the hook", hook.stdout + hook.stderr)
    git(search, folder, "commit", "-qnm", "numbers")
    (folder / "book.yaml").write_text(re.sub(r"；[^\"]*", "", text), encoding="utf-8")
    for words in formats:
        search.lianxi(words, folder, "zh")
    git(search, folder, "commit", "-qnam", "fewer")
    for name in ("m1", "m1/r1", "units/a", "e", "p", "d", "alliance", "m1/t1", "w"):
        for form in ("text", "json"):
            search.lianxi(["log", name, "--format", form], folder)
    for words in (["diff", "HEAD~2", "HEAD~1"], ["diff", "HEAD~1", "HEAD", "--format", "md"],
                  ["report", "unit", "a", "--at", "HEAD~1"], ["show", "m1", "--at", "HEAD~1"]):
        search.lianxi(words, folder)
    search.lianxi(["set", "m1", f"record=电话 {PHONE}", "--commit"], folder)
    search.lianxi(["new", "share", PHONE, "title=x", "unit=a", "kind=experience", "--commit"], folder)
    search.lianxi(["rename", "e2", IDENTITY, "--commit"], folder)
    messages = subprocess.run(["git", "log", "--format=%B"], cwd=folder, env=ENVIRONMENT, capture_output=True, check=True)
    search.look("messages of commits", messages.stdout)


def run_merge(search, top):
    folder = top / "merge"
    folder.mkdir()
    base = "alliance: {name: N, founded: 2016-01-01, office: a}\nshares:\n"
    item = "  - id: {}\n    title: {}\n    date: {}\n    unit: a\n    kind: {}\n"
    sides = {"base": ("x", "2017-01-01", "experience"), "ours": (PHONES[9], "2017-01-02", PHONE),
             "theirs": (IDENTITIES[1], PHONE, CARDS[1])}
    for name, values in sides.items():
        (folder / name).write_text(base + item.format("s1", *values) + item.format(PHONE, *values), encoding="utf-8")
    search.lianxi(["merge", "base", "ours", "theirs", f"{PHONE}.yaml"], folder)
    (folder / "ours").write_text(f"shares: [{PHONE}", encoding="utf-8")
    search.lianxi(["merge", "base", "ours", "theirs", f"{grouped(PHONE, (3, 4, 4), ' ')}.yaml"], folder)
    search.lianxi(["merge", "base", PHONE, "theirs", "x.yaml"], folder)


def main():
    start = time.monotonic()
    search = Search()
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        run_all(search, make_books(top))
        run_writing(search, top)
        run_git(search, top)
        run_merge(search, top)
    print(f"measured: {search.outputs} outputs of {search.bytes / 1e6:.1f} MB searched for numbers of persons in "
          f"{len(PHONES) + len(IDENTITIES) + len(CARDS) + len(FOLDED)} forms; {search.masked} had some, masked; "
          f"{len(search.leaks)} leaks, "
          f"{time.monotonic() - start:.1f} s")
    for what, found in search.leaks[:None if "--show" in sys.argv else 20]:
        print(f"{what}\n    {found!r}")
    sys.exit(bool(search.leaks))


main()
