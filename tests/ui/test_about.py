"""The window that says what Advisor is and whose work it carries."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app import carried
from advisor_app.carried import Carried
from advisor_app.ui.about import AboutDialog
from advisor_app.wording import Translator


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def components(tmp_path: Path) -> tuple[Carried, ...]:
    (tmp_path / "Qt.txt").write_text("GNU LESSER GENERAL PUBLIC LICENSE", encoding="utf-8")
    return (
        Carried(name="advisor", version="1.0", licence="GPL-3.0-or-later", text=None),
        Carried(name="Qt", version="6.11.3", licence="LGPL-3.0-only", text=tmp_path / "Qt.txt"),
        Carried(name="gone", version="1", licence="MIT", text=tmp_path / "gone.txt"),
    )


def test_the_licence_of_each_component_is_read_by_keyboard(parent: QWidget, components: tuple[Carried, ...]) -> None:
    dialog = AboutDialog(Translator("en"), parent, components)
    dialog.show()
    assert dialog.text.toPlainText().startswith("advisor 1.0\nGPL-3.0-or-later")
    QTest.keyClick(dialog.names, Qt.Key.Key_Down)
    assert "LESSER" in dialog.text.toPlainText()
    QTest.keyClick(dialog.names, Qt.Key.Key_Down)
    assert "not here" in dialog.text.toPlainText(), "a licence that somebody deleted"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_versions_can_be_copied(parent: QWidget, components: tuple[Carried, ...]) -> None:
    dialog = AboutDialog(Translator("fr"), parent, components)
    dialog._copy()
    assert "Qt 6.11.3  LGPL-3.0-only" in QGuiApplication.clipboard().text()
    dialog.close()


def test_a_checkout_names_its_libraries(parent: QWidget) -> None:
    dialog = AboutDialog(Translator("en"), parent)
    assert dialog.names.count() > 10
    assert "GNU GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    dialog.close()


def test_everything_the_program_works_with_is_loaded_and_named() -> None:
    found = dict(carried.loaded())
    assert {"PySide6", "typst", "SQLite"} <= found.keys()
    assert all(version[0].isdigit() for version in found.values())


def test_the_standalone_folder_has_its_own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert carried.carried() == (), "a list that is not there is empty"
    (tmp_path / "licences").mkdir()
    listed = '[{"name": "zlib", "version": "1", "licence": "Zlib", "text": "zlib.txt"},'
    listed += '{"name": "advisor", "version": "2", "licence": "GPL", "text": "advisor.txt"}]'
    (tmp_path / "licences" / "components.json").write_text(listed, encoding="utf-8")
    assert [one.name for one in carried.carried()] == ["advisor", "zlib"]
