#!/usr/bin/python3
"""Makes single changes in the sources and looks whether a fast test fails for each.

    mutants.py BUILD [--draw 440] [--seed 20170920] [--in FOLDER …] [--jobs 1] [--only N …]

BUILD is a Release build with tests (`lianxi`, `lianxi-tests`). All the changes drawn are compiled
at once, each behind a switch (BUILD/mutants), and the tests are run with one of them on at a time:
only those that come to it, those first that are quick and found many. Changes that make no
difference are listed with their reasons in equivalent.txt. README.md tells more.
"""

import argparse
import concurrent.futures
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import threading

import mutations

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SLOWEST = 6  # seconds of a processor: what takes longer is not among the fast tests


# ---- building ------------------------------------------------------------------------------


def commands_of(build, target):
    """What makes a target, in order."""
    out = subprocess.run(["ninja", "-C", build, "-t", "commands", target], check=True,
                         capture_output=True, text=True).stdout
    return out.splitlines()


def arguments_of(command):
    """What clang has to know of a compiler's command."""
    return [word for word in command.split() if re.match(r"-[ID]|-std=", word)] + ["-w"]


class Build:
    """The sources with their switches, compiled and linked beside the build that there is."""

    def __init__(self, build, drawn, data, jobs):
        self.build, self.folder = build, os.path.join(build, "mutants")
        self.drawn, self.data, self.jobs = drawn, data, jobs
        self.dropped = set()
        commands = commands_of(build, "lianxi-tests")
        folders = "|".join(mutations.FOLDERS)
        unit = re.compile(rf" -o (\S*unity_lib_lianxi_(?:{folders})_\S*\.o) -c (\S+)")
        self.units = {found[1]: (found[2], command) for command in commands
                      if (found := unit.search(command))}
        self.links = [commands[-1]] + [command for command in commands_of(build, "lianxi")
                                       if " -o liblianxi.so" in command]

    def make(self):
        """Compiles until nothing is left that does not, then links."""
        for name in ("lianxi_mutants.hpp", "lianxi_mutants.cpp"):
            self.write(name, open(os.path.join(HERE, name), "rb").read())
        waiting = set(self.units)
        self.compile_switches()
        self.recall()
        while waiting:
            self.write_sources()
            waiting = {unit for unit in waiting if self.is_old(unit)}
            units = sorted(waiting)
            with concurrent.futures.ThreadPoolExecutor(2 * self.jobs) as pool:
                waiting = {unit for unit, made in zip(units, pool.map(self.compile, units)) if not made}
        with open(os.path.join(self.folder, "dropped"), "w", encoding="utf-8") as file:
            file.writelines(f"{self.drawn[n].order()}\n" for n in sorted(self.dropped))
        for link in self.links:
            self.link(link)
        shutil.copy2(os.path.join(self.build, "lianxi"), self.folder)

    def write(self, name, data):
        """Writes a file where it has to be, unless it is there already."""
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if os.path.exists(path) and open(path, "rb").read() == data:
            return
        with open(path, "wb") as file:
            file.write(data)

    def write_sources(self):
        """Each file with its switches."""
        for path, data in self.data.items():
            here = [(n, one) for n, one in enumerate(self.drawn)
                    if one.path == path and n not in self.dropped]
            text = mutations.with_switches(data, here)
            if path.endswith(".hpp"):
                text = switched_header(text)
            else:
                text = b'#include "lianxi_mutants.hpp"\n#line 1\n' + text
            self.write(path, text)

    def compile_switches(self):
        """What the switches read from the environment."""
        self.run(f"c++ -std=c++20 -O1 -fPIC -c {self.folder}/lianxi_mutants.cpp "
                 f"-o {self.folder}/switches.o")

    def recall(self):
        """What did not compile in an earlier run will not now."""
        path = os.path.join(self.folder, "dropped")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                known = set(file.read().splitlines())
            self.dropped = {n for n, one in enumerate(self.drawn) if str(one.order()) in known}

    def is_old(self, unit):
        """Whether the sources of a unit, or a header, were written after its object."""
        made = os.path.join(self.folder, os.path.basename(unit).replace("cxx.cxx", "mutants.cpp"))
        if not os.path.exists(made):
            return True
        with open(self.units[unit][0], encoding="utf-8") as file:
            own = {os.path.relpath(path, ROOT) for path in re.findall(r'#include "(.*)"', file.read())}
        sources = [path for path in self.data if path in own or path.endswith(".hpp")]
        return any(os.path.getmtime(os.path.join(self.folder, path)) > os.path.getmtime(made)
                   for path in sources)

    def compile(self, unit):
        """Whether a few files together compile; notes what does not."""
        source, command = self.units[unit]
        with open(source, encoding="utf-8") as file:
            text = file.read().replace(f'"{ROOT}/lib/', f'"{self.folder}/lib/')
        name = os.path.basename(source).replace("cxx.cxx", "mutants.cpp")
        self.write(name, text.encode())
        words = command.replace(unit, os.path.join(self.folder, name + ".o")).replace(source, os.path.join(
            self.folder, name))
        words = re.sub(r" -M\w+(?: \S+\.o(?:\.d)?)?|-Werror| -W[a-z-]+|/usr/bin/ccache ", "", words)
        include = f" -I{self.folder} -I{self.folder}/lib -w -Wno-narrowing "
        words = words.replace(" -I", include + "-I", 1)
        end = subprocess.run(words, shell=True, cwd=self.build, capture_output=True, text=True,
                             check=False)
        if end.returncode == 0:
            return True
        faulty = set(re.findall(rf"{re.escape(self.folder)}/(\S+?):(\d+):\d+: (?:error|  required)",
                                end.stderr))
        faulty |= set(re.findall(rf"{re.escape(self.folder)}/(\S+?):(\d+):\d+:   required from",
                                 end.stderr))
        before = len(self.dropped)
        for path, line in faulty:
            self.dropped |= {n for n, one in enumerate(self.drawn)
                             if one.path == path and self.covers(one, int(line))}
        if len(self.dropped) == before:
            sys.exit(end.stderr[:6000])
        return False

    def covers(self, one, line):
        """Whether a change stands on that line."""
        last = one.line + self.data[one.path].count(b"\n", *one.span)
        first = self.data[one.path].count(b"\n", 0, one.span[0]) + 1
        return first <= line <= last

    def link(self, command):
        """Links with the objects that have switches; they come first."""
        objects = " ".join(os.path.join(self.folder, os.path.basename(source).replace(
            "cxx.cxx", "mutants.cpp.o")) for source, _ in self.units.values())
        for unit in self.units:
            command = command.replace(unit, "")
        output = re.search(r"-o (\S+)", command)[1]
        name = "liblianxi.so.0.1" if output.startswith("liblianxi.so") else "lianxi-tests"
        command = command.replace(
            f"-o {output}", f"-o {self.folder}/{name} {objects} {self.folder}/switches.o", 1)
        self.run(command)

    def run(self, command):
        """Runs a command, which has to go well."""
        end = subprocess.run(command, shell=True, cwd=self.build, capture_output=True, text=True,
                             check=False)
        if end.returncode != 0:
            sys.exit(f"{command}\n{end.stdout}{end.stderr}"[:6000])


def switched_header(text):
    """A header that knows the switches; its lines keep their numbers."""
    pragma = b"#pragma once\n"
    line = text.count(b"\n", 0, text.index(pragma)) + 2
    return text.replace(pragma, pragma + b'#include "lianxi_mutants.hpp"\n#line %d\n' % line, 1)


# ---- testing -------------------------------------------------------------------------------


class Test:
    """One program to run, and what is known of it."""

    def __init__(self, name, command):
        self.name, self.command = name, command
        self.seconds, self.reached, self.kills = 0.0, set(), 0

    def worth(self):
        """What is quick and found many comes first."""
        return (self.seconds + 0.05) / (self.kills + 1)


def tests_in(folder):
    """The fast tests."""
    tool, program = os.path.join(folder, "lianxi"), os.path.join(folder, "lianxi-tests")

    def names(kind, ending):
        return sorted(name.removesuffix(ending) for name in os.listdir(os.path.join(ROOT, "tests", kind))
                      if name.endswith(ending))

    tests = [Test("unit/" + name, [program, f"--source-file=*/{name}_test.cpp", "--abort-after=1"])
             for name in names("", "_test.cpp")]
    tests += [Test("cli/" + name, ["sh", "tests/cli/run.sh", tool, f"tests/cli/{name}.test"])
              for name in names("cli", ".test")]
    tests += [Test("golden/" + name, ["sh", "tests/golden/run.sh", tool, name])
              for name in names("golden", ".command")]
    tests.append(Test("reference/compare", ["/usr/bin/python3", "-B", "tests/reference/compare.py", tool,
                                            "--clean", "--books", "2"]))
    return tests


def environment(**more):
    """As ctest has it."""
    kept = {k: v for k, v in os.environ.items() if k not in ("LANG", "LIANXI_TODAY", "NO_COLOR")}
    return {**kept, "LC_ALL": "C", "TZ": "UTC", "LIANXI_EDITS": "800", **more}


def run(command, seconds, **more):
    """How it ended, None where it took too long, and the seconds of a processor it took. Those are what
    is limited: how fast the machine is just now must not decide."""
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), math.ceil(seconds) + 1))
    with subprocess.Popen(command, cwd=ROOT, env=environment(**more), stdin=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          start_new_session=True, preexec_fn=limit) as process:
        try:
            status = process.wait(20 * seconds + 60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            status = None
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return status, end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def measure(tests, folder):
    """Runs each with no change on; leaves out what fails or is slow."""
    kept = []
    for test in tests:
        path = os.path.join(folder, "reached")
        if os.path.exists(path):
            os.remove(path)
        status, test.seconds = run(test.command, 120, LIANXI_REACHED=path)
        if status != 0:
            print(f"left out: {test.name} ends with {status} without any change", flush=True)
            continue
        if test.seconds > SLOWEST:
            print(f"left out: {test.name} takes {test.seconds:.0f} s", flush=True)
            continue
        if os.path.exists(path):
            with open(path, encoding="ascii") as file:
                test.reached = {int(n) for n in file.read().split()}
        kept.append(test)
    return kept


def killer_of(number, tests):
    """The test that fails with the change on, or None."""
    for test in sorted((one for one in tests if number in one.reached), key=Test.worth):
        if run(test.command, 5 * test.seconds + 2, LIANXI_MUTANT=str(number))[0] != 0:
            test.kills += 1
            return test
    return None


# ---- the whole -----------------------------------------------------------------------------


def equivalent_in(path):
    """Those that make no difference, by their keys."""
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file]
    return {line.rsplit(" | ", 1)[0] for line in lines if line and not line.startswith("#")}


def draw(found, count, seed):
    """That many of them, the same for the same seed and sources."""
    if count >= len(found):
        return found
    chosen = sorted(found, key=lambda one: mutations.seed_of(f"{seed} {one.order()}"))[:count]
    return sorted(chosen, key=mutations.Mutation.order)


def judge(build, numbers, jobs, kinds):
    """Prints each as it is judged; returns those that no test found."""
    tests = measure([test for test in tests_in(build.folder) if test.name.split("/")[0] in kinds],
                    build.folder)
    total = sum(test.seconds for test in tests)
    print(f"{len(tests)} fast tests take {total:.0f} s", flush=True)
    survived, done, lock = [], 0, threading.Lock()

    def one(number):
        nonlocal done
        killer = killer_of(number, tests)
        with lock:
            done += 1
            if killer is None:
                survived.append(number)
            mutation = build.drawn[number]
            told = killer.name if killer else ("SURVIVED" if any(
                number in test.reached for test in tests) else "NOT REACHED")
            print(f"{done}/{len(numbers)} {number} {mutation.path}:{mutation.line}:{mutation.column} "
                  f"{mutation.change}: {told}", flush=True)

    # In any order, so that what is known after a while is known of all folders.
    mixed = sorted(numbers, key=lambda number: mutations.seed_of(str(number)))
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        list(pool.map(one, mixed))
    return sorted(survived)


def main():
    """Draws, builds, tests, tells."""
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--draw", type=int, default=440)
    parser.add_argument("--seed", type=int, default=20170920)
    parser.add_argument("--in", dest="folders", nargs="*", choices=mutations.FOLDERS,
                        help="draw in these folders only")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="*", help="numbers that an earlier run printed")
    parser.add_argument("--kinds", nargs="*", default=["unit", "cli", "golden", "reference"])
    parser.add_argument("--list", action="store_true", help="only count what could be drawn")
    arguments = parser.parse_args()
    folder = os.path.abspath(arguments.build)
    compiler = next(c for c in commands_of(folder, "lianxi-tests") if "unity_lib_lianxi_rules_0" in c)
    found, data = mutations.find_all(ROOT, arguments_of(compiler),
                                     os.path.join(folder, "mutants", "found"))
    if arguments.folders:
        found = [one for one in found if one.path.split("/")[2] in arguments.folders]
    drawn = draw(found, arguments.draw, arguments.seed)
    print(f"{len(found)} changes can be made; {len(drawn)} were drawn", flush=True)
    if arguments.list:
        return 0
    build = Build(folder, drawn, data, arguments.jobs)
    build.make()
    numbers = [n for n in range(len(drawn)) if n not in build.dropped]
    print(f"{len(build.dropped)} of them do not compile", flush=True)
    texts = {path: text.decode() for path, text in data.items()}
    known = equivalent_in(os.path.join(HERE, "equivalent.txt"))
    equivalent = [n for n in numbers if drawn[n].key(texts[drawn[n].path]) in known]
    asked = [n for n in numbers if n not in equivalent]
    if arguments.only is not None:
        asked = [n for n in asked if n in arguments.only]
    survived = judge(build, asked, arguments.jobs, arguments.kinds)
    killed = len(asked) - len(survived)
    print(f"measured: mutants: drawn {len(asked) + len(equivalent)}, killed {killed} "
          f"({100 * killed / max(1, len(asked)):.1f} %), equivalent {len(equivalent)}, "
          f"survived {len(survived)}")
    for n in survived:
        print(f"{n}: {drawn[n].key(texts[drawn[n].path])}")
    return 0 if killed >= 0.98 * len(asked) else 1


if __name__ == "__main__":
    sys.exit(main())
