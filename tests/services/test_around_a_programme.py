"""Related programmes, looking up by name, the few words of a reason, and what a catalogue holds: on the real catalogue."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from advisor_app import paths
from advisor_app.domain.facts import Source
from advisor_app.domain.student import LanguageSkill, Qualification, Residence, Standing, Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.services.browse import Facet, Query, browse
from advisor_app.services.catalogue_facts import catalogue_facts, source_ages
from advisor_app.services.detailed import details
from advisor_app.services.listed import rows
from advisor_app.services.look_up import look_up
from advisor_app.services.related import related
from advisor_app.wording import Translator

HEIP, INTELLIGENCE, SECURITY = "heip-msc-international-relations", "ileri-m2-strategic-intelligence", "ileri-m2-security-defence"
TODAY = date(2026, 11, 22)
HELD = Qualification(country="FR", level=3, fields=("law",))
LAW = Student(qualifications=(HELD,), languages=(LanguageSkill(lang="fr", cefr="C1"),), residence=Residence.FRENCH)


@pytest.fixture(scope="module")
def catalogue() -> Iterator[CatalogueRepository]:
    with open_catalogue(paths.default_catalogue()) as opened:
        yield opened


def test_programmes_of_the_same_field_come_first_and_each_once(catalogue: CatalogueRepository) -> None:
    found = related(catalogue, LAW, details(catalogue, LAW, HEIP))
    assert [one.key for one in found] == ["field"]
    assert {listed.id for listed in found[0].programmes} == {INTELLIGENCE, SECURITY}


def test_the_same_school_is_said_where_the_field_differs(catalogue: CatalogueRepository) -> None:
    detailed = details(catalogue, LAW, INTELLIGENCE)
    programme = replace(detailed.subject.programme, fields=replace(detailed.subject.programme.fields, value=None))
    alone = replace(detailed, subject=replace(detailed.subject, programme=programme))
    (one,) = related(catalogue, LAW, alone)
    assert (one.key, [listed.id for listed in one.programmes]) == ("school", [SECURITY])


def test_looking_up_finds_by_name_and_nothing_for_nothing(catalogue: CatalogueRepository) -> None:
    assert look_up(catalogue, Student(), "strategic")[0].id == INTELLIGENCE
    assert look_up(catalogue, Student(), "  ") == ()


@pytest.mark.parametrize(
    ("student", "said"),
    [
        (LAW, "asks Bac+4, has Bac+3"),
        (Student(), "level of the diploma"),
        (
            replace(LAW, qualifications=(replace(HELD, level=4, status=Standing.IN_PROGRESS, expected=date(2027, 6, 30)),)),
            "diploma expected in June 2027",
        ),
        (replace(LAW, qualifications=(replace(HELD, level=4, status=Standing.IN_PROGRESS),)), "diploma not obtained yet"),
    ],
)
def test_a_reason_takes_few_words(catalogue: CatalogueRepository, student: Student, said: str) -> None:
    (row,) = rows(
        catalogue,
        browse(catalogue, student, Query(text="security and defense", selected={Facet.SCHOOL: frozenset({"ileri"})})),
        0,
        1,
    )
    assert row.id == SECURITY
    assert Translator("en").render(row.brief_reason) == said
    assert len(Translator("fr").render(row.brief_reason)) <= 36


def test_the_catalogue_is_counted(catalogue: CatalogueRepository) -> None:
    facts = catalogue_facts(catalogue, TODAY)
    words = Translator("en")
    figures = {words.render(what): count for what, count in facts.figures}
    assert (figures["programmes"], figures["schools"], figures["campuses"]) == (3, 2, 3)
    assert figures["routes"] == len(catalogue.routes())
    assert figures["doubts about pages"] == sum(len(catalogue.programme(one).flags) for one in catalogue.programme_ids())
    ages = next(chart for chart in facts.charts if chart.key == "ages")
    assert sum(bar.count for bar in ages.bars) == figures["sources"]
    schools = next(chart for chart in facts.charts if chart.key == "school")
    assert [bar.count for bar in schools.bars] == [2, 1], "the largest first"


def test_sources_are_sorted_into_ages() -> None:
    def page(dated: date | None) -> Source:
        return Source(id="x", title="", publisher="", lang="en", kind="page", dated=dated)

    pages = (
        page(TODAY),
        page(date(2026, 5, 1)),
        page(date(2025, 6, 1)),
        page(date(2024, 11, 1)),
        page(date(2020, 1, 1)),
        page(None),
    )
    bars = source_ages(pages, TODAY)
    assert [(bar.count, bar.grave) for bar in bars] == [(1, False), (1, False), (2, False), (1, True), (1, True)]
