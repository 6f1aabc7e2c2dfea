"""One table of actions: what each is called, its shortcut, and the menu that it stands in.

Menus, toolbar and shortcuts are made from this table and from nothing else.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from gui.i18n import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Spec:
    """`key` is the object name; `text` is English; of the actions of a `group` one is checked.

    `menu` is the menu that it stands in, or "" where a menu of the toolbar has it.
    """

    key: str
    text: str
    menu: str
    shortcut: str = ""
    group: str = ""
    separator: bool = False  # a line above it in the menu
    checkable: bool = False  # checked while it is in use


MENUS = {
    "file": QT_TRANSLATE_NOOP("actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("actions", "&Edit"),
    "view": QT_TRANSLATE_NOOP("actions", "&View"),
    "help": QT_TRANSLATE_NOOP("actions", "&Help"),
}

SPECS = (
    Spec("openWeightsAction", QT_TRANSLATE_NOOP("actions", "Open &weights…"), "file", "Ctrl+O"),
    Spec(
        "openDataAction", QT_TRANSLATE_NOOP("actions", "Open a &folder with MNIST…"), "file", "Ctrl+Shift+O"
    ),
    Spec("useSamplesAction", QT_TRANSLATE_NOOP("actions", "Use the &made-up digits"), "", checkable=True),
    Spec(
        "useMnistAction",
        QT_TRANSLATE_NOOP("actions", "Use the real &MNIST (download once, 11 MB)"),
        "",
        checkable=True,
    ),
    Spec("quitAction", QT_TRANSLATE_NOOP("actions", "&Quit"), "file", "Ctrl+Q", separator=True),
    Spec("undoAction", QT_TRANSLATE_NOOP("actions", "&Undo"), "edit", "Ctrl+Z"),
    Spec("redoAction", QT_TRANSLATE_NOOP("actions", "&Redo"), "edit", "Ctrl+Shift+Z"),
    Spec("arrangeAllAction", QT_TRANSLATE_NOOP("actions", "All"), "view", "Ctrl+1", "arrangement"),
    Spec("arrangeGatesAction", QT_TRANSLATE_NOOP("actions", "Gates"), "view", "Ctrl+2", "arrangement"),
    Spec(
        "arrangeActivationsAction",
        QT_TRANSLATE_NOOP("actions", "Activations"),
        "view",
        "Ctrl+3",
        "arrangement",
    ),
    Spec("arrangeForwardAction", QT_TRANSLATE_NOOP("actions", "Forward"), "view", "Ctrl+4", "arrangement"),
    Spec("arrangeDrawAction", QT_TRANSLATE_NOOP("actions", "Draw"), "view", "Ctrl+5", "arrangement"),
    Spec("koreanAction", "한국어", "view", group="language", separator=True),
    Spec("englishAction", "English", "view", group="language"),
    Spec("lightAction", QT_TRANSLATE_NOOP("actions", "Light"), "view", group="theme", separator=True),
    Spec("darkAction", QT_TRANSLATE_NOOP("actions", "Dark"), "view", group="theme"),
    Spec("resetLayoutAction", QT_TRANSLATE_NOOP("actions", "&Reset layout"), "view", separator=True),
    Spec("aboutAction", QT_TRANSLATE_NOOP("actions", "&About Mitbadak"), "help"),
)


class Actions:
    """The actions of the table, made once, by key."""

    def __init__(self, parent: QObject) -> None:
        self._by_key: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for spec in SPECS:
            action = QAction(parent)
            action.setObjectName(spec.key)
            if spec.shortcut:
                action.setShortcut(QKeySequence(spec.shortcut))
            action.setCheckable(bool(spec.group) or spec.checkable)
            if spec.group:
                group = groups.setdefault(spec.group, QActionGroup(parent))
                group.addAction(action)
            self._by_key[spec.key] = action
        # The arrangement is a starting point, not a state: once a dock is moved, none of them holds.
        groups["arrangement"].setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    def retranslate(self) -> None:
        for spec in SPECS:
            action = self._by_key[spec.key]
            action.setText(QCoreApplication.translate("actions", spec.text))
            shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = action.text().replace("&", "")
            action.setToolTip(f"{plain} ({shortcut})" if shortcut else plain)
