"""Parts of a picture that mostly stay the same from one frame to the next are kept, not painted again."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap


class Layer:
    """Knows what it was painted from; as long as that is the same, the picture is."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._made_of: tuple[object, ...] = ()
        self.painted = 0  # how often

    def show(
        self,
        painter: QPainter,
        size: QSize,
        ratio: float,
        made_of: tuple[object, ...],
        paint: Callable[[QPainter], None],
    ) -> None:
        """Show it through this painter, and paint it first where it is not known.

        size: of the widget. ratio: pixels of the screen to one of the widget. made_of: all that the
        picture follows from, besides its size.
        """
        made_of = (size.toTuple(), ratio, *made_of)
        if made_of != self._made_of:
            pixels = QSize(max(round(size.width() * ratio), 1), max(round(size.height() * ratio), 1))
            if pixels != self._pixmap.size():
                self._pixmap = QPixmap(pixels)
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(self._pixmap) as own:
                own.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint(own)
            self._made_of = made_of
            self.painted += 1
        painter.drawPixmap(0, 0, self._pixmap)
