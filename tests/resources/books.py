"""Books for the tests of resources, written by the program that measures with them."""
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "data-samples" / "nanjing-south"
ALLIANCE = ("alliance: {name: A, founded: 2013-01-01, office: a}\n"
            "units: [{id: a, name: Office, head: Chair}, {id: b, name: Station, head: Chair}]\n"
            "funds: [{id: f, name: Fund, steward: b}]\n")


def write(folder, kind, records, in_one=True):
    """A book of that kind, see tests/bench/books.py; its size in bytes."""
    subprocess.run([sys.executable, ROOT / "tests" / "bench" / "books.py", kind, str(records), folder,
                    *(["--a-file", "0"] if in_one else [])], check=True, stdout=subprocess.DEVNULL)
    return sum(path.stat().st_size for path in Path(folder).rglob("*.yaml"))


def write_many(folder, files):
    """A book of that many files, a donation in each."""
    (folder / "alliance.yaml").write_text(ALLIANCE)
    for number in range(files):
        inner = folder / f"{number // 500:03}"
        if number % 500 == 0:
            inner.mkdir()
        (inner / f"{number:05}.yaml").write_text(
            f"donations: [{{id: d{number}, date: 2017-01-02, donor: A, amount: 10, fund: f}}]\n")
