#!/usr/bin/python3
"""Whatever hinders `validate --fix`, each file is whole: as before or mended.

    safety_test.py LIANXI_BINARY

Read-only folders, a full disk, a limit on the size of files, and programs that are
killed at any moment. What needs rights that are not there is passed over.
"""

import os
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest

LIANXI = ""
BOOK = "联盟: {名称: A, 成立日期: 2013-04-28, 办公室: a}\n单位: [{编号: a, 名称: A, 负责人: H}]\n"
BEFORE = "单位:\n  - {编号: c，名称: C, 负责人: H}\n"
AFTER = "单位:\n  - {编号: c, 名称: C, 负责人: H}\n"


def write(path, text):
    with open(path, "w", encoding="utf8", newline="") as file:
        file.write(text)


def read(path):
    with open(path, encoding="utf8", newline="") as file:
        return file.read()


def fix(folder, **options):
    return subprocess.run([LIANXI, "-C", folder, "--lang", "en", "validate", "--fix"],
                          capture_output=True, text=True, check=False, timeout=300, **options)


def big(text, size):
    """The file with comments put on until it has that many bytes."""
    line = "# " + "x" * 97 + "\n"
    return text + line * (size // len(line) + 1)


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        os.chmod(self.folder, 0o755)
        write(self.path("book.yaml"), BOOK)

    def path(self, name):
        return os.path.join(self.folder, name)

    def assert_no_leftovers(self):
        self.assertEqual([], [n for n in os.listdir(self.folder) if n.startswith(".")])


class Writing(Folder):
    def test_mode_and_links_stay(self):
        os.mkdir(self.path("real"))
        write(self.path("real/x.txt"), BEFORE)
        os.chmod(self.path("real/x.txt"), 0o640)
        os.symlink("real/x.txt", self.path("link.yaml"))
        self.assertEqual(0, fix(self.folder).returncode)
        self.assertTrue(os.path.islink(self.path("link.yaml")))
        self.assertEqual(AFTER, read(self.path("real/x.txt")))
        self.assertEqual(0o640, stat.S_IMODE(os.stat(self.path("real/x.txt")).st_mode))
        self.assertEqual(["x.txt"], os.listdir(self.path("real")))

    def as_nobody(self):
        """What drops root's rights, which no permission binds."""
        if os.getuid() != 0:
            return {}
        try:
            subprocess.run([LIANXI, "--version"], check=True, capture_output=True, user=65534)
        except (OSError, subprocess.CalledProcessError, PermissionError):
            self.skipTest("the tool cannot be run without root's rights here")
        return {"user": 65534, "group": 65534, "extra_groups": []}

    def test_read_only_folder(self):
        write(self.path("x.yaml"), BEFORE)
        os.chmod(self.folder, 0o555)
        options = self.as_nobody()
        run = fix(self.folder, **options)
        os.chmod(self.folder, 0o755)
        self.assertEqual(3, run.returncode)
        self.assertIn("cannot write", run.stderr)
        self.assertIn("Permission denied", run.stderr)
        self.assertEqual(BEFORE, read(self.path("x.yaml")))
        self.assert_no_leftovers()

    def test_read_only_file(self):
        write(self.path("x.yaml"), BEFORE)
        os.chmod(self.path("x.yaml"), 0o444)
        options = self.as_nobody()
        if options:
            os.chown(self.folder, 65534, 65534)
        self.assertEqual(3, fix(self.folder, **options).returncode)
        self.assertEqual(BEFORE, read(self.path("x.yaml")))
        self.assert_no_leftovers()

    def test_file_size_limit(self):
        before, after = big(BEFORE, 200_000), big(AFTER, 200_000)
        write(self.path("x.yaml"), before)
        write(self.path("y.yaml"), BEFORE.replace("c", "d"))

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

        run = fix(self.folder, preexec_fn=limit)
        self.assertEqual(3, run.returncode)
        self.assertIn("File too large", run.stderr)
        self.assertEqual(before, read(self.path("x.yaml")))
        # All files of one command are written, or none.
        self.assertEqual(BEFORE.replace("c", "d"), read(self.path("y.yaml")))
        self.assert_no_leftovers()
        self.assertEqual(0, fix(self.folder).returncode)
        self.assertEqual(after, read(self.path("x.yaml")))

    def test_full_disk(self):
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", self.folder],
                                 capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("nothing can be mounted here")
        self.addCleanup(subprocess.run, ["umount", self.folder], check=False)
        write(self.path("book.yaml"), BOOK)
        before = big(BEFORE, 250_000)
        write(self.path("x.yaml"), before)
        run = fix(self.folder)
        self.assertEqual(3, run.returncode)
        self.assertIn("No space left on device", run.stderr)
        self.assertEqual(before, read(self.path("x.yaml")))
        self.assert_no_leftovers()

    def interrupt(self, how, rng):
        """Ends the tool at a random moment; the files are each whole all the same."""
        before, after = big(BEFORE, 2_000_000), big(AFTER, 2_000_000)
        names = [f"f{i}.yaml" for i in range(12)]
        done = 0
        # tests/killed/ ends it at each of its calls; this is for what lies between them.
        for _ in range(4):
            for name in names:
                write(self.path(name), before)
            with subprocess.Popen([LIANXI, "-C", self.folder, "validate", "--fix", "-q"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as tool:
                # Some time between the first file's being mended and the last one's.
                deadline = time.monotonic() + 60
                while tool.poll() is None and time.monotonic() < deadline:
                    if read(self.path(names[0])) == after:
                        break
                    time.sleep(0.001)
                time.sleep(rng.random() * 0.1)
                tool.send_signal(how)
                tool.wait()
            texts = [read(self.path(name)) for name in names]
            self.assertTrue(all(text in (before, after) for text in texts))
            done += sum(text == after for text in texts)
        self.assertGreater(done, 0)

    def test_termination(self):
        self.interrupt(signal.SIGTERM, random.Random(1))
        self.assert_no_leftovers()

    def test_kill(self):
        self.interrupt(signal.SIGKILL, random.Random(2))
        # What a killed tool left behind is no part of the book.
        run = subprocess.run([LIANXI, "-C", self.folder, "--lang", "en", "validate"],
                             capture_output=True, text=True, check=False)
        self.assertIn("13 files", run.stdout)


if __name__ == "__main__":
    LIANXI = os.path.abspath(sys.argv.pop(1))
    unittest.main()
