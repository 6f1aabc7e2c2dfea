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
    ExpressionError,
    ExpressionProblem,
    FileFormatError,
    FileProblem,
    ShapeError,
    UnsafePickleError,
    ValueRangeError,
)
from core.expression import parse
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
    *(ExpressionError(problem, 3, **{**VALUES, "got": 3, "expected": expected, "missing": missing,
                                     "suggestion": suggestion, "what": what})
      for problem in get_args(ExpressionProblem)
      for expected, missing, suggestion, what in (
          (1, None, None, "parts"), (2, "(", "sin", "characters"), (2, "*", "sin", "parts"))),
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
    assert english.endswith((".", "?"))
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Type a function of x"),
        ("import os", "“import” at place 1 is not known here"),
        ("().__class__", "“)” at place 2 closes nothing"),
        ("(" * 10_000, "6000 letters are the most"),
        ("(" * 60 + "x", "From place 51 on, more than 50 brackets"),
        ("+".join(["x"] * 300), "200 numbers, names and signs are the most"),
        ("2x", "before “x” at place 2: to multiply, write “*”"),
        ("sin x", "write “(” at place 5"),
        ("tnh(x)", "did you mean tanh?"),
        ("x * (1 + x", "The bracket at place 5 is still open"),
        ("x +", "Something is missing at the end"),
        ("1,5", "write decimals with a point"),
        ("max(x)", "max at place 1 takes two things, not 1"),
        ("sin(x, 1)", "write sin(x)"),
        ("ㅌ + 1", "“ㅌ” at place 1 is a Korean letter: switch the keyboard"),
        ("x²", "write “^”, as in x^2"),
        ("1.2.3", "“1.2.3” at place 1 is no number that can be used"),
        ("x {y}", "“{” at place 3 cannot stand there"),
        ("a" * 5000, "“aaaaaaaaaaaaaaaa…” at place 1"),
    ],
)
def test_a_mistake_in_a_function_is_named_with_its_place_and_a_way_out(
    qapp: QApplication, text: str, said: str
) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert said in sentence(caught.value)
    assert len(sentence(caught.value)) < 180
