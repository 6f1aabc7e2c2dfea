"""What activation functions are called on screen, in every panel that offers them."""

from PySide6.QtCore import QCoreApplication

from core.functions import TYPED

translate = QCoreApplication.translate


def function_name(key: str) -> str:
    """The name of a function of the registry; of the learner's own, what was typed."""
    if key.startswith(TYPED):
        return key.removeprefix(TYPED)
    return {
        "step": translate("functions", "Step"),
        "sigmoid": translate("functions", "Sigmoid"),
        "tanh": "tanh",
        "relu": "ReLU",
        "leaky_relu": "Leaky ReLU",
        "softplus": "Softplus",
        "gelu": "GELU",
        "identity": translate("functions", "Identity"),
        "softmax": "Softmax",
    }.get(key, key)


def short_function_name(key: str, most: int = 24) -> str:
    """The name with at most so many letters."""
    name = function_name(key)
    return name if len(name) <= most else f"{name[: most - 1]}…"
