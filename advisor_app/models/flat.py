"""Tables of flat dataclasses: each field is a column, a text of two languages is two.

So a reference table is described once, by its dataclass. Decimals and dates are stored as text, exactly as they were written;
lists as JSON.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Generic, TypeVar, cast, get_args, get_origin, get_type_hints

from sqlalchemy import Column, Integer, MetaData, RowMapping, String, Table
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
        for name, hint in _hints(cast(Hashable, self.cls)).items():
            value = getattr(made, name)
            if _plain(hint) is Text:
                row |= {f"{name}_{lang}": None if value is None else value[lang] for lang in LANGS}
            else:
                row[name] = _stored(value)
        return row

    def object_of(self, row: RowMapping) -> T:
        """The object of a row."""
        return self.cls(**{name: _read(name, _plain(hint), row) for name, hint in _hints(cast(Hashable, self.cls)).items()})


@cache
def _hints(cls: Hashable) -> Mapping[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}  # type: ignore[arg-type]


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


def _read(name: str, plain: Any, row: RowMapping) -> object:  # noqa: ANN401 - see above
    if plain is Text:
        words = [row[f"{name}_{lang}"] for lang in LANGS]
        return None if words[0] is None else Text(*words)
    value = row[name]
    if get_origin(plain) is tuple:
        return tuple(Text(**item) if isinstance(item, dict) else item for item in json.loads(value))
    return value if value is None or plain not in _READ else _READ[plain](value)
