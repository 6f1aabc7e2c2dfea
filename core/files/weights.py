"""Networks in files: the book's pickled dict, .npz and .safetensors.

All three hold the same: an array for each name W1, b1, W2, b2, … up to any depth, W (D, M) and
b (M,). Affine layers, a hidden activation between them, softmax at the end: that is the network.
Which hidden activation? The book's dict does not say, and a dict with more in it would trip the
book's own scripts. So it stands in a JSON beside the pickle, `mnist-relu.json` beside
`mnist-relu.pkl`, as {"hidden_activation": "relu"}; the other two forms hold it themselves.

Source of the form: Deep Learning from Scratch, section 3.6.2 and chapter 4.
"""

import json
import pickle
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

import numpy as np

from core.activations import ACTIVATIONS
from core.errors import FileFormatError, ValueRangeError
from core.files import npz, pickles, tensors
from core.files.arrays import Place, shown
from core.files.disk import read_bytes, write_atomically
from core.layers import ActivationLayer, Affine
from core.network import Network, multilayer
from core.shapes import Array

HIDDEN = "hidden_activation"  # the name under which it is stored
MAX_JSON = 2**20  # bytes

Contents = tuple[
    Mapping[str, object], str | None
]  # arrays by name, and the hidden activation if it is stored


def load_network(path: str | Path, hidden: str = "sigmoid") -> Network:
    """The network in a file; the end of its name says in which form.

    float32 stays float32. One float64 array makes the whole network float64. Halves and integers
    become float32, or float64 beside such an array.

    path: .pkl, .pickle, .npz or .safetensors. hidden: the hidden activation where none is stored.
    Raises UnsafePickleError, and FileFormatError with the name ("W2") of what is missing, of a
    wrong type or shape, not finite, or does not fit the layer before it.
    Source: Deep Learning from Scratch, section 3.6.2.
    """
    path = Path(path)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise FileFormatError(path, "unknown-format", suffix=path.suffix)
    _check_hidden(hidden)
    contents, stored = reader(path)
    arrays = _checked(contents, str(path))
    return multilayer(_chained(arrays, str(path)), stored or hidden)


def save_network(network: Network, path: str | Path) -> None:
    """Write a network to a file, in the form that the end of its name says. Beside a pickle, a JSON.

    A file that is there is replaced, whole or not at all. In a JSON that is there the hidden
    activation is set, and the rest stays.

    Raises ValueRangeError where the network is not affine layers with one and the same activation
    between them and softmax at the end, and FileFormatError: unknown-format, unwritable.
    """
    path = Path(path)
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise FileFormatError(path, "unknown-format", suffix=path.suffix)
    arrays, hidden = _book_form(network)
    writer(path, arrays, hidden)


def _checked(contents: Mapping[str, object], path: str) -> dict[str, Array]:
    """The arrays W1, b1, …, Wn, bn, every one of them there, alone, and full of finite numbers."""
    depth = 1
    while {f"W{depth + 1}", f"b{depth + 1}"} & contents.keys():
        depth += 1
    expected = [f"{letter}{number}" for number in range(1, depth + 1) for letter in "Wb"]
    for key in expected:
        if key not in contents:
            raise FileFormatError(path, "missing-key", key=key)
    for name in contents:
        if name not in expected:
            raise FileFormatError(path, "extra-key", key=shown(str(name)))
    arrays = {key: _numbers(contents[key], Place(path, key)) for key in expected}
    dtype = np.float64 if any(array.dtype.type is np.float64 for array in arrays.values()) else np.float32
    return {key: array.astype(dtype, order="C", copy=False) for key, array in arrays.items()}


def _numbers(value: object, place: Place) -> Array:
    """`value`, if it is an array of real, finite numbers."""
    if not isinstance(value, np.ndarray):
        raise place.error("not-an-array", got=type(value).__name__)
    if value.dtype.kind not in "iuf" or value.dtype.itemsize > 8:
        raise place.error("dtype", got=value.dtype.name)
    if not np.isfinite(value).all():
        raise place.error("non-finite")
    return value


def _chained(arrays: Mapping[str, Array], path: str) -> list[tuple[Array, Array]]:
    """(W, b) of each layer, if each fits the one before."""
    parameters: list[tuple[Array, Array]] = []
    for number in range(1, len(arrays) // 2 + 1):
        W, b = arrays[f"W{number}"], arrays[f"b{number}"]
        if W.ndim != 2 or 0 in W.shape:
            raise FileFormatError(path, "shape", key=f"W{number}", got=W.shape, expected=("D", "M"))
        if parameters and W.shape[0] != parameters[-1][0].shape[1]:
            expected = (parameters[-1][0].shape[1], W.shape[1])
            raise FileFormatError(path, "not-chained", key=f"W{number}", got=W.shape, expected=expected)
        if b.shape != W.shape[1:]:
            raise FileFormatError(path, "shape", key=f"b{number}", got=b.shape, expected=W.shape[1:])
        parameters.append((W, b))
    return parameters


def _book_form(network: Network) -> tuple[dict[str, Array], str | None]:
    """The arrays of a network by the book's names, and its hidden activation if it has hidden layers."""
    affines, activations = network.layers[0::2], network.layers[1::2]
    names = [layer.name for layer in activations]
    fits = (
        all(isinstance(layer, Affine) for layer in affines)
        and all(isinstance(layer, ActivationLayer) for layer in activations)
        and len(affines) == len(activations)
        and names[-1] == "softmax"
        and len(set(names[:-1]) - {"softmax"}) == len(set(names[:-1])) <= 1
    )
    if not fits:
        raise ValueRangeError(
            "layers",
            got=", ".join(layer.name for layer in network.layers),
            expected="affine, activation, …, affine, softmax",
        )
    arrays = {
        f"{name}{number}": array
        for number, layer in enumerate(affines, start=1)
        for name, array in layer.parameters.items()
    }
    return arrays, names[0] if len(names) > 1 else None


def _check_hidden(key: str) -> None:
    if key not in ACTIVATIONS or not ACTIVATIONS[key].elementwise:
        raise ValueRangeError("hidden", got=key, expected="an activation that works on each number by itself")


def _stored_hidden(value: object, path: Path) -> str:
    """`value`, if it names an activation that hidden layers can have."""
    if not isinstance(value, str) or value not in ACTIVATIONS or not ACTIVATIONS[value].elementwise:
        raise FileFormatError(path, "activation", got=shown(str(value)))
    return value


def _read_pickle(path: Path) -> Contents:
    contents = pickles.load(path)
    if not isinstance(contents, dict):
        raise FileFormatError(path, "not-a-dict", got=type(contents).__name__)
    beside = path.with_suffix(".json")
    stored = _read_notes(beside).get(HIDDEN)
    return contents, None if stored is None else _stored_hidden(stored, beside)


def _read_npz(path: Path) -> Contents:
    contents: dict[str, object] = {**npz.read(path)}
    stored = contents.pop(HIDDEN, None)
    return contents, None if stored is None else _stored_hidden(cast(Array, stored).tolist(), path)


def _read_tensors(path: Path) -> Contents:
    arrays, notes = tensors.read(path)
    return arrays, _stored_hidden(notes[HIDDEN], path) if HIDDEN in notes else None


def _read_notes(path: Path) -> dict[str, object]:
    """The JSON object in a file, or an empty one where there is no file."""
    try:
        contents = json.loads(read_bytes(path, MAX_JSON))
    except FileFormatError as error:
        if error.problem == "missing":
            return {}
        raise
    except (ValueError, RecursionError) as error:
        raise FileFormatError(path, "corrupt", what="json") from error
    if not isinstance(contents, dict):
        raise FileFormatError(path, "not-a-dict", got=type(contents).__name__)
    return contents


def _write_pickle(path: Path, arrays: Mapping[str, Array], hidden: str | None) -> None:
    beside = path.with_suffix(".json")
    if hidden is not None:
        text = json.dumps({**_read_notes(beside), HIDDEN: hidden}, indent=2, ensure_ascii=False)
        write_atomically(beside, (text + "\n").encode(errors="backslashreplace"))
    write_atomically(path, pickle.dumps(dict(arrays), protocol=4))


def _write_npz(path: Path, arrays: Mapping[str, Array], hidden: str | None) -> None:
    stored = {} if hidden is None else {HIDDEN: np.array(hidden)}
    write_atomically(path, npz.to_bytes({**arrays, **stored}))


def _write_tensors(path: Path, arrays: Mapping[str, Array], hidden: str | None) -> None:
    write_atomically(path, tensors.to_bytes(arrays, {} if hidden is None else {HIDDEN: hidden}))


_READERS: Mapping[str, Callable[[Path], Contents]] = {
    ".pkl": _read_pickle,
    ".pickle": _read_pickle,
    ".npz": _read_npz,
    ".safetensors": _read_tensors,
}

_WRITERS: Mapping[str, Callable[[Path, Mapping[str, Array], str | None], None]] = {
    ".pkl": _write_pickle,
    ".pickle": _write_pickle,
    ".npz": _write_npz,
    ".safetensors": _write_tensors,
}
