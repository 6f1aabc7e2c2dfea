from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import linprog
from sklearn.svm import SVC

from core.errors import ShapeError, ValueRangeError
from core.perceptron import (
    AND,
    NAND,
    OR,
    XOR,
    LearningStep,
    MeetingHulls,
    Perceptron,
    SeparatingLine,
    TwoLayers,
    learn,
    separating_line,
    truth_table,
)
from core.shapes import Array

CORNERS = truth_table(2)
TENTHS = st.integers(-30, 30).map(lambda n: n / 10)
SEEDS = st.integers(0, 2**32 - 1)


# One perceptron


@pytest.mark.parametrize(
    ("gate", "outputs"),
    [(AND, [0, 0, 0, 1]), (NAND, [1, 1, 1, 0]), (OR, [0, 1, 1, 1]), (XOR, [0, 1, 1, 0])],
    ids=["AND", "NAND", "OR", "XOR"],
)
def test_gates_of_the_book(gate: Perceptron | TwoLayers, outputs: list[int]) -> None:
    np.testing.assert_array_equal(gate.output(CORNERS), outputs)


def test_weights_and_biases_of_the_book() -> None:
    assert (AND.weights, AND.bias, AND.threshold) == ((0.5, 0.5), -0.7, 0.7)
    assert (NAND.weights, NAND.bias, NAND.threshold) == ((-0.5, -0.5), 0.7, -0.7)
    assert (OR.weights, OR.bias, OR.threshold) == ((0.5, 0.5), -0.2, 0.2)


def test_sums_of_the_book() -> None:
    np.testing.assert_allclose(AND.sum(CORNERS), [-0.7, -0.2, -0.2, 0.3], rtol=1e-15)


def test_a_threshold_of_0_has_no_sign() -> None:
    assert str(Perceptron((1.0,), 0.0).threshold) == "0.0"


def test_a_sum_of_0_does_not_fire() -> None:
    x = np.array([1.0, 1.0])
    assert 0.1 + 0.2 - 0.3 > 0  # in floating point, that is
    assert Perceptron((0.1, 0.2), -0.3).sum(x) == 0
    assert Perceptron((0.1, 0.2), -0.3).output(x) == 0
    assert Perceptron((-0.1, -0.2), 0.3).output(x) == 0
    assert Perceptron((0.1, 0.2), -0.299999999).output(x) == 1
    assert Perceptron((1e9, 1.0), -1e9).output(x) == 1
    assert Perceptron((1e-9, 1e-9), -1e-9).output(x) == 1


@given(weights=st.lists(TENTHS, min_size=1, max_size=4), bias=TENTHS, data=st.data())
def test_decimals_are_decided_as_on_paper(weights: list[float], bias: float, data: st.DataObject) -> None:
    x = data.draw(st.lists(TENTHS, min_size=len(weights), max_size=len(weights)))
    pairs = zip(weights, x, strict=True)
    on_paper = sum((Fraction(str(w)) * Fraction(str(v)) for w, v in pairs), Fraction(str(bias)))
    perceptron = Perceptron(tuple(weights), bias)
    assert float(perceptron.sum(np.array(x))) == pytest.approx(float(on_paper), abs=1e-12)
    assert bool(perceptron.output(np.array(x))) == (on_paper > 0)


@pytest.mark.parametrize("shape", [(), (1,), (5,), (0,), (2, 3)])
def test_outputs_have_the_shape_of_the_inputs_without_their_last_axis(shape: tuple[int, ...]) -> None:
    x = np.random.default_rng(0).random((*shape, 2))
    for outputs in (AND.sum(x), AND.output(x), XOR.output(x), XOR.hidden_outputs(x)[..., 0]):
        assert outputs.shape == shape
        assert outputs.dtype == np.float64
    for index in np.ndindex(shape):
        assert AND.sum(x)[index] == pytest.approx(float(AND.sum(x[index])), rel=1e-15)
        assert XOR.output(x)[index] == XOR.output(x[index])


@pytest.mark.parametrize("x", [np.zeros(()), np.zeros(3), np.zeros((4, 1))], ids=lambda x: str(x.shape))
def test_inputs_that_do_not_fit_the_weights_are_refused(x: Array) -> None:
    for refuse in (AND.sum, AND.output, XOR.output):
        with pytest.raises(ShapeError) as caught:
            refuse(x)
        assert (caught.value.name, caught.value.got, caught.value.expected) == ("x", x.shape, ("...", 2))


@pytest.mark.parametrize(
    ("weights", "bias"), [((), 1.0), ((np.nan,), 0.0), ((1.0, np.inf), 0.0), ((1.0,), np.inf)]
)
def test_weights_that_are_no_numbers_are_refused(weights: tuple[float, ...], bias: float) -> None:
    with pytest.raises(ValueRangeError) as caught:
        Perceptron(weights, bias)
    assert caught.value.name == "weights"


# Two layers


def test_xor_is_the_and_of_nand_and_or() -> None:
    np.testing.assert_array_equal(XOR.hidden_outputs(CORNERS), [[1, 0], [1, 1], [1, 1], [0, 1]])
    s = np.stack([NAND.output(CORNERS), OR.output(CORNERS)], axis=-1)
    np.testing.assert_array_equal(XOR.output(CORNERS), AND.output(s))


@pytest.mark.parametrize(
    ("hidden", "last", "error"),
    [
        ((), AND, ValueRangeError),
        ((AND,), AND, ShapeError),
        ((AND, Perceptron((1.0,), 0.0)), AND, ShapeError),
        ((AND, OR, NAND), AND, ShapeError),
    ],
)
def test_layers_that_do_not_fit_are_refused(
    hidden: tuple[Perceptron, ...], last: Perceptron, error: type[Exception]
) -> None:
    with pytest.raises(error):
        TwoLayers(hidden, last)


# Truth tables


def test_the_truth_table_of_the_book() -> None:
    np.testing.assert_array_equal(CORNERS, [[0, 0], [1, 0], [0, 1], [1, 1]])


@pytest.mark.parametrize("inputs", [1, 3, 4, 10])
def test_a_truth_table_holds_every_row_once(inputs: int) -> None:
    table = truth_table(inputs)
    assert table.shape == (2**inputs, inputs)
    assert set(map(tuple, table.tolist())) == set(product([0.0, 1.0], repeat=inputs))
    np.testing.assert_array_equal(table @ 2.0 ** np.arange(inputs), np.arange(2**inputs))


@pytest.mark.parametrize("inputs", [-1, 0, 17])
def test_a_truth_table_too_large_is_refused(inputs: int) -> None:
    with pytest.raises(ValueRangeError) as caught:
        truth_table(inputs)
    assert (caught.value.name, caught.value.got) == ("inputs", inputs)


# The learning rule


def test_learning_by_hand() -> None:
    steps = list(learn(Perceptron((0.0, 0.0), 0.0), CORNERS, np.array([0, 1, 1, 1]), rate=1.0))
    # (0,0) → 0 is right; (1,0) should fire: w = (1, 0), b = 1; with that (0,1) and (1,1) are right
    assert steps[:4] == [
        LearningStep(1, 0, False, 0, Perceptron((0.0, 0.0), 0.0)),
        LearningStep(1, 1, True, 1, Perceptron((1.0, 0.0), 1.0)),
        LearningStep(1, 2, False, 1, Perceptron((1.0, 0.0), 1.0)),
        LearningStep(1, 3, False, 1, Perceptron((1.0, 0.0), 1.0)),
    ]
    # the second round: (0,0) fires and should not: b = 0; then (0,1) should: w = (1, 1), b = 1
    assert steps[4] == LearningStep(2, 0, True, 1, Perceptron((1.0, 0.0), 0.0))
    assert steps[6] == LearningStep(2, 2, True, 2, Perceptron((1.0, 1.0), 1.0))
    assert [step.errors for step in steps[-4:]] == [0, 0, 0, 0]
    np.testing.assert_array_equal(steps[-1].perceptron.output(CORNERS), [0, 1, 1, 1])


STARTS = [(0.5, 0.5, -0.7), (-0.5, -0.5, 0.7), (-1.3, 0.7, 2.0)]


@pytest.mark.parametrize(
    ("start", "rate"),
    [*product([((w1,), b) for w1, _, b in STARTS] + [((w1, w2), b) for w1, w2, b in STARTS], [0.1, 0.3, 1.0]),
     (((0.5, 0.5, 0.5), -0.7), 0.1)],
    ids=str,
)  # fmt: skip
def test_it_learns_whatever_a_line_can_do_and_nothing_else(
    start: tuple[tuple[float, ...], float], rate: float
) -> None:
    table = truth_table(len(start[0]))
    for outputs in product([0, 1], repeat=len(table)):
        last = list(learn(Perceptron(*start), table, np.array(outputs), rate=rate, epochs=60))[-1]
        separable = isinstance(separating_line(table, np.array(outputs)), SeparatingLine)
        assert (last.errors == 0) == separable
        assert (last.perceptron.output(table) == outputs).all() == separable
        assert (last.epoch == 60) == (not separable)


def test_the_errors_of_a_round_are_counted() -> None:
    steps = list(learn(AND, CORNERS, XOR.output(CORNERS), epochs=7))
    assert [(step.epoch, step.row) for step in steps] == list(product(range(1, 8), range(4)))
    for epoch in range(1, 8):
        of_epoch = [step for step in steps if step.epoch == epoch]
        assert [step.errors for step in of_epoch] == np.cumsum([step.wrong for step in of_epoch]).tolist()


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"rate": 0.0}, "rate"),
        ({"rate": np.nan}, "rate"),
        ({"epochs": 0}, "epochs"),
        ({"points": np.zeros((4, 3))}, "points"),
        ({"points": np.zeros(4)}, "points"),
        ({"points": np.full((4, 2), np.nan)}, "points"),
        ({"points": np.zeros((0, 2)), "targets": np.zeros(0)}, "points"),
        ({"targets": np.zeros(3)}, "targets"),
        ({"targets": np.array([0, 1, 2, 1])}, "targets"),
    ],
)
def test_what_is_wrong_with_examples_is_named(changed: dict[str, object], name: str) -> None:
    arguments = {"points": CORNERS, "targets": np.array([0, 0, 0, 1])} | changed
    with pytest.raises((ShapeError, ValueRangeError)) as caught:
        next(learn(AND, **arguments))
    assert caught.value.name == name


# The line, or the proof that there is none


@pytest.mark.parametrize(
    ("outputs", "weights", "bias"),
    [
        ([0, 0, 0, 1], (2, 2), -3),
        ([0, 1, 1, 1], (2, 2), -1),
        ([1, 1, 1, 0], (-2, -2), 3),
        ([0, 1, 0, 1], (2, 0), -1),
    ],
    ids=["AND", "OR", "NAND", "first input"],
)
def test_the_widest_line_by_hand(outputs: list[int], weights: tuple[float, ...], bias: float) -> None:
    line = separating_line(CORNERS, np.array(outputs))
    assert isinstance(line, SeparatingLine)
    assert line.perceptron == Perceptron(weights, bias)
    assert line.margin == pytest.approx(1 / np.linalg.norm(weights), rel=1e-12)


def test_the_points_that_hold_the_line() -> None:
    line = separating_line(CORNERS, np.array([0, 0, 0, 1]))
    assert isinstance(line, SeparatingLine)
    assert line.support == (1, 2, 3)


@pytest.mark.parametrize(("outputs", "point"), [([0, 1, 1, 0], (0.5, 0.5)), ([1, 0, 0, 1], (0.5, 0.5))])
def test_why_no_line_can_do_xor(outputs: list[int], point: tuple[float, ...]) -> None:
    assert separating_line(CORNERS, np.array(outputs)) == MeetingHulls(point, (0.5, 0.5, 0.5, 0.5))


@pytest.mark.parametrize(("target", "bias"), [(0, -1.0), (1, 1.0)])
def test_where_all_are_the_same_no_line_is_needed(target: int, bias: float) -> None:
    line = separating_line(CORNERS, np.full(4, target))
    assert line == SeparatingLine(Perceptron((0.0, 0.0), bias), np.inf, ())
    np.testing.assert_array_equal(line.perceptron.output(CORNERS), np.full(4, target))


def test_the_same_point_cannot_be_both() -> None:
    meeting = separating_line(np.array([[3.0, 1.0], [3.0, 1.0], [5.0, 5.0]]), np.array([0, 1, 1]))
    assert meeting == MeetingHulls((3.0, 1.0), (1.0, 1.0, 0.0))


def test_a_point_between_two_others_of_the_other_class() -> None:
    # 0.1, 0.2 and 0.3 do not lie quite on a line in floating point; here they do
    points = np.array([[0.1, 0.1], [0.2, 0.2], [0.3, 0.3]])
    meeting = separating_line(points, np.array([0, 1, 0]))
    assert isinstance(meeting, MeetingHulls)
    np.testing.assert_allclose(meeting.point, [0.2, 0.2], rtol=1e-11)


@pytest.mark.parametrize(("inputs", "count"), [(1, 4), (2, 14), (3, 104)])
def test_as_many_functions_are_separable_as_is_known(inputs: int, count: int) -> None:
    # 4, 14, 104, 1882, 94572, …: the threshold functions (OEIS A000609)
    table = truth_table(inputs)
    found = 0
    for outputs in product([0, 1], repeat=len(table)):
        targets = np.array(outputs)
        answer = separating_line(table, targets)
        if isinstance(answer, SeparatingLine):
            found += 1
            np.testing.assert_array_equal(answer.perceptron.output(table), targets)
        else:
            check_proof(answer, table, targets)
    assert found == count


def check_proof(meeting: MeetingHulls, points: Array, targets: Array) -> None:
    shares = np.array(meeting.shares)
    assert (shares >= 0).all()
    for target in (0, 1):
        of_class = targets == target
        assert shares[of_class].sum() == pytest.approx(1, abs=1e-10)
        scale = np.abs(points).max()
        np.testing.assert_allclose(shares[of_class] @ points[of_class], meeting.point, atol=1e-8 * scale)


def random_classes(seed: int) -> tuple[Array, Array]:
    """Up to 30 points in 1 to 4 dimensions, cut by a line; sometimes one is in the wrong class."""
    rng = np.random.default_rng(seed)
    count, n = rng.integers(2, 31), rng.integers(1, 5)
    points = rng.standard_normal((count, n)) if rng.random() < 0.5 else rng.integers(0, 4, (count, n)) / 1.0
    along = points @ rng.standard_normal(n)
    targets = (along > np.median(along)).astype(np.int64)
    if rng.random() < 0.3:
        targets[rng.integers(count)] ^= 1
    return points, targets


def a_line_exists(points: Array, targets: Array) -> bool:
    """By linear programming: is there (w, b) with ±(w·x + b) ≥ 1 for all points?"""
    signs = np.where(targets == 1, 1.0, -1.0)
    rows = -signs[:, None] * np.column_stack([points, np.ones(len(points))])
    return linprog(np.zeros(rows.shape[1]), rows, -np.ones(len(rows)), bounds=(None, None)).status == 0


@given(SEEDS)
def test_linear_programming_agrees(seed: int) -> None:
    points, targets = random_classes(seed)
    answer = separating_line(points, targets)
    assert isinstance(answer, SeparatingLine) == a_line_exists(points, targets)
    if isinstance(answer, MeetingHulls):
        check_proof(answer, points, targets)


@given(SEEDS)
def test_a_support_vector_machine_finds_the_same_line(seed: int) -> None:
    points, targets = random_classes(seed)
    answer = separating_line(points, targets)
    assume(isinstance(answer, SeparatingLine) and 0.03 < answer.margin < np.inf)
    assert isinstance(answer, SeparatingLine)
    machine = SVC(kernel="linear", C=1e6, tol=1e-8).fit(points, targets)
    np.testing.assert_allclose(answer.perceptron.weights, machine.coef_[0], rtol=1e-3, atol=1e-2)
    assert answer.perceptron.bias == pytest.approx(machine.intercept_[0], rel=1e-3, abs=1e-2)


@given(SEEDS)
def test_every_point_keeps_its_distance_and_some_just_so(seed: int) -> None:
    points, targets = random_classes(seed)
    answer = separating_line(points, targets)
    assume(isinstance(answer, SeparatingLine) and answer.margin < np.inf)
    assert isinstance(answer, SeparatingLine)
    sums = answer.perceptron.sum(points) * np.where(targets == 1, 1, -1)
    assert sums.min() == pytest.approx(1, abs=1e-6)
    assert answer.margin == pytest.approx(1 / np.linalg.norm(answer.perceptron.weights), rel=1e-9)
    assert {0, 1} == set(targets[list(answer.support)])
    np.testing.assert_array_equal(np.flatnonzero(sums < 1 + 1e-6), answer.support)


@given(seed=SEEDS, scale=st.sampled_from([1e-6, 0.1, 1e3]), shift=st.integers(-100, 100))
def test_the_line_moves_and_grows_with_the_points(seed: int, scale: float, shift: int) -> None:
    points, targets = random_classes(seed)
    here, there = separating_line(points, targets), separating_line((points + shift) * scale, targets)
    assume(isinstance(here, SeparatingLine) and 1e-3 < here.margin < np.inf)
    assert isinstance(here, SeparatingLine)
    assert isinstance(there, SeparatingLine)
    assert there.margin == pytest.approx(here.margin * scale, rel=1e-6)
    np.testing.assert_array_equal(there.perceptron.output((points + shift) * scale), targets)


@pytest.mark.parametrize("scale", [1e-300, 1e-200, 1e-13, 1e160, 1e300])
@pytest.mark.parametrize(
    ("outputs", "parted"), [([0, 0, 0, 1], True), ([0, 1, 1, 1], True), ([0, 1, 1, 0], False)]
)
def test_the_answer_does_not_depend_on_the_unit(scale: float, outputs: list[int], parted: bool) -> None:
    answer = separating_line(CORNERS * scale, np.array(outputs))
    assert isinstance(answer, SeparatingLine) == parted
    if isinstance(answer, SeparatingLine):
        np.testing.assert_array_equal(answer.perceptron.output(CORNERS * scale), outputs)
        assert answer.margin == pytest.approx(scale * np.sqrt(2) / 4, rel=1e-9)
    else:
        np.testing.assert_allclose(answer.point, (scale / 2, scale / 2), rtol=1e-9)
