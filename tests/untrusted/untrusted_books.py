"""Books in which every text is one that nobody vouches for.

The book is tests/every_text.yaml, which has a word of its own in every text field of every collection. Each word
gets a nasty text before it; which one goes round with `turn`, so that in as many turns as there are texts each field
has had each of them.
"""
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
BOOK = (HERE.parent / "every_text.yaml").read_text("utf-8")
WORD = re.compile(r"\bw[a-z]{4,}\b")
NO_TEXTS = {"waivers", "where", "wtheirs"}

MORE = [
    # What runs a job.
    "::stop-commands::x", "::error file=a,line=1::b", "\u3000::add-mask::x", "a ##[add-mask]b", "##vso[task.setvariable variable=a]b",
    "%0A::error::x", "##teamcity[message text='a']", "a\n::stop-commands::x\n", "a\r::error::b",
    # Terminals.
    "\x1b[2J\x1b]0;x\x07", "\x9b31m", "\x1b]8;;http://evil.example\x1b\\x", "\x08\x08\x08", "\x7f", "\u2066a\u2069", "\u202etxt.exe",
    # Shells, and what they are handed to.
    "$(touch PWNED)", "`touch PWNED`", ";touch${IFS}PWNED;", "a|touch${IFS}PWNED", "a>PWNED", "'; touch PWNED; '", "\"; touch PWNED; \"",
    "&& touch PWNED", "\n touch PWNED\n", "--output=PWNED", "-rf", "!!", "~root", "{a,b}", "*", "\\", "%s%n", "${x:-y}",
    # Formulas.
    "=cmd|' /C calc'!A0", "=1+1", "+1+1", "-1+1", "@SUM(1+1)", "\t=1+1", "\r=1+1", "=HYPERLINK(\"http://evil.example\",\"x\")", "'=1+1", "＝1+1",
    # Databases.
    "'; DROP TABLE units; --", "\"; DROP TABLE units; --", "\\'; DROP TABLE units; --", "/* x", "*/ x",
    # Calendars, mail, diffs, commits.
    "a\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:PROCEDURE", "a;b,c\\n:d", "a\n\nSigned-off-by: x <x@example.com>", "# a\n#b", "--- a/x\n+++ b/x\n@@ -1 +1 @@",
    "diff --git a/x b/x", "-----BEGIN PGP SIGNATURE-----",
    # Pages.
    "</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "]]><x>", "&#x3c;script&#x3e;", "javascript:alert(1)",
    "{{7*7}}", "<%= 7*7 %>", "<?php x ?>", "::: {.x}", "```{=html}\n<b>x</b>", "$$\\input{/etc/passwd}$$", "\\write18{touch PWNED}", "[x]{.y}", "a\\", "\ufeffa",
    # What ends texts in JSON, YAML and XML.
    "\",\"x\":\"", "\u2028\u2029", "{}[]:,#&*!|>'\"%@`", "\U0001f600\u0301", "\ufffe", "a\u0300" * 50, "\U000e0041\U000e007f",
]
NASTY = json.loads((HERE.parent / "peers" / "awkward_texts.json").read_text("utf-8")) + MORE


def words():
    """The words of the book, each of which stands for the text of a field."""
    return [word for word in WORD.findall(BOOK) if word not in NO_TEXTS]


def texts(turn):
    """Each word → the text that the book has in its place."""
    return {word: NASTY[(number * 7 + turn) % len(NASTY)] + word for number, word in enumerate(words())}


def quoted(text):
    """A text as YAML in double quotes, ASCII only: JSON is that, surrogate pairs included."""
    return json.dumps(text).replace("\x7f", "\\u007f")


def book(turn):
    named = texts(turn)
    return WORD.sub(lambda found: quoted(named[found.group()]) if found.group() in named else found.group(), BOOK)


def faulty_book(turn):
    """Records whose keys, ids, references, words, days and amounts are nasty texts: all of it is found, and quoted."""
    some = [NASTY[(turn + number) % len(NASTY)] for number in range(0, len(NASTY), 3)]
    lines = ["alliance: {name: A, founded: 2017-01-01, office: u}", "units:", "  - {id: u, name: U}"]
    lines += ["  - {id: u%d, name: U, joined: %s, %s: x}" % (i, quoted(text), quoted(text + str(i))) for i, text in enumerate(some)]
    lines += ["  - {id: %s, name: U}" % quoted(text) for text in some] + ["meetings:"]
    lines += ["  - {id: m%d, date: 2017-01-01, kind: %s, chair: %s, evidence: %s}" % (i, quoted(text), quoted(text), quoted(text))
              for i, text in enumerate(some)]
    lines += ["waivers:"] + ["  - {rule: %s, record: %s, reason: %s}" % ((quoted(text),) * 3) for text in some]
    lines += ["---\n%s: []" % quoted(text) for text in some]
    return "\n".join(lines) + "\n"
