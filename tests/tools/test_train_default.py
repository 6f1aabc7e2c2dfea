"""The parts of the training that can be seen on small made-up data."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.network import random_network
from core.shapes import Array
from tools.train_default import learn, opinions, sharpen, to_floats

SIZES = (784, 12, 3)


def _stripes(count: int) -> tuple[NDArray[np.uint8], Array]:
    """Pictures with a bright band at the top, in the middle or at the bottom, in noise."""
    rng = np.random.default_rng(0)
    t = rng.integers(0, 3, count)
    x = rng.integers(0, 120, (count, 28, 28)).astype(np.uint8)
    for picture, label in zip(x, t, strict=True):
        picture[label * 9 : label * 9 + 9] += 120
    return x.reshape(count, 784), t


def _trained(seed: int) -> tuple[Array, Array]:
    """The labels, and what a network trained from this seed says."""
    x, t = _stripes(300)
    rng = np.random.default_rng(seed)
    network = random_network(SIZES, rng, "relu")
    network = learn(network, x, t, epochs=4, rate=0.01, batch_size=20, rng=rng)
    return t, network.predict(to_floats(x, rng))


def test_the_same_seed_gives_the_same_network(capsys: pytest.CaptureFixture[str]) -> None:
    t, y = _trained(1)
    assert (y.argmax(axis=1) == t).mean() > 0.95
    assert capsys.readouterr().out.count("epoch") == 4
    assert np.array_equal(_trained(1)[1], y)
    assert not np.array_equal(_trained(2)[1], y)


def test_opinions_are_the_softened_mean_of_all_teachers() -> None:
    rng = np.random.default_rng(0)
    x, _ = _stripes(30)
    teachers = [random_network(SIZES, rng, "relu") for _ in range(2)]
    t = opinions(teachers, x, rng)
    assert t.dtype == np.float32
    assert np.allclose(t.sum(axis=1), 1, atol=1e-6)
    one, other = (teacher.predict(to_floats(x, rng)) for teacher in teachers)
    expected = (one * other) ** (1 / 8)  # the mean of scores is the root of a product; temperature 4
    assert np.allclose(t, expected / expected.sum(axis=1, keepdims=True), atol=1e-5)


def test_sharpening_keeps_the_order_and_raises_the_confidence() -> None:
    rng = np.random.default_rng(0)
    network = random_network(SIZES, rng)
    x = to_floats(_stripes(30)[0], rng)
    soft, sharp = network.predict(x), sharpen(network).predict(x)
    assert np.array_equal(soft.argsort(axis=1), sharp.argsort(axis=1))
    assert (sharp.max(axis=1) > soft.max(axis=1)).all()
    expected = soft**2 / (soft**2).sum(axis=1, keepdims=True)  # twice the score is the square
    assert np.allclose(sharp, expected, atol=1e-5)
