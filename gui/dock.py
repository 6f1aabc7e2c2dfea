"""A dock that looks like a card, and makes its panel when it is first shown."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui import icons
from gui.panel import Panel, Tools
from gui.panels import PanelSpec, build
from gui.theme import EDGE, PADDING, STEP, Theme
from gui.widgets.named import named

translate = QCoreApplication.translate


class DockTitle(QWidget):
    """The upper edge of the card: its name, a word on what it is for, float and close."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = named(QLabel(), "dockTitleText")
        self.hint = named(QLabel(), "dockTitleHint")
        # In a narrow dock the hint gives way first.
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.float_button = named(QToolButton(), "dockFloatButton")
        self.close_button = named(QToolButton(), "dockCloseButton")
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING + EDGE, STEP // 2 + EDGE, STEP // 2 + EDGE, STEP // 2)
        row.setSpacing(STEP)
        row.addWidget(self.name)
        row.addWidget(self.hint, 1)
        for button in (self.float_button, self.close_button):
            button.setProperty("flat", True)
            button.setIconSize(QSize(14, 14))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.float_button.clicked.connect(self._toggle_floating)
        self.close_button.clicked.connect(dock.close)
        self._dock = dock

    def _toggle_floating(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())


class PanelDock(QDockWidget):
    """The dock of one panel."""

    built = Signal(str)  # the key of the panel that now exists

    def __init__(self, spec: PanelSpec, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(spec.dock)
        self.spec = spec
        self.panel: Panel | None = None
        self._tools = tools
        self._title = DockTitle(self)
        self.setTitleBarWidget(self._title)
        body = named(QWidget(), "dockBody")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(PADDING + EDGE, STEP // 2, PADDING + EDGE, PADDING + EDGE)
        self.setWidget(body)

    def showEvent(self, event: QShowEvent) -> None:
        self.ensure_panel()
        super().showEvent(event)

    def ensure_panel(self) -> Panel:
        """The panel, made now if it was never shown."""
        if self.panel is None:
            self.panel = build(self.spec, self._tools)
            self._column.addWidget(self.panel)
            self.panel.setAccessibleName(self.windowTitle())
            self.built.emit(self.spec.key)
        return self.panel

    def retranslate(self) -> None:
        title = translate("panels", self.spec.title)
        self.setWindowTitle(title)
        self._title.name.setText(title)
        self._title.hint.setText(translate("panels", self.spec.hint))
        self._title.float_button.setToolTip(translate("panels", "Float this panel, or put it back"))
        self._title.close_button.setToolTip(
            translate("panels", "Close this panel; the View menu brings it back")
        )
        self._title.float_button.setAccessibleName(translate("panels", "Float {panel}").format(panel=title))
        self._title.close_button.setAccessibleName(translate("panels", "Close {panel}").format(panel=title))
        if self.panel is not None:
            self.panel.setAccessibleName(title)
            self.panel.retranslate()

    def apply_theme(self, theme: Theme) -> None:
        self._title.float_button.setIcon(icons.icon("float", theme.muted))
        self._title.close_button.setIcon(icons.icon("close", theme.muted))
        if self.panel is not None:
            self.panel.apply_theme(theme)
