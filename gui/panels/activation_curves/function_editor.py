"""The learner's own functions: typed, seen while they are typed, added, changed and removed."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.function_names import function_name
from gui.panel import Tools
from gui.panels.activation_curves.function_line import FunctionLine
from gui.panels.activation_curves.function_offers import FunctionOffers
from gui.panels.activation_curves.function_preview import FunctionPreview
from gui.panels.activation_curves.function_words import function_words
from gui.panels.activation_curves.own_functions import OwnFunctions
from gui.panels.activation_curves.typed import read_typed
from gui.session import MOST_FUNCTIONS
from gui.theme import LIGHT, STEP, Theme
from gui.widgets.formula import Formula
from gui.widgets.named import named

translate = QCoreApplication.translate


class FunctionEditor(QWidget):
    """A line to type a function into. While it is used, what is below the line is open.

    `ticked` asks for a curve to be shown (and explained) or hidden; where it belongs to an edit of the
    functions, it is emitted within it, so that both are undone together.
    """

    ticked = Signal(str, bool)
    opened = Signal(bool)
    finished = Signal()  # Esc in an empty line

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._own = OwnFunctions(tools.session, tools.undo, self)
        self._theme = LIGHT
        self._typed = read_typed("")
        self._changed_key = ""  # of the function that is being changed
        self._insisted = False  # somebody wants to add what cannot be read
        self._is_open = True
        self.field = FunctionLine()
        self.name = QLabel("h(x) =")
        self.name.setBuddy(self.field.line)
        self.add_button = named(QPushButton(), "labAddFunctionButton")
        self.add_button.setProperty("primary", True)
        self.remove_button = named(QPushButton(), "labRemoveFunctionButton")
        self.words = named(QLabel(wordWrap=True), "labFunctionWords")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.formula = named(Formula(tools.jobs, 15), "labFunctionFormula")
        self.preview = named(FunctionPreview(), "labFunctionPreview")
        self.offers = FunctionOffers()
        self._lay_out()
        self._connect()
        tools.session.functions_changed.connect(self._show_functions)
        self._open_or_close()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(STEP)
        for widget, stretch in (
            (self.name, 0),
            (self.field, 1),
            (self.add_button, 0),
            (self.remove_button, 0),
        ):
            top.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.formula.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        said = QVBoxLayout()
        said.setSpacing(STEP // 2)
        said.addWidget(self.formula)
        said.addWidget(self.words)
        said.addStretch(1)
        said.addWidget(self.offers)
        self.body = QWidget()
        body = QHBoxLayout(self.body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2 * STEP)
        body.addLayout(said, 1)
        body.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.body)

    def _connect(self) -> None:
        self.field.edited.connect(self._read)
        self.field.entered.connect(self._add)
        self.field.given_up.connect(self._give_up)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.offers.example_wanted.connect(self._take_example)
        self.offers.own_wanted.connect(self.take_up)
        self._own.ticked.connect(self.ticked)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._open_or_close)
        for widget in (self.field.line, self.add_button, self.remove_button, *self.offers.buttons):
            widget.installEventFilter(self)

    # Open or closed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The focus goes from one part to another, or away; once it has settled, that is seen."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._soon.start(0)
        return False

    @Slot()
    def _open_or_close(self) -> None:
        focus = self.window().focusWidget()
        is_open = focus is not None and self.isAncestorOf(focus)
        if is_open != self._is_open:
            self._is_open = is_open
            self.body.setVisible(is_open)
            self.opened.emit(is_open)
            self._show_caret()

    # What the learner does

    @Slot(str)
    def _read(self, text: str) -> None:
        self._insisted = False
        self._typed = read_typed(text)
        self._show()

    @Slot()
    def _add(self) -> None:
        """Add what was typed, or put it in the place of what is being changed. If it is there, show it."""
        typed, own = self._typed, self._own
        if typed.error is not None:
            self._insist()
        elif typed.key in own.keys:
            self.ticked.emit(typed.key, True)
            self._clear()
        elif self._changed_key in own.keys:
            own.replace(self._changed_key, typed.key)
            self._clear()
        elif len(own.keys) >= MOST_FUNCTIONS:
            self._insist()
        else:
            own.add(typed.key)
            self._clear()

    @Slot()
    def _remove(self) -> None:
        if key := self._removable:
            self._own.remove(key)
            self._clear()
            self.field.setFocus()

    @property
    def _removable(self) -> str:
        """The function of the learner's own that is meant: the one that is changed, or was typed again."""
        for key in (self._changed_key, self._typed.key):
            if key in self._own.keys:
                return key
        return ""

    def _insist(self) -> None:
        """It cannot be added: say why in plain sight, and go to the place."""
        self._insisted = True
        self.field.setFocus()
        if self._typed.error is not None:
            self.field.go_to(self._typed.error.position)
        self._show()

    def _clear(self) -> None:
        self._changed_key = ""
        self.field.line.clear()
        self._show()

    @Slot()
    def _give_up(self) -> None:
        if self.field.text:
            self._clear()
        else:
            self.finished.emit()

    @Slot(str)
    def _take_example(self, text: str) -> None:
        self._changed_key = ""
        self._write(text)

    @Slot(str)
    def take_up(self, key: str) -> None:
        """Write a function of the learner's own into the line, to be changed or removed."""
        self._changed_key = key
        self._write(function_name(key))

    def _write(self, text: str) -> None:
        self.field.line.setText(text)
        self.field.setFocus()
        self._show()

    # Showing

    @Slot()
    def _show_functions(self) -> None:
        """Some were added or removed, perhaps by an undo."""
        functions = self._own.keys
        if self._changed_key not in functions:
            self._changed_key = ""
        self.offers.show_own(functions)
        self._show()

    def _show(self) -> None:
        typed, functions = self._typed, self._own.keys
        h = typed.function
        self.preview.show_function(h)
        typeset = h is not None and h.is_readable
        if h is not None and typeset:
            self.formula.set_latex(f"h(x) = {h.latex}", h.text)
        self.formula.setVisible(typeset)
        self._show_caret()
        words = function_words(typed, self.preview, functions, changed=bool(self._changed_key))
        self.words.setText(words)
        self.field.line.setAccessibleDescription(words)
        in_warning = self._insisted or (typed.error is not None and not typed.is_unfinished)
        self._colour_words(self._theme.wrong if in_warning else self._theme.muted)
        self.add_button.setText(self._add_text())
        self.remove_button.setVisible(bool(self._removable))

    def _colour_words(self, colour: str) -> None:
        sheet = f"color: {colour}"
        if sheet != self.words.styleSheet():  # a new sheet takes longer than all the rest
            self.words.setStyleSheet(sheet)

    def _show_caret(self) -> None:
        error = self._typed.error
        shown = error is not None and self._is_open and (bool(self.field.text.strip()) or self._insisted)
        strong = self._insisted or not self._typed.is_unfinished
        self.field.point_at(error.position if error is not None and shown else None, strong=strong)

    def _add_text(self) -> str:
        functions = self._own.keys
        if self._typed.key in functions:
            return translate("activation_curves", "Show")
        if self._changed_key in functions:
            return translate("activation_curves", "Change")
        return translate("activation_curves", "Add")

    def retranslate(self) -> None:
        self.name.setFixedHeight(self.field.line.sizeHint().height())  # they stand on one line
        self.field.line.setPlaceholderText(translate("activation_curves", "your own, such as x * tanh(x)"))
        self.field.line.setAccessibleName(translate("activation_curves", "A function of your own, h(x)"))
        self.preview.setAccessibleName(translate("activation_curves", "What the typed function looks like"))
        self.offers.retranslate()
        self.remove_button.setText(translate("activation_curves", "Remove"))
        self._show_functions()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.field, self.formula, self.preview):
            part.apply_theme(theme)
        self._show()
