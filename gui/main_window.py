"""The main window: docks, menus, toolbar, and the order of closing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QChildEvent, QCoreApplication, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QUndoStack,
)
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabBar

from gui import dialogs, opening, theme
from gui.actions import Actions
from gui.arrangements import ARRANGEMENTS, FORWARD, GATES, arrange, share_room
from gui.dock import PanelDock
from gui.dressing import Dressing
from gui.i18n import LANGUAGES, Translation, system_language
from gui.job_status import JobStatus
from gui.jobs import Jobs
from gui.loader import FETCH_MNIST, Loader
from gui.menus import Menus
from gui.messages import Messages
from gui.panel import Tools
from gui.panels import PANELS
from gui.session import OpenData, OpenNetwork, Session
from gui.settings import Settings
from gui.theme import STEP
from gui.top_bar import TopBar
from gui.turns import Turns
from gui.widgets.named import named

translate = QCoreApplication.translate

LAYOUT_VERSION = 1  # raise it when docks are added or renamed: an old layout is then left out
SAVE_AFTER_MS = 1000
START_SIZE = (1440, 900)
FRAME_HEIGHT = 40  # px: what the system's own title bar may take of the screen


class MainWindow(QMainWindow):
    """Puts the parts together and hands each what it needs."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Mitbadak 밑바닥")
        self.setAcceptDrops(True)
        self.setAnimated(False)  # docks that slide explain nothing
        self.setDockNestingEnabled(True)
        self.settings = settings
        self.translation = Translation(app)
        self.jobs = Jobs(self)
        self.session = Session(self.jobs, self)
        self.undo = QUndoStack(self)
        self.messages = Messages(self)
        self.actions_table = Actions(self)
        self.loader = Loader(
            self.session, self.jobs, self.messages, self.undo, settings.data_folder, parent=self
        )
        self._app = app
        self._turns = Turns(self)
        self._work = settings.load_work()
        self._opened: OpenNetwork | OpenData | None = None
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self.save_work)
        self._make_docks()
        self._make_bars()
        bars = (self.menuBar(), self.top_bar, self.statusBar(), self.messages.bar, self._nothing_open)
        self._dressing = Dressing(app, self, bars)
        self._connect()
        self._theme = theme.THEMES[settings.text("theme", self._system_theme(), tuple(theme.THEMES))]
        self.set_theme(self._theme.name)
        self.set_language(settings.text("language", system_language(), tuple(LANGUAGES)))
        self._restore_layout()
        self.loader.start(self._section("session"))

    # Building

    def _make_docks(self) -> None:
        tools = Tools(self.session, self.jobs, self.messages, self.undo)
        self.docks = {spec.dock: PanelDock(spec, tools, self) for spec in PANELS}
        self._nothing_open = named(QLabel(), "nothingOpenLabel")
        self._nothing_open.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(self._nothing_open)
        self._nothing_open.hide()
        for dock in self.docks.values():
            dock.built.connect(self._furnish)
            dock.visibilityChanged.connect(self._show_if_nothing_is_open)

    def _make_bars(self) -> None:
        self.top_bar = TopBar(self.session, self.actions_table, opening.shipped_networks(), self)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.top_bar)
        self.job_status = JobStatus(self.jobs)
        self.statusBar().addPermanentWidget(self.job_status)
        self._key_hint = named(QLabel(), "keyHint")
        self._key_hint.setProperty("muted", True)
        self.statusBar().addPermanentWidget(self._key_hint)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(STEP, 0, STEP, 0)
        self.messages.bar.setParent(self)
        self._menus = Menus(self.menuBar(), self.actions_table, self.docks.values(), self.undo)
        self._menus.add_to_file_menu(self.top_bar.model_menu, self.top_bar.data_menu)

    def _connect(self) -> None:
        actions = self.actions_table
        slots: dict[str, Callable[[], object]] = {
            "openWeightsAction": self._choose_weights,
            "openDataAction": self._choose_data,
            "useSamplesAction": self.loader.use_samples,
            "useMnistAction": self.loader.use_mnist,
            "quitAction": self.close,
            "undoAction": self.undo.undo,
            "redoAction": self.undo.redo,
            "koreanAction": self._switch_to_korean,
            "englishAction": self._switch_to_english,
            "lightAction": self._switch_to_light,
            "darkAction": self._switch_to_dark,
            "resetLayoutAction": self.reset_layout,
            "aboutAction": self._about,
        }
        for key, slot in slots.items():
            actions[key].triggered.connect(slot)
        for key in ARRANGEMENTS:
            actions[key].triggered.connect(self._arrange_by_action)
        self.top_bar.shipped_chosen.connect(self._open_shipped)
        self.top_bar.language_button.clicked.connect(self._other_language)
        self.top_bar.theme_button.clicked.connect(self._other_theme)
        self.jobs.failed.connect(self.messages.show_error)
        self.jobs.started.connect(self._say_started)
        self.loader.opened.connect(self._take_opened)
        self.session.mnist_wanted.connect(self.loader.use_mnist)
        self.session.forward_pass_wanted.connect(self._show_forward_pass)
        self.messages.bar.resized.connect(self._place_message_bar)
        self.undo.indexChanged.connect(self._save_soon)

    # Language and theme

    def set_language(self, language: str) -> None:
        """Speak this language from now on, everywhere, at once."""
        self._change_language(language)
        self._turns.finish()

    def _change_language(self, language: str) -> None:
        """Speak this language from now on, and paint one panel after the other."""
        self.translation.install(language)
        self.actions_table[{"ko": "koreanAction", "en": "englishAction"}[language]].setChecked(True)
        self._menus.retranslate()
        self.top_bar.retranslate(language)
        self.job_status.retranslate()
        self.messages.retranslate()
        self._nothing_open.setText(
            translate("window", "All panels are closed. View → Reset layout brings them back.")
        )
        self._show_keys()
        self._say_opened()
        self.settings.set_text("language", language)
        self._in_turns()
        for dock in self.docks.values():
            dock.retranslate()

    def set_theme(self, name: str) -> None:
        """Take these colours from now on, everywhere, at once."""
        self._change_theme(name)
        self._turns.finish()

    def _change_theme(self, name: str) -> None:
        """Take these colours from now on, one panel after the other."""
        self._theme = theme.THEMES[name]
        self.actions_table[f"{name}Action"].setChecked(True)
        self.settings.set_text("theme", name)
        self._dressing.put_on(self._theme)
        self.top_bar.apply_theme(self._theme)
        self._in_turns(self._dress)

    def _dress(self, dock: PanelDock) -> None:
        self._dressing.dress(dock)
        dock.apply_theme(self._theme)

    def _system_theme(self) -> str:
        return "dark" if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    @Slot()
    def _switch_to_korean(self) -> None:
        self._change_language("ko")

    @Slot()
    def _switch_to_english(self) -> None:
        self._change_language("en")

    @Slot()
    def _other_language(self) -> None:
        self._change_language("en" if self.translation.language == "ko" else "ko")

    @Slot()
    def _switch_to_light(self) -> None:
        self._change_theme("light")

    @Slot()
    def _switch_to_dark(self) -> None:
        self._change_theme("dark")

    @Slot()
    def _other_theme(self) -> None:
        self._change_theme("light" if self._theme.is_dark else "dark")

    # Layout

    def _restore_layout(self) -> None:
        """As it was left, or all four panels where nothing fitting was kept."""
        if not self.restoreGeometry(self.settings.data("geometry")):
            room = self.screen().availableSize() - QSize(0, FRAME_HEIGHT)
            self.resize(QSize(*START_SIZE).boundedTo(room))
        self._first_time = not self.restoreState(self.settings.data("layout"), LAYOUT_VERSION)
        if self._first_time:
            self.arrange("arrangeAllAction")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first_time:  # only now do the docks know how much room there is
            self._first_time = False
            self.reset_layout()
        self.setFocus()  # and not on the first small button that comes along

    def arrange(self, key: str) -> None:
        """Take up one of the arrangements."""
        self._rearrange(key)
        self._turns.finish()

    def _rearrange(self, key: str) -> None:
        """Take up one of the arrangements, and paint one panel after the other."""
        arrange(self, self.docks, key)
        self.actions_table[key].setChecked(True)
        self._in_turns()

    def _in_turns(self, step: Callable[[PanelDock], None] | None = None) -> None:
        """All panels change: each takes the step, and is painted, in a turn of the event loop of its own."""
        for dock in self.docks.values():
            if dock.panel is not None:
                dock.panel.setUpdatesEnabled(False)
        self._turns.add(partial(self._take_turn, dock, step) for dock in self.docks.values())

    def _take_turn(self, dock: PanelDock, step: Callable[[PanelDock], None] | None) -> None:
        if step is not None:
            step(dock)
        if dock.panel is not None:
            dock.panel.setUpdatesEnabled(True)

    @Slot()
    def _arrange_by_action(self) -> None:
        self._rearrange(self.sender().objectName())

    @Slot()
    def reset_layout(self) -> None:
        """All four panels in their places, whatever was moved, floated or closed."""
        self._rearrange("arrangeAllAction")

    @Slot()
    def _show_forward_pass(self) -> None:
        """Beside what is there, where it is not there already."""
        dock = self.docks[FORWARD]
        if dock.isHidden():
            dock.show()
            share_room(self, self.docks)
        dock.raise_()  # it may be a tab behind another one

    @Slot()
    def _show_if_nothing_is_open(self) -> None:
        self._nothing_open.setVisible(all(dock.isHidden() for dock in self.docks.values()))
        self._show_keys()

    def _show_keys(self) -> None:
        """The keys that are of use for what is shown."""
        if not self.docks[FORWARD].isHidden():
            text = translate("window", "← → step · ↑ ↓ image · Ctrl+Z undo")
        elif not self.docks[GATES].isHidden():
            text = translate("window", "Del delete · G block · Ctrl+Z undo")
        else:
            text = translate("window", "Ctrl+Z undo")
        self._key_hint.setText(text)

    @Slot()
    def _place_message_bar(self) -> None:
        bar, margin = self.messages.bar, 24
        width = min(720, self.width() - 2 * margin)
        top = self.top_bar.geometry().bottom() + 12
        bar.setGeometry((self.width() - width) // 2, top, width, bar.heightForWidth(width))
        bar.raise_()

    def childEvent(self, event: QChildEvent) -> None:
        """Qt makes the tabs of docks that lie on each other when it needs them."""
        super().childEvent(event)
        if event.polished() and isinstance(tabs := event.child(), QTabBar):
            self._dressing.dress(tabs)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody took are for the forward pass, where it is shown: the arrows step through it."""
        dock = self.docks[FORWARD]
        if dock.panel is not None and dock.isVisible():
            dock.panel.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_message_bar()

    # Opening

    @Slot()
    def _choose_weights(self) -> None:
        if (path := dialogs.ask_weights(self.top_bar)) is not None:
            self.loader.open_weights(path)

    @Slot()
    def _choose_data(self) -> None:
        if (path := dialogs.ask_data_folder(self.top_bar)) is not None:
            self.loader.open_data(path)

    @Slot(str)
    def _open_shipped(self, path: str) -> None:
        self.loader.open_weights(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.loader.open_any(Path(url.toLocalFile()))

    @Slot(str)
    def _say_started(self, job: str) -> None:
        if job == FETCH_MNIST:
            self.statusBar().showMessage(translate("window", "Looking for MNIST…"))

    @Slot(object)
    def _take_opened(self, opened: OpenNetwork | OpenData) -> None:
        self._opened = opened
        self._say_opened()

    def _say_opened(self) -> None:
        """In the status bar: what was opened last."""
        self.statusBar().showMessage(dialogs.opened_text(self._opened) if self._opened else "")

    @Slot()
    def _about(self) -> None:
        dialogs.about(self.top_bar)

    # Keeping

    @Slot(str)
    def _furnish(self, key: str) -> None:
        """A panel was made: give it back what was made in it, the language and the colours."""
        dock = next(dock for dock in self.docks.values() if dock.spec.key == key)
        panel = dock.ensure_panel()
        panel.restore(self._section(key))
        panel.retranslate()
        panel.apply_theme(self._theme)

    def _section(self, key: str) -> dict[str, object]:
        section = self._work.get(key)
        return section if isinstance(section, dict) else {}

    @Slot()
    def _save_soon(self) -> None:
        self._save_timer.start()

    @Slot()
    def save_work(self) -> bool:
        """Keep what was made and what is looked at. A panel that was never shown keeps what it had.

        Returns whether it is on the disk.
        """
        if self.session.network is not None:
            self._work["session"] = self.loader.choices()
        for dock in self.docks.values():
            if dock.panel is not None:
                self._work[dock.spec.key] = dock.panel.work()
        self.settings.set_data("geometry", self.saveGeometry())
        self.settings.set_data("layout", self.saveState(LAYOUT_VERSION))
        return self.settings.save_work(self._work)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save, hide, cancel, wait: in this order nothing is lost and nobody waits for a window to go."""
        self._save_timer.stop()
        if not self.save_work() and not dialogs.ask_leave_unsaved(self.top_bar, self.settings.folder):
            event.ignore()
            return
        self.hide()
        self.jobs.shutdown()
        event.accept()
