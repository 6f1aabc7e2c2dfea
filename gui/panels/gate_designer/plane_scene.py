"""What there is to see in the plane of two inputs: corners, lines, names. Values only, nothing painted."""

import math
from dataclasses import dataclass

from core.circuit import Block, Circuit, Source, Unit
from core.firing import Firing, meets
from core.lines import length_of
from core.regions import Line, lines_of
from gui.panels.gate_designer.design import Goals
from gui.panels.gate_designer.designer import Designer


@dataclass(frozen=True)
class Corner:
    """A row of the truth table in the plane: what comes out there, and what should (None: anything)."""

    x: float
    y: float
    row: int
    value: float
    goal: int | None
    present: bool  # whether the inputs are set to it

    @property
    def wrong(self) -> bool:
        return self.goal is not None and not meets(self.value, self.goal)

    @property
    def mark(self) -> tuple[object, ...]:
        """All that its mark follows from: what comes out there only counts where that is wrong."""
        return self.x, self.y, self.row, self.goal, self.present, self.wrong


@dataclass(frozen=True)
class ShownLine:
    """The line of a perceptron that reads inputs. unit: None where it lies in a block, out of reach.

    turnable: whether it has wires from both inputs of the plane.
    """

    key: str
    name: str
    line: Line
    unit: Unit | None
    turnable: bool


@dataclass(frozen=True)
class Scene:
    """first, second: the inputs of the plane; second is None in a circuit with one input alone.

    alone: whether the only line is that of the perceptron that is looked at.
    """

    first: Source | None
    second: Source | None
    names: tuple[str, str]
    focus: str
    corners: tuple[Corner, ...] = ()
    lines: tuple[ShownLine, ...] = ()
    alone: bool = False


@dataclass(frozen=True)
class Seen:
    """All that the colours of the plane follow from; equal where they are the same."""

    circuit: tuple[object, ...]
    focus: Source
    axes: tuple[int, int]
    held: tuple[int, ...]
    firing: Firing


def seen_by(designer: Designer) -> Seen:
    """Names and places of parts, and the states of the inputs of the plane, are left out."""
    states = tuple(0 if k in designer.axes else state for k, state in enumerate(designer.design.states))
    return Seen(meaning_of(designer.circuit), designer.focus, designer.axes, states, designer.design.firing)


def meaning_of(circuit: Circuit, without: str = "") -> tuple[object, object]:
    """A circuit without what does not matter to its signals, and without the node of this key."""
    nodes = tuple(
        (node.key, node.wires, node.bias)
        if isinstance(node, Unit)
        else (node.key, node.sources, node.circuit)
        for node in circuit.nodes
        if node.key != without
    )
    return tuple(each.key for each in circuit.inputs), nodes


def is_there(designer: Designer) -> bool:
    """Is there a signal to look at, and an input to draw it over?"""
    return bool(designer.circuit.inputs) and designer.focus in designer.circuit.signal_names()


def scene_of(designer: Designer) -> Scene:
    """What there is to see now."""
    circuit, axes = designer.circuit, designer.axes
    if not is_there(designer):
        return Scene(None, None, ("", ""), "")
    first = circuit.inputs[axes[0]]
    second = circuit.inputs[axes[1]] if len(circuit.inputs) > 1 else None
    sources = Source(first.key), Source(second.key) if second is not None else None
    lines = _lines(designer, sources)
    return Scene(
        *sources,
        (first.name, second.name if second is not None else ""),
        circuit.signal_names()[designer.focus],
        _corners(designer),
        lines,
        [each.key for each in lines] == [designer.focus.node],
    )


def _lines(designer: Designer, axes: tuple[Source, Source | None]) -> tuple[ShownLine, ...]:
    circuit = designer.circuit
    found = []
    for key, line in lines_of(circuit, designer.focus, designer.axes, designer.design.states):
        part = circuit.parts.get(key)
        unit = part if isinstance(part, Unit) else None
        sources = unit.sources if unit is not None else ()
        turnable = axes[1] is not None and all(axis in sources for axis in axes)
        if length_of(line) > 0:
            found.append(ShownLine(key, _name_of(circuit, key), line, unit, turnable))
    return tuple(found)


def _name_of(circuit: Circuit, key: str) -> str:
    """The name of a perceptron; of one in a block, "block/unit", with the names of the blocks before it."""
    names = []
    for step in key.split("/"):
        part = circuit.parts.get(step)
        if not isinstance(part, Unit | Block):
            break
        names.append(part.name)
        circuit = part.circuit if isinstance(part, Block) else circuit
    return " · ".join(names)


def goals_of(designer: Designer) -> Goals:
    """What is wanted of the signal that is looked at: the goals of the output that it feeds."""
    design = designer.design
    fed = [design.goals[each.key] for each in design.circuit.outputs if each.source == designer.focus]
    aimed = [goals for goals in fed if any(goal is not None for goal in goals)]
    return aimed[0] if aimed else (None,) * design.rows


def _corners(designer: Designer) -> tuple[Corner, ...]:
    design, (first, second) = designer.design, designer.axes
    values, goals = designer.table.values[designer.focus], goals_of(designer)
    alone = len(design.circuit.inputs) == 1
    corners = []
    for x, y in ((0, 0), (1, 0)) if alone else ((0, 0), (1, 0), (0, 1), (1, 1)):
        row = row_at(design.row, first, x) if alone else row_at(row_at(design.row, first, x), second, y)
        value = float(values[row])
        value = value if value == value else math.nan  # the same nan: so it is seen that it is no other
        corners.append(Corner(x, y, row, value, goals[row], row == design.row))
    return tuple(corners)


def row_at(row: int, k: int, state: int) -> int:
    """The row of the truth table in which input k is in this state and the others are as in this row."""
    return (row & ~(1 << k)) | (state << k)
