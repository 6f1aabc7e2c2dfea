"""One digit, written a little differently: turned, slanted, stretched, bent, moved, with another pen.

A network that saw each digit in many variations learns what they have in common. The changes are
small ones, such as lie between two people's hands: a network of 50 and 100 hidden units has no room
to learn more.

Source: Simard, Steinkraus, Platt, Best practices for convolutional neural networks applied to visual
document analysis (2003).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.digits import SIDE, prepare
from core.shapes import Array
from core.strokes import rasterise
from tools.pen_digits import place

# How far digits vary: standard deviations of normal numbers.
TURN = np.deg2rad(6)
SLANT = 0.1  # how far the top leans over, in heights
STRETCH = 0.07  # in width and height, each by itself, as a logarithm
BEND = 0.02  # how far parts move on their own, in sides of the picture
STROKES = 1.5  # strokes vary that much more: they are of 24 people, MNIST's images of 250
KNOTS = 5  # bends are the same at 5×5 places in every picture, and smooth in between

MOVE = 0.7  # pixels, at most
THICKEN = 0.5  # how far an image goes, at most, towards one with lines a pixel wider to each side

PEN_WIDTH = 0.075  # of the canvas side: the pad's own
PEN_WIDTHS = (0.03, 0.15)  # the thinnest and the thickest that the pad offers
PEN_SPREAD = 0.4  # of the logarithm of the width
BITMAP = 112  # pixels on a side: `prepare` makes 28 of them, whether they were 112 or 280


def vary_images(images: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """The same digits by other hands.

    images: (N, 28, 28), ink on black. Returns the same shape.
    """
    parts = np.array_split(images, max(1, len(images) // 250))  # few at a time fit the cache
    return np.concatenate([_warp(_change_pen(part, rng), rng) for part in parts])


def draw_variation(strokes: Sequence[Array], rng: np.random.Generator) -> NDArray[np.uint8]:
    """The same digit by another hand and with another pen, drawn on the pad and prepared by it.

    strokes: as in PenDigit. Returns (28, 28), ink on black.
    """
    width = np.clip(PEN_WIDTH * np.exp(rng.normal(0, PEN_SPREAD)), *PEN_WIDTHS)
    return draw(vary_strokes(strokes, rng), float(width), BITMAP, rng)


def draw(strokes: Sequence[Array], width: float, side: int, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Draw a digit somewhere on the pad, and prepare the bitmap.

    strokes: as in PenDigit. width: of the pen, in canvas sides. side: of the bitmap, in pixels.
    Returns (28, 28), ink on black.
    """
    picture = prepare(rasterise(place(strokes, rng), width, side))
    if picture is None:
        raise ValueError("strokes without ink")
    return np.rint(255 * picture).astype(np.uint8)


def vary_strokes(strokes: Sequence[Array], rng: np.random.Generator) -> list[Array]:
    """The strokes of a digit turned, slanted, stretched and bent, from (0, 0) and with a longer side of 1."""
    knots = rng.normal(0, STROKES * BEND, (KNOTS * KNOTS, 2))
    matrix = _random_matrices(1, STROKES, rng)[0]  # (2, 2)
    varied = [(points + _hats(points) @ knots) @ matrix.T for points in strokes]
    corner = np.concatenate(varied).min(axis=0)  # (2,)
    span = max(1e-6, float((np.concatenate(varied) - corner).max()))
    return [(points - corner) / span for points in varied]


def _random_matrices(count: int, strength: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """(count, 2, 2) matrices that turn, slant and stretch a point (x, y)."""
    turn, slant = (rng.normal(0, strength * spread, count) for spread in (TURN, SLANT))
    width, height = np.exp(rng.normal(0, strength * STRETCH, (2, count)))
    cos, sin = np.cos(turn), np.sin(turn)
    rows = [[cos * width, (cos * slant - sin) * height], [sin * width, (sin * slant + cos) * height]]
    return np.array(rows, dtype=np.float32).transpose(2, 0, 1)


def _hats(points: Array) -> Array:
    """How much each of 5×5 knots, evenly over the square from 0 to 1, says about a point: bilinear weights.

    points: (K, 2). Returns (K, 25), rows summing to 1.
    """
    knots = np.linspace(0, 1, KNOTS)
    x, y = (
        np.maximum(0, 1 - np.abs(np.clip(points[:, [axis]], 0, 1) - knots) * (KNOTS - 1)) for axis in (0, 1)
    )
    return (y[:, :, None] * x[:, None, :]).reshape(len(points), KNOTS * KNOTS)


def _change_pen(images: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.float32]:
    """Lines a little thicker or thinner: a mixture with the brightest or the darkest of the neighbours."""
    x = np.pad(images, ((0, 0), (1, 1), (1, 1))).astype(np.float32)  # (N, 30, 30)
    middle = x[:, 1:-1, 1:-1]
    neighbours = [middle, x[:, :-2, 1:-1], x[:, 2:, 1:-1], x[:, 1:-1, :-2], x[:, 1:-1, 2:]]
    share = rng.uniform(-THICKEN, THICKEN, (len(x), 1, 1)).astype(np.float32)
    other = np.where(share > 0, np.max(neighbours, axis=0), np.min(neighbours, axis=0))
    return middle + np.abs(share) * (other - middle)


def _warp(images: Array, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Turn, slant, stretch, bend and move: each pixel is fetched from somewhere else, between four pixels.

    images: (N, 28, 28), from 0 to 255. Returns the same shape.
    """
    count = len(images)
    y, x = np.indices((SIDE, SIDE)).reshape(2, -1)
    pixels = np.stack([x, y], axis=1).astype(np.float32)  # (784, 2)
    middle = (SIDE - 1) / 2
    knots = rng.normal(0, BEND * SIDE, (count, 2, KNOTS * KNOTS)).astype(np.float32)
    bends = knots @ _hats(pixels / (SIDE - 1)).T.astype(np.float32)  # (N, 2, 784)
    moves = rng.uniform(-MOVE, MOVE, (count, 2, 1)).astype(np.float32)
    sources = _random_matrices(count, 1, rng) @ (pixels - middle).T + middle + bends + moves  # (N, 2, 784)
    return _between_pixels(images, sources)


def _between_pixels(images: Array, sources: Array) -> NDArray[np.uint8]:
    """Look up images at places that are no whole numbers, and mix the four pixels around.

    images: (N, 28, 28). sources: (N, 2, 784) the x and y of each new pixel. Returns (N, 28, 28).
    """
    side = SIDE + 2
    flat = np.pad(images, ((0, 0), (1, 1), (1, 1))).reshape(len(images), -1)  # (N, 900): a black frame
    sources = np.clip(sources + 1, 0, side - 1.001)
    corner = sources.astype(np.int64)
    right, down = np.moveaxis(sources - corner, 1, 0)  # (N, 784) each, from 0 to 1
    at = corner[:, 1] * side + corner[:, 0]  # (N, 784)
    above, below = (
        (1 - right) * np.take_along_axis(flat, at + row, axis=1)
        + right * np.take_along_axis(flat, at + row + 1, axis=1)
        for row in (0, side)
    )
    return np.rint((1 - down) * above + down * below).astype(np.uint8).reshape(images.shape)
