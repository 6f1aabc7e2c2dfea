"""What is being typed into the line for a function of one's own: a function, or what is wrong with it."""

from dataclasses import dataclass

from core.dual import FUNCTIONS
from core.errors import ExpressionError
from core.expression import Expression, parse
from core.expression_parser import CONSTANTS
from core.functions import TYPED

# What somebody might like to start from; names are those of the field, and not translated.
EXAMPLES = {
    "Swish": "x / (1 + exp(-x))",
    "Mish": "x * tanh(log(1 + exp(x)))",
    "ELU": "max(x, 0) + exp(min(x, 0)) - 1",
    "Softsign": "x / (1 + abs(x))",
    "sin x": "sin(x)",
    "x²": "x^2",
}
_NAMES = ("x", *CONSTANTS, *FUNCTIONS)


@dataclass(frozen=True)
class Typed:
    """What was typed so far: a function, or what is wrong with it."""

    text: str
    function: Expression | None = None
    error: ExpressionError | None = None

    @property
    def key(self) -> str:
        return TYPED + self.function.text if self.function is not None else ""

    @property
    def is_unfinished(self) -> bool:
        """Is it only that there is more to come? Then nobody is to be told off."""
        if self.error is None:
            return False
        end = len(self.text.rstrip())
        if self.error.problem in ("empty", "unclosed"):
            return True
        if self.error.problem == "unknown-name":
            name = str(self.error.values["name"])
            is_last = self.error.position + len(name) == end
            return is_last and any(known.startswith(name) for known in _NAMES)
        return self.error.problem == "unexpected" and self.error.position >= end


def read_typed(text: str) -> Typed:
    try:
        return Typed(text, function=parse(text))
    except ExpressionError as error:
        return Typed(text, error=error)
