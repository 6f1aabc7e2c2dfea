"""Where the parts of the inspector stand, by the room there is."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from gui.theme import STEP

_FULL = QSize(900, 500)  # px: from here on everything is shown
_GAP = 2 * STEP
_HEADER = 62  # px: a line with a formula, and a sentence


@dataclass(frozen=True)
class Arrangement:
    """A place for every part; the line of code has none in a small panel."""

    compact: bool
    header: QRect
    strip: QRect
    batch: QRect
    matrix: QRect
    chosen: QRect
    code: QRect


def arrange(width: int, height: int) -> Arrangement:
    """Large: the strip across, three columns below it, the code at the foot. Small: the strip in the middle
    column, over the matrix."""
    if width < _FULL.width() or height < _FULL.height():
        return _small(width, height)
    strip = min(190, int(height * 0.27))
    top = _HEADER + STEP + strip + _GAP
    foot = height - 34
    room = foot - _GAP - top
    batch = min(room - 72, int(width * 0.27))
    chosen = max(240, int(width * 0.2))
    matrix = width - batch - chosen - 4 * STEP - _GAP
    return Arrangement(
        compact=False,
        header=QRect(0, 0, width, _HEADER),
        strip=QRect(0, _HEADER + STEP, width, strip),
        batch=QRect(0, top, batch, room),
        matrix=QRect(batch + 2 * _GAP, top, matrix - STEP, room),
        chosen=QRect(width - chosen, top, chosen, room),
        code=QRect(0, foot, width, 34),
    )


def _small(width: int, height: int) -> Arrangement:
    top = 34 + STEP
    room = height - top
    roomy = width >= 680
    batch = max(min(room - 68, int(width * (0.28 if roomy else 0.24))), 110)
    chosen = max(min(int(width * (0.25 if roomy else 0.22)), 240), 130)
    left = batch + _GAP
    middle = max(width - left - chosen - _GAP, 100)
    strip = min(max(90, int(room * 0.42)), 180)
    return Arrangement(
        compact=True,
        header=QRect(0, 0, width, 34),
        strip=QRect(left, top, middle, strip),
        batch=QRect(0, top, batch, room),
        matrix=QRect(left, top + strip + STEP, middle, room - strip - STEP),
        chosen=QRect(width - chosen, top, chosen, room),
        code=QRect(),
    )
