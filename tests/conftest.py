"""What all tests share: where the real data lies, and settings of their own for every test."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The machines are slow and noisy; how long an example takes says nothing about the code.
settings.register_profile("mitbadak", deadline=None, max_examples=50)
settings.load_profile("mitbadak")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with real MNIST, the book's weights and people's pen strokes.

    MITBADAK_DATA, or `shared/data` beside the project. Tests that need it are skipped without it.
    """
    folder = Path(os.environ.get("MITBADAK_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no real data at {folder}; set MITBADAK_DATA to have this tested")
    return folder
