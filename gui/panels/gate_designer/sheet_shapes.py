"""How parts lie on the sheet: their frames, names and pins, in pixels of a sheet seen at its natural size."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF

from core.circuit import Block, Input, Output, Part, Place, Unit

ACROSS, DOWN = 232.0, 112.0  # px from a column or row to the next
GRID = 28.0  # px between the dots of the paper; parts snap to half of it
CARD_WIDTH, CARD_HEIGHT, CARD_HIGHEST = 152.0, 78.0, 104.0
BLOCK_WIDTH, BLOCK_LOWEST, PIN_STEP, HEADER = 136.0, 66.0, 22.0, 28.0
RADIUS = 24.0  # of inputs and outputs
NAME_ABOVE = 22.0  # px above a round part that belong to its name

Kind = Literal["input", "unit", "block", "output"]
_KINDS: dict[type, Kind] = {Input: "input", Unit: "unit", Block: "block", Output: "output"}


@dataclass(frozen=True)
class Shape:
    """A part on the sheet.

    inputs: where wires end, one for each; of a perceptron only those that are there. free: where a
    perceptron takes another. outputs: where signals leave, one for each pin.
    """

    key: str
    kind: Kind
    rect: QRectF
    name: QRectF
    bias: QRectF | None
    inputs: tuple[QPointF, ...]
    free: QPointF | None
    outputs: tuple[QPointF, ...]

    @cached_property
    def outline(self) -> QRectF:
        """The part with its name."""
        return self.rect.united(self.name)


def place_on_sheet(at: Place) -> QPointF:
    """The middle of a part that is at this place of the circuit."""
    return QPointF(at.column * ACROSS, at.row * DOWN)


def place_of(point: QPointF) -> Place:
    """The place of the circuit whose middle is nearest, on half a grid."""
    half = GRID / 2
    return Place(round(point.x() / half) * half / ACROSS, round(point.y() / half) * half / DOWN)


def kind_of(part: Part) -> Kind:
    return _KINDS[type(part)]


def shape_of(part: Part) -> Shape:
    """The shape of a part. It depends on its place and the number of its wires only."""
    return _shape(kind_of(part), part.key, part.at, len(part.sources), len(part.gives))


@lru_cache(maxsize=1024)  # most parts lie where they lay before
def _shape(kind: Kind, key: str, at: Place, inputs: int, outputs: int) -> Shape:
    middle = place_on_sheet(at)
    if kind == "unit":
        return _card(key, middle, inputs)
    if kind == "block":
        return _box(key, middle, inputs, outputs)
    rect = QRectF(middle.x() - RADIUS, middle.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
    name = QRectF(middle.x() - 44, rect.top() - NAME_ABOVE, 88, NAME_ABOVE - 2)
    left, right = QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y())
    if kind == "input":
        return Shape(key, kind, rect, name, None, (), None, (right,))
    return Shape(key, kind, rect, name, None, (left,), None, ())


def _card(key: str, middle: QPointF, count: int) -> Shape:
    height = min(max(CARD_HEIGHT, 18.0 * count + 20), CARD_HIGHEST)
    rect = QRectF(middle.x() - CARD_WIDTH / 2, middle.y() - height / 2, CARD_WIDTH, height)
    inputs = tuple(QPointF(rect.left(), rect.top() + height * (k + 1) / (count + 1)) for k in range(count))
    free = QPointF(rect.left(), rect.bottom() - 9 if count else middle.y())
    name = QRectF(rect.left() + 10, rect.top() + 6, 72, 20)
    bias = QRectF(rect.right() - 68, rect.top() + 6, 62, 20)
    return Shape(key, "unit", rect, name, bias, inputs, free, (QPointF(rect.right(), middle.y()),))


def _box(key: str, middle: QPointF, inputs: int, outputs: int) -> Shape:
    rows = max(inputs, outputs, 1)
    height = max(HEADER + PIN_STEP * rows + 8, BLOCK_LOWEST)
    rect = QRectF(middle.x() - BLOCK_WIDTH / 2, middle.y() - height / 2, BLOCK_WIDTH, height)
    name = QRectF(rect.left() + 8, rect.top() + 4, BLOCK_WIDTH - 16, HEADER - 4)

    def pins(x: float, count: int) -> tuple[QPointF, ...]:
        room = height - HEADER - 6
        return tuple(QPointF(x, rect.top() + HEADER + room * (k + 0.5) / count) for k in range(count))

    ends, starts = pins(rect.left(), inputs), pins(rect.right(), outputs)
    return Shape(key, "block", rect, name, None, ends, None, starts)
