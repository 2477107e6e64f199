"""The item models keep Qt's rules, whatever happens to what they show."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from advisor_app.services.browse import Browsed, Order, Query, browse
from advisor_app.ui.browse.asking import Speaker, put_into_words
from advisor_app.ui.browse.lines import heading, small, text_line
from advisor_app.ui.itemmodels.lines import LinesModel
from advisor_app.ui.itemmodels.pages import PagesModel
from advisor_app.ui.itemmodels.programme_rows import ProgrammeRow
from advisor_app.ui.itemmodels.programmes import CHUNK, Chunk, ProgrammesModel
from advisor_app.wording import Translator
from tests.ui.small_catalogue import LICENCE_IN_LAW, TODAY, SmallCatalogue

TEXT = Qt.ItemDataRole.AccessibleTextRole
EN = Translator("en")
SPEAKER = Speaker(EN, TODAY)


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def found(order: Order = Order.FIT, text: str = "") -> tuple[Browsed, tuple[Chunk, ...]]:
    """A list, and the words of its first rows."""
    browsed = browse(SmallCatalogue(), LICENCE_IN_LAW, Query(text=text, order=order))
    return browsed, (put_into_words(SmallCatalogue(), browsed, 0, SPEAKER),)


def rows() -> tuple[ProgrammeRow, ...]:
    return found()[1][0].rows


def long_list(count: int) -> Browsed:
    """A list of which only the length and the order matter."""
    return replace(found()[0], positions=np.arange(count))


def chunk(start: int) -> Chunk:
    one = rows()[0]
    return Chunk(start, tuple(replace(one, id=f"p{number}", title=f"Programme {number}") for number in range(start, start + CHUNK)))


def test_programmes_keep_the_rules_through_searches_orders_and_comparisons(qtbot: QtBot) -> None:
    model = ProgrammesModel(EN)
    tester = watched(model)
    nothing = found(text="zzz")
    for shown, chunks in (found(), found(Order.NAME), found(text="south"), nothing, found()):
        model.show(shown, chunks)
        assert model.rowCount() == len(shown)
        assert model.ids == tuple(row.id for chunk in chunks for row in chunk.rows)
        assert model.complete
    model.set_compared({"affairs", "elsewhere"})
    assert model.index_of("affairs").data(ProgrammesModel.COMPARED) is True
    assert not model.index_of("elsewhere").isValid()
    tester.deleteLater()


def test_a_long_list_has_the_words_of_what_was_looked_at(qtbot: QtBot) -> None:
    model = ProgrammesModel(EN)
    tester = watched(model)
    shown = long_list(200_000)
    model.show(shown, (chunk(0),))
    assert model.rowCount() == 200_000
    assert not model.complete
    asked: list[int] = []
    model.missing.connect(asked.append)
    assert model.index(150_010).data(TEXT) == "Row 150,011"
    assert model.index(150_010).data(ProgrammesModel.ROW) is None
    assert set(asked) == {150_010}
    model.put(shown, chunk(150_010))
    assert model.index(150_010).data() == "Programme 150010"
    assert model.index_of("p150010").row() == 150_010
    tester.deleteLater()


def test_words_of_another_list_come_too_late(qtbot: QtBot) -> None:
    model = ProgrammesModel(EN)
    first, second = long_list(1000), long_list(900)
    model.show(first, (chunk(0),))
    model.show(second, ())
    model.put(first, chunk(0))
    assert model.row(0) is None


def test_a_long_list_keeps_few_words(qtbot: QtBot) -> None:
    model = ProgrammesModel(EN)
    shown = long_list(200_000)
    model.show(shown, ())
    for start in range(0, 5_000, CHUNK):
        model.put(shown, chunk(start))
    assert len(model.ids) <= 2_000
    assert model.row(0) is None, "what was looked at longest ago is forgotten first"
    assert model.row(4_999) is not None
    assert not model.index_of("p0").isValid()


def test_a_row_says_programme_school_and_verdict(qtbot: QtBot) -> None:
    model = ProgrammesModel(EN)
    model.show(*found())
    said = model.index_of("intelligence").data(TEXT)
    assert said.startswith("Master 2 Intelligence, South, Not yet")
    assert "asks Bac+4, has Bac+3" in said


def test_only_rows_that_changed_are_painted_again(qtbot: QtBot) -> None:
    model = ProgrammesModel(EN)
    shown, (first,) = found()
    model.show(shown, (first,))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    one, *others = first.rows
    again, _ = found()
    model.show(again, (Chunk(0, (replace(one, reason="another"), *others)),))
    assert changed == [0]


def test_lines_keep_the_rules_and_remember_what_is_open(qtbot: QtBot) -> None:
    model = LinesModel()
    tester = watched(model)
    foldable = replace(text_line("a", small("first")), fold=(small("where it comes from"),))
    model.set_lines((heading("h", "Heading"), foldable))
    index = model.index(1)
    model.set_open(index, True)
    assert model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole) == "where it comes from"
    model.set_lines((heading("h", "Heading"), replace(foldable, spoken="other words")))
    assert model.is_open(model.index(1))
    assert model.index(1).data(TEXT) == "other words"
    model.set_lines((text_line("b", small("alone")),))
    model.set_open(model.index(0), True)
    assert not model.is_open(model.index(0)), "nothing stands below this line"
    tester.deleteLater()


def test_pages_keep_the_rules_and_say_their_number(qtbot: QtBot) -> None:
    model = PagesModel(EN)
    tester = watched(model)
    page = QImage(30, 20, QImage.Format.Format_RGB32)
    for pages in ((page, page), (page, page), (page,), ()):
        model.set_pages(pages)
        assert model.rowCount() == len(pages)
    model.set_pages((page, page))
    assert model.index(1).data(TEXT) == "Page 2 of 2"
    tester.deleteLater()


def test_a_price_that_is_not_stated_is_not_taken_for_known() -> None:
    by_id = {row.id: row for row in rows()}
    assert by_id["intelligence"].price_known
    assert not by_id["security"].price_known
    assert by_id["security"].price == "Price not stated"
