"""How long the classes take with softmax and without, as two bars."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.panels.activation_curves.softmax_timing import Timing
from gui.theme import BODY, LIGHT, SMALL, STEP, Theme, font

translate = QCoreApplication.translate

_ROW, _THICK = 56.0, 28.0  # px: a row with its name above its bar; a bar
_TIME = 12.0 * STEP  # px: for a time behind the longest bar


class TimeBars(QWidget):
    """Is empty until something was measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme = LIGHT
        self._timing: Timing | None = None

    def sizeHint(self) -> QSize:
        return QSize(40 * STEP, round(2 * _ROW + STEP))

    def show_timing(self, timing: Timing | None) -> None:
        self._timing = timing
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName("; ".join(f"{text}: {time}" for text, time, _ in self._rows()))
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _rows(self) -> list[tuple[str, str, float]]:
        """Name, time as text, and how long its bar is, from 0 to 1."""
        timing = self._timing
        if timing is None:
            return []
        names = (
            translate("activation_curves", "with softmax"),
            translate("activation_curves", "without softmax"),
        )
        times = (timing.with_softmax, timing.without)
        return [(text, f"{time:.1f} µs", time / max(times)) for text, time in zip(names, times, strict=True)]

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for row, (text, time, share) in enumerate(self._rows()):
                self._paint_row(painter, STEP + row * _ROW, text, time, share)

    def _paint_row(self, painter: QPainter, top: float, text: str, time: str, share: float) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(QColor(self._theme.muted))
        room = QRectF(0, top, self.width(), _ROW - _THICK - STEP)
        text = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        long = max(share * (self.width() - _TIME), 2.0)
        bar = QRectF(0, room.bottom(), long, _THICK)
        painter.fillRect(bar, QColor(self._theme.muted if share == 1 else self._theme.accent))
        painter.setFont(font(BODY, bold=True))
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(
            QPointF(long + STEP, bar.center().y() + painter.fontMetrics().ascent() / 2 - 2), time
        )
