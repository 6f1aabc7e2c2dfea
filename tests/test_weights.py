"""The weights that ship are what the JSON beside them says, and read what they have to read."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data.shipped import shipped
from core.files import pickles
from core.files.weights import load_network
from core.layers import Affine
from tools.measure import Cases, measure, unseen_digits

NAMES = ["mnist-sigmoid", "mnist-relu"]
SHAPES = {"W1": (784, 50), "b1": (50,), "W2": (50, 100), "b2": (100,), "W3": (100, 10), "b3": (10,)}


@pytest.fixture(scope="module")
def cases(shared_data: Path) -> Cases:
    return unseen_digits(shared_data)


def _description(name: str) -> dict[str, Any]:
    contents: dict[str, Any] = json.loads(shipped(f"weights/{name}.json").read_text(encoding="utf-8"))
    return contents


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_a_dict_as_in_the_book(name: str) -> None:
    contents = pickles.load(shipped(f"weights/{name}.pkl"))
    assert isinstance(contents, dict)
    assert {key: array.shape for key, array in contents.items()} == SHAPES
    for array in contents.values():
        assert array.dtype == np.float32
        assert np.isfinite(array).all()
        assert array.std() > 0


@pytest.mark.parametrize("name", NAMES)
def test_the_network_is_the_one_that_the_json_describes(name: str) -> None:
    network, description = load_network(shipped(f"weights/{name}.pkl")), _description(name)
    assert description["name"] == name
    assert list(network.sizes) == description["sizes"] == [784, 50, 100, 10]
    assert network.parameter_count == description["parameter_count"] == 45_360
    assert network.dtype == np.float32
    hidden, output = description["hidden_activation"], description["output_activation"]
    assert name == f"mnist-{hidden}"
    kinds = [layer.name for layer in network.layers]
    assert kinds == ["affine", hidden, "affine", hidden, "affine", output]
    assert all(isinstance(layer, Affine) for layer in network.layers[::2])


@pytest.mark.parametrize("name", NAMES)
def test_the_json_says_how_it_was_made(name: str) -> None:
    how = _description(name)["how"]
    assert how["command"].startswith("python -m tools.train_default")
    assert {"data", "date", "seed", "epochs", "pictures", "numpy"} <= how.keys()


@pytest.mark.parametrize("name", NAMES)
def test_it_reads_mnist_and_people_whom_it_never_saw(name: str, cases: Cases) -> None:
    description = _description(name)
    measured = measure(load_network(shipped(f"weights/{name}.pkl")), cases)
    assert measured["mnist_test"] >= 0.98
    assert measured["held_out_writers"] >= 0.97
    assert measured["mnist_test_shifted_4_prepared"] >= measured["mnist_test"] - 0.002
    # Another machine may add in another order: a digit or two in 1500 may fall to the other side.
    assert measured == pytest.approx(description["accuracy"], abs=0.0015)
