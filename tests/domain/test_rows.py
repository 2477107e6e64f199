"""What the rows say of programmes unlike the real ones."""

from dataclasses import replace
from decimal import Decimal

import pytest

from advisor_app.domain.catalogue import Calendar, Discount, Intake, OutcomeFigure, PaymentPlan, Programme, WorkDuty
from advisor_app.domain.facts import Fact, Status
from advisor_app.domain.quantities import Span
from advisor_app.domain.requirements.tree import All, AnyOf, AtLeast, Node, Not, Readings
from advisor_app.domain.route import Route
from advisor_app.domain.rows import Filled, facts_of
from advisor_app.domain.text import same
from tests.domain.samples import KEEN, TWO_YEARS, field, level, programme, subject, tuition
from tests.domain.wording import said

INITIAL = Route(programme="example", entry="y1", format="initial", campus="lille")
APPRENTICE = replace(INITIAL, format="apprenticeship")


def row(one: Programme, key: str, route: Route | None = None) -> Filled:
    facts = facts_of(replace(subject(), programme=one, route=route))
    return next(filled for filled in facts if filled.row.key == key)


def words(filled: Filled) -> list[str]:
    return [said(shown.value) for shown in filled.values if shown.value is not None]


@pytest.mark.parametrize(
    ("tree", "asked"),
    [
        (All((level(3), All((field("law"), KEEN)))), ["Bac+3", "Field: law"]),
        (AnyOf((level(3), level(4))), ["one of these: Bac+3; Bac+4"]),
        (All((level(3), Not(field("law")))), ["Bac+3", "none of these: Field: law"]),
        (AtLeast(1, (level(3), field("law"), KEEN)), ["at least 1 of these: Bac+3; Field: law"]),
        (
            AnyOf((All((level(3), field("law"))), Not(AnyOf((field("law"), field("computing")))))),
            ["one of these: (all of these: Bac+3; Field: law); (none of these: (one of these: Field: law; Field: computing))"],
        ),
        (Readings((field("law"), field("law")), note=same("")), ["Field: law"]),
        (Readings((field("law"), field("computing")), note=same("")), ["read in several ways: Field: law; Field: computing"]),
        (AnyOf((AnyOf((level(3), KEEN)),)), ["Bac+3"]),
        (Not(KEEN), []),
    ],
)
def test_conditions_of_which_not_all_are_asked_stay_together(tree: Node, asked: list[str]) -> None:
    one = programme(entry_points=(replace(TWO_YEARS, requirements=tree),))
    assert words(row(one, "requirements")) == asked


def test_entry_points_of_one_level_are_told_apart_by_name() -> None:
    part_time = replace(TWO_YEARS, id="part", name="Year 1, part-time")
    for key in ("length", "credits"):
        alike = row(programme(entry_points=(TWO_YEARS, part_time)), key)
        assert [said(shown.label) for shown in alike.values if shown.label is not None] == ["Year 1", "Year 1, part-time"]


def test_campuses_that_the_file_lists_are_stated_without_more_evidence() -> None:
    [shown] = row(programme(), "campuses").values
    assert (shown.status, shown.evidence.source) == (Status.STATED, "page")


def test_a_route_starts_when_its_intake_does() -> None:
    one = programme(calendar=Calendar(intakes=(Intake(id="s", month=9), Intake(id="j", month=1, year=2028))))
    assert words(row(one, "start", replace(INITIAL, intake="j"))) == ["January 2028"]
    assert words(row(one, "start", INITIAL)) == ["September", "January 2028"]


def test_a_duty_that_a_route_does_not_meet_is_in_none_of_its_rows() -> None:
    duty = WorkDuty(
        id="placement",
        name=same("placement"),
        length=Fact(value=Span(minimum=Decimal(6))),
        years=Fact(value=(1,)),
        mandatory=Fact(value=True),
        formats=("initial",),
    )
    for key in ("internship", "internship-years", "internship-mandatory"):
        assert words(row(programme(duties=(duty,)), key, INITIAL))
        assert row(programme(duties=(duty,)), key, APPRENTICE).silent


def test_plans_and_discounts_are_those_of_the_charges_that_the_route_meets() -> None:
    one = programme(
        charges=(tuition("6000", formats=("initial",)),),
        plans=(PaymentPlan(id="ten", charge="tuition", instalments=10),),
        discounts=(Discount(id="early", charge="tuition", rate=Decimal(5), condition=same("early")),),
    )
    for key in ("payment", "discount"):
        assert words(row(one, key))
        assert words(row(one, key, INITIAL))
        assert row(one, key, APPRENTICE).silent


def test_a_figure_comes_with_its_year_and_the_number_of_people() -> None:
    figure = OutcomeFigure(label=same("in work"), value=same("82%"), year=2024, people=41)
    [shown] = row(programme(figures=(figure,)), "figures").values
    assert shown.detail is not None
    assert said(shown.detail) == "2024, 41 people"
    [alone] = row(programme(figures=(replace(figure, people=None),)), "figures").values
    assert alone.value is None
