import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import special

from core.activations import ACTIVATIONS
from core.data import mnist
from core.errors import Cancelled, ShapeError, ValueRangeError
from core.evaluation import accuracy
from core.network import Network, multilayer, random_network
from core.progress import CancelToken
from core.shapes import Array, Labels
from core.training import (
    SGD,
    Adam,
    Momentum,
    Optimizer,
    TrainingStep,
    backward,
    cosine,
    cross_entropy,
    one_hot,
    random_batches,
    start_state,
    steady,
    train,
    update,
)

OPTIMIZERS = [SGD(1.0), Momentum(0.3), Adam(0.05)]
EVERY_OPTIMIZER = pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=lambda o: type(o).__name__)


def in_float64(network: Network) -> Network:
    return Network(
        tuple(
            layer.with_parameters(
                {name: array.astype(np.float64) for name, array in layer.parameters.items()}
            )
            for layer in network.layers
        )
    )


def corners() -> tuple[Array, Labels]:
    """XOR: two classes that no straight line separates."""
    return np.array([[0, 0], [1, 0], [0, 1], [1, 1]], np.float32), np.array([0, 1, 1, 0])


def last(steps: Iterator[TrainingStep]) -> TrainingStep:
    return list(steps)[-1]


# Targets and loss


def test_one_hot_by_hand() -> None:
    rows = one_hot(np.array([2, 0], np.uint8), 3)
    np.testing.assert_array_equal(rows, [[0, 0, 1], [1, 0, 0]])
    assert rows.dtype == np.float32


@pytest.mark.parametrize(("labels", "got"), [([0, 10, 11], 10), ([3, -1], -1)])
def test_a_label_that_is_no_class_is_named(labels: list[int], got: int) -> None:
    with pytest.raises(ValueRangeError) as caught:
        one_hot(np.array(labels), 10)
    assert (caught.value.name, caught.value.got, caught.value.expected) == ("label", got, "0..9")


def test_cross_entropy_of_the_book() -> None:
    t = one_hot(np.array([2]), 10)
    likely = np.array([[0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0]])
    unlikely = np.array([[0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0]])
    assert cross_entropy(likely, t) == pytest.approx(0.510825457099338, rel=1e-14)
    assert cross_entropy(unlikely, t) == pytest.approx(2.302584092994546, rel=1e-14)
    assert cross_entropy(np.vstack([likely, unlikely]), np.vstack([t, t])) == pytest.approx(
        (0.510825457099338 + 2.302584092994546) / 2, rel=1e-14
    )


def test_cross_entropy_of_a_certain_mistake_is_finite() -> None:
    wrong = np.array([[1.0, 0.0]], np.float32)
    assert cross_entropy(wrong, wrong[:, ::-1]) == pytest.approx(-math.log(1e-7), rel=1e-6)


@given(
    hnp.arrays(np.float64, (3, 5), elements=st.floats(-10, 10)),
    st.lists(st.integers(0, 4), min_size=3, max_size=3),
)
def test_cross_entropy_as_scipy_has_it(a: Array, labels: list[int]) -> None:
    y = special.softmax(a, axis=1)
    expected = -special.log_softmax(a, axis=1)[np.arange(3), labels].mean()
    # 1e-7 is added to every probability, which matters where it is small
    assert cross_entropy(y, one_hot(np.array(labels), 5)) == pytest.approx(expected, abs=1e-7 / y.min())


@pytest.mark.parametrize("shape", [(2, 9), (1, 10), (10,)])
def test_targets_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    network = random_network((4, 10), np.random.default_rng(0))
    trace = network.forward(np.zeros((2, 4), np.float32))
    for refuse in (lambda t: cross_entropy(trace.output, t), lambda t: backward(trace, t)):
        with pytest.raises(ShapeError) as caught:
            refuse(np.zeros(shape, np.float32))
        assert (caught.value.name, caught.value.got, caught.value.expected) == ("t", shape, (2, 10))


# Gradients


def exact_loss(network: Network, x: Array, t: Array) -> float:
    """The cross-entropy without the book's 1e-7, which is not in the gradient."""
    scores = network.forward(x).steps[-1].input
    return float(-(t * special.log_softmax(scores, axis=1)).sum() / len(t))


def with_parameter(network: Network, place: int, name: str, array: Array) -> Network:
    layers = list(network.layers)
    layers[place] = layers[place].with_parameters({**layers[place].parameters, name: array})
    return Network(tuple(layers))


@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_every_gradient_against_finite_differences(hidden: str) -> None:
    rng = np.random.default_rng(11)
    shapes = [(6, 5), (5, 4), (4, 3)]
    network = multilayer([(rng.standard_normal(W), rng.standard_normal(W[1])) for W in shapes], hidden)
    x = rng.standard_normal((7, 6))
    t = special.softmax(rng.standard_normal((7, 3)), axis=1)  # any targets that sum to 1
    gradients = backward(network.forward(x), t)
    assert len(gradients) == len(network.layers)
    h = 1e-6
    for place, (layer, of_layer) in enumerate(zip(network.layers, gradients, strict=True)):
        assert of_layer.keys() == layer.parameters.keys()
        for name, parameter in layer.parameters.items():
            slopes = np.empty_like(parameter)
            for index in np.ndindex(parameter.shape):
                nudge = np.zeros_like(parameter)
                nudge[index] = h
                above = exact_loss(with_parameter(network, place, name, parameter + nudge), x, t)
                below = exact_loss(with_parameter(network, place, name, parameter - nudge), x, t)
                slopes[index] = (above - below) / (2 * h)
            np.testing.assert_allclose(of_layer[name], slopes, atol=1e-8)


def test_the_gradient_of_a_batch_is_the_mean_of_its_examples() -> None:
    rng = np.random.default_rng(12)
    network = in_float64(random_network((6, 5, 3), rng))
    x, t = rng.standard_normal((8, 6)), one_hot(rng.integers(0, 3, 8), 3).astype(np.float64)
    whole = backward(network.forward(x), t)
    single = [backward(network.forward(x[n : n + 1]), t[n : n + 1]) for n in range(8)]
    for place, of_layer in enumerate(whole):
        for name, gradient in of_layer.items():
            mean = np.mean([one[place][name] for one in single], axis=0)
            np.testing.assert_allclose(gradient, mean, rtol=1e-10, atol=1e-15)


def test_backward_needs_softmax_at_the_end() -> None:
    network = random_network((4, 3), np.random.default_rng(0), output="identity")
    with pytest.raises(ValueRangeError) as caught:
        backward(network.forward(np.zeros((1, 4), np.float32)), np.zeros((1, 3), np.float32))
    assert (caught.value.got, caught.value.expected) == ("identity", "softmax")
    without_activation = Network(network.layers[:1])
    with pytest.raises(ValueRangeError, match="affine"):
        backward(without_activation.forward(np.zeros((1, 4), np.float32)), np.zeros((1, 3), np.float32))


# Optimizers


def test_sgd_by_hand() -> None:
    W, memory = SGD(0.1).step(np.array([1.0, -2.0]), np.array([0.5, 1.0]), None, 1.0)
    np.testing.assert_allclose(W, [0.95, -2.1], rtol=1e-15)
    assert memory is None


def test_momentum_by_hand() -> None:
    optimizer = Momentum(0.1, keep=0.9)
    W, gradient = np.array([1.0]), np.array([0.5])
    memory = optimizer.start(W)
    W, memory = optimizer.step(W, gradient, memory, 1.0)  # v = -0.05
    assert W[0] == pytest.approx(0.95)
    W, memory = optimizer.step(W, gradient, memory, 1.0)  # v = 0.9 · -0.05 - 0.05 = -0.095
    assert W[0] == pytest.approx(0.855)


def test_adam_by_hand() -> None:
    optimizer = Adam(0.1)
    W = np.array([1.0, 1.0])
    memory = optimizer.start(W)
    W, memory = optimizer.step(W, np.array([0.5, -8.0]), memory, 1.0)
    # m̂ = g and v̂ = g² at the first step: it goes by the rate whatever the size of the gradient
    np.testing.assert_allclose(W, [0.9, 1.1], rtol=1e-7)
    W, memory = optimizer.step(W, np.array([1.0, -8.0]), memory, 1.0)
    mean = (0.9 * 0.1 * 0.5 + 0.1 * 1.0) / (1 - 0.9**2)
    square = (0.999 * 0.001 * 0.25 + 0.001 * 1.0) / (1 - 0.999**2)
    np.testing.assert_allclose(W, [0.9 - 0.1 * mean / math.sqrt(square), 1.2], rtol=1e-7)


@EVERY_OPTIMIZER
def test_an_optimizer_changes_nothing_in_place(optimizer: Optimizer) -> None:
    W, gradient = np.array([1.0, 2.0]), np.array([0.5, -0.5])
    memory = optimizer.start(W)
    first, _ = optimizer.step(W, gradient, memory, 1.0)
    again, _ = optimizer.step(W, gradient, memory, 1.0)
    np.testing.assert_array_equal(first, again)
    np.testing.assert_array_equal(W, [1, 2])
    np.testing.assert_array_equal(gradient, [0.5, -0.5])


@EVERY_OPTIMIZER
def test_an_optimizer_finds_the_bottom_of_a_bowl(optimizer: Optimizer) -> None:
    W = np.array([3.0, -4.0])
    memory = optimizer.start(W)
    for _ in range(300):
        W, memory = optimizer.step(W, W * [0.2, 1.0], memory, 1.0)
    np.testing.assert_allclose(W, 0, atol=0.01)


@EVERY_OPTIMIZER
def test_a_rate_factor_of_0_stands_still(optimizer: Optimizer) -> None:
    W = np.array([3.0, -4.0], np.float32)
    new, _ = optimizer.step(W, np.ones(2, np.float32), optimizer.start(W), 0.0)
    np.testing.assert_array_equal(new, W)


def test_update_leaves_the_old_network_as_it_was() -> None:
    rng = np.random.default_rng(13)
    network = random_network((4, 3, 2), rng)
    before = [array.copy() for layer in network.layers for array in layer.parameters.values()]
    x, t = rng.random((5, 4), dtype=np.float32), one_hot(rng.integers(0, 2, 5), 2)
    optimizer = Momentum()
    new, _ = update(network, backward(network.forward(x), t), start_state(network, optimizer), optimizer)
    after = [array for layer in network.layers for array in layer.parameters.values()]
    for old, same in zip(before, after, strict=True):
        np.testing.assert_array_equal(old, same)
    assert cross_entropy(new.predict(x), t) < cross_entropy(network.predict(x), t)


def test_schedules() -> None:
    assert [steady(fraction) for fraction in (0, 0.5, 1)] == [1, 1, 1]
    assert [cosine(fraction) for fraction in (0, 0.5, 1)] == pytest.approx([1, 0.5, 0], abs=1e-15)


# Training


@given(examples=st.integers(1, 50), batch_size=st.integers(1, 60), seed=st.integers(0, 2**32 - 1))
def test_batches_hold_every_example_once(examples: int, batch_size: int, seed: int) -> None:
    batches = list(random_batches(examples, batch_size, np.random.default_rng(seed)))
    np.testing.assert_array_equal(np.sort(np.concatenate(batches)), np.arange(examples))
    assert len(batches) == math.ceil(examples / batch_size)
    assert all(len(batch) == batch_size for batch in batches[:-1])


@EVERY_OPTIMIZER
@pytest.mark.parametrize("hidden", ["tanh", "relu", "gelu"])
def test_training_learns_what_no_line_can_do(optimizer: Optimizer, hidden: str) -> None:
    x, t = corners()
    network = random_network((2, 8, 2), np.random.default_rng(14), hidden)
    steps = list(
        train(network, x, t, epochs=300, rng=np.random.default_rng(15), batch_size=4, optimizer=optimizer)
    )
    assert steps[-1].loss < 0.05 < 0.5 < steps[0].loss
    np.testing.assert_array_equal(steps[-1].network.predict(x).argmax(axis=1), t)


@EVERY_OPTIMIZER
@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_float32_stays_float32(optimizer: Optimizer, hidden: str) -> None:
    x, t = corners()
    network = random_network((2, 3, 2), np.random.default_rng(16), hidden)
    for step in train(
        network,
        x,
        t,
        epochs=2,
        rng=np.random.default_rng(17),
        batch_size=3,
        optimizer=optimizer,
        schedule=cosine,
    ):
        arrays = [array for layer in step.network.layers for array in layer.parameters.values()]
        assert {array.dtype for array in arrays} == {np.dtype(np.float32)}
        gradients = backward(step.network.forward(x), one_hot(t, 2))
        assert {array.dtype for of_layer in gradients for array in of_layer.values()} == {
            np.dtype(np.float32)
        }
        assert isinstance(step.loss, float)


@pytest.mark.parametrize("dtype", [np.uint8, np.int64, np.float64])
def test_examples_of_another_dtype_do_not_change_that_of_the_network(dtype: type) -> None:
    x, t = corners()
    network = random_network((2, 3, 2), np.random.default_rng(16))
    one = last(train(network, x.astype(dtype), t, epochs=2, rng=np.random.default_rng(17)))
    two = last(train(network, x, t, epochs=2, rng=np.random.default_rng(17)))
    assert one.network.dtype == np.float32
    np.testing.assert_array_equal(one.network.predict(x), two.network.predict(x))


def test_the_same_seed_gives_the_same_network() -> None:
    rng = np.random.default_rng(18)
    x, t = rng.random((30, 4), dtype=np.float32), rng.integers(0, 3, 30)
    network = random_network((4, 5, 3), rng)

    def trained(seed: int) -> Array:
        steps = train(
            network, x, t, epochs=3, rng=np.random.default_rng(seed), batch_size=7, optimizer=Adam()
        )
        return last(steps).network.predict(x)

    np.testing.assert_array_equal(trained(1), trained(1))
    assert (trained(1) != trained(2)).any()


def test_steps_are_counted_and_the_last_batch_is_smaller() -> None:
    x, t = np.zeros((7, 2), np.float32), np.zeros(7, np.int64)
    sizes: list[int] = []

    def note_size(batch: Array, rng: np.random.Generator) -> Array:
        sizes.append(len(batch))
        return batch

    network = random_network((2, 2), np.random.default_rng(0))
    steps = list(
        train(network, x, t, epochs=2, rng=np.random.default_rng(0), batch_size=3, prepare=note_size)
    )
    assert sizes == [3, 3, 1, 3, 3, 1]
    assert [(step.step, step.steps, step.epoch) for step in steps] == [
        (1, 6, 1), (2, 6, 1), (3, 6, 1), (4, 6, 2), (5, 6, 2), (6, 6, 2),
    ]  # fmt: skip


def test_the_loss_is_that_of_the_batch_before_the_step() -> None:
    x, t = corners()
    network = random_network((2, 3, 2), np.random.default_rng(19))
    steps = list(train(network, x, t, epochs=2, rng=np.random.default_rng(0), batch_size=4))
    for step, before in zip(steps, (network, steps[0].network), strict=True):
        assert step.loss == pytest.approx(cross_entropy(before.predict(x), one_hot(t, 2)), rel=1e-6)


def test_images_may_be_prepared_batch_by_batch() -> None:
    rng = np.random.default_rng(20)
    images, t = rng.integers(0, 256, (20, 3, 3)).astype(np.uint8), rng.integers(0, 2, 20)

    def rows(batch: Array, rng: np.random.Generator) -> Array:
        return batch.reshape(-1, 9) / np.float32(255)

    network = random_network((9, 4, 2), rng)
    prepared = last(
        train(network, images, t, epochs=2, rng=np.random.default_rng(1), batch_size=6, prepare=rows)
    )
    ready = last(train(network, rows(images, rng), t, epochs=2, rng=np.random.default_rng(1), batch_size=6))
    np.testing.assert_array_equal(
        prepared.network.predict(rows(images, rng)), ready.network.predict(rows(images, rng))
    )


def test_targets_may_be_probabilities() -> None:
    x, t = corners()
    network = random_network((2, 3, 2), np.random.default_rng(21))
    by_label = last(train(network, x, t, epochs=3, rng=np.random.default_rng(2)))
    by_target = last(
        train(network, x, one_hot(t, 2).astype(np.float64), epochs=3, rng=np.random.default_rng(2))
    )
    np.testing.assert_array_equal(by_label.network.predict(x), by_target.network.predict(x))


def test_the_schedule_runs_from_0_towards_1() -> None:
    x, t = corners()
    seen: list[float] = []

    def note(fraction: float) -> float:
        seen.append(fraction)
        return 1.0

    list(
        train(
            random_network((2, 2), np.random.default_rng(0)),
            x,
            t,
            epochs=2,
            rng=np.random.default_rng(0),
            batch_size=2,
            schedule=note,
        )
    )
    assert seen == [0, 0.25, 0.5, 0.75]


def test_training_stops_between_two_batches() -> None:
    x, t = np.zeros((100, 2), np.float32), np.zeros(100, np.int64)
    token = CancelToken()
    steps = train(
        random_network((2, 2), np.random.default_rng(0)),
        x,
        t,
        epochs=1,
        rng=np.random.default_rng(0),
        batch_size=10,
        cancel=token,
    )
    assert next(steps).step == 1
    assert next(steps).step == 2
    token.cancel()
    with pytest.raises(Cancelled):
        next(steps)


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"epochs": 0}, "epochs"),
        ({"batch_size": 0}, "batch_size"),
        ({"batch_size": -5}, "batch_size"),
        ({"x": np.empty((0, 2), np.float32), "t": np.empty(0, np.int64)}, "examples"),
        ({"t": np.array([0, 1, 2, 0])}, "label"),
        ({"t": np.array([0, 1, 1])}, "t"),
        ({"t": np.zeros((4, 3))}, "t"),
        ({"x": np.zeros((4, 3), np.float32)}, "x"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(changed: dict[str, object], name: str) -> None:
    x, t = corners()
    network = random_network((2, 2), np.random.default_rng(0))
    arguments = {"x": x, "t": t, "epochs": 1, "rng": np.random.default_rng(0)} | changed
    with pytest.raises((ShapeError, ValueRangeError)) as caught:
        next(train(network, **arguments))
    assert caught.value.name == name


def test_one_epoch_of_mnist_reads_nine_digits_of_ten(shared_data: Path) -> None:
    learn, test = (mnist.load(shared_data / "mnist", split) for split in ("train", "test"))
    network = random_network((784, 50, 100, 10), np.random.default_rng(22), "relu")
    trained = last(
        train(network, learn.inputs(), learn.labels, epochs=1, rng=np.random.default_rng(23))
    ).network
    assert accuracy(network, test.inputs(), test.labels) < 0.3
    assert accuracy(trained, test.inputs(), test.labels) > 0.9
    assert trained.dtype == np.float32


def test_gradients_of_a_hand_worked_network() -> None:
    network = multilayer([(np.array([[1.0, -1.0]]), np.array([0.0, 0.0]))])
    trace = network.forward(np.array([[0.0], [0.0]]))  # softmax: ½ and ½ for both
    gradients = backward(trace, np.array([[1.0, 0.0], [1.0, 0.0]]))
    np.testing.assert_array_equal(gradients[0]["b"], [-0.5, 0.5])
    np.testing.assert_array_equal(gradients[0]["W"], [[0, 0]])
    assert gradients[1] == {}
