"""Writes a catalogue file. The same catalogue gives the same bytes: nothing depends on the clock, the machine or chance."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from advisor_app.domain.card import card_of, line_of
from advisor_app.domain.catalogue import Catalogue, Institution, Programme
from advisor_app.domain.glossary import Glossary
from advisor_app.domain.lines import Line
from advisor_app.domain.routes import routes_of
from advisor_app.models import index_writer, reference_tables, seal, tables
from advisor_app.models.documents import dump
from advisor_app.models.file_format import APPLICATION_ID, SCHEMA_VERSION
from advisor_app.models.flat import FlatTable
from advisor_app.models.index_writer import IndexWriter
from advisor_app.models.lines import dump_line
from advisor_app.models.list_compiler import ListCompiler
from advisor_app.models.rule_columns import RuleColumns, RuleCompiler, leaf_documents, packed
from advisor_app.models.search_texts import texts_of

PAGE_SIZE = 4096
AT_ONCE = 500  # programmes in memory


def write_catalogue(catalogue: Catalogue, file: Path, programmes: Iterable[Programme] | None = None) -> None:
    """Writes a new file; whoever calls sees to it that it replaces an older one only when it is whole.

    ``programmes`` stand in for those of ``catalogue`` where there are too many to be held in memory; they are read once.
    Raises OSError where the file cannot be written.
    """
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: _connect(file), poolclass=NullPool)
    try:
        with engine.connect() as connection:
            with connection.begin():
                _fill(connection, catalogue, catalogue.programmes.values() if programmes is None else programmes)
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql(seal.TABLE)
            connection.exec_driver_sql(seal.ROW, (seal.PLACE,))
    except DBAPIError as error:
        raise OSError(None, str(error.orig), str(file)) from error
    finally:
        engine.dispose()
    seal.seal(file)


def _connect(file: Path) -> Any:  # noqa: ANN401 - the driver has no types
    connection = dbapi2.connect(str(file), isolation_level=None)
    # Nobody reads the file before it is whole, so neither a journal nor waiting for the disk helps anyone here.
    for pragma in (
        f"page_size = {PAGE_SIZE}",
        "auto_vacuum = NONE",
        "encoding = 'UTF-8'",
        "journal_mode = OFF",
        "synchronous = OFF",
        "temp_store = FILE",  # SQLCipher keeps it in memory otherwise, a second whole catalogue while this one is made compact
        f"application_id = {APPLICATION_ID}",
        f"user_version = {SCHEMA_VERSION}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _fill(connection: Connection, catalogue: Catalogue, programmes: Iterable[Programme]) -> None:
    tables.metadata.create_all(connection)
    connection.execute(index_writer.CREATE)
    connection.execute(insert(tables.catalogue), {"version": catalogue.version, "dated": str(catalogue.dated)})
    _write_reference(connection, catalogue)
    _write(connection, tables.institution, map(_institution, catalogue.institutions.values()))
    _write(connection, tables.campus, (row for school in catalogue.institutions.values() for row in _campuses(school)))
    rules, lists = RuleCompiler(), ListCompiler(catalogue.reference, catalogue.institutions)
    index = IndexWriter(connection, Glossary.of(catalogue.reference.glossary))
    numbered = enumerate(programmes, start=1)
    while some := list(islice(numbered, AT_ONCE)):
        _write_programmes(connection, some)
        lines = {position: _line(each, catalogue) for position, each in some}
        _write(connection, tables.card, (_card(position, each, lines[position], catalogue, index) for position, each in some))
        for position, each in some:
            rules.add(each)
            lists.add(each, lines[position].first.verdict)
    _write_rules(connection, rules.columns())
    _write(connection, tables.facet_value, lists.rows())
    _write(connection, tables.list_column, ({"name": name, "numbers": numbers} for name, numbers in lists.columns()))
    index.finish()


def _write_programmes(connection: Connection, numbered: list[tuple[int, Programme]]) -> None:
    _write(connection, tables.programme, (_programme(position, each) for position, each in numbered))
    _write(connection, tables.document, ({"programme": position, "json": dump(each)} for position, each in numbered))
    for part, rows in _PARTS.items():
        _write(connection, part, ({"programme": position, **row} for position, each in numbered for row in rows(each)))


def _write_rules(connection: Connection, columns: RuleColumns) -> None:
    _write(connection, tables.rule_leaf, ({"place": place, "json": leaf} for place, leaf in enumerate(leaf_documents(columns))))
    _write(connection, tables.rule_column, ({"name": name, "numbers": numbers} for name, numbers in packed(columns)))


def _write(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    if listed := list(rows):
        connection.execute(insert(table), listed)


def _write_flat(connection: Connection, table: FlatTable[Any], made: Iterable[Any]) -> None:
    _write(connection, tables.FLAT[table], (table.row_of(each, position) for position, each in enumerate(made, start=1)))


def _write_reference(connection: Connection, catalogue: Catalogue) -> None:
    reference = catalogue.reference
    _write_flat(connection, reference_tables.SOURCE, catalogue.sources.values())
    _write_flat(connection, reference_tables.TABLE, reference.tables.values())
    _write_flat(connection, reference_tables.FIELD, reference.fields.values())
    _write_flat(connection, reference_tables.QUALIFICATION, reference.qualifications.values())
    _write_flat(connection, reference_tables.CREDIT_SYSTEM, reference.credit_systems.values())
    _write_flat(connection, reference_tables.LANGUAGE_TEST, reference.language_tests)
    _write_flat(connection, reference_tables.LEGAL_RULE, reference.legal_rules.values())
    _write_flat(connection, reference_tables.CLAIM_RULE, reference.claim_rules.values())
    _write_flat(connection, reference_tables.CONTRIBUTION, reference.contributions)
    _write_flat(connection, reference_tables.ALTERNANCE_PAY, reference.alternance_pay)
    _write_flat(connection, reference_tables.GRADE_EXAMPLE, reference.grade_examples)
    _write_flat(connection, reference_tables.CONCEPT, reference.glossary)
    listed = {code: place for place, code in enumerate(reference.campus_france, start=1)}
    _write(
        connection,
        tables.country,
        (
            {"position": position, "code": code, "name_fr": name.fr, "name_en": name.en, "campus_france": listed.get(code)}
            for position, (code, name) in enumerate(reference.countries.items(), start=1)
        ),
    )


# --- rows


def _institution(school: Institution) -> dict[str, Any]:
    return {"id": school.id, "name": school.name, "short_name": school.short_name, "city": school.city, "document": dump(school)}


def _campuses(school: Institution) -> Iterator[dict[str, Any]]:
    for campus in school.campuses:
        yield {
            "institution": school.id,
            "id": campus.id,
            "name_fr": campus.name.fr,
            "name_en": campus.name.en,
            "city": campus.city,
        }


def _programme(position: int, programme: Programme) -> dict[str, Any]:
    return {
        "position": position,
        "id": programme.id,
        "institution": programme.institution,
        "name": programme.name,
        "name_lang": programme.name_lang,
        "short_fr": programme.short_name.fr,
        "short_en": programme.short_name.en,
        "source": programme.source,
    }


def _line(programme: Programme, catalogue: Catalogue) -> Line:
    school, source = catalogue.institutions[programme.institution], catalogue.sources.get(programme.source)
    return line_of(programme, school, source, catalogue.reference)


def _card(position: int, programme: Programme, line: Line, catalogue: Catalogue, index: IndexWriter) -> dict[str, Any]:
    school = catalogue.institutions[programme.institution]
    card = card_of(programme, school, catalogue.sources.get(programme.source))
    texts = index.add(position - 1, texts_of(programme, school, catalogue.reference))
    return {"position": position, "line": dump_line(line), "texts": texts, "json": dump(card)}


def _awards(programme: Programme) -> Iterator[dict[str, Any]]:
    for award in programme.awards:
        yield {
            "id": award.id,
            "title": award.title,
            "kind": award.kind.value,
            "level": award.level.value,
            "master_grade": award.confers_master_grade.value,
            "registry": award.registry,
            "number": award.number.value,
        }


def _entries(programme: Programme) -> Iterator[dict[str, Any]]:
    for entry in programme.entry_points:
        yield {"id": entry.id, "name": entry.name, "year": entry.year, "after": entry.after}


def _routes(programme: Programme) -> Iterator[dict[str, Any]]:
    for route in routes_of(programme):
        yield {
            "entry": route.entry,
            "format": route.format,
            "campus": route.campus,
            "specialisation": route.specialisation,
            "stream": route.stream,
            "intake": route.intake,
        }


def _charges(programme: Programme) -> Iterator[dict[str, Any]]:
    for charge in programme.charges:
        yield {
            "id": charge.id,
            "kind": charge.kind.value,
            "amount": None if charge.amount is None else str(charge.amount),
            "currency": charge.currency,
            "per": charge.per.value,
            "payer": charge.payer.value,
            "status": charge.status.value,
            "school_year": charge.school_year,
        }


def _courses(programme: Programme) -> Iterator[dict[str, Any]]:
    for block in programme.curriculum:
        for course in block.courses:
            yield {
                "block": block.id,
                "year": block.year,
                "specialisation": block.specialisation,
                "title": course.title,
                "lang": course.lang,
            }


_PARTS: dict[Table, Callable[[Programme], Iterable[dict[str, Any]]]] = {
    tables.programme_campus: lambda programme: ({"campus": campus} for campus in programme.campuses),
    tables.programme_field: lambda programme: ({"field": slug} for slug in programme.fields.value or ()),
    tables.award: _awards,
    tables.entry_point: _entries,
    tables.format_: lambda programme: ({"id": each.id, "kind": each.kind.value} for each in programme.formats),
    tables.route: _routes,
    tables.charge: _charges,
    tables.course: _courses,
    tables.flag: lambda programme: ({"id": f.id, "severity": f.severity.value, "about": f.about} for f in programme.flags),
}
