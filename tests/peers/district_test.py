"""What lianxi-district(7) tells people to type works, and databases roll up as lianxi does.

    district_test.py LIANXI SQL_FOLDER ENGINE PAGE OTHER_LANGUAGE'S_PAGE

Of the page all commands before the engine's section are run, then those of that section, on books of
many alliances that are cloned from repositories as the page has it. Wherever a command runs
rollup.sql, each figure of each book and of the totals has to be that of `lianxi rollup`, to the cent.
ENGINE is DUCKDB, POSTGRESQL or CLICKHOUSE. Where its programs are missing it prints SKIP, but not in
CI: there they have to be.
"""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from district_books import write_books
from district_engines import ENGINES

LIANXI, SQL, PAGE, OTHER = (Path(sys.argv[i]).resolve() for i in (1, 2, 4, 5))
ENGINE = sys.argv[3]
DAY, BOOKS = "2018-06-30", 24
MONEY = ("donations", "fund_opening", "fund_received", "fund_granted", "fund_closing", "projects_spent")
# No repository of the test outlives a power cut.
GIT = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsync", "GIT_CONFIG_VALUE_0": "none"}
RATES = ("attendance_rate", "completion_rate", "on_time_rate")


def sections(page):
    """[(heading, [commands])], each command with the lines that belong to it."""
    text = page.read_text(encoding="utf-8").replace(r"\e", "\\").replace(r"\(aq", "'")
    found = []
    for part in text.split("\n.Sh ")[1:]:
        heading, body = part.split("\n", 1)
        commands = []
        for line in "".join(re.findall(r"^\.Bd -literal.*\n((?:.*\n)*?)\.Ed$", body, re.M)).splitlines():
            if line.startswith("$ "):
                commands.append(line[2:])
            elif line.startswith(">"):
                commands[-1] += "\n" + line[1:]
        found.append((heading, commands))
    return found


def commands_for_engine():
    ours, theirs = sections(PAGE), sections(OTHER)
    if [commands for _, commands in ours] != [commands for _, commands in theirs]:
        sys.exit("the pages of the two languages do not give the same commands")
    with_commands = [section for section in ours if section[1]]
    own = [commands for heading, commands in with_commands if heading == ENGINE]
    if len(with_commands) != 6 or len(own) != 1:
        sys.exit(f"the page has not the sections that are to be tried: {[h for h, _ in with_commands]}")
    # How books are collected, rolled up and exported; then what to do with the tables.
    wanted = [commands for _, commands in with_commands[:3]] + own
    return [command.replace("/usr/share/lianxi/district", str(SQL)) for part in wanted for command in part]


def publish(folder):
    """The alliances' repositories, and the district's file of their addresses."""
    environment = os.environ | GIT | {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER")
                                for what in ("NAME", "EMAIL")}
    addresses = []
    for book in write_books(folder / "alliances", BOOKS):
        for command in (["init", "-qb", "main"], ["add", "-A"], ["commit", "-qm", "The book so far"]):
            subprocess.run(["git", "-C", book, *command], env=environment, check=True)
        addresses.append(f"{book.name} {book}\n")
    (folder / "addresses").write_text("".join(addresses))


class Shell:
    """One shell in which all commands are run, so that what one sets the next one has."""

    def __init__(self, folder, environment):
        self.mark, folder = "=== end of a command ===", folder
        self.process = subprocess.Popen(["bash", "--norc"], cwd=folder, env=environment, text=True,
                                        encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def run(self, command):
        self.process.stdin.write(f"{command}\n\nprintf '\\n%s %s\\n' '{self.mark}' $?\n")
        self.process.stdin.flush()
        said = ""
        while (line := self.process.stdout.readline()) and not line.startswith(self.mark):
            said += line
        if line.split()[-1:] != ["0"]:
            sys.exit(f"$ {command}\n{said}{line}")
        return said.rstrip("\n")


def figure(row, key):
    """What SQL says, as lianxi's JSON has it."""
    value = row[key]
    if value in ("", "\\N"):
        return None
    if key in RATES:
        return round(float(value), 6)
    return int(value)


def expected(line, key):
    value = line[key]
    if value is None:
        return None
    if key in MONEY:
        return int(value.replace(".", ""))
    return value["value"] if key == "served" else value


def compare(command, said, rollup):
    rows = {row["book"]: row for row in csv.DictReader(io.StringIO(said))}
    lines = {Path(line["path"]).name: line for line in rollup["books"]} | {"": rollup["totals"]}
    faults = [f"{set(rows) ^ set(lines)} is only on one side"] if set(rows) != set(lines) else []
    for book, line in lines.items():
        for key in (key for key in line if key not in ("path", "book", "record_errors", "unread")):
            if book in rows and figure(rows[book], key) != expected(line, key):
                faults.append(f"{book or 'total'}: {key} is {line[key]}, SQL says {rows[book][key]}")
        served = line["served"] and line["served"]["qualifier"]
        if book in rows and (rows[book]["served_qualifier"].replace("\\N", "") or None) != served:
            faults.append(f"{book or 'total'}: served is {served}, SQL says {rows[book]['served_qualifier']}")
    if faults:
        sys.exit(f"$ {command}\n" + "\n".join(faults[:20]))
    print(f"{len(lines)} lines of {len(line)} figures agree")


def try_page(folder, environment):
    shell, period, compared = Shell(folder, environment), "all", 0
    for command in commands_for_engine():
        said = shell.run(command)
        print(f"$ {command}\n{said[:400]}\n", flush=True)
        if "2017-12-31" in command:
            period = "2017"
        if "rollup.sql" in command:
            done = subprocess.run([LIANXI, "rollup", "books.txt", "--period", period, "--format", "json"],
                                  cwd=folder, env=environment, capture_output=True, check=True)
            compare(command, said, json.loads(done.stdout))
            compared += 1
    if compared < 2:
        sys.exit("nothing was compared")


def main():
    engine = ENGINES[ENGINE]
    if missing := [program for program in engine.programs() if not shutil.which(program)]:
        print("SKIP" if not os.environ.get("CI") else "missing:", missing)
        sys.exit(1 if os.environ.get("CI") else 0)
    with tempfile.TemporaryDirectory(prefix="lianxi-") as name:
        folder = Path(name).resolve()
        (folder / "bin").mkdir()
        (folder / "bin" / "lianxi").symlink_to(LIANXI)
        (folder / "district").mkdir()
        publish(folder)
        shutil.move(folder / "addresses", folder / "district")
        environment = os.environ | GIT | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "LIANXI_TODAY": DAY,
                                    "LC_ALL": "C.UTF-8", "HOME": str(folder)}
        with engine(folder, environment):
            try_page(folder / "district", environment)


main()
