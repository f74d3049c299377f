"""Commands run in turn, their seconds and memory as the system counts them."""
import dataclasses
import os
import statistics
import subprocess
import time
from pathlib import Path

ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"),
               "LC_ALL": "C.UTF-8", "TZ": "UTC", "LIANXI_TODAY": "2023-12-31"}


@dataclasses.dataclass
class Run:
    cpu: float  # seconds, of user and system
    wall: float
    peak: float  # bytes


def check_status(command, status):
    """Only lianxi ends with 1 where all is well: the book has errors."""
    if status != 0 and not (status == 1 and Path(command[0]).name == "lianxi"):
        raise SystemExit(f"exit status {status}: {' '.join(command)}")


def run(command):
    """Runs a command to its end; what it prints is thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    check_status(command, process.returncode)
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024)


def output(command):
    done = subprocess.run(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, text=True, check=False)
    check_status(command, done.returncode)
    return done.stdout


@dataclasses.dataclass
class Pair:
    """Two commands, run in turn, so that a machine that gets slower does so for both."""
    first: list
    second: list

    def medians(self, of):
        return (statistics.median(getattr(one, of) for one in self.first),
                statistics.median(getattr(one, of) for one in self.second))

    def ratio(self, of):
        """How many times as much the second takes: the median of the pairs."""
        return statistics.median(getattr(b, of) / getattr(a, of)
                                 for a, b in zip(self.first, self.second))


def run_in_turn(first, second, runs):
    run(first), run(second)  # so that both find their files in memory
    pairs = [(run(first), run(second)) for _ in range(runs)]
    return Pair([a for a, _ in pairs], [b for _, b in pairs])
