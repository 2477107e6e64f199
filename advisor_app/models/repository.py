"""Reading a catalogue: domain objects out, nothing of the database."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy import Column, Connection, Engine, RowMapping, Select, Table, func, select, text
from sqlalchemy.exc import DBAPIError

from advisor_app.domain.catalogue import Institution, Programme
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.facets import Facet
from advisor_app.domain.facts import Severity, Source
from advisor_app.domain.reference import FieldOfStudy, Reference
from advisor_app.domain.routes import Route
from advisor_app.domain.text import Text, msg
from advisor_app.models import tables
from advisor_app.models.documents import DAMAGED, parse
from advisor_app.models.flat import FlatTable

if TYPE_CHECKING:
    from advisor_app.models.lists import Lists
    from advisor_app.models.rule_columns import RuleColumns

T = TypeVar("T")

KEPT = 256  # programmes and schools that stay in memory


class CatalogueRepository:
    """An open catalogue file. Safe to use from several threads; each question takes a connection of its own and gives it back.

    Every method raises UserProblem when the file turns out to be damaged.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self.path = path
        self._engine = engine
        self._programme = lru_cache(KEPT)(self._read_programme)
        self._institution = lru_cache(KEPT)(self._read_institution)

    def close(self) -> None:
        """Lets go of the file. The repository is of no use afterwards."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    # --- the catalogue

    @cached_property
    def version(self) -> str:
        """The version that the catalogue's makers gave it."""
        return str(self._one(select(tables.catalogue.c.version)))

    @cached_property
    def dated(self) -> date:
        """The day on which the catalogue was last revised."""
        return self._read_with(lambda: date.fromisoformat(self._one(select(tables.catalogue.c.dated))))

    # --- programmes and schools

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(self._scalars(select(tables.programme.c.id).order_by(tables.programme.c.position)))

    def programme_ids(self) -> tuple[str, ...]:
        """Every programme, in a stable order."""
        return self._ids

    def programme(self, programme_id: str) -> Programme:
        """Raises UserProblem, naming the nearest known identifier, for one that is not there."""
        return self._programme(programme_id)

    def programmes(self, ids: Iterable[str]) -> tuple[Programme, ...]:
        """Several programmes, in the order asked for."""
        return tuple(self.programme(each) for each in ids)

    def institution(self, institution_id: str) -> Institution:
        """A school by its identifier; UserProblem for one that is not there."""
        return self._institution(institution_id)

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self._flat(tables.source)}

    def sources(self) -> dict[str, Source]:
        """Every source, by its identifier."""
        return self._sources

    def source(self, source_id: str) -> Source | None:
        """One source."""
        return self._sources.get(source_id)

    def routes(self, ids: Iterable[str] | None = None) -> tuple[Route, ...]:
        """The routes of some programmes, or of all, without their documents."""
        query = select(tables.programme.c.id.label("programme"), *_columns(tables.route, but="programme")).join(
            tables.programme, tables.programme.c.position == tables.route.c.programme
        )
        if ids is not None:
            query = query.where(tables.programme.c.id.in_(tuple(ids)))
        return tuple(Route(**row) for row in self._rows(query.order_by(text("route.rowid"))))

    def campus_ids(self) -> tuple[str, ...]:
        """Every campus at which a programme is taught."""
        return tuple(self.campuses())

    @cached_property
    def _campuses(self) -> dict[str, Text]:
        return {
            row["value"]: Text(row["name_fr"], row["name_en"]) for row in self._values(Facet.CAMPUS) if row["name_fr"] is not None
        }

    def campuses(self) -> dict[str, Text]:
        """Every campus at which a programme is taught, by its identifier, in the order of the alphabet. Reads no school."""
        return self._campuses

    def institution_ids(self) -> tuple[str, ...]:
        """Every school that offers a programme, in the order of the alphabet."""
        return tuple(row["value"] for row in self._values(Facet.SCHOOL))

    def _values(self, facet: Facet) -> list[RowMapping]:
        table = tables.facet_value
        return self._rows(select(table).where(table.c.facet == facet.value).order_by(table.c.place))

    # --- lists and counts

    @cached_property
    def lists(self) -> "Lists":
        """What lists of programmes are made from."""
        from advisor_app.models.lists import Lists  # here: it brings numpy, which the first window does without

        return Lists(self._connection, self._read_with)

    def flag_counts(self) -> dict[Severity, int]:
        """How many doubts the catalogue holds, by their severity."""
        column = tables.flag.c.severity
        rows = self._rows(select(column, func.count().label("count")).group_by(column).order_by(column))
        return {Severity(row["severity"]): row["count"] for row in rows}

    # --- reference tables

    @cached_property
    def _fields(self) -> dict[str, FieldOfStudy]:
        return {each.id: each for each in self._flat(tables.field)}

    def fields(self) -> dict[str, FieldOfStudy]:
        """The fields of study alone: few, and needed long before the other tables are."""
        return self._fields

    @cached_property
    def _reference(self) -> Reference:
        countries = self._rows(select(tables.country).order_by(tables.country.c.position))
        listed = sorted((row["campus_france"], row["code"]) for row in countries if row["campus_france"] is not None)
        return Reference(
            fields=self._fields,
            qualifications={each.id: each for each in self._flat(tables.qualification)},
            countries={row["code"]: Text(row["name_fr"], row["name_en"]) for row in countries},
            credit_systems={each.id: each for each in self._flat(tables.credit_system)},
            language_tests=self._flat(tables.language_test),
            legal_rules={each.id: each for each in self._flat(tables.legal_rule)},
            claim_rules={each.id: each for each in self._flat(tables.claim_rule)},
            contributions=self._flat(tables.contribution),
            alternance_pay=self._flat(tables.alternance_pay),
            grade_examples=self._flat(tables.grade_example),
            glossary=self._flat(tables.concept),
            campus_france=tuple(code for _, code in listed),
            tables={each.id: each for each in self._flat(tables.reference_table)},
        )

    def reference(self) -> Reference:
        """All reference tables."""
        return self._reference

    # --- rules

    @cached_property
    def _rules(self) -> "RuleColumns":
        from advisor_app.models.rule_columns import unpacked  # here: it brings numpy, which the first window does without

        stored = {row["name"]: row["numbers"] for row in self._rows(select(tables.rule_column))}
        leaves = self._scalars(select(tables.rule_leaf.c.json).order_by(tables.rule_leaf.c.place))
        return self._read_with(lambda: unpacked(stored, leaves))

    def rule_columns(self) -> "RuleColumns":
        """The requirements of every entry point of every programme, in columns."""
        return self._rules

    # --- proving that the file is sound

    def verify(self) -> None:
        """Reads the whole file: every page, every document, every table. Raises UserProblem for the first thing wrong."""
        with self._connection() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        if found != "ok":
            raise self._damaged()
        for programme_id in self.programme_ids():
            self.institution(self._read_programme(programme_id).institution)
        self.reference()
        self.rule_columns()
        self.lists.verify()

    # --- reading

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except (DBAPIError, UnicodeError) as error:  # SQLite stores whatever bytes it is given as text
            raise self._damaged() from error

    def _rows(self, query: Select[Any]) -> list[RowMapping]:
        with self._connection() as connection:
            return list(connection.execute(query).mappings())

    def _scalars(self, query: Select[Any]) -> list[Any]:
        with self._connection() as connection:
            return list(connection.execute(query).scalars())

    def _one(self, query: Select[Any]) -> Any:  # noqa: ANN401 - whatever the column holds
        with self._connection() as connection:
            return connection.execute(query).scalar()

    def _flat(self, table: FlatTable[T]) -> tuple[T, ...]:
        with self._connection() as connection:
            rows = connection.execute(select(table.table).order_by(table.table.c.position)).all()
        return self._read_with(lambda: table.objects_of(rows))

    def _read_programme(self, programme_id: str) -> Programme:
        query = select(tables.document.c.json).join(tables.programme).where(tables.programme.c.id == programme_id)
        found = self._one(query) if _is_text(programme_id) else None
        if found is None:
            raise _unknown_programme(programme_id, self.programme_ids())
        return self._read_with(lambda: parse(found, Programme))

    def _read_institution(self, institution_id: str) -> Institution:
        found = self._one(select(tables.institution.c.document).where(tables.institution.c.id == institution_id))
        if found is None:
            raise UserProblem(msg("There is no school “{id}” in this catalogue.", id=institution_id))
        return self._read_with(lambda: parse(found, Institution))

    def _read_with(self, read: Callable[[], T]) -> T:
        try:
            return read()
        except DAMAGED as error:
            raise self._damaged() from error

    def _damaged(self) -> UserProblem:
        return UserProblem(msg("{file}: this catalogue is damaged; copy or build it again", file=str(self.path)))


def _columns(table: Table, but: str) -> list[Column[Any]]:
    return [column for column in table.c if column.name != but]


def _is_text(identifier: str) -> bool:
    """False for what a command line gives that is no UTF-8: the database would refuse it, which does not make its file damaged."""
    try:
        identifier.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unknown_programme(programme_id: str, known: tuple[str, ...]) -> UserProblem:
    from rapidfuzz import process  # here: only who mistypes waits for it

    shown = programme_id[:80]
    if not known:
        return UserProblem(msg("There is no programme “{id}”: this catalogue is empty.", id=shown))
    found, _, _ = process.extractOne(shown, known)
    return UserProblem(msg("There is no programme “{id}”; did you mean “{nearest}”?", id=shown, nearest=found))
