"""Where things lie on the sheet, and what is written on it: numbers and texts, without a widget."""

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from core.circuit import Block, Circuit, Input, Output, Place, Source, Unit, Wire, run
from core.circuit_edits import connect, move, tidy, with_bias, with_weight
from core.gates import LIBRARY, gate
from gui.panels.gate_designer.design import Design
from gui.panels.gate_designer.lens import LARGEST, MARGIN, SMALLEST, Lens, fitting
from gui.panels.gate_designer.routes import WITH_CARE, route
from gui.panels.gate_designer.sheet import (
    Hit,
    Sheet,
    free_spot,
    mended,
    outline_of,
    sheet_of,
)
from gui.panels.gate_designer.sheet_shapes import DOWN, place_of, place_on_sheet
from gui.panels.gate_designer.sheet_widget import is_another
from gui.panels.gate_designer.sums import (
    compares_with_threshold,
    in_full,
    readings,
    state_text,
    term_forms,
    verdict,
    weight_text,
)
from gui.panels.gate_designer.wire_painting import THICKEST, THINNEST, wire_width

CIRCUITS = [gate(key, nand_only=nand_only) for key, nand_only in product(LIBRARY, (False, True))]
numbers = st.floats(-50, 50)
weights = st.integers(-300, 300).map(lambda hundredths: hundredths / 100)


def one_unit(*wires: float, bias: float) -> Circuit:
    inputs = tuple(Input(f"x{k}", f"x{k}") for k in range(1, len(wires) + 1))
    ends = tuple(Wire(Source(each.key), weight) for each, weight in zip(inputs, wires, strict=True))
    return tidy(Circuit(inputs, (Unit("s", "s", ends, bias),), (Output("y", "y", Source("s")),)))


def texts(circuit: Circuit, states: tuple[int, ...], *, as_threshold: bool = False) -> tuple[str, str]:
    """The two lines on the card of the one perceptron."""
    unit = circuit.nodes[0]
    assert isinstance(unit, Unit)
    signals = run(circuit, np.array(states, dtype=np.float64))
    values = readings(circuit, signals)
    forms = term_forms(unit, values, as_threshold=as_threshold)
    return forms[0], verdict(unit, float(signals.sums["s"]), values, as_threshold=as_threshold)


# The lens


@given(st.floats(SMALLEST, LARGEST), numbers, numbers, numbers, numbers)
def test_the_lens_goes_both_ways(zoom: float, x: float, y: float, px: float, py: float) -> None:
    lens, point = Lens(zoom, x, y), QPointF(px, py)
    back = lens.on_sheet(lens.seen(point))
    assert (back.x(), back.y()) == pytest.approx((px, py), abs=1e-9)


@given(st.floats(0.01, 100), numbers, numbers)
def test_zooming_keeps_the_point_under_the_mouse(factor: float, x: float, y: float) -> None:
    lens, about = Lens(0.8, 3, -7), QPointF(x, y)
    zoomed = lens.zoomed(factor, about)
    assert SMALLEST <= zoomed.zoom <= LARGEST
    seen = zoomed.seen(lens.on_sheet(about))
    assert (seen.x(), seen.y()) == pytest.approx((x, y), abs=1e-9)


def test_what_is_fitted_lies_in_the_middle_with_a_margin() -> None:
    bounds, window = QRectF(-100, 40, 900, 300), QRectF(0, 0, 500, 400)
    seen = fitting(bounds, window).seen_rect(bounds)
    assert (seen.left(), seen.right()) == pytest.approx((MARGIN, 500 - MARGIN))
    assert seen.center().y() == pytest.approx(200)


# The sheet


@pytest.mark.parametrize("circuit", CIRCUITS, ids=lambda circuit: circuit.name)
def test_parts_of_a_tidy_circuit_do_not_touch_and_have_all_their_pins(circuit: Circuit) -> None:
    sheet = sheet_of(circuit)
    for one, other in combinations(sheet.shapes.values(), 2):
        assert not one.rect.intersects(other.rect), (one.key, other.key)
    for key, part in circuit.parts.items():
        shape = sheet.shapes[key]
        if isinstance(part, Unit):
            assert len(shape.inputs) == len(part.wires)
            assert shape.bias is not None
            assert shape.rect.contains(shape.bias)
        assert all(pin.x() == shape.rect.left() for pin in shape.inputs)
        assert sheet.bounds.contains(shape.outline)


@pytest.mark.parametrize("circuit", CIRCUITS, ids=lambda circuit: circuit.name)
def test_numbers_cover_neither_each_other_nor_cards(circuit: Circuit) -> None:
    sheet = sheet_of(circuit)
    pills = [each.pill for each in sheet.routes.values() if each.pill is not None]
    for one, other in combinations(pills, 2):
        assert not one.intersects(other)
    for pill, shape in product(pills, sheet.shapes.values()):
        assert not pill.intersects(shape.rect)


@pytest.mark.parametrize("circuit", CIRCUITS, ids=lambda circuit: circuit.name)
def test_wires_go_around_the_parts_between(circuit: Circuit) -> None:
    sheet = sheet_of(circuit)
    for (key, index), each in sheet.routes.items():
        part = circuit.parts[key]
        source = part.source if isinstance(part, Output) else part.sources[index]  # type: ignore[union-attr]
        assert source is not None
        for other, shape in sheet.shapes.items():
            if other not in (key, source.node):
                inner = shape.rect.adjusted(2, 2, -2, -2)
                assert not any(inner.contains(*point) for point in each.points), (key, index, other)


def test_wires_of_one_signal_leave_side_by_side() -> None:
    circuit = gate("XOR")
    sheet = sheet_of(circuit)
    starts = {end: each.points[0] for end, each in sheet.routes.items()}
    assert len(set(starts.values())) == len(starts)


def test_a_wire_runs_smoothly_from_end_to_end() -> None:
    for stop in (QPointF(200, 90), QPointF(20, 5), QPointF(-150, 40)):
        each = route(QPointF(0, 0), stop)
        assert each.points[0] == (0, 0)
        assert each.points[-1] == pytest.approx((stop.x(), stop.y()))
        assert each.points[1][0] > 0  # to the right, even where it has to go back
        assert each.points[-2][0] < stop.x()


@given(weights, weights, weights)
def test_the_sheet_depends_on_places_and_wires_only(first: float, second: float, bias: float) -> None:
    circuit = gate("XOR")
    unit = circuit.nodes[0].key
    changed = with_bias(with_weight(with_weight(circuit, unit, 0, first), unit, 1, second), unit, bias)
    assert outline_of(changed) == outline_of(circuit)
    assert outline_of(move(circuit, {unit: Place(1, 9)})) != outline_of(circuit)
    assert outline_of(connect(circuit, Source("x1"), circuit.nodes[-1].key)) != outline_of(circuit)


def test_a_box_lies_otherwise_than_a_perceptron_with_the_same_wires() -> None:
    inputs, (here, there) = (Input("x1", "x1"), Input("x2", "x2")), (Source("x1"), Source("x2"))
    unit = Unit("a", "a", (Wire(here, 1.0), Wire(there, 1.0)), 0.0, Place(1, 1))
    block = Block("a", "a", gate("AND"), (here, there), Place(1, 1))
    assert outline_of(Circuit(inputs, (unit,))) != outline_of(Circuit(inputs, (block,)))


def test_the_same_circuit_gives_the_same_sheet() -> None:
    one, other = sheet_of(gate("ADDER_2BIT", nand_only=True)), sheet_of(gate("ADDER_2BIT", nand_only=True))
    assert one.shapes == other.shapes
    assert {end: each.pill for end, each in one.routes.items()} == {
        end: each.pill for end, each in other.routes.items()
    }


def middle_of(sheet: Sheet, key: str) -> QPointF:
    return sheet.shapes[key].rect.center()


def test_hits_tell_numbers_pins_names_and_parts_apart() -> None:
    circuit = gate("AND")
    sheet = sheet_of(circuit)
    key = circuit.nodes[0].key
    shape = sheet.shapes[key]
    assert shape.bias is not None
    pill = sheet.number(key, 1)
    assert pill is not None
    assert sheet.hit(pill.center()) == Hit("number", key, 1)
    assert sheet.hit(shape.bias.center()) == Hit("number", key, None)
    assert sheet.hit(shape.bias.center(), numbers=False) == Hit("part", key)
    assert sheet.hit(shape.outputs[0] + QPointF(4, 3)) == Hit("output", key, 0)
    assert sheet.hit(shape.inputs[1] - QPointF(5, 0)) == Hit("input", key, 1)
    assert sheet.hit(shape.name.center()) == Hit("name", key)
    assert sheet.hit(middle_of(sheet, key)) == Hit("part", key)
    assert sheet.hit(QPointF(-500, -500)) is None
    assert sheet.target(middle_of(sheet, key)) == (key, 2)
    assert sheet.target(middle_of(sheet, circuit.inputs[0].key)) is None


@given(st.integers(-40, 40), st.integers(-40, 40))
def test_places_lie_on_half_a_grid_and_stay_there(x: int, y: int) -> None:
    place = place_of(QPointF(x * 9.7, y * 9.7))
    assert place_of(place_on_sheet(place)) == pytest.approx(tuple(place))
    assert abs(place.row * DOWN - y * 9.7) <= 7.001


@pytest.mark.parametrize("circuit", CIRCUITS[:6], ids=lambda circuit: circuit.name)
def test_a_free_spot_is_free_and_near(circuit: Circuit) -> None:
    sheet = sheet_of(circuit)
    for shape in sheet.shapes.values():
        spot = free_spot(sheet, shape.rect.center())
        card = QRectF(spot.x() - 76, spot.y() - 39, 152, 78)
        assert not any(card.intersects(other.rect) for other in sheet.shapes.values())


def test_what_counts_as_another_circuit() -> None:
    xor = gate("XOR")
    assert is_another(xor, gate("FULL_ADDER"))
    assert not is_another(xor, connect(xor, Source("x1"), xor.nodes[-1].key))
    assert not is_another(xor, move(xor, {xor.nodes[0].key: Place(5, 5)}))


# What is written


def test_the_sum_is_written_as_in_the_book() -> None:
    circuit = one_unit(0.5, 0.5, bias=-0.7)
    assert texts(circuit, (1, 0)) == ("0.5·1 + 0.5·0 − 0.7", "= −0.2 ≤ 0")
    assert texts(circuit, (1, 1)) == ("0.5·1 + 0.5·1 − 0.7", "= 0.3 > 0")
    assert texts(circuit, (1, 0), as_threshold=True) == ("0.5·1 + 0.5·0", "= 0.5 ≤ 0.7")
    assert texts(one_unit(-0.5, -0.5, bias=0.7), (1, 0)) == ("−0.5·1 − 0.5·0 + 0.7", "= 0.2 > 0")
    assert texts(one_unit(bias=0.7), ()) == ("0.7", "= 0.7 > 0")
    assert texts(one_unit(bias=0.7), (), as_threshold=True) == ("0.7", "= 0.7 > 0")


def test_numbers_that_differ_never_look_the_same_beside_each_other() -> None:
    circuit = one_unit(0.70001, bias=-0.7)
    assert texts(circuit, (1,), as_threshold=True)[1] == "= 0.70001 > 0.7"
    assert texts(one_unit(0.1, 0.2, bias=-0.3), (1, 1), as_threshold=True)[1] == "= 0.3 ≤ 0.3"


@given(st.lists(weights, min_size=1, max_size=4), weights, st.integers(0, 15))
def test_what_is_written_is_what_comes_out(wires: list[float], bias: float, row: int) -> None:
    circuit = one_unit(*wires, bias=bias)
    states = tuple(row >> k & 1 for k in range(len(wires)))
    fires = float(run(circuit, np.array(states, dtype=np.float64)).outputs[0]) == 1
    for as_threshold in (False, True):
        left, _, right = texts(circuit, states, as_threshold=as_threshold)[1][2:].partition(
            " > " if fires else " ≤ "
        )
        numbers = [float(each.replace("−", "-")) for each in (left, right)]
        assert (numbers[0] > numbers[1]) == fires


def test_long_sums_have_shorter_forms_with_the_bias_at_their_end() -> None:
    circuit = one_unit(0.1, -0.2, 0.3, bias=-0.4)
    unit = circuit.nodes[0]
    assert isinstance(unit, Unit)
    values = readings(circuit, run(circuit, np.ones(3)))
    assert term_forms(unit, values, as_threshold=False) == (
        "0.1·1 − 0.2·1 + 0.3·1 − 0.4",
        "0.1·1−0.2·1+0.3·1−0.4",
        "0.1·1 − 0.2·1 + … − 0.4",
        "0.1·1 + … − 0.4",
        "…",
    )
    many = one_unit(*[0.1] * 12, bias=1.0)
    forms = term_forms(many.nodes[0], readings(many, run(many, np.ones(12))), as_threshold=True)  # type: ignore[arg-type]
    assert forms[0].endswith("+ …")


def test_in_full_every_digit_is_there() -> None:
    circuit = one_unit(0.123456789, 0.5, bias=-0.7)
    design = Design(circuit, (1, 1))
    signals = run(circuit, np.array([1.0, 1.0]))
    assert "0.123456789·1 + 0.5·1 − 0.7 = " in in_full(circuit.nodes[0], design, signals)  # type: ignore[arg-type]
    told = in_full(circuit.nodes[0], replace(design, as_threshold=True), signals)  # type: ignore[arg-type]
    assert "≤ 0.7 → 0" in told


def test_the_sigmoid_compares_a_sum_with_nothing() -> None:
    circuit = one_unit(0.5, 0.5, bias=-0.7)
    unit = circuit.nodes[0]
    assert isinstance(unit, Unit)
    design = Design(circuit, (1, 0), softness=1.0, as_threshold=True)
    signals = run(circuit, np.array([1.0, 0.0]), 1.0)
    values = readings(circuit, signals)
    assert not compares_with_threshold(design)
    assert verdict(unit, -0.2, values, as_threshold=False, firing=1.0) == "= −0.2"
    assert in_full(unit, design, signals).split("\n")[1:] == [
        "w₁·x1 + w₂·x2 + b",
        "0.5·1 + 0.5·0 − 0.7 = −0.19999999999999996 → 0.45016600268752216",
    ]


def test_resistances_and_states() -> None:
    assert weight_text(0.5, as_resistor=True) == "+R 2"
    assert weight_text(-0.25, as_resistor=True) == "−R 4"
    assert weight_text(0.0, as_resistor=True) == "R ∞"
    assert weight_text(-0.5, as_resistor=False) == "−0.5"
    assert state_text(1.0, 0.0) == "1"
    assert state_text(0.4567, 0.5) == "0.46"


@given(st.floats(-100, 100), st.floats(-100, 100))
def test_a_larger_weight_is_never_a_thinner_wire(one: float, other: float) -> None:
    assert THINNEST <= wire_width(one) <= THICKEST
    assert wire_width(one) == wire_width(-one)
    if abs(one) > abs(other):
        assert wire_width(one) >= wire_width(other)


def test_wires_of_a_crowd_go_straight_and_still_have_their_numbers() -> None:
    wires = (Wire(Source("x"), 0.5), Wire(Source("x"), 0.5))
    units = tuple(
        Unit(f"s{k}", f"s{k}", wires, 0.0, Place(1.0 + k % 30, k // 30)) for k in range(WITH_CARE // 2 + 1)
    )
    circuit = Circuit((Input("x", "x"),), units, ())
    sheet = sheet_of(circuit)
    assert {len(each.bends) for each in sheet.routes.values()} == {1}
    assert all(each.pill is not None for each in sheet.routes.values())
    assert list(mended(sheet, circuit)) == [sheet]
