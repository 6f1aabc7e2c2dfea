"""What is wrong with a function that somebody typed: where, and what to write instead."""

import unicodedata

from PySide6.QtCore import QCoreApplication

from core.errors import ExpressionError

translate = QCoreApplication.translate

_SHOWN = 16  # letters of what was typed


def expression_sentence(error: ExpressionError) -> str:
    """One sentence. Places are counted from 1, as people do."""
    values = {name: _shown(value) for name, value in error.values.items()}
    values["place"] = str(error.position + 1)
    return _sentence(error).format_map(values)


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _sentence(error: ExpressionError) -> str:
    match error.problem:
        case "unexpected":
            return _unexpected(error)
        case "unknown-name":
            return _unknown_name(error)
        case "arguments":
            return _arguments(error)
        case "empty":
            return translate("expressions", "Type a function of x, for example x * tanh(x).")
        case "unclosed":
            return translate(
                "expressions", "The bracket at place {place} is still open: close it with “)” where it ends."
            )
        case "number":
            return translate(
                "expressions",
                "“{got}” at place {place} is no number that can be used: write 0.5, 3 or 1e-4, below 1e308.",
            )
        case "too-long":
            return _too_long(error)
        case "too-deep":
            return translate(
                "expressions",
                "From place {place} on, more than {limit} brackets, signs or powers lie within each other: "
                "write it flatter.",
            )


def _unexpected(error: ExpressionError) -> str:
    got, missing = error.values.get("got"), error.values.get("missing")
    if missing == "*":
        return translate(
            "expressions",
            "A sign is missing before “{got}” at place {place}: to multiply, write “*”, as in 2 * x.",
        )
    if missing:
        return translate(
            "expressions",
            "After the name of a function comes its bracket: write “(” at place {place}, as in sin(x).",
        )
    if not got:
        return translate(
            "expressions",
            "Something is missing at the end: go on with x, a number or a function.",
        )
    if isinstance(got, str) and unicodedata.name(got[0], "").startswith("HANGUL"):
        return translate(
            "expressions",
            "“{got}” at place {place} is a Korean letter: switch the keyboard to English, and write x or a "
            "function such as exp.",
        )
    if isinstance(got, str) and got in "²³":
        return translate(
            "expressions", "“{got}” at place {place} is not read as a power: write “^”, as in x^2 or x^3."
        )
    if got == ")":
        return translate(
            "expressions",
            "The bracket “)” at place {place} closes nothing, or has nothing before it: take it away, or "
            "write what is missing.",
        )
    if got == ",":
        return translate(
            "expressions",
            "The comma at place {place} does not belong there: write decimals with a point, as in 0.5; only "
            "max and min take two things.",
        )
    return translate(
        "expressions",
        "“{got}” at place {place} cannot stand there: use numbers, x, + - * / ^, brackets, and functions "
        "such as exp.",
    )


def _unknown_name(error: ExpressionError) -> str:
    if error.values.get("suggestion"):
        return translate(
            "expressions", "“{name}” at place {place} is not known here: did you mean {suggestion}?"
        )
    return translate(
        "expressions",
        "“{name}” at place {place} is not known here: use x, pi, e, or functions such as exp, log, sin, tanh "
        "and max.",
    )


def _arguments(error: ExpressionError) -> str:
    if error.values.get("expected") == 2:
        return translate(
            "expressions",
            "{name} at place {place} takes two things, not {got}: write them with a comma, as in "
            "{name}(x, 0).",
        )
    return translate("expressions", "{name} at place {place} takes one thing, not {got}: write {name}(x).")


def _too_long(error: ExpressionError) -> str:
    if error.values.get("what") == "characters":
        return translate("expressions", "This is too long: {limit} letters are the most. Write it shorter.")
    return translate(
        "expressions",
        "This is too long: {limit} numbers, names and signs are the most, which is up to place {place}.",
    )
