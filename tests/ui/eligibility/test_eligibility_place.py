"""The Eligibility place as an advisor uses it: groups, the next question, one route explained, the way forward."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.columns import Column
from advisor_app.domain.route import Route
from advisor_app.domain.student import Residence, Student, Wishes
from advisor_app.domain.verdicts import Verdict
from advisor_app.models.repository import CatalogueRepository
from advisor_app.ui.components import Button
from advisor_app.ui.eligibility.place import EligibilityPlace
from advisor_app.ui.eligibility.question_said import QuestionSaid
from advisor_app.ui.eligibility.route_list import _empty_places
from advisor_app.ui.itemmodels.routes import EmptyGroups, RouteRow
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role
from tests.ui.desk import Heard, make_desk, show_alone
from tests.ui.eligibility.catalogue import HEIP, LAW_STUDENT, SD, SI, TODAY, shelf

Key = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Make = Callable[..., tuple[EligibilityPlace, Heard]]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(student: Student = LAW_STUDENT, lang: str = "en") -> tuple[EligibilityPlace, Heard]:
        desk, heard = make_desk(lang)  # type: ignore[arg-type]
        place = EligibilityPlace(desk, lambda: nullcontext(shelf()), lambda: TODAY)
        desk.state.set_student(student)
        show_alone(qtbot, place)
        place.activate()
        QApplication.processEvents()
        return place, heard

    return made


def groups(place: EligibilityPlace) -> dict[str, int]:
    return {group.title: group.count for _, group in place.model.groups()}


def rows(place: EligibilityPlace) -> list[RouteRow]:
    return [row for _, group in place.model.groups() for row in group.rows]


def lines(place: EligibilityPlace) -> list[str]:
    """Every line of the finding tree as it is read aloud, indented as it stands."""

    def walk(parent: QModelIndex, depth: int) -> list[str]:
        model = place.pane.findings
        found = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found += ["  " * depth + str(index.data(SPOKEN)), *walk(index, depth + 1)]
        return found

    return walk(QModelIndex(), 0)


def go_to(place: EligibilityPlace, programme: str, entry: str, format_: str) -> Route:
    row = next(row for row in rows(place) if row.key == (programme, entry, format_))
    place.list.open_route(row.lines[0].route)
    return row.lines[0].route


def question(place: EligibilityPlace) -> QuestionSaid:
    said = place.question.question
    assert said is not None
    return said


def student(place: EligibilityPlace) -> Student:
    return place.desk.state.student


def compared(place: EligibilityPlace) -> tuple[Column, ...]:
    return place.desk.state.comparison


def press(key: Qt.Key) -> None:
    """Presses a key wherever the focus is."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, key)


def answers(place: EligibilityPlace) -> list[str]:
    return [button.words for button in place.question.buttons if not button.isHidden()]


def test_routes_stand_under_their_verdict_with_the_number_of_routes(make: Make) -> None:
    place, _ = make()
    assert place._count.text() == "22 routes"
    assert place._of.text() == "of 3 programmes"
    assert groups(place) == {"Can apply": 9, "Not yet": 13}
    assert all(row.verdict is Verdict.CAN_APPLY for row in rows(place)[:3])
    alternance = next(row for row in rows(place) if row.key == (HEIP, "msc1", "alternance"))
    assert alternance.title == "HEIP MSc 1 · alternance"
    assert alternance.places == "Paris 2 specialisations, Lyon 1 · 3 routes"
    assert alternance.wishes == "2 of 3 wishes"


def test_a_row_says_verdict_and_age_of_the_rule_to_a_screen_reader(make: Make) -> None:
    place, _ = make()
    row = next(row for row in rows(place) if row.key == (SI, "m2", "initial"))
    assert row.spoken == "ILERI Strategic Intelligence · initial, Not yet, Paris La Défense · 1 route, 0 of 3 wishes, rule of 2020"


def test_nothing_given_yet_asks_and_lists_every_route_under_need_info(make: Make) -> None:
    place, _ = make(Student())
    assert groups(place) == {"Need info": 22}
    assert place.question.isVisible()
    assert question(place).question == "What is the highest diploma, held or in progress?"
    assert question(place).bears_on == "bears on 16 routes", "the six others ask for credits only"
    assert answers(place) == ["Bac+2", "Bac+3", "Bac+4", "Bac+5"]
    assert place.desk.state.asked == "qualification.level"


def test_an_answer_in_place_moves_routes_at_once_and_asks_on(make: Make) -> None:
    place, _ = make(Student())
    place.question.give_focus()
    press(Key.Key_Tab)
    press(Key.Key_Return)  # Bac+3
    assert student(place).qualifications[0].level == 3
    assert groups(place)["Not yet"] >= 7, "a Bac+3 is short of both master 2"
    assert question(place).question != "What is the highest diploma, held or in progress?"
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button), "answering goes on by keyboard"
    assert place.question.isAncestorOf(focused)


def test_the_law_is_asked_about_once_the_school_is_settled(make: Make) -> None:
    place, _ = make()
    assert (question(place).field, question(place).bears_on) == ("person.age", "bears on 13 legal checks")
    assert question(place).then == "then: Residence"
    QTest.keyClicks(place.question.number, "22")
    QTest.keyClick(place.question.number, Key.Key_Return)
    assert question(place).bears_on == "bears on 10 legal checks", "after a year of study in France it does not matter"
    assert answers(place) == ["French", "EU, EEA, Swiss", "Other"]
    place.question.buttons[0].click()
    assert student(place).residence is Residence.FRENCH


def test_an_age_is_typed(make: Make) -> None:
    place, _ = make(replace(LAW_STUDENT, residence=Residence.FRENCH))
    assert place.question.number.isVisible()
    QTest.keyClicks(place.question.number, "7")
    QTest.keyClick(place.question.number, Key.Key_Return)
    assert student(place).age is None, "7 is no age to start a master’s at"
    QTest.keyClicks(place.question.number, "2")
    QTest.keyClick(place.question.number, Key.Key_Return)
    assert student(place).age == 72
    assert not place.question.isVisible(), "nothing is left to ask"


def test_other_answers_are_picked_in_the_strip(qtbot: QtBot) -> None:
    opened: list[str] = []
    desk, _ = make_desk()
    place = EligibilityPlace(replace(desk, open_field=opened.append), lambda: nullcontext(shelf()), lambda: TODAY)
    qtbot.addWidget(place)
    place.show()
    place.activate()
    place.question.more.click()
    assert opened == ["qualification.level"]


def test_a_route_that_another_place_links_to_is_listed_and_explained(make: Make) -> None:
    place, _ = make()
    route = next(line.route for row in rows(place) for line in row.lines if row.key == (HEIP, "msc2", "initial"))
    place.open_route(route)
    assert place.route == route
    assert place.pane.said is not None
    assert place.pane.said.route == route


def test_a_route_is_explained_with_the_law_apart(make: Make) -> None:
    place, _ = make()
    go_to(place, HEIP, "msc2", "alternance")
    said = place.pane.said
    assert said is not None
    assert said.title == "HEIP MSc 2 · alternance · Paris"
    assert said.subtitle == "International Affairs · 1 year, leads to: RNCP title"
    assert said.verdict is Verdict.NOT_YET
    assert said.sentence == "One condition is not met on what you told us."
    assert said.law == "Law, apart: to be completed"
    text = lines(place)
    assert text[0] == "All of these, Not met"
    assert text[1].startswith("  240 ECTS credits in all, Not met, the student has: 180 ECTS, 60 ECTS credits short")
    assert text[2] == "  Any of these, To confirm"
    assert text[3].startswith("    Field: Public law or International law, To confirm, the student has: Law, Law is broader")
    law = next(place for place, line in enumerate(text) if line.startswith("What the law asks"))
    assert "information, not legal advice" in text[law]
    assert any("L6222-1" in line and "checked on 1 November 2026" in line for line in text[law:])
    assert not any("keen interest" in line and "Met" in line for line in text), "a soft criterion is never counted"
    assert any(line.startswith("Listed, never counted: a keen interest") for line in text)


def test_a_page_of_2020_marks_the_verdict_and_every_rule_from_it(make: Make) -> None:
    place, _ = make()
    go_to(place, SD, "m2", "initial")
    assert place.pane.stale.label.text() == "rule of 2020"
    assert place.pane.stale.isVisible()
    assert [line for line in lines(place) if "rule of 2020" in line]
    go_to(place, HEIP, "msc1", "initial")
    assert not place.pane.stale.isVisible()


def test_wishes_are_met_not_met_or_depend_and_change_no_verdict(make: Make) -> None:
    place, _ = make()
    go_to(place, HEIP, "msc1", "alternance")
    text = "\n".join(lines(place))
    assert "Format, Met, This route has the format wished for" in text
    assert "Campus, Met" in text
    assert "Budget per year, Depends, Within the budget as long as a contract runs" in text
    before = groups(place)
    place.desk.state.set_student(replace(LAW_STUDENT, wishes=Wishes()))
    assert groups(place) == before
    assert "wishes" not in "\n".join(row.spoken for row in rows(place))


def test_the_way_forward_opens_the_route_that_is_open(make: Make) -> None:
    place, _ = make()
    go_to(place, HEIP, "msc2", "alternance")
    first = place.pane.ways.rows[0]
    assert first.text.accessibleName() == "Join in MSc 1 instead: can apply, same campus and format, 2 years"
    first.action.click()
    assert place.route is not None
    assert (place.route.entry, place.route.format, place.route.campus) == ("msc1", "alternance", "paris")
    assert not place.pane.ways.isVisible(), "nothing has to change here"


def test_a_what_if_says_so_and_is_taken_back(make: Make) -> None:
    place, _ = make()
    go_to(place, SI, "m2", "initial")
    tried = next(row for row in place.pane.ways.rows if row.action.words == "Try it" and not row.isHidden())
    assert tried.text.accessibleName().startswith("With ")
    tried.action.click()
    assert groups(place)["Can apply"] > 9
    assert place.desk.state.actual == LAW_STUDENT
    assert place.what_if.isChecked()
    place.what_if.click()
    assert student(place) == LAW_STUDENT
    assert groups(place) == {"Can apply": 9, "Not yet": 13}


BAC4 = replace(LAW_STUDENT, qualifications=(replace(LAW_STUDENT.qualifications[0], level=4),))


def test_what_moved_shows_the_old_verdict_beside_the_new_one(make: Make) -> None:
    place, _ = make()
    route = go_to(place, HEIP, "msc2", "initial")
    place.desk.state.suppose(BAC4)
    moved = {row.key: row for row in rows(place) if row.was is not None}
    row = moved[HEIP, "msc2", "initial"]
    assert (row.verdict, row.was, row.was_words) == (Verdict.TO_CONFIRM, Verdict.NOT_YET, "before: not yet")
    assert row.spoken.endswith("before: not yet")
    assert (HEIP, "msc1", "initial") not in moved, "what did not move says nothing of before"
    said = {group.title: (group.count, group.was) for _, group in place.model.groups()}
    assert said["Can apply"][1] == "before: 9"
    assert said["To confirm"][1] == "before: 0"
    assert place.route == route
    assert place.pane.was.isVisible()
    assert place.pane.was.label.text() == "before: not yet"


def test_the_law_says_what_it_was(make: Make) -> None:
    place, _ = make()
    go_to(place, HEIP, "msc1", "alternance")
    place.desk.state.suppose(replace(LAW_STUDENT, residence=Residence.FRENCH, age=22))
    assert place.pane.said is not None
    assert place.pane.said.law == "Law, apart: nothing against it (before: to be completed)"
    assert not place.pane.was.isVisible(), "the school’s verdict did not move"


def test_keeping_what_was_supposed_forgets_what_was_before(make: Make) -> None:
    place, _ = make()
    place.what_if.click()
    assert place.desk.state.supposing
    place.desk.state.set_student(BAC4)
    assert any(row.was for row in rows(place))
    place.desk.state.adopt()
    assert not place.what_if.isChecked()
    assert student(place) == place.desk.state.actual == BAC4
    assert not any(row.was for row in rows(place))
    assert not any(group.was for _, group in place.model.groups())


@pytest.mark.parametrize("supposing", [False, True])
def test_names_of_empty_groups_are_never_cut(make: Make, supposing: bool) -> None:
    place, _ = make(replace(LAW_STUDENT, qualifications=(replace(LAW_STUDENT.qualifications[0], level=2),)), "fr")
    if supposing:
        place.desk.state.suppose(replace(student(place), age=20))
    index = next(
        place.model.index(row, 0) for row in range(9) if isinstance(place.model.entry(place.model.index(row, 0)), EmptyGroups)
    )
    band = place.model.entry(index)
    assert isinstance(band, EmptyGroups)
    width = place.list.viewport().width()
    for (_, words), (left, _row) in zip(band.names, _empty_places(band, width), strict=True):
        assert left + 24 + theme().metrics(Role.BODY).horizontalAdvance(words) <= width
    assert place.list.visualRect(index).height() >= 26 * (1 + max(row for _, row in _empty_places(band, width)))


def test_the_route_looked_at_stays_while_the_student_changes(make: Make) -> None:
    place, _ = make()
    route = go_to(place, HEIP, "msc2", "initial")
    bac4 = replace(LAW_STUDENT, qualifications=(replace(LAW_STUDENT.qualifications[0], level=4),))
    place.desk.state.set_student(bac4)
    assert place.route == route
    assert place.pane.said is not None
    assert place.pane.said.verdict is Verdict.TO_CONFIRM


def test_arrows_walk_the_list_and_left_and_right_fold_it(make: Make) -> None:
    place, _ = make()
    assert place.list.hasFocus()
    first = place.route
    QTest.keyClick(place.list, Key.Key_Down)
    assert place.route != first
    shown = place.route
    QTest.keyClick(place.list, Key.Key_Right)  # unfolds the exact routes of the row
    QTest.keyClick(place.list, Key.Key_Down)
    assert place.route == shown, "the best route stands first"
    QTest.keyClick(place.list, Key.Key_Down)
    assert place.route is not None
    assert shown is not None
    assert (place.route.entry, place.route.format) == (shown.entry, shown.format)
    assert place.route != shown
    QTest.keyClick(place.list, Key.Key_Home)
    group = place.list.currentIndex()
    assert place.list.isExpanded(group)
    QTest.keyClick(place.list, Key.Key_Return)
    assert not place.list.isExpanded(group)
    QTest.keyClick(place.list, Key.Key_Down)
    assert place.model.entry(place.list.currentIndex()) is not None
    assert place.list.currentIndex().data(SPOKEN) == "Not yet, 13 routes", "empty groups are passed over"


def test_a_folded_group_stays_folded_when_the_student_changes(make: Make) -> None:
    place, _ = make()
    index, _group = next(iter(place.model.groups()))
    place.list.setExpanded(index, False)
    place.desk.state.set_student(replace(LAW_STUDENT, wishes=Wishes()))
    index, group = next(iter(place.model.groups()))
    assert group.title == "Can apply"
    assert not place.list.isExpanded(index)


def test_one_campus_is_shown_alone(make: Make) -> None:
    place, _ = make()
    place.narrow("lyon")
    assert place._count.text() == "5 routes"
    assert place._of.text() == "of 1 programme"
    assert place.campus.accessibleName() == "Campus: Lyon"
    assert {line.route.campus for row in rows(place) for line in row.lines} == {"lyon"}
    place.narrow(None)
    assert place._count.text() == "22 routes"


def test_the_exact_route_goes_into_the_comparison_and_out_by_one_key(make: Make) -> None:
    place, heard = make()
    route = go_to(place, HEIP, "msc2", "initial")
    QTest.keyClick(place.list, Key.Key_C)
    assert compared(place) == (Column(programme=HEIP, route=route),)
    assert place.pane.compare.isChecked()
    assert place.pane.compare.words == "In comparison"
    QTest.keyClick(place.list, Key.Key_C)
    assert compared(place) == ()
    for row in rows(place)[:5]:
        place.desk.state.add_to_comparison(Column(programme=row.key[0], route=row.lines[0].route))
    go_to(place, SI, "m2", "professionalisation")
    place.pane.compare.click()
    assert not place.pane.compare.isChecked()
    assert heard.said[-1][1] == "warning"


def test_in_french_no_english_is_left(make: Make) -> None:
    place, _ = make(lang="fr")
    go_to(place, HEIP, "msc2", "alternance")
    said = place.pane.said
    assert said is not None
    text = "\n".join(
        [
            *(row.spoken for row in rows(place)),
            *lines(place),
            said.title,
            said.subtitle,
            said.sentence,
            said.law,
            place._count.text(),
            place._of.text(),
            place.campus.words,
            *(button.words for button in place.findChildren(Button)),
            *(row.text.accessibleName() for row in place.pane.ways.rows),
        ]
    )
    for english in ("route", "wish", "Bac+4 asked", "student", "school", "Open", "Try", "Compare ", "the ", "rule", "campuses"):
        assert english not in text.replace("the MBA", ""), english
    assert "22 parcours" in text


def test_whatever_takes_the_focus_has_a_name(make: Make) -> None:
    place, _ = make(Student())
    go = [widget for widget in place.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()]
    assert len(go) >= 6
    for widget in go:
        named = widget.accessibleName() or (isinstance(widget, Button) and widget.words)
        assert named, widget


def test_a_failure_is_reported_and_the_old_rows_stay(qtbot: QtBot) -> None:
    desk, heard = make_desk()
    broken: list[bool] = []

    def opened() -> nullcontext[CatalogueRepository]:
        if broken:
            raise OSError("gone")
        return nullcontext(shelf())

    place = EligibilityPlace(desk, opened, lambda: TODAY)
    qtbot.addWidget(place)
    place.show()
    place.activate()
    broken.append(True)
    desk.state.set_student(LAW_STUDENT)
    assert [str(error) for error in heard.reported] == ["gone"]
    assert groups(place) == {"Need info": 22}


def test_a_place_out_of_sight_waits_until_it_is_shown(make: Make) -> None:
    place, _ = make(Student())
    place.hide()
    place.desk.state.set_student(LAW_STUDENT)
    assert groups(place) == {"Need info": 22}
    place.show()
    place.activate()
    assert groups(place) == {"Can apply": 9, "Not yet": 13}


def test_enter_unfolds_where_a_finding_comes_from(make: Make) -> None:
    place, _ = make()
    go_to(place, HEIP, "msc2", "alternance")
    tree = place.pane.tree
    tree.setFocus()
    tree.setCurrentIndex(place.pane.findings.index(0, 0, place.pane.findings.index(0, 0)))
    before, folded = tree.height(), tree.row_height(tree.currentIndex())
    QTest.keyClick(tree, Key.Key_Return)
    assert tree.row_height(tree.currentIndex()) > folded
    assert tree.height() == before + tree.row_height(tree.currentIndex()) - folded, "the pane grows with it"
    QTest.keyClick(tree, Key.Key_Return)
    assert tree.height() == before
