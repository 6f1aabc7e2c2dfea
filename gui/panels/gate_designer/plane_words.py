"""What the plane says: the sum at a place, written out, and the picture for those who do not see it."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.circuit import Signals, Source, Unit, run
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.plane_scene import Scene
from gui.panels.gate_designer.sums import answer_text, compares_with_threshold, readings, term_forms, verdict
from gui.widgets.text import plain_html, point_text, short_number

translate = QCoreApplication.translate

_MOST_SUMS = 6  # that are written out in one tooltip


def sums_at(designer: Designer, scene: Scene, x: float, y: float) -> str:
    """(0.75, 0.2), and what the perceptrons that matter here make of it."""
    circuit, states = designer.circuit, [float(state) for state in designer.design.states]
    states[designer.axes[0]] = x
    if scene.second is not None:
        states[designer.axes[1]] = y
    signals = run(circuit, np.array(states), designer.design.firing)
    units = [line.unit for line in scene.lines if line.unit is not None]
    focused = designer.focused_unit
    if focused is not None and focused not in units:
        units.append(focused)
    place = point_text(x, y) if scene.second is not None else point_text(x)
    lines = [f"{', '.join(filter(None, scene.names))}: {place}"]
    lines += [_sum(designer, unit, signals) for unit in units[-_MOST_SUMS:]]
    if focused is None:
        lines.append(f"{scene.focus} = {short_number(float(signals.values[designer.focus]))}")
    return "<br>".join(plain_html(line) for line in lines)


def _sum(designer: Designer, unit: Unit, signals: Signals) -> str:
    """AND: 0.5·1 + 0.5·0 − 0.7 = −0.2 ≤ 0 → 0"""
    values, design = readings(designer.circuit, signals), designer.design
    as_threshold = compares_with_threshold(design)
    terms = term_forms(unit, values, as_threshold=as_threshold)[0]
    total = float(signals.sums[unit.key])
    compared = verdict(unit, total, values, as_threshold=as_threshold, firing=design.firing)
    said = answer_text(total, values[Source(unit.key)], design.firing)
    return f"{unit.name}: {terms} {compared} → {said}"


def plane_in_words(scene: Scene) -> str:
    """The picture in words."""
    if not scene.corners:
        return nothing_to_see()
    said = []
    for corner in scene.corners:
        place = point_text(corner.x, corner.y) if scene.second is not None else point_text(corner.x)
        text = f"{place} → {short_number(corner.value)}"
        if corner.goal is not None:
            wanted = translate("gate_designer", "wanted {goal}").format(goal=corner.goal)
            text += f" ({wanted})"
        said.append(text)
    return translate("gate_designer", "{signal} at the corners: {corners}.").format(
        signal=scene.focus, corners=", ".join(said)
    )


def nothing_to_see() -> str:
    return translate(
        "gate_designer", "Put a perceptron on the sheet or select one, and see here what it decides."
    )


def weights_text(scene: Scene, first: float, second: float) -> str:
    """w = (0.5, 0.5)"""
    if scene.second is None:
        return f"w = {short_number(first)}"
    return f"w = {point_text(first, second)}"
