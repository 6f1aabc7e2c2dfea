"""What the curves, the probe, the view and the words about a place are, without a window."""

import json
import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.activations import ACTIVATIONS, sigmoid
from core.functions import typed_key
from core.neuron import Neuron
from gui.panels.activation_curves import model, readings, texts, view, working
from gui.panels.activation_curves.model import KEYS, LIMIT, Curves
from gui.panels.activation_curves.readings import read
from gui.panels.activation_curves.styles import STYLES, style_of
from gui.panels.activation_curves.view import Frame, Label, View, place_labels, ticks
from gui.theme import DARK, LIGHT, Theme
from gui.widgets.text import number_text

FRAME = Frame(View(-6, 6, -0.2, 1.2), 40, 0, 600, 280)
places = st.floats(-LIMIT, LIMIT)
jsons = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(KEYS),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


# The functions


def test_every_function_of_core_is_offered_and_drawn_in_a_way_of_its_own() -> None:
    assert tuple(STYLES) == KEYS == tuple(ACTIVATIONS)
    assert len({style.symbol for style in STYLES.values()}) == len(KEYS)
    for theme in (LIGHT, DARK):
        assert len({style.colour(theme).name() for style in STYLES.values()}) == len(KEYS)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_stands_out_from_the_card(theme: Theme) -> None:
    for key, style in STYLES.items():
        assert _contrast(style.colour(theme).name(), theme.card) >= 3, key


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return float(linear @ [0.2126, 0.7152, 0.0722])

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@given(x=places)
def test_softmax_of_x_and_0_is_sigmoid_in_value_and_slope(x: float) -> None:
    assert read("softmax", x).value == pytest.approx(read("sigmoid", x).value, abs=1e-12)
    assert read("softmax", x).slope == pytest.approx(read("sigmoid", x).slope, abs=1e-12)


@pytest.mark.parametrize("key", KEYS)
def test_the_slope_is_that_of_the_curve(key: str) -> None:
    x, h = np.array([-3.7, -1.2, -0.3, 0.4, 1.9, 5.0]), 1e-6
    rise = (readings.value(key, x + h) - readings.value(key, x - h)) / (2 * h)
    np.testing.assert_allclose(readings.slope(key, x), rise, atol=1e-8)


def test_a_reading_worked_by_hand() -> None:
    reading = read("sigmoid", 1.2)
    assert reading.value == pytest.approx(1 / (1 + math.exp(-1.2)))
    assert reading.slope == pytest.approx(0.178, abs=5e-4)
    assert reading.has_slope
    assert not read("relu", 0.0).has_slope
    assert not read("step", 0.0).has_slope
    assert read("sigmoid", 0.0).has_slope


# Sampling


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("derivative", [False, True])
def test_samples_span_the_view_and_lie_on_the_curve(key: str, derivative: bool) -> None:
    x, y = readings.curve(key, readings.places(-6, 6, 1001), derivative=derivative)
    assert len(x) >= 1000
    assert (x[0], x[-1]) == (-6, 6)
    there = np.isfinite(x)
    assert 0.0 in x[there]
    assert np.all(np.diff(x) >= 0)
    there = np.isfinite(y) & (x != 0)
    function = readings.slope if derivative else readings.value
    np.testing.assert_array_equal(y[there], function(key, x[there]))
    assert np.isfinite(x).all()
    assert np.isnan(y).sum() == int(readings.jumps(key, derivative=derivative))


def test_step_jumps_without_a_line_between() -> None:
    x, y = readings.curve("step", readings.places(-6, 6, 1001), derivative=False)
    gap = int(np.flatnonzero(np.isnan(y))[0])
    assert (x[gap - 1], y[gap - 1]) == (0, 0)
    assert (x[gap + 1], y[gap + 1]) == (0, 1)


def test_no_jump_where_0_is_not_seen() -> None:
    x, y = readings.curve("step", readings.places(1, 2, 1001), derivative=False)
    assert np.isfinite(x).all()
    assert (y == 1).all()


# Edits


def test_showing_and_hiding_moves_what_is_explained() -> None:
    state = model.with_curve(Curves(), "relu", True)
    assert state.shown == ("step", "sigmoid", "relu")
    assert state.focus == "relu"
    state = model.with_curve(state, "relu", False)
    assert state == Curves()
    state = model.with_curve(model.with_curve(state, "sigmoid", False), "step", False)
    assert (state.shown, state.focus) == ((), "")
    assert model.with_next_focus(state, 1) == state
    assert model.with_focus(Curves(), "gelu") == Curves()  # not shown, so not explained


def test_the_focus_goes_round() -> None:
    state = Curves()
    assert model.with_next_focus(state, 1).focus == "step"
    assert model.with_next_focus(state, -1).focus == "step"
    assert model.with_next_focus(model.with_next_focus(state, 1), 1) == state


def test_the_probe_keeps_to_its_limits_and_is_never_minus_zero() -> None:
    assert model.with_probe(Curves(), 1e9).probe == LIMIT
    assert model.with_probe(Curves(), -1e9).probe == -LIMIT
    assert math.copysign(1, model.with_probe(Curves(), -0.0001).probe) == 1


def test_the_mouse_means_0_near_0_and_round_numbers_elsewhere() -> None:
    per_pixel = 12 / 850
    assert model.snapped(0.02, per_pixel) == 0
    assert model.snapped(1.23456, per_pixel) == 1.23
    assert model.snapped(1.23456, 0.00001) == 1.235
    assert model.snapped(41.23456, 2.0) == 41


# Keeping


@given(shown=st.sets(st.sampled_from(KEYS)), derivatives=st.booleans(), probe=places, place=st.integers(0, 8))
def test_work_comes_back(shown: set[str], derivatives: bool, probe: float, place: int) -> None:
    keys = tuple(key for key in KEYS if key in shown)
    focus = keys[place % len(keys)] if keys else ""
    state = model.with_probe(Curves(keys, focus, derivatives), probe)
    assert model.curves_from(json.loads(json.dumps(model.work_of(state)))) == state


@given(
    work=st.dictionaries(
        st.sampled_from(["shown", "focus", "derivatives", "probe", "view"]), jsons, max_size=5
    )
)
def test_damaged_work_gives_a_state_that_makes_sense(work: dict[str, object]) -> None:
    state = model.curves_from(work)
    assert set(state.shown) <= set(KEYS)
    assert state.focus in state.shown or (state.focus, state.shown) == ("", ())
    assert isinstance(state.derivatives, bool)
    assert -LIMIT <= state.probe <= LIMIT
    seen = view.view_from(work.get("view"))
    assert seen is None or (seen.x0 < seen.x1 and seen.y0 < seen.y1)


def test_a_view_comes_back_and_silly_ones_do_not() -> None:
    seen = View(-2.0, 3.0, -1.0, 1.5)
    assert view.view_from(view.view_work(seen)) == seen
    assert view.view_work(None) is None
    for silly in ([1, 1, 0, 1], [0, 1, 2, 1], [0, 1, 0], [0, 1, 0, math.nan], "0101", [0, 10**400, 0, 1]):
        assert view.view_from(silly) is None
    far = view.view_from([-1e9, 1e9, -1e9, 1e9])
    assert far == View(-LIMIT, LIMIT, -LIMIT, LIMIT)


# The view


def test_the_home_view_holds_what_is_shown_but_does_not_follow_relu_to_the_sky() -> None:
    bounded = view.home(Curves())
    assert (bounded.x0, bounded.x1) == (-6, 6)
    assert -0.3 < bounded.y0 < 0
    assert 1 < bounded.y1 < 1.3
    assert view.home(Curves(("tanh",), "tanh")).y0 < -1
    assert 3 < view.home(Curves(("relu",), "relu")).y1 < 4
    assert view.home(Curves((), "")).y1 > 1


@given(x=st.floats(-6, 6), y=st.floats(-0.2, 1.2), factor=st.floats(0.5, 2))
def test_zooming_leaves_the_place_under_the_mouse_where_it_is(x: float, y: float, factor: float) -> None:
    nearer = Frame(view.zoomed(FRAME.view, x, y, factor), FRAME.left, FRAME.top, FRAME.width, FRAME.height)
    assert nearer.column(x) == pytest.approx(FRAME.column(x), abs=1e-6)
    assert nearer.row(y) == pytest.approx(FRAME.row(y), abs=1e-6)


@given(factor=st.floats(1e-9, 1e9), dx=places, dy=places)
def test_no_zoom_and_no_move_leaves_the_world(factor: float, dx: float, dy: float) -> None:
    seen = view.moved(view.zoomed(FRAME.view, 1.0, 0.5, factor), dx, dy)
    for low, high in ((seen.x0, seen.x1), (seen.y0, seen.y1)):
        assert -LIMIT <= low < high <= LIMIT + 1e-9
        assert high - low >= 0.0499


@given(x=places)
def test_a_view_follows_the_probe_only_where_it_has_to(x: float) -> None:
    seen = view.containing(FRAME.view, x)
    assert seen.contains_x(x)
    if FRAME.view.contains_x(x):
        assert seen == FRAME.view


@given(column=st.floats(40, 640), row=st.floats(0, 280))
def test_pixels_and_numbers_are_inverse(column: float, row: float) -> None:
    assert FRAME.column(FRAME.x_at(column)) == pytest.approx(column)
    assert FRAME.row(FRAME.y_at(row)) == pytest.approx(row, abs=1e-9)


def test_the_tangent_climbs_as_the_curve_does() -> None:
    x0, y0, x1, y1 = FRAME.tangent(1.2, 0.769, 0.178, 84)
    assert math.hypot(x1 - x0, y1 - y0) == pytest.approx(168)
    rise = (FRAME.y_at(y1) - FRAME.y_at(y0)) / (FRAME.x_at(x1) - FRAME.x_at(x0))
    assert rise == pytest.approx(0.178)
    assert ((x0 + x1) / 2, (y0 + y1) / 2) == pytest.approx((FRAME.column(1.2), FRAME.row(0.769)))


@given(
    labels=st.lists(
        st.builds(
            lambda left, width, high, low: Label(left, width, min(high, low), max(high, low)),
            st.floats(40, 540),
            st.floats(30, 100),
            st.floats(0, 280),
            st.floats(0, 280),
        ),
        max_size=9,
    )
)
def test_no_name_lies_on_another_or_outside(labels: list[Label]) -> None:
    tops = place_labels(labels, 18, FRAME)
    for k, top in enumerate(tops):
        assert -1e-9 <= top <= 280 - 18 + 1e-9
        for other in range(k):
            assert labels[k].is_beside(labels[other]) or abs(top - tops[other]) >= 18 - 1e-9


def test_a_name_stands_above_its_curve_or_below_one_that_leaves_at_the_top() -> None:
    x = np.linspace(-6, 6, 241)
    flat = FRAME.label_at(x, sigmoid(x), 60)
    steep = FRAME.label_at(x, x, 60)
    assert flat is not None
    assert steep is not None
    assert flat.left == 40 + 600 - 60
    assert place_labels([flat], 18, FRAME)[0] + 18 < flat.high
    assert steep.left > FRAME.column(1.1)  # beside the end, where the line has left the frame
    assert FRAME.label_at(x, x + 50, 60) is None


@given(low=places, span=st.floats(0.05, 200), pixels=st.floats(100, 2000))
def test_ticks_are_round_and_not_crowded(low: float, span: float, pixels: float) -> None:
    per_pixel = span / pixels
    found = ticks(low, low + span, per_pixel, 36)
    assert len(found.values) <= pixels / 36 + 1
    assert all(low - 1e-6 <= value <= low + span + 1e-6 for value in found.values)
    for value in found.values:
        assert value == round(value, found.decimals)


def test_ticks_as_a_person_would_write_them() -> None:
    assert ticks(-6, 6, 12 / 600, 36).values == tuple(range(-6, 7))
    assert ticks(-6, 6, 12 / 300, 36).values == (-6, -4, -2, 0, 2, 4, 6)
    assert ticks(-0.15, 1.15, 1.3 / 580, 44) == view.Ticks(
        (-0.1, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1), 1
    )


# Words


@pytest.mark.parametrize(
    ("key", "x", "word"),
    [
        ("step", 1.0, "step"),
        ("step", 0.0, "step-corner"),
        ("sigmoid", 0.5, "sigmoid-steep"),
        ("sigmoid", 2.0, "between"),
        ("sigmoid", 5.0, "saturated"),
        ("tanh", 0.5, "tanh-steep"),
        ("tanh", -4.0, "saturated"),
        ("relu", -2.0, "dead"),
        ("relu", 0.0, "corner"),
        ("relu", 2.0, "passes-whole"),
        ("leaky_relu", -2.0, "leaks"),
        ("softplus", 0.0, "softplus"),
        ("gelu", -5.0, "gelu-silent"),
        ("gelu", -1.0, "gelu-falls"),
        ("gelu", 0.0, "gelu-bends"),
        ("gelu", 3.0, "gelu-passes"),
        ("identity", 3.0, "identity"),
        ("softmax", 3.0, "softmax"),
    ],
)
def test_each_place_has_its_word(key: str, x: float, word: str) -> None:
    assert readings.remark(read(key, x)) == word


@given(key=st.sampled_from(KEYS), x=places)
def test_there_is_a_sentence_for_every_place(key: str, x: float) -> None:
    reading = read(key, x)
    sentence = texts.so_what(readings.remark(reading), reading)
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_the_sentence_at_5_says_that_sigmoid_hardly_learns() -> None:
    reading = read("sigmoid", 5.0)
    sentence = texts.so_what(readings.remark(reading), reading)
    assert "0.7 %" in sentence
    assert "hardly learn" in sentence
    assert texts.percent(read("sigmoid", 30.0).slope) == "less than 0.1 %"


def test_ranges_in_words() -> None:
    assert texts.range_text(*ACTIVATIONS["tanh"].range) == "−1 to 1"
    assert texts.range_text(*ACTIVATIONS["relu"].range) == "0 and more"
    assert texts.range_text(*ACTIVATIONS["identity"].range) == "any number"


def test_workings_end_in_the_number_that_they_explain() -> None:
    assert working.value_working(read("sigmoid", 1.2)) == (
        "1 / (1 + e<sup>−1.2</sup>) = 1 / (1 + 0.301) = <b>0.769</b>"
    )
    assert working.slope_working(read("sigmoid", 1.2)) == "0.769 · (1 − 0.769) = <b>0.178</b>"
    assert working.value_working(read("relu", -2.0)) == "max(0, −2) = <b>0.000</b>"
    assert working.slope_working(read("relu", -2.0)) == "<b>0.000</b> (−2 ≤ 0)"
    assert working.slope_working(read("tanh", -0.5)) == "1 − (−0.462)² = <b>0.786</b>"
    assert working.value_working(read("step", 1.0)) == "<b>1.000</b> (1 &gt; 0)"


@given(key=st.sampled_from(KEYS), x=places)
def test_every_working_holds_its_result(key: str, x: float) -> None:
    reading = read(key, x)
    for text, number in (
        (working.value_working(reading), reading.value),
        (working.slope_working(reading), reading.slope),
    ):
        assert re.findall(r"<b>(.*?)</b>", text) == [number_text(number)]


def test_typed_functions_look_different_and_keep_their_looks() -> None:
    keys = [typed_key(f"x * {k} + {k}") for k in range(2, 14)]
    styles = [style_of(key) for key in keys]
    assert [style_of(key) for key in reversed(keys)] == styles[::-1]
    assert len({(style.light, style.symbol) for style in styles}) == len(keys)
    assert {style.symbol for style in styles}.isdisjoint({style.symbol for style in STYLES.values()})
    for theme in (LIGHT, DARK):
        assert all(_contrast(style.colour(theme).name(), theme.card) >= 3 for style in styles)


@pytest.mark.parametrize("weight", [2.0, -3.0])
def test_the_corner_of_a_neuron_is_at_its_threshold(weight: float) -> None:
    neuron = Neuron(weight, 1.5)
    x, y = readings.curve("step", readings.places(-6, 6, 1001, neuron), derivative=False)
    gap = int(np.flatnonzero(np.isnan(y))[0])
    assert x[gap] == neuron.threshold
    assert (y[gap - 1], y[gap + 1]) == ((0, 1) if weight > 0 else (1, 0))
    x, y = readings.curve("relu", readings.places(-6, 6, 1001, neuron), derivative=False)
    np.testing.assert_allclose(y, np.maximum(0, weight * x + 1.5), atol=1e-9)


@given(
    weight=st.floats(-model.STEEPEST, model.STEEPEST),
    bias=st.floats(-model.FURTHEST, model.FURTHEST),
    layer=st.integers(0, model.MOST_LAYERS),
    shaded=st.booleans(),
)
def test_neuron_and_signals_come_back(weight: float, bias: float, layer: int, shaded: bool) -> None:
    state = model.with_neuron(Curves(shaded=shaded, layer=layer), Neuron(weight, bias))
    assert model.curves_from(json.loads(json.dumps(model.work_of(state)))) == state


@given(work=st.dictionaries(st.sampled_from(["neuron", "shaded", "layer"]), jsons, max_size=3))
def test_damaged_neurons_and_layers_are_left_out(work: dict[str, object]) -> None:
    state = model.curves_from(work)
    assert abs(state.neuron.weight) <= model.STEEPEST
    assert abs(state.neuron.bias) <= model.FURTHEST
    assert isinstance(state.shaded, bool)
    assert type(state.layer) is int
    assert 0 <= state.layer <= model.MOST_LAYERS


@given(key=st.sampled_from(KEYS), x=places)
def test_every_formula_has_the_number_and_the_result(key: str, x: float) -> None:
    reading = read(key, round(x, 3))
    latex = working.put_in(reading)
    assert latex.count("{") == latex.count("}")
    assert working.place_text(abs(reading.x)) in latex
    assert r"\mathbf{" in latex


def test_formulas_of_typed_functions_have_the_number_too() -> None:
    key = typed_key("2 * x - x^2 / max(x, 1)")
    assert working.put_in(read(key, -1.5)).startswith(
        r"2\,\left({-}1.5\right) - \frac{\left({-}1.5\right)^{2}}"
    )
    assert working.put_in_text(read(key, 3.0)).startswith("2 * 3 − 3^2 / max(3, 1) = ")
    assert working.put_in(read(typed_key("log(x)"), -1.0)) == ""
