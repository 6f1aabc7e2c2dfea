"""How the truth table finds room: how large its letters are, how wide its columns, and which are left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from gui.panels.gate_designer.truth_columns import Column
from gui.theme import BODY, SMALL, font

LEAST_ROW, MOST_ROW = 13.0, 34.0  # px
MARK = 22.0  # px: the tick or the cross at the end of a row
_INSET = 6.0  # px: free to the left of the first column
_GAP = 8.0  # px: free in a column
_BETWEEN = Column("between", ("…",))
# Letters and the row that they need at least, both in px.
_SIZES = ((BODY, 20.0), (SMALL, 17.0), (11, 14.5), (10, LEAST_ROW))
# px: what is tried for the name of a node, one after the other.
_WIDEST_HEADS = (200.0, 76.0, 52.0, 44.0, 34.0)

Forms = tuple[tuple[str, ...], ...]  # for each row, a text in several lengths, the longest first


@dataclass(frozen=True)
class Place:
    """A column that is shown: its head as it fits, its left edge and width in px."""

    column: Column
    head: str
    x: float
    width: float


@dataclass(frozen=True)
class Layout:
    """size: of the letters. first: the first row that is shown, of `count`. sums: the sums written out, as
    long as they fit, one for each row; empty where they are not shown.
    """

    places: tuple[Place, ...]
    size: int
    height: float
    first: int
    count: int
    sums: tuple[str, ...] = ()


def row_height(height: float, rows: int) -> tuple[float, int]:
    """How tall a row is, and how many of them there is room for, below the head."""
    fitting = max(int(height // LEAST_ROW) - 1, 1)
    count = min(rows, fitting)
    return min(height / (count + 1), MOST_ROW), count


@cache
def _metrics(size: int, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(font(size, bold=bold))


@lru_cache(4096)
def _text_width(text: str, size: int, bold: bool) -> float:
    return _metrics(size, bold).horizontalAdvance(text)


@lru_cache(1024)
def elided(text: str, size: int, width: float, *, bold: bool = False) -> str:
    """The text, with … in its middle where it is wider: what tells NAND₁ from NAND₂ stands at the end."""
    if _text_width(text, size, bold) <= width:
        return text
    return _metrics(size, bold).elidedText(text, Qt.TextElideMode.ElideMiddle, width)


@lru_cache(32)  # while a number is dragged, all stays where it is
def lay_out(
    columns: tuple[Column, ...],
    room: tuple[float, float],
    rows: int,
    *,
    first: int,
    value: str,
    sums: tuple[Column, Forms] | None = None,
) -> Layout:
    """The best that fits: sums and names first, then large letters, and in the end all columns.

    room: width and height in px. first: the row to begin with where not all fit. value: the widest that
    signals are written. sums: a column for the sum of a perceptron that is alone, and its texts.
    """
    height, count = row_height(room[1], rows)
    first = min(max(first, 0), rows - count)
    sizes = [size for size, needed in _SIZES if height >= needed] or [_SIZES[-1][0]]
    place = _Placing(columns, room[0], value, sums)
    for sum_level in place.sum_levels():
        for size in sizes[:3]:
            found = place.all_columns(size, _WIDEST_HEADS[0], sum_level)
            if found is not None:
                texts = place.sum_texts(sum_level)
                return Layout(found, size, height, first, count, texts)
    for widest in _WIDEST_HEADS:
        for size in sizes[:3]:
            found = place.all_columns(size, widest, None)
            if found is not None:
                return Layout(found, size, height, first, count)
    size = sizes[min(2, len(sizes) - 1)]
    found = place.some_columns(size)
    if found is None:
        size = _SIZES[-1][0]
        found = place.some_columns(size) or place.squeezed(size)
    return Layout(found, size, height, first, count)


class _Placing:
    """Tries to place the columns of one table in one width."""

    def __init__(
        self, columns: Sequence[Column], width: float, value: str, sums: tuple[Column, Forms] | None
    ) -> None:
        self._columns = list(columns)
        self._room = width - MARK - _INSET
        self._widest_value = value
        self._sums = sums

    def sum_levels(self) -> range:
        return range(len(self._sums[1][0]) if self._sums is not None else 0)

    def sum_texts(self, level: int) -> tuple[str, ...]:
        return tuple(forms[level] for forms in self._sums[1]) if self._sums is not None else ()

    def all_columns(self, size: int, widest: float, sum_level: int | None) -> tuple[Place, ...] | None:
        """Every column, with heads up to this wide; None where there is no room."""
        columns = self._columns
        if sum_level is not None and self._sums is not None:
            at = next(k for k, column in enumerate(columns) if column.kind == "output")
            columns = [*columns[:at], self._sums[0], *columns[at:]]
        if len(columns) * (_text_width("0", size, False) + _GAP) > self._room:
            return None  # however short the heads are
        wanted = [self._column(column, size, widest, sum_level) for column in columns]
        return self._spread(columns, wanted) if sum(width for _, width in wanted) <= self._room else None

    def some_columns(self, size: int) -> tuple[Place, ...] | None:
        """Without the nodes in the middle; None where there is not even room for the rest."""
        nodes = [k for k, column in enumerate(self._columns) if column.kind == "node"]
        wanted = [self._column(column, size, _WIDEST_HEADS[-2], None) for column in self._columns]
        gap = self._column(_BETWEEN, size, _WIDEST_HEADS[-1], None)
        total = sum(width for _, width in wanted) + gap[1]
        left_out: list[int] = []
        for k in _from_the_middle(nodes):
            if total <= self._room:
                break
            left_out.append(k)
            total -= wanted[k][1]
        if total > self._room or not left_out:
            return None
        at, gone = min(left_out), set(left_out)
        columns, kept = list[Column](), list[tuple[str, float]]()
        for k, column in enumerate(self._columns):
            if k == at:
                columns.append(_BETWEEN)
                kept.append(gap)
            if k not in gone:
                columns.append(column)
                kept.append(wanted[k])
        return self._spread(columns, kept)

    def squeezed(self, size: int) -> tuple[Place, ...]:
        """Inputs, outputs and goals side by side, however little room there is."""
        columns = [column for column in self._columns if column.kind != "node"]
        width = max(self._room, 1.0) / max(len(columns), 1)
        wanted = [(elided(column.heads[-1], size, width - 2), width) for column in columns]
        return self._spread(columns, wanted)

    def _column(self, column: Column, size: int, widest: float, sum_level: int | None) -> tuple[str, float]:
        """The head of a column as it is written, and how wide the column has to be."""
        is_bold = column.kind in ("output", "goal")
        value = "0" if column.kind in ("input", "goal") else self._widest_value
        texts = (value,) if sum_level is None or column.kind != "sum" else self.sum_texts(sum_level)
        cells = max(_text_width(text, size, is_bold) for text in texts)
        heads = column.heads if widest == _WIDEST_HEADS[0] else column.heads[1:] or column.heads
        widest = cells if column.kind == "sum" else widest
        head = next((each for each in heads if _text_width(each, size, True) <= widest), "")
        head = head or elided(heads[-1], size, widest, bold=True)
        padding = 2 * _GAP if column.kind == "goal" else _GAP
        return head, max(_text_width(head, size, True), cells) + padding

    def _spread(self, columns: Sequence[Column], wanted: list[tuple[str, float]]) -> tuple[Place, ...]:
        """What is free is given to all of them alike."""
        spare = max(self._room - sum(width for _, width in wanted), 0.0) / max(len(wanted), 1)
        widths = [width + spare for _, width in wanted]
        edges = accumulate(widths, initial=_INSET)
        return tuple(
            Place(column, head, x, width)
            for column, (head, _), x, width in zip(columns, wanted, edges, widths, strict=False)
        )


def _from_the_middle(items: Sequence[int]) -> list[int]:
    """In the order in which they are left out: the middle one first, then its neighbours."""
    middle = (len(items) - 1) / 2

    def distance(k: int) -> float:
        return abs(k - middle)

    return [items[k] for k in sorted(range(len(items)), key=distance)]
