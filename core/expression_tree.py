"""What a typed function of x is made of: a tree, with numbers and x at its leaves.

`1 + 2 * x` is a sum, of 1 and of a product, of 2 and of x. All nodes are frozen, and two trees that
look the same are equal.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Sign = Literal["+", "-", "*", "/", "^"]


@dataclass(frozen=True)
class Number:
    """A number as it is typed: finite, and 0 or more. (−2 is Negative(Number(2.0)).)"""

    value: float


@dataclass(frozen=True)
class X:
    """The variable."""


@dataclass(frozen=True)
class Constant:
    """pi or e."""

    name: str


@dataclass(frozen=True)
class Negative:
    """A minus before something."""

    of: "Node"


@dataclass(frozen=True)
class Operation:
    """Two things with a sign between them."""

    sign: Sign
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Call:
    """A function of one or two things: sin(x), max(x, 0)."""

    name: str
    arguments: tuple["Node", ...]


Node: TypeAlias = Number | X | Constant | Negative | Operation | Call


def parts_of(node: Node) -> tuple[Node, ...]:
    """The nodes right below this one, from left to right."""
    match node:
        case Negative(of):
            return (of,)
        case Operation(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
    return ()


def has_x(node: Node) -> bool:
    """Does it depend on x at all? 2 * pi does not."""
    return isinstance(node, X) or any(has_x(part) for part in parts_of(node))


def one_plus_exp(node: Node) -> Node | None:
    """u where the node is 1 + exp(u), else None.

    Beyond u = 709, exp(u) is too large for a float, and the slope would be 0 times infinity. But
    log(1 + exp(u)) is softplus(u), and a / (1 + exp(u)) is a · sigmoid(−u), which have no such end.
    """
    match node:
        case Operation("+", Number(1.0), power) | Operation("+", power, Number(1.0)):
            match power:
                case Call("exp", (u,)) | Operation("^", Constant("e"), u):
                    return u
    return None
