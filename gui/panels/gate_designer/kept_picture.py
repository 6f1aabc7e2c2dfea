"""The sheet as it was painted last, kept so that it is not painted again where nothing changed.

When the sheet is panned, what was seen is shifted, and only the strips that come into sight are
painted. So panning takes as long as a large circuit needs for a few pixels of it.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from gui.panels.gate_designer.lens import Lens

Draw = Callable[[QPainter, QRect], None]  # paints this part of the window, all of it


class KeptPicture:
    """Paints through `draw` what is not known yet."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._lens: Lens | None = None
        self._touched: list[QRect] = []
        self.strips = self.wholes = 0  # how often a part of it, and all of it, was painted

    def forget(self) -> None:
        """What is seen is another picture now."""
        self._lens = None

    def touch(self, parts: list[QRect]) -> None:
        """Only these parts of the window, as it was seen last, are other ones now."""
        self._touched += parts
        size = self._pixmap.deviceIndependentSize()
        if sum(part.width() * part.height() for part in self._touched) > size.width() * size.height() / 2:
            self.forget()

    def up_to_date(self, size: QSize, scale: float, lens: Lens, draw: Draw) -> QPixmap:
        """The window of this size through this lens. scale: pixels of the screen to one of the window."""
        pixels = QSize(max(round(size.width() * scale), 1), max(round(size.height() * scale), 1))
        if pixels != self._pixmap.size() or scale != self._pixmap.devicePixelRatio():
            self._pixmap = QPixmap(pixels)
            self._pixmap.setDevicePixelRatio(scale)
            self._lens = None
        touched, self._touched = self._touched, []
        if touched and self._lens != lens:
            self._lens = None
        for part in touched if self._lens is not None else ():
            self._draw(part, draw)
        if self._lens != lens:
            strips = self._shifted(size, scale, lens) if self._lens is not None else None
            if strips is None:
                self._draw(QRect(0, 0, size.width() + 1, size.height() + 1), draw)
                self.wholes += 1
            else:
                for strip in strips:
                    self._draw(strip, draw)
                    self.strips += 1
            self._lens = lens
        return self._pixmap

    def _shifted(self, size: QSize, scale: float, lens: Lens) -> list[QRect] | None:
        """Shift the picture and say which strips are missing; None where it cannot be shifted."""
        before = self._lens
        assert before is not None
        dx, dy = lens.x - before.x, lens.y - before.y
        far_x, far_y = round(dx * scale), round(dy * scale)
        exact = abs(far_x - dx * scale) < 0.01 and abs(far_y - dy * scale) < 0.01
        near = abs(dx) < size.width() and abs(dy) < size.height()
        if lens.zoom != before.zoom or not exact or not near:
            return None
        self._pixmap.scroll(far_x, far_y, self._pixmap.rect())
        width, height = size.width() + 1, size.height() + 1
        wide, high = int(abs(dx)) + 2, int(abs(dy)) + 2
        strips = []
        if dx:
            strips.append(QRect(0 if dx > 0 else width - wide, 0, wide, height))
        if dy:
            strips.append(QRect(0, 0 if dy > 0 else height - high, width, high))
        return strips

    def _draw(self, part: QRect, draw: Draw) -> None:
        with QPainter(self._pixmap) as painter:
            painter.setClipRect(part)
            draw(painter, part)
