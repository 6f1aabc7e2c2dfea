"""An array as a picture: each number a square of colour. Painted as one image, however large."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Lut

NO_NUMBER = (128, 128, 128)  # the colour of nan, which no colour map has


def array_image(array: NDArray[Any], lut: Lut, low: float, high: float, most: int = 2048) -> QImage:
    """The (H, W) array as an image, `low` in the first colour of the map and `high` in the last, nan in grey.

    Of more than `most` rows or columns, more than a screen can show, every second one is taken, or
    every third, …
    """
    array = array[:: -(-array.shape[0] // most), :: -(-array.shape[1] // most)]
    span = (high - low) or 1.0
    with np.errstate(over="ignore", invalid="ignore"):
        scaled = (array.astype(np.float32) - np.float32(low)) * np.float32(255 / span)
    index = (np.minimum(np.fmax(scaled, 0), 255) + 0.5).astype(np.uint8)  # (H, W)
    rgb = np.ascontiguousarray(lut[index])  # (H, W, 3)
    if (unknown := np.isnan(scaled)).any():
        rgb[unknown] = NO_NUMBER
    height, width = index.shape
    image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)  # a copy, in the form that is painted fastest


class Picture(QWidget):
    """Shows a matrix through a colour map, keeping its proportions if `keep_aspect` is set.

    `hovered` gives the row and column under the mouse, (-1, -1) where there is none; `clicked`
    those that were clicked.
    """

    hovered = Signal(int, int)
    clicked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None, *, keep_aspect: bool = True) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._keep_aspect = keep_aspect
        self._image: QImage | None = None
        self._pixmap: QPixmap | None = None  # the image, scaled
        self._shape = (0, 0)
        self._row = -1
        self._column = -1
        self._row_colour = self._column_colour = self._line_colour = QColor(Qt.GlobalColor.black)
        self._preferred = QSize(112, 112)

    def sizeHint(self) -> QSize:
        return self._preferred

    def minimumSizeHint(self) -> QSize:
        return QSize(28, 28)

    def set_colours(self, line: str, row: str, column: str) -> None:
        """Of the frame, of the lit row and of the lit column."""
        self._line_colour, self._row_colour, self._column_colour = QColor(line), QColor(row), QColor(column)
        self.update()

    def show_array(self, array: NDArray[Any] | None, lut: Lut, low: float, high: float) -> None:
        """Show the (H, W) array, `low` in the first colour, `high` in the last; None for nothing."""
        self._pixmap = None
        if array is None or array.size == 0:
            self._image, self._shape = None, (0, 0)
        else:
            self._image, self._shape = array_image(array, lut, low, high), (array.shape[0], array.shape[1])
        self.update()

    def light(self, row: int = -1, column: int = -1) -> None:
        """Frame a row and a column; -1 for none."""
        if (row, column) != (self._row, self._column):
            self._row, self._column = row, column
            self.update()

    def image_rect(self) -> QRect:
        """Where the picture lies in the widget."""
        area = self.rect().adjusted(1, 1, -2, -2)
        if not self._keep_aspect or self._image is None:
            return area
        height, width = self._shape
        size = QSize(width, height).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRect(QPoint(0, 0), size)
        rect.moveCenter(area.center())
        return rect

    def cell_at(self, position: QPoint) -> tuple[int, int]:
        """Row and column under a point, or (-1, -1)."""
        rect = self.image_rect()
        if self._image is None or not rect.contains(position):
            return -1, -1
        height, width = self._shape
        row = (position.y() - rect.top()) * height // max(rect.height(), 1)
        column = (position.x() - rect.left()) * width // max(rect.width(), 1)
        return min(row, height - 1), min(column, width - 1)

    def cell_rect(self, row: int, column: int, rows: int = 1, columns: int = 1) -> QRect:
        """The place of a block of cells, whose upper left one is (row, column)."""
        rect = self.image_rect()
        height, width = self._shape
        top = rect.top() + rect.height() * row // height
        bottom = rect.top() + rect.height() * (row + rows) // height
        left = rect.left() + rect.width() * column // width
        right = rect.left() + rect.width() * (column + columns) // width
        return QRect(left, top, right - left, bottom - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._image is None:
                return
            rect = self.image_rect()
            painter.drawPixmap(rect.topLeft(), self._scaled(self._image, rect.size()))
            painter.setPen(QPen(self._line_colour, 1))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
            height, width = self._shape
            if 0 <= self._row < height:
                painter.setPen(QPen(self._row_colour, 1.5))
                painter.drawRect(self._frame(self.cell_rect(self._row, 0, 1, width)))
            if 0 <= self._column < width:
                painter.setPen(QPen(self._column_colour, 1.5))
                painter.drawRect(self._frame(self.cell_rect(0, self._column, height, 1)))

    def _frame(self, cells: QRect) -> QRect:
        """Around cells, as far as the widget reaches."""
        return cells.adjusted(-2, -2, 1, 1).intersected(self.rect().adjusted(1, 1, -2, -2))

    def _scaled(self, image: QImage, size: QSize) -> QPixmap:
        """The picture in the size of the screen, made once: frames move over it more often."""
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._pixmap is None or self._pixmap.size() != wanted:
            # A large matrix in a small space is averaged; a small one keeps its squares.
            shrinking = wanted.width() < image.width() or wanted.height() < image.height()
            mode = Qt.TransformationMode
            how = mode.SmoothTransformation if shrinking else mode.FastTransformation
            scaled = image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, how)
            self._pixmap = QPixmap.fromImage(scaled)
            self._pixmap.setDevicePixelRatio(ratio)
        return self._pixmap

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(*self.cell_at(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        self.hovered.emit(-1, -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, column = self.cell_at(event.position().toPoint())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(row, column)
        else:
            super().mousePressEvent(event)
