"""Writes mappings as YAML."""

import random

from format_table import COLLECTIONS, ENUMS, FIELDS
from pieces import Enum, Mapping, Raw


class Writer:
    """Writes mappings as YAML, in one style for all languages of a seed."""

    def __init__(self, seed, keys):
        self.rng = random.Random(f"style {seed}")
        self.words = random.Random(f"words {seed}")
        self.keys = keys

    def word(self, english, chinese):
        """A name in the language of the book."""
        chosen = {"en": False, "zh": True}.get(self.keys)
        if chosen is None:
            chosen = self.words.random() < 0.5
        return chinese if chosen else english

    def key(self, kind, name):
        """A key; unknown ones as they are."""
        if isinstance(name, Raw) or kind is None or name.startswith(("x-", "另-")):
            return name
        return self.word(name, FIELDS[kind][name][0])

    def scalar(self, value, flow):
        """A scalar in one of the scalar styles."""
        if isinstance(value, Raw):
            return str(value)
        if isinstance(value, dict):  # a mapping where something else is expected
            return "{" + ", ".join(f"{key}: {one}" for key, one in value.items()) + "}"
        if isinstance(value, Enum):
            english = value.word.upper() if self.rng.random() < 0.05 else value.word
            return self.word(english, ENUMS[value.name][value.word])
        style = self.rng.random()
        if self.plain(value, flow) and style < 0.8:
            return value
        if style < 0.4:
            return "'" + value.replace("'", "''") + "'"
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

    @staticmethod
    def plain(value, flow):
        """Whether a text can be a plain scalar."""
        if not value or value.strip() != value or value[0] in "-?:,[]{}#&*!|>'\"%@`":
            return False
        if ": " in value or " #" in value or value.endswith(":") or value in ("~", "null"):
            return False
        return not (flow and any(char in value for char in ",[]{}:"))

    def flow(self, value):
        """A value in flow style."""
        if isinstance(value, Mapping):
            return "{" + ", ".join(f"{self.key(value.kind, key)}: {self.flow(one)}".rstrip()
                                   for key, one in value.pairs) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(one) for one in value) + "]"
        return self.scalar(value, True)

    def flat(self, value):
        """Whether a value may be written in flow style: small and without nesting."""
        parts = [one for _, one in value.pairs] if isinstance(value, Mapping) else value
        return len(parts) <= 4 and not any(isinstance(one, (Mapping, list)) or one == ""
                                           for one in parts)

    def pairs(self, mapping, indent):
        """The lines of a block mapping."""
        if isinstance(mapping, Mapping):
            named = [(self.key(mapping.kind, key), value) for key, value in mapping.pairs]
        else:
            named = list(mapping.items())
        lines = []
        for key, value in named:
            lines += self.pair(key, value, indent)
        return lines

    def pair(self, key, value, indent):
        """The lines of one key and its value."""
        space = " " * indent
        nested = isinstance(value, (Mapping, list, dict))
        if not nested or isinstance(value, Mapping) and not value.pairs or value == []:
            text = ("{}" if isinstance(value, Mapping) else "[]") if nested \
                else self.scalar(value, False)
            remark = "  # seen" if self.rng.random() < 0.03 and not nested else ""
            return [f"{space}{key}: {text}".rstrip() + remark]
        if not isinstance(value, dict) and self.flat(value) and self.rng.random() < 0.5:
            return [f"{space}{key}: {self.flow(value)}"]
        if isinstance(value, list):
            deeper = indent + (2 if self.rng.random() < 0.7 else 0)
            return [f"{space}{key}:"] + self.elements(value, deeper)
        return [f"{space}{key}:"] + self.pairs(value, indent + 2)

    def elements(self, values, indent):
        """The lines of a block list."""
        lines = []
        for value in values:
            if isinstance(value, Mapping) and value.pairs and not (
                    self.flat(value) and self.rng.random() < 0.3):
                inner = self.pairs(value, indent + 2)
                inner[0] = " " * indent + "- " + inner[0][indent + 2:]
                lines += inner
            else:
                lines.append(" " * indent + "- " + self.flow(value))
            if self.rng.random() < 0.03:
                lines.append(self.rng.choice(["", "  # a remark", "# 备注"]))
        return lines

    def document(self, parts):
        """The lines of a document: collections with their records."""
        lines = []
        for name, records in parts:
            lines += self.pair(self.word(name, COLLECTIONS[name]), records, 0)
        return lines
