"""A value of a JSON text together with the place where it stands, so that an error can say where."""

import math
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.errors import FileFormatError, FileProblem
from core.files.arrays import shown

Kind = Literal["missing", "nothing", "true or false", "number", "whole number", "text", "list", "object"]

LONGEST = 200  # letters of a name or key
_UNSEEN = {
    "Cc",
    "Cs",
    "Zl",
    "Zp",
}  # kinds of letters: control, half of a letter, ends of lines and paragraphs
_HALF = {"Cs"}
_MISSING = object()


def as_name(text: str) -> str:
    """The text as a name that can be kept in a file: without letters that nobody sees, and not endless."""
    return "".join(letter for letter in text if unicodedata.category(letter) not in _UNSEEN)[:LONGEST]


@dataclass(slots=True)
class Value:
    """`value` is what stands at `name` in the value `above` it; a name is a field or a place in a list."""

    value: object
    path: str | Path
    name: str | int = ""
    above: "Value | None" = None

    @property
    def where(self) -> str:
        """As in blocks.XOR.nodes[3].bias; empty for the whole."""
        names = list[str]()
        each: Value | None = self
        while each is not None and each.above is not None:
            names.append(f"[{each.name}]" if isinstance(each.name, int) else f".{each.name[:LONGEST]}")
            each = each.above
        return shown("".join(reversed(names)).removeprefix("."))

    @property
    def kind(self) -> Kind:
        match self.value:
            case None:
                return "nothing"
            case bool():
                return "true or false"
            case int() | float():
                return "number"
            case str():
                return "text"
            case list():
                return "list"
            case dict():
                return "object"
        return "missing"

    def error(self, problem: FileProblem, **values: object) -> FileFormatError:
        return FileFormatError(self.path, problem, where=self.where, **values)

    def other_than(self, expected: Kind) -> FileFormatError:
        return self.error("field", got=self.kind, expected=expected)

    def __getitem__(self, name: str) -> "Value":
        """The field of this name, which may be missing. Raises FileFormatError: field."""
        if not isinstance(self.value, dict):
            raise self.other_than("object")
        return Value(self.value.get(name, _MISSING), self.path, name, self)

    def __contains__(self, name: str) -> bool:
        return isinstance(self.value, dict) and name in self.value

    def fields(self) -> list[str]:
        """The names of the fields. Raises FileFormatError: field."""
        if not isinstance(self.value, dict):
            raise self.other_than("object")
        return list(self.value)

    def items(self, length: int | None = None) -> list["Value"]:
        """What the list has in it. Raises FileFormatError: field where it is none, or of another length."""
        if not isinstance(self.value, list):
            raise self.other_than("list")
        items = [Value(each, self.path, k, self) for k, each in enumerate(self.value)]
        if length is not None and len(items) < length:
            raise Value(_MISSING, self.path, len(items), self).error(
                "field", got="missing", expected="number"
            )
        return items if length is None else items[:length]

    def text(self) -> str:
        """Raises FileFormatError: field, long-text, bad-letter."""
        return self._text(_UNSEEN)

    def key(self) -> str:
        """Text that nobody needs to see: it may have any letter. Raises as `text` does."""
        return self._text(_HALF)

    def _text(self, refused: set[str]) -> str:
        if not isinstance(self.value, str):
            raise self.other_than("text")
        if len(self.value) > LONGEST:
            raise self.error("long-text", got=len(self.value), limit=LONGEST)
        for letter in self.value:
            if unicodedata.category(letter) in refused:
                raise self.error("bad-letter", got=f"U+{ord(letter):04X}")
        return self.value

    def number(self, limit: float) -> float:
        """A number from -limit to limit. Raises FileFormatError: field, circuit-number."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.other_than("number")
        if not (math.isfinite(self.value) and abs(self.value) <= limit):
            raise self.error("circuit-number", got=float(self.value), limit=limit)
        return float(self.value)

    def whole_number(self) -> int:
        """Raises FileFormatError: field."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self.other_than("whole number")
        return self.value
