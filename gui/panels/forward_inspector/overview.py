"""The whole network as a row of blocks, painted with the numbers in them."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.trace import ForwardTrace
from gui.panels.forward_inspector import blocks as row
from gui.panels.forward_inspector import texts
from gui.panels.forward_inspector.blocks import Block, Place
from gui.panels.forward_inspector.lettering import (
    letter_font,
    name_runs,
    paint_frame,
    paint_runs,
    shape_font,
    shape_runs,
)
from gui.panels.forward_inspector.maps import colour_map
from gui.theme import LIGHT, SMALL, Theme, font
from gui.widgets.picture import array_image

_FADED = 0.42


class OverviewStrip(QWidget):
    """Shows x · W1 + b1 = a1 → z1 …, the present step in full ink. `step_chosen` when a block is clicked."""

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overviewStrip")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = LIGHT
        self._blocks: tuple[Block, ...] = ()
        self._places: tuple[Place, ...] = ()
        self._step = 0
        self._row = 0
        self._writing: QPixmap | None = None
        self._pixmaps: dict[int, tuple[object, QSize, QPixmap]] = {}  # by block: array, size, picture

    def sizeHint(self) -> QSize:
        return QSize(640, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 80)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the blocks stand that are shown."""
        return self._places

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self._blocks

    def show_trace(self, trace: ForwardTrace | None, step: int, row_index: int) -> None:
        """Show this forward pass, a step of it in full ink, and an image of the batch."""
        written = [(block.shape, block.sign) for block in self._blocks]
        self._blocks = row.chain(trace, self._blocks) if trace is not None else ()
        self._row = row_index
        if step != self._step or written != [(block.shape, block.sign) for block in self._blocks]:
            self._step = step
            self._place()
        self.update()

    def select_step(self, step: int) -> None:
        if step != self._step:
            self._step = step
            self._place()
            self.update()

    def select_row(self, row_index: int) -> None:
        if row_index != self._row:
            self._row = row_index
            self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._pixmaps.clear()
        self._writing = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Find the place of every block again."""
        if not self._blocks:
            self._places = ()
            return
        self._writing = None
        char = QFontMetricsF(shape_font()).horizontalAdvance("0")
        self._places = row.place(self._blocks, self._step, self.width(), self.height(), char)

    def place_of(self, name: str) -> QRectF | None:
        """Where the block of this name stands, if it is shown."""
        return next((_rect(place) for place in self._places if self._blocks[place.index].name == name), None)

    def _block_at(self, point: QPointF) -> Block | None:
        for place in self._places:
            if (
                QRectF(place.slot, row.TOP, place.slot_width, self.height() - row.TOP)
                .united(_rect(place))
                .contains(point)
            ):
                return self._blocks[place.index]
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The numbers in the blocks change with every stroke of a pen; what is written around is kept."""
        if not self._places:
            return
        with QPainter(self) as painter:
            for place in self._places:
                self._paint_block(painter, self._blocks[place.index], place)
            if self._writing is None:
                self._writing = self._write()
            painter.drawPixmap(0, 0, self._writing)

    def _write(self) -> QPixmap:
        """Labels, signs and the joint, on a sheet that is laid over the blocks."""
        ratio = self.devicePixelRatioF()
        sheet = QPixmap(self.size() * ratio)
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(Qt.GlobalColor.transparent)
        with QPainter(sheet) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place in self._places:
                block = self._blocks[place.index]
                if place is not self._places[0]:
                    self._paint_sign(painter, block, place)
                self._paint_label(painter, block, place)
            self._paint_joint(painter)
        return sheet

    def _paint_block(self, painter: QPainter, block: Block, place: Place) -> None:
        rect = _rect(place)
        strength = 1.0 if row.in_step(self._blocks, place.index, self._step) else _FADED
        is_result = block.step == self._step and block.role in ("sums", "signals", "answers")
        if is_result:
            painter.fillRect(rect.adjusted(-6, -6, 6, 6), QColor(self._theme.accent_soft))
        painter.setOpacity(strength)
        painter.drawPixmap(rect, self._pixmap(block, place), QRectF())
        painter.setOpacity(1.0)
        if is_result:
            paint_frame(painter, rect.adjusted(-2, -2, 2, 2), self._theme.accent, 2)
        else:
            paint_frame(painter, rect.adjusted(-1, -1, 1, 1), self._faded(self._theme.line, strength), 1)
        if block.has_batch and block.shape[0] > 1:
            colour = self._faded(self._theme.batch_axis, strength)
            self._paint_row(painter, rect, block.shape[0], colour)

    def _faded(self, colour: str, strength: float) -> str:
        """The colour as it would look through the card: Qt fills opaque frames many times as fast."""
        ink, card = QColor(colour), QColor(self._theme.card)
        red, green, blue = (
            round(a * strength + b * (1 - strength))
            for a, b in (
                (ink.red(), card.red()),
                (ink.green(), card.green()),
                (ink.blue(), card.blue()),
            )
        )
        return QColor(red, green, blue).name()

    def _paint_row(self, painter: QPainter, rect: QRectF, rows: int, colour: str) -> None:
        """A frame around the image that is looked at, however thin its row is here."""
        thickness = max(rect.height() / rows, 3.0)
        y = rect.top() + (self._row + 0.5) * rect.height() / rows - thickness / 2
        frame = QRectF(rect.left() - 3, y - 1, rect.width() + 6, thickness + 2)
        paint_frame(painter, frame, colour, 1)

    def _paint_label(self, painter: QPainter, block: Block, place: Place) -> None:
        """Name and shape. Those of other steps step back in grey and lighter, but can still be read."""
        theme = self._theme
        bottom = place.y + place.height
        middle = place.slot + place.slot_width / 2
        here = row.in_step(self._blocks, place.index, self._step)
        name = name_runs(block.name, QColor(theme.ink if here else theme.muted))
        shape = shape_runs(block.shape, theme, batch=block.has_batch, font=shape_font(strong=here))
        paint_runs(painter, middle, bottom + row.NAME_LINE - 1, name)
        paint_runs(painter, middle, bottom + row.NAME_LINE + row.SHAPE_LINE - 3, shape)

    def _paint_sign(self, painter: QPainter, block: Block, place: Place) -> None:
        theme = self._theme
        y = self._axis
        if not block.is_arrow:
            painter.setPen(QColor(theme.muted))
            painter.setFont(font(SMALL + 4))
            box = QRectF(place.sign_x - 12, y - 12, 24, 24)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, block.sign)
            return
        half = row.ARROW / 2 - 6
        colour = QColor(theme.accent if block.step == self._step else theme.muted)
        painter.setPen(QPen(colour, 1.4))
        painter.drawLine(QPointF(place.sign_x - half, y), QPointF(place.sign_x + half, y))
        tip = QPainterPath(QPointF(place.sign_x + half - 4, y - 4))
        tip.lineTo(place.sign_x + half, y)
        tip.lineTo(place.sign_x + half - 4, y + 4)
        painter.drawPath(tip)
        paint_runs(painter, place.sign_x, y - 8, [(block.sign, colour, letter_font(14), 0)])

    @property
    def _axis(self) -> float:
        """The height that all blocks are centred on."""
        return self._places[0].y + self._places[0].height / 2

    def _paint_joint(self, painter: QPainter) -> None:
        """Joins the two sides that must be equal: the columns of x and the rows of W."""
        pair = next(
            (
                (left, right)
                for left, right in pairwise(self._places)
                if self._blocks[right.index].role == "weights"
                and self._blocks[right.index].step == self._step
            ),
            None,
        )
        if pair is None:
            return
        left, right = (_rect(place) for place in pair)
        size = self._blocks[pair[1].index].shape[0]
        colour = QColor(self._theme.feature_axis)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2.5))
        painter.drawLine(left.topLeft(), left.topRight())
        painter.drawLine(right.topLeft(), right.bottomLeft())
        y = min(left.top() - 8, max(right.top() + 8, 18.0))
        path = QPainterPath(QPointF(left.center().x(), left.top()))
        path.lineTo(left.center().x(), y)
        if y > right.top():
            path.lineTo(right.left(), y)
        else:
            path.lineTo(right.left() - 4, y)
            path.lineTo(right.left() - 4, right.top() + 1)
        painter.setPen(QPen(colour, 1.2))
        painter.drawPath(path)
        text = f"{size} = {size}"
        middle = (left.center().x() + right.left()) / 2
        paint_runs(painter, middle, y - 5, [(text, colour, shape_font(), 0)])

    def _pixmap(self, block: Block, place: Place) -> QPixmap:
        """The numbers of a block in its size on the screen, made once and kept."""
        ratio = self.devicePixelRatioF()
        size = QSize(max(round(place.width * ratio), 1), max(round(place.height * ratio), 1))
        kept = self._pixmaps.get(place.index)
        if kept is not None and kept[0] is block.array and kept[1] == size:
            return kept[2]
        matrix = block.array if block.array.ndim == 2 else block.array[None, :]
        image = array_image(
            matrix,
            colour_map(block.limits, self._theme),
            block.limits.low,
            block.limits.high,
            most=4 * max(size.width(), size.height()),
        )
        smooth = Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
        self._pixmaps[place.index] = (block.array, size, pixmap)
        return pixmap

    # Acting

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self._block_at(event.position())
        if block is not None and event.button() == Qt.MouseButton.LeftButton:
            self.step_chosen.emit(block.step)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._block_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """On hover: what the block is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self._block_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), texts.block_tip(block) if block else "", self)
            return True
        return super().event(event)


def _rect(place: Place) -> QRectF:
    return QRectF(place.x, place.y, place.width, place.height)
