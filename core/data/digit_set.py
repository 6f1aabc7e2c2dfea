"""Pictures of digits with what they show: the form that all data takes here."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.digits import SIDE
from core.errors import ValueRangeError
from core.shapes import check_shape


@dataclass(frozen=True, eq=False)
class DigitSet:
    """Digits as MNIST has them: ink (255) on black (0), with the class of each.

    images: (N, 28, 28) uint8. labels: (N,) uint8.
    Raises ShapeError where the two do not fit each other, and ValueRangeError where they are not uint8.
    Source: Deep Learning from Scratch, section 3.6.1.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]

    def __post_init__(self) -> None:
        check_shape("images", self.images, ("N", SIDE, SIDE))
        check_shape("labels", self.labels, (len(self.images),))
        for name, array in (("images", self.images), ("labels", self.labels)):
            if array.dtype != np.uint8:
                raise ValueRangeError(name, got=array.dtype.name, expected="uint8")

    def __len__(self) -> int:
        return len(self.images)

    def inputs(self, first: int = 0, last: int | None = None) -> NDArray[np.float32]:
        """The images from `first` to before `last` as a network takes them: a row each, from 0 to 1.

        Returns (N, 784) float32.
        """
        images = self.images[first:last].reshape(-1, SIDE * SIDE)  # (N, 28, 28) → (N, 784)
        return images.astype(np.float32) / np.float32(255)
