"""What moves when something is only supposed."""

from dataclasses import replace

import pytest

from advisor_app.domain.errors import UserProblem
from advisor_app.domain.student import Student
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.check import check
from advisor_app.services.what_if import Moves, moves
from tests.domain.samples import LICENCE_IN_LAW
from tests.services.test_services import CATALOGUE

BAC4 = replace(LICENCE_IN_LAW, qualifications=(replace(LICENCE_IN_LAW.qualifications[0], level=4, credits=None),))


def told(found: Moves) -> set[tuple[str, str, Verdict, Verdict]]:
    return {(move.route.programme, move.route.entry, move.was.verdict, move.now.verdict) for move in found.moved}


def test_nothing_moves_for_the_same_student() -> None:
    found = moves(CATALOGUE, LICENCE_IN_LAW, LICENCE_IN_LAW)
    assert found.every
    assert (found.moved, found.opened, found.closed) == ((), 0, 0)


def test_a_higher_level_opens_routes_and_going_back_closes_them() -> None:
    there, back = moves(CATALOGUE, LICENCE_IN_LAW, BAC4), moves(CATALOGUE, BAC4, LICENCE_IN_LAW)
    assert ("advanced", "y2", Verdict.NOT_YET, Verdict.CAN_APPLY) in told(there)
    assert there.opened > 0
    assert (there.opened, there.closed) == (back.closed, back.opened)


@pytest.mark.parametrize("student", [Student(), LICENCE_IN_LAW, BAC4, replace(BAC4, age=35)])
def test_both_sides_are_what_a_whole_check_says(student: Student) -> None:
    whole = {one.route: one for one in check(CATALOGUE, student).routes}
    found = moves(CATALOGUE, student, Student())
    assert set(found.was()) == set(whole)
    for route, was in found.was().items():
        legal = whole[route].legal
        assert was.verdict is whole[route].verdict
        assert was.law is (legal.verdict if legal.applies else None)


def test_the_law_alone_can_move_a_route() -> None:
    found = moves(CATALOGUE, LICENCE_IN_LAW, replace(LICENCE_IN_LAW, age=35))
    assert (found.opened, found.closed) == (0, 0)
    assert all(move.was.verdict is move.now.verdict for move in found.moved)


def test_a_programme_that_is_not_there_is_named() -> None:
    with pytest.raises(UserProblem):
        moves(CATALOGUE, Student(), BAC4, ["no-such-programme"])
