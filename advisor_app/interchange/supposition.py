"""A what-if on the command line: a student file with something laid over it, which is another file or single values."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from advisor_app.domain.reference import Reference
from advisor_app.domain.student import Student
from advisor_app.domain.text import msg
from advisor_app.interchange.source_problems import SourceProblem, SourceProblems, shown
from advisor_app.interchange.structuring import Wrongs
from advisor_app.interchange.student_file import LIMIT, student_of
from advisor_app.interchange.toml_files import read_toml

OPTION = Path("--what-if")
"""Where messages say that a wrong value stands: it may come from several places."""
QUALIFICATION = "qualification"
_LONGEST = 10_000  # characters of a value
_DEEPEST = 3  # languages.en.score


def read_supposed(path: Path, laid_over: Iterable[str], reference: Reference, campuses: Collection[str]) -> Student:
    """The student of ``path`` with every part of ``laid_over``, a TOML file or ``key=value``, one after the other.

    Raises SourceProblems with everything that is wrong.
    """
    data: dict[str, Any] = read_toml(path, limit=LIMIT).data
    for part in laid_over:
        data = _over(data, _read(part))
    try:
        return student_of(data, reference, campuses)
    except Wrongs as error:
        raise SourceProblems(
            SourceProblem(file=OPTION, key=wrong.key, what=wrong.what, nearest=wrong.nearest) for wrong in error.wrongs
        ) from error


def _read(part: str) -> dict[str, Any]:
    key, equals, value = part.partition("=")
    if not equals:
        return read_toml(Path(part), limit=LIMIT).data
    names = [name.strip() for name in key.split(".")]
    if not all(names) or len(names) > _DEEPEST or len(value) > _LONGEST:
        what = msg("a file, or a key of a student file and its value, is expected, not “{value}”", value=shown(part))
        raise SourceProblems([SourceProblem(file=OPTION, what=what)])
    found: object = _value(value.strip())
    for name in reversed(names[1:]):
        found = {name: found}
    return {names[0]: [found] if names[0] == QUALIFICATION else found}


def _value(written: str) -> object:
    """As TOML reads it; a bare word needs no quotation marks on a command line."""
    try:
        return tomllib.loads(f"value = {written}", parse_float=Decimal)["value"]
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return written


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are joined, and diplomas one by one; anything else above takes the place of what is below."""
    merged = dict(below)
    for key, value in above.items():
        held = below.get(key)
        if key == QUALIFICATION and isinstance(held, list) and isinstance(value, list):
            merged[key] = [*map(_diploma, held, value), *held[len(value) :], *value[len(held) :]]
        elif isinstance(held, Mapping) and isinstance(value, Mapping):
            merged[key] = _over(held, value)
        else:
            merged[key] = value
    return merged


def _diploma(below: object, above: object) -> object:
    """A level or a country of its own is another diploma than the row of the table that was picked before."""
    if not (isinstance(below, Mapping) and isinstance(above, Mapping)):
        return above
    another = "title" not in above and above.keys() & {"level", "country"}
    return _over({key: value for key, value in below.items() if not (another and key == "title")}, above)
