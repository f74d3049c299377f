"""However many threads read a book, the output is the same to the byte: jobs_test.py LIANXI

One book has meetings with reports in many files, records with slips, files that break off and one
that is no text: every command that reads a book is run there. The other has large files, which are
read in pieces: one that is fine but for a slip in its midst, one with strange values, and one with a
quote that is not closed.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))
import books

LIANXI = sys.argv[1]
JOBS = ["1", "2", "8"]
OF_LARGE_FILES = [*(["validate", "--format", form] for form in ("text", "json", "sarif")),
                  ["stats", "--format", "json"], ["list", "donations", "--format", "csv"]]
OF_MANY_FILES = [
    *(["validate", "--format", form] for form in ("text", "json", "sarif", "github", "gitlab")),
    *(["followup", "--format", form] for form in ("text", "json", "md", "csv")),
    *(["stats", "--format", form] for form in ("text", "json")),
    ["list", "meetings"], ["list", "donations", "--format", "json"], ["due"],
    ["export", "--format", "json"],
    *(["report", *kind, "--format", form] for kind in (("quarterly", "1990-Q1"), ("annual", "1990"))
      for form in ("md", "json")),
]


def replace_in_midst(path, old, new):
    """Changes a record in the midst of a file."""
    text = path.read_text(encoding="utf-8")
    middle = len(text) // 2
    path.write_text(text[:middle] + text[middle:].replace(old, new, 1), encoding="utf-8")


def add_donations(folder, kind, records, a_file):
    """Donations of a kind into a book, with ids that no other has."""
    part = folder / f"of-{kind}"
    books.write_book(part, kind, records, a_file=a_file)
    for name in ("alliance.yaml", "grants.yaml"):
        (part / name).unlink()
    for path in part.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for key in ("  - id: ", "    : ", "receipt: "):
            text = text.replace(key, f"{key}{kind}-")
        path.write_text(text, encoding="utf-8")


def make_many_files(folder):
    books.write_book(folder, "late", 60, a_file=7)
    for kind, records, a_file in (("faults", 360, 60), ("strange", 60, 20), ("wrapped", 60, 30),
                                  ("escaped", 60, 30), ("donations", 600, 0), ("end-fault", 90, 30)):
        add_donations(folder, kind, records, a_file)
    (folder / "no-text.yaml").write_bytes(b"donations:\n  - id: \xff\xfe\n")
    (folder / "several.yaml").write_text("shares: []\n---\nhonors: [\n---\nrequests: []\n...\n: :\n")


def make_large_files(folder):
    books.write_book(folder, "meetings", 10)
    for kind, records in (("donations", 24_000), ("strange", 2_000), ("end-fault", 600)):
        add_donations(folder, kind, records, 0)
    replace_in_midst(folder / "of-donations/donations/d00000.yaml", "fund: care\n", "fund: caer\n")
    replace_in_midst(folder / "of-strange/donations/d00000.yaml", "purpose: need\n",
                     "purpose: >-\n      folded\n      text\n")


def run(folder, words, jobs):
    done = subprocess.run([LIANXI, "-C", folder, "--as-of", "2023-12-31", "-j", jobs, *words],
                          capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def excerpts(mine, its):
    """From where two outputs differ on."""
    at = next((i for i, (a, b) in enumerate(zip(mine, its)) if a != b), min(len(mine), len(its)))
    mine, its = (output[at:at + 300].decode(errors="replace") for output in (mine, its))
    return f"from byte {at} on:\n{mine}\n--- and ---\n{its}"


def check(folder, words):
    """How many bytes it printed; ends the test where another number of threads prints others."""
    first = run(folder, words, JOBS[0])
    assert first[0] in (0, 1) and first[1], f"{words}: exit {first[0]}\n{first[2].decode()}"
    for jobs in JOBS[1:]:
        other = run(folder, words, jobs)
        assert other[0] == first[0], f"{words} -j {jobs}: exit {other[0]}\n{other[2].decode()}"
        for mine, its in zip(first[1:], other[1:]):
            assert mine == its, f"{words} -j {jobs} {excerpts(mine, its)}"
    return len(first[1])


for make, commands in ((make_many_files, OF_MANY_FILES), (make_large_files, OF_LARGE_FILES)):
    with tempfile.TemporaryDirectory() as name:
        make(Path(name, "book"))
        sizes = [check(Path(name, "book"), words) for words in commands]
        print(f"{len(commands)} commands, {sum(sizes)} bytes, the same with {', '.join(JOBS)} threads")
