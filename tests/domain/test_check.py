"""Verdicts of routes, the way forward, and the question to ask next."""

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.ask_next import ASKABLE, ask_next
from advisor_app.domain.catalogue import Programme
from advisor_app.domain.check import ProgrammeCheck, check_programme
from advisor_app.domain.facts import Fact, Flag, Severity, Status
from advisor_app.domain.headlines import headline_flag, price_line, reason_line, route_reason
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, FindingStatus, Invalid
from advisor_app.domain.requirements.kinds.aptitude_test import AptitudeTest
from advisor_app.domain.requirements.kinds.language import Language
from advisor_app.domain.requirements.tree import All, AnyOf, AtLeast, Leaf, Node, Not, Readings, Strength
from advisor_app.domain.student import LanguageSkill, Qualification, Residence, Standing, Student, Wishes
from advisor_app.domain.terms import Payer, Per
from advisor_app.domain.text import Message, msg, same
from advisor_app.domain.verdicts import Verdict
from tests.domain.samples import KEEN, LICENCE_IN_LAW, REFERENCE, TWO_YEARS, credits_, field, level, programme, student, tuition
from tests.domain.test_kinds import Case, cases, named, reference
from tests.domain.wording import said


def check(one: Student, of: Programme | None = None) -> ProgrammeCheck:
    return check_programme(of or programme(), one, REFERENCE)


def asking(node: Node | None) -> Programme:
    """The programme with only year 1, which asks ``node``."""
    one = programme()
    return replace(one, entry_points=(replace(TWO_YEARS, requirements=node),), combinations=one.combinations[:1])


def verdicts(found: ProgrammeCheck) -> list[str]:
    return [f"{route.route.entry} {route.verdict}" for route in found.routes if route.route.format == "initial"]


def test_each_entry_point_has_its_own_verdict() -> None:
    assert verdicts(check(LICENCE_IN_LAW)) == ["y1 can_apply", "y2 not_yet"]
    assert verdicts(check(student(country="FR", level=4, fields=("computing",)))) == ["y1 not_yet", "y2 can_apply"]
    assert verdicts(check(student(country="GB", level=3, fields=("law",)))) == ["y1 to_confirm", "y2 not_yet"]
    assert verdicts(check(Student())) == ["y1 need_info", "y2 need_info"]


def test_a_diploma_in_progress_is_to_confirm() -> None:
    assert verdicts(check(student(level=3, fields=("law",), status=Standing.IN_PROGRESS))) == ["y1 to_confirm", "y2 not_yet"]


def test_level_and_field_must_belong_to_one_diploma() -> None:
    two = Student(qualifications=(Qualification(level=5, fields=("computing",)), Qualification(level=2, fields=("law",))))
    assert verdicts(check(two)) == ["y1 not_yet", "y2 can_apply"]


def test_the_diploma_that_serves_best_is_taken_and_named() -> None:
    law, computing = Qualification(level=3, fields=("law",)), Qualification(level=5, fields=("computing",))
    found = check(Student(qualifications=(law, computing)))
    assert verdicts(found) == ["y1 can_apply", "y2 can_apply"]
    assert {route.route.entry: route.assessment.basis for route in found.routes} == {"y1": law, "y2": computing}


def test_a_page_without_requirements_is_to_confirm_and_not_open_to_all() -> None:
    found = check(LICENCE_IN_LAW, asking(None))
    assert found.verdict is Verdict.TO_CONFIRM
    assert not found.routes[0].assessment.findings
    assert not found.routes[0].assessment.soft
    assert said(route_reason(found.routes[0])) == "The page states no entry requirement."


def test_a_programme_without_routes_says_so() -> None:
    found = check(LICENCE_IN_LAW, programme(combinations=()))
    assert (found.verdict, found.best, said(reason_line(found))) == (Verdict.TO_CONFIRM, None, "The page states no route.")


def test_soft_criteria_are_listed_apart() -> None:
    assessment = check(LICENCE_IN_LAW).routes[0].assessment
    assert [said(asked) for asked in assessment.soft] == ["an interest"]
    assert len(assessment.findings) == 3


def test_the_route_shown_first_is_open_lawful_and_as_wished() -> None:
    apprentice = replace(LICENCE_IN_LAW, wishes=Wishes(format="alternance"), residence=Residence.FRENCH, age=20)
    best = check(apprentice).best
    assert best is not None
    assert (best.route.entry, best.route.format) == ("y1", "apprenticeship")
    assert best.wishes_met == 1
    unlawful = check(replace(apprentice, age=15)).best
    assert unlawful is not None
    assert unlawful.route.format == "initial"


def test_of_equal_routes_the_entry_nearest_to_the_award_comes_first() -> None:
    best = check(student(country="FR", level=4, fields=("law",))).best
    assert best is not None
    assert best.route.entry == "y2"


# --- the way forward


def test_a_refused_route_points_to_the_open_one_that_differs_least() -> None:
    found = check(LICENCE_IN_LAW)
    refused = next(route for route in found.routes if route.route.entry == "y2" and route.route.format == "apprenticeship")
    first = refused.ways[0].route
    assert first is not None
    assert (first.entry, first.format) == ("y1", "apprenticeship")


def changes(found: ProgrammeCheck) -> list[list[str]]:
    return [[said(change.say) for change in way.changes] for way in found.routes[0].ways if way.changes]


def test_all_conditions_have_to_be_turned_together_and_none_for_nothing() -> None:
    asked = asking(All((level(3), credits_(180), field("law"), KEEN)))
    assert changes(check(student(level=2, fields=("computing",)), asked)) == [
        ["a Bac+3", "a diploma in law"]
    ]  # it brings its credits
    short = student(level=2, credits=Decimal(150), fields=("law",))
    assert changes(check(short, asked)) == [["a Bac+3", "30 more ECTS credits"]]


def test_any_alternative_is_a_way_of_its_own_the_shortest_first() -> None:
    found = check(student(level=2, fields=("computing",)), asking(AnyOf((All((level(3), field("law"))), level(5)))))
    assert changes(found) == [["a Bac+5"], ["a Bac+3", "a diploma in law"]]


def test_at_least_takes_enough_and_not_has_no_way() -> None:
    weak = student(level=1, fields=("computing",))
    assert changes(check(weak, asking(AtLeast(1, (All((level(2), field("law"))), level(3)))))) == [
        ["a Bac+3"],
        ["a Bac+2", "a diploma in law"],
    ]
    assert changes(check(weak, asking(AtLeast(2, (Not(level(0)), level(3)))))) == []
    assert changes(check(weak, asking(Not(level(0))))) == []
    assert changes(check(weak, asking(All((Not(level(0)), level(3)))))) == []


def test_open_routes_need_no_way_forward() -> None:
    assert all(not route.ways for route in check(LICENCE_IN_LAW).routes if route.verdict is not Verdict.NOT_YET)


# --- the next question


def question(one: Student, *programmes: Programme) -> tuple[str, int, int, bool] | None:
    """The field, how many routes its best answer settles, how many it bears on, and whether it is about the law."""
    found = ask_next(programmes or (programme(),), one, REFERENCE)
    return (found.field, found.settles, found.bears_on, found.legal) if found else None


def test_the_level_comes_first_since_it_alone_can_settle_every_route() -> None:
    assert question(Student()) == ("qualification.level", 5, 5, False)


def test_then_the_field_where_it_decides() -> None:
    assert question(student(country="FR", level=3)) == ("qualification.fields", 3, 3, False)


def test_the_law_comes_when_no_entry_verdict_lacks_a_fact() -> None:
    assert question(LICENCE_IN_LAW) == ("person.age", 1, 3, True), "in the sequence a year of study comes before the contract"
    assert question(replace(LICENCE_IN_LAW, age=20)) == ("person.residence", 2, 2, True)
    assert question(replace(LICENCE_IN_LAW, residence=Residence.FRENCH)) == ("person.age", 3, 3, True)
    assert question(replace(LICENCE_IN_LAW, residence=Residence.OTHER, age=20)) == ("person.years_in_france", 2, 2, True)


def test_what_settles_comes_before_what_only_bears_on_more() -> None:
    """Of a sentence with two readings that lack a fact each neither answer alone settles anything."""
    english = Leaf(kind="language", test=Language("en", "B2"))
    readings = Readings((english, Leaf(kind="aptitude_test", test=AptitudeTest("GMAT", Decimal(600)))), same("either"))
    programmes = (asking(level(3)), asking(readings), asking(readings))
    assert question(Student(), *programmes) == ("qualification.level", 3, 3, False)
    assert question(Student(), *programmes[1:]) == ("languages.en", 0, 6, False)


@dataclass(frozen=True)
class ShoeSize:
    """A condition that lacks what nobody can ask for."""

    def asked(self, reference: Reference) -> Message:
        return msg("shoe size")

    def check(self, candidate: Candidate) -> Answer:
        return Answer.missing("person.shoe_size", msg("The shoe size is not given."))

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return ()


def test_what_cannot_be_asked_for_is_not_asked() -> None:
    shoes = Leaf(kind="shoe_size", test=ShoeSize())
    settled = replace(LICENCE_IN_LAW, residence=Residence.FRENCH, age=20)
    assert question(settled, asking(shoes)) is None
    assert question(Student(), asking(All((shoes, level(3))))) == ("qualification.level", 3, 3, False)


def test_high_answers_are_tried_as_well_as_low_ones() -> None:
    english = Leaf(kind="language", test=Language("en", "B2"))
    assert question(Student(), asking(AnyOf((level(4), english)))) == ("qualification.level", 3, 3, False)
    assert question(Student(languages=(LanguageSkill(lang="en", cefr="A2"),)), asking(AnyOf((level(8), english)))) is not None


def test_nothing_missing_nothing_to_ask() -> None:
    assert question(replace(LICENCE_IN_LAW, residence=Residence.FRENCH, age=20)) is None
    assert question(Student(), asking(None), programme(combinations=())) is not None
    assert ask_next((), Student(), REFERENCE) is None


@given(
    st.builds(
        Qualification,
        country=st.sampled_from([None, "FR", "GB"]),
        level=st.none() | st.integers(0, 5),
        fields=st.sampled_from([(), ("law",), ("computing",)]),
    )
)
def test_the_number_is_what_the_best_answer_really_settles(qualification: Qualification) -> None:
    one = replace(LICENCE_IN_LAW, qualifications=(qualification,), residence=Residence.FRENCH, age=20)
    found = ask_next((programme(),), one, REFERENCE)
    open_now = [route.verdict is Verdict.NEED_INFO for route in check(one).routes]
    if found is None:
        assert not any(open_now)
        return
    settled = [
        sum(before and route.verdict is not Verdict.NEED_INFO for before, route in zip(open_now, check(answer).routes, strict=True))
        for answer in ASKABLE[found.field].answers(one, REFERENCE)
    ]
    assert found.settles == max(settled)


# --- the lines of a list


def test_the_reason_of_an_open_programme_counts_its_open_routes() -> None:
    assert said(reason_line(check(LICENCE_IN_LAW))) == "3 of 5 routes"


def test_the_reason_of_a_refusal_says_what_is_asked_and_what_is_there() -> None:
    assert said(reason_line(check(student(country="FR", level=2)))) == "asks Bac+3, has Bac+2"


def test_the_reason_of_a_gap_says_what_is_missing() -> None:
    assert said(reason_line(check(Student()))) == "The level of the diploma is not given."


def test_an_open_route_says_who_decides() -> None:
    assert "the school decides" in said(route_reason(check(LICENCE_IN_LAW).routes[0]))


def price(one: Programme, format_: str = "initial") -> str:
    route = next(check.route for check in check_programme(one, Student(), REFERENCE).routes if check.route.format == format_)
    return said(price_line(one, route))


def test_a_price_is_never_without_its_period_and_its_payer() -> None:
    assert price(programme()) == "6,000 € per year"
    assert price(programme(), "apprenticeship") == "6,000 € per year, paid by the OPCO"
    assert price(programme(charges=(tuition("9750", Per.NOT_STATED),))) == "9,750 €, period not stated"
    assert price(programme(charges=(tuition("9750", status=Status.OTHER_PROGRAMME),))) == "Price not stated"
    assert price(programme(charges=())) == "Price not stated"
    assert (
        said(price_line(programme(charges=(tuition("6000", payer=Payer.EMPLOYER),)), None))
        == "6,000 € per year, paid by the employer"
    )


def test_a_price_is_the_one_for_this_student_or_spans_what_is_not_known() -> None:
    prices = (
        tuition("254", id="eu", audience=same("EU"), residences=(Residence.FRENCH, Residence.EU)),
        tuition("3941", id="far", audience=same("others"), residences=(Residence.OTHER,)),
        tuition("9000", id="work", formats=("apprenticeship",)),
    )
    one = programme(charges=prices)
    route = check_programme(one, Student(), REFERENCE).routes[0].route
    assert said(price_line(one, route, Residence.OTHER)) == "3,941 € per year"
    assert said(price_line(one, route, Residence.EU)) == "254 € per year"
    assert said(price_line(one, route)) == said(price_line(one, None)) == "254 € to 3,941 € per year"
    by_words = programme(charges=tuple(replace(price, residences=()) for price in prices))
    assert said(price_line(by_words, route, Residence.OTHER)) == "254 € to 3,941 € per year"


def test_a_share_that_is_in_dispute_does_not_name_a_payer() -> None:
    [financing] = programme().financing
    assert (
        price(programme(financing=(replace(financing, student_share=Fact(value=Decimal(500))),)), "apprenticeship")
        == "6,000 € per year"
    )


def test_the_doubt_shown_in_a_list_is_the_most_severe_that_has_a_short_form() -> None:
    def flag(name: str, severity: Severity, short: str | None) -> Flag:
        words = same(short) if short else None
        return Flag(id=name, severity=severity, about="tuition", problem=same("p"), recorded=same("r"), short=words)

    flags = (
        flag("one", Severity.B, "old"),
        flag("two", Severity.A, None),
        flag("three", Severity.A, "price"),
        flag("four", Severity.A, "x"),
    )
    chosen = headline_flag(programme(flags=flags))
    assert chosen is not None
    assert chosen.id == "three"
    assert headline_flag(programme()) is None


# --- every other field can be asked for too


@pytest.mark.parametrize("one", [one for one in cases() if one.expect is FindingStatus.UNKNOWN], ids=named)
def test_what_a_condition_lacks_can_be_asked_for_and_settles_it(one: Case) -> None:
    asking_it = replace(one.leaf, strength=Strength.MANDATORY)
    found = ask_next((asking(asking_it),), one.student, reference())
    assert found is not None
    assert found.field == one.answer().needs
    assert found.settles == found.bears_on == 3
    assert said(found.ask).endswith("?")


def test_the_only_price_says_whom_it_is_for() -> None:
    alumni = tuition("5000", audience=same("former pupils"))
    assert said(price_line(programme(charges=(alumni,)), None)) == "5,000 € per year for former pupils"


def test_a_price_printed_for_another_programme_widens_no_range() -> None:
    other = tuition("9000", id="other", status=Status.OTHER_PROGRAMME, other_programme="x")
    assert said(price_line(programme(charges=(tuition("5000"), other)), None)) == "5,000 € per year"


def test_the_reason_of_a_refusal_says_what_is_ruled_out() -> None:
    lawyer = student(country="FR", level=3, fields=("law",))
    assert said(reason_line(check(lawyer, asking(All((level(3), Not(field("law")))))))) == "ruled out: Field: law; has law"
