"""What is no part of a book is neither opened nor read: closed_test.py LIANXI SHIM

The program is ended where it opens something of a folder that the alliance ignores, where a link
leads there too; of what is too large only the size is asked, in a folder and in git.
"""
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import books

LIANXI, SHIM = (os.path.abspath(path) for path in sys.argv[1:3])
MB = 1 << 20


def run(folder, words, closed="", limit=None):
    def restrict():
        if limit:
            resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    env = {"PATH": os.environ["PATH"], "LIANXI_TODAY": "2017-09-30", "LC_ALL": "C.UTF-8"}
    if closed:
        env |= {"LD_PRELOAD": SHIM, "LIANXI_SHIM_CLOSED": closed,
                "ASAN_OPTIONS": "verify_asan_link_order=0"}
    return subprocess.run([LIANXI, "-C", folder, *words], preexec_fn=restrict, text=True, env=env,
                          capture_output=True, timeout=60)


def book(top, ignored):
    folder = Path(tempfile.mkdtemp(dir=top))
    names = ", ".join(f"'{glob}'" for glob in ignored)
    (folder / "alliance.yaml").write_text(
        books.ALLIANCE.replace("office: a}", f"office: a, ignore: [{names}]}}"))
    for name in ("archive/2012/old.yaml", "notes/archive/x.yaml", "archived.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("not: [a record\n")
    (folder / "linked").symlink_to("archive/2012")
    (folder / "linked.yaml").symlink_to("archive/2012/old.yaml")
    return folder


def ignored_stays_closed(top):
    """Globs, what they close, and how many of the files are read all the same."""
    tried = [(["archive"], "archive/", 2), (["archive/**"], "/archive/2012", 3),
             (["archive/*"], "/archive/2012", 3), (["/archive", "notes/"], "archive/", 2),
             (["**/archive/**"], "archive/", 2), (["./archive/2012"], "/archive/2012", 3),
             (["archived.yaml", "archive"], "archived.yaml", 1)]
    for globs, closed, files in tried:
        folder = book(top, globs)
        done = run(folder, ["validate", "--quiet"], closed)
        assert done.returncode == 1 or files == 1 and done.returncode == 0, \
            f"{globs}: exit {done.returncode}\n{done.stderr}"
        told = run(folder, ["validate"]).stdout.splitlines()[-1]
        assert told.startswith(f"{files} file"), f"{globs}: {told}"
    # The shim sees it where nothing is ignored.
    assert run(book(top, ["nothing"]), ["validate"], "archive/").returncode == 99
    return len(tried)


def too_large_is_measured(top):
    folder = book(top, ["archive", "notes", "archived.yaml", "big.yaml"])
    for name in ("big.yaml", "kept.yaml"):
        with open(folder / name, "wb") as file:
            file.truncate(300 * MB)
    done = run(folder, ["validate"], limit=100 * MB)
    assert done.returncode == 1 and "kept.yaml" in done.stdout and "256 MiB" in done.stdout, \
        f"{done.returncode} {done.stdout} {done.stderr}"
    assert "big.yaml" not in done.stdout
    assert run(folder, ["set", "units/b", "note=x"], limit=100 * MB).returncode in (0, 2)


def objects_stay_closed(top):
    """An object that is ignored may even be gone; one that is too large is not unpacked."""
    folder = book(top, ["archive/**", "notes", "archived.yaml"])
    with open(folder / "kept.yaml", "wb") as file:
        file.truncate(300 * MB)
    git = ["git", "-C", folder, "-c", "user.name=Office", "-c", "user.email=office@example.org",
           "-c", "core.compression=1", "-c", "core.bigFileThreshold=1g"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"]):
        subprocess.run([*git, *words], check=True)
    for name in ("archive/2012/old.yaml", ):
        found = subprocess.run([*git, "rev-parse", f"HEAD:{name}"], capture_output=True, text=True,
                               check=True).stdout.strip()
        (folder / ".git" / "objects" / found[:2] / found[2:]).unlink()
    done = run(folder, ["--at", "HEAD", "validate"], limit=100 * MB)
    assert done.returncode == 1 and "256 MiB" in done.stdout, f"{done.stdout}{done.stderr}"


with tempfile.TemporaryDirectory() as name:
    count = ignored_stays_closed(Path(name))
    too_large_is_measured(Path(name))
    objects_stay_closed(Path(name))
print(f"measured: {count} ways to ignore folders and files, none of them opened; 4 files of 300 MB "
      "measured and not read")
