"""The desk: what is on it, what can be brought back."""

from pytestqt.qtbot import QtBot

from advisor_app.domain.student import Student
from advisor_app.services.compare import Column
from advisor_app.ui.state import Added, DeskState


def columns(state: DeskState) -> list[str]:
    """The comparison, read anew."""
    return [column.programme for column in state.comparison]


ONE, TWO, *OTHERS = [Column(programme=name) for name in "abcdef"]


def test_it_speaks_only_when_something_changes(state: DeskState, qtbot: QtBot) -> None:
    with qtbot.waitSignal(state.student_changed) as heard:
        state.set_student(Student(age=20))
    assert heard.args == [Student(age=20)]
    with qtbot.assertNotEmitted(state.student_changed):
        state.set_student(Student(age=20))


def test_two_to_five_columns(state: DeskState, qtbot: QtBot) -> None:
    assert state.add_to_comparison(ONE) is Added.ADDED
    alone = state.comparable
    assert not alone
    assert state.add_to_comparison(ONE) is Added.THERE_ALREADY
    for column in (TWO, *OTHERS[:3]):
        assert state.add_to_comparison(column) is Added.ADDED
    assert state.comparable
    with qtbot.waitSignal(state.refused):
        assert state.add_to_comparison(OTHERS[3]) is Added.FULL
    assert columns(state) == list("abcde")


def test_undo_brings_a_column_back_to_its_place(state: DeskState, qtbot: QtBot) -> None:
    for column in (ONE, TWO, OTHERS[0]):
        state.add_to_comparison(column)
    with qtbot.waitSignal(state.removed) as heard:
        state.remove_from_comparison(TWO)
    assert heard.args == [TWO]
    assert columns(state) == ["a", "c"]
    assert state.undo()
    assert columns(state) == ["a", "b", "c"]
    assert not state.undo()


def test_next_student_clears_the_desk_and_undo_brings_the_last_one_back(state: DeskState) -> None:
    student = Student(age=20)
    state.set_student(student)
    state.add_to_comparison(ONE)
    state.select("a")
    state.next_student()
    assert (state.student, state.comparison) == (Student(), ())
    assert state.undo()
    assert (state.student, state.comparison, state.selected) == (student, (ONE,), "a")


def test_undo_goes_back_step_by_step(state: DeskState) -> None:
    state.add_to_comparison(ONE)
    state.add_to_comparison(TWO)
    state.remove_from_comparison(ONE)
    state.clear_comparison()
    state.undo()
    assert columns(state) == ["b"]
    state.undo()
    assert columns(state) == ["a", "b"]


def test_a_column_is_replaced_in_its_place(state: DeskState) -> None:
    state.add_to_comparison(ONE)
    state.add_to_comparison(TWO)
    state.replace_in_comparison(ONE, OTHERS[0])
    assert columns(state) == ["c", "b"]
    state.replace_in_comparison(OTHERS[0], TWO)
    assert columns(state) == ["c", "b"]


def test_place_language_theme_and_question(state: DeskState, qtbot: QtBot) -> None:
    with qtbot.waitSignals([state.place_changed, state.language_changed, state.theme_changed, state.asked_changed]):
        state.go("sheet")
        state.set_lang("fr")
        state.set_theme("dark")
        state.ask("person.age")
    assert (state.place, state.lang, state.theme, state.asked) == ("sheet", "fr", "dark", "person.age")
    state.ask(None)
    assert state.asked is None


REAL, SUPPOSED = Student(age=20), Student(age=31)


def test_a_what_if_never_touches_the_real_student(state: DeskState, qtbot: QtBot) -> None:
    state.set_student(REAL)
    with qtbot.assertNotEmitted(state.student_changed):
        state.suppose()
    assert (state.student, state.actual, state.supposing) == (REAL, REAL, True)
    with qtbot.waitSignal(state.student_changed) as heard:
        state.set_student(SUPPOSED)
    assert heard.args == [SUPPOSED]
    assert (state.student, state.actual) == (SUPPOSED, REAL)


def test_a_what_if_is_dropped_kept_and_brought_back(state: DeskState, qtbot: QtBot) -> None:
    state.set_student(REAL)
    with qtbot.waitSignal(state.supposing_changed):
        state.suppose(SUPPOSED)
    with qtbot.waitSignals([state.supposing_changed, state.student_changed]):
        state.drop()
    assert (state.student, state.actual, state.supposing) == (REAL, REAL, False)
    assert state.undo()
    assert (state.student, state.actual, state.supposing) == (SUPPOSED, REAL, True)
    with qtbot.assertNotEmitted(state.student_changed):
        state.keep()
    assert (state.student, state.actual, state.supposing) == (SUPPOSED, SUPPOSED, False)
    assert state.undo()
    assert (state.student, state.actual) == (SUPPOSED, REAL)


def test_nothing_is_kept_or_dropped_without_a_what_if(state: DeskState) -> None:
    state.set_student(REAL)
    state.keep()
    state.drop()
    assert (state.student, state.can_undo) == (REAL, False)


def test_the_next_student_takes_no_what_if_along(state: DeskState) -> None:
    state.set_student(REAL)
    state.suppose(SUPPOSED)
    state.next_student()
    assert (state.student, state.actual, state.supposing) == (Student(), Student(), False)
    assert state.undo()
    assert (state.student, state.actual, state.supposing) == (SUPPOSED, REAL, True)
