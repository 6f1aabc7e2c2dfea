"""What the panel says: the "so what?" under everything, and the name that a block is offered."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from core import circuit_edits
from core.circuit import Block, Circuit, Output, Unit, table
from core.errors import CircuitError
from gui.function_names import short_function_name
from gui.panels.gate_designer.aims import count_text, gate_aimed_at, no_line, rights
from gui.panels.gate_designer.design import Design, goal_array, signals_in
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.names import gate_name, library_key
from gui.panels.gate_designer.sums import taken_as_zero
from gui.widgets.text import short_number

translate = QCoreApplication.translate

_LINE = 2  # inputs: what parts their points is a line


def suggested_name(designer: Designer) -> str:
    """For a block out of what is selected: the name of the gate that it is, or a number."""
    try:
        _, block = circuit_edits.collapse(designer.circuit, designer.selection, "block")
    except CircuitError:
        return "BLOCK"
    name = library_key(len(block.circuit.inputs), table(block.circuit).outputs)
    taken = {each.name for each in designer.design.blocks}
    if name:
        return name
    return next(f"BLOCK{k}" for k in range(1, len(taken) + 2) if f"BLOCK{k}" not in taken)


def so_what(designer: Designer) -> str:
    """One or two sentences on what the learner sees now."""
    design, circuit = designer.design, designer.circuit
    if not circuit.nodes:
        return translate(
            "gate_designer",
            "An empty sheet: put a perceptron on it, then drag wires from the inputs to it and from it to y.",
        )
    if (unheard := _without_wire(circuit)) is not None:
        return translate(
            "gate_designer", "{output} hears nothing yet: drag a wire from a perceptron to it."
        ).format(output=unheard)
    aimed_at = [right for right in rights(designer) if right is not None]
    if not aimed_at:
        return translate(
            "gate_designer",
            "Nothing is aimed at yet: click the goals in the truth table, or choose a goal.",
        )
    return f"{count_text(designer)}. {_of_rounding(designer) or _of_goals(design, all(aimed_at))}"


def _of_rounding(designer: Designer) -> str:
    """What is done about 0.1 + 0.2 − 0.3, where such a sum decides now."""
    if not designer.design.is_step:
        return ""
    for unit in designer.circuit.nodes:
        if isinstance(unit, Unit) and (raw := taken_as_zero(unit, designer.now)):
            return translate(
                "gate_designer",
                "The sum of {unit} is 0, not above it. A computer gets {raw}: a rounding error, taken as 0 "
                "here.",
            ).format(unit=unit.name, raw=short_number(raw))
    return ""


def _without_wire(circuit: Circuit) -> str | None:
    """The name of an output at which no wire ends, if there is one."""
    return next((output.name for output in circuit.outputs if output.source is None), None)


def _of_goals(design: Design, done: bool) -> str:
    circuit = design.circuit
    if design.activation:
        return _of_function(design, done)
    if not done and circuit.only_perceptron is None:
        return translate(
            "gate_designer", "✕ marks what comes out wrong: drag a line, or click a number and change it."
        )
    if done and not design.is_step:
        return translate(
            "gate_designer",
            "With the sigmoid the borders are slopes: outputs lie between 0 and 1, and above 0.5 counts "
            "as 1.",
        )
    if len(circuit.outputs) == 1:
        return _of_one_output(design, done)
    if any(isinstance(node, Block) for node in circuit.nodes):
        return translate(
            "gate_designer",
            "Everything comes out as wanted, by {count} perceptrons. Double-click a block to see inside.",
        ).format(count=circuit.perceptrons)
    return translate("gate_designer", "Everything comes out as wanted.")


def _of_function(design: Design, done: bool) -> str:
    """With another function than step and sigmoid: what its numbers mean, where it has none, what it can."""
    circuit, name = design.circuit, short_function_name(design.activation)
    outputs = signals_in(circuit, design.firing).outputs  # (rows, m)
    nowhere = np.isnan(outputs) & ~np.isnan(goal_array(design))
    if nowhere.any():
        return translate(
            "gate_designer",
            "Where a signal is nan, {function} has no value for a sum before it. That meets no goal, and is "
            "hatched in the plane.",
        ).format(function=name)
    goals = next(iter(design.goals.values()), ())
    if done and circuit.only_perceptron is not None and no_line(goals, len(circuit.inputs)) is not None:
        return translate(
            "gate_designer",
            "One perceptron does {goal}, though no line parts its ones from its zeros: {function} does not "
            "only rise.",
        ).format(goal=goal_name(design, circuit.outputs[0]), function=name)
    return translate(
        "gate_designer",
        "Every perceptron says {function} of its sum. An output above 0.5 counts as 1; the colours of the "
        "plane end at 0 and 1.",
    ).format(function=name)


def _of_one_output(design: Design, done: bool) -> str:
    circuit, output = design.circuit, design.circuit.outputs[0]
    name = goal_name(design, output)
    proof = no_line(design.goals[output.key], len(circuit.inputs))
    if circuit.only_perceptron is not None and proof is not None:
        return _out_of_reach(name, len(circuit.inputs))
    if not done:
        return translate(
            "gate_designer",
            "✕ marks what comes out wrong: drag the line, click a number, or let the rule learn.",
        )
    if circuit.only_perceptron is not None:
        return translate(
            "gate_designer", "One perceptron is enough for {goal}. Drag its line, and see how far that holds."
        ).format(goal=name)
    if proof is not None:
        return translate(
            "gate_designer",
            "{count} perceptrons together reach {goal}, which no single one can: look at their lines in the "
            "plane.",
        ).format(count=circuit.perceptrons, goal=name)
    return translate("gate_designer", "Everything comes out as wanted.")


def _out_of_reach(goal: str, inputs: int) -> str:
    """In the plane of two inputs it is a line that is missing; where there are more, a plane or the like."""
    text = (
        translate(
            "gate_designer",
            "{goal} is out of reach of one perceptron: no line parts its ones from its zeros. Two layers do "
            "it.",
        )
        if inputs == _LINE
        else translate(
            "gate_designer",
            "{goal} is out of reach of one perceptron: nothing straight parts its ones from its zeros. Two "
            "layers do it.",
        )
    )
    return text.format(goal=goal)


def goal_name(design: Design, output: Output) -> str:
    """What is aimed at: XOR, or where it has no name, that of the output."""
    gate = gate_aimed_at(design.goals[output.key])
    return gate_name(gate) if gate else output.name
