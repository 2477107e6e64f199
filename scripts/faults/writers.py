"""Everything that the program writes: how a version of it is written, and how the version on the disk is read back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from advisor_app import paths, settings
from advisor_app.domain.catalogue import Catalogue
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.domain.student import Student, Wishes
from advisor_app.domain.text import msg
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.kept_file import KeptFile
from advisor_app.services.build import build
from advisor_app.services.session import Session
from advisor_app.sheets import files

PAD = 40_000  # so that a file takes some time to write


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """``write`` keeps a version and raises EnvironmentProblem where it cannot; ``read`` gives the version, or raises."""

    name: str
    file: str
    write: Callable[[Path, int], None]
    read: Callable[[Path], int]


def writers() -> Iterator[Writer]:
    """All of them."""
    yield Writer(name="settings", file="settings.toml", write=_write_settings, read=_read_settings)
    yield Writer(name="what is kept of the desk", file="session.json", write=_write_session, read=_read_session)
    yield Writer(name="a sheet", file="sheet.pdf", write=_write_sheet, read=_read_sheet)
    yield Writer(name="a catalogue", file="catalogue.sqlite", write=_write_catalogue, read=_read_catalogue)


def _write_settings(file: Path, version: int) -> None:
    notice = settings.save(settings.Settings(sheet_folder=f"{version}-" + "x" * 2000), file)
    if notice is not None:
        raise EnvironmentProblem(msg("{what}", what=str(notice)))


def _read_settings(file: Path) -> int:
    loaded = settings.load(file)
    if loaded.notices:
        raise ValueError(str(loaded.notices[0]))
    return int((loaded.settings.sheet_folder or "0-").partition("-")[0])


def _write_session(file: Path, version: int) -> None:
    KeptFile(file, Session, Session()).save(Session(student=Student(wishes=Wishes(budget_per_year=Decimal(version)))))


def _read_session(file: Path) -> int:
    kept = KeptFile(file, Session, Session())
    found = kept.load()
    if kept.notice is not None:
        raise ValueError(kept.notice.template)
    return int(found.student.wishes.budget_per_year or 0)


def _write_sheet(file: Path, version: int) -> None:
    files.save(file, files.PDF + b"%d\n" % version + b" " * PAD + b"%%EOF\n")


def _read_sheet(file: Path) -> int:
    if not file.exists():
        return 0
    content = file.read_bytes()
    if not content.endswith(b"%%EOF\n"):
        raise ValueError("half a sheet")
    return int(content[len(files.PDF) :].split(b"\n", 1)[0])


@cache
def sources() -> Catalogue:
    """The catalogue's sources, read once."""
    return read_catalogue(paths.data_dir() / "catalogue")


def _write_catalogue(file: Path, version: int) -> None:
    build(replace(sources(), version=str(version)), file)


def _read_catalogue(file: Path) -> int:
    if not file.exists():
        return 0
    with open_catalogue(file) as catalogue:
        catalogue.verify()
        return int(catalogue.version)
