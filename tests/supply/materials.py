#!/usr/bin/env python3
"""materials.py BILL FOUND_LIBRARIES TOOL LIBRARY: the bill of materials names each library that the
built files need or load on demand, with version and licence, and nothing that they do not."""
import json
import re
import subprocess
import sys

bill_file, found_file, *built = sys.argv[1:]
# The system's own, which every program of C++ needs.
system = {"libstdc++", "libm", "libgcc_s", "libc", "ld-linux-x86-64", "liblianxi"}


def needed(file):
    dynamic = subprocess.run(["readelf", "--dynamic", "--wide", file], check=True,
                             stdout=subprocess.PIPE, text=True).stdout
    return set(re.findall(r"\(NEEDED\)[^\[]*\[([^\]]+)\]", dynamic))


bill = json.load(open(bill_file, encoding="utf-8"))
assert bill["bomFormat"] == "CycloneDX" and bill["specVersion"] == "1.5", bill
components = {component["name"]: component for component in bill["components"]}
assert len(components) == len(bill["components"]), "one library named twice"

loaded = set().union(*(needed(file) for file in built))
loaded |= set(re.findall(r'\{"([^"]+)",', open(found_file, encoding="utf-8").read()))
names = {file.split(".so")[0] for file in loaded} - system
listed = {component["properties"][0]["value"] for component in components.values()} - {""}
extensions = {name for name in names if name.endswith("-extensions")}
assert names - extensions == listed, (names, listed)
assert {name.removesuffix("-extensions") for name in extensions} <= listed

for name, component in components.items():
    assert re.match(r"\d", component["version"]), (name, "has no version")
    licence = component["licenses"][0]
    assert licence.get("expression") or licence["license"]["id"], (name, "has no licence")
print(f"measured: {len(components)} libraries in the bill of materials")
