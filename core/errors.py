"""What can go wrong, as values.

An error here carries a code and the values that explain it, never a sentence for the screen:
whoever shows it writes the sentence, in the language of the person who reads it.
"""

from pathlib import Path
from typing import Literal

Shape = tuple[int, ...]

# What can be wrong with a file, and the values that come with each; all have `path`.
FileProblem = Literal[
    "missing",  # no such file
    "not-a-file",  # a folder, say
    "unreadable",  # reason: the system would not let us read
    "unwritable",  # reason: the system would not let us write
    "empty",  # no bytes in it
    "too-large",  # size, limit: in bytes, of the file or of what it unpacks to
    "unknown-format",  # suffix: the end of the name says nothing that we know
    "truncated",  # ends before what it promises
    "extra-bytes",  # goes on after its end
    "corrupt",  # what: the part that contradicts itself, as in "gzip"
    "unsafe-pickle",  # name: see UnsafePickleError
    "pickle-opcode",  # opcode: an instruction that plain arrays never need
    "dict-key",  # got: the type of a dict's key that is neither text nor number
    "too-complex",  # too many parts, or nested too deep
    "object-dtype",  # key: an array of Python objects instead of numbers
    "dtype",  # key, got: an element type that cannot be used here
    "wrong-size",  # key, got, expected: an array has got bytes where its shape needs expected
    "not-a-dict",  # got: the type of what is there instead of names with arrays
    "missing-key",  # key: an array that has to be there
    "extra-key",  # key: an array that nobody knows what to do with
    "not-an-array",  # key, got: the type of what is there instead
    "non-finite",  # key: the array has infinite numbers, or some that are no numbers
    "shape",  # key, got, expected: shapes
    "not-chained",  # key, got, expected: weights that do not fit the layer before
    "activation",  # got: no activation function of that name
    "not-idx",  # does not begin as an IDX file does
    "count",  # got, expected: so many labels for so many images
    "label",  # got: not a digit from 0 to 9
    "not-circuit",  # something else than a circuit that was saved here
    "not-json",  # line, column: breaks the rules of JSON there
    "newer-version",  # got, known: written by a later program
    "field",  # where, got, expected: kinds of values, see core.files.json_values.Kind
    "same-field",  # key: the same thing is said twice
    "long-text",  # where, got, limit: letters of a name or key
    "bad-letter",  # where, got: a name or key with a letter that cannot be shown, as in "U+0007"
    "missing-block",  # where, block: there is no block of this name
    "block-cycle",  # where, block: a block that has itself inside
    "circuit-cycle",  # where, node; this and what follows: see CircuitProblem
    "circuit-same-key",  # where, node
    "circuit-no-source",  # where, node, source, pin
    "circuit-block-inputs",  # where, node, got, expected
    "circuit-number",  # where, got, limit
    "circuit-too-many",  # where, what, got, limit; what may be "values", "blocks" or "lists" as well
]


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

    def __init__(self, path: str | Path, problem: FileProblem, **values: object) -> None:
        super().__init__(f"file-{problem}", path=str(path), **values)
        self.path = str(path)
        self.problem: FileProblem = problem


class UnsafePickleError(FileFormatError):
    """The pickle at `path` asks for `name` (a function or class). It was neither imported nor called."""

    def __init__(self, path: str | Path, name: str) -> None:
        super().__init__(path, "unsafe-pickle", name=name)
        self.name = name


# What can be wrong with a circuit, and the values that come with each.
CircuitProblem = Literal[
    "cycle",  # node: it would wait for itself
    "same-key",  # node: two parts have this key
    "no-source",  # node, source, pin: a wire that comes from nowhere
    "block-inputs",  # node, got, expected: how many signals go into a block
    "number",  # node, got, limit: a weight, a bias or a place that is not finite, or too large
    "too-many",  # what, got, limit: "inputs", "nodes", "levels" or "perceptrons"
    "nothing",  # there is nothing to do it with: no part of these keys
]


class CircuitError(CoreError):
    """A circuit cannot be so. `problem` is a short code; `values` name the place."""

    def __init__(self, problem: CircuitProblem, **values: object) -> None:
        super().__init__(f"circuit-{problem}", **values)
        self.problem: CircuitProblem = problem


# What can be wrong with a function that somebody typed, and the values that come with each.
ExpressionProblem = Literal[
    "empty",  # nothing but blanks
    "unexpected",  # got: what stands there ("" at the end); missing: what may have been left out, or None
    "unclosed",  # the bracket at this place is never closed
    "unknown-name",  # name, suggestion: the known name that is closest, or None
    "arguments",  # name, got, expected: how many a function was given, and takes
    "number",  # got: no number (1.2.3), or one that no float can hold (1e999)
    "too-long",  # what, limit: "characters", or "parts" (numbers, names and signs)
    "too-deep",  # limit: brackets within brackets
]


class ExpressionError(CoreError):
    """A function of x cannot be read. `position` is the place in the typed text, from 0, for the caret."""

    def __init__(self, problem: ExpressionProblem, position: int, **values: object) -> None:
        super().__init__(f"expression-{problem}", position=position, **values)
        self.problem: ExpressionProblem = problem
        self.position = position


class DownloadError(CoreError):
    """No mirror gave the file called `name`. `attempts` pairs each mirror with what went wrong there,
    a code: see core.data.remote.TransferError for all of them.
    """

    def __init__(self, name: str, attempts: tuple[tuple[str, str], ...]) -> None:
        super().__init__("download", name=name, attempts=attempts)
        self.name = name
        self.attempts = attempts


class Cancelled(CoreError):
    """The work was asked to stop, and did. Not a failure: nobody needs to be told."""

    def __init__(self) -> None:
        super().__init__("cancelled")
