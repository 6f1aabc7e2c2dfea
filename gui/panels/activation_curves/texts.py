"""What this panel says: names of functions, and one sentence on what a place of a curve means."""

from PySide6.QtCore import QCoreApplication

from core.circuit_names import subscripted
from gui.function_names import function_name
from gui.panels.activation_curves.readings import Reading, is_typed
from gui.widgets.text import short_number

translate = QCoreApplication.translate


def name(key: str) -> str:
    return translate("activation_curves", "Softmax (x, 0)") if key == "softmax" else function_name(key)


def hint(key: str) -> str:
    """What the function does, in one sentence, for the hover."""
    if is_typed(key):
        return translate("activation_curves", "Your own function.")
    return {
        "step": translate("activation_curves", "All or nothing: the perceptron's function."),
        "sigmoid": translate("activation_curves", "A step made smooth: 0 far left, 1 far right."),
        "tanh": translate(
            "activation_curves", "Sigmoid stretched from −1 to 1, so that outputs lie around 0."
        ),
        "relu": translate("activation_curves", "What is above 0 passes, what is below is cut off."),
        "leaky_relu": translate("activation_curves", "ReLU that lets a hundredth through below 0."),
        "softplus": translate("activation_curves", "ReLU with its corner rounded. Its slope is sigmoid."),
        "gelu": translate(
            "activation_curves",
            "A ReLU that decides softly: x times Φ(x), the share of the normal curve below x.",
        ),
        "identity": translate("activation_curves", "What comes in goes out: for the output of a regression."),
        "softmax": translate(
            "activation_curves",
            "Softmax works on a whole row of scores and has no curve of its own. "
            "Shown is the first of two: softmax(x, 0). It lies exactly on sigmoid.",
        ),
    }[key]


def range_text(low: float, high: float) -> str:
    """The span of a function's outputs."""
    if low == -float("inf"):
        return translate("activation_curves", "any number")
    if high == float("inf"):
        return translate("activation_curves", "{low} and more").format(low=short_number(low))
    return translate("activation_curves", "{low} to {high}").format(
        low=short_number(low), high=short_number(high)
    )


def so_what(word: str, reading: Reading) -> str:
    """The sentence for what `model.remark` found. {share} is what comes back of an error in learning."""
    return (_of_smooth_steps() | _of_ramps() | _of_own())[word].format(share=percent(abs(reading.inner)))


def _of_smooth_steps() -> dict[str, str]:
    return {
        "step": translate(
            "activation_curves",
            "Slope 0 everywhere: nothing tells a weight which way to go, so it cannot learn by gradients.",
        ),
        "step-corner": translate(
            "activation_curves",
            "Exactly 0 does not fire; anything above does. A jump has no slope; 0 is taken.",
        ),
        "sigmoid-steep": translate(
            "activation_curves",
            "{share} of an error comes back through here, never more than 25 %: deep stacks learn slowly.",
        ),
        "tanh-steep": translate(
            "activation_curves",
            "{share} of an error comes back through here: near 0, up to four times as much as with sigmoid.",
        ),
        "between": translate(
            "activation_curves",
            "{share} of an error comes back through here. Further out it is less and less.",
        ),
        "saturated": translate(
            "activation_curves",
            "Saturated: {share} of an error comes back through here, so the weights before it hardly learn.",
        ),
        "softmax": translate(
            "activation_curves",
            "Of the scores x and 0, softmax gives the first sigmoid(x): for two classes they are the same.",
        ),
    }


def _of_ramps() -> dict[str, str]:
    return {
        "dead": translate(
            "activation_curves",
            "Dead: output 0, slope 0. As long as its sum stays below 0, this unit learns nothing.",
        ),
        "leaks": translate(
            "activation_curves",
            "Only {share} of an error comes back, but not nothing: this unit can find its way out again.",
        ),
        "passes-whole": translate(
            "activation_curves",
            "Slope 1: an error comes back whole, through however many layers. Deep networks live on that.",
        ),
        "corner": translate(
            "activation_curves",
            "A corner has no slope. The one on its left is taken; exactly 0 hardly ever happens.",
        ),
        "softplus": translate(
            "activation_curves",
            "{share} of an error comes back through here: the slope of softplus is sigmoid, never quite 0.",
        ),
        "gelu-silent": translate(
            "activation_curves", "Nearly silent: output and slope are close to 0, as with ReLU below 0."
        ),
        "gelu-falls": translate(
            "activation_curves",
            "Here the curve falls: a larger sum makes the output smaller, unlike any ReLU.",
        ),
        "gelu-bends": translate(
            "activation_curves",
            "It bends where ReLU has its corner: {share} of an error comes back here.",
        ),
        "gelu-passes": translate(
            "activation_curves", "From here on it is nearly ReLU: {share} of an error comes back."
        ),
        "identity": translate(
            "activation_curves",
            "Slope 1 everywhere. But layers that bend nothing are, all together, no more than a single one.",
        ),
    }


def _of_own() -> dict[str, str]:
    return {
        "own": translate("activation_curves", "{share} of an error comes back through here."),
        "own-flat": translate(
            "activation_curves", "Slope 0: here nothing of an error comes back, and nothing is learned."
        ),
        "own-no-slope": translate("activation_curves", "There is a value here, but no slope to learn by."),
        "own-nowhere": translate(
            "activation_curves", "No value here: a network whose sums come to this place gives nan."
        ),
    }


def percent(share: float) -> str:
    """A slope as a share: 17.8 %, 0.7 %, below 0.1 %."""
    if 0 < share < 0.001:
        return translate("activation_curves", "less than 0.1 %")
    return translate("activation_curves", "{number} %").format(number=short_number(100 * share, 1))


def percent_number(share: float) -> str:
    """The same as a number by itself: 17.8 %, < 0.1 %."""
    return f"&lt; {percent(0.001)}" if 0 < share < 0.001 else percent(share)


def sums(layer: int) -> str:
    """The letter of what goes into the activation of a layer: a₁."""
    return subscripted(f"a{layer}")


def no_value() -> str:
    return translate("activation_curves", "no value here")


def nothing_shown() -> str:
    return translate("activation_curves", "Tick a function to see its curve.")
