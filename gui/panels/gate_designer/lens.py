"""How the sheet is seen: how large, and which part of it."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

SMALLEST, LARGEST = 0.25, 3.0  # zoom
LARGEST_FIT = 1.4  # a small circuit is not blown up beyond this to fill its window
MARGIN = 16.0  # px: around a sheet that was fitted


class Lens(NamedTuple):
    """A point of the sheet is seen at zoom · point + (x, y)."""

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def seen(self, point: QPointF) -> QPointF:
        """Where a point of the sheet is in the window."""
        return QPointF(point.x() * self.zoom + self.x, point.y() * self.zoom + self.y)

    def seen_rect(self, rect: QRectF) -> QRectF:
        return QRectF(self.seen(rect.topLeft()), rect.size() * self.zoom)

    def on_sheet(self, point: QPointF) -> QPointF:
        """Which point of the sheet is seen here."""
        return QPointF((point.x() - self.x) / self.zoom, (point.y() - self.y) / self.zoom)

    def rect_on_sheet(self, rect: QRectF) -> QRectF:
        return QRectF(self.on_sheet(rect.topLeft()), rect.size() / self.zoom)

    def panned(self, dx: float, dy: float) -> "Lens":
        return Lens(self.zoom, self.x + dx, self.y + dy)

    def zoomed(self, factor: float, about: QPointF) -> "Lens":
        """Larger or smaller; what is seen at this point stays there."""
        zoom = min(max(self.zoom * factor, SMALLEST), LARGEST)
        fixed = self.on_sheet(about)
        return Lens(zoom, about.x() - fixed.x() * zoom, about.y() - fixed.y() * zoom)


def fitting(bounds: QRectF, window: QRectF) -> Lens:
    """The lens that shows all of `bounds` in the middle of this part of the window."""
    room = window.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    across, down = max(room.width(), 1.0), max(room.height(), 1.0)
    zoom = min(across / max(bounds.width(), 1.0), down / max(bounds.height(), 1.0), LARGEST_FIT)
    zoom = max(zoom, SMALLEST)
    middle = bounds.center()
    return Lens(zoom, room.center().x() - middle.x() * zoom, room.center().y() - middle.y() * zoom)
