"""Typed functions: read, worked out, differentiated and written down."""

import math
import re
import sys
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import special

from core import activations
from core.dual import FUNCTIONS
from core.errors import ExpressionError
from core.expression import MOST_NESTED, Expression, as_activation, parse
from core.expression_parser import CONSTANTS, DEEPEST, LONGEST, MOST_PARTS
from core.expression_tree import Call, Constant, Negative, Node, Number, Operation, X
from core.shapes import Array

MISH = "x * tanh(log(1 + exp(x)))"
SMOOTH = sorted(set(FUNCTIONS) - {"abs", "sign", "floor", "max", "min", "relu", "step"})
EVERY_DTYPE = pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
WIDE = np.concatenate([-np.logspace(4, -4, 60), [0.0], np.logspace(-4, 4, 60)])
ODD = [
    "1 / x",
    "log(x)",
    "sqrt(x)",
    "x^x",
    "tan(x)",
    "9^9^9",
    "1 / 0",
    "0 / 0 * x",
    "exp(exp(x))",
    "(-8)^(1/3)",
]


def larger(node: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    def call(name: str) -> st.SearchStrategy[Node]:
        count = FUNCTIONS[name].arguments
        return st.builds(Call, st.just(name), st.tuples(*[node] * count))

    return st.one_of(
        st.builds(Negative, node),
        st.builds(Operation, st.sampled_from("+-*/^"), node, node),
        st.sampled_from(sorted(FUNCTIONS)).flatmap(call),
    )


LEAVES = st.one_of(
    st.builds(Number, st.floats(0, allow_infinity=False, allow_nan=False).map(abs)),
    st.builds(Number, st.integers(0, 20).map(float)),
    st.just(X()),
    st.builds(Constant, st.sampled_from(sorted(CONSTANTS))),
)
TREES: st.SearchStrategy[Node] = st.recursive(LEAVES, larger, max_leaves=20)


def problem(text: str) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    return caught.value


def at(text: str, *x: float) -> list[float]:
    return parse(text)(np.array(x)).tolist()


def slopes(text: str, *x: float) -> list[float]:
    return parse(text).derivative(np.array(x)).tolist()


def pasted(source: str, x: Array) -> Array:
    namespace: dict[str, object] = {}
    exec(compile(source, "pasted", "exec"), namespace)
    h = namespace["h"]
    assert callable(h)
    with np.errstate(all="ignore"):
        return h(x)


# Reading


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", 7), ("10 - 3 - 2", 5), ("12 / 3 / 2", 2), ("2^3^2", 512), ("2**3**2", 512),
        ("-3^2", -9), ("(-3)^2", 9), ("2^-1", 0.5), ("2^-2^0", 0.5), ("--3", 3), ("+3", 3), ("2 - -3", 5),
        ("-2 * 3", -6), ("2 * -3", -6), (".5", 0.5), ("5.", 5), ("2e-3", 0.002), ("2E+3", 2000),
        ("pi", math.pi), ("e", math.e), ("e^2", math.e**2), ("π", math.pi), ("ln(e)", 1), ("max(1, 2)", 2),
        ("min(1, 2)", 1), ("floor(-1.5)", -2), ("sign(-4)", -1), ("１２ ＋ ３", 15), ("（１）　＊ ２", 2),
        ("ｅｘｐ（0）", 1), ("5 − 3", 2), ("2 · 3 × 4 ÷ 6", 4), ("1e−2", 0.01), ("\t(\n1)", 1), ("𝟐 + 𝑥", 3),
    ],
)  # fmt: skip
def test_what_a_text_is_worth_at_1(text: str, value: float) -> None:
    assert at(text, 1.0) == [pytest.approx(value, rel=1e-15)]


@pytest.mark.parametrize(
    ("text", "code", "position", "values"),
    [
        ("", "empty", 0, {}),
        (" \t\n　", "empty", 0, {}),
        ("import os", "unknown-name", 0, {"name": "import", "suggestion": None}),
        ("lambda x: x", "unknown-name", 0, {"name": "lambda"}),
        ('__import__("os")', "unknown-name", 0, {"name": "__import__"}),
        ("1 + sn(x)", "unknown-name", 4, {"name": "sn", "suggestion": "sin"}),
        ("１ + ｓｎ(x)", "unknown-name", 4, {"name": "ｓｎ", "suggestion": "sin"}),
        ("X", "unknown-name", 0, {"suggestion": "x"}),
        ("().__class__", "unexpected", 1, {"got": ")"}),
        ("x.real", "unexpected", 1, {"got": "."}),
        ("x x", "unexpected", 2, {"got": "x", "missing": "*"}),
        ("2x", "unexpected", 1, {"got": "x", "missing": "*"}),
        ("x(", "unexpected", 1, {"got": "(", "missing": "*"}),
        ("(x)(x)", "unexpected", 3, {"got": "(", "missing": "*"}),
        ("sin x", "unexpected", 4, {"got": "x", "missing": "("}),
        ("sin", "unexpected", 3, {"got": "", "missing": "("}),
        ("x²", "unexpected", 1, {"got": "²", "missing": None}),
        ("½", "unexpected", 0, {"got": "½"}),
        ("٣", "unexpected", 0, {"got": "٣"}),
        ("x\u200b", "unexpected", 1, {"got": "\u200b"}),
        ("1 +", "unexpected", 3, {"got": "", "missing": None}),
        ("x × × 2", "unexpected", 4, {"got": "×"}),
        ("××", "unexpected", 0, {"got": "×"}),
        ("0,5", "unexpected", 1, {"got": ","}),
        ("(1, 2)", "unexpected", 2, {"got": ","}),
        (")", "unexpected", 0, {"got": ")", "missing": None}),
        ("(", "unclosed", 0, {}),
        ("x * (1 + (x", "unclosed", 9, {}),
        ("max(1, 2", "unclosed", 3, {}),
        ("2 + max(1)", "arguments", 4, {"name": "max", "got": 1, "expected": 2}),
        ("exp()", "arguments", 0, {"name": "exp", "got": 0, "expected": 1}),
        ("exp(1, x)", "arguments", 0, {"name": "exp", "got": 2, "expected": 1}),
        ("1e999", "number", 0, {"got": "1e999"}),
        ("x + 1.2.3", "number", 4, {"got": "1.2.3"}),
        ("x * .", "number", 4, {"got": "."}),
    ],
)
def test_a_mistake_is_pointed_at(text: str, code: str, position: int, values: dict[str, object]) -> None:
    error = problem(text)
    assert (error.problem, error.position) == (code, position)
    assert error.code == f"expression-{code}"
    assert error.values["position"] == position
    assert values.items() <= error.values.items()


@pytest.mark.parametrize(
    "text", ["(" * 10_000, "(" * 10_000 + "x" + ")" * 10_000, "-" * 10_000, "9" * 10_000]
)
def test_what_is_very_long_is_refused_at_its_length(text: str) -> None:
    error = problem(text)
    assert (error.problem, error.position) == ("too-long", LONGEST)
    assert error.values["what"] == "characters"


def test_of_many_parts_the_first_too_many_is_pointed_at() -> None:
    text = "x + " * (MOST_PARTS // 2) + "x"
    error = problem(text)
    assert (error.problem, error.position) == ("too-long", len(text) - 1)
    assert error.values["what"] == "parts"


@pytest.mark.parametrize(("before", "after"), [("(", ")"), ("-", ""), ("2^", ""), ("+", "")])
def test_how_deep_it_may_be(before: str, after: str) -> None:
    assert at(before * DEEPEST + "1" + after * DEEPEST, 0.0)[0] >= 1
    error = problem(before * (DEEPEST + 1) + "1" + after * (DEEPEST + 1))
    assert (error.problem, error.values["limit"]) == ("too-deep", DEEPEST)
    assert error.position <= len(before) * (DEEPEST + 1)


def test_the_highest_tree_needs_little_of_the_stack() -> None:
    text = "-" * DEEPEST + "x" + " - x" * ((MOST_PARTS - DEEPEST) // 2 - 1)
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(700, 500 + len(_frames())))
    try:
        h = parse(text)
        assert h == parse(h.text)
        assert hash(h) == hash(parse(h.text))
        assert h.derivative(np.array(2.0)) == 1 - ((MOST_PARTS - DEEPEST) // 2 - 1)
        assert h.latex.count("x") == h.numpy.split("return")[1].count("x")
    finally:
        sys.setrecursionlimit(before)


def _frames() -> list[object]:
    frame, frames = sys._getframe(), list[object]()
    while frame.f_back is not None:
        frame = frame.f_back
        frames.append(frame)
    return frames


@given(st.text())
def test_no_text_at_all_raises_anything_else(text: str) -> None:
    check_any(text)


@given(st.lists(st.sampled_from([*FUNCTIONS, *"xe0123.,()+-*/^ ", "**", "pi", "１", "−", "×", "²", "_"])))
def test_no_text_of_our_letters_raises_anything_else(pieces: list[str]) -> None:
    check_any("".join(pieces))


def check_any(text: str) -> None:
    h = read(text)
    if isinstance(h, ExpressionError):
        assert 0 <= h.position <= len(text)
    else:
        assert parse(h.text) == h


def read(text: str) -> Expression | ExpressionError:
    try:
        return parse(text)
    except ExpressionError as error:
        return error


@given(TREES)
def test_what_was_written_is_read_as_the_same(tree: Node) -> None:
    text = Expression(tree).text
    h = read(text)
    if isinstance(h, ExpressionError):
        assert h.problem in ("too-long", "too-deep")
    else:
        assert h.tree == tree
        assert h.text == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (" ((x*(tanh(log((1)+exp(x))))))", MISH),
        ("x**2", "x^2"), ("(x^2)^3", "(x^2)^3"), ("x^(2^3)", "x^2^3"), ("-(x^2)", "-x^2"),
        ("(-x)^2", "(-x)^2"),
        ("x-(1-x)", "x - (1 - x)"), ("(x-1)-x", "x - 1 - x"), ("x/(2*x)", "x / (2 * x)"), ("1.0e0", "1"),
        ("1e16*x", "1e16 * x"), ("0.0000001", "1e-7"), ("-(x+1)", "-(x + 1)"), ("π", "pi"),
        ("2*(-x)", "2 * -x"),
    ],
)  # fmt: skip
def test_the_one_way_to_write_it(text: str, written: str) -> None:
    assert parse(text).text == written


# Values


@EVERY_DTYPE
@pytest.mark.parametrize(
    ("text", "activation"),
    [
        ("1 / (1 + exp(-x))", "sigmoid"), ("1 / (e^-x + 1)", "sigmoid"), ("sigmoid(x)", "sigmoid"),
        ("(1 + tanh(x / 2)) / 2", "sigmoid"), ("tanh(x)", "tanh"), ("2 * sigmoid(2 * x) - 1", "tanh"),
        ("max(0, x)", "relu"), ("max(x, 0)", "relu"), ("relu(x)", "relu"), ("log(1 + exp(x))", "softplus"),
        ("softplus(x)", "softplus"), ("x / 2 * (1 + erf(x / sqrt(2)))", "gelu"),
        ("max(0.01 * x, x)", "leaky_relu"),
        ("step(x)", "step"), ("x", "identity"), ("-min(-x, 0)", "relu"),
    ],
)  # fmt: skip
def test_written_out_it_is_the_activation(text: str, activation: str, dtype: type) -> None:
    h, known = parse(text), activations.ACTIVATIONS[activation]
    x = WIDE.astype(dtype)
    tolerance = 4 * float(np.finfo(dtype).eps)
    y, slope = h.value_and_slope(x)
    assert y.dtype == slope.dtype == dtype
    np.testing.assert_array_equal(y, h(x))
    np.testing.assert_allclose(y, known(x), rtol=tolerance, atol=tolerance)
    np.testing.assert_allclose(slope, known.derivative(x), rtol=tolerance, atol=tolerance)


def test_erf_and_mish_by_scipy() -> None:
    np.testing.assert_allclose(parse("erf(x)")(WIDE), special.erf(WIDE), rtol=1e-14)
    mish = WIDE * np.tanh(np.logaddexp(0, WIDE))
    np.testing.assert_allclose(parse(MISH)(WIDE), mish, rtol=1e-14)
    assert np.isfinite(parse(MISH).derivative(WIDE)).all()
    assert slopes(MISH, -1e4, 0.0, 1e4) == [0.0, pytest.approx(0.6, rel=1e-15), 1.0]


@pytest.mark.parametrize("text", [*ODD, MISH, "3", "step(log(x))", "max(x, log(x))", "log(x)^0"])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3)])
@EVERY_DTYPE
def test_shape_and_type_stay_and_nothing_warns(text: str, shape: tuple[int, ...], dtype: type) -> None:
    x = np.resize(np.array([-2, 0, 1e4], dtype=dtype), shape)
    kept = x.copy()
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        y, slope = parse(text).value_and_slope(x)
        np.testing.assert_array_equal(parse(text)(x), y)
        assert parse(text).numpy
    assert y.shape == slope.shape == shape
    assert y.dtype == slope.dtype == dtype
    np.testing.assert_array_equal(x, kept)
    assert not np.shares_memory(x, parse("x")(x))


def test_whole_numbers_become_floats() -> None:
    y = parse("x / 2")(np.array([1, 2]))
    assert y.dtype == np.float64
    assert y.tolist() == [0.5, 1.0]


def test_where_mathematics_has_no_value() -> None:
    np.testing.assert_array_equal(at("log(x)", -1, 0, 1), [np.nan, -np.inf, 0])
    np.testing.assert_array_equal(slopes("log(x)", -1, 0, 1), [np.nan, np.inf, 1])
    np.testing.assert_array_equal(at("sqrt(x) * 0 + 1", -1, 4), [np.nan, 1])
    np.testing.assert_array_equal(at("step(log(x))", -1, 2), [np.nan, 1])
    np.testing.assert_array_equal(at("log(x)^0 + 1^log(x)", -1, 2), [np.nan, 2])
    np.testing.assert_array_equal(slopes("sign(log(x))", -1, 2), [np.nan, 0])
    np.testing.assert_array_equal(slopes("log(-1)", 1), [np.nan])
    assert at("9**9**9", 0) == [np.inf]


@given(TREES, st.floats(-1e4, 1e4))
def test_any_tree_works_without_a_warning_and_can_be_written_down(tree: Node, x: float) -> None:
    h = Expression(tree)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        y, slope = h.value_and_slope(np.array([x]))
        np.testing.assert_array_equal(h(np.array([x])), y)
    assert not (np.isnan(y) & ~np.isnan(slope)).any()
    assert h.latex.count("{") == h.latex.count("}")
    assert len(re.findall(r"\\left\b", h.latex)) == len(re.findall(r"\\right\b", h.latex))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        said = pasted(h.numpy, np.array([x]))
    assert said.shape == (1,)
    assert said.dtype == np.float64


# Slopes


@pytest.mark.parametrize(
    ("text", "x", "slope"),
    [
        ("x^2", 3, 6), ("x * x", 3, 6), ("x^2", -1, -2), ("x^3", 0, 0), ("x^0", 0, 0),
        ("2^x", 0, math.log(2)),
        ("0^x", 1, 0), ("x^x", 1, 1), ("x^x", math.e, 2 * math.e**math.e), ("x^(x + 1)", 0, 1),
        ("1 / x", 2, -0.25),
        ("-x", 5, -1), ("sqrt(x)", 4, 0.25), ("log(x)", 4, 0.25), ("exp(2 * x)", 0, 2), ("sin(x)", 0, 1),
        ("cos(x)", 0, 0), ("tan(x)", math.pi / 4, 2), ("sinh(x)", 0, 1), ("cosh(x)", 0, 0),
        ("arctan(x)", 1, 0.5),
        ("tanh(x)", 0, 1), ("erf(x)", 0, 2 / math.sqrt(math.pi)), ("sigmoid(x)", 0, 0.25),
        ("softplus(x)", 0, 0.5),
        ("3", 1, 0), ("pi * e", 1, 0), ("x / x", 7, 0), ("(x + 1) / (x - 1)", 3, -0.5),
        ("exp(-x^2)", 1, -2 / math.e),
        ("abs(x)", 0, 0), ("abs(x)", -2, -1), ("sign(x)", 0, 0), ("step(x)", 0, 0), ("floor(x)", 2, 0),
        ("relu(x)", 0, 0), ("max(x, 0)", 0, 0), ("max(0, x)", 0, 0), ("max(x, x)", 1, 1), ("min(x, x)", 1, 1),
        ("max(0.01 * x, x)", 0, 0.01), ("min(x, 0)", 0, 1), ("min(0, x)", 0, 1), ("max(x, 3)", 4, 1),
        ("min(x^2, 3)", 4, 0), ("max(2, 3)", 4, 0),
    ],
)  # fmt: skip
def test_slopes_worked_out_by_hand(text: str, x: float, slope: float) -> None:
    assert slopes(text, x) == [pytest.approx(slope, rel=1e-14, abs=1e-15)]


@pytest.mark.parametrize("name", SMOOTH)
@given(x=st.floats(0.1, 1.4))
def test_each_function_agrees_with_differences(name: str, x: float) -> None:
    check_slope(parse(f"{name}(x)"), x, 1e-8)


@given(TREES, st.integers(-300, 300).map(lambda hundredths: hundredths / 100))
def test_every_tree_agrees_with_differences_where_it_is_smooth(tree: Node, x: float) -> None:
    h = Expression(tree)
    assume(is_ordinary(h))
    found = []
    for step in (1e-4, 0.71e-4, 0.43e-4):
        y = h(x + step * np.arange(-2, 3))
        assume(np.isfinite(y).all() and np.abs(y).max() < 1e3)
        differences = np.diff(y) / step
        assume(np.abs(differences).max() < 1e3 and np.ptp(differences) < 1e-2)  # no corner, no jump
        found.append((y[3] - y[1]) / (2 * step))
    assume(np.ptp(found) < 1e-2)  # such a difference is one, and no play of rounding
    slope = h.derivative(np.array([x]))[0]
    assume(np.isfinite(slope))  # sqrt(x^2) has none at 0
    assert slope == pytest.approx(found[-1], abs=2e-2)


def is_ordinary(h: Expression) -> bool:
    """Beside 850744481124, x loses its digits, and x / 1e-9 turns faster than any difference can tell."""
    numbers = [float(number) for number in re.findall(r"[0-9.]+(?:e[-+]?[0-9]+)?", h.text)]
    return all(number == 0 or 1e-3 <= number <= 1e3 for number in numbers)


def check_slope(h: Expression, x: float, tolerance: float) -> None:
    d = 1e-5
    low, high = h(np.array([x - d, x + d]))
    assert h.derivative(np.array([x]))[0] == pytest.approx(
        (high - low) / (2 * d), rel=tolerance, abs=tolerance
    )


# Written down


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        (MISH, r"x\,\tanh\left(\log\left(1 + e^{x}\right)\right)"),
        ("1/(1+exp(-x))", r"\frac{1}{1 + e^{-x}}"),
        ("x - -x", r"x - \left(-x\right)"),
        ("x * 2", r"x \cdot 2"),
        ("x * -x", r"x\,\left(-x\right)"),
        ("(x + 1)^(x + 1)", r"\left(x + 1\right)^{x + 1}"),
        ("sin(x)^2", r"\left(\sin\left(x\right)\right)^{2}"),
        ("exp(x)^2", r"\left(e^{x}\right)^{2}"),
        ("abs(x)^2", r"\left|x\right|^{2}"),
        ("2e-30 * x", r"2 \times 10^{-30}\,x"),
        ("2e-30 ^ x", r"\left(2 \times 10^{-30}\right)^{x}"),
        ("floor(x) + sqrt(pi)", r"\left\lfloor x\right\rfloor  + \sqrt{\pi}"),
        ("max(x, sigmoid(x))", r"\max\left(x, \sigma\left(x\right)\right)"),
        ("-(x + 1)", r"-\left(x + 1\right)"),
        ("x + -x * x", r"x + \left(-x\,x\right)"),
    ],
)
def test_as_mathematics(text: str, latex: str) -> None:
    assert parse(text).latex == latex


def test_as_numpy() -> None:
    assert parse(MISH).numpy == (
        "import numpy as np\n\n\ndef h(x):\n    x = np.asarray(x, dtype=float)\n"
        "    return x * np.tanh(np.log(1 + np.exp(x)))\n"
    )


@pytest.mark.parametrize(
    "text", [*ODD, MISH, "3", "x^-2", "9^9^9 * x", "1/3 * x^2", "x * 9^30 * (99^9 * 99^9)", "-2^2 + x"]
    + [f"{name}(x)" for name, rule in FUNCTIONS.items() if rule.arguments == 1]
    + ["max(x, 1)", "min(1, x) - -x", "erf(x) * sigmoid(x) + relu(-x)", "sqrt(2 / pi) + max(1, 2)"],
)  # fmt: skip
def test_its_numpy_runs_as_it_is_pasted(text: str) -> None:
    x = np.array([-2.0, -0.5, 0.0, 0.5, 3.0])
    y = parse(text)(x)
    np.testing.assert_allclose(pasted(parse(text).numpy, x), y, rtol=1e-13)
    np.testing.assert_allclose(pasted(parse(text).numpy, np.array([-2, 3])), y[[0, 4]], rtol=1e-13)


def pasted_slope(text: str, x: Array) -> Array:
    names: dict[str, Any] = {}
    with np.errstate(all="ignore"):
        exec("import math\nimport numpy as np\n" + parse(text).numpy_slope("slope"), names)  # our own text
        return np.asarray(names["slope"](x))


@pytest.mark.parametrize(
    "text",
    [*ODD, MISH, "3", "0 / 0 * x", "9^9^9 * x", "x / (1 + exp(-x))", "-2^2 - x", "1 - 2 / x", "x^0", "0^x"]
    + ["max(x, 0)", "max(x, x^2)", "min(1, x) - -x", "x * 1e-300", "2 * x + 1", "1 / x", "x^x", "2^-x"]
    + ["exp(x) / (1 + exp(x))", "x^2 / sin(x)", "-cos(x)", "e^x * pi", "sqrt(-x)", "log(abs(x))"]
    + [f"{name}(2 * x)" for name, rule in FUNCTIONS.items() if rule.arguments == 1],
)
def test_its_slope_as_numpy_is_the_exact_one(text: str) -> None:
    x = np.array([-1e4, -1e3, -2.0, -0.5, 0.0, 1e-9, 0.5, 1.0, 3.0, 900.0, 1e15])
    np.testing.assert_allclose(pasted_slope(text, x), parse(text).derivative(x), rtol=1e-12, atol=1e-300)


def test_the_slope_is_written_step_by_step() -> None:
    assert parse("x * tanh(x) - 2").numpy_slope("h_slope") == (
        "def h_slope(x):\n    x = np.asarray(x, dtype=float)\n"
        "    u1 = np.tanh(x)\n    d1 = 1 - u1**2\n"
        "    u2 = x * u1\n    d2 = u1 + x * d1\n"
        "    u3 = u2 - 2\n    d3 = d2\n"
        "    return np.where(np.isnan(u3), np.nan, d3)\n"
    )


@given(TREES, st.integers(-1000, 1000).map(lambda hundredths: hundredths / 100))
def test_the_slope_of_any_tree_can_be_pasted(tree: Node, x: float) -> None:
    h = Expression(tree)
    assume(is_ordinary(h))
    slope = h.derivative(np.array([x]))
    assume(not np.abs(slope) > 1e6)  # what is left of larger numbers that cancel is rounding
    np.testing.assert_allclose(pasted_slope(h.text, np.array([x])), slope, rtol=1e-6, atol=1e-6)


def test_as_an_activation_it_is_like_the_others() -> None:
    mish = as_activation(MISH, "mish", "Mish")
    x = np.linspace(-3, 3, 7, dtype=np.float32)
    np.testing.assert_array_equal(mish(x), parse(MISH)(x))
    np.testing.assert_array_equal(mish.derivative(x), parse(MISH).derivative(x))
    assert (mish.key, mish.source, mish.elementwise) == ("mish", "Mish", True)
    assert mish.formula == f"h(x) = {parse(MISH).latex}"
    assert mish.derivative_formula.startswith("h'(x) = ")
    assert mish.range == (-math.inf, math.inf)
    assert "mish" not in activations.ACTIVATIONS
    with pytest.raises(ExpressionError):
        as_activation("2x", "a", "a")


@pytest.mark.parametrize("around", ["sin({})", "1 / (1 + {})", "x^({})", "sqrt({} + 1)"])
def test_what_is_nested_too_deep_is_not_to_be_typeset(around: str) -> None:
    text = "x"
    for _ in range(MOST_NESTED):
        text = around.format(text)
    assert parse(text).is_readable
    assert parse(f"-({text}) + 2 * ({text}) - 1").is_readable  # that is wider, and no deeper
    deep = around.format(text)
    assert not parse(deep).is_readable
    assert as_activation(deep, "deep", "deep").formula == r"h(x) = \ldots"
