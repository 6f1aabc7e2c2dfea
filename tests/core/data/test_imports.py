"""What takes long to import is imported when it is needed: most starts need no network."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_opening_files_needs_no_network() -> None:
    program = (
        "import sys, core.data.mnist, core.files.weights\n"
        "print(*sorted({'pooch', 'requests', 'urllib3', 'ssl', 'safetensors'} & sys.modules.keys()))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == ""
