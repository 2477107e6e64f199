from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor_app.domain.catalogue import Block, Catalogue, Course, Programme
from advisor_app.domain.facts import Fact, Point
from advisor_app.domain.student import Student
from advisor_app.domain.text import Text, same
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.services.browse import Query, browse
from advisor_app.services.build import build
from advisor_app.services.listed import rows


def found(catalogue: CatalogueRepository, words: str) -> list[str]:
    """The programmes that are listed for those words, through the rows that are shown."""
    return [row.id for row in rows(catalogue, browse(catalogue, Student(), Query(text=words)))]


@pytest.mark.parametrize(
    "words",
    [
        "marine",  # the name
        "Données marines",  # the short name, in French
        "donnees MARINE",
        "ocean informat",  # an alias, unfinished
        "harbour univ",
        "docklands",  # a former name of the school
        "port ellen",
        "quai nord",
        "north quay",
        "sea-ice remote",  # a course
        "ICE",
        "maree",  # a skill, without its accent
        "mare\u0301e",  # the accent as a character of its own
        "tide",
        "hydrographe",  # a job
        "computing",  # a field
        "informatique",
        "sciences",  # what a field belongs to
        "magister",  # an award
        "bałtycki",  # a body that gives one
        "calculer l'océan",
        "calculer l’oce",
        "evening",  # another name of a format
        "  marine \t data  ",
    ],
)
def test_a_programme_is_found_by_what_is_said_of_it_in_both_languages(repository: CatalogueRepository, words: str) -> None:
    assert found(repository, words) == ["marine-data"]


def test_every_word_must_be_found(repository: CatalogueRepository) -> None:
    assert found(repository, "marine boulangerie") == []
    assert found(repository, "nuit") == ["night-baking"]


HOSTILE = (
    *('"', '""', "'", 'marine"', "AND", "NOT marine", "marine OR", "NEAR(", "(", ")", "*", "^marine", "name:", "name: marine"),
    *("-", "{name}", "a*b", "🙂", "\0", "\x00marine", "é" * 10_000, "x" * 10_000, "marine " * 5_000, "\u202emarine", "𝓶𝓪𝓻𝓲𝓷𝓮"),
    *("'; DROP TABLE search; --", "%", "_", "\\", ""),
)


@pytest.mark.parametrize("words", HOSTILE)
def test_any_text_is_safe(repository: CatalogueRepository, words: str) -> None:
    assert set(found(repository, words)) <= {"marine-data", "night-baking"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_any_text_at_all_is_safe(repository: CatalogueRepository, words: str) -> None:
    assert set(found(repository, words)) <= {"marine-data", "night-baking"}


def ranked(tmp_path: Path, catalogue: Catalogue, *programmes: Programme, words: str) -> list[str]:
    path = tmp_path / "ranked.sqlite"
    build(replace(catalogue, programmes={each.id: each for each in programmes}), path)
    with open_catalogue(path) as opened:
        return found(opened, words)


def test_a_name_beats_a_course_and_a_course_beats_prose(tmp_path: Path, made_up: Catalogue) -> None:
    plain = replace(made_up.programmes["night-baking"], aliases=(), source="fournil-2024")
    prose = replace(
        plain,
        id="a-prose",
        summary=Fact(value=Text("Géopolitique, toujours la géopolitique.", "Geopolitics, geopolitics and more geopolitics.")),
        aims=tuple(Point(text=same(f"geopolitics {number}")) for number in range(20)),
    )
    course = replace(
        plain, id="b-course", curriculum=(Block(id="x", title=same("X"), year=1, courses=(Course(title="Geopolitics"),)),)
    )
    long = tuple(Course(title=f"Course number {number}") for number in range(200))
    name = replace(plain, id="c-name", name="Geopolitics", curriculum=(Block(id="x", title=same("X"), year=1, courses=long),))
    other = [replace(plain, id=f"d-{number}") for number in range(10)]
    assert ranked(tmp_path, made_up, prose, course, name, *other, words="geopolitics") == ["c-name", "b-course", "a-prose"]


def test_ligatures_are_found_as_they_are_typed(tmp_path: Path, made_up: Catalogue) -> None:
    programme = replace(made_up.programmes["night-baking"], name="Œuvres et cœurs")
    assert ranked(tmp_path, made_up, programme, words="oeuvres coeur") == ["night-baking"]
    assert ranked(tmp_path, made_up, programme, words="œuv") == ["night-baking"]
