"""The made-up digits that ship with the program, so that there is something to look at at once.

`tools/make_samples.py` wrote them, with `core.data.handwriting`. No person wrote any of them.
"""

from pathlib import Path

import numpy as np

from core.data.digit_set import DigitSet
from core.data.shipped import shipped
from core.errors import FileFormatError
from core.files import npz

FILE = "samples/digits.npz"


def load(path: str | Path | None = None) -> DigitSet:
    """The shipped digits: 1,000 of them, 100 of each class, in mixed order.

    path: of another file that `save` wrote, where not the shipped ones are wanted.
    Returns a DigitSet: images (N, 28, 28) uint8, labels (N,) uint8.
    Raises FileFormatError where there is no such file or it does not hold arrays of digits, and
    ShapeError where these do not fit each other.
    """
    path = shipped(FILE) if path is None else Path(path)
    arrays = npz.read(path)
    for key in ("images", "labels"):
        if key not in arrays:
            raise FileFormatError(path, "missing-key", key=key)
        if arrays[key].dtype != np.uint8:
            raise FileFormatError(path, "dtype", key=key, got=arrays[key].dtype.name)
    return DigitSet(arrays["images"], arrays["labels"])


def save(path: str | Path, digits: DigitSet) -> None:
    """Write digits as `load` reads them."""
    np.savez_compressed(path, images=digits.images, labels=digits.labels)
