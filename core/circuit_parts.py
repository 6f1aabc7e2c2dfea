"""Single parts of a circuit: free keys and names for them (x1 and x₁, then x2 and x₂), and other wires."""

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import overload

from core.circuit import Block, Circuit, Input, Node, Output, Source, Unit

Part = Input | Node | Output
Lead = Callable[[Source], Source | None]

_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def subscripted(key: str) -> str:
    """A key as a name: x1 becomes x₁."""
    return key.translate(_LOWERED)


def free_key(circuit: Circuit, stem: str) -> str:
    """The first of stem1, stem2, … that no part of the circuit has. The bare stem counts as the first."""
    return _first_free(circuit.parts, stem, lowered=False)


def fresh_key(taken: Collection[str], key: str) -> str:
    """The key itself, or where it is taken, the first free one of the same stem: s1 gives s3 after s1, s2."""
    return key if key not in taken else _first_free(taken, key.rstrip("0123456789"), lowered=False)


def fresh_name(taken: Collection[str], name: str) -> str:
    """The name itself, or where it is taken, one with the next number: NAND gives NAND₂, A1 gives A2."""
    if name not in taken:
        return name
    stem = re.sub("[0-9]+$|[₀-₉]+$", "", name)
    return _first_free(taken, stem, lowered=not name[-1:].isascii() or stem == name)


def _first_free(taken: Collection[str], stem: str, *, lowered: bool) -> str:
    number = 2 if stem in taken else 1
    while True:
        found = stem + (subscripted(str(number)) if lowered else str(number))
        if found not in taken:
            return found
        number += 1


@overload
def rewired(part: Node, lead: Lead) -> Node: ...
@overload
def rewired(part: Output, lead: Lead) -> Output: ...
def rewired(part: Node | Output, lead: Lead) -> Node | Output:
    """The same part, listening elsewhere.

    lead: where a signal is to be had now, or None where nowhere. A perceptron loses such a wire; an
    input of a block or an output has no source then.
    """

    def led(source: Source | None) -> Source | None:
        return None if source is None else lead(source)

    if isinstance(part, Unit):
        wires = ((led(wire.source), wire) for wire in part.wires)
        return replace(part, wires=tuple(wire._replace(source=s) for s, wire in wires if s is not None))
    if isinstance(part, Block):
        return replace(part, sources=tuple(led(source) for source in part.sources))
    return replace(part, source=led(part.source))
