"""The plane of two weights of a perceptron: with which of them does a circuit do what is aimed at?

The sum w₁·s₁ + w₂·s₂ + b of a perceptron has its weights as factors of its signals, and just as well its
signals as factors of its weights. In the plane of the inputs a perceptron is a line, and a row of the
truth table is a point that has to lie on the right side of it. In the plane of the weights it is the other
way round: a row of the table is a line, and the perceptron is a point that has to lie on the right side of
all of them.

Source: Minsky and Papert, Perceptrons (1969).
"""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from core.activations import Activation
from core.circuit import Circuit, Unit, rows_of, run
from core.circuit_opened import Opened
from core.errors import ValueRangeError
from core.firing import Firing, answers, fire
from core.perceptron import weighted_sum
from core.pieces import cut, uncut
from core.shapes import Array, Labels, check_shape

BIAS = -1  # in the place of a wire: the bias lies along this axis

_RUNGS = np.linspace(0, 1, 65)
_SUMS = 2048  # rungs of a ladder of sums: more than a plane has pixels from one corner to the other
_NO_SPREAD = 1e-300
_FIRST, _SECOND, _ONE = 0, 1, 2  # the signals of a row's line: what lies along x, along y, and 1 everywhere
_INSIDE = (1e-300, 1 - 2.0**-53)  # the smallest and the largest that the sigmoid says, but for 0 and 1

# What a perceptron reads in some row of the table, and the sum above which something changes; and by how
# many more goals are met then.
_Changes = Mapping[tuple[tuple[float, ...], float], int]


def goals_met(
    circuit: Circuit,
    unit: str,
    wires: tuple[int, int],
    goals: Array,
    first: Array,
    second: Array,
    bias: float,
    firing: Firing = 0.0,
) -> Labels:
    """How many goals of the whole truth table are met, for every choice of two weights of one perceptron.

    What it reads does not depend on its own weights, since signals run one way only. So each row of the
    table gives one line, where the sum of that row is 0, and the plane is cut along them (core.pieces).
    What the circuit makes of either answer is found by running it twice, with the perceptron forced to say
    0 and to say 1. With the sigmoid it may say anything between; see `_slope_changes`. What any other
    function makes of a sum is looked up: see `_by_sums`.

    wires: the places of the two wires at the perceptron whose weights lie along x and y; BIAS in the second
    place for the bias, then `bias` is not used. A wire cannot lie along both: the same one twice means the
    wire and the bias. goals: (rows, m) 0, 1, or nan where nothing is aimed at; see core.firing.answers.
    first: (W,) weights along x. second: (H,) along y. bias: of the perceptron; its other weights are
    as they are.
    Returns (H, W) whole numbers.
    Raises ValueRangeError where `unit` is no perceptron, or has no such wire, and ShapeError where goals do
    not fit the circuit.
    """
    node = circuit.parts.get(unit)
    if not isinstance(node, Unit):
        raise ValueRangeError("unit", got=unit, expected="a perceptron")
    along_x, along_y = wires if wires[0] != wires[1] else (wires[0], BIAS)
    if not (0 <= along_x < len(node.wires) and BIAS <= along_y < len(node.wires)):
        raise ValueRangeError("wires", got=wires, expected=f"0..{len(node.wires) - 1}")
    first, second = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    for name, axis in (("first", first), ("second", second)):
        check_shape(name, axis, ("K",))
    check_shape("goals", goals, (2 ** len(circuit.inputs), len(circuit.outputs)))
    if not (first.size and second.size):
        return np.zeros((second.size, first.size), dtype=np.intp)
    if isinstance(firing, Activation):
        return _by_sums(circuit, node, (along_x, along_y), goals, first, second, bias, firing)
    met, changes = (_slope_changes if firing > 0 else _step_changes)(circuit, node, goals, firing)
    lines = [
        _line(node, (along_x, along_y), signals, bias, above, _ONE + 1 + place)
        for place, (signals, above) in enumerate(changes)
    ]
    order = np.argsort(first, kind="stable")  # what goes along a row has to go one way
    pieces, said, _ = cut(uncut(first[order], second, (_FIRST, _SECOND)), lines, {_ONE: np.asarray(1.0)})
    counts = np.full(pieces.sample.size, met)  # (P,)
    for more, fires in zip(changes.values(), said, strict=True):
        counts += more * fires.astype(np.intp)
    return pieces.spread(counts)[:, np.argsort(order, kind="stable")]


def number_of_goals(goals: Array) -> int:
    """How many goals there are. goals: (rows, m), nan where nothing is aimed at."""
    return int(np.isfinite(goals).sum())


def _line(
    unit: Unit, wires: tuple[int, int], signals: tuple[float, ...], bias: float, above: float, number: int
) -> Opened:
    """The sum of a perceptron in a row of the table, as a perceptron that reads weights, less `above`.

    signals: (k,) what the wires bring in that row; they become the weights. The parts are added up in the
    order in which the perceptron itself adds them, so that not even the rounding differs.
    """
    numbers, weights = [], []
    if BIAS in wires:
        numbers, weights, bias = [_SECOND], [1.0], 0.0
    for place, (wire, signal) in enumerate(zip(unit.wires, signals, strict=True)):
        if place in wires:
            numbers.append((_FIRST, _SECOND)[wires.index(place)])
            weights.append(signal)
        else:
            numbers.append(_ONE)
            weights.append(wire.weight * signal)
    return Opened(unit.key, number, tuple(numbers), tuple(weights), bias - above)


def _step_changes(circuit: Circuit, unit: Unit, goals: Array, _: float) -> tuple[int, _Changes]:
    """How many goals are met where the perceptron says 0 in every row, and how many more as soon as its sum
    is above 0, by what it reads. Rows in which it reads the same are one: there it says the same."""
    signals, outputs = _forced(circuit, unit, rows_of(circuit), np.array([[0.0], [1.0]]), 0.0)
    quiet, fires = _met(outputs, goals).sum(axis=-1)  # (rows,) each
    changes: dict[tuple[tuple[float, ...], float], int] = defaultdict(int)
    for read, more in zip(signals[0].tolist(), (fires - quiet).tolist(), strict=True):
        changes[tuple(read), 0.0] += more
    return int(quiet.sum()), {key: more for key, more in changes.items() if more}


def _slope_changes(circuit: Circuit, unit: Unit, goals: Array, softness: float) -> tuple[int, _Changes]:
    """The same where the sigmoid decides, and the perceptron says something between 0 and 1.

    Force it up a ladder from 0 to 1. Between two rungs an output may pass 0.5. Put a finer ladder there,
    and between the two rungs take the way of the output as straight: it passes at some v. The
    perceptron says more than v as soon as its sum is above

    softness · log(v / (1 - v))

    An output that passes 0.5 and comes back between two rungs is not seen.
    """
    rows = rows_of(circuit)
    signals, outputs = _forced(circuit, unit, rows, _RUNGS[:, None], softness)  # (65, rows, m)
    met = int(_met(outputs[0], goals).sum())
    rung, row, output = np.nonzero(_passes(outputs) & np.isfinite(goals))  # (F,) each
    ladders = _RUNGS[rung] + np.multiply.outer(_RUNGS, _RUNGS[1] * np.ones(rung.size))  # (65, F)
    finer = _forced(circuit, unit, rows[row], ladders, softness)[1][:, np.arange(row.size), output]  # (65, F)
    changes: dict[tuple[tuple[float, ...], float], int] = defaultdict(int)
    for step, place in zip(*np.nonzero(_passes(finer)), strict=True):
        below, above = finer[step, place], finer[step + 1, place]
        part = (0.5 - below) / (above - below)
        v = np.clip(ladders[step, place] + part * (ladders[step + 1, place] - ladders[step, place]), *_INSIDE)
        limit = softness * float(np.log(v) - np.log1p(-v))
        wanted = goals[row[place], output[place]] == (above > 0.5)
        changes[tuple(signals[0, row[place]].tolist()), limit] += 1 if wanted else -1
    return met, changes


def _by_sums(
    circuit: Circuit,
    unit: Unit,
    wires: tuple[int, int],
    goals: Array,
    first: Array,
    second: Array,
    bias: float,
    h: Activation,
) -> Labels:
    """How many goals are met over the plane where the perceptron says any function h of its sum.

    What comes out in a row of the table depends on that sum alone. So make a ladder of sums, from the least
    in the plane to the largest, and run the circuit once for every rung: each point of the plane has what
    its nearest rung has. Rows in which the perceptron reads the same have the same sums.

    first: (W,). second: (H,). Returns (H, W).
    """
    rows = rows_of(circuit)
    signals = _forced(circuit, unit, rows, np.zeros((1, 1)), h)[0][0]  # (rows, k)
    same = defaultdict[bytes, list[int]](list)
    for row, read in enumerate(signals):
        same[read.tobytes()].append(row)
    met: Labels = np.zeros((second.size, first.size), dtype=np.intp)
    for found in same.values():
        line = _line(unit, wires, tuple(signals[found[0]].tolist()), bias, 0.0, _ONE + 1)
        ladder, rungs = _rungs_of(line, first, second)
        outputs = _forced(circuit, unit, rows[found], fire(ladder, h)[:, None], h)[1]  # (K, R, m)
        met += _met(outputs, goals[found]).sum(axis=(1, 2)).take(rungs)
    return met


@np.errstate(over="ignore", invalid="ignore")
def _rungs_of(line: Opened, first: Array, second: Array) -> tuple[Array, Labels]:
    """A ladder of sums, (K,), and for each point of the plane the rung that is nearest, (H, W).

    Few sums are the ladder themselves, and so are those that are not all finite. Else a place on the ladder
    is a row and a column added, as the sum is.
    """
    across = _weight_of(line, _FIRST) * first  # (W,)
    up = _weight_of(line, _SECOND) * second + (_weight_of(line, _ONE) + line.bias)  # (H,)
    lows, highs = (across.min(), up.min()), (across.max(), up.max())
    if first.size * second.size <= _SUMS or not np.isfinite(sum(highs) - sum(lows)):
        known = {_FIRST: first, _SECOND: second[:, None], _ONE: np.asarray(1.0)}
        sums = weighted_sum([known[k] for k in line.signals], line.weights, line.bias)
        ladder, rungs = np.unique(np.broadcast_to(sums, (second.size, first.size)), return_inverse=True)
        return ladder, rungs.reshape(second.size, first.size)
    ladder, spread = np.linspace(sum(lows), sum(highs), _SUMS), sum(highs) - sum(lows)
    part = (_SUMS - 1) / spread if spread > _NO_SPREAD else 0.0
    column, row = (across - lows[0]) * part + 0.5, (up - lows[1]) * part  # (W,) and (H,)
    places = column.astype(np.float32) + row.astype(np.float32)[:, None]
    return ladder, np.minimum(places.astype(np.intp), _SUMS - 1)


def _weight_of(line: Opened, signal: int) -> float:
    return sum(w for k, w in zip(line.signals, line.weights, strict=True) if k == signal)


def _forced(circuit: Circuit, unit: Unit, rows: Array, said: Array, firing: Firing) -> tuple[Array, Array]:
    """What a perceptron reads, (K, R, k), and the outputs where it is made to say something, (K, R, m).

    rows: (R, n). said: (K, 1) or (K, R). All K are run through the circuit at once. What it reads is the
    same in all of them.
    """
    x = np.broadcast_to(rows, (len(said), *rows.shape))
    signals = run(circuit, x, firing, {unit.key: np.broadcast_to(said, x.shape[:-1])})
    return np.stack([signals.values[wire.source] for wire in unit.wires], axis=-1), signals.outputs


def _met(outputs: Array, goals: Array) -> Array:
    """Which goals are met; none is where there is none, or no value."""
    return answers(outputs) == goals


def _passes(outputs: Array) -> Array:
    """Where outputs pass 0.5 between one rung of a ladder, the first axis, and the next."""
    return (outputs[:-1] > 0.5) != (outputs[1:] > 0.5)
