"""Tables of flat dataclasses: each field is a column, a text of two languages is two.

So a reference table is described once, by its dataclass. Decimals and dates are stored as text, exactly as they were written;
lists as JSON.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from operator import itemgetter
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from sqlalchemy import Column, Integer, MetaData, String, Table
from sqlalchemy.types import TypeEngine

from advisor_app.domain.text import LANGS, Text

T = TypeVar("T")


class FlatTable(Generic[T]):
    """A table whose rows are objects of one dataclass, in an order that is kept."""

    def __init__(self, name: str, metadata: MetaData, cls: type[T]) -> None:
        self.cls = cls
        columns = (Column(column, kind, nullable=True) for column, kind in _columns(cls))
        self.table = Table(name, metadata, Column("position", Integer, primary_key=True), *columns)

    def row_of(self, made: T, position: int) -> dict[str, Any]:
        """What is stored for an object."""
        row: dict[str, Any] = {"position": position}
        for name, hint in _hints(self.cls).items():
            value = getattr(made, name)
            if _plain(hint) is Text:
                row |= {f"{name}_{lang}": None if value is None else value[lang] for lang in LANGS}
            else:
                row[name] = _stored(value)
        return row

    def objects_of(self, rows: Iterable[Sequence[Any]]) -> tuple[T, ...]:
        """The objects of rows that hold every column of the table, in its order."""
        return tuple(self.cls(**{name: read(row) for name, read in self._readers.items()}) for row in rows)

    @cached_property
    def _readers(self) -> dict[str, Callable[[Sequence[Any]], object]]:
        place = {column.name: number for number, column in enumerate(self.table.columns)}
        return {
            name: _reader(place.get(name, -1), place.get(f"{name}_fr", -1), _plain(hint)) for name, hint in _hints(self.cls).items()
        }


def _hints(cls: type) -> Mapping[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


def _columns(cls: type) -> list[tuple[str, TypeEngine[Any]]]:
    columns: list[tuple[str, TypeEngine[Any]]] = []
    for name, hint in _hints(cls).items():
        plain = _plain(hint)
        names = [f"{name}_{lang}" for lang in LANGS] if plain is Text else [name]
        columns += [(column, Integer() if plain in {int, bool} else String()) for column in names]
    return columns


def _plain(hint: Any) -> Any:  # noqa: ANN401 - ``int | None`` has no type of its own
    """A field's type without its ``| None``."""
    return get_args(hint)[0] if get_origin(hint) is UnionType else hint


def _stored(value: object) -> str | int | None:
    if isinstance(value, tuple):
        return json.dumps(
            [{lang: item[lang] for lang in LANGS} if isinstance(item, Text) else item for item in value], ensure_ascii=False
        )
    if isinstance(value, Decimal | date):
        return str(value)
    return value if value is None or isinstance(value, int) else str(value)


_READ: dict[Any, Callable[[Any], object]] = {bool: bool, Decimal: Decimal, date: date.fromisoformat}


def _reader(at: int, french_at: int, plain: Any) -> Callable[[Sequence[Any]], object]:  # noqa: ANN401 - see above
    """What takes a field's value out of a row; English follows French."""
    if plain is Text:
        return lambda row: None if row[french_at] is None else Text(row[french_at], row[french_at + 1])
    if get_origin(plain) is tuple:
        return lambda row: tuple(Text(**item) if isinstance(item, dict) else item for item in json.loads(row[at]))
    read = plain if isinstance(plain, type) and issubclass(plain, StrEnum) else _READ.get(plain)
    if read is None:
        return itemgetter(at)
    return lambda row: None if row[at] is None else read(row[at])
