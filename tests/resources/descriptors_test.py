"""However many files a book has, few are open at a time: descriptors_test.py LIANXI [--all]

Books of 20,000 files in a folder, of as many in git's objects where --all is given and of 2,000
otherwise, and changes of hundreds of files, under `ulimit -n 64`.
"""
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import books

LIANXI = os.path.abspath(sys.argv[1])
FILES, IN_GIT = 20_000, 20_000 if "--all" in sys.argv else 2_000


def run(folder, words):
    def restrict():
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    done = subprocess.run([LIANXI, "-C", folder, "-j", "8", *words], preexec_fn=restrict, text=True,
                          capture_output=True, timeout=300, encoding="utf8",
                          env={"PATH": os.environ["PATH"], "LIANXI_TODAY": "2017-09-30",
                               "HOME": str(folder), "LC_ALL": "C.UTF-8"})
    assert done.returncode == 0, f"{words}: exit {done.returncode}\n{done.stderr}"
    return done.stdout


def in_a_folder(top):
    book = top / "book"
    book.mkdir()
    books.write_many(book, FILES)
    assert f"{FILES + 1} files" in run(book, ["validate", "--format", "text"]), "not all were read"
    assert run(book, ["list", "donations", "--format", "ids"]).count("\n") == FILES
    run(book, ["set", "donations/d19999", "note=changed"])
    assert "note: changed" in (book / "039" / "19999.yaml").read_text()


def many_written(top):
    """A fund that 500 files name gets another id, and each unit its paper."""
    book = top / "many"
    book.mkdir()
    books.write_many(book, 500)
    run(book, ["rename", "funds/f", "g"])
    left = [path for path in book.rglob("*.yaml") if "fund: f" in path.read_text()]
    assert not left and not list(book.rglob(".lianxi-*")), left[:3]
    units = "".join(f"- {{id: u{i}, name: Unit {i}, head: Chair}}\n" for i in range(150))
    (book / "more.yaml").write_text("units:\n" + units)
    (book / "q1.yaml").write_text("meetings: [{id: q1, kind: regular, date: 2017-03-01, chair: a}]\n")
    run(book, ["report", "all", "2017-Q1", "-o", book / "papers"])
    run(book, ["export", "--format", "csv", "-o", book / "tables"])
    return len(list((book / "papers").iterdir()))


def in_git(top):
    book = top / "git"
    book.mkdir()
    books.write_many(book, IN_GIT)
    git = ["git", "-C", book, "-c", "user.name=Office", "-c", "user.email=office@example.org",
           "-c", "gc.auto=0", "-c", "core.fsync=none"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"]):
        subprocess.run([*git, *words], check=True)
    assert f"{IN_GIT + 1} files" in run(book, ["--at", "HEAD", "validate"])
    assert f"{IN_GIT + 1} files" in run(book, ["validate", "--staged"])


with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as name:
    in_a_folder(Path(name))
    papers = many_written(Path(name))
    in_git(Path(name))
print(f"measured: with 64 descriptors and 8 threads {FILES} files of a folder read, {IN_GIT} of git's "
      f"objects, 501 rewritten together, {papers} papers written")
