"""The item models keep Qt's rules, whatever happens to what they show."""

from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from advisor_app.services import listed
from advisor_app.services.browse import Order, Query, browse
from advisor_app.ui.browse.lines import heading, small, text_line
from advisor_app.ui.itemmodels.lines import LinesModel
from advisor_app.ui.itemmodels.pages import PagesModel
from advisor_app.ui.itemmodels.programmes import ProgrammeRow, ProgrammesModel, row_of
from advisor_app.wording import Translator
from tests.ui.small_catalogue import LICENCE_IN_LAW, SmallCatalogue

TEXT = Qt.ItemDataRole.AccessibleTextRole
EN = Translator("en")


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def rows(order: Order = Order.FIT, text: str = "") -> tuple[ProgrammeRow, ...]:
    found = browse(SmallCatalogue(), LICENCE_IN_LAW, Query(text=text, order=order))
    return tuple(row_of(one, EN) for one in listed.rows(SmallCatalogue(), found))


def test_programmes_keep_the_rules_through_searches_orders_and_comparisons(qtbot: QtBot) -> None:
    model = ProgrammesModel(EN)
    tester = watched(model)
    for shown in (rows(), rows(Order.NAME), rows(text="south"), (), rows()):
        model.show(shown)
        assert model.ids == tuple(row.id for row in shown)
    model.set_compared({"affairs", "elsewhere"})
    assert model.index_of("affairs").data(ProgrammesModel.COMPARED) is True
    assert not model.index_of("elsewhere").isValid()
    tester.deleteLater()


def test_a_row_says_programme_school_and_verdict(qtbot: QtBot) -> None:
    model = ProgrammesModel(EN)
    model.show(rows())
    said = model.index_of("intelligence").data(TEXT)
    assert said.startswith("Master 2 Intelligence, South, Not yet")
    assert "asks Bac+4, has Bac+3" in said


def test_only_rows_that_changed_are_painted_again(qtbot: QtBot) -> None:
    model = ProgrammesModel(EN)
    model.show(rows())
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    one, *others = rows()
    model.show((replace(one, reason="another"), *others))
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
