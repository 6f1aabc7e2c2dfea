"""What the canvas says in words: hints, refusals, hovers, and the circuit for those who do not see it."""

from PySide6.QtCore import QCoreApplication

from core.circuit import Block, Circuit, Input, Part, Signals, Source, Unit
from gui.panels.gate_designer.design import Design
from gui.panels.gate_designer.sheet import Hit
from gui.panels.gate_designer.sums import in_full, readings, state_text
from gui.widgets.text import exact_text

translate = QCoreApplication.translate

_MOST_IN_WORDS = 12  # nodes that are named to those who do not see the picture


def hint_text(circuit: Circuit) -> str:
    """What can be done here."""
    if not circuit.nodes:
        return ""
    return translate(
        "gate_designer",
        "Click an input to flip it; click, drag or wheel a number; drag from a small ring to wire. Width is "
        "|w|, vermilion +, blue −.",
    )


def keys_hint_text() -> str:
    """What can be done with the keys."""
    return translate(
        "gate_designer",
        "Arrows: go · N: new · W: wire · U: unwire · Enter: number · F2: name · Space: flip · Del: delete · "
        "G: block",
    )


def empty_text() -> str:
    """What to do with a sheet without perceptrons."""
    return translate(
        "gate_designer",
        "Double-click here, or press N, for a perceptron. Then drag from the right edge of an input to it.",
    )


def refusal_text(problem: str, name: str) -> str:
    """Why an edit cannot be."""
    if problem == "cycle":
        return translate(
            "gate_designer",
            "This would be a circle: {name} would wait for itself. Signals run one way only.",
        ).format(name=name)
    if problem == "too-many":
        return translate("gate_designer", "There is no room for more on one sheet.")
    if problem == "nothing":
        return translate("gate_designer", "Select some perceptrons first.")
    return translate("gate_designer", "That cannot be done with this circuit.")


def wiring_text() -> str:
    return translate("gate_designer", "Arrow keys choose where the wire ends. Enter wires it, Esc gives up.")


def unwiring_text() -> str:
    return translate("gate_designer", "Enter takes this wire away, U goes to the next one, Esc gives up.")


def nothing_to_unwire_text() -> str:
    return translate("gate_designer", "No wire ends here.")


def no_signal_text() -> str:
    return translate("gate_designer", "No wire can start here: an output says what it hears to the outside.")


def tip_text(hit: Hit, design: Design, signals: Signals) -> str:
    """What stands under the mouse, with every digit."""
    part = design.circuit.parts[hit.key]
    if hit.what == "number" and isinstance(part, Unit):
        if hit.pin is None:
            return _bias_tip(part)
        return _weight_tip(design, part, hit.pin)
    if isinstance(part, Unit):
        return in_full(part, design, signals)
    if isinstance(part, Block):
        return translate(
            "gate_designer",
            "{name}: a circuit in a box. Perceptrons in it: {count}. Double-click to open it.",
        ).format(name=part.name, count=part.circuit.perceptrons)
    source = Source(part.key) if isinstance(part, Input) else part.source
    value = exact_text(readings(design.circuit, signals)[source])
    if isinstance(part, Input):
        return translate("gate_designer", "{name} = {value}. Click to flip it.").format(
            name=part.name, value=state_text(float(value), 0)
        )
    return f"{part.name} = {value.removesuffix('.0')}"


def _bias_tip(unit: Unit) -> str:
    return translate(
        "gate_designer", "Bias b = {bias}, threshold θ = −b = {threshold}. Click, drag or wheel to change it."
    ).format(bias=exact_text(unit.bias), threshold=exact_text(-unit.bias + 0.0))


def _weight_tip(design: Design, unit: Unit, index: int) -> str:
    wire = unit.wires[index]
    name = design.circuit.signal_names()[wire.source]
    text = translate(
        "gate_designer", "Weight w = {weight} from {source} to {unit}. Click, drag or wheel to change it."
    ).format(weight=exact_text(wire.weight), source=name, unit=unit.name)
    if not design.as_resistors:
        return text
    resistance = exact_text(1 / abs(wire.weight)) if wire.weight else "∞"
    as_resistor = translate(
        "gate_designer",
        "As a resistor: R = 1/|w| = {resistance}, in any unit. What you change is the weight.",
    ).format(resistance=resistance)
    return f"{text}\n{as_resistor}"


def part_in_words(part: Part, design: Design, signals: Signals) -> str:
    """One part, and what it says."""
    if isinstance(part, Unit):
        return in_full(part, design, signals)
    values = readings(design.circuit, signals)
    if isinstance(part, Block):
        said = [
            f"{output.name} = {state_text(values[Source(part.key, pin)], design.firing)}"
            for pin, output in enumerate(part.circuit.outputs)
        ]
        return f"{part.name}: {', '.join(said)}"
    source = Source(part.key) if isinstance(part, Input) else part.source
    return f"{part.name} = {state_text(values[source], design.firing)}"


def in_words(design: Design, signals: Signals) -> str:
    """The circuit in a few words: what is set, what each part says."""
    circuit = design.circuit
    values = readings(circuit, signals)
    inputs = ", ".join(f"{each.name} = {state_text(values[Source(each.key)], 0)}" for each in circuit.inputs)
    names = circuit.signal_names()
    nodes = [source for source in names if isinstance(circuit.parts[source.node], Unit | Block)]
    said = [f"{names[source]} = {state_text(values[source], design.firing)}" for source in nodes]
    if len(said) > _MOST_IN_WORDS:
        said = [*said[:_MOST_IN_WORDS], "…"]
    outputs = ", ".join(
        f"{each.name} = {state_text(values[each.source], design.firing)}" for each in circuit.outputs
    )
    return translate(
        "gate_designer",
        "Circuit {name}. Inputs: {inputs}. Perceptrons and blocks: {nodes}. Outputs: {outputs}.",
    ).format(name=circuit.name, inputs=inputs or "–", nodes=", ".join(said) or "–", outputs=outputs or "–")
