"""``python -m scripts.packaging``: the standalone folder in ``dist/``, its archive, checksum, list of components and sizes.

``--check`` builds twice and compares every file; ``--no-archive`` stops at the folder. ``make dist`` runs this.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

from scripts.packaging import archive, finish, licences
from scripts.packaging.components import Component, components, owner

ROOT = Path(__file__).resolve().parent.parent.parent
DIST = ROOT / "dist"
WORK = ROOT / "build" / "pyinstaller"
_LARGEST_FOLDER, _LARGEST_ARCHIVE = 330_000_000, 100_000_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py dist", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="build twice and compare every file")
    parser.add_argument("--no-archive", action="store_true", help="only the folder")
    given = parser.parse_args()
    started = time.monotonic()
    try:
        folder = build(DIST, WORK)
    except subprocess.CalledProcessError:
        print("error: nothing was built (the lines above say why)", file=sys.stderr)
        return 1
    print(f"The folder {folder.relative_to(ROOT)} took {time.monotonic() - started:.0f} s")
    small = within(folder, _LARGEST_FOLDER)
    if given.check and not same_again(folder):
        return 1
    if not given.no_archive:
        packed = DIST / f"{release()}{archive.SUFFIX}"
        archive.pack(DIST / "Advisor.app" if sys.platform == "darwin" else folder, packed, root(), moment())
        small &= within(packed, _LARGEST_ARCHIVE)
    return 0 if small else 1


def release() -> str:
    """``advisor-1.2.3-linux-x86_64``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return f"{project['name']}-{project['version']}-{platform.system().lower()}-{platform.machine().lower()}"


def root() -> str:
    """The folder that the archive unpacks to; on macOS that is the bundle."""
    return "Advisor.app" if sys.platform == "darwin" else "-".join(release().split("-")[:2])


def moment() -> int:
    """When the commit was made, in seconds since 1970: the time that every file of the build bears."""
    if said := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(said)
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else 1_577_836_800


def build(into: Path, work: Path) -> Path:
    """PyInstaller, and what comes after it; returns the folder."""
    fixed = {"SOURCE_DATE_EPOCH": str(moment()), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC"}
    options = ["--noconfirm", "--clean", "--log-level", "ERROR", "--distpath", into, "--workpath", work]
    command = [sys.executable, "-m", "PyInstaller", *map(str, options), "build.spec"]
    subprocess.run(command, cwd=ROOT, env=os.environ | fixed, check=True)
    folder, record = into / "advisor", work / "build" / "collected.json"
    inner = folder / "_internal"
    carried = components(record)
    saved = finish.strip(inner)
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")
    print_sizes(folder, record, carried, saved)
    return folder


def print_sizes(folder: Path, record: Path, carried: list[Component], saved: int) -> None:
    """The report of sizes, on paper too."""
    sources = {entry: owner(entry)[1] for entry in finish.sources(record)}
    rows = finish.sizes(folder, carried, finish.modules_by_component(record.with_name("PYZ-00.pyz"), record, sources))
    lines = finish.report(folder, rows)
    (folder.parent / f"{release()}.sizes.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    shutil.copyfile(folder / "_internal" / licences.FOLDER / licences.BILL, folder.parent / f"{release()}.cdx.json")
    print("\n".join(lines))
    print(f"{len(carried)} components; symbols for debuggers left out: {saved // 1000:,} kB")


def within(what: Path, bytes_at_most: int) -> bool:
    """Whether it is as small as it has to be; says so."""
    files = [what] if what.is_file() else [file for file in what.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    fits = size <= bytes_at_most
    print(f"{what.relative_to(ROOT)}: {size / 1e6:.1f} MB, budget {bytes_at_most / 1e6:.0f} MB: {'ok' if fits else 'MISS'}")
    return fits


def same_again(folder: Path) -> bool:
    """Builds once more, elsewhere, and compares; says which files differ."""
    with tempfile.TemporaryDirectory() as elsewhere:
        again = build(Path(elsewhere) / "dist", Path(elsewhere) / "work")
        first, second = fingerprints(folder), fingerprints(again)
    differing = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    for name in differing:
        print(f"error: differs from one build to the next: {name}", file=sys.stderr)
    print(f"{len(first)} files, built twice: {'all the same' if not differing else f'{len(differing)} differ'}")
    return not differing


def fingerprints(folder: Path) -> dict[str, str]:
    """The hash of every file by its place."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


if __name__ == "__main__":
    sys.exit(main())
