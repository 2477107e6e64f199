"""The rules on words, held against the case file that anybody can add to."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from advisor_app.domain.catalogue import Award
from advisor_app.domain.claims.check import check_said
from advisor_app.domain.claims.rules import ClaimRule
from advisor_app.domain.claims.said import Said
from advisor_app.domain.terms import AwardKind
from advisor_app.domain.text import LANGS
from advisor_app.interchange.source_files import read_catalogue

ROOT = Path(__file__).parents[3]
CASES = tomllib.loads((ROOT / "tests" / "cases" / "claims.toml").read_text(encoding="utf-8"))["cases"]


@cache
def rules() -> tuple[ClaimRule, ...]:
    return tuple(read_catalogue(ROOT / "data" / "catalogue").reference.claim_rules.values())


def awards(kinds: str) -> tuple[Award, ...]:
    named = [kind.strip() for kind in kinds.split(",") if kind.strip() != "none"]
    return tuple(Award(id=kind, title=kind, title_lang="fr", kind=AwardKind(kind)) for kind in named)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:40]}, {case.get('award', 'rncp_title')}")
def test_the_rules_find_what_they_must_and_nothing_else(case: dict[str, Any]) -> None:
    said = Said(
        text=case["text"],
        key=case.get("in", "strengths"),
        place="",
        awards=awards(case.get("award", "rncp_title")),
        lang=case.get("lang"),
    )
    found = sorted({claim.rule.id for claim in check_said(said, rules())})
    assert found == sorted(case["finds"])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("key", ["finds", "spares"])
def test_every_rule_on_words_is_tried_in_either_language_on_what_is_meant_and_on_what_is_not(lang: str, key: str) -> None:
    tried = {name for case in CASES if case.get("lang", lang) == lang for name in case.get(key, ())}
    assert {rule.id for rule in rules() if rule.find_fr} == tried
