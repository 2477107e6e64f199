"""The reference tables of a catalogue, in the folder ``reference``: each is optional, none may be wrong.

``index.toml`` says of each table what it is, its version, its date and where it comes from; a TOML table may say so itself.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from cattrs import Converter

from advisor_app.domain.claims.rules import ClaimRule
from advisor_app.domain.folding import words_of
from advisor_app.domain.glossary import Concept
from advisor_app.domain.reference import (
    AlternancePay,
    Contribution,
    CreditSystem,
    FieldOfStudy,
    GradeExample,
    LegalRule,
    QualificationRow,
    Reference,
    Table,
    TestBand,
)
from advisor_app.domain.text import Text, msg, same
from advisor_app.interchange.claim_rules import rule_problems
from advisor_app.interchange.contributions import WrittenContribution, contribution_problems
from advisor_app.interchange.csv_tables import CsvTable, Row, repeated
from advisor_app.interchange.rules import SLUG
from advisor_app.interchange.source_problems import Key, SourceProblem, SourceProblems, nearest
from advisor_app.interchange.structuring import Wrong, Wrongs, structure, unknown_value
from advisor_app.interchange.toml_files import TomlFile, read_toml

T = TypeVar("T")

INDEX = "index.toml"
TABLES = (
    "fields.toml",
    "qualifications.csv",
    "credit_systems.csv",
    "language_tests.csv",
    "grade_examples.csv",
    "contributions.toml",
    "alternance_pay.csv",
    "campus_france.toml",
    "countries.toml",
    "legal.toml",
    "claims.toml",
    "glossary.csv",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fields:
    fields: tuple[FieldOfStudy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    rules: tuple[LegalRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claims:
    rules: tuple[ClaimRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contributions:
    contributions: tuple[WrittenContribution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _CampusFrance:
    countries: tuple[str, ...]


@dataclass
class ReferenceFolder:
    """One pass over the folder. ``name`` is how messages call it."""

    folder: Path
    name: Path
    converter: Converter
    problems: list[SourceProblem] = field(default_factory=list)
    index: dict[str, Table] = field(default_factory=dict)

    def read(self) -> Reference:
        """The tables that are there; what is wrong with them is in ``problems``."""
        present = self._look_around()
        if INDEX in present:
            self._read_index()
        countries = self._countries() if "countries.toml" in present else {}
        systems = self._table("credit_systems.csv", CreditSystem, present, self._check_system)
        rows = self._table(
            "qualifications.csv",
            QualificationRow,
            present,
            lambda row: self._check_qualification(row, countries, {system.id for system in systems}),
            country_name={"fr": "…", "en": "…"},
        )
        reference = Reference(
            fields={each.id: each for each in self._fields(present)},
            qualifications={row.id: replace(row, country_name=countries.get(row.country, same(row.country))) for row in rows},
            countries=countries,
            credit_systems={system.id: system for system in systems},
            language_tests=self._table("language_tests.csv", TestBand, present, self._check_band),
            legal_rules={rule.id: rule for rule in self._rules(present)},
            claim_rules={rule.id: rule for rule in self._claims(present)},
            contributions=self._contributions(present, countries),
            alternance_pay=self._table("alternance_pay.csv", AlternancePay, present, self._check_pay),
            grade_examples=self._table("grade_examples.csv", GradeExample, present, lambda _: iter(())),
            campus_france=self._campus_france(present, countries),
            glossary=self._table("glossary.csv", Concept, present, self._check_concept),
        )
        self._check_index(present)
        return replace(reference, tables=self.index)

    def _look_around(self) -> frozenset[str]:
        try:
            present = {path.name for path in self.folder.glob("*") if not path.name.startswith(".")}
        except OSError:
            present = set()
        for name in sorted(present - {INDEX, *TABLES}):
            near = nearest(name, (INDEX, *TABLES))
            self.problems.append(
                SourceProblem(file=self.name / name, what=msg("this is none of the reference tables"), nearest=near)
            )
        return frozenset(present)

    # --- files

    def _toml(self, name: str) -> TomlFile | None:
        try:
            return read_toml(self.folder / name, self.name / name)
        except SourceProblems as error:
            self.problems += error.problems
            return None

    def _structured(self, file: TomlFile, data: Mapping[str, Any], cls: type[T], key: Key = ()) -> T | None:
        try:
            return structure(self.converter, data, cls)
        except Wrongs as error:
            self.problems += [file.problem((*key, *wrong.key), wrong.what, wrong.nearest) for wrong in error.wrongs]
            return None

    def _table(
        self, name: str, cls: type[T], present: frozenset[str], check: Callable[[T], Iterator[tuple[str, Wrong]]], **given: object
    ) -> tuple[T, ...]:
        if name not in present:
            return ()
        table = CsvTable(self.folder / name, self.name / name, cls, given)
        try:
            rows = table.rows(self.converter)
        except SourceProblems as error:
            self.problems += error.problems
            return ()
        self.problems += table.problems
        self.problems += [table.problem(row, column, wrong) for row in rows for column, wrong in check(row.made)]
        if hasattr(cls, "id"):
            self._repeated(table, rows)
        return tuple(row.made for row in rows)

    def _repeated(self, table: CsvTable[T], rows: list[Row[T]]) -> None:
        for row in repeated(rows, "id"):
            what = msg("“{name}” stands here a second time", name=getattr(row.made, "id"))  # noqa: B009 - not every table has one
            self.problems.append(table.problem(row, "id", Wrong(what)))

    # --- the index

    def _read_index(self) -> None:
        file = self._toml(INDEX)
        made = self._structured(file, file.data, _Index) if file else None
        for place, table in enumerate(made.tables if made else ()):
            known = [name.partition(".")[0] for name in TABLES]
            if file and table.id not in known:
                wrong = unknown_value(table.id, known)
                self.problems.append(file.problem(("tables", place, "id"), wrong.what, wrong.nearest))
            self.index[table.id] = table

    def _own_header(self, file: TomlFile) -> dict[str, Any]:
        """The table's data without what it says of itself, which goes into the index."""
        data = dict(file.data)
        name = file.name.stem
        said: dict[str, Any] = {key: data.pop(key) for key in ("version", "dated", "source", "title", "note") if key in data}
        if said:
            said = {"title": {"fr": name, "en": name}, **said, "id": name}
            table = self._structured(file, said, Table)
            if table is not None:
                self.index.setdefault(name, table)
        return data

    def _check_index(self, present: frozenset[str]) -> None:
        for name in sorted(present & set(TABLES)):
            if name.partition(".")[0] not in self.index:
                what = msg("the table’s version, date and source are missing; they stand in {index}", index=INDEX)
                self.problems.append(SourceProblem(file=self.name / name, what=what))

    # --- tables in TOML

    def _fields(self, present: frozenset[str]) -> tuple[FieldOfStudy, ...]:
        file = self._toml("fields.toml") if "fields.toml" in present else None
        made = self._structured(file, self._own_header(file), _Fields) if file else None
        if file is None or made is None:
            return ()
        parents = {each.id: each.parents for each in made.fields}
        seen: set[str] = set()
        for place, each in enumerate(made.fields):
            for key, wrong in _field_problems(each, parents, seen):
                self.problems.append(file.problem(("fields", place, *key), wrong.what, wrong.nearest))
            seen.add(each.id)
        # A broken hierarchy is reported above; it must not keep anything else from being checked.
        return made.fields if not self.problems else tuple(replace(each, parents=()) for each in made.fields)

    def _rules(self, present: frozenset[str]) -> tuple[LegalRule, ...]:
        file = self._toml("legal.toml") if "legal.toml" in present else None
        made = self._structured(file, self._own_header(file), _Rules) if file else None
        return made.rules if made else ()

    def _claims(self, present: frozenset[str]) -> tuple[ClaimRule, ...]:
        file = self._toml("claims.toml") if "claims.toml" in present else None
        made = self._structured(file, self._own_header(file), _Claims) if file else None
        seen: set[str] = set()
        if file is None or made is None:
            return ()
        for place, rule in enumerate(made.rules):
            for key, wrong in rule_problems(rule, seen):
                self.problems.append(file.problem(("rules", place, *key), wrong.what, wrong.nearest))
            seen.add(rule.id)
        return made.rules

    def _contributions(self, present: frozenset[str], countries: Mapping[str, Text]) -> tuple[Contribution, ...]:
        file = self._toml("contributions.toml") if "contributions.toml" in present else None
        made = self._structured(file, self._own_header(file), _Contributions) if file else None
        for place, each in enumerate(made.contributions if made else ()):
            for key, wrong in contribution_problems(each, countries):
                if file:
                    self.problems.append(file.problem(("contributions", place, *key), wrong.what, wrong.nearest))
        return tuple(row for each in made.contributions for row in each.rows()) if made else ()

    def _countries(self) -> dict[str, Text]:
        file = self._toml("countries.toml")
        data = self._own_header(file) if file else {}
        names = data.pop("countries", {})
        if file is None or not isinstance(names, dict) or data:
            if file:
                self.problems.append(file.problem(tuple(data)[:1], msg("one table is expected here, [countries]")))
            return {}
        made = {code: self._structured(file, name, Text, ("countries", code)) for code, name in names.items()}
        return {code: name for code, name in made.items() if name is not None}

    def _campus_france(self, present: frozenset[str], countries: Mapping[str, Text]) -> tuple[str, ...]:
        file = self._toml("campus_france.toml") if "campus_france.toml" in present else None
        made = self._structured(file, self._own_header(file), _CampusFrance) if file else None
        for place, code in enumerate(made.countries if made and file else ()):
            if code not in countries and file:
                wrong = unknown_value(code, countries)
                self.problems.append(file.problem(("countries", place), wrong.what, wrong.nearest))
        return made.countries if made else ()

    # --- lines of tables in CSV

    def _check_qualification(
        self, row: QualificationRow, countries: Mapping[str, Text], systems: set[str]
    ) -> Iterator[tuple[str, Wrong]]:
        if row.country not in countries:
            yield "country", unknown_value(row.country, countries)
        if row.credit_system and row.credit_system not in systems:
            yield "credit_system", unknown_value(row.credit_system, systems)
        yield from _ordered("bac_plus_min", row.bac_plus_min, row.bac_plus_max)
        yield from _ordered("ects_min", row.ects_min, row.ects_max)

    def _check_system(self, row: CreditSystem) -> Iterator[tuple[str, Wrong]]:
        if row.ects_per_unit is not None and row.ects_per_unit <= 0:
            yield "ects_per_unit", Wrong(msg("a ratio is more than 0"))

    def _check_band(self, row: TestBand) -> Iterator[tuple[str, Wrong]]:
        yield from _ordered("minimum", row.minimum, row.maximum)
        if row.cefr not in CEFR:
            yield "cefr", unknown_value(row.cefr, CEFR)
        yield from _ordered("since", row.since, row.until)

    def _check_concept(self, row: Concept) -> Iterator[tuple[str, Wrong]]:
        for column, names in (("fr", row.fr), ("en", row.en)):
            if not names or not all(map(words_of, names)):
                yield column, Wrong(msg("a word is expected here"))

    def _check_pay(self, row: AlternancePay) -> Iterator[tuple[str, Wrong]]:
        yield from _ordered("age_min", row.age_min, row.age_max)


CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")


def _ordered(column: str, low: int | Decimal | date | None, high: int | Decimal | date | None) -> Iterator[tuple[str, Wrong]]:
    if low is not None and high is not None and low > high:  # type: ignore[operator]
        yield column, Wrong(msg("the minimum is larger than the maximum"))


def _field_problems(each: FieldOfStudy, parents: Mapping[str, tuple[str, ...]], seen: set[str]) -> Iterator[tuple[Key, Wrong]]:
    if not SLUG.fullmatch(each.id):
        yield (
            ("id",),
            Wrong(msg("an identifier is written with small letters, digits and single hyphens, not “{name}”", name=each.id)),
        )
    if each.id in seen:
        yield ("id",), Wrong(msg("“{name}” stands here a second time", name=each.id))
    for place, parent in enumerate(each.parents):
        if parent not in parents:
            yield ("parents", place), unknown_value(parent, parents)
    if each.id in _above(each.id, parents):
        yield ("parents",), Wrong(msg("a field cannot lie within itself"))


def _above(name: str, parents: Mapping[str, tuple[str, ...]]) -> set[str]:
    above: set[str] = set()
    waiting = list(parents.get(name, ()))
    while waiting:
        if (parent := waiting.pop()) not in above:
            above.add(parent)
            waiting += parents.get(parent, ())
    return above
