"""How well a network reads digits that had no part in its training."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data import mnist
from core.digits import SIDE, prepare
from core.network import Network
from core.shapes import Array, Labels
from core.strokes import rasterise
from tools.pen_digits import PenDigit, place, read
from tools.variations import PEN_WIDTH, PEN_WIDTHS

HELD_OUT = (3, 8, 13, 18, 23, 28)  # writers that no network of ours ever learned from
SHIFT = 4  # pixels
BITMAP = 280  # pixels on a side, as the pad has them
SEED = 1


Cases = Mapping[str, tuple[Array, Labels]]  # images (N, 28, 28) as a network takes them, labels (N,)


def unseen_digits(data: Path) -> Cases:
    """Digits to be tested on, by where they come from and what was done to them.

    data: the folder with `mnist` and `pen-digits`.
    """
    test = mnist.load(data / "mnist", "test")
    shifted = np.zeros_like(test.images)
    shifted[:, :, SHIFT:] = test.images[:, :, :-SHIFT]
    pens = [digit for digit in read(data / "pen-digits/train.unipen.gz") if digit.writer in HELD_OUT]
    labels = np.array([digit.label for digit in pens])
    thin, usual, thick = (draw_all(pens, width) for width in (PEN_WIDTHS[0], PEN_WIDTH, PEN_WIDTHS[1]))
    return {
        "mnist_test": (test.images / np.float32(255), test.labels),
        "mnist_test_pixels_0_to_255": (test.images.astype(np.float32), test.labels),
        "mnist_test_prepared": (prepare_all(test.images), test.labels),
        "mnist_test_shifted_4": (shifted / np.float32(255), test.labels),
        "mnist_test_shifted_4_prepared": (prepare_all(shifted), test.labels),
        "held_out_writers": (prepare_all(usual), labels),
        "held_out_writers_thinnest_pen": (prepare_all(thin), labels),
        "held_out_writers_thickest_pen": (prepare_all(thick), labels),
        "held_out_writers_not_prepared": (shrink(usual), labels),
    }


def measure(network: Network, cases: Cases) -> dict[str, float]:
    """The share that is read right, for each of the cases."""
    return {name: round(accuracy(network, images, labels), 4) for name, (images, labels) in cases.items()}


def accuracy(network: Network, images: Array, labels: Labels) -> float:
    """images (N, 28, 28), labels (N,) → the share that is read right."""
    y = network.predict(images.reshape(len(images), SIDE * SIDE))  # (N, K)
    return float((y.argmax(axis=1) == labels).mean())


def draw_all(pens: list[PenDigit], width: float) -> NDArray[np.uint8]:
    """Every digit once, somewhere on the pad. Returns (N, 280, 280)."""
    rng = np.random.default_rng(SEED)
    return np.array([rasterise(place(digit.strokes, rng), width, BITMAP) for digit in pens])


def prepare_all(bitmaps: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(N, H, W) → (N, 28, 28), as the pad prepares them."""
    prepared = (prepare(bitmap) for bitmap in bitmaps)
    return np.array([picture for picture in prepared if picture is not None])


def shrink(bitmaps: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(N, 280, 280) → (N, 28, 28) from 0 to 1, by the mean of 10×10 pixels: the pad without preparation."""
    block = BITMAP // SIDE
    blocks = bitmaps.reshape(-1, SIDE, block, SIDE, block)
    return blocks.mean(axis=(2, 4), dtype=np.float32) / np.float32(255)
