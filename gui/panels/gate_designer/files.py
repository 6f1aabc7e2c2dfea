"""Circuits on the disk and on the clipboard: asks where, works in a worker, and says what went wrong.

The format of files is fetched when it is needed: a start need not wait for it.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.circuit import Circuit
from core.errors import CoreError
from gui.panel import Tools
from gui.panels.gate_designer.design import MOST_INPUTS
from gui.panels.gate_designer.designer import Designer
from gui.theme import Theme

translate = QCoreApplication.translate

SUFFIX = ".json"


class CircuitFiles(QObject):
    """Opens and keeps what the designer holds."""

    said = Signal(str)  # something was done that cannot be seen otherwise

    def __init__(self, designer: Designer, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._designer = designer
        self._tools = tools
        self._parent = parent

    def do(self, name: str, theme: Theme, table_text: str) -> None:
        """What an action of the sheet's menu asks for."""
        if name == "gateOpen":
            self._ask_open()
        elif name == "gateSave":
            self._ask_save()
        elif name == "gateCopyPython":
            from core.circuit_python import python_of  # only this needs it

            design = self._designer.design
            self._copy(
                python_of(design.circuit, design.firing), translate("gate_designer", "Copied as Python.")
            )
        elif name == "gateCopyTable":
            self._copy(table_text, translate("gate_designer", "The truth table is on the clipboard."))
        elif name == "gateExportPicture":
            self._ask_picture(theme)

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(said)

    # Opening

    def _ask_open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._parent, translate("gate_designer", "Open a circuit"), "", _circuits()
        )
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> None:
        """Read the file in a worker; the sheet stays as it is until it is known to be good."""
        from core.files.circuits import load_circuit

        self._tools.jobs.run("open-circuit", load_circuit, path, on_done=self._opened, on_error=self._failed)

    @Slot(object)
    def _opened(self, circuit: Circuit) -> None:
        if not 1 <= len(circuit.inputs) <= MOST_INPUTS:
            self.said.emit(
                translate(
                    "gate_designer", "This circuit has {count} inputs; the sheet shows circuits of 1 to 4."
                ).format(count=len(circuit.inputs))
            )
            return
        self._tools.messages.clear()
        name = circuit.name or translate("gate_designer", "circuit")
        self._designer.load_circuit(circuit, translate("gate_designer", "open {name}").format(name=name))

    @Slot(Exception)
    def _failed(self, error: Exception) -> None:
        self._tools.messages.show_error(error)

    # Keeping

    def _ask_save(self) -> None:
        suggestion = f"{self._designer.circuit.name or 'circuit'}{SUFFIX}"
        title = translate("gate_designer", "Save the circuit")
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, suggestion, _circuits())
        if chosen and (path := _with_suffix(Path(chosen))) != Path(chosen) and path.exists():
            # Nobody was asked about the file that has this name once the suffix is there.
            chosen, _ = QFileDialog.getSaveFileName(self._parent, title, str(path), _circuits())
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        from core.files.circuits import save_circuit

        path = _with_suffix(path)
        try:
            save_circuit(path, self._designer.circuit)
        except CoreError as error:
            self._tools.messages.show_error(error)
            return
        self.said.emit(translate("gate_designer", "Saved as {file}.").format(file=path.name))

    def _ask_picture(self, theme: Theme) -> None:
        suggestion = f"{self._designer.circuit.name or 'circuit'}.svg"
        path, _ = QFileDialog.getSaveFileName(
            self._parent,
            translate("gate_designer", "Save as a picture"),
            suggestion,
            translate("gate_designer", "Pictures ({patterns})").format(patterns="*.svg *.png"),
        )
        if path:
            self.save_picture(Path(path), theme)

    def save_picture(self, path: Path, theme: Theme) -> None:
        if path.suffix.lower() not in (".svg", ".png"):
            path = path.with_name(path.name + ".svg")
        from gui.panels.gate_designer.export import export_picture  # only this needs it

        designer = self._designer
        try:
            export_picture(designer.design, designer.now, theme, path)
        except CoreError as error:
            self._tools.messages.show_error(error)
            return
        self.said.emit(translate("gate_designer", "Saved as {file}.").format(file=path.name))


def _with_suffix(path: Path) -> Path:
    return path if path.suffix else path.with_suffix(SUFFIX)


def _circuits() -> str:
    return translate("gate_designer", "Circuits ({patterns})").format(patterns=f"*{SUFFIX}")
