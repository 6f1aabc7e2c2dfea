"""What the output page says: which function fits a task and why, with the numbers of the moment."""

from PySide6.QtCore import QCoreApplication

from core.shapes import Array
from gui.panels.activation_curves import texts
from gui.panels.activation_curves.output_model import FITTING, Output, leaders, made
from gui.panels.activation_curves.softmax_numbers import score_text
from gui.panels.activation_curves.softmax_words import small
from gui.widgets.text import number_text, short_number

translate = QCoreApplication.translate


def task(key: str) -> str:
    return {
        "regression": translate("activation_curves", "A number"),
        "two": translate("activation_curves", "One of two"),
        "many": translate("activation_curves", "One of many"),
    }[key]


def task_hint(key: str) -> str:
    return {
        "regression": translate("activation_curves", "Regression: the answer is a number, of any size"),
        "two": translate("activation_curves", "Two classes: the answer is yes or no"),
        "many": translate("activation_curves", "Many classes: the answer is one of them"),
    }[key]


def question(key: str) -> str:
    """What the book calls such a task, and one of them."""
    return {
        "regression": translate("activation_curves", "Regression: how warm will it be tomorrow, in °C?"),
        "two": translate("activation_curves", "Two classes: is there a cat in the picture, or a dog?"),
        "many": translate("activation_curves", "Many classes: which digit is it?"),
    }[key]


def rows(key: str) -> tuple[str, ...]:
    return {
        "regression": (
            translate("activation_curves", "Morning"),
            translate("activation_curves", "Noon"),
            translate("activation_curves", "Evening"),
        ),
        "two": (translate("activation_curves", "Cat"), translate("activation_curves", "Dog")),
        "many": tuple("0123456789"),
    }[key]


def number(value: float) -> str:
    """A probability to read: 0.818, and what is not quite 0 in powers of ten."""
    return number_text(value)


def why(output: Output, key: str) -> str:
    """One sentence: why this function fits the task, or what is wrong with it."""
    say = {"regression": _why_number, "two": _why_two, "many": _why_many}[output.task]
    return say(output, key, made(output, key))


def _why_number(output: Output, key: str, y: Array) -> str:
    first, _ = leaders(output)
    score = score_text(output.scores[first])
    if key == "identity":
        return translate("activation_curves", "{score} °C stays {score} °C: any number can come out.").format(
            score=score
        )
    if key == "sigmoid":
        return translate(
            "activation_curves", "{score} °C becomes {value}. Nothing above 1 can ever come out."
        ).format(score=score, value=number(float(y[first])))
    return translate(
        "activation_curves",
        "Temperatures become shares of 1: {name} {value}. Were it warmer then, it would have to be "
        "colder at the other times.",
    ).format(name=rows(output.task)[first], value=number(float(y[first])))


def _why_two(output: Output, key: str, y: Array) -> str:
    cat, dog = (number(float(each)) for each in y)
    score = score_text(output.own[0])
    if key == "identity":
        return translate(
            "activation_curves", "The score {score} is no probability: how sure would that be?"
        ).format(score=score)
    if key == "sigmoid":
        return translate(
            "activation_curves",
            "One number is enough: {cat} for the cat leaves 1 − {cat} = {dog} for the dog.",
        ).format(cat=cat, dog=dog)
    gap = abs(float(y[0] - made(output, "sigmoid")[0]))
    return translate(
        "activation_curves",
        "softmax({score}, 0) = {cat} is sigmoid({score}) = {other} (difference {gap}), with one output more.",
    ).format(score=score, cat=cat, other=number(float(made(output, "sigmoid")[0])), gap=small(gap))


def _why_many(output: Output, key: str, y: Array) -> str:
    first, _ = leaders(output)
    digit = rows(output.task)[first]
    if key == "identity":
        return translate(
            "activation_curves",
            "{name} has the largest score, {score}: enough to choose, but not to say how sure.",
        ).format(name=digit, score=score_text(output.scores[first]))
    if key == "sigmoid":
        return translate(
            "activation_curves",
            "The ten sum to {sum}, so they are no shares: each digit is judged as if it were alone.",
        ).format(sum=short_number(float(y.sum()), 2))
    return translate(
        "activation_curves", "Shares that sum to {sum}: {name} has {value} of all belief."
    ).format(name=digit, value=number(float(y[first])), sum=short_number(float(y.sum()), 6))


def verdict(output: Output, key: str) -> str:
    """A word, with a sign."""
    if key == FITTING[output.task]:
        return translate("activation_curves", "✓ fits")
    if output.task == "two" and key == "softmax":
        return translate("activation_curves", "= the same")
    return translate("activation_curves", "✕ does not fit")


def against_one_hot(output: Output) -> str:
    """What is lost when only the largest is kept."""
    if output.task == "regression":
        return ""
    first, second = leaders(output)
    y = made(output, "softmax")
    names = rows(output.task)
    lead = float(y[first] - y[second])
    text = translate(
        "activation_curves",
        "One-hot says {first} and nothing else. Softmax says how sure: {first} ({p}), then {second} ({q}).",
    ).format(first=names[first], second=names[second], p=number(float(y[first])), q=number(float(y[second])))
    if lead < 0.2:
        return (
            text
            + " "
            + translate("activation_curves", "The lead is only {lead}, and one-hot does not show it.").format(
                lead=number(lead)
            )
        )
    return text


def name(key: str) -> str:
    """Of a function. Softmax works on a whole row of scores here, and not on (x, 0) as among the curves."""
    return translate("activation_curves", "Softmax") if key == "softmax" else texts.name(key)
