"""The speed of core: the forward pass, evaluation, a training epoch, and the plane of a circuit."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from core.circuit import Circuit, Input, Source, Unit, Wire
from core.evaluation import accuracy
from core.network import Network, random_network
from core.regions import value_grid
from core.shapes import Array
from core.training import SGD, train
from tools.timing import Measurement, Row, Skipped, Work, in_turns

SIZES = (784, 50, 100, 10)
BATCH_SIZE = 100
TRAINING_IMAGES, TEST_IMAGES = 60_000, 10_000


def example_images(count: int) -> tuple[Array, Array]:
    """Noise with the sizes and the blackness of MNIST (four pixels of five are 0), and labels.

    The products take the same time whatever the numbers are.
    """
    rng = np.random.default_rng(0)
    x = rng.random((count, SIZES[0]), dtype=np.float32)
    x[rng.random(x.shape, dtype=np.float32) < 0.8] = 0
    return x, rng.integers(0, SIZES[-1], count)


def plain_forward(network: Network) -> Callable[[Array], Array]:
    """The same network as the book writes it, without layers, trace or checks. Keeps all arrays as well."""
    W1, b1, W2, b2, W3, b3 = (array for layer in network.layers for array in layer.parameters.values())

    def forward(x: Array) -> Array:
        a1 = x @ W1 + b1
        z1 = 1 / (1 + np.exp(-a1))
        a2 = z1 @ W2 + b2
        z2 = 1 / (1 + np.exp(-a2))
        a3 = z2 @ W3 + b3
        e = np.exp(a3 - np.max(a3, axis=-1, keepdims=True))
        return e / np.sum(e, axis=-1, keepdims=True)

    return forward


def forward_rows() -> Iterator[Row | Skipped]:
    network = random_network(SIZES, np.random.default_rng(1))
    plain = plain_forward(network)
    for images, promised, rounds, calls in ((1, 1.8, 400, 100), (100, 1.15, 400, 20), (10_000, 1.15, 60, 1)):
        x, _ = example_images(images)
        yield in_turns(
            f"forward pass, {images:,} image{'s' if images > 1 else ''}",
            partial(network.forward, x),
            "the same in plain NumPy",
            partial(plain, x),
            promised,
            rounds=rounds,
            calls=calls,
        )


def evaluation_rows() -> Iterator[Row | Skipped]:
    network = random_network(SIZES, np.random.default_rng(1))
    plain = plain_forward(network)
    x, labels = example_images(TEST_IMAGES)

    def plain_accuracy() -> float:
        right = 0
        for start in range(0, len(x), 1000):
            y = plain(x[start : start + 1000])
            right += int(np.sum(np.argmax(y, axis=1) == labels[start : start + 1000]))
        return right / len(x)

    yield in_turns(
        f"accuracy on {TEST_IMAGES:,} images",
        lambda: accuracy(network, x, labels),
        "the same in plain NumPy, in batches of 1,000",
        plain_accuracy,
        1.15,
        rounds=60,
        calls=1,
    )


def epoch_rows() -> Iterator[Row | Skipped]:
    what = f"training epoch, {TRAINING_IMAGES:,} images in batches of {BATCH_SIZE}, SGD"
    try:
        import torch  # only here: it takes seconds, and most machines do not have it
    except ImportError:
        yield Skipped(what, "PyTorch is not installed here")
        return
    x, labels = example_images(TRAINING_IMAGES)
    rng = np.random.default_rng(1)
    network = random_network(SIZES, rng)

    def epoch() -> None:
        for _ in train(network, x, labels, epochs=1, rng=rng, batch_size=BATCH_SIZE, optimizer=SGD(0.1)):
            pass

    default = torch.get_num_threads()
    for threads in dict.fromkeys((default, os.cpu_count() or default)):
        torch.set_num_threads(threads)
        floor = (
            f"PyTorch {torch.__version__}, {threads} threads{' (its default)' if threads == default else ''}"
        )
        yield in_turns(what, epoch, floor, torch_epoch(torch, x, labels), 1.0, rounds=9, calls=1)


def torch_epoch(torch: Any, x: Array, labels: Array) -> Work:
    """The same epoch in PyTorch: tensors in memory, batches by index, no DataLoader in the way."""
    inputs, targets = torch.from_numpy(x), torch.from_numpy(labels)
    nn = torch.nn
    model = nn.Sequential(
        nn.Linear(784, 50), nn.Sigmoid(), nn.Linear(50, 100), nn.Sigmoid(), nn.Linear(100, 10)
    )
    loss_function = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    def epoch() -> None:
        order = torch.randperm(len(inputs))
        for start in range(0, len(inputs), BATCH_SIZE):
            chosen = order[start : start + BATCH_SIZE]
            loss = loss_function(model(inputs[chosen]), targets[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()

    return epoch


def example_circuit(perceptrons: int) -> Circuit:
    """The first half of them read both inputs, and their lines cross the square; each of the others reads
    three that come before it. The last one reads all that nobody else does, so all have a say in it."""
    rng = np.random.default_rng(2)
    units: list[Unit] = []
    unread: list[str] = []
    for k in range(perceptrons):
        if k < (perceptrons + 1) // 2:
            w, point = rng.normal(size=2), rng.random(2)
            sources, weights, bias = ["x1", "x2"], w.tolist(), -float(w @ point)
        else:
            earlier = rng.choice(k, min(3, k), replace=False).tolist()
            sources = unread if k == perceptrons - 1 else [units[j].key for j in earlier]
            weights, bias = rng.normal(size=len(sources)).tolist(), float(rng.normal() / 4)
        wires = tuple(Wire(Source(key), weight) for key, weight in zip(sources, weights, strict=True))
        units.append(Unit(f"s{k}", f"s{k}", wires, bias))
        unread = [key for key in unread if key not in sources] + [f"s{k}"]
    return Circuit((Input("x1", "x1"), Input("x2", "x2")), tuple(units))


def plain_plane(circuit: Circuit, first: Array, second: Array) -> Work:
    """The same plane in plain NumPy: the sum of each perceptron at every pixel, one after the other."""
    x, y = np.meshgrid(first, second)

    def plane() -> Array:
        signals = {"x1": x, "x2": y}
        for unit in circuit.nodes:
            assert isinstance(unit, Unit)
            total = unit.bias
            for source, weight in unit.wires:
                total = total + weight * signals[source.node]
            signals[unit.key] = total > 0
        return signals[circuit.nodes[-1].key]

    return plane


def plane_rows() -> Iterator[Row | Skipped]:
    pixels = np.linspace(-0.5, 1.5, 400)
    for perceptrons, promised, rounds in ((1, 1.0, 200), (20, 0.5, 100), (200, 0.5, 30)):
        circuit = example_circuit(perceptrons)
        last = Source(circuit.nodes[-1].key)
        yield in_turns(
            f"plane redraw, {perceptrons} perceptron{'s' if perceptrons > 1 else ''}, 400 × 400 pixels",
            partial(value_grid, circuit, last, (0, 1), (0, 0), pixels, pixels),
            "the same in plain NumPy",
            plain_plane(circuit, pixels, pixels),
            promised,
            rounds=rounds,
            calls=1,
        )


CORE: dict[str, Measurement] = {
    "forward": forward_rows,
    "evaluation": evaluation_rows,
    "epoch": epoch_rows,
    "plane": plane_rows,
}
