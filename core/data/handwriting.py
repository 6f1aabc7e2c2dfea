"""How do you make up a digit? Like a person: with a pen, from memory, and never twice the same.

Somebody's 4 is not a picture. It is a movement that the hand has learned: down, along, lift, down.
Here such a movement is a *style*: sixteen points that the pen passes, in order. What a hand has
learned it repeats loosely, and what goes astray goes astray together: if the top of a 4 leans
right, its foot leans left. So a style is not only the mean place of its points but also the ways in
which they vary. A new digit is made in four steps, one function each:

    choose_style   which of the ways to write this digit
    move_pen       the mean movement, with a little of each of its variations
    curve          a smooth line through the points
    draw           ink on paper, then made into 28×28 as MNIST's makers did

The styles are a mixture of Gaussians, fitted by `tools/fit_handwriting.py`. They hold means and
spreads over many people's digits; nobody's digit is stored, and none is copied.

Sources: Bishop, Pattern Recognition and Machine Learning (2006), sections 9.2 and 12.2 (Gaussian
mixtures, principal components); Revow, Williams, Hinton, Using generative models for handwritten
digit recognition (1996), from where the idea of a digit as a spline with ink on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.digit_set import DigitSet
from core.data.shipped import shipped
from core.digits import prepare
from core.errors import FileFormatError, ValueRangeError
from core.files import npz
from core.shapes import Array
from core.strokes import rasterise

CLASSES = 10
POINTS = 16  # that the pen passes in one digit, all strokes together
STEPS = 2  # straight pieces from one of them to the next
PAPER = 56  # pixels: the side of the sheet that is drawn on
CONTRAST = 1.1  # of the finished picture
INK = 0.7  # of the sheet: the longer side of the digit on it
THINNEST, THICKEST = 0.05, 0.25  # pens, in units of the digit's longer side
FARTHEST = 2.5  # how many spreads a hand goes astray at most: beyond, it would be another digit


@dataclass(frozen=True, eq=False)
class Style:
    """One way to write one digit.

    A movement is a vector of 33 numbers: (x, y) of the 16 points, in units of the digit's longer
    side with y downwards, and the logarithm of the pen's width in the same units.

    label: the digit. found: in how many real digits the style was found, so how common it is.
    strokes: how many of the points belong to each stroke.
    mean: (33,) the movement when nothing goes astray.
    spread: (33, K) how the movement varies: K directions, each as long as is usual in that direction.
    """

    label: int
    found: int
    strokes: tuple[int, ...]
    mean: Array
    spread: Array


def make_digits(count: int, rng: np.random.Generator, styles: Sequence[Style] | None = None) -> DigitSet:
    """Make up handwritten digits, as many of each class as of any other, in random order.

    The same rng makes the same digits.

    count: how many, 0 or more. `styles` are the shipped ones unless others are given.
    Returns a DigitSet: images (count, 28, 28) uint8, labels (count,) uint8.
    Raises ValueRangeError for a negative count.
    """
    if count < 0:
        raise ValueRangeError("count", got=count, expected=">= 0")
    styles = shipped_styles() if styles is None else styles
    of_label = [[style for style in styles if style.label == label] for label in range(CLASSES)]
    labels = rng.permutation(np.arange(count) % CLASSES).astype(np.uint8)  # (N,)
    images = np.zeros((count, 28, 28), dtype=np.uint8)
    for number, label in enumerate(labels):
        style = choose_style(of_label[label], rng)
        strokes, width = move_pen(style, rng)
        images[number] = draw([curve(stroke) for stroke in strokes], width)
    return DigitSet(images, labels)


def choose_style(styles: Sequence[Style], rng: np.random.Generator) -> Style:
    """One of the styles, the common ones more often."""
    found = np.cumsum([style.found for style in styles])
    return styles[int(np.searchsorted(found, rng.random() * found[-1], side="right"))]


def move_pen(style: Style, rng: np.random.Generator) -> tuple[list[Array], float]:
    """A movement in this style, as a hand would make it once and never again.

    v = mean + spread · z, with z standard normal numbers: a sample of a Gaussian whose covariance
    is spread · spreadᵀ.

    Returns the points (K, 2) of each stroke, and the pen's width, in units of the digit's longer side.
    """
    z = rng.standard_normal(style.spread.shape[1])  # (K,)
    v = style.mean + style.spread @ np.clip(z, -FARTHEST, FARTHEST)  # (33,)
    points = v[:-1].reshape(POINTS, 2)
    strokes = np.split(points, np.cumsum(style.strokes)[:-1])
    return strokes, float(np.clip(np.exp(v[-1]), THINNEST, THICKEST))


def curve(points: Array) -> Array:
    """A smooth line through all points: between p₁ and p₂ it bends as p₀ before and p₃ after ask for.

    p(t) = ½ (2p₁ + (p₂ - p₀) t + (2p₀ - 5p₁ + 4p₂ - p₃) t² + (3p₁ - p₀ - 3p₂ + p₃) t³),  0 ≤ t < 1

    points: (K, 2), K ≥ 2. Returns ((K - 1)·STEPS + 1, 2).
    Source: Catmull, Rom, A class of local interpolating splines (1974).
    """
    first, last = 2 * points[0] - points[1], 2 * points[-1] - points[-2]  # the line goes on straight
    p = np.concatenate([[first], points, [last]])
    p0, p1, p2, p3 = p[:-3, None], p[1:-2, None], p[2:-1, None], p[3:, None]  # (K - 1, 1, 2)
    t = (np.arange(STEPS) / STEPS)[:, None]  # (STEPS, 1)
    line = (
        p1 + (t * (p2 - p0) + t**2 * (2 * p0 - 5 * p1 + 4 * p2 - p3) + t**3 * (3 * (p1 - p2) + p3 - p0)) / 2
    )
    return np.concatenate([line.reshape(-1, points.shape[1]), points[-1:]])


def draw(strokes: Sequence[Array], width: float) -> NDArray[np.uint8]:
    """Ink the strokes in the middle of a sheet, and prepare the sheet as MNIST's makers did.

    strokes: (K, 2) points each, in any units. width: of the pen, in units of the longer side.
    Returns (28, 28) uint8, ink 255 on black 0.
    Raises ValueRangeError for a pen too thin to leave any ink.
    """
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = INK / max((high - low).max(), 1e-6)
    sheet = rasterise([(stroke - (low + high) / 2) * scale + 0.5 for stroke in strokes], width * INK, PAPER)
    picture = prepare(sheet)
    if picture is None:
        raise ValueRangeError("width", got=width, expected="wide enough to leave ink")
    return np.rint(255 * crisp(picture)).astype(np.uint8)


def crisp(picture: Array) -> Array:
    """A little more contrast: MNIST's digits were scanned in black and white, so their edges are narrower.

    y = 1.1 · (x - 1/2) + 1/2, held between 0 and 1

    With this, black, white and each shade of grey are about as common as in MNIST.
    """
    return np.clip(CONTRAST * (picture - 0.5) + 0.5, 0, 1)


def save_styles(path: str | Path, styles: Sequence[Style]) -> None:
    """Write styles as `load_styles` reads them. A digit of a single stroke has 0 points in a second one."""
    np.savez_compressed(
        path,
        label=np.array([style.label for style in styles], dtype=np.uint8),
        found=np.array([style.found for style in styles], dtype=np.uint32),
        strokes=np.array([(*style.strokes, 0)[:2] for style in styles], dtype=np.uint8),
        mean=np.array([style.mean for style in styles], dtype=np.float32),
        spread=np.array([style.spread for style in styles], dtype=np.float32),
    )


def load_styles(path: str | Path) -> tuple[Style, ...]:
    """Read styles that `save_styles` wrote.

    Raises FileFormatError where there is no such file, or it does not hold styles.
    """
    arrays = npz.read(Path(path))
    for key in ("label", "found", "strokes", "mean", "spread"):
        if key not in arrays:
            raise FileFormatError(path, "missing-key", key=key)
    return tuple(
        Style(int(label), int(found), tuple(int(count) for count in strokes if count), mean, spread)
        for label, found, strokes, mean, spread in zip(
            arrays["label"], arrays["found"], arrays["strokes"], arrays["mean"], arrays["spread"], strict=True
        )
    )


@cache
def shipped_styles() -> tuple[Style, ...]:
    """The styles that ship with the program."""
    return load_styles(shipped("weights/handwriting.npz"))
