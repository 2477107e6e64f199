"""The file with a school's own look, and the logo beside it. docs/look.md shows every key."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from advisor_app.domain.look import LEAST_CONTRAST, NEUTRAL, Logo, Look, is_readable, readable
from advisor_app.domain.text import msg
from advisor_app.interchange.logo import read_logo
from advisor_app.interchange.source_problems import SourceProblems
from advisor_app.interchange.structuring import Wrong, Wrongs, strict_converter, structure
from advisor_app.interchange.toml_files import TomlFile, read_toml

LIMIT = 20_000  # bytes of the file
MOST_LINES = 4
LONGEST = {"school": 80, "footer": 140, "address": 60, "alt": 120}
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _LogoFile:
    file: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _LookFile:
    school: str = NEUTRAL.school
    colour: str = NEUTRAL.colour
    address: tuple[str, ...] = ()
    footer: str = ""
    logo: _LogoFile | None = None


def read_look(path: Path) -> Look:
    """The look that a file describes. Raises SourceProblems with everything that is wrong, each with its key, line and mend."""
    file = read_toml(path, limit=LIMIT)
    converter = strict_converter(floats=False, rules={_LookFile: partial(_rules, path.parent)})
    try:
        said = structure(converter, file.data, _LookFile)
        logo = Logo(read_logo(path.parent / said.logo.file), said.logo.alt.strip()) if said.logo else None
    except Wrongs as error:
        raise _problems(file, error.wrongs) from error
    except Wrong as error:
        raise _problems(file, (error,)) from error
    return Look(school=said.school, colour=said.colour.upper(), logo=logo, address=said.address, footer=said.footer)


def _problems(file: TomlFile, wrongs: tuple[Wrong, ...]) -> SourceProblems:
    return SourceProblems(file.problem(wrong.key, wrong.what, wrong.nearest) for wrong in wrongs)


# --- words and colour


def _rules(folder: Path, look: _LookFile, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if not _COLOUR.fullmatch(look.colour):
        yield Wrong(msg("a colour is written as # and six digits, such as {example}", example=NEUTRAL.colour), ("colour",))
    elif not is_readable(look.colour):
        what = msg("this colour cannot be read on white paper: its contrast is below {ratio} to 1", ratio=str(LEAST_CONTRAST))
        yield Wrong(what, ("colour",), (readable(look.colour),))
    if len(look.address) > MOST_LINES:
        yield Wrong(msg("an address has at most {count} lines here", count=MOST_LINES), ("address",))
    yield from _too_long("school", look.school)
    yield from _too_long("footer", look.footer)
    for place, line in enumerate(look.address):
        yield from (Wrong(wrong.what, ("address", place)) for wrong in _too_long("address", line))
    if look.logo is not None:
        yield from (Wrong(wrong.what, ("logo", *wrong.key)) for wrong in _logo_rules(folder, look.logo))


def _too_long(key: str, words: str) -> Iterator[Wrong]:
    if len(words) > LONGEST[key]:
        yield Wrong(msg("at most {count} characters have room on a sheet", count=LONGEST[key]), (key,))


def _logo_rules(folder: Path, logo: _LogoFile) -> Iterator[Wrong]:
    if not logo.alt.strip():
        yield Wrong(msg("say in a few words what the logo shows, for those who do not see it"), ("alt",))
    yield from _too_long("alt", logo.alt)
    try:
        read_logo(folder / logo.file)
    except Wrong as wrong:
        yield Wrong(wrong.what, ("file",))
