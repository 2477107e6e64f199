"""Wishes are met, not met, or depend; they never touch a verdict."""

from dataclasses import replace
from decimal import Decimal

import pytest

from advisor_app.domain.catalogue import Calendar, Intake, Programme
from advisor_app.domain.check import check_programme
from advisor_app.domain.costs import cost_of
from advisor_app.domain.facts import Fact, Status
from advisor_app.domain.route import Route
from advisor_app.domain.student import Student, Wishes
from advisor_app.domain.terms import Per
from advisor_app.domain.text import same
from advisor_app.domain.wishes import check_wishes
from advisor_app.wording import Translator
from tests.domain.samples import APPLICATION, LICENCE_IN_LAW, REFERENCE, programme, tuition

EN = Translator("en")


def met(wishes: Wishes, format_: str = "initial", one: Programme | None = None, campus: str = "lille") -> bool | None:
    chosen = one or programme()
    route = Route(programme="example", entry="y1", format=format_, campus=campus)
    [found] = check_wishes(chosen, route, cost_of(chosen, route), wishes)
    return found.met


def test_no_wishes_no_findings() -> None:
    route = Route(programme="example", entry="y1", format="initial", campus="lille")
    assert check_wishes(programme(), route, cost_of(programme(), route), Wishes()) == ()


@pytest.mark.parametrize(
    ("wish", "format_", "expected"),
    [
        ("initial", "initial", True),
        ("alternance", "initial", False),
        ("alternance", "apprenticeship", True),
        ("initial", "apprenticeship", False),
        ("alternance", "sequence", None),  # part of it is
    ],
)
def test_format(wish: str, format_: str, expected: bool | None) -> None:
    assert met(Wishes(format=wish), format_) is expected


def test_campus() -> None:
    assert met(Wishes(campus="lille")) is True
    assert met(Wishes(campus="paris")) is False


@pytest.mark.parametrize("campus", ["lille", "paris"])
def test_a_place_that_the_page_does_not_give_neither_fulfils_a_wish_nor_fails_it(campus: str) -> None:
    inferred = programme(campuses=("lille",), campus_evidence=Fact(value=same("Lille"), status=Status.INFERRED))
    assert met(Wishes(campus=campus), one=inferred) is None
    several = programme(campuses=("lille", "paris"), campus_evidence=Fact(value=same("Lille, Paris"), status=Status.INFERRED))
    assert met(Wishes(campus="paris"), one=several, campus="lille") is False, "another route is nearer to the wish"


def test_when_courses_begin_is_not_when_the_programme_does() -> None:
    dated = programme(calendar=Calendar(teaching_from=Fact(value=10)))
    route = Route(programme="example", entry="y1", format="initial", campus="lille")
    (found,) = check_wishes(dated, route, cost_of(dated, route), Wishes(start="2027-09"))
    assert found.met is None
    assert EN.sentence(found.reason) == "Courses from October, start not stated."


@pytest.mark.parametrize(
    ("start", "intakes", "expected"),
    [
        ("2027-09", (Intake(id="s", month=9),), True),
        ("2027-02", (Intake(id="s", month=9),), False),
        ("2027-09", (Intake(id="s", month=9, year=2026),), False),
        ("2027-09", (), None),
        ("2027-09", (Intake(id="s", month=9), Intake(id="f", month=2)), None),  # the route does not say which
    ],
)
def test_start(start: str, intakes: tuple[Intake, ...], expected: bool | None) -> None:
    assert met(Wishes(start=start), one=programme(calendar=Calendar(intakes=intakes))) is expected


@pytest.mark.parametrize(
    ("budget", "format_", "expected"),
    [
        ("7000", "initial", True),
        ("6050", "initial", True),  # the application fee falls into the dearest year
        ("6000", "initial", False),
        ("5000", "apprenticeship", None),  # holds only while a contract runs
    ],
)
def test_budget(budget: str, format_: str, expected: bool | None) -> None:
    assert met(Wishes(budget_per_year=Decimal(budget)), format_) is expected


def test_a_budget_cannot_be_compared_with_what_is_not_stated() -> None:
    unknown = programme(charges=(tuition(None),))
    assert met(Wishes(budget_per_year=Decimal(9000)), one=unknown) is None
    partly = programme(charges=(tuition("6000"),))  # the page names no application fee
    assert met(Wishes(budget_per_year=Decimal(9000)), one=partly) is None


def test_a_budget_in_euros_is_not_compared_with_pounds() -> None:
    british = programme(charges=(tuition("6000", currency="GBP"), replace(APPLICATION, currency="GBP")))
    assert met(Wishes(budget_per_year=Decimal(9000)), one=british) is None
    assert met(Wishes(budget_per_year=Decimal(100)), one=british) is None


def _of_budget(one: Programme, budget: int, format_: str = "initial") -> str:
    route = Route(programme="example", entry="y1", format=format_, campus="lille")
    (found,) = check_wishes(one, route, cost_of(one, route), Wishes(budget_per_year=Decimal(budget)))
    return EN.sentence(found.reason).replace("\N{NO-BREAK SPACE}", " ")


def test_a_budget_within_the_range_depends_on_all_of_it() -> None:
    disputed = programme(financing=())
    assert met(Wishes(budget_per_year=Decimal(9000)), "apprenticeship", disputed) is None
    assert _of_budget(disputed, 5000, "apprenticeship").endswith("a year: the budget may not be enough.")


def test_a_price_above_the_budget_is_that_by_every_reading_of_it() -> None:
    assert _of_budget(programme(), 6000) == "50 € a year above the budget."
    once = programme(charges=(tuition("6000", per=Per.NOT_STATED),))
    assert _of_budget(once, 5000).endswith("above the budget, if the price is that of one year.")


def test_wishes_change_no_verdict() -> None:
    wishes = Wishes(format="alternance", campus="paris", start="2027-02", budget_per_year=Decimal(1))
    student = Student(qualifications=LICENCE_IN_LAW.qualifications, wishes=wishes)
    with_wishes, without = (check_programme(programme(), one, REFERENCE) for one in (student, LICENCE_IN_LAW))
    assert [check.verdict for check in with_wishes.routes] == [check.verdict for check in without.routes]
