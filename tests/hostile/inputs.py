"""What is tried: a book with something hostile in it, what is run on it, and what has to come of it."""
import dataclasses
from pathlib import Path

ALLIANCE = ("alliance: {name: A, founded: 2017-01-01, office: u, severities: {head-missing: off}}\n"
            "units: [{id: u, name: U}]\n")
UNIT = "units:\n- id: b\n  name: B\n"
MB = 1_000_000


@dataclasses.dataclass
class Case:
    """One input. `make(folder)` writes it beside the alliance's file; `finds` are parts of what is said, each
    of which has to be there, `statuses` the exit statuses that are right. The other figures are bounds."""
    name: str
    make: object
    finds: tuple = ()
    statuses: tuple = (1,)
    command: tuple = ("validate",)
    kind: str = ""
    seconds: float = 5
    peak: float = 60 * MB  # bytes of memory, and as many times the input's as `times`
    times: float = 4
    output: float = 100_000  # bytes
    is_slow: bool = False  # left out of the quick subset
    is_for_nobody: bool = False  # run by a user who owns nothing, since root may read everything
    alliance: str = ALLIANCE


def write(name, *parts):
    """Makes a file of texts, bytes, pairs of one and how many times it is repeated, and functions that yield texts.
    None of it is ever held whole: the memory of this process counts as its children's."""
    def make(folder):
        with open(Path(folder) / name, "wb") as out:
            for part in parts:
                if callable(part):
                    out.writelines(text.encode() for text in part())
                    continue
                text, times = part if isinstance(part, tuple) else (part, 1)
                piece = text.encode() if isinstance(text, str) else text
                some = max(1, min(times, 1_000_000 // max(1, len(piece))))
                for _ in range(times // some):
                    out.write(piece * some)
                out.write(piece * (times % some))
    return make


def book(*parts):
    """The book's second file."""
    return write("x.yaml", *parts)
