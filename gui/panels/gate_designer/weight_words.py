"""What the weight space says: what its colours mean here, and what is reached at a place."""

from PySide6.QtCore import QCoreApplication

from core.circuit import Unit
from core.parameter_space import BIAS
from gui.panels.gate_designer.aims import gate_aimed_at, no_line
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.weight_landscape import Ground, Verdict, verdict_on
from gui.widgets.text import MINUS, point_text

translate = QCoreApplication.translate

_MOST_ROWS = 4  # that are named as wrong


def sentence(designer: Designer, ground: Ground | None, best: int, wider: int) -> str:
    """What is to be seen, and what to do. best: the most goals that are met anywhere in the picture; wider:
    in all of the plane that can be seen by zooming out."""
    if ground is None:
        return _what_to_do(designer)
    if not ground.goals:
        return translate(
            "gate_designer", "Set goals in the truth table: the weights that reach them are coloured here."
        )
    verdict = verdict_on(designer.design, designer.table.outputs)
    here = translate("gate_designer", "{met} of {all} goals are met here.").format(
        met=verdict.met, all=verdict.goals
    )
    return f"{here} {_of_the_picture(designer, ground, best, wider)}"


def _what_to_do(designer: Designer) -> str:
    unit, circuit = designer.focused_unit, designer.circuit
    if unit is not None:
        return translate(
            "gate_designer", "Wire something into {unit}, and see all of its weights at once."
        ).format(unit=unit.name)
    if not circuit.nodes:
        return translate(
            "gate_designer", "Add a perceptron and wire it: here are all of its weights at once."
        )
    if any(isinstance(node, Unit) for node in circuit.nodes):
        return translate(
            "gate_designer", "Select a perceptron on the sheet: here are all of its weights at once."
        )
    return translate(
        "gate_designer",
        "Blocks keep their weights inside. Double-click one to open it, then select a perceptron.",
    )


def _of_the_picture(designer: Designer, ground: Ground, best: int, wider: int) -> str:
    aims = list(designer.design.goals.values())
    gate = gate_aimed_at(aims[0]) if len(aims) == 1 else ""
    if best == ground.goals:
        if gate:
            return translate(
                "gate_designer", "Every point in full colour makes {gate}; the paler, the fewer are met."
            ).format(gate=gate)
        return translate("gate_designer", "Every point in full colour meets them all; the paler, the fewer.")
    if no_bias_helps(designer):
        return translate(
            "gate_designer",
            "Nowhere are they all met, and no bias helps: no line parts the ones of {gate} from its zeros.",
        ).format(gate=gate or translate("gate_designer", "this goal"))
    if wider == ground.goals:
        return translate("gate_designer", "Those that meet them all lie further out: turn the wheel.")
    if ground.wires[1] == BIAS:
        return translate("gate_designer", "Nowhere are they all met: this one perceptron cannot do it alone.")
    return translate("gate_designer", "With this bias they are all met nowhere: try another one.")


def no_bias_helps(designer: Designer) -> bool:
    """Is the whole circuit one perceptron that needs a line for its goals, and is there none?"""
    circuit = designer.circuit
    if circuit.only_perceptron is None or designer.design.activation:
        return False
    return no_line(designer.design.goals[circuit.outputs[0].key], len(circuit.inputs)) is not None


def place_text(names: tuple[str, ...], numbers: tuple[float, float], verdict: Verdict) -> str:
    """w₁ = 0.53, w₂ = 0.20: 3 of 4 goals; wrong in (1, 1)"""
    place = ", ".join(
        f"{name} = {number:.2f}".replace("-", MINUS) for name, number in zip(names, numbers, strict=True)
    )
    text = translate("gate_designer", "{place}: {met} of {all} goals").format(
        place=place, met=verdict.met, all=verdict.goals
    )
    if not verdict.wrong:
        return text
    rows = ", ".join(point_text(*row) for row in verdict.wrong[:_MOST_ROWS])
    if len(verdict.wrong) > _MOST_ROWS:
        rows += ", …"
    return translate("gate_designer", "{text}; wrong in {rows}").format(text=text, rows=rows)


def plot_in_words(names: tuple[str, ...], numbers: tuple[float, float], said: str) -> str:
    """The picture, for those who do not see it."""
    place = ", ".join(
        f"{name} = {number:.2f}".replace("-", MINUS) for name, number in zip(names, numbers, strict=True)
    )
    return f"{place}. {said}"
