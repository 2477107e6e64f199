"""Tables that people keep in a spreadsheet and save as CSV: each line becomes a dataclass, or one plain problem."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from io import StringIO
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from cattrs import Converter

from advisor_app.domain.text import LANGS, Text, msg
from advisor_app.interchange.source_problems import SourceProblem, nearest, shown
from advisor_app.interchange.structuring import Form, Wrong, Wrongs, not_one_of, origin, structure
from advisor_app.interchange.toml_files import read_text

T = TypeVar("T")
BETWEEN = "|"  # separates the items of a list within one cell


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """One line, made into a ``T``."""

    made: T
    line: int


@dataclass
class CsvTable(Generic[T]):
    """A file of lines that are all of one class. A column is a field; a field of two languages has a column for each.

    ``given`` are fields that the reader fills in and no column holds.
    """

    path: Path
    name: Path
    cls: type[T]
    given: dict[str, Any] = field(default_factory=dict)
    problems: list[SourceProblem] = field(default_factory=list)

    def rows(self, converter: Converter) -> list[Row[T]]:
        """The lines that are right; what is wrong with the others is in ``problems``. Raises SourceProblems if unreadable."""
        text = read_text(self.path, self.name)
        reader = csv.reader(StringIO(text), strict=True)
        try:
            columns = next(reader, [])
            if self._columns_fit(columns):
                return list(self._made(reader, columns, converter))
        except csv.Error as error:
            self._problem(reader.line_num, Wrong(msg("this line is not CSV ({reason})", reason=shown(error))))
        return []

    def problem(self, row: Row[T], column: str, wrong: Wrong) -> SourceProblem:
        """A problem with one cell."""
        return SourceProblem(file=self.name, line=row.line, key=(column,), what=wrong.what, nearest=wrong.nearest)

    def _problem(self, line: int, wrong: Wrong) -> None:
        self.problems.append(SourceProblem(file=self.name, line=line, key=wrong.key, what=wrong.what, nearest=wrong.nearest))

    def _columns_fit(self, columns: list[str]) -> bool:
        known = tuple(column for columns_of_field in self._columns().values() for column in columns_of_field)
        for column in columns:
            if column not in known:
                near = nearest(column, known)
                self._problem(1, Wrong(not_one_of(msg("this column is not known"), known, near), (shown(column),), near))
        for column in known:
            if columns.count(column) != 1:
                what = msg("this column is missing") if column not in columns else msg("this column stands here twice")
                self._problem(1, Wrong(what, (column,)))
        return not self.problems

    def _columns(self) -> dict[str, tuple[str, ...]]:
        hints = get_type_hints(self.cls)
        names = (each.name for each in fields(self.cls) if each.name not in self.given)  # type: ignore[arg-type]
        return {name: tuple(f"{name}_{lang}" for lang in LANGS) if _plain(hints[name]) is Text else (name,) for name in names}

    def _made(self, reader: Iterator[list[str]], columns: list[str], converter: Converter) -> Iterator[Row[T]]:
        hints = get_type_hints(self.cls)
        for cells in reader:
            line = reader.line_num  # type: ignore[attr-defined]
            if len(cells) != len(columns):
                what = msg("{count} columns are expected, there are {found}", count=len(columns), found=len(cells))
                self._problem(line, Wrong(what))
                continue
            by_column = dict(zip(columns, cells, strict=True))
            data = {name: _data(own, by_column, hints[name]) for name, own in self._columns().items()}
            try:
                given = {key: value for key, value in data.items() if value is not None} | self.given
                yield Row(structure(converter, given, self.cls), line)
            except Wrongs as error:
                for wrong in error.wrongs:
                    self._problem(line, wrong)


def _plain(hint: Form) -> Form:
    """A field's type without its ``| None``."""
    kept = [arg for arg in get_args(hint) if arg is not NoneType]
    return kept[0] if origin(hint) is UnionType and len(kept) == 1 else hint


def _data(columns: tuple[str, ...], cells: dict[str, str], hint: Form) -> object:
    """What a cell holds, as TOML would have given it; ``None`` for an empty cell of a field that may be empty."""
    plain = _plain(hint)
    words = [cells[column].strip() for column in columns]
    if plain is not hint and not any(words):
        return None
    if plain is Text:
        return dict(zip(LANGS, words, strict=True))
    if origin(plain) is tuple:
        return [part.strip() for part in words[0].split(BETWEEN) if part.strip()]
    return _value(words[0], plain)


def _value(word: str, plain: Form) -> object:
    if plain is int and re.fullmatch(r"-?[0-9]{1,9}", word):
        return int(word)
    if plain is bool and word in {"true", "false"}:
        return word == "true"
    if plain is date:
        try:
            return date.fromisoformat(word)
        except ValueError:
            return word
    return word


def repeated(rows: list[Row[T]], key: str) -> Iterator[Row[T]]:
    """Lines whose ``key`` an earlier line already has."""
    seen = Counter[str]()
    for row in rows:
        name = getattr(row.made, key)
        seen[name] += 1
        if seen[name] > 1:
            yield row
