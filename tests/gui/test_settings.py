"""What is remembered, and that damage to it does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from gui.settings import Settings


def test_words_and_layouts_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    first = Settings(tmp_path)
    first.set_text("language", "ko")
    first.set_data("layout", QByteArray(b"\x00\xff layout"))
    assert first.save_work({"pad": {"strokes": [[0.25, 0.5]]}, "글": "자"})
    second = Settings(tmp_path)
    assert second.text("language", "en", ("ko", "en")) == "ko"
    assert second.data("layout") == QByteArray(b"\x00\xff layout")
    assert second.load_work() == {"pad": {"strokes": [[0.25, 0.5]]}, "글": "자"}


def test_a_word_that_is_not_allowed_gives_the_default(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set_text("theme", "pink")
    assert settings.text("theme", "light", ("light", "dark")) == "light"


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b'{"a": 1', b"[" * 100_000])
def test_a_damaged_file_is_as_good_as_none(qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "work.json").write_bytes(content)
    assert Settings(tmp_path).load_work() == {}
    assert Settings(tmp_path).save_work({"a": 1})
    assert (tmp_path / "work.damaged.json").read_bytes() == content


def test_text_that_no_file_can_hold_as_it_is_comes_back_all_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    """Half a surrogate pair: from a damaged file, or from a file's name that is not UTF-8."""
    (tmp_path / "work.json").write_text('{"session": {"weights": "/home/\\udcff.pkl"}}')
    work = Settings(tmp_path).load_work()
    assert Settings(tmp_path).save_work(work)
    assert Settings(tmp_path).load_work() == work == {"session": {"weights": "/home/\udcff.pkl"}}


@pytest.mark.parametrize("place", range(0, 200, 7))
def test_a_damaged_layout_is_as_good_as_none(qtbot: QtBot, tmp_path: Path, place: int) -> None:
    """Qt would take it, and crash when the docks are moved."""
    settings = Settings(tmp_path)
    settings.set_data("layout", QByteArray(bytes(range(200))))
    kept = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    raw = bytearray(Settings(tmp_path)._qt.value("layout").data())
    raw[place] ^= 0x10
    kept.setValue("layout", QByteArray(bytes(raw)))
    kept.sync()
    assert Settings(tmp_path).data("layout").isEmpty()


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert Settings(tmp_path / "file").save_work({"a": 1}) is False
