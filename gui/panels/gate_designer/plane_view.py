"""The picture of the plane: where a signal is 1, the lines that decide it, and what lies over them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.lines import Point, length_of
from core.perceptron import MeetingHulls, SeparatingLine
from core.regions import Line
from core.shapes import Array
from gui.jobs import Jobs
from gui.panels.gate_designer.axis_row import AxisRow
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.frame import Frame, square
from gui.panels.gate_designer.line_moves import Arrow, shown_length
from gui.panels.gate_designer.plane_hold import Hold, arrow_in
from gui.panels.gate_designer.plane_labels import Label, Words, corner_text, corner_widths, words_of
from gui.panels.gate_designer.plane_layers import Layer
from gui.panels.gate_designer.plane_overlay import Overlay, Slice, paint_proof, paint_trail
from gui.panels.gate_designer.plane_painting import PlanePainter
from gui.panels.gate_designer.plane_picture import PlanePicture
from gui.panels.gate_designer.plane_scene import (
    Scene,
    Seen,
    ShownLine,
    is_there,
    scene_of,
    seen_by,
)
from gui.panels.gate_designer.plane_words import nothing_to_see, plane_in_words
from gui.theme import LIGHT, Theme

translate = QCoreApplication.translate

LOW, HIGH = -0.5, 1.5
STRIP = 0.3  # with one input alone the plane is a strip, so much to both sides of it
_MARGINS = (28, 8, 10, 22)  # px for the numbers on the left and below, and a little elsewhere


class PlaneView(QWidget):
    """Shows the signal that the designer looks at, over two inputs. What is done to it: RegionPlane.

    One of the lines is the current one: the last that was taken hold of. It alone has handles, and the
    arrow of its weights.
    """

    def __init__(self, designer: Designer, parent: QWidget | None = None, jobs: Jobs | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._designer = designer
        self._painter = PlanePainter(LIGHT)
        self._overlay = Overlay()
        self._scene: Scene | None = None
        self._shown: tuple[Seen, tuple[int, ...], Scene] | None = None  # when it was last looked at
        self._current = ""
        self._hold: Hold | None = None
        self._anchor: Point | None = None  # where the arrow was pulled last
        self._picture = PlanePicture(designer, jobs, self)
        self._picture.sharpened.connect(self.update)
        self._ground, self._over = Layer(), Layer()
        self._words = Words()  # where they are
        self._written_for: tuple[object, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the paper behind it need not be painted
        self.axis_row = AxisRow(designer, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self.axis_row)
        self.axis_row.hide()
        designer.changed.connect(self._refresh)
        designer.looked.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(380, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 120)

    def apply_theme(self, theme: Theme) -> None:
        self._painter = PlanePainter(theme)
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("gate_designer", "Plane of the inputs"))
        self.axis_row.retranslate()
        self._shown = None  # also what stayed the same is said in other words
        self._refresh()

    def _refresh(self) -> None:
        before, self._scene = self._shown, None
        self.axis_row.show_inputs()
        if not self.isVisible():
            return
        self._shown = seen_by(self._designer), self._designer.design.states, self.scene
        if self._shown != before:  # else a part was only moved, or something else that is not seen here
            self.setAccessibleDescription(plane_in_words(self.scene))
            self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    # What is seen

    @property
    def scene(self) -> Scene:
        """What there is to see now."""
        if self._scene is None:
            self._scene = scene_of(self._designer)
        return self._scene

    @property
    def frame(self) -> Frame:
        """The plane on the screen."""
        below = self.axis_row.sizeHint().height() if self.axis_row.isVisibleTo(self) else 0
        left, top, right, bottom = _MARGINS
        found = square(self.width(), self.height(), LOW, HIGH, (left, top, right, bottom + below))
        if len(self._designer.circuit.inputs) != 1:
            return found
        height = round(found.height * STRIP * 2 / (HIGH - LOW))
        middle = found.top + (found.height - height) // 2
        return replace(found, top=middle, height=height, y0=-STRIP, y1=STRIP)

    @property
    def current(self) -> ShownLine | None:
        """The line that the keys move, and that has handles and an arrow."""
        lines = [line for line in self.scene.lines if line.unit is not None]
        chosen = [line for line in lines if line.key == self._current]
        return next(iter(chosen or lines), None)

    def place_of(self, x: float, y: float) -> QPointF:
        """The place in the widget of a point of the plane."""
        return self.frame.place(x, y)

    def show_proof(
        self,
        proof: MeetingHulls | SeparatingLine | None,
        points: Array | None = None,
        targets: Array | None = None,
    ) -> None:
        """Show why a line parts these examples, or why none does; None takes it away.

        points: (M, n), n the number of inputs. targets: (M,), 0 or 1.
        """
        self._overlay = replace(self._overlay, proof=proof, points=points, targets=targets)
        self.update()

    def show_trail(self, lines: Sequence[Sequence[float]]) -> None:
        """Show the lines (w₁, w₂, b) of before, the oldest first."""
        self._overlay = replace(self._overlay, trail=tuple(Line(*map(float, line)) for line in lines))
        self.update()

    def mark_row(self, row: int | None) -> None:
        """Mark the corner of this row of the truth table, which was just looked at."""
        self._overlay = replace(self._overlay, marked=row)
        self.update()

    # Painting

    def image(self) -> QImage:
        """The region, at the full resolution of the screen: see plane_picture."""
        return self._picture.image(self.frame, self.devicePixelRatioF(), self._painter)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame, ratio = self.frame, self.devicePixelRatioF()
            ground = frame, self._painter.theme, self.scene.names, self.hasFocus()
            self._ground.show(painter, self.size(), ratio, ground, self._paint_ground)
            if not is_there(self._designer):
                self._painter.paint_words(painter, frame, nothing_to_see())
                return
            image = self.image()
            if image.devicePixelRatio() == ratio:
                painter.drawImage(frame.area.topLeft(), image)
            else:  # a coarse one
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(frame.area, image)
            self._paint_over(painter, frame, ratio)

    def _paint_ground(self, painter: QPainter) -> None:
        names, focused = self.scene.names, self.hasFocus()
        self._painter.paint_ground(painter, self.size(), self.frame, names, focused=focused)

    def _paint_over(self, painter: QPainter, frame: Frame, ratio: float) -> None:
        """What lies over the region. Most of it stays as it is while the region changes."""
        scene, flat, arrow = self.scene, self.scene.second is None, self._arrow(frame)
        widths = corner_widths(frame, scene.corners, flat=flat)
        made_of = (
            *(frame, self._painter.theme, scene.lines, scene.alone, flat, widths),
            *(tuple(each.mark for each in scene.corners), self.current, arrow, self._overlay),
            *(self._designer.axes, self._designer.design.states),
        )
        if made_of != self._written_for:
            self._words = words_of(frame, scene, widths, self.current, arrow)
            self._written_for = made_of
        self._over.show(painter, self.size(), ratio, made_of, self._paint_marks)
        for corner, place in zip(scene.corners, self._words.corners, strict=True):
            label = Label(place, corner_text(frame, corner, flat=flat))
            self._painter.paint_corner_text(painter, label, present=corner.present)

    def _paint_marks(self, painter: QPainter) -> None:
        """The grid, what learning shows, the lines, the arrow, the corners and the names."""
        scene, paint, frame, current = self.scene, self._painter, self.frame, self.current
        paint.paint_grid(painter, frame)
        painter.save()
        painter.setClipRect(frame.area)
        paint_trail(painter, frame, paint.theme, self._overlay.trail)
        cut = Slice(self._designer.axes, self._designer.design.states)
        paint_proof(painter, frame, paint.theme, self._overlay, cut)
        painter.restore()
        for place, shown in enumerate(scene.lines):
            paint.paint_line(painter, frame, shown, place, held=shown == current)
        for corner in scene.corners:
            paint.paint_corner(painter, frame, corner, marked=corner.row == self._overlay.marked)
        arrow = self._arrow(frame)
        if arrow is not None:
            paint.paint_arrow(painter, frame, arrow)
        paint.paint_names(painter, self._words)

    def _arrow(self, frame: Frame) -> Arrow | None:
        """The arrow of the current line. While it is pulled its tip stays under the mouse."""
        current, hold = self.current, self._hold
        if hold is None or hold.way != "pull" or hold.arrow is None or current is None:
            return arrow_in(frame, current, self._anchor)
        foot, scale, length = hold.arrow.foot, hold.arrow.scale, length_of(current.line)
        reach = scale * shown_length(length) / length
        tip = foot[0] + reach * current.line.first, foot[1] + reach * current.line.second
        return Arrow(foot, tip, scale)
