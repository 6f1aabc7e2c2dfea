"""Languages: what is taken out of force is gone."""

import gc

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.i18n import Translation


def test_switching_languages_leaves_no_catalogues_behind(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translation = Translation(app)

    def catalogues() -> int:
        gc.collect()
        return sum(isinstance(thing, QTranslator) for thing in gc.get_objects())

    translation.install("en")
    before = catalogues()
    for _ in range(5):
        translation.install("ko")
        assert app.translate("actions", "&File") == "파일(&F)"
        translation.install("en")
        assert app.translate("actions", "&File") == "&File"
    assert catalogues() == before
    assert not app.findChildren(QTranslator)
