import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.activations import ACTIVATIONS, softmax
from core.errors import ShapeError, ValueRangeError
from core.functions import activation_of
from core.layers import ActivationLayer, Affine
from core.network import Network, hidden_places, multilayer, random_network, with_activation

SIZES = (784, 50, 100, 10)


@pytest.fixture(scope="module")
def network() -> Network:
    return random_network(SIZES, np.random.default_rng(1))


def book_network() -> Network:
    """The network of the book's section 3.4.3."""
    return multilayer(
        [
            (np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), np.array([0.1, 0.2, 0.3])),
            (np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]), np.array([0.1, 0.2])),
            (np.array([[0.1, 0.3], [0.2, 0.4]]), np.array([0.1, 0.2])),
        ],
        output="identity",
    )


def test_the_book_step_by_step() -> None:
    trace = book_network().forward(np.array([[1.0, 0.5]]))
    expected = [
        ("affine", [0.3, 0.7, 1.1]),
        ("sigmoid", [0.57444252, 0.66818777, 0.75026011]),
        ("affine", [0.51615984, 1.21402696]),
        ("sigmoid", [0.62624937, 0.7710107]),
        ("affine", [0.31682708, 0.69627909]),
        ("identity", [0.31682708, 0.69627909]),
    ]
    assert [step.layer.name for step in trace.steps] == [name for name, _ in expected]
    for step, (_, output) in zip(trace.steps, expected, strict=True):
        np.testing.assert_allclose(step.output, [output], atol=5e-9)


def test_a_trace_holds_six_steps_that_hang_together(network: Network) -> None:
    x = np.random.default_rng(2).random((100, 784), dtype=np.float32)
    trace = network.forward(x)
    assert [step.layer.name for step in trace.steps] == ["affine", "sigmoid"] * 2 + ["affine", "softmax"]
    assert [step.output.shape[1] for step in trace.steps] == [50, 50, 100, 100, 10, 10]
    assert trace.input is x
    assert trace.output is trace.steps[-1].output
    for before, after in zip(trace.steps, trace.steps[1:], strict=False):
        assert after.input is before.output
    for step in trace.steps:
        np.testing.assert_array_equal(step.output, step.layer.forward(step.input))
        assert step.output.dtype == np.float32


def test_no_two_steps_share_memory(network: Network) -> None:
    outputs = [step.output for step in network.forward(np.ones((2, 784), np.float32)).steps]
    for number, output in enumerate(outputs):
        assert not any(np.shares_memory(output, other) for other in outputs[:number])


def test_predict_is_the_end_of_the_trace(network: Network) -> None:
    x = np.random.default_rng(3).random((7, 784), dtype=np.float32)
    y = network.predict(x)
    np.testing.assert_array_equal(y, network.forward(x).output)
    np.testing.assert_allclose(y.sum(axis=1), 1, rtol=1e-6)
    np.testing.assert_allclose(y, softmax(network.forward(x).steps[-1].input))


@pytest.mark.parametrize("hidden", ACTIVATIONS)
@given(seed=st.integers(0, 2**32 - 1), n=st.integers(0, 6))
def test_a_batch_is_its_rows_one_by_one(hidden: str, seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    network = random_network((5, 4, 3), rng, hidden)
    x = rng.standard_normal((n, 5)).astype(np.float32)
    y = network.predict(x)
    assert y.shape == (n, 3)
    for row in range(n):
        np.testing.assert_allclose(y[row], network.predict(x[row : row + 1])[0], rtol=1e-5)


def test_an_empty_batch_goes_through(network: Network) -> None:
    trace = network.forward(np.empty((0, 784), np.float32))
    assert [step.output.shape for step in trace.steps] == [(0, width) for width in (50, 50, 100, 100, 10, 10)]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_stays(dtype: type) -> None:
    network = multilayer([(np.ones((3, 2), dtype), np.zeros(2, dtype))])
    assert network.dtype == dtype
    assert network.predict(np.ones((4, 3), dtype)).dtype == dtype


@pytest.mark.parametrize("shape", [(100, 783), (100, 785), (784,), (1, 28, 28), (), (784, 100)])
def test_a_batch_of_the_wrong_shape_is_refused(network: Network, shape: tuple[int, ...]) -> None:
    for function in (network.forward, network.predict):
        with pytest.raises(ShapeError) as caught:
            function(np.zeros(shape, np.float32))
        error = caught.value
        assert (error.name, error.got, error.expected) == ("x", shape, ("N", 784))


def test_what_a_network_says_of_itself(network: Network) -> None:
    assert network.sizes == SIZES
    assert network.input_size == 784
    assert network.dtype == np.float32
    assert network.parameter_count == 784 * 50 + 50 + 50 * 100 + 100 + 100 * 10 + 10


def test_a_layer_that_does_not_fit_the_one_before_is_named() -> None:
    widths = [(784, 50), (40, 100), (100, 10)]
    with pytest.raises(ShapeError) as caught:
        multilayer([(np.zeros(shape), np.zeros(shape[1])) for shape in widths])
    error = caught.value
    assert (error.name, error.got, error.expected) == ("W2", (40, 100), (50, 100))


@pytest.mark.parametrize("layers", [(), (ActivationLayer(ACTIVATIONS["relu"]),)], ids=["none", "no weights"])
def test_a_network_without_weights_is_refused(layers: tuple[ActivationLayer, ...]) -> None:
    with pytest.raises(ValueRangeError, match="affine"):
        Network(layers)


@pytest.mark.parametrize("which", ["hidden", "output"])
def test_an_activation_that_is_not_known_is_named(which: str) -> None:
    with pytest.raises(ValueRangeError, match=re.escape("'swish'")) as caught:
        multilayer([(np.zeros((2, 2)), np.zeros(2))], **{which: "swish"})
    assert caught.value.name == which
    assert "sigmoid" in caught.value.expected


def test_layers_may_stand_in_any_order() -> None:
    relu = ActivationLayer(ACTIVATIONS["relu"])
    network = Network((relu, Affine(np.eye(2), np.zeros(2)), Affine(np.ones((2, 1)), np.ones(1)), relu))
    assert network.sizes == (2, 2, 1)
    np.testing.assert_array_equal(network.predict(np.array([[-3.0, 2.0]])), [[3.0]])


def test_the_same_seed_makes_the_same_network() -> None:
    one, two, other = (random_network(SIZES, np.random.default_rng(seed)) for seed in (4, 4, 5))
    for layer, same, different in zip(one.layers, two.layers, other.layers, strict=True):
        for name, array in layer.parameters.items():
            np.testing.assert_array_equal(array, same.parameters[name])
        if "W" in layer.parameters:
            assert (layer.parameters["W"] != different.parameters["W"]).any()


@pytest.mark.parametrize(("hidden", "gain"), [("sigmoid", 1), ("tanh", 1), ("relu", 2), ("gelu", 2)])
def test_random_weights_have_the_spread_of_xavier_or_he(hidden: str, gain: int) -> None:
    first = random_network((1000, 500, 10), np.random.default_rng(6), hidden).layers[0]
    assert isinstance(first, Affine)
    assert first.W.dtype == np.float32
    assert first.W.std() == pytest.approx(np.sqrt(gain / 1000), rel=0.01)
    assert first.W.mean() == pytest.approx(0, abs=1e-3)
    assert not first.b.any()


@pytest.mark.parametrize("sizes", [(), (784,)])
def test_a_network_needs_an_input_and_an_output(sizes: tuple[int, ...]) -> None:
    with pytest.raises(ValueRangeError):
        random_network(sizes, np.random.default_rng(7))


def test_a_network_that_is_printed_shows_its_layers_and_not_its_45360_numbers() -> None:
    network = random_network((784, 10), np.random.default_rng(1))
    assert repr(network) == "Network(layers=(Affine(784 → 10), ActivationLayer(softmax)))"


def test_another_activation_leaves_the_weights_and_changes_that_layer_alone() -> None:
    network = book_network()
    swapped = with_activation(network, 1, ACTIVATIONS["relu"])
    assert [layer.name for layer in swapped.layers] == [
        "affine", "relu", "affine", "sigmoid", "affine", "identity",
    ]  # fmt: skip
    assert swapped.layers[0] is network.layers[0]
    assert network.layers[1].name == "sigmoid"
    x = np.array([[1.0, 0.5]])
    np.testing.assert_allclose(swapped.forward(x).steps[1].output, [[0.3, 0.7, 1.1]])
    a2 = [[0.1 + 0.1 * 0.3 + 0.2 * 0.7 + 0.3 * 1.1, 0.2 + 0.4 * 0.3 + 0.5 * 0.7 + 0.6 * 1.1]]
    np.testing.assert_allclose(swapped.forward(x).steps[2].output, a2)


def test_hidden_activations_are_all_but_the_last() -> None:
    assert hidden_places(book_network()) == (1, 3)
    assert hidden_places(random_network((3, 2), np.random.default_rng(1))) == ()


@pytest.mark.parametrize("place", [-1, 0, 2, 6, 100])
def test_where_no_activation_stands_none_can_be_changed(place: int) -> None:
    with pytest.raises(ValueRangeError) as caught:
        with_activation(book_network(), place, ACTIVATIONS["relu"])
    assert (caught.value.got, caught.value.expected) == (place, "1, 3, 5")


@pytest.mark.parametrize("text", ["log(x)", "1 / x", "exp(exp(x))", "0 / 0", "1e300 * x"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_function_without_values_goes_through_without_a_warning(text: str, dtype: type) -> None:
    network = random_network((4, 30, 20, 3), np.random.default_rng(4))
    for place in (1, 3):
        network = with_activation(network, place, activation_of(f"typed:{text}"))
    y = network.predict(np.random.default_rng(5).standard_normal((6, 4)).astype(dtype))
    assert y.shape == (6, 3)
