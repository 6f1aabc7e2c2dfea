"""Pictures of the whole program without a display: every panel, every arrangement, in both languages
and both themes. They serve the documentation, and the eye of whoever changes the screen.
"""

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from gui.arrangements import ARRANGEMENTS
from gui.dock import PanelDock
from gui.i18n import LANGUAGES
from gui.main_window import MainWindow
from gui.theme import THEMES

SIZE = (1440, 900)
_LOOK_EVERY_MS = 50
_IDLE = 5  # looks in a row that find nothing to wait for
_LOOKS = 400  # 20 seconds, and then the picture is taken as it is


def take_all(window: MainWindow, folder: Path) -> list[Path]:
    """Draw everything into `folder`: `all-ko-light.png` is an arrangement, `digit_pad-en-dark.png` a panel,
    `activation_curves-softmax-ko-dark.png` one of the pages of a panel.

    Returns the files that were written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    window.resize(*SIZE)
    window.show()
    settle(window)
    taken = []
    for language in LANGUAGES:
        for name in THEMES:
            window.set_language(language)
            window.set_theme(name)
            for key, docks in ARRANGEMENTS.items():
                window.arrange(key)
                settle(window)
                arrangement = key.removeprefix("arrange").removesuffix("Action").lower()
                taken.append(folder / f"{arrangement}-{language}-{name}.png")
                window.grab().save(str(taken[-1]))
                if len(docks) == 1:
                    taken += _take_panel(window, window.docks[docks[0]], folder, f"{language}-{name}")
    return taken


def _take_panel(window: MainWindow, dock: PanelDock, folder: Path, looks: str) -> list[Path]:
    """The panel as it is, and then each of its pages."""
    taken = [folder / f"{dock.spec.key}-{looks}.png"]
    dock.grab().save(str(taken[-1]))
    panel = dock.ensure_panel()
    for page in panel.pages():
        panel.show_page(page)
        settle(window)
        taken.append(folder / f"{dock.spec.key}-{page}-{looks}.png")
        dock.grab().save(str(taken[-1]))
    if panel.pages():
        panel.show_page(panel.pages()[0])
    return taken


def settle(window: MainWindow) -> None:
    """Let the event loop run until no job is left, and none comes for a while: one may start the next."""
    loop = QEventLoop()
    idle, looks = 0, 0

    def look() -> None:
        nonlocal idle, looks
        looks += 1
        idle = 0 if window.jobs.running else idle + 1
        if idle >= _IDLE or looks >= _LOOKS:
            loop.quit()

    timer = QTimer(interval=_LOOK_EVERY_MS)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
