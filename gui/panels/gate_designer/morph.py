"""From step to sigmoid: one slider, the curve that it makes, and what that has to do with chapter 3."""

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from core.circuit import fire
from core.shapes import Array
from gui.panels.gate_designer.designer import Designer
from gui.theme import LIGHT, SMALL, STEP, Theme, font
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.wheel import Notches

translate = QCoreApplication.translate

_PER_TEN = 20  # steps of the slider from one power of ten to the next
_LEAST = 0.01  # the softness of its first step
_END = 1 + 2 * _PER_TEN  # its last one, where the softness is 1
_REACH = 3.0  # of the little picture, to both sides of a = 0


def softness_at(step: int) -> float:
    """0 at 0; then 0.01 at 1, and evenly in powers of ten up to 1 at the end."""
    return 0.0 if step <= 0 else float(f"{_LEAST * 10 ** ((step - 1) / _PER_TEN):.2g}")


def step_of(softness: float) -> int:
    """The step of the slider that is nearest to this softness."""
    if softness <= 0:
        return 0
    return min(max(round(1 + _PER_TEN * math.log10(softness / _LEAST)), 1), _END)


class MorphSlider(QSlider):
    """Goes to where it is pressed. One notch of the wheel is one step, a double click the step function."""

    gesture_begun = Signal()
    gesture_over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, _END)
        self.setPageStep(_PER_TEN // 4)
        self.setMinimumWidth(60)
        self._notches = Notches()
        self._has_moved = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._has_moved = False
            self.gesture_begun.emit()
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._has_moved = True
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        if self._has_moved:  # a click stays open, for it may turn out to be a double click
            self.gesture_over.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setValue(0)
        self._has_moved = True

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.setValue(self.value() + self._notches.turned(event.angleDelta().y()))
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.gesture_over.emit()

    def _go_to(self, x: float) -> None:
        handle = 14  # px: as wide as the handle of the style sheet
        share = (x - handle / 2) / max(self.width() - handle, 1)
        self.setValue(round(min(max(share, 0.0), 1.0) * _END))


class CurvePicture(QWidget):
    """h(a) as it is now, for a from −3 to 3."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(64, 36))
        self._softness = 0.0
        self._theme = LIGHT

    def show_softness(self, softness: float) -> None:
        self._softness = softness
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.setBrush(QColor(self._theme.sunken))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.drawLine(QPointF(self.width() / 2, 1), QPointF(self.width() / 2, self.height() - 1))
            if self._softness > 0:
                self._paint_slope(painter)
            else:
                self._paint_step(painter)

    def _paint_slope(self, painter: QPainter) -> None:
        a = np.linspace(-_REACH, _REACH, self.width())  # a point for each px
        x = np.linspace(2, self.width() - 2, self.width())
        y = self._height_of(fire(a, self._softness))
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(list(map(QPointF, x.tolist(), y.tolist()))))

    def _paint_step(self, painter: QPainter) -> None:
        left, middle, right = 2.0, self.width() / 2, self.width() - 2.0
        zero, one = self._height_of(np.array((0.0, 1.0))).tolist()
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawLine(QPointF(left, zero), QPointF(middle, zero))
        painter.drawLine(QPointF(middle, one), QPointF(right, one))
        painter.setPen(QPen(QColor(self._theme.accent), 1.5))
        painter.setBrush(QColor(self._theme.accent))
        painter.drawEllipse(QPointF(middle, zero), 2, 2)  # h(0) is 0 …
        painter.setBrush(QColor(self._theme.card))
        painter.drawEllipse(QPointF(middle, one), 2, 2)  # … and not 1

    def _height_of(self, h: Array) -> Array:
        """Where in the picture these values lie."""
        return self.height() - 6 - h * (self.height() - 12)


class Morph(QWidget):
    """The slider between its two ends, the curve beside it, the formula and a sentence below."""

    def __init__(self, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateMorph")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._designer = designer
        self.slider = named(MorphSlider(), "gateMorphSlider")
        self.curve = named(CurvePicture(), "gateMorphCurve")
        self.formula = named(ElidedLabel(), "gateMorphFormula")
        self.sentence = named(ElidedLabel(), "gateMorphSentence")
        self._from, self._to = QLabel(), QLabel()
        for label in (self._from, self._to, self.formula, self.sentence):
            label.setFont(font(SMALL))
        for label in (self._from, self._to, self.sentence):
            label.setProperty("muted", True)
        self._from.setBuddy(self.slider)
        self._lay_out()
        self.slider.valueChanged.connect(self._slide)
        self.slider.gesture_begun.connect(designer.settle)
        self.slider.gesture_over.connect(designer.settle)
        designer.changed.connect(self._show)

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(STEP)
        across.addWidget(self._from)
        across.addWidget(self.slider, 1)
        across.addWidget(self._to)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(across)
        words.addWidget(self.formula)
        whole = QHBoxLayout()
        whole.setSpacing(STEP)
        whole.addLayout(words, 1)
        whole.addWidget(self.curve)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(whole)
        column.addWidget(self.sentence)

    def apply_theme(self, theme: Theme) -> None:
        self.curve.apply_theme(theme)

    def retranslate(self) -> None:
        self._from.setText(translate("gate_designer", "step"))
        self._to.setText(translate("gate_designer", "sigmoid"))
        self.slider.setAccessibleName(translate("gate_designer", "From step to sigmoid"))
        self.slider.setToolTip(
            translate("gate_designer", "Makes every perceptron softer. Double click: back to the step.")
        )
        self._show()

    @Slot(int)
    def _slide(self, step: int) -> None:
        self._designer.set_softness(softness_at(step))

    @Slot()
    def _show(self) -> None:
        softness = self._designer.design.softness
        with QSignalBlocker(self.slider):
            self.slider.setValue(step_of(softness))
        self.curve.show_softness(softness)
        text = formula_text(softness)
        self.formula.setText(text)
        self.curve.setAccessibleName(text)
        self.slider.setAccessibleDescription(text)
        self.sentence.setText(_bridge(softness))


def formula_text(softness: float) -> str:
    """h(a) = 1 / (1 + e^(−a / 0.05)), or where the step is."""
    if softness <= 0:
        return translate("gate_designer", "h(a) = 1 where a > 0, else 0")
    divided = "" if softness == 1 else f" / {softness:.2g}"
    return f"h(a) = 1 / (1 + e^(−a{divided}))"


def _bridge(softness: float) -> str:
    """The way to chapter 3, in one sentence."""
    if softness <= 0:
        return translate("gate_designer", "Slide to the right, and hard borders become slopes.")
    if softness < 1:
        return translate("gate_designer", "Hard borders become slopes, as in chapter 3.")
    return translate("gate_designer", "Slopes for borders: this is the sigmoid of chapter 3.")
