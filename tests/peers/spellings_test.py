#!/usr/bin/env python3
"""The patterns of `lianxi schema` take what the codecs read, and hardly anything else.

    spellings_test.py LIANXI VALUE-SPELLINGS

Every spelling that the library declares fits, every one that it declares as refused does not. Of
thousands made from these by chance, whatever a codec reads fits the pattern too, and whatever fits
is read, but for days that no calendar has and other things that a pattern cannot know. Needs
jsonschema; without it it prints SKIP.
"""
import json
import random
import subprocess
import sys

try:
    import jsonschema
except ImportError as missing:
    print("SKIP:", missing)
    sys.exit(0)

# The type of value, its definition in the schema, and whether a pattern can say all of it.
KINDS = [("date", "date", False), ("time", "time", True), ("whole number", "integer", True),
         ("count", "count", True), ("amount", "amount", True), ("count or amount", "quantity", True),
         ("fraction", "fraction-or-none", False), ("id", "id", True), ("reference", "id-or-joint-id", True),
         ("yes or no", "boolean", True), ("word", "meetings.kind", True)]
# Single words of the schema's own that no pattern can exclude.
BEYOND_PATTERNS = {"date": {"2017-02-29", "二〇一七年九月三十一日"},
                   "fraction": {"4/3", "none", "无"}, "id": {"①"}}
SIGNS = "0123456789０１９００００,，.。．+＋-－/／:：%％~～约近余多万年月日十〇零一二三九 \u3000aBｃ左右以上_＿é①"
TRIES = 4000


def run(*arguments, given=None):
    done = subprocess.run(arguments, input=given, capture_output=True, check=True)
    return done.stdout.decode()


def definitions(lianxi):
    schema = json.loads(run(lianxi, "schema", "--lang", "en"))
    every = schema["definitions"]

    def judge(name):
        definition = every.get(name) or every["optional-" + name]
        return jsonschema.Draft7Validator({**definition, "definitions": every})
    return judge


def changed(rng, text):
    """A few signs taken out, put in or changed."""
    signs = list(text)
    for _ in range(rng.randint(1, 3)):
        at = rng.randint(0, len(signs))
        signs[at:at + rng.randint(0, 1)] = rng.choice(["", rng.choice(SIGNS), rng.choice(SIGNS) * 3])
    return "".join(signs)


def made(rng, declared):
    """Texts made by chance, in any case of the letters."""
    pool = [text for alike in declared["read"] for text in alike] + declared["refused"]
    for _ in range(TRIES):
        text = changed(rng, rng.choice(pool))
        yield rng.choice([text, text, text.upper(), " " + text + "\u3000"])


def verdicts(tool, kind, texts):
    lines = "\n".join(json.dumps(text) for text in texts) + "\n"
    return [line == "true" for line in run(tool, kind, given=lines.encode()).split()]


def declared_faults(name, declared, fits):
    for alike in declared["read"]:
        for text in alike:
            if not fits(text):
                yield "%s: %r is read, but does not fit" % (name, text)
    for text in declared["refused"]:
        if fits(text) and text not in BEYOND_PATTERNS.get(name, ()):
            yield "%s: %r is refused, but fits" % (name, text)


def chance_faults(name, texts, read, fits, says_all):
    for text, is_read in zip(texts, read):
        if not text.strip(" \u3000"):
            continue
        if is_read and not fits(text):
            yield "%s: %r is read, but does not fit" % (name, text)
        if says_all and fits(text) and not is_read and "①" not in text:
            yield "%s: %r is not read, but fits" % (name, text)


def range_faults(definition):
    """Days and years are bounded, as numbers and as texts of either width."""
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    for name, least, most in (("days", 0, 3660), ("year", 1900, 2199)):
        fits = definition(name).is_valid
        for number in list(range(0, 5000)) + [9999, 10000, 19000, 36600, 10 ** 9]:
            for text in (number, str(number), "00%d" % number, str(number).translate(wide)):
                if fits(text) != (least <= number <= most):
                    yield "%s: %r is judged wrongly" % (name, text)


def main(lianxi, tool):
    declared, definition = json.loads(run(tool)), definitions(lianxi)
    rng, faults, number_read = random.Random(9), [], 0
    for name, schema_name, says_all in KINDS:
        fits = definition(schema_name).is_valid
        faults += declared_faults(name, declared[name], fits)
        texts = list(made(rng, declared[name]))
        read = verdicts(tool, name, texts)
        assert len(read) == len(texts)
        number_read += sum(read)
        faults += list(chance_faults(name, texts, read, fits, says_all))[:20]
    faults += list(range_faults(definition))[:20]
    print("\n".join(faults) or "%d spellings by chance, %d of them read, judged alike" % (
        TRIES * len(KINDS), number_read))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
