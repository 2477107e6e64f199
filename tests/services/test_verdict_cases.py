"""Verdicts worked out by hand from the three pages, held against what the program says. The cases are in tests/cases/."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.student_file import read_student
from advisor_app.services.check import Checked, check
from advisor_app.services.reader import CatalogueReader
from tests.services.memory import InMemory

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
ENTRIES = {
    "heip-msc1": ("heip-msc-international-relations", "msc1"),
    "heip-msc2": ("heip-msc-international-relations", "msc2"),
    "ileri-intelligence": ("ileri-m2-strategic-intelligence", "m2"),
    "ileri-defence": ("ileri-m2-security-defence", "m2"),
}


@cache
def catalogue() -> CatalogueReader:
    """Read from the sources, so that a case says what the files say today."""
    read = read_catalogue(ROOT / "data" / "catalogue")
    return InMemory(
        held=tuple(read.programmes.values()),
        schools=tuple(read.institutions.values()),
        pages=tuple(read.sources.values()),
        tables=read.reference,
    )


def cases() -> list[dict[str, str]]:
    return list(tomllib.loads((CASES / "verdicts.toml").read_text(encoding="utf-8"))["case"])


def checked(student: str) -> Checked:
    known = catalogue()
    campuses = {campus for programme in known.programme_ids() for campus in known.programme(programme).campuses}
    return check(known, read_student(CASES / "students" / f"{student}.toml", known.reference(), campuses))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["student"])
def test_verdict(case: dict[str, str]) -> None:
    found = {(route.route.programme, route.route.entry): route.verdict.value for route in checked(case["student"]).routes}
    assert {name: found[entry] for name, entry in ENTRIES.items()} == {name: case[name] for name in ENTRIES}, case["why"]


def test_every_student_has_a_case() -> None:
    assert {file.stem for file in (CASES / "students").glob("*.toml")} == {case["student"] for case in cases()}


def test_the_three_programmes_have_22_routes() -> None:
    routes = [route.route.programme for route in checked("nothing-known").routes]
    assert [routes.count(programme) for programme in sorted(set(routes))] == [15, 4, 3]
