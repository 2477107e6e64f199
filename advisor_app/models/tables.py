"""The tables of a catalogue file.

What is searched, joined or counted is in columns; a programme and a school are also kept whole, as documents. ``position`` is a
programme's number, which orders the catalogue and names its line in the search index.
"""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

from advisor_app.models.flat import FlatTable
from advisor_app.models.reference_tables import FLAT_TABLES

metadata = MetaData()


def _programme() -> Column[int]:
    return Column("programme", Integer, ForeignKey("programme.position"), nullable=False)


catalogue = Table(
    "catalogue",
    metadata,
    Column("version", String, nullable=False),
    Column("dated", String, nullable=False),
)

institution = Table(
    "institution",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("short_name", String, nullable=False),
    Column("city", String),
    Column("document", String, nullable=False),
)

campus = Table(
    "campus",
    metadata,
    Column("institution", String, ForeignKey("institution.id"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("name_fr", String, nullable=False),
    Column("name_en", String, nullable=False),
    Column("city", String, nullable=False),
)

programme = Table(
    "programme",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("institution", String, ForeignKey("institution.id"), nullable=False),
    Column("name", String, nullable=False),
    Column("name_lang", String, nullable=False),
    Column("short_fr", String, nullable=False),
    Column("short_en", String, nullable=False),
    Column("source", String, nullable=False),
)

# Apart, so that reading columns of many programmes does not drag their documents along.
document = Table(
    "document",
    metadata,
    Column("programme", Integer, ForeignKey("programme.position"), primary_key=True),
    Column("json", String, nullable=False),
)

programme_campus = Table("programme_campus", metadata, _programme(), Column("campus", String, nullable=False))

programme_field = Table("programme_field", metadata, _programme(), Column("field", String, nullable=False))

award = Table(
    "award",
    metadata,
    _programme(),
    Column("id", String, nullable=False),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("level", Integer),
    Column("master_grade", String, nullable=False),
    Column("registry", String),
    Column("number", String),
)

entry_point = Table(
    "entry_point",
    metadata,
    _programme(),
    Column("id", String, nullable=False),
    Column("name", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("after", Integer, nullable=False),
)

format_ = Table(
    "format",
    metadata,
    _programme(),
    Column("id", String, nullable=False),
    Column("kind", String, nullable=False),
)

route = Table(
    "route",
    metadata,
    _programme(),
    Column("entry", String, nullable=False),
    Column("format", String, nullable=False),
    Column("campus", String, nullable=False),
    Column("specialisation", String),
    Column("stream", String),
    Column("intake", String),
)

charge = Table(
    "charge",
    metadata,
    _programme(),
    Column("id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("amount", String),
    Column("currency", String),
    Column("per", String, nullable=False),
    Column("payer", String, nullable=False),
    Column("status", String, nullable=False),
    Column("school_year", String),
)

course = Table(
    "course",
    metadata,
    _programme(),
    Column("block", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("specialisation", String),
    Column("title", String, nullable=False),
    Column("lang", String, nullable=False),
)

flag = Table(
    "flag",
    metadata,
    _programme(),
    Column("id", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("about", String, nullable=False),
)

PARTS = (programme_campus, programme_field, award, entry_point, format_, route, charge, course, flag)
for _part in PARTS:
    Index(f"{_part.name}_of", _part.c.programme)
Index("programme_of", programme.c.institution)

# The requirements of all entry points in columns: see advisor_app.models.rule_columns.
rule_leaf = Table(
    "rule_leaf",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("json", String, nullable=False),
)
rule_column = Table(
    "rule_column",
    metadata,
    Column("name", String, primary_key=True),
    Column("numbers", LargeBinary, nullable=False),
)

# What is found by words (advisor_app.models.search_index), and narrowed and sorted by (advisor_app.models.list_columns).
search_text = Table(
    "search_text",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("words", String, nullable=False),
)
search_column = Table(
    "search_column",
    metadata,
    Column("name", String, primary_key=True),
    Column("numbers", LargeBinary, nullable=False),
)
list_column = Table(
    "list_column",
    metadata,
    Column("name", String, primary_key=True),
    Column("numbers", LargeBinary, nullable=False),
)
facet_value = Table(
    "facet_value",
    metadata,
    Column("facet", String, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("value", String, nullable=False),
    Column("name_fr", String),
    Column("name_en", String),
)
# What one row of a list shows, so that listing reads no whole document: the line that names it, the numbers of the texts that it
# is found by, and what its verdict and price come from.
card = Table(
    "card",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("line", String, nullable=False),
    Column("texts", LargeBinary, nullable=False),
    Column("json", String, nullable=False),
)

country = Table(
    "country",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("code", String, nullable=False, unique=True),
    Column("name_fr", String, nullable=False),
    Column("name_en", String, nullable=False),
    Column("campus_france", Integer),
)


def _flat(described: FlatTable[Any]) -> Table:
    kinds = {int: Integer, str: String}
    columns = (Column(name, kinds[kind]()) for name, kind in described.columns.items())
    return Table(described.name, metadata, Column("position", Integer, primary_key=True), *columns)


FLAT = {described: _flat(described) for described in FLAT_TABLES}
