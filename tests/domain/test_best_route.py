"""What a list says of a programme without checking all of it: exactly what the whole check says."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.best_route import outlook
from advisor_app.domain.card import card_of
from advisor_app.domain.catalogue import Combination
from advisor_app.domain.check import check_programme
from advisor_app.domain.headlines import price_line, reason_line
from advisor_app.domain.requirements.tree import Node
from advisor_app.domain.student import Residence, Student, Wishes
from tests.domain.samples import INSTITUTION, ONE_YEAR, REFERENCE, TWO_YEARS, programme
from tests.domain.test_evaluate import BASES, TREES

WISHES = st.builds(
    Wishes,
    format=st.sampled_from((None, "initial", "alternance")),
    campus=st.sampled_from((None, "lille", "nice")),
    budget_per_year=st.sampled_from((None, Decimal(5_000), Decimal(12_000))),
    start=st.sampled_from((None, "2027-09")),
)
STUDENTS = st.builds(
    Student,
    qualifications=st.lists(BASES, max_size=2).map(tuple),
    age=st.sampled_from((None, 17, 21, 31)),
    residence=st.none() | st.sampled_from(tuple(Residence)),
    years_in_france=st.sampled_from((None, 0, 3)),
    wishes=WISHES,
)


@settings(max_examples=150, deadline=None)
@given(trees=st.tuples(st.none() | TREES, st.none() | TREES), student=STUDENTS, routed=st.booleans())
def test_an_outlook_is_the_whole_check_in_short(trees: tuple[Node | None, Node | None], student: Student, routed: bool) -> None:
    entries = tuple(replace(entry, requirements=tree) for entry, tree in zip((TWO_YEARS, ONE_YEAR), trees, strict=True))
    combinations = programme().combinations if routed else ()
    made = replace(programme(), entry_points=entries, combinations=combinations)
    check = check_programme(made, student, REFERENCE)
    found = outlook(card_of(made, INSTITUTION, None).programme, student, REFERENCE)
    assert (found.verdict, found.reason, found.routes) == (check.verdict, reason_line(check), len(check.routes))
    assert found.price == price_line(made, check.best.route if check.best else None, student.residence)
    assert found.best == (check.best.assessment if check.best else None)


def test_a_single_route_is_the_best() -> None:
    alone = Combination(entry_points=("y2",), formats=("initial",), campuses=("lille",))
    made = replace(programme(), combinations=(alone,))
    found = outlook(made, Student(), REFERENCE)
    assert (found.routes, found.best) == (1, check_programme(made, Student(), REFERENCE).routes[0].assessment)
