"""Working with a comparison: rows of one's own, decisions, what is kept, undone, copied, saved and shown to the student."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from advisor_app.domain.arrangement import Arrangement, Note
from advisor_app.domain.curriculum import NO_DECISIONS
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.domain.student import Student, Wishes
from advisor_app.domain.text import msg
from advisor_app.ui.compare.arranged import COURSE_LINES, HIDDEN, Rows, Seen, arranged, told
from advisor_app.ui.compare.comparison_said import ComparisonSaid, say_comparison
from advisor_app.ui.compare.named import KeepDialog, NamedDialog
from advisor_app.ui.compare.place import ComparePlace
from advisor_app.ui.compare.undecided import next_row
from advisor_app.ui.compare.window import Window
from advisor_app.ui.itemmodels.comparison import RowKind, RowSaid
from advisor_app.wording import Translator
from tests.ui.compare.desk import CATALOGUE, CTRL, FIVE, FOUR, Key, Make, at, compared, row
from tests.ui.eligibility.catalogue import LAW_STUDENT, TODAY

ALT = Qt.KeyboardModifier.AltModifier
WORDS = Translator("en")
PLAIN = (RowKind.FACT, RowKind.PICTURE)


def keys(place: ComparePlace) -> list[str]:
    return [one.key for one in place.page.model.rows]


def press(place: ComparePlace, on: str, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place.page.table.setCurrentIndex(at(place, on))
    QTest.keyClick(place.page.table, key, modifier)


def choose(place: ComparePlace, rows: Rows) -> None:
    place.bar.rows._segments[rows].click()


# --- rows


def said(student: Student = LAW_STUDENT) -> ComparisonSaid:
    return say_comparison(CATALOGUE, (student, FIVE, NO_DECISIONS), WORDS, TODAY).said


SAID = said()
EVERY = [one.key for one in SAID.rows]


def shown(rows: tuple[RowSaid, ...]) -> list[str]:
    return [one.key for one in rows if one.kind in PLAIN]


@settings(deadline=None, max_examples=40)
@given(st.permutations(EVERY), st.lists(st.sampled_from(EVERY), unique=True, max_size=5))
def test_differences_hide_exactly_the_equal_rows(order: list[str], hidden: list[str]) -> None:
    arrangement = Arrangement(order=tuple(order[:9]), hidden=tuple(hidden))
    found = told(arranged(SAID, Seen(Rows.DIFFERENCES), arrangement, WORDS), arrangement)
    differing = [one.key for one in SAID.rows if one.differs and one.key not in hidden]
    assert sorted(shown(found)) == sorted(differing)
    folded = [one.key for fold in found for one in fold.folded if fold.key != COURSE_LINES]
    equal = [one.key for one in SAID.rows if not one.differs and one.key not in hidden]
    assert sorted(folded) == sorted(equal), "what is equal is one line away"
    every = told(arranged(SAID, Seen(Rows.ALL), arrangement, WORDS), arrangement)
    assert sorted(shown(every)) == sorted(key for key in EVERY if key not in hidden)


@settings(deadline=None, max_examples=20)
@given(st.permutations(range(5)))
def test_a_columns_place_changes_no_row(order: list[int]) -> None:
    columns = [FIVE[place] for place in order]
    moved = say_comparison(CATALOGUE, (LAW_STUDENT, columns, NO_DECISIONS), WORDS, TODAY).said
    for one, other in zip(SAID.rows, moved.rows, strict=True):
        assert (one.key, one.differs) == (other.key, other.differs)
        assert [one.cells[place].paras for place in order] == [cell.paras for cell in other.cells], one.key


def test_a_row_is_hidden_and_brought_back(make: Make) -> None:
    place, _ = make()
    press(place, "length", Key.Key_H)
    assert "length" not in keys(place)
    assert row(place, HIDDEN).label == "1 hidden"
    assert place.page.table.currentIndex().row() > 1, "the reader goes on from there"
    press(place, HIDDEN, Key.Key_Return)
    press(place, "length", Key.Key_H)
    assert HIDDEN not in keys(place)
    place.desk.state.undo()
    assert row(place, HIDDEN).folded[0].key == "length"
    place.deeds.show_all()
    assert "length" in keys(place)


def test_a_row_moves_within_its_group(make: Make) -> None:
    place, _ = make()
    choose(place, Rows.ALL)
    before = keys(place)
    press(place, "length", Key.Key_Down, ALT)
    after = keys(place)
    assert after.index("length") == before.index("length") + 1
    assert place.page.table.currentIndex() == at(place, "length"), "the reader goes along"
    press(place, "length", Key.Key_Up, ALT)
    press(place, "length", Key.Key_Up, ALT)
    assert keys(place) == before, "the first of a group stays the first"


def test_a_note_stands_under_its_row_and_is_never_handed_on(make: Make) -> None:
    place, heard = make()
    press(place, "length", Key.Key_N)
    editor = place.deeds.editor
    assert editor is not None
    editor.text.setPlainText("the mother wants Lyon")
    QTest.keyClick(editor.text, Key.Key_Return, CTRL)
    assert keys(place)[keys(place).index("length") + 1] == "note:length"
    assert "the mother wants Lyon" in str(at(place, "note:length").data())
    place.present()
    assert place.presentation is not None
    assert not [one for one in place.presentation.rows if "Lyon" in one.label or one.kind is RowKind.NOTE]
    place.presentation.close()
    place.copy()
    data = QApplication.clipboard().mimeData()
    assert "mother" not in data.text() + data.html()
    assert "without your notes" in heard.said[-1][0]


def test_a_note_is_changed_by_enter_and_taken_away_by_emptying_it(make: Make) -> None:
    place, _ = make()
    place.desk.state.arrange(Arrangement(notes=(Note("length", "ask"),)))
    press(place, "note:length", Key.Key_Return)
    editor = place.deeds.editor
    assert editor is not None
    assert editor.text.toPlainText() == "ask"
    QTest.keyClick(editor.text, Key.Key_Escape)
    assert place.desk.state.arrangement.note_on("length") == "ask"
    press(place, "note:length", Key.Key_N)
    assert place.deeds.editor is not None
    place.deeds.editor.text.clear()
    place.deeds.editor.keep.click()
    assert "note:length" not in keys(place)


def test_only_what_was_asked_about(make: Make) -> None:
    place, _ = make(student=Student(wishes=Wishes(campus="paris")))
    choose(place, Rows.ASKED)
    assert {"campuses", "specialisations"} <= set(keys(place)) <= {"campuses", "specialisations", "band:rhythm"}
    choose(place, Rows.ALL)
    press(place, "award", Key.Key_A)
    choose(place, Rows.ASKED)
    assert "award" in keys(place)
    place.desk.state.set_student(Student())
    place.desk.state.arrange(Arrangement())
    assert keys(place) == ["nothing-asked"]


def test_groups_fold_away_by_key(make: Make) -> None:
    place, _ = make()
    choose(place, Rows.ALL)
    count = len(keys(place))
    press(place, "band:entry", Key.Key_Left)
    assert len(keys(place)) < count
    assert row(place, "band:entry").label.startswith("Entry · ")
    press(place, "band:entry", Key.Key_Right)
    assert len(keys(place)) == count
    press(place, "band:entry", Key.Key_Return)
    assert not row(place, "band:entry").unfolded


def test_every_command_of_the_menu_has_a_key(make: Make) -> None:
    place, _ = make()
    place.page.table.setCurrentIndex(at(place, "length", 1))
    menu = place.deeds.menu(place.page._spot(1, place.mapToGlobal(place.pos())), place)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(texts) == 11
    assert all("\t" in text for text in texts)
    menu.close()


# --- courses that are probably the same


def likely(place: ComparePlace) -> str:
    return next(one.key for one in place.page.model.rows if one.label == "Probably the same")


def test_a_pair_is_accepted_kept_and_taken_back(make: Make) -> None:
    place, _ = make()
    press(place, COURSE_LINES, Key.Key_Return)
    key = likely(place)
    press(place, key, Key.Key_Y)
    assert row(place, key).label == "In common"
    assert len(place._judged.load().decided) == 1
    place.desk.state.undo()
    assert row(place, key).label == "Probably the same"
    assert not place._judged.load().decided
    press(place, key, Key.Key_X)
    assert row(place, key).label == "Only here"
    place.desk.state.undo()
    press(place, key, Key.Key_Y)
    press(place, key, Key.Key_Y)
    assert row(place, key).label == "Probably the same", "said again, it is taken back"


def test_a_key_goes_to_the_next_pair_that_is_not_decided_on(make: Make) -> None:
    place, heard = make()
    choose(place, Rows.ASKED)
    QTest.keyClick(place.page.table, Key.Key_J)
    here = place.page.here()
    assert here is not None
    assert row(place, here[0]).label == "Probably the same", "the courses are unfolded, whatever was looked at"
    QTest.keyClick(place.page.table, Key.Key_Home, CTRL)
    QTest.keyClick(place.page.table, Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert place.page.here() == here, "back from the first row comes the last one"
    press(place, here[0], Key.Key_Y)
    QTest.keyClick(place.page.table, Key.Key_J)
    assert heard.said[-1][0] == "No pair of courses is left to decide on."


@pytest.mark.parametrize(("here", "step", "there"), [(0, 1, 1), (1, 1, 3), (3, 1, 1), (3, -1, 1), (1, -1, 3), (-1, 1, 1)])
def test_past_the_last_pair_comes_the_first(here: int, step: int, there: int) -> None:
    rows = [RowSaid(kind=RowKind.FACT, key=key, group="", label=key) for key in "abcd"]
    assert next_row(rows, frozenset("bd"), here, step) == there
    assert next_row(rows, frozenset(), here, step) is None


def test_where_no_pair_is_left_the_key_says_so(make: Make) -> None:
    place, heard = make(columns=(FOUR[0], FOUR[1]))
    QTest.keyClick(place.page.table, Key.Key_J)
    assert heard.said[-1][0] == "No pair of courses is left to decide on."


def test_conditions_and_courses_say_where_they_stand(make: Make) -> None:
    place, _ = make()
    choose(place, Rows.ALL)
    press(place, "conditions", Key.Key_Return)
    assert "needs" not in place.page.drawer.body.accessibleDescription()
    assert "HEIP, MSc page, “MSc 1”" in place.page.drawer.body.accessibleDescription()
    press(place, COURSE_LINES, Key.Key_Return)
    course = next(one.key for one in place.page.model.rows if one.label == "Only here")
    told = []
    for column in range(4):
        place.page.ask(place.page.model.index(keys(place).index(course), column))
        told.append(place.page.drawer.body.accessibleDescription())
    assert any("Core, year 2" in one for one in told)
    assert any("not listed here" in one for one in told)


def test_a_decision_that_cannot_be_kept_is_said(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    place, heard = make()

    def full(_value: object) -> None:
        raise EnvironmentProblem(msg("The disk is full."))

    monkeypatch.setattr(place._judged, "save", full)
    press(place, COURSE_LINES, Key.Key_Return)
    press(place, likely(place), Key.Key_Y)
    assert isinstance(heard.reported[0], EnvironmentProblem)


# --- kept comparisons


def keep(place: ComparePlace, name: str, *, notes: bool = False) -> None:
    QTest.keyClick(place.page.table, Key.Key_S, CTRL)
    dialog = place.keeping.dialog
    assert isinstance(dialog, KeepDialog)
    dialog.field.setText(name)
    dialog.notes.setChecked(notes)
    dialog.keep.click()


def test_a_comparison_is_kept_and_opened_again(make: Make) -> None:
    place, heard = make()
    press(place, "length", Key.Key_H)
    keep(place, "Fair in Lyon")
    assert place.bar.title.words == "Fair in Lyon"
    assert heard.said[-1][0] == "Kept as Fair in Lyon."
    place.desk.state.next_student()
    assert place.bar.title.words == "Comparison"
    place.activate()
    assert [button.words for button in place.start.kept] == ["Fair in Lyon"]
    place.start.kept[0].click()
    assert compared(place) == FOUR
    assert place.desk.state.arrangement.hidden == ("length",)
    assert place.bar.title.toolTip().startswith("Keep this")
    press(place, "start", Key.Key_H)
    assert "changed since" in place.bar.title.toolTip()
    QTest.keyClick(place.page.table, Key.Key_S, CTRL)
    assert place.bar.title.toolTip().startswith("Keep this")


def test_a_copy_is_varied_while_the_first_stays(make: Make) -> None:
    place, _ = make()
    keep(place, "Fair")
    QTest.keyClick(place.page.table, Key.Key_D, CTRL)
    assert place.bar.title.words == "Fair (2)"
    place.desk.state.remove_from_comparison(FOUR[0])
    QTest.keyClick(place.page.table, Key.Key_S, CTRL)
    place.keeping.open_recent("Fair")
    assert compared(place) == FOUR
    place.desk.state.undo()
    assert compared(place) == FOUR[1:]


def test_the_list_of_all_renames_and_deletes(make: Make) -> None:
    place, heard = make()
    for name in ("Fair", "School visit"):
        place.desk.state.name_comparison("")
        keep(place, name)
    QTest.keyClick(place.page.table, Key.Key_O, CTRL)
    dialog = place.keeping.dialog
    assert isinstance(dialog, NamedDialog)
    assert dialog.model.rowCount() == 2
    dialog.model.setData(dialog.model.index(0, 0), "Visit")
    assert place.bar.title.words == "Visit", "the one on the desk is named anew as well"
    assert not dialog.model.setData(dialog.model.index(0, 0), "   ")
    dialog.delete_button.click()
    assert dialog.model.rowCount() == 1
    undo = heard.actions[-1]
    assert undo is not None
    undo()
    dialog.model.again()
    assert dialog.model.rowCount() == 2
    dialog._choose(1)
    dialog.open_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert place.bar.title.words == "Fair"


def test_notes_are_kept_only_when_ticked(make: Make) -> None:
    place, _ = make()
    place.desk.state.arrange(Arrangement(notes=(Note("length", "ask"),), asked=("award",)))
    keep(place, "Without")
    found = place.keeping._shelf.book.find("Without")
    assert found is not None
    assert not found.arrangement.notes
    place.desk.state.name_comparison("")
    keep(place, "With", notes=True)
    found = place.keeping._shelf.book.find("With")
    assert found is not None
    assert found.arrangement.notes == (Note("length", "ask"),)
    assert not found.arrangement.asked, "what this student asked is this student's"


# --- handing on


def test_the_clipboard_holds_a_table_for_spreadsheets_and_one_for_letters(make: Make) -> None:
    place, _ = make()
    QTest.keyClick(place.page.table, Key.Key_C, CTRL)
    data = QApplication.clipboard().mimeData()
    table = list(csv.reader(io.StringIO(data.text(), newline=""), delimiter="\t"))
    assert table[0][1].startswith("HEIP MSc 1 · alternance")
    assert all(len(line) == 5 for line in table)
    length = next(line for line in table if line[0] == "Length")
    assert length[1:] == ["2 years", "2 years", "1 year (Inferred)", "1 year (Inferred)"]
    assert any(line[0] == "Application deadline" for line in table), "folds are opened"
    assert "<table" in data.html()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_workbook_has_the_table_and_where_it_comes_from(make: Make, tmp_path: Path, lang: str) -> None:
    place, heard = make(lang=lang)
    place.handing.ask_file = lambda name, _kind: tmp_path / name
    place.save_table("xlsx")
    place.save_table("csv")
    assert not heard.reported
    book = load_workbook(next(tmp_path.glob("*.xlsx")))
    assert len(book.sheetnames) == 2
    assert book.worksheets[0]["B1"].value.startswith("HEIP MSc 1")
    assert any("Work-study" in str(cell.value) for line in book.worksheets[1].iter_rows() for cell in line)
    text = next(tmp_path.glob("*.csv")).read_text(encoding="utf-8-sig")
    assert (";" if lang == "fr" else ",") in text.splitlines()[-1]


def test_a_table_that_cannot_be_written_is_said(make: Make, tmp_path: Path) -> None:
    place, heard = make()
    place.handing.ask_file = lambda name, _kind: tmp_path / "no such folder" / name
    place.save_table("csv")
    assert isinstance(heard.reported[0], EnvironmentProblem)


def test_the_students_view_is_larger_follows_the_desk_and_leaves_by_escape(make: Make) -> None:
    place, _ = make()
    QTest.keyClick(place.page.table, Key.Key_F11)
    view = place.presentation
    assert view is not None
    view.resize(1366, 768)
    assert view.scale > 1
    place.desk.state.remove_from_comparison(FOUR[0])
    assert len(view.rows[1].cells) == 3
    press(place, "length", Key.Key_H)
    assert "length" not in [one.key for one in view.rows]
    before = view.scale
    QTest.keyClick(view, Key.Key_Equal)
    assert view.scale > before
    QTest.keyClick(view, Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum() > 0
    QTest.keyClick(view, Key.Key_Escape)
    assert place.presentation is None


# --- the window of columns


@given(st.integers(2, 5), st.integers(0, 5), st.integers(1, 6), st.integers(0, 5), st.integers(0, 4))
def test_any_column_can_be_brought_into_view(count: int, pinned: int, room: int, first: int, column: int) -> None:
    window = Window(first=first)
    window.fit(count, min(pinned, count), room)
    assert len(window.columns) == min(count, max(1, room))
    assert list(window.columns) == sorted(set(window.columns))
    if column < count:
        window.show_column(column)
        assert column in window.columns
        assert window.column(window.place_of(column)) == column


def test_what_is_copied_keeps_its_words_in_another_order() -> None:
    moved = Arrangement().moved(tuple(EVERY), EVERY[3], -3)
    first = arranged(SAID, Seen(Rows.ALL), replace(moved, hidden=()), WORDS)
    assert sorted(shown(first)) == sorted(EVERY)
