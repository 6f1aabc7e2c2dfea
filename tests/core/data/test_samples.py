"""The digits that ship: a thousand, the ones that their seed makes, and a file that is checked when read."""

import sys
from pathlib import Path

import numpy as np
import pytest

from core.data import samples
from core.data.digit_set import DigitSet
from core.data.handwriting import make_digits
from core.errors import CoreError, FileFormatError, ShapeError
from tools import make_samples


def test_a_thousand_digits_ship_a_hundred_of_each() -> None:
    digits = samples.load()
    assert digits.images.shape == (1000, 28, 28)
    assert digits.images.dtype == np.uint8
    assert np.bincount(digits.labels).tolist() == [100] * 10
    assert len({image.tobytes() for image in digits.images}) == 1000


def test_the_shipped_digits_are_those_of_the_documented_seed() -> None:
    """Another processor may round differently here and there, so one in a hundred may differ."""
    shipped = samples.load()
    made = make_digits(make_samples.COUNT, np.random.default_rng(make_samples.SEED))
    np.testing.assert_array_equal(made.labels, shipped.labels)
    difference = np.abs(made.images.astype(int) - shipped.images).max(axis=(1, 2))
    assert (difference <= 2).mean() >= 0.99


def test_the_program_writes_as_many_as_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "made.npz"
    monkeypatch.setattr(sys, "argv", ["make_samples", "--count", "20", "--seed", "7", "--out", str(path)])
    make_samples.main()
    assert "20 digits from seed 7" in capsys.readouterr().out
    expected = make_digits(20, np.random.default_rng(7))
    np.testing.assert_array_equal(samples.load(path).images, expected.images)


def test_digits_come_back_from_their_file(tmp_path: Path) -> None:
    digits = DigitSet(np.arange(2 * 784, dtype=np.uint8).reshape(2, 28, 28), np.array([3, 9], np.uint8))
    samples.save(tmp_path / "two.npz", digits)
    back = samples.load(tmp_path / "two.npz")
    np.testing.assert_array_equal(back.images, digits.images)
    np.testing.assert_array_equal(back.labels, digits.labels)


@pytest.mark.parametrize(
    ("arrays", "problem", "key"),
    [
        ({"images": np.zeros((1, 28, 28), np.uint8)}, "missing-key", "labels"),
        ({"labels": np.zeros(1, np.uint8)}, "missing-key", "images"),
        ({"images": np.zeros((1, 28, 28)), "labels": np.zeros(1, np.uint8)}, "dtype", "images"),
        ({"images": np.zeros((1, 28, 28), np.uint8), "labels": np.zeros(1, np.int64)}, "dtype", "labels"),
    ],
)
def test_a_file_without_digits_is_refused(
    tmp_path: Path, arrays: dict[str, np.ndarray], problem: str, key: str
) -> None:
    np.savez(tmp_path / "bad.npz", **arrays)
    with pytest.raises(FileFormatError) as caught:
        samples.load(tmp_path / "bad.npz")
    assert (caught.value.problem, caught.value.values["key"]) == (problem, key)


def test_images_of_another_size_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "bad.npz", images=np.zeros((1, 8, 8), np.uint8), labels=np.zeros(1, np.uint8))
    with pytest.raises(ShapeError):
        samples.load(tmp_path / "bad.npz")


@pytest.mark.parametrize("kept", [0, 1, 100, 400])
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, kept: int) -> None:
    samples.save(tmp_path / "whole.npz", make_digits(10, np.random.default_rng(0)))
    (tmp_path / "cut.npz").write_bytes((tmp_path / "whole.npz").read_bytes()[:kept])
    with pytest.raises(CoreError):
        samples.load(tmp_path / "cut.npz")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileFormatError) as caught:
        samples.load(tmp_path / "none.npz")
    assert caught.value.problem == "missing"
    assert caught.value.path.endswith("none.npz")
