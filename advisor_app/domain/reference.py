"""Reference tables: fields of study, qualifications, credit systems, language tests, legal rules. Dated catalogue data."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from advisor_app.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOfStudy:
    """A field behind a readable slug. ``isced`` is its ISCED-F 2013 code; ``parents`` are the broader fields it belongs to."""

    id: str
    name: Text
    isced: str
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationRow:
    """A diploma of some country as it is usually treated. Two bounds where the level or the credits are a range.

    ``bac_plus`` is "usually treated as", never "is": no French law makes a foreign diploma equivalent. ``level_official`` is true
    only for French diplomas, whose level is set by the national nomenclature. ``awarded`` is false where no diploma is given
    (classes préparatoires).
    """

    id: str
    country: str
    country_name: Text
    title: str
    gloss: str
    tier: str
    bac_plus_min: int | None
    bac_plus_max: int | None
    ects_min: Decimal | None
    ects_max: Decimal | None
    ects_cumulative: bool
    years: str
    credit_system: str
    level_official: bool
    awarded: bool
    certainty: str
    caveat: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditSystem:
    """``ects_per_unit`` is empty where no national ratio exists; credits are then an estimate from years or not convertible."""

    id: str
    name: Text
    ects_per_unit: Decimal | None
    full_time_year: str
    certainty: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestBand:
    """Scores of a language test that stand for one CEFR level, on one version of its scale. Bounds inclusive."""

    lang: str
    test: str
    scale: str
    cefr: str
    minimum: Decimal | None
    maximum: Decimal | None
    certainty: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalRule:
    """A condition of the law on a contract. ``checked_on`` is when the text was last looked at."""

    id: str
    contracts: tuple[str, ...]
    article: str
    title: Text
    summary: Text
    checked_on: date
    source: str
    minimum_age: int | None = None
    maximum_age: int | None = None


@dataclass(frozen=True, kw_only=True)
class Reference:
    """All reference tables of a catalogue, by id."""

    fields: dict[str, FieldOfStudy] = field(default_factory=dict)
    qualifications: dict[str, QualificationRow] = field(default_factory=dict)
    countries: dict[str, Text] = field(default_factory=dict)
    credit_systems: dict[str, CreditSystem] = field(default_factory=dict)
    language_tests: tuple[TestBand, ...] = ()
    legal_rules: dict[str, LegalRule] = field(default_factory=dict)

    def broader(self, slug: str) -> Iterator[str]:
        """Every field that ``slug`` belongs to, itself first."""
        yield slug
        for parent in self.fields[slug].parents if slug in self.fields else ():
            yield from self.broader(parent)

    @cached_property
    def _ancestors(self) -> dict[str, frozenset[str]]:
        return {slug: frozenset(self.broader(slug)) for slug in self.fields}

    def is_within(self, slug: str, wider: str) -> bool:
        """Whether ``slug`` is ``wider`` or one of the fields below it."""
        return slug == wider or wider in self._ancestors.get(slug, frozenset())
