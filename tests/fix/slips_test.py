#!/usr/bin/python3
"""Random books and slips of the hand made in them.

    slips_test.py LIANXI_BINARY [--books N] [--seed S] [--slips N]

A book that can be read is left as it is by `validate --fix`, to the byte. Of a book in
which one slip was made, the file either comes back exactly as it was before the slip or
stays as the slip left it: no third is allowed, whatever the slip and wherever it was
made. Where one was made in every line, that holds for each line.
"""

import argparse
import collections
import os
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "reference"))
import random_book  # noqa: E402

KEY = re.compile(r"(?m)(?:^[ -]*|[{,] ?)([^\W\d][\w]*)(: ?)")


def replace(text, start, end, new):
    return text[:start] + new + text[end:]


def one_of(rng, text, pattern):
    """A random match of a pattern, or None."""
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def sign(pattern, *twins):
    """A slip that writes one of the twins for what group 1 of the pattern finds."""
    def slip(rng, text):
        match = one_of(rng, text, pattern)
        return match and replace(text, match.start(1), match.end(1), rng.choice(twins))
    return slip


def all_signs(pattern, twin):
    """A slip that a clerk makes in every line of a file."""
    def slip(_rng, text):
        new = re.sub(pattern, lambda m: m.group(0)[:m.start(1) - m.start(0)] + twin +
                     m.group(0)[m.end(1) - m.start(0):], text)
        return new if new != text else None
    return slip


def indentation(twin, width):
    def slip(rng, text):
        match = one_of(rng, text, r"(?m)^ *?( {%d})(?= *[^ #\n])" % width)
        return match and replace(text, match.start(1), match.end(1), twin)
    return slip


def misspelt_key(rng, text):
    match = one_of(rng, text, KEY)
    if not match:
        return None
    word = list(match.group(1))
    at = rng.randrange(len(word))
    kind = rng.randrange(4)
    letter = rng.choice("abcdefgxyz") if word[at].isascii() else rng.choice("会议单位名称日期类形刑你称")
    if kind == 0:
        word[at] = letter
    elif kind == 1:
        word.insert(at, letter)
    elif kind == 2 and len(word) > 2:
        del word[at]
    elif at > 0:
        word[at - 1], word[at] = word[at], word[at - 1]
    return replace(text, match.start(1), match.end(1), "".join(word))


SLIPS = {
    "colon": sign(r"(?m)(?:^[ -]*|[{,] ?)[^\W\d]\w*(: )", "：", "： "),
    "every colon": all_signs(r"(?m)(?:^[ -]*|[{,] ?)[^\W\d]\w*(: )", "："),
    "any colon": sign(r"(:)", "："),
    "comma": sign(r"(, )", "，"),
    "every comma": all_signs(r"(, )", "，"),
    "bracket": sign(r"(\[)", "［", "【"),
    "brace": sign(r"(\{)", "｛"),
    "closing bracket": sign(r"(\])", "］", "】"),
    "closing brace": sign(r"(\})", "｝"),
    "quote": sign(r"([\"'])", "“", "”", "＂", "‘", "’"),
    "closing quote": sign(r"[^ :,\[{](\")(?=[,\]}\n])", "”", "＂"),
    "hyphen": sign(r"(?m)^ *(- )", "－", "－ ", "— ", "–"),
    "space after colon": sign(r":( )", "\u3000", "\u00a0"),
    "ideographic indentation": indentation("\u3000", 2),
    "non-breaking indentation": indentation("\u00a0", 1),
    "tab": indentation("\t", 2),
    "wide tab": indentation("\t", 4),
    "key": misspelt_key,
}
ENCODINGS = ("gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le")


def fix(lianxi, folder, *options):
    """Mends a book and gives what is told; a crash or a hang is a failure of the test."""
    run = subprocess.run([lianxi, "-C", folder, "--lang", "en", "validate", "--fix", *options],
                         capture_output=True, timeout=120, check=False)
    assert run.returncode in (0, 1), (run.returncode, run.stderr.decode())
    return run.stdout.decode("utf-8", "replace")


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def files_of(folder):
    """The files of a book, without those that it ignores."""
    found = sorted(os.path.join(base, name) for base, _, names in os.walk(folder)
                   for name in names if name.endswith((".yaml", ".yml")))
    return [path for path in found if b"stray" not in read(path)]


def errors_of_reading(lianxi, folder):
    """Whether the rules of reading alone find anything."""
    rules = ("yaml-syntax", "unknown-field", "unknown-collection", "wrong-type", "file-encoding")
    out = subprocess.run([lianxi, "-C", folder, "validate", "--format", "json"],
                         capture_output=True, text=True, timeout=120, check=False).stdout
    return any(f'"rule": "{rule}"' in out for rule in rules)


def try_slip(lianxi, folder, path, clean, slipped, found, what):
    write(path, slipped)
    fix(lianxi, folder)
    after = read(path)
    found[what, "back" if after == clean else "left"] += 1
    write(path, clean)
    if after in (clean, slipped):
        return True
    if what.startswith("every"):  # of many slips some may be beyond doubt and others not
        lines = zip(clean.split(b"\n"), slipped.split(b"\n"), after.split(b"\n"), strict=True)
        if all(new in (old, bad) for old, bad, new in lines):
            found[what, "left"] -= 1
            found[what, "partly"] += 1
            return True
    print(f"a third: {what} in {path}")
    for old, bad, new in zip(clean.split(b"\n"), slipped.split(b"\n"), after.split(b"\n")):
        if not old == bad == new:
            print("  was    ", old.decode("utf8", "replace"))
            print("  slipped", bad.decode("utf8", "replace"))
            print("  mended ", new.decode("utf8", "replace"))
    return False


def check_book(lianxi, seed, slips, found):
    """Makes slips in one random book; False where one was mended into something else."""
    rng = random.Random(seed)
    good = True
    with tempfile.TemporaryDirectory() as folder:
        random_book.write_book(seed, folder, rng.choice(("en", "zh", "mixed")))
        files = files_of(folder)
        # Names of units that stand where ids belong are put right first; nothing else is.
        told = fix(lianxi, folder)
        others = [line for line in told.splitlines()
                  if ": mended: " in line and "is a name; an id belongs here" not in line]
        before = [read(path) for path in files]
        fix(lianxi, folder)
        changed = others or [read(path) for path in files] != before
        if changed and not errors_of_reading(lianxi, folder):
            print(f"seed {seed}: a clean book was changed")
            return False
        for _ in range(slips):
            path = rng.choice(files)
            clean = read(path)
            if rng.random() < 0.1:
                name = rng.choice(ENCODINGS)
                text = clean.decode("utf-8-sig")  # a byte order mark does not come back
                good &= try_slip(lianxi, folder, path, text.encode(), text.encode(name), found,
                                 name)
                continue
            what = rng.choice(sorted(SLIPS))
            slipped = SLIPS[what](rng, clean.decode())
            if slipped is not None:
                good &= try_slip(lianxi, folder, path, clean, slipped.encode(), found, what)
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lianxi")
    parser.add_argument("--books", type=int, default=6)
    parser.add_argument("--slips", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    found = collections.Counter()
    good = [check_book(arguments.lianxi, seed, arguments.slips, found)
            for seed in range(arguments.seed, arguments.seed + arguments.books)]
    for what in sorted({what for what, _ in found}):
        print(f"{what}: {found[what, 'back']} came back, {found[what, 'left']} left"
              + (f", {found[what, 'partly']} partly" if found[what, "partly"] else ""))
    print(f"{sum(good)} of {len(good)} books passed")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
