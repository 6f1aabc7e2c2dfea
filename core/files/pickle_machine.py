"""The machine that a pickle is a program for, without the instructions that act.

A pickle is a list of instructions for a machine with a stack: "push the text W1", "push an empty
dict", "take two things off the stack and put them into the dict below". Python's own machine has
three more, and they are the dangerous ones: GLOBAL fetches any function by name, REDUCE calls it,
BUILD changes what it returned. The machine here follows the same instructions, but where Python's
would call something it writes down the call:

    Call("numpy.dtype", arguments=("f4", False, True), state=(3, "<", …))

and whoever reads that decides what it means. A name that the reader does not know stops the
machine at once.

Nor can a pickle wear the computer out: every text and number has to be there in the file at the
length that it claims, the number of instructions is limited, and nothing is ever hashed but single
texts and numbers.

Source: Python's own pickle.py and pickletools.py, which describe every instruction.
"""

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.errors import FileFormatError, UnsafePickleError
from core.files.arrays import shown

MAX_STEPS = 200_000  # the book's weights take 160: an array of any size is one
STOP = b"."

NO_STATE = object()  # None is a state like any other


@dataclass(frozen=True)
class Name:
    """A function or class that the pickle mentioned: its name, nothing more."""

    text: str


@dataclass(eq=False)
class Call:
    """A call that the pickle asked for, and that nobody made."""

    name: str
    arguments: tuple[object, ...]
    state: object = NO_STATE


class Machine:
    """A stack, a memo of things that are needed again, and a place in the list of instructions."""

    def __init__(self, data: bytes, path: str, known_names: frozenset[str]) -> None:
        self.data = data
        self.at = 0
        self.path = path
        self.known_names = known_names
        self.stack: list[object] = []
        self.stacks_below: list[list[object]] = []  # MARK sets the stack aside and starts a new one
        self.memo: dict[int, object] = {}

    def run(self, instructions: Mapping[bytes, "Instruction"]) -> object:
        """Follow the instructions up to the one that says stop, and return what is then on the stack.

        Raises FileFormatError: truncated, extra-bytes, corrupt, too-complex, and what an instruction raises.
        """
        try:
            for _ in range(MAX_STEPS):
                opcode = self.take(1)
                if opcode == STOP:
                    return self.result()
                instructions[opcode](self)
        except (IndexError, KeyError, ValueError) as error:
            # nothing on the stack, nothing in the memo, no number or text where one has to be
            raise FileFormatError(self.path, "corrupt", what="pickle") from error
        raise FileFormatError(self.path, "too-complex")

    def result(self) -> object:
        if self.at != len(self.data):
            raise FileFormatError(self.path, "extra-bytes")
        if len(self.stack) != 1 or self.stacks_below:
            raise ValueError
        return self.stack.pop()

    def take(self, count: int) -> bytes:
        """The next `count` bytes of the file."""
        if not 0 <= count <= len(self.data) - self.at:
            raise FileFormatError(self.path, "truncated")
        self.at += count
        return self.data[self.at - count : self.at]

    def line(self) -> bytes:
        """The rest of the line."""
        end = self.data.find(b"\n", self.at)
        if end < 0:
            raise FileFormatError(self.path, "truncated")
        line = self.take(end - self.at)
        self.at += 1
        return line

    def number(self, form: str) -> int:
        """The next few bytes as an integer; `form` says how many and which, as struct does."""
        (value,) = struct.unpack(form, self.take(struct.calcsize(form)))
        return int(value)

    def push(self, value: object) -> None:
        self.stack.append(value)

    def above_mark(self) -> list[object]:
        """All that was pushed since the last MARK, off the stack."""
        values, self.stack = self.stack, self.stacks_below.pop()
        return values

    def top_values(self, count: int) -> tuple[object, ...]:
        """The `count` topmost things, off the stack."""
        if count > len(self.stack):
            raise IndexError
        values = tuple(self.stack[len(self.stack) - count :])
        del self.stack[len(self.stack) - count :]
        return values

    def mention(self, name: str) -> None:
        """Push a name, if it is one of those that are known."""
        if name not in self.known_names:
            raise UnsafePickleError(self.path, shown(name, 200))
        self.push(Name(name))


Instruction = Callable[[Machine], None]
