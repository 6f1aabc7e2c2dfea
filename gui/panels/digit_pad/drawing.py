"""The strokes on the pad, the one in progress, and their ink."""

import time

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from gui.panels.digit_pad.ink import Ink, Mark
from gui.panels.digit_pad.model import Piece, Point, Stroke, has_moved, last_piece, settled_piece
from gui.panels.digit_pad.sheet import Sheet
from gui.theme import Lut

BITMAP_SIDE = 280  # pixels of what the network is given, before it is made 28×28
_AT_ONCE = 0.005  # seconds: what takes longer to draw again is left to `go_on`


class Drawing:
    """Ink is added as the pen moves, never drawn again from the start, so that it keeps up with the hand.

    The straight line up to the last point is not inked yet: the next point bends it. It is drawn on
    top, by `tail`, until then.
    """

    def __init__(self) -> None:
        self.strokes: tuple[Stroke, ...] = ()
        self.live: list[Point] = []  # the stroke in progress
        self.live_erases = False
        self.screen = Sheet(1)  # for looking at it; as fine as the screen, once that is known
        self.network = Sheet(BITMAP_SIDE)
        self._with_tail = Ink(BITMAP_SIDE)
        self._live_marks: list[Mark] = []  # what of the stroke in progress is inked already
        self._before_live: NDArray[np.uint8] | None = None  # the network's, where it was ready
        self._sharp: Sheet | None = None  # the same drawing as the screen shows, at another size

    @property
    def is_ready(self) -> bool:
        """Nothing is being drawn again."""
        return self.screen.is_ready and self.network.is_ready

    @property
    def tail(self) -> Piece | None:
        """The end of the stroke in progress, which is not inked yet."""
        return last_piece(self.live) if self.live else None

    @property
    def is_blank(self) -> bool:
        """No stroke in progress, and no ink: nothing was drawn, or all of it was erased."""
        return self.is_ready and not self.live and not self.network.pixels.any()

    def bitmap(self) -> NDArray[np.uint8]:
        """(280, 280) ink on black, with the stroke in progress up to its end.

        While the network's ink is drawn again, this is still the one of before.
        """
        if self.tail is None:
            return self.network.pixels
        self._with_tail.pixels[:] = self.network.pixels
        self._with_tail.add(Mark([self.tail], self.live_erases))
        return self._with_tail.pixels

    def show(self, strokes: tuple[Stroke, ...]) -> bool:
        """Take these strokes, with the one in progress on top. True where anything changed by it."""
        if strokes == self.strokes:
            return False
        self.strokes, self._sharp, self._before_live = strokes, None, None
        for sheet in (self.network, self.screen):
            sheet.show(strokes, self._live_marks, _AT_ONCE)
        self._stand_in()
        return True

    def go_on(self, seconds: float) -> None:
        """Draw for about so long at what has to be drawn again: the network's first, then what is seen."""
        until = time.perf_counter() + seconds
        if not self.network.is_ready:
            self.network.go_on(until)
            self._stand_in()
        else:
            self.screen.go_on(until)

    def _stand_in(self, otherwise: Ink | None = None) -> None:
        """Until the screen's ink is drawn, show another one of the same drawing, if there is one."""
        other = (self._sharp or self.network) if self.network.is_ready else otherwise
        if other is not None and not self.screen.is_ready:
            self.screen.show_scaled(other)

    def set_screen(self, side: int, scale: float, lut: Lut) -> None:
        """Draw it as fine as the screen is. side: in its pixels, `scale` of them to one of the window."""
        before, self.screen = self.screen, Sheet(side)
        self.screen.image.setDevicePixelRatio(scale)
        self.screen.set_colours(lut)
        if before.is_ready and before.side >= BITMAP_SIDE:
            self._sharp = before
        # Where it was not yet drawn at the size before, it takes too long to be tried at every new size.
        self.screen.show(self.strokes, self._live_marks, _AT_ONCE if before.is_ready else 0.0)
        before.stop()
        self._stand_in(before)

    def begin(self, start: Point, *, erase: bool) -> QRectF:
        """The pen goes down. Returns what has to be painted again, in units of the canvas side."""
        self.live, self._live_marks = [start], []
        self.live_erases = erase
        self._before_live = self.network.pixels.copy() if self.network.is_ready else None
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
        self.live, self._live_marks = [], []
        if stroke.erase and self._found_nothing():
            return None
        self.strokes = (*self.strokes, stroke)
        for sheet in (self.screen, self.network):
            sheet.keep(self.strokes)
        return stroke

    def _found_nothing(self) -> bool:
        """The eraser left everything as it was. Where that cannot be known, it did not."""
        return self._before_live is not None and np.array_equal(self.network.pixels, self._before_live)

    def _ink_live(self, piece: Piece) -> None:
        self._sharp = None
        mark = Mark([piece], self.live_erases)
        self._live_marks.append(mark)
        for sheet in (self.screen, self.network):
            sheet.put(mark)


def _bounds(piece: Piece) -> QRectF:
    """All that a piece can cover. The curve stays between its three points."""
    xs, ys = zip(piece.start, piece.via, piece.end, strict=True)
    reach = piece.width / 2
    return QRectF(
        min(xs) - reach, min(ys) - reach, max(xs) - min(xs) + 2 * reach, max(ys) - min(ys) + 2 * reach
    )
