"""Where did the pen go? Pull a line until its ink covers a given picture.

The ink of a line is a smooth function of the points that the pen passes, so the chain rule says
which way each point has to move for the ink to come nearer to the picture: the same descent by
which a network learns, only that here the points of a line are learned and not weights.

Source: Revow, Williams, Hinton, Using generative models for handwritten digit recognition (1996).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data.handwriting import POINTS, curve
from core.digits import SIDE
from core.shapes import Array

TURNS = 60  # steps of descent
RATE = 0.12
STRAYING = 0.15  # what straying from the start by one spread costs, in units of pixels squared
EDGE = (1.0, 0.3)  # how soft the ink's edge is at first and at last, in pixels: from blurred to sharp
BENDING = 0.25  # pixels that a point may stray by itself
SHIFT, STRETCH, PRESSURE = 1.2, 0.12, 0.3  # usual shifts (pixels), turns and stretches, changes of width
PIXELS = np.arange(SIDE, dtype=np.float32) + np.float32(0.5)  # where the middles of pixels lie


@dataclass(frozen=True, eq=False)
class Movements:
    """Pens moving in 28×28 pictures, all with the same number of points in each stroke.

    points: (N, 16, 2) in pixels. radius: (N,) of the pen, in pixels.
    """

    points: Array
    radius: Array
    strokes: tuple[int, ...]

    def line(self) -> tuple[Array, NDArray[np.bool_]]:
        """The smooth lines (N, P, 2), and which of their P - 1 pieces are inked (the pen may be up)."""
        basis, down = line_basis(self.strokes)
        return basis @ self.points, down


def line_basis(strokes: tuple[int, ...]) -> tuple[Array, NDArray[np.bool_]]:
    """The curve as a matrix: points of the line = basis · points of the movement. (P, 16), (P - 1,)"""
    blocks, down, first = [], [], 0
    for count in strokes:
        block = curve(np.eye(count))  # (p, count): a curve is linear in its points
        blocks.append(np.pad(block, ((0, 0), (first, POINTS - first - count))))
        down += [True] * (len(block) - 1) + [False]
        first += count
    return np.concatenate(blocks).astype(np.float32), np.array(down[:-1])


def nearest(line: Array, down: NDArray[np.bool_]) -> tuple[Array, NDArray[np.intp], Array]:
    """For every pixel: its distance from the line, the number of the nearest piece, how far along it.

    line: (N, P, 2). Returns three arrays (N, 28, 28).
    """
    shape = (len(line), SIDE, SIDE)
    squared, piece, along = (
        np.full(shape, 1e9, np.float32),
        np.zeros(shape, np.intp),
        np.zeros(shape, np.float32),
    )
    for number in np.flatnonzero(down):
        start = line[:, number]
        way = line[:, number + 1] - start  # (N, 2)
        unit = way / np.maximum((way**2).sum(axis=1, keepdims=True), 1e-6)
        x, y = PIXELS - start[:, :1], PIXELS - start[:, 1:]  # (N, 28) each
        t = np.clip((x * unit[:, :1])[:, None, :] + (y * unit[:, 1:])[:, :, None], 0, 1)  # (N, 28, 28)
        d = (x[:, None, :] - t * way[:, :1, None]) ** 2 + (y[:, :, None] - t * way[:, 1:, None]) ** 2
        closer = d < squared
        squared[closer], along[closer], piece[closer] = d[closer], t[closer], number
    return np.sqrt(squared), piece, along


def ink(distance: Array, radius: Array, edge: float) -> Array:
    """How dark pixels are: sigmoid((r - d) / edge), so that the ink's edge has a slope everywhere."""
    a = np.clip((radius[:, None, None] - distance) / np.float32(edge), -30, 30)
    return 1 / (1 + np.exp(-a))


def slopes(
    images: Array, line: Array, down: NDArray[np.bool_], radius: Array, edge: float
) -> tuple[Array, Array, Array]:
    """The squared error of the ink, and its slope with respect to the line's points and the radius.

    Each pixel pulls at the two ends of the piece that is nearest to it, at the nearer end more.

    images: (N, 28, 28) from 0 to 1. Returns (N,), (N, P, 2), (N,).
    """
    count, length = line.shape[:2]
    distance, piece, along = nearest(line, down)
    y = ink(distance, radius, edge)
    d_out = 2 * (y - images) * y * (1 - y) / np.float32(edge)  # (N, 28, 28) slope of r - d
    each = np.arange(count)[:, None, None]
    foot = line[each, piece] * (1 - along[..., None]) + line[each, piece + 1] * along[..., None]
    pixel = np.stack(np.meshgrid(PIXELS, PIXELS), axis=-1)  # (28, 28, 2)
    pull = d_out[..., None] * (pixel - foot) / (distance[..., None] + np.float32(1e-6))
    place = (each * length + piece).ravel()
    d_line = np.zeros((count * length, 2))
    for axis in (0, 1):
        start, end = pull[..., axis] * (1 - along), pull[..., axis] * along
        d_line[:, axis] = np.bincount(place, start.ravel(), len(d_line))
        d_line[:, axis] += np.bincount(place + 1, end.ravel(), len(d_line))
    return ((y - images) ** 2).sum(axis=(1, 2)), d_line.reshape(line.shape), d_out.sum(axis=(1, 2))


def directions(points: Array, spread: Array) -> Array:
    """In which ways a movement may stray: as its style does, by a shift, a stretch, a turn, and a little
    by each point itself.

    points: (N, 16, 2). spread: (N, 32, K) in pixels. Returns (N, 32, K + 38).
    """
    middle = points - points.mean(axis=1, keepdims=True)
    ways = []
    for axis in (0, 1):
        for values in (np.full(points.shape[:2], SHIFT), middle[..., 0] * STRETCH, middle[..., 1] * STRETCH):
            way = np.zeros(points.shape)
            way[..., axis] = values
            ways.append(way.reshape(len(points), -1, 1))
    own = np.broadcast_to(np.eye(2 * POINTS) * BENDING, (len(points), 2 * POINTS, 2 * POINTS))
    return np.concatenate([spread, *ways, own], axis=2)


def pull(images: Array, start: Movements, spread: Array) -> tuple[Movements, Array]:
    """Pull movements until their ink covers the images, but no farther from the start than it takes.

    Adam's rule on z, where points = start + directions · z, with STRAYING/2 · |z|² added to the error.

    images: (N, 28, 28) from 0 to 1. spread: (N, 32, K) in pixels.
    Returns the movements and, for each, the squared error as a part of the image's own square.
    """
    basis, down = line_basis(start.strokes)
    ways = directions(start.points, spread)  # (N, 32, Z)
    z = np.zeros((len(images), ways.shape[2] + 1))  # the last one is for the width
    mean, square = np.zeros_like(z), np.zeros_like(z)
    for turn in range(1, TURNS + 2):
        done = (turn - 1) / TURNS
        points = start.points + np.einsum("npz,nz->np", ways, z[:, :-1]).reshape(start.points.shape)
        radius = start.radius * np.exp(PRESSURE * z[:, -1])
        line = (basis @ points).astype(np.float32)
        edge = EDGE[0] + (EDGE[1] - EDGE[0]) * done
        error, d_line, d_radius = slopes(images, line, down, radius.astype(np.float32), edge)
        if turn > TURNS:
            break
        d_points = (basis.T @ d_line).reshape(len(images), -1)  # (N, 32)
        d_width = (d_radius * radius * PRESSURE)[:, None]
        d_z = np.concatenate([np.einsum("npz,np->nz", ways, d_points), d_width], axis=1) + STRAYING * z
        mean, square = 0.8 * mean + 0.2 * d_z, 0.95 * square + 0.05 * d_z**2
        step = mean / (1 - 0.8**turn) / (np.sqrt(square / (1 - 0.95**turn)) + 1e-6)
        z -= RATE * min(1.0, 2.1 - 2 * done) * step
    return Movements(points, radius, start.strokes), error / (images**2).sum(axis=(1, 2))
