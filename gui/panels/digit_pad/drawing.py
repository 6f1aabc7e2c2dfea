"""The strokes on the pad, the one in progress, and their ink."""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from gui.panels.digit_pad.ink import Ink
from gui.panels.digit_pad.model import Piece, Point, Stroke, has_moved, last_piece, settled_piece
from gui.theme import Lut

BITMAP_SIDE = 280  # pixels of what the network is given, before it is made 28×28
_KEPT = 8  # drawings whose ink is kept


class _Kept(NamedTuple):
    """Strokes, and their ink for the screen and for the network."""

    strokes: tuple[Stroke, ...]
    pixels: tuple[NDArray[np.uint8], NDArray[np.uint8]]


class Drawing:
    """Ink is added as the pen moves, never drawn again from the start, so that it keeps up with the hand.

    The straight line up to the last point is not inked yet: the next point bends it. It is drawn on
    top, by `tail`, until then.
    """

    def __init__(self) -> None:
        self.strokes: tuple[Stroke, ...] = ()
        self.live: list[Point] = []  # the stroke in progress
        self.live_erases = False
        self.screen = Ink(1)  # for looking at it; as fine as the screen, once that is known
        self.network = Ink(BITMAP_SIDE)
        self._with_tail = Ink(BITMAP_SIDE)
        self._before_live = self.network.pixels.copy()
        self._kept: deque[_Kept] = deque(maxlen=_KEPT)

    @property
    def tail(self) -> Piece | None:
        """The end of the stroke in progress, which is not inked yet."""
        return last_piece(self.live) if self.live else None

    @property
    def is_blank(self) -> bool:
        """No stroke in progress, and no ink: nothing was drawn, or all of it was erased."""
        return not self.live and not self.network.pixels.any()

    def bitmap(self) -> NDArray[np.uint8]:
        """(280, 280) ink on black, with the stroke in progress up to its end."""
        if self.tail is None:
            return self.network.pixels
        self._with_tail.pixels[:] = self.network.pixels
        self._with_tail.add([self.tail], self.tail.width, erase=self.live_erases)
        return self._with_tail.pixels

    def show(self, strokes: tuple[Stroke, ...]) -> bool:
        """Take these strokes, with the one in progress on top. True where anything changed by it."""
        if strokes == self.strokes:
            return False
        before, self.strokes = self.strokes, strokes
        found = None if self.live else next((kept for kept in self._kept if kept.strokes == strokes), None)
        only_more = not self.live and strokes[: len(before)] == before
        for place, ink in enumerate((self.screen, self.network)):
            if found is not None:
                ink.pixels[:] = found.pixels[place]
            elif only_more:
                _add_strokes(ink, strokes[len(before) :])
            else:
                self._ink_again(ink)
        return True

    def _keep(self) -> None:
        """Keep the ink of these strokes: a long scribble that is undone need not be drawn again."""
        if not any(kept.strokes == self.strokes for kept in self._kept):
            self._kept.append(_Kept(self.strokes, (self.screen.pixels.copy(), self.network.pixels.copy())))

    def set_screen(self, side: int, scale: float, lut: Lut) -> None:
        """Draw it as fine as the screen is. side: in its pixels, `scale` of them to one of the window."""
        self.screen = Ink(side)
        self.screen.image.setDevicePixelRatio(scale)
        self.screen.set_colours(lut)
        self._ink_again(self.screen)
        self._kept.clear()

    def begin(self, start: Point, *, erase: bool) -> QRectF:
        """The pen goes down. Returns what has to be painted again, in units of the canvas side."""
        self._keep()
        self.live = [start]
        self.live_erases = erase
        self._before_live = self.network.pixels.copy()
        return _bounds(last_piece(self.live))

    def extend(self, new: Point) -> QRectF | None:
        """The pen moves. Returns what has to be painted again, or None where it hardly moved."""
        if not has_moved(self.live[-1], new):
            return None
        area = _bounds(last_piece(self.live))
        self.live.append(new)
        if len(self.live) > 2:
            self._ink_live(settled_piece(self.live, len(self.live) - 2))
        return area | _bounds(last_piece(self.live))

    def finish(self) -> Stroke | None:
        """The pen goes up. Returns the stroke, or None for an eraser that found nothing to erase."""
        self._ink_live(last_piece(self.live))
        stroke = Stroke(tuple(self.live), self.live_erases)
        self.live = []
        if stroke.erase and np.array_equal(self.network.pixels, self._before_live):
            return None
        self.strokes = (*self.strokes, stroke)
        self._keep()
        return stroke

    def _ink_live(self, piece: Piece) -> None:
        for ink in (self.screen, self.network):
            ink.add([piece], piece.width, erase=self.live_erases)

    def _ink_again(self, ink: Ink) -> None:
        ink.clear()
        _add_strokes(ink, self.strokes)
        for k in range(1, len(self.live) - 1):
            piece = settled_piece(self.live, k)
            ink.add([piece], piece.width, erase=self.live_erases)


def _add_strokes(ink: Ink, strokes: Sequence[Stroke]) -> None:
    for stroke in strokes:
        ink.add_stroke(stroke)


def _bounds(piece: Piece) -> QRectF:
    """All that a piece can cover. The curve stays between its three points."""
    xs, ys = zip(piece.start, piece.via, piece.end, strict=True)
    reach = piece.width / 2
    return QRectF(
        min(xs) - reach, min(ys) - reach, max(xs) - min(xs) + 2 * reach, max(ys) - min(ys) + 2 * reach
    )
