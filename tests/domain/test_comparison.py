"""Rows side by side, and the courses that programmes share."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from advisor_app.domain.age import is_over, is_stale, months_old
from advisor_app.domain.aligning import align
from advisor_app.domain.catalogue import (
    Block,
    Calendar,
    Charge,
    Course,
    JobList,
    Option,
    OutcomeFigure,
    PaymentPlan,
    Programme,
    WorkDuty,
)
from advisor_app.domain.comparison import ComparedRow, Comparison, compare
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.facts import Fact, Flag, Reading, Severity, Source, Status, not_stated
from advisor_app.domain.quantities import Span
from advisor_app.domain.route import Route
from advisor_app.domain.rows import ROWS, Filled, Subject, facts_of
from advisor_app.domain.terms import ChargeKind, Per
from advisor_app.domain.text import Value, same
from tests.domain.samples import programme, subject, tuition
from tests.domain.wording import said

ONE_ROUTE = Route(programme="example", entry="y2", format="initial", campus="lille")


def rows(of: Subject) -> dict[str, Filled]:
    return {filled.row.key: filled for filled in facts_of(of)}


def words(filled: Filled) -> list[str | None]:
    return [None if shown.value is None else said(shown.value) for shown in filled.values]


def row(comparison: Comparison, key: str) -> ComparedRow:
    return next(row for row in comparison.rows if row.row.key == key)


def test_keys_are_unique_since_flags_refer_to_them() -> None:
    keys = [row.key for row in ROWS]
    assert len(keys) == len(set(keys))


def test_what_a_page_does_not_say_is_not_stated_and_never_empty() -> None:
    found = rows(subject())
    for key in ("deadline", "minimum-grade", "language-level", "places", "teaching-language", "non-eu-price", "discount", "jobs"):
        assert found[key].silent, key
        assert found[key].values[0].value is None
    assert "streams" not in found  # a programme without streams need not say so


def test_a_route_shows_only_what_it_meets() -> None:
    whole, route = rows(subject()), rows(replace(subject(), route=ONE_ROUTE))
    assert words(whole["length"]) == ["2 years", "1 year"]
    assert words(route["length"]) == ["1 year"]
    assert words(whole["formats"]) == ["initial", "apprenticeship", "sequence"]
    assert words(route["formats"]) == ["initial"]
    assert words(route["requirements"]) == ["Bac+4", "240 ECTS credits in all"]
    assert words(route["financing"]) == ["no contract on this route"]


def test_a_conflicting_fact_keeps_every_reading() -> None:
    readings = tuple(Reading(value=Span(minimum=Decimal(low), maximum=Decimal(6))) for low in (4, 6))
    duty = WorkDuty(id="d", name=same("internship"), length=Fact(status=Status.CONFLICTING, readings=readings))
    [shown] = rows(subject(programme(duties=(duty,))))["internship"].values
    assert shown.value is None
    assert [said(reading.value) for reading in shown.readings] == ["4 to 6 months", "6 months"]


@pytest.mark.parametrize(("year", "people", "shown"), [(2024, 120, "90%"), (None, 120, None), (2024, None, None)])
def test_an_outcome_figure_without_year_or_number_is_not_shown(year: int | None, people: int | None, shown: str | None) -> None:
    figure = OutcomeFigure(label=same("in work"), value=same("90 %"), year=year, people=people)
    assert words(rows(subject(programme(figures=(figure,))))["figures"]) == [shown]


def test_teaching_months_are_said_as_far_as_they_are_known() -> None:
    def teaching(first: int | None, last: int | None) -> list[str | None]:
        calendar = Calendar(
            teaching_from=Fact(value=first) if first else not_stated(), teaching_to=Fact(value=last) if last else not_stated()
        )
        return words(rows(subject(programme(calendar=calendar)))["teaching-months"])

    assert teaching(10, 4) == ["October to April"]
    assert teaching(10, None) == ["October"]
    assert teaching(None, 4) == ["April"]
    assert teaching(None, None) == [None]


def test_flags_stand_on_the_row_that_they_are_about() -> None:
    flag = Flag(id="f", severity=Severity.A, about="tuition", problem=same("p"), recorded=same("r"))
    found = rows(subject(programme(flags=(flag,))))
    assert found["tuition"].flags == (flag,)
    assert found["length"].flags == ()


# --- side by side


def side_by_side(*programmes: Programme) -> Comparison:
    return compare(tuple(subject(one) for one in programmes))


def test_equal_rows_do_not_differ_wherever_they_are_printed() -> None:
    elsewhere = programme(charges=(tuition("6000", section="Fees"),))
    same_price = side_by_side(programme(charges=(tuition("6000", section="Rates"),)), elsewhere)
    assert not row(same_price, "tuition").differs
    dearer = side_by_side(programme(charges=(tuition("6000"),)), programme(charges=(tuition("6001"),)))
    assert row(dearer, "tuition").differs


def test_silence_on_one_side_differs_and_on_both_is_silent() -> None:
    comparison = side_by_side(programme(), programme(charges=()))
    assert row(comparison, "tuition").differs
    assert not row(comparison, "tuition").silent
    assert row(comparison, "deadline").silent
    assert not row(comparison, "deadline").differs


def test_a_row_that_one_column_has_is_not_stated_in_the_others() -> None:
    option = replace(programme().awards[0], gives=(), parties=())
    assert not any(row.row.key == "award-awarding" for row in side_by_side(programme(awards=(option,)), programme()).rows)
    flagged = side_by_side(programme(), programme(streams=(Option(id="research", name=same("research")),)))
    assert words(row(flagged, "streams").cells[0]) == [None]
    assert words(row(flagged, "streams").cells[1]) == ["research"]


def test_the_place_of_a_column_changes_nothing() -> None:
    first, second = programme(), programme(charges=())
    one, other = side_by_side(first, second), side_by_side(second, first)
    assert [row.differs for row in one.rows] == [row.differs for row in other.rows]
    assert [row.cells for row in one.rows] == [tuple(reversed(row.cells)) for row in other.rows]


# --- courses


def teaching(programme_id: str, *courses: Course, year: int = 1, specialisation: str | None = None) -> Subject:
    block = Block(id="core", title=same("Core"), year=year, courses=courses, specialisation=specialisation)
    return subject(programme(id=programme_id, curriculum=(block,)))


def test_courses_are_shared_likely_or_only_here() -> None:
    one = teaching("one", Course(title="Law"), Course(title="Conformity", same_as=("two: Compliance",)), Course(title="Art"))
    two = teaching("two", Course(title=" law "), Course(title="Compliance"))
    first, second = align((one, two)).lists
    assert [line.likeness for line in first.lines] == [Likeness.SHARED, Likeness.LIKELY, Likeness.ONLY_HERE]
    assert [line.likeness for line in second.lines] == [Likeness.SHARED, Likeness.LIKELY]
    assert first.lines[1].twins == ((1, "Compliance"),)
    assert second.lines[1].twins == ((0, "Conformity"),)
    assert first.count(Likeness.ONLY_HERE) == 1


def test_a_course_is_not_shared_with_itself() -> None:
    twice = teaching("one", Course(title="English"), Course(title="English"))
    assert {line.likeness for line in align((twice, teaching("two"))).lists[0].lines} == {Likeness.ONLY_HERE}


def test_a_route_meets_the_courses_from_its_year_on_and_of_its_specialisation() -> None:
    entry_in_year_two = replace(teaching("one", Course(title="Law")), route=ONE_ROUTE)
    assert align((entry_in_year_two,)).lists[0].lines == ()
    other_option = replace(teaching("one", Course(title="Law"), year=2, specialisation="tax"), route=ONE_ROUTE)
    assert align((other_option,)).lists[0].lines == ()
    met = replace(teaching("one", Course(title="Law"), year=2), route=ONE_ROUTE)
    assert len(align((met,)).lists[0].lines) == 1


# --- age


def page(dated: date | None) -> Source:
    return Source(id="p", title="Page", publisher="School", lang="en", kind="page", dated=dated)


@pytest.mark.parametrize(
    ("dated", "today", "months"),
    [
        (date(2025, 11, 24), date(2026, 11, 22), 11),
        (date(2025, 11, 22), date(2026, 11, 22), 12),
        (date(2020, 3, 1), date(2026, 11, 22), 80),
        (date(2030, 1, 1), date(2026, 11, 22), 0),  # a laptop whose clock is wrong
    ],
)
def test_age_in_full_months(dated: date, today: date, months: int) -> None:
    assert months_old(dated, today) == months


@pytest.mark.parametrize(
    ("dated", "stale"), [(date(2024, 11, 22), False), (date(2024, 10, 21), True), (date(2020, 3, 1), True), (None, True)]
)
def test_over_two_years_is_stale_and_so_is_no_date(dated: date | None, stale: bool) -> None:
    assert is_stale(page(dated), date(2026, 11, 22)) is stale


@pytest.mark.parametrize(
    ("school_year", "over"), [("2025/2026", True), ("2025-26", True), ("2026/2027", False), ("2026-11-28", False), ("soon", False)]
)
def test_a_price_of_a_school_year_that_has_ended(school_year: str, over: bool) -> None:
    assert is_over(school_year, date(2026, 11, 22)) is over


def test_values_of_rows_are_never_bare_identifiers() -> None:
    for filled in facts_of(subject()):
        for shown in filled.values:
            values: tuple[Value | None, ...] = (shown.label, shown.value, shown.detail, *shown.items)
            assert all("_" not in said(value) for value in values if value is not None)


# --- prices of several formats, places and options; what is shared


def test_prices_are_told_apart_by_what_they_are_tied_to() -> None:
    one = programme(
        campuses=("lille", "lyon"),
        streams=(Option(id="research", name=same("Research")),),
        charges=(
            tuition("6000", id="a", campuses=("lille",), formats=("initial",)),
            tuition("7000", id="b", campuses=("lyon",), formats=("initial",)),
            tuition("8000", id="c", campuses=("lyon",), formats=("initial",), streams=("research",)),
        ),
    )
    labels = [shown.label for shown in rows(subject(one))["tuition"].values]
    assert [said(label) if label else None for label in labels] == ["lille", "lyon", "lyon, Research"]


def test_the_row_of_courses_differs_by_what_is_shared() -> None:
    one, two = (teaching(name, Course(title="Law"), Course(title=name)) for name in ("one", "two"))
    [difference] = [row.difference for row in compare((one, two)).rows if row.row.key == "curriculum"]
    assert difference is not None
    assert said(difference) == "1 course in common, 0 probably"


def test_jobs_are_those_of_the_routes_specialisation() -> None:
    jobs = tuple(JobList(jobs=(same(name),), specialisation=name) for name in ("tax", "trade"))
    options = tuple(Option(id=name, name=same(name)) for name in ("tax", "trade"))
    one = programme(jobs=jobs, specialisations=options)
    chosen = replace(subject(one), route=replace(ONE_ROUTE, specialisation="tax"))
    assert words(rows(chosen)["jobs"]) == ["tax"]


def test_a_price_without_a_year_a_plan_without_figures_and_no_campus_say_nothing_of_them() -> None:
    one = programme(
        campuses=(), plans=(PaymentPlan(id="p", charge="tuition"),), charges=(tuition(None), tuition("80", currency=None))
    )
    found = rows(subject(one))
    assert words(found["tuition"]) == [None, "80, currency not printed"]
    assert words(found["payment"]) == [None]
    assert found["campuses"].silent


def test_a_route_shows_only_the_awards_that_it_leads_to() -> None:
    second = replace(programme().awards[0], id="second", title="Double degree", campuses=("lyon",))
    one = programme(awards=(*programme().awards, second))
    assert words(rows(subject(one))["award-title"]) == ["Master", "Double degree"]
    assert words(rows(replace(subject(one), route=ONE_ROUTE))["award-title"]) == ["Master"]


def test_other_charges_and_amounts_without_a_currency_say_what_the_page_says() -> None:
    note = same("printed without a currency")
    gym = Charge(id="gym", kind=ChargeKind.SUPPLEMENT, amount=Decimal(90), currency=None, per=Per.ONCE, currency_note=note)
    [shown] = rows(subject(programme(charges=(gym,))))["other-charges"].values
    assert (said(shown.value or ""), said(shown.detail or "")) == ("90, currency not printed", "printed without a currency")
