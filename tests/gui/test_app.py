"""The program from outside: its command line, with and without a display."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT, env={**kept, **environment}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":4711"}, {"DISPLAY": "nonsense"}])
def test_without_a_display_it_says_so_in_one_sentence(environment: dict[str, str], tmp_path: Path) -> None:
    done = start("--profile", str(tmp_path), **environment)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "display" in done.stderr
    assert "--snapshot" in done.stderr


def test_snapshots_need_no_display(tmp_path: Path) -> None:
    done = start("--snapshot", str(tmp_path / "pictures"))
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "pictures").iterdir()}
    pages = [f"activation_curves-{page}" for page in ("curves", "layers", "softmax", "output")]
    for panel in ("gate_designer", "activation_curves", "forward_inspector", "digit_pad", *pages):
        for language in ("ko", "en"):
            for theme in ("light", "dark"):
                assert f"{panel}-{language}-{theme}.png" in names
    assert all((tmp_path / "pictures" / name).stat().st_size > 5000 for name in names)


def test_an_unknown_option_is_explained() -> None:
    done = start("--wrong", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "--profile" in done.stderr


def imported(path: Path) -> set[str]:
    """The modules that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


def test_the_door_leads_to_gui_and_nothing_leads_back() -> None:
    """main -> gui -> core. The import contracts hold gui and core; main is no package, so it is held here."""
    assert imported(ROOT / "main.py") == {"sys", "gui.app"}
    for folder in ("core", "gui"):
        for path in (ROOT / folder).rglob("*.py"):
            assert "main" not in imported(path), path
