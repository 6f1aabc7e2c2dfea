"""The curves, and the probe that reads them: dragged, clicked or moved with the arrow keys.

The frame and the room around it are pyqtgraph's. Grid, curves and names are painted once into a picture,
and the probe above it anew for each place: so it follows the mouse in a few milliseconds, however many
curves are shown.
"""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gui.panels.activation_curves.model import Curves, snapped, value
from gui.panels.activation_curves.painting import CurvePainter
from gui.panels.activation_curves.view import Frame, View, home, moved, zoomed
from gui.theme import Theme
from gui.widgets.plot import Plot

AXIS_WIDTH, AXIS_HEIGHT = 34, 20  # px: the room for their numbers
GRASP = 8  # px: so near the probe, or a curve, is on it
_START_OF_DRAG = 4  # px
_ZOOM_OF_A_NOTCH = 0.85
_NOTCH = 120  # eighths of a degree


class CurvesPlot(Plot):
    """Shows a state; says where the learner wants the probe, which curve is meant, and what is to be seen."""

    grasped = Signal()  # a new drag or click begins
    probe_wanted = Signal(float)
    probe_stepped = Signal(float)  # by so much, with the keys
    curve_picked = Signal(str)
    next_wanted = Signal(int)  # the curve so many places further
    view_wanted = Signal(object)  # a View, or None for the home view

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box = self.getViewBox()
        box.setMouseEnabled(False, False)
        box.disableAutoRange()
        self.showGrid(x=False, y=False)
        for side in ("left", "bottom"):
            self.getAxis(side).setStyle(showValues=False)  # numbers and grid are in the picture
        self.getPlotItem().setContentsMargins(0, 4, 10, 0)  # half a number stands out on the right
        self.getAxis("left").setWidth(AXIS_WIDTH)
        self.getAxis("bottom").setHeight(AXIS_HEIGHT)
        self._state = Curves()
        self._view: View | None = None
        self._painter = CurvePainter(self.theme)
        self._picture: QPixmap | None = None
        self._pressed_at: QPointF | None = None
        self._pressed_view = home(self._state)
        self._drags = ""  # "probe", "plane", or nothing yet
        self._probe_before_click = self._state.probe

    def sizeHint(self) -> QSize:
        return QSize(640, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 100)

    # Showing

    def show_state(self, state: Curves, view: View | None) -> None:
        """Show these curves and this probe; without a view, the home view of these curves."""
        keeps_picture = (state.shown, state.focus, state.derivatives, view) == (
            self._state.shown,
            self._state.focus,
            self._state.derivatives,
            self._view,
        )
        self._state, self._view = state, view
        if not keeps_picture:
            self.refresh()
        self.viewport().update()

    def refresh(self) -> None:
        """Paint the curves again: they, their names, their colours or the room for them have changed."""
        seen = self.seen()
        self.getViewBox().setRange(xRange=(seen.x0, seen.x1), yRange=(seen.y0, seen.y1), padding=0)
        self._picture = None
        self.viewport().update()

    def seen(self) -> View:
        """The part of the plane that is seen now."""
        return self._view if self._view is not None else home(self._state)

    def apply_theme(self, theme: Theme) -> None:
        super().apply_theme(theme)
        self._painter = CurvePainter(theme)
        self.refresh()

    def frame(self) -> Frame:
        """The view as it lies in this widget."""
        box = self.getViewBox()
        area: QRectF = self.viewportTransform().mapRect(box.mapRectToScene(box.rect()))
        return Frame(self.seen(), area.left(), area.top(), max(area.width(), 1.0), max(area.height(), 1.0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.frame()
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._painter.picture(self._state, frame, self.size(), ratio)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(0, 0, self._picture)
        self._painter.paint_probe(painter, self._state, frame, focused=self.hasFocus())
        painter.restore()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.position()
        self._pressed_view = self.seen()
        self._drags = "probe" if self._is_on_probe(event.position()) else ""
        self.grasped.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pressed_at is None:
            on_probe = self._is_on_probe(place)
            self.viewport().setCursor(
                Qt.CursorShape.SizeHorCursor if on_probe else Qt.CursorShape.CrossCursor
            )
            return
        way = place - self._pressed_at
        if not self._drags and way.manhattanLength() >= _START_OF_DRAG:
            self._drags = "plane"
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._drags == "probe":
            self._move_probe_to(place)
        elif self._drags == "plane":
            frame = self.frame()
            self.view_wanted.emit(
                moved(self._pressed_view, -way.x() * frame.x_per_pixel, way.y() * frame.y_per_pixel)
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        was_click = (
            self._drags != "plane"
            and (event.position() - self._pressed_at).manhattanLength() < _START_OF_DRAG
        )
        self._pressed_at, self._drags = None, ""
        if was_click:
            self._click(event.position())

    def _click(self, place: QPointF) -> None:
        self._probe_before_click = self._state.probe
        if not self._is_on_probe(place):
            self._move_probe_to(place)
        if key := self._curve_at(place):
            self.curve_picked.emit(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the home view; the first of the two clicks meant nothing else, and is taken back."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.probe_wanted.emit(self._probe_before_click)
            self.view_wanted.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        frame, place = self.frame(), event.position()
        factor = _ZOOM_OF_A_NOTCH ** (event.angleDelta().y() / _NOTCH)
        self.view_wanted.emit(zoomed(self.seen(), frame.x_at(place.x()), frame.y_at(place.y()), factor))
        event.accept()

    def _is_on_probe(self, place: QPointF) -> bool:
        return abs(place.x() - self.frame().column(self._state.probe)) <= GRASP

    def _move_probe_to(self, place: QPointF) -> None:
        frame = self.frame()
        column = min(max(place.x(), frame.left), frame.left + frame.width)
        self.probe_wanted.emit(snapped(frame.x_at(column), frame.x_per_pixel))

    def _curve_at(self, place: QPointF) -> str:
        """The shown function whose curve is nearest to this place, "" where none is near."""
        frame = self.frame()
        at = np.array([frame.x_at(place.x())])
        gaps = {key: abs(frame.row(float(value(key, at)[0])) - place.y()) for key in self._state.shown}
        nearest = min(gaps, key=lambda key: gaps[key], default="")
        return nearest if nearest and gaps[nearest] <= GRASP else ""

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        centre = self.seen()
        x, y = (centre.x0 + centre.x1) / 2, (centre.y0 + centre.y1) / 2
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1.0 if large else 0.1
            self.probe_stepped.emit(step if key == Qt.Key.Key_Right else -step)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.next_wanted.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.view_wanted.emit(zoomed(centre, x, y, _ZOOM_OF_A_NOTCH))
        elif key == Qt.Key.Key_Minus:
            self.view_wanted.emit(zoomed(centre, x, y, 1 / _ZOOM_OF_A_NOTCH))
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.view_wanted.emit(None)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
