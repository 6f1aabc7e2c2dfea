"""MNIST: 70,000 handwritten digits, 60,000 to learn from and 10,000 to be tested on.

They come as four IDX files, images and labels of each part. The book's own script keeps them in one
pickle, `mnist.pkl`; that is read as well. `download` fetches the four files, `cache_folder` is where
they are kept.

Source: LeCun, Cortes, Burges, The MNIST database of handwritten digits; Deep Learning from
Scratch, section 3.6.1.
"""

from pathlib import Path
from typing import Literal

import numpy as np

from core.data import idx
from core.data.digit_set import DigitSet
from core.data.download import MIRRORS, cache_folder, download
from core.digits import SIDE
from core.errors import FileFormatError, ValueRangeError
from core.files import pickles
from core.files.arrays import Place
from core.shapes import Array

__all__ = ["MIRRORS", "PICKLE", "SPLITS", "Split", "cache_folder", "download", "load"]

Split = Literal["train", "test"]

SPLITS: dict[Split, str] = {"train": "train", "test": "t10k"}  # and how the names of their files begin
PICKLE = "mnist.pkl"  # what the book's script keeps all four arrays in
CLASSES = 10


def load(folder: str | Path, split: Split) -> DigitSet:
    """The training or the test digits of MNIST, or of other data in the same form.

    folder: where the IDX files are, packed with gzip or not, or the book's mnist.pkl; or one of
    these files. split: "train" or "test"; only the files of that part have to be there.
    Returns a DigitSet: images (N, 28, 28) uint8, labels (N,) uint8.
    Raises FileFormatError for the file that is missing or does not hold digits, and
    UnsafePickleError as `pickles.load`.
    Source: Deep Learning from Scratch, section 3.6.1.
    """
    if split not in SPLITS:
        raise ValueRangeError("split", got=split, expected="train or test")
    path = Path(folder)
    if path.suffix.lower() == ".pkl":
        return _from_pickle(path, split)
    if path.is_file():
        path = path.parent
    images, labels = (_find(path, f"{SPLITS[split]}-{name}") for name in ("images-idx3", "labels-idx1"))
    missing = next((file for file in (images, labels) if not file.is_file()), None)
    if missing is None:
        return _digits(
            idx.read(images), Place(str(images), "images"), idx.read(labels), Place(str(labels), "labels")
        )
    if (path / PICKLE).is_file():
        return _from_pickle(path / PICKLE, split)
    raise FileFormatError(missing, "missing")


def _find(folder: Path, name: str) -> Path:
    """The file in the folder with this name, in one of the spellings that are about."""
    spellings = [folder / f"{name}-ubyte", folder / f"{name.replace('-idx', '.idx')}-ubyte"]
    files = [path.with_name(path.name + end) for end in ("", ".gz") for path in spellings]
    return next((file for file in files if file.is_file()), files[0])


def _from_pickle(path: Path, split: Split) -> DigitSet:
    """The digits in the book's mnist.pkl: train_img (N, 784), train_label (N,), test_img and test_label."""
    contents = pickles.load(path)
    if not isinstance(contents, dict):
        raise FileFormatError(path, "not-a-dict", got=type(contents).__name__)
    images, labels = (_array(contents, Place(str(path), f"{split}_{name}")) for name in ("img", "label"))
    if images.ndim == 2 and images.shape[1] == SIDE * SIDE:
        images = images.reshape(-1, SIDE, SIDE)  # (N, 784) → (N, 28, 28)
    return _digits(images, Place(str(path), f"{split}_img"), labels, Place(str(path), f"{split}_label"))


def _array(contents: dict[object, object], place: Place) -> Array:
    if place.key not in contents:
        raise place.error("missing-key")
    value = contents[place.key]
    if not isinstance(value, np.ndarray):
        raise place.error("not-an-array", got=type(value).__name__)
    return value


def _digits(images: Array, of_images: Place, labels: Array, of_labels: Place) -> DigitSet:
    """A DigitSet of these, if that is what they are; the places are where they came from."""
    for array, place in ((images, of_images), (labels, of_labels)):
        if array.dtype != np.uint8:
            raise place.error("dtype", got=array.dtype.name)
    if images.ndim != 3 or images.shape[1:] != (SIDE, SIDE):
        raise of_images.error("shape", got=images.shape, expected=("N", SIDE, SIDE))
    if labels.ndim != 1:
        raise of_labels.error("shape", got=labels.shape, expected=("N",))
    if len(labels) != len(images):
        raise of_labels.error("count", got=len(labels), expected=len(images))
    if labels.size and labels.max() >= CLASSES:
        raise of_labels.error("label", got=int(labels.max()))
    return DigitSet(images, labels)
