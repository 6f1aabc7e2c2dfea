"""Ink that can be drawn again from the start, bit by bit.

A long scribble takes seconds to draw. Until that is done, what was there before stays, or something
stands in for it, and the pen goes on: its marks are put on both.
"""

import time
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.panels.digit_pad.ink import Ink, Mark, marks_of
from gui.panels.digit_pad.model import Stroke

_AT_LEAST = 8  # marks: an ordinary digit is drawn at once, however slow the machine
_KEPT_BYTES = 2**25
_KEPT_ON_THE_WAY = 16  # of the strokes drawn again, so many of the last can be taken back at once


class _Kept(NamedTuple):
    """Strokes, and their ink."""

    strokes: tuple[Stroke, ...]
    pixels: NDArray[np.uint8]


class Sheet(Ink):
    """The ink of some strokes, with the marks of the stroke in progress on top."""

    def __init__(self, side: int) -> None:
        super().__init__(side)
        self._work: Iterator[None] | None = None  # drawing again, one mark at a step
        self._on_top: list[Mark] = []  # what is put on it meanwhile
        self._kept: deque[_Kept] = deque(maxlen=max(_KEPT_BYTES // side**2, _KEPT_ON_THE_WAY // 2))

    @property
    def is_ready(self) -> bool:
        """Not being drawn again: it shows what it should."""
        return self._work is None

    def put(self, mark: Mark) -> None:
        """One more mark of the stroke in progress."""
        self.add(mark)
        if not self.is_ready:
            self._on_top.append(mark)

    def keep(self, strokes: tuple[Stroke, ...]) -> None:
        """This is the ink of these strokes, if it is ready: should they come back, it is not drawn again."""
        if self.is_ready:
            self._keep(strokes, self.pixels)

    def show(self, strokes: tuple[Stroke, ...], on_top: list[Mark], seconds: float) -> None:
        """Draw these strokes, and the marks on top of them: now, if that takes no longer than this."""
        self._on_top = [*on_top]
        self._work = self._draw_again(strokes)
        for _ in islice(self._work, _AT_LEAST):
            pass
        self.go_on(time.perf_counter() + seconds)

    def stop(self) -> None:
        """Never mind: another sheet takes its place, and this one stays as it is."""
        self._work = None
        self._kept.clear()

    def go_on(self, until: float) -> None:
        """Draw until this time by the clock (or a little longer), or until it is ready."""
        while self._work is not None:
            if next(self._work, self) is self:
                self._work = None
            elif time.perf_counter() >= until:
                return

    def _draw_again(self, strokes: tuple[Stroke, ...]) -> Iterator[None]:
        fresh = Ink(self.side)
        known = self._longest_kept(strokes)
        if known is not None:
            fresh.pixels[:] = known.pixels
        for count in range(len(known.strokes) if known is not None else 0, len(strokes)):
            for mark in marks_of(strokes[count]):
                fresh.add(mark)
                yield
            if count >= len(strokes) - _KEPT_ON_THE_WAY:
                self._keep(strokes[: count + 1], fresh.pixels)
        for mark in self._on_top:  # it grows as long as the pen moves
            fresh.add(mark)
            yield
        self.pixels[:] = fresh.pixels

    def _longest_kept(self, strokes: tuple[Stroke, ...]) -> _Kept | None:
        found = None
        for kept in self._kept:
            count = len(kept.strokes)
            if (found is None or count > len(found.strokes)) and strokes[:count] == kept.strokes:
                found = kept
        return found

    def _keep(self, strokes: tuple[Stroke, ...], pixels: NDArray[np.uint8]) -> None:
        if not any(kept.strokes == strokes for kept in self._kept):
            self._kept.append(_Kept(strokes, pixels.copy()))
