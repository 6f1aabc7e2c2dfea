"""How many rows were wrong in each round: a bar for every round, a line where there are too many for bars."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.panels.gate_designer.lesson import Progress
from gui.theme import LIGHT, SMALL, Theme, font

translate = QCoreApplication.translate

_FEWEST = 8  # rounds that there is room for from the beginning
_NARROWEST = 5.0  # px: of a bar with its gap; below that a line is drawn
_WIDEST = 24.0
_APART = 22.0  # px: between two numbers below
_APART_UP = 15.0  # px: between two numbers at the left
_LEAST_UP = 11.0  # px: between the lowest and the highest number, if these are all
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_TOP, _BELOW = 22, 16  # px: room for the caption, and for the numbers of the rounds
_LOW = 84  # px: a chart that is lower has no caption
_LETTERS = SMALL - 1
_KEYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ErrorChart(QWidget):
    """Shows the errors of a lesson. The mouse, or the arrow keys, point at a round: its number is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateErrorChart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = LIGHT
        self._progress: Progress | None = None
        self._rows = 1
        self._pointed = -1  # at which round, from 0

    def sizeHint(self) -> QSize:
        return QSize(200, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 40)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("gate_designer", "Chart of the errors in each round"))
        self._describe()
        self.update()

    def show_progress(self, progress: Progress | None, rows: int) -> None:
        """rows: how many rows the table has that are learned from; None shows an empty chart."""
        self._progress, self._rows = progress, max(rows, 1)
        if self._pointed >= len(self.counts):
            self._pointed = -1
        self._describe()
        self.update()

    @property
    def counts(self) -> tuple[int, ...]:
        """The errors of every round, the one under way last."""
        progress = self._progress
        if progress is None:
            return ()
        return (*progress.errors, *(() if progress.so_far is None else (progress.so_far,)))

    @property
    def caption(self) -> str:
        """What stands above: the value that is pointed at, or what all of it is."""
        if self._pointed < 0:
            return translate("gate_designer", "Errors in each round")
        return translate("gate_designer", "Round {round}: {wrong} of {rows} wrong").format(
            round=self._pointed + 1, wrong=self.counts[self._pointed], rows=self._rows
        )

    def _describe(self) -> None:
        counts = ", ".join(map(str, self.counts))
        self.setAccessibleDescription(f"{self.caption}. {counts}" if counts else self.caption)

    # Places

    def plot_rect(self) -> QRectF:
        """Where the bars stand: above it the caption, left and below the numbers of the axes."""
        metrics = QFontMetricsF(font(_LETTERS))
        left = metrics.horizontalAdvance(str(self._rows)) + 8
        top = _TOP if not self._is_low() else 5
        return QRectF(left, top, max(self.width() - left - 4, 1), max(self.height() - top - _BELOW, 1))

    def _is_low(self) -> bool:
        return self.height() < _LOW

    def _slots(self) -> int:
        return max(len(self.counts), _FEWEST)

    def bar_rect(self, round_: int) -> QRectF:
        """The bar of a round, counted from 0; of no height where nothing was wrong."""
        plot = self.plot_rect()
        slot = plot.width() / self._slots()
        wide = min(max(slot * 0.7, 1.0), _WIDEST)
        high = plot.height() * self.counts[round_] / self._rows
        middle = plot.left() + (round_ + 0.5) * slot
        return QRectF(middle - wide / 2, plot.bottom() - high, wide, high)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._progress is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        theme, plot = self._theme, self.plot_rect()
        self._paint_circle(painter, plot)
        self._paint_axes(painter, plot)
        if plot.width() / self._slots() >= _NARROWEST:
            self._paint_bars(painter, plot)
        else:
            self._paint_line(painter)
        self._paint_caption(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)

    def _paint_caption(self, painter: QPainter) -> None:
        """Above the bars; where there is no room for it, only what is pointed at is said, over them."""
        theme, is_low, points = self._theme, self._is_low(), self._pointed >= 0
        if is_low and not points:
            return
        letters = font(SMALL, bold=points)
        metrics = QFontMetricsF(letters)
        words = metrics.elidedText(self.caption, Qt.TextElideMode.ElideRight, self.width() - 8)
        place = QRectF(2, 0, metrics.horizontalAdvance(words) + 6, 17)
        if is_low:
            place.moveRight(self.width())
            painter.fillRect(place, QColor(theme.card))
        painter.setFont(letters)
        painter.setPen(QColor(theme.ink if points else theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_circle(self, painter: QPainter, plot: QRectF) -> None:
        """Behind the rounds that come again and again, the accent colour between dashed lines."""
        circle = self._progress.circle if self._progress is not None else None
        if circle is None:
            return
        slot = plot.width() / self._slots()
        band = QRectF(
            plot.left() + circle[0] * slot, plot.top(), (circle[1] - circle[0]) * slot, plot.height()
        )
        painter.fillRect(band, QColor(self._theme.accent_soft))
        painter.setPen(QPen(QColor(self._theme.accent), 1, Qt.PenStyle.DashLine))
        for x in (band.left(), band.right()):
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _paint_axes(self, painter: QPainter, plot: QRectF) -> None:
        theme, right = self._theme, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(_LETTERS))
        for count in _numbers(0, self._rows, plot.height() / self._rows, _APART_UP):
            y = round(plot.bottom() - plot.height() * count / self._rows) + 0.5
            painter.setPen(QColor(theme.line))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(0, y - 8, plot.left() - 5, 16), right, str(count))
        slot = plot.width() / self._slots()
        for number in _numbers(1, self._slots(), slot, _APART):
            place = QRectF(plot.left() + (number - 0.5) * slot - 20, plot.bottom() + 1, 40, 15)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_bars(self, painter: QPainter, plot: QRectF) -> None:
        """Full bars for rounds that are over, an open one for that under way; a tick where none was wrong."""
        theme, progress = self._theme, self._progress
        over = len(progress.errors) if progress is not None else 0
        for k, count in enumerate(self.counts):
            bar = self.bar_rect(k)
            colour = QColor(theme.accent if k == self._pointed else theme.muted)
            if k >= over:
                painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DotLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(bar.adjusted(0.5, 0.5 if count else -1.5, -0.5, -0.5))
            elif count:
                painter.fillRect(bar, colour)
            else:
                c, s = QPointF(bar.center().x(), plot.bottom() - 7), 3.5
                painter.setPen(QPen(QColor(theme.accent), 2))
                tick = [c + QPointF(-s, 0), c + QPointF(-s / 4, s * 0.8), c + QPointF(s, -s * 0.8)]
                painter.drawPolyline(tick)

    def _paint_line(self, painter: QPainter) -> None:
        tops = [QPointF(bar.center().x(), bar.top()) for bar in map(self.bar_rect, range(len(self.counts)))]
        painter.setPen(QPen(QColor(self._theme.muted), 1.2))
        painter.drawPolyline(tops)
        if self._pointed >= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawEllipse(tops[self._pointed], 4, 4)

    # Mouse and keys

    def _point_at(self, round_: int) -> None:
        if round_ != self._pointed:
            self._pointed = round_
            self._describe()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plot = self.plot_rect()
        round_ = int((event.position().x() - plot.left()) // (plot.width() / self._slots()))
        self._point_at(round_ if 0 <= round_ < len(self.counts) else -1)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, last = _KEYS.get(event.key()), len(self.counts) - 1
        if step is None or last < 0:
            super().keyPressEvent(event)
        elif self._pointed < 0:
            self._point_at(last if step < 0 else 0)
        else:
            self._point_at(min(max(self._pointed + step, 0), last))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(-1)


def _numbers(first: int, last: int, each: float, apart: float) -> list[int]:
    """The numbers to write at an axis whose whole numbers are `each` px apart: 0 2 4, 1 3 5, or 1 5 10."""
    step = next((step for step in _STEPS if step * each >= apart), max(last, 1))
    if first == 0 and step > last and last * each >= _LEAST_UP:
        return [0, last]
    if first == 0 or step < _STEPS[2]:
        return list(range(first, last + 1, step))
    return [first, *(number for number in range(step, last + 1, step) if (number - first) * each >= apart)]
