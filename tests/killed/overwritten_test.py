"""What is overwritten keeps what the manual says, or is refused: overwritten_test.py LIANXI

Mode, owner, group, access list, attributes, hard and symbolic links, and what is no file, for each
command that replaces files. What needs rights or programs that are not there is passed over.
"""
import os
import shutil
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import cases

LIANXI = ""
IS_ROOT = os.getuid() == 0


def put(folder, texts):
    cases.as_files(texts)(folder)


# A command, and the file that it replaces.
WRITERS = {
    "set": (["set", "units/b", "note=changed"], "units.yaml"),
    "rename": (["rename", "units/b", "c"], "units.yaml"),
    "--fix": (["validate", "--fix"], "x.yaml"),
    "report": (["report", "quarterly", "2017-Q1", "--force", "-o", "q1.md"], "q1.md"),
    "report all": (["report", "all", "2017-Q1", "--force", "-o", "."], "minutes-q1.md"),
    "export": (["export", "--force", "-o", "book.json"], "book.json"),
    "export csv": (["export", "--format", "csv", "--force", "-o", "."], "units.csv"),
}
# Those whose output has a name that may be anything.
OUTPUTS = ["report", "export"]


class Overwritten(unittest.TestCase):
    count = 0

    def setUp(self):
        self.top = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.top, ignore_errors=True)
        self.top.chmod(0o755)

    def made(self, name):
        folder = Path(tempfile.mkdtemp(dir=self.top))
        folder.chmod(0o755)
        put(folder, cases.FILES | (cases.SLIPS if name == "--fix" else {}))
        words, target = WRITERS[name]
        if not (folder / target).exists():
            put(folder, {target: "an older one\n"})
        return folder, folder / target, words

    def run_in(self, folder, words, **options):
        Overwritten.count += 1
        return subprocess.run([LIANXI, "-C", ".", *words], cwd=folder, capture_output=True, text=True,
                              timeout=60, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                                               "LIANXI_TODAY": "2017-09-30"}, **options)

    def written(self, folder, words, **options):
        done = self.run_in(folder, words, **options)
        self.assertEqual(0, done.returncode, f"{words}: {done.stderr}")

    def refused(self, folder, words, said, **options):
        done = self.run_in(folder, words, **options)
        self.assertEqual(3, done.returncode, f"{words}: {done.stderr}")
        self.assertIn(said, done.stderr)
        left = [path.name for path in folder.rglob(".lianxi-*")]
        self.assertEqual([], left)

    def test_mode_owner_and_group(self):
        for name in WRITERS:
            folder, target, words = self.made(name)
            if IS_ROOT:
                os.chown(target, 1234, 2345)
            target.chmod(0o604)
            before, bytes_before = target.stat(), target.read_bytes()
            self.written(folder, words)
            after = target.stat()
            self.assertNotEqual(bytes_before, target.read_bytes(), name)
            self.assertEqual((before.st_mode, before.st_uid, before.st_gid),
                             (after.st_mode, after.st_uid, after.st_gid), name)

    def test_access_list_and_attributes(self):
        # Owner, one user, group, mask and others: a tag, what is granted, to whom.
        nobody = 0xFFFFFFFF
        entries = [(1, 6, nobody), (2, 6, 1234), (4, 4, nobody), (16, 6, nobody), (32, 0, nobody)]
        granted = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
        noted = {"system.posix_acl_access": granted, "user.note": b"mine"}
        for name in WRITERS:
            folder, target, words = self.made(name)
            try:
                for attribute, value in noted.items():
                    os.setxattr(target, attribute, value)
            except OSError:
                self.skipTest("no access lists on this file system")
            self.written(folder, words)
            for attribute, value in noted.items():
                self.assertEqual(value, os.getxattr(target, attribute), f"{name}: {attribute}")

    def test_new_files_are_like_others(self):
        for name in OUTPUTS + ["report all", "export csv"]:
            folder, target, words = self.made(name)
            target.unlink()
            self.written(folder, words, preexec_fn=lambda: os.umask(0o027))
            self.assertEqual(0o640, stat.S_IMODE(target.stat().st_mode), name)

    def test_symbolic_link_stays_and_its_file_is_replaced(self):
        for name in WRITERS:
            folder, target, words = self.made(name)
            (folder / "real").mkdir()
            target.rename(folder / "real" / "file.txt")
            (folder / "second").symlink_to("real/file.txt")
            target.symlink_to("second")
            before = (folder / "real" / "file.txt").read_bytes()
            self.written(folder, words)
            self.assertEqual("second", os.readlink(target), name)
            self.assertEqual("real/file.txt", os.readlink(folder / "second"), name)
            self.assertNotEqual(before, (folder / "real" / "file.txt").read_bytes(), name)
            self.assertEqual(["file.txt"], os.listdir(folder / "real"))

    def test_link_to_nothing_is_refused(self):
        for name in OUTPUTS + ["report all", "export csv"]:
            folder, target, words = self.made(name)
            target.unlink()
            target.symlink_to("nowhere")
            self.refused(folder, words, "No such file or directory")
            self.assertEqual("nowhere", os.readlink(target))
            self.assertFalse((folder / "nowhere").exists())

    def test_hard_link_goes_on_naming_the_old_file(self):
        for name in WRITERS:
            folder, target, words = self.made(name)
            other = self.top / "other"
            os.link(target, other)
            before = target.read_bytes()
            self.written(folder, words)
            self.assertNotEqual(before, target.read_bytes(), name)
            self.assertEqual(before, other.read_bytes(), name)
            other.unlink()

    def test_file_that_may_not_be_written_is_refused(self):
        options = {"user": 65534, "group": 65534, "extra_groups": []} if IS_ROOT else {}
        if options and not os.access(LIANXI, os.X_OK):
            self.skipTest("the tool cannot be run without root's rights here")
        try:
            subprocess.run([LIANXI, "--version"], check=True, capture_output=True, **options)
        except (OSError, subprocess.CalledProcessError):
            self.skipTest("the tool cannot be run without root's rights here")
        for name in WRITERS:
            folder, target, words = self.made(name)
            for path in [folder, *folder.rglob("*")] if IS_ROOT else []:
                os.chown(path, 65534, 65534)
            target.chmod(0o444)
            before = target.read_bytes()
            self.refused(folder, words, "Permission denied", **options)
            self.assertEqual(before, target.read_bytes(), name)

    def test_what_is_no_file(self):
        for name in OUTPUTS:
            folder, target, words = self.made(name)
            target.unlink()
            target.mkdir()
            self.refused(folder, words, "is a folder, not a file")
            target.rmdir()
            with socket.socket(socket.AF_UNIX) as listening:
                listening.bind(str(target))
                self.refused(folder, words, "is not a regular file")
            self.assertTrue(stat.S_ISSOCK(target.stat().st_mode))
            target.unlink()
            os.mkfifo(target)
            with subprocess.Popen(["cat", target], stdout=subprocess.PIPE) as reader:
                self.written(folder, words)
                self.assertTrue(reader.stdout.read())
            self.assertTrue(stat.S_ISFIFO(target.stat().st_mode))
            target.unlink()
            target.symlink_to("/dev/null")
            self.written(folder, words)
            self.assertEqual("/dev/null", os.readlink(target))

    def test_what_is_open_goes_on(self):
        for name in OUTPUTS:
            folder, target, words = self.made(name)
            words = [*words[:-1], "/dev/stdout"]
            if name == "export":
                words += ["--format", "json"]
            with open(target, "a", encoding="utf8") as log:
                Overwritten.count += 1
                subprocess.run([LIANXI, "-C", ".", *words], cwd=folder, stdout=log, check=True,
                               env={"PATH": os.environ["PATH"], "LIANXI_TODAY": "2017-09-30"})
            self.assertTrue(target.read_text(encoding="utf8").startswith("an older one\n"), name)
            self.assertGreater(target.stat().st_size, 100)


if __name__ == "__main__":
    LIANXI = os.path.abspath(sys.argv.pop(1))
    done = unittest.main(exit=False).result
    print(f"measured: {Overwritten.count} writings over files with modes, owners, lists and links: "
          "kept or refused as the manual says")
    sys.exit(not done.wasSuccessful())
