"""The images of the batch, ten in a row, to choose one from."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.shapes import Array
from gui.panels.forward_inspector import texts
from gui.panels.forward_inspector.lettering import paint_frame
from gui.panels.forward_inspector.model import Reading
from gui.theme import LIGHT, Theme, ink_map
from gui.widgets.picture import array_image

translate = QCoreApplication.translate

COLUMNS = 10


class BatchGrid(QWidget):
    """A click chooses an image; so do the arrow keys while the grid has the focus."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batchGrid")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = LIGHT
        self._images: Array | None = None  # (N, 28, 28)
        self._reading: Reading | None = None
        self._index = 0
        self._sheet: QImage | None = None
        self._pixmap: QPixmap | None = None

    def sizeHint(self) -> QSize:
        return QSize(240, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 100)

    def show_batch(self, images: Array, reading: Reading, index: int) -> None:
        """images: (N, 28, 28) from 0 to 1; what was read in them; the one that is looked at."""
        if images is not self._images:
            self._images = images
            self._lay_out()
        self._reading, self._index = reading, index
        self._say()
        self.update()

    def select(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self._say()
            self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._lay_out()
        self.update()

    def retranslate(self) -> None:
        self.setToolTip("")
        self._say()

    @property
    def count(self) -> int:
        return len(self._images) if self._images is not None else 0

    def cell_rect(self, index: int) -> QRectF:
        """Where an image lies in the widget."""
        side = min(self.width(), self.height()) / COLUMNS
        row, column = divmod(index, COLUMNS)
        return QRectF(column * side, row * side, side, side)

    def index_at(self, point: QPoint) -> int:
        """The image under a point, or -1."""
        side = min(self.width(), self.height()) / COLUMNS
        row, column = int(point.y() // side), int(point.x() // side)
        index = row * COLUMNS + column
        inside = 0 <= column < COLUMNS and row >= 0 and index < self.count
        return index if inside else -1

    def _lay_out(self) -> None:
        """All images on one sheet, which is painted as a whole."""
        self._pixmap = None
        if self._images is None:
            return
        count, height, width = self._images.shape
        rows = -(-count // COLUMNS)
        sheet = np.zeros((rows * COLUMNS, height, width), dtype=np.float32)
        sheet[:count] = self._images
        sheet = sheet.reshape(rows, COLUMNS, height, width).swapaxes(1, 2).reshape(rows * height, -1)
        self._sheet = array_image(sheet, ink_map(self._theme), 0.0, 1.0)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None or self._reading is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = self.cell_rect(0).width()
            rows = -(-self.count // COLUMNS)
            sheet = self._scaled(self._sheet, side, rows)
            painter.drawPixmap(QRectF(0, 0, side * COLUMNS, side * rows), sheet, QRectF())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.positive))
            for index in self._reading.wrong.nonzero()[0]:
                corner = self.cell_rect(int(index)).topRight()
                arm = side * 0.36
                painter.drawPolygon(QPolygonF([corner, corner - QPointF(arm, 0), corner + QPointF(0, arm)]))
            paint_frame(painter, self.cell_rect(self._index), self._theme.batch_axis, 2)
            if self.hasFocus():
                paint_frame(painter, QRectF(0, 0, side * COLUMNS, side * rows), self._theme.accent, 2)

    def _scaled(self, sheet: QImage, side: float, rows: int) -> QPixmap:
        """The sheet in the size of the screen, scaled once for each size."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(side * COLUMNS * ratio), round(side * rows * ratio))
        if self._pixmap is None or self._pixmap.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = sheet.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._pixmap = QPixmap.fromImage(scaled)
        return self._pixmap

    # Acting

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.index_at(event.position().toPoint())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(index)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -COLUMNS,
            Qt.Key.Key_Down: COLUMNS,
        }.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= self._index + step < self.count:
            self.chosen.emit(self._index + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """On hover: which image, its label, and what was read."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.index_at(event.pos())
            QToolTip.showText(event.globalPos(), self._image_text(index) if index >= 0 else "", self)
            return True
        return super().event(event)

    def _image_text(self, index: int) -> str:
        reading = self._reading
        if reading is None or reading.labels is None:
            return ""
        return translate(
            "forward_inspector", "Image {index}: label {label}, read as {answer}, {mark}"
        ).format(
            index=index,
            label=reading.labels[index],
            answer=texts.answer_text(int(reading.answers[index])),
            mark=texts.mark(not reading.wrong[index]),
        )

    def _say(self) -> None:
        """For a screen reader: where in the grid one is."""
        name = translate("forward_inspector", "The images of the batch")
        self.setAccessibleName(f"{name}. {self._image_text(self._index)}" if self.count else name)
