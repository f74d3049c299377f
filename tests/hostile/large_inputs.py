"""What is deep, long or many."""
from inputs import MB, UNIT, Case, book

BIG = 100 * MB
NOTE = UNIT + "  note: "


def long_texts():
    """A hundred megabytes of text, in each way in which YAML writes one."""
    for name, before, piece, after in [
            ("plain, on one line", "", "a", ""), ("of Chinese", "", "字", ""), ("plain, over lines", "a", "\n    bcdefghij", ""),
            ("in single quotes", "'", "a''b", "'"), ("in double quotes, with escapes", '"', "\\u4E2D\\\"", '"'),
            ("of surrogate pairs", '"', "\\ud842\\udfb7", '"'), ("of surrogate pairs, behind a tag", '!!str "', "\\ud842\\udfb7", '"'),
            ("in a literal block", "|", "\n    abcdefghij", ""), ("in a folded block", ">", "\n    abcdefghij", "")]:
        tagged = before.startswith("!")
        yield Case("100 MB " + name, book(NOTE + before, (piece, BIG // len(piece.encode())), after + "\n"),
                   ("yaml-subset",) if tagged else (), (1,) if tagged else (0,),
                   peak=100 * MB, times=12 if tagged else 4, seconds=30 if tagged else 10, is_slow=True)
    for name, sign in [("spaces", " "), ("tabs", "\t"), ("line feeds", "\n"), ("carriage returns", "\r"), ("comments", "# a\n"),
                       ("one comment", "#"), ("NULs", "\0"), ("colons", ":"), ("hyphens", "-"), ("list marks", "- "),
                       ("question marks", "? "), ("double quotes", '"'), ("single quotes", "'"), ("ampersands", "&"),
                       ("asterisks", "*"), ("exclamation marks", "!"), ("percent signs", "%"), ("backslashes", "\\"),
                       ("commas", ","), ("bars", "|"), ("conflict markers", "<<<<<<< a\n"), ("document marks", "---\n")]:
        yield Case("10 MB of nothing but " + name, book((sign, 10 * MB // len(sign))), (), (0, 1), peak=100 * MB, times=60,
                   seconds=20, is_slow=True)
    yield Case("a quote left open before 30 MB of records", book('units:\n- id: b\n  name: "B\n', ("- {id: c, name: C}\n", 1_500_000)),
               ("yaml-syntax",), seconds=20, peak=100 * MB, times=20, is_slow=True)  # all records behind it are read ahead
    yield Case("10 MB of bytes that are no text", book((b"\xff", 10 * MB)), ("encoding",))


def deep_texts():
    """A hundred thousand levels."""
    levels = 100_000
    for name, piece, end in [("lists in brackets", "[", "]"), ("mappings in brackets", "{a: ", "}"),
                             ("both in turn", "[{a: ", "}]"), ("lists by hyphens", "- ", ""), ("keys with question marks", "? ", "")]:
        yield Case(f"{levels:,} {name} in each other", book("units: ", ("\n" if name.startswith(("lists by", "keys")) else "", 1), (piece, levels), "x", (end, levels), "\n"),
                   (), (1,), seconds=10, peak=150 * MB)
        yield Case(f"{levels:,} {name} that nothing closes", book("units:\n", (piece, levels), "\n"), (), (1,), seconds=10, peak=150 * MB)
    steps = 2_000
    yield Case(f"{steps:,} mappings by indentation", write_steps("a:\n", steps), (), (1,), seconds=10)
    yield Case(f"{steps:,} lists by indentation", write_steps("-\n", steps), (), (1,), seconds=10)


def write_steps(piece, steps):
    return book("units:\n", lambda: (" " * step + piece for step in range(steps)))


def many():
    """A million of something."""
    million = 1_000_000
    yield Case("a million keys in a record", book(UNIT, lambda: (f"  k{i}: x\n" for i in range(million))), ("unknown-field",),
               seconds=60, peak=2000 * MB, output=1e9, is_slow=True)
    yield Case("the same key ten thousand times", book(UNIT, ("  note: x\n", 10_000)), ("duplicate-key",), output=1e8)
    yield Case("a million aliases", book("units:\n- &a {id: b, name: B}\n", ("- *a\n", million)), ("yaml-subset",),
               seconds=60, peak=2000 * MB, output=1e9, is_slow=True)
    yield Case("aliases of aliases, a billion in all", book("a: &a [x, x, x, x, x, x, x, x, x, x]\n", *[
        f"{c}: &{c} [{', '.join(['*' + b] * 10)}]\n" for b, c in zip("abcdefghi", "bcdefghij")]), ("yaml-subset",))
    yield Case("a million documents", book(("---\n# a\n", million)), (), (0,), seconds=10, is_slow=True)
    yield Case("a million documents that cannot be read", book(("---\n'\n", million)), ("yaml-syntax",), seconds=120,
               peak=400 * MB, times=200, output=1e9, is_slow=True)
    yield Case("a million empty items", book("units:\n", ("-\n", million)), (), (0, 1), seconds=10, times=40, is_slow=True)
    yield Case("twenty thousand colons of full width", book("units:\n", ("- id：b\n", 20_000)), ("wrong-type",), seconds=20, output=1e8)
    yield Case("twenty thousand of them, to be mended", book("units:\n", lambda: (f"- id： b{i}\n  name： B\n" for i in range(10_000))), (), (0, 1),
               command=("validate", "--fix", "--dry-run"), seconds=60, peak=200 * MB, output=1e8, is_slow=True)
    yield Case("twenty thousand tabs as indentation", book("units:\n", lambda: (f"- id: b{i}\n\tname: B\n" for i in range(20_000))),
               ("yaml-syntax",), seconds=20)
    yield Case("ten thousand conflicts of git", book(("<<<<<<< a\nx: y\n=======\nx: z\n>>>>>>> b\n", 10_000)), ("merge-conflict",),
               seconds=20, output=1e8)


def long_values():
    """Where a short word belongs."""
    size = MB
    for name, text, rule in [
            ("a date", UNIT + "  joined: ", "wrong-type"), ("a number", UNIT + "  party_members: ", "wrong-type"),
            ("an id", "units:\n- name: B\n  id: ", ""), ("a reference", "committees:\n- {id: k, name: K, lead: u}\nmeetings:\n- {id: m, kind: regular, date: 2017-01-01, chair: ", "wrong-type"),
            ("a word", "meetings:\n- {id: m, date: 2017-01-01, kind: ", "wrong-type"), ("the name of a rule", "waivers:\n- {record: units/u, reason: x, rule: ", "unknown-rule")]:
        end = "}\n" if "{id: m" in text or "{record" in text else "\n"
        yield Case("a megabyte as " + name, book(text, ("a", size), end), (rule,) if rule else (), (1,) if rule else (0, 1),
                   peak=100 * MB, times=20, output=20_000)
    yield Case("a megabyte as a key", book(UNIT, "  ", ("k", size), ": x\n"), ("key is too long",), output=20_000)
    yield Case("a megabyte as a collection", book(("k", size), ": []\n"), ("key is too long",), output=20_000)
    yield Case("a megabyte of digits", book(UNIT, "  party_members: ", ("9", size), "\n"), ("wrong-type",), output=20_000, peak=100 * MB, times=20)
    yield Case("two ids of a megabyte that nearly agree", book("units:\n- {name: B, id: ", ("a", size), "}\nmeetings:\n- {id: m, kind: regular, date: 2017-01-01, chair: ",
                                                               ("a", size - 1), "b}\n"), ("wrong-type",), peak=100 * MB, times=20, output=20_000)


def globs():
    """Patterns of what is no part of the book, which are held against every path."""
    for name, glob in [("sixty **", "**/" * 60 + "c"), ("two hundred *", "*a" * 200 + "b"), ("a megabyte of brackets", "*" + "[" * MB),
                       ("a megabyte of *", "*" * MB), ("a megabyte of **/", "**/" * (MB // 3) + "c")]:
        def make(folder, glob=glob):
            deep = folder / "/".join(["a"] * 60)
            deep.mkdir(parents=True)
            for i in range(20):
                (deep / ("a" * 200 + str(i) + ".yaml")).write_text("{}\n")
        yield Case("a glob of " + name, make, (), (0, 1), peak=100 * MB, times=20,
                   alliance="alliance: {name: A, founded: 2017-01-01, office: u, severities: {head-missing: off}, ignore: [\"" + glob + "\"]}\nunits: [{id: u, name: U}]\n")


def cases():
    for kind, group in [("long", long_texts), ("deep", deep_texts), ("many", many), ("long values", long_values), ("globs", globs)]:
        for one in group():
            one.kind = kind
            yield one
