"""Where the parts of the gate designer stand, by the room there is."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QSize

from gui.theme import STEP

Page = Literal["circuit", "table", "library", "weights", "learning"]
PAGES: tuple[Page, ...] = ("circuit", "table", "library", "weights", "learning")

_FULL = QSize(900, 500)  # px: from here on everything is shown
_GAP = 2 * STEP
_TABS = 30
_SENTENCE, _TWO_LINES = 20, 38


@dataclass(frozen=True)
class Arrangement:
    """A place for every part; an empty rectangle for what is not shown."""

    compact: bool
    tabs: QRect
    circuit: QRect
    table: QRect
    library: QRect
    plane: QRect
    weights: QRect
    learning: QRect
    lab_tabs: QRect  # chooses between weights and learning where there is room for one of them
    sentence: QRect


def arrange(width: int, height: int, page: Page, lab: Page) -> Arrangement:
    """Large: the circuit over table and library, the plane over weights or learning. Small: the chosen page
    beside the plane. `lab` is what the large one shows below the plane: "weights" or "learning"."""
    if width < _FULL.width() or height < _FULL.height():
        return _small(width, height, page)
    room = height - _SENTENCE - STEP
    right = max(min(int(width * 0.4), int(room * 0.78)), 360)
    left = width - right - 2 * _GAP
    below = max(min(int(room * 0.42), 330), 218)
    above = room - below - _GAP
    table = int(left * 0.5)
    x = left + 2 * _GAP
    lab_top = above + _GAP
    lab_room = QRect(x, lab_top + _TABS, right, below - _TABS)
    return Arrangement(
        compact=False,
        tabs=QRect(),
        circuit=QRect(0, 0, left, above),
        table=QRect(0, lab_top, table, below),
        library=QRect(table + _GAP, lab_top, left - table - _GAP, below),
        plane=QRect(x, 0, right, above),
        weights=lab_room if lab == "weights" else QRect(),
        learning=lab_room if lab == "learning" else QRect(),
        lab_tabs=QRect(x, lab_top, right, _TABS - 2),
        sentence=QRect(0, height - _SENTENCE, width, _SENTENCE),
    )


def _small(width: int, height: int, page: Page) -> Arrangement:
    top = _TABS + STEP // 2
    room = height - top - _TWO_LINES - STEP // 2
    side = min(room, int(width * 0.42))
    places = dict.fromkeys(PAGES, QRect())
    places[page] = QRect(0, top, width - side - STEP, room)
    return Arrangement(
        compact=True,
        tabs=QRect(0, 0, width, _TABS),
        plane=QRect(width - side, top, side, room),
        lab_tabs=QRect(),
        sentence=QRect(0, height - _TWO_LINES, width, _TWO_LINES),
        circuit=places["circuit"],
        table=places["table"],
        library=places["library"],
        weights=places["weights"],
        learning=places["learning"],
    )
