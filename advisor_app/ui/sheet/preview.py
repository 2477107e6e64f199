"""Making the sheet, apart from any widget: what is wanted goes in, pages and PDF come out. Runs on a pool's thread."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from PySide6.QtGui import QImage

from advisor_app.domain.claims.check import Claim
from advisor_app.domain.columns import Column
from advisor_app.domain.look import Look
from advisor_app.domain.text import Text, Value
from advisor_app.interchange.own_look import own_look
from advisor_app.services.compare import Compared
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.sheet import Gathered, SheetRequest, gather
from advisor_app.sheets import files
from advisor_app.sheets.order import Options
from advisor_app.sheets.proof import Proof, prove
from advisor_app.sheets.render import draw_logo
from advisor_app.sheets.spots import Spot, spot_of

OpenCatalogue: TypeAlias = Callable[[], AbstractContextManager[CatalogueReader]]

PRINT_DPI = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Everything that a sheet depends on."""

    request: SheetRequest
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A sheet ready to be looked at. ``pages`` are pictures at ``dpi``.

    ``silent`` is what no page says, and the sheet says so; ``choices`` are programmes with their names.
    """

    wanted: Wanted
    proof: Proof
    pages: tuple[QImage, ...]
    dpi: int
    schools: tuple[str, ...]
    names: tuple[str, ...]
    silent: tuple[Value, ...]
    choices: tuple[tuple[str, Text], ...]


def prepare(open_catalogue: OpenCatalogue, wanted: Wanted, choices: Sequence[Column], dpi: int) -> Prepared:
    """The sheet and its pages as Typst sets them. ``choices`` are what a sheet of one programme could be about instead."""
    with open_catalogue() as catalogue:
        gathered = gather(catalogue, wanted.request)
        names = tuple((column.programme, catalogue.programme(column.programme).short_name) for column in choices)
    proof = prove(gathered, wanted.options)
    subjects = gathered.subjects
    return Prepared(
        wanted=wanted,
        proof=proof,
        pages=_pictures(proof, dpi),
        dpi=dpi,
        schools=tuple(dict.fromkeys(subject.institution.short_name for subject in subjects)),
        names=tuple(subject.programme.name for subject in subjects),
        silent=_silent(gathered),
        choices=names,
    )


def _silent(gathered: Gathered) -> tuple[Value, ...]:
    if isinstance(gathered.real, Compared):
        return tuple(row.row.label for row in gathered.real.comparison.rows if row.silent)
    return ()


def pages_again(prepared: Prepared, dpi: int) -> Prepared:
    """The same sheet at another resolution."""
    return replace(prepared, pages=_pictures(prepared.proof, dpi), dpi=dpi)


def drawable_look() -> Look:
    """The school's own look, once its logo was tried: a bad one is said, and sheets are made without it meanwhile."""
    look = own_look()
    draw_logo(look)
    return look


def spots_of(prepared: Prepared, claims: Sequence[Claim]) -> tuple[Spot, ...]:
    """Where the pages print what was found, in the order of the pages."""
    programmes = [column.programme for column in prepared.wanted.request.columns]
    found = (spot_of(prepared.proof.made, claim, programmes) for claim in claims)
    return tuple(sorted({spot for spot in found if spot is not None}, key=lambda spot: (spot.page, spot.bottom)))


def write_pdf(prepared: Prepared, path: Path) -> Path:
    """Writes the sheet as PDF, whole or not at all. Raises ``EnvironmentProblem``."""
    files.save(path, prepared.proof.made.pdf().pdf)
    return path


def print_pictures(prepared: Prepared) -> tuple[QImage, ...]:
    """The pages fine enough for a printer."""
    return _pictures(prepared.proof, PRINT_DPI)


def _pictures(proof: Proof, dpi: int) -> tuple[QImage, ...]:
    return tuple(QImage.fromData(png) for png in proof.made.pictures(dpi))
