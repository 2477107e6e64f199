"""What is done to the folder after PyInstaller: symbols for debuggers out, sizes counted."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.packaging.components import Component

# Tools that gave a library its place in a wheel move its parts around, and stripping such a file can break it.
_MOVED = (".libs", "PySide6", "shiboken6")
_ELF = b"\x7fELF"


def strip(inner: Path) -> int:
    """Takes the symbols for debuggers out of the libraries; the bytes saved. Only where binutils are there, on Linux."""
    tool = shutil.which("strip")
    if tool is None or not sys.platform.startswith("linux"):
        return 0
    files = [file for file in sorted(inner.rglob("*.so*")) if file.is_file() and not _moved(file.relative_to(inner))]
    files = [file for file in files if file.read_bytes()[:4] == _ELF]
    before = sum(file.stat().st_size for file in files)
    subprocess.run([tool, "--strip-unneeded", "--preserve-dates", *files], check=True)
    return before - sum(file.stat().st_size for file in files)


def _moved(file: Path) -> bool:
    return any(part.endswith(_MOVED) for part in file.parts)


def sizes(folder: Path, components: Iterable[Component], modules: dict[str, int]) -> Iterator[tuple[str, int, int]]:
    """For each component its bytes as files, and its bytes within the start program; the largest first."""
    inner = folder / "_internal"
    counted = [
        (one.name, sum((inner / place).stat().st_size for place in one.places), modules.get(one.name, 0))
        for one in components
        if one.origin != "embedded"
    ]
    yield from sorted(counted, key=lambda row: (-row[1] - row[2], row[0]))


def modules_by_component(archive: Path, record: Path, owner: dict[str, str]) -> dict[str, int]:
    """Bytes of each component's Python modules, packed as they are in the start program."""
    from PyInstaller.archive.readers import ZlibArchiveReader

    sources = {entry["place"]: entry["source"] for entry in json.loads(record.read_text(encoding="utf-8"))["modules"]}
    found: dict[str, int] = {}
    for name, (_kind, _at, length) in ZlibArchiveReader(str(archive)).toc.items():
        component = owner.get(sources.get(name, ""), "pyinstaller")
        found[component] = found.get(component, 0) + length
    return found


def sources(record: Path) -> set[str]:
    """Where the Python modules were taken from."""
    return {entry["source"] for entry in json.loads(record.read_text(encoding="utf-8"))["modules"]}


def report(folder: Path, rows: Iterable[tuple[str, int, int]]) -> list[str]:
    """The sizes as lines."""
    whole = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    lines = [f"{'component':<28} {'files, kB':>11} {'packed, kB':>11}"]
    lines += [f"{name:<28} {files // 1000:>11,} {packed // 1000:>11,}" for name, files, packed in rows if files + packed >= 1000]
    return [*lines, f"{'the whole folder':<28} {whole // 1000:>11,}"]
