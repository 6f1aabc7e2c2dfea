"""A window onto the sheet: shows the designer's circuit as it runs, nearer or further."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.circuit import Circuit, Place, Source, Unit
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.kept_picture import KeptPicture
from gui.panels.gate_designer.lens import Lens, fitting
from gui.panels.gate_designer.routes import End
from gui.panels.gate_designer.sheet import Sheet, free_spot, mended, outline_of, sheet_of
from gui.panels.gate_designer.sheet_painting import READABLE, Marks, SheetPainting, paint_paper
from gui.panels.gate_designer.sheet_shapes import place_of
from gui.panels.gate_designer.sums import weight_text
from gui.panels.gate_designer.wire_painting import pill_around
from gui.theme import LIGHT, STEP, Theme

_MANY = 12  # perceptrons: with more, finding room for all numbers takes a good part of a frame
_REST_MS = 80  # without a change
_STEPS = 100  # wires that are seen to at once
_LARGE = 60  # nodes: to paint more of them takes a good part of a frame
_KEPT = 8  # sheets
_STATUS = 26  # px: the line at the bottom
_EMPTY_ROOM = 68  # px at the bottom for what to do on an empty sheet


class SheetWidget(QWidget):
    """Keeps the sheet, the lens and the picture of them up to date, and says where things are."""

    def __init__(self, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.designer = designer
        self.picture = KeptPicture()
        self._paper = KeptPicture()
        self._theme = LIGHT
        self._circuit = designer.circuit
        self._outline = outline_of(self._circuit)
        self._sheet = sheet_of(self._circuit)
        self._known = {self._outline: self._sheet}  # the sheets that were finished last
        self._lens = Lens()
        self._fits = True  # until the learner zooms or pans
        self.hidden_wire: End | None = None  # not painted now: the mouse has pulled it off
        self._painting = self._moment()
        self._is_stale = True
        self._mending: Iterator[Sheet | None] | None = None  # of the sheet, where it was laid out in a hurry
        self._mend_timer = QTimer(self)
        self._mend_timer.setSingleShot(True)
        self._mend_timer.timeout.connect(self._mend)
        self._own_turn = QTimer(self)
        self._own_turn.setSingleShot(True)
        self._own_turn.timeout.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(720, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 150)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._paper.forget()
        self.repaint_sheet()

    # Where things are, in the window

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def lens(self) -> Lens:
        return self._lens

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def numbers_shown(self) -> bool:
        """Whether the sheet is near enough for its numbers to be read."""
        return self._lens.zoom >= READABLE

    def place_of_part(self, key: str) -> QRectF:
        return self._lens.seen_rect(self._sheet.shapes[key].rect)

    def place_of_name(self, key: str) -> QRectF:
        return self._lens.seen_rect(self._sheet.shapes[key].name)

    def place_of_output_pin(self, source: Source) -> QPointF:
        return self._lens.seen(self._sheet.source_point(source))

    def place_of_input_pin(self, key: str, index: int) -> QPointF:
        """Where a wire ends. The index after the last wire of a perceptron is its free pin."""
        return self._lens.seen(self._sheet.input_point(key, index))

    def place_of_number(self, key: str, index: int | None) -> QRectF:
        """The frame of the weight of a wire; with None of the bias."""
        part = self._circuit.parts[key]
        place = self._sheet.number(key, index)
        if place is None or not isinstance(part, Unit):
            raise KeyError((key, index))
        if index is not None:
            text = weight_text(part.wires[index].weight, as_resistor=self.designer.design.as_resistors)
            place = pill_around(place, text)
        return self._lens.seen_rect(place)

    def place_at(self, point: QPoint | QPointF) -> Place:
        """The place of the circuit under this point of the window."""
        return place_of(self._lens.on_sheet(QPointF(point)))

    def free_place(self, near: str = "") -> Place:
        """A place with nothing on it: to the right of this part, or near the middle of what is seen."""
        if near in self._sheet.shapes:
            return place_of(free_spot(self._sheet, self._sheet.beside(near)))
        return place_of(free_spot(self._sheet, self._lens.on_sheet(QPointF(self.rect().center()))))

    # What is seen of the sheet

    def fit(self) -> None:
        """Show the whole circuit, and keep doing so when the window changes."""
        self._fits = True
        below = _STATUS if self._circuit.nodes else _EMPTY_ROOM
        room = QRectF(self.rect()).adjusted(0, 0, 0, -min(below, self.height() * 0.4))
        self.look_through(fitting(self._sheet.bounds, room))

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Nearer or further, around this point of the window, or its middle."""
        self._fits = False
        self.look_through(self._lens.zoomed(factor, about or QPointF(self.rect().center())))

    def pan(self, dx: float, dy: float) -> None:
        self._fits = False
        self.look_through(self._lens.panned(dx, dy))

    def reveal(self, key: str) -> None:
        """Pan so far that this part is seen; fit again where everything was to be seen."""
        place = self.place_of_part(key).adjusted(-STEP, -STEP, STEP, STEP)
        window = QRectF(self.rect())
        dx = max(window.left() - place.left(), 0) or min(window.right() - place.right(), 0)
        dy = max(window.top() - place.top(), 0) or min(window.bottom() - place.bottom(), 0)
        if (dx or dy) and self._fits:
            self.fit()
        elif dx or dy:
            self.look_through(self._lens.panned(dx, dy))

    def look_through(self, lens: Lens) -> None:
        """See the sheet through this lens, moved to whole pixels, so that what was painted can be shifted."""
        scale = self.devicePixelRatioF()
        lens = Lens(lens.zoom, round(lens.x * scale) / scale, round(lens.y * scale) / scale)
        if lens != self._lens:
            self._is_stale = self._is_stale or lens.zoom != self._lens.zoom
            self._lens = lens
            self.looked_elsewhere()
            self._update()

    def looked_elsewhere(self) -> None:
        """The lens is another one: for those who have something lying over the sheet."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    # The circuit

    def take_circuit(self) -> Circuit | None:
        """Show the designer's circuit. Returns the one before where parts or wires lie otherwise now."""
        before, self._circuit = self._circuit, self.designer.circuit
        self.repaint_sheet()
        if self._circuit is before:
            return None
        outline = outline_of(self._circuit)
        if outline == self._outline:
            return None
        self._outline = outline
        self._lay_out()
        return before

    def _lay_out(self) -> None:
        """Find the sheet of the circuit. What was undone a moment ago is known still."""
        known = self._known.get(self._outline)
        in_a_hurry = known is None and self._circuit.perceptrons > _MANY
        self._sheet = known or sheet_of(self._circuit, self._sheet, in_a_hurry=in_a_hurry)
        self._mending = mended(self._sheet, self._circuit) if in_a_hurry else None
        if in_a_hurry:
            self._mend_timer.start(_REST_MS)
        else:
            self._keep_sheet()

    def _keep_sheet(self) -> None:
        """Keep a sheet that is finished, and forget the one that was finished first."""
        self._known[self._outline] = self._sheet
        if len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]

    def fit_to_news(self, before: Circuit) -> None:
        """Another circuit is shown as a whole; so is the same one, until the learner has zoomed."""
        window = QRectF(self.rect())
        if is_another(before, self._circuit) or (
            self._fits and not window.contains(self._lens.seen_rect(self._sheet.bounds))
        ):
            self.fit()

    @Slot()
    def _mend(self) -> None:
        """Nothing is dragged any more: find room for the numbers of a large circuit, a little at a time."""
        for sheet in islice(self._mending, _STEPS) if self._mending is not None else ():
            if sheet is not None:
                self._sheet, self._mending = sheet, None
                self._keep_sheet()
                self.repaint_sheet()
        if self._mending is not None:
            self._mend_timer.start(0)

    # Painting

    def repaint_sheet(self) -> None:
        """Something of the circuit looks otherwise now; what, is found when it is painted."""
        self._is_stale = True
        self._update()

    def _update(self) -> None:
        """Have it painted; a large circuit in a turn of its own, so that no other view waits for it."""
        if len(self._circuit.nodes) > _LARGE:
            self._own_turn.start(0)
        else:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_stale:
            self._look_again()
        size, scale = self.size(), self.devicePixelRatioF()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self.picture.up_to_date(size, scale, self._lens, self._paint_part))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_over(painter)

    def paint_over(self, painter: QPainter) -> None:
        """What lies over the sheet."""

    def _paint_part(self, painter: QPainter, part: QRect) -> None:
        """Paint this part of the window."""
        lens, scale = self._lens, self.devicePixelRatioF()
        painter.drawPixmap(0, 0, self._paper.up_to_date(self.size(), scale, lens, self._paint_paper))
        painter.translate(lens.x, lens.y)
        painter.scale(lens.zoom, lens.zoom)
        self._painting.paint(painter, lens.rect_on_sheet(QRectF(part)))

    def _look_again(self) -> None:
        """Find what looks otherwise than when it was painted, and have that painted again."""
        self._is_stale = False
        before, self._painting = self._painting, self._moment()
        places = self._painting.differences(before)
        if places is None:
            self.picture.forget()
        elif places:
            window = self.rect()
            seen = (self._lens.seen_rect(place).toAlignedRect().intersected(window) for place in places)
            self.picture.touch([each for each in seen if not each.isEmpty()])

    def _moment(self) -> SheetPainting:
        designer = self.designer
        marks = Marks(designer.selection, designer.focus.node, self.hidden_wire)
        return SheetPainting(
            self._sheet, designer.design, designer.now, self._theme, marks, self.numbers_shown
        )

    def _paint_paper(self, painter: QPainter, part: QRect) -> None:
        """What lies below the circuit, kept for itself: it changes only with the lens."""
        lens = self._lens
        painter.fillRect(part, self._theme.card)
        painter.translate(lens.x, lens.y)
        painter.scale(lens.zoom, lens.zoom)
        paint_paper(painter, self._theme, lens.rect_on_sheet(QRectF(part)), lens.zoom)


def is_another(before: Circuit, after: Circuit) -> bool:
    """Whether a circuit is another one, rather than the same with something changed."""
    places = {(key, part.at) for key, part in before.parts.items()}
    same = sum((key, part.at) in places for key, part in after.parts.items())
    return 2 * same < max(len(before.parts), len(after.parts))
