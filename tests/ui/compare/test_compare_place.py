"""The Compare place as an advisor uses it: merged cells, differences first, columns that move, where a cell comes from."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.domain.columns import Column
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.student import Residence, Student
from advisor_app.ui.compare.arranged import Rows
from advisor_app.ui.compare.cells import cell_height
from advisor_app.ui.components import Button
from advisor_app.ui.itemmodels.comparison import RowKind
from tests.ui.compare.desk import (
    CTRL,
    FIVE,
    FOUR,
    SPOKEN,
    Key,
    Make,
    at,
    bands,
    bars_in,
    compared,
    offered,
    picker,
    route_column,
    row,
    shown_text,
    spoken,
    titles,
    years_in,
)
from tests.ui.eligibility.catalogue import LAW_STUDENT, SD, SI


def test_heads_say_route_verdict_and_law_apart(make: Make) -> None:
    place, _ = make()
    assert titles(place) == [
        "HEIP MSc 1 · alternance",
        "HEIP MSc 1 · initial",
        "ILERI Strategic Intelligence · initial",
        "ILERI Security and Defense · initial",
    ]
    first, second, third, _fourth = place.page.heads.heads
    assert first.pill.text() == "Can apply"
    assert first.law.label.text() == "Law: to be completed"
    assert second.law.label.text() == "No contract"
    assert third.pill.text() == "Not yet"
    assert third.reason.text() == "Needs Bac+4"
    assert third.stale.label.text() == "Rule of 2020"
    assert place.page.heads.place_of_student.text() == "From Bac+3, law"
    assert place.page.heads.count.text() == "4 of 5 columns"


def test_the_law_is_met_and_never_applied_to(make: Make) -> None:
    place, _ = make()
    place.desk.state.set_student(replace(LAW_STUDENT, residence=Residence.FRENCH, age=22))
    assert place.page.heads.heads[0].law.label.text() == "Law: nothing against it"


def test_equal_neighbours_are_one_cell_and_differences_are_marked(make: Make) -> None:
    place, _ = make()
    award = at(place, "award").row()
    assert [place.page.table.columnSpan(award, column) for column in range(4)] == [2, 2, 1, 1]
    assert row(place, "award").differs
    length = at(place, "length").row()
    assert place.page.table.columnSpan(length, 2) == 2
    said = spoken(place, "length", 2)
    assert said.startswith("Length, ILERI Strategic Intelligence · initial, Master 2")
    assert "ILERI Security and Defense" in said, "a merged cell names every column that it stands for"
    assert "1 year, Inferred" in said
    assert said.endswith("1 year longer"), "and in a few words what differs"


def test_what_matters_comes_first_and_what_is_the_same_is_folded(make: Make) -> None:
    place, _ = make()
    assert bands(place)[:3] == ["At a glance", "Cost from Bac+3 to the award", "Curriculum"]
    shown = [one for one in place.page.model.rows if one.kind not in (RowKind.BAND, RowKind.FOLD)]
    assert all(one.differs for one in shown)
    fold = row(place, "silent:calendar")
    assert fold.label == "Same in all 4"
    assert "application deadline" in spoken(place, "silent:calendar")
    assert spoken(place, "silent:calendar").endswith("folded")


def test_a_fold_opens_and_closes_by_key(make: Make) -> None:
    place, _ = make()
    before = place.page.model.rowCount()
    place.page.table.setCurrentIndex(at(place, "silent:calendar"))
    QTest.keyClick(place.page.table, Key.Key_Return)
    assert place.page.model.rowCount() == before + len(row(place, "silent:calendar").folded)
    assert spoken(place, "deadline").endswith("Not stated")
    assert place.page.table.currentIndex() == at(place, "silent:calendar"), "the reader stays at the fold"
    QTest.keyClick(place.page.table, Key.Key_Return)
    assert place.page.model.rowCount() == before


def test_all_rows_stand_under_the_groups_in_which_a_family_asks(make: Make) -> None:
    place, _ = make()
    place.bar.rows._segments[Rows.ALL].click()
    assert bands(place) == [
        "Award and what it is worth",
        "Entry",
        "For this student",
        "Duration and rhythm",
        "Cost from Bac+3 to the award",
        "Financing",
        "Calendar",
        "Curriculum",
        "Work in the field",
        "Languages",
        "Outcomes",
        "Recognition",
        "School and contacts",
        "Sources",
    ]
    folds = [one.key for one in place.page.model.rows if one.kind is RowKind.FOLD]
    assert folds == ["course-lines"], "only the courses one by one are folded: there are many"
    keys = [one.key for one in place.page.model.rows]
    assert len(keys) == len(set(keys))
    assert {"award", "deadline", "tuition", "cost-timeline", "student-pays", "curriculum"} <= set(keys)


def test_a_conflict_shows_every_value(make: Make) -> None:
    place, _ = make()
    assert "6 months or 4 to 6 months, Conflicting" in spoken(place, "internship", 3)
    said = at(place, "internship", 3).data()
    assert "6 months" in said
    assert "4 to 6 months" in said


def test_a_price_of_another_programme_is_never_a_price_here(make: Make) -> None:
    place, _ = make()
    assert "another programme" in spoken(place, "tuition", 3)
    assert (
        spoken(place, "student-pays", 3).split(": ", 1)[1].startswith("Not stated; + Tuition: 9,750\u00a0€ is printed for another")
    )
    assert spoken(place, "cost-timeline", 3).endswith("Bac+4 year, elsewhere: not stated; Bac+5 year: not stated, Calculated")


def test_the_student_pays_an_interval_with_what_is_open_in_words(make: Make) -> None:
    place, _ = make()
    said = spoken(place, "student-pays", 2)
    assert "9,262.50 to 9,750\u00a0€ and a Bac+4 before it" in said
    assert "+ Application fee: not stated" in said
    assert "0\u00a0€ while a contract runs" in spoken(place, "student-pays", 0)
    assert "20,700\u00a0€; + Application fee: 80, currency not printed" in spoken(place, "student-pays", 1)


def test_what_a_contract_would_cost_is_no_offer_to_whom_the_law_closes_it(make: Make) -> None:
    newcomer = replace(LAW_STUDENT, residence=Residence.OTHER, years_in_france=0, age=21)
    place, _ = make((route_column("msc1", "alternance"), route_column("msc1", "initial")), student=newcomer)
    said = spoken(place, "student-pays", 0)
    assert "Closed by law (" in said
    assert said.index("Closed by law") < said.index("while a contract runs")
    assert "Closed" not in spoken(place, "student-pays", 1)


def test_the_price_of_an_initial_year_is_not_said_to_hold_under_a_contract(make: Make) -> None:
    place, _ = make((route_column("msc1", "initial-alternance"), route_column("msc1", "initial")))
    assert "10,350\u00a0€ if a contract is found" in spoken(place, "student-pays", 0)


def test_bars_stand_on_one_scale_and_hatch_what_is_open(make: Make) -> None:
    place, _ = make()
    cells = row(place, "cost-timeline").cells
    work, initial, intelligence, security = (bars_in(cell) for cell in cells)
    assert [bar.parts for bar in work] == [(("payer2", 1.0, False),)] * 2, "the dearest year fills the scale"
    assert initial[0].parts[0][0] == "accent"
    assert initial[0].parts[0][1] == pytest.approx(10350 / 10950)
    assert [bar.level for bar in intelligence] == ["Bac+4, elsewhere", "Bac+5 year"]
    assert not intelligence[0].stated
    assert intelligence[1].parts[-1][2], "the discount is the student’s choice, so that part is open"
    assert not any(bar.stated for bar in security)
    assert "the employer or the OPCO 10,950\u00a0€" in spoken(place, "cost-timeline", 0)


def test_two_columns_of_one_programme_share_its_courses(make: Make) -> None:
    place, _ = make()
    heip, _, si, sd = row(place, "curriculum").cells
    ticks = [[one for _, year in years_in(cell) for one in year] for cell in (heip, si, sd)]
    assert set(ticks[0]) == {Likeness.SHARED}
    assert ticks[1].count(Likeness.SHARED) == ticks[2].count(Likeness.SHARED) == 6
    assert ticks[1].count(Likeness.LIKELY) == 1
    assert "18 course lines: 6 shared, 1 probably the same, 11 only here" in spoken(place, "curriculum", 2)
    assert "18 lines, 6 same, 1 likely the same" in str(at(place, "curriculum", 2).data())
    assert "Courses do not match the stated aims" in spoken(place, "curriculum", 0)


def test_enter_says_where_a_cell_comes_from_and_escape_goes_back(make: Make) -> None:
    place, _ = make()
    place.page.table.setCurrentIndex(at(place, "internship", 0))
    QTest.keyClick(place.page.table, Key.Key_Return)
    assert place.page.drawer.isVisible()
    assert place.page.drawer.body.hasFocus()
    told = place.page.drawer.body.accessibleDescription()
    assert "“every year”" in told
    assert "HEIP, MSc page, “Work-study”, 24 November 2025, 11 months old" in told
    assert "“first-year students” or “every year”?" in told
    QTest.keyClick(place.page.drawer.body, Key.Key_Escape)
    assert not place.page.drawer.isVisible()
    assert place.page.table.hasFocus()


def test_every_row_can_tell_where_it_comes_from(make: Make) -> None:
    place, _ = make()
    place.bar.rows._segments[Rows.ALL].click()
    for number, one in enumerate(place.page.model.rows):
        if one.kind not in (RowKind.BAND, RowKind.FOLD):
            for column in range(4):
                place.page.ask(place.page.model.index(number, column))
                assert place.page.drawer.body.accessibleName().startswith(one.label)


def test_the_drawer_leaves_the_cell_in_view(make: Make) -> None:
    place, _ = make()
    for column in (0, 3):
        index = at(place, "tuition", column)
        place.page.table.setCurrentIndex(index)
        place.page.ask(index)
        cell = place.page.table.visualRect(index)
        middle = place.page.table.viewport().mapTo(place, cell.center())
        corner = place.page.drawer.mapTo(place, QPoint(0, 0))
        assert not QRect(corner, place.page.drawer.size()).contains(middle), column


def test_columns_move_by_key_and_keep_the_focus(make: Make) -> None:
    place, _ = make()
    place.page.table.setCurrentIndex(at(place, "length", 2))
    QTest.keyClick(place.page.table, Key.Key_Left, CTRL)
    assert compared(place) == (FOUR[0], FOUR[2], FOUR[1], FOUR[3])
    assert place.page.table.currentIndex().column() == 1
    QTest.keyClick(place.page.table, Key.Key_Left, CTRL)
    QTest.keyClick(place.page.table, Key.Key_Left, CTRL)
    assert titles(place)[0] == "ILERI Strategic Intelligence · initial"
    head = place.page.heads.heads[0]
    head.remove.setFocus()
    QTest.keyClick(head.remove, Key.Key_Right, CTRL)
    assert titles(place)[1] == "ILERI Strategic Intelligence · initial"
    assert head.remove.hasFocus()


def test_a_head_is_dragged_to_another_place(make: Make) -> None:
    place, _ = make()
    heads = place.page.heads

    def middle(column: int) -> QPoint:
        head = heads.heads[column]
        return head.mapTo(heads, QPoint(head.width() // 2, head.height() - 4))

    QTest.mousePress(heads, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle(0))
    QTest.mouseMove(heads, middle(2))
    QTest.mouseRelease(heads, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle(2))
    assert compared(place) == (FOUR[1], FOUR[2], FOUR[0], FOUR[3])


def test_a_removed_column_comes_back_by_undo(make: Make) -> None:
    place, _ = make()
    place.page.heads.heads[1].remove.click()
    assert len(compared(place)) == 3
    place.desk.state.undo()
    assert compared(place) == FOUR
    place.desk.state.redo()
    assert len(compared(place)) == 3
    place.desk.state.undo()
    place.page.table.setCurrentIndex(at(place, "length", 3))
    QTest.keyClick(place.page.table, Key.Key_Delete)
    assert compared(place) == FOUR[:3]


def test_fewer_than_two_columns_say_what_to_do(make: Make) -> None:
    place, _ = make(FOUR[:1])
    assert "One column: add another to compare" in shown_text(place)
    assert place.start.add.hasFocus()
    place.start.programmes.click()
    assert place.desk.state.place == "programmes"
    place.desk.state.add_to_comparison(FOUR[2])
    QApplication.processEvents()
    assert titles(place) == ["HEIP MSc 1 · alternance", "ILERI Strategic Intelligence · initial"]
    place.desk.state.clear_comparison()
    assert "Nothing to compare yet" in shown_text(place)


def test_what_is_not_there_yet_is_added_by_typing(make: Make) -> None:
    place, _ = make(FOUR[:3])
    QTest.keyClick(place.page.table, Key.Key_Plus)
    assert "ILERI Security and Defense" in offered(place)
    QTest.keyClicks(picker(place).field, "secur")
    assert offered(place)[0] == "ILERI Security and Defense"
    QTest.keyClick(picker(place).field, Key.Key_Return)
    assert compared(place)[-1] == Column(programme=SD)


def test_an_exact_route_is_added_through_its_programme(make: Make) -> None:
    place, _ = make(FOUR[:3])
    place.bar.add.click()
    row = next(number for number, one in enumerate(offered(place)) if one.startswith("HEIP"))
    for _ in range(row):
        QTest.keyClick(picker(place).field, Key.Key_Down)
    QTest.keyClick(picker(place).field, Key.Key_Right)
    assert offered(place)[0] == "The route that suits best"
    assert len(offered(place)) == 1 + 13, "two of the fifteen routes are there already"
    QTest.keyClick(picker(place).field, Key.Key_Left)
    assert row < len(offered(place)) < 13, "and back to the programmes"
    QTest.keyClick(picker(place).field, Key.Key_Right)
    QTest.keyClicks(picker(place).field, "msc 2 initial lyon")
    QTest.keyClick(picker(place).field, Key.Key_Return)
    added = compared(place)[-1].route
    assert added is not None
    assert (added.entry, added.format, added.campus) == ("msc2", "initial", "lyon")


def test_a_column_becomes_another_route_or_a_related_programme(make: Make) -> None:
    place, _ = make(FOUR[:2])
    place.page.heads.heads[0].route.click()
    QTest.keyClicks(picker(place).field, "msc 2 alternance paris")
    QTest.keyClick(picker(place).field, Key.Key_Return)
    assert titles(place)[0] == "HEIP MSc 2 · alternance"
    place.page.table.setCurrentIndex(at(place, "length", 1))
    QTest.keyClick(place.page.table, Key.Key_S)
    QTest.keyClicks(picker(place).field, "strategic")
    QTest.keyClick(picker(place).field, Key.Key_Return)
    assert compared(place)[1] == Column(programme=SI)
    place.desk.state.undo()
    place.desk.state.undo()
    assert compared(place) == FOUR[:2]


def test_what_was_taken_out_is_offered_first(make: Make) -> None:
    place, _ = make(FOUR)
    place.desk.state.remove_from_comparison(FOUR[1])
    place.bar.add.click()
    assert offered(place)[0] == "HEIP MSc 1 · initial · Paris"


def test_five_columns_are_the_most(make: Make) -> None:
    place, _ = make(FIVE)
    assert not place.bar.add.isEnabled()
    assert "Five columns" in place.bar.add.toolTip()


def test_sheet_is_one_step_away(make: Make) -> None:
    place, _ = make()
    place.bar.sheet.click()
    assert place.desk.state.place == "sheet"


@pytest.mark.parametrize("rows", list(Rows))
def test_five_columns_in_french_clip_nothing(make: Make, rows: Rows) -> None:
    place, _ = make(FIVE, lang="fr", size=(1270, 626))
    place.bar.rows._segments[rows].click()
    table = place.page.table
    assert table.horizontalScrollBar().maximum() == 0, "all five stand side by side at 1366 pixels"
    for number, one in enumerate(place.page.model.rows):
        for column, cell in enumerate(one.cells):
            width = sum(table.columnWidth(column + n) for n in range(table.columnSpan(number, column)))
            if one.kind is not RowKind.FOLD and table.visualRect(place.page.model.index(number, column)).width() > 0:
                assert cell_height(cell, width) <= table.rowHeight(number), (one.label, column)
    for head in place.page.heads.heads:
        assert not head.title.elided
        assert not head.route.lines(head.route.width())[-1].endswith("…")
        assert not head.reason.elided
        for label in (head.law, head.stale):
            assert label.isHidden() or label.width() >= label.sizeHint().width()
        assert head.childrenRect().bottom() < place.page.heads.height()


def test_a_narrow_window_shows_whole_columns_and_steps_to_the_others(make: Make) -> None:
    place, _ = make(FIVE, size=(900, 600))
    page = place.page
    assert len(page.heads.heads) == page.model.columnCount() == 3
    assert page.sideways.isVisible()
    assert "2 out of view" in page.heads.count.text()
    assert page.table.horizontalScrollBar().maximum() == 0, "no column is cut"
    page.table.setCurrentIndex(at(place, "start", 2))
    QTest.keyClick(page.table, Key.Key_Right)
    QTest.keyClick(page.table, Key.Key_Right)
    assert [head.said.column for head in page.heads.heads] == list(FIVE[2:])
    assert page.table.currentIndex().column() == 2
    page.sideways.setValue(0)
    assert [head.said.column for head in page.heads.heads] == list(FIVE[:3])


def test_a_pinned_column_stays_in_view(make: Make) -> None:
    place, _ = make(FIVE, size=(900, 600))
    place.page.table.setCurrentIndex(at(place, "start", 2))
    QTest.keyClick(place.page.table, Key.Key_P)
    assert compared(place)[0] == FIVE[2]
    assert place.page.heads.heads[0].pin.isVisible()
    place.page.sideways.setValue(place.page.sideways.maximum())
    shown = [head.said.column for head in place.page.heads.heads]
    assert shown == [FIVE[2], *FIVE[3:]]
    QTest.keyClick(place.page.table, Key.Key_P)
    assert place.desk.state.arrangement.pinned in (0, 2)


def test_a_low_window_keeps_the_heads_low_and_needs_no_second_scroll_bar(make: Make) -> None:
    place, _ = make(FIVE, lang="fr", size=(864, 484))
    assert place.minimumSizeHint().height() <= 484
    assert place.page.heads.height() < 150
    assert not place.page.heads.heads[0].reason.isVisible()
    assert place.bar.minimumSizeHint().width() <= 864


def test_in_french_no_english_is_left(make: Make) -> None:
    place, _ = make(FIVE, lang="fr")
    place.bar.rows._segments[Rows.ALL].click()
    said = [str(place.page.model.index(r, c).data(SPOKEN)) for r in range(place.page.model.rowCount()) for c in range(5)]
    legends = [item.words for one in place.page.model.rows for item in one.legend]
    heads = [head.spoken for head in (one.said for one in place.page.heads.heads)]
    buttons = [button.accessibleName() or button.words for button in place.findChildren(Button)]
    text = "\n".join([*said, *legends, *heads, *buttons, *bands(place), shown_text(place), place.page.foot.sources.text()])
    for english in ("Not stated", "student", "year", "same", "while", "column", "Open", "page of", "needs", "law:", "more", "only"):
        assert english not in text, english


def test_whatever_takes_the_focus_has_a_name(make: Make) -> None:
    place, _ = make()
    place.page.ask(at(place, "tuition"))
    for widget in place.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or (isinstance(widget, Button) and widget.words), widget
    names = [head.remove.accessibleName() for head in place.page.heads.heads]
    assert len(set(names)) == 4


def test_another_student_changes_verdicts_and_costs_and_nothing_is_lost(make: Make) -> None:
    place, _ = make()
    place.page.table.setCurrentIndex(at(place, "tuition", 1))
    bac4 = replace(LAW_STUDENT, qualifications=(replace(LAW_STUDENT.qualifications[0], level=4),))
    place.desk.state.set_student(bac4)
    assert place.page.heads.heads[2].pill.text() == "Can apply"
    assert place.page.table.currentIndex() == at(place, "tuition", 1)
    place.desk.state.set_student(Student())
    assert place.page.heads.place_of_student.text() == "No student yet"
    assert place.page.heads.heads[0].pill.text() == "Need info"
