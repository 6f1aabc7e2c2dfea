"""What can go wrong, as values.

An error here carries a code and the values that explain it, never a sentence for the screen:
whoever shows it writes the sentence, in the language of the person who reads it.
"""

from pathlib import Path

Shape = tuple[int, ...]


class CoreError(Exception):
    """Something that the caller handed in cannot be used. `code` says what, `values` say which."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code}: {details}" if details else self.code


class ShapeError(CoreError):
    """The array called `name` has the shape `got` where `expected` was needed.

    A string in `expected` names an axis that may have any size: ("N", 784).
    """

    def __init__(self, name: str, *, got: Shape, expected: tuple[int | str, ...]) -> None:
        super().__init__("shape", name=name, got=got, expected=expected)
        self.name = name
        self.got = got
        self.expected = expected


class ValueRangeError(CoreError):
    """The value called `name` is not one that can be used; `expected` says which can, as in "> 0"."""

    def __init__(self, name: str, *, got: object, expected: str) -> None:
        super().__init__("value", name=name, got=got, expected=expected)
        self.name = name
        self.got = got
        self.expected = expected


class FileFormatError(CoreError):
    """The file at `path` does not hold what it should. `problem` is a short code; `values` name the place."""

    def __init__(self, path: str | Path, problem: str, **values: object) -> None:
        super().__init__(f"file-{problem}", path=str(path), **values)
        self.path = str(path)
        self.problem = problem


class UnsafePickleError(FileFormatError):
    """The pickle at `path` asks for `name` (a function or class). It was neither imported nor called."""

    def __init__(self, path: str | Path, name: str) -> None:
        super().__init__(path, "unsafe-pickle", name=name)
        self.name = name


class DownloadError(CoreError):
    """No mirror gave the file called `name`. `attempts` pairs each mirror with what went wrong there."""

    def __init__(self, name: str, attempts: tuple[tuple[str, str], ...]) -> None:
        super().__init__("download", name=name, attempts=attempts)
        self.name = name
        self.attempts = attempts


class Cancelled(CoreError):
    """The work was asked to stop, and did. Not a failure: nobody needs to be told."""

    def __init__(self) -> None:
        super().__init__("cancelled")
