"""Paints a sheet: wires first, then the parts, then the numbers on the wires.

The same for the canvas and for a picture in a file. What is painted is given as values; nothing is
kept but fonts, pens and the widths of texts.
"""

from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from core.circuit import Block, Input, Output, Signals, Source, Unit
from gui.panels.gate_designer.design import Design
from gui.panels.gate_designer.functions import sign_of
from gui.panels.gate_designer.inks import Inks, fitting_text, inks_of, write, write_middle
from gui.panels.gate_designer.routes import End
from gui.panels.gate_designer.sheet import Sheet
from gui.panels.gate_designer.sheet_shapes import GRID, HEADER, Shape
from gui.panels.gate_designer.sums import (
    bias_text,
    compares_with_threshold,
    readings,
    state_text,
    term_forms,
    verdict,
)
from gui.panels.gate_designer.wire_painting import WirePainting
from gui.theme import BODY, LARGE, SMALL, Theme

READABLE = 0.5  # zoom below which numbers are left out
_AROUND = 10.0  # px around a part or wire that its frame and its number may take
_AFAR = 24  # px of text on a sheet that is seen from afar
_BADGE = 10.0  # px: the radius of a 0 or 1 on a card


@dataclass(frozen=True)
class Marks:
    """What is marked on the sheet: the selected parts, and the one that the other views look at.

    without: the wire that the mouse has just pulled off its end.
    """

    selected: frozenset[str] = frozenset()
    looked_at: str = ""
    without: End | None = None


@dataclass(frozen=True)
class SheetPainting:
    """One moment of a circuit, ready to be painted."""

    sheet: Sheet
    design: Design
    signals: Signals
    theme: Theme
    marks: Marks = field(default_factory=Marks)
    readable: bool = True  # whether numbers are large enough to be read

    @cached_property
    def values(self) -> dict[Source | None, float]:
        return readings(self.design.circuit, self.signals)

    def differences(self, before: "SheetPainting") -> list[QRectF] | None:
        """Where on the sheet this looks other than what was before; None for everywhere."""
        if self.sheet is not before.sheet or self._manner != before._manner:
            return None
        shapes, routes = self.sheet.shapes, self.sheet.routes
        places = [
            shapes[key].outline.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
            for key, looks in self._looks.items()
            if looks != before._looks[key]
        ]
        for end, looks in self._wire_looks.items():
            if looks != before._wire_looks[end]:
                route = routes[end]
                whole = route.box if route.pill is None else route.box.united(route.pill)
                places.append(whole.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
        return places

    @property
    def _manner(self) -> tuple[object, ...]:
        """How everything is painted."""
        design = self.design
        spelling = (design.is_step, design.activation, design.as_threshold, design.as_resistors)
        return self.theme, self.readable, self.marks.without, spelling

    @cached_property
    def _looks(self) -> dict[str, tuple[object, ...]]:
        """All that is seen of each part."""
        found: dict[str, tuple[object, ...]] = {}
        for key, part in self.design.circuit.parts.items():
            seen = [self.values[source] for source in part.sources]
            seen += [self.values[Source(key, pin)] for pin in range(len(self.sheet.shapes[key].outputs))]
            marks = key in self.marks.selected, key == self.marks.looked_at
            numbers = (part.weights, part.bias) if isinstance(part, Unit) else ()
            found[key] = (part.name, marks, numbers, seen)
        return found

    @cached_property
    def _wire_looks(self) -> dict[End, tuple[object, ...]]:
        """All that is seen of each wire."""
        found: dict[End, tuple[object, ...]] = {}
        for key, index in self.sheet.routes:
            part = self.design.circuit.parts[key]
            weight = part.wires[index].weight if isinstance(part, Unit) else None
            found[key, index] = (weight, self.values[part.sources[index]])
        return found

    def paint(self, painter: QPainter, area: QRectF | None = None) -> None:
        """Paint what lies in this area of the sheet; without one, everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inks = inks_of(self.theme)
        wires = WirePainting(self.sheet, self.design, self.values, inks, self.readable, self.marks.without)
        wires.paint(painter, area)
        for key, part in self.design.circuit.parts.items():
            shape = self.sheet.shapes[key]
            if area is not None and not shape.outline.adjusted(-8, -8, 8, 8).intersects(area):
                continue
            if isinstance(part, Unit):
                self._card(painter, inks, shape, part)
            elif isinstance(part, Block):
                self._box(painter, inks, shape, part)
            else:
                self._round(painter, inks, shape, part)
        wires.paint_numbers(painter, area)

    # Parts

    def _frame(self, painter: QPainter, inks: Inks, shape: Shape, header: float) -> None:
        """The sheet of a card: framed in accent where it is selected, tinted where it is looked at."""
        chosen = shape.key in self.marks.selected
        painter.setBrush(inks.card)
        painter.setPen(inks.chosen if chosen else inks.frame)
        painter.drawRoundedRect(shape.rect, 8, 8)
        if shape.key == self.marks.looked_at:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.accent_soft)
            band = QRectF(shape.rect.left(), shape.rect.top(), shape.rect.width(), header)
            painter.drawRoundedRect(band.adjusted(3, 3, -3, -1), 5, 5)

    def _card(self, painter: QPainter, inks: Inks, shape: Shape, unit: Unit) -> None:
        rect, bias = shape.rect, shape.bias
        assert bias is not None
        self._frame(painter, inks, shape, HEADER)
        said = self.values[Source(unit.key)]
        self._dots(painter, inks, shape)
        if not self.readable:
            name = QRectF(rect.left() + 12, rect.top(), rect.width() - 56, rect.height())
            write(painter, inks.ink, name, unit.name, _AFAR, bold=True)
            self._badge(painter, inks, QPointF(rect.right() - 28, rect.center().y()), said, 2 * _BADGE)
            return
        number = bias_text(unit, as_threshold=self.design.as_threshold)
        write(painter, inks.muted, bias.adjusted(0, 0, -6, 0), number, SMALL, side="right")
        name = QRectF(shape.name.left() + 2, shape.name.top(), shape.name.width(), shape.name.height())
        write(painter, inks.ink, name, unit.name, BODY, bold=True)
        rule = rect.top() + HEADER + 1
        painter.setPen(inks.hairline)
        painter.drawLine(QPointF(rect.left() + 12, rule), QPointF(rect.right() - 12, rule))
        total = float(self.signals.sums[unit.key])
        threshold, firing = compares_with_threshold(self.design), self.design.firing
        below = (rect.bottom() - rule - 44) / 2  # the two lines stand in the middle of their room
        upper = QRectF(rect.left() + 12, rule + 2 + below, rect.width() - 20, 20)
        forms = term_forms(unit, self.values, as_threshold=threshold)
        write(painter, inks.muted, upper, fitting_text(forms, SMALL, upper.width()), SMALL)
        reach = self._reach(_BADGE)
        lower = QRectF(rect.left() + 12, upper.bottom(), rect.width() - 24, 20)
        compared = verdict(unit, total, self.values, as_threshold=threshold, firing=firing)
        if sign := sign_of(firing):  # tanh(0.3) =, and what it is stands in the badge
            number = compared.removeprefix("= ")
            forms = (f"{sign}({number}) =", f"h({number}) =", compared)
            compared = fitting_text(forms, SMALL, lower.width() - 2 * reach)
        write(painter, inks.ink, lower, compared, SMALL)
        centre = QPointF(rect.right() - reach - 6.5, lower.center().y())
        self._badge(painter, inks, centre, said, _BADGE)

    def _reach(self, radius: float) -> float:
        """Half of the width of a badge: for 0 or 1, for 0.57, or for −0.57."""
        return radius * (1.25 if self.design.is_step else 2.2 if self.design.activation else 1.75)

    def _badge(self, painter: QPainter, inks: Inks, centre: QPointF, value: float, radius: float) -> None:
        """0 or 1 in a circle, filled where it fires; a number between in a wider one."""
        on, reach = value > 0.5, self._reach(radius)
        place = QRectF(centre.x() - reach, centre.y() - radius, 2 * reach, 2 * radius)
        painter.setPen(inks.accent_line if on else inks.quiet_line)
        painter.setBrush(inks.accent if on else inks.card)
        painter.drawRoundedRect(place, radius, radius)
        text = state_text(value, self.design.firing)
        size = SMALL if radius == _BADGE else _AFAR
        write_middle(painter, inks.on_accent if on else inks.ink, place, text, size, bold=True)

    def _round(self, painter: QPainter, inks: Inks, shape: Shape, part: Input | Output) -> None:
        """An input or an output."""
        value = self.values[part.source if isinstance(part, Output) else Source(part.key)]
        on = value > 0.5
        if shape.key in self.marks.selected:
            painter.setPen(inks.chosen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(shape.rect.adjusted(-4, -4, 4, 4))
        painter.setPen(inks.accent_line if on else inks.quiet_line)
        painter.setBrush(inks.accent if on else inks.card)
        painter.drawEllipse(shape.rect)
        text = state_text(value, self.design.firing if isinstance(part, Output) else 0.0)
        size = LARGE if len(text) == 1 else BODY
        size = size if self.readable else size + 8
        write_middle(painter, inks.on_accent if on else inks.ink, shape.rect, text, size, bold=True)
        write_middle(painter, inks.ink, shape.name, part.name, BODY if self.readable else _AFAR)
        self._dots(painter, inks, shape)

    def _box(self, painter: QPainter, inks: Inks, shape: Shape, block: Block) -> None:
        """A circuit in a box: a second edge tells it from a perceptron."""
        self._frame(painter, inks, shape, HEADER)
        painter.setPen(inks.hairline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape.rect.adjusted(3.5, 3.5, -3.5, -3.5), 5, 5)
        size = BODY if self.readable else LARGE
        write_middle(painter, inks.ink, shape.name, block.name, size, bold=True)
        self._dots(painter, inks, shape)
        if not self.readable:
            return
        half = shape.rect.width() / 2
        for pin, inner in zip(shape.inputs, block.circuit.inputs, strict=True):
            place = QRectF(pin.x() + 12, pin.y() - 10, half - 14, 20)
            write(painter, inks.muted, place, inner.name, SMALL)
        for k, (pin, output) in enumerate(zip(shape.outputs, block.circuit.outputs, strict=True)):
            width = 8 if self.design.is_step else 17 if self.design.activation else 14
            self._small_badge(painter, inks, pin, self.values[Source(block.key, k)], width)
            place = QRectF(pin.x() - half + 2, pin.y() - 10, half - 18 - 2 * width, 20)
            write(painter, inks.muted, place, output.name, SMALL, side="right")

    def _small_badge(self, painter: QPainter, inks: Inks, pin: QPointF, value: float, half: float) -> None:
        on = value > 0.5
        place = QRectF(pin.x() - 12 - 2 * half, pin.y() - 8, 2 * half, 16)
        painter.setPen(inks.accent_line if on else inks.quiet_line)
        painter.setBrush(inks.accent if on else inks.card)
        painter.drawRoundedRect(place, 8, 8)
        text = state_text(value, self.design.firing)
        write_middle(painter, inks.on_accent if on else inks.ink, place, text, SMALL - 1)

    def _dots(self, painter: QPainter, inks: Inks, shape: Shape) -> None:
        """Where signals leave."""
        painter.setPen(inks.quiet_line)
        painter.setBrush(inks.card)
        for pin in shape.outputs:
            painter.drawEllipse(pin, 3.5, 3.5)


def paint_paper(painter: QPainter, theme: Theme, area: QRectF, zoom: float) -> None:
    """The dots of the paper in this area of the sheet."""
    inks = inks_of(theme)
    step = GRID if zoom >= READABLE else 2 * GRID
    left, top = area.left() // step * step, area.top() // step * step
    across, down = int(area.width() // step) + 2, int(area.height() // step) + 2
    row = QPolygonF([QPointF(left + x * step, top) for x in range(across)])
    painter.setPen(inks.dots(zoom))
    for _ in range(down):
        painter.drawPoints(row)
        row.translate(0, step)
