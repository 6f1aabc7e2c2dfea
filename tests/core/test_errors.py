from pathlib import Path

import pytest

from core.errors import (
    Cancelled,
    CoreError,
    DownloadError,
    ExpressionError,
    FileFormatError,
    ShapeError,
    UnsafePickleError,
    ValueRangeError,
)

EVERY_ERROR = [
    (CoreError("code", a=1), "code", {"a": 1}),
    (
        ShapeError("W1", got=(784, 40), expected=("D", 50)),
        "shape",
        {"name": "W1", "got": (784, 40), "expected": ("D", 50)},
    ),
    (ValueRangeError("rate", got=0, expected="> 0"), "value", {"name": "rate", "got": 0, "expected": "> 0"}),
    (FileFormatError("a.pkl", "truncated", at=12), "file-truncated", {"path": "a.pkl", "at": 12}),
    (UnsafePickleError("a.pkl", "os.system"), "file-unsafe-pickle", {"path": "a.pkl", "name": "os.system"}),
    (
        ExpressionError("number", 4, got="1.2.3"),
        "expression-number",
        {"position": 4, "got": "1.2.3"},
    ),
    (
        DownloadError("train.gz", (("https://a", "timeout"),)),
        "download",
        {"name": "train.gz", "attempts": (("https://a", "timeout"),)},
    ),
    (Cancelled(), "cancelled", {}),
]


@pytest.mark.parametrize(("error", "code", "values"), EVERY_ERROR, ids=lambda value: type(value).__name__)
def test_an_error_carries_its_code_and_its_values(
    error: CoreError, code: str, values: dict[str, object]
) -> None:
    assert error.code == code
    assert error.values == values
    with pytest.raises(CoreError):
        raise error


def test_the_values_of_an_error_are_its_attributes_too() -> None:
    error = ShapeError("W1", got=(784, 40), expected=(784, 50))
    assert (error.name, error.got, error.expected) == ("W1", (784, 40), (784, 50))
    assert UnsafePickleError(Path("folder") / "a.pkl", "os.system").path == str(Path("folder") / "a.pkl")
    assert FileFormatError("a.pkl", "truncated").problem == "truncated"


def test_written_for_a_developer_an_error_shows_code_and_values() -> None:
    assert (
        str(ValueRangeError("rate", got=-1, expected="> 0")) == "value: name='rate', got=-1, expected='> 0'"
    )
    assert str(Cancelled()) == "cancelled"


def test_a_refused_pickle_is_a_refused_file() -> None:
    assert isinstance(UnsafePickleError("a.pkl", "os.system"), FileFormatError)
