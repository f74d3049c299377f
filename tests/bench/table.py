"""The lines of the table, and where it is put."""
import dataclasses

BEGIN, END = "<!-- figures of tests/bench/run.sh -->\n", "<!-- end of figures -->\n"


@dataclasses.dataclass
class Row:
    """Two figures, how many times the first the second is, and what that should be."""
    what: str
    first: str
    second: str
    ratio: float
    least: float = None
    most: float = None
    fault: str = ""  # what makes the figures void

    def goal(self):
        if self.least:
            return f"at least {self.least:g}"
        return f"at most {self.most:g}" if self.most else ""

    def verdict(self):
        if self.fault or not self.goal():
            return self.fault
        reached = self.ratio >= self.least if self.least else self.ratio <= self.most
        return "reached" if reached else "**missed**"

    def cells(self):
        ratio = f"{self.ratio:.2f}"
        return [self.what, self.first, self.second, ratio, self.goal(), self.verdict()]


def seconds(value):
    return f"{value:.2f} s" if value >= 0.1 else f"{value * 1000:.1f} ms"


def megabytes(value):
    return f"{value / 1e6:.1f} MB"


def table(rows):
    head = ["what: first, second", "first", "second", "second / first", "goal", ""]
    lines = [head, ["---"] * len(head)] + [row.cells() for row in rows]
    return "\n".join("| " + " | ".join(line).rstrip() + " |" for line in lines) + "\n"


def rewrite_readme(path, text):
    """Puts the text between the two markers."""
    before, rest = path.read_text(encoding="utf-8").split(BEGIN)
    path.write_text(before + BEGIN + text + END + rest.split(END)[1], encoding="utf-8")
