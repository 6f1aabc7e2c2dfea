"""What the panel says: the "so what?" under the picture, the truth table in words, the names of edits."""

from PySide6.QtCore import QCoreApplication

from gui.panels.gate_designer.model import (
    BIAS,
    LAST,
    UNIT_NAMES,
    W1,
    W2,
    Decision,
    Gates,
    Row,
    best_of_one_line,
    is_flat,
    name_of,
    point_text,
    why_not,
)
from gui.panels.gate_designer.table import Column
from gui.widgets.text import number_text

translate = QCoreApplication.translate


def count_text(table: tuple[Row, ...]) -> str:
    """4 / 4 match"""
    return translate("gate_designer", "{right} / {all} match").format(
        right=sum(row.is_right for row in table), all=len(table)
    )


def so_what(gates: Gates, table: tuple[Row, ...]) -> str:
    """One or two sentences on what the learner sees now."""
    done = all(row.is_right for row in table)
    if gates.two_layers:
        return _of_two_layers(gates, done)
    if is_flat(gates.single):
        return translate(
            "gate_designer",
            "Both weights are 0, so the inputs do not count and there is no line: the whole plane answers "
            "{y}. Give w₁ or w₂ a value.",
        ).format(y=table[0].output)
    proof = why_not(gates.target)
    if proof is not None:
        return translate(
            "gate_designer",
            "{target} is out of reach: the diagonals ●–● and □–□ cross in {point}, so no line can part them. "
            "{best} of 4 is the best; two layers do more.",
        ).format(target=gates.target, point=point_text(proof.point), best=best_of_one_line(gates.target))
    if done:
        return translate(
            "gate_designer",
            "One line is enough for {target}: every ● lies where y = 1, every □ where "
            "y = 0. Move a slider and see how far that holds.",
        ).format(target=gates.target)
    made = name_of(gates.single)
    if made:
        return translate(
            "gate_designer", "This line makes {made}, not {target}. Turn it with w₁ and w₂, shift it with b."
        ).format(made=made, target=gates.target)
    return translate(
        "gate_designer",
        "Not {target} yet: a cross marks each corner on the wrong side. Turn the line with w₁ and w₂, "
        "shift it with b.",
    ).format(target=gates.target)


def _of_two_layers(gates: Gates, done: bool) -> str:
    if done and [name_of(unit) for unit in gates.units] == ["NAND", "OR", "AND"]:
        return translate(
            "gate_designer",
            "Two layers reach XOR: s₁ leaves out (1, 1), s₂ leaves out (0, 0), and the last perceptron wants "
            "both. The band between the two lines is left.",
        )
    if done:
        return translate(
            "gate_designer",
            "Two layers reach XOR, in your own way: together the lines make a border that one line cannot.",
        )
    return translate(
        "gate_designer",
        "A cross marks each corner that comes out wrong. Choose a perceptron and move it, or press XOR for "
        "the book's weights.",
    )


def columns(gates: Gates, table: tuple[Row, ...]) -> tuple[Column, ...]:
    """The truth table, each sum in several lengths."""
    inputs = [
        Column(name, tuple((str(row.inputs[k]),) for row in table)) for k, name in enumerate(("x₁", "x₂"))
    ]
    goals = Column(gates.target, tuple((str(row.goal),) for row in table))
    if not gates.two_layers:
        sums = Column("w₁·x₁ + w₂·x₂ + b", tuple(_sum_forms(row.decisions[0]) for row in table))
        answers = Column("y", tuple((f"→ {row.output}",) for row in table), bold=True)
        return (*inputs, sums, answers, goals)
    units = [
        Column(
            f"{UNIT_NAMES[k]} {name_of(unit)}".strip(),
            tuple(_unit_forms(row.decisions[k]) for row in table),
            bold=k == LAST,
        )
        for k, unit in enumerate(gates.units)
    ]
    return (*inputs, *units, goals)


def _sum_forms(decision: Decision) -> tuple[str, ...]:
    """0.5·1 + 0.5·0 − 0.7 = −0.200 ≤ 0, and shorter."""
    total = number_text(decision.total)
    return (
        f"{decision.terms} = {total} {decision.verdict}",
        f"{decision.terms} = {total}",
        f"{decision.terms}={total}".replace(" ", ""),
        f"{total} {decision.verdict}",
    )


def _unit_forms(decision: Decision) -> tuple[str, ...]:
    """0.5·1 + 0.5·0 − 0.7 = −0.200 → 0, and shorter."""
    total, fires = number_text(decision.total), decision.fires
    return f"{decision.terms} = {total} → {fires}", f"{total} → {fires}", str(fires)


def row_in_full(gates: Gates, row: Row) -> str:
    """A row of the table for the hover and for screen readers, with every digit."""
    names = UNIT_NAMES if gates.two_layers else ("y",)
    lines = [f"(x₁, x₂) = {point_text(row.inputs)}"]
    lines += [f"{name}: {each.exact}" for name, each in zip(names, row.decisions, strict=True)]
    right = (
        translate("gate_designer", "{target} wants {goal}: right")
        if row.is_right
        else translate("gate_designer", "{target} wants {goal}: wrong")
    )
    return "\n".join([*lines, right.format(target=gates.target, goal=row.goal)])


def plane_in_words(gates: Gates, table: tuple[Row, ...]) -> str:
    """The picture, for those who do not see it."""
    corners = ", ".join(f"{point_text(row.inputs)} → {row.output}" for row in table)
    return translate(
        "gate_designer", "What comes out at the corners: {corners}. {target} wants {goals}."
    ).format(corners=corners, target=gates.target, goals=", ".join(str(row.goal) for row in table))


def edit_name(gates: Gates, which: int) -> str:
    """What the Edit menu calls a change of this number."""
    number = {W1: "w₁", W2: "w₂", BIAS: "b"}[which]
    if not gates.two_layers:
        return translate("gate_designer", "change {number}").format(number=number)
    return translate("gate_designer", "change {number} of {unit}").format(
        number=number, unit=UNIT_NAMES[gates.unit]
    )
