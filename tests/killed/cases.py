"""What is broken off: a folder as it was, a command, and what is run next.

A case makes its folder and names the words of its command. `next_words` are run afterwards, and
have to bring the folder into the state that they lead to from the old one or from the new one, with
nothing left lying about. `whole` says that the old state or the new one is to be found at any
moment; else each file is one of the two.
"""
import shutil
import subprocess
from dataclasses import dataclass, field

FILES = {
    "alliance.yaml": "alliance:\n  name: A\n  founded: 2013-05-20\n  office: a\n",
    "units.yaml": "units:\n- id: a\n  name: Office  # the first\n  head: Chair\n"
                  "- id: b\n  name: Station\n  head: Chair\n",
    "meetings/q1.yaml": "meetings:\n- id: q1\n  kind: regular\n  date: 2017-03-01\n  chair: b\n",
    "donations.yaml": "funds:\n- id: f\n  name: Fund\n  steward: b\n",
}
UNITS_SHEET = {"new.csv": "id,name,head\nc,School,Chair\nd,Bank,Chair\n"}
SLIPS = {"x.yaml": "units:\n  - {id: c，name: School, head: Chair}\n",
         "y.yaml": "units:\n  - {id: d，name: Bank, head: Chair}\n"}
OLD_PAPERS = {"papers/minutes-q1.md": "an older one\n", "papers/mine.txt": "notes\n"}


def as_files(texts):
    def make(folder):
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf8")
            path.chmod(0o640)
    return make


def in_git(texts):
    def make(folder):
        as_files(texts)(folder)
        subprocess.run(["git", "-C", folder, "init", "-q", "--template="], check=True)
    return make


@dataclass
class Case:
    name: str
    words: list
    make: object = field(default_factory=lambda: as_files(FILES))
    next_words: list = None
    whole: bool = True
    # Whether a library of others writes too, which does not carry on where a signal broke it off.
    may_give_up: bool = False

    def after(self):
        return self.next_words or self.words


def everywhere():
    later = ["set", "units/a", "note=later"]
    yield Case("set", ["set", "units/b", "note=changed"], next_words=later)
    yield Case("rename", ["rename", "units/b", "c"], next_words=later)
    new_unit = ["new", "unit", "c", "name=School", "head=Chair", "--file", "2018/units.yaml"]
    yield Case("new", new_unit, next_words=[*new_unit[:2], "d", "name=Bank", *new_unit[4:]])
    yield Case("import", ["import", "units", "new.csv", "--write"], as_files(FILES | UNITS_SHEET), later)
    yield Case("--fix", ["validate", "--fix"], as_files(FILES | SLIPS), later)
    yield Case("report -o", ["report", "quarterly", "2017-Q1", "-o", "q1.md"])
    yield Case("report -o over", ["report", "quarterly", "2017-Q1", "--force", "-o", "q1.md"],
               as_files(FILES | {"q1.md": "an older one\n"}))
    yield Case("report xlsx", ["report", "quarterly", "2017-Q1", "-o", "q1.xlsx"], may_give_up=True)
    yield Case("report docx", ["report", "quarterly", "2017-Q1", "-o", "q1.docx"])
    yield Case("report all", ["report", "all", "2017-Q1", "--force", "-o", "papers"],
               as_files(FILES | OLD_PAPERS), whole=False)
    for ending in ("json", "ndjson", "sqlite", "xlsx", "ics"):
        yield Case(f"export {ending}", ["export", "--force", "-o", f"book.{ending}"],
                   as_files(FILES | {f"book.{ending}": "an older one\n"}),
                   may_give_up=ending == "xlsx")
    yield Case("export csv", ["export", "--format", "csv", "--force", "-o", "tables"], whole=False)
    if shutil.which("git"):
        yield Case("hook install", ["hook", "install"], in_git(FILES), whole=False, may_give_up=True)
        yield Case("init --git", ["init", "new/book", "--git"], in_git({}), whole=False,
                   may_give_up=True)
    yield Case("init", ["init", "new/book"], as_files({}), whole=False)
