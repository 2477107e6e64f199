"""What holds for everything in the catalogue: both languages, a source and a place for each fact, nobody's name or address."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from advisor_app.domain.catalogue import Catalogue, Charge
from advisor_app.domain.facts import Evidence, Status
from advisor_app.domain.headlines import headline_flag
from advisor_app.domain.rows import ROWS
from advisor_app.domain.text import Text

SOURCES = Path(__file__).parents[2] / "data" / "catalogue"
# The same in both languages: names of places, options and bodies, and what the page gives as figures.
ALIKE = re.compile(r"[A-Z&0-9]\S*( (&|and|[A-Z0-9]\S*))*|fr|Professional")


def below(value: object) -> Iterator[Any]:
    """Every dataclass at or below ``value``."""
    if isinstance(value, tuple | list):
        for item in value:
            yield from below(item)
    elif isinstance(value, dict):
        yield from below(tuple(value.values()))
    elif is_dataclass(value):
        yield value
        for each in fields(value):
            yield from below(getattr(value, each.name))


def everything(catalogue: Catalogue) -> Iterator[Any]:
    for part in (catalogue.programmes, catalogue.institutions):
        yield from below(part)


def test_every_text_is_in_french_and_in_english(catalogue: Catalogue) -> None:
    alike = {text.fr for text in everything(catalogue) if isinstance(text, Text) and text.fr == text.en}
    assert [words for words in alike if not ALIKE.fullmatch(words)] == []


def test_every_stated_fact_says_where_it_stands(catalogue: Catalogue) -> None:
    pages = {"heip-msc-page", "ileri-si-page", "ileri-sd-page"}
    facts = [fact for fact in everything(catalogue) if isinstance(fact, Evidence) and fact.source in pages]
    assert facts
    assert [fact for fact in facts if not fact.section and fact.status is not Status.NOT_STATED] == []


def test_what_is_not_stated_says_what_was_looked_for(catalogue: Catalogue) -> None:
    for programme in catalogue.programmes.values():
        for fact in (
            programme.teaching_language,
            programme.language_level,
            programme.minimum_grade,
            programme.places,
            programme.non_eu_price,
            programme.campus_france,
            programme.calendar.deadline,
        ):
            assert fact.status is Status.NOT_STATED
            assert fact.value is None
            assert fact.note is not None


def test_whatever_is_doubtful_says_why(catalogue: Catalogue) -> None:
    doubtful = {Status.INFERRED, Status.CALCULATED, Status.CONFLICTING, Status.OTHER_PROGRAMME}
    facts = [fact for fact in everything(catalogue) if isinstance(fact, Evidence) and fact.status in doubtful]
    assert len(facts) > 20
    assert [fact for fact in facts if fact.note is None] == []


def test_flags_point_at_rows_that_exist_and_the_first_is_the_headline(catalogue: Catalogue) -> None:
    keys = {row.key for row in ROWS}
    for programme in catalogue.programmes.values():
        assert {flag.about for flag in programme.flags} <= keys
        headline = headline_flag(programme)
        assert headline is programme.flags[0]


def test_no_person_is_named(catalogue: Catalogue) -> None:
    for path in SOURCES.rglob("*.toml"):
        assert "@" not in path.read_text(encoding="utf-8")
    contacts = [contact for programme in catalogue.programmes.values() for contact in programme.contacts]
    assert len(contacts) == 5
    # A role begins with a capital and has no other: no name could hide in it.
    assert all(re.fullmatch(r"[A-ZÀ-Ý][^A-ZÀ-Ý]*(\(MSc [12]\))?", contact.role.fr) for contact in contacts)


def test_pages_have_their_dates_and_no_address_that_they_do_not_print(catalogue: Catalogue) -> None:
    sources = catalogue.sources
    assert str(sources["heip-msc-page"].dated) == "2025-11-24"
    for page in ("ileri-si-page", "ileri-sd-page"):
        assert str(sources[page].dated) == "2020-03-01"
        assert not sources[page].day_known
    assert [source.id for source in sources.values() if source.url] == ["heip-french-page"]


def test_every_source_is_used(catalogue: Catalogue) -> None:
    used = {part.source for part in everything(catalogue) if hasattr(part, "source")}
    for programme in catalogue.programmes.values():
        used |= {part.source for part in below(programme.entry_points) if hasattr(part, "source")}
    assert set(catalogue.sources) - used <= {"code-travail-r5221-7"}


def test_an_amount_without_a_currency_is_never_given_one(catalogue: Catalogue) -> None:
    charges = [charge for charge in everything(catalogue) if isinstance(charge, Charge) and charge.currency is None]
    assert [charge.id for charge in charges] == ["application"]
