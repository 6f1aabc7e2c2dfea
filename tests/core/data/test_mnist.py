"""MNIST from disk: IDX files under all their names, the book's pickle, and what is wrong with others."""

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data import idx, mnist
from core.errors import FileFormatError, UnsafePickleError, ValueRangeError

RNG = np.random.default_rng(1)
IMAGES = {
    split: RNG.integers(0, 256, (n, 28, 28)).astype(np.uint8) for split, n in (("train", 6), ("test", 4))
}
LABELS = {split: RNG.integers(0, 10, len(images)).astype(np.uint8) for split, images in IMAGES.items()}
NAMES = [
    (
        "train-images-idx3-ubyte",
        "train-labels-idx1-ubyte",
        "t10k-images-idx3-ubyte",
        "t10k-labels-idx1-ubyte",
    ),
    (
        "train-images.idx3-ubyte",
        "train-labels.idx1-ubyte",
        "t10k-images.idx3-ubyte",
        "t10k-labels.idx1-ubyte",
    ),
]


def write_files(folder: Path, dots: bool = False, ending: str = "") -> None:
    arrays = (IMAGES["train"], LABELS["train"], IMAGES["test"], LABELS["test"])
    for name, array in zip(NAMES[dots], arrays, strict=True):
        idx.write(folder / f"{name}{ending}", array)


def books_dict() -> dict[str, Any]:
    return {
        f"{split}_{name}": array
        for split in ("train", "test")
        for name, array in (("img", IMAGES[split].reshape(-1, 784)), ("label", LABELS[split]))
    }


def check(folder: Path | str) -> None:
    for split in mnist.SPLITS:
        digits = mnist.load(folder, split)
        np.testing.assert_array_equal(digits.images, IMAGES[split], strict=True)
        np.testing.assert_array_equal(digits.labels, LABELS[split], strict=True)


def problem_of(folder: Path, split: mnist.Split = "train") -> tuple[str, str, dict[str, object]]:
    with pytest.raises(FileFormatError) as info:
        mnist.load(folder, split)
    values = {key: value for key, value in info.value.values.items() if key not in ("path", "key")}
    return info.value.problem, Path(info.value.path).name, values


@pytest.mark.parametrize("dots", [False, True])
@pytest.mark.parametrize("ending", ["", ".gz"])
def test_a_folder_of_idx_files(tmp_path: Path, dots: bool, ending: str) -> None:
    write_files(tmp_path, dots, ending)
    check(tmp_path)
    check(str(tmp_path))
    check(tmp_path / f"{NAMES[dots][3]}{ending}")  # one of the files stands for all of them


def test_only_the_files_of_that_part_have_to_be_there(tmp_path: Path) -> None:
    write_files(tmp_path)
    for name in NAMES[0][:2]:
        (tmp_path / name).unlink()
    assert len(mnist.load(tmp_path, "test")) == 4
    assert problem_of(tmp_path, "train")[:2] == ("missing", "train-images-idx3-ubyte")


@pytest.mark.parametrize("name", NAMES[0])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    write_files(tmp_path)
    (tmp_path / name).unlink()
    split: mnist.Split = "train" if name.startswith("train") else "test"
    assert problem_of(tmp_path, split)[:2] == ("missing", name)


def test_no_folder(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "nothing")[:2] == ("missing", "train-images-idx3-ubyte")
    assert problem_of(tmp_path / "nothing.pkl")[:2] == ("missing", "nothing.pkl")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_the_books_pickle(tmp_path: Path, protocol: int) -> None:
    (tmp_path / "mnist.pkl").write_bytes(pickle.dumps(books_dict(), protocol))
    check(tmp_path)
    check(tmp_path / "mnist.pkl")


def test_idx_files_come_before_the_pickle_and_the_pickle_before_half_of_them(tmp_path: Path) -> None:
    write_files(tmp_path)
    (tmp_path / "mnist.pkl").write_bytes(b"rubbish")
    check(tmp_path)
    (tmp_path / "mnist.pkl").write_bytes(pickle.dumps(books_dict()))
    (tmp_path / "t10k-labels-idx1-ubyte").unlink()
    check(tmp_path)


def test_a_wicked_pickle(tmp_path: Path) -> None:
    (tmp_path / "mnist.pkl").write_bytes(b"cos\nsystem\n(S'echo'\ntR.")
    with pytest.raises(UnsafePickleError):
        mnist.load(tmp_path, "test")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"train_img": None}, ("missing-key", {})),
        ({"train_label": None}, ("missing-key", {})),
        ({"train_img": [1]}, ("not-an-array", {"got": "list"})),
        ({"train_img": np.zeros((6, 784), np.float32)}, ("dtype", {"got": "float32"})),
        (
            {"train_img": np.zeros((6, 783), np.uint8)},
            ("shape", {"got": (6, 783), "expected": ("N", 28, 28)}),
        ),
        ({"train_label": np.zeros((6, 10), np.uint8)}, ("shape", {"got": (6, 10), "expected": ("N",)})),
        ({"train_label": np.zeros(5, np.uint8)}, ("count", {"got": 5, "expected": 6})),
        ({"train_label": np.full(6, 10, np.uint8)}, ("label", {"got": 10})),
        ({"train_label": np.zeros(6, np.int64)}, ("dtype", {"got": "int64"})),
    ],
)
def test_pickles_that_hold_something_else(tmp_path: Path, change: dict[str, Any], problem: Any) -> None:
    contents = {key: value for key, value in {**books_dict(), **change}.items() if value is not None}
    (tmp_path / "mnist.pkl").write_bytes(pickle.dumps(contents))
    with pytest.raises(FileFormatError) as info:
        mnist.load(tmp_path, "train")
    assert info.value.values["key"] == next(iter(change))
    assert problem_of(tmp_path) == (problem[0], "mnist.pkl", problem[1])
    assert len(mnist.load(tmp_path, "test")) == 4


def test_a_pickle_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "mnist.pkl").write_bytes(pickle.dumps([1, 2]))
    assert problem_of(tmp_path) == ("not-a-dict", "mnist.pkl", {"got": "list"})


def test_files_that_hold_something_else(tmp_path: Path) -> None:
    write_files(tmp_path)
    images, labels = tmp_path / NAMES[0][0], tmp_path / NAMES[0][1]
    idx.write(labels, LABELS["train"][:5])
    assert problem_of(tmp_path) == ("count", labels.name, {"got": 5, "expected": 6})
    idx.write(labels, np.full(6, 200, np.uint8))
    assert problem_of(tmp_path) == ("label", labels.name, {"got": 200})
    idx.write(labels, IMAGES["train"])
    assert problem_of(tmp_path)[:2] == ("shape", labels.name)
    idx.write(images, np.zeros((6, 32, 32), np.uint8))
    assert problem_of(tmp_path) == ("shape", images.name, {"got": (6, 32, 32), "expected": ("N", 28, 28)})
    idx.write(images, np.zeros((6, 28, 28), np.int8))
    assert problem_of(tmp_path) == ("dtype", images.name, {"got": "int8"})
    images.write_bytes(b"<html>")
    assert problem_of(tmp_path)[:2] == ("not-idx", images.name)


def test_a_part_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(ValueRangeError):
        mnist.load(tmp_path, "validation")  # type: ignore[arg-type]


def test_the_real_one(shared_data: Path) -> None:
    test = mnist.load(shared_data / "mnist", "test")
    assert (len(test), test.images.shape) == (10_000, (10_000, 28, 28))
    np.testing.assert_array_equal(test.labels[:5], [7, 2, 1, 0, 4])
    train = mnist.load(shared_data / "mnist", "train")
    assert len(train) == 60_000
    np.testing.assert_array_equal(np.bincount(train.labels)[:3], [5923, 6742, 5958])


def test_where_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert mnist.cache_folder().name == "mnist"
    assert "mitbadak" in mnist.cache_folder().parts
