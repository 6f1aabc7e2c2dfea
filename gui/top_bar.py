"""The toolbar: arrangements on the left; the model, the data, language and theme on the right."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from gui import icons
from gui.actions import Actions
from gui.arrangements import ARRANGEMENTS
from gui.session import Session
from gui.theme import Theme
from gui.widgets.named import named

translate = QCoreApplication.translate


class TopBar(QToolBar):
    """Shows what is in use and offers to change it. It decides nothing itself."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setMovable(False)
        self.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._session = session
        brand = named(QLabel("밑바닥"), "brand")
        brand.setProperty("large", True)
        self.addWidget(brand)
        self.addWidget(self._segments(actions))
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.model_menu = QMenu(self)
        self.data_menu = QMenu(self)
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
        opened = self._session.open_network
        if opened is None:
            self.model_button.setText(translate("topbar", "Model: loading…"))
            return
        sizes = "-".join(map(str, opened.network.sizes))
        self.model_button.setText(
            translate("topbar", "Model {name}  {sizes}").format(name=opened.name, sizes=sizes)
        )
        self.model_button.setToolTip(
            translate("topbar", "Weights that come with the program; click to open others")
            if opened.shipped
            else opened.source
        )

    def show_data(self) -> None:
        opened = self._session.open_data
        if opened is None:
            self.data_button.setText(translate("topbar", "Data: loading…"))
            return
        self.data_button.setText(
            translate("topbar", "Data {name}, {count} images").format(
                name=data_name(opened.kind), count=f"{len(opened.digits):,}"
            )
        )
        self.data_button.setToolTip(
            opened.path
            or (
                translate("topbar", "These digits were made up by a program. Click for the real MNIST.")
                if opened.kind == "made-up"
                else ""
            )
        )


def data_name(kind: str) -> str:
    """What a set of digits is called on screen."""
    if kind == "made-up":
        return translate("topbar", "made-up digits")
    return translate("topbar", "MNIST test")
