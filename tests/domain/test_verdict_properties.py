"""What must hold of every tree of every kind and of every student, who is made fact by fact."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import combinations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from advisor_app.domain.ask_next import ASKABLE, Question, ask_next, askable
from advisor_app.domain.check import assess, check_programme
from advisor_app.domain.legal import check_law
from advisor_app.domain.requirements.base import Candidate, Change, FindingStatus
from advisor_app.domain.requirements.evaluate import evaluate
from advisor_app.domain.requirements.kinds.award import AWARD_TYPES, INSTITUTION_TYPES
from advisor_app.domain.requirements.kinds.language import CEFR
from advisor_app.domain.requirements.kinds.person import Age, OfResidence
from advisor_app.domain.requirements.tree import All, AnyOf, AtLeast, Leaf, Node, Not, Readings, Strength, leaves
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import (
    Grade,
    LanguageSkill,
    Qualification,
    Residence,
    Standing,
    Student,
    SubjectCredits,
)
from advisor_app.domain.student import TestScore as Score
from advisor_app.domain.text import same
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.what_if import improved
from advisor_app.services.verdict_columns import verdict_ranks
from tests.domain.samples import TWO_YEARS, programme
from tests.domain.test_check import asking
from tests.domain.test_kinds import cases, reference
from tests.services.test_rule_cases import rule, written
from tests.services.test_verdict_columns import compiled

NOTE = same("who is meant?")
REFERENCE = reference()
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


@cache
def every_leaf() -> tuple[Leaf, ...]:
    """Of every kind, and of the rules that nobody runs."""
    own = [replace(one.leaf, strength=Strength.MANDATORY) for one in cases()]
    return tuple(dict.fromkeys([*own, *(leaf for name in written()["rules"] for leaf in leaves(rule(name)))]))


LEAVES = st.sampled_from(every_leaf())


def _groups(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(children, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        several.map(All),
        several.map(AnyOf),
        st.builds(AtLeast, st.integers(1, 3), several),
        several.map(lambda nodes: Readings(nodes, NOTE)),
    )


WITHOUT_NOT: st.SearchStrategy[Node] = st.recursive(LEAVES, _groups, max_leaves=6)
TREES: st.SearchStrategy[Node] = st.recursive(LEAVES, lambda inner: st.one_of(_groups(inner), inner.map(Not)), max_leaves=6)


# --- students, fact by fact


@dataclass(frozen=True)
class Told:
    """One fact: how it is told, and whether it is unknown before."""

    tell: Callable[[Student], Student]
    missing: Callable[[Student], bool]


TOLD_BY_TITLE = frozenset({"country", "level", "credits", "years", "award"})
"""What a row of the qualification table tells; to say something else is a correction and no fact more."""


def about_diploma(name: str, value: object) -> Told:
    def tell(student: Student) -> Student:
        return replace(student, qualifications=(replace(student.qualifications[0], **{name: value}),))  # type: ignore[arg-type]

    def missing(student: Student) -> bool:
        first = student.qualifications[0]
        return getattr(first, name) == getattr(Qualification(), name) and not (first.title and name in TOLD_BY_TITLE)

    return Told(tell, missing)


def about_person(name: str, value: object) -> Told:
    return Told(lambda student: replace(student, **{name: value}), lambda student: getattr(student, name) is None)  # type: ignore[arg-type]


def language(skill: LanguageSkill) -> Told:
    return Told(
        lambda student: replace(student, languages=(*student.languages, skill)),
        lambda student: all(one.lang != skill.lang for one in student.languages),
    )


def aptitude(test: str, score: int) -> Told:
    return Told(
        lambda student: replace(student, tests=(*student.tests, Score(test, Decimal(score)))),
        lambda student: all(one.test != test for one in student.tests),
    )


FIELDS = tuple(sorted(REFERENCE.fields))
TITLES = ("FR-004", "FR-007", "FR-009", "FR-014", "GB-076", "GB-077", "IN-175", "DZ-036", "US-148", "CA-158")
SYSTEMS = (None, "ECTS", "CATS", "US-SCH", "CN-XUEFEN")
DIPLOMA = st.one_of(
    st.sampled_from([about_diploma("country", code) for code in ("FR", "GB", "DZ")]),
    st.integers(0, 8).map(lambda level: about_diploma("level", level)),
    st.sampled_from([0, 120, 179, 180, 240, 300]).map(lambda amount: about_diploma("credits", Decimal(amount))),
    st.sampled_from(FIELDS).map(lambda slug: about_diploma("fields", (slug,))),
    st.integers(1, 6).map(lambda years: about_diploma("years", Decimal(years))),
    st.sampled_from(sorted(AWARD_TYPES)).map(lambda award: about_diploma("award", award)),
    st.sampled_from(sorted(INSTITUTION_TYPES)).map(lambda kind: about_diploma("institution_type", kind)),
    st.sampled_from(["Sciences Po", "LSE", "Université de Lille"]).map(lambda name: about_diploma("institution", name)),
    st.integers(0, 20).map(lambda grade: about_diploma("grade", Grade(Decimal(grade), Decimal(20)))),
    st.builds(
        lambda slug, amount: about_diploma("subject_credits", (SubjectCredits(slug, Decimal(amount)),)),
        st.sampled_from(FIELDS),
        st.sampled_from([0, 30, 90]),
    ),
)
PERSON = st.one_of(
    st.sampled_from([about_person("residence", residence) for residence in Residence]),
    st.integers(15, 60).map(lambda age: about_person("age", age)),
    st.integers(0, 60).map(lambda months: about_person("experience_months", months)),
    st.sampled_from([about_person("prior_learning", True), about_person("prior_learning", False)]),
    st.sampled_from([about_person("documents", ()), about_person("documents", ("Portfolio", "CV"))]),
    st.sampled_from([language(LanguageSkill(lang=lang, cefr=level)) for lang in ("fr", "en") for level in CEFR]),
    st.sampled_from([language(LanguageSkill(lang="en", test="IELTS", score=Decimal(score))) for score in (3, 6, 7, 9)]),
    st.sampled_from([language(LanguageSkill(lang="en", test="TOEFL", score=Decimal(score))) for score in (2, 5, 80, 110)]),
    st.sampled_from([aptitude("GMAT", score) for score in (300, 650, 800)]),
)
FACTS = st.one_of(DIPLOMA, PERSON)
STARTS = st.one_of(
    st.builds(
        lambda status, system: Qualification(status=status, credit_system=system),
        st.sampled_from(Standing),
        st.sampled_from(SYSTEMS),
    ),
    st.sampled_from(TITLES).map(lambda title: Qualification(title=title, country=REFERENCE.qualifications[title].country)),
)


@st.composite
def students(draw: st.DrawFn) -> Student:
    """Of whom more or less is known."""
    student = Student(qualifications=(draw(STARTS),))
    for fact in draw(st.lists(FACTS, max_size=7)):
        student = fact.tell(student) if fact.missing(student) else student
    return student


def verdict(tree: Node, student: Student) -> Verdict:
    return assess(replace(TWO_YEARS, requirements=tree), student, REFERENCE).verdict


def status(tree: Node, student: Student) -> FindingStatus:
    return evaluate(tree, Candidate(student=student, basis=student.qualifications[0], reference=REFERENCE)).status


# --- the properties


@SLOW
@given(TREES, students(), FACTS)
def test_a_fact_more_never_makes_a_settled_verdict_unknown(tree: Node, student: Student, fact: Told) -> None:
    assume(fact.missing(student))
    assume(verdict(tree, student) is not Verdict.NEED_INFO)
    assert verdict(tree, fact.tell(student)) is not Verdict.NEED_INFO


@given(students(), FACTS)
def test_a_fact_more_never_makes_the_law_unsettled(student: Student, fact: Told) -> None:
    assume(fact.missing(student))
    one = programme()
    for route in routes_of(one):
        if check_law(one, route, student, REFERENCE).verdict is not Verdict.NEED_INFO:
            assert check_law(one, route, fact.tell(student), REFERENCE).verdict is not Verdict.NEED_INFO


def raised(student: Student, what: str, by: int) -> Student | None:
    """The student with more of something; ``None`` where there is none of it."""
    first = student.qualifications[0]
    if what in {"level", "credits", "years"}:
        held: int | Decimal | None = getattr(first, what)
        if held is None:
            return None
        return replace(student, qualifications=(replace(first, **{what: min(held + by, 8) if what == "level" else held + by}),))  # type: ignore[arg-type]
    if what == "grade" and first.grade is not None:
        better = Grade(min(first.grade.value + by, Decimal(20)), first.grade.scale)
        return replace(student, qualifications=(replace(first, grade=better),))
    if what == "months" and student.experience_months is not None:
        return replace(student, experience_months=student.experience_months + by)
    if what == "score" and student.tests:
        return replace(student, tests=(Score(student.tests[0].test, student.tests[0].score + by), *student.tests[1:]))
    if what == "language":
        better_skills = tuple(better_skill(one, by) for one in student.languages)
        return replace(student, languages=better_skills) if better_skills != student.languages else None
    return None


def better_skill(skill: LanguageSkill, by: int) -> LanguageSkill:
    """Within the scale that the score is on."""
    if skill.cefr is not None:
        return replace(skill, cefr=CEFR[min(CEFR.index(skill.cefr) + by, len(CEFR) - 1)])
    assert skill.score is not None
    highest = Decimal(9) if skill.test == "IELTS" else Decimal(6 if skill.score <= 6 else 120)
    return replace(skill, score=min(skill.score + by, highest))


@SLOW
@given(
    WITHOUT_NOT,
    students(),
    st.sampled_from(["level", "credits", "years", "grade", "months", "score", "language"]),
    st.integers(1, 60),
)
def test_more_never_turns_met_into_not_met_where_nothing_is_forbidden(tree: Node, student: Student, what: str, by: int) -> None:
    more = raised(student, what, by)
    assume(more is not None)
    assert more is not None
    before, after = status(tree, student), status(tree, more)
    if before is FindingStatus.MET:
        assert after is not FindingStatus.NOT_MET
    if after is FindingStatus.NOT_MET:
        assert before is not FindingStatus.MET


def shuffled(node: Node, draw: Callable[[st.SearchStrategy[tuple[Node, ...]]], tuple[Node, ...]]) -> Node:
    """The same tree in another order, at every height."""
    match node:
        case Leaf():
            return node
        case Not(child=child):
            return Not(shuffled(child, draw))
        case _:
            order = draw(st.permutations(node.children).map(tuple))
            return replace(node, children=tuple(shuffled(child, draw) for child in order))


@SLOW
@given(TREES, students(), st.data())
def test_the_order_of_conditions_never_matters(tree: Node, student: Student, data: st.DataObject) -> None:
    other = shuffled(tree, data.draw)
    assert status(other, student) is status(tree, student)


@SLOW
@given(TREES, students())
def test_not_twice_is_nothing(tree: Node, student: Student) -> None:
    assert status(Not(Not(tree)), student) is status(tree, student)
    swapped = {FindingStatus.MET: FindingStatus.NOT_MET, FindingStatus.NOT_MET: FindingStatus.MET}
    found = status(tree, student)
    assert status(Not(tree), student) is swapped.get(found, found)


@SLOW
@given(st.lists(TREES, min_size=1, max_size=4), students())
def test_the_columns_give_what_the_trees_give(trees: list[Node], student: Student) -> None:
    ranks = verdict_ranks(compiled(list(trees)), student, REFERENCE).tolist()
    assert ranks == [verdict(tree, student).rank for tree in trees]


@SLOW
@given(TREES, students())
def test_a_way_forward_turns_the_verdict_and_nothing_smaller_does(tree: Node, student: Student) -> None:
    entry = replace(TWO_YEARS, requirements=tree)
    one = programme(entry_points=(entry,), combinations=programme().combinations[:1])
    ways = check_programme(one, student, REFERENCE).routes[0].ways

    def turns(changes: tuple[Change, ...], basis: Qualification | None) -> bool:
        return assess(entry, improved(student, changes, basis), REFERENCE).verdict is not Verdict.NOT_YET

    for way in ways:
        assert turns(way.changes, way.basis)
        for size in range(len(way.changes)):
            assert not any(turns(part, way.basis) for part in combinations(way.changes, size))
        for place, change in enumerate(way.changes):
            for less in lesser(change):
                if less.value != getattr(student.qualifications[0], change.field.partition(".")[2], None):
                    smaller = (*way.changes[:place], less, *way.changes[place + 1 :])
                    assert not turns(smaller, way.basis), f"{less} would do"


def lesser(change: Change) -> list[Change]:
    """The change asking for a little less."""
    match change.value:
        case bool():
            return []
        case int() | Decimal():
            return [replace(change, value=change.value - 1)]
        case Score(test=test, score=score):
            return [replace(change, value=Score(test, score - 1))]
        case LanguageSkill(cefr=str() as level) if level != "A1":
            return [replace(change, value=replace(change.value, cefr=CEFR[CEFR.index(level) - 1]))]
        case _:
            return []


def brute_force(tree: Node, student: Student) -> tuple[str, int, int] | None:
    """Every field that some leaf lacks, with every answer there is: the one that settles most, the first of equals."""
    one = asking(tree)
    routes = len(routes_of(one))
    entry = one.entry_points[0]
    assessment = assess(entry, student, REFERENCE)
    if assessment.verdict is not Verdict.NEED_INFO:
        return None
    fields = {finding.answer.needs for finding in assessment.findings if finding.answer.needs}
    order = [*(field for field in ASKABLE if field in fields), *sorted(field for field in fields if field not in ASKABLE)]
    best: tuple[str, int, int] | None = None
    for field in order:
        way = askable(field)
        assert way is not None, field
        settled = [assess(entry, answer, REFERENCE).verdict is not Verdict.NEED_INFO for answer in way.answers(student, REFERENCE)]
        found = (field, routes if any(settled) else 0, routes)
        if best is None or found[1:] > best[1:]:
            best = found
    return best


@settings(parent=SLOW, max_examples=60)
@given(TREES, students())
def test_the_question_is_the_one_that_trying_everything_finds(tree: Node, student: Student) -> None:
    told = replace(student, residence=Residence.FRENCH, age=20)  # so that the law is settled
    expected = brute_force(tree, told)
    question = ask_next((asking(tree),), told, REFERENCE)
    assert (question and said_of(question)) == expected


def said_of(question: Question) -> tuple[str, int, int]:
    return question.field, question.settles, question.bears_on


@settings(parent=SLOW, max_examples=25)
@given(st.lists(TREES, min_size=2, max_size=3), students())
def test_of_several_programmes_the_fact_that_settles_most_routes_is_asked(trees: list[Node], student: Student) -> None:
    told = replace(student, residence=Residence.FRENCH, age=20)
    programmes = tuple(asking(tree) for tree in trees)
    question = ask_next(programmes, told, REFERENCE)
    entries = [one.entry_points[0] for one in programmes]
    open_now = [assess(entry, told, REFERENCE) for entry in entries]
    lacking = {
        need for one in open_now if one.verdict is Verdict.NEED_INFO for found in one.findings if (need := found.answer.needs)
    }
    best = 0
    for field in lacking:
        way = askable(field)
        assert way is not None
        bearing = [
            entry
            for entry, one in zip(entries, open_now, strict=True)
            if one.verdict is Verdict.NEED_INFO and any(found.answer.needs == field for found in one.findings)
        ]
        for answer in way.answers(told, REFERENCE):
            best = max(best, 3 * sum(assess(entry, answer, REFERENCE).verdict is not Verdict.NEED_INFO for entry in bearing))
    assert (question.settles if question else 0) == best
    assert (question is None) is not bool(lacking)


def test_the_students_and_trees_are_of_every_kind() -> None:
    """What is drawn above means nothing if half of the kinds were never drawn."""
    assert {leaf.kind for leaf in every_leaf()} >= {one.leaf.kind for one in cases()}
    assert any(isinstance(leaf.test, Age | OfResidence) for leaf in every_leaf())
