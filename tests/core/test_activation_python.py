"""The Python text is run as it is pasted, and gives what core gives."""

from itertools import combinations

import numpy as np
import pytest

from core.activation_python import definitions, python_names
from core.activations import ACTIVATIONS
from core.errors import ExpressionError, ValueRangeError
from core.functions import activation_of, typed_key

X = np.linspace(-30.0, 30.0, 601)  # 0 among them
TYPED = tuple(
    map(typed_key, ("x * tanh(log(1 + exp(x)))", "relu(x) - erf(x) / (2 + cos(x))", "3", "softplus(x) ^ 2"))
)
CURVES = (*(key for key, each in ACTIVATIONS.items() if each.elementwise), *TYPED)


def run(keys: tuple[str, ...], *, slopes: bool = False) -> dict[str, object]:
    pasted: dict[str, object] = {}
    exec(definitions(keys, slopes=slopes), pasted)  # our own text
    return pasted


def call(pasted: dict[str, object], name: str, x: np.ndarray) -> np.ndarray:
    function = pasted[name]
    assert callable(function)
    return np.asarray(function(x))


@pytest.mark.parametrize("key", CURVES)
def test_a_function_and_its_slope_are_what_they_are_in_core(key: str) -> None:
    pasted, name = run((key,), slopes=True), python_names([key])[key]
    with np.errstate(all="ignore"):
        np.testing.assert_allclose(call(pasted, name, X), activation_of(key)(X), rtol=1e-12, atol=1e-12)
        corner = X == 0
        found, slope = call(pasted, f"{name}_slope", X), activation_of(key).derivative(X)
    np.testing.assert_allclose(found[~corner], slope[~corner], rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("text", ["floor(x)", "relu(x)", "max(x, 0.1 * x)", "abs(x)", "step(x)", "tanh(x)"])
def test_in_a_corner_and_at_a_jump_the_slope_is_that_of_core_too(text: str) -> None:
    key = typed_key(text)
    x = np.linspace(-6.0, 6.0, 601)  # all whole numbers among them
    found = call(run((key,), slopes=True), "h_slope", x)
    np.testing.assert_allclose(found, activation_of(key).derivative(x), rtol=1e-12, atol=1e-300)


def test_softmax_takes_rows_and_does_not_overflow() -> None:
    a = np.array([[1010.0, 1000.0, 990.0], [0.3, 2.9, 4.0]])
    found = call(run(("softmax",)), "softmax", a)
    np.testing.assert_allclose(found, ACTIVATIONS["softmax"](a), rtol=1e-14)


def test_several_functions_keep_out_of_each_others_way() -> None:
    keys = (*ACTIVATIONS, *TYPED)
    names = python_names(keys)
    assert len(set(names.values())) == len(keys)
    pasted = run(keys, slopes=True)
    with np.errstate(all="ignore"):
        for key in CURVES:
            np.testing.assert_allclose(
                call(pasted, names[key], X), activation_of(key)(X), rtol=1e-12, atol=1e-12
            )


@pytest.mark.parametrize("pair", list(combinations(TYPED, 2)))
def test_what_two_functions_need_is_written_once(pair: tuple[str, str]) -> None:
    lines = definitions((*pair, "relu", "gelu")).splitlines()
    for line in filter(lambda line: line.startswith(("def ", "import ", "erf =")), lines):
        assert lines.count(line) == 1, line


def test_a_typed_function_alone_is_called_h() -> None:
    assert python_names(TYPED[:1]) == {TYPED[0]: "h"}
    assert python_names(TYPED[:2]) == {TYPED[0]: "h1", TYPED[1]: "h2"}
    assert python_names(["relu", TYPED[0], "relu"]) == {"relu": "relu", TYPED[0]: "h"}


def test_what_is_no_function_is_refused() -> None:
    with pytest.raises(ValueRangeError):
        definitions(["nonsense"])
    with pytest.raises(ExpressionError):
        definitions(["typed:("])
