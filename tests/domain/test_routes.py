"""Only the routes that the page's combinations allow exist."""

from dataclasses import replace
from decimal import Decimal

import pytest

from advisor_app.domain.catalogue import Award, Combination
from advisor_app.domain.facts import Fact, not_stated
from advisor_app.domain.quantities import Span
from advisor_app.domain.routes import confers_master_grade, routes_of, semesters_in, years_of
from advisor_app.domain.terms import AwardKind, FormatKind, YesNo
from tests.domain.samples import TWO_YEARS, programme


def test_every_combination_once_and_no_other() -> None:
    found = routes_of(programme())
    assert [(route.entry, route.format) for route in found] == [
        ("y1", "initial"),
        ("y1", "apprenticeship"),
        ("y1", "sequence"),
        ("y2", "initial"),
        ("y2", "apprenticeship"),
    ]
    twice = Combination(entry_points=("y2",), formats=("initial",), campuses=("lille",))
    assert routes_of(programme(combinations=(*programme().combinations, twice))) == found


def test_specialisations_streams_and_intakes_multiply() -> None:
    one = Combination(
        entry_points=("y1",),
        formats=("initial",),
        campuses=("lille", "nice"),
        specialisations=("a", "b"),
        streams=("research",),
        intakes=("sept", "feb"),
    )
    found = routes_of(programme(combinations=(one,)))
    assert len(found) == 8
    assert {(route.campus, route.specialisation, route.stream, route.intake) for route in found} == {
        (campus, option, "research", intake) for campus in ("lille", "nice") for option in ("a", "b") for intake in ("sept", "feb")
    }


@pytest.mark.parametrize(
    ("length", "years"),
    [
        (Span(minimum=Decimal(24), maximum=Decimal(24)), 2),
        (Span(minimum=Decimal(12), maximum=Decimal(18)), 2),  # a part of a year counts as one
        (Span(maximum=Decimal(3), unit="year"), 3),
        (Span(maximum=Decimal(52), unit="week"), 1),
        (Span(maximum=Decimal(60), unit="week"), 2),
        (Span(maximum=Decimal(365), unit="day"), 1),
        (Span(maximum=Decimal(600), unit="hour"), 0),  # hours of teaching fit into any number of years
        (Span(minimum=Decimal(12)), 0),
        (None, 0),
    ],
)
def test_the_years_of_a_route_come_from_its_length(length: Span | None, years: int) -> None:
    duration = Fact(value=length) if length else not_stated()
    one = programme(entry_points=(replace(TWO_YEARS, duration=duration),))
    assert years_of(one, routes_of(one)[0]) == (FormatKind.INITIAL,) * years


def test_a_sequence_has_the_years_that_it_names() -> None:
    sequence = next(route for route in routes_of(programme()) if route.format == "sequence")
    assert years_of(programme(), sequence) == (FormatKind.INITIAL, FormatKind.APPRENTICESHIP)


@pytest.mark.parametrize(
    ("kind", "said", "confers"),
    [
        (AwardKind.NATIONAL_MASTER, YesNo.NOT_STATED, True),  # by right
        (AwardKind.RNCP_TITLE, YesNo.NOT_STATED, None),
        (AwardKind.VISE, YesNo.YES, True),
        (AwardKind.VISE, YesNo.NO, False),
    ],
)
def test_who_confers_the_grade_de_master(kind: AwardKind, said: YesNo, confers: bool | None) -> None:
    assert confers_master_grade(Award(id="a", title="A", title_lang="en", kind=kind, confers_master_grade=said)) is confers


def months(low: int | None, high: int) -> Span:
    return Span(minimum=None if low is None else Decimal(low), maximum=Decimal(high))


@pytest.mark.parametrize(
    ("length", "semesters"),
    [
        (None, [(2, 2)]),
        (months(18, 18), [(2, 2), (1, 1)]),
        (months(24, 24), [(2, 2), (2, 2)]),
        (months(18, 24), [(2, 2), (1, 2)]),
        (months(None, 24), [(2, 2), (0, 2)]),
    ],
)
def test_the_fewest_and_most_semesters_of_each_year(length: Span | None, semesters: list[tuple[int, int]]) -> None:
    one = programme(entry_points=(replace(TWO_YEARS, duration=Fact(value=length) if length else not_stated()),))
    route = routes_of(one)[0]
    assert [semesters_in(one, route, year) for year in range(1, len(semesters) + 1)] == semesters
