"""What the program takes stands in the manual, in both languages: manual_pages_test.py TOOL

Commands, options, report kinds, environment variables and the rules of the follow-up come from the
program and its sources, and so do the keys of its JSON. And the other way round: whatever a
message, a page, an example or the README tells people to run, `lianxi WORD`, is a command.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

TOOL = sys.argv[1]
ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = {"English": ROOT / "man", "Chinese": ROOT / "man" / "zh_CN"}
SAMPLE = ROOT / "data-samples" / "nanjing-south"

# What follows the program's name in running text, and is no command.
PROSE = {"and", "book", "in", "is", "keeps", "on"}

faults = []


def check(holds, fault):
    if not holds:
        faults.append(fault)


def run(*arguments):
    done = subprocess.run([TOOL, "--lang", "en", *arguments], capture_output=True, text=True,
                          encoding="utf-8", stdin=subprocess.DEVNULL)
    if done.returncode > 1:
        sys.exit(f"lianxi {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def commands():
    """The words that begin the lines under the heading of the commands."""
    block = re.search(r"^(?:Sub)?[Cc]ommands:\n((?:  .*\n)+)", run("--help"), re.M)
    return re.findall(r"^  ([a-z][a-z-]*)", block[1], re.M) if block else []


def options(*command):
    """As the help writes them at the beginning of a line: ["-o", "--output"]."""
    lines = re.findall(r"^  (-{1,2}[a-z][\w,-]*)", run(*command, "--help"), re.M | re.I)
    return [name for line in lines for name in line.split(",")]


def report_kinds():
    return re.findall(r"^([a-z][a-z-]*)", run("report"), re.M)


def followup_rules():
    rules = json.loads(run("rules", "--format", "json"))["rules"]
    return [rule["rule"] for rule in rules if rule["command"] == "followup"]


def source_files():
    return [path for folder in ("lib", "tools") for path in sorted((ROOT / folder).rglob("*"))
            if path.suffix in {".cpp", ".hpp", ".def", ".in", ".sh"}]


def environment_variables():
    """Names given to getenv() or environment(), at once or through a list that a loop walks."""
    names = set()
    for path in source_files():
        text = path.read_text(encoding="utf-8")
        names.update(re.findall(r'\b(?:getenv|environment)\("(\w+)"\)', text))
        for listed in re.findall(r"for \(const char\* name : \{([^}]*)\}\)\s*[^;]*environment\(name\)",
                                 text):
            names.update(re.findall(r'"(\w+)"', listed))
    return sorted(names)


def keys_of(value):
    """Every key of a JSON value; those that a book names itself are left out."""
    if isinstance(value, list):
        return {key for element in value for key in keys_of(element)}
    if not isinstance(value, dict):
        return set()
    keys = set(value)
    for key, inner in value.items():
        keys |= set() if key == "by_category" else keys_of(inner)
    return keys


def json_keys():
    book = ["-C", str(SAMPLE), "--as-of", "2017-09-30"]
    keys = set().union(*(keys_of(json.loads(run(*book, command, "--format", "json")))
                         for command in ("validate", "followup", "stats", "due")))
    keys |= keys_of(json.loads(run("--as-of", "2017-09-30", "rollup", str(SAMPLE), "no-book", "--format", "json")))
    shown = json.loads(run(*book, "show", "2015-q1/r2", "--format", "json"))
    del shown["fields"]  # those are the records' own
    # What a comparison says takes a git repository; its schema has the keys, too.
    compared = json.loads(run("schema", "--output", "diff"))
    for shape in (compared, *compared["$defs"].values()):
        keys |= set(shape["properties"])
    return sorted(keys | keys_of(shown))


def has_macro(page, macro, word):
    """Whether the page has the word as an argument of that macro: `.It Fl C , Fl -book`."""
    return re.search(rf"^\..*\b{macro} {re.escape(word)}(?![\w-])", page, re.M) is not None


def has_heading(page, macro, word):
    """Whether an item of a list is headed by it."""
    return re.search(rf"^\.It {macro} {re.escape(word)}(?![\w-])", page, re.M) is not None


def section(page, word):
    """What the page says of a command: from its item in the outermost list to the next one."""
    depth, taken, lines = 0, None, []
    for line in page.splitlines():
        if line.startswith(".El"):
            depth -= 1
        if line.startswith(".It ") and depth == 1:
            taken = re.match(rf"\.It Cm {re.escape(word)}( |$)", line)
        if line.startswith(".Sh "):
            taken = None
        if taken:
            lines.append(line)
        if line.startswith(".Bl "):
            depth += 1
    return "\n".join(lines)


def check_program_page(language, page):
    where = f"in the {language} lianxi.1"
    shared = set(options())
    for option in sorted(shared):
        check(has_macro(page, "Fl", option[1:]), f"option {option} is not {where}")
    for command in commands():
        text = section(page, command)
        check(text, f"command {command} is not {where}")
        for option in sorted(set(options(command)) - shared):
            check(has_macro(text, "Fl", option[1:]),
                  f"option {option} of {command} is not {where}, under that command")
    for kind in report_kinds():
        check(has_heading(page, "Cm", kind), f"report kind {kind} is not {where}")
    for name in environment_variables():
        check(has_macro(page, "Ev", name) or re.search(rf"^\.It Ev .*\b{name}\b", page, re.M),
              f"environment variable {name} is not {where}")


def check_json_page(language, page):
    where = f"in the {language} lianxi-json.5"
    for key in json_keys():
        check(re.search(rf"(?<![\w-]){key}(?![\w-])", page), f"key {key} is not {where}")
    examples = re.findall(r"^\.Bd -literal\n(\{.*?)\n\.Ed", page, re.M | re.S)
    check(len(examples) == 3, f"there are {len(examples)} examples {where}, not 3")
    for number, example in enumerate(examples, 1):
        try:
            json.loads(re.sub(r"\\\((?:lq|rq)", "'", example))
        except ValueError as error:
            check(False, f"example {number} {where} is not JSON: {error}")


def check_pages():
    for language, folder in LANGUAGES.items():
        check_program_page(language, (folder / "lianxi.1").read_text(encoding="utf-8"))
        check_json_page(language, (folder / "lianxi-json.5").read_text(encoding="utf-8"))
        followup = (folder / "lianxi-followup.7").read_text(encoding="utf-8")
        for rule in followup_rules():
            check(has_heading(followup, "Ic", rule),
                  f"rule {rule} is not in the {language} lianxi-followup.7")


def check_examples():
    """The example records are a book without a fault, with something in each collection."""
    for language, folder in LANGUAGES.items():
        book = json.loads(run("-C", str(folder / "examples"), "--as-of", "2017-12-31", "validate",
                              "--strict", "--format", "json"))
        for finding in book["findings"]:
            check(finding["severity"] == "info",
                  f"{folder.name}/examples/{finding['file']}:{finding['line']}: {finding['message']}")
        for collection, number in book["records"].items():
            check(number, f"the {language} examples have no record of {collection}")


def told_files():
    """Where people are told what to run."""
    pages = [path for folder in (ROOT / "man", SAMPLE.parent) for path in sorted(folder.rglob("*"))
             if path.is_file() and path.suffix not in {".pdf", ".jpg", ".png"}]
    return [*source_files(), *pages, ROOT / "README.md", ROOT / "CHANGELOG.md"]


def called_commands(text):
    """(position, WORD) of each `lianxi [GLOBAL OPTION]… WORD`, sentences about lianxi too."""
    text = re.sub(r'"\s*\n\s*"', lambda gap: " " * len(gap[0]), text)  # one literal over two lines
    option = r"(?:(?:-C|-j|--(?:book|as-of|lang|color|jobs))[ =]\S+|-q|--quiet)[ ]+"
    # Not in `namespace lianxi`, not as part of a path or another name.
    call = rf"(?<![\w./:-])lianxi[ ]+(?:{option})*([a-z][a-z-]*)(?![\w:(-]|\.\w)"
    for found in re.finditer(call, text):
        if not text[:found.start()].endswith("namespace "):
            yield found.start(), found[1]


def check_calls():
    known = set(commands()) | PROSE
    for path in told_files():
        text = path.read_text(encoding="utf-8", errors="replace")
        for at, word in called_commands(text):
            line = text.count("\n", 0, at) + 1
            check(word in known,
                  f"{path.relative_to(ROOT)}:{line}: there is no command “lianxi {word}” "
                  "(a word of a sentence belongs into PROSE)")


def main():
    # Whatever finds nothing would let everything pass.
    for name, found in [("command", commands()), ("option", options()), ("kind", report_kinds()),
                        ("variable", environment_variables()), ("rule", followup_rules())]:
        check(found, f"no {name} was found in what the program says or its sources")
    check_pages()
    check_examples()
    check_calls()
    sys.exit("\n".join(faults) or None)


main()
