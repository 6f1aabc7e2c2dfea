"""The output of a step as a picture: a row for each image, a column for each neuron."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from core.trace import Step
from gui.panels.forward_inspector import texts
from gui.panels.forward_inspector.lettering import paint_frame
from gui.panels.forward_inspector.maps import colour_map
from gui.panels.forward_inspector.model import Letters, Limits, limits, shape_text
from gui.theme import LIGHT, SMALL, STEP, Theme, font
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.picture import NO_NUMBER, Picture, array_image
from gui.widgets.text import exact_text, number_text, shape_html, short_number

translate = QCoreApplication.translate

_TITLE = 24  # px: the line above
_GUTTER = 44  # at the left: the word for rows, and their numbers
_FOOT = 20  # below: the word for columns
_SCALE = 72  # at the right: the colours and their values
_LARGEST_CELL = QSize(64, 48)
_ALIGN = Qt.AlignmentFlag


class MatrixView(QWidget):
    """Hover shows a number in full, a click on a row selects its image. With the focus, arrow keys do."""

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrixView")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title = named(QLabel(self), "matrixTitle")
        self.note = named(ElidedLabel(self, alignment=_ALIGN.AlignRight | _ALIGN.AlignVCenter), "matrixNote")
        self.note.setProperty("muted", True)
        self.picture = Picture(self, keep_aspect=False)
        self.picture.setObjectName("matrixPicture")
        self.picture.hovered.connect(self._hover)
        self.picture.clicked.connect(self._choose)
        self._theme = LIGHT
        self._letters: Letters | None = None
        self._step: Step | None = None
        self._limits = Limits("signed", -1.0, 1.0)
        self._has_unknown = False
        self._row = 0
        self._hint = ""
        self._cell = (-1, -1)  # under the mouse, or of the keyboard

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 100)

    # What is shown

    def show_step(self, letters: Letters, step: Step, row: int) -> None:
        """Show the output of this step, one image of the batch framed."""
        changed = self._step is None or self._step.output.shape != step.output.shape
        self._letters, self._step, self._row = letters, step, row
        self._limits = limits(step)
        self._has_unknown = bool(np.isnan(step.output).any())
        if changed:
            self._cell = (-1, -1)
            self._place()
        self._paint_numbers()
        self._light()
        self._write()

    def select_row(self, row: int) -> None:
        if row != self._row:
            self._row = row
            if self._cell[0] >= 0 and self.hasFocus():
                self._cell = (row, self._cell[1])
            self._light()
            self._write()

    def retranslate(self) -> None:
        self._hint = translate("forward_inspector", "Click a row to select its image.")
        self.setAccessibleDescription(self._hint)
        self._write()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.picture.set_colours(theme.line, theme.batch_axis, theme.feature_axis)
        self._paint_numbers()
        self._write()

    def _paint_numbers(self) -> None:
        if self._step is not None:
            shown = self._limits
            self.picture.show_array(self._step.output, colour_map(shown, self._theme), shown.low, shown.high)
            self.update()

    def _light(self) -> None:
        several = self._step is not None and len(self._step.output) > 1
        self.picture.light(self._row if several else -1, self._cell[1])
        self.update()

    def _write(self) -> None:
        """The line above: what the matrix is, or the number that is pointed at."""
        if self._letters is None or self._step is None:
            return
        name, output = self._letters.output, self._step.output
        row, column = self._cell
        if row < 0:
            title = f"<b>{name}</b> {shape_html(output.shape, self._theme, batch=True)}"
            wide = self.width() > 480
            note = (
                f"{texts.size_text(output)} · {texts.range_text(output)}" if wide else texts.size_text(output)
            )
        else:
            value = output[row, column]
            batch, feature = self._theme.batch_axis, self._theme.feature_axis
            title = (
                f'<b>{name}[<span style="color:{batch}">{row}</span>, '
                f'<span style="color:{feature}">{column}</span>] = {number_text(float(value))}</b>'
            )
            note = translate(
                "forward_inspector", "exactly {value} · image {row}, {column_kind} {column}"
            ).format(value=exact_text(value), row=row, column=column, column_kind=self._column_kind())
        self.title.setText(title)
        self.title.resize(self.title.sizeHint().width(), _TITLE - 4)
        self.note.setText(note)
        self._place_note()
        self.setAccessibleName(f"{name} {shape_text(output.shape)}, {note}")

    def _column_kind(self) -> str:
        if self._letters is not None and self._letters.is_last:
            return translate("forward_inspector", "class")
        return translate("forward_inspector", "neuron")

    # Where it stands

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self._write()

    def _place(self) -> None:
        """The picture fills its room, but a single row or column does not become a wall."""
        rows, columns = self._step.output.shape if self._step is not None else (1, 1)
        width = min(self.width() - _GUTTER - _SCALE, columns * _LARGEST_CELL.width())
        height = min(self.height() - _TITLE - _FOOT, rows * _LARGEST_CELL.height())
        self.picture.setGeometry(_GUTTER, _TITLE, max(width, 20), max(height, 20))
        self._place_note()

    def _place_note(self) -> None:
        left = self.title.width() + 2 * STEP
        self.note.setGeometry(left, 0, max(self.width() - left, 0), _TITLE - 4)

    # Painting what stands around the picture

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._step is None:
            return
        with QPainter(self) as painter:
            painter.setFont(font(SMALL - 1))
            area = self.picture.geometry()
            rows, columns = self._step.output.shape
            self._paint_rows(painter, area, rows)
            self._paint_columns(painter, area, columns)
            self._paint_scale(painter, area)
            if rows == 1:
                self._paint_bars(painter, area)
            if self.hasFocus():
                paint_frame(painter, QRectF(area).adjusted(-3, -3, 3, 3), self._theme.accent, 2)

    def _paint_rows(self, painter: QPainter, area: QRect, rows: int) -> None:
        """The numbers of the first, the last and the selected row, and what rows are."""
        height = area.height() / rows
        box = QRectF(0, 0, _GUTTER - 6, 14)
        right = _ALIGN.AlignRight | _ALIGN.AlignVCenter
        own = max(area.top() + (self._row + 0.5) * height, area.top() + 5)
        painter.setPen(QColor(self._theme.muted))
        for row in {0, rows - 1} - {self._row}:
            y = min(max(area.top() + (row + 0.5) * height, area.top() + 6), area.bottom() - 6)
            if abs(y - own) > 13:
                box.moveTop(y - 7)
                painter.drawText(box, right, str(row))
        box.moveTop(own - 7)
        painter.setPen(QColor(self._theme.batch_axis))
        painter.setFont(font(SMALL, bold=True))
        painter.drawText(box, right, str(self._row))
        painter.setFont(font(SMALL - 1))
        painter.save()
        painter.translate(QPointF(8, area.center().y()))
        painter.rotate(-90)
        room = QRectF(-area.height() / 2, -8, area.height(), 16)
        text = translate("forward_inspector", "{count} images (rows)").format(count=rows)
        if rows > 1:
            painter.drawText(room, _ALIGN.AlignCenter, _fitted(painter, text, room.width()))
        painter.restore()

    def _paint_columns(self, painter: QPainter, area: QRect, columns: int) -> None:
        is_last = self._letters is not None and self._letters.is_last
        text = (
            translate("forward_inspector", "{count} classes (columns)")
            if is_last
            else translate("forward_inspector", "{count} neurons (columns)")
        ).format(count=columns)
        painter.setPen(QColor(self._theme.feature_axis))
        room = QRectF(area.left(), area.bottom() + 4, max(area.width(), 160), _FOOT - 4)
        painter.drawText(room, _ALIGN.AlignLeft | _ALIGN.AlignVCenter, _fitted(painter, text, room.width()))
        needed = painter.fontMetrics().horizontalAdvance(text + self._hint) + 3 * STEP
        if needed < room.width():
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(room, _ALIGN.AlignRight | _ALIGN.AlignVCenter, self._hint)

    def _paint_scale(self, painter: QPainter, area: QRect) -> None:
        """The colours, from the largest value above to the smallest below."""
        shown = self._limits
        height = max(area.height() - 2, min(90, self.height() - _TITLE - _FOOT))
        bar = QRectF(area.right() + 10, area.top() + 1, 10, height)
        lut = colour_map(shown, self._theme)
        painter.drawImage(bar, array_image(np.linspace(1, 0, 256)[:, None], lut, 0.0, 1.0))
        paint_frame(painter, bar, self._theme.line, 1)
        painter.setPen(QColor(self._theme.muted))
        above, below = ("≥", "≤") if shown.is_cut else ("", "")
        marks = [(0.0, above + _scale_text(shown.high)), (1.0, below + _scale_text(shown.low))]
        if shown.kind == "signed":
            marks.append((0.5, "0"))
        for share, text in marks:
            y = min(max(bar.top() + share * height, bar.top() + 6), bar.bottom() - 6)
            box = QRectF(bar.right() + 5, y - 8, _SCALE - 28, 16)
            painter.drawText(box, _ALIGN.AlignLeft | _ALIGN.AlignVCenter, text)
        if self._has_unknown:
            spot = QRectF(bar.left(), bar.bottom() + 8, 10, 10)
            painter.fillRect(spot, QColor(*NO_NUMBER))
            box = QRectF(spot.right() + 5, spot.top() - 3, _SCALE - 28, 16)
            painter.drawText(box, _ALIGN.AlignLeft | _ALIGN.AlignVCenter, "nan")

    def _paint_bars(self, painter: QPainter, area: QRect) -> None:
        """A batch of one leaves room: its numbers once more, as bars."""
        top = area.bottom() + _FOOT + STEP
        height = min(self.height() - top - 2, 160)
        if height < 24 or self._step is None:
            return
        shown = self._limits
        zero = top + height * shown.high / (shown.high - shown.low)
        theme, width = self._theme, area.width() / self._step.output.shape[1]
        unit = height / (shown.high - shown.low)
        values = np.nan_to_num(np.clip(self._step.output[0], shown.low, shown.high)).tolist()
        signal = QColor(theme.accent)
        colours = {True: QColor(theme.positive), False: QColor(theme.negative)}
        for column, value in enumerate(values):
            colour = colours[value > 0] if shown.kind == "signed" else signal
            left, top = area.left() + column * width, min(zero, zero - value * unit)
            painter.fillRect(QRectF(left, top, width * 0.8, abs(value * unit)), colour)
        painter.fillRect(QRectF(area.left(), zero, area.width(), 1), QColor(theme.line))

    # Acting

    @Slot(int, int)
    def _hover(self, row: int, column: int) -> None:
        if (row, column) != self._cell:
            self._cell = (row, column)
            self._light()
            self._write()

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        self.row_chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys point at a number; up and down take the image along."""
        move = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }.get(Qt.Key(event.key()))
        if move is None or self._step is None:
            super().keyPressEvent(event)
            return
        rows, columns = self._step.output.shape
        row = min(max(self._row + move[0], 0), rows - 1)
        column = min(max(self._cell[1] + move[1], 0), columns - 1)
        self._cell = (row, column)
        self._light()
        self._write()
        if row != self._row:
            self.row_chosen.emit(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._hover(self._row, max(self._cell[1], 0))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hover(-1, -1)
        self.update()


def _fitted(painter: QPainter, text: str, width: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))


def _scale_text(value: float) -> str:
    """Short, as it stands at the end of a scale: 10.3, 0, 1."""
    return short_number(value, 3 if abs(value) < 1 else 1)
