"""The network as a row of blocks: what stands in it, and where. Only numbers here, no painting.

The sides of a block follow the sizes of its matrix. 784 beside 10 would leave nothing of the 10, so
a side is as long as the square root of its size: four times the size is twice the length.
"""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import Literal

from core.shapes import Array
from core.trace import ForwardTrace, Step
from gui.panels.forward_inspector.model import (
    Letters,
    Limits,
    Shape,
    limits,
    name_steps,
    shape_text,
    weight_limits,
)

Role = Literal["input", "weights", "biases", "sums", "signals", "answers"]

TOP = 26  # px over the blocks, where sizes that must agree are joined
NAME_LINE, SHAPE_LINE = 16, 15  # px under a block
MARGIN = 4.0  # px at both ends, for frames
MIN_SIDE, BIAS_HEIGHT = 5.0, 8.0
SIGN, ARROW, MIN_GAP, MAX_GAP = 10.0, 40.0, 4.0, 20.0
LARGEST, SMALLEST = 5.2, 2.4  # px for a size of 1
_PARAMETERS: dict[str, tuple[str, Role]] = {"W": ("·", "weights"), "b": ("+", "biases")}


@dataclass(frozen=True, eq=False)
class Block:
    """A matrix of the network at work, the step that it belongs to, and the sign before it."""

    name: str
    role: Role
    step: int
    sign: str  # "·", "+" or "="; over an arrow, the name of a function
    array: Array
    result_of: Step | None = None  # None for what the network begins with, and for what it has learned

    @cached_property
    def limits(self) -> Limits:
        """Found when the block is painted: of three hundred layers, most are not."""
        if self.result_of is not None:
            return limits(self.result_of)
        return Limits("ink", 0.0, 1.0) if self.role == "input" else weight_limits(self.array)

    @property
    def shape(self) -> Shape:
        return self.array.shape

    @property
    def has_batch(self) -> bool:
        return self.role not in ("weights", "biases")

    @property
    def is_arrow(self) -> bool:
        return self.sign not in ("", "·", "+", "=")


@dataclass(frozen=True)
class Place:
    """Where a block stands, in px: its rectangle, the room for its label, the middle of its sign."""

    index: int
    x: float
    y: float
    width: float
    height: float
    slot: float  # left edge of the room that it shares with its label
    slot_width: float
    sign_x: float

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


def chain(trace: ForwardTrace, known: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    """x · W1 + b1 = a1 → z1 · W2 + … The blocks of weights are taken from `known` where they are the same."""
    same = {(block.name, id(block.array)): block for block in known if not block.has_batch}
    blocks = [Block("x", "input", 0, "", trace.input)]
    for place, (letters, step) in enumerate(zip(_letters(trace), trace.steps, strict=True)):
        for key, (sign, part) in _PARAMETERS.items():
            array = step.layer.parameters.get(key)
            if array is not None:
                block = Block(f"{key}{letters.number}", part, place, sign, array)
                blocks.append(same.get((block.name, id(array)), block))
        sign = "=" if letters.is_affine else letters.symbol
        role: Role = "answers" if letters.is_last else "sums" if letters.is_affine else "signals"
        blocks.append(Block(letters.output, role, place, sign, step.output, step))
    return tuple(blocks)


def _letters(trace: ForwardTrace) -> tuple[Letters, ...]:
    return name_steps(tuple(step.layer for step in trace.steps))


def in_step(blocks: tuple[Block, ...], index: int, step: int) -> bool:
    """Does the block take part in this step? Its input is the output of the step before."""
    if blocks[index].step == step:
        return True
    return index + 1 < len(blocks) and blocks[index].step == step - 1 and blocks[index + 1].step == step


@dataclass(frozen=True)
class _Measure:
    """What a block needs: its sides at a scale of 1, and the widths in px of its label and its sign."""

    width: float
    height: float
    label: float
    sign: float
    flat: bool  # a vector: it is added to rows, so it lies like one

    def sides(self, scale: float) -> tuple[float, float]:
        width = max(scale * self.width, MIN_SIDE)
        return width, BIAS_HEIGHT if self.flat else max(scale * self.height, MIN_SIDE)

    def slot(self, scale: float) -> float:
        return max(scale * self.width, MIN_SIDE, self.label)


def place(
    blocks: tuple[Block, ...], present: int, width: float, height: float, char: float
) -> tuple[Place, ...]:
    """Place as many blocks around the present step as there is room for, the whole row in the middle.

    char: the width of a figure in the labels.
    """
    measures = [_measure(block, char) for block in blocks]
    band = max(height - TOP - NAME_LINE - SHAPE_LINE, 20.0)
    room = width - 2 * MARGIN
    start, stop = _window(blocks, measures, present, room, min(SMALLEST, band / _largest(measures)))
    shown = measures[start:stop]
    scale = min(LARGEST, band / _largest(shown))
    while scale > 0.5 and _needed(shown, scale) > room:
        scale *= 0.96
    needed, gaps = _needed(shown, scale), max(2 * len(shown) - 2, 1)
    gap = MIN_GAP + min(max(room - needed, 0) / gaps, MAX_GAP - MIN_GAP)
    x = max((width - needed - (gap - MIN_GAP) * gaps) / 2, MARGIN)
    places = []
    for index, measure in enumerate(shown, start=start):
        sign = 0.0
        if index > start:
            sign = x + gap + measure.sign / 2
            x += 2 * gap + measure.sign
        (w, h), slot = measure.sides(scale), measure.slot(scale)
        places.append(Place(index, x + (slot - w) / 2, TOP + (band - h) / 2, w, h, x, slot, sign))
        x += slot
    return tuple(places)


def _measure(block: Block, char: float) -> _Measure:
    flat = len(block.shape) == 1
    rows, columns = (1, *block.shape) if flat else block.shape
    sign = max(ARROW, len(block.sign) * char + 8) if block.is_arrow else SIGN
    return _Measure(sqrt(columns), sqrt(rows), len(shape_text(block.shape)) * char, sign, flat)


def _window(
    blocks: tuple[Block, ...], measures: list[_Measure], present: int, room: float, scale: float
) -> tuple[int, int]:
    """The first block shown and the one after the last: the present step, and whole steps around it."""
    last_step = blocks[-1].step
    first = last = present
    while True:
        for candidate in ((first, last + 1), (first - 1, last)):
            if candidate[0] < 0 or candidate[1] > last_step:
                continue
            start, stop = _span(blocks, *candidate)
            if _needed(measures[start:stop], scale) <= room:
                first, last = candidate
                break
        else:
            return _span(blocks, first, last)


def _span(blocks: tuple[Block, ...], first: int, last: int) -> tuple[int, int]:
    """The blocks of the steps from `first` to `last`, with the one that goes into the first."""
    start = next(i for i, block in enumerate(blocks) if block.step >= first)
    stop = next((i for i, block in enumerate(blocks) if block.step > last), len(blocks))
    return max(start - (first > 0), 0), stop


def _largest(measures: list[_Measure]) -> float:
    """The longest side, for a scale of 1."""
    return max(max(measure.width, measure.height) for measure in measures)


def _needed(measures: list[_Measure], scale: float) -> float:
    signs = sum(measure.sign + 2 * MIN_GAP for measure in measures[1:])
    return signs + sum(measure.slot(scale) for measure in measures)
