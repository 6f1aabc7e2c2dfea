"""What the lesson says: the row that was looked at, what the rule did, how it ended, and why."""

import math
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from core.perceptron import MeetingHulls, Perceptron, SeparatingLine
from gui.function_names import short_function_name
from gui.panels.gate_designer.lesson import (
    Lesson,
    Look,
    Obstacle,
    Progress,
    Task,
    bound_of,
    is_zero,
    parts_of_proof,
)
from gui.widgets.text import MINUS, exact_text, point_text, short_number

translate = QCoreApplication.translate

_LARGEST_PART = 60  # a share is written as a fraction if its lower number is no larger
_POINT, _LINE, _PLANE = 1, 2, 3  # what parts the points of so many inputs


def obstacle_text(obstacle: Obstacle) -> str:
    """Why nobody can learn here, and what to do."""
    match obstacle:
        case "nobody":
            return translate("gate_designer", "Select a perceptron that reads inputs, and it can learn.")
        case "no-wires":
            return translate(
                "gate_designer",
                "This perceptron has no wires. Lead inputs into it, or select one that reads inputs.",
            )
        case "deeper":
            return translate(
                "gate_designer",
                "This perceptron listens to other perceptrons, and the rule does not say what those should "
                "have said. Select a perceptron that reads inputs only.",
            )
        case "twice":
            return translate(
                "gate_designer",
                "Two wires bring this perceptron the same input, so they would learn the same. Take one of "
                "them away, or select another perceptron.",
            )
        case "no-goals":
            return translate("gate_designer", "There is nothing to aim at yet. Set goals in the truth table.")


def rule_text(activation: str) -> str:
    """Where the perceptrons have another function: that the rule does without it."""
    if not activation:
        return ""
    return translate(
        "gate_designer", "The rule learns with the step, whatever the circuit fires with: here, {function}."
    ).format(function=short_function_name(activation))


def rounds_text(count: int) -> str:
    if count == 1:
        return translate("gate_designer", "1 round")
    return translate("gate_designer", "{count} rounds").format(count=count)


def corrections_text(count: int) -> str:
    if count == 1:
        return translate("gate_designer", "1 correction")
    return translate("gate_designer", "{count} corrections").format(count=count)


# Where it is


def before_text(unit: str, output: str, wrong: int, rows: int) -> str:
    """Who learns what, before the first step."""
    return translate("gate_designer", "{unit} learns {output}: {wrong} of {rows} rows are wrong now.").format(
        unit=unit, output=output, wrong=wrong, rows=rows
    )


def hint_text() -> str:
    return translate("gate_designer", "Step looks at one row of the table, Round at all of them in turn.")


def state_text(progress: Progress, task: Task) -> str:
    """How it ended, or how far it has come."""
    rounds, corrections = rounds_text(len(progress.errors)), corrections_text(progress.corrections)
    if progress.ending == "learned" and not progress.corrections:
        return translate("gate_designer", "Nothing to learn: all rows are right already.")
    if progress.ending == "learned":
        return translate("gate_designer", "Learned in {rounds}, {corrections}.").format(
            rounds=rounds, corrections=corrections
        )
    if progress.circle is not None:
        return _circle_text(*progress.circle)
    if progress.ending == "limit":
        return translate("gate_designer", "Not learned in {rounds}. Run goes on from here.").format(
            rounds=rounds
        )
    if progress.so_far is not None:  # the rest of this round is still to come
        return translate(
            "gate_designer", "Round {round}: {wrong} wrong so far; {corrections} in all."
        ).format(round=progress.round, wrong=progress.so_far, corrections=corrections)
    return translate("gate_designer", "Round {round}: {wrong} of {rows} wrong; {corrections} so far.").format(
        round=progress.round, wrong=progress.errors[-1], rows=len(task.rows), corrections=corrections
    )


def _circle_text(first: int, last: int) -> str:
    if first == 0:
        return translate(
            "gate_designer",
            "It goes round in a circle: after round {last} the weights are those of the start again.",
        ).format(last=last)
    return translate(
        "gate_designer",
        "It goes round in a circle: after round {last} the weights are those of round {first} again.",
    ).format(first=first, last=last)


def look_text(look: Look, rate: float, *, as_threshold: bool, in_lines: bool = False) -> str:
    """✕ (1, 0): 0 came out, 1 was wanted: w ← w + 0.1·1·(1, 0) = (0.6, 0.5), b ← b + 0.1 = −0.1

    in_lines: weights and bias each on a line of their own.
    """
    x = point_text(*look.x)
    if not look.error:
        return translate(
            "gate_designer", "✓ {x}: {came_out} came out, and is right: nothing changes."
        ).format(x=x, came_out=look.came_out)
    eta, error = short_number(rate), str(look.error) if look.error > 0 else f"({MINUS}1)"
    weights = f"w ← w + {eta}·{error}·{x} = {point_text(*look.after.weights)}"
    letter, number, grows = _bias_of(look, as_threshold=as_threshold)
    bias = f"{letter} ← {letter} {'+' if grows else MINUS} {eta} = {short_number(number)}"
    said = translate("gate_designer", "✕ {x}: {came_out} came out, {wanted} was wanted:").format(
        x=x, came_out=look.came_out, wanted=look.wanted
    )
    return f"{said}\n{weights}\n{bias}" if in_lines else f"{said} {weights}, {bias}"


def short_look_text(look: Look, *, as_threshold: bool) -> str:
    """✕ (1, 0): w = (0.6, 0.5), b = −0.1"""
    letter, number, _ = _bias_of(look, as_threshold=as_threshold)
    mark = "✕" if look.error else "✓"
    weights = point_text(*look.after.weights)
    return f"{mark} {point_text(*look.x)}: w = {weights}, {letter} = {short_number(number)}"


def exact_numbers_text(perceptron: Perceptron) -> str:
    """The numbers with every digit, for the hover."""
    weights = ", ".join(map(exact_text, perceptron.weights))
    return f"w = ({weights}), b = {exact_text(perceptron.bias)}"


def _bias_of(look: Look, *, as_threshold: bool) -> tuple[str, float, bool]:
    """Its letter, what it is after the step, and whether the rule makes it larger."""
    if as_threshold:
        return "θ", look.after.threshold, look.error < 0
    return "b", look.after.bias, look.error > 0


# Whether it can be done


def answer_text(answer: SeparatingLine | MeetingHulls, lesson: Lesson) -> str:
    """The widest line and how soon it must be found; or the proof that there is none."""
    if isinstance(answer, MeetingHulls):
        return _proof_text(answer, lesson.task)
    if math.isinf(answer.margin):
        return translate(
            "gate_designer", "All goals are {goal}: no line is needed, the bias alone decides."
        ).format(goal=lesson.task.goals[0])
    return f"{_margin_text(answer, len(lesson.task.inputs))} {_bound_text(lesson)}"


def _margin_text(line: SeparatingLine, inputs: int) -> str:
    if inputs == _POINT:
        text = translate("gate_designer", "The best threshold keeps {margin} from the points on both sides.")
    elif inputs == _LINE:
        text = translate("gate_designer", "The widest line keeps {margin} from the points on both sides.")
    elif inputs == _PLANE:
        text = translate("gate_designer", "The widest plane keeps {margin} from the points on both sides.")
    else:
        text = translate(
            "gate_designer", "The widest hyperplane keeps {margin} from the points on both sides."
        )
    return text.format(margin=short_number(line.margin))


def _bound_text(lesson: Lesson) -> str:
    """Novikoff's bound for this start, and what it took."""
    bound = bound_of(lesson)
    if is_zero(lesson.start):
        text = translate("gate_designer", "From zeros, at most (R/γ)² = {bound} corrections; made: {made}.")
    else:
        text = translate(
            "gate_designer",
            "From this start, at most (R/γ)² + 2v/(ηγ) = {bound} corrections; made: {made}.",
        )
    return text.format(bound=short_number(bound, 1), made=lesson.progress.corrections)


def bound_hint() -> str:
    """What the letters of the bound mean."""
    return translate(
        "gate_designer",
        "Novikoff (1962). The bias counts as the weight of an input that is always 1: R is the length of the "
        "longest row (x, 1), γ the widest margin of a line whose (w, b) has the length 1, "
        "v the length of (w, b) at the start.",
    )


def _proof_text(meeting: MeetingHulls, task: Task) -> str:
    """Why nothing straight parts the ones from the zeros."""
    ones, zeros = (parts_of_proof(meeting, task, goal) for goal in (1, 0))
    if len(ones) == 1 and len(zeros) == 1:
        return translate(
            "gate_designer",
            "It cannot be learned: {x} should give 1 in one row and 0 in another, and the perceptron reads "
            "nothing else.",
        ).format(x=point_text(*next(iter(ones))))
    inputs = len(task.inputs)
    if inputs == _LINE:
        text = translate("gate_designer", "No line parts them: {ones} and {zeros} are both {point}.")
    elif inputs == _PLANE:
        text = translate("gate_designer", "No plane parts them: {ones} and {zeros} are both {point}.")
    else:
        text = translate("gate_designer", "No hyperplane parts them: {ones} and {zeros} are both {point}.")
    return text.format(ones=_mean_text(ones), zeros=_mean_text(zeros), point=point_text(*meeting.point))


def _mean_text(shares: dict[tuple[float, ...], float]) -> str:
    """the mean of (1, 0) and (0, 1); 2/3·(1, 0) + 1/3·(0, 1) where the shares differ."""
    points = [point_text(*point) for point in shares]
    if len(points) == 1:
        return points[0]
    if max(shares.values()) - min(shares.values()) > 1e-9:
        parts = zip(shares.values(), points, strict=True)
        return " + ".join(f"{_share_text(share)}·{point}" for share, point in parts)
    return translate("gate_designer", "the mean of {points} and {last}").format(
        points=", ".join(points[:-1]), last=points[-1]
    )


def _share_text(share: float) -> str:
    """2/3, or 0.127 where no simple fraction will do."""
    near = Fraction(share).limit_denominator(_LARGEST_PART)
    return str(near) if abs(float(near) - share) < 1e-9 else short_number(share)
