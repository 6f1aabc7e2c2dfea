"""What is said of gradients through depth: words with a sign, the table's cells, and a sentence."""

import math

from PySide6.QtCore import QCoreApplication

from core.functions import activation_of
from core.landing import steepest
from gui.panels.activation_curves.depth_model import (
    EXAMPLES,
    UNITS,
    Flows,
    Passage,
    Verdict,
    passage,
    verdict,
)
from gui.panels.activation_curves.layers_looks import three_digits
from gui.panels.activation_curves.texts import name, percent

translate = QCoreApplication.translate

_LEAST_SHARE = 0.001


def word(verdict: Verdict) -> str:
    """With a sign of its own, so that it is not told by colour alone."""
    return {
        "nothing": translate("activation_curves", "∅ is 0"),
        "vanishes": translate("activation_curves", "▼ vanishes"),
        "fades": translate("activation_curves", "↘ fades"),
        "lives": translate("activation_curves", "● lives"),
        "grows": translate("activation_curves", "↗ grows"),
        "explodes": translate("activation_curves", "▲ explodes"),
        "nowhere": translate("activation_curves", "✕ no number"),
    }[verdict.word]


def scale_name(scale: str) -> str:
    return {
        "xavier": translate("activation_curves", "Weights: Xavier"),
        "he": translate("activation_curves", "Weights: He"),
        "0.01": translate("activation_curves", "Weights: 0.01"),
        "1": translate("activation_curves", "Weights: 1"),
    }[scale]


def scale_about(scale: str) -> str:
    """What it means, with its number."""
    about = {
        "xavier": translate("activation_curves", "Xavier: σ = √(1/n) = {s}, made for sigmoid and tanh."),
        "he": translate("activation_curves", "He: σ = √(2/n) = {s}, made for ReLU."),
        "0.01": translate("activation_curves", "All weights near 0: σ = {s}."),
        "1": translate("activation_curves", "Large weights: σ = {s}."),
    }[scale]
    deviation = {"xavier": math.sqrt(1 / UNITS), "he": math.sqrt(2 / UNITS), "0.01": 0.01, "1": 1.0}[scale]
    return about.format(s=three_digits(deviation))


def hint() -> str:
    return translate(
        "activation_curves", "{units} units in every layer, {examples} examples, no biases"
    ).format(units=UNITS, examples=EXAMPLES)


# The table


def heads(back: int) -> tuple[str, ...]:
    """Of the columns: for all layers, or at the one after which the gradient has gone through `back`."""
    if back:
        return (
            translate("activation_curves", "gradient"),
            translate("activation_curves", "× here"),
            translate("activation_curves", "size of h′"),
            translate("activation_curves", "dead"),
            translate("activation_curves", "saturated"),
            translate("activation_curves", "signal"),
        )
    return (
        translate("activation_curves", "left over"),
        translate("activation_curves", "× a layer"),
        translate("activation_curves", "< 1e−6"),
        translate("activation_curves", "dead"),
        translate("activation_curves", "saturated"),
        "",
    )


def heads_about(back: int) -> tuple[str, ...]:
    if back:
        return (
            translate("activation_curves", "Size of the gradient that has gone back through this layer"),
            translate("activation_curves", "What this layer multiplied the gradient by"),
            translate(
                "activation_curves",
                "Root mean square of h′ in this layer; times the spread of the weights, σ·√n, "
                "it is about what the gradient is multiplied by",
            ),
            translate("activation_curves", "Share of this layer's units whose slope is 0 for every example"),
            translate(
                "activation_curves", "Share of this layer's sums whose slope is below 1 % of the greatest"
            ),
            translate("activation_curves", "Size of what comes out of this layer on the way forward"),
        )
    return (
        translate("activation_curves", "Size of the gradient that is left before the first layer"),
        translate("activation_curves", "What each layer multiplies the gradient by, on average"),
        translate("activation_curves", "After how many layers the gradient is below one millionth"),
        translate(
            "activation_curves", "Share of all units whose slope is 0 for every example: they learn no more"
        ),
        translate("activation_curves", "Share of all sums whose slope is below 1 % of the greatest"),
        translate("activation_curves", "What becomes of the gradient"),
    )  # fmt: skip


def cells(flows: Flows, key: str, back: int) -> tuple[str, ...]:
    """One function's row."""
    if back:
        return _cells_at(passage(flows[key], back))
    found = verdict(flows[key])
    below = (
        translate("activation_curves", "after {layers}").format(layers=found.below)
        if found.below is not None
        else "–"
        if found.word == "nowhere"
        else translate("activation_curves", "never")
    )
    return (
        three_digits(found.left),
        three_digits(found.factor),
        below,
        share(found.dead),
        share(found.saturated),
        word(found),
    )


def _cells_at(at: Passage) -> tuple[str, ...]:
    return (
        three_digits(at.gradient),
        "–" if math.isnan(at.factor) else three_digits(at.factor),
        three_digits(at.slope),
        share(at.dead),
        share(at.saturated),
        three_digits(at.signal),
    )


def share(part: float) -> str:
    if 0 < part < _LEAST_SHARE:
        return "< 0.1 %"
    return percent(part) if part else "0"


def why(flows: Flows, key: str, back: int) -> str:
    """For the hover of a row: every digit, and why."""
    if back:
        at = passage(flows[key], back)
        return translate(
            "activation_curves",
            "{name}, layer {layer}: size of h′ {slope} × spread of the weights {spread} = {product}; "
            "the gradient was multiplied by {factor} and is {gradient}.",
        ).format(
            name=name(key), layer=at.layer, slope=three_digits(at.slope), spread=three_digits(at.spread),
            product=three_digits(at.slope * at.spread), factor=three_digits(at.factor),
            gradient=at.gradient,
        )  # fmt: skip
    found = verdict(flows[key])
    return translate("activation_curves", "{name}: {left} of the gradient is left, {factor} a layer.").format(
        name=name(key), left=found.left, factor=found.factor
    )


# The sentence


def sentence(flows: Flows) -> str:
    """What these numbers say: the one that loses most, the one that grows most, and one that lives."""
    if not flows:
        return translate("activation_curves", "Tick a function to send a gradient back through it.")
    every = {key: verdict(each) for key, each in flows.items()}
    lost = [key for key, found in every.items() if found.word == "nowhere"]
    verdicts = {key: found for key, found in every.items() if key not in lost}
    return " ".join(text for text in (*_of_numbers(verdicts), _of_lost(lost)) if text)


def _of_numbers(verdicts: dict[str, Verdict]) -> list[str]:
    """Of those whose gradients are numbers, or were before they grew too large."""
    if not verdicts:
        return []
    lowest = min(verdicts, key=lambda key: _order(verdicts[key].left))
    highest = max(verdicts, key=lambda key: _order(verdicts[key].left))
    said = [_of_low(lowest, verdicts[lowest])]
    if verdicts[highest].word in ("explodes", "grows"):
        said.append(_of_high(highest, verdicts[highest]))
    living = [key for key, found in verdicts.items() if found.word == "lives" and key != lowest]
    dying = max(verdicts, key=lambda key: verdicts[key].dead)
    said.append(_of_living(living))
    if verdicts[dying].dead > 0 and verdicts[dying].word != "nothing":
        said.append(
            translate("activation_curves", "Of {name}, {share} of the units are dead.").format(
                name=name(dying), share=share(verdicts[dying].dead)
            )
        )
    return said


def _order(left: float) -> float:
    return math.inf if math.isnan(left) else left


def _of_low(key: str, found: Verdict) -> str:
    most = three_digits(steepest(activation_of(key)).slope)
    called = name(key)
    if found.word == "nothing" and found.below == 1:
        return translate(
            "activation_curves", "{name} has the slope {most} wherever signals land: nothing gets through it."
        ).format(name=called, most="0")
    if found.below is not None:
        return translate(
            "activation_curves",
            "The slope of {name} is at most {most}. Times the weights, layer after layer, less than one "
            "millionth is left after {layers} layers.",
        ).format(name=called, most=most, layers=found.below)
    if found.word == "fades":
        return translate(
            "activation_curves",
            "The slope of {name} is at most {most}; {left} of the gradient is left. Make it deeper.",
        ).format(name=called, most=most, left=three_digits(found.left))
    return ""


def _of_high(key: str, found: Verdict) -> str:
    if found.beyond is not None:
        return translate(
            "activation_curves", "Through {name} it grows beyond all floats, at layer {layers} from the end."
        ).format(name=name(key), layers=found.beyond)
    return translate(
        "activation_curves",
        "{name} multiplies the gradient by {factor} at every layer: at the first it is {left}.",
    ).format(name=name(key), factor=three_digits(found.factor), left=three_digits(found.left))


def _of_lost(lost: list[str]) -> str:
    if not lost:
        return ""
    return translate(
        "activation_curves",
        "{names}: some sums land where there is no value; that is nan, and all that follows is nan, too.",
    ).format(names=", ".join(name(key) for key in lost))


def _of_living(living: list[str]) -> str:
    if not living:
        return ""
    return translate("activation_curves", "It gets through {names}.").format(
        names=", ".join(name(key) for key in living)
    )
