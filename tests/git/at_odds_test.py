"""What git may have that is no book, or no more: at_odds_test.py LIANXI SAMPLE

Damaged and missing objects, another user's repository, submodules, links, revisions that there are
not: each is told plainly, with the exit status that says so, and nothing crashes.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

from history import git

LIANXI, SAMPLE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
faults = 0


def run(words, folder, **settings):
    done = subprocess.run(
        [LIANXI, *words], cwd=folder, capture_output=True, text=True, check=False, timeout=60,
        env={"PATH": os.environ["PATH"], "LIANXI_TODAY": "2017-09-30", "HOME": str(folder),
             "GIT_CONFIG_NOSYSTEM": "1", **settings})
    return done.returncode, done.stdout, done.stderr


def expect(what, answer, status, *parts):
    """The status, and words that stand in what was said."""
    global faults
    said = answer[1] + answer[2]
    missing = [part for part in parts if part not in said]
    if answer[0] != status or missing:
        faults += 1
        print(f"{what}: status {answer[0]} instead of {status}; not said: {missing}\n{said[:800]}")


def object_path(top, name):
    return top / ".git" / "objects" / name[:2] / name[2:]


def new_book(top):
    shutil.copytree(SAMPLE, top)
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "the sample")
    return top


with tempfile.TemporaryDirectory() as folder:
    home = Path(folder)
    top = new_book(home / "book")
    git(top, "branch", "quarter-3")
    git(top, "tag", "v1.0")

    # Revisions that there are not.
    at = lambda revision, *words: run(["--at", revision, *(words or ["validate", "-q"])], top)
    expect("a misspelt branch", at("quarter3"), 3, "there is no revision “quarter3”", "did you mean quarter-3?")
    expect("with what follows it", at("quater-3~1"), 3, "did you mean quarter-3~1?")
    expect("a misspelt tag, in Chinese", at("v1.1", "--lang", "zh", "stats"), 3, "没有版本“v1.1”", "是不是 v1.0？")
    expect("before the first commit", at("HEAD~9"), 3, "“HEAD” is there, but not what follows it")
    expect("digits of nothing", at("0123456789"), 3, "there is no revision")
    expect("a folder of a commit", at("HEAD:meetings"), 3, "“HEAD:meetings” is no commit")
    expect("nonsense", at("--x--", "stats"), 3, "there is no revision “--x--”")
    expect("more nonsense", at("a..b"), 3)
    expect("control characters", at("a\x1b[31m"), 3, "\\u{1b}")
    expect("an empty revision", run(["--at", "", "validate"], top), 2, "--at")
    expect("for what writes", run(["--at", "HEAD", "set", "alliance", "brand=x"], top), 2, "does not use --at")
    expect("for what reads no book", run(["--at", "HEAD", "rules"], top), 2, "does not use --at")
    expect("mending the past", run(["--at", "HEAD", "validate", "--fix"], top), 2, "--fix")
    expect("two books at once", run(["--at", "HEAD", "validate", "--staged"], top), 2, "--staged")
    expect("narrowed to what was not there", run(["--at", "HEAD", "validate", "nothing.yaml"], top), 2,
           "nothing.yaml")
    expect("narrowed", run(["--at", "HEAD", "validate", "meetings"], top), 0, "nothing found")

    # No repository, no commit, no book.
    shutil.copytree(SAMPLE, home / "plain")
    expect("no repository", run(["--at", "HEAD", "validate"], home / "plain"), 3, "lies in no git repository")
    (home / "young").mkdir()
    git(home / "young", "init", "-q")
    expect("no commit yet", run(["--at", "HEAD", "validate"], home / "young"), 3, "there is no revision “HEAD”")
    (top / "notes").mkdir()
    (top / "notes" / "x.yaml").write_text("units: []\n")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "notes")
    expect("a folder that is no book", run(["-C", "notes", "--at", "HEAD", "validate"], top), 3,
           "notes is no book at HEAD", "-C")
    expect("a folder that was not there", run(["-C", "later", "--at", "HEAD", "validate"], top), 3,
           "later is no book at HEAD")
    outer = home / "outer"
    outer.mkdir()
    git(outer, "init", "-q")
    shutil.copytree(SAMPLE, outer / "账本")
    git(outer, "add", "-A")
    git(outer, "commit", "-q", "-m", "a book below")
    expect("the book is further down", run(["--at", "HEAD", "validate"], outer), 3, "账本")
    shutil.rmtree(outer / "账本")
    expect("a folder that is gone", run(["-C", "账本", "--at", "HEAD", "validate"], outer), 0, "59 files: 19 infos")

    # Links and submodules that were committed.
    linked = new_book(home / "linked")
    os.symlink("/etc/passwd", linked / "passwd.yaml")
    os.symlink("../plain/units.yaml", linked / "other.yaml")
    os.symlink("round.yaml", linked / "round.yaml")
    os.symlink(".", linked / "self")
    git(linked, "add", "-A")
    git(linked, "commit", "-q", "-m", "links")
    expect("links out of the book", run(["--at", "HEAD", "validate"], linked), 0, "59 files: 19 infos")
    expect("as in the work tree", run(["validate"], linked), 0, "59 files: 19 infos")
    git(linked, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(outer), "district")
    git(linked, "commit", "-q", "-m", "a submodule")
    expect("a submodule", run(["--at", "HEAD", "validate"], linked), 1, "district", "submodule", "file-unreadable")
    expect("figures without it", run(["--at", "HEAD", "stats"], linked), 1, "1 error in the records")
    expect("a book in a submodule", run(["-C", "district/账本", "--at", "HEAD", "validate"], linked), 0)
    shutil.rmtree(linked / "district")
    expect("a submodule that is not there", run(["-C", "district/账本", "--at", "HEAD", "validate"], linked),
           3, "submodule")

    # Objects that are missing or damaged.
    blob = git(top, "rev-parse", "HEAD:units.yaml")
    path = object_path(top, blob)
    whole = path.read_bytes()
    path.chmod(0o644)
    path.unlink()
    expect("a missing file", at("HEAD"), 3, f"the git object {blob[:10]} of units.yaml is missing", "git fsck")
    path.write_bytes(zlib.compress(b"blob 12\0units: []   \n"))
    expect("a file that was put in its place", at("HEAD"), 3, "units.yaml is damaged")
    path.write_bytes(whole[: len(whole) // 2])
    expect("half a file", at("HEAD"), 3, "units.yaml")
    path.write_bytes(b"")
    expect("an empty file", at("HEAD", "stats"), 3, "units.yaml")
    path.write_bytes(whole)
    expect("whole again", at("HEAD"), 0)
    tree = git(top, "rev-parse", "HEAD:meetings")
    path = object_path(top, tree)
    whole = path.read_bytes()
    path.chmod(0o644)
    path.unlink()
    expect("a missing folder", at("HEAD"), 3, tree[:10], "missing")
    path.write_bytes(os.urandom(200))
    expect("a folder of noise", at("HEAD"), 3, tree[:10])
    path.write_bytes(zlib.compress(b"tree 30\0" + b"100644 " + b"x" * 23))
    expect("a tampered folder", at("HEAD"), 3, tree[:10])
    path.write_bytes(whole)
    commit = git(top, "rev-parse", "HEAD")
    path = object_path(top, commit)
    whole = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(zlib.compress(b"commit 5\0tree\n"))
    expect("a tampered commit", at("HEAD"), 3)
    path.write_bytes(whole[:40])
    expect("half a commit", at("HEAD"), 3)
    expect("half a commit by its first digits", at(commit[:8]), 3)
    path.unlink()
    expect("a missing commit", at("HEAD"), 3)
    path.write_bytes(whole)
    config = top / ".git" / "config"
    text = config.read_text()
    config.write_text("[core\nbroken")
    expect("broken settings", at("HEAD"), 3, "cannot be opened")
    config.write_text(text + "[extensions]\n\tobjectFormat = sha256\n")
    config.write_text(config.read_text().replace("repositoryformatversion = 0", "repositoryformatversion = 1"))
    expect("what libgit2 does not know", at("HEAD"), 3, "cannot be opened")
    config.write_text(text)

    # Another user's.
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", "nobody", str(top)], check=True)
        expect("another user's", at("HEAD"), 3, "belongs to another user", "safe.directory")
        (home / ".gitconfig").write_text(f"[safe]\n\tdirectory = {top}\n")
        expect("one that is trusted", run(["--at", "HEAD", "validate", "-q"], top, HOME=str(home)), 0)

    # What is staged.
    staged = new_book(home / "staged")
    expect("nothing staged", run(["validate", "--staged"], staged), 0, "59 files: 19 infos")
    bad, good = "donations:\n  - {id: x, date: no}\n", "donations: []\n"
    extra = staged / "extra.yaml"
    extra.write_text(bad)
    git(staged, "add", "-A")
    extra.write_text(good)
    expect("staged bad, work tree good", run(["validate", "--staged"], staged), 1, "extra.yaml:2", "wrong-type")
    expect("the work tree itself", run(["validate"], staged), 0)
    extra.write_text(good)
    git(staged, "add", "-A")
    extra.write_text(bad)
    expect("staged good, work tree bad", run(["validate", "--staged"], staged), 0)
    expect("since HEAD", run(["validate", "--since", "HEAD"], staged), 1, "wrong-type")
    git(staged, "commit", "-q", "-a", "-m", "bad")
    expect("since the bad one", run(["validate", "--since", "HEAD"], staged), 0, "not shown: ", "nothing found")
    (staged / "deep").mkdir()
    extra.rename(staged / "deep" / "extra.yaml")
    (staged / "deep" / "more.yaml").write_text("# a comment\n\ndonations:\n  - {id: y, date: no}\n")
    expect("since it, moved, and one more", run(["validate", "--since", "HEAD", "--rule", "wrong-type"], staged),
           1, "1 error", "donations/y")

sys.exit(1 if faults else 0)
