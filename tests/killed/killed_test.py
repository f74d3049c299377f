"""A change that is broken off leaves the old book or the new one: killed_test.py LIANXI SHIM

The program is ended at each of its calls that change a file system, one run after the other, and
each of these calls is made to fail. What a reader of the book finds then is held against the two
books; what the next change leaves behind, against both with that change.
"""
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LIANXI, SHIM = sys.argv[1:3]

FILES = {
    "alliance.yaml": "alliance:\n  name: A\n  founded: 2013-05-20\n  office: a\n",
    "units.yaml": "units:\n- id: a\n  name: Office  # the first\n  head: Chair\n- id: b\n  name: Station\n  head: Chair\n",
    "meetings/q1.yaml": "meetings:\n- id: q1\n  kind: regular\n  date: 2017-03-01\n  chair: b\n",
    "donations.yaml": "funds:\n- id: f\n  name: Fund\n  steward: b\n",
}
ONE_FILE = ["set", "units/b", "note=changed"]
MANY_FILES = ["rename", "units/b", "c"]
NEXT = ["set", "units/a", "note=later"]


def make(folder):
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def run(folder, words, **settings):
    env = {"PATH": os.environ["PATH"], "LIANXI_TODAY": "2017-09-30"}
    if settings:
        env["LD_PRELOAD"] = SHIM
        # A sanitizer's library has to come first where there is one.
        env["ASAN_OPTIONS"] = "verify_asan_link_order=0"
    env.update(settings)
    return subprocess.run([LIANXI, "-C", folder, "-j", "1", *words], env=env, capture_output=True, text=True)


def tree(folder):
    return {str(p.relative_to(folder)): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


def seen(folder):
    """What a reader of the book finds."""
    return run(folder, ["export", "--format", "json"]).stdout


def states(change):
    """The old book and the new, as read, and both as files once the next change was made."""
    read, files = [], []
    for words in (None, change):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make(folder)
            if words:
                done = run(folder, words)
                assert done.returncode == 0, done.stderr
            read.append(seen(folder))
            assert run(folder, NEXT).returncode == 0
            files.append(tree(folder))
    assert read[0] != read[1]
    return read, files


def try_each(change, error=None, most=199):
    read, files = states(change)
    outcomes = [0, 0]
    for at in range(1, most + 1):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make(folder)
            settings = {"LIANXI_SHIM_AT": str(at)}
            if error:
                settings["LIANXI_SHIM_ERROR"] = str(error)
            done = run(folder, change, **settings)
            what = f"{change[0]} at call {at}, {errno.errorcode[error] if error else 'killed'}"
            now = seen(folder)
            assert now in read, f"{what}: a mixture\n{now}"
            outcomes[read.index(now)] += 1
            if error and done.returncode not in (0, 3):
                raise AssertionError(f"{what}: exit {done.returncode}\n{done.stderr}")
            if done.returncode == 3:
                assert os.strerror(error) in done.stderr, f"{what}: {done.stderr}"
            if done.returncode == 0:
                assert now == read[1], f"{what}: told that it was done"
            after = run(folder, NEXT)
            assert after.returncode == 0, f"{what}: {after.stderr}"
            left = {n: t for n, t in tree(folder).items() if not n.startswith(".lianxi-")}
            assert left == files[read.index(now)], f"{what}: {left}"
            if done.returncode == 0 and not error:
                return at - 1, outcomes  # it came to its end
    return most, outcomes


def main():
    for change in (ONE_FILE, MANY_FILES):
        calls, (old, new) = try_each(change)
        print(f"{change[0]}: killed at each of {calls} calls: {old} times the old book, {new} the new")
        assert old > 0 and calls > 3
        for error in (errno.ENOSPC, errno.EACCES):
            try_each(change, error, calls)
        print(f"{change[0]}: each call failed with ENOSPC and EACCES")


main()
