"""What a perceptron reckons, as text: short on its card, with every digit on hover."""

import math
from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from core.circuit import Circuit, Signals, Source, Unit
from core.circuit_names import subscripted
from core.firing import Firing, is_step
from core.perceptron import weighted_sum
from gui.panels.gate_designer.design import Design
from gui.panels.gate_designer.functions import sign_of
from gui.widgets.text import MINUS, exact_text, short_number

translate = QCoreApplication.translate

_MOST_DIGITS = 12  # of a number that has to be told from another
_DECIMALS = ((9.995, 2), (99.95, 1), (9999.5, 0))  # below what, so many
_MOST_TERMS = 8  # that are tried on a card: no card has room for more


# The same few numbers are written again and again, frame after frame.
_short = lru_cache(maxsize=8192)(short_number)


def signed(value: float) -> str:
    """+0.5 and −0.5"""
    return f"{MINUS if value < 0 else '+'}{_short(abs(value))}"


def state_text(value: float, firing: Firing) -> str:
    """0 or 1 where the step decides. Else two decimals, and fewer of a large number: there is little room."""
    if is_step(firing):
        return str(int(value > 0.5))
    if not math.isfinite(value):
        return _short(value)
    for most, digits in _DECIMALS:
        if abs(value) < most:
            return f"{round(value, digits) + 0.0:.{digits}f}".replace("-", MINUS)
    mantissa, exponent = f"{value:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}".replace("-", MINUS)


def widest_value(design: Design) -> str:
    """As wide as what `state_text` writes, nearly always."""
    return "0" if design.is_step else "−0.00" if design.activation else "0.00"


def answer_text(total: float, said: float, firing: Firing) -> str:
    """What a perceptron makes of its sum: 1, 0.57, or tanh(0.3) = 0.291."""
    if not (sign := sign_of(firing)):
        return state_text(said, firing)
    return f"{sign}({_short(total)}) = {_short(said)}"


def bias_text(unit: Unit, *, as_threshold: bool) -> str:
    """b −0.7 or θ 0.7"""
    return f"θ {_short(-unit.bias + 0.0)}" if as_threshold else f"b {signed(unit.bias)}"


def weight_text(weight: float, *, as_resistor: bool) -> str:
    """+0.5; as a resistor +R 2, which is 1 / |w| in units of one's choice. No weight lets nothing through."""
    if not as_resistor:
        return signed(weight)
    resistance = _short(1 / abs(weight), 2) if weight else "∞"
    return f"{MINUS if weight < 0 else '+'}R {resistance}" if weight else f"R {resistance}"


def readings(circuit: Circuit, signals: Signals) -> dict[Source | None, float]:
    """Every signal as a number; what comes where no wire ends is 0.

    All that are nan are the same nan: so it is seen that they have not changed.
    """
    numbers = ((source, float(value)) for source, value in signals.values.items())
    found: dict[Source | None, float] = {source: x if x == x else math.nan for source, x in numbers}
    found[None] = 0.0
    return found


def total_of(unit: Unit, values: Mapping[Source | None, float], *, with_bias: bool = True) -> float:
    """The sum of a perceptron, with or without its bias."""
    inputs = [values[wire.source] for wire in unit.wires]
    return float(weighted_sum(inputs, unit.weights, unit.bias if with_bias else 0.0))  # type: ignore[arg-type]


def term_forms(unit: Unit, values: Mapping[Source | None, float], *, as_threshold: bool) -> tuple[str, ...]:
    """0.5·1 + 0.5·0 − 0.7, and shorter and shorter: 0.5·1 + … − 0.7"""
    inputs = tuple(values[wire.source] for wire in unit.wires)
    return _term_forms(unit.weights, inputs, None if as_threshold and inputs else unit.bias)


@lru_cache(maxsize=4096)
def _term_forms(weights: tuple[float, ...], inputs: tuple[float, ...], bias: float | None) -> tuple[str, ...]:
    terms = list(zip(weights, inputs, strict=True))
    end = [_next(bias, first=not terms)] if bias is not None else []
    full = [f"{_next(w, first=k == 0)}·{_short(x, 2)}" for k, (w, x) in enumerate(terms[:_MOST_TERMS])]
    whole = " ".join([*full, *end])
    forms = [whole, whole.replace(" ", "")] if len(terms) <= _MOST_TERMS else []
    forms += [" ".join([*full[:kept], "+ …", *end]) for kept in range(min(len(full), len(terms) - 1), 0, -1)]
    return (*forms, "…")


def _next(number: float, *, first: bool) -> str:
    """A number as the first or the next one of a sum."""
    if first:
        return _short(number + 0.0)
    return f"{MINUS if number < 0 else '+'} {_short(abs(number))}"


def compares_with_threshold(design: Design) -> bool:
    """Whether sums are written without the bias, to be compared with θ: only the step compares."""
    return design.as_threshold and design.is_step


def verdict(
    unit: Unit,
    total: float,
    values: Mapping[Source | None, float],
    *,
    as_threshold: bool,
    firing: Firing = 0.0,
) -> str:
    """= −0.2 ≤ 0, or with a threshold = 0.5 ≤ 0.7; where it is not the step that decides only = −0.2."""
    if not is_step(firing):
        return f"= {_short(total)}"
    compare = ">" if total > 0 else "≤"
    if not as_threshold or not unit.wires:
        return f"= {_short(total)} {compare} 0"
    reached, threshold = total_of(unit, values, with_bias=False), -unit.bias + 0.0
    for digits in range(3, _MOST_DIGITS):
        left, right = _short(reached, digits), _short(threshold, digits)
        if (left == right) == (total == 0):
            break
    return f"= {left} {compare} {right}"


def taken_as_zero(unit: Unit, signals: Signals) -> float:
    """What a computer makes of a sum that is 0: 5.55e−17 of 0.1 + 0.2 − 0.3. Mostly that is 0, too."""
    if float(signals.sums[unit.key]) != 0:
        return 0.0
    return sum(wire.weight * float(signals.values[wire.source]) for wire in unit.wires) + unit.bias


def in_full(unit: Unit, design: Design, signals: Signals) -> str:
    """Name, sum and answer with every digit, and a word on a sum that is 0 but for rounding."""
    values = readings(design.circuit, signals)
    names = design.circuit.signal_names()
    total = float(signals.sums[unit.key])
    said = values[Source(unit.key)]
    as_threshold = compares_with_threshold(design) and bool(unit.wires)
    question = f" > {'θ' if as_threshold else '0'} ?" if design.is_step else ""
    lines = [unit.name, in_letters(unit, names, as_threshold=as_threshold) + question]
    terms = " ".join(
        f"{_exact(wire.weight, first=k == 0)}·{exact_text(_plain(values[wire.source]))}"
        for k, wire in enumerate(unit.wires)
    )
    answer = state_text(said, 0.0) if design.is_step else exact_text(said)
    if sign := sign_of(design.firing):
        answer = f"{sign}({exact_text(_plain(total))}) = {answer}"
    compare = ">" if total > 0 else "≤"
    if as_threshold:
        reached = total_of(unit, values, with_bias=False)
        lines.append(f"{terms} = {exact_text(reached)} {compare} {exact_text(-unit.bias + 0.0)} → {answer}")
    else:
        terms = f"{terms} {_exact(unit.bias, first=not unit.wires)}".strip()
        compared = f" {compare} 0" if design.is_step else ""
        lines.append(f"{terms} = {exact_text(_plain(total))}{compared} → {answer}")
    if raw := taken_as_zero(unit, signals):
        lines.append(
            translate(
                "gate_designer",
                "A computer that adds these up gets {raw} for what is 0. That is a rounding error, "
                "and is taken as the 0 that it stands for.",
            ).format(raw=exact_text(raw))
        )
    return "\n".join(lines)


def weight_letter(wire: int) -> str:
    """w₁ for wire 0"""
    return subscripted(f"w{wire + 1}")


def in_letters(unit: Unit, names: Mapping[Source, str], *, as_threshold: bool) -> str:
    """w₁·x₁ + w₂·x₂ + b, with the names of the signals; without the b where it is a threshold."""
    terms = [f"{weight_letter(k)}·{names[wire.source]}" for k, wire in enumerate(unit.wires)]
    return " + ".join(terms if as_threshold and terms else [*terms, "b"])


def _exact(number: float, *, first: bool) -> str:
    if first:
        return exact_text(_plain(number))
    return f"{MINUS if number < 0 else '+'} {exact_text(_plain(abs(number)))}"


def _plain(number: float) -> float | int:
    """1.0 as 1; never −0."""
    number = number + 0.0
    return int(number) if abs(number) < 10**6 and number == int(number) else number
