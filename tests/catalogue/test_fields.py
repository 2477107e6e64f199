"""The fields of study: every student finds a place, and what is narrower is narrower."""

import re

import pytest

from advisor_app.domain.catalogue import Catalogue
from advisor_app.domain.text import LANGS

COMMON = (
    "law public-law international-law economics political-science international-relations history computing business languages "
    "humanities social-sciences engineering mathematics health medicine education arts journalism psychology"
)


def test_the_common_fields_are_there_under_readable_names(catalogue: Catalogue) -> None:
    assert set(COMMON.split()) <= set(catalogue.reference.fields)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in catalogue.reference.fields)
    assert 60 <= len(catalogue.reference.fields) <= 100


def test_codes_are_isced_f_codes(catalogue: Catalogue) -> None:
    assert all(re.fullmatch(r"(0\d|10)\d{0,2}", field.isced) for field in catalogue.reference.fields.values())


def test_names_are_words_to_stand_in_a_sentence(catalogue: Catalogue) -> None:
    for field in catalogue.reference.fields.values():
        assert field.name.fr[0].islower()
        assert field.name.en[0].islower() or field.name.en.startswith("European")


def test_names_are_told_apart(catalogue: Catalogue) -> None:
    for lang in LANGS:
        names = [field.name[lang] for field in catalogue.reference.fields.values()]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("narrower", "wider"),
    [
        ("public-law", "law"),
        ("business-law", "law"),
        ("international-relations", "political-science"),
        ("geopolitics", "political-science"),
        ("geopolitics", "social-sciences"),
        ("public-administration", "political-science"),
        ("economics", "social-sciences"),
        ("history", "humanities"),
        ("languages", "humanities"),
        ("applied-foreign-languages", "humanities"),
        ("journalism", "social-sciences"),
        ("cybersecurity", "computing"),
        ("finance", "business"),
        ("economics-and-management", "economics"),
    ],
)
def test_what_lies_within_what(narrower: str, wider: str, catalogue: Catalogue) -> None:
    assert catalogue.reference.is_within(narrower, wider)
    assert not catalogue.reference.is_within(wider, narrower)


@pytest.mark.parametrize(
    ("one", "other"),
    [("business", "economics"), ("computing", "social-sciences"), ("law", "social-sciences"), ("geopolitics", "humanities")],
)
def test_what_lies_apart(one: str, other: str, catalogue: Catalogue) -> None:
    assert not catalogue.reference.is_within(one, other)
    assert not catalogue.reference.is_within(other, one)
