"""Every error has a sentence in both languages, with its values in it."""

from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import (
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
}
ERRORS: list[BaseException] = [
    *(FileFormatError("/tmp/weights.pkl", problem, **VALUES) for problem in get_args(FileProblem)
      if problem != "unsafe-pickle"),
    UnsafePickleError("/tmp/weights.pkl", "os.system"),
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
