"""The question asked next can be answered on the spot, whatever it is about."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from advisor_app.domain.ask_next import ask_next
from advisor_app.domain.check import assess, check_programme
from advisor_app.domain.requirements.base import FACTS, FindingStatus, asks_for
from advisor_app.domain.requirements.kinds.award import Institution
from advisor_app.domain.requirements.kinds.grade import Grade
from advisor_app.domain.requirements.kinds.person import Document
from advisor_app.domain.requirements.tree import Strength
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import Grade as Given
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.what_if import answered
from advisor_app.services.check import Checked
from advisor_app.ui.eligibility.answers_said import Asked, choice
from advisor_app.ui.eligibility.question_card import QuestionCard
from advisor_app.ui.eligibility.question_said import QuestionSaid, question_said
from advisor_app.ui.itemmodels.naming import Namer
from advisor_app.ui.strip.fields import BY_KEY
from advisor_app.ui.theme import Theme
from advisor_app.wording import Translator
from tests.domain.samples import INSTITUTION
from tests.domain.test_check import asking
from tests.domain.test_kinds import Case, cases, named, reference
from tests.ui.eligibility.catalogue import TODAY

Key = Qt.Key
UNKNOWN = [one for one in cases() if one.expect is FindingStatus.UNKNOWN]


def said_of(one: Case, lang: Lang = "en") -> QuestionSaid:
    programme = asking(replace(one.leaf, strength=Strength.MANDATORY))
    checked = Checked(
        student=one.student,
        programmes=(check_programme(programme, one.student, reference()),),
        subjects={programme.id: Subject(programme=programme, institution=INSTITUTION, reference=reference())},
        ask_next=ask_next((programme,), one.student, reference()),
    )
    found = question_said(checked, Namer(Translator(lang), checked.subjects, TODAY))
    assert found is not None
    return found


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("one", UNKNOWN, ids=named)
def test_it_has_answers_and_they_settle_it(one: Case, lang: Lang) -> None:
    question = said_of(one, lang)
    given = [answer.given.value for answer in (*question.answers, *question.others)]
    if question.typed is not None:
        given += [question.typed.value(Decimal(number)) for number in (question.typed.low, question.typed.high)]
    assert given
    assert all(answer.words[:1] == answer.words[:1].upper() for answer in question.answers)
    entry = asking(replace(one.leaf, strength=Strength.MANDATORY)).entry_points[0]
    after = [answered(one.student, question.field, value) for value in given]
    verdicts = {assess(entry, student, reference()).verdict for student in after}
    assert verdicts - {Verdict.NEED_INFO}, "some answer settles it"
    assert not question.more or question.others or question.field in BY_KEY, "other answers can be reached"


def test_a_school_that_is_not_asked_for_is_an_answer() -> None:
    [one] = [one for one in UNKNOWN if isinstance(one.leaf.test, Institution)]
    other, school = said_of(one, "fr").answers
    assert (other.words, other.given.value) == ("Une autre école", "Une autre école")
    assert school.words == "Sciences Po"


def asked(*conditions: object) -> Asked:
    return Asked(Student(), conditions, reference())  # type: ignore[arg-type]


def test_documents_are_given_one_by_one_together_or_not_at_all() -> None:
    found = choice("person.documents", asked(Document("CV"), Document("Portfolio"), Document("CV")))
    assert [value for value, _ in found.likely] == [(), ("CV", "Portfolio"), ("CV",), ("Portfolio",)]


def test_a_grade_is_typed_on_the_scale_that_is_asked_for() -> None:
    german = choice("qualification.grade", asked(Grade(Decimal("2.5"), Decimal(1)))).typed
    assert german is not None
    assert (german.low, german.high, german.broken, german.value(Decimal("1.7"))) == (1, 6, True, Given(Decimal("1.7"), Decimal(1)))
    french = choice("qualification.grade", asked()).typed
    assert french is not None
    assert (french.low, french.high) == (0, 20)


@pytest.mark.parametrize(
    ("type_", "tried", "kind"), [(bool, (True, False), "buttons"), (str, ("a", "b"), "buttons"), (int, (0, 9), "typed")]
)
def test_what_a_kind_of_requirement_brings_along_can_be_answered(
    type_: type, tried: tuple[bool | int | str, ...], kind: str
) -> None:
    asks_for("brought", type_, msg("What is brought?"), tried)
    try:
        found = choice("person.brought", asked())
    finally:
        FACTS.pop("brought")
    assert bool(found.likely) is (kind == "buttons")
    assert (found.typed is not None) is (kind == "typed")


def test_what_nobody_knows_how_to_answer_has_no_answers() -> None:
    found = choice("person.shoe_size", asked())
    assert (found.likely, found.others, found.typed) == ([], [], None)


@pytest.fixture
def card(theme_of_app: Theme, focus_ring: None, qtbot: QtBot) -> QuestionCard:
    made = QuestionCard(Translator("en"))
    qtbot.addWidget(made)
    made.show()
    return made


def show(card: QuestionCard, kind: str) -> None:
    card.show_question(said_of(next(one for one in UNKNOWN if one.leaf.kind == kind)))


@pytest.mark.parametrize("typed", ["12,5", "12.5"])
def test_a_broken_number_is_typed_with_comma_or_point(card: QuestionCard, qtbot: QtBot, typed: str) -> None:
    show(card, "grade")
    QTest.keyClicks(card.number, f"x{typed}")
    with qtbot.waitSignal(card.answered) as heard:
        QTest.keyClick(card.number, Key.Key_Return)
    assert heard.args[0].value == Given(Decimal("12.5"), Decimal(20))


def test_a_number_beyond_the_scale_is_not_taken(card: QuestionCard, qtbot: QtBot) -> None:
    show(card, "grade")
    QTest.keyClicks(card.number, "21")
    with qtbot.assertNotEmitted(card.answered):
        QTest.keyClick(card.number, Key.Key_Return)


def test_answers_that_have_no_button_are_in_a_menu(card: QuestionCard, qtbot: QtBot) -> None:
    show(card, "award_type")
    card.more.click()
    [menu] = card.findChildren(QMenu)
    assert "Doctorate" in [action.text() for action in menu.actions()]
    with qtbot.waitSignal(card.answered) as heard:
        next(action for action in menu.actions() if action.text() == "Doctorate").trigger()
    assert heard.args[0].value == "doctorate"
    menu.close()
    QApplication.processEvents()
