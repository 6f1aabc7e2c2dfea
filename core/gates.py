"""The gates of the book and what is built of them, each also of nothing but NAND.

Every perceptron has the numbers of the book, or numbers of the same spirit: the sums stay 0.2 or more
away from 0.

Source: Deep Learning from Scratch, sections 2.3 to 2.6.
"""

from collections.abc import Callable, Sequence
from functools import cache
from types import MappingProxyType

from core.circuit import Block, Circuit, Input, Node, Output, Source, Unit, Wire
from core.circuit_layout import tidy
from core.circuit_names import subscripted
from core.errors import ValueRangeError

# The 16 functions of two inputs. Each stands at the place that its outputs give, read as digits of a
# number: row (0, 0) counts 1, row (1, 0) 2, row (0, 1) 4, row (1, 1) 8.
TWO_INPUT_NAMES = (
    "FALSE",
    "NOR",
    "x1 AND NOT x2",
    "NOT x2",
    "x2 AND NOT x1",
    "NOT x1",
    "XOR",
    "NAND",
    "AND",
    "XNOR",
    "x1",
    "x1 OR NOT x2",
    "x2",
    "x2 OR NOT x1",
    "OR",
    "TRUE",
)


def name_of_two(outputs: Sequence[int]) -> str:
    """What a function of two inputs is called, one of TWO_INPUT_NAMES.

    outputs: 0 or 1 for each row of the truth table, (0, 0), (1, 0), (0, 1), (1, 1).
    Raises ValueRangeError where they are not four, or not 0 and 1.
    """
    if len(outputs) != 4 or not all(each in (0, 1) for each in outputs):
        raise ValueRangeError("outputs", got=tuple(outputs), expected="four times 0 or 1")
    return TWO_INPUT_NAMES[sum(int(each) << row for row, each in enumerate(outputs))]


@cache
def gate(key: str, nand_only: bool = False) -> Circuit:
    """A circuit of the library, tidy. Where nand_only, all of its perceptrons are NAND.

    Raises ValueRangeError where the library has no such key.
    """
    if key not in _BUILT:
        raise ValueRangeError("gate", got=key, expected=", ".join(LIBRARY))
    usual, of_nand = _BUILT[key]
    return tidy(of_nand() if nand_only else usual())


# Parts


def _inputs(count: int) -> tuple[Input, ...]:
    return tuple(_input(f"x{k}") for k in range(1, count + 1))


def _input(key: str) -> Input:
    return Input(key, subscripted(key))


def _unit(key: str, name: str, weight: float, bias: float, *sources: str | Source) -> Unit:
    """A perceptron that gives all of its inputs the same weight."""
    return Unit(key, name, tuple(Wire(_source(each), weight) for each in sources), bias)


def _source(signal: str | Source) -> Source:
    return Source(signal) if isinstance(signal, str) else signal


def _and(key: str, *sources: str | Source, name: str = "AND") -> Unit:
    return _unit(key, name, 0.5, -0.7, *sources)


def _nand(key: str, *sources: str | Source, name: str = "NAND") -> Unit:
    return _unit(key, name, -0.5, 0.7, *sources)


def _or(key: str, *sources: str | Source, name: str = "OR") -> Unit:
    return _unit(key, name, 0.5, -0.2, *sources)


def _nor(key: str, *sources: str | Source, name: str = "NOR") -> Unit:
    return _unit(key, name, -0.5, 0.2, *sources)


def _block(key: str, name: str, circuit: Circuit, *sources: str | Source) -> Block:
    return Block(key, name, circuit, tuple(_source(each) for each in sources))


def _one_output(name: str, inputs: int, *nodes: Node) -> Circuit:
    """A circuit whose only output is what its last node says."""
    return Circuit(_inputs(inputs), nodes, (Output("y", "y", Source(nodes[-1].key)),), name)


def _nands(*sources: tuple[str, str]) -> tuple[Unit, ...]:
    """Several NAND with two wires each, s1, s2, … in this order."""
    if len(sources) == 1:
        return (_nand("s1", *sources[0]),)
    return tuple(
        _nand(f"s{k}", *pair, name=f"NAND{subscripted(str(k))}") for k, pair in enumerate(sources, start=1)
    )


def _of_nand(name: str, inputs: int, *sources: tuple[str, str]) -> Circuit:
    return _one_output(name, inputs, *_nands(*sources))


# Gates with one output


def _xor() -> Circuit:
    """Section 2.5: AND of NAND and OR."""
    return _one_output("XOR", 2, _nand("s1", "x1", "x2"), _or("s2", "x1", "x2"), _and("s3", "s1", "s2"))


def _xnor() -> Circuit:
    """Both, or neither of them: OR of AND and NOR."""
    return _one_output("XNOR", 2, _and("s1", "x1", "x2"), _nor("s2", "x1", "x2"), _or("s3", "s1", "s2"))


# s₁ is 0 only where both inputs are 1. So s₂ is 0 only for (1, 0), s₃ only for (0, 1), and s₄ is 1 for both.
_XOR_OF_NAND = (("x1", "x2"), ("x1", "s1"), ("s1", "x2"), ("s2", "s3"))


def _majority_of_nand() -> Circuit:
    """NAND of two NAND is an OR of two AND: s₄ says "x₁ and x₂, or x₁ and x₃".

    s₅ is NOT of that, and the last NAND makes of s₅ and s₃ once more an OR: "s₄, or x₂ and x₃".
    """
    pairs = (("x1", "x2"), ("x1", "x3"), ("x2", "x3"), ("s1", "s2"), ("s4", "s4"), ("s5", "s3"))
    return _of_nand("MAJORITY", 3, *pairs)


# Adders


def _half_adder() -> Circuit:
    """Adds two binary digits. The sum is their XOR, the carry their AND."""
    nodes = (
        _nand("s1", "x1", "x2"),
        _or("s2", "x1", "x2"),
        _and("s3", "s1", "s2", name="AND₁"),
        _and("s4", "x1", "x2", name="AND₂"),
    )
    return _half_adder_of(nodes, "s3", "s4")


def _half_adder_of_nand() -> Circuit:
    """The carry is NOT of the first NAND, which the sum needs anyway."""
    return _half_adder_of(_nands(*_XOR_OF_NAND, ("s1", "s1")), "s4", "s5")


def _half_adder_of(nodes: tuple[Unit, ...], total: str, carry: str) -> Circuit:
    return Circuit(_inputs(2), nodes, _sum_and_carry(Source(total), Source(carry)), "HALF_ADDER")


def _sum_and_carry(total: Source, carry: Source) -> tuple[Output, ...]:
    return Output("sum", "sum", total), Output("carry", "carry", carry)


def _full_adder(nand_only: bool = False) -> Circuit:
    """Adds three binary digits: two half adders, one after the other. At most one of them carries."""
    half = gate("HALF_ADDER", nand_only)
    first = _block("g1", "HALF_ADDER₁", half, "x1", "x2")
    second = _block("g2", "HALF_ADDER₂", half, Source("g1", 0), "x3")
    carries = Source("g2", 1), Source("g1", 1)  # in this order their wires do not cross
    last: Node = _block("g3", "OR", gate("OR", True), *carries) if nand_only else _or("s1", *carries)
    outputs = _sum_and_carry(Source("g2", 0), Source(last.key))
    return Circuit(_inputs(3), (first, second, last), outputs, "FULL_ADDER")


def _adder_of_two_bits(nand_only: bool = False) -> Circuit:
    """Adds two binary numbers of two digits each, a₁a₀ and b₁b₀. Digit 0 is the last one."""
    half = _block("g1", "HALF_ADDER", gate("HALF_ADDER", nand_only), "a0", "b0")
    full = _block("g2", "FULL_ADDER", gate("FULL_ADDER", nand_only), "a1", "b1", Source("g1", 1))
    outputs = (
        Output("s0", "s₀", Source("g1", 0)),
        Output("s1", "s₁", Source("g2", 0)),
        Output("carry", "carry", Source("g2", 1)),
    )
    inputs = tuple(_input(key) for key in ("a0", "a1", "b0", "b1"))
    return Circuit(inputs, (half, full), outputs, "ADDER_2BIT")


# How each is built, and how of NAND only
_BUILT: MappingProxyType[str, tuple[Callable[[], Circuit], Callable[[], Circuit]]] = MappingProxyType(
    {
        "AND": (
            lambda: _one_output("AND", 2, _and("s1", "x1", "x2")),
            lambda: _of_nand("AND", 2, ("x1", "x2"), ("s1", "s1")),
        ),
        "NAND": (
            lambda: _one_output("NAND", 2, _nand("s1", "x1", "x2")),
            lambda: _of_nand("NAND", 2, ("x1", "x2")),
        ),
        "OR": (
            lambda: _one_output("OR", 2, _or("s1", "x1", "x2")),
            lambda: _of_nand("OR", 2, ("x1", "x1"), ("x2", "x2"), ("s1", "s2")),
        ),
        "NOT": (
            lambda: _one_output("NOT", 1, _nor("s1", "x1", name="NOT")),
            lambda: _of_nand("NOT", 1, ("x1", "x1")),
        ),
        "NOR": (
            lambda: _one_output("NOR", 2, _nor("s1", "x1", "x2")),
            lambda: _of_nand("NOR", 2, ("x1", "x1"), ("x2", "x2"), ("s1", "s2"), ("s3", "s3")),
        ),
        "XOR": (_xor, lambda: _of_nand("XOR", 2, *_XOR_OF_NAND)),
        "XNOR": (_xnor, lambda: _of_nand("XNOR", 2, *_XOR_OF_NAND, ("s4", "s4"))),
        "MAJORITY": (
            lambda: _one_output("MAJORITY", 3, _and("s1", "x1", "x2", "x3", name="MAJORITY")),
            _majority_of_nand,
        ),
        "HALF_ADDER": (_half_adder, _half_adder_of_nand),
        "FULL_ADDER": (_full_adder, lambda: _full_adder(nand_only=True)),
        "ADDER_2BIT": (_adder_of_two_bits, lambda: _adder_of_two_bits(nand_only=True)),
    }
)
LIBRARY = tuple(_BUILT)
