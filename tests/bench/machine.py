"""What machine it was, and which programs."""
import datetime
import os
import re
import subprocess
from pathlib import Path


def first_line(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False)
    return done.stdout.strip().split("\n")[0]


def version(program):
    found = re.search(r"\d+(\.\d+)+", first_line([program, "--version"]))
    return found[0] if found else "?"


def told_by(path, pattern):
    """What the system tells of itself, or nothing."""
    found = re.search(pattern, Path(path).read_text(), re.M)
    return found[1] if found else ""


def machine(lianxi):
    processor = told_by("/proc/cpuinfo", r"^model name\s*: (.*)$") or os.uname().machine
    memory = int(told_by("/proc/meminfo", r"^MemTotal: +(\d+)") or 0) / 2**20
    load = os.getloadavg()[0]
    programs = {"lianxi": lianxi, "ledger": "ledger", "hledger": "hledger", "beancount": "bean-check"}
    versions = ", ".join(f"{name} {version(program)}" for name, program in programs.items())
    return (f"{datetime.date.today()}, {processor}, {os.cpu_count()} cores, {memory:.0f} GiB, "
            f"load at the end {load:.1f}; {versions}.")
