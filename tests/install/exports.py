"""What the installed headers declare, the installed library has: exports.py PREFIX LIBRARY ROOT

Functions and constants that a header declares without defining them are looked for among the names
that the library exports: a header that promises what is hidden compiles and does not link. And of
the tree's headers those are installed that export something: one that was forgotten is named.
"""
import re
import subprocess
import sys
from pathlib import Path

PREFIX, LIBRARY, ROOT = (Path(argument) for argument in sys.argv[1:])
WORD = re.compile(r"[A-Za-z_]\w*|.", re.S)
# Declarations that promise nothing of the library: defined where they stand, or nowhere.
DEFINED = {"constexpr", "consteval", "inline", "template", "using", "friend", "typedef",
           "static_assert", "concept", "enum"}


def without_comments(text):
    text = re.sub(r'R"\((.*?)\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', '""', text, flags=re.S)
    text = re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"^[ \t]*#(?:.*\\\n)*.*$", "", text, flags=re.M)


def scope_of(head):
    """What a brace opens: the name of a namespace or class, or None for any other."""
    if re.match(r"(inline )?namespace\b", head):
        words = re.sub(r"\[\[.*?\]\]|LIANXI_EXPORT", "", head).split()
        return words[-1] if words[-1] != "namespace" else ""
    found = re.match(r"(?:class|struct)\s+(?:LIANXI_EXPORT\s+)?(\w+)", head)
    return found[1] if found else None


def declared(text):
    """The qualified names of what is declared and not defined, each with its declaration."""
    scopes, head, hidden = [], "", 0  # hidden: depth in a body, an enum, an initializer
    for word in WORD.findall(without_comments(text)):
        if hidden:
            hidden += {"{": 1, "}": -1}.get(word, 0)
            if not hidden and not re.match(r".*=\s*$|.*\w\s*$", head):
                head = ""
            continue
        if word == "{":
            head = re.sub(r"^\s*(public|private|protected)\s*:", "", head).strip()
            name = scope_of(head)
            if name is None or "template" in head.split("<")[0].split():
                hidden = 1
                head = "" if head.endswith(")") or head.endswith("const") else head + "inline "
            else:
                scopes.append(name)
                head = ""
        elif word == "}":
            if scopes:
                scopes.pop()
            head = ""
        elif word == ";":
            name = promised(head)
            if name:
                yield "::".join([*scopes, name]), " ".join(head.split())
            head = ""
        else:
            head += word
            if re.search(r"\b(public|private|protected)\s*:$", head):
                head = ""


def promised(head):
    """The name that a declaration promises to be found in the library, or None."""
    head = " ".join(re.sub(r"\[\[.*?\]\]", "", head).split())
    while re.search(r"<[^<>]*>", head):
        head = re.sub(r"<[^<>]*>", "", head)
    words = set(re.findall(r"\w+", head.split("(")[0]))
    if words & DEFINED or re.search(r"=\s*(default|delete|0)$", head) or "operator" in words or "(*" in head:
        return None
    if "(" in head and "=" not in head.split("(")[0]:
        found = re.search(r"(~?\w+)\s*\(", head)
        return found[1] if found else None
    if words & {"extern", "static"} and "=" not in head:
        return re.findall(r"\w+", head)[-1]
    return None


def exported():
    done = subprocess.run(["nm", "-DC", "--defined-only", LIBRARY], capture_output=True, text=True,
                          check=True)
    names = (line.split(" ", 2)[-1] for line in done.stdout.splitlines())
    return {re.sub(r"\[abi:\w+\]", "", name).split("(")[0] for name in names}


def main():
    include = PREFIX / "include"
    installed = {path.relative_to(include): path for path in (include / "lianxi").rglob("*.hpp")}
    has, seen, faults = exported(), 0, []
    for path, file in sorted(installed.items()):
        for name, declaration in declared(file.read_text(encoding="utf-8")):
            seen += 1
            if name not in has:
                faults.append(f"{path}: the library does not export {name}: {declaration}")
    for path in sorted((ROOT / "lib").rglob("*.hpp")):
        if path.relative_to(ROOT / "lib") not in installed and "LIANXI_EXPORT" in path.read_text():
            faults.append(f"{path.relative_to(ROOT)} exports but is not installed: run cmake again")
    print(f"{len(installed)} headers promise {seen} names")
    print(*faults, sep="\n")
    return 1 if faults or seen < 100 else 0


sys.exit(main())
