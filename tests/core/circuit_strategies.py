"""Circuits made up by hypothesis, of all the kinds that a learner could build, and a plain way to run them.

circuits(): one to four inputs and up to eight nodes, with fan-out, several wires from one signal, weights
of 0, sums exactly on the line, blocks inside blocks, and parts without a wire.
"""

from hypothesis import strategies as st

from core.circuit import Block, Circuit, Input, Node, Output, Place, Source, Unit, Wire
from core.gates import LIBRARY, gate

LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

# Of such numbers many sums come to 0 exactly, and some only but for rounding: 0.1 + 0.2 - 0.3.
NUMBERS = st.sampled_from([0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, -0.1, -0.2, -0.3, -0.5, -0.7, -1.0]) | (
    st.integers(-20, 20).map(lambda tenths: tenths / 10)
)
PLACES = st.builds(Place, st.integers(-8, 8).map(lambda n: n / 4), st.integers(-8, 8).map(lambda n: n / 4))
KEYS = ("s", "g", "x", "y", "node", "carry")
NAMES = st.sampled_from(["", "s₁", "AND", "XOR₂", "AND", "게이트", 'a "b" <c>', "x 1", "sum"])


@st.composite
def circuits(
    draw: st.DrawFn, max_inputs: int = 4, max_nodes: int = 8, max_outputs: int = 4, levels: int = 2
) -> Circuit:
    """Any circuit with at least one input, and blocks inside blocks down to `levels`."""
    inputs = tuple(
        Input(f"x{k}", f"x{k}".translate(LOWERED), draw(PLACES))
        for k in range(1, draw(st.integers(1, max_inputs)) + 1)
    )
    signals = [Source(each.key) for each in inputs]
    nodes: list[Node] = []
    for k in range(1, draw(st.integers(0, max_nodes)) + 1):
        key = f"{draw(st.sampled_from(KEYS))}_{k}"
        node: Node
        if levels and draw(st.integers(0, 3)) == 0:
            node = draw(_blocks(key, signals, levels))
            pins = len(node.circuit.outputs)
        else:
            node, pins = draw(_units(key, signals)), 1
        nodes.append(node)
        signals += [Source(key, pin) for pin in range(pins)]
    outputs = tuple(
        Output(f"out{k}", f"y{k}".translate(LOWERED), draw(_source(signals)), draw(PLACES))
        for k in range(1, draw(st.integers(0, max_outputs)) + 1)
    )
    return Circuit(
        inputs, tuple(draw(st.permutations(nodes))), outputs, draw(st.sampled_from(["", "MY_GATE", "가 1"]))
    )


def _source(signals: list[Source]) -> st.SearchStrategy[Source | None]:
    """Any of these signals, and sometimes none; the last ones more often, which makes long ways."""
    return st.sampled_from([None, *signals, *signals[-3:], *signals[-3:]])


@st.composite
def _units(draw: st.DrawFn, key: str, signals: list[Source]) -> Unit:
    sources = draw(st.lists(_source(signals), max_size=4))
    wires = tuple(Wire(source, draw(NUMBERS)) for source in sources if source is not None)
    return Unit(key, draw(NAMES), wires, draw(NUMBERS), draw(PLACES))


@st.composite
def _blocks(draw: st.DrawFn, key: str, signals: list[Source], levels: int) -> Block:
    """A block of the library, or of a circuit made up for it."""
    if draw(st.booleans()):
        inner = gate(draw(st.sampled_from(LIBRARY)), draw(st.booleans()))
    else:
        inner = draw(circuits(3, 3, 3, levels - 1))
    sources = tuple(draw(_source(signals)) for _ in inner.inputs)
    return Block(key, draw(NAMES), inner, sources, draw(PLACES))


def plainly(circuit: Circuit, row: tuple[float, ...]) -> list[float]:
    """The outputs for one row of inputs, reckoned without arrays and without an order: node after node,
    whichever can be had."""
    values: dict[Source | None, float] = {None: 0.0}
    values |= {Source(each.key): x for each, x in zip(circuit.inputs, row, strict=True)}
    todo = list(circuit.nodes)
    while todo:
        node = next(node for node in todo if all(source in values for source in node.sources))
        todo.remove(node)
        if isinstance(node, Block):
            inner = plainly(node.circuit, tuple(values[source] for source in node.sources))
            values |= {Source(node.key, pin): y for pin, y in enumerate(inner)}
        else:
            parts = [wire.weight * values[wire.source] for wire in node.wires]
            total = node.bias
            for part in parts:
                total += part
            sizes = abs(node.bias) + sum(abs(part) for part in parts)
            values[Source(node.key)] = 1.0 if total > 1e-12 * sizes else 0.0
    return [values[output.source] for output in circuit.outputs]
