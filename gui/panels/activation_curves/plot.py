"""The curves, and the probe that reads them: dragged, clicked or moved with the arrow keys.

The frame and the room around it are pyqtgraph's. What lies under the curves is painted once into one
picture, the curves into another, and the probe above them anew for each place: so it follows the mouse in
a few milliseconds, however many curves are shown.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from core.landing import Bars
from gui.panels.activation_curves.grips import GRASP, Grip, curve_at, grip_at, pulled
from gui.panels.activation_curves.model import Curves, snapped
from gui.panels.activation_curves.painting import CurvePainter
from gui.panels.activation_curves.probe import ProbePainter
from gui.panels.activation_curves.view import Frame, View, home, moved, zoomed
from gui.theme import Theme
from gui.widgets.plot import Plot

AXIS_WIDTH, AXIS_HEIGHT = 34, 20  # px: the room for their numbers
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
    neuron_wanted = Signal(object)  # a Neuron, while a curve or its tangent is dragged
    hovered = Signal(str)  # what is under the mouse: "pull", "turn" or nothing of that kind

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
        self._bars: Bars | None = None
        self._spot = ""
        self._painter, self._probe_painter = CurvePainter(self.theme), ProbePainter(self.theme)
        self._ground: QPixmap | None = None
        self._curves: QPixmap | None = None
        self._pressed_at: QPointF | None = None
        self._pressed_view = home(self._state)
        self._drags = ""  # "probe", "curve", "plane", or nothing yet
        self._grip: Grip | None = None
        self._probe_before_click = self._state.probe

    def sizeHint(self) -> QSize:
        return QSize(640, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 100)

    # Showing

    def show_state(self, state: Curves, view: View | None, bars: Bars | None) -> None:
        """Show these curves and this probe, before these signals; without a view, the home view."""
        before = self._state
        same_view = view == self._view and (state.shown, state.derivatives) == (
            before.shown,
            before.derivatives,
        )
        ghosts = state.neuron.changes_nothing == before.neuron.changes_nothing
        same_ground = same_view and bars is self._bars and ghosts
        same_curves = same_view and (state.focus, state.neuron, state.shaded) == (
            before.focus,
            before.neuron,
            before.shaded,
        )
        self._state, self._view, self._bars = state, view, bars
        if not same_view:
            self.refresh()
        if not same_ground:
            self._ground = None
        if not same_curves:
            self._curves = None
        self.viewport().update()

    def light(self, spot: str) -> None:
        """Light this place, see `spots`; "" lights none."""
        self._spot = spot
        self.viewport().update()

    def refresh(self) -> None:
        """Paint the curves again: they, their names, their colours or the room for them have changed."""
        seen = self.seen()
        self.getViewBox().setRange(xRange=(seen.x0, seen.x1), yRange=(seen.y0, seen.y1), padding=0)
        self._ground = self._curves = None
        self.viewport().update()

    def seen(self) -> View:
        """The part of the plane that is seen now."""
        return self._view if self._view is not None else home(self._state)

    def apply_theme(self, theme: Theme) -> None:
        super().apply_theme(theme)
        self._painter, self._probe_painter = CurvePainter(theme), ProbePainter(theme)
        self.refresh()

    def frame(self) -> Frame:
        """The view as it lies in this widget."""
        box = self.getViewBox()
        area: QRectF = self.viewportTransform().mapRect(box.mapRectToScene(box.rect()))
        return Frame(self.seen(), area.left(), area.top(), max(area.width(), 1.0), max(area.height(), 1.0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ground = self._curves = None

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        frame, ratio, state = self.frame(), self.devicePixelRatioF(), self._state
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            self._ground = self._painter.ground(state, frame, self.size(), ratio, self._bars)
        if self._curves is None or self._curves.devicePixelRatio() != ratio:
            self._curves = self._painter.curves(state, frame, self.size(), ratio)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(0, 0, self._ground)
        painter.drawPixmap(0, 0, self._curves)
        self._probe_painter.paint(painter, state, frame, focused=self.hasFocus(), spot=self._spot)
        painter.restore()

    def paint_picture(self, painter: QPainter) -> None:
        """All of it, on its ground, from (0, 0) to its size."""
        frame = self.frame()
        painter.fillRect(QRectF(self.rect()), QColor(self.theme.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.paint_ground(painter, self._state, frame, self._bars)
        self._painter.paint_curves(painter, self._state, frame)
        self._probe_painter.paint(painter, self._state, frame)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.position()
        self._pressed_view = self.seen()
        self._grip = grip_at(self._state, self.frame(), event.position())
        turns = self._grip is not None and self._grip.kind == "turn"
        self._drags = "probe" if self._is_on_probe(event.position()) and not turns else ""
        self.grasped.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pressed_at is None:
            self._hover(place)
            return
        way = place - self._pressed_at
        if not self._drags and way.manhattanLength() >= _START_OF_DRAG:
            self._begin_drag()
        frame = self.frame()
        if self._drags == "probe":
            self._move_probe_to(place)
        elif self._drags == "curve" and self._grip is not None:
            steeper = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.neuron_wanted.emit(pulled(self._grip, frame, place, steeper=steeper))
        elif self._drags == "plane":
            self.view_wanted.emit(
                moved(self._pressed_view, -way.x() * frame.x_per_pixel, way.y() * frame.y_per_pixel)
            )

    def _begin_drag(self) -> None:
        if self._grip is None:
            self._drags = "plane"
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._drags = "curve"
            self.curve_picked.emit(self._grip.key)

    def _hover(self, place: QPointF) -> None:
        """The cursor says what can be dragged from here."""
        grip = grip_at(self._state, self.frame(), place)
        if self._is_on_probe(place) and (grip is None or grip.kind == "pull"):
            shape, word = Qt.CursorShape.SizeHorCursor, ""
        elif grip is None:
            shape, word = Qt.CursorShape.CrossCursor, ""
        elif grip.kind == "turn":
            shape, word = Qt.CursorShape.SizeVerCursor, "turn"
        else:
            shape, word = Qt.CursorShape.OpenHandCursor, "pull"
        self.viewport().setCursor(shape)
        self.hovered.emit(word)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        was_click = (
            self._drags not in ("plane", "curve")
            and (event.position() - self._pressed_at).manhattanLength() < _START_OF_DRAG
        )
        self._pressed_at, self._drags, self._grip = None, "", None
        if was_click:
            self._click(event.position())

    def _click(self, place: QPointF) -> None:
        self._probe_before_click = self._state.probe
        if not self._is_on_probe(place):
            self._move_probe_to(place)
        if key := curve_at(self._state, self.frame(), place):
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
