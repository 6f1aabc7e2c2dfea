"""Every activation by its key: those of the registry, and those that somebody typed.

A typed function is its own key: "typed:x * tanh(x)". So whatever keeps a key keeps the function.
"""

from functools import lru_cache

from core.activations import ACTIVATIONS, Activation
from core.errors import ValueRangeError

TYPED = "typed:"  # begins the key of a function that somebody typed; its text follows


def typed_key(text: str) -> str:
    """The key of a typed function: the same for texts that mean the same, such as x*x and (x * x).

    Raises ExpressionError as `parse` does.
    """
    from core.expression import parse  # only who types needs the grammar

    return TYPED + parse(text).text


@lru_cache(maxsize=256)
def activation_of(key: str) -> Activation:
    """The activation with this key: one of the registry, or the typed function that the key itself spells.

    Raises ValueRangeError where it is neither, and ExpressionError where what was typed cannot be read.
    """
    if key.startswith(TYPED):
        from core.expression import as_activation

        text = key.removeprefix(TYPED)
        return as_activation(text, key, text)
    if key not in ACTIVATIONS:
        raise ValueRangeError("activation", got=key, expected=", ".join(ACTIVATIONS))
    return ACTIVATIONS[key]
