"""Reading a TOML file that anybody may have written: whatever it is, the answer is its data or one plain problem."""

import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from errno import ELOOP
from functools import cached_property
from pathlib import Path
from typing import Any

from advisor_app.domain.errors import reason
from advisor_app.domain.text import Message, msg
from advisor_app.interchange.source_problems import Key, SourceProblem, SourceProblems, shown
from advisor_app.interchange.toml_lines import line_of, locate

LIMIT = 5_000_000  # bytes; the largest real file has some 60,000
MOST_VALUES = 30_000  # the largest real file has some 3,000
DEEPEST = 40  # tables and lists within one another; the deepest real file has some 10

# A key of very many parts keeps tomllib busy for the square of their number. Possessive, and from the start of a word only, so that
# looking for one takes no such time itself.
_ENDLESS_KEY = re.compile(rf"(?<![\w-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{DEEPEST}}}")
_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_REASONS: tuple[tuple[str, Message], ...] = (
    ("Cannot overwrite", msg("this key stands here a second time")),
    ("Cannot declare", msg("this table stands here a second time")),
    ("Duplicate inline table key", msg("this key stands here a second time")),
    ("Cannot mutate", msg("this table is already closed and cannot be added to")),
    ("Cannot redefine", msg("this table is already closed and cannot be added to")),
    ("Expected '=' after a key", msg("an equals sign is missing after the key")),
    ("Unclosed array", msg("a list is not closed with ]")),
    ("Unclosed inline table", msg("a table is not closed with its brace")),
    ("Unterminated string", msg("a text is not closed with its quotation mark")),
    ("Expected newline or end of document", msg("something follows the value on the same line")),
    ("Invalid value", msg("this value is neither a text in quotation marks, a number, a date, true, false, a list nor a table")),
    ("Invalid initial character for a key", msg("this is not a key")),
    ("Invalid statement", msg("this is neither a key nor a table")),
    ("Invalid date", msg("there is no such date")),
)


@dataclass(frozen=True)
class TomlFile:
    """A file's data, and where each of its keys stands. ``name`` is how messages call it."""

    name: Path
    text: str
    data: dict[str, Any]

    @cached_property
    def _lines(self) -> Mapping[Key, int]:
        return locate(self.text)

    def problem(self, key: Key, what: Message, nearest: tuple[str, ...] = ()) -> SourceProblem:
        """A problem with one of its values."""
        return SourceProblem(file=self.name, key=key, line=line_of(self._lines, key) or 1, what=what, nearest=nearest)


def read_text(path: Path, name: Path | None = None, limit: int = LIMIT) -> str:
    """The text of a file in UTF-8. Raises SourceProblems for whatever keeps it from being read."""
    content = _read_bytes(path, name or path, limit)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = msg("this is not UTF-8 text; save the file in the UTF-8 encoding")
        raise SourceProblems([SourceProblem(file=name or path, line=line, what=what)]) from error


def read_toml(path: Path, name: Path | None = None, limit: int = LIMIT) -> TomlFile:
    """The file's data, decimal numbers exact. Raises SourceProblems, with the line where it can."""
    name = name or path
    text = read_text(path, name, limit)
    try:
        return TomlFile(name=name, text=text, data=_parse(text))
    except tomllib.TOMLDecodeError as error:
        raise SourceProblems([_syntax_problem(name, str(error), text)]) from error
    except _TooManyError as error:
        what = msg("there are more than {count} values", count=MOST_VALUES)
        raise SourceProblems([SourceProblem(file=name, what=what)]) from error
    except (RecursionError, _TooDeepError) as error:
        what = msg("tables and lists lie within one another more than {count} deep", count=DEEPEST)
        raise SourceProblems([SourceProblem(file=name, what=what)]) from error
    except ValueError as error:  # what tomllib itself lets through: a number of more digits than Python reads
        raise SourceProblems([SourceProblem(file=name, what=msg("a number has too many digits"))]) from error


class _TooDeepError(Exception):
    pass


class _TooManyError(Exception):
    pass


def _read_bytes(path: Path, name: Path, limit: int) -> bytes:
    try:
        if (what := _unfit(path, limit)) is None:
            with path.open("rb") as file:
                content = file.read(limit + 1)
            if len(content) <= limit:
                return content
            what = _too_large(limit)
    except (OSError, ValueError) as error:
        what = unreadable(error)
    raise SourceProblems([SourceProblem(file=name, what=what)])


def _unfit(path: Path, limit: int) -> Message | None:
    """Why the file should not even be opened: a pipe would keep the program waiting for ever."""
    facts = path.stat()
    if stat.S_ISDIR(facts.st_mode):
        return msg("this is a folder, not a file")
    if not stat.S_ISREG(facts.st_mode):
        return msg("this is not a file that can be read")
    return _too_large(limit) if facts.st_size > limit else None


def _too_large(limit: int) -> Message:
    return msg("the file is larger than {kilobytes} kB", kilobytes=limit // 1_000)


def unreadable(error: OSError | ValueError) -> Message:
    """What an error of the file system means, in plain words."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return msg("there is no such file")
    if isinstance(error, PermissionError):
        return msg("the file may not be read; check its permissions")
    if isinstance(error, OSError) and error.errno == ELOOP:
        return msg("symbolic links lead in a circle")
    return msg("the file cannot be read ({reason})", reason=reason(error) if isinstance(error, OSError) else shown(error))


def _parse(text: str) -> dict[str, Any]:
    if _ENDLESS_KEY.search(text):
        raise _TooDeepError
    data = tomllib.loads(text, parse_float=Decimal)
    level: list[Any] = [data]
    count = 0
    for _ in range(DEEPEST):
        level = [child for value in level for child in _children(value)]
        count += len(level)
        if count > MOST_VALUES:
            raise _TooManyError
    if level:
        raise _TooDeepError
    return data


def _children(value: object) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _syntax_problem(name: Path, reason: str, text: str) -> SourceProblem:
    where = _WHERE.search(reason)
    line = int(where[1]) if where and where[1] else text.count("\n") + 1
    bare = _WHERE.sub("", reason)
    what = next((known for start, known in _REASONS if bare.startswith(start)), None)
    return SourceProblem(file=name, line=line, what=what or msg("this is not valid TOML ({reason})", reason=shown(bare)))
