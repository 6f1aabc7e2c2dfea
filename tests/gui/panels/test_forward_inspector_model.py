"""What the inspector says of a step and where its blocks stand, without a window."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.activations import ACTIVATIONS
from core.functions import activation_of
from core.layers import Affine
from core.network import Network, random_network, with_activation
from core.trace import ForwardTrace
from gui.panels.forward_inspector import blocks as row
from gui.panels.forward_inspector.arrangement import arrange
from gui.panels.forward_inspector.model import (
    NO_ANSWER,
    Letters,
    code,
    is_probabilities,
    latex,
    limits,
    name_steps,
    read,
    shape_text,
    shapes_line,
    span,
)

CHAR = 6.6  # px


def run(
    sizes: tuple[int, ...], images: int = 100, hidden: str = "sigmoid", output: str = "softmax"
) -> ForwardTrace:
    rng = np.random.default_rng(0)
    network = random_network(sizes, rng, hidden, output)
    return network.forward(rng.random((images, sizes[0]), dtype=np.float32))


def letters_of(trace: ForwardTrace) -> tuple[Letters, ...]:
    return name_steps(tuple(step.layer for step in trace.steps))


@pytest.fixture(scope="module")
def book() -> ForwardTrace:
    return run((784, 50, 100, 10))


# Letters, formula, code, shapes


def test_the_letters_are_the_book_s(book: ForwardTrace) -> None:
    named = [(letters.input, letters.output) for letters in letters_of(book)]
    assert named == [("x", "a1"), ("a1", "z1"), ("z1", "a2"), ("a2", "z2"), ("z2", "a3"), ("a3", "y")]


@given(
    st.lists(st.integers(1, 9), min_size=0, max_size=9),
    st.sampled_from([key for key in ACTIVATIONS if key != "softmax"]),
)
def test_letters_join_the_steps_at_any_depth(hidden: list[int], function: str) -> None:
    trace = run((4, *hidden, 3), images=2, hidden=function)
    named = letters_of(trace)
    assert len(named) == 2 * (len(hidden) + 1)
    assert all(before.output == after.input for before, after in pairwise(named))
    assert len({letters.output for letters in named}) == len(named)
    assert named[-1].output == "y"


def test_a_network_that_ends_in_sums_answers_with_them() -> None:
    network = Network((Affine(np.eye(3), np.zeros(3)),))
    (letters,) = name_steps(network.layers)
    assert code(letters) == "y = np.dot(x, W1) + b1"
    assert latex(letters) == r"y = x \cdot W_{1} + b_{1}"
    assert not is_probabilities(network.forward(np.ones((1, 3))))


def test_every_step_is_written_as_in_the_book(book: ForwardTrace) -> None:
    named = letters_of(book)
    assert [code(letters) for letters in named] == [
        "a1 = np.dot(x, W1) + b1",
        "z1 = sigmoid(a1)",
        "a2 = np.dot(z1, W2) + b2",
        "z2 = sigmoid(a2)",
        "a3 = np.dot(z2, W3) + b3",
        "y = softmax(a3)",
    ]
    assert shapes_line(book.steps[0]) == "(100, 784) · (784, 50) + (50,) → (100, 50)"
    assert shapes_line(book.steps[1]) == "(100, 50) → (100, 50)"
    assert shape_text((50,)) == "(50,)"


def test_formulas_say_what_h_is() -> None:
    sigmoid = Letters(1, "a1", "z1", "sigmoid")
    assert latex(sigmoid) == r"z_{1} = \sigma(a_{1}) = \frac{1}{1 + e^{-a_{1}}}"
    assert latex(sigmoid, short=True) == r"z_{1} = \sigma(a_{1})"
    assert latex(Letters(2, "a2", "z2", "relu")) == r"z_{2} = \max(0, a_{2})"
    assert latex(Letters(3, "a3", "y", "identity")) == "y = a_{3}"
    assert latex(Letters(3, "a3", "y", "softmax"), short=True) == r"y = \mathrm{softmax}(a_{3})"


@pytest.mark.parametrize("key", ACTIVATIONS)
def test_every_activation_has_a_formula_without_a_stray_x(key: str) -> None:
    import ziamath

    for short in (True, False):
        formula = latex(Letters(1, "a1", "z1", key), short=short)
        assert formula.startswith("z_{1} = ")
        assert "x" not in formula.replace(r"\max", "").replace("softmax", "")
        assert ziamath.Latex(formula).svg()


# Limits of the colours


def test_sums_are_shown_symmetric_around_zero(book: ForwardTrace) -> None:
    shown = limits(book.steps[0])
    assert shown.kind == "signed"
    assert shown.low == -shown.high
    assert shown.high <= np.abs(book.steps[0].output).max()


def test_signals_start_at_zero_and_end_where_the_function_does() -> None:
    assert (limits(run((4, 5, 3)).steps[1]).low, limits(run((4, 5, 3)).steps[1]).high) == (0, 1)
    relu = run((4, 5, 3), hidden="relu").steps[1]
    assert limits(relu).kind == "signal"
    assert limits(relu).high == pytest.approx(float(relu.output.max()))
    tanh = limits(run((4, 5, 3), hidden="tanh").steps[1])
    assert (tanh.kind, tanh.low, tanh.high) == ("signed", -1, 1)


def test_a_far_number_does_not_wash_out_the_others_and_the_scale_says_so() -> None:
    W = np.eye(40)
    network = Network((Affine(W, np.zeros(40)),))
    x = np.random.default_rng(0).uniform(-1, 1, (40, 40))
    x[3, 3] = 1000.0
    shown = limits(network.forward(x).steps[0])
    assert shown.high < 2
    assert shown.is_cut
    alone = limits(network.forward(x[3:4]).steps[0])
    assert alone.high == 1000
    assert not alone.is_cut


@pytest.mark.parametrize("fill", [0.0, np.nan, np.inf, -np.inf])
def test_limits_are_numbers_whatever_is_in_the_array(fill: float) -> None:
    trace = run((4, 5, 3), images=3)
    for step in trace.steps:
        shown = limits(step._replace(output=np.full((3, 5), fill, dtype=np.float32)))
        assert np.isfinite([shown.low, shown.high]).all()
        assert shown.low < shown.high


def test_the_span_leaves_out_what_is_no_number() -> None:
    found = span(np.array([[1.0, np.nan], [-2.0, np.inf]]))
    assert (found.low, found.high, found.mean) == (-2.0, 1.0, -0.5)


# Reading


def test_reading_finds_what_is_wrong(book: ForwardTrace) -> None:
    answers = book.output.argmax(axis=1)
    labels = answers.astype(np.uint8)
    labels[7] = (labels[7] + 1) % 10
    reading = read(book, labels)
    assert (reading.right, reading.accuracy) == (99, 0.99)
    assert reading.wrong.nonzero()[0].tolist() == [7]
    assert not read(book, None).wrong.any()


# Blocks


def test_the_chain_of_blocks_is_the_network(book: ForwardTrace) -> None:
    chain = row.chain(book)
    assert [block.name for block in chain] == [
        *("x", "W1", "b1", "a1", "z1", "W2", "b2", "a2", "z2", "W3", "b3", "a3", "y")
    ]  # fmt: skip
    assert [block.sign for block in chain] == [
        *("", "·", "+", "=", "σ", "·", "+", "=", "σ", "·", "+", "=", "softmax")
    ]  # fmt: skip
    again = row.chain(book, chain)
    assert again[1].limits is chain[1].limits, "weights are measured once"


def test_blocks_are_drawn_to_their_shapes(book: ForwardTrace) -> None:
    chain = row.chain(book)
    x, W1, b1, a1, *_ = row.place(chain, 0, 1240, 190, CHAR)
    assert x.width / x.height == pytest.approx(np.sqrt(784 / 100))
    assert W1.height / W1.width == pytest.approx(np.sqrt(784 / 50))
    assert x.width == pytest.approx(W1.height), "sides that must agree are equally long"
    assert W1.width == pytest.approx(b1.width) == pytest.approx(a1.width)


def test_a_wide_strip_shows_the_whole_network_and_a_small_one_the_present_step(book: ForwardTrace) -> None:
    chain = row.chain(book)
    assert len(row.place(chain, 2, 1240, 190, CHAR)) == 13
    names = [chain[place.index].name for place in row.place(chain, 2, 330, 110, CHAR)]
    assert names == ["z1", "W2", "b2", "a2"]


@given(
    st.lists(st.sampled_from([1, 3, 10, 50, 100, 300, 784]), min_size=0, max_size=9),
    st.integers(300, 1600),
    st.integers(80, 240),
    st.sampled_from([1, 7, 100]),
    st.data(),
)
def test_blocks_never_overlap_and_show_the_present_step(
    hidden: list[int], width: int, height: int, images: int, data: st.DataObject
) -> None:
    trace = run((784, *hidden, 10), images=images)
    chain = row.chain(trace)
    present = data.draw(st.integers(0, len(trace.steps) - 1))
    places = row.place(chain, present, width, height, CHAR)
    shown = [place.index for place in places]
    wanted = [i for i in range(len(chain)) if row.in_step(chain, i, present)]
    assert set(wanted) <= set(shown)
    assert shown == list(range(shown[0], shown[-1] + 1))
    for left, right in pairwise(places):
        assert left.slot + left.slot_width < right.sign_x < right.slot
    assert places[0].slot >= 0
    assert places[-1].slot + places[-1].slot_width <= width + 1e-6
    assert all(place.y >= 0 and place.y + place.height <= max(height, 80) for place in places)


# Arrangement


@given(st.integers(600, 2600), st.integers(250, 1400))
def test_parts_stand_inside_the_panel_and_beside_each_other(width: int, height: int) -> None:
    places = arrange(width, height)
    parts = [places.header, places.strip, places.batch, places.matrix, places.chosen]
    if not places.compact:
        parts.append(places.code)
    for part in parts:
        assert part.width() > 0
        assert part.height() > 0
        assert part.left() >= 0
        assert part.top() >= 0
        assert part.right() < width
        assert part.bottom() < height
    for i, part in enumerate(parts):
        assert not any(part.intersects(other) for other in parts[i + 1 :])


def test_a_typed_activation_is_called_h() -> None:
    network = random_network((784, 5, 10), np.random.default_rng(1))
    network = with_activation(network, 1, activation_of("typed:x * exp(x)"))
    letters = name_steps(network.layers)[1]
    assert (letters.symbol, letters.name) == ("h", "h")
    assert code(letters) == "z1 = h(a1)"
    assert latex(letters, short=True) == "z_{1} = h(a_{1})"
    assert latex(letters) == r"z_{1} = h(a_{1}) = a_{1}\,e^{a_{1}}"
    deep = "sin(" * 9 + "x" + ")" * 9
    letters = name_steps(with_activation(network, 1, activation_of(f"typed:{deep}")).layers)[1]
    assert latex(letters) == "z_{1} = h(a_{1})"


def test_where_an_output_is_no_number_there_is_no_answer() -> None:
    network = with_activation(
        random_network((784, 5, 10), np.random.default_rng(1)), 1, activation_of("typed:log(x)")
    )
    trace = network.forward(np.random.default_rng(2).standard_normal((20, 784)).astype(np.float32))
    reading = read(trace, np.zeros(20, np.uint8))
    unknown = np.isnan(trace.output).any(axis=1)
    assert unknown.any()
    assert (reading.answers[unknown] == NO_ANSWER).all()
    assert reading.wrong[unknown].all()
    assert reading.right == int((reading.answers == 0).sum())
