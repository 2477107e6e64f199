"""What the terminal shows of programmes unlike the real ones: several intakes, options, awards, entry points of one level."""

from dataclasses import replace
from datetime import date

from advisor_app.domain.catalogue import Award, Calendar, Combination, Intake, Option, Programme
from advisor_app.domain.columns import Column
from advisor_app.domain.facts import Fact
from advisor_app.domain.student import Student
from advisor_app.domain.terms import AwardKind
from advisor_app.domain.text import same
from advisor_app.printing import checked, compared, facts, listed
from advisor_app.services.browse import Query, browse
from advisor_app.services.check import check
from advisor_app.services.compare import compare
from advisor_app.services.detailed import details
from advisor_app.services.listed import rows
from advisor_app.wording import Translator
from tests.domain.samples import INITIAL, ONE_YEAR, TWO_YEARS, programme
from tests.services.memory import in_memory

ENGLISH = Translator("en")
TODAY = date(2026, 11, 22)
WIDE = 400


def two_intakes() -> Programme:
    """Two entry points of one level, options that two combinations give, an entry point and a format that share an id."""
    combinations = (
        Combination(entry_points=("y1",), formats=("initial",), campuses=("lille",), streams=("taught",), intakes=("sept", "feb")),
        Combination(entry_points=("initial",), formats=("initial",), campuses=("lille",), streams=("taught",), intakes=("feb",)),
        Combination(entry_points=("y1",), formats=("initial",), campuses=("lille",), streams=("research",), intakes=("sept",)),
    )
    return programme(
        awards=(
            Award(id="a", title="Master", title_lang="en", kind=AwardKind.NATIONAL_MASTER, level=Fact(value=7)),
            Award(id="b", title="MSc", title_lang="en", kind=AwardKind.OTHER, level=Fact(value=7)),
        ),
        formats=(INITIAL,),
        entry_points=(TWO_YEARS, replace(ONE_YEAR, id="initial", name="Direct entry", after=3)),
        combinations=combinations,
        streams=(Option(id="taught", name=same("Taught")), Option(id="research", name=same("Research"))),
        calendar=Calendar(intakes=(Intake(id="sept", month=9, year=2027), Intake(id="feb", month=2, year=2028))),
    )


CATALOGUE = in_memory(held=(two_intakes(), programme(id="other")))


def test_a_check_says_each_entry_point_once_and_tells_intakes_apart() -> None:
    lines = [line.strip() for line in checked.as_lines(check(CATALOGUE, Student(), ("example",)), ENGLISH, TODAY, WIDE)]
    assert [line for line in lines if "NEED INFO" in line] == [
        "Year 1, from Bac+3 — NEED INFO (3 routes)",
        "Direct entry, from Bac+3 — NEED INFO (1 route)",
    ]
    where = [line for line in lines if line.startswith("Initial ·")]
    assert where == [
        "Initial · lille (Taught; September 2027; February 2028; Research)",
        "Initial · lille (Taught; February 2028)",
    ]


def test_what_goes_with_what_names_intakes_and_keeps_entry_points_and_formats_apart() -> None:
    lines = [line.split("  ")[-1] for line in facts.as_lines(details(CATALOGUE, Student(), "example"), ENGLISH, TODAY, WIDE)]
    assert "Year 1 · initial · lille · Taught · September 2027; February 2028" in lines
    assert "Direct entry · initial · lille · Taught · February 2028" in lines


def test_with_one_intake_there_is_nothing_to_tell_apart() -> None:
    lines = "\n".join(facts.as_lines(details(CATALOGUE, Student(), "other"), ENGLISH, TODAY, WIDE))
    assert "Year 1 · initial; apprenticeship; sequence · lille\n" in lines


def test_a_value_with_a_label_goes_on_in_small_letters() -> None:
    columns = [Column(programme="example"), Column(programme="other")]
    lines = "\n".join(compared.as_lines(compare(CATALOGUE, Student(), columns), ENGLISH, TODAY, WIDE))
    assert "Other award: level 7" in lines
    assert "September 2027" in lines


def test_a_level_at_which_one_can_join_in_two_ways_is_named_once() -> None:
    found = browse(CATALOGUE, Student(), Query())
    lines = "\n".join(listed.as_lines(found, rows(CATALOGUE, found), ENGLISH, WIDE))
    assert "entry at Bac+3\n" in lines
    assert "entry at Bac+3, Bac+4\n" in lines
