"""The item models of Eligibility and Compare keep Qt's rules, and read aloud what they show."""

from contextlib import nullcontext
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.arrangement import Arrangement
from advisor_app.domain.columns import Column
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Student
from advisor_app.ui.compare.arranged import Rows, Seen, arranged
from advisor_app.ui.compare.comparison_said import say_comparison
from advisor_app.ui.eligibility.findings_said import headings
from advisor_app.ui.eligibility.place import EligibilitySaid, Whom, say_eligibility
from advisor_app.ui.itemmodels.comparison import Changed, ComparisonModel
from advisor_app.ui.itemmodels.findings import FindingsModel, Shown
from advisor_app.ui.itemmodels.routes import RoutesModel
from advisor_app.wording import Translator
from tests.ui.eligibility.catalogue import HEIP, LAW_STUDENT, SD, SI, TODAY, shelf

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
EN = Translator("en")


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def eligibility(student: Student, campus: str | None = None) -> EligibilitySaid:
    return say_eligibility(lambda: nullcontext(shelf()), Whom(student, None), EN, TODAY, (campus, None))


def all_of(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[QModelIndex]:
    found = []
    above = parent or QModelIndex()
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found += [index, *all_of(model, index)]
    return found


def test_routes_keep_the_rules_while_students_and_campuses_change(qtbot: QtBot) -> None:
    model = RoutesModel()
    tester = watched(model)
    for said in (eligibility(LAW_STUDENT), eligibility(Student()), eligibility(LAW_STUDENT, "lyon")):
        assert model.show(said.routes.groups, "Route")
    assert not model.show(said.routes.groups, "Route"), "the same rows are left alone"
    model.show(())
    assert not model.best().isValid()
    tester.deleteLater()


def test_every_route_can_be_found_again(qtbot: QtBot) -> None:
    model = RoutesModel()
    model.show(eligibility(LAW_STUDENT).routes.groups)
    for route in routes_of(shelf().programme(HEIP)):
        index = model.find(route)
        assert index.isValid()
        assert model.route(index) == route


def test_an_empty_band_is_read_and_never_stood_on(qtbot: QtBot) -> None:
    model = RoutesModel()
    model.show(eligibility(LAW_STUDENT).routes.groups)
    band = next(index for index in all_of(model) if index.data(SPOKEN) == "To confirm 0 · Need info 0")
    assert not model.flags(band) & Qt.ItemFlag.ItemIsEnabled
    assert model.route(band) is None


def test_findings_keep_the_rules_and_say_their_line(qtbot: QtBot) -> None:
    said = eligibility(LAW_STUDENT)
    model = FindingsModel()
    tester = watched(model)
    assert said.route is not None
    model.show(said.route.lines, headings(said.name))
    assert model.show(said.route.lines, headings(said.name)) is Shown.SAME
    spoken = [index.data(SPOKEN) for index in all_of(model)]
    assert any("Bac+3, Met, the student has: Bac+3" in line and "24 November 2025" in line for line in spoken)
    across = model.headerData(1, Qt.Orientation.Horizontal)
    assert across == "The student has"
    model.show((), headings(said.name))
    tester.deleteLater()


def test_the_comparison_keeps_the_rules_while_columns_come_and_go(qtbot: QtBot) -> None:
    model = ComparisonModel()
    tester = watched(model)
    columns = tuple(Column(programme=one) for one in (HEIP, SI, SD))
    for some, rows in ((columns, Rows.DIFFERENCES), (columns[:2], Rows.ALL), (columns[::-1], Rows.DIFFERENCES)):
        said = say_comparison(shelf(), (LAW_STUDENT, some, None), EN, TODAY).said
        model.show(arranged(said, Seen(rows=rows), Arrangement(), EN), [head.spoken for head in said.heads])
        assert model.columnCount() == len(some)
    model.show((), ())
    tester.deleteLater()


def test_a_changed_cell_leaves_the_other_rows_where_they_are(qtbot: QtBot) -> None:
    """So that the reader's place in the table outlives a fact of the student."""
    model = ComparisonModel()
    columns = (Column(programme=SI), Column(programme=SD))

    def show(student: Student) -> Changed:
        said = say_comparison(shelf(), (student, columns, None), EN, TODAY).said
        return model.show(arranged(said, Seen(rows=Rows.ALL), Arrangement(), EN), [head.spoken for head in said.heads])

    show(LAW_STUDENT)
    resets: list[str] = []
    model.modelReset.connect(lambda: resets.append("reset"))
    richer = replace(LAW_STUDENT, wishes=replace(LAW_STUDENT.wishes, budget_per_year=Decimal(20_000)))
    changed = show(richer)
    assert not changed.anew
    assert not resets
    assert 0 < len(changed.rows) < len(model.rows), "what says the same is not painted again"
