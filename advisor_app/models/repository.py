"""Reading a catalogue: domain objects out, nothing of the database."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from advisor_app.domain.errors import UserProblem
from advisor_app.domain.facets import Facet
from advisor_app.domain.text import Text, msg
from advisor_app.models.database import Database, Row

if TYPE_CHECKING:
    from advisor_app.domain.catalogue import Institution, Programme
    from advisor_app.domain.facts import Severity, Source
    from advisor_app.domain.reference import FieldOfStudy, Reference
    from advisor_app.domain.route import Route
    from advisor_app.models.lists import Lists
    from advisor_app.models.rule_columns import RuleColumns

KEPT = 256  # programmes and schools that stay in memory

_DOCUMENT = "SELECT json FROM document JOIN programme ON programme.position = document.programme WHERE programme.id = ?"
_ROUTES = """
    SELECT programme.id AS programme, entry, format, campus, specialisation, stream, intake
    FROM route JOIN programme ON programme.position = route.programme ORDER BY route.rowid
"""


class CatalogueRepository:
    """An open catalogue file. Safe to use from several threads.

    Every method raises UserProblem when the file turns out to be damaged.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._programme = lru_cache(KEPT)(self._read_programme)
        self._institution = lru_cache(KEPT)(self._read_institution)

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    def close(self) -> None:
        """Lets go of the file. The repository is of no use afterwards."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    # --- the catalogue

    @cached_property
    def version(self) -> str:
        """The version that the catalogue's makers gave it."""
        return str(self._database.one("SELECT version FROM catalogue"))

    @cached_property
    def dated(self) -> date:
        """The day on which the catalogue was last revised."""
        return self._database.made(lambda: date.fromisoformat(self._database.one("SELECT dated FROM catalogue")))

    # --- programmes and schools

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(self._database.column("SELECT id FROM programme ORDER BY position"))

    def programme_ids(self) -> tuple[str, ...]:
        """Every programme, in a stable order."""
        return self._ids

    def programme(self, programme_id: str) -> "Programme":
        """Raises UserProblem, naming the nearest known identifier, for one that is not there."""
        return self._programme(programme_id)

    def programmes(self, ids: Iterable[str]) -> "tuple[Programme, ...]":
        """Several programmes, in the order asked for."""
        return tuple(self.programme(each) for each in ids)

    def institution(self, institution_id: str) -> "Institution":
        """A school by its identifier; UserProblem for one that is not there."""
        return self._institution(institution_id)

    @cached_property
    def _sources(self) -> "dict[str, Source]":
        from advisor_app.models.reference_tables import SOURCE, read  # late: a list of programmes needs none of these tables

        return {source.id: source for source in read(self._database, SOURCE)}

    def sources(self) -> "dict[str, Source]":
        """Every source, by its identifier."""
        return self._sources

    def source(self, source_id: str) -> "Source | None":
        """One source."""
        return self._sources.get(source_id)

    def routes(self, ids: Iterable[str] | None = None) -> "tuple[Route, ...]":
        """The routes of some programmes, or of all, without their documents."""
        from advisor_app.domain.route import Route  # late, as above

        asked = None if ids is None else set(ids)
        return tuple(Route(**row) for row in self._database.rows(_ROUTES) if asked is None or row["programme"] in asked)

    def campus_ids(self) -> tuple[str, ...]:
        """Every campus at which a programme is taught."""
        return tuple(self.campuses())

    @cached_property
    def _campuses(self) -> dict[str, Text]:
        rows = self._values(Facet.CAMPUS)
        return {row["value"]: Text(row["name_fr"], row["name_en"]) for row in rows if row["name_fr"] is not None}

    def campuses(self) -> dict[str, Text]:
        """Every campus at which a programme is taught, by its identifier, in the order of the alphabet. Reads no school."""
        return self._campuses

    def institution_ids(self) -> tuple[str, ...]:
        """Every school that offers a programme, in the order of the alphabet."""
        return tuple(row["value"] for row in self._values(Facet.SCHOOL))

    def _values(self, facet: Facet) -> list[Row]:
        return self._database.rows("SELECT value, name_fr, name_en FROM facet_value WHERE facet = ? ORDER BY place", facet.value)

    # --- lists and counts

    @cached_property
    def lists(self) -> "Lists":
        """What lists of programmes are made from."""
        from advisor_app.models.lists import Lists  # here: it brings numpy, which the first window does without

        return Lists(self._database)

    def flag_counts(self) -> "dict[Severity, int]":
        """How many doubts the catalogue holds, by their severity."""
        from advisor_app.domain.facts import Severity  # late, as above

        rows = self._database.rows("SELECT severity, count(*) AS count FROM flag GROUP BY severity ORDER BY severity")
        return self._database.made(lambda: {Severity(row["severity"]): row["count"] for row in rows})

    # --- reference tables

    @cached_property
    def _fields(self) -> "dict[str, FieldOfStudy]":
        from advisor_app.models.reference_tables import FIELD, read  # late, as above

        return {each.id: each for each in read(self._database, FIELD)}

    def fields(self) -> "dict[str, FieldOfStudy]":
        """The fields of study alone: few, and needed long before the other tables are."""
        return self._fields

    @cached_property
    def _reference(self) -> "Reference":
        from advisor_app.models.reference_tables import read_reference  # late, as above

        return read_reference(self._database)

    def reference(self) -> "Reference":
        """All reference tables."""
        return self._reference

    # --- rules

    @cached_property
    def _rules(self) -> "RuleColumns":
        from advisor_app.models.rule_columns import unpacked  # here: it brings numpy, which the first window does without

        stored = {row["name"]: row["numbers"] for row in self._database.rows("SELECT name, numbers FROM rule_column")}
        leaves = self._database.column("SELECT json FROM rule_leaf ORDER BY place")
        return self._database.made(lambda: unpacked(stored, leaves))

    def rule_columns(self) -> "RuleColumns":
        """The requirements of every entry point of every programme, in columns."""
        return self._rules

    # --- proving that the file is sound

    def read_through(self) -> Iterator[None]:
        """Holds every byte against what the builder wrote, some in each step. Raises UserProblem where one differs."""
        return self._database.read_through()

    def verify(self) -> None:
        """Reads the whole file: every byte, page, document, table. Raises UserProblem for the first thing wrong."""
        for _ in self.read_through():
            pass
        if self._database.one("PRAGMA integrity_check(1)") != "ok":
            raise self._database.damaged()
        for programme_id in self.programme_ids():
            self.institution(self._read_programme(programme_id).institution)
        self.reference()
        self.rule_columns()
        self.lists.verify()

    # --- reading

    def _read_programme(self, programme_id: str) -> "Programme":
        from advisor_app.domain.catalogue import Programme  # late, as above
        from advisor_app.models.documents import parse

        found = self._database.one(_DOCUMENT, programme_id) if _is_text(programme_id) else None
        if found is None:
            raise _unknown_programme(programme_id, self.programme_ids())
        return self._database.made(lambda: parse(found, Programme))

    def _read_institution(self, institution_id: str) -> "Institution":
        from advisor_app.domain.catalogue import Institution  # late, as above
        from advisor_app.models.documents import parse

        found = self._database.one("SELECT document FROM institution WHERE id = ?", institution_id)
        if found is None:
            raise UserProblem(msg("There is no school “{id}” in this catalogue.", id=institution_id))
        return self._database.made(lambda: parse(found, Institution))


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
