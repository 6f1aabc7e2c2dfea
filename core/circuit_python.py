"""A circuit as Python text, written as the book writes its gates. It runs as it is pasted.

Source: Deep Learning from Scratch, sections 2.3 and 2.5.
"""

import re

from core.activation_python import definitions, python_names
from core.activations import Activation
from core.circuit import Block, Circuit, Node, Source, Unit
from core.firing import Firing, is_step
from core.perceptron import ROUNDING, truth_table, weighted_sum
from core.python_names import Names, identifier

MOST_TRIED = 10  # wires of a perceptron, of which all combinations are tried: 1,024 rows
_NUMBERED = re.compile(r"(.+?)[₀-₉]+")  # NAND₂, the second of its kind on the sheet
_ONLY_NUMBER = re.compile(r"[a-z][0-9]*")

# As in the book, but for the sum
_PERCEPTRON = """\
    x = np.array([{inputs}])
    w = np.array([{weights}])
    b = {bias}
"""
_SUM = """\
    tmp = np.sum(w*x) + b
"""
_CAREFUL_SUM = """\
    # 0.1 + 0.2 - 0.3 is not quite 0 on a computer: it leaves a rounding error of 0.00000000000000006.
    # A tmp that is smaller than a trillionth of what was added up counts as the 0 that it stands for.
    tmp, added_up = b, abs(b)
    for part in w*x:
        tmp, added_up = tmp + part, added_up + abs(part)
"""
_NO_INPUTS = """\
    b = {bias}
    tmp = b
"""
_IS_0 = """\
    if abs(tmp) < {rounding!r} * added_up:
        tmp = 0.0
"""
_DECISION = """\
    if tmp <= {limit}:
        return 0
    else:
        return 1
"""


def python_of(circuit: Circuit, firing: Firing = 0.0) -> str:
    """The circuit as Python: a function for each perceptron and block, and the circuit's own as the last.

    Functions give what the circuit gives, for all inputs of 0 and 1, several outputs as a tuple: 0 and 1 with
    the step, else numbers, and what the perceptrons say of their sums is defined first. What is the same and
    is called the same is defined once.
    """
    script = _Script(firing)
    name = script.names.free(identifier(circuit.name, "circuit"))  # no other function may have it
    last = f"def {name}{script.text_of(circuit)}"
    return "\n\n".join([script.head, *script.perceptrons, *script.blocks, last])


class _Script:
    """The functions that were written so far."""

    def __init__(self, firing: Firing) -> None:
        self.head, self._said = _head_and_said(firing)
        self.names = Names([*re.findall(r"^def (\w+)", self.head, re.MULTILINE), "math"])
        self.perceptrons: list[str] = []
        self.blocks: list[str] = []
        self._known: dict[tuple[str, str], str] = {}  # by the name that is wanted, and the text after it
        self._of_circuits: dict[int, str] = {}  # functions of blocks, by the id of their circuit

    def text_of(self, circuit: Circuit) -> str:
        """What follows after `def NAME`. The functions that it calls are written first."""
        if (alone := _only_perceptron(circuit)) is not None:
            return _perceptron_text(alone, self._said)
        functions = {node.key: self._function_of(node) for node in circuit.order if node.gives}
        names = Names(functions.values())
        parameters = [names.free(identifier(each.name, "x")) for each in circuit.inputs]
        values = _names_of_signals(circuit, names, parameters)
        lines = [f"({', '.join(parameters)}):\n"]
        for node in circuit.order:
            if node.key in functions:
                said = ", ".join(values[source] for source in node.gives)
                heard = ", ".join(_value(source, values) for source in node.sources)
                lines.append(f"    {said} = {functions[node.key]}({heard})\n")
        ends = ", ".join(_value(output.source, values) for output in circuit.outputs)
        return "".join(lines) + f"    return {ends or '()'}\n"

    def _function_of(self, node: Node) -> str:
        """The name of the function that does what the node does."""
        if isinstance(node, Unit):
            return self._function(_function_name(node), _perceptron_text(node, self._said), self.perceptrons)
        circuit = node.circuit
        if id(circuit) not in self._of_circuits:  # else it need not be gone through again
            kind = self.blocks if _only_perceptron(circuit) is None else self.perceptrons
            wanted = identifier(circuit.name, identifier(_without_number(node.name), "block"))
            self._of_circuits[id(circuit)] = self._function(wanted, self.text_of(circuit), kind)
        return self._of_circuits[id(circuit)]

    def _function(self, wanted: str, text: str, kind: list[str]) -> str:
        """The name of the function with this text: one that is there already, or a new one."""
        if (wanted, text) not in self._known:
            name = self._known[wanted, text] = self.names.free(wanted)
            kind.append(f"def {name}{text}")
        return self._known[wanted, text]


# Names


def _function_name(unit: Unit) -> str:
    """What the function of a perceptron should be called: as the perceptron, without its number.

    s₁ is no more than a number. What it says is called s1, so that the function is S1.
    """
    name = identifier(unit.name, "PERCEPTRON")
    if _ONLY_NUMBER.fullmatch(name):
        return name.upper()
    return identifier(_without_number(unit.name), "PERCEPTRON")


def _without_number(name: str) -> str:
    """AND for AND₂."""
    match = _NUMBERED.fullmatch(name)
    return match[1] if match else name


def _names_of_signals(circuit: Circuit, names: Names, parameters: list[str]) -> dict[Source, str]:
    """Every signal by its name in the text: that of the output where it ends, or the key of its node."""
    values = {Source(each.key): name for each, name in zip(circuit.inputs, parameters, strict=True)}
    for output in circuit.outputs:
        if output.source is not None and output.source not in values:
            values[output.source] = names.free(identifier(output.name, "y"))
    for node in circuit.order:
        for source in node.gives:
            if source not in values:
                own = identifier(node.key, "s")
                if isinstance(node, Block) and len(node.circuit.outputs) > 1:
                    own = identifier(f"{own}_{node.circuit.outputs[source.pin].name}", own)
                values[source] = names.free(own)
    return values


def _value(source: Source | None, values: dict[Source, str]) -> str:
    return "0" if source is None else values[source]


# Perceptrons


def _head_and_said(firing: Firing) -> tuple[str, str]:
    """What stands above all functions, and what a perceptron says of its sum: sigmoid(tmp / 0.2); "" where it
    is the step."""
    if is_step(firing):
        return "import numpy as np\n", ""
    key = firing.key if isinstance(firing, Activation) else "sigmoid"
    total = "tmp" if isinstance(firing, Activation) or firing == 1 else f"tmp / {firing!r}"
    return definitions([key]), f"{python_names([key])[key]}({total})"


def _only_perceptron(circuit: Circuit) -> Unit | None:
    """The perceptron that is the whole circuit, as in AND: it reads the inputs one by one, in order."""
    unit = circuit.only_perceptron
    inputs = tuple(Source(each.key) for each in circuit.inputs)
    return unit if unit is not None and unit.sources == inputs else None


def _perceptron_text(unit: Unit, said: str) -> str:
    """What follows after `def NAME` for a perceptron. said: see `_head_and_said`."""
    weights, bias = tuple(map(float, unit.weights)), float(unit.bias)
    inputs = ", ".join(f"x{k}" for k in range(1, len(weights) + 1))
    plain = not weights or _is_plain(weights, bias, only_above=not said)
    numbers = _NO_INPUTS if not weights else _PERCEPTRON + (_SUM if plain else _CAREFUL_SUM)
    end = f"    return {said}\n" if said else _DECISION
    text = f"({inputs}):\n{numbers}{'' if plain or not said else _IS_0}{end}"
    limit = "0" if plain else f"{ROUNDING!r} * added_up"
    return text.format(
        inputs=inputs, weights=", ".join(map(repr, weights)), bias=bias, rounding=ROUNDING, limit=limit
    )


def _is_plain(weights: tuple[float, ...], bias: float, *, only_above: bool) -> bool:
    """Is np.sum(w*x) + b right for all inputs of 0 and 1, without care for rounding errors?

    It can go wrong only where the sum should be 0. In which order np.sum adds three numbers or more is not
    promised: it is trusted where no order makes an error. only_above: whether an error below 0 does not
    matter, as for the step.
    """
    if len(weights) > MOST_TRIED:
        return False  # not tried: there are too many
    rows = truth_table(len(weights))  # (2ⁿ, n)
    ties = rows[weighted_sum(list(rows.T), weights, bias) == 0]  # (m, n)
    if len(weights) > 2 and len(ties):
        return _adds_exactly((*weights, bias))
    errors = (ties * weights).sum(axis=-1) + bias  # (m,)
    return not (errors > 0 if only_above else errors).any()


def _adds_exactly(numbers: tuple[float, ...]) -> bool:
    """Are all sums of these exact? All are whole multiples of the finest, and few enough of them."""
    finest = max(number.as_integer_ratio()[1] for number in numbers)  # a power of 2
    return sum(map(abs, numbers)) < 2**52 / finest
