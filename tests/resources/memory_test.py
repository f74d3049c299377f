"""What memory a book takes, and what is said where there is not enough: memory_test.py LIANXI [--all]

The address space is limited, as `ulimit -v` does. Each command, read by one thread and by several,
either does its work or says "out of memory" with status 3; it is never ended by a signal. And
`validate` keeps within the bound that the manual gives. Without --all a part of it, drawn by seed.
"""
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import books

LIANXI = os.path.abspath(sys.argv[1])
ALL = "--all" in sys.argv
MB = 1 << 20
# The bound of the manual: so much, so many bytes for one of the book, so many for a finding.
FIXED, FOR_A_BYTE, FOR_A_FINDING = 32 * MB, 8, 2048
COMMANDS = [["validate"], ["validate", "--format", "json"], ["followup"], ["stats"], ["due"],
            ["report", "quarterly", "2017-Q3"], ["report", "all", "2017-Q3", "-o", "{}/papers"],
            ["report", "quarterly", "2017-Q3", "--force", "-o", "{}/q.xlsx"], ["list", "donations"],
            ["export", "--format", "json"], ["export", "--force", "-o", "{}/b.sqlite"],
            ["export", "--format", "ics"], ["query", "SELECT count(*) FROM donations"],
            ["rollup", books.SAMPLE, books.SAMPLE], ["--at", "HEAD", "stats"]]
# Libraries that lianxi gives no memory to say so in their own words.
IN_OTHER_WORDS = ["no .xlsx could be made", "no calendar can be made", "Cannot allocate memory"]


def run(words, limit=None, **options):
    def restrict():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if limit:
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    return subprocess.run([LIANXI, *words], preexec_fn=restrict, capture_output=True, timeout=300,
                          env={"PATH": os.environ["PATH"], "LIANXI_TODAY": "2024-12-31",
                               "TMPDIR": os.environ.get("TMPDIR", "/tmp"), "LC_ALL": "C.UTF-8"},
                          **options)


def least_to_start():
    """Where even the loader has too little, nothing can be said."""
    low, high = 4 * MB, 200 * MB
    if run(["--version"], high).returncode != 0:
        sys.exit("measured: nothing of memory: the tool of a sanitizer takes all there is")
    while high - low > MB // 4:
        middle = (low + high) // 2
        if run(["--version"], middle).returncode == 0:
            high = middle
        else:
            low = middle
    return high


def judge(words, limit):
    """Whether it said that memory ran out."""
    done = run(words, limit)
    said = done.stderr.decode("utf8", "replace")
    what = f"{words} within {limit // 1024} KB: exit {done.returncode}\n{said}"
    assert done.returncode in (0, 1, 3), what
    if done.returncode != 3:
        return False
    assert said.endswith(("lianxi: out of memory\n", "lianxi: 内存不足\n")) or any(
        words in said for words in IN_OTHER_WORDS), what
    return True


def too_little(folder):
    """Commands, threads and limits, drawn by seed where not all are tried."""
    least = least_to_start()
    large = folder / "large"
    books.write(large, "donations", 6000)  # more than one thread reads alone
    limits = [least + step * MB // 4 for step in range(0, 40)] + [
        least + step * MB for step in range(10, 180, 5)]
    all_of_them = [(words, book, jobs, limit) for words in COMMANDS for jobs in (1, 2, 8)
                   for book in (books.SAMPLE, large) for limit in limits]
    chosen = all_of_them if ALL else random.Random(20171001).sample(all_of_them, 120)
    ran_out = 0
    for words, book, jobs, limit in chosen:
        words = [str(word).format(folder) for word in words]
        lang = ["--lang", "zh"] if limit % (MB // 2) else []
        if words[0] == "rollup":
            ran_out += judge(["-j", str(jobs), *lang, *words], limit)
        elif "--at" not in words or book == books.SAMPLE:
            ran_out += judge(["-C", str(book), "-j", str(jobs), *lang, *words], limit)
    assert ran_out > len(chosen) // 20, f"memory ran out {ran_out} times only"
    print(f"measured: {len(chosen)} runs of {len(COMMANDS)} commands with 1, 2 and 8 threads within "
          f"{least // MB} to {limits[-1] // MB} MB: {ran_out} times out of memory, none ended by a "
          "signal")


def within_the_bound(folder):
    factor = 8 if ALL else 1
    worst = 0
    kinds = [("donations", 6000), ("escaped", 6000), ("wrapped", 3000), ("strange", 6000),
             ("faults", 500), ("end-fault", 6000), ("mixed", 150), ("late", 150)]
    for kind, records in kinds:
        book = folder / kind
        size = books.write(book, kind, records * factor)
        worst = max(worst, held(book, size))
    # Hardly anything but faults: a finding is the larger part.
    for name, text in (("empty", "honors:\n" + "- {}\n" * 2000),
                       ("keys", "honors:\n- id: x\n" + "".join(f"  k{i}: 1\n" for i in range(3000))),
                       ("documents", "---\n" * 100_000)):
        book = folder / name
        book.mkdir()
        (book / "a.yaml").write_text(books.ALLIANCE)
        (book / "x.yaml").write_text(text)
        worst = max(worst, held(book, len(text)))
    print(f"measured: `validate` of {len(kinds) + 3} kinds of books keeps within "
          f"{FIXED // MB} MB + {FOR_A_BYTE} x its bytes + {FOR_A_FINDING // 1024} KB a finding "
          f"(the largest of {worst / MB:.1f} MB)")


def held(book, size):
    """Its size, once it was judged within the bound."""
    words = ["-C", str(book), "-j", "1", "validate", "--format", "json"]
    findings = len(json.loads(run(words).stdout)["findings"])
    limit = FIXED + FOR_A_BYTE * size + FOR_A_FINDING * findings
    done = run(words, limit)
    assert done.returncode in (0, 1), \
        f"{book.name}: {size} bytes, {findings} findings, not within {limit // 1024} KB\n" \
        f"{done.stderr.decode()}"
    return size


def no_threads(folder):
    """A user who may have no further thread reads with the one there is."""
    if os.getuid() != 0:
        return
    book = folder / "large"
    folder.chmod(0o755)
    as_nobody = {"user": 65534, "group": 65534, "extra_groups": []}
    for words in (["-C", str(book), "validate"], ["rollup", str(book), str(book)]):
        try:
            done = subprocess.run(["/bin/sh", "-c", 'ulimit -u 1; exec "$@"', "sh", LIANXI, "-j", "8",
                                   *words], capture_output=True, check=False, **as_nobody,
                                  env={"LIANXI_TODAY": "2024-12-31", "LC_ALL": "C.UTF-8"})
        except OSError:
            return
        if done.returncode in (126, 127):
            return  # the tool cannot be run without root's rights here
        alone = run(["-j", "1", *words])
        assert (done.returncode, done.stdout) == (alone.returncode, alone.stdout), \
            f"{words}: {done.returncode}\n{done.stderr.decode()}"
    print("measured: 2 commands with 8 threads, of which none could be made: the same output")


with tempfile.TemporaryDirectory() as name:
    too_little(Path(name))
    within_the_bound(Path(name))
    no_threads(Path(name))
