#!/usr/bin/env python3
"""Whatever lies in a book, lianxi says what is wrong with it, soon, in little room, and harms nobody.

    hostile_test.py LIANXI [--whole] [--update] [--without-bounds] [WORD…]

Makes each input, runs lianxi on it, and checks how it ends, what it says, how long it takes and how much memory it
needs; that it prints no more than a person reads, in UTF-8, with nothing in it that a terminal or what runs a job
would obey. WORDs choose inputs by their names. Without --whole the large ones are left out; with --update the table
of README.md is written anew, else it is held against what happened. Bounds are those of a Release build: what is built
to find faults may take longer, with --without-bounds.
"""
import collections
import dataclasses
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

import file_inputs
import large_inputs
import sheet_inputs
import yaml_inputs
from inputs import MB

HERE = pathlib.Path(__file__).resolve().parent
README = HERE / "README.md"
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC", "LIANXI_TODAY": "2017-12-31", "HOME": "/nonexistent"}
NOBODY = 65534
LARGEST_READ = 256 * 1024 * 1024

# What a runner would obey: see ActionCommand.cs of actions/runner, and Azure's and TeamCity's pages.
COMMAND = re.compile(r"##[a-z]*\[|^\s*::[A-Za-z][^\n]*?::", re.M)
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclasses.dataclass
class Run:
    status: int
    seconds: float  # of the processor, whatever else the machine does
    peak: float
    output: int
    said: str  # the first part of it


def size_of(folder):
    """The bytes that a reader may have to look at."""
    sizes = [os.lstat(os.path.join(place, name)).st_size for place, _, names in os.walk(folder) for name in names]
    return sum(size for size in sizes if size <= LARGEST_READ)


def begin(command, folder, out, is_for_nobody):
    user = NOBODY if is_for_nobody and os.geteuid() == 0 else None
    return subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                            user=user, extra_groups=[] if user else None, start_new_session=True)


def wait(process, seconds):
    """Its exit status, minus the signal's number where one ended it, and what it used."""
    def too_long(*_):
        os.killpg(process.pid, signal.SIGKILL)
    signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    _, status, usage = os.wait4(process.pid, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage


def run(lianxi, case, folder, is_bounded):
    with tempfile.TemporaryFile() as out:
        status, usage = wait(begin([lianxi, *case.command], folder, out, case.is_for_nobody), (4 if is_bounded else 60) * case.seconds + 10)
        seconds = usage.ru_utime + usage.ru_stime
        size = out.tell()
        out.seek(0)
        said = out.read(5 * MB)
    if size <= len(said):
        said = said.decode("utf-8")  # which has to be
    else:
        said = said.decode("utf-8", "ignore")
    return Run(status, seconds, usage.ru_maxrss * 1024, size, said)


def faults_of(case, done, size, is_bounded):
    if done.status not in case.statuses:
        yield f"ends with {done.status} instead of {case.statuses}"
    for part in case.finds:
        if part not in done.said:
            yield f"does not say “{part}”"
    if is_bounded and done.seconds > case.seconds:
        yield f"takes {done.seconds:.1f} s"
    if is_bounded and done.peak > case.peak + case.times * size:
        yield f"needs {done.peak / MB:.0f} MB for {size / MB:.1f} MB"
    if done.output > case.output:
        yield f"prints {done.output} bytes"
    for what, pattern in [("a control character", CONTROL), ("a runner's command", COMMAND)]:
        found = pattern.search(done.said)
        if found:
            yield f"prints {what}: {done.said[max(0, found.start() - 20):found.end() + 20]!r}"


def rules_in(said):
    return collections.Counter(re.findall(r"^\S.*: (?:error|warning|info): .* \[([a-z-]+)\]$", said, re.M))


def happened(case, done):
    """In a few words that stay what they are when a message is reworded."""
    rules = [rule if number == 1 else f"{rule}, {'many times' if number > 9 else f'{number} times'}"
             for rule, number in sorted(rules_in(done.said).items())]
    if rules:
        return f"exit {done.status}: {'; '.join(rules)}"
    complaint = re.search(r"^lianxi: (.*)$", done.said, re.M)
    return f"exit {done.status}" + (": says why" if complaint or done.status not in (0, 1) else "")


def bin_of(value, unit, bounds):
    return next((f"≤ {bound} {unit}" for bound in bounds if value <= bound), f"> {bounds[-1]} {unit}")


def row_of(case, done):
    name = re.sub(r"([|*_\\<`\[])", r"\\\1", case.name)
    return (f"| {name} | {happened(case, done)} | {bin_of(done.seconds, 's', (0.2, 0.5, 1, 2, 5, 10, 20, 60))} "
            f"| {bin_of(done.peak / MB, 'MB', (30, 50, 100, 200, 500, 1000, 2000))} |")


def try_case(lianxi, case, faults, is_bounded):
    """Runs it; the row that tells of it."""
    top = pathlib.Path(tempfile.mkdtemp(prefix="lianxi-hostile-"))
    top.chmod(0o755)
    folder = top / "book"
    folder.mkdir()
    try:
        (folder / "0.yaml").write_text(case.alliance, "utf-8")
        case.make(folder)
        done = run(lianxi, case, folder, is_bounded)
        for fault in faults_of(case, done, size_of(top), is_bounded):
            faults.append(f"{case.kind}: {case.name}: {fault}")
        return row_of(case, done), done
    except UnicodeDecodeError as error:
        faults.append(f"{case.kind}: {case.name}: prints what is not UTF-8: {error}")
        return None
    finally:
        subprocess.run(["rm", "-rf", top], check=False)  # which goes as deep as folders do


def table_of(rows):
    lines = []
    for kind, some in rows.items():
        lines += [f"## {kind[0].upper() + kind[1:]}", "", "| Input | What happens | Time | Memory |", "| --- | --- | --- | --- |",
                  *some, ""]
    return "\n".join(lines)


def write_readme(rows):
    text = README.read_text("utf-8")
    README.write_text(text[:text.index("\n## ") + 1] + table_of(rows), "utf-8")


def stale_rows(rows):
    """What happened, but for time and memory, stands in the table."""
    known = {tuple(line.split(" | ")[:2]) for line in README.read_text("utf-8").split("\n")}
    for some in rows.values():
        for row in some:
            if tuple(row.split(" | ")[:2]) not in known:
                yield "README.md does not say, or says otherwise: " + row


def main(lianxi, *words):
    options = {word for word in words if word.startswith("--")}
    wanted = [word for word in words if word and word not in options]
    whole = "--whole" in options
    faults, rows, output, slowest, largest = [], {}, 0, 0, 0
    for group in (yaml_inputs, large_inputs, file_inputs, sheet_inputs):
        for case in group.cases():
            if (case.is_slow and not whole) or (wanted and not any(word in case.name for word in wanted)):
                continue
            told = try_case(os.path.abspath(lianxi), case, faults, "--without-bounds" not in options)
            if not told:
                continue
            row, done = told
            rows.setdefault(case.kind, []).append(row)
            output, slowest, largest = output + done.output, max(slowest, done.seconds), max(largest, done.peak)
            if wanted:
                print(row)
    if "--update" in options:
        write_readme(rows)
    faults += stale_rows(rows)
    print("\n".join(faults))
    print(f"measured: hostile inputs {sum(map(len, rows.values()))}, the slowest {slowest:.1f} s, "
          f"the largest {largest / MB:.0f} MB of memory")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
