"""Whose work is in the standalone folder: each file belongs to a component, and each component has a version and a licence.

A file that belongs to nobody stops the build, so that nothing is passed on whose licence nobody looked at.
"""

import importlib.metadata
import json
import platform
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
EMBEDDED = Path(__file__).with_name("embedded.toml")
BUILDER = "PyInstaller"
_COPYRIGHT = Path("/usr/share/doc")


class UnknownFileError(Exception):
    """A file in the folder of which nobody knows whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """``places`` are its files in the folder; ``texts`` its licences; ``inside`` the component that has it within its own files."""

    name: str
    version: str
    licence: str
    origin: str
    """Where it comes from: ``pypi``, ``deb``, ``python``, ``embedded`` or ``own``."""
    texts: tuple[Path, ...]
    places: tuple[str, ...] = ()
    inside: str = ""
    parts: Mapping[str, Any] | None = field(default=None, compare=False)
    """A list of components that it brought along itself, as CycloneDX."""


def components(collected: Path) -> list[Component]:
    """Everything in the folder, from PyInstaller's record of what it collected."""
    record = json.loads(collected.read_text(encoding="utf-8"))
    owners: dict[tuple[str, str], list[str]] = {}
    for entry in record["files"]:
        owners.setdefault(owner(entry["source"]), []).append(entry["place"])
    for entry in record["modules"]:
        owners.setdefault(owner(entry["source"]), [])
    owners.setdefault(("pypi", BUILDER.lower()), [])  # its start program
    made = [_component(origin, name, tuple(sorted(places))) for (origin, name), places in owners.items()]
    return sorted([*made, *_embedded({one.name for one in made})], key=lambda one: one.name.casefold())


def owner(source: str) -> tuple[str, str]:
    """Origin and name of whom a file belongs to. Raises UnknownFileError."""
    file = Path(source)
    if file in _installed():
        return "pypi", _installed()[file]
    if any(file.is_relative_to(own) for own in (ROOT / "advisor_app", ROOT / "resources", ROOT / "data", ROOT / "LICENSE")):
        return "own", "advisor"
    if "advisor-" in source and ".dist-info" in source:
        return "own", "advisor"
    if _in_python(file) or file.name == "base_library.zip":
        return "python", "Python"
    if sys.platform.startswith("linux") and (package := _debian_package(file)):
        return "deb", package
    if sys.platform == "win32" and file.name.lower().startswith(("api-ms-win", "ucrtbase", "vcruntime", "msvcp")):
        return "python", "Python"  # Microsoft's runtime, which comes with Python
    raise UnknownFileError(f"whose file is {source}? scripts/packaging/components.py has to know")


@cache
def _installed() -> dict[Path, str]:
    found: dict[Path, str] = {}
    for distribution in importlib.metadata.distributions():
        for file in distribution.files or ():
            found[Path(str(distribution.locate_file(file))).absolute()] = distribution.name
    return {path: name for path, name in found.items() if name != "advisor"}


def _in_python(file: Path) -> bool:
    roots = {sys.base_prefix, sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
    return "site-packages" not in file.parts and any(file.is_relative_to(root) for root in roots)


def _debian_package(file: Path) -> str:
    """The package that owns a library; /usr and / may be one tree, and dpkg knows the file by one of the two names."""
    real = file.resolve()
    names = [str(path) for one in (file, real) for path in (one, Path(str(one).removeprefix("/usr")), Path(f"/usr{one}"))]
    asked = subprocess.run(["dpkg-query", "--search", *names], capture_output=True, text=True, check=False)
    return asked.stdout.split(":")[0]


def _component(origin: str, name: str, places: tuple[str, ...]) -> Component:
    if origin == "pypi":
        return _from_metadata(name, places)
    if origin == "deb":
        return _from_debian(name, places)
    if origin == "python":
        text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
        return Component(
            name=name, version=platform.python_version(), licence="PSF-2.0", origin=origin, texts=(text,), places=places
        )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return Component(
        name=name, version=project["version"], licence=project["license"], origin=origin, texts=(ROOT / "LICENSE",), places=places
    )


def _from_metadata(name: str, places: tuple[str, ...]) -> Component:
    found = importlib.metadata.distribution(name)
    files = [Path(str(found.locate_file(file))) for file in found.files or () if ".dist-info" in str(file)]
    texts = [file for file in files if re.search(r"licen[cs]e|copying|notice|authors", file.name, re.IGNORECASE)]
    lists = [file for file in files if file.parent.name == "sboms"]
    return Component(
        name=found.name,
        version=found.version,
        licence=_licence(found.metadata),
        origin="pypi",
        texts=tuple(sorted(texts)),
        places=places,
        parts=json.loads(lists[0].read_text(encoding="utf-8")) if lists else None,
    )


def _licence(metadata: Any) -> str:  # noqa: ANN401 - a mapping, and a message
    said = metadata.get("License-Expression") or metadata.get("License") or ""
    named = [line.split(" :: ")[-1] for line in metadata.get_all("Classifier") or () if line.startswith("License :: ")]
    return said if said and "\n" not in said and len(said) < 80 else ", ".join(named) or "see its text"


def _from_debian(name: str, places: tuple[str, ...]) -> Component:
    asked = ["dpkg-query", "--show", "--showformat", "${Version}\n", name]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()[0]
    text = _COPYRIGHT / name / "copyright"
    licences = re.findall(r"^License: *(\S.*)$", text.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
    said = ", ".join(sorted(set(licences), key=str.casefold)) or "see its text"
    return Component(name=name, version=version, licence=said, origin="deb", texts=(text,), places=places)


def _embedded(present: Iterable[str]) -> Iterator[Component]:
    there = {_plain(name) for name in present}
    for one in tomllib.loads(EMBEDDED.read_text(encoding="utf-8"))["component"]:
        if _plain(one["inside"]) in there:
            (how, what), *_ = one["version"].items()
            yield Component(
                name=one["name"],
                version=_VERSIONS[how](what),
                licence=one["licence"],
                origin="embedded",
                texts=(ROOT / one["text"],),
                inside=one["inside"],
            )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pragma(name: str) -> str:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        return str(connection.execute(f"PRAGMA {name}").fetchone()[0]).split()[0]
    finally:
        connection.close()


def _sqlite(_: str) -> str:
    from sqlcipher3 import dbapi2

    return str(dbapi2.sqlite_version)


def _marked(pattern: str) -> str:
    """A version that stands in the SQLite library's own file."""
    from sqlcipher3 import _sqlite3  # type: ignore[attr-defined, unused-ignore]

    found = re.search(pattern.encode(), Path(_sqlite3.__file__).read_bytes())
    return found[1].decode() if found else "unknown"


_VERSIONS = {"of": importlib.metadata.version, "pragma": _pragma, "sqlite": _sqlite, "marked": _marked}
