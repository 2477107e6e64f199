"""Rules of programmes that nobody runs, as nested as pages really write them, against verdicts worked out by hand."""

import tomllib
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from advisor_app.domain.ask_next import ask_next
from advisor_app.domain.check import assess, check_programme
from advisor_app.domain.requirements.tree import Node
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.what_if import improved
from advisor_app.interchange.requirement_trees import register
from advisor_app.interchange.structuring import strict_converter, structure
from advisor_app.interchange.student_file import student_of
from advisor_app.services.verdict_columns import verdict_ranks
from advisor_app.wording import Translator
from tests.domain.samples import TWO_YEARS, programme
from tests.domain.test_check import asking
from tests.domain.test_kinds import reference
from tests.services.test_verdict_columns import compiled

FILE = Path(__file__).parents[1] / "cases" / "rules.toml"


@cache
def written() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"), parse_float=Decimal)


@cache
def rule(name: str) -> Node:
    converter = strict_converter(floats=False, rules={})
    register(converter)
    return structure(converter, written()["rules"][name]["requirements"], Node)  # type: ignore[arg-type]  # a union is no class


def cases() -> list[dict[str, Any]]:
    return list(written()["case"])


def name_of(case: dict[str, Any]) -> str:
    return f"{case['rule']}: {case['why']}"


def student(case: dict[str, Any]) -> Student:
    return student_of(case["given"], reference(), ())


@pytest.mark.parametrize("case", cases(), ids=name_of)
def test_verdict(case: dict[str, Any]) -> None:
    entry = replace(TWO_YEARS, requirements=rule(case["rule"]))
    assert assess(entry, student(case), reference()).verdict.value == case["verdict"], case["why"]


@pytest.mark.parametrize("case", cases(), ids=name_of)
def test_the_whole_catalogue_says_the_same(case: dict[str, Any]) -> None:
    ranks = verdict_ranks(compiled([rule(case["rule"])]), student(case), reference())
    assert ranks.tolist() == [Verdict(case["verdict"]).rank]


@pytest.mark.parametrize("case", [case for case in cases() if case["verdict"] == "not_yet"], ids=name_of)
def test_a_no_shows_a_way_that_turns_it(case: dict[str, Any]) -> None:
    """Unless there is none: a school that is excluded, a diploma that is there."""
    one, entry = student(case), replace(TWO_YEARS, requirements=rule(case["rule"]))
    checked = check_programme(programme(entry_points=(entry,), combinations=programme().combinations[:1]), one, reference())
    ways = [way for way in checked.routes[0].ways if way.changes]
    hopeless = ("excluded", "Excluded")
    assert bool(ways) is not any(word in case["why"] for word in hopeless)
    for way in ways:
        turned = assess(entry, improved(one, way.changes, way.basis), reference()).verdict
        assert turned is not Verdict.NOT_YET


@pytest.mark.parametrize("case", [case for case in cases() if case["verdict"] == "need_info"], ids=name_of)
def test_what_is_missing_is_asked_for(case: dict[str, Any]) -> None:
    question = ask_next((asking(rule(case["rule"])),), student(case), reference())
    assert question is not None
    assert question.settles == 3, "of three routes"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("case", cases(), ids=name_of)
def test_every_finding_says_its_reason_as_a_sentence(case: dict[str, Any], lang: Lang) -> None:
    entry = replace(TWO_YEARS, requirements=rule(case["rule"]))
    t = Translator(lang)
    for finding in assess(entry, student(case), reference()).findings:
        reason = t.sentence(finding.answer.reason)
        assert reason[0].isupper() or reason[0].isdigit()
        assert reason[-1] in ".?"
        assert "{" not in reason


def test_every_rule_has_cases_of_every_verdict_that_it_can_give() -> None:
    given = {(case["rule"], case["verdict"]) for case in cases()}
    for name in written()["rules"]:
        assert {verdict for which, verdict in given if which == name} >= {"can_apply", "to_confirm", "not_yet"}, name
