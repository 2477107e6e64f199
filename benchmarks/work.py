"""What an advisor does all day, on the catalogue that comes with the program."""

import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from advisor_app.domain.columns import Column
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.paths import default_catalogue, resource_dir
from advisor_app.services.browse import Query, browse
from advisor_app.services.check import check
from advisor_app.services.compare import compare
from advisor_app.services.sheet import SheetKind, SheetRequest, gather
from advisor_app.sheets.order import Options
from advisor_app.sheets.proof import prove
from benchmarks.figures import Figure, median_ms, python


def figures() -> Iterator[Figure]:
    """Budgets in milliseconds; the reasons for each are in what the user waits for."""
    with open_catalogue(default_catalogue()) as catalogue:
        columns = [Column(programme=one) for one in catalogue.programme_ids()]
        typed = median_ms(lambda: browse(catalogue, Student(), Query(text="secur")))
        yield Figure(name="a keystroke answered, with facets", value=typed, unit="ms", at_most=10)
        checked = median_ms(lambda: check(catalogue, Student(), None))
        yield Figure(name="every route checked, with the next question", value=checked, unit="ms", at_most=16)
        taken = median_ms(lambda: compare(catalogue, Student(), columns))
        yield Figure(name=f"comparison of {len(columns)} programmes", value=taken, unit="ms", at_most=20)
        richest = catalogue.programme(columns[0].programme)
        five = [*columns, *(Column(programme=richest.id, route=route) for route in (routes_of(richest)[0], routes_of(richest)[-1]))]
        taken = median_ms(lambda: compare(catalogue, Student(), five), clock=time.thread_time)
        yield Figure(name="comparison of five columns, courses aligned", value=taken, unit="ms", at_most=20)
        gathered = gather(catalogue, SheetRequest(kind=SheetKind.COMPARISON, student=Student(), columns=tuple(columns)))
        options = Options(lang="en", printed_on=date(2026, 11, 24))

        def sheet() -> object:
            return prove(gathered, options).made.pdf()

        printed = median_ms(sheet)
        yield Figure(name="sheet, checked and warm", value=printed, unit="ms", at_most=80)
    yield _whole_command([column.programme for column in columns])


def _whole_command(programmes: list[str]) -> Figure:
    student = str(resource_dir() / "samples" / "student.toml")
    with tempfile.TemporaryDirectory() as folder:
        sheet = str(Path(folder) / "sheet.pdf")
        taken = median_ms(python("-m", "advisor_app", "compare", *programmes, "--student", student, "--pdf", sheet), times=3)
    return Figure(name="sheet, whole command", value=taken, unit="ms", at_most=520)
