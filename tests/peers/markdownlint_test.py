#!/usr/bin/env python3
"""Markdownlint has nothing to say about any report.

    markdownlint_test.py LIANXI

Every kind of report of the sample, in both languages, is read by markdownlint-cli2, with its rules
on length (MD013) off, equal headings allowed in different sections (MD024), <br> allowed in cells
(MD033), and strong lines that are no headings (MD036): an enclosed form has a title, but is no part
of the paper's own sections. Needs the npm package markdownlint-cli2.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import sample_reports

CONFIG = {"config": {"default": True, "MD013": False, "MD024": {"siblings_only": True},
                     "MD033": {"allowed_elements": ["br"]}, "MD036": False}}


def find_linter():
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        linter = pathlib.Path(folder, "markdownlint-cli2", "markdownlint-cli2-bin.mjs")
        if shutil.which("node") and linter.is_file():
            return linter
    return None


def lint(linter, folder):
    return subprocess.run(["node", linter, "*.md"], cwd=folder, stdin=subprocess.DEVNULL,
                          capture_output=True)


def main(lianxi):
    linter = find_linter()
    if not linter:
        print("SKIP: no node with markdownlint-cli2")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / ".markdownlint-cli2.jsonc").write_text(json.dumps(CONFIG))
        (folder / "wrong.md").write_text("# a\n### b\n")
        if b"MD001" not in lint(linter, folder).stderr:
            sys.exit("markdownlint-cli2 finds no fault where there is one")
        (folder / "wrong.md").unlink()
        reports = dict(sample_reports.reports(lianxi))
        for report, text in reports.items():
            (folder / (report + ".md")).write_text(text, "utf-8")
        done = lint(linter, folder)
    if done.returncode != 0:
        print(done.stderr.decode())
    else:
        print("%d reports are good: %s" % (len(reports), ", ".join(reports)))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
