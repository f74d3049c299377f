#!/usr/bin/env python3
"""coverage.py BUILD [--keep] [--list]: which lines and branches of what is
judged, counted and written the tests run.

Only the folders below are compiled anew, to count; all other objects are those of BUILD. The
library that comes of it stands before BUILD's own when its tests are run. Prints a row a folder,
with --list the lines that no test runs, and ends with 1 where less are run than `wanted`."""
import argparse
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

root = pathlib.Path(__file__).resolve().parent.parent.parent
folders = ["records", "followup", "rules", "figures", "writing"]
counted = re.compile(r"lianxi[_/](?:" + "|".join(folders) + r")[_/]")
# What takes long, looks at other things than these folders, or limits the size of files, which the
# counts need.
left_out = re.compile(r"^(fuzz|bench|peers|parallel|install|supply|tidy|format|layers|layout|citations|"
                      r"rebuild|manual|coverage|clang|unit|git|fix/safety|hostile|untrusted|privacy|"
                      r"resources|killed|reference/sameness|cli/report_output)")
jobs = os.cpu_count() or 1
wanted = (97, 90)  # percent of lines and branches that must be run, in each folder


def ninja_commands(build, target):
    listed = subprocess.run(["ninja", "-C", build, "-t", "commands", target], check=True,
                            stdout=subprocess.PIPE, text=True).stdout
    return listed.splitlines()


def object_of(command):
    found = re.search(r" -o (\S+\.o) -c ", command)
    return found.group(1) if found else None


def compile_counted(build, out, command):
    """Compiles one object to count, and says under which name."""
    name = object_of(command)
    counting = out / (re.sub(r"\W", "_", name) + ".o")
    words = shlex.split(command)
    while not words[0].endswith(("g++", "c++")):
        words.pop(0)  # a cache keeps no notes of what is counted
    words[words.index("-o") + 1] = str(counting)
    for option in ("-MF", "-MT"):
        at = words.index(option)
        del words[at:at + 2]
    dropped = {"-MD", "-Winvalid-pch", "-O1", "-O2", "-O3", "-Werror", "-D_FORTIFY_SOURCE=2"}
    words = [word for word in words if word not in dropped]
    subprocess.run([*words, "-w", "-O0", "--coverage", "-fprofile-update=single"], cwd=build,
                   check=True)
    return name, str(counting)


def link(build, command, output, into, replaced):
    """Links as BUILD did, with other objects and into another file."""
    words = shlex.split(command.split("&&")[1])
    words = [replaced.get(word, word) for word in words]
    words[words.index("-o") + 1] = str(into / output)
    subprocess.run([*words, "--coverage"], cwd=build, check=True)


def build_counted(build, out):
    """A library and a program of unit tests that count; gives the folder of both."""
    objects = {}
    commands = ninja_commands(build, "tests/lianxi-tests") + ninja_commands(build, "liblianxi.so")
    for command in commands:
        name = object_of(command)
        if name and counted.search(name):
            objects.setdefault(name, command)
    with ThreadPoolExecutor(jobs) as pool:
        made = pool.map(lambda command: compile_counted(build, out, command), objects.values())
        replaced = dict(made)
    links = {re.search(r" -o (\S+)", line).group(1): line for line in commands
             if " -o " in line and not object_of(line)}
    library = next(name for name in links if "liblianxi.so" in name)
    link(build, links[library], library, out, replaced)
    soname = re.search(r"-soname,(\S+)", links[library]).group(1)
    (out / soname).unlink(missing_ok=True)
    (out / soname).symlink_to(library)
    link(build, links["tests/lianxi-tests"], "lianxi-tests", out, replaced)


def tests_of(build):
    # Even where it runs none, ctest begins a log: asked in BUILD it would take that of those that
    # run this.
    with tempfile.TemporaryDirectory() as apart:
        pathlib.Path(apart, "CTestTestfile.cmake").write_text(f'subdirs("{build}")\n')
        shown = subprocess.run(["ctest", "--test-dir", apart, "--show-only=json-v1"], check=True,
                               stdout=subprocess.PIPE, text=True).stdout
    for test in json.loads(shown)["tests"]:
        if "command" in test and not left_out.search(test["name"]):
            yield test["name"], test["command"]


def run_test(environment, name, command):
    done = subprocess.run(command, cwd=root, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    return name, done.returncode, done.stdout.decode(errors="replace")[-3000:]


def run_tests(build, out):
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("LANG", "LIANXI_TODAY", "NO_COLOR")}
    # More random edits take long, and come to no line that these do not.
    environment.update(LD_LIBRARY_PATH=str(out), LC_ALL="C", TZ="UTC", LIANXI_EDITS="3000")
    program, long_ones = str(out / "lianxi-tests"), "*/writing_test*,*/file_merge_test*"
    tests = [("unit/long", [program, f"--source-file={long_ones}"]),
             ("unit/others", [program, f"--source-file-exclude={long_ones},*/large_files*"]),
             *tests_of(build)]
    with ThreadPoolExecutor(jobs) as pool:
        results = list(pool.map(lambda test: run_test(environment, *test), tests))
    for name, status, text in results:
        if status not in (0, 77):
            print(f"{name} failed:\n{text}")
    return all(status in (0, 77) for _, status, _ in results)


def counts(out):
    """Of each file what gcov counted."""
    summary = out / "summary.json"
    filters = [word for folder in folders for word in ("--filter", f"{root}/lib/lianxi/{folder}/")]
    subprocess.run(["gcovr", "--root", root, "--object-directory", out, *filters,
                    "--exclude-unreachable-branches", "--exclude-throw-branches",
                    "--gcov-ignore-parse-errors", "-j", str(jobs), "--json-summary", summary,
                    "--json", out / "lines.json", out],
                   check=True, stdout=subprocess.DEVNULL, cwd=out)
    return json.loads(summary.read_text())["files"]


def percent(part, whole):
    return f"{part * 1000 // whole / 10:.1f}" if whole else "—"


def table(files):
    fine = True
    for folder in folders:
        own = [file for file in files if f"lib/lianxi/{folder}/" in file["filename"]]
        sums = [sum(file[key] for file in own) for key in
                ("line_covered", "line_total", "branch_covered", "branch_total")]
        lines, branches = wanted
        fine &= sums[0] * 100 >= lines * sums[1] and sums[2] * 100 >= branches * sums[3]
        print(f"measured: coverage of {folder:9} {percent(*sums[:2])} % of {sums[1]} lines, "
              f"{percent(*sums[2:])} % of {sums[3]} branches")
    return fine


def list_missed(out):
    for file in json.loads((out / "lines.json").read_text())["files"]:
        missed = [line["line_number"] for line in file["lines"]
                  if line["count"] == 0 and not line.get("gcovr/noncode")]
        half = [line["line_number"] for line in file["lines"] if line["count"] and
                any(branch["count"] == 0 for branch in line["branches"])]
        if missed or half:
            print(f"{file['file']}: not run {missed}, one way only {half}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--keep", action="store_true", help="counts on with what was compiled")
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    if not shutil.which("gcovr") or not shutil.which("ninja"):
        sys.exit(77)
    out = arguments.build / "coverage"
    if not (arguments.keep and out.is_dir()):
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
        build_counted(arguments.build, out)
    fine = run_tests(arguments.build, out)
    files = counts(out)
    if arguments.list:
        list_missed(out)
    sys.exit(0 if table(files) and fine else 1)


main()
