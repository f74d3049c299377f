#!/usr/bin/env python3
"""same_exports.py LIBRARY LIBRARY: both export the same functions and data of lianxi. What a
compiler makes of templates and inline functions, and leaves to the linker to unite, may differ."""
import subprocess
import sys


def exported(library):
    listed = subprocess.run(["nm", "--dynamic", "--defined-only", "--format=posix", library],
                            check=True, stdout=subprocess.PIPE, text=True).stdout
    return {name for name, kind, *_ in map(str.split, listed.splitlines())
            if kind in "TDBR" and "6lianxi" in name}


first, second = map(exported, sys.argv[1:])
for name in sorted(first ^ second):
    which = sys.argv[1] if name in first else sys.argv[2]
    shown = subprocess.run(["c++filt", name], stdout=subprocess.PIPE, text=True).stdout.strip()
    print(f"only {which} exports {shown}")
print(f"measured: {len(first)} names exported by g++, {len(second)} by clang")
sys.exit(first != second or len(first) < 100)
