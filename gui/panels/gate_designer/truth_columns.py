"""What stands in the truth table: its columns, their cells, and a row in words."""

import re
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from core.circuit import Block, Circuit, Output, Source, Unit
from core.firing import meets
from gui.panels.gate_designer import sums
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.sums import answer_text, state_text
from gui.widgets.text import exact_text, short_number

translate = QCoreApplication.translate

NO_GOAL = "·"
_MOST_LINES = 20  # of a row in words

Kind = Literal["input", "node", "sum", "output", "goal", "between"]


@dataclass(frozen=True)
class Column:
    """heads: what it is called, the longest form first. key: of the part that it is about. source: of the
    signal that it shows. place: which of the inputs or outputs it is. With kind "between" it stands
    for those that there is no room for.
    """

    kind: Kind
    heads: tuple[str, ...]
    key: str = ""
    source: Source | None = None
    place: int = 0


def columns_of(circuit: Circuit) -> tuple[Column, ...]:
    """Inputs, nodes in the order in which signals run, and each output with its goal beside it.

    A signal that is an output stands there alone: as AND = y, and not under AND once more.
    """
    ends = {output.source for output in circuit.outputs}
    columns = [
        Column("input", (each.name,), each.key, Source(each.key), k) for k, each in enumerate(circuit.inputs)
    ]
    for node in circuit.order:
        columns += [
            Column("node", _heads_of(circuit, source), node.key, source)
            for source in node.gives
            if source not in ends
        ]
    for k, output in enumerate(circuit.outputs):
        columns.append(Column("output", _output_heads(circuit, output), output.key, output.source, k))
        columns.append(Column("goal", (translate("gate_designer", "goal"),), output.key, output.source, k))
    return tuple(columns)


def _heads_of(circuit: Circuit, source: Source) -> tuple[str, ...]:
    """HALF_ADDER₁.carry, HA₁.carry and carry₁; the name alone of what has one signal only."""
    node = circuit.parts[source.node]
    if isinstance(node, Block) and len(node.circuit.outputs) > 1:
        pin = node.circuit.outputs[source.pin].name
        number = node.name[len(node.name.rstrip("0123456789₀₁₂₃₄₅₆₇₈₉")) :]
        return f"{node.name}.{pin}", f"{_initials(node.name)}.{pin}", f"{pin}{number}"
    return (node.name,)


def _initials(name: str) -> str:
    """HALF_ADDER₁ → HA₁; a name of one word stays."""
    words = re.split(r"[_\s]+", name)
    number = re.sub(r"^.*?([0-9₀-₉]*)$", r"\1", name)
    return "".join(word[:1] for word in words) + number if len(words) > 1 else name


def _output_heads(circuit: Circuit, output: Output) -> tuple[str, ...]:
    """AND = y and y."""
    if output.source is None or not isinstance(circuit.parts[output.source.node], Unit | Block):
        return (output.name,)
    full = _heads_of(circuit, output.source)[0]
    return (output.name,) if full == output.name else (f"{full} = {output.name}", output.name)


# Sums


def sum_forms(designer: Designer, unit: Unit, row: int) -> tuple[str, ...]:
    """0.5·1 + 0.5·0 − 0.7 = −0.2 ≤ 0 → 0, and shorter and shorter."""
    design, signals = designer.design, designer.table
    values: dict[Source | None, float] = {
        wire.source: float(signals.values[wire.source][row]) for wire in unit.wires
    }
    total = float(signals.sums[unit.key][row])
    said = state_text(float(signals.values[Source(unit.key)][row]), design.firing)
    hard = design.is_step
    as_threshold = design.as_threshold and hard  # only the step has a border to compare with
    terms = sums.term_forms(unit, values, as_threshold=as_threshold)[0]
    end = sums.verdict(unit, total, values, as_threshold=as_threshold)
    number = end if hard else f"= {short_number(total)}"
    compared = number.removeprefix("= ")
    short = " ".join(number.split()[:2])
    answer = answer_text(total, float(signals.values[Source(unit.key)][row]), design.firing)
    full = () if answer == said else (f"{terms} {number} → {answer}",)
    forms = (*full, f"{terms} {number} → {said}", f"{terms} {number}", f"{terms} {short}")
    return (*forms, forms[-1].replace(" ", ""), compared, short.removeprefix("= "))


def sum_column(designer: Designer, unit: Unit) -> tuple[Column, tuple[tuple[str, ...], ...]]:
    """The sum of the only perceptron, and for each row its forms."""
    names = designer.circuit.signal_names()
    terms = sums.in_letters(unit, names, as_threshold=designer.design.as_threshold)
    heads = (f"{unit.name}: {terms}", terms, unit.name)
    rows = range(designer.design.rows)
    return Column("sum", heads, unit.key, Source(unit.key)), tuple(
        sum_forms(designer, unit, row) for row in rows
    )


# A row in words


def row_in_words(designer: Designer, row: int) -> str:
    """A row with every number in it, for the hover and for screen readers."""
    design, circuit, signals = designer.design, designer.circuit, designer.table
    names = ", ".join(each.name for each in circuit.inputs)
    states = ", ".join(str((row >> k) & 1) for k in range(len(circuit.inputs)))
    lines = [f"({names}) = ({states})"]
    known = circuit.signal_names()
    for node in circuit.order:
        if isinstance(node, Unit):
            lines.append(f"{node.name}: {sum_forms(designer, node, row)[0]}")
        else:
            lines += [
                f"{known[source]} = {_exact(float(signals.values[source][row]))}" for source in node.gives
            ]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES // 2], "…", *lines[-_MOST_LINES // 2 :]]
    for k, output in enumerate(circuit.outputs):
        value = float(signals.outputs[row, k])
        text = f"{output.name} = {_exact(value)}"
        goal = design.goals[output.key][row]
        if goal is not None:
            text += f", {goal_words(goal, right=meets(value, goal))}"
        lines.append(text)
    return "\n".join(lines)


def _exact(value: float) -> str:
    return str(int(value)) if value in (0.0, 1.0) else exact_text(value)


def row_spoken(designer: Designer, row: int) -> str:
    """A row in short, as a screen reader says it when the row is chosen."""
    circuit, signals = designer.circuit, designer.table
    said = [f"{each.name} {(row >> k) & 1}" for k, each in enumerate(circuit.inputs)]
    for k, output in enumerate(circuit.outputs):
        said.append(f"{output.name} {state_text(float(signals.outputs[row, k]), designer.design.firing)}")
        goal = designer.design.goals[output.key][row]
        if goal is not None:
            said.append(goal_words(goal, right=meets(float(signals.outputs[row, k]), goal)))
    return ", ".join(said)


def goal_words(goal: int, *, right: bool) -> str:
    """goal 1: right"""
    text = (
        translate("gate_designer", "goal {goal}: right")
        if right
        else translate("gate_designer", "goal {goal}: wrong")
    )
    return text.format(goal=goal)


def column_texts(designer: Designer, column: Column) -> tuple[str, ...]:
    """What stands in a column, row by row."""
    design, signals = designer.design, designer.table
    if column.kind == "between":
        return ("…",) * design.rows
    if column.kind == "input":
        return tuple(str((row >> column.place) & 1) for row in range(design.rows))
    if column.kind == "goal":
        return tuple(NO_GOAL if goal is None else str(goal) for goal in design.goals[column.key])
    if column.kind == "output" or column.source is None:
        values = signals.outputs[:, column.place]
    else:
        values = signals.values[column.source]
    return tuple(state_text(value, design.firing) for value in values.tolist())


def table_text(designer: Designer) -> str:
    """The whole table with its heads, tabs between the cells: as spreadsheets take it."""
    columns = columns_of(designer.circuit)
    heads = [column.heads[0] for column in columns]
    if len(designer.circuit.outputs) > 1:
        names = [output.name for output in designer.circuit.outputs]
        heads = [
            f"{head} {names[column.place]}" if column.kind == "goal" else head
            for head, column in zip(heads, columns, strict=True)
        ]
    lines = ["\t".join(heads)]
    texts = [column_texts(designer, column) for column in columns]
    for cells in zip(*texts, strict=True):
        lines.append("\t".join("" if cell == NO_GOAL else cell for cell in cells))
    return "\n".join(lines) + "\n"
