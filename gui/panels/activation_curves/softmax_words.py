"""What the softmax bench says: sentences that answer to what was just done, with its numbers."""

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.panels.activation_curves.softmax_model import DTYPES, Results, limit, ranks
from gui.panels.activation_curves.softmax_numbers import score_text
from gui.panels.activation_curves.softmax_timing import Timing
from gui.widgets.text import MINUS, short_number

translate = QCoreApplication.translate


def small(number: float) -> str:
    """A difference: 0, 1.1e−16, 0.25."""
    return f"{number:.2g}".replace("e-0", "e-").replace("-", MINUS)


def largest_number(dtype: str) -> str:
    """The largest of a float type: 65504, 3.4e38, 1.8e308."""
    number = float(np.finfo(dtype).max)
    return f"{number:.5g}" if number < 1e6 else f"{number:.2g}".replace("e+", "e")


def status(results: Results) -> str:
    """What became of the two formulas, and why."""
    if not results.all_fit:
        return _does_not_fit(results)
    if not results.naive.survived:
        return _broken(results)
    dtype = results.bench.dtype
    if results.gap > 1e-2:
        return translate(
            "activation_curves",
            "No warning, yet the two differ by {gap}: all terms are nearly too small for {dtype}, "
            "and few digits of them are left.",
        ).format(gap=small(results.gap), dtype=dtype)
    if results.bench.constant and results.scores.max() == 0:
        return translate(
            "activation_curves",
            "The largest score is 0 now and its term e⁰ = 1: nothing can overflow. "
            "That is all that the safe formula does, for any scores.",
        )
    return translate(
        "activation_curves", "Every term fits into {dtype}. The two formulas differ by no more than {gap}."
    ).format(dtype=dtype, gap=small(results.gap))


def _does_not_fit(results: Results) -> str:
    bench = results.bench
    lost = [k for k, shown in enumerate(results.shown) if not math.isfinite(shown)]
    if not lost:
        return translate(
            "activation_curves",
            "With this constant, scores are more than {dtype} can hold ({most}), and become inf. "
            "From inf no formula comes back.",
        ).format(dtype=bench.dtype, most=largest_number(bench.dtype))
    return translate(
        "activation_curves",
        "{score} is more than {dtype} can hold ({most}) and becomes inf before any formula sees it. "
        "inf − inf is no number, so the safe formula breaks, too: choose a larger type.",
    ).format(score=score_text(bench.scores[lost[0]]), dtype=bench.dtype, most=largest_number(bench.dtype))


def _broken(results: Results) -> str:
    dtype, most = results.bench.dtype, largest_number(results.bench.dtype)
    if np.isinf(results.naive.exponentials).any():
        worst = score_text(float(results.scores.max()))
        return translate(
            "activation_curves",
            "exp({score}) is more than {dtype} can hold ({most}) and becomes inf; inf / inf is no number. "
            "Softmax asks for differences only, so take the largest score away: press Repair.",
        ).format(score=worst, dtype=dtype, most=most)
    if np.isinf(results.naive.total):
        return translate(
            "activation_curves",
            "Each term fits, but their sum is more than {dtype} can hold ({most}) and becomes inf: "
            "every probability becomes 0.",
        ).format(dtype=dtype, most=most)
    return translate(
        "activation_curves",
        "Every term is too small for {dtype} and becomes 0; 0 / 0 is no number. Press Repair: "
        "with the largest score at 0, one term at least is 1.",
    ).format(dtype=dtype)


def warning(results: Results) -> str:
    """NumPy's own words."""
    return "\n".join(f"RuntimeWarning: {each}" for each in results.naive.warnings)


def limits(chosen: str) -> str:
    """As rich text: that of the chosen type is bold. Cut rather than rounded, so that it does survive."""
    places = []
    for dtype in DTYPES:
        text = f"{dtype} {math.floor(100 * limit(dtype)) / 100:.2f}"
        places.append(f"<b>{text}</b>" if dtype == chosen else text)
    return translate("activation_curves", "The largest score that it survives: {limits}").format(
        limits=" · ".join(places)
    )


def limits_whole() -> str:
    """For the hover: every digit."""
    return "\n".join(f"{dtype}: {limit(dtype)!r}" for dtype in DTYPES)


def constant(results: Results) -> str:
    bench = results.bench
    if bench.constant == 0:
        return translate("activation_curves", "Add a constant to every score, and see what changes.")
    if not math.isfinite(results.change):
        return translate("activation_curves", "{dtype} cannot hold that.").format(dtype=bench.dtype)
    if results.change == 0:
        return translate("activation_curves", "Greatest change of a probability: 0. Nothing has moved.")
    apart = float(np.spacing(np.abs(results.scores).max()))
    return translate(
        "activation_curves",
        "Greatest change of a probability: {change}, by rounding: {dtype} goes in steps of {step} there.",
    ).format(change=small(results.change), dtype=bench.dtype, step=small(apart))


def temperature(results: Results) -> str:
    bench, y = results.bench, results.safe.probabilities
    if bench.temperature == 1:
        return translate("activation_curves", "Divide every score: below 1 sharper, above 1 more even.")
    if not np.isfinite(y).all():
        return ""
    text = (
        translate("activation_curves", "Sharper: the largest has {now} instead of {before}.")
        if bench.temperature < 1
        else translate("activation_curves", "More even: the largest has {now} instead of {before}.")
    ).format(now=_probability(float(y.max())), before=_probability(results.largest_at_1))
    return f"{text} {order(results)}"


def _probability(y: float) -> str:
    """What is not quite 1 does not look as if it were."""
    return short_number(y) if y < 0.9995 else f"{y:.9g}"


def order(results: Results) -> str:
    """Does the ranking stay?"""
    ours, theirs = ranks(results.scores), ranks(results.safe.probabilities)
    if ours == theirs:
        return translate("activation_curves", "The order stays.")
    return translate(
        "activation_curves", "The order stays, but what {dtype} can no longer tell apart shares a place."
    ).format(dtype=results.bench.dtype)


def total_tip(total: str, dtype: str) -> str:
    return translate("activation_curves", "The sum of these numbers in {dtype}: {total}").format(
        dtype=dtype, total=total
    )


def left_out(results: Results, timing: Timing | None) -> str:
    """What it is to leave softmax out."""
    text = translate(
        "activation_curves", "The largest score is the largest probability: class {k} either way."
    )
    parts = [text.format(k=results.largest)]
    if timing is not None:
        parts.append(
            translate(
                "activation_curves",
                "{rows} rows of {classes} scores: {slow} µs with softmax, {fast} µs without, "
                "{ratio} times as fast; {same} of {rows} classes the same.",
            ).format(
                rows=timing.rows,
                classes=timing.classes,
                slow=f"{timing.with_softmax:.1f}",
                fast=f"{timing.without:.1f}",
                ratio=f"{timing.ratio:.1f}",
                same=timing.same,
            )
        )
    return " ".join(parts)


def in_one_line(results: Results, timing: Timing | None) -> str:
    """What is most worth saying, where there is room for one line."""
    bench = results.bench
    if bench.without:
        return left_out(results, timing)
    if not results.naive.survived:
        return " · ".join(results.naive.warnings) or status(results)
    if bench.constant:
        return constant(results)
    return temperature(results) if bench.temperature != 1 else status(results)


def nothing_to_overflow(results: Results) -> str:
    return translate(
        "activation_curves",
        "Without softmax there is no exp, and nothing can overflow: argmax a = {k}. "
        "It is left out when a network is used, and needed when it learns.",
    ).format(k=results.largest)


def refused(text: str) -> str:
    return translate("activation_curves", "“{text}” is no finite number. 1010, −3.5e4 and 0.25 are.").format(
        text=text[:20]
    )
