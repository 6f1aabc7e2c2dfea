"""Other functions for the perceptrons of a circuit than step and sigmoid, and how they are written."""

from types import MappingProxyType

from core.activations import ACTIVATIONS
from core.errors import CoreError
from core.firing import Firing
from core.functions import TYPED, activation_of

# Those of the registry, as they are written with a sum put in, and what they make of it.
_WRITTEN = MappingProxyType(
    {
        "tanh": ("tanh", "(e^a − e^(−a)) / (e^a + e^(−a))"),
        "relu": ("ReLU", "max(0, a)"),
        "leaky_relu": ("LeakyReLU", "max(0.01·a, a)"),
        "softplus": ("softplus", "log(1 + e^a)"),
        "gelu": ("GELU", "a·Φ(a)"),
        "identity": ("h", "a"),
    }
)
_ON_THE_SLIDER = ("step", "sigmoid")
OFFERED = tuple(key for key, each in ACTIVATIONS.items() if each.elementwise and key not in _ON_THE_SLIDER)


def is_offered(key: str) -> bool:
    """Whether this is a function that a circuit can have. "" is none: then it has step or sigmoid."""
    if not key.startswith(TYPED):
        return key == "" or key in OFFERED
    try:
        activation_of(key)
    except CoreError:
        return False
    return True


def sign_of(firing: Firing) -> str:
    """What stands before the brackets with the sum: tanh, h for a typed function; "" for step and sigmoid."""
    if isinstance(firing, float | int):
        return ""
    return _WRITTEN.get(firing.key, ("h", ""))[0]


def formula_of(key: str) -> str:
    """h(a) = max(0, a); of a typed function h(x) = …, as it was typed."""
    if key.startswith(TYPED):
        return f"h(x) = {key.removeprefix(TYPED)}"
    return f"h(a) = {_WRITTEN[key][1] if key in _WRITTEN else '…'}"
