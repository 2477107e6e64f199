"""Reference tables: fields of study, qualifications, credit systems, language tests, legal rules. Dated catalogue data."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from advisor_app.domain.claims.rules import ClaimRule
from advisor_app.domain.glossary import Concept
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

    ``ects_min`` and ``ects_max`` count since the baccalauréat. The table prints some diplomas so (``ects_cumulative``) and others
    for their own cycle alone: a master's degree of 120 credits has 300 here, the usual first cycle of its country and its own;
    ``ects_printed`` keeps what the table says. ``credit_system`` is the id of a credit system, or empty where the diploma has
    none that could be converted; ``local_credits`` says how many, in its own words. ``aliases`` are other names for the row
    that student files may give.
    """

    id: str
    country: str
    country_name: Text
    title: str
    gloss: Text
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
    source: str
    caveat: Text | None = None
    ects_printed: str = ""
    local_credits: str = ""
    eqf: str = ""
    eqf_basis: str = ""
    verified: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def credits_certain(self) -> bool:
        """Only French credits are, and not those that a school declares itself (printed with a question mark)."""
        return self.level_official and "?" not in self.ects_printed


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditSystem:
    """``ects_per_unit`` is empty where no single ratio exists; credits are then an estimate from years or not convertible.

    ``full_time_year`` is how many make a year of full-time study, in words because it is often a range.
    """

    id: str
    name: Text
    ects_per_unit: Decimal | None
    full_time_year: str
    certainty: str
    source: str
    aliases: tuple[str, ...] = ()
    rule: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestBand:
    """Scores of a language test that stand for one CEFR level, on one version of its scale. Bounds inclusive.

    ``test`` is the short name that student files use, ``name`` the test's own; ``scale`` is its lowest and highest score
    (``0-9``), or ``diploma`` for one that is passed at a level (DELF B2) and has no scores: both bounds are then empty.
    ``since`` and ``until`` bound the days on which the test was sat for this scale to be the one meant.
    """

    lang: str
    test: str
    scale: str
    cefr: str
    minimum: Decimal | None
    maximum: Decimal | None
    certainty: str
    source: str
    name: str = ""
    since: date | None = None
    until: date | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalRule:
    """A condition of the law on a contract. ``checked_on`` is when the text was last looked at.

    ``contracts`` are format ids' kinds (``apprenticeship``, ``professionalisation``). ``residences`` says whom it concerns, empty
    for everyone. ``full_years_of_residence`` are asked before the contract starts; ``waived_by_master_grade`` names the contracts
    for which they are not where the programme confers the grade de master. ``exceptions`` are cases that the program cannot
    decide and therefore says.
    """

    id: str
    contracts: tuple[str, ...]
    article: str
    title: Text
    summary: Text
    checked_on: date
    source: str
    minimum_age: int | None = None
    maximum_age: int | None = None
    residences: tuple[str, ...] = ()
    full_years_of_residence: int | None = None
    waived_by_master_grade: tuple[str, ...] = ()
    exceptions: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What the law has students pay each school year of study in a country, beside the school's prices: in France the CVEC.

    One row for each ``school_year``, since the amount changes every year; rows of one contribution share their ``id``.
    ``owed_by`` and ``not_owed_by`` are kinds of formats: what stands in neither depends on something the table does not know.
    ``exempt`` lists people who do not pay it, whom the program cannot recognise and therefore names.
    """

    id: str
    name: Text
    country: str
    school_year: str
    amount: Decimal
    currency: str
    owed_by: tuple[str, ...]
    not_owed_by: tuple[str, ...]
    exempt: tuple[Text, ...]
    checked_on: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternancePay:
    """The least that a contract pays. ``percent`` of the minimum wage; ``gross_month`` in euros, on the table's date.

    ``age_min`` and ``age_max`` are inclusive; ``contract_year`` is empty where the pay does not depend on it.
    """

    contract: str
    age_min: int | None
    age_max: int | None
    contract_year: int | None
    diploma: Text | None
    percent: Decimal
    gross_month: Decimal
    base: Text
    certainty: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeExample:
    """What some published table makes of one country's grades. Tables disagree: examples, never a rule."""

    country: str
    scale: str
    pass_mark: str
    uk_2_2: str
    uk_2_1: str
    uk_first: str
    us_gpa: str
    bavarian: str
    source: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What one reference table holds, how old it is and where it comes from."""

    id: str
    title: Text
    version: str
    dated: date
    source: str
    note: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Reference:
    """All reference tables of a catalogue, by id."""

    fields: dict[str, FieldOfStudy] = field(default_factory=dict)
    qualifications: dict[str, QualificationRow] = field(default_factory=dict)
    countries: dict[str, Text] = field(default_factory=dict)
    credit_systems: dict[str, CreditSystem] = field(default_factory=dict)
    language_tests: tuple[TestBand, ...] = ()
    legal_rules: dict[str, LegalRule] = field(default_factory=dict)
    claim_rules: dict[str, ClaimRule] = field(default_factory=dict)
    contributions: tuple[Contribution, ...] = ()
    alternance_pay: tuple[AlternancePay, ...] = ()
    grade_examples: tuple[GradeExample, ...] = ()
    glossary: tuple[Concept, ...] = ()
    campus_france: tuple[str, ...] = ()
    tables: dict[str, Table] = field(default_factory=dict)

    def credit_system(self, name: str) -> CreditSystem | None:
        """A credit system by its id or one of its other names, whatever the case."""
        return self.credit_systems.get(self._credit_names.get(name.casefold(), ""))

    def qualification(self, name: str) -> QualificationRow | None:
        """A row of the qualification table by its id or one of its other names."""
        return self.qualifications.get(name) or self.qualifications.get(self._qualification_names.get(name, ""))

    @cached_property
    def _qualification_names(self) -> dict[str, str]:
        return {name: row.id for row in self.qualifications.values() for name in row.aliases}

    @cached_property
    def _credit_names(self) -> dict[str, str]:
        return {name.casefold(): system.id for system in self.credit_systems.values() for name in (system.id, *system.aliases)}

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
