"""Browsing, checking and comparing, as an advisor does them."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from advisor_app.domain.catalogue import Combination, Institution, Programme
from advisor_app.domain.columns import Column
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.facts import Source
from advisor_app.domain.route import Route
from advisor_app.domain.student import Student, Wishes
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.browse import Browsed, Facet, Order, Query, browse
from advisor_app.services.check import check
from advisor_app.services.compare import compare
from advisor_app.services.detailed import details
from advisor_app.services.listed import rows
from tests.domain.samples import INITIAL, LICENCE_IN_LAW, ONE_YEAR, programme, student
from tests.services.memory import in_memory

ADVANCED = programme(
    id="advanced",
    institution="other",
    name="Advanced Examples",
    entry_points=(ONE_YEAR,),
    formats=(INITIAL,),
    campuses=("nice",),
    combinations=(Combination(entry_points=("y2",), formats=("initial",), campuses=("nice",)),),
)
CATALOGUE = in_memory(
    held=(ADVANCED, programme()),
    schools=(
        Institution(id="school", name="School of Examples", short_name="SoE"),
        Institution(id="other", name="Another School", short_name="Another"),
    ),
    pages=(Source(id="page", title="Page", publisher="SoE", lang="en", kind="page", dated=date(2025, 11, 24)),),
)


def listed(found: Browsed) -> list[str]:
    return [one.id for one in rows(CATALOGUE, found)]


def counts(found: Browsed, facet: Facet) -> dict[str, int]:
    return {value.value: value.count for value in found.facets[facet]}


def test_the_list_is_ranked_by_verdict_for_this_student() -> None:
    found = browse(CATALOGUE, LICENCE_IN_LAW, Query())
    assert [(one.id, one.verdict) for one in rows(CATALOGUE, found)] == [
        ("example", Verdict.CAN_APPLY),
        ("advanced", Verdict.NOT_YET),
    ]
    assert (found.total, found.routes) == (2, 6)


def test_of_equal_verdicts_the_one_with_more_wishes_met_comes_first() -> None:
    wishing = Student(wishes=Wishes(campus="lille"))
    assert listed(browse(CATALOGUE, wishing, Query())) == ["example", "advanced"]
    assert listed(browse(CATALOGUE, Student(), Query())) == ["advanced", "example"]


@pytest.mark.parametrize(("order", "first"), [(Order.NAME, "advanced"), (Order.SCHOOL, "advanced")])
def test_other_orders(order: Order, first: str) -> None:
    assert listed(browse(CATALOGUE, LICENCE_IN_LAW, Query(order=order)))[0] == first


def test_a_search_narrows_and_counts_follow() -> None:
    found = browse(CATALOGUE, LICENCE_IN_LAW, Query(text="advanced"))
    assert listed(found) == ["advanced"]
    assert counts(found, Facet.CAMPUS) == {"lille": 0, "nice": 1}
    assert found.total == 2


def test_values_of_one_facet_widen_and_facets_narrow_each_other() -> None:
    campuses = frozenset({"nice", "lille"})
    assert len(listed(browse(CATALOGUE, LICENCE_IN_LAW, Query(selected={Facet.CAMPUS: campuses})))) == 2
    both = {Facet.CAMPUS: frozenset({"nice"}), Facet.VERDICT: frozenset({"can_apply"})}
    assert listed(browse(CATALOGUE, LICENCE_IN_LAW, Query(selected=both))) == []


def test_every_count_is_the_length_of_the_list_that_its_value_would_give() -> None:
    everything = browse(CATALOGUE, LICENCE_IN_LAW, Query())
    choices = [(facet, value.value) for facet, values in everything.facets.items() for value in values]
    for chosen in [(), *((one,) for one in choices), *combinations(choices, 2)]:
        selected = {facet: frozenset(value for of, value in chosen if of is facet) for facet, _ in chosen}
        found = browse(CATALOGUE, LICENCE_IN_LAW, Query(selected=selected))
        for facet, values in found.facets.items():
            for value in values:
                alone = {**selected, facet: frozenset({value.value})}
                assert value.count == len(browse(CATALOGUE, LICENCE_IN_LAW, Query(selected=alone)))
                assert value.selected is (value.value in selected.get(facet, ()))


def test_a_value_with_nothing_left_keeps_its_place() -> None:
    found = browse(CATALOGUE, LICENCE_IN_LAW, Query(selected={Facet.CAMPUS: frozenset({"nice"})}))
    assert counts(found, Facet.ENTRY) == {"4": 1, "3": 0}
    assert counts(found, Facet.VERDICT) == {"can_apply": 0, "to_confirm": 0, "need_info": 0, "not_yet": 1}


def test_formats_are_gathered_under_the_two_words_that_students_use() -> None:
    assert counts(browse(CATALOGUE, Student(), Query()), Facet.FORMAT) == {"initial": 2, "alternance": 1}


def test_a_programme_opened_shows_its_rows_and_its_verdicts() -> None:
    opened = details(CATALOGUE, LICENCE_IN_LAW, "example")
    assert opened.subject.institution.short_name == "SoE"
    assert opened.check.verdict is Verdict.CAN_APPLY
    assert len(opened.facts) > 30


def test_an_unknown_programme_is_the_users_problem() -> None:
    with pytest.raises(UserProblem):
        details(CATALOGUE, Student(), "nowhere")


def test_every_route_of_every_programme_is_checked_best_first() -> None:
    checked = check(CATALOGUE, LICENCE_IN_LAW)
    assert len(checked.routes) == 6
    assert [route.verdict.rank for route in checked.routes] == sorted(route.verdict.rank for route in checked.routes)
    assert len(checked.of(Verdict.CAN_APPLY)) == 3
    assert set(checked.subjects) == {"example", "advanced"}
    assert checked.ask_next is not None


def test_only_the_programmes_asked_for_are_checked() -> None:
    assert {route.route.programme for route in check(CATALOGUE, Student(), ["advanced"]).routes} == {"advanced"}


def test_columns_show_the_route_that_fits_best_or_the_exact_one() -> None:
    exact = Route(programme="example", entry="y2", format="apprenticeship", campus="lille")
    found = compare(CATALOGUE, LICENCE_IN_LAW, [Column(programme="example"), Column(programme="example", route=exact)])
    best, chosen = found.columns
    assert best.check is not None
    assert best.check.verdict is Verdict.CAN_APPLY
    assert chosen.subject.route == exact
    assert len(found.comparison.courses) == 2


def test_a_programme_without_routes_is_compared_as_a_whole() -> None:
    without = in_memory(held=(replace(programme(), combinations=()), programme(id="second")))
    found = compare(without, student(level=3), [Column(programme="example"), Column(programme="second")])
    assert found.columns[0].check is None
    assert found.columns[0].subject.route is None


@pytest.mark.parametrize("count", [0, 1, 6])
def test_a_comparison_takes_two_to_five(count: int) -> None:
    many: tuple[Programme, ...] = tuple(programme(id=f"p{index}") for index in range(6))
    with pytest.raises(UserProblem):
        compare(in_memory(held=many), Student(), [Column(programme=one.id) for one in many[:count]])
