"""Free keys and names for the parts of a circuit: x1 and x₁, then x2 and x₂."""

from collections.abc import Iterable

from core.circuit import Circuit

_DIGITS, _LOW_DIGITS = "0123456789", "₀₁₂₃₄₅₆₇₈₉"
LONGEST_STEM = 180  # letters before a free number: a file has room for 200
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
            stem = stem[:LONGEST_STEM]
            number = numbers.get((stem, lowered), 2 if stem in used else 1)
            while each in used:
                each = stem + (subscripted(str(number)) if lowered else str(number))
                number += 1
            numbers[stem, lowered] = number
        used.add(each)
        found.append(each)
    return found
