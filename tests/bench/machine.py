"""What machine it was, and which programs."""
import datetime
import os
import re
import subprocess
from pathlib import Path


def first_line(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.stdout.strip().split("\n")[0]


def version(command):
    found = re.search(r"\d+(\.\d+)+", first_line(command))
    return found[0] if found else "?"


def machine(lianxi):
    processor = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.M)
    memory = int(re.search(r"^MemTotal: +(\d+)", Path("/proc/meminfo").read_text(), re.M)[1]) / 2**20
    load = os.getloadavg()[0]
    return (f"{datetime.date.today()}, {processor[1] if processor else os.uname().machine}, {os.cpu_count()} cores, "
            f"{memory:.0f} GiB, load {load:.1f}; "
            f"lianxi {version([lianxi, '--version'])}, ledger {version(['ledger', '--version'])}, "
            f"hledger {version(['hledger', '--version'])}, beancount {version(['bean-check', '--version'])}.")
