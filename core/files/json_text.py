"""JSON from strangers: read without trusting that it is small, flat, or JSON at all.

Python's own reader goes as deep and takes as much memory as the text asks for. So brackets and commas are
counted first, which needs neither. What comes out is plain: text, numbers, lists and objects.
"""

import json
import re
from collections import Counter
from pathlib import Path

import numpy as np

from core.errors import FileFormatError
from core.files.arrays import shown

MOST_LEVELS = 32  # of lists and objects inside each other
MOST_VALUES = 500_000  # in all: as plain Python objects about 50 MB
_MOST_DIGITS = 20  # of a whole number; longer ones become floats, which takes no time

_TEXT = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)  # also one that never ends
_CUT_OFF = re.compile(r"\\?[\w.+-]*\s*")  # what may be left at the end: the beginning of a number or word


def read_json(text: str, path: str | Path) -> object:
    """What the text says, as plain Python values. Numbers too large for a float become infinite.

    Raises FileFormatError: empty, not-circuit where not even an object begins, truncated, extra-bytes,
    not-json, same-field, circuit-too-many.
    """
    if not text.strip():
        raise FileFormatError(path, "empty")
    if not text.lstrip().startswith("{"):
        raise FileFormatError(path, "not-circuit")
    _check_counts(text, path)

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            name, _ = Counter(name for name, _ in pairs).most_common(1)[0]
            raise FileFormatError(path, "same-field", key=shown(name))
        return found

    try:
        return json.loads(text, object_pairs_hook=unique, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            raise FileFormatError(path, "extra-bytes") from error
        if error.msg.startswith("Unterminated string") or _CUT_OFF.fullmatch(text, error.pos):
            raise FileFormatError(path, "truncated") from error
        raise FileFormatError(path, "not-json", line=error.lineno, column=error.colno) from error


def _check_counts(text: str, path: str | Path) -> None:
    """Count what will be made of the text, and how deep it goes, without making it."""
    bare = np.frombuffer(_TEXT.sub("", text).encode("utf-8", "replace"), np.uint8)  # no brackets in names
    marks = bare[np.isin(bare, list(b"[]{},"))]
    opens, closes = np.isin(marks, list(b"[{")), np.isin(marks, list(b"]}"))
    values = len(marks) - int(np.count_nonzero(closes))  # one begins after each bracket and each comma
    if values > MOST_VALUES:
        raise FileFormatError(
            path, "circuit-too-many", where="", what="values", got=values, limit=MOST_VALUES
        )
    levels = np.cumsum(opens.astype(np.int8) - closes.astype(np.int8))
    deepest = int(levels.max(initial=0))
    if deepest > MOST_LEVELS:
        raise FileFormatError(
            path, "circuit-too-many", where="", what="lists", got=deepest, limit=MOST_LEVELS
        )


def _whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _MOST_DIGITS else float(digits)
