"""In which order the parts of a circuit lie in their columns, so that few of its wires cross.

A wire goes from column to column. Where it passes one on its way further on it takes up a row there,
as a part does. Then wires cross only between two neighbouring columns, and that can be counted.

Source: Sugiyama, Tagawa, Toda, Methods for visual understanding of hierarchical system structures (1981).
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.circuit import Block, Circuit, Source

ROUNDS = 4  # through all columns and back: after them hardly a crossing goes away
MOST_MENDED = 500  # rows in all columns; where there are more, going through once has to do

Item = str | Source  # what takes up a row: a part, by its key, or a signal that passes


class Strand(NamedTuple):
    """A wire between two neighbouring columns.

    out, into: how far from the middle of its row it starts and ends, which tells the pins of a block
    apart: from -1/4 for the uppermost to 1/4 for the lowest.
    """

    start: Item
    out: float
    end: Item
    into: float


Columns = Sequence[Sequence[Item]]
Gaps = Sequence[Sequence[Strand]]  # what is between each column and the next


def columns_of(circuit: Circuit) -> Columns:
    """What is in each column, from left to right and from top to bottom.

    The inputs are the first column and the outputs the last, both in their order, which is that of the
    truth table. Between them, every item goes to the mean row of what it is wired to: as seen from the
    left, then from the right, and so on; and neighbours change places where that undoes crossings. Of all
    that was tried, the first with fewest crossings stays.
    """
    columns, gaps = _woven(circuit)
    columns = _swept(columns, gaps, forward=True)
    if sum(map(len, columns)) > MOST_MENDED:
        return columns
    best = columns = _exchanged(columns, gaps)
    fewest = _all_crossings(best, gaps)
    tried = list[Columns]()
    for turn in range(2 * ROUNDS if fewest else 0):
        columns = _exchanged(_swept(columns, gaps, forward=turn % 2 == 1), gaps)
        if columns in tried[-2:-1]:
            break  # as after the turn before last: all that would follow has been tried
        tried.append(columns)
        crossings = _all_crossings(columns, gaps)
        if crossings < fewest:
            best, fewest = columns, crossings
    return best


def _woven(circuit: Circuit) -> tuple[Columns, Gaps]:
    """All parts and passing signals by column, and the strands between the columns."""
    last = 1 + max((circuit.layers[node.key] for node in circuit.nodes), default=0)
    at = circuit.layers | {output.key: last for output in circuit.outputs}
    columns: list[list[Item]] = [[] for _ in range(last + 1)]
    gaps: list[list[Strand]] = [[] for _ in range(last)]
    for part in circuit.parts.values():
        columns[at[part.key]].append(part.key)
    for source, readers in _readers(circuit).items():
        first = at[source.node] + 1  # the first column that the signal comes to
        furthest = max(at[key] for key, _ in readers)
        out = _aside(source.pin, len(circuit.parts[source.node].gives))
        for column in range(first, furthest):
            columns[column].append(source)
        ends: list[tuple[int, Item, float]] = [(column, source, 0.0) for column in range(first, furthest)]
        for column, end, into in ends + [(at[key], key, into) for key, into in readers]:
            start = (source.node, out) if column == first else (source, 0.0)
            gaps[column - 1].append(Strand(start[0], start[1], end, into))
    return columns, gaps


def _readers(circuit: Circuit) -> dict[Source, list[tuple[str, float]]]:
    """Who reads each signal, by key, and how far from the middle it goes in there."""
    found: dict[Source, list[tuple[str, float]]] = {}
    for node in circuit.nodes:
        for k, source in enumerate(node.sources):
            if source is not None:
                into = _aside(k, len(node.sources)) if isinstance(node, Block) else 0.0
                found.setdefault(source, []).append((node.key, into))
    for output in circuit.outputs:
        if output.source is not None:
            found.setdefault(output.source, []).append((output.key, 0.0))
    return found


def _aside(pin: int, pins: int) -> float:
    """How far a pin of a block is from the middle of its row."""
    return (pin / (pins - 1) - 0.5) / 2 if pins > 1 else 0.0


def _swept(columns: Columns, gaps: Gaps, *, forward: bool) -> Columns:
    """Order every column but the outer ones by what it is wired to in the one that was ordered before."""
    swept = list(columns)
    inner = range(1, len(columns) - 1)
    for column in inner if forward else reversed(inner):
        if forward:
            rows = _rows(swept[column - 1])
            pulls = [(strand.end, rows[strand.start] + strand.out) for strand in gaps[column - 1]]
        else:
            rows = _rows(swept[column + 1])
            pulls = [(strand.start, rows[strand.end] + strand.into) for strand in gaps[column]]
        swept[column] = _ordered(swept[column], pulls)
    return swept


def _ordered(column: Sequence[Item], pulls: Iterable[tuple[Item, float]]) -> Sequence[Item]:
    """The items of a column by the mean of the rows that they are pulled to. What is not pulled stays."""
    pulled: defaultdict[Item, list[float]] = defaultdict(list)
    for item, row in pulls:
        pulled[item].append(row)
    wanted = {item: [row] for item, row in _rows(column).items()} | pulled
    return sorted(column, key=lambda item: sum(wanted[item]) / len(wanted[item]))


def _exchanged(columns: Columns, gaps: Gaps) -> Columns:
    """Let two neighbours in a column change places where fewer of their wires cross then."""
    exchanged = [list(column) for column in columns]
    for _ in range(ROUNDS):
        changes = 0
        for column in range(1, len(columns) - 1):
            items = exchanged[column]
            before, after = _rows(exchanged[column - 1]), _rows(exchanged[column + 1])
            ends: defaultdict[Item, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
            for strand in gaps[column - 1]:
                ends[strand.end][0].append(before[strand.start] + strand.out)
            for strand in gaps[column]:
                ends[strand.start][1].append(after[strand.end] + strand.into)
            for k in range(len(items) - 1):
                upper, lower = ends[items[k]], ends[items[k + 1]]
                if _crossed(lower, upper) < _crossed(upper, lower):
                    items[k], items[k + 1] = items[k + 1], items[k]
                    changes += 1
        if not changes:
            break
    return exchanged


def _crossed(upper: tuple[list[float], list[float]], lower: tuple[list[float], list[float]]) -> int:
    """How often the wires of one item cross those of the item below. Both: rows to the left, to the right."""
    return sum(above > below for side in (0, 1) for above in upper[side] for below in lower[side])


def _rows(column: Sequence[Item]) -> dict[Item, float]:
    """The row of every item, one apart, around 0."""
    return {item: k - (len(column) - 1) / 2 for k, item in enumerate(column)}


def _all_crossings(columns: Columns, gaps: Gaps) -> int:
    return sum(_crossings(gap, columns[k], columns[k + 1]) for k, gap in enumerate(gaps))


def _crossings(strands: Iterable[Strand], left: Sequence[Item], right: Sequence[Item]) -> int:
    """How often these strands cross: as many pairs as start in one order and end in the other."""
    starts, ends = _rows(left), _rows(right)
    ways = sorted((starts[each.start] + each.out, ends[each.end] + each.into) for each in strands)
    count, passed = 0, list[float]()
    for _, end in ways:
        count += len(passed) - bisect_right(passed, end)
        insort(passed, end)
    return count
