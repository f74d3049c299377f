"""A file that changes while it is read costs a finding at most, never a crash: changing_test.py LIANXI [SECONDS]

While commands read a book one after the other, a thread cuts its large file short, lets it grow, takes it
away, puts another in its place and writes it anew. Each command has to come to its end by itself, with the
exit status of a book with errors or without, and its JSON has to be whole.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))
import books

LIANXI = sys.argv[1]
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 10
COMMANDS = [["validate", "--format", "json"], ["stats", "--format", "json"], ["validate"],
            ["followup", "--format", "json"]]


class Writer(threading.Thread):
    """Changes one file again and again, mostly from whole to broken and back."""

    def __init__(self, path):
        super().__init__()
        self.path, self.whole = path, path.read_bytes()
        self.random, self.over, self.changes = random.Random(20170920), threading.Event(), 0

    def cut(self):
        os.truncate(self.path, self.random.randrange(len(self.whole)))

    def cut_to_nothing(self):
        os.truncate(self.path, 0)

    def grow(self):
        with open(self.path, "ab") as out:
            out.write(self.whole[len("donations:\n"):][:self.random.randrange(len(self.whole))])

    def stretch(self):
        """Makes it longer, with zeros."""
        os.truncate(self.path, len(self.whole) + self.random.randrange(1, 100_000))

    def put_in_place(self):
        other = self.path.with_name("other.tmp")
        other.write_bytes(self.whole[:self.random.randrange(len(self.whole))])
        os.rename(other, self.path)

    def take_away(self):
        self.path.unlink(missing_ok=True)

    def write_anew(self):
        self.path.write_bytes(self.whole)

    def run(self):
        ways = [self.cut, self.cut_to_nothing, self.grow, self.stretch, self.put_in_place, self.take_away]
        while not self.over.is_set():
            self.write_anew()
            time.sleep(self.random.random() * 0.02)
            self.random.choice(ways)()
            time.sleep(self.random.random() * 0.005)
            self.changes += 2


def check(folder, words, jobs):
    """Whether it found something."""
    done = subprocess.run([LIANXI, "-C", folder, "--as-of", "2023-12-31", "-j", jobs, *words],
                          capture_output=True, text=True, check=False, timeout=60)
    what = f"{' '.join(words)} -j {jobs}: exit {done.returncode}\n{done.stderr[-2000:]}"
    assert done.returncode in (0, 1), what
    assert done.returncode == 0 or words[0] == "followup" or done.stdout, what
    if "json" in words:
        json.loads(done.stdout)
    return done.returncode == 1


with tempfile.TemporaryDirectory() as name:
    book = Path(name, "book")
    books.write_book(book, "donations", 8_000, a_file=0)
    writer = Writer(book / "donations/d00000.yaml")
    writer.start()
    end, runs, found = time.monotonic() + SECONDS, 0, 0
    try:
        while time.monotonic() < end:
            found += check(book, COMMANDS[runs % len(COMMANDS)], ["1", "2", "8"][runs % 3])
            runs += 1
    finally:
        writer.over.set()
        writer.join()
    print(f"{runs} commands while a file changed {writer.changes} times: {found} found a fault, none crashed")
    assert runs > 4 and found > 0
