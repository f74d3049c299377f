"""One change compiles few files anew: rebuild_test.py BUILD-FOLDER

Nothing is touched and nothing is built: what the compiler read for each object, the build remembers
(Ninja in its log of dependencies, make in a file beside each object). For a change of each kind, the
files it touches are held against that, over all targets.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

BUILD = Path(sys.argv[1]).resolve()
ROOT = Path(__file__).resolve().parent.parent
SKIPPED = 77

# A change, the files that it touches, and how many objects may be compiled for it.
CHANGES = [
    ("a field", ["lib/lianxi/records/units.hpp", "lib/lianxi/records/units.cpp"], 25),
    ("a rule", ["lib/lianxi/rules/validate/head_missing.cpp", "lib/lianxi/rules/rules.def"], 3),
    ("a report", ["lib/lianxi/reports/kinds/fund.cpp", "lib/lianxi/reports/reports.def"], 3),
    ("a command", ["tools/init_command.cpp", "tools/commands.def"], 3),
]


def read_by_ninja():
    """What each object was made from, as Ninja remembers it."""
    done = subprocess.run(["ninja", "-C", BUILD, "-t", "deps"], capture_output=True, text=True)
    read, files = {}, set()
    for line in done.stdout.splitlines():
        if line.startswith(" "):
            files.add((BUILD / line.strip()).resolve())
        elif ": #deps" in line:
            files = read[line.split(": #deps")[0]] = set()
    return read


def read_by_make():
    """The same, from the files that the compiler wrote beside the objects."""
    read = {}
    for path in BUILD.rglob("*.o.d"):
        words = path.read_text().replace("\\\n", " ").partition(":")[2].split()
        # CMake runs the compiler in the folder of the build that mirrors the sources'.
        folder = path.parent
        while folder.name != "CMakeFiles":
            folder = folder.parent
        read[str(path)] = {(folder.parent / word).resolve() for word in words}
    return read


def main():
    read = read_by_ninja() if (BUILD / "build.ninja").exists() else read_by_make()
    objects = len(json.loads((BUILD / "compile_commands.json").read_text()))
    if len(read) < objects:
        print(f"passed over: {len(read)} of {objects} files are compiled, build all of them first")
        return SKIPPED

    failed = False
    for change, files, allowed in CHANGES:
        touched = {ROOT / file for file in files}
        for file in touched:
            if not file.exists():
                sys.exit(f"{file} is gone: choose another example of {change}")
        compiled = sorted(name for name, sources in read.items() if sources & touched)
        print(f"{change}: {len(compiled)} of {objects}, {allowed} allowed ({', '.join(files)})")
        if not 0 < len(compiled) <= allowed:
            failed = True
            print(*(re.sub(r".*\.dir/", "    ", name) for name in compiled), sep="\n")
    return 1 if failed else 0


sys.exit(main())
