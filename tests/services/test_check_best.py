"""Of a large catalogue only the programmes that fit best are explained, and they are found by the columns."""

from dataclasses import replace

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.requirements.tree import All
from advisor_app.domain.student import Student
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.check import MOST_EXPLAINED, check, check_best
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.what_if import moves
from tests.domain.samples import LICENCE_IN_LAW, TWO_YEARS, field, level, programme
from tests.services.memory import in_memory

MANY = MOST_EXPLAINED + 20


def catalogue(count: int) -> CatalogueReader:
    """Of programmes that ask a Bac+8, but for every tenth and the last, which ask a Bac+3 in law."""
    return in_memory([asking(number, open_=number % 10 == 0 or number == count - 1) for number in range(count)])


def asking(number: int, *, open_: bool) -> Programme:
    tree = All((level(3), field("law"))) if open_ else level(8)
    return programme(
        id=f"p{number:02}", entry_points=(replace(TWO_YEARS, requirements=tree),), combinations=programme().combinations[:1]
    )


def test_a_small_catalogue_is_explained_whole() -> None:
    few = catalogue(5)
    found = check_best(few, LICENCE_IN_LAW)
    assert found.total is None
    assert found.routes == check(few, LICENCE_IN_LAW).routes


def test_of_a_large_one_those_that_fit_best_are_explained() -> None:
    many = catalogue(MANY)
    found = check_best(many, LICENCE_IN_LAW)
    assert (found.total, len(found.programmes)) == (MANY, MOST_EXPLAINED)
    can = [one.programme.id for one in found.programmes if one.verdict is Verdict.CAN_APPLY]
    assert can == ["p00", "p10", "p20", "p30", "p40", "p50", "p59"], "none that fits is left out"
    assert found.ask_next is None or found.ask_next.legal


def test_what_is_looked_at_is_explained_whatever_it_comes_to() -> None:
    found = check_best(catalogue(MANY), LICENCE_IN_LAW, ("p55", "not-there"))
    assert found.programmes[0].programme.id == "p55"


def test_a_what_if_is_weighed_where_it_matters() -> None:
    found = moves(catalogue(MANY), Student(), LICENCE_IN_LAW)
    assert found.opened == 7 * 3
