"""What has to be done in every panel is done in one of them at a time."""

import itertools
from functools import partial

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.theme import DARK
from gui.turns import Turns


def test_one_step_in_each_turn_of_the_event_loop(qtbot: QtBot) -> None:
    owner = QObject()
    turns, log = Turns(owner), list[str]()
    heart = QTimer(owner)
    heart.timeout.connect(partial(log.append, "beat"))
    heart.start(0)
    turns.add(partial(log.append, f"step {k}") for k in range(3))
    assert log == []
    qtbot.waitUntil(lambda: "step 2" in log)
    steps = [place for place, what in enumerate(log) if what.startswith("step")]
    assert [log[place] for place in steps] == ["step 0", "step 1", "step 2"]
    assert all(after - before > 1 for before, after in itertools.pairwise(steps)), log


def test_what_waits_can_be_done_at_once(qtbot: QtBot) -> None:
    owner = QObject()
    turns, log = Turns(owner), list[int]()
    turns.add(partial(log.append, k) for k in range(3))
    turns.finish()
    assert log == [0, 1, 2]
    qtbot.wait(20)
    assert log == [0, 1, 2]


def test_every_panel_changes_its_colours_in_its_own_turn(window: MainWindow, qtbot: QtBot) -> None:
    docks = list(window.docks.values())

    def dark() -> list[bool]:
        return [DARK.card in dock.styleSheet() for dock in docks]

    window.set_theme("light")
    sheet = window.styleSheet()
    seen: list[int] = []
    heart = QTimer(interval=0)
    heart.timeout.connect(lambda: seen.append(sum(dark())))
    heart.start()
    window.actions_table["darkAction"].trigger()
    qtbot.waitUntil(lambda: all(dark()))
    heart.stop()
    assert {1, 2, 3} <= set(seen)
    assert window.styleSheet() == sheet, "all panels would be polished again"
    assert {dock.palette().window().color().name() for dock in docks} == {DARK.paper}
    qtbot.waitUntil(lambda: all(dock.panel is not None and dock.panel.updatesEnabled() for dock in docks))


def test_fast_switching_ends_in_the_last_choice(window: MainWindow, qtbot: QtBot) -> None:
    for key in ("darkAction", "arrangeDrawAction", "koreanAction", "lightAction", "arrangeAllAction") * 5:
        window.actions_table[key].trigger()
    window.actions_table["darkAction"].trigger()
    window.actions_table["englishAction"].trigger()
    docks = list(window.docks.values())
    qtbot.waitUntil(lambda: all(DARK.card in dock.styleSheet() for dock in docks))
    qtbot.waitUntil(lambda: all(dock.panel is not None and dock.panel.updatesEnabled() for dock in docks))
    qtbot.wait(50)
    assert all(DARK.card in dock.styleSheet() for dock in docks)
    assert docks[0].windowTitle() == "Gate designer"


def test_the_bars_are_measured_with_their_sheet_from_the_start(window: MainWindow, qtbot: QtBot) -> None:
    at_first = window.top_bar.height()
    window.actions_table["darkAction"].trigger()
    qtbot.wait(100)
    assert window.top_bar.height() == at_first
