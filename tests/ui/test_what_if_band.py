"""The band of a what-if: what it says, and how it ends."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.route import Route
from advisor_app.domain.student import Grade, LanguageSkill, Qualification, Residence, Student
from advisor_app.domain.student import TestScore as Score
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.what_if import Both, Move, Moves
from advisor_app.ui.state import DeskState
from advisor_app.ui.strip.fields import Title
from advisor_app.ui.strip.options import Option, fixed_options, merged
from advisor_app.ui.theme import Theme
from advisor_app.ui.what_if_said import supposed_said
from advisor_app.wording import Translator
from tests.ui.test_main_window import Opened, describe

HELD = Qualification(country="FR", level=3, credits=Decimal(180))
REAL = Student(qualifications=(HELD,), age=21)
BAC4 = replace(REAL, qualifications=(replace(HELD, level=4),))
OPTIONS = fixed_options(date(2026, 11, 1))


def move(number: int, was: Verdict, now: Verdict) -> Move:
    route = Route(programme=str(number), entry="m1", format="initial", campus="paris")
    return Move(route, Both(was, None), Both(now, None))


TWO_OPEN = Moves(
    (
        move(1, Verdict.NOT_YET, Verdict.CAN_APPLY),
        move(2, Verdict.NEED_INFO, Verdict.TO_CONFIRM),
        move(3, Verdict.CAN_APPLY, Verdict.CAN_APPLY),
    )
)


def said(supposed: Student, moves: Moves | None = None, lang: str = "en") -> str:
    return supposed_said(REAL, supposed, moves, OPTIONS, Translator(lang))  # type: ignore[arg-type]


def test_the_sentence_says_what_is_supposed_and_what_moves() -> None:
    assert said(REAL) == "What if: change any fact of the student; the real situation is kept."
    assert said(BAC4) == "What if: Bac+4"
    assert said(BAC4, TWO_OPEN) == "What if: Bac+4 — 2 routes open up, 0 close"
    assert said(BAC4, TWO_OPEN, "fr") == "Hypothèse\u202f: Bac+4 — 2 parcours s’ouvrent, 0 se ferme"


def test_every_change_is_named_also_one_that_has_no_chip() -> None:
    assert said(replace(BAC4, residence=Residence.OTHER)) == "What if: Bac+4, Other"
    assert said(replace(REAL, age=None)) == "What if: Age: not given"
    assert said(replace(REAL, experience_months=12, prior_learning=True)) == (
        "What if: 12 months of experience, Prior learning recognised"
    )
    assert said(replace(REAL, documents=("Portfolio",), tests=(Score("GMAT", Decimal(600)),))) == "What if: Portfolio, GMAT 600"
    graded = replace(HELD, grade=Grade(Decimal(14), Decimal(20)))
    assert said(replace(REAL, qualifications=(graded,))) == "What if: Grade 14/20"
    assert said(replace(REAL, qualifications=(replace(HELD, award="master"),))) == "What if: another diploma"
    assert said(replace(REAL, qualifications=(HELD, HELD))) == "What if: another diploma"


def test_of_the_languages_only_the_new_one_is_named() -> None:
    real = replace(REAL, languages=(LanguageSkill(lang="fr", cefr="C1"),))
    supposed = replace(real, languages=(*real.languages, LanguageSkill(lang="en", cefr="B2")))
    assert supposed_said(real, supposed, None, OPTIONS, Translator("en")) == "What if: EN B2"
    assert supposed_said(supposed, real, None, OPTIONS, Translator("en")) == "What if: FR C1"


def test_another_diploma_is_named_by_its_title() -> None:
    title = Option(Title("DE-9", "DE", 5, 5), "Diplom", key="qualification.title")
    options = merged(OPTIONS, {"qualification.title": (title,)})
    german = replace(REAL, qualifications=(Qualification(country="DE", title="DE-9"),))
    assert supposed_said(REAL, german, None, options, Translator("en")) == "What if: Diplom, Credits: not given"


@pytest.fixture
def opened(theme_of_app: Theme, focus_ring: None, state: DeskState, qtbot: QtBot) -> Opened:
    made = Opened(state)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.window.painted):
        made.window.begin()
    made.window.set_catalogue({}, describe, lambda _actual, _supposed: TWO_OPEN)
    state.set_student(REAL)
    return made


def toggle(opened: Opened) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(opened.window, Qt.Key.Key_W, keys)
    QApplication.processEvents()


def test_a_key_makes_every_further_change_a_supposition_and_the_same_key_ends_it(opened: Opened) -> None:
    band, state = opened.window.frame.what_if, opened.state
    assert band.text == ""
    toggle(opened)
    assert band.text.startswith("What if: change any fact")
    state.set_student(BAC4)
    assert band.text == "What if: Bac+4 — 2 routes open up, 0 close"
    assert band.accessibleName() == band.text
    assert state.actual == REAL
    toggle(opened)
    assert (band.text, state.student) == ("", REAL)
    assert opened.window.frame.messages.text == "This is the student’s real situation again."
    opened.window.frame.messages.action.click()
    assert (state.student, state.actual) == (BAC4, REAL), "taking it back is undone as well"


def test_it_can_be_kept_or_taken_back_by_its_buttons(opened: Opened) -> None:
    band, state = opened.window.frame.what_if, opened.state
    state.suppose(BAC4)
    band.back.click()
    assert (state.student, band.text) == (REAL, "")
    state.suppose(BAC4)
    band.adopt.click()
    assert (state.student, state.actual, band.text) == (BAC4, BAC4, "")


def test_a_what_if_is_kept_beside_the_real_situation_by_key(opened: Opened, qtbot: QtBot) -> None:
    band, state = opened.window.frame.what_if, opened.state
    state.suppose()
    assert not band.keep.isEnabled(), "nothing is supposed yet"
    state.set_student(BAC4)
    with qtbot.waitSignal(band.kept) as heard:
        QTest.keyClick(opened.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert heard.args == ["Bac+4"]
    assert (state.student, state.kept, band.text) == (REAL, (BAC4,), "Beside the real situation:")


def kept_names(opened: Opened) -> list[str]:
    beside = opened.window.frame.what_if.beside
    return [look.words for look in beside.looks if not look.isHidden()]


def test_what_is_kept_can_be_gone_back_to_and_forgotten(opened: Opened) -> None:
    band, state = opened.window.frame.what_if, opened.state
    for age in (30, 31, 32):
        state.suppose(replace(REAL, age=age))
        state.keep()
    assert kept_names(opened) == ["30 years old", "31 years old", "32 years old"]
    look = band.beside.looks[1]
    assert look.accessibleName() == "What if: 31 years old"
    assert look.accessibleDescription() == "2 routes open up, 0 close"
    look.click()
    assert (state.student.age, state.supposing) == (31, True)
    assert not band.beside.isVisible()
    band.back.click()
    assert kept_names(opened) == ["30 years old", "31 years old", "32 years old"]
    for _ in range(3):
        band.beside.forgets[0].click()
    assert (state.kept, band.text) == ((), "")
    state.undo()
    assert kept_names(opened) == ["32 years old"]


def test_it_stays_in_every_place_and_language(opened: Opened, qtbot: QtBot) -> None:
    opened.state.suppose(BAC4)
    for place in ("compare", "sheet", "programmes"):
        opened.state.go(place)
        assert opened.window.frame.what_if.isVisible()
    opened.state.set_lang("fr")
    qtbot.waitUntil(lambda: opened.window.words.lang == "fr")
    assert opened.window.frame.what_if.text == "Hypothèse\u202f: Bac+4 — 2 parcours s’ouvrent, 0 se ferme"


def test_the_next_student_ends_it(opened: Opened) -> None:
    opened.state.suppose(Student())
    assert opened.window.frame.strip.next_button.isEnabled()
    opened.window.frame.next_student()
    assert (opened.window.frame.what_if.text, opened.state.actual) == ("", Student())
