"""Fit the styles of `core.data.handwriting`: how do people write digits, and how does that vary?

    python -m tools.fit_handwriting ../shared/data

It begins with people's pen strokes, where the order and direction of a movement can be seen, and
goes on to MNIST's training images, of which there are more, by more people, but without the pen:

1. Put 16 points on every digit of the pen strokes. Group those alike; each group is a style: the
   mean of its points and the directions in which they vary.
2. Make up many digits in these styles. For every MNIST image, start from the made-up digit that is
   most like it, and pull the pen until its ink covers the image (`tools/pull.py`).
3. Group the movements that were found: the next styles. Go back to 2 once.

MNIST's test images have no part in this but for the last line, which measures the result.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from core.data import mnist
from core.data.digit_set import DigitSet
from core.data.handwriting import (
    CLASSES,
    POINTS,
    THICKEST,
    THINNEST,
    Style,
    choose_style,
    curve,
    make_digits,
    move_pen,
    save_styles,
)
from core.data.shipped import shipped
from core.digits import BOX, MIDDLE
from core.network import random_network
from core.shapes import Array
from core.training import Adam, cosine, train
from tools import pen_digits
from tools.pull import Movements, ink, line_basis, nearest, pull

SEED = 2
ROUNDS = (800, 2500)  # MNIST images of each class that are looked at in each round
LIBRARY = 4000  # made-up digits of each class to start from
FIT = 0.1  # a movement that leaves more than this part of the image uncovered is not used
ALIKE = 80  # movements in a style, about; styles with fewer than a quarter of that are dropped
STYLES = 16  # of one class and number of strokes, at most
WAYS = 12  # directions in which a style varies
BATCH = 250
SHARP = 0.3  # pixels: how soft the edges of the ink are in the library
FIRST_LEAN, FIRST_STRETCH = (-0.1, 0.3), (-0.1, 0.35)  # MNIST's writers lean more than those of the strokes

Group = tuple[int, tuple[int, ...]]  # label, points of each stroke


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with mnist/ and pen-digits/")
    parser.add_argument("--out", type=Path, default=shipped("weights/handwriting.npz"))
    args = parser.parse_args()
    rng = np.random.default_rng(SEED)
    real = mnist.load(args.data / "mnist", "train")
    styles = find_styles(from_pen(args.data / "pen-digits" / "train.unipen.gz"), rng)
    for turn, count in enumerate(ROUNDS):
        first = np.concatenate([np.flatnonzero(real.labels == label)[:count] for label in range(CLASSES)])
        chosen = DigitSet(real.images[first], real.labels[first])
        styles = find_styles(from_images(chosen, styles, rng, lean=turn == 0), rng)
        print(f"round {turn + 1}: {len(styles)} styles")
    save_styles(args.out, styles)
    report = measure(styles, mnist.load(args.data / "mnist", "test"))
    args.out.with_suffix(".json").write_text(json.dumps(report, indent=2) + "\n")
    print(json.dumps(report, indent=2))


def from_pen(path: Path) -> dict[Group, Array]:
    """The movements of people's pen strokes. A crossed 7 counts a second time without its bar."""
    digits: dict[tuple[int, int], list[tuple[Array, ...]]] = {}
    for digit in pen_digits.read(path):
        strokes = tuple(stroke for stroke in digit.strokes if length(stroke) > 0.05)
        digits.setdefault((digit.label, len(strokes)), []).append(strokes)
        if digit.label == 7 and len(strokes) == 2:
            digits.setdefault((7, 1), []).append((max(strokes, key=length),))
    movements: dict[Group, Array] = {}
    for (label, number), members in sorted(digits.items()):
        if number > 2 or len(members) < 30:  # slips of the pen, mostly
            continue
        share = np.mean([length(strokes[0]) / sum(map(length, strokes)) for strokes in members])
        first = int(np.clip(round(POINTS * share), 4, POINTS - 4))
        counts = (POINTS,) if number == 1 else (first, POINTS - first)
        movements[label, counts] = np.array([movement(strokes, counts, 0.1) for strokes in members])
    return movements


def from_images(
    real: DigitSet, styles: list[Style], rng: np.random.Generator, lean: bool
) -> dict[Group, Array]:
    """The movements behind images, as far as they were found, by class and strokes."""
    movements: dict[Group, list[Array]] = {}
    for label in range(CLASSES):
        library = Library([style for style in styles if style.label == label], rng, lean)
        images = real.images[real.labels == label].astype(np.float32) / 255
        for strokes, batch, start, spread in library.starts(images):
            found, left = pull(batch, start, spread)
            basis, down = line_basis(strokes)
            for points, radius, rest in zip(found.points, found.radius, left, strict=True):
                if rest < FIT:
                    lines = np.split(basis @ points, np.flatnonzero(~down) + 1)
                    movements.setdefault((label, strokes), []).append(movement(lines, strokes, 2 * radius))
        print(f"  class {label}: {len(images)} images looked at")
    return {group: np.array(found) for group, found in movements.items()}


class Library:
    """Made-up digits of one class together with the movements that made them."""

    def __init__(self, styles: list[Style], rng: np.random.Generator, lean: bool) -> None:
        self.by_strokes: dict[tuple[int, ...], tuple[Movements, Array, Array]] = {}
        made: dict[tuple[int, ...], list[tuple[Array, float, Array]]] = {}
        for _ in range(LIBRARY):
            style = choose_style(styles, rng)
            parts, width = move_pen(style, rng)
            points = np.concatenate(parts)
            if lean:
                points[:, 0] *= np.exp(rng.normal(*FIRST_STRETCH))
                points[:, 0] += rng.normal(*FIRST_LEAN) * points[:, 1]
                width = float(np.clip(0.13 * np.exp(0.3 * rng.standard_normal()), THINNEST, THICKEST))
            made.setdefault(style.strokes, []).append(in_picture(points, style, width))
        for strokes, members in made.items():
            points, radius, spread = (np.array(part) for part in zip(*members, strict=True))
            movements = Movements(points, radius, strokes)
            line, down = movements.line()
            pictures = [
                ink(nearest(line[i : i + BATCH], down)[0], radius[i : i + BATCH].astype(np.float32), SHARP)
                for i in range(0, len(line), BATCH)
            ]
            self.by_strokes[strokes] = (movements, spread, blurred(np.concatenate(pictures)))

    def starts(self, images: Array) -> Iterator[tuple[tuple[int, ...], Array, Movements, Array]]:
        """For each image the movement of the made-up digit most like it, in batches of the same strokes."""
        x = blurred(images)
        kinds = list(self.by_strokes)
        # |x - y|² = |x|² - 2 x·y + |y|², and |x|² is the same for all y
        distances = [(y**2).sum(axis=1) - 2 * x @ y.T for _, _, y in self.by_strokes.values()]
        best = np.argmin([d.min(axis=1) for d in distances], axis=0)  # (N,)
        for number, strokes in enumerate(kinds):
            movements, spread, _ = self.by_strokes[strokes]
            mine = np.flatnonzero(best == number)
            nearby = distances[number][mine].argmin(axis=1)
            for i in range(0, len(mine), BATCH):
                n = nearby[i : i + BATCH]
                start = Movements(movements.points[n], movements.radius[n], strokes)
                yield strokes, images[mine[i : i + BATCH]], start, spread[n]


def in_picture(points: Array, style: Style, width: float) -> tuple[Array, float, Array]:
    """A movement laid out in a 28×28 picture as MNIST's makers would: points, radius, spread in pixels."""
    lines = [curve(stroke) for stroke in np.split(points, np.cumsum(style.strokes)[:-1])]
    line = np.concatenate(lines)
    side = (line.max(axis=0) - line.min(axis=0)).max()
    scale = BOX / (side + width)
    middles = np.concatenate([(stroke[1:] + stroke[:-1]) / 2 for stroke in lines])
    lengths = np.concatenate([np.linalg.norm(np.diff(stroke, axis=0), axis=1) for stroke in lines])
    centre = lengths @ middles / lengths.sum()
    return (points - centre) * scale + MIDDLE, width * scale / 2, style.spread[:-1] * scale


def blurred(images: Array) -> Array:
    """Images as rows, each pixel mixed with its neighbours, so that lines side by side are alike too."""
    weights = np.array([0.06, 0.24, 0.4, 0.24, 0.06], dtype=np.float32)
    for axis in (1, 2):
        mixed = np.zeros_like(images)
        for weight, shift in zip(weights, range(-2, 3), strict=True):
            mixed += weight * np.roll(images, shift, axis)
        images = mixed
    return images.reshape(len(images), -1)


def length(stroke: Array) -> float:
    """How far the pen went."""
    return float(np.linalg.norm(np.diff(stroke, axis=0), axis=1).sum())


def movement(strokes: tuple[Array, ...] | list[Array], counts: tuple[int, ...], width: float) -> Array:
    """Strokes as a vector of 33 numbers: 16 points at even distances, and the logarithm of the width."""
    line = np.concatenate(strokes)
    low, high = line.min(axis=0), line.max(axis=0)
    side = (high - low).max()
    points = np.concatenate([evenly(stroke, count) for stroke, count in zip(strokes, counts, strict=True)])
    return np.append((points - (low + high) / 2) / side, np.log(width / side))


def evenly(stroke: Array, count: int) -> Array:
    """Points (count, 2) at even distances along a stroke."""
    way = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(stroke, axis=0), axis=1))])
    return np.stack([np.interp(np.linspace(0, way[-1], count), way, values) for values in stroke.T], axis=1)


def find_styles(movements: dict[Group, Array], rng: np.random.Generator) -> list[Style]:
    """Styles: groups of movements that are alike, each as a Gaussian, the rarest tenth left out."""
    found = []
    for (label, strokes), v in sorted(movements.items()):
        group = alike(v, int(np.clip(len(v) // ALIKE, 1, STYLES)), rng)
        for number in range(group.max() + 1):
            members = v[group == number]  # (n, 33)
            if len(members) < ALIKE // 4:
                continue
            far = ((members - np.median(members, axis=0)) ** 2)[:, :-1].sum(axis=1)
            usual = members[far <= np.quantile(far, 0.95)]
            _, size, direction = np.linalg.svd(usual - usual.mean(axis=0), full_matrices=False)
            spread = (direction[:WAYS] * size[:WAYS, None]).T / np.sqrt(len(usual) - 1)  # (33, WAYS)
            found.append(Style(label, len(members), strokes, usual.mean(axis=0), spread))
    return found


def alike(v: Array, groups: int, rng: np.random.Generator) -> Array:
    """Sort movements into groups around means, by k-means; the best of four tries.

    v: (N, 33). Returns (N,) the number of each one's group.
    Source: Bishop, Pattern Recognition and Machine Learning (2006), section 9.1.
    """
    v = v * np.append(np.ones(2 * POINTS), 0.2)  # the pen's width makes less of a style than the points
    best, least = np.zeros(len(v), dtype=int), np.inf
    for _ in range(4):
        means = v[rng.choice(len(v), groups, replace=False)]
        for _ in range(40):
            distance = ((v[:, None] - means) ** 2).sum(axis=2)  # (N, groups)
            group = distance.argmin(axis=1)
            means = np.array(
                [v[group == g].mean(axis=0) if (group == g).any() else means[g] for g in range(groups)]
            )
        if distance.min(axis=1).sum() < least:
            best, least = group, distance.min(axis=1).sum()
    return best


def measure(styles: list[Style], test: DigitSet) -> dict[str, object]:
    """How well real digits are read by networks that only ever saw digits in these styles."""
    scores: dict[str, list[float]] = {"relu": [], "sigmoid": []}
    for seed in (1, 2, 3):
        made = make_digits(20_000, np.random.default_rng(seed), styles)
        for hidden, rate in (("relu", 0.002), ("sigmoid", 0.005)):
            rng = np.random.default_rng(seed)
            network = random_network((784, 50, 100, 10), rng, hidden)
            for step in train(
                network, made.inputs(), made.labels, epochs=10, rng=rng, optimizer=Adam(rate), schedule=cosine
            ):
                network = step.network
            right = network.predict(test.inputs()).argmax(axis=1) == test.labels
            scores[hidden].append(float(right.mean()))
    return {
        "what": "styles of handwriting for core.data.handwriting: means and spreads, a mixture of Gaussians",
        "made_by": "python -m tools.fit_handwriting",
        "fitted_to": "UCI pen-based digits (training part), then MNIST training images",
        "seed": SEED, "images_of_each_class": ROUNDS, "styles": len(styles),
        "fewest_digits_behind_a_style": int(min(style.found for style in styles)),
        "mnist_test_accuracy_after_20000_made_up_digits_alone": scores,
    }  # fmt: skip


if __name__ == "__main__":
    main()
