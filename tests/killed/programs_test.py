"""Other programs that hang, fail or are in the way of a signal: programs_test.py LIANXI

A pandoc that does not end is stopped, a signal ends lianxi and what it started and leaves nothing in
the temporary folder, and what a kill left there goes with the next run. A git that fails half-way
leaves no half of a book.
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import cases

LIANXI = ""
HANGING = "#!/bin/sh\n{first}\necho $$ > {started}.new; mv {started}.new {started}\nexec sleep 300\n"
DOCX = ["report", "quarterly", "2017-Q1", "-o", "q1.docx"]


class Programs(unittest.TestCase):
    runs = 0

    def setUp(self):
        self.top = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.top, ignore_errors=True)
        self.book, self.temporary, self.programs = (self.top / n for n in ("book", "tmp", "bin"))
        for folder in (self.book, self.temporary, self.programs):
            folder.mkdir()
        cases.as_files(cases.FILES)(self.book)
        self.started = self.top / "started"

    def program(self, name, text):
        path = self.programs / name
        path.write_text(text)
        path.chmod(0o755)

    def hang(self, first=":"):
        self.program("pandoc", HANGING.format(first=first, started=self.started))

    def begin(self, words, where=None, **settings):
        Programs.runs += 1
        env = {"PATH": f"{self.programs}:{os.environ['PATH']}", "TMPDIR": str(self.temporary),
               "LIANXI_TODAY": "2017-09-30", "HOME": str(self.top), "LC_ALL": "C.UTF-8"} | settings
        return subprocess.Popen([LIANXI, *words], cwd=where or self.book, env=env, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def waited_for_pandoc(self):
        for _ in range(500):
            if self.started.exists():
                return int(self.started.read_text())
            time.sleep(0.02)
        self.fail("pandoc was not started")

    def assert_gone(self, process):
        for _ in range(100):
            try:
                os.kill(process, 0)
            except ProcessLookupError:
                return
            time.sleep(0.02)
        self.fail("pandoc goes on")

    def assert_nothing_left(self):
        self.assertEqual([], list(self.temporary.iterdir()))
        self.assertFalse((self.book / "q1.docx").exists())

    def test_hanging_pandoc_is_stopped(self):
        for first, most in ((":", 2.5), ("trap '' TERM", 5)):
            self.hang(first)
            begin = time.monotonic()
            run = self.begin(DOCX, LIANXI_PROGRAM_SECONDS="1")
            _, said = run.communicate(timeout=60)
            self.assertEqual(3, run.returncode, said)
            self.assertIn("pandoc did not come to an end in time and was stopped", said)
            self.assertGreater(time.monotonic() - begin, 1)
            self.assertLess(time.monotonic() - begin, most + 5, "on a machine that is busy")
            self.assert_gone(self.waited_for_pandoc())
            self.assert_nothing_left()
            self.started.unlink()
        self.hang()
        _, said = self.begin(["--lang", "zh", *DOCX], LIANXI_PROGRAM_SECONDS="1").communicate()
        self.assertTrue(said.startswith("lianxi: pandoc 迟迟没有结束，已被中止"), said)

    def test_signal_ends_both_and_leaves_nothing(self):
        self.hang()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            run = self.begin(DOCX)
            pandoc = self.waited_for_pandoc()
            run.send_signal(number)
            run.communicate(timeout=30)
            self.assertEqual(-number, run.returncode)
            self.assert_gone(pandoc)
            self.assert_nothing_left()
            self.started.unlink()

    def test_what_a_kill_left_goes_with_the_next(self):
        self.hang()
        killed = self.begin(DOCX)
        os.kill(self.waited_for_pandoc(), signal.SIGSTOP)
        killed.kill()
        killed.communicate()
        left = set(self.temporary.iterdir())
        self.assertEqual(1, len(left))
        self.started.unlink()
        # One that is at work keeps its own.
        working = self.begin(DOCX)
        self.waited_for_pandoc()
        at_work = set(self.temporary.iterdir())
        self.assertFalse(at_work & left)
        self.program("pandoc", "#!/bin/sh\necho no >&2; exit 1\n")
        last = self.begin(DOCX)
        _, said = last.communicate(timeout=30)
        self.assertEqual((3, "lianxi: no .docx could be made: no\n"), (last.returncode, said))
        self.assertEqual(at_work, set(self.temporary.iterdir()))
        working.terminate()
        working.communicate(timeout=30)
        self.assert_nothing_left()

    def test_git_that_fails_leaves_no_half_of_a_book(self):
        made = "for last; do :; done; mkdir -p \"$last/.git/objects\"\n"
        for rest in ("exit 1", f"echo $$ > {self.started}.new; mv {self.started}.new {self.started}; "
                               "exec sleep 300"):
            self.program("git", f"#!/bin/sh\n{made}{rest}\n")
            for folder in ("new/book", "there"):
                (self.top / "there").mkdir(exist_ok=True)
                (self.top / "there" / "notes").write_text("mine\n")
                run = self.begin(["init", folder, "--git"], self.top)
                if "sleep" in rest:
                    self.waited_for_pandoc()
                    run.terminate()
                    self.started.unlink()
                run.communicate(timeout=30)
                self.assertEqual(3 if "exit" in rest else -signal.SIGTERM, run.returncode)
                self.assertFalse((self.top / "new").exists())
                self.assertEqual(["notes"], os.listdir(self.top / "there"))
                self.assert_nothing_left()

    def test_commit_that_is_interrupted_says_so(self):
        env = {"PATH": os.environ["PATH"], "HOME": str(self.top), "GIT_CONFIG_NOSYSTEM": "1"}
        for words in (["init", "-q"], ["config", "user.name", "Office"],
                      ["config", "user.email", "office@example.org"], ["add", "."],
                      ["commit", "-q", "-m", "A book"]):
            subprocess.run(["git", *words], cwd=self.book, env=env, check=True)
        hook = self.book / ".git/hooks/pre-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(HANGING.format(first=":", started=self.started))
        hook.chmod(0o755)
        before = (self.book / "alliance.yaml").read_bytes()
        run = self.begin(["set", "alliance", "brand=B", "--commit"])
        hanging = self.waited_for_pandoc()
        run.send_signal(signal.SIGINT)
        told, said = run.communicate(timeout=30)
        os.kill(hanging, signal.SIGKILL)
        self.assertEqual(-signal.SIGINT, run.returncode, said)
        self.assertNotEqual(before, (self.book / "alliance.yaml").read_bytes())
        self.assertIn("written to alliance.yaml", told)
        self.assertEqual("lianxi: written, but interrupted before it was committed\n"
                         "        look at it with git diff, and commit it\n", said)
        self.assertEqual([], list(self.temporary.iterdir()))


if __name__ == "__main__":
    LIANXI = os.path.abspath(sys.argv.pop(1))
    done = unittest.main(exit=False).result
    print(f"measured: {Programs.runs} runs with a pandoc or git that hangs, fails or is interrupted: "
          "each ended in time, nothing left behind")
    sys.exit(not done.wasSuccessful())
