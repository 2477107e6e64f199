"""Wishes are met, not met, or depend; they never touch a verdict."""

from dataclasses import replace
from decimal import Decimal

import pytest

from advisor_app.domain.catalogue import Calendar, Intake, Programme
from advisor_app.domain.check import check_programme
from advisor_app.domain.costs import cost_of
from advisor_app.domain.route import Route
from advisor_app.domain.student import Student, Wishes
from advisor_app.domain.wishes import check_wishes
from tests.domain.samples import APPLICATION, LICENCE_IN_LAW, REFERENCE, programme, tuition


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


def test_a_budget_within_the_range_depends() -> None:
    disputed = programme(financing=())
    assert met(Wishes(budget_per_year=Decimal(9000)), "apprenticeship", disputed) is None


def test_wishes_change_no_verdict() -> None:
    wishes = Wishes(format="alternance", campus="paris", start="2027-02", budget_per_year=Decimal(1))
    student = Student(qualifications=LICENCE_IN_LAW.qualifications, wishes=wishes)
    with_wishes, without = (check_programme(programme(), one, REFERENCE) for one in (student, LICENCE_IN_LAW))
    assert [check.verdict for check in with_wishes.routes] == [check.verdict for check in without.routes]
