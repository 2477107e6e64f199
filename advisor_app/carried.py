"""Whose work the program carries along: the libraries, their versions and their licences.

The standalone folder has a list of them with every licence's text, made when it was built. In a checkout each library still carries
its own, and the list is made from that.
"""

import importlib
import importlib.metadata
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from advisor_app import paths

OWN = "advisor"
_LOADED = ("PySide6", "sqlalchemy", "typst", "babel", "cattrs", "numpy", "rapidfuzz", "segno", "platformdirs")
_SQLITE = "sqlcipher3.dbapi2"
_LICENCE = re.compile(r"\.dist-info/(licenses/)?(LICEN[CS]E|COPYING)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One library. ``licence`` is its name, ``text`` the file that has all of it, where there is one."""

    name: str
    version: str
    licence: str
    text: Path | None


def carried() -> tuple[Carried, ...]:
    """Everything carried along, Advisor itself first, the rest by name. A list that cannot be read is empty."""
    try:
        found = tuple(_shipped()) if paths.is_frozen() else tuple(_installed())
    except (OSError, ValueError, LookupError, TypeError):
        return ()
    return tuple(sorted(found, key=lambda one: (one.name != OWN, one.name.casefold())))


def version() -> str:
    """The program's own version; ``0`` in a checkout that nobody installed."""
    try:
        return importlib.metadata.version(OWN)
    except importlib.metadata.PackageNotFoundError:
        return "0"


def loaded() -> Iterator[tuple[str, str]]:
    """Loads every library that the program works with, and gives its name and version. Raises ImportError."""
    listed = {_plain(one.name): one.version for one in carried()}
    for name in _LOADED:
        module = importlib.import_module(name)
        known = listed.get(_plain(name)) or getattr(module, "__version__", "")
        yield name, str(known) or "?"
    yield "SQLite", str(importlib.import_module(_SQLITE).sqlite_version)


def licence_folder() -> Path:
    """Where the standalone folder has the licences."""
    return paths.shipped_dir() / "licences"


def _shipped() -> Iterator[Carried]:
    folder = licence_folder()
    for one in json.loads((folder / "components.json").read_text(encoding="utf-8")):
        yield Carried(name=one["name"], version=one["version"], licence=one["licence"], text=folder / one["text"])


def _installed() -> Iterator[Carried]:
    root = paths.shipped_dir()
    yield Carried(name=OWN, version=version(), licence="GPL-3.0-or-later", text=root / "LICENSE")
    lock = (root / "requirements" / "run.txt").read_text(encoding="utf-8")
    for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE):
        try:
            found = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:  # for another system
            continue
        (said, *_) = found.metadata.get_all("License-Expression") or found.metadata.get_all("License") or [""]
        texts = [Path(str(found.locate_file(file))) for file in found.files or () if _LICENCE.search(file.as_posix())]
        yield Carried(name=found.name, version=found.version, licence=said.partition("\n")[0], text=next(iter(sorted(texts)), None))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
