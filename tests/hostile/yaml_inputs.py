"""Every construct of YAML, written as the format has it, as it leaves it out, and broken."""
from inputs import UNIT, Case, book

# What a unit's note is, and the rule that speaks of it; none where it is fine.
NOTES = {
    "plain text": ("a b", ""), "plain text over lines": ("a\n    b\n\n    c", ""),
    "plain text with signs": ("a-b a:b a#b [x] {y} & * ! | > ' \" % @ `", ""),
    "plain text with a colon and a space": ("a: b", "yaml-syntax"),
    "plain text with a comment": ("a # b", ""), "a number": ("12", ""), "a date": ("2017-01-01", ""),
    "a truth": ("yes", ""), "infinity": (".inf", ""), "an octal number": ("0o17", ""), "base 60": ("190:20:30", ""),
    "null": ("null", ""), "~": ("~", ""), "Null in capitals": ("NULL", ""), "nothing": ("", ""),
    "single quotes": ("'a ''b'' c'", ""), "single quotes over lines": ("'a\n\n    b'", ""),
    "double quotes": ('"a \\"b\\" \\\\ \\/ \\x41 \\u4E2D \\U0001F600 \\n \\t \\e \\_"', ""),
    "double quotes over lines": ('"a \\\n    b\n    c"', ""),
    "an escape that YAML has not": ('"\\q"', "yaml-syntax"), "an escape cut short": ('"\\u12"', "yaml-syntax"),
    "a character that is none": ('"\\U00110000"', "yaml-syntax"),
    "a pair of surrogates": ('"\\ud842\\udfb7"', ""), "half a pair": ('"\\ud842"', "half of a character"),
    "the halves swapped": ('"\\udfb7\\ud842"', "half of a character"),
    "a control character as an escape": ('"\\x01"', ""), "a NUL as an escape": ('"\\0"', ""),
    "single quotes left open": ("'a", "yaml-syntax"), "double quotes left open": ('"a', "yaml-syntax"),
    "text after a quote": ('"a" b', "yaml-syntax"), "two quotes": ("'a' 'b'", "yaml-syntax"),
    "a literal block": ("|\n    a\n    b", ""), "a folded block": (">\n    a\n    b\n\n    c", ""),
    "a block that keeps": ("|+\n    a\n\n", ""), "a block that strips": (">-\n    a", ""),
    "a block of given indentation": ("|2\n      a", ""), "a block of indentation 0": ("|0\n    a", "yaml-syntax"),
    "a block with a comment": ("| # c\n    a", ""), "a block without lines": ("|", ""),
    "a block with other signs": ("|x\n    a", "yaml-syntax"), "a block with a tab": ("|\n\ta", "yaml-syntax"),
    "an anchor": ("&a b", "yaml-subset"), "an anchor alone": ("&a", "yaml-subset"),
    "an alias": ("*a", "yaml-subset"), "a tag": ("!t b", "yaml-subset"), "a tag of YAML": ("!!str b", "yaml-subset"),
    "a tag by address": ("!<tag:yaml.org,2002:str> b", "yaml-subset"), "a binary": ("!!binary aGk=", "yaml-subset"),
    "a tag that runs code": ("!!python/object/apply:os.system [id]", "yaml-subset"),
    "a list": ("[a, b]", "wrong-type"), "an empty list": ("[]", ""), "a list left open": ("[a, b", "yaml-syntax"),
    "a list closed twice": ("[a]]", "yaml-syntax"), "a list with a brace": ("[a}", "yaml-syntax"),
    "commas alone": ("[,]", "wrong-type"), "a mapping": ("{a: b}", "wrong-type"),
    "a mapping left open": ("{a: b", "yaml-syntax"), "pairs in a list": ("[a: b]", ""),
    "a key of several lines": ("{? a\n     : b}", ""), "a list as a key": ("{[a]: b}", "wrong-type"),
    "a reserved sign @": ("@a", "yaml-syntax"), "a reserved sign `": ("`a", "yaml-syntax"),
    "a directive's sign": ("%a", "yaml-syntax"), "a comma first": (", a", ""),
    "a question mark": ("? a", "yaml-syntax"), "a hyphen": ("- a", "yaml-syntax"),
}

# Whole documents.
DOCUMENTS = {
    "a merge key": (UNIT + "  <<: {note: x}\n", "yaml-subset"),
    "a merge key of an alias": ("units:\n- &a {id: b, name: B}\n- {<<: *a, id: c}\n", "yaml-subset"),
    "a complex key": (UNIT + "  ? note\n  : x\n", ""), "a complex key that is a list": ("? [units]\n: x\n", "yaml-subset"),
    "a key without a value": (UNIT + "  note:\n", ""), "a key without a colon": (UNIT + "  note\n", "yaml-syntax"),
    "a value without a key": (UNIT + "  : x\n", "yaml-subset"), "the same key twice": (UNIT + "  name: C\n", "duplicate-key"),
    "the same key in both languages": (UNIT + "  名称: C\n", "duplicate-field"),
    "a key in quotes": (UNIT + "  \"note\": x\n", ""), "a number as a key": (UNIT + "  1: x\n", "unknown-field"),
    "a document of a list": ("- a\n- b\n", "wrong-type"), "a document of text": ("a\n", "wrong-type"),
    "nothing but a comment": ("# a\n", ""), "an empty file": ("", ""), "nothing but blanks": ("  \n \n", ""),
    "three documents": (UNIT + "---\n" + UNIT.replace("b", "c") + "...\n---\n# x\n", ""),
    "a hundred markers": ("---\n" * 100 + UNIT, ""), "a document's end twice": (UNIT + "...\n...\n", ""),
    "a document begun on its marker": ("--- {units: []}\n", ""), "a directive": ("%YAML 1.2\n---\n" + UNIT, ""),
    "a directive of YAML 9": ("%YAML 9.9\n---\n" + UNIT, ""), "a directive of tags": ("%TAG ! tag:x:\n---\n" + UNIT, ""),
    "a directive that nobody knows": ("%FOO bar\n---\n" + UNIT, ""), "a directive without a document": ("%YAML 1.2\n", ""),
    "a directive in the middle": (UNIT + "%YAML 1.2\n", "yaml-syntax"),
    "a tab as indentation": ("units:\n- id: b\n\tname: B\n", "yaml-syntax"), "tabs after values": ("units:\n- id: b\t\n  name: B\t\n", ""),
    "tabs before values": ("units:\n- id:\tb\n  name: B\n", ""), "a line too far in": (UNIT + "   note: x\n", "yaml-syntax"),
    "a line too far out": ("units:\n  - id: b\n name: B\n", "yaml-syntax"), "a list's item too far in": ("units:\n- id: b\n  name: B\n - id: c\n", "yaml-syntax"),
    "a list without blanks": ("units:\n-id: b\n", "unknown-collection"), "lists in lists": ("units:\n- - - id: b\n", "wrong-type"),
    "a list on its key's line": ("units: - id: b\n", "yaml-syntax"), "a key on its key's line": ("units: a: b\n", "yaml-syntax"),
    "all in brackets": ("{units: [{id: b, name: B}]}\n", ""), "brackets over lines": ("units: [\n{id: b,\nname: B}\n]\n", ""),
    "JSON": ('{"units": [{"id": "b", "name": "B", "note": null}]}\n', ""),
    "JSON with a comma too many": ('{"units": [{"id": "b", "name": "B"},],}\n', ""),
    "carriage returns": (UNIT.replace("\n", "\r\n"), ""), "carriage returns alone": (UNIT.replace("\n", "\r"), ""),
    "mixed ends of lines": (UNIT.replace("\n", "\r\n", 1), ""), "no line feed at the end": (UNIT[:-1], ""),
    "a byte order mark": ("\ufeff" + UNIT, ""), "two byte order marks": ("\ufeff\ufeff" + UNIT, "yaml-syntax"),
    "a NUL": (UNIT + "  note: a\0b\n", "encoding"), "an escape sequence": (UNIT + "  note: a\x1b[2Jb\n", ""),
    "a next line (U+0085)": (UNIT + "  note: a\x85b\n", ""), "a line separator": (UNIT + "  note: a\u2028b\n", ""),
    "a space without a break": (UNIT.replace(" ", "\u00a0", 2), "yaml-syntax"), "spaces of full width": (UNIT.replace("  name", "\u3000name"), "unknown-collection"),
    "colons of full width": (UNIT.replace(": ", "："), "wrong-type"), "quotes of full width": (UNIT + "  note: “a”\n", ""),
    "not UTF-8": (UNIT.encode() + b"  note: caf\xe9\n", "encoding"), "UTF-8 cut short": (UNIT.encode() + b"  note: \xe4\xb8\n", "encoding"),
    "UTF-8 too long": (UNIT.encode() + b"  note: \xc0\xaf\n", "encoding"), "surrogates as UTF-8": (UNIT.encode() + b"  note: \xed\xa0\xbd\n", "encoding"),
    "UTF-16": (UNIT.encode("utf-16"), "encoding"), "UTF-16 without a mark": (UNIT.encode("utf-16-be"), "encoding"),
    "UTF-32": (UNIT.encode("utf-32"), "encoding"), "GB18030": ((UNIT + "  note: 联席会议\n").encode("gb18030"), "encoding"),
    "git's conflict markers": (UNIT + "<<<<<<< a\n  note: x\n=======\n  note: y\n>>>>>>> b\n", "merge-conflict"),
    "a program": ("#!/bin/sh\nrm -rf /\n", ""), "an archive": (b"PK\x03\x04\x14\0\0\0", "encoding"), "an image": (b"\x89PNG\r\n\x1a\n\0\0", "encoding"),
    "HTML": ("<!doctype html>\n<script>alert(1)</script>\n", ""), "a Mac's resource": (b"\0\x05\x16\x07\0\x02", "encoding"),
}


def case(name, text, rule, kind):
    # Where nothing is wrong for YAML there may be for the format: then it is only said what is found.
    return Case(name, book(text), (rule,) if rule else (), (1,) if rule else (0, 1), kind=kind)


def cases():
    for name, (note, rule) in NOTES.items():
        yield case(name, UNIT + "  note: " + note + "\n", rule, "YAML, a value")
    for name, (text, rule) in DOCUMENTS.items():
        yield case(name, text, rule, "YAML, a document")
