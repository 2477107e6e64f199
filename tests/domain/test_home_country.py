"""A diploma is a foreign one by where the programme is taught, not by where it was obtained alone."""

from dataclasses import replace

import pytest

from advisor_app.domain.check import assess
from advisor_app.domain.requirements.tree import All, AnyOf, AppliesTo, AtLeast, Leaf, Not, Readings, at_home_in, leaves
from advisor_app.domain.text import same
from advisor_app.domain.verdicts import Verdict
from tests.domain.samples import REFERENCE, TWO_YEARS, credits_, field, level, student
from tests.domain.wording import said

BRITISH = student(country="GB", title="GB-ordinary", level=3, fields=("law",))
FRENCH = student(country="FR", level=3, fields=("law",))


def verdict(home: str | None, of: object = BRITISH) -> Verdict:
    tree = All((level(3), field("law", applies_to=AppliesTo.FOREIGN_QUALIFICATION)))
    entry = replace(TWO_YEARS, requirements=at_home_in(tree, home) if home else tree)
    return assess(entry, of, REFERENCE).verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("home", "british", "french"),
    [
        (None, Verdict.TO_CONFIRM, Verdict.CAN_APPLY),
        ("FR", Verdict.TO_CONFIRM, Verdict.CAN_APPLY),
        ("GB", Verdict.CAN_APPLY, Verdict.TO_CONFIRM),
        ("DE", Verdict.TO_CONFIRM, Verdict.TO_CONFIRM),
    ],
)
def test_a_british_diploma_is_not_foreign_at_a_british_school(home: str | None, british: Verdict, french: Verdict) -> None:
    assert verdict(home, BRITISH) is british
    assert verdict(home, FRENCH) is french


def test_the_reason_names_france_only_for_a_school_in_france() -> None:
    reasons = [
        said(assess(replace(TWO_YEARS, requirements=at_home_in(level(3), home)), BRITISH, REFERENCE).findings[0].answer.reason)
        for home in ("FR", "DE")
    ]
    assert "no legal equivalence in France" in reasons[0]
    assert reasons[1] == "The school compares a diploma from another country than its own."


def test_every_leaf_of_a_tree_knows_where_it_stands() -> None:
    one: Leaf = level(3)
    tree = All((AnyOf((one, Not(credits_(180)))), AtLeast(1, (one,)), Readings((one, one), same("two ways"))))
    assert {leaf.home for leaf in leaves(at_home_in(tree, "GB"))} == {"GB"}
    assert len(list(leaves(at_home_in(tree, "GB")))) == 5
