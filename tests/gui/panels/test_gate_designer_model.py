"""The gate designer without its widgets: what follows from the numbers, and what is kept."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.perceptron import AND, NAND, OR, XOR, Perceptron, TwoLayers
from gui.panels.gate_designer import words
from gui.panels.gate_designer.model import (
    BIAS,
    LIMIT,
    TARGETS,
    W1,
    W2,
    Gates,
    best_of_one_line,
    bias_through,
    decisions,
    gates_from,
    name_of,
    rows,
    signed,
    why_not,
    with_layers,
    with_number,
    with_target,
    work_of,
)

numbers = st.floats(-LIMIT, LIMIT).map(lambda number: round(number, 3) + 0.0)
perceptrons = st.builds(lambda w1, w2, b: Perceptron((w1, w2), b), numbers, numbers, numbers)
states = st.builds(
    lambda target, single, one, two, last, layers, unit: Gates(
        "XOR" if layers else target, single, TwoLayers((one, two), last), layers, unit
    ),
    st.sampled_from(TARGETS),
    perceptrons,
    perceptrons,
    perceptrons,
    perceptrons,
    st.booleans(),
    st.integers(0, 2),
)


def test_a_sum_is_written_out_with_its_numbers() -> None:
    table = rows(Gates())
    assert [row.inputs for row in table] == [(0, 0), (1, 0), (0, 1), (1, 1)]
    assert table[1].decisions[0].written_out == "0.5·1 + 0.5·0 − 0.7 = −0.200 ≤ 0 → 0"
    assert table[3].decisions[0].written_out == "0.5·1 + 0.5·1 − 0.7 = 0.300 > 0 → 1"
    assert all(row.is_right for row in table)
    nand = rows(with_target(Gates(), "NAND"))[3].decisions[0]
    assert nand.written_out == "−0.5·1 − 0.5·1 + 0.7 = −0.300 ≤ 0 → 0"


def test_a_sum_of_exactly_nothing_does_not_fire() -> None:
    """0.1 + 0.2 − 0.3 is not 0 in floating point; on screen and in the table it is."""
    row = rows(Gates(single=Perceptron((0.1, 0.2), -0.3)))[3]
    assert row.decisions[0].written_out == "0.1·1 + 0.2·1 − 0.3 = 0.000 ≤ 0 → 0"


def test_the_second_layer_looks_at_the_first() -> None:
    table = rows(with_layers(Gates(), two=True))
    assert [[each.fires for each in row.decisions] for row in table] == [
        [1, 0, 0],
        [1, 1, 1],
        [1, 1, 1],
        [0, 1, 0],
    ]
    assert table[3].decisions[2].written_out == "0.5·0 + 0.5·1 − 0.7 = −0.200 ≤ 0 → 0"
    assert all(row.is_right for row in table)


def test_what_one_line_can_do_and_what_it_cannot() -> None:
    assert [best_of_one_line(target) for target in TARGETS] == [4, 4, 4, 3]
    assert [why_not(target) is None for target in TARGETS] == [True, True, True, False]
    proof = why_not("XOR")
    assert proof is not None
    assert proof.point == pytest.approx((0.5, 0.5))


def test_a_gate_is_known_by_what_it_does() -> None:
    assert [name_of(gate) for gate in (AND, NAND, OR)] == ["AND", "NAND", "OR"]
    assert name_of(Perceptron((2.0, 2.0), -3.0)) == "AND"
    assert name_of(Perceptron((1.0, 0.0), -0.5)) == ""


def test_presets_set_the_books_weights_and_the_target() -> None:
    edited = with_number(Gates(), W1, -1.5)
    assert with_target(edited, "OR") == Gates(target="OR", single=OR)
    xor = with_target(edited, "XOR")
    assert (xor.target, xor.single, xor.two_layers) == ("XOR", edited.single, False)
    broken = with_number(with_layers(xor, two=True), BIAS, 5)
    assert broken.circuit != XOR
    assert with_target(broken, "XOR").circuit == XOR
    assert with_target(broken, "AND").two_layers is False
    assert with_layers(Gates(), two=True).target == "XOR"
    assert with_layers(with_layers(Gates(), two=True), two=False).target == "XOR"


@pytest.mark.parametrize("unit", [0, 1, 2])
def test_only_the_chosen_perceptron_is_changed(unit: int) -> None:
    gates = replace(with_layers(Gates(), two=True), unit=unit)
    changed = with_number(gates, W2, 1.25)
    assert changed.edited == Perceptron((gates.edited.weights[0], 1.25), gates.edited.bias)
    others = [k for k in range(3) if k != unit]
    assert [changed.units[k] for k in others] == [gates.units[k] for k in others]
    assert changed.single == gates.single


def test_numbers_stay_within_their_limits() -> None:
    assert with_number(Gates(), W1, 1e9).single.weights[0] == LIMIT
    assert with_number(Gates(), BIAS, -1e9).single.bias == -LIMIT
    assert with_number(Gates(), W1, 57 * 0.01).single.weights[0] == 0.57
    assert str(with_number(Gates(), W1, -0.0001).single.weights[0]) == "0.0"


@given(perceptrons, st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
def test_a_dragged_line_goes_through_the_point(perceptron: Perceptron, x1: float, x2: float) -> None:
    moved = Perceptron(perceptron.weights, bias_through(perceptron, x1, x2))
    w1, w2 = moved.weights
    assert w1 * x1 + w2 * x2 + moved.bias == pytest.approx(0, abs=1e-9)


@given(states)
def test_what_is_kept_comes_back(gates: Gates) -> None:
    assert gates_from(json.loads(json.dumps(work_of(gates)))) == gates


@pytest.mark.parametrize(
    "work",
    [
        {},
        {"target": "NOR", "single": [1, 2], "circuit": "XOR", "two_layers": "yes", "unit": 3},
        {"target": ["AND"], "single": {"w": 1}, "circuit": [1, 2, 3], "two_layers": None, "unit": True},
        {"target": None, "single": [float("nan"), 0, 0], "circuit": [[0, 0, float("inf")]], "unit": -1},
        {"single": ["a", "b", "c"], "circuit": [], "unit": 1.0},
    ],
)
def test_damaged_work_is_left_out(work: dict[str, Any]) -> None:
    assert gates_from(work) == Gates()


def test_partial_work_is_taken_as_far_as_it_goes() -> None:
    kept = gates_from({"single": [10**400, -3, 0.12345], "circuit": [[1, 1, 1], None, [2, 2, 2]], "unit": 2})
    assert kept.single == Perceptron((LIMIT, -3.0), 0.123)
    assert kept.circuit == TwoLayers((Perceptron((1.0, 1.0), 1.0), OR), Perceptron((2.0, 2.0), 2.0))
    assert kept.unit == 2


@given(states)
def test_every_state_has_its_words(gates: Gates) -> None:
    table = rows(gates)
    assert words.so_what(gates, table)
    assert words.count_text(table) == f"{sum(row.is_right for row in table)} / 4 match"
    for column in words.columns(gates, table):
        assert len(column.cells) == 4
    for row in table:
        assert words.row_in_full(gates, row).count("\n") == len(row.decisions) + 1
        assert decisions(gates, [float(x) for x in row.inputs])[-1].fires == row.output


def test_the_sentence_follows_the_state() -> None:
    def said(gates: Gates) -> str:
        return words.so_what(gates, rows(gates))

    assert "One line is enough for AND" in said(Gates())
    assert "makes OR, not AND" in said(with_number(Gates(), BIAS, -0.2))
    assert "Not AND yet" in said(with_number(Gates(), W1, 1.0))
    assert "there is no line: the whole plane answers 0" in said(
        with_number(with_number(Gates(), W1, 0), W2, 0)
    )
    xor = with_target(Gates(), "XOR")
    assert "cross in (0.5, 0.5)" in said(xor)
    assert "3 of 4 is the best" in said(xor)
    two = with_layers(xor, two=True)
    assert "Two layers reach XOR: s₁ leaves out (1, 1)" in said(two)
    assert "A cross marks each corner" in said(with_number(two, BIAS, 2))
    own = Gates("XOR", AND, TwoLayers((OR, AND), Perceptron((0.5, -0.5), -0.2)), True)
    assert "in your own way" in said(own)


def test_numbers_carry_their_sign() -> None:
    assert [signed(number) for number in (0.5, -0.5, 0.0)] == ["+0.5", "−0.5", "+0"]
    assert signed(-0.25, spaced=True) == "− 0.25"
