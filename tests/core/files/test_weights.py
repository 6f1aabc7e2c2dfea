"""Networks in files: the book's weights, every depth and form, and those that do not fit."""

import gzip
import json
import pickle
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import save_file

from core.activations import ACTIVATIONS
from core.errors import FileFormatError, UnsafePickleError, ValueRangeError
from core.files.weights import load_network, save_network
from core.layers import ActivationLayer, Affine
from core.network import Network, multilayer, random_network

Arrays = dict[str, Any]
SUFFIXES = [".pkl", ".pickle", ".npz", ".safetensors"]


def write(path: Path, arrays: Arrays) -> Path:
    """A file of weights in the form that its name says, by other people's code."""
    if path.suffix == ".npz":
        np.savez(path, **arrays)
    elif path.suffix == ".safetensors":
        save_file(arrays, path)
    else:
        path.write_bytes(pickle.dumps(arrays))
    return path


def weights(sizes: tuple[int, ...] = (4, 3, 2), dtype: Any = np.float32) -> Arrays:
    rng = np.random.default_rng(1)
    arrays = {}
    for number, (inputs, outputs) in enumerate(pairwise(sizes), start=1):
        arrays[f"W{number}"] = rng.normal(size=(inputs, outputs)).astype(dtype)
        arrays[f"b{number}"] = rng.normal(size=outputs).astype(dtype)
    return arrays


def refused(path: Path, arrays: Arrays) -> FileFormatError:
    with pytest.raises(FileFormatError) as info:
        load_network(write(path, arrays))
    assert info.value.path == str(path)
    return info.value


def test_the_books_weights_score_what_the_book_says(shared_data: Path) -> None:
    network = load_network(shared_data / "book" / "sample_weight.pkl")
    assert network.sizes == (784, 50, 100, 10)
    assert network.dtype == np.float32
    with gzip.open(shared_data / "mnist" / "t10k-images-idx3-ubyte.gz") as file:
        images = np.frombuffer(file.read(), np.uint8, offset=16).reshape(10_000, 784).astype(np.float32)
    with gzip.open(shared_data / "mnist" / "t10k-labels-idx1-ubyte.gz") as file:
        labels = np.frombuffer(file.read(), np.uint8, offset=8)
    assert np.mean(network.predict(images / 255).argmax(axis=1) == labels) == 0.9352
    assert np.mean(network.predict(images).argmax(axis=1) == labels) == 0.9207


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".PKL"])
@pytest.mark.parametrize("sizes", [(4, 2), (4, 3, 2), (5, 4, 3, 4, 2, 6)])
def test_any_depth_in_any_form(tmp_path: Path, suffix: str, sizes: tuple[int, ...]) -> None:
    arrays = weights(sizes)
    network = load_network(str(write(tmp_path / f"a{suffix}", dict(reversed(arrays.items())))))
    assert network.sizes == sizes
    affines = [layer for layer in network.layers if isinstance(layer, Affine)]
    for number, layer in enumerate(affines, start=1):
        np.testing.assert_array_equal(layer.W, arrays[f"W{number}"], strict=True)
        np.testing.assert_array_equal(layer.b, arrays[f"b{number}"], strict=True)
    names = [layer.name for layer in network.layers]
    assert names == ["affine", "sigmoid"] * (len(sizes) - 2) + ["affine", "softmax"]


@pytest.mark.parametrize(
    ("given_dtype", "dtype"),
    [("f4", "f4"), ("f8", "f8"), ("f2", "f4"), ("i8", "f4"), ("u1", "f4"), (">f4", "f4"), (">f8", "f8")],
)
def test_element_types(tmp_path: Path, given_dtype: str, dtype: str) -> None:
    arrays = {key: (array * 10).round().astype(given_dtype) for key, array in weights(dtype=float).items()}
    if given_dtype == "u1":
        arrays = {key: np.abs(array) for key, array in arrays.items()}
    network = load_network(write(tmp_path / "a.pkl", arrays))
    assert network.dtype == np.dtype(dtype)
    assert all(
        array.dtype == np.dtype(dtype) for layer in network.layers for array in layer.parameters.values()
    )
    np.testing.assert_array_equal(network.layers[0].parameters["W"], arrays["W1"])


def test_one_double_makes_all_of_them_doubles(tmp_path: Path) -> None:
    arrays = {**weights(), "b1": np.zeros(3, np.float64)}
    network = load_network(write(tmp_path / "a.npz", arrays))
    assert {array.dtype.name for layer in network.layers for array in layer.parameters.values()} == {
        "float64"
    }


def test_arrays_of_any_order_in_memory(tmp_path: Path) -> None:
    arrays = {key: np.asfortranarray(array) for key, array in weights().items()}
    network = load_network(write(tmp_path / "a.pkl", arrays))
    np.testing.assert_array_equal(network.layers[0].parameters["W"], arrays["W1"])
    assert network.layers[0].parameters["W"].flags.c_contiguous


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    ("change", "problem", "values"),
    [
        ({"W1": None}, "missing-key", {"key": "W1"}),
        ({"b1": None}, "missing-key", {"key": "b1"}),
        ({"W2": None}, "missing-key", {"key": "W2"}),
        ({"b2": None}, "missing-key", {"key": "b2"}),
        ({"W4": np.ones((2, 2))}, "extra-key", {"key": "W4"}),
        ({"W01": np.ones((2, 2))}, "extra-key", {"key": "W01"}),
        ({"gamma": np.ones(3)}, "extra-key", {"key": "gamma"}),
        ({"W1": np.full((4, 3), np.nan)}, "non-finite", {"key": "W1"}),
        ({"b2": np.array([0, -np.inf])}, "non-finite", {"key": "b2"}),
        ({"W1": np.ones((1, 4, 3))}, "shape", {"key": "W1", "got": (1, 4, 3), "expected": ("D", "M")}),
        ({"W1": np.float64(3) * np.ones(())}, "shape", {"key": "W1", "got": (), "expected": ("D", "M")}),
        ({"W1": np.ones((0, 3))}, "shape", {"key": "W1", "got": (0, 3), "expected": ("D", "M")}),
        ({"b1": np.ones((1, 3))}, "shape", {"key": "b1", "got": (1, 3), "expected": (3,)}),
        ({"b2": np.ones(3)}, "shape", {"key": "b2", "got": (3,), "expected": (2,)}),
        ({"W2": np.ones((7, 2))}, "not-chained", {"key": "W2", "got": (7, 2), "expected": (3, 2)}),
        ({"W1": np.ones((4, 3), bool)}, "dtype", {"key": "W1", "got": "bool"}),
        ({"W1": np.ones((4, 3), np.complex64)}, "dtype", {"key": "W1", "got": "complex64"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_does_not_fit_is_named(
    tmp_path: Path, suffix: str, change: Arrays, problem: str, values: Arrays
) -> None:
    arrays = {key: array for key, array in {**weights(), **change}.items() if array is not None}
    arrays = {key: np.asarray(array) for key, array in arrays.items()}
    error = refused(tmp_path / f"a{suffix}", arrays)
    if suffix == ".safetensors" and problem == "dtype":
        values = {"key": "W1", "got": {"bool": "BOOL", "complex64": "C64"}[values["got"]]}
    assert error.problem == problem
    assert {name: error.values[name] for name in values} == values


@pytest.mark.parametrize(
    ("contents", "problem", "key"),
    [
        ([np.ones(3)], "not-a-dict", None),
        (np.ones(3), "not-a-dict", None),
        ({}, "missing-key", "W1"),
        ({**weights(), 3: np.ones(3)}, "extra-key", "3"),
        ({**weights(), "b1": [1.0, 2.0, 3.0]}, "not-an-array", "b1"),
        ({**weights(), "b1": np.float32(1)}, "not-an-array", "b1"),
        ({**weights(), "b1": np.array([1, 2, None])}, "object-dtype", "b1"),
        ({**weights(), "b1": np.array(["a", "b", "c"])}, "dtype", "b1"),
        ({**weights(), "b1": np.ones(3, np.longdouble)}, "dtype", "b1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_pickles_that_hold_something_else(
    tmp_path: Path, contents: Any, problem: str, key: str | None
) -> None:
    if np.dtype(np.longdouble) == np.float64 and problem == "dtype" and contents["b1"].dtype.kind == "f":
        pytest.skip("a long double is a double here")
    error = refused(tmp_path / "a.pkl", contents)
    assert (error.problem, error.values.get("key")) == (problem, key)


def test_what_is_wicked_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pkl").write_bytes(b"cos\nsystem\n(S'echo'\ntR.")
    with pytest.raises(UnsafePickleError) as info:
        load_network(tmp_path / "a.pkl")
    assert info.value.name == "os.system"


@pytest.mark.parametrize("name", ["a.txt", "a", "a.pkl.gz", ".pkl"])
def test_a_name_that_says_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(pickle.dumps(weights()))
    for attempt in (
        load_network,
        lambda path: save_network(random_network((2, 2), np.random.default_rng(1)), path),
    ):
        with pytest.raises(FileFormatError) as info:
            attempt(tmp_path / name)
        assert (info.value.problem, info.value.values["suffix"]) == ("unknown-format", Path(name).suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_file_a_folder_and_an_empty_file(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"folder{suffix}").mkdir()
    (tmp_path / f"empty{suffix}").touch()
    for name, problem in {"nothing": "missing", "folder": "not-a-file", "empty": "empty"}.items():
        with pytest.raises(FileFormatError) as info:
            load_network(tmp_path / f"{name}{suffix}")
        assert info.value.problem == problem


# The hidden activation


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_caller_says_which_activation_where_the_file_does_not(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"a{suffix}", weights())
    assert load_network(path, hidden="tanh").layers[1].name == "tanh"
    for unusable in ("softmax", "nonsense"):
        with pytest.raises(ValueRangeError):
            load_network(path, hidden=unusable)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_the_file_says_comes_first(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    save_network(multilayer([(np.eye(2), np.zeros(2))] * 2, "relu"), path)
    assert load_network(path, hidden="tanh").layers[1].name == "relu"


@pytest.mark.parametrize("name", ["softmax", "nonsense", "", "x" * 1000])
def test_an_activation_that_nobody_knows(tmp_path: Path, name: str) -> None:
    write(tmp_path / "a.pkl", weights())
    (tmp_path / "a.json").write_text(json.dumps({"hidden_activation": name}))
    np.savez(tmp_path / "a.npz", **weights(), hidden_activation=np.array(name))
    save_file(weights(), tmp_path / "a.safetensors", {"hidden_activation": name})
    for suffix in (".pkl", ".npz", ".safetensors"):
        with pytest.raises(FileFormatError) as info:
            load_network(tmp_path / f"a{suffix}")
        assert info.value.problem == "activation"
        assert len(str(info.value.values["got"])) <= 101


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"hidden_activation": 3}', "activation"),
        ("[]", "not-a-dict"),
        ("{", "corrupt"),
        ("", "empty"),
        ("[" * 100_000, "corrupt"),
        ("\xff", "corrupt"),
    ],
)
def test_a_json_beside_that_makes_no_sense(tmp_path: Path, text: str, problem: str) -> None:
    write(tmp_path / "a.pkl", weights())
    (tmp_path / "a.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(FileFormatError) as info:
        load_network(tmp_path / "a.pkl")
    assert (info.value.problem, info.value.path) == (problem, str(tmp_path / "a.json"))


def test_a_json_beside_about_other_things(tmp_path: Path) -> None:
    write(tmp_path / "a.pkl", weights())
    (tmp_path / "a.json").write_text('{"accuracy": 0.98}')
    assert load_network(tmp_path / "a.pkl").layers[1].name == "sigmoid"


# Saving


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("hidden", [key for key, activation in ACTIVATIONS.items() if activation.elementwise])
@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_saved_and_opened_again_it_is_the_same(tmp_path: Path, suffix: str, hidden: str, dtype: str) -> None:
    random = random_network((6, 5, 4, 3), np.random.default_rng(3))
    parameters = [
        (layer.W.astype(dtype), layer.b.astype(dtype)) for layer in random.layers if isinstance(layer, Affine)
    ]
    network = multilayer(parameters, hidden)
    save_network(network, str(tmp_path / f"a{suffix}"))
    again = load_network(tmp_path / f"a{suffix}")
    assert [layer.name for layer in again.layers] == [layer.name for layer in network.layers]
    for layer, copy in zip(network.layers, again.layers, strict=True):
        for key, array in layer.parameters.items():
            np.testing.assert_array_equal(copy.parameters[key], array, strict=True)
    x = np.ones((2, 6), dtype)
    np.testing.assert_array_equal(again.predict(x), network.predict(x), strict=True)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_opened_and_saved_the_file_is_the_same(tmp_path: Path, suffix: str) -> None:
    save_network(random_network((6, 5, 3), np.random.default_rng(3), "relu"), tmp_path / f"a{suffix}")
    save_network(load_network(tmp_path / f"a{suffix}"), tmp_path / f"b{suffix}")
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_arrays_that_are_views_are_saved_as_they_look(tmp_path: Path, suffix: str) -> None:
    W = np.arange(24, dtype=np.float32).reshape(4, 6)[:, ::2].T
    save_network(multilayer([(W, np.zeros(4, np.float32))]), tmp_path / f"a{suffix}")
    np.testing.assert_array_equal(load_network(tmp_path / f"a{suffix}").layers[0].parameters["W"], W)


def test_a_saved_pickle_is_the_books_dict_and_nothing_more(tmp_path: Path) -> None:
    network = random_network((6, 5, 3), np.random.default_rng(3), "relu")
    save_network(network, tmp_path / "a.pkl")
    with (tmp_path / "a.pkl").open("rb") as file:
        contents = pickle.load(file)
    assert list(contents) == ["W1", "b1", "W2", "b2"]
    assert all(type(array) is np.ndarray for array in contents.values())
    assert json.loads((tmp_path / "a.json").read_text()) == {"hidden_activation": "relu"}


def test_what_else_the_json_says_stays(tmp_path: Path) -> None:
    notes = {"만든 사람": "나", "hidden_activation": "tanh", "odd": "\ud800"}
    (tmp_path / "a.json").write_text(json.dumps(notes))
    save_network(random_network((2, 2, 2), np.random.default_rng(1), "relu"), tmp_path / "a.pkl")
    assert json.loads((tmp_path / "a.json").read_bytes()) == {**notes, "hidden_activation": "relu"}
    (tmp_path / "a.json").write_text("[my own notes]")
    with pytest.raises(FileFormatError):
        save_network(random_network((2, 2, 2), np.random.default_rng(1), "relu"), tmp_path / "a.pkl")
    assert (tmp_path / "a.json").read_text() == "[my own notes]"


def layers(*names: str) -> Network:
    return Network(
        tuple(
            Affine(np.eye(2), np.zeros(2)) if name == "affine" else ActivationLayer(ACTIVATIONS[name])
            for name in names
        )
    )


@pytest.mark.parametrize(
    "names",
    [
        ("affine",),
        ("affine", "sigmoid"),
        ("affine", "relu", "affine", "identity"),
        ("affine", "relu", "affine", "tanh", "affine", "softmax"),
        ("affine", "affine", "softmax"),
        ("softmax", "affine"),
        ("affine", "softmax", "affine", "softmax"),
        ("affine", "relu", "softmax"),
        ("affine", "softmax", "affine"),
    ],
)
def test_other_networks_have_no_such_file(tmp_path: Path, names: tuple[str, ...]) -> None:
    for suffix in SUFFIXES:
        with pytest.raises(ValueRangeError) as info:
            save_network(layers(*names), tmp_path / f"a{suffix}")
        assert info.value.got == ", ".join(names)
    assert not any(tmp_path.iterdir())


def test_a_file_that_is_there_is_replaced_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "a.npz", weights())
    network = load_network(path)
    W = network.layers[0].parameters["W"] + 1
    changed = Network((replace(network.layers[0], W=W), *network.layers[1:]))  # type: ignore[type-var]
    save_network(changed, path)
    np.testing.assert_array_equal(load_network(path).layers[0].parameters["W"], W)
    assert [file.name for file in tmp_path.iterdir()] == ["a.npz"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileFormatError) as info:
        save_network(random_network((2, 2), np.random.default_rng(1)), tmp_path / "no" / "a.npz")
    assert info.value.problem == "unwritable"


# By chance


def valid(suffix: str, folder: Path) -> bytes:
    path = folder / f"valid{suffix}"
    save_network(random_network((3, 2, 2), np.random.default_rng(3)), path)
    return path.read_bytes()


def try_to_load(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        network = load_network(path)
    except FileFormatError:
        return
    assert all(np.isfinite(array).all() for layer in network.layers for array in layer.parameters.values())


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.data())
def test_bits_turned_over(tmp_path_factory: pytest.TempPathFactory, suffix: str, data: st.DataObject) -> None:
    folder = tmp_path_factory.getbasetemp()
    turned = bytearray(valid(suffix, folder))
    for bit in data.draw(st.lists(st.integers(0, 8 * len(turned) - 1), min_size=1, max_size=4)):
        turned[bit // 8] ^= 1 << bit % 8
    try_to_load(folder / f"turned{suffix}", bytes(turned))


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.data())
def test_cut_off(tmp_path_factory: pytest.TempPathFactory, suffix: str, data: st.DataObject) -> None:
    folder = tmp_path_factory.getbasetemp()
    whole = valid(suffix, folder)
    (folder / f"cut{suffix}").write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(FileFormatError):
        load_network(folder / f"cut{suffix}")


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.binary(max_size=100))
def test_random_bytes(tmp_path_factory: pytest.TempPathFactory, suffix: str, data: bytes) -> None:
    try_to_load(tmp_path_factory.getbasetemp() / f"random{suffix}", data)


def table(**entries: Any) -> bytes:
    text = json.dumps(entries).encode()
    return len(text).to_bytes(8, "little") + text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (table(W1={"dtype": "BF16", "shape": [2], "data_offsets": [0, 4]}) + bytes(4), "dtype"),
        (table(W1={"dtype": "F8_E4M3", "shape": [2], "data_offsets": [0, 2]}) + bytes(2), "dtype"),
        (table(W1={"dtype": "F32", "shape": [2**40], "data_offsets": [0, 4]}) + bytes(4), "corrupt"),
        (table(W1={"dtype": "F32", "shape": [0, 2**63], "data_offsets": [0, 0]}), "corrupt"),
        (table(W1={"dtype": "F32", "shape": [1] * 70, "data_offsets": [0, 4]}) + bytes(4), "corrupt"),
        (table(W1={"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}) + bytes(40), "corrupt"),
        (table(__metadata__={"a": 1}), "corrupt"),
        (table(), "missing-key"),
        (b"\xff" * 30, "corrupt"),
    ],
)
def test_safetensors_that_lie(tmp_path: Path, data: bytes, problem: str) -> None:
    (tmp_path / "a.safetensors").write_bytes(data)
    with pytest.raises(FileFormatError) as info:
        load_network(tmp_path / "a.safetensors")
    assert info.value.problem == problem
