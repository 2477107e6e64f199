"""What a list says while nothing is known of the student: worked out beforehand, the same as afresh, and read without the rest."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from advisor_app.domain.best_route import outlook
from advisor_app.domain.card import line_of
from advisor_app.domain.headlines import headline_flag
from advisor_app.domain.requirements.tree import Node
from advisor_app.domain.student import Student, Wishes
from advisor_app.domain.text import LANGS
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.lines import dump_line, parse_line
from advisor_app.models.repository import CatalogueRepository
from advisor_app.paths import default_catalogue
from advisor_app.services.browse import Query, browse
from advisor_app.services.build import build
from advisor_app.services.listed import rows
from advisor_app.services.verdict_columns import verdicts_of_all
from advisor_app.wording import Translator
from benchmarks.generate import made_up
from tests.domain.samples import INSTITUTION, ONE_YEAR, TWO_YEARS, programme
from tests.domain.test_verdict_properties import REFERENCE, TREES

NOBODY = Student()


@pytest.fixture(scope="module", params=["seed", "made up"])
def catalogue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CatalogueRepository]:
    file = default_catalogue() if request.param == "seed" else _made_up(tmp_path_factory.mktemp("looks"))
    with open_catalogue(file) as opened:
        yield opened


def _made_up(folder: Path) -> Path:
    head, programmes = made_up(60)
    build(head, folder / "made_up.sqlite", programmes)
    return folder / "made_up.sqlite"


def test_what_is_stored_is_what_would_be_worked_out_now(catalogue: CatalogueRepository) -> None:
    voices = [Translator(lang) for lang in LANGS]
    for position, programme_id in enumerate(catalogue.programme_ids()):
        page = catalogue.programme(programme_id)
        ((line, _),) = catalogue.lists.lines([position])
        now = outlook(page, NOBODY, catalogue.reference()).glance
        assert line.first == now
        for voice in voices:
            for stored, fresh in ((line.first.price, now.price), (line.first.reason, now.reason)):
                assert voice.render(stored) == voice.render(fresh)
            assert voice.render(line.first.brief_reason) == voice.render(now.brief_reason)
        flag = headline_flag(page)
        assert (line.doubt, line.doubts) == (flag.short if flag else None, len(page.flags))
        assert line.dated == catalogue.sources()[page.source].dated


def test_the_verdicts_of_nobody_are_those_of_the_rules(catalogue: CatalogueRepository) -> None:
    assert catalogue.lists.columns.first_verdicts.tolist() == verdicts_of_all(catalogue, NOBODY).tolist()


def test_a_wish_is_something_known(catalogue: CatalogueRepository) -> None:
    """A wish changes which route is the best, and with it the price."""
    student = Student(wishes=Wishes(format="alternance"))
    for row in rows(catalogue, browse(catalogue, student, Query())):
        now = outlook(catalogue.programme(row.id), student, catalogue.reference())
        assert (row.price, row.price_year, row.reason) == (now.price, now.price_year, now.reason)


@settings(max_examples=100, deadline=None)
@given(TREES)
def test_whatever_is_required_can_be_said_by_a_line(tree: Node) -> None:
    page = programme(entry_points=tuple(replace(entry, requirements=tree) for entry in (TWO_YEARS, ONE_YEAR)))
    line = line_of(page, INSTITUTION, None, REFERENCE)
    assert parse_line(dump_line(line)) == line


LIST = """
import sys
from datetime import date
from pathlib import Path
from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.services.browse import Query
from advisor_app.ui.browse.asking import Speaker, find
from advisor_app.wording import Translator

with open_catalogue(Path(sys.argv[1])) as catalogue:
    for lang in ("fr", "en"):
        for text in ("", "d"):
            answer = find(catalogue, Student(), Query(text=text), Speaker(Translator(lang), date(2026, 11, 22)), sys.argv[2])
            row = next(row for row in answer.chunks[0].rows if row.id == sys.argv[2])
            assert row.price and row.reason and row.word and answer.chosen is not None
print(*sys.modules)
"""
LIGHT = {
    *("age", "errors", "facets", "folding", "glossary", "lines", "money", "quantities", "searching", "student", "terms", "text"),
    "verdicts",
}
"""All that a list needs of the domain. The programmes whole, their requirements, costs and law take six times as long to import."""


def test_a_list_for_nobody_in_particular_imports_little() -> None:
    command = [sys.executable, "-c", LIST, str(default_catalogue()), "heip-msc-international-relations"]
    ran = subprocess.run(command, capture_output=True, check=True, text=True)
    modules = set(ran.stdout.split())
    known = {module.removeprefix("advisor_app.domain.") for module in modules if module.startswith("advisor_app.domain.")}
    assert known == LIGHT
    heavy = ("documents", "reference_tables", "rule_columns", "list_compiler", "index_writer", "catalogue_writer", "tables")
    assert not modules & {
        "sqlalchemy",
        "cattrs",
        "advisor_app.wording.further_words",
        *(f"advisor_app.models.{each}" for each in heavy),
    }
