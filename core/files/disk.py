"""Whole files, in and out.

A file is read in one piece, but never before its size was looked at. It is written beside its
place first and moved there when it is complete, so that a crash or a full disk leaves the old
file or the new one, never half of either.
"""

import contextlib
import os
import shutil
import stat
from pathlib import Path

from core.errors import FileFormatError

MAX_BYTES = 2**28  # 256 MiB: five times MNIST, and still small beside the memory of a computer


def checked_size(path: Path, limit: int = MAX_BYTES) -> int:
    """How many bytes the file at `path` has: at least 1 and at most `limit`. It is not opened.

    Raises FileFormatError: missing, not-a-file, unreadable, empty, too-large.
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileFormatError(path, "missing") from error
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte in it
        raise FileFormatError(path, "unreadable", reason=reason(error)) from error
    if not stat.S_ISREG(status.st_mode):
        raise FileFormatError(path, "not-a-file")
    if status.st_size == 0:
        raise FileFormatError(path, "empty")
    if status.st_size > limit:
        raise FileFormatError(path, "too-large", size=status.st_size, limit=limit)
    return status.st_size


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """All bytes of a file: at least 1, at most `limit`.

    Raises FileFormatError: missing, not-a-file, unreadable, empty, too-large.
    """
    size = checked_size(path, limit)
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError as error:
        raise FileFormatError(path, "unreadable", reason=reason(error)) from error


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path`: all of it, or, where that fails, nothing.

    Raises FileFormatError: unwritable.
    """
    try:
        target = path.resolve()  # where path is a link, the file behind it is replaced
        unfinished = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
        try:
            _write(unfinished, data)
            if target.exists():
                shutil.copymode(target, unfinished)
            unfinished.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
    except (
        OSError,
        ValueError,
        RuntimeError,
    ) as error:  # RuntimeError: links in a circle, before Python 3.13
        raise FileFormatError(path, "unwritable", reason=reason(error)) from error


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # on the disk before it gets its name


def reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error)
