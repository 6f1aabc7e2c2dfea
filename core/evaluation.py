"""How good a network is: what it says about examples whose labels are known.

Everything goes through the network in batches, so that ten thousand images need no more memory
than a thousand, and whoever waits can be told how far it is and can stop it.

Source: Deep Learning from Scratch, sections 3.6.2 and 3.6.3.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import ValueRangeError
from core.network import Network
from core.progress import CancelToken, Progress, Report, ignore
from core.shapes import Array, Labels, check_shape

BATCH_SIZE = 1000
Classes = NDArray[np.int64]


def predict_classes(
    network: Network,
    x: Array,
    *,
    batch_size: int = BATCH_SIZE,
    prepare: Callable[[Array], Array] | None = None,
    report: Report = ignore,
    cancel: CancelToken | None = None,
) -> Classes:
    """What the network takes each example for: the class with the largest output.

    x: (N, ...) examples; `prepare` makes (n, D) inputs of a batch of them, where they are not that yet.
    Returns (N,) class numbers.
    Raises ShapeError where the inputs do not fit the network, ValueRangeError for a batch size below
    1, and Cancelled between two batches.
    """
    if batch_size < 1:
        raise ValueRangeError("batch_size", got=batch_size, expected=">= 1")
    classes = np.empty(len(x), dtype=np.int64)  # (N,)
    for start in range(0, len(x), batch_size):
        if cancel is not None:
            cancel.check()
        batch = x[start : start + batch_size]  # (n, ...)
        if prepare is not None:
            batch = prepare(batch)  # (n, D)
        classes[start : start + batch_size] = network.predict(batch).argmax(axis=1)
        report(Progress(min(start + batch_size, len(x)), len(x)))
    return classes


def confusion_matrix(labels: Labels, predictions: Labels, classes: int) -> Classes:
    """How often an example of each class was taken for each class. The diagonal is what was right.

    labels, predictions: (N,) integers from 0 to classes - 1.
    Returns (K, K) counts: a row for each label, a column for each prediction.
    Raises ShapeError where the two differ in length, ValueRangeError for a class that is none.
    """
    check_shape("predictions", predictions, labels.shape)
    for name, numbers in (("label", labels), ("prediction", predictions)):
        strangers = numbers[(numbers < 0) | (numbers >= classes)]
        if strangers.size:
            raise ValueRangeError(name, got=int(strangers[0]), expected=f"0..{classes - 1}")
    cells = labels.astype(np.int64) * classes + predictions  # (N,) the cells, numbered row by row
    return np.bincount(cells, minlength=classes * classes).reshape(classes, classes)


@dataclass(frozen=True, eq=False)
class Evaluation:
    """A network's answers to examples with known labels.

    predictions: (N,) classes. accuracy: the share of them that is right, from 0 to 1.
    confusion: (K, K) counts, a row for each label and a column for each prediction.
    """

    predictions: Classes
    accuracy: float
    confusion: Classes


def evaluate(
    network: Network,
    x: Array,
    labels: Labels,
    *,
    batch_size: int = BATCH_SIZE,
    prepare: Callable[[Array], Array] | None = None,
    report: Report = ignore,
    cancel: CancelToken | None = None,
) -> Evaluation:
    """Compare what the network says with what is true.

    x: (N, ...) examples, at least one. labels: (N,) integers. The rest is as in `predict_classes`.
    Raises what that raises, ShapeError where x and labels differ in length, and ValueRangeError for
    a label that is no class of the network, or where there is no example.
    Source: Deep Learning from Scratch, section 3.6.2.
    """
    check_shape("labels", labels, (len(x),))
    if len(x) == 0:
        raise ValueRangeError("examples", got=0, expected=">= 1")
    predictions = predict_classes(
        network, x, batch_size=batch_size, prepare=prepare, report=report, cancel=cancel
    )
    confusion = confusion_matrix(labels, predictions, network.sizes[-1])
    return Evaluation(predictions, float(confusion.trace() / len(x)), confusion)


def accuracy(
    network: Network,
    x: Array,
    labels: Labels,
    *,
    batch_size: int = BATCH_SIZE,
    prepare: Callable[[Array], Array] | None = None,
    report: Report = ignore,
    cancel: CancelToken | None = None,
) -> float:
    """The share of examples that the network gets right, from 0 to 1. Takes what `evaluate` takes."""
    return evaluate(
        network, x, labels, batch_size=batch_size, prepare=prepare, report=report, cancel=cancel
    ).accuracy


@dataclass(frozen=True)
class BatchTiming:
    """Seconds for the same `examples`, sent through one by one and in batches of `batch_size`."""

    examples: int
    batch_size: int
    one_by_one: float
    in_batches: float


def one_by_one_against_batch(
    network: Network,
    x: Array,
    *,
    batch_size: int = 100,
    clock: Callable[[], float] = time.perf_counter,
    cancel: CancelToken | None = None,
) -> BatchTiming:
    """Why examples go through a network in batches: measure how much longer it takes one by one.

    The sums are the same. But a product of large matrices is what computers are good at, while a
    thousand small ones spend their time on getting started.

    x: (N, D) inputs. clock: seconds, from any zero.
    Raises what `predict_classes` raises.
    Source: Deep Learning from Scratch, section 3.6.3.
    """
    seconds = []
    for size in (1, batch_size):
        predict_classes(network, x[:size], batch_size=size, cancel=cancel)  # warm up: the first time is slow
        start = clock()
        predict_classes(network, x, batch_size=size, cancel=cancel)
        seconds.append(clock() - start)
    return BatchTiming(len(x), batch_size, *seconds)
