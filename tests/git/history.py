"""Repositories for tests: what git needs to be told, and random histories of a book."""
import os
import random
import re
import shutil
import subprocess
from pathlib import Path

BOOK = "账本 甲"


def git_environment(home, day=0):
    """What keeps the machine's own settings out, and every commit the same."""
    seconds = f"{1490000000 + day * 86400} +0800"
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "clerk",
        "GIT_AUTHOR_EMAIL": "clerk@example.org",
        "GIT_COMMITTER_NAME": "clerk",
        "GIT_COMMITTER_EMAIL": "clerk@example.org",
        "GIT_AUTHOR_DATE": seconds,
        "GIT_COMMITTER_DATE": seconds,
        "LC_ALL": "C",
    }


def git(folder, *words, day=0, check=True):
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "core.quotePath=false", *words],
        cwd=folder,
        env=git_environment(folder, day),
        capture_output=True,
        text=True,
        check=False,
    )
    if check and done.returncode != 0:
        raise SystemExit(f"git {' '.join(words)}: {done.stderr}")
    return done.stdout.strip()


class Writer:
    """Changes a book as hands do: well, badly, and in ways that git sees and the book does not."""

    def __init__(self, book, seed):
        self.book = book
        self.random = random.Random(seed)

    def files(self):
        return sorted(p for p in self.book.rglob("*.yaml") if p.is_file() and not p.is_symlink())

    def change(self):
        return self.random.choice(
            [self.move_day, self.move_day, self.move_day, self.add_donation, self.add_donation,
             self.copy_record, self.move_file, self.remove_file, self.break_line, self.mend, self.mend, self.mend,
             self.add_evidence, self.remove_evidence, self.link, self.rename_ending,
             self.ignore, self.crlf, self.hide])()

    def rewrite(self, path, function):
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        path.write_bytes(function(text).encode("utf-8", "surrogateescape"))

    def move_day(self):
        path = self.random.choice(self.files())
        day = f"20{self.random.randint(13, 17)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        spots = [m.span() for m in re.finditer(r"20\d\d-\d\d-\d\d", path.read_text(errors="replace"))]
        if not spots:
            return

        def put(text):
            found = list(re.finditer(r"20\d\d-\d\d-\d\d", text))
            spot = self.random.choice(found)
            return text[: spot.start()] + day + text[spot.end():]

        self.rewrite(path, put)

    def add_donation(self):
        number = self.random.randint(1, 10**6)
        path = self.book / self.random.choice(["gifts.yaml", "捐赠/2017 年.yaml", "b/c/d.yml"])
        path.parent.mkdir(parents=True, exist_ok=True)
        old = path.read_text() if path.exists() else "donations:\n"
        path.write_text(old + f"  - {{id: d{number}, date: 2017-05-{number % 28 + 1:02}, "
                              f"donor: 某公司, fund: 爱心基金, amount: {number % 5000}}}\n")

    def copy_record(self):
        path = self.random.choice(self.files())
        shutil.copy(path, path.with_name(f"copy-{self.random.randint(1, 99)}.yaml"))

    def move_file(self):
        path = self.random.choice(self.files())
        if path.name == "alliance.yaml":
            return
        folder = self.book / self.random.choice(["a", "旧档/2016", path.parent.name])
        folder.mkdir(parents=True, exist_ok=True)
        path.rename(folder / f"{self.random.randint(1, 999)}-{path.name}")

    def remove_file(self):
        path = self.random.choice(self.files())
        if path.name != "alliance.yaml" and len(self.files()) > 20:
            path.unlink()

    def break_line(self):
        path = self.random.choice(self.files())
        if path.name != "alliance.yaml":
            self.rewrite(path, lambda text: text + self.random.choice(
                ["broken: [\n", "没有：冒号\n", "\tx: 1\n", "<<<<<<< ours\n", "a: &b 1\n"]))

    def mend(self):
        for path in self.files():
            if path.name != "alliance.yaml" and path.read_text(errors="replace").endswith(
                    ("broken: [\n", "没有：冒号\n", "\tx: 1\n", "<<<<<<< ours\n", "a: &b 1\n")):
                path.unlink()
                return

    def add_evidence(self):
        folder = self.book / "evidence"
        folder.mkdir(exist_ok=True)
        (folder / "2014-medical-point.md").write_text(str(self.random.random()))
        (folder / f"{self.random.randint(1, 9)}.bin").write_bytes(os.urandom(20))

    def remove_evidence(self):
        for path in sorted((self.book / "evidence").glob("*"))[:1]:
            path.unlink()

    def link(self):
        path = self.book / f"link-{self.random.randint(1, 9)}.yaml"
        path.unlink(missing_ok=True)
        os.symlink(self.random.choice(
            ["units.yaml", "evidence/2014-medical-point.md", "../outside.yaml", "nowhere.yaml",
             "./meetings/../funds.yaml", "link-1.yaml", "/etc/passwd", "hidden/.x.yaml"]), path)
        folder = self.book / f"folder-{self.random.randint(1, 3)}"
        folder.unlink(missing_ok=True)
        os.symlink(self.random.choice(["meetings", "../other", ".", "plans/..", ".hidden"]), folder)

    def rename_ending(self):
        path = self.random.choice(self.files())
        if path.name != "alliance.yaml":
            path.rename(path.with_name(path.name + self.random.choice([".txt", ".bak"])))

    def ignore(self):
        path = self.book / "alliance.yaml"
        glob = self.random.choice(["旧档", "copy-*.yaml", "a/**", "gifts.yaml"])
        kept = [line for line in path.read_text().splitlines() if not line.startswith("  ignore:")]
        path.write_text("\n".join(kept + [f"  ignore: ['{glob}']"]) + "\n")

    def crlf(self):
        path = self.random.choice(self.files())
        self.rewrite(path, lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"))

    def hide(self):
        folder = self.book / ".hidden"
        folder.mkdir(exist_ok=True)
        (folder / "x.yaml").write_text("donations:\n  - {id: hidden, date: 2017-01-01, "
                                       "donor: x, fund: 爱心基金, amount: 1}\n")


def random_history(top, sample, commits, seed):
    """A repository whose book is in a subfolder; returns its revisions, the oldest first."""
    top.mkdir()
    git(top, "init", "-q")
    book = top / BOOK
    shutil.copytree(sample, book)
    (top / "outside.yaml").write_text("donations: []\n")
    (top / "other").mkdir()
    (top / "other" / "x.yaml").write_text("funds: []\n")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "the sample")
    writer = Writer(book, seed)
    revisions = [git(top, "rev-parse", "HEAD")]
    while len(revisions) < commits:
        for _ in range(writer.random.randint(1, 3)):
            writer.change()
        git(top, "add", "-A")
        if writer.random.random() < 0.1 and len(revisions) > 3:
            # A branch from earlier, merged: whoever wins, it is a revision like any other.
            git(top, "commit", "-q", "--allow-empty", "-m", "before a merge", day=len(revisions))
            git(top, "merge", "-q", "-s", "ours", "--no-edit", revisions[-2] + "~0",
                day=len(revisions), check=False)
        git(top, "commit", "-q", "--allow-empty", "-m", f"change {len(revisions)}", day=len(revisions))
        revisions.append(git(top, "rev-parse", "HEAD"))
    return revisions
