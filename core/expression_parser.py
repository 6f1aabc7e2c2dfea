"""Reading a function of x as it is typed. Nothing is ever run: a text can only become a tree.

    sum      =  product, then + or − and a product, any number of times
    product  =  signed, then * or / and a signed, any number of times
    signed   =  − signed,  or + signed,  or power
    power    =  atom,  or atom ^ signed
    atom     =  number,  or x,  or pi,  or e,  or ( sum ),  or name ( sum, … )

So −x² is −(x²), 2^−x is allowed, and a^b^c is a^(b^c). 2x is not read: write 2 * x.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NoReturn, get_args

from core.dual import FUNCTIONS
from core.errors import ExpressionError
from core.expression_tree import Call, Constant, Negative, Node, Number, Operation, Sign, X

LONGEST = 6000  # characters: enough for MOST_PARTS of the longest numbers
MOST_PARTS = 200  # numbers, names and signs; this also bounds how high a tree can be
DEEPEST = 50  # brackets, signs and powers that wait for what is within them

CONSTANTS = MappingProxyType({"pi": math.pi, "e": math.e})
OTHER_NAMES = MappingProxyType({"π": "pi", "ln": "log", "atan": "arctan", "sgn": "sign"})
OTHER_SIGNS = MappingProxyType(
    {"**": "^", "−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "∙": "*", "∗": "*", "÷": "/", "∕": "/"}
)
_KNOWN = ("x", *CONSTANTS, *FUNCTIONS, *OTHER_NAMES)
_NAME_COMPARED = 30  # letters of an unknown name that are looked at

_PART = re.compile(
    r"(?P<number>[0-9.]+(?:[eE][-+−]?[0-9]+)?)|(?P<name>[A-Za-zπ_][A-Za-zπ_0-9]*)"
    r"|(?P<sign>\*\*|[-+*/^(),−–×·⋅∙∗÷∕])|(?P<other>\S)"
)
_VALID_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_ALIKE = ("<wide>", "<narrow>", "<font>")  # １ and 𝑥 are 1 and x in another face; ² is not 2

Kind = Literal["number", "name", "sign", "other", "end"]


@dataclass(frozen=True)
class Part:
    """A number, a name or a sign, with the place where it begins in the typed text."""

    kind: Kind
    text: str  # as it is read
    typed: str
    position: int


def tree_of(text: str) -> Node:
    """The tree that a text stands for. Raises ExpressionError, and nothing else, whatever the text."""
    if len(text) > LONGEST:
        raise ExpressionError("too-long", LONGEST, what="characters", limit=LONGEST)
    parts = _parts(text)
    if len(parts) == 1:
        raise ExpressionError("empty", 0)
    return _Reader(parts).everything()


def _parts(text: str) -> list[Part]:
    """The text cut up, and an end."""
    plain = "".join(map(_plain, text))  # letter for letter, so that places stay the same
    parts: list[Part] = []
    for match in _PART.finditer(plain):
        if len(parts) == MOST_PARTS:
            raise ExpressionError("too-long", match.start(), what="parts", limit=MOST_PARTS)
        read = OTHER_SIGNS.get(match[0], OTHER_NAMES.get(match[0], match[0]))
        kind = next(kind for kind in get_args(Kind) if match.groupdict().get(kind) is not None)
        parts.append(Part(kind, read, text[match.start() : match.end()], match.start()))
    return [*parts, Part("end", "", "", len(text))]


def _plain(letter: str) -> str:
    """A full-width or mathematical letter as the ordinary one."""
    if unicodedata.decomposition(letter).startswith(_ALIKE):
        plain = unicodedata.normalize("NFKC", letter)
        return plain if len(plain) == 1 else letter
    return letter


class _Reader:
    """Goes through the parts from left to right, one method for each line of the grammar."""

    def __init__(self, parts: list[Part]) -> None:
        self._parts = parts
        self._place = 0
        self._open: list[int] = []  # the places of the brackets that are open
        self._depth = 0

    def everything(self) -> Node:
        node = self._sum()
        if self._next.kind != "end":
            self._refuse()
        return node

    def _sum(self) -> Node:
        node = self._product()
        while sign := self._sign("+", "-"):
            node = Operation(sign, node, self._product())
        return node

    def _product(self) -> Node:
        node = self._signed()
        while sign := self._sign("*", "/"):
            node = Operation(sign, node, self._signed())
        return node

    def _signed(self) -> Node:
        sign = self._sign("+", "-")
        if sign is None:
            return self._power()
        self._deeper()
        node = self._signed()
        self._depth -= 1
        return Negative(node) if sign == "-" else node

    def _power(self) -> Node:
        base = self._atom()
        if self._sign("^") is None:
            return base
        self._deeper()
        exponent = self._signed()
        self._depth -= 1
        return Operation("^", base, exponent)

    def _atom(self) -> Node:
        part = self._next
        if part.kind == "number":
            return self._number()
        if part.kind == "name":
            return self._name()
        if part.text != "(":
            self._refuse()
        return self._bracket()[0]

    def _number(self) -> Number:
        part = self._take()
        text = part.text.replace("−", "-")
        value = float(text) if _VALID_NUMBER.fullmatch(text) else math.inf
        if math.isinf(value):
            raise ExpressionError("number", part.position, got=part.typed)
        return Number(value)

    def _name(self) -> Node:
        part = self._take()
        if part.text == "x":
            return X()
        if part.text in CONSTANTS:
            return Constant(part.text)
        if part.text not in FUNCTIONS:
            raise ExpressionError(
                "unknown-name", part.position, name=part.typed, suggestion=_closest(part.text)
            )
        if self._next.text != "(":
            self._refuse(missing="(")
        arguments = self._bracket(part)
        return Call(part.text, arguments)

    def _bracket(self, function: Part | None = None) -> tuple[Node, ...]:
        """What stands in a bracket: one thing, or as many as the function takes."""
        self._deeper()
        self._open.append(self._take().position)
        wanted = FUNCTIONS[function.text].arguments if function else 1
        found: list[Node] = []
        if not function or self._next.text != ")":
            found.append(self._sum())
            while function and self._next.text == ",":
                self._take()
                found.append(self._sum())
        if self._next.text != ")":
            self._refuse()
        if function and len(found) != wanted:
            raise ExpressionError(
                "arguments", function.position, name=function.text, got=len(found), expected=wanted
            )
        self._take()
        self._open.pop()
        self._depth -= 1
        return tuple(found)

    @property
    def _next(self) -> Part:
        return self._parts[self._place]

    def _take(self) -> Part:
        part = self._next
        self._place += 1
        return part

    def _sign(self, *wanted: Sign) -> Sign | None:
        """The next sign, taken, if it is one of these."""
        for sign in wanted:
            if self._next.text == sign:
                self._take()
                return sign
        return None

    def _deeper(self) -> None:
        """One more thing waits for what is within it. It is what was read last, or is read next."""
        if self._depth == DEEPEST:
            raise ExpressionError("too-deep", self._next.position, limit=DEEPEST)
        self._depth += 1

    def _refuse(self, missing: str | None = None) -> NoReturn:
        """The next part cannot stand there."""
        part = self._next
        if part.kind == "end" and self._open and missing is None:
            raise ExpressionError("unclosed", self._open[-1])
        before = self._parts[self._place - 1] if self._place else None
        after_value = before is not None and (before.kind in ("number", "name") or before.text == ")")
        if missing is None and after_value and (part.kind in ("number", "name") or part.text == "("):
            missing = "*"  # 2x, x(x + 1)
        raise ExpressionError("unexpected", part.position, got=part.typed, missing=missing)


def _closest(name: str) -> str | None:
    """The known name that an unknown one may stand for: sin for sn, x for X."""
    import difflib  # only a mistake needs it

    close = difflib.get_close_matches(name.lower()[:_NAME_COMPARED], _KNOWN, n=1)
    return close[0] if close else None
