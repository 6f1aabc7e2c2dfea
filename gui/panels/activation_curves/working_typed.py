"""A typed function with a number put in for x."""

from functools import lru_cache

from core.expression import parse
from core.expression_text import latex, typed
from core.expression_tree import Call, Negative, Node, Number, Operation, X
from core.functions import TYPED
from gui.panels.activation_curves.working import CLOSE_MINUS
from gui.widgets.text import MINUS


def latex_at(key: str, x: float) -> str:
    """As LaTeX."""
    return latex(_with_number(_tree(key), x)).replace(r"\left(-", rf"\left({CLOSE_MINUS}")


def text_at(key: str, x: float) -> str:
    """As it would be typed."""
    return typed(_with_number(_tree(key), x)).replace("-", MINUS)


@lru_cache(maxsize=64)
def _tree(key: str) -> Node:
    return parse(key.removeprefix(TYPED)).tree


def _with_number(node: Node, x: float) -> Node:
    """The tree with the number in place of x."""
    match node:
        case X():
            return Number(x + 0.0) if x >= 0 else Negative(Number(-x))
        case Negative(of):
            return Negative(_with_number(of, x))
        case Operation(sign, left, right):
            return Operation(sign, _with_number(left, x), _with_number(right, x))
        case Call(name, arguments):
            return Call(name, tuple(_with_number(each, x) for each in arguments))
        case _:
            return node
