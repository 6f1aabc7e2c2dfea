"""The composition root: command line, hooks, application, window."""

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from gui import display, theme
from gui.main_window import MainWindow
from gui.settings import Settings


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="mitbadak", description="See a neural network work, from the very bottom."
    )
    parser.add_argument("--profile", type=Path, metavar="DIR", help="keep settings and data in DIR")
    parser.add_argument(
        "--snapshot",
        type=Path,
        metavar="DIR",
        help="write a picture of every panel into DIR and end; needs no display",
    )
    return parser.parse_args(arguments)


def create_app(argv: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """The application and its main window, which is not shown yet.

    argv: the command line with the program's name first; `--profile DIR` keeps everything in DIR.
    """
    options = parse(argv[1:])
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(list(argv[:1]))
    app.setApplicationName("mitbadak")
    app.setStyle("Fusion")
    app.setFont(theme.font())
    return app, MainWindow(app, Settings(options.profile))


class _Hook:
    """Shows an exception that nobody caught, instead of a traceback that nobody sees."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self._window.messages.show_error(error)


def main(argv: Sequence[str]) -> int:
    """Run the program. Returns the exit code: 0, or 2 where there is no display."""
    options = parse(argv[1:])
    if options.snapshot is not None:
        return _snapshot(options)
    if (why := display.missing()) is not None:
        sys.stderr.write(why + "\n")
        return 2
    app, window = create_app(argv)
    sys.excepthook = _Hook(window)
    window.show()
    gc.freeze()  # what is there by now stays: looking for garbage among it would take 50 ms each time
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    return code


def _snapshot(options: argparse.Namespace) -> int:
    """Draw every panel into files. The learner's own settings are neither read nor written."""
    from gui import snapshot  # only this needs it

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        _, window = create_app(["mitbadak", "--profile", str(options.profile or folder)])
        taken = snapshot.take_all(window, options.snapshot)
        window.close()
    sys.stdout.write(f"{len(taken)} pictures in {options.snapshot}\n")
    return 0
