"""Whole files in and out: sizes looked at first, and never half a file written."""

import os
import stat
from pathlib import Path

import pytest

from core.errors import FileFormatError
from core.files import disk


def problem_of_reading(path: Path, limit: int = 100) -> str:
    with pytest.raises(FileFormatError) as info:
        disk.read_bytes(path, limit)
    assert info.value.path == str(path)
    return info.value.problem


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_reading(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert disk.read_bytes(tmp_path / "a", limit=3) == b"abc"


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "large").write_bytes(b"x" * 101)
    assert problem_of_reading(tmp_path / "nothing") == "missing"
    assert problem_of_reading(tmp_path / "empty" / "below") == "missing"
    assert problem_of_reading(tmp_path / "empty") == "empty"
    assert problem_of_reading(tmp_path / "large") == "too-large"
    assert problem_of_reading(tmp_path) == "not-a-file"
    assert problem_of_reading(tmp_path / "a\0b") == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problem_of_reading(tmp_path / "pipe") == "not-a-file"


def test_writing_replaces_the_whole_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    disk.write_atomically(path, b"a long first version")
    path.chmod(0o640)
    disk.write_atomically(path, b"second")
    assert path.read_bytes() == b"second"
    assert names_in(tmp_path) == ["a.npz"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_fails_leaves_the_old_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileFormatError) as info:
        disk.write_atomically(path, b"new")
    assert (info.value.problem, info.value.values["reason"]) == ("unwritable", "No space left on device")
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["a"]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "no" / "folder", tmp_path / "file" / "below", tmp_path / "a\0b", tmp_path):
        with pytest.raises(FileFormatError) as info:
            disk.write_atomically(path, b"x")
        assert info.value.problem == "unwritable"
    assert names_in(tmp_path) == ["file"]


def test_the_file_behind_a_link_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    try:
        (tmp_path / "link").symlink_to("file")
    except OSError:
        pytest.skip("this system makes no links for this user")
    disk.write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"
