"""The list of results at any length: where rows lie, keys, and that only what is seen is asked for."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.services.browse import Query, browse
from advisor_app.ui.browse.asking import Speaker, put_into_words
from advisor_app.ui.browse.results_view import ResultsView
from advisor_app.ui.itemmodels.programmes import CHUNK, Chunk, ProgrammesModel
from advisor_app.wording import Translator
from tests.ui.small_catalogue import LICENCE_IN_LAW, TODAY, SmallCatalogue

Key = Qt.Key
EN = Translator("en")
MANY = 200_000


def view_of(qtbot: QtBot, count: int) -> tuple[ResultsView, ProgrammesModel]:
    found = browse(SmallCatalogue(), LICENCE_IN_LAW, Query())
    chunk = put_into_words(SmallCatalogue(), found, 0, Speaker(EN, TODAY))
    model = ProgrammesModel(EN)
    if count > len(found):
        one = chunk.rows[0]
        found = replace(found, positions=np.arange(count))
        chunk = Chunk(0, tuple(replace(one, id=f"p{number}", title=f"Programme {number}") for number in range(CHUNK)))
    view = ResultsView(model, EN)
    qtbot.addWidget(view)
    model.setParent(view)
    view.resize(376, 500)
    model.show(found, (chunk,))
    view.show()
    QApplication.processEvents()
    return view, model


def test_short_lists_have_rows_as_high_as_their_words(qtbot: QtBot) -> None:
    view, model = view_of(qtbot, 3)
    heights = [view.visualRect(model.index(row)).height() for row in range(3)]
    assert heights[0] > heights[1], "a title of two lines"
    assert [view.visualRect(model.index(row)).top() for row in range(3)] == [0, heights[0], heights[0] + heights[1]]
    assert view.indexAt(QPoint(10, heights[0] + 5)).row() == 1
    assert not view.indexAt(QPoint(10, sum(heights) + 50)).isValid()


def test_a_long_list_is_laid_out_without_asking_for_its_rows(qtbot: QtBot) -> None:
    view, model = view_of(qtbot, MANY)
    asked: list[int] = []
    model.missing.connect(asked.append)
    each = view.visualRect(model.index(0)).height()
    bar = view.verticalScrollBar()
    assert bar.maximum() == each * MANY - view.viewport().height()
    seen: list[tuple[int, int]] = []
    view.in_sight.connect(lambda first, last: seen.append((first, last)))
    bar.setValue(bar.maximum())
    view.grab()
    assert seen[-1][1] == MANY - 1
    assert set(asked) <= set(range(seen[-1][0], MANY)), "only what is in sight"


@pytest.mark.parametrize("count", [3, MANY])
def test_keys_go_through_the_list_and_keep_it_in_sight(qtbot: QtBot, count: int) -> None:
    view, model = view_of(qtbot, count)
    view.setCurrentIndex(model.index(0))
    QTest.keyClick(view, Key.Key_Down)
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, Key.Key_End)
    assert view.currentIndex().row() == count - 1
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    QTest.keyClick(view, Key.Key_PageUp)
    assert view.currentIndex().row() < count - 1
    QTest.keyClick(view, Key.Key_Home)
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Key.Key_Up)
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Key.Key_PageDown)
    assert view.currentIndex().row() > 0


def test_a_row_far_down_is_chosen_as_soon_as_its_words_are_there(qtbot: QtBot) -> None:
    view, model = view_of(qtbot, MANY)
    view.setCurrentIndex(model.index(0))
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    QTest.keyClick(view, Key.Key_End)
    assert chosen == []
    start, row, found = (MANY - 1) // CHUNK * CHUNK, model.row(0), model.found
    assert row is not None
    assert found is not None
    model.put(found, Chunk(start, tuple(replace(row, id=f"p{number}") for number in range(start, MANY))))
    assert chosen == [f"p{MANY - 1}"]


def test_a_click_chooses_the_row_under_it(qtbot: QtBot) -> None:
    view, model = view_of(qtbot, MANY)
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(1)).center())
    assert chosen == ["p1"]
    assert [index.row() for index in view.selectedIndexes()] == [1]
