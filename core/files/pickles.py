"""Pickles, opened with gloves on. This is the only place in the program that reads them.

The book keeps its weights and its copy of MNIST in pickles: `pickle.dump(network, file)` writes any
Python object, `pickle.load(file)` brings it back. How? A pickle is not a table of values but a
little program, and loading means running it. For an array it says, as it were:

    fetch the function numpy.core.multiarray._reconstruct, call it, and fill in these bytes

Nothing keeps a file from saying instead:

    fetch the function os.system, call it with "rm -rf ~"

and `pickle.load` does that, too, before you have seen a single number. No check afterwards helps,
since by then it has happened. Never `pickle.load` a file that you did not write yourself.

So this module does not load pickles, it reads them. `core.files.pickle_machine` follows the
program and writes down which calls it asks for, without making them. Here those few that plain
NumPy data needs are answered with functions of our own. All others are refused by name.

What comes back: NumPy arrays and scalars of numbers, truth values and text; their dtypes; dicts,
lists and tuples; text, bytes, numbers, True, False and None; from protocol 4 on sets, too. Pickles
of every protocol, of Python 2 (whose str becomes text, a letter for each byte) and of NumPy 1 and 2
are read.

Sources: the Python documentation of pickle, "Warning: the pickle module is not secure"; the
__reduce__ methods of NumPy's ndarray, dtype and generic.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np

from core.errors import FileFormatError, UnsafePickleError
from core.files.arrays import Place, plain_array, plain_dtype, shown
from core.files.disk import MAX_BYTES, read_bytes
from core.files.pickle_instructions import record
from core.files.pickle_machine import NO_STATE, Call, Name

MAX_DEPTH = 50  # containers within containers
MAX_ARGUMENTS = 20  # of one call; NumPy's longest has 12


def load(path: str | Path, limit: int = MAX_BYTES) -> object:
    """What the pickle at `path` holds, without running anything in it.

    limit: the largest file to read, in bytes.
    Raises UnsafePickleError where it asks for a function or class that plain data does not need,
    and FileFormatError where it is not a whole and sound pickle of plain data.
    """
    return loads(read_bytes(Path(path), limit), path)


def loads(data: bytes, path: str | Path = "<bytes>") -> object:
    """What the pickle `data` holds; `path` is what errors call it. Otherwise as `load`."""
    recorded = record(data, str(path), frozenset(_ANSWERS))
    room = 2 * len(data)  # old protocols write bytes as text: made into bytes first, then into an array
    return _Rebuilding(str(path), room).value(recorded)


class _Rebuilding:
    """Turns what the machine wrote down into values.

    A thing that the pickle mentions several times is rebuilt once. `room` is how many bytes can
    still be made of it: a short pickle that makes a hundred arrays of one long text is no data.
    """

    def __init__(self, path: str, room: int) -> None:
        self.path = path
        self.room = room
        self.done: dict[int, object] = {}  # by the id of what was written down

    def value(self, recorded: object, key: str = "", depth: int = 0) -> object:
        """`recorded` with all calls in it answered; `key` is its place, as in "params.W1"."""
        if id(recorded) in self.done:
            return self.done[id(recorded)]
        if depth > MAX_DEPTH:  # also the end of a list that holds itself
            raise FileFormatError(self.path, "too-complex")
        match recorded:
            case Call():
                result: object = self.answer(recorded, key, depth)
            case list():
                result = self.items(recorded, key, depth)
            case tuple():
                result = tuple(self.items(recorded, key, depth))
            case dict():
                result = {
                    name: self.value(item, _within(key, name), depth + 1) for name, item in recorded.items()
                }
            case Name():  # a function as a value: plain data has none
                raise UnsafePickleError(self.path, recorded.text)
            case _:
                return recorded
        self.done[id(recorded)] = result
        return result

    def items(self, recorded: Sequence[object], key: str, depth: int) -> list[object]:
        return [self.value(item, _within(key, number), depth + 1) for number, item in enumerate(recorded)]

    def answer(self, call: Call, key: str, depth: int) -> object:
        """What the call would have returned."""
        place = Place(self.path, key or "array")
        state = () if call.state is NO_STATE else call.state
        if type(state) is not tuple or len(call.arguments) + len(state) > MAX_ARGUMENTS:
            raise _malformed(place)
        arguments = [self.argument(argument, key, depth) for argument in call.arguments]
        result = _ANSWERS[call.name](place, arguments, [self.argument(part, key, depth) for part in state])
        if isinstance(result, bytes):
            self.room -= len(result)
        elif isinstance(result, (np.ndarray, np.generic)):
            self.room -= result.nbytes
        if self.room < 0:
            raise FileFormatError(self.path, "too-complex")
        return result

    def argument(self, recorded: object, key: str, depth: int) -> object:
        return recorded if isinstance(recorded, Name) else self.value(recorded, key, depth + 1)


def _within(key: str, name: object) -> str:
    """The place of an item: "W1" in the outermost dict, "params.W1" in a dict in there."""
    return f"{key}.{shown(str(name))}" if key else shown(str(name))


def _malformed(place: Place) -> FileFormatError:
    return place.error("corrupt", what="pickle")


def _array(place: Place, arguments: list[object], state: list[object]) -> object:
    """numpy.core.multiarray._reconstruct(ndarray, (0,), b"b"), filled by ndarray.__setstate__."""
    match arguments, state:
        case [Name("numpy.ndarray"), _, _], [_, tuple(shape), np.dtype() as dtype, int(columns_first), data]:
            return plain_array(_bytes(data, place), dtype, shape, place, columns_first=bool(columns_first))
    raise _malformed(place)


def _array_from_buffer(place: Place, arguments: list[object], state: list[object]) -> object:
    """numpy.core.numeric._frombuffer(data, dtype, shape, order[, axes]), as protocol 5 has it."""
    match arguments, state:
        case [bytes(data), np.dtype() as dtype, tuple(shape), "C" | "F" as order], []:
            return plain_array(data, dtype, shape, place, columns_first=order == "F")
        case [bytes(data), np.dtype() as dtype, tuple(shape), "K", tuple(axes)], []:
            if all(type(axis) is int for axis in axes) and sorted(axes) == list(range(len(shape))):
                return plain_array(data, dtype, shape, place).transpose(axes)
    raise _malformed(place)


def _scalar(place: Place, arguments: list[object], state: list[object]) -> object:
    """numpy.core.multiarray.scalar(dtype, data)."""
    match arguments, state:
        case [np.dtype() as dtype, data], []:
            return plain_array(_bytes(data, place), dtype, (), place)[()]
    raise _malformed(place)


def _dtype(place: Place, arguments: list[object], state: list[object]) -> object:
    """numpy.dtype("f4", align, copy), with the order of its bytes set by dtype.__setstate__."""
    match arguments, state:
        case [str(text), _, _], []:
            return plain_dtype(text, place)
        case [str(text), _, _], [_, "<" | ">" | "|" | "=" as order, None, None, None, *_]:
            return plain_dtype(order + text.lstrip("<>|="), place)
        case [str(text), *_], _:
            plain_dtype(text, place)
            raise place.error("dtype", got=shown(text))
    raise _malformed(place)


def _latin_1(place: Place, arguments: list[object], state: list[object]) -> object:
    """_codecs.encode(text, "latin1"): how protocols 0 to 2 write bytes, a letter for each."""
    match arguments, state:
        case [str(text), "latin1"], []:
            return _bytes(text, place)
    raise _malformed(place)


def _no_bytes(place: Place, arguments: list[object], state: list[object]) -> object:
    """bytes(): how protocols 0 to 2 write b""."""
    if arguments or state:
        raise _malformed(place)
    return b""


def _not_to_be_called(place: Place, arguments: list[object], state: list[object]) -> object:
    """numpy.ndarray(…): the class is named in every pickle of an array, but never called."""
    raise _malformed(place)


def _bytes(data: object, place: Place) -> bytes:
    """The bytes themselves, also where Python 2 or an old protocol wrote them as text."""
    try:
        match data:
            case bytes():
                return data
            case str():
                return data.encode("latin-1")
    except UnicodeEncodeError as error:
        raise _malformed(place) from error
    raise _malformed(place)


_Answer = Callable[[Place, list[object], list[object]], object]

# Every name that a pickle may mention. NumPy 2 calls numpy.core numpy._core; Python 2 called
# builtins __builtin__.
_ANSWERS: Mapping[str, _Answer] = MappingProxyType(
    {
        "numpy.ndarray": _not_to_be_called,
        "numpy.dtype": _dtype,
        **{f"numpy.{core}.multiarray._reconstruct": _array for core in ("core", "_core")},
        **{f"numpy.{core}.multiarray.scalar": _scalar for core in ("core", "_core")},
        **{f"numpy.{core}.numeric._frombuffer": _array_from_buffer for core in ("core", "_core")},
        "_codecs.encode": _latin_1,
        **{f"{builtins}.bytes": _no_bytes for builtins in ("builtins", "__builtin__")},
    }
)
