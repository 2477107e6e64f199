"""Verdicts worked out by hand from the three pages, held against what the program says. The cases are in tests/cases/."""

import re
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.student_file import read_student, student_of
from advisor_app.services.check import Checked, check
from advisor_app.services.reader import CatalogueReader
from tests.services.memory import in_memory

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
    return in_memory(
        held=tuple(read.programmes.values()),
        schools=tuple(read.institutions.values()),
        pages=tuple(read.sources.values()),
        tables=read.reference,
    )


def cases(file: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / file).read_text(encoding="utf-8"), parse_float=Decimal)["case"])


def name_of(case: dict[str, Any]) -> str:
    return str(case.get("student") or case["named"])


def checked(case: dict[str, Any]) -> Checked:
    """The student of a case: a file in students/, or the keys of one in the case itself."""
    known = catalogue()
    campuses = {campus for programme in known.programme_ids() for campus in known.programme(programme).campuses}
    if "given" in case:
        return check(known, student_of(case["given"], known.reference(), campuses))
    return check(known, read_student(CASES / "students" / f"{case['student']}.toml", known.reference(), campuses))


@pytest.mark.parametrize("case", cases("verdicts.toml"), ids=name_of)
def test_verdict(case: dict[str, Any]) -> None:
    found = {(route.route.programme, route.route.entry): route.verdict.value for route in checked(case).routes}
    assert {name: found[entry] for name, entry in ENTRIES.items()} == {name: case[name] for name in ENTRIES}, case["why"]


def test_every_student_has_a_case() -> None:
    named = {case["student"] for case in cases("verdicts.toml") if "student" in case}
    assert {file.stem for file in (CASES / "students").glob("*.toml")} == named


@pytest.mark.parametrize("case", cases("law.toml"), ids=name_of)
def test_what_the_law_says(case: dict[str, Any]) -> None:
    found = {
        one.legal.verdict.value
        for one in checked(case).routes
        if (one.route.programme, one.route.entry, one.route.format) == (case["programme"], case["entry"], case["format"])
    }
    assert found == {case["law"]}, case["why"]


def test_every_rule_of_law_names_its_article_and_the_day_it_was_checked() -> None:
    for rule in catalogue().reference().legal_rules.values():
        assert re.search(r"\b[LR]\d{4}-\d", rule.article), rule.id
        assert rule.checked_on.year >= 2026, rule.id
        assert rule.source


def test_the_three_programmes_have_22_routes() -> None:
    routes = [route.route.programme for route in checked({"student": "nothing-known"}).routes]
    assert [routes.count(programme) for programme in sorted(set(routes))] == [15, 4, 3]
