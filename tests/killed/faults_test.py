"""What is broken off leaves the old state or the new one: faults_test.py LIANXI SHIM [--all]

Each command that writes is run once for each of its calls that change a file system and for each
way in which that can go wrong: the program is killed there, the call fails, or it writes only a
part. The state then has to be the old or the new one, the exit status 3 where something failed, and
the next run leaves nothing lying about. Without --all a part of it, drawn by seed.
"""
import os
import random
import sys
import tempfile
from pathlib import Path

import cases
from runs import Runs

WAYS = ["killed", "ENOSPC", "EIO", "EACCES", "EINTR", "short"]
# A call that a signal breaks off, or that does a part, is simply gone on with.
CARRIED_ON = {"EINTR", "short"}
DRAWN = 360


def without_empty_folders(files):
    """A kill may leave a folder that was made for a file; it is nothing of a book."""
    def is_empty(name, what):
        return what[0] == b"/" and not any(other.startswith(name + "/") for other in files)
    left = {name: what for name, what in files.items() if not is_empty(name, what)}
    return left if len(left) == len(files) else without_empty_folders(left)


def is_well(done):
    """A book that is there already is what `init` was to make."""
    return done.returncode == 0 or "lies in a book already" in done.stderr


class Tried:
    """One command, broken off everywhere."""

    def __init__(self, runs, case):
        self.runs, self.case = runs, case
        self.old, _ = self.state(None)
        self.new, self.calls = self.state(case.words)
        self.after = [self.state(words, then=case.after())[0] for words in (None, case.words)]
        assert self.old != self.new and self.calls > 3, f"{case.name}: {self.calls} calls"

    def state(self, words, then=None):
        """The files after a command and the next, and how many calls it made."""
        with self.runs.place() as place:
            self.case.make(place.folder)
            calls = 0
            for one in filter(None, (words, then)):
                done = place.run(one, count=True)
                assert is_well(done), f"{self.case.name}: {done.stderr}"
                calls = place.calls()
            return place.files(), calls

    def is_state(self, now):
        if now in (self.old, self.new):
            return True
        # Each file is one of the two, and there is none that is in neither.
        return not self.case.whole and all(
            text in (self.old.get(name), self.new.get(name)) for name, text in now.items())

    def at(self, call, way):
        what = f"{self.case.name} at call {call} of {self.calls}, {way}"
        with self.runs.place() as place:
            self.case.make(place.folder)
            done = place.run(self.case.words, at=call, way=way)
            now = place.read()
            seen = (without_empty_folders if way == "killed" else dict)
            assert self.is_state(seen(now)) or self.is_state(now), \
                f"{what}: a mixture\n{self.difference(now)}"
            if way == "killed":
                assert done.returncode < 0, f"{what}: it lives"
            else:
                self.check_end(what, way, done, now)
            after = place.run(self.case.after())
            assert is_well(after), f"{what}, next: {after.stderr}"
            if "in a book already" in after.stderr:  # refused, so that it wrote nothing
                place.run(["-C", "new/book", "hook", "install"])
            assert not place.stray(), f"{what}: left behind {place.stray()}"
            files = place.files()
            assert files in self.after or seen(files) in map(seen, self.after), \
                f"{what}, next: {self.difference(files)}"
            return now == self.new

    def check_end(self, what, way, done, now):
        told = f"{what}: exit {done.returncode}\n{done.stderr}"
        if way in CARRIED_ON and not self.case.may_give_up:
            assert done.returncode == 0, told
        assert done.returncode in (0, 3), told
        if done.returncode == 0:
            assert now == self.new, f"{what}: told that it was done\n{self.difference(now)}"
        else:
            assert done.stderr.startswith("lianxi: ") or "[ERROR]" in done.stderr, told
            counts = "the change counts" in done.stderr
            assert now == (self.new if counts else self.old), f"{told}\n{self.difference(now)}"

    def difference(self, now):
        return "\n".join(f"{name}: {now.get(name)!r:.300}\n   old {self.old.get(name)!r:.200}\n"
                         f"   new {self.new.get(name)!r:.200}"
                         for name in sorted(now.keys() | self.old.keys() | self.new.keys())
                         if not now.get(name) == self.old.get(name) == self.new.get(name))


def in_memory():
    """A disk would be waited for at each of thousands of calls."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def main():
    lianxi, shim, *rest = sys.argv[1:]
    every = "--all" in rest
    names = [word for word in rest if not word.startswith("--")]
    with tempfile.TemporaryDirectory(dir=in_memory()) as folder:
        runs = Runs(lianxi, shim, Path(folder))
        tried = [Tried(runs, case) for case in cases.everywhere()
                 if (not names or case.name in names) and runs.can(case)]
        faults = [(one, call, way) for one in tried for way in WAYS
                  for call in range(1, one.calls + 1)]
        if not every:
            faults = random.Random(20170930).sample(faults, min(DRAWN, len(faults)))
        new, wrong = 0, []
        for one, call, way in faults:
            try:
                new += one.at(call, way)
            except AssertionError as error:
                wrong.append(str(error))
    if wrong:
        sys.exit("\n\n".join(wrong[:20]) + f"\n\n{len(wrong)} of {len(faults)} faults")
    total = sum(one.calls for one in tried) * len(WAYS)
    print(f"measured: {len(faults)} of {total} faults at the calls of {len(tried)} commands that "
          f"write ({', '.join(WAYS)}): {new} times the new state, {len(faults) - new} times the old, "
          "no file torn, nothing left behind by the next run")


main()
