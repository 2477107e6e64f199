"""Proves that an installation works, by doing a little of everything: what is missing shows here, not in front of a student."""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from advisor_app import carried, paths
from advisor_app.domain.columns import Column
from advisor_app.domain.comparison import FEWEST
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.domain.requirements import kinds
from advisor_app.domain.student import Student
from advisor_app.domain.text import LANGS, Lang, msg
from advisor_app.interchange.student_file import read_student
from advisor_app.models.repository import CatalogueRepository
from advisor_app.printing import facts
from advisor_app.services.browse import Query, browse
from advisor_app.services.check import check
from advisor_app.services.compare import Compared, compare
from advisor_app.services.detailed import details
from advisor_app.sheets import files
from advisor_app.sheets.comparison import comparison_sheet
from advisor_app.sheets.render import render
from advisor_app.wording import Translator, catalogues

WIDTH = 80
_END = b"%%EOF"
Paint = Callable[[], str]
"""Paints a window that nobody sees; gives what it was drawn with. Raises a Problem where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What the parts are tried on."""

    catalogue: CatalogueRepository
    t: Translator
    today: date


def lines(bench: Bench, paint: Paint) -> Iterator[str]:
    """One line for each part that works, as soon as it has, with the seconds it took. A part that does not raises why."""
    began = time.perf_counter()
    for step in (_libraries, _catalogue, _kinds, _search, *map(_facts_in, LANGS), _check, *map(_sheet_in, LANGS)):
        start = time.perf_counter()
        said = step(bench)
        yield f"ok {time.perf_counter() - start:6.2f} s  {said}"
    start = time.perf_counter()
    painted = paint()
    yield f"ok {time.perf_counter() - start:6.2f} s  " + bench.t.tr("window: {painted}", painted=painted)
    yield f"ok {time.perf_counter() - began:6.2f} s  " + bench.t.tr("all of it; Advisor {version}", version=carried.version())


def _libraries(bench: Bench) -> str:
    found = ", ".join(f"{name} {version}" for name, version in carried.loaded())
    return bench.t.tr("libraries: {names}", names=found)


def _catalogue(bench: Bench) -> str:
    bench.catalogue.verify()
    return bench.t.tr_n(
        "catalogue: {count} programme, every page and document read",
        "catalogue: {count} programmes, every page and document read",
        len(bench.catalogue.programme_ids()),
    )


def _kinds(bench: Bench) -> str:
    names = sorted(kinds.load())
    return bench.t.tr_n(
        "kinds of requirement: {count} ({names})", "kinds of requirement: {count} ({names})", len(names), names=", ".join(names)
    )


def _search(bench: Bench) -> str:
    """A programme is found by its name."""
    ids = bench.catalogue.programme_ids()
    if not ids:
        return bench.t.tr("search: the catalogue is empty")
    name = bench.catalogue.programme(ids[0]).name
    found = browse(bench.catalogue, Student(), Query(text=name))
    if not any(ids[at] == ids[0] for at in found.positions):
        raise EnvironmentProblem(msg("A search for “{name}” does not find it; install the program again.", name=name))
    return bench.t.tr("search: “{name}” found", name=name)


def _facts_in(lang: Lang) -> Callable[[Bench], str]:
    def step(bench: Bench) -> str:
        if not catalogues.speaks(lang):
            raise EnvironmentProblem(msg("The translation “{lang}” is missing or broken; install the program again.", lang=lang))
        shown = (details(bench.catalogue, Student(), one) for one in bench.catalogue.programme_ids()[:5])
        said = sum(1 for one in shown for _ in facts.as_lines(one, Translator(lang), bench.today, WIDTH))
        return bench.t.tr("facts in {lang}: {count} lines", lang=lang, count=said)

    return step


def _check(bench: Bench) -> str:
    checked = check(bench.catalogue, sample(bench.catalogue), bench.catalogue.programme_ids()[:20])
    return bench.t.tr_n(
        "check of a sample student: {count} route", "check of a sample student: {count} routes", len(checked.routes)
    )


def _sheet_in(lang: Lang) -> Callable[[Bench], str]:
    def step(bench: Bench) -> str:
        columns = [Column(programme=one) for one in _columns(bench.catalogue.programme_ids())]
        compared = compare(bench.catalogue, sample(bench.catalogue), columns)
        size = _sheet(compared, Translator(lang), bench.today)
        return bench.t.tr("sheet in {lang}: {size} kB of PDF, written and read back", lang=lang, size=size // 1000)

    return step


def sample(catalogue: CatalogueRepository) -> Student:
    """The student that comes with the program, whose campus another catalogue need not know."""
    return read_student(
        paths.resource_dir() / "samples" / "student.toml", catalogue.reference(), {*catalogue.campus_ids(), "paris"}
    )


def _columns(ids: tuple[str, ...]) -> tuple[str, ...]:
    """The first three programmes; a single one is compared with itself."""
    return ids[:3] if len(ids) >= FEWEST else ids * FEWEST


def _sheet(compared: Compared, t: Translator, today: date) -> int:
    """The bytes of a sheet that went to a disk and came back."""
    document = render(comparison_sheet(compared, t, today))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sheet.pdf"
        files.save(file, document)
        back = file.read_bytes()
    if back != document or not back.startswith(files.PDF) or not back.rstrip().endswith(_END):
        raise EnvironmentProblem(msg("The sheet did not come back from the disk as it was written."))
    return len(back)
