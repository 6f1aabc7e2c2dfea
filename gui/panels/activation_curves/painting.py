"""Puts curves, names and the probe on the screen, in pixels."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from core.landing import Bars
from core.neuron import Neuron
from core.shapes import Array
from gui.panels.activation_curves import texts
from gui.panels.activation_curves.ground import GroundPainter, area_of
from gui.panels.activation_curves.lines import draw_line
from gui.panels.activation_curves.model import Curves
from gui.panels.activation_curves.readings import Places, curve, jumps, line_of, places
from gui.panels.activation_curves.styles import paint_mark, style_of
from gui.panels.activation_curves.view import Frame, Label, place_labels
from gui.theme import SMALL, Theme, font

POINTS = 2001  # of a curve, across the view: one for each pixel of a fine screen
_POINTS_OF_SLOPES = 1001  # their lines are thin, and more gaps than line
_MARK, _MARGIN = 17.0, 4.0  # px: before and behind a curve's name
_LONGEST_NAME = 150.0  # px
_EACH_FOR_NAMES = 8  # of the points: enough to keep clear of a curve


class CurvePainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._card, self._ink = QColor(theme.card), QColor(theme.ink)
        self._ground = GroundPainter(theme)
        self._font = font(SMALL)
        self._bold = font(SMALL, bold=True)
        self._names: dict[str, tuple[str, float]] = {}

    # The pictures behind the probe

    def ground(self, state: Curves, frame: Frame, size: QSize, ratio: float, bars: Bars | None) -> QPixmap:
        """What stays as it is while w and b move: numbers, grid, signals, and ghosts of the curves."""
        picture = _nothing(size, ratio)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter, state, frame, bars)
        return picture

    def paint_ground(self, painter: QPainter, state: Curves, frame: Frame, bars: Bars | None) -> None:
        self._ground.paint_numbers_of_y(painter, frame)
        painter.save()
        painter.setClipRect(area_of(frame))
        self._ground.paint_grid(painter, frame)
        if bars is not None:
            self._ground.paint_bars(painter, frame, bars, texts.sums(state.layer))
        if not state.neuron.changes_nothing:
            at = places(frame.view.x0, frame.view.x1, POINTS)
            for key in state.shown:
                self._paint_ghost(painter, frame, key, at)
        painter.restore()

    def curves(self, state: Curves, frame: Frame, size: QSize, ratio: float) -> QPixmap:
        """All curves of a state with their names, on nothing, as large as the plot."""
        picture = _nothing(size, ratio)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_curves(painter, state, frame)
        return picture

    def paint_curves(self, painter: QPainter, state: Curves, frame: Frame) -> None:
        painter.save()
        painter.setClipRect(area_of(frame))
        if state.shaded and state.focus:
            self._ground.paint_flat_parts(painter, frame, state)
        x0, x1 = frame.view.x0, frame.view.x1
        fine, coarse = (places(x0, x1, points, state.neuron) for points in (POINTS, _POINTS_OF_SLOPES))
        drawn: dict[str, tuple[Array, Array]] = {}
        # Wide lines first: what coincides with one of them lies upon it, and both are seen.
        for key in sorted(state.shown, key=lambda key: -style_of(key).width):
            if state.derivatives:
                self._paint_curve(painter, frame, key, coarse, derivative=True)
            drawn[key] = self._paint_curve(painter, frame, key, fine, derivative=False)
        self._paint_names(painter, frame, state, drawn)
        painter.restore()

    def _paint_ghost(self, painter: QPainter, frame: Frame, key: str, at: Places) -> None:
        """The curve as it is with w = 1 and b = 0."""
        colour = style_of(key).colour(self._theme)
        colour.setAlphaF(0.4)
        painter.setPen(QPen(colour, 1.0))
        draw_line(painter, frame, *curve(key, at, derivative=False), dashed=False)

    def _paint_curve(
        self, painter: QPainter, frame: Frame, key: str, at: Places, *, derivative: bool
    ) -> tuple[Array, Array]:
        """Paint the curve of a function or, dashed, its slope. Returns its points."""
        style = style_of(key)
        pen = QPen(style.colour(self._theme), 1.5 if derivative else style.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if derivative else Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        x, y = curve(key, at, derivative=derivative)
        draw_line(painter, frame, x, y, dashed=derivative)
        if at.jump >= 0 and jumps(key, derivative=derivative):
            self._paint_jump(painter, frame, key, at.neuron, derivative=derivative)
        return x, y

    def _paint_jump(
        self, painter: QPainter, frame: Frame, key: str, neuron: Neuron, *, derivative: bool
    ) -> None:
        """At a jump, a full dot where the function is, and a hollow one where it only comes close."""
        line, sums = line_of(key), np.array([0.0, 1e-12])
        at, above = neuron.weight * line.derivative(sums) if derivative else line(sums)
        colour = style_of(key).colour(self._theme)
        column, radius = frame.column(neuron.threshold), 2.5 if derivative else 3.5
        painter.setPen(QPen(colour, 1.5))
        for y, fill in ((at, colour), (above, self._card)):
            painter.setBrush(fill)
            painter.drawEllipse(QPointF(column, frame.row(y)), radius, radius)

    def _paint_names(
        self, painter: QPainter, frame: Frame, state: Curves, drawn: dict[str, tuple[Array, Array]]
    ) -> None:
        """The name of each curve at its right end, with its mark; the one that is explained in bold."""
        metrics = QFontMetricsF(self._bold)
        height = metrics.height() + 2
        labels: dict[str, Label] = {}
        names = {key: self._name(texts.name(key)) for key in state.shown}
        for key, (_, width) in names.items():
            x, y = drawn[key]
            label = frame.label_at(x[::_EACH_FOR_NAMES], y[::_EACH_FOR_NAMES], width)
            if label is not None:
                labels[key] = label
        behind = QColor(self._card)
        behind.setAlphaF(0.75)
        tops = place_labels(list(labels.values()), height, frame)
        for (key, label), top in zip(labels.items(), tops, strict=True):
            colour = style_of(key).colour(self._theme)
            where = QPointF(label.left + _MARK / 2, top + height / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(behind)
            painter.drawRoundedRect(QRectF(label.left, top, label.width, height), 4, 4)
            paint_mark(painter, where, 8, style_of(key), QPen(colour, 1.2), colour)
            painter.setPen(self._ink)
            painter.setFont(self._bold if key == state.focus else self._font)
            room = QRectF(label.left + _MARK, top, label.width - _MARK, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, names[key][0])

    def _name(self, name: str) -> tuple[str, float]:
        """The name of a function, cut short where it is a long formula, and how wide it is with its mark."""
        if name not in self._names:
            metrics = QFontMetricsF(self._bold)
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _LONGEST_NAME)
            self._names[name] = short, metrics.horizontalAdvance(short) + _MARK + _MARGIN
        return self._names[name]


def _nothing(size: QSize, ratio: float) -> QPixmap:
    """A picture to paint on that is all transparent."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
