"""The made-up digits that ship with the program, so that there is something to look at at once.

`tools/make_samples.py` wrote them, with `core.data.handwriting`. Real people wrote none of them.
"""

import zipfile
from pathlib import Path

import numpy as np

from core.data.digit_set import DigitSet
from core.data.shipped import shipped
from core.errors import FileFormatError

FILE = "samples/digits.npz"


def load(path: str | Path | None = None) -> DigitSet:
    """The shipped digits: 1,000 of them, 100 of each class, in mixed order.

    path: of another file that `save` wrote, where not the shipped ones are wanted.
    Returns a DigitSet: images (N, 28, 28) uint8, labels (N,) uint8.
    Raises OSError where the file cannot be read, FileFormatError where it does not hold digits.
    """
    path = shipped(FILE) if path is None else path
    try:
        with np.load(path, allow_pickle=False) as file:
            return DigitSet(file["images"], file["labels"])
    except (zipfile.BadZipFile, EOFError, ValueError, TypeError, KeyError) as error:
        raise FileFormatError(path, "samples") from error


def save(path: str | Path, digits: DigitSet) -> None:
    """Write digits as `load` reads them."""
    np.savez_compressed(path, images=digits.images, labels=digits.labels)
