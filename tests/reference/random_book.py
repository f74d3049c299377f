#!/usr/bin/python3
"""Writes a random small book that exercises what the definitions of `followup`
and `stats` mention.

    random_book.py SEED DIR [--keys en|zh|mixed] [--faults] [--orderly]

The same seed gives the same book line by line but for the language of the keys
and of the enumerated words.
"""

import argparse
import os
import random

from faults import Faults
from format_table import COLLECTIONS
from random_waivers import Maker
from yaml_writer import Writer


def spread(rng, records):
    """Spreads the collections over files and documents: path -> documents."""
    files = {"alliance.yaml": [[("alliance", records["alliance"])]]}
    paths = ["alliance.yaml", "all.yaml", "a-b.yml", "a/b.yaml", "a.yaml", "会议/记录.yaml", "z/y/x.yml"]
    for name in COLLECTIONS:
        if name == "alliance" or not records[name]:
            continue
        rest = records[name]
        while rest:
            cut = rng.randint(1, len(rest)) if rng.random() < 0.5 else len(rest)
            documents = files.setdefault(rng.choice(paths), [])
            if not documents or rng.random() < 0.25 or any(
                    name == other for other, _ in documents[-1]):
                documents.append([])
            documents[-1].append((name, rest[:cut]))
            rest = rest[cut:]
    return files


def put(root, path, data):
    """Writes a file, with its folders."""
    full = os.path.join(root, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "wb") as file:
        file.write(data.encode() if isinstance(data, str) else data)


def put_others(root, faults):
    """Files that are not part of the book, and files that cannot be read."""
    stray = "meetings:\n- {id: stray, kind: regular, date: 2015-05-05}\n"
    for path in ("drafts/old.yaml", ".hidden.yaml", ".cache/m.yaml", "notes.txt"):
        put(root, path, stray)
    if faults:
        put(root, "UPPER.YAML", "")
        put(root, "broken.yaml", stray + "  - ]broken: [\n")
        put(root, "comments.yaml", "# only a remark\n---\n# and another\n")
        put(root, "empty.yml", "")
        put(root, "gb.yaml", "meetings:\n- {id: 乱码, kind: regular, date: 2015-05-05}\n"
            .encode("gb18030"))


def write_book(seed, root, keys="en", faults=False, orderly=False):
    """Writes the book of a seed into a folder."""
    maker = Maker(seed, orderly)
    if faults:
        Faults(seed, maker)
    layout = random.Random(f"layout {seed}")
    writer = Writer(seed, keys)
    for path, documents in spread(layout, maker.records).items():
        lines = []
        for number, parts in enumerate(documents):
            if number or layout.random() < 0.2:
                lines.append("---")
            lines += writer.document(parts)
        ending = "\r\n" if layout.random() < 0.1 else "\n"
        mark = "\ufeff" if layout.random() < 0.1 else ""
        put(root, path, mark + "".join(line + ending for line in lines))
    put_others(root, faults)


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seed")
    parser.add_argument("dir")
    parser.add_argument("--keys", choices=("en", "zh", "mixed"), default="en")
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--orderly", action="store_true", help="no date out of order")
    options = parser.parse_args()
    write_book(options.seed, options.dir, options.keys, options.faults,
               options.orderly)


if __name__ == "__main__":
    main()
