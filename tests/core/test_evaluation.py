from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics

from core.data import mnist
from core.errors import Cancelled, ShapeError, ValueRangeError
from core.evaluation import (
    accuracy,
    confusion_matrix,
    evaluate,
    one_by_one_against_batch,
    predict_classes,
)
from core.files.weights import load_network
from core.network import Network, multilayer, random_network
from core.progress import CancelToken, Progress
from core.shapes import Array


def echo(classes: int = 3) -> Network:
    """A network that takes one_hot rows for the class that they are."""
    return multilayer([(np.eye(classes, dtype=np.float32), np.zeros(classes, np.float32))])


def rows(*classes: int) -> Array:
    return np.eye(3, dtype=np.float32)[list(classes)]


def test_by_hand() -> None:
    labels = np.array([0, 1, 2, 2, 0], np.uint8)
    result = evaluate(echo(), rows(0, 1, 2, 1, 2), labels)
    np.testing.assert_array_equal(result.predictions, [0, 1, 2, 1, 2])
    assert result.accuracy == 0.6
    np.testing.assert_array_equal(result.confusion, [[1, 0, 1], [0, 1, 0], [0, 1, 1]])
    assert accuracy(echo(), rows(0, 1, 2, 1, 2), labels) == 0.6


@pytest.mark.parametrize("batch_size", [1, 2, 3, 7, 8, 1000])
def test_the_batch_size_changes_nothing(batch_size: int) -> None:
    rng = np.random.default_rng(0)
    network = random_network((6, 5, 4), rng)
    x = rng.standard_normal((7, 6)).astype(np.float32)
    np.testing.assert_array_equal(
        predict_classes(network, x, batch_size=batch_size), network.predict(x).argmax(axis=1)
    )


def test_progress_is_told_after_every_batch() -> None:
    told: list[Progress] = []
    evaluate(echo(), rows(0, 1, 2, 0, 1), np.zeros(5, np.int64), batch_size=2, report=told.append)
    assert told == [Progress(2, 5), Progress(4, 5), Progress(5, 5)]


def test_it_can_be_stopped_between_two_batches() -> None:
    token = CancelToken()
    seen: list[int] = []

    def cancel_after_two(progress: Progress) -> None:
        seen.append(progress.done)
        if progress.done == 2:
            token.cancel()

    with pytest.raises(Cancelled):
        accuracy(
            echo(),
            rows(0, 1, 2, 0),
            np.zeros(4, np.int64),
            batch_size=1,
            report=cancel_after_two,
            cancel=token,
        )
    assert seen == [1, 2]


def test_images_may_be_prepared_batch_by_batch() -> None:
    rng = np.random.default_rng(1)
    images, labels = rng.integers(0, 256, (9, 2, 3)).astype(np.uint8), rng.integers(0, 4, 9)
    network = random_network((6, 4), rng)
    sizes: list[int] = []

    def inputs(batch: Array) -> Array:
        sizes.append(len(batch))
        return batch.reshape(-1, 6) / np.float32(255)

    prepared = evaluate(network, images, labels, batch_size=4, prepare=inputs)
    assert sizes == [4, 4, 1]
    np.testing.assert_array_equal(prepared.predictions, evaluate(network, inputs(images), labels).predictions)


def test_no_examples_have_no_predictions() -> None:
    assert predict_classes(echo(), rows()).shape == (0,)


@given(classes=st.integers(2, 12), count=st.integers(1, 200), seed=st.integers(0, 2**32 - 1))
def test_scikit_learn_counts_the_same(classes: int, count: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    labels, predictions = rng.integers(0, classes, (2, count))
    counts = confusion_matrix(labels.astype(np.uint8), predictions, classes)
    np.testing.assert_array_equal(
        counts, metrics.confusion_matrix(labels, predictions, labels=np.arange(classes))
    )
    assert counts.trace() / count == metrics.accuracy_score(labels, predictions)


def test_a_confusion_matrix_of_nothing_is_empty() -> None:
    np.testing.assert_array_equal(confusion_matrix(np.zeros(0, int), np.zeros(0, int), 3), np.zeros((3, 3)))


@pytest.mark.parametrize(
    ("labels", "predictions", "name"),
    [([0, 3], [0, 0], "label"), ([0, 0], [0, -1], "prediction"), ([0, 0], [0], "predictions")],
)
def test_classes_that_are_none_are_named(labels: list[int], predictions: list[int], name: str) -> None:
    with pytest.raises((ShapeError, ValueRangeError)) as caught:
        confusion_matrix(np.array(labels), np.array(predictions), 3)
    assert caught.value.name == name


@pytest.mark.parametrize(
    ("x", "labels", "batch_size", "name"),
    [
        (rows(0, 1), [0], 1, "labels"),
        (rows(0, 1), [[0, 1]], 1, "labels"),
        (rows(), [], 1, "examples"),
        (rows(0, 1), [0, 3], 1, "label"),
        (rows(0, 1), [0, 1], 0, "batch_size"),
        (rows(0, 1)[:, :2], [0, 1], 1, "x"),
    ],
)
def test_what_is_wrong_is_named(x: Array, labels: list[int], batch_size: int, name: str) -> None:
    with pytest.raises((ShapeError, ValueRangeError)) as caught:
        evaluate(echo(), x, np.array(labels, np.int64), batch_size=batch_size)
    assert caught.value.name == name


def test_one_by_one_against_batch_reads_the_clock_around_each() -> None:
    readings = iter([10.0, 17.0, 100.0, 101.5])
    timing = one_by_one_against_batch(echo(), rows(0, 1, 2), batch_size=2, clock=lambda: next(readings))
    assert (timing.examples, timing.batch_size) == (3, 2)
    assert (timing.one_by_one, timing.in_batches) == (7.0, 1.5)


def test_one_by_one_sends_every_example_alone() -> None:
    sizes: list[int] = []

    class Watched(Network):
        def predict(self, x: Array) -> Array:
            sizes.append(len(x))
            return super().predict(x)

    marks: list[int] = []

    def clock() -> float:
        marks.append(len(sizes))
        return 0.0

    one_by_one_against_batch(Watched(echo().layers), rows(0, 1, 2, 0, 1), batch_size=3, clock=clock)
    assert [sizes[start:end] for start, end in (marks[:2], marks[2:])] == [[1, 1, 1, 1, 1], [3, 2]]


def test_timing_can_be_stopped() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        one_by_one_against_batch(echo(), rows(0, 1, 2), cancel=token)


def test_the_weights_of_the_book_read_9352_of_10000(shared_data: Path) -> None:
    network = load_network(shared_data / "book" / "sample_weight.pkl")
    test = mnist.load(shared_data / "mnist", "test")
    result = evaluate(network, test.inputs(), test.labels)
    assert result.accuracy == 0.9352
    np.testing.assert_array_equal(result.confusion.sum(axis=1), np.bincount(test.labels))
    raw = evaluate(network, test.images.reshape(-1, 784).astype(np.float32), test.labels)
    assert raw.accuracy == 0.9207
