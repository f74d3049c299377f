#!/usr/bin/env python3
"""What a browser makes of reports: just what they say, and nothing else.

    browser_test.py LIANXI AWKWARD_DOCUMENT

In headless Chromium pages of HTML run no script, open no dialog, ask nobody for anything, and
show in every cell, item, paragraph, heading and chart what the records hold: of a document and of
a book of awkward texts, and of every kind of report of the sample. Mermaid, old and new, draws
every chart. Needs chromium and the npm packages playwright-core, mermaid-9 and mermaid-11.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import markdown_test
import sample_reports

HERE = pathlib.Path(__file__).parent
NEEDED = ["playwright-core", "mermaid-9/dist/mermaid.min.js", "mermaid-11/dist/mermaid.min.js"]
TAGS = set("""html head meta title style body nav main footer h1 h2 h3 h4 h5 h6 p br strong ul ol li
    a div span table caption thead tbody tr th td figure figcaption svg rect line text details
    summary dl dt dd small""".split())


def chromium():
    return shutil.which("chromium") or shutil.which("chromium-browser")


def missing():
    if not chromium():
        return "no chromium"
    if not shutil.which("node"):
        return "no node"
    for name in NEEDED:
        if subprocess.run(["node", "-e", "require.resolve(%r)" % name],
                          capture_output=True).returncode != 0:
            return "no npm package " + name.split("/")[0]
    return ""


def browser(pages, *scripts):
    done = subprocess.run(["node", HERE / "browser.mjs", *scripts], capture_output=True,
                          input=json.dumps(pages).encode(),
                          env={**os.environ, "CHROMIUM": chromium()})
    if done.returncode != 0:
        sys.exit("browser.mjs: " + done.stderr.decode())
    return json.loads(done.stdout)


def written(program, form, texts):
    return subprocess.run([program, form], input=json.dumps(texts).encode(), capture_output=True,
                          check=True).stdout.decode("utf-8")


def misdeeds(name, page):
    for what in page["did"]:
        yield "%s: %s" % (name, what)
    for tag in set(page["tags"]) - TAGS:
        yield "%s: has a <%s>" % (name, tag)
    for link in page["links"]:
        if not re.fullmatch("#[^#]+", link):
            yield "%s: leads to %s" % (name, link)
    for what in page["handlers"] + page["lost"]:
        yield "%s: %s" % (name, what)


def line(text):
    """As it stands where there is only one line; browsers run spaces together."""
    return markdown_test.plain(markdown_test.shown(text))


def lines(text):
    return [re.sub(" +", " ", part).strip() for part in text.split("\n")]


def label(text):
    """As a chart has it: nothing is left out but what cannot be seen."""
    flat = re.sub("[\n\r\t]", " ", text)
    return markdown_test.UNSEEN.sub(lambda found: "\\u{%x}" % ord(found.group()), flat)


def faults_of_document(texts, seen):
    kept = [markdown_test.shown(text) for text in texts]
    wanted = {
        "td": [cell for text in kept for cell in (text, "末", text, "末")],
        "th": [cell for text in texts for cell in (line(text), "末") * 2],
        "li": kept,
        "p": [part for text in kept for part in (text, text)] + ["end"],
        "h2": [line(text) for text in texts],
        "contents": [line(text) for text in texts],
        "drawn": [drawn for text in texts for drawn in (
            label(text) + ": 3", "other: 1", label(text) + " 2017-01-01 – 2017-12-31 overdue",
            "done", "open", "overdue")],
    }
    for kind, all_wanted in wanted.items():
        all_seen = seen["texts"][kind]
        if len(all_seen) != len(all_wanted):
            yield "%d <%s> instead of %d" % (len(all_seen), kind, len(all_wanted))
        for one, other in zip(all_wanted, all_seen):
            if kind in ("h2", "contents", "th"):
                one, other = [line(one)], [markdown_test.plain(other)]
            elif kind != "drawn":
                one, other = lines(one), lines(other)
            if one != other:
                yield "<%s> shows %r instead of %r" % (kind, other, one)


def faults_of_book(texts, seen):
    """The first text names the alliance; all of them are in tables and items."""
    all_wanted = [(kind, wanted) for kind, wanted in markdown_test.expectations(texts)
                  if kind in ("td", "li")]
    for kind, wanted in [*all_wanted, ("h1", markdown_test.title(texts[0]))]:
        if wanted not in map(markdown_test.plain, seen["texts"][kind]):
            yield "no <%s> reads %r" % (kind, wanted)


def charts(markdown):
    return re.findall(r"^```mermaid\n(.*?)^```", markdown, re.S | re.M)


def faults_of_charts(sources):
    named = {"%d: %s" % (i, source): source for i, source in enumerate(sources)}
    named["not one"] = "pie\n    title x\n    甲 : 1\n"
    for version, faults in browser(named, *NEEDED[1:]).items():
        if "not one" not in faults:
            yield version + " draws anything"
        for name in faults.keys() - {"not one"}:
            yield "%s: %s\n%s" % (version, faults[name], name)


def main(lianxi, awkward_document):
    lack = missing()
    if lack:
        print("SKIP:", lack)
        return 0
    texts = markdown_test.awkward_texts()
    pages = {"document": written(awkward_document, "html", texts),
             "book": markdown_test.report(lianxi, texts[0], texts[0], texts, form="html"),
             **dict(sample_reports.reports(lianxi, "--format", "html"))}
    seen = browser(pages)
    faults = [fault for name, page in seen.items() for fault in misdeeds(name, page)]
    faults += faults_of_document(texts, seen["document"])
    faults += faults_of_book(texts, seen["book"])
    sources = charts(written(awkward_document, "md", texts))
    if len(sources) != 2 * len(texts):
        faults.append("%d charts of %d texts" % (len(sources), len(texts)))
    for _, report in sample_reports.reports(lianxi):
        sources += charts(report)
    faults += faults_of_charts(sources)
    print("\n".join(faults) or "%d pages and %d charts of %d texts are good" % (
        len(pages), len(sources), len(texts)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
