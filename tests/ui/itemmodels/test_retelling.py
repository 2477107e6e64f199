"""A changed fact that leaves the same rows changes only those that say something else."""

from contextlib import nullcontext
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.student import Student, Wishes
from advisor_app.ui.eligibility.findings_said import headings
from advisor_app.ui.eligibility.place import EligibilitySaid, Whom, say_eligibility
from advisor_app.ui.itemmodels.findings import FindingsModel, Shown
from advisor_app.ui.itemmodels.routes import RouteGroup, RoutesModel
from advisor_app.wording import Translator
from tests.ui.eligibility.catalogue import LAW_STUDENT, TODAY, shelf

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
EN = Translator("en")
OLDER = replace(LAW_STUDENT, age=31)


def said(student: Student) -> EligibilitySaid:
    return say_eligibility(lambda: nullcontext(shelf()), Whom(student, None), EN, TODAY, (None, None))


def spoken(model: FindingsModel | RoutesModel, parent: QModelIndex | None = None) -> list[str]:
    found = []
    above = parent or QModelIndex()
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found += [str(index.data(SPOKEN)), *spoken(model, index)]
    return found


def test_findings_of_the_same_shape_keep_their_rows(qtbot: QtBot) -> None:
    model = FindingsModel()
    changed: list[str] = []
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before, after = said(LAW_STUDENT), said(OLDER)
    assert before.route is not None
    assert after.route is not None
    assert model.show(before.route.lines, headings(before.name)) is Shown.ANEW
    model.dataChanged.connect(lambda first, _last: changed.append(str(first.data(SPOKEN))))
    with qtbot.assertNotEmitted(model.modelReset):
        assert model.show(after.route.lines, headings(after.name)) is Shown.RETOLD
    fresh = FindingsModel()
    fresh.show(after.route.lines, headings(after.name))
    assert spoken(model) == spoken(fresh)
    assert [line.split(",")[0] for line in changed] == ["Aged 16 to 29 at the start of the contract"]
    assert model.show(after.route.lines, ("a", "b", "c", "d")) is Shown.ANEW, "in another language all is new"
    tester.deleteLater()


def test_routes_that_stay_where_they_are_keep_their_rows(qtbot: QtBot) -> None:
    model = RoutesModel()
    changed: list[QModelIndex] = []
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    wishing = said(replace(LAW_STUDENT, wishes=replace(LAW_STUDENT.wishes, budget_per_year=None)))
    before, after = said(LAW_STUDENT), wishing
    assert model.show(before.routes.groups, "Route")
    model.dataChanged.connect(lambda first, _last: changed.append(first))
    again = model.show(after.routes.groups, "Route")
    fresh = RoutesModel()
    fresh.show(after.routes.groups, "Route")
    assert spoken(model) == spoken(fresh)
    assert again or changed, "either other rows, or the same ones saying something else"
    tester.deleteLater()


def test_only_the_rows_that_say_something_else_are_told_of(qtbot: QtBot) -> None:
    model = RoutesModel()
    changed: list[str] = []
    groups = said(replace(LAW_STUDENT, wishes=Wishes())).routes.groups
    model.show(groups, "Route")
    model.dataChanged.connect(lambda first, _last: changed.append(str(first.data(SPOKEN))))
    first = groups[0]
    assert isinstance(first, RouteGroup)
    [row, *rest] = first.rows
    other = replace(row, places="Elsewhere", spoken="Elsewhere")
    with qtbot.assertNotEmitted(model.modelReset):
        assert not model.show((replace(first, rows=(other, *rest)), *groups[1:]), "Route")
    assert changed[1:] == ["Elsewhere"]
    assert "Elsewhere" in spoken(model)
