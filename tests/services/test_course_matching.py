"""Pairs of course titles set by hand, held against what is called the same and what is offered."""

import tomllib
from pathlib import Path

import pytest

from advisor_app.domain.aligning import align
from advisor_app.domain.catalogue import Block, Course
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import same
from advisor_app.services.course_matching import candidates_of
from tests.domain.samples import INSTITUTION, REFERENCE, programme

PAIRS = tomllib.loads((Path(__file__).parents[1] / "cases" / "course_pairs.toml").read_text(encoding="utf-8"))


def page(programme_id: str, *titles: str) -> Subject:
    """A programme with these courses."""
    courses = tuple(Course(title=title) for title in titles)
    block = Block(id="core", title=same("Core"), year=1, courses=courses)
    return Subject(programme=programme(id=programme_id, curriculum=(block,)), institution=INSTITUTION, reference=REFERENCE)


def likeness(left: str, right: str) -> Likeness:
    subjects = (page("one", left), page("two", right))
    return align(subjects, candidates_of(subjects)).lists[0].lines[0].likeness


@pytest.mark.parametrize("pair", PAIRS["same"], ids=" = ".join)
def test_one_title_printed_in_two_ways_is_the_same(pair: list[str]) -> None:
    assert likeness(*pair) is Likeness.SHARED


@pytest.mark.parametrize("pair", [*PAIRS["different"], *PAIRS["alike"]], ids=" / ".join)
def test_two_titles_are_never_called_the_same(pair: list[str]) -> None:
    assert likeness(*pair) is not Likeness.SHARED


def test_at_least_nine_in_ten_true_pairs_are_offered() -> None:
    missed = [pair for pair in PAIRS["alike"] if likeness(*pair) is Likeness.ONLY_HERE]
    assert len(missed) * 10 <= len(PAIRS["alike"]), missed


def test_few_pairs_of_different_courses_are_offered() -> None:
    offered = [pair for pair in PAIRS["different"] if likeness(*pair) is Likeness.LIKELY]
    assert len(offered) * 4 <= len(PAIRS["different"]), offered


def test_true_pairs_are_found_among_all_the_others() -> None:
    """Two long pages, not two titles alone."""
    left, right = (page(name, *(pair[place] for pair in PAIRS["alike"])) for place, name in enumerate(("one", "two")))
    offered = {(one.pair.one.title, one.pair.other.title) for one in align((left, right), candidates_of((left, right))).offered}
    missed = [pair for pair in PAIRS["alike"] if tuple(pair) not in offered]
    assert len(missed) * 10 <= len(PAIRS["alike"]), missed
