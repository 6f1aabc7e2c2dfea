"""Train the networks that come with the program, 784-50-100-10, from nothing but a seed.

    OPENBLAS_NUM_THREADS=1 python -m tools.train_default --data ../shared/data

Four steps, all of them with the project's own core.training:

1. Gather pictures: MNIST's training images and digits that people drew with a pen, put on the pad
   with the mouse and prepared as the pad prepares them; each of them again in small variations.
2. Train two teachers, networks ten times as large, on the labels.
3. Train the small network on what the teachers together think of every picture. "A 7, though it might
   be a 1" says more about a picture than "7", and the small network learns more from it.
4. Measure it on digits that had no part in any of this: MNIST's test images, and writers held out.

Everything random comes from the seed: the same seed on the same machine with the same NumPy gives
the same weights, as long as NumPy computes with one thread.

Source of step 3: Hinton, Vinyals, Dean, Distilling the knowledge in a neural network (2015).
"""

import argparse
import json
import os
import shlex
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.activations import softmax
from core.data import mnist
from core.files.weights import save_network
from core.network import Network, random_network
from core.shapes import Array
from core.training import Adam, cosine, train
from tools.measure import HELD_OUT, Cases, measure, unseen_digits
from tools.pen_digits import read
from tools.variations import draw_variation, vary_images
from tools.weights_table import write_table

ROOT = Path(__file__).resolve().parent.parent
SIZES = (784, 50, 100, 10)
TEACHER_SIZES = (784, 500, 300, 10)
TEMPERATURE = 4.0  # how much the teachers' opinions are softened
SHARPNESS = 2.0  # and how much of that is undone: what made digits not learned from least surprising
LEARNED_FROM = "MNIST's 60,000 training images; pen digits (UCI) of all 30 writers but those held out"


@dataclass(frozen=True)
class Recipe:
    """How much of everything. The defaults made the weights that are shipped."""

    seed: int = 20250
    image_variations: int = 5  # of each MNIST image, beside the image itself
    pen_variations: int = 20  # of each pen digit, and one more of the picture of each
    teachers: int = 2
    teacher_epochs: int = 4
    epochs: int = 24
    rate: float = 0.004
    batch_size: int = 100


def gather(data: Path, recipe: Recipe, rng: np.random.Generator) -> tuple[NDArray[np.uint8], Array]:
    """All pictures to learn from, (M, 784) uint8, and their labels (M,). No held-out writer is among them."""
    digits = mnist.load(data / "mnist", "train")
    images = [digits.images, *(vary_images(digits.images, rng) for _ in range(recipe.image_variations))]
    pens = [digit for digit in read(data / "pen-digits/train.unipen.gz") if digit.writer not in HELD_OUT]
    drawn = np.array(
        [draw_variation(digit.strokes, rng) for digit in pens for _ in range(recipe.pen_variations)]
    )
    drawn_labels = np.repeat([digit.label for digit in pens], recipe.pen_variations).astype(np.uint8)
    x = np.concatenate([*images, drawn, vary_images(drawn, rng)]).reshape(-1, SIZES[0])
    t = np.concatenate([np.tile(digits.labels, len(images)), drawn_labels, drawn_labels])
    return x, t


def to_floats(x: Array, rng: np.random.Generator) -> Array:
    """Pixels from 0 to 1, as the network takes them. (N, 784) uint8 → (N, 784) float32"""
    return x.astype(np.float32) / np.float32(255)


def learn(
    network: Network,
    x: Array,
    t: Array,
    *,
    epochs: int,
    rate: float,
    batch_size: int,
    rng: np.random.Generator,
) -> Network:
    """Train a network to the end, with Adam and a rate that sinks to 0, and say how it goes."""
    losses: list[float] = []
    for step in train(
        network,
        x,
        t,
        epochs=epochs,
        rng=rng,
        batch_size=batch_size,
        optimizer=Adam(rate),
        schedule=cosine,
        prepare=to_floats,
    ):
        network = step.network
        losses.append(step.loss)
        if step.step * epochs % step.steps == 0:
            print(f"  epoch {step.epoch} of {epochs}: loss {np.mean(losses):.4f}", flush=True)
            losses = []
    return network


def train_teachers(x: Array, t: Array, recipe: Recipe, rng: np.random.Generator) -> list[Network]:
    """Large networks, each from other random weights, that learn the labels."""
    teachers = []
    for number in range(recipe.teachers):
        print(f"teacher {number + 1} of {recipe.teachers}")
        network = random_network(TEACHER_SIZES, rng, "relu")
        teachers.append(
            learn(network, x, t, epochs=recipe.teacher_epochs, rate=0.001, batch_size=200, rng=rng)
        )
    return teachers


def opinions(teachers: list[Network], x: Array, rng: np.random.Generator) -> Array:
    """What the teachers together think of every picture: softmax of their mean scores / temperature.

    The higher the temperature, the more can be seen of what they think of the nine wrong classes.

    x: (M, 784) uint8. Returns (M, 10) float32, rows summing to 1.
    Source: Hinton, Vinyals, Dean (2015), section 2.
    """
    parts = []
    for start in range(0, len(x), 5000):
        batch = to_floats(x[start : start + 5000], rng)
        scores = np.mean([teacher.forward(batch).steps[-1].input for teacher in teachers], axis=0)
        parts.append(softmax(scores / np.float32(TEMPERATURE)))
    return np.concatenate(parts)


def sharpen(network: Network) -> Network:
    """Undo the softening: a network that learned soft opinions says the same, with more confidence.

    softmax(s · a) with a = x·W + b is the same layer with s·W and s·b. The order of the ten
    probabilities stays.
    """
    *before, last, output = network.layers
    scale = np.float32(SHARPNESS)
    last = last.with_parameters({name: scale * array for name, array in last.parameters.items()})
    return Network((*before, last, output))


def describe(
    network: Network, hidden: str, recipe: Recipe, cases: Cases, facts: Mapping[str, object]
) -> dict[str, object]:
    """What stands in the JSON beside the weights."""
    return {
        "name": f"mnist-{hidden}",
        "sizes": network.sizes,
        "hidden_activation": hidden,
        "output_activation": "softmax",
        "parameter_count": network.parameter_count,
        "accuracy": measure(network, cases),
        "writers_held_out": HELD_OUT,
        "how": {"data": LEARNED_FROM, **asdict(recipe), **facts},
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="Train the networks that come with the program.")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "weights")
    for field in fields(Recipe):
        kind = type(field.default)
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=kind, default=field.default)
    args = parser.parse_args()
    recipe = Recipe(**{field.name: getattr(args, field.name) for field in fields(Recipe)})

    began = time.monotonic()
    rng = np.random.default_rng(recipe.seed)
    x, t = gather(args.data, recipe, rng)
    print(f"{len(x)} pictures after {time.monotonic() - began:.0f} s", flush=True)
    soft = opinions(train_teachers(x, t, recipe, rng), x, rng)
    shared = time.monotonic() - began
    cases = unseen_digits(args.data)
    for hidden in ("sigmoid", "relu"):
        began = time.monotonic()
        print(f"mnist-{hidden}")
        network = random_network(SIZES, rng, hidden)
        network = learn(
            network, x, soft, epochs=recipe.epochs, rate=recipe.rate, batch_size=recipe.batch_size, rng=rng
        )
        network = sharpen(network)
        facts = {
            "pictures": len(x),
            "command": shlex.join(["python", "-m", "tools.train_default", *sys.argv[1:]]),
            "threads": os.environ.get("OPENBLAS_NUM_THREADS", "not limited"),
            "date": date.today().isoformat(),
            "numpy": np.__version__,
            "seconds_for_pictures_and_teachers": round(shared),
            "seconds_for_this_network": round(time.monotonic() - began),
        }
        path = args.out / f"mnist-{hidden}.pkl"
        save_network(network, path)
        description = describe(network, hidden, recipe, cases, facts)
        path.with_suffix(".json").write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
        print(json.dumps(description["accuracy"], indent=2), flush=True)
    write_table(args.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
