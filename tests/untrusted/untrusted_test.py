#!/usr/bin/env python3
"""Whatever text a book holds, in any field and in names of files, it stays text wherever it is printed.

    untrusted_test.py LIANXI [TURNS] [FROM]

In as many books (see untrusted_books.py) all outputs are made and read back by who reads such things: lines by the
rules of GitHub's, Azure's and TeamCity's runners, Markdown by cmark-gfm, pandoc and markdown-it, pages by Chromium,
.docx and .xlsx by their XML, CSV by LibreOffice, a database by SQLite, calendars, SARIF and GitLab's JSON; candidates
by bash, zsh and fish, commits and diffs by git. Nothing may be obeyed, run, linked or lost, and nobody may make the
file PWNED. What is not installed is passed over, and said so.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import untrusted_books as books
import untrusted_readers as readers
from untrusted_outputs import ENVIRONMENT, REPORTS, TABLES, Lianxi

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "peers"))
import browser_test

NAMES = [b"caf\xe9.yaml", b"::stop-commands::x.yaml", b"a\nb::error::x.yaml", b"##[add-mask]x.yaml", b"$(touch PWNED).yaml", b"a b'c\"d.yaml",
         b"a%0A::b.yaml", b"<img src=x onerror=alert(1)>.yaml", b"=cmd|x.yaml", b"a\x1b[2Jb.yaml", "会议 ＝1.yaml".encode(), b"-rf.yaml"]
count = {"texts": 0, "outputs": 0, "read back": 0}
faults, passed_over = [], set()


def check(what, found):
    """Notes each fault, once for each kind of it and output."""
    faults.extend(f"{what}: {one}" for one in list(found)[:5])


def kept(named, shown):
    """Of the texts whose word a reader sees, those that are not seen whole before it."""
    for word, text in named.items():
        at = shown.find(word)
        if at < 0 or any(word in other for other in named if other != word):
            continue
        count["read back"] += 1
        # A carriage return alone is a line break to some; what begins as an item of a list loses its mark.
        forms = [text, re.sub("\r(?!\n)", "\\\\u{d}", text), text.lstrip("- ")]
        if not any(readers.flat(form) in shown for form in forms):
            yield f"{word} is not seen as {text!r}, but as {shown[max(0, at - 40):at]!r}"


# ---- text --------------------------------------------------------------------------------------------------------------------

def check_for_terminal(name, text):
    count["outputs"] += 1
    plain = readers.COLOURS.sub("", text) if name == "colours" else text
    check(name, (f"a control character in {plain[max(0, found.start() - 30):found.end() + 30]!r}" for found in readers.CONTROL.finditer(plain)))
    check(name, (f"a runner obeys {what}" for what in readers.obeyed(text)))


def check_texts(lianxi, faulty):
    for name, text in lianxi.texts_for_people():
        check_for_terminal(name, text)
    for words in (["validate"], ["validate", "--all"], ["validate", "--fix", "--dry-run"], ["show", "units/u1"], ["list", "units"]):
        check_for_terminal("faulty: " + " ".join(words), faulty.text(*words))


def check_markdown(lianxi, named):
    reports = "\n\n".join(text for _, text in lianxi.reports("md"))
    for name, command in readers.markdown_readers().items():
        page = readers.page_of(command, reports)
        check(name, (f"strange tag {tag}" for tag in page.strange))
        check(name, kept(named, page.text()))
    tables = "\n\n".join(lianxi.text("list", table, "--format", "md") for table in TABLES)
    for name, command in readers.markdown_readers().items():
        page = readers.page_of(command, tables)
        check(name + ", tables", (f"strange tag {tag}" for tag in page.strange))
        check(name + ", tables", kept(named, page.text()))


def check_pages(lianxi, named):
    lack = browser_test.missing()
    if lack:
        return passed_over.add("Chromium: " + lack)
    pages = dict(lianxi.reports("html"))
    count["outputs"] += len(pages)
    for name, page in browser_test.browser(pages).items():
        check("Chromium, " + name, browser_test.misdeeds(name, page))
        check("Chromium, " + name, (f"a runner obeys {what}" for what in readers.obeyed(pages[name])))
    return None


# ---- office programs, databases -----------------------------------------------------------------------------------------------

def check_office_files(lianxi, named, folder):
    forms = ["docx", "xlsx"] if shutil.which("pandoc") else ["xlsx"]
    if len(forms) == 1:
        passed_over.add("docx: no pandoc")
    for words in REPORTS:
        for form in forms if words[0] in ("quarterly", "minutes") else ["xlsx"]:
            path = folder / f"{words[0]}.{form}"
            lianxi.run("report", *words, "--audience", "office", "-o", path)
            check_office_file(named, path)
    lianxi.run("export", "-o", folder / "book.xlsx")
    check_office_file(named, folder / "book.xlsx")


def check_office_file(named, path):
    count["outputs"] += 1
    text, strange = readers.texts_of_office_file(path)
    check(path.name, strange)
    check(path.name, kept(named, readers.flat(text)))


def check_csv(lianxi, named, folder):
    lianxi.run("export", "--format", "csv", "-o", folder / "tables")
    names = sorted(path.name for path in (folder / "tables").glob("*.csv"))
    count["outputs"] += len(names)
    for name in names:
        cells = readers.cells_of_csv((folder / "tables" / name).read_text("utf-8"))
        check(name, (f"a formula {cell!r}" for row in cells for cell in row
                     if cell[:1] in "=@\t\r" and cell or re.match(r"[+-](?![\d.,]+$)", cell)))
        check(name, (f"rows of {len(row)} and {len(cells[0])} cells" for row in cells if len(row) != len(cells[0])))
    if not readers.office():
        return passed_over.add("CSV in LibreOffice: not installed")
    some = [name for name in names if name.split(".")[0] in ("units", "meetings", "resolutions", "donations", "events")]
    for workbook in readers.as_workbooks(folder / "tables", some):
        check("LibreOffice, " + workbook.name, readers.formulas_in(workbook))
    return None


def check_database(lianxi, named, folder):
    lianxi.run("export", "-o", folder / "book.sqlite")
    rows = readers.rows_of_sqlite(folder / "book.sqlite")
    count["outputs"] += 1
    texts = {cell for table in rows.values() for row in table for cell in row if isinstance(cell, str)}
    check("SQLite", (f"no table {table}" for table in ("units", "meetings", "resolutions") if table not in rows))
    all_texts = "\n".join(texts)
    for word, text in named.items():
        if word in all_texts:
            count["read back"] += 1
            check("SQLite", [] if text.strip() in all_texts or any(readers.flat(text) in readers.flat(one) for one in texts if word in one)
                  else [f"{word} is not {text!r}"])


# ---- what programs read --------------------------------------------------------------------------------------------------------

def check_calendar(lianxi, plain):
    lines, wanted = (readers.lines_of_calendar(one.text("due", "all", "--format", "ics")) for one in (lianxi, plain))
    count["outputs"] += 1
    if [line[0] for line in lines] != [line[0] for line in wanted]:
        check("calendar", [f"other lines than with plain words: {[line[0] for line in lines][:20]}"])


def check_findings(faulty):
    findings = json.loads(faulty.text("validate", "--format", "json"))["findings"]
    shown = [finding for finding in findings if not finding["waived"]]
    commands = [readers.runner_command(line) for line in faulty.text("-q", "validate", "--format", "github").splitlines()]
    count["outputs"] += 4
    check("GitHub", ["a line that is no command"] if None in commands else [])
    if len(commands) != len(shown):
        check("GitHub", [f"{len(commands)} commands for {len(shown)} findings"])
    for command, finding in zip(commands, shown):
        count["read back"] += 1
        if command and (command[1].get("title") != finding["rule"] or command[1].get("line") != str(finding["line"])):
            check("GitHub", [f"{command} instead of {finding['rule']}"])
    for form in ("sarif", "gitlab"):
        json.loads(faulty.text("-q", "validate", "--format", form))


def check_json(lianxi):
    for words in (["validate"], ["followup"], ["stats"], ["due"], ["export"], ["show", "meetings/m1"], ["list", "meetings"], ["report", "quarterly", "2017-Q3"]):
        text = lianxi.text(*words, "--format", "json")
        json.loads(text)
        count["outputs"] += 1


# ---- names of files ------------------------------------------------------------------------------------------------------------

def check_names(program, folder):
    lianxi = Lianxi(program, folder)
    (folder / "0.yaml").write_text("alliance: {name: A, founded: 2017-01-01, office: u}\nunits: [{id: u, name: U, head: x}]\n")
    for number, name in enumerate(NAMES):
        with open(os.fsencode(folder) + b"/" + name, "w") as out:
            out.write("units:\n- {id: u%d, name: U, head: x, naem: y}\n" % number)
    for words in (["validate"], ["list", "units", "--fields", "id,file"], ["show", "units/u0"], ["validate", "--fix", "--dry-run"]):
        check_for_terminal("names: " + " ".join(words), lianxi.text(*words, statuses=(0, 1, 2)))
    files = {finding["file"] for finding in json.loads(lianxi.text("validate", "--format", "json"))["findings"]}
    check("names in JSON", [f"{len(files)} names of {len(NAMES)} files"] if len(files) != len(NAMES) else [])
    uris = set(readers.paths_of_sarif(lianxi.text("validate", "--format", "sarif")))
    check("names in SARIF", [f"not {name!r}" for name in NAMES if name not in uris])
    gitlab = {one["location"]["path"] for one in json.loads(lianxi.text("validate", "--format", "gitlab"))}
    check("names for GitLab", [f"{len(gitlab)} names of {len(NAMES)} files"] if len(gitlab) != len(NAMES) else [])
    commands = [readers.runner_command(line) for line in lianxi.text("-q", "validate", "--format", "github").splitlines()]
    check("names for GitHub", ["no command"] if None in commands or len(commands) != len(NAMES) else [])
    utf8 = {name.decode() for name in NAMES if b"\xe9" not in name and b"\n" not in name and b"\x1b" not in name}
    check("names for GitHub", [f"not {name!r}" for name in utf8 - {command[1].get("file") for command in commands if command}])
    count["outputs"] += 8


def git(folder, *words, **more):
    return subprocess.run(["git", *words], cwd=folder, env={**ENVIRONMENT, "HOME": str(folder)}, capture_output=True, **more)


def check_git(program, folder, turn):
    """Commits, their messages, and diffs that git applies."""
    lianxi = Lianxi(program, folder)
    git(folder, "init", "-q")
    name = "a \"b\" caf\udce9.yaml"
    with open(os.fsencode(folder) + b"/" + os.fsencode(name), "w") as out:
        out.write(books.book(turn))
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")
    for number, text in enumerate(books.NASTY[turn % 7::7]):
        diff = lianxi.run("set", "units/b", "note=" + books.quoted(text), "--dry-run", statuses=(0, 1, 2, 3))
        if not diff.startswith(b"---"):
            continue
        applied = git(folder, "apply", "--check", "-", input=diff)
        count["outputs"] += 1
        check("git apply", [f"{text!r}: {applied.stderr.decode('utf-8', 'replace')}{diff.decode('utf-8', 'replace')}"] if applied.returncode else [])
        if number % 4 == 0:
            lianxi.run("set", "units/b", "note=" + books.quoted(text), "--commit", statuses=(0, 1, 2, 3))
            message = git(folder, "log", "-1", "--format=%B").stdout.decode("utf-8")
            count["outputs"] += 1
            check_for_terminal("commit message", message.strip())
            check("commit message", ["a trailer"] if "Signed-off-by" in git(folder, "log", "-1", "--format=%(trailers)").stdout.decode() else [])
    check_for_terminal("log", lianxi.text("log", "units/b"))
    check_for_terminal("diff", lianxi.text("diff", "HEAD~2", "HEAD"))


# ---- shells --------------------------------------------------------------------------------------------------------------------

BASH = r'''
source "$1"
COMP_WORDS=(lianxi due --unit x) COMP_CWORD=3
_lianxi
for word in "${COMPREPLY[@]}"; do eval "printf '%s\0' $word"; done
'''
ZSH = r'''
compadd() { print -rl -- "$@" >/dev/null }
_files() { }
source "$1" 2>/dev/null
words=(lianxi due --unit x) CURRENT=4
_lianxi
'''


def check_shells(program, folder):
    """Candidates are words to a shell, whatever is in them: names of units that begin with `x`."""
    lianxi = Lianxi(program, folder)
    names = ["x" + text + str(number) for number, text in enumerate(books.NASTY)]
    (folder / "book.yaml").write_text("alliance: {name: A, founded: 2017-01-01, office: u0}\nunits:\n" + "".join(
        "- {id: u%d, name: %s}\n" % (number, books.quoted(name)) for number, name in enumerate(names)))
    programs = folder / "bin"
    programs.mkdir()
    (programs / "lianxi").symlink_to(lianxi.program)
    env = {**ENVIRONMENT, "PATH": f"{programs}:{ENVIRONMENT['PATH']}", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    for shell, script in [("bash", BASH), ("zsh", ZSH), ("fish", None)]:
        if not shutil.which(shell):
            passed_over.add(shell + ": not installed")
            continue
        path = folder / ("completion." + shell)
        path.write_bytes(lianxi.run("completion", shell))
        words = {"bash": ["bash", "--norc", "-c", script, "_", path], "zsh": ["zsh", "-f", "-c", script, "_", path],
                 "fish": ["fish", "--no-config", "-c", f"source {path}; complete -C 'lianxi due --unit x'"]}[shell]
        done = subprocess.run(words, cwd=lianxi.folder, env=env, capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
        count["outputs"] += 1
        if shell == "bash":
            offered = done.stdout.decode("utf-8").split("\0")
            count["read back"] += len(offered) - 1
            check("bash", (f"{name!r} is no word" for name in names
                           if not re.search("[\n\r\t]", name) and readers.flat(name) not in map(readers.flat, offered)))
            check("bash", [done.stderr.decode("utf-8")] if done.stderr else [])


# ---- all of it -----------------------------------------------------------------------------------------------------------------

def check_turn(program, turn, top):
    folders = {name: top / name for name in ("book", "faulty", "plain", "names", "git", "shells", "out")}
    for folder in folders.values():
        folder.mkdir()
    (folders["book"] / "book.yaml").write_text(books.book(turn), "utf-8")
    (folders["faulty"] / "book.yaml").write_text(books.faulty_book(turn), "utf-8")
    (folders["plain"] / "book.yaml").write_text(books.BOOK, "utf-8")
    lianxi, faulty, plain = (Lianxi(program, folders[name]) for name in ("book", "faulty", "plain"))
    named = books.texts(turn)
    count["texts"] += len(named)
    records = json.loads(lianxi.text("validate", "--format", "json"))
    check("validate", (f"{one['rule']}: {one['message']}" for one in records["findings"] if one["severity"] == "error"))
    check_texts(lianxi, faulty)
    check_markdown(lianxi, named)
    check_pages(lianxi, named)
    check_office_files(lianxi, named, folders["out"])
    check_csv(lianxi, named, folders["out"])
    check_database(lianxi, named, folders["out"])
    check_calendar(lianxi, plain)
    check_findings(faulty)
    check_json(lianxi)
    check_shells(program, folders["shells"])
    check_git(program, folders["git"], turn)
    check_names(program, folders["names"])
    check("shells", (f"somebody made {path}" for path in top.rglob("PWNED")))


def main(program, turns="1", first="0"):
    for turn in range(int(first), int(first) + int(turns)):
        top = pathlib.Path(tempfile.mkdtemp(prefix="lianxi-untrusted-"))
        before = len(faults)
        try:
            check_turn(program, turn, top)
        finally:
            shutil.rmtree(top, ignore_errors=True)
        if len(faults) > before:
            print(f"turn {turn}: {len(faults) - before} faults")
    print("\n".join(faults[:200]))
    for what in sorted(passed_over):
        print("passed over:", what)
    print(f"measured: untrusted texts {count['texts']}, outputs {count['outputs']}, read back {count['read back']} times")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
