"""Everything that the domain enumerates has its words, so that no screen ever shows an identifier."""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import Enum
from typing import get_args

import pytest

from advisor_app import domain
from advisor_app.domain.attainment import Doubt
from advisor_app.domain.claims.rules import Basis, Scope, Weight
from advisor_app.domain.facets import Facet
from advisor_app.domain.legal import _Waiver
from advisor_app.domain.requirements.evaluate import Operator
from advisor_app.domain.requirements.school_names import Likeness
from advisor_app.domain.rows.row import Better
from advisor_app.domain.searching import Where
from advisor_app.domain.text import LANGS
from advisor_app.domain.topics import Topic
from advisor_app.wording import Translator, words

UNSAID = {
    Doubt,  # the reasons that name a doubt are messages of their own
    Likeness,  # so are those of a school that may be another
    _Waiver,  # and of a rule of law that is waived
    Basis,  # what a rule of the claim check says is told by its texts
    Scope,
    Weight,
    Better,  # drawn as a mark whose words say what is better
    Facet,  # each column of the list has a heading of its own
    Topic,  # what a student asks about is told by the rows that it brings forward
    Where,  # the snippet says where a word was found in a phrase of its own
}


def enumerations() -> Iterator[type[Enum]]:
    for module in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, Enum) and value.__module__ == module.name:
                yield value


@pytest.mark.parametrize("enumeration", sorted(set(enumerations()) - UNSAID, key=str))
def test_each_member_has_words_in_both_languages(enumeration: type[Enum]) -> None:
    for member in enumeration:
        for lang in LANGS:
            said = Translator(lang).render(member)
            assert said
            assert "_" not in said


@pytest.mark.parametrize("operator", get_args(Operator))
def test_each_group_of_conditions_has_a_heading(operator: Operator) -> None:
    assert Translator("en").render(words.group(operator, 2))


def test_at_least_says_how_many() -> None:
    assert Translator("en").render(words.group("at_least", 2)) == "At least 2 of these"
