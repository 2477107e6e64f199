"""The way forward, applied, really turns the verdict, and nothing smaller does."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from hypothesis import given

from advisor_app.domain.check import Way, assess, check_programme
from advisor_app.domain.requirements.base import Candidate, Change
from advisor_app.domain.requirements.evaluate import evaluate
from advisor_app.domain.requirements.kinds.aptitude_test import AptitudeTest
from advisor_app.domain.requirements.kinds.person import PriorLearning
from advisor_app.domain.requirements.tree import AnyOf, Leaf, Node
from advisor_app.domain.student import LanguageSkill, Qualification, Student
from advisor_app.domain.student import TestScore as Score
from advisor_app.domain.text import msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.way_forward import turning
from advisor_app.domain.what_if import answered, improved, rebased
from tests.domain.samples import REFERENCE, TWO_YEARS, level, programme
from tests.domain.test_evaluate import BASES, TREES


def ways(tree: Node, student: Student) -> tuple[Way, ...]:
    one = programme(entry_points=(replace(TWO_YEARS, requirements=tree),), combinations=programme().combinations[:1])
    return check_programme(one, student, REFERENCE).routes[0].ways


@given(TREES, BASES)
def test_a_way_forward_turns_the_verdict_and_no_part_of_it_does(tree: Node, basis: Qualification) -> None:
    student = Student(qualifications=(basis,))
    entry = replace(TWO_YEARS, requirements=tree)

    def verdict(changes: tuple[Change, ...]) -> Verdict:
        return assess(entry, improved(student, changes, basis), REFERENCE).verdict

    for way in ways(tree, student):
        assert verdict(way.changes) is not Verdict.NOT_YET
        for size in range(len(way.changes)):
            assert all(verdict(part) is Verdict.NOT_YET for part in combinations(way.changes, size))


def change(field: str, value: object) -> Change:
    return Change(field=field, value=value, say=msg("so"))


def test_an_answer_sets_and_an_improvement_never_takes_away() -> None:
    one = Student(qualifications=(Qualification(level=5, fields=("law",)),))
    assert answered(one, "qualification.level", 3).qualifications[0].level == 3
    assert improved(one, (change("qualification.level", 3),), None).qualifications[0].level == 5
    both = improved(one, (change("qualification.fields", ("economics",)),), None).qualifications[0]
    assert both.fields == ("law", "economics")


def test_the_diploma_that_the_application_rests_on_is_the_one_that_changes() -> None:
    first, second = Qualification(level=2), Qualification(level=3)
    one = Student(qualifications=(first, second))
    assert answered(one, "qualification.level", 4, second).qualifications == (first, Qualification(level=4))
    assert improved(one, (change("qualification.level", 4),), second).qualifications == (first, Qualification(level=4))


def test_an_answer_makes_a_first_diploma_where_there_is_none() -> None:
    assert answered(Student(), "qualification.level", 3).qualifications == (Qualification(level=3),)
    assert improved(Student(), (change("qualification.level", 3),), None).qualifications == (Qualification(level=3),)


def test_credits_are_answered_in_ects() -> None:
    british = Student(qualifications=(Qualification(credits=Decimal(360), credit_system="CATS"),))
    assert answered(british, "qualification.credits", Decimal(240)).qualifications[0].credit_system is None


def test_languages_and_the_person_can_be_supposed_too() -> None:
    better = improved(Student(), (change("languages.en", LanguageSkill(lang="en", cefr="C1")),), None)
    assert better.languages == (LanguageSkill(lang="en", cefr="C1"),)
    assert improved(Student(prior_learning=False), (change("person.prior_learning", True),), None).prior_learning is True
    assert answered(Student(age=20), "person.age", 21).age == 21


def test_a_supposition_follows_what_is_told_later_and_keeps_what_it_changed() -> None:
    before = Student(age=20, qualifications=(Qualification(level=3),))
    supposed = Student(age=20, qualifications=(Qualification(level=4),))
    after = Student(age=21, qualifications=(Qualification(level=3, country="FR"),))
    assert rebased(supposed, before, after) == Student(age=21, qualifications=(Qualification(level=4, country="FR"),))


def test_a_diploma_more_is_no_change_of_the_supposed_ones() -> None:
    before = Student(qualifications=(Qualification(level=3),))
    supposed = Student(qualifications=(Qualification(level=4),))
    after = Student(age=20, qualifications=(Qualification(level=3), Qualification(level=5)))
    assert rebased(supposed, before, after) == Student(age=20, qualifications=supposed.qualifications)
    assert rebased(before, before, after) == after


def test_of_two_scores_of_one_test_the_lower_is_the_way_and_what_is_so_or_not_stands_by_itself() -> None:
    tests = [Leaf(kind="aptitude_test", test=AptitudeTest("GMAT", Decimal(score))) for score in (650, 600)]
    prior = Leaf(kind="prior_learning", test=PriorLearning())
    poor = Student(qualifications=(Qualification(level=2),), tests=(Score("GMAT", Decimal(500)),), prior_learning=False)
    found = [[change.value for change in way.changes] for way in ways(AnyOf((*tests, prior)), poor)]
    assert found == [[True], [Score("GMAT", Decimal(600))]]


def test_nothing_to_turn_needs_no_change() -> None:
    met = evaluate(level(1), Candidate(student=Student(), basis=Qualification(level=2), reference=REFERENCE))
    assert turning(met) == ((),)
