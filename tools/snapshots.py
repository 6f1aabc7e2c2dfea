"""Make the pictures of the documentation: `python tools/snapshots.py`, with no display needed.

The program draws itself in every language, theme and arrangement; those that the READMEs show are
kept in docs/images.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gui import app  # noqa: E402 - only now is the project to be found
from gui.panels.gate_designer.design import first_design, with_library_gate, with_row  # noqa: E402
from gui.panels.gate_designer.keeping import work_of  # noqa: E402

IMAGES = ROOT / "docs" / "images"
KEPT = (
    "all-en-light.png",
    "all-ko-light.png",
    "gates-ko-light.png",
    "activations-en-dark.png",
    "forward-ko-light.png",
    "draw-en-dark.png",
)


def a_drawn_three() -> list[dict[str, object]]:
    """A 3 as a person would leave it on the pad: two bows in one stroke."""
    angles = np.linspace(-150, 95, 40) * np.pi / 180
    upper = np.stack([0.47 + 0.17 * np.cos(angles), 0.33 + 0.15 * np.sin(angles)], axis=1)
    angles = np.linspace(-80, 150, 40) * np.pi / 180
    lower = np.stack([0.47 + 0.21 * np.cos(angles), 0.66 + 0.18 * np.sin(angles)], axis=1)
    points = np.concatenate([upper, lower])
    return [{"points": [[float(x), float(y), 0.075] for x, y in points], "erase": False}]


def the_gate_of_the_book() -> dict[str, object]:
    """XOR as the book builds it, as the gate designer keeps it."""
    return work_of(with_row(with_library_gate(first_design(), "XOR", nand_only=False), 1))


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        profile.mkdir()
        work = {"digit_pad": {"strokes": a_drawn_three()}, "gate_designer": the_gate_of_the_book()}
        (profile / "work.json").write_text(json.dumps(work), encoding="utf-8")
        code = app.main(["mitbadak", "--profile", str(profile), "--snapshot", folder])
        IMAGES.mkdir(parents=True, exist_ok=True)
        for name in KEPT:
            shutil.copyfile(Path(folder) / name, IMAGES / name)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
