"""Making the sheet, apart from any widget: what is wanted goes in, pages and PDF come out. Runs on a pool's thread."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from PySide6.QtGui import QImage

from advisor_app.domain.facts import Source
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang, Message, msg
from advisor_app.services.compare import Column, Compared, compare
from advisor_app.services.reader import CatalogueReader
from advisor_app.sheets import files
from advisor_app.sheets.comparison import comparison_sheet
from advisor_app.sheets.model import SheetModel
from advisor_app.sheets.render import pages_png, render
from advisor_app.wording import Translator

OpenCatalogue: TypeAlias = Callable[[], AbstractContextManager[CatalogueReader]]

ANSWERS, COST, COURSES = "answers", "cost", "courses"
PARTS: dict[str, Message] = {ANSWERS: msg("Student’s answers"), COST: msg("Cost timeline"), COURSES: msg("Courses")}
"""What can be left off the sheet. Verdicts, facts, sources and notes are always on it."""

PRINT_DPI = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Everything that a sheet depends on. ``supposed``: the student is one of a what-if, which the sheet must say."""

    columns: tuple[Column, ...]
    student: Student
    lang: Lang
    today: dt.date
    left_off: frozenset[str] = frozenset()
    supposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A sheet ready to be looked at. ``pages`` are pictures at ``dpi``; ``schools`` and ``sources`` are in the columns' order."""

    wanted: Wanted
    model: SheetModel
    pages: tuple[QImage, ...]
    dpi: int
    schools: tuple[str, ...]
    names: tuple[str, ...]
    sources: tuple[Source, ...] = field(default=())


def prepare(open_catalogue: OpenCatalogue, wanted: Wanted, dpi: int) -> Prepared:
    """The sheet and its pages as Typst sets them."""
    with open_catalogue() as catalogue:
        compared = compare(catalogue, wanted.student, wanted.columns)
    model = sheet_of(compared, wanted)
    subjects = [column.subject for column in compared.columns]
    pages = [subject.sources.get(subject.programme.source) for subject in subjects]
    return Prepared(
        wanted=wanted,
        model=model,
        pages=_pictures(model, dpi),
        dpi=dpi,
        schools=tuple(dict.fromkeys(subject.institution.short_name for subject in subjects)),
        names=tuple(subject.programme.name for subject in subjects),
        sources=tuple(dict.fromkeys(source for source in pages if source is not None)),
    )


def sheet_of(compared: Compared, wanted: Wanted) -> SheetModel:
    """The model of the sheet, without what is left off."""
    words = Translator(wanted.lang)
    model = comparison_sheet(compared, words, wanted.today)
    if ANSWERS in wanted.left_off:
        model = replace(model, student="")
    if wanted.supposed:
        model = replace(model, student=words.tr("What if, not the real situation: {student}", student=model.student or "…"))
    if COST in wanted.left_off:
        model = replace(model, cost=None)
    return replace(model, courses=None) if COURSES in wanted.left_off else model


def pages_again(prepared: Prepared, dpi: int) -> Prepared:
    """The same sheet at another resolution."""
    return replace(prepared, pages=_pictures(prepared.model, dpi), dpi=dpi)


def write_pdf(prepared: Prepared, path: Path) -> Path:
    """Writes the sheet as PDF, whole or not at all. Raises ``EnvironmentProblem``."""
    files.save(path, render(prepared.model))
    return path


def print_pictures(prepared: Prepared) -> tuple[QImage, ...]:
    """The pages fine enough for a printer."""
    return _pictures(prepared.model, PRINT_DPI)


def _pictures(model: SheetModel, dpi: int) -> tuple[QImage, ...]:
    return tuple(QImage.fromData(png) for png in pages_png(model, dpi))
