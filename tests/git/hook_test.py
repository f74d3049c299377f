"""What git commits is what the hook has judged, wherever git keeps it: hook_test.py LIANXI"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from history import git_environment

LIANXI = Path(sys.argv[1]).resolve()
GOOD = "units: [{id: b, name: b, head: 某}]\n"
BAD = "units: [{id: b, head: 某}]\n"
faults = 0


class Place:
    """A folder to be in, with a PATH on which lianxi is, and settings of git that are its own."""

    def __init__(self, home):
        self.home = home
        (home / "bin").mkdir()
        (home / "bin" / "lianxi").symlink_to(LIANXI)
        (home / ".gitconfig").write_text("[init]\ndefaultBranch = main\n[protocol \"file\"]\nallow = always\n")

    def run(self, folder, *words, path=None):
        environment = git_environment(self.home)
        environment["PATH"] = path or f"{self.home / 'bin'}:{environment['PATH']}"
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True,
                              check=False, timeout=60)
        return done.returncode, done.stdout + done.stderr

    def must(self, folder, *words):
        status, said = self.run(folder, *words)
        if status != 0:
            raise SystemExit(f"{folder}: {words}: {status}: {said}")
        return said

    def book(self, top, folder):
        """A repository with a book in a folder of it, both with the hook."""
        top.mkdir()
        self.must(top, "git", "init", "-q")
        self.must(top, "lianxi", "--as-of", "2017-01-10", "-q", "init", folder, "--git")
        self.must(top, "git", "add", "-A")
        self.must(top, "git", "commit", "-qm", "first")
        return top / folder / "more.yaml"

    def commits(self, top):
        return int(self.must(top, "git", "rev-list", "--count", "HEAD"))


def expect(what, is_so, said=""):
    global faults
    if not is_so:
        faults += 1
        print(f"{what}: not so. {said}")


def passes(place, top, what, *words):
    before = place.commits(top)
    status, said = place.run(top, "git", "commit", "-qm", what, *words)
    expect(f"{what}: passes", status == 0 and place.commits(top) == before + 1, said)


def refused(place, top, what, *words, why="missing-field"):
    before = place.commits(top)
    status, said = place.run(top, "git", "commit", "-qm", what, *words)
    expect(f"{what}: is refused", status == 1 and why in said and place.commits(top) == before, said)


def try_what_is_staged(place, top, folder):
    more = place.book(top, folder)
    add = lambda: place.must(top, "git", "add", "-A")

    def write(text):
        more.write_text(text)

    write(BAD), add(), write(GOOD)
    refused(place, top, "bad staged, good in the work tree")
    add(), write(BAD)
    passes(place, top, "good staged, bad in the work tree")
    refused(place, top, "all that changed, which is bad", "-a")
    write(GOOD + "# mended\n")
    passes(place, top, "all that changed, which is good", "-a")
    # Of a path alone git makes another index than the one that is there.
    write(BAD), add()
    (top / "README").write_text("one\n")
    place.must(top, "git", "add", "README")
    passes(place, top, "a path, while something bad is staged", "--", "README")
    refused(place, top, "a path that is bad", "--", str(more))
    write(GOOD), add()
    other = more.with_name("other.yaml")
    other.write_text(BAD.replace("b", "c")), add()
    passes(place, top, "a good path, while a bad one is staged", "--", str(more))
    refused(place, top, "the bad one")
    place.must(top, "git", "rm", "-qf", str(other))
    more.write_text("units: [\n"), add()
    refused(place, top, "what cannot be read", why="more.yaml:")
    place.must(top, "git", "commit", "-qnm", "unchecked")
    write(GOOD), add()
    passes(place, top, "mended")


def try_linked_work_tree(place, top, folder):
    tree = place.home / "linked tree"
    place.must(top, "git", "worktree", "add", "-q", "-b", "unit", str(tree))
    (tree / folder / "more.yaml").write_text(BAD)
    place.must(tree, "git", "add", "-A")
    refused(place, tree, "bad in a linked work tree")
    refused(place, tree, "bad there, with -a", "-a")
    (tree / folder / "more.yaml").write_text(GOOD + "# there\n")
    passes(place, tree, "good in a linked work tree", "-a")
    hook = top / ".git" / "hooks" / "pre-commit"
    hook.unlink()
    said = place.must(tree / folder, "lianxi", "hook", "install")
    expect("installed from a linked work tree", hook.exists() and str(hook) in said, said)


def try_what_is_no_book(place, top, folder):
    place.must(top, "git", "checkout", "-q", "--orphan", "pages")
    place.must(top, "git", "rm", "-rqf", ".")
    (top / ".github").mkdir()
    (top / ".github" / "pages.yml").write_text("a: [\n")
    (top / "index.html").write_text("x\n")
    place.must(top, "git", "add", "-A")
    status, said = place.run(top, "git", "commit", "-qm", "no book at all")
    expect("a branch without a book passes", status == 0, said)
    place.must(top, "git", "checkout", "-q", "main")
    place.must(top, "git", "mv", f"{folder}/alliance.yaml", f"{folder}/alliance.txt")
    refused(place, top, "a book without its alliance", why="no book")
    place.must(top, "git", "reset", "-q", "--hard")


def try_hooks_path(place):
    top = place.home / "hooks path"
    more = place.book(top, ".")
    (top / ".git" / "hooks" / "pre-commit").unlink()
    place.must(top, "git", "config", "core.hooksPath", "tools/hooks")
    said = place.must(top, "lianxi", "hook", "install")
    expect("core.hooksPath from the top", (top / "tools" / "hooks" / "pre-commit").exists(), said)
    more.write_text(BAD)
    place.must(top, "git", "add", "-A")
    refused(place, top, "bad with core.hooksPath")

    # One for all repositories of somebody.
    place.must(top, "git", "config", "--unset", "core.hooksPath")
    place.must(top, "git", "config", "--global", "core.hooksPath", "~/my hooks")
    place.must(top, "lianxi", "hook", "install")
    refused(place, top, "bad with somebody's own core.hooksPath")
    other = place.home / "another"
    other.mkdir()
    place.must(other, "git", "init", "-q")
    (other / "x.yaml").write_text("a: [\n")
    place.must(other, "git", "add", "-A")
    status, said = place.run(other, "git", "commit", "-qm", "no book")
    expect("other repositories are left in peace", status == 0, said)
    place.must(top, "git", "config", "--global", "--unset", "core.hooksPath")


def try_submodule(place, book):
    top = place.home / "outer"
    top.mkdir()
    place.must(top, "git", "init", "-q")
    place.must(top, "git", "submodule", "--quiet", "add", str(book), "inner")
    place.must(top / "inner", "lianxi", "hook", "install")
    hook = top / ".git" / "modules" / "inner" / "hooks" / "pre-commit"
    expect("a submodule's hook", hook.exists())
    (top / "inner" / "more.yaml").write_text(BAD)
    refused(place, top / "inner", "bad in a submodule", "-a")


def try_hook_that_is_there(place):
    top = place.home / "earlier"
    place.book(top, "it's")
    hook = top / ".git" / "hooks" / "pre-commit"
    ours = hook.read_text()
    hook.write_text(
        "#!/bin/sh\n"
        "# Lets no commit pass while the book's records have errors; `git commit --no-verify`\n"
        "# goes past it. git runs this at the top of the work tree.\n"
        "exec lianxi -C './it'\\''s' validate --quiet\n")
    place.must(top / "it's", "lianxi", "hook", "install")
    expect("the hook of an earlier version is replaced", hook.read_text() == ours)
    hook.chmod(0o644)
    place.must(top / "it's", "lianxi", "hook", "install")
    expect("it may be executed again", os.access(hook, os.X_OK))
    mine = "#!/bin/sh\nmake check\n"
    hook.write_text(mine)
    status, said = place.run(top / "it's", "lianxi", "hook", "install")
    expect("another hook is left alone", status == 1 and hook.read_text() == mine, said)
    line = said.splitlines()[-1].strip()
    hook.write_text(mine.replace("make check", f"{line}\ntrue"))
    status, said = place.run(top / "it's", "lianxi", "hook", "install")
    expect("with the line it is installed", status == 0 and "already" in said, said)
    (top / "it's" / "more.yaml").write_text(BAD)
    place.must(top, "git", "add", "-A")
    refused(place, top, "bad with that line")
    hook.unlink()
    hook.symlink_to("nowhere")
    status, said = place.run(top / "it's", "lianxi", "hook", "install")
    expect("a link that leads nowhere is somebody's", status == 1 and hook.is_symlink(), said)


def try_attributes(place):
    top = place.home / "attributes"
    place.book(top, "book")
    file = top / "book" / ".gitattributes"

    def becomes(before, after):
        file.write_bytes(before)
        place.must(top, "git", "add", "-A")
        place.must(top / "book", "lianxi", "hook", "install")
        expect(f"{before}", file.read_bytes() == after, file.read_bytes())
        place.must(top / "book", "lianxi", "hook", "install")
        expect(f"{before}, once more", file.read_bytes() == after, file.read_bytes())

    ours = b"*.yaml merge=lianxi\n*.yml merge=lianxi\n"
    becomes(b"", ours)
    becomes(b"*.yaml text", b"*.yaml text\n" + ours)
    becomes(b"*.yaml text\r\n*.png binary\r\n",
            b"*.yaml text\r\n" + ours.replace(b"\n", b"\r\n") + b"*.png binary\r\n")
    becomes(b"\xef\xbb\xbfa.yaml -merge\n", b"\xef\xbb\xbf" + ours + b"a.yaml -merge\n")
    becomes(b"*.yaml merge=lianxi\n", b"*.yml merge=lianxi\n*.yaml merge=lianxi\n")
    becomes(b"* merge=union\n", b"* merge=union\n")
    becomes(b"* binary\n", b"* binary\n")
    file.unlink()
    (top / ".gitattributes").write_text("*.y*ml merge=ours\n")
    place.must(top, "git", "add", "-A")
    said = place.must(top / "book", "lianxi", "hook", "install")
    expect("what the top says holds", not file.exists() and "merge=ours" in said, said)


def try_server(place, book):
    """What is pushed lies apart until the hook has agreed."""
    server = place.home / "server.git"
    place.must(place.home, "git", "clone", "-q", "--bare", str(book), str(server))
    hook = server / "hooks" / "pre-receive"
    hook.write_text("""#!/bin/sh
none=0000000000000000000000000000000000000000
while read -r old new name; do
  if [ "$new" = $none ]; then continue; fi
  if [ "$old" = $none ]; then old=HEAD; fi
  lianxi -C . --at "$new" validate --since "$old" || exit 1
done
""")
    hook.chmod(0o755)
    clerk = place.home / "clerk"
    place.must(place.home, "git", "clone", "-q", str(server), str(clerk))

    def push(text, *words):
        (clerk / "more.yaml").write_text(text)
        place.must(clerk, "git", "add", "-A")
        place.must(clerk, "git", "commit", "-qm", "a change", "--allow-empty")
        return place.run(clerk, "git", "push", *(words or ["-q", "origin", "main"]))

    status, said = push(GOOD)
    expect("a good push", status == 0, said)
    status, said = push(BAD.replace("b", "c"))
    expect("a bad push", status != 0 and "missing-field" in said, said)
    status, said = push(BAD.replace("b", "c"), "origin", "main:refs/heads/unit")
    expect("a bad new branch", status != 0 and "missing-field" in said, said)
    status, said = push(GOOD + "# again\n")
    expect("mended on top of it", status == 0, said)
    status, said = push(GOOD, "origin", "main:refs/heads/unit")
    expect("a good new branch", status == 0, said)
    status, said = place.run(clerk, "git", "push", "-q", "origin", ":unit")
    expect("a branch goes", status == 0, said)


def try_another_user(place, book):
    if os.geteuid() != 0:
        return
    foreign = place.home / "foreign"
    shutil.copytree(book, foreign, symlinks=True)
    hook = foreign / ".git" / "hooks" / "pre-commit"
    hook.unlink()
    for path in [foreign, *foreign.rglob("*")]:
        os.chown(path, 65534, 65534, follow_symlinks=False)
    status, said = place.run(foreign, "lianxi", "hook", "install")
    expect("another user's", status == 3 and "safe.directory" in said and not hook.exists(), said)
    place.must(place.home, "git", "config", "--global", "safe.directory", str(foreign))
    status, said = place.run(foreign, "lianxi", "hook", "install")
    expect("another user's that is trusted", status == 0 and hook.exists(), said)


with tempfile.TemporaryDirectory() as name:
    home = Place(Path(name).resolve())
    try_what_is_staged(home, home.home / "plain", ".")
    try_what_is_staged(home, home.home / "仓 库", "o'hare/$账 [本]")
    try_linked_work_tree(home, home.home / "仓 库", "o'hare/$账 [本]")
    for top, folder in [("plain", "."), ("仓 库", "o'hare/$账 [本]")]:
        try_what_is_no_book(home, home.home / top, folder)
    try_hooks_path(home)
    try_submodule(home, home.home / "plain")
    try_hook_that_is_there(home)
    try_attributes(home)
    try_server(home, home.home / "plain")
    try_another_user(home, home.home / "plain")
sys.exit(1 if faults else 0)
