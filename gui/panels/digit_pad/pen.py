"""The width of the pen: a slider, a dot that shows it, and its value."""

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from gui.panels.digit_pad.model import PEN_WIDTH, THICKEST_PEN, THINNEST_PEN
from gui.theme import LIGHT, STEP, Theme
from gui.widgets.named import named

translate = QCoreApplication.translate

_PER_UNIT = 1000  # the slider counts in thousandths of the canvas side
_SINGLE_STEP, _PAGE_STEP = 5, 15
_DOT = 24  # px: the dot of the thickest pen
_NOTCH = 120  # eighths of a degree of a wheel


class PenDot(QWidget):
    """A dot as thick as the pen, compared with the thickest one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(_DOT, _DOT))
        self._theme = LIGHT
        self._width = PEN_WIDTH

    def show_width(self, width: float) -> None:
        self._width = width
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.ink))
            radius = _DOT / 2 * self._width / THICKEST_PEN
            painter.drawEllipse(QPointF(_DOT / 2, _DOT / 2), radius, radius)


class PenWidth(QWidget):
    """Says what the learner wants (`chosen`) and shows what is (`show_width`)."""

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel()
        self._dot = PenDot()
        self._value = QLabel()
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance("15.0 %"))
        self._slider = named(QSlider(Qt.Orientation.Horizontal), "penWidthSlider")
        self._slider.setRange(round(THINNEST_PEN * _PER_UNIT), round(THICKEST_PEN * _PER_UNIT))
        self._slider.setSingleStep(_SINGLE_STEP)
        self._slider.setPageStep(_PAGE_STEP)
        self._slider.setMinimumWidth(64)
        self._name.setBuddy(self._slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._name)
        row.addWidget(self._dot)
        row.addWidget(self._slider, 1)
        row.addWidget(self._value)
        self._slider.valueChanged.connect(self._choose)

    def retranslate(self) -> None:
        self._name.setText(translate("digit_pad", "Pen"))
        self._slider.setAccessibleName(translate("digit_pad", "Width of the pen"))
        self.setToolTip(
            translate(
                "digit_pad", "Width of the pen, in percent of the canvas side. The wheel changes it, too."
            )
        )
        self.show_width(self._slider.value() / _PER_UNIT)

    def apply_theme(self, theme: Theme) -> None:
        self._dot.apply_theme(theme)

    def show_width(self, width: float) -> None:
        """width: in canvas sides."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(width * _PER_UNIT))
        self._slider.blockSignals(False)
        self._dot.show_width(width)
        self._value.setText(translate("digit_pad", "{number} %").format(number=f"{width * 100:.1f}"))

    @Slot(int)
    def turn_wheel(self, turned: int) -> None:
        """The wheel was turned over the canvas. turned: in eighths of a degree, a notch being 120."""
        self._slider.setValue(self._slider.value() + round(turned / _NOTCH * _SINGLE_STEP))

    @Slot(int)
    def _choose(self, thousandths: int) -> None:
        self.chosen.emit(thousandths / _PER_UNIT)
