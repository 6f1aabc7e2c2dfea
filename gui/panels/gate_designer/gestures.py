"""What the mouse does on the canvas between press and release. Each kind of drag is a class of its own."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from core import circuit_edits as edits
from core.circuit import Place, Source
from gui.panels.gate_designer.design import FINE
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.inks import inks_of
from gui.panels.gate_designer.lens import Lens
from gui.panels.gate_designer.number_edit import Number, change_number, shown_number
from gui.panels.gate_designer.routes import End, route
from gui.panels.gate_designer.sheet import REACH, Sheet
from gui.panels.gate_designer.sheet_shapes import place_of, place_on_sheet
from gui.panels.gate_designer.wire_painting import path_of
from gui.theme import Theme

translate = QCoreApplication.translate

DRAG = 4.0  # px that the mouse has to go before a press is a drag
_SCRUB = 2.0  # px of the mouse for one step of a number
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Board(Protocol):
    """What a gesture sees of the canvas."""

    designer: Designer

    @property
    def sheet(self) -> Sheet: ...

    @property
    def lens(self) -> Lens: ...

    def pan(self, dx: float, dy: float) -> None: ...


class Gesture:
    """A drag. `begin` is its first press; it ends with `finish` or `give_up`."""

    def __init__(self, board: Board, start: QPointF) -> None:
        self.board = board
        self.start = start

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The mouse is here now, in the window."""

    def finish(self, point: QPointF) -> None:
        """The button was let go."""

    def give_up(self) -> None:
        """Esc, or the window went away."""

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """What is seen only while it lasts. The painter is set to the window."""


class Pan(Gesture):
    """The sheet follows the mouse, by whole pixels."""

    def __init__(self, board: Board, start: QPointF) -> None:
        super().__init__(board, start)
        self._done = QPoint()

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        way = (point - self.start).toPoint()
        self.board.pan(way.x() - self._done.x(), way.y() - self._done.y())
        self._done = way


class RubberBand(Gesture):
    """All parts in a rectangle are selected; with Shift or Ctrl besides those that are."""

    def __init__(self, board: Board, start: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        super().__init__(board, start)
        self._rect = QRectF(start, start)
        self._kept = board.designer.selection if modifiers & (_SHIFT | _CONTROL) else frozenset[str]()

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._rect = QRectF(self.start, point).normalized()
        area = self.board.lens.rect_on_sheet(self._rect)
        self.board.designer.select(self._kept | set(self.board.sheet.touched(area)))

    def finish(self, point: QPointF) -> None:
        if self._rect.isEmpty():
            self.board.designer.select(self._kept)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        inks = inks_of(theme)
        painter.setPen(inks.guide)
        painter.setOpacity(0.35)
        painter.fillRect(self._rect, inks.accent_soft)
        painter.setOpacity(1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._rect)


class MoveParts(Gesture):
    """The selected parts follow the mouse, from one half of the grid to the next."""

    def __init__(self, board: Board, start: QPointF) -> None:
        super().__init__(board, start)
        parts = board.designer.circuit.parts
        self._before = {key: parts[key].at for key in board.designer.selection}
        self._from = board.lens.on_sheet(start)

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        way = self.board.lens.on_sheet(point) - self._from
        places = {key: place_of(place_on_sheet(at) + way) for key, at in self._before.items()}
        parts = self.board.designer.circuit.parts
        if any(key in parts and parts[key].at != at for key, at in places.items()):
            self.board.designer.move(places)

    def finish(self, point: QPointF) -> None:
        self.board.designer.settle()

    def give_up(self) -> None:
        self.board.designer.move(dict[str, Place](self._before))
        self.board.designer.settle()


class Scrub(Gesture):
    """A number grows to the right and upwards, a hundredth for every other pixel; with Shift a tenth."""

    def __init__(self, board: Board, start: QPointF, number: Number) -> None:
        super().__init__(board, start)
        self._number = number
        self._before = self._value = shown_number(board.designer, number)
        self._done = 0

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        way = point - self.start
        steps = int((way.x() - way.y()) / _SCRUB)
        self._value += (steps - self._done) * FINE * (10 if modifiers & _SHIFT else 1)
        self._done = steps
        change_number(self.board.designer, self._number, self._value)

    def finish(self, point: QPointF) -> None:
        self.board.designer.settle()

    def give_up(self) -> None:
        change_number(self.board.designer, self._number, self._before)
        self.board.designer.settle()


class DrawWire(Gesture):
    """A wire from a signal to the mouse; `taken` is the wire that was pulled off its end, if one was."""

    def __init__(self, board: Board, start: QPointF, source: Source, taken: End | None = None) -> None:
        super().__init__(board, start)
        self.source = source
        self.taken = taken
        self.refusing = edits.heard_by(board.designer.circuit, source.node)
        self.end: End | None = None
        self._tip = start

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._tip = point
        self.end = self.board.sheet.target(self.board.lens.on_sheet(point), REACH)

    def aim(self, end: End) -> None:
        """End it here, as the keys do."""
        self.end = end
        self._tip = self.board.lens.seen(self.board.sheet.input_point(*end))

    def finish(self, point: QPointF) -> None:
        self.move(point, Qt.KeyboardModifier.NoModifier)
        self.wire()

    def wire(self) -> None:
        """Lead the wire to where it ends now; one that was pulled off and ends nowhere is gone."""
        designer = self.board.designer
        if self.end is not None and self.taken is not None:
            designer.move_wire(*self.taken, *self.end)
        elif self.end is not None:
            designer.connect_wire(self.source, *self.end)
        elif self.taken is not None:
            designer.disconnect_wire(*self.taken)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        sheet, lens = self.board.sheet, self.board.lens
        inks = inks_of(theme)
        for shape in sheet.shapes.values():
            if shape.kind == "input":
                continue
            rect = lens.seen_rect(shape.rect)
            if shape.key in self.refusing:
                _paint_no(painter, theme, rect)
                continue
            aimed = self.end is not None and self.end[0] == shape.key
            painter.setPen(inks.chosen if aimed else inks.guide)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if shape.kind == "output":
                painter.drawEllipse(rect.adjusted(-3, -3, 3, 3))
            else:
                painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 9, 9)
            for pin in (shape.free,) if shape.free is not None else shape.inputs:
                paint_plus(painter, theme, lens.seen(pin))
        start = lens.seen(sheet.source_point(self.source))
        refused = self.end is not None and self.end[0] in self.refusing
        stop = self._tip
        if self.end is not None and not refused:
            stop = lens.seen(sheet.input_point(*self.end))
        painter.setPen(inks.wire(1, 2.5, 1.0) if refused else inks.chosen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path_of(route(start, stop)))
        painter.setBrush(inks.accent)
        painter.drawEllipse(stop, 4, 4)


def paint_plus(painter: QPainter, theme: Theme, centre: QPointF) -> None:
    """A dot with a plus: a wire may end here."""
    inks = inks_of(theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.accent)
    painter.drawEllipse(centre, 7, 7)
    painter.setPen(inks.on_accent)
    for way in (QPointF(3.5, 0), QPointF(0, 3.5)):
        painter.drawLine(centre - way, centre + way)


def _paint_no(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """A barred circle: a wire may not end here."""
    inks = inks_of(theme)
    centre = QPointF(rect.left(), rect.center().y())
    painter.setPen(inks.wire(1, 2.0, 1.0))
    painter.setBrush(inks.card)
    painter.drawEllipse(centre, 8, 8)
    painter.drawLine(centre + QPointF(-5, -5), centre + QPointF(5, 5))
