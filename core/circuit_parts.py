"""Single parts of a circuit: free keys and names for them (x1 and x₁, then x2 and x₂), and other wires."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import overload

from core.circuit import Block, Circuit, Input, Node, Output, Source, Unit

Part = Input | Node | Output
Lead = Callable[[Source], Source | None]

_DIGITS, _LOW_DIGITS = "0123456789", "₀₁₂₃₄₅₆₇₈₉"
_LOWERED = str.maketrans(_DIGITS, _LOW_DIGITS)


def subscripted(key: str) -> str:
    """A key as a name: x1 becomes x₁."""
    return key.translate(_LOWERED)


def free_key(circuit: Circuit, stem: str) -> str:
    """The first of stem1, stem2, … that no part of the circuit has. The bare stem counts as the first."""
    number = 2 if stem in circuit.parts else 1
    while f"{stem}{number}" in circuit.parts:
        number += 1
    return f"{stem}{number}"


def fresh_keys(taken: Iterable[str], keys: Iterable[str]) -> list[str]:
    """The same keys, but for those that are taken, which get the next free number: s1 becomes s3."""
    return _fresh(taken, ((key, key.rstrip(_DIGITS), False) for key in keys))


def fresh_names(taken: Iterable[str], names: Iterable[str]) -> list[str]:
    """The same for names, with small digits where there were none: NAND becomes NAND₂, A1 becomes A2.

    No name at all stays no name.
    """

    def split(name: str) -> tuple[str, str, bool]:
        plain = name.rstrip(_DIGITS)
        return (name, plain, False) if plain != name else (name, name.rstrip(_LOW_DIGITS), True)

    return _fresh(taken, map(split, names))


def _fresh(taken: Iterable[str], wanted: Iterable[tuple[str, str, bool]]) -> list[str]:
    """wanted: each with its stem, and whether its digits are to be small ones."""
    used, numbers, found = set(taken), dict[tuple[str, bool], int](), list[str]()
    for each, stem, lowered in wanted:
        if each and each in used:
            number = numbers.get((stem, lowered), 2 if stem in used else 1)
            while each in used:
                each = stem + (subscripted(str(number)) if lowered else str(number))
                number += 1
            numbers[stem, lowered] = number
        used.add(each)
        found.append(each)
    return found


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
