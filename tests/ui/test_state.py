"""The desk: what is on it, what can be brought back."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from advisor_app.domain.arrangement import Arrangement
from advisor_app.domain.columns import Column
from advisor_app.domain.student import Student
from advisor_app.ui.comparison_state import Added
from advisor_app.ui.state import DeskState


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
    assert [column.programme for column in state.taken_out] == ["b"]
    assert state.undo()
    assert columns(state) == ["a", "b", "c"]
    assert not [column.programme for column in state.taken_out]


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


def test_a_what_if_is_dropped_taken_for_real_and_brought_back(state: DeskState, qtbot: QtBot) -> None:
    state.set_student(REAL)
    with qtbot.waitSignal(state.supposing_changed):
        state.suppose(SUPPOSED)
    with qtbot.waitSignals([state.supposing_changed, state.student_changed]):
        state.drop()
    assert (state.student, state.actual, state.supposing) == (REAL, REAL, False)
    assert state.undo()
    assert (state.student, state.actual, state.supposing) == (SUPPOSED, REAL, True)
    with qtbot.assertNotEmitted(state.student_changed):
        state.adopt()
    assert (state.student, state.actual, state.supposing) == (SUPPOSED, SUPPOSED, False)
    assert state.undo()
    assert (state.student, state.actual) == (SUPPOSED, REAL)


def test_nothing_is_kept_or_dropped_without_a_what_if(state: DeskState) -> None:
    state.set_student(REAL)
    state.keep()
    state.adopt()
    state.drop()
    state.suppose()
    state.keep()
    assert (state.student, state.kept, state.can_undo) == (REAL, (), False), "supposing nothing is nothing to keep"


def test_the_next_student_takes_no_what_if_along(state: DeskState) -> None:
    state.set_student(REAL)
    state.suppose(SUPPOSED)
    state.next_student()
    assert (state.student, state.actual, state.supposing) == (Student(), Student(), False)
    assert state.undo()
    assert (state.student, state.actual, state.supposing) == (SUPPOSED, REAL, True)


def test_what_was_said_of_the_student_outlives_undo(state: DeskState) -> None:
    state.add_to_comparison(ONE)
    state.remove_from_comparison(ONE)
    state.set_student(REAL)
    assert state.undo()
    assert (state.student, columns(state)) == (REAL, ["a"])
    assert state.redo()
    assert (state.student, columns(state)) == (REAL, [])


def test_redo_of_next_student_keeps_what_came_in_between(state: DeskState) -> None:
    state.set_student(REAL)
    state.next_student()
    state.undo()
    state.set_student(SUPPOSED)
    assert state.redo()
    assert state.student == Student()
    assert state.undo()
    assert state.student == SUPPOSED


def test_pinned_columns_stand_first_and_stay_among_themselves(state: DeskState) -> None:
    for column in (ONE, TWO, OTHERS[0]):
        state.add_to_comparison(column)
    state.pin_in_comparison(OTHERS[0], pinned=True)
    assert (columns(state), state.is_pinned(OTHERS[0])) == (["c", "a", "b"], True)
    state.move_in_comparison(OTHERS[0], 2)
    state.move_in_comparison(TWO, 0)
    assert columns(state) == ["c", "b", "a"]
    state.pin_in_comparison(OTHERS[0], pinned=False)
    assert state.arrangement.pinned == 0
    state.pin_in_comparison(TWO, pinned=True)
    state.remove_from_comparison(TWO)
    assert (columns(state), state.arrangement.pinned) == (["c", "a"], 0)


KINDS = ("add", "add", "remove", "replace", "move", "pin", "hide", "note", "open", "clear", "next")
STEPS = st.tuples(st.sampled_from(KINDS), st.sampled_from("abcdef"))


def _do(state: DeskState, kind: str, name: str) -> None:
    column, arrangement = Column(programme=name), state.arrangement
    hidden = arrangement.with_hidden(name, hidden=name not in arrangement.hidden)
    deeds: dict[str, Callable[[], object]] = {
        "add": lambda: state.add_to_comparison(column),
        "remove": lambda: state.remove_from_comparison(column),
        "replace": lambda: state.replace_in_comparison(next(iter(state.comparison), column), column),
        "move": lambda: state.move_in_comparison(column, ord(name) % 5),
        "pin": lambda: state.pin_in_comparison(column, pinned=not state.is_pinned(column)),
        "hide": lambda: state.arrange(hidden),
        "note": lambda: state.arrange(arrangement.with_note(name, f"ask about {name}")),
        "open": lambda: state.open_comparison((column, Column(programme="z")), Arrangement(pinned=1, asked=(name,))),
        "clear": state.clear_comparison,
        "next": state.next_student,
    }
    deeds[kind]()


def _shown(state: DeskState) -> tuple[object, ...]:
    return (state.comparison, state.arrangement, state.actual)


@given(st.lists(STEPS, max_size=25))
def test_undo_and_redo_restore_exactly(steps: list[tuple[str, str]]) -> None:
    state = DeskState()
    was = [_shown(state)]
    for step in steps:
        _do(state, *step)
        if _shown(state) != was[-1] or step[0] == "next":
            was.append(_shown(state))
        assert 0 <= state.arrangement.pinned <= len(state.comparison)
    for shown in was[-2::-1]:
        assert state.undo()
        assert _shown(state) == shown
    assert not state.undo()
    for shown in was[1:]:
        assert state.redo()
        assert _shown(state) == shown
    assert not state.redo()


OLDER = Student(age=40)


def test_a_what_if_is_kept_beside_the_real_student(state: DeskState, qtbot: QtBot) -> None:
    state.set_student(REAL)
    state.suppose(SUPPOSED)
    assert state.beside == SUPPOSED
    with qtbot.waitSignals([state.kept_changed, state.student_changed]):
        state.keep()
    assert (state.student, state.supposing, state.kept, state.beside) == (REAL, False, (SUPPOSED,), SUPPOSED)
    assert state.undo()
    assert (state.student, state.supposing, state.kept) == (SUPPOSED, True, ())


def test_several_are_kept_and_the_last_one_or_the_one_shown_stands_beside(state: DeskState) -> None:
    state.set_student(REAL)
    for age in (31, 32, 33, 34):
        state.suppose(Student(age=age))
        state.keep()
    assert [one.age for one in state.kept] == [32, 33, 34], "the oldest makes room"
    state.suppose(state.kept[0])
    assert (state.beside, state.kept) == (Student(age=32), state.kept)
    state.drop()
    assert [one.age for one in state.kept] == [32, 33, 34], "looking at one does not lose it"


def kept_of(state: DeskState) -> list[Student]:
    """The what-ifs that are kept, looked up anew."""
    return list(state.kept)


def test_one_that_is_changed_again_takes_its_own_place(state: DeskState) -> None:
    state.set_student(REAL)
    state.suppose(SUPPOSED)
    state.keep()
    state.suppose(SUPPOSED)
    state.set_student(OLDER)
    state.keep()
    assert kept_of(state) == [OLDER]
    state.suppose(SUPPOSED)
    state.keep()
    assert kept_of(state) == [OLDER, SUPPOSED], "a new one is a new one"


def test_one_that_is_kept_is_forgotten_and_brought_back(state: DeskState) -> None:
    state.set_student(REAL)
    state.suppose(SUPPOSED)
    state.keep()
    state.forget(OLDER)
    assert kept_of(state) == [SUPPOSED]
    state.forget(SUPPOSED)
    assert (kept_of(state), state.beside) == ([], None)
    assert state.undo()
    assert kept_of(state) == [SUPPOSED]


def test_what_is_kept_follows_what_is_told_of_the_real_student(state: DeskState) -> None:
    state.set_student(REAL)
    state.suppose(SUPPOSED)
    state.keep()
    state.set_student(Student(age=20, years_in_france=2))
    assert kept_of(state) == [Student(age=31, years_in_france=2)]
    state.set_student(Student(age=31, years_in_france=2))
    assert kept_of(state) == [], "it has come true"


def test_the_next_student_has_none_and_undo_brings_them_back(state: DeskState) -> None:
    state.set_student(REAL)
    state.suppose(SUPPOSED)
    state.keep()
    state.next_student()
    assert (state.kept, state.beside) == ((), None)
    state.undo()
    assert (state.actual, state.kept) == (REAL, (SUPPOSED,))
