"""Tables of flat dataclasses: each field is a column, a text of two languages is two.

So a reference table is described once, by its dataclass. Decimals and dates are stored as text, exactly as they were written;
lists as JSON.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from operator import itemgetter
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from advisor_app.domain.text import LANGS, Text

T = TypeVar("T")


class FlatTable(Generic[T]):
    """A table whose rows are objects of one dataclass, in an order that is kept: ``position``, its first column, counts from 1."""

    def __init__(self, name: str, cls: type[T]) -> None:
        self.name = name
        self.cls = cls

    @cached_property
    def columns(self) -> dict[str, type[int] | type[str]]:
        """What each column holds, by its name, after ``position``."""
        return dict(_columns(self.cls))

    @property
    def question(self) -> str:
        """What reads every column of the table, in order."""
        return f"SELECT {', '.join(self.columns)} FROM {self.name} ORDER BY position"  # noqa: S608 - names of our own

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
        """The objects of the rows that answer ``question``."""
        return tuple(self.cls(**{name: read(row) for name, read in self._readers.items()}) for row in rows)

    @cached_property
    def _readers(self) -> dict[str, Callable[[Sequence[Any]], object]]:
        place = {column: number for number, column in enumerate(self.columns)}
        return {
            name: _reader(place.get(name, -1), place.get(f"{name}_fr", -1), _plain(hint)) for name, hint in _hints(self.cls).items()
        }


def _hints(cls: type) -> Mapping[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


def _columns(cls: type) -> Iterator[tuple[str, type[int] | type[str]]]:
    for name, hint in _hints(cls).items():
        plain = _plain(hint)
        for column in [f"{name}_{lang}" for lang in LANGS] if plain is Text else [name]:
            yield column, int if plain in {int, bool} else str


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
