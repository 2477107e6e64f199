"""The rules of the claim check are validated like every other table, and a mistake is named with its mend."""

import shutil
from pathlib import Path

import pytest

from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.source_problems import SourceProblems
from tests.interchange.said import lines

GOOD = """
version = "1"
dated = 2026-01-01
source = "test"

[[rules]]
id = "state-diploma"
scope = "words"
basis = "law"
weight = "severe"
article = "Code"
dated = 2024-01-01
checked_on = 2026-01-01
source = "somewhere"
title = { fr = "t", en = "t" }
why = { fr = "w", en = "w" }
mend = { fr = "m", en = "m" }
allowed = ["national_master"]
not_in = ["requirements"]
find_fr = ["diplôme d état"]
find_en = ["state diploma"]
unless_en = ["not .. ~"]
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    shutil.copytree(Path(__file__).parents[1] / "catalogues" / "made_up", tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_a_rule_is_read(sources: Path) -> None:
    (sources / "reference" / "claims.toml").write_text(GOOD, encoding="utf-8")
    (rule,) = read_catalogue(sources).reference.claim_rules.values()
    assert rule.find_fr == ("diplôme d état",)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"state diploma"', '"state (diploma)"', "rules[1].find_en[1]: “(diploma)” cannot be read in a phrase"),
        ('"not .. ~"', '"~"', "rules[1].unless_en[1]: “~” cannot be read in a phrase"),
        ('["requirements"]', '["requirement"]', "“requirement” is not known here; did you mean “requirements”"),
        ('["national_master"]', '["master"]', "“master” is not known here"),
        ('article = "Code"', 'article = ""', "rules[1].article: a rule that rests on a text names it"),
        ('basis = "law"', 'basis = "house"', "rules[1].article: a rule of the house rests on no text"),
        ('find_fr = ["diplôme d état"]', "", "rules[1].find_fr: a rule that looks at words needs phrases in both languages"),
        ('scope = "words"', 'scope = "figure"', "rules[1].find_fr: only a rule that looks at words has phrases"),
        ('scope = "words"', 'scope = "word"', "“word” is not known here; did you mean “words”"),
        ('id = "state-diploma"', 'id = "State diploma"', "an identifier is written with small letters"),
    ],
)
def test_each_mistake_is_named(sources: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    (sources / "reference" / "claims.toml").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(SourceProblems) as problem:
        read_catalogue(sources)
    assert any(expected in line for line in lines(problem.value)), lines(problem.value)


def test_a_rule_stands_once(sources: Path) -> None:
    twice = GOOD + GOOD[GOOD.index("[[rules]]") :]
    (sources / "reference" / "claims.toml").write_text(twice, encoding="utf-8")
    with pytest.raises(SourceProblems) as problem:
        read_catalogue(sources)
    assert any("“state-diploma” stands here a second time" in line for line in lines(problem.value))
