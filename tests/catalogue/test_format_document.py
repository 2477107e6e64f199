"""docs/catalogue-format.md is what a stranger writes a programme from, so it must be complete and its example must build."""

import re
import shutil
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from advisor_app.domain import catalogue as parts
from advisor_app.domain import facts, rows, terms
from advisor_app.domain.catalogue import Programme
from advisor_app.domain.costs import cost_of
from advisor_app.domain.quantities import Span
from advisor_app.domain.requirements import kinds
from advisor_app.domain.requirements.tree import AppliesTo, Leaf, Strength
from advisor_app.domain.routes import routes_of
from advisor_app.domain.terms import Payer
from advisor_app.interchange.source_files import read_catalogue

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "catalogue-format.md").read_text(encoding="utf-8")
TABLES = (
    *(facts.Evidence, facts.Fact, facts.Reading, facts.Source, facts.Flag, facts.Named, facts.Point, Span, Leaf),
    *(parts.Institution, parts.Campus, parts.Programme, parts.Award, parts.Party, parts.Format, parts.Option, parts.EntryPoint),
    *(parts.ProcessStep, parts.Combination, parts.Charge, parts.PaymentPlan, parts.Discount, parts.DiscountBase, parts.Financing),
    *(
        parts.Calendar,
        parts.Intake,
        parts.WorkDuty,
        parts.Block,
        parts.Course,
        parts.SkillBlock,
        parts.JobList,
        parts.OutcomeFigure,
    ),
    *(parts.FurtherStudy, parts.Contact, parts.Due, parts.Deadline),
)
CHOICES = (
    *(facts.Status, facts.Severity, terms.AwardKind, terms.YesNo, terms.PartyRole, terms.FormatKind, terms.ChargeKind, terms.Per),
    *(terms.Payer, Strength, AppliesTo, terms.Moment, terms.ContactKind),
)


def _code() -> str:
    """What the document sets as code: its examples, and words in backquotes."""
    prose, examples = DOCUMENT.split("```")[::2], DOCUMENT.split("```")[1::2]
    return "\n".join((*examples, *re.findall(r"`([^`\n]+)`", "\n".join(prose))))


CODE = _code()


def named(word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", CODE) is not None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_key_is_explained(table: type) -> None:
    hidden = {"test", "home", "excluded"}  # a leaf’s own parameters are explained kind by kind; the others are filled in
    assert [field.name for field in fields(table) if field.name not in hidden and not named(field.name)] == []


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_every_choice_is_listed(choice: type) -> None:
    assert [member.value for member in choice if not named(member.value)] == []  # type: ignore[attr-defined]


def test_every_kind_of_requirement_and_each_of_its_keys_are_listed() -> None:
    for name, test in kinds.load().items():
        assert named(name), name
        assert [field.name for field in fields(test) if not named(field.name)] == [], name  # type: ignore[arg-type]


def test_every_row_that_a_flag_can_be_about_is_listed() -> None:
    assert [row.key for row in rows.ROWS if f"`{row.key}`" not in DOCUMENT] == []


def built(document: str, heading: str, tmp_path: Path) -> Programme:
    """The programme below a heading, as the only file of a catalogue but for the reference tables."""
    text = document.split(heading)[1].split("```toml\n")[1].split("```", maxsplit=1)[0]
    (tmp_path / "programmes").mkdir()
    (tmp_path / "programmes" / "one.toml").write_text(text, encoding="utf-8")
    (tmp_path / "catalogue.toml").write_text('version = "1"\ndated = 2026-11-22\n', encoding="utf-8")
    shutil.copytree(ROOT / "data" / "catalogue" / "reference", tmp_path / "reference")
    (programme,) = read_catalogue(tmp_path).programmes.values()
    return programme


def test_the_short_example_of_the_recipe_builds_from_one_file(tmp_path: Path) -> None:
    recipes = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert len(routes_of(built(recipes, "## Recipe: a programme", tmp_path))) == 1


def test_the_whole_example_builds_from_one_file(tmp_path: Path) -> None:
    example = built(DOCUMENT, "## A whole programme", tmp_path)
    routes = routes_of(example)
    assert [(route.entry, route.intake) for route in routes] == [
        ("year-1", "september"),
        ("year-1", "january"),
        ("year-1-part-time", "september"),
    ]
    part_time = cost_of(example, routes[2])
    assert part_time.currency == "GBP"
    share = part_time.of(Payer.STUDENT)
    assert share is not None
    assert share.maximum == 120 * 85


def test_the_small_examples_are_toml() -> None:
    for text in re.findall(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL):
        tomllib.loads(text)
