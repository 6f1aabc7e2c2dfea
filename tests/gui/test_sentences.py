"""Every error has a sentence in both languages, with its values in it."""

from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import (
    CircuitError,
    CircuitProblem,
    CoreError,
    DownloadError,
    FileFormatError,
    FileProblem,
    ShapeError,
    UnsafePickleError,
    ValueRangeError,
)
from gui.i18n import Translation
from gui.sentences import sentence

VALUES = {
    "reason": "permission denied",
    "size": 12,
    "limit": 10,
    "suffix": ".txt",
    "what": "gzip",
    "name": "os.system",
    "opcode": "BUILD",
    "got": (784, 40),
    "key": "W1",
    "expected": (784, 50),
    "where": "nodes[3]",
    "node": "s1",
    "block": "XOR",
    "source": "s2",
    "pin": 0,
    "line": 3,
    "column": 14,
    "known": 1,
}
ERRORS: list[BaseException] = [
    *(FileFormatError("/tmp/weights.pkl", problem, **VALUES) for problem in get_args(FileProblem)
      if problem != "unsafe-pickle"),
    UnsafePickleError("/tmp/weights.pkl", "os.system"),
    *(CircuitError(problem, **{**VALUES, "got": 3, "expected": 2}) for problem in get_args(CircuitProblem)),
    ShapeError("W1", got=(784, 40), expected=(784, 50)),
    ShapeError("network", got=(4, 3, 2), expected=(784, "…", 10)),
    ValueRangeError("epochs", got=0, expected=">= 1"),
    DownloadError("train-images", (("mirror", "timeout"),)),
    CoreError("strange", value=3),
    ZeroDivisionError("division by zero"),
]  # fmt: skip


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: getattr(error, "code", type(error).__name__))
def test_every_error_has_a_sentence_in_both_languages(qapp: QApplication, error: BaseException) -> None:
    translation = Translation(qapp)
    english = sentence(error)
    translation.install("ko")
    korean = sentence(error)
    translation.install("en")
    assert english.endswith(".")
    assert any("가" <= letter <= "힣" for letter in korean)
    for text in (english, korean):
        assert "{" not in text
        assert "Traceback" not in text
        if isinstance(error, FileFormatError):
            assert "weights.pkl" in text
            assert "/tmp" not in text


def test_shapes_are_named_as_numpy_writes_them(qtbot: QtBot) -> None:
    text = sentence(ShapeError("b1", got=(40,), expected=(50,)))
    assert "b1" in text
    assert "(40,)" in text
    assert "(50,)" in text


def test_a_circuit_that_cannot_be_names_the_part_and_says_why(qapp: QApplication) -> None:
    text = sentence(CircuitError("cycle", node="s₁"))
    assert text.startswith("s₁ would wait for itself: signals run one way only.")
    assert "33 inputs" in sentence(CircuitError("too-many", what="inputs", got=33, limit=16))


@pytest.mark.parametrize("problem", get_args(CircuitProblem))
def test_a_circuit_error_needs_no_more_than_the_name_of_the_part(
    qapp: QApplication, problem: CircuitProblem
) -> None:
    assert "{" not in sentence(CircuitError(problem, node="{s1}")).replace("{s1}", "")


def test_the_file_of_a_circuit_is_named_with_the_place_in_it(qapp: QApplication) -> None:
    path = "/tmp/XOR.json"
    where = "blocks.HALF.nodes[3].bias"
    field = sentence(FileFormatError(path, "field", where=where, got="text", expected="number"))
    assert field.startswith("In XOR.json, blocks.HALF.nodes[3].bias has to be a number, but is a text.")
    number = sentence(FileFormatError(path, "circuit-number", where=where, got=float("nan"), limit=1e9))
    assert "is nan, but it has to be a number from -1,000,000,000 to 1,000,000,000." in number
    many = FileFormatError(path, "circuit-too-many", where="", what="values", got=2_000_010, limit=500_000)
    assert "XOR.json has too much in it: 2,000,010 values, where 500,000 are the most." in sentence(many)
    nodes = FileFormatError(path, "circuit-too-many", where="nodes", what="nodes", got=2001, limit=2000)
    assert "in it (nodes): 2,001 perceptrons, blocks and outputs" in sentence(nodes)
    block = FileFormatError(path, "missing-block", where="nodes[0]", block="number")
    assert "the block number, which" in sentence(block)
