"""The hand-written files of a catalogue: read, checked against one another, and handed on as one Catalogue.

Everything that is wrong is found in one reading and said at once. CONTRIBUTING.md describes the files for those who write them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from cattrs import Converter

from advisor_app.domain.attainment import FRANCE
from advisor_app.domain.catalogue import Catalogue, Institution, Programme
from advisor_app.domain.facts import Source
from advisor_app.domain.requirements.tree import at_home_in
from advisor_app.domain.text import Message, msg
from advisor_app.interchange.cross_checks import Surroundings, check_institution, check_programme, check_source
from advisor_app.interchange.evidence import with_source
from advisor_app.interchange.reference_files import ReferenceFolder
from advisor_app.interchange.requirement_trees import register
from advisor_app.interchange.rules import RULES
from advisor_app.interchange.source_problems import Key, SourceProblem, SourceProblems, nearest
from advisor_app.interchange.structuring import Wrong, Wrongs, strict_converter, structure
from advisor_app.interchange.toml_files import TomlFile, read_toml, unreadable

T = TypeVar("T")

HEADER = "catalogue.toml"
FOLDERS = ("institutions", "programmes", "reference")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What ``catalogue.toml`` says: the catalogue's version and the day it was last revised, beside sources that files share."""

    version: str
    dated: date


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a file defines, with the file and the key of its table."""

    what: Any
    file: TomlFile
    key: Key


@dataclass
class _Reading:
    """One pass over a folder."""

    folder: Path
    converter: Converter
    problems: list[SourceProblem] = field(default_factory=list)
    found: dict[type, list[Found]] = field(default_factory=lambda: {Source: [], Institution: [], Programme: []})
    named: dict[type, dict[str, None]] = field(default_factory=lambda: {Source: {}, Institution: {}, Programme: {}})
    readable: bool = True  # false once a file could not be read at all: names may then lead into what it would have defined


def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue in a folder of source files. Raises SourceProblems with everything that is wrong with them."""
    reading = _Reading(folder, catalogue_converter())
    _look_around(reading)
    header = _header(reading)
    reference = ReferenceFolder(folder / "reference", Path("reference"), reading.converter)
    tables = reference.read()
    reading.problems += reference.problems
    _read_all(reading)
    schools: dict[str, Institution | None] = {found.what.id: found.what for found in reading.found[Institution]}
    around = Surroundings(
        reference=None if reference.problems else tables,
        sources=reading.named[Source] if reading.readable else None,
        institutions=reading.named[Institution] | schools if reading.readable else None,
    )
    reading.problems += _duplicates(reading)
    reading.problems += _cross_problems(reading, around)
    if reading.problems or header is None:
        raise SourceProblems(reading.problems)
    return Catalogue(
        version=header.version,
        dated=header.dated,
        reference=tables,
        sources=_by_id(reading, Source),
        institutions=_by_id(reading, Institution),
        programmes={one.id: _with_country(one, schools) for one in _by_id(reading, Programme).values()},
    )


def _with_country(programme: Programme, schools: Mapping[str, Institution | None]) -> Programme:
    """A programme is taught in its school's country unless its file says otherwise; its requirements then know where they stand."""
    school = schools.get(programme.institution)
    country = programme.country or (school.country if school else None)
    if country is None or country == FRANCE:
        return replace(programme, country=country)
    entries = tuple(
        replace(entry, requirements=at_home_in(entry.requirements, country)) if entry.requirements else entry
        for entry in programme.entry_points
    )
    return replace(programme, country=country, entry_points=entries)


@cache
def catalogue_converter() -> Converter:
    """The converter of source files: strict, decimals in quotation marks, requirement trees known."""
    converter = strict_converter(floats=False, rules=RULES)
    register(converter)
    return converter


def _look_around(reading: _Reading) -> None:
    """Is this a catalogue's folder at all? Raises at once where it is not: nothing else could be said."""
    try:
        names = {path.name for path in reading.folder.iterdir()}
    except FileNotFoundError:
        raise _nothing_there(reading.folder, msg("there is no such folder")) from None
    except NotADirectoryError:
        raise _nothing_there(reading.folder, msg("this is a file; the folder of a catalogue is expected")) from None
    except (OSError, ValueError) as error:
        raise _nothing_there(reading.folder, unreadable(error)) from error
    for name in sorted(names - {HEADER, *FOLDERS}):
        if not name.startswith(".") and (near := nearest(name, (HEADER, *FOLDERS))):
            reading.problems.append(SourceProblem(file=Path(name), what=msg("this name is not known here"), nearest=near))
    if "programmes" not in names:
        what = msg("there is no folder of this name; a catalogue has its programmes there")
        reading.problems.append(SourceProblem(file=Path("programmes"), what=what))


def _nothing_there(folder: Path, what: Message) -> SourceProblems:
    return SourceProblems([SourceProblem(file=folder, what=what)])


def _header(reading: _Reading) -> Header | None:
    file = _load(reading, reading.folder / HEADER)
    if file is None:
        return None
    data = dict(file.data)
    _read_list(reading, file, "sources", Source, data.pop("sources", []), "")
    return _structure(reading, file, (), data, Header)


def _load(reading: _Reading, path: Path) -> TomlFile | None:
    try:
        return read_toml(path, path.relative_to(reading.folder))
    except SourceProblems as error:
        reading.problems += error.problems
        reading.readable = False
        return None


def _structure(reading: _Reading, file: TomlFile, key: Key, data: object, cls: type[T]) -> T | None:
    try:
        return structure(reading.converter, data, cls)
    except Wrongs as error:
        reading.problems += _placed(file, key, error.wrongs)
        return None


def _placed(file: TomlFile, key: Key, wrongs: Iterable[Wrong]) -> Iterator[SourceProblem]:
    for wrong in wrongs:
        yield file.problem((*key, *wrong.key), wrong.what, wrong.nearest)


def _read_all(reading: _Reading) -> None:
    for name, cls, also in (("institutions", Institution, ()), ("programmes", Programme, ("institutions",))):
        paths = sorted(path for path in (reading.folder / name).glob("*.toml") if not path.name.startswith("."))
        if cls is Programme and not paths and (reading.folder / name).is_dir():
            reading.problems.append(SourceProblem(file=Path(name), what=msg("there is no file of a programme here")))
        for path in paths:
            if (file := _load(reading, path)) is not None:
                _read_file(reading, file, cls, also)


def _read_file(reading: _Reading, file: TomlFile, cls: type, also: tuple[str, ...]) -> None:
    """A file's own table stands at its top, beside lists of what it brings along."""
    data = dict(file.data)
    default = data.get("source", "")
    if cls is Institution:
        data.pop("source", None)
    _read_list(reading, file, "sources", Source, data.pop("sources", []), "")
    if "institutions" in also:
        _read_list(reading, file, "institutions", Institution, data.pop("institutions", []), default)
    _keep(reading, file, (), data, cls, default)


def _read_list(reading: _Reading, file: TomlFile, key: str, cls: type, listed: object, default: object) -> None:
    if not isinstance(listed, list):
        reading.problems.append(file.problem((key,), msg("a list of tables is expected: [[{key}]]", key=key)))
        return
    for place, data in enumerate(listed):
        _keep(reading, file, (key, place), data, cls, default)


def _keep(reading: _Reading, file: TomlFile, key: Key, data: object, cls: type[T], default: object) -> None:
    if isinstance(data, dict) and isinstance(name := data.get("id"), str):
        reading.named[cls][name] = None  # even where the rest is wrong: what names it is then right
    made = _structure(reading, file, key, data, cls)
    if made is not None:
        made = with_source(made, default) if isinstance(default, str) and default else made
        reading.found[cls].append(Found(made, file, key))


def _duplicates(reading: _Reading) -> Iterator[SourceProblem]:
    for found_of_class in reading.found.values():
        first: dict[str, Found] = {}
        for found in found_of_class:
            earlier = first.setdefault(found.what.id, found)
            if earlier is not found:
                what = msg("“{name}” is already defined in {file}", name=found.what.id, file=str(earlier.file.name))
                yield found.file.problem((*found.key, "id"), what)


def _cross_problems(reading: _Reading, around: Surroundings) -> Iterator[SourceProblem]:
    for found in reading.found[Source]:
        yield from _placed(found.file, found.key, check_source(found.what))
    for found in reading.found[Institution]:
        yield from _placed(found.file, found.key, check_institution(found.what, around))
    for found in reading.found[Programme]:
        yield from _placed(found.file, found.key, check_programme(found.what, around))


def _by_id(reading: _Reading, cls: type) -> dict[str, Any]:
    """In the order of their identifiers, whatever the files are called."""
    return {found.what.id: found.what for found in sorted(reading.found[cls], key=lambda found: found.what.id)}
