"""The language of the program: English in the code, Korean from a Qt Linguist catalogue.

Texts are translated at the moment of showing, so a new language shows when the widgets are asked to
`retranslate()`; nothing is started again.
"""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui.paths import I18N

LANGUAGES = {"ko": "한국어", "en": "English"}


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for the catalogue where it stands in a table, to be translated when it is shown.

    Named as in Qt, because the tool that collects the texts looks for this name; Qt's own has no types.
    """
    return text


def system_language() -> str:
    """Korean where the system speaks Korean, English anywhere else."""
    return "ko" if QLocale.system().language() == QLocale.Language.Korean else "en"


class Translation:
    """The catalogues that are in force. Installing a language takes the one before it out."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self.language = "en"

    def install(self, language: str) -> None:
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        if language != "en":
            qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            for name, folder in ((f"qtbase_{language}", qt_folder), (f"mitbadak_{language}", str(I18N))):
                translator = QTranslator()  # of no parent, so that it goes when it is no longer listed
                if translator.load(name, folder):
                    self._app.installTranslator(translator)
                    self._translators.append(translator)
        self.language = language
