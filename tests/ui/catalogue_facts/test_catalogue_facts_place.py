"""The page on the open catalogue, with the real one."""

from contextlib import AbstractContextManager, nullcontext
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app import paths
from advisor_app.domain.text import Lang
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.services.catalogue_facts import CountedCatalogue
from advisor_app.ui.catalogue_facts.bar_chart import BarChart
from advisor_app.ui.catalogue_facts.place import CatalogueFactsPlace
from advisor_app.ui.components import Label
from tests.ui.desk import Heard, make_desk

TODAY = date(2026, 11, 22)


def opened() -> AbstractContextManager[CountedCatalogue]:
    return nullcontext(open_catalogue(paths.default_catalogue()))


def shown(qtbot: QtBot, lang: Lang = "en", width: int = 1270) -> tuple[CatalogueFactsPlace, Heard]:
    desk, heard = make_desk(lang)
    place = CatalogueFactsPlace(desk, opened, TODAY)
    qtbot.addWidget(place)
    place.resize(width, 600)
    place.show()
    place.activate()
    QApplication.processEvents()
    return place, heard


def test_numbers_and_charts_are_there_in_words_too(qtbot: QtBot) -> None:
    place, _ = shown(qtbot)
    labels = {label.text() for label in place.findChildren(Label)}
    assert {"programmes", "schools", "sources", "Sources by age"} <= labels
    charts = {chart.accessibleName(): chart.accessibleDescription() for chart in place.findChildren(BarChart)}
    assert charts["Programmes by school"] == "ILERI: 2; HEIP: 1"
    assert "Over 2 years: check again: " in charts["Sources by age"]
    assert place.version.text().startswith("Version 2026.11, revised on ")


def test_all_of_it_is_copied_as_text(qtbot: QtBot) -> None:
    place, heard = shown(qtbot)
    QTest.keyClick(place.page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert "- 3 programmes" in copied
    assert "Programmes by school\n- ILERI: 2\n- HEIP: 1" in copied
    assert heard.said == [("Copied as text: What this catalogue holds", "news")]


@pytest.mark.parametrize("width", [620, 900, 1800])
def test_charts_stand_in_as_many_columns_as_fit(qtbot: QtBot, width: int) -> None:
    place, _ = shown(qtbot, "fr", width)
    assert place.page.horizontalScrollBar().maximum() == 0
    tops = {chart.y() for chart in place.charts}
    columns = {620: 1, 900: 2, 1800: 3}[width]
    assert len(tops) == -(-len(place.charts) // columns)


def test_a_catalogue_that_cannot_be_counted_is_reported(qtbot: QtBot) -> None:
    desk, heard = make_desk()

    def broken() -> object:
        raise RuntimeError("gone")

    place = CatalogueFactsPlace(desk, broken)  # type: ignore[arg-type]
    qtbot.addWidget(place)
    place.activate()
    assert [str(error) for error in heard.reported] == ["gone"]
