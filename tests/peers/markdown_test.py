#!/usr/bin/env python3
"""Whatever a record holds, readers of the report see just that.

    markdown_test.py LIANXI

Writes a book of awkward texts, lets `lianxi report quarterly` make Markdown of it, and
compares what cmark-gfm, pandoc and markdown-it show in table cells, headings, paragraphs
and lists with what the records say. Uses those that are found (markdown-it by node, with
NODE_PATH where it is not installed globally); without any it prints SKIP.
"""
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# Long ones are made here: what a cell can hold has no end.
LONG = ["长" * 10000, "a|b`<i>" * 1500]
AWKWARD = LONG + json.loads((pathlib.Path(__file__).parent / "awkward_texts.json").read_text("utf-8"))

# Shown as \u{…} by design: control characters, and those that reorder or hide text.
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029"
                    "\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def shown(text):
    """What a reader should see: lines without white space around them, none empty."""
    text = re.sub("\r\n?", "\n", text).replace("\t", " ")
    text = UNSEEN.sub(lambda found: "\\u{%x}" % ord(found.group()), text)
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def plain(text):
    """Readers may run spaces together."""
    return re.sub("[ \n]+", " ", text).strip()


# ---- the book -------------------------------------------------------------------------

def quoted(text):
    """A JSON string is a double-quoted scalar of YAML."""
    return UNSEEN.sub(lambda found: "\\u%04x" % ord(found.group()),
                      json.dumps(text, ensure_ascii=False))


def book_of(name, theme, texts):
    lines = ["alliance: {name: %s, founded: 2017-01-01, office: u}" % quoted(name),
             "units: [{id: u, name: 甲}]",
             "plans: [{year: 2017, theme: %s}]" % quoted(theme),
             "meetings:", "  - {id: m, kind: regular, date: 2017-09-20, resolutions: ["]
    lines += ["    {id: r%d, text: %s, lead: u, due: 2017-12-31}," % (i, quoted(text))
              for i, text in enumerate(texts)]
    lines += ["  ]}", "funds:"]
    lines += ["  - {id: f%d, name: %s, steward: u}" % (i, quoted(text))
              for i, text in enumerate(texts)]
    return "\n".join(lines) + "\n"


def report(lianxi, *book, form="md"):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "book.yaml").write_text(book_of(*book), "utf-8", newline="")
        done = subprocess.run([lianxi, "-C", folder, "--lang", "zh", "--as-of", "2017-09-30",
                               "report", "quarterly", "2017-Q3", "--format", form],
                              capture_output=True)
    if done.returncode != 0 or done.stderr:
        sys.exit("lianxi: %d %s" % (done.returncode, done.stderr.decode()))
    return done.stdout.decode("utf-8")


# ---- the readers ----------------------------------------------------------------------

MARKDOWN_IT = ("const md = require('markdown-it')({html: true});"
               "process.stdout.write(md.render(require('fs').readFileSync(0, 'utf8')));")
READERS = {
    "cmark-gfm": ["cmark-gfm", "--unsafe"] + [
        word for extension in ("table", "strikethrough", "autolink", "tasklist", "footnotes")
        for word in ("-e", extension)],
    "pandoc": ["pandoc", "-f", "gfm", "-t", "html", "--wrap=none"],
    "markdown-it": ["node", "-e", MARKDOWN_IT],
}


def is_found(command):
    if not shutil.which(command[0]):
        return False
    return command[0] != "node" or subprocess.run(
        ["node", "-e", "require('markdown-it')"], capture_output=True).returncode == 0


class Page(html.parser.HTMLParser):
    """The texts of headings, cells, items and paragraphs, and every tag used in them."""

    KEPT = {"h1": "h1", "td": "td", "li": "li", "p": "p"}
    EXPECTED = {"br", "strong", "p", "h1", "h2", "h3", "ul", "li", "hr", "table", "thead", "tbody",
                "tr", "th", "td", "colgroup", "col", "pre", "code", "section", "ol"}

    def __init__(self, source):
        super().__init__()
        self.texts = {kind: [] for kind in self.KEPT.values()}
        self.open, self.strange = [], []
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        # No escape keeps cmark-gfm from linking what looks like an e-mail address.
        link = dict(attributes).get("href", "") if tag == "a" else ""
        mail = link.startswith(("mailto:", "xmpp:"))
        if tag not in self.EXPECTED and not mail:
            self.strange.append(self.get_starttag_text())
        if tag == "br":
            self.handle_data("\n")
        if tag in self.KEPT:
            self.open.append((tag, []))

    def handle_endtag(self, tag):
        if self.open and self.open[-1][0] == tag:
            kind, pieces = self.open.pop()
            self.texts[kind].append("".join(pieces))

    def handle_data(self, data):
        for _, pieces in self.open:
            pieces.append(data)


# ---- the comparison -------------------------------------------------------------------

def title(text):
    return plain(shown(text)) + "2017年第三季度工作报告"


def theme(text):
    return plain("主题：" + shown(text))


def awkward_texts():
    return [text for text in AWKWARD if shown(text)]


def expectations(texts):
    """Where each awkward text must be found, as the whole of what a reader sees there."""
    for text in texts:
        yield "h1", title(text)
        yield "p", theme(text)
        yield "td", plain(shown(text))
        yield "li", plain(shown(text) + "（大写）：收入零元整，支出零元整，期末余额零元整。")


def faults_of(name, command, markdown, texts):
    done = subprocess.run(command, input=markdown.encode(), capture_output=True, check=True)
    page = Page(done.stdout.decode("utf-8"))
    seen = {kind: [plain(text) for text in found] for kind, found in page.texts.items()}
    faults = ["%s: strange tag %s" % (name, tag) for tag in page.strange]
    for kind, wanted in expectations(texts):
        if wanted not in seen[kind]:
            faults.append("%s: no <%s> reads %r" % (name, kind, wanted))
    if len(seen["h1"]) != len(texts):
        faults.append("%s: %d titles instead of %d" % (name, len(seen["h1"]), len(texts)))
    return faults


def main(lianxi):
    readers = {name: command for name, command in READERS.items() if is_found(command)}
    if not readers:
        print("SKIP: none of", ", ".join(READERS))
        return 0
    texts = awkward_texts()
    # Each text is once the name of an alliance; the first book has all of them in tables.
    reports = [report(lianxi, text, text, texts if text == texts[0] else []) for text in texts]
    faults = [fault for name, command in readers.items()
              for fault in faults_of(name, command, "\n".join(reports), texts)]
    print("\n".join(faults) or "%d texts read well by %s" % (len(texts), ", ".join(readers)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
