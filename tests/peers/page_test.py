#!/usr/bin/env python3
"""A page of HTML is fit to be published.

    page_test.py LIANXI

Of reports of the sample in both languages axe-core finds no violation, in light and dark, on a phone
and on a wide screen; no page is wider than its screen; no English word of fewer than 15 letters, no
date and no amount is broken. Needs chromium and the npm packages playwright-core and axe-core.
"""
import json
import os
import pathlib
import subprocess
import sys

import browser_test
import sample_reports

HERE = pathlib.Path(__file__).parent
CALLS = [["quarterly", "2017-Q3"], ["annual", "2016"], ["followup"], ["plan", "2017"],
         ["minutes", "2017-q3"], ["fund", "爱心基金"], ["notice", "2017-q4"]]


def missing():
    if not browser_test.chromium():
        return "no chromium"
    for name in "playwright-core", "axe-core/axe.min.js":
        if subprocess.run(["node", "-e", "require.resolve(%r)" % name],
                          capture_output=True).returncode != 0:
            return "no npm package " + name.split("/")[0]
    return ""


def main(lianxi):
    why = missing()
    if why:
        print("SKIP: " + why)
        return 0
    pages = {"%s in %s" % (call[0], language):
             sample_reports.run(lianxi, "--lang", language, "report", *call, "--format", "html")
             for call in CALLS for language in ("zh", "en")}
    done = subprocess.run(["node", HERE / "page.mjs"], input=json.dumps(pages).encode(),
                          capture_output=True,
                          env={**os.environ, "CHROMIUM": browser_test.chromium()})
    if done.returncode != 0:
        sys.exit("page.mjs: " + done.stderr.decode())
    faults = ["%s: %s %s" % (name, what, fault) for name, seen in json.loads(done.stdout).items()
              for what, found in seen.items() for fault in found]
    print("\n".join(faults) or "every page is fit to be published")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
