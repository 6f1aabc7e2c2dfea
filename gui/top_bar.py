"""The toolbar: arrangements on the left; the model, the data, language and theme on the right."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from core.network import hidden_places
from gui import icons
from gui.actions import Actions
from gui.arrangements import ARRANGEMENTS
from gui.function_names import short_function_name
from gui.session import OpenNetwork, Session
from gui.theme import Theme
from gui.widgets.named import named
from gui.widgets.text import plain_tip

translate = QCoreApplication.translate

NAME_LENGTH = 24  # letters of a file name on a button


class TopBar(QToolBar):
    """Shows what is in use and offers to change it. It decides nothing itself."""

    shipped_chosen = Signal(str)  # the path of a network that comes with the program

    def __init__(self, session: Session, actions: Actions, shipped: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)  # it stays
        self.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._session = session
        self._actions = actions
        brand = named(QLabel("밑바닥"), "brand")
        brand.setProperty("large", True)
        self.addWidget(brand)
        self.addWidget(self._segments(actions))
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.model_menu = QMenu(self)
        self.data_menu = QMenu(self)
        self._shipped = [self.model_menu.addAction(path.stem) for path in shipped]
        for action, path in zip(self._shipped, shipped, strict=True):
            action.setCheckable(True)
            action.setData(str(path))
            action.triggered.connect(self._choose_shipped)
        self.model_menu.addSeparator()
        self.model_menu.addAction(actions["openWeightsAction"])
        for key in ("useSamplesAction", "useMnistAction", "openDataAction"):
            self.data_menu.addAction(actions[key])
        self.model_button = self._menu_button("modelButton", self.model_menu)
        self.data_button = self._menu_button("dataButton", self.data_menu)
        self.language_button = named(QToolButton(), "languageButton")
        self.theme_button = named(QToolButton(), "themeButton")
        self.addWidget(self.language_button)
        self.addWidget(self.theme_button)
        session.network_changed.connect(self.show_model)
        session.dataset_changed.connect(self.show_data)

    def _segments(self, actions: Actions) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(0)
        for key in ARRANGEMENTS:
            button = named(QToolButton(), key.replace("Action", "Button"))
            button.setProperty("segment", True)
            button.setDefaultAction(actions[key])
            row.addWidget(button)
        return holder

    def _menu_button(self, name: str, menu: QMenu) -> QToolButton:
        button = named(QToolButton(), name)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.addWidget(button)
        return button

    @Slot()
    def _choose_shipped(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_model()  # a click checks it, but only what is open is checked
            self.shipped_chosen.emit(action.data())

    def retranslate(self, language: str) -> None:
        self.language_button.setText("한국어" if language == "en" else "English")
        self.language_button.setToolTip(translate("topbar", "Switch the language"))
        self.theme_button.setToolTip(translate("topbar", "Switch between light and dark"))
        self.theme_button.setAccessibleName(translate("topbar", "Light or dark"))
        self.show_model()
        self.show_data()

    def apply_theme(self, theme: Theme) -> None:
        self.theme_button.setIcon(icons.icon("sun" if theme.is_dark else "moon", theme.ink))

    def show_model(self) -> None:
        """The network in use, on the button, in the menu bar and checked in the menu."""
        opened = self._session.open_network
        for action in self._shipped:
            action.setChecked(opened is not None and action.data() == opened.source)
        if opened is None:
            text, tip = translate("topbar", "Model: loading…"), ""
        else:
            text = (
                translate("topbar", "Model {name}, changed  {sizes}")
                if opened.swapped
                else translate("topbar", "Model {name}  {sizes}")
            ).format(name=short_name(opened.name), sizes="-".join(map(str, opened.network.sizes)))
            tip = plain_tip(opened.source)
            if opened.shipped:
                tip = translate("topbar", "Weights that come with the program; click to open others")
            if opened.swapped:
                tip = changed_tip(opened)
        self.model_button.setText(text)
        self.model_button.setToolTip(tip)
        self.model_menu.setTitle(text)

    def show_data(self) -> None:
        """The digits in use, in the same places."""
        opened = self._session.open_data
        self._actions["useSamplesAction"].setChecked(opened is not None and opened.kind == "made-up")
        self._actions["useMnistAction"].setChecked(opened is not None and opened.kind == "mnist")
        if opened is None:
            text, tip = translate("topbar", "Data: loading…"), ""
        else:
            text = translate("topbar", "Data {name}, {count} images").format(
                name=data_name(opened.kind), count=f"{len(opened.digits):,}"
            )
            tip = plain_tip(opened.path)
            if opened.kind == "made-up":
                tip = translate("topbar", "These digits were made up by a program. Click for the real MNIST.")
        self.data_button.setText(text)
        self.data_button.setToolTip(tip)
        self.data_menu.setTitle(text)


def short_name(name: str) -> str:
    """A file's name for a button: not too long, and without letters that Qt would take for a shortcut."""
    if len(name) > NAME_LENGTH:
        name = f"{name[: NAME_LENGTH // 2]}…{name[-NAME_LENGTH // 2 :]}"
    return name.replace("&", "&&")


def changed_tip(opened: OpenNetwork) -> str:
    """Which activations are not those of the file, a line for each."""
    places = hidden_places(opened.own)
    line = translate("topbar", "Layer {number}: {function} instead of {own}")
    lines = (
        line.format(
            number=places.index(place) + 1,
            function=short_function_name(key),
            own=short_function_name(opened.own.layers[place].name),
        )
        for place, key in opened.swapped.items()
    )
    return "<br>".join(map(plain_tip, lines))


def data_name(kind: str) -> str:
    """What a set of digits is called on screen."""
    if kind == "made-up":
        return translate("topbar", "made-up digits")
    return translate("topbar", "MNIST test")
