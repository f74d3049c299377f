"""Runs of the program with something standing between it and the system."""
import contextlib
import errno
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

# Stands for pandoc, which takes a second: it copies a document that pandoc made.
PANDOC = """#!/bin/sh
for word; do case $word in --output=*) cp "{docx}" "${{word#--output=}}" ;; esac; done
"""


def is_in_the_making(path):
    return any(part.startswith((".lianxi-", "lianxi-")) for part in path.parts) and \
        "lianxi.schema.json" not in path.name


class Place:
    """A folder to run in, and one for what is temporary."""

    def __init__(self, runs, folder):
        self.runs, self.folder, self.temporary = runs, folder / "book", folder / "temporary"
        self.count = folder / "count"
        self.folder.mkdir()
        self.temporary.mkdir()

    def run(self, words, at=None, way=None, count=False):
        env = self.runs.environment(self.temporary)
        if count or at:
            env["LD_PRELOAD"] = self.runs.shim
            # A sanitizer's library has to come first where there is one.
            env["ASAN_OPTIONS"] = "verify_asan_link_order=0"
        if count:
            env["LIANXI_SHIM_COUNT"] = str(self.count)
        if at:
            env["LIANXI_SHIM_AT"] = str(at)
        if way == "short":
            env["LIANXI_SHIM_SHORT"] = "1"
        elif way and way != "killed":
            env["LIANXI_SHIM_ERROR"] = str(getattr(errno, way))
        where = [] if words[0] in ("init", "-C") else ["-C", ".", "-j", "1"]
        return subprocess.run([self.runs.lianxi, *where, *words], env=env, cwd=self.folder,
                              capture_output=True, text=True, timeout=60)

    def calls(self):
        return int(self.count.read_text())

    def files(self):
        """What is there, but for what is in the making: bytes and modes."""
        found = {}
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder)
            if not is_in_the_making(name):
                kind = path.read_bytes() if path.is_file() else b"/"
                found[str(name)] = (kind, path.stat().st_mode & 0o777)
        return found

    def read(self):
        """The same as a reader of the book finds it: a change that counts is part of it."""
        found = self.files()
        pending = self.folder / ".lianxi-pending"
        if (pending / "paths").is_file():
            paths = (pending / "paths").read_bytes().decode().split("\0")[:-1]
            for number, name in enumerate(paths):
                staged = pending / str(number)
                if staged.is_file():
                    found[name] = (staged.read_bytes(), staged.stat().st_mode & 0o777)
                    for parent in list(Path(name).parents)[:-1]:
                        found.setdefault(str(parent), (b"/", parent_mode(self.folder)))
        return found

    def stray(self):
        here = [str(path) for path in self.folder.rglob("*")
                if is_in_the_making(path.relative_to(self.folder)) or path.suffix == ".lock"]
        return here + [str(path) for path in self.temporary.iterdir()]


def parent_mode(folder):
    return folder.stat().st_mode & 0o777


class Runs:
    def __init__(self, lianxi, shim, folder):
        self.lianxi, self.shim, self.folder = os.path.abspath(lianxi), os.path.abspath(shim), folder
        self.programs = folder / "programs"
        self.programs.mkdir()
        self.has_pandoc = self.stand_in_for_pandoc()

    def environment(self, temporary):
        return {"PATH": f"{self.programs}:{os.environ['PATH']}", "LIANXI_TODAY": "2017-09-30",
                "TMPDIR": str(temporary), "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1",
                "LC_ALL": "C.UTF-8"}

    def stand_in_for_pandoc(self):
        if not shutil.which("pandoc"):
            return False
        with self.place() as place:
            alliance = "alliance: {name: A, founded: 2013-05-20, office: a}\nunits: [{id: a, name: A}]\n"
            (place.folder / "a.yaml").write_text(alliance)
            seen = self.programs / "pandoc"
            real = shutil.which("pandoc")
            docx = self.folder / "made.docx"
            seen.write_text(f"#!/bin/sh\n{real} \"$@\" || exit\n"
                            f"for word; do case $word in --output=*) cp \"${{word#--output=}}\" "
                            f"{docx} ;; esac; done\n")
            seen.chmod(0o755)
            done = place.run(["report", "quarterly", "2017-Q1", "-o", "a.docx"])
            assert done.returncode in (0, 1), done.stderr
        seen.write_text(PANDOC.format(docx=docx))
        return True

    def can(self, case):
        """Whether what the command needs is there: without pandoc there is no .docx."""
        if "docx" in case.name:
            return self.has_pandoc
        with self.place() as place:
            case.make(place.folder)
            done = place.run(case.words)
            missing = "in this build" in done.stderr or "not installed" in done.stderr
            assert done.returncode == 0 or missing, f"{case.name}: {done.stderr}"
            return not missing

    @contextlib.contextmanager
    def place(self):
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            yield Place(self, Path(folder))
