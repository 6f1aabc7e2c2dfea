"""The table of gradients through depth: a row for each function that is shown."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.panels.activation_curves import depth_words as words
from gui.panels.activation_curves.depth_model import Flows
from gui.panels.activation_curves.layers_looks import LEFT, RIGHT, sharp
from gui.panels.activation_curves.styles import paint_mark, style_of
from gui.panels.activation_curves.texts import name
from gui.theme import LIGHT, SMALL, Theme, font
from gui.widgets.text import plain_tip

translate = QCoreApplication.translate

_ROW = 20  # px
_LEAST_ROWS = 3
_NAME_SHARE, _WORD_SHARE = 0.22, 0.19  # of the width
_MARK = 18.0  # px


class DepthTable(QWidget):
    """For all layers, or for the one that is pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._flows: Flows = {}
        self._depth = self._back = 0
        self._theme = LIGHT

    def sizeHint(self) -> QSize:
        return QSize(480, _ROW * (1 + max(len(self._flows), _LEAST_ROWS)) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def show_flows(self, flows: Flows, depth: int, back: int) -> None:
        rows_before = len(self._flows)
        self._flows, self._depth, self._back = flows, depth, back
        if len(flows) != rows_before:
            self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("activation_curves", "Gradients through depth, in numbers"))
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def cells(self) -> dict[str, tuple[str, ...]]:
        """What stands in each row."""
        return {key: words.cells(self._flows, key, self._back) for key in self._flows}

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            heading = (
                translate("activation_curves", "Layer {layer} of {depth}").format(
                    layer=self._depth - self._back + 1, depth=self._depth
                )
                if self._back
                else translate("activation_curves", "Depth {depth}").format(depth=self._depth)
            )
            bold, small = font(SMALL, bold=True), font(SMALL - 1)
            self._text(painter, self._cell(0, 0), heading, LEFT, bold, self._theme.ink)
            for column, head in enumerate(words.heads(self._back), start=1):
                self._text(painter, self._cell(0, column), head, RIGHT, small, self._theme.muted)
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.drawLine(QPointF(0, sharp(_ROW)), QPointF(self.width(), sharp(_ROW)))
            for row, (key, cells) in enumerate(self.cells().items(), start=1):
                self._paint_row(painter, row, key, cells)

    def _paint_row(self, painter: QPainter, row: int, key: str, cells: tuple[str, ...]) -> None:
        plain, bold = font(SMALL), font(SMALL, bold=True)
        called = self._cell(row, 0)
        colour = style_of(key).colour(self._theme)
        where = QPointF(called.left() + _MARK / 2, called.center().y())
        paint_mark(painter, where, 8, style_of(key), QPen(colour, 1.2), colour)
        self._text(painter, called.adjusted(_MARK, 0, 0, 0), name(key), LEFT, plain, self._theme.ink)
        for column, text in enumerate(cells, start=1):
            is_word = column == len(cells) and not self._back
            strong = column == 1 or is_word
            self._text(
                painter, self._cell(row, column), text, RIGHT, bold if strong else plain, self._theme.ink
            )

    def _cell(self, row: int, column: int) -> QRectF:
        """The first column is for names, the last for words, and those between share what is left."""
        width, top = self.width(), (row * _ROW) + (4 if row else 0)
        named, worded = _NAME_SHARE * width, _WORD_SHARE * width
        each = (width - named - worded) / 5
        if column == 0:
            return QRectF(0, top, named, _ROW)
        last = column == 6
        return QRectF(named + (column - 1) * each, top, worded if last else each, _ROW)

    def _text(
        self, painter: QPainter, room: QRectF, text: str, where: Qt.AlignmentFlag, type_: QFont, colour: str
    ) -> None:
        painter.setFont(type_)
        painter.setPen(QColor(colour))
        room = room.adjusted(2, 0, -2, 0)
        painter.drawText(
            room, where, QFontMetricsF(type_).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self.about(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def about(self, place: QPointF) -> str:
        """What the hover says there: what a column means, or a row with every digit."""
        row = int(max(place.y() - 4, 0) // _ROW)
        if row == 0:
            for column, text in enumerate(words.heads_about(self._back), start=1):
                if self._cell(0, column).contains(place):
                    return text
            return words.hint()
        keys = list(self._flows)
        return words.why(self._flows, keys[row - 1], self._back) if row <= len(keys) else ""
