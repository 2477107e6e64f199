"""What to bring: of alternatives, only what the best way through needs."""

from decimal import Decimal

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements import base
from advisor_app.domain.requirements.base import Candidate
from advisor_app.domain.requirements.evaluate import evaluate
from advisor_app.domain.requirements.kinds.aptitude_test import AptitudeTest
from advisor_app.domain.requirements.kinds.language import Language
from advisor_app.domain.requirements.kinds.level import Level
from advisor_app.domain.requirements.kinds.person import Document
from advisor_app.domain.requirements.tree import All, AnyOf, AtLeast, Leaf, Node, Not, Strength
from advisor_app.domain.student import LanguageSkill, Qualification, Standing, Student
from advisor_app.domain.text import Value
from advisor_app.sheets.parts.documents import best_way, proof
from advisor_app.wording import Translator

HELD = Qualification(country="FR", level=4, credits=Decimal(240))
STUDENT = Student(qualifications=(HELD,), languages=(LanguageSkill(lang="en", cefr="B2"),))


def leaf(test: base.Test, kind: str, strength: Strength = Strength.MANDATORY) -> Leaf:
    return Leaf(kind=kind, test=test, strength=strength)


LEVEL = leaf(Level(minimum=3), "level")
ENGLISH = leaf(Language(lang="en", cefr="B2"), "language")
FRENCH = leaf(Language(lang="fr", cefr="B2"), "language")
GMAT = leaf(AptitudeTest(test="GMAT", minimum=Decimal(600)), "aptitude_test")
LETTER = leaf(Document(name="Cover letter"), "document")


def way(node: Node) -> list[Leaf]:
    found = best_way(evaluate(node, Candidate(student=STUDENT, basis=HELD, reference=Reference())))
    return [finding.leaf for finding in found]


def test_of_alternatives_only_the_best_is_asked_for() -> None:
    assert way(AnyOf((GMAT, ENGLISH))) == [ENGLISH]
    assert way(All((LEVEL, AnyOf((FRENCH, ENGLISH, GMAT))))) == [LEVEL, ENGLISH]


def test_of_equals_the_first_on_the_page_and_the_fewest_open_conditions() -> None:
    assert way(AnyOf((GMAT, FRENCH))) == [GMAT]
    assert way(AnyOf((All((GMAT, FRENCH)), LETTER))) == [LETTER]


def test_at_least_two_needs_two() -> None:
    assert way(AtLeast(2, (GMAT, LEVEL, FRENCH, ENGLISH))) == [LEVEL, ENGLISH]


def test_what_must_not_be_and_what_is_only_welcome_need_no_proof() -> None:
    assert way(All((LEVEL, Not(ENGLISH), leaf(Language(lang="de", cefr="A2"), "language", Strength.SOFT)))) == [LEVEL]


def test_every_condition_names_its_proof() -> None:
    found = evaluate(All((LEVEL, ENGLISH, GMAT, LETTER)), Candidate(student=STUDENT, basis=HELD, reference=Reference()))
    findings = list(best_way(found))
    said = [_said(proof(finding, Standing.HELD)) for finding in findings]
    assert said == ["diploma", "certificate of English", "GMAT score report", "Cover letter"]
    assert _said(proof(findings[0], Standing.IN_PROGRESS)) == "certificate of enrolment"


def _said(value: Value | None) -> str:
    return "" if value is None else Translator("en").render(value)
