"""Random pairs of edits of one file, joined by git with lianxi as the merge driver, and without:
merge_test.py LIANXI

Each result is read with PyYAML and held against what the edits come to, which is known without any
merge. LIANXI_MERGES is how many pairs there are (200), LIANXI_SEED where they begin;
LIANXI_SHOW=N prints the first N that are not as they should be, LIANXI_JOBS=N works at N at a time (2).
"""
import difflib
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from collections import Counter
from pathlib import Path

try:
    from expected import Expected, is_order_kept, plain, read_file, same
except ImportError as missing:
    print("SKIP:", missing)
    sys.exit(0)
from random_edits import (COLLECTIONS, Editor, Maker, Writer, copy_of, forget_layout, random_manner)

LIANXI = Path(sys.argv[1]).resolve()
MERGES = int(os.environ.get("LIANXI_MERGES", "200"))
SEED = int(os.environ.get("LIANXI_SEED", "1"))
SHOW = int(os.environ.get("LIANXI_SHOW", "3"))
JOBS = int(os.environ.get("LIANXI_JOBS", "2"))


class Pair:
    """Three versions of a file, and what their merge must hold."""

    def __init__(self, number, attempt=0):
        rand = random.Random(f"{SEED} {number} {attempt}")
        maker = Maker(rand)
        base = maker.file()
        manner = random_manner(rand)
        self.base = Writer(rand, manner).file(base)
        sides, self.texts, self.edits = [], [], []
        for name in ("ours", "theirs"):
            side = copy_of(base)
            self.edits.append(Editor(rand, maker, side).edit())
            own = manner
            if rand.random() < 0.1:
                forget_layout(side)
                own = random_manner(rand)
            for collection in COLLECTIONS:
                if rand.random() < 0.02 and collection not in side:
                    side[collection] = maker.file().get(collection) or side.pop(collection, None)
                    if side[collection] is None:
                        del side[collection]
            self.texts.append(Writer(rand, own).file(side))
            sides.append({english: records for (english, _), records in side.items()})
        names = {english: records for (english, _), records in base.items()}
        self.expected = Expected(names, *sides)
        self.values = [plain(values) for values in (names, *sides)]
        for text, values in zip([self.base, *self.texts], [names, *sides]):
            held = read_file(text.encode())
            assert same(held, plain(values)), f"the test itself is wrong: {text}"

    def new_comments(self):
        """Of both sides, where nothing was removed that may have held them."""
        if any(kind == "remove" for edits in self.edits for kind, _ in edits):
            return []
        old = set(comments_of(self.base))
        return [one for text in self.texts for one in comments_of(text) if one not in old]


def pair_of(number):
    """A pair of which each side changed something of its own."""
    for attempt in range(100):
        pair = Pair(number, attempt)
        if len({pair.base, *pair.texts}) == 3:
            return pair
    raise AssertionError("the edits change nothing")


def comments_of(text):
    return [line.split("# ", 1)[1].strip() for line in text.splitlines()
            if line.lstrip().startswith("# ") and "不是注释" not in line and "no comment" not in line]


class Repository:
    def __init__(self, folder):
        self.folder = folder
        self.attributes = folder.parent / "attributes"
        self.attributes.write_text("*.yaml merge=lianxi\n")
        self.env = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1",
                    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "LC_ALL": "C",
                    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}
        folder.mkdir()
        self.git("init", "-q")
        self.git("config", "merge.lianxi.name", "lianxi")
        self.git("config", "merge.lianxi.driver", f"'{LIANXI}' merge %O %A %B %P")
        self.git("config", "gc.auto", "0")

    def git(self, *words, data=None, check=True):
        return subprocess.run(["git", *words], cwd=self.folder, env=self.env, input=data, check=check,
                              capture_output=True, timeout=120)

    def add(self, pairs):
        stream = b""

        def commit(ref, text, parent):
            data = text.encode()
            start = f"from {parent}\n" if parent else ""
            return (f"commit {ref}\ncommitter a <a@example.org> 1500000000 +0000\ndata 1\nx\n"
                    f"{start}M 100644 inline f.yaml\n"
                    f"data {len(data)}\n").encode() + data + b"\n"

        for number, pair in pairs.items():
            stream += commit(f"refs/b/{number}", pair.base, None)
            for name, text in zip(("o", "t"), pair.texts):
                stream += commit(f"refs/{name}/{number}", text, f"refs/b/{number}")
        self.git("fast-import", "--quiet", data=stream)

    def merge(self, number, with_driver):
        self.git("reset", "-q", "--hard", f"refs/o/{number}")
        driver = ["-c", f"core.attributesFile={self.attributes}"] if with_driver else []
        done = self.git(*driver, "merge", "-q", "-m", "x", f"refs/t/{number}", check=False)
        return done.returncode, (self.folder / "f.yaml").read_bytes(), done.stderr.decode()


def solved(data, for_theirs):
    out, side = [], None
    for line in data.splitlines(keepends=True):
        bare = line.rstrip(b"\r\n")
        if bare == b"<<<<<<< ours":
            side = "ours"
        elif bare == b"=======" and side:
            side = "theirs"
        elif bare == b">>>>>>> theirs":
            side = None
        elif side is None or (side == "theirs") == for_theirs:
            out.append(line)
    return b"".join(out)


def judge(pair, status, data, with_driver):
    """What came of a merge, and why."""
    if status > 1:
        return "broken", "git failed"
    if status == 1:
        return ("conflict" if pair.expected.conflicts else "false conflict"), ""
    if pair.expected.conflicts:
        return "silent corruption", f"no conflict at {pair.expected.conflicts}"
    try:
        held = read_file(data)
    except Exception as error:  # whatever makes it unreadable
        return "silent corruption", f"cannot be read: {error}"
    if not same(held, pair.expected.values):
        return "silent corruption", f"holds {difference(held, pair.expected.values)}"
    if with_driver and not is_order_kept(*pair.values, held):
        return "silent corruption", "records stand in another order"
    return "right", ""


def difference(held, expected):
    """The records of one collection that are not as they should be."""
    for name in [*held, *expected]:
        one, other = held.get(name, []), expected.get(name, [])
        if not same(one, other):
            return (f"{[record for record in one if not any(same(record, x) for x in other)]} instead "
                    f"of {[record for record in other if not any(same(record, x) for x in one)]}")
    return "the same"


def unnamed(pair, said):
    """Conflicts that no line of the driver names: by the field, or by all of the record."""
    missing = []
    for record, field in pair.expected.conflicts:
        name = record.removesuffix("?")
        lines = [line for line in said.splitlines() if line.startswith(f"conflict: {name}")]
        whole = (": removed (ours)", ": changed (ours)", ": added by both", ": changed by both")
        if not any(f", {field}:" in line or any(word in line for word in whole) for line in lines):
            missing.append((record, field))
    return missing


shown = 0


def show(what, number, pair, data, said):
    global shown
    shown += 1
    if shown > SHOW:
        return
    print(f"==== pair {number}: {what}\nours {pair.edits[0]}\ntheirs {pair.edits[1]}\n{said}")
    texts = [("base", pair.base), ("ours", pair.texts[0]), ("theirs", pair.texts[1]),
             ("result", data.decode(errors="replace"))]
    print("---- base\n" + pair.base)
    for (_, before), (name, after) in [(texts[0], texts[1]), (texts[0], texts[2]), (texts[1], texts[3])]:
        print(f"---- {name}")
        print("\n".join(difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="")),
              flush=True)


def judge_with_driver(number, pair, data, said, verdict, why, counts):
    """What else is asked of lianxi."""
    if verdict in ("silent corruption", "broken", "false conflict"):
        show(f"{verdict}: {why}", number, pair, data, said)
    if "as a whole" in said and "f.yaml" in said:
        counts["not by field"] += 1
        show("not joined by field", number, pair, data, said)
    if verdict == "conflict":
        if missing := unnamed(pair, said):
            counts["unnamed"] += 1
            show(f"unnamed {missing}", number, pair, data, said)
        for for_theirs in (False, True):
            try:
                read_file(solved(data, for_theirs))
            except Exception as error:
                counts["unreadable when solved"] += 1
                show(f"unreadable when solved: {error}", number, pair, data, said)
    if verdict == "right":
        lost = [one for one in pair.new_comments() if one not in data.decode()]
        counts["comments lost"] += len(lost)
        if lost:
            show(f"lost {lost}", number, pair, data, said)


def work(first):
    """Every JOBS-th pair from the first on."""
    counts = {True: Counter(), False: Counter()}
    with tempfile.TemporaryDirectory() as temporary:
        repository = Repository(Path(temporary) / "repository")
        pairs = {number: pair_of(number) for number in range(first, MERGES, JOBS)}
        repository.add(pairs)
        for number, pair in pairs.items():
            for with_driver in (True, False):
                status, data, said = repository.merge(number, with_driver)
                verdict, why = judge(pair, status, data, with_driver)
                counts[with_driver][verdict] += 1
                if with_driver:
                    judge_with_driver(number, pair, data, said, verdict, why, counts[True])
    return counts


def main():
    counts = {True: Counter(), False: Counter()}
    with ProcessPoolExecutor(JOBS) as pool:
        for some in pool.map(work, range(JOBS)):
            for with_driver, count in some.items():
                counts[with_driver].update(count)
    return report(counts)


def report(counts):
    print(f"seed {SEED}, {MERGES} pairs of edits")
    for with_driver, name in ((True, "with lianxi"), (False, "git alone")):
        count = counts[with_driver]
        clean = count["right"] + count["false conflict"]
        print(f"{name}: {count['right']} right, {count['conflict']} true conflicts, "
              f"{count['false conflict']} false conflicts "
              f"({100 * count['false conflict'] / max(1, MERGES):.2f} %), "
              f"{count['silent corruption']} silent corruptions "
              f"({100 * count['silent corruption'] / max(1, MERGES):.2f} %), {count['broken']} broken")
    count = counts[True]
    print(f"of those with lianxi: {count['not by field']} not joined by field, "
          f"{count['unnamed']} conflicts not named, {count['unreadable when solved']} unreadable when "
          f"solved, {count['comments lost']} comments lost")
    wrong = sum(count[fault] for fault in ("silent corruption", "broken", "unnamed",
                                           "unreadable when solved", "comments lost"))
    return 1 if wrong or count["false conflict"] > MERGES // 100 else 0


if __name__ == "__main__":
    sys.exit(main())
