"""What lianxi-git(7) tells people to type works: page_test.py LIANXI SAMPLE PAGE OTHER-LANGUAGE'S-PAGE

The lines that begin with `$ ` are run in their order in a copy of the sample book, then what the page
gives to servers: the hook, and the commands of both services' files. Both pages give the same.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from history import git_environment

LIANXI, SAMPLE, *PAGES = (Path(argument).resolve() for argument in sys.argv[1:])
DAY = "2017-11-28"


def literal_blocks(page):
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^\.Bd -literal.*\n((?:.*\n)*?)\.Ed$", text, re.M)
    return [block.replace(r"\e", "\\").replace(r"\(aq", "'") for block in blocks]


def commands(blocks):
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def commands_of_services(blocks):
    """What the files of GitHub and GitLab run."""
    return [found for block in blocks for found in re.findall(r"^ *(?:- )?(?:run: )?(lianxi .*)$", block, re.M)
            if "actions/checkout" in block or "codequality" in block]


def script(blocks):
    return next(block for block in blocks if block.startswith("#!/bin/sh"))


class Office:
    """A home with lianxi on the PATH, and a server under the name that the page gives it."""

    def __init__(self, home):
        self.home, self.server = home, home / "server.git"
        (home / "bin").mkdir()
        (home / "bin" / "lianxi").symlink_to(LIANXI)
        (home / ".gitconfig").write_text(
            f"[url \"{self.server}\"]\ninsteadOf = git@git.example.org:alliance/station.git\n")
        self.environment = git_environment(home) | {
            "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "LIANXI_TODAY": DAY, "LC_ALL": "C.UTF-8"}
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", self.server],
                       env=self.environment, check=True)

    def run(self, folder, command, **settings):
        done = subprocess.run(["sh", "-c", command], cwd=folder, env=self.environment | settings,
                              capture_output=True, text=True, check=False, timeout=120)
        return done.returncode, done.stdout + done.stderr

    def must(self, folder, command, **settings):
        status, said = self.run(folder, command, **settings)
        if status != 0:
            sys.exit(f"$ {command}\n{said}exit {status}")
        return said


def try_commands(office, book, lines):
    for line in lines:
        said = office.must(book, line)
        print(f"$ {line}\n{said}", end="")
        # What the page promises of some of them.
        if line.startswith("git check-attr") and "merge: lianxi" not in said:
            sys.exit("the merge driver is not set up")
        if line.startswith("lianxi log") and DAY not in said:
            sys.exit("the log does not tell of the change")


def try_services(office, lines):
    clone = office.home / "clone"
    office.must(office.home / "station", "git push -q")
    office.must(office.home, f"git clone -q {office.server} clone")
    base = office.must(clone, "git rev-parse origin/main").strip()
    office.must(clone, "git switch -q -c change && echo '# ' >> funds.yaml && git commit -qam change")
    for line in lines:
        office.must(clone, line, GITHUB_BASE_REF="main", CI_MERGE_REQUEST_DIFF_BASE_SHA=base,
                    GITHUB_STEP_SUMMARY="summary.md")


def try_server(office, book, text):
    hook = office.server / "hooks" / "pre-receive"
    hook.write_text(text)
    hook.chmod(0o755)
    office.must(book, "git switch -q -c worse && echo 'units: [{id: b}]' > b.yaml && git add b.yaml && "
                      "git commit -qn -m worse")
    status, said = office.run(book, "git push -q origin worse")
    if status == 0 or "missing-field" not in said:
        sys.exit(f"the server took a bad branch: {said}")
    office.must(book, "rm b.yaml && git commit -qam better && git push -q origin worse")
    office.must(book, "git push -q origin :worse")
    # The first push of all.
    office.must(office.home, "git init -q --bare -b main first.git")
    shutil.copy(hook, office.home / "first.git" / "hooks")
    office.must(book, f"git push -q {office.home / 'first.git'} main")


blocks, other = (literal_blocks(page) for page in PAGES)
for what in (commands, commands_of_services, script):
    if what(blocks) != what(other) or not what(blocks):
        sys.exit(f"the pages do not have the same {what.__name__}:\n{what(blocks)}\n{what(other)}")
with tempfile.TemporaryDirectory() as name:
    place = Office(Path(name).resolve())
    station = place.home / "station"
    shutil.copytree(SAMPLE, station)
    try_commands(place, station, commands(blocks))
    try_services(place, commands_of_services(blocks))
    try_server(place, station, script(blocks))
