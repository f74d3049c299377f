#!/usr/bin/env python3
"""Runs the targets of libFuzzer and says what they came to.

    cmake --preset fuzz && cmake --build build/fuzz-targets
    run.py BUILD [--seconds N | --runs N] [--jobs N] [--seed N] [TARGET…]

BUILD holds the targets (`book_fuzz` …). Inputs begin with the books of tests/rules/, tests/golden's
words and tests/fuzz/corpus/TARGET/; what is found on the way is kept in BUILD/corpus/TARGET/, and
what breaks a target in BUILD/broken/. An input that takes longer than 0.2 seconds a kilobyte is
broken too. Ends with 1 where anything is."""
import argparse
import hashlib
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent.parent
# Seconds for the longest input: 0.2 a kilobyte.
longest, seconds_for_longest = 5120, 1
# A value or a question is a line; longer ones only make each try slower.
longest_of = {"values_fuzz": 256, "asked_fuzz": 256}
all_targets = sorted(source.stem for source in here.glob("*_fuzz.cpp"))


def choices(text):
    """A few bytes from which a target chooses, other ones for each input."""
    return hashlib.sha256(text).digest()[:8].replace(b"\x1e", b"0")


def books():
    """The examples of all rules, several files of one book as one input."""
    for folder in sorted((root / "tests/rules").glob("*/*/")):
        files = sorted(folder.rglob("*.y*ml"))
        text = b"\x1e".join(file.read_bytes() for file in files)
        if 0 < len(text) < longest:
            yield text
    for file in sorted((root / "tests/rules").rglob("*.yaml")):
        text = file.read_bytes()
        if len(text) < longest:
            yield text


def versions():
    """Pairs and triples of books, for targets that compare or merge."""
    previous = b""
    for text in books():
        if previous and len(previous) + 2 * len(text) < longest:
            yield text + b"\x1e" + previous + b"\x1e" + text
        previous = text


def edits():
    for number, text in enumerate(books()):
        change = (b"note=a: b #c", b"id=r9", b"title+=x", b"date=2017-9-1", b"lead=\xe7\xab\x99")
        yield text + b"\x1e" + change[number % len(change)]


def words():
    """Lines of the sample book after their colon, and what the manual shows."""
    for file in sorted((root / "data-samples").rglob("*.yaml")):
        for line in file.read_bytes().splitlines():
            value = line.partition(b":")[2].strip()
            if 0 < len(value) < 80:
                yield value


def questions():
    for text in (b"date>=2017-09-01\x1e-date", b"lead=station", "状态~完成".encode(), b"amount!=",
                 b"2017-q2/r1", b"meetings/2017-q2/topics/t1", "爱心基金".encode(), b"served=1200+",
                 b"events.total.served", "donations.goods.AED/台".encode(),
                 b"archive/**/*.yaml\x1earchive/2017/a.yaml",
                 b"lianxi report quarterly 2017-Q3 as-of 2017-09-30"):
        yield text


def sheets():
    yield "编号,日期,金额\nd9,2017-01-02,\"1,600\"\n".encode()
    yield b"id;date;amount\r\nd9;2017/1/2;40.00\r\n"
    yield "单位\t姓名\t职务\t签到时间\nstation\t值班员\t站长\t9:00\n".encode()
    for file in sorted((root / "tests").rglob("*.xlsx")) + sorted((root / "tests").rglob("*.ods")):
        yield file.read_bytes()


seeds = {"book_fuzz": [books, edits], "values_fuzz": [words], "asked_fuzz": [questions, words],
         "sheets_fuzz": [sheets], "edits_fuzz": [edits, books], "merge_fuzz": [versions],
         "readers_fuzz": [books]}


def write_seeds(target, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for source in seeds[target]:
        for text in source():
            name = hashlib.sha1(text).hexdigest()
            tail = b"" if target == "readers_fuzz" else choices(text)
            (folder / name).write_bytes(text + tail)


def write_dictionary(file):
    """All names and words of the format, from the library itself where its tool lies beside."""
    names = set()
    for source in (root / "lib/lianxi/records").glob("*.cpp"):
        names.update(re.findall(r'"([^"\\\n{}%]{2,24})"', source.read_text(encoding="utf-8")))
    marks = ["\x1e", ": ", "\n- ", "\n  ", "- {", "|\n", "2017-09-20", "1200余", "约55", "：", "，", "[", "]",
             "{", "}", "'", '"', "#", "---\n", "~"]
    lines = ['"' + "".join(f"\\x{byte:02X}" for byte in word.encode()) + '"'
             for word in marks + sorted(names)]
    file.write_text("\n".join(lines) + "\n", encoding="ascii")


def seconds_of(program, file):
    """The processor's time for one input alone; reading the program's own start is in it."""
    before = os.times()
    subprocess.run([str(program), str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user - before.children_user


def run(target, arguments, build):
    corpus, broken = build / "corpus" / target, build / "broken"
    write_seeds(target, build / "seeds" / target)
    corpus.mkdir(parents=True, exist_ok=True)
    broken.mkdir(exist_ok=True)
    kept = here.parent / "corpus" / target
    command = [build / "bin" / target if (build / "bin").is_dir() else build / "tests" / target,
               corpus, build / "seeds" / target, *([kept] if kept.is_dir() else []),
               f"-max_len={longest_of.get(target, longest)}", "-timeout=30", "-rss_limit_mb=2048",
               f"-report_slow_units={seconds_for_longest}",
               "-print_final_stats=1", f"-dict={build / 'words.dict'}", f"-seed={arguments.seed}",
               f"-artifact_prefix={broken}/{target}-", "-use_value_profile=0", "-detect_leaks=0",
               f"-max_total_time={arguments.seconds}" if arguments.seconds else
               f"-runs={arguments.runs}"]
    for old in broken.glob(f"{target}-*"):
        old.unlink()
    log = build / f"{target}.log"
    with log.open("wb") as out:
        status = subprocess.run([str(word) for word in command], stdout=out, stderr=out).returncode
    for slow in broken.glob(f"{target}-slow-unit-*"):
        if seconds_of(command[0], slow) > seconds_for_longest:
            status = status or 1
        else:  # others had the processor meanwhile
            slow.unlink()
    text = log.read_text(errors="replace")
    runs = re.search(r"stat::number_of_executed_units: (\d+)", text)
    covered = re.findall(r"cov: (\d+) ft: (\d+)", text)
    edges = re.search(r"(\d+) inline 8-bit counters", text)
    return {"target": target, "status": status, "runs": int(runs.group(1)) if runs else 0,
            "edges": int(covered[-1][0]) if covered else 0,
            "all": int(edges.group(1)) if edges else 0, "log": log}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--runs", type=int, default=100000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=20171001)
    parser.add_argument("targets", nargs="*", default=all_targets, metavar="TARGET")
    arguments = parser.parse_intermixed_args()
    build = arguments.build.resolve()
    write_dictionary(build / "words.dict")
    with ThreadPoolExecutor(arguments.jobs) as pool:
        results = list(pool.map(lambda target: run(target, arguments, build), arguments.targets))
    for result in results:
        share = f", {100 * result['edges'] // result['all']} % of {result['all']} edges" if result["all"] else ""
        print(f"{result['target']:12} {result['runs']:>10} inputs{share}"
              f"{'' if result['status'] == 0 else '  BROKEN, see ' + str(result['log'])}")
    print(f"measured: {sum(result['runs'] for result in results)} inputs over {len(results)} targets,"
          f" {sum(result['status'] != 0 for result in results)} broken")
    sys.exit(any(result["status"] != 0 for result in results))


main()
