"""The sheet of three programmes: warm, and as a whole command, beside other ways to make the same two pages."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from advisor_app.domain.columns import Column
from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.paths import default_catalogue, resource_dir
from advisor_app.services.sheet import SheetKind, SheetRequest, gather
from advisor_app.sheets.make import Printed
from advisor_app.sheets.order import Options
from advisor_app.sheets.proof import prove
from benchmarks.figures import Figure, median_ms, python
from benchmarks.sheet_peers import by_office, by_reportlab, by_weasyprint, lines_of, office

ELSEWHERE = 520
"""Milliseconds that LibreOffice took where the budget was set; it is held against where LibreOffice is not installed."""


def figures() -> Iterator[Figure]:
    """Ours has its claims checked and its words fitted; the others only set lines that are given to them.

    No budget says how it must stand beside ReportLab, which can tag nothing; twice its time is what is allowed here.
    """
    with open_catalogue(default_catalogue()) as catalogue:
        programmes = catalogue.programme_ids()
        columns = tuple(Column(programme=one) for one in programmes)
        gathered = gather(catalogue, SheetRequest(kind=SheetKind.COMPARISON, student=Student(), columns=columns))
    options = Options(lang="en", printed_on=date(2026, 11, 24))

    def sheet() -> Printed:
        return prove(gathered, options).made.pdf()

    lines = lines_of(sheet().pdf)
    warm = median_ms(sheet)
    yield Figure(name="sheet, checked and warm", value=warm, unit="ms", at_most=80)
    peer = median_ms(lambda: by_weasyprint(lines), times=3)
    yield Figure(name="the same beside a tagged peer", value=warm, unit="ms", peer=peer, against="WeasyPrint", at_most=0.25)
    peer = median_ms(lambda: by_reportlab(lines))
    yield Figure(name="the same beside an untagged peer", value=warm, unit="ms", peer=peer, against="ReportLab", at_most=2.0)
    yield _whole_command(programmes, lines)


def _whole_command(programmes: tuple[str, ...], lines: list[str]) -> Figure:
    name, student = "sheet, whole command", str(resource_dir() / "samples" / "student.toml")
    with tempfile.TemporaryDirectory() as folder:
        written = str(Path(folder) / "ours.pdf")
        taken = median_ms(python("-m", "advisor_app", "compare", *programmes, "--student", student, "--pdf", written), times=5)
        if office() is None:
            return Figure(name=name, value=taken, unit="ms", at_most=ELSEWHERE)
        peer = median_ms(lambda: by_office(lines, Path(folder)), times=5)
    return Figure(name=name, value=taken, unit="ms", peer=peer, against="LibreOffice", at_most=1.0)
