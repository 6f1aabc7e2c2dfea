"""Make the pictures of the documentation: `python tools/snapshots.py`, with no display needed.

The program draws itself in every language, theme and arrangement; those that the READMEs show are
kept in docs/images.
"""

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gui import app  # noqa: E402 - only now is the project to be found

IMAGES = ROOT / "docs" / "images"
KEPT = (
    "all-en-light.png",
    "all-ko-light.png",
    "gates-ko-light.png",
    "activations-en-dark.png",
    "forward-ko-light.png",
    "draw-en-dark.png",
)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        code = app.main(["mitbadak", "--snapshot", folder])
        IMAGES.mkdir(parents=True, exist_ok=True)
        for name in KEPT:
            shutil.copyfile(Path(folder) / name, IMAGES / name)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
