"""Every query of tests/cases/queries.toml, on the catalogue that comes with the program."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.paths import default_catalogue
from advisor_app.services.browse import Query, browse
from advisor_app.services.listed import rows

CASES = Path(__file__).parent.parent / "cases" / "queries.toml"
QUERIES: list[dict[str, str]] = tomllib.loads(CASES.read_text(encoding="utf-8"))["query"]
IDS = {
    "heip": "heip-msc-international-relations",
    "defence": "ileri-m2-security-defence",
    "intelligence": "ileri-m2-strategic-intelligence",
}


@pytest.fixture(scope="module")
def seed() -> Iterator[CatalogueRepository]:
    with open_catalogue(default_catalogue()) as opened:
        yield opened


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["text"][:40])
def test_what_is_meant_is_first_or_second(seed: CatalogueRepository, query: dict[str, str]) -> None:
    found = [row.id for row in rows(seed, browse(seed, Student(), Query(text=query["text"])))]
    if query["finds"] == "nothing":
        assert found == []
    elif query["finds"] != "anything":
        assert IDS[query["finds"]] in found[:2]


@pytest.mark.parametrize("text", ["é" * 10_000, "x" * 10_000, "sécurité " * 5_000, '"' * 10_000, "🙂" * 10_000, "a b" * 5_000])
def test_ten_thousand_characters_are_safe(seed: CatalogueRepository, text: str) -> None:
    rows(seed, browse(seed, Student(), Query(text=text)))


def test_a_mistake_is_said(seed: CatalogueRepository) -> None:
    assert browse(seed, Student(), Query(text="securty")).corrected == "Security"
    assert browse(seed, Student(), Query(text="security")).corrected is None


def test_a_row_says_where_its_words_were_found(seed: CatalogueRepository) -> None:
    (row,) = rows(seed, browse(seed, Student(), Query(text="relations lyon")))
    assert [row.name[start:stop] for start, stop in row.name_marks] == ["Relations"]
    assert row.snippet is not None
    assert (row.snippet.where.value, row.snippet.words) == ("place", "Lyon")
    assert [row.snippet.words[start:stop] for start, stop in row.snippet.marks] == ["Lyon"]


def test_a_word_of_the_other_language_is_marked_as_it_is_written(seed: CatalogueRepository) -> None:
    first = rows(seed, browse(seed, Student(), Query(text="law")), 0, 1)[0]
    assert first.snippet is not None
    assert [first.snippet.words[start:stop] for start, stop in first.snippet.marks] == ["droit"]
