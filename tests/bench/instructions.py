"""How many instructions commands take on the sample, against what they took:
instructions.py LIANXI [--update]

Counted by valgrind's callgrind, as seconds tell little on a machine that others share. On one
machine the same program always takes the same number; another processor changes it by a tenth of
a percent (the C library has its own `memcpy` for each), another compiler or library by some more.
So it fails only at 10 % more than `instructions.txt` says. With --update it writes that file anew;
do that, and say why in the commit, when a command has to do more, or when it got 10 % cheaper, so
that this is not lost again.

A Release build alone says anything: for others there is no such test.
"""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

LIANXI = sys.argv[1]
ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).with_suffix(".txt")
SAMPLE = "data-samples/nanjing-south"  # relative, so that it does not matter where the tree lies
COMMANDS = ["validate", "followup", "report quarterly 2017-Q3"]
MARGIN = 0.10
PASSED_OVER = 77


def count(command):
    words = [LIANXI, "-j", "1", "-C", SAMPLE, "--as-of", "2017-09-30", *command.split()]
    callgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run([*callgrind, *words], check=False, text=True, cwd=ROOT,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC"})
    collected = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode not in (0, 1) or not collected:
        sys.exit(f"{' '.join(words)}: exit status {done.returncode}\n{done.stderr}")
    return int(collected[1])


def expected():
    lines = [line.split(maxsplit=1) for line in EXPECTED.read_text().splitlines()
             if not line.startswith("#")]
    return {command: int(number) for number, command in lines}


def update():
    EXPECTED.write_text("# Instructions of a Release build on the sample: written by instructions.py\n" +
                        "".join(f"{count(command)} {command}\n" for command in COMMANDS))


def check():
    known, failed = expected(), []
    for command in COMMANDS:
        counted, was = count(command), known[command]
        change = counted / was - 1
        print(f"measured: {command}: {counted / 1e6:.2f} million instructions, "
              f"{100 * change:+.1f} % of {was / 1e6:.2f}")
        if change > MARGIN:
            failed.append(command)
        if change < -MARGIN:
            print(f"measured: 10 % less: keep it so with {sys.argv[0]} {LIANXI} --update")
    return f"10 % more than instructions.txt says: {', '.join(failed)}" if failed else 0


if not shutil.which("valgrind"):
    print("passed over: valgrind is not installed")
    sys.exit(PASSED_OVER)
if sys.argv[2:] == ["--update"]:
    update()
else:
    sys.exit(check())
