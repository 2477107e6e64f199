"""Proves that an installation works, by doing a little of everything: what is missing shows here, not in front of a student."""

from collections.abc import Iterator
from datetime import date

from advisor_app import paths
from advisor_app.domain.comparison import FEWEST
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.domain.student import Student
from advisor_app.domain.text import LANGS, msg
from advisor_app.interchange.student_file import read_student
from advisor_app.models.repository import CatalogueRepository
from advisor_app.printing import facts
from advisor_app.services.browse import Query, browse, details
from advisor_app.services.check import check
from advisor_app.services.compare import Column, Compared, compare
from advisor_app.sheets.comparison import comparison_sheet
from advisor_app.sheets.render import render
from advisor_app.wording import Translator, catalogues

WIDTH = 80


def lines(catalogue: CatalogueRepository, t: Translator, today: date) -> Iterator[str]:
    """One line for each part that works, as soon as it has. A part that does not raises what it ran into."""
    catalogue.verify()
    ids = catalogue.programme_ids()
    found = browse(catalogue, Student(), Query())
    yield t.tr_n("ok  catalogue: {count} programme", "ok  catalogue: {count} programmes", len(found))
    for lang in LANGS:
        if not catalogues.speaks(lang):
            raise EnvironmentProblem(msg("The translation “{lang}” is missing or broken; install the program again.", lang=lang))
        said = sum(1 for one in ids for _ in facts.as_lines(details(catalogue, Student(), one), Translator(lang), today, WIDTH))
        yield t.tr("ok  facts in {lang}: {count} lines", lang=lang, count=said)
    student = sample(catalogue)
    checked = check(catalogue, student)
    yield t.tr_n(
        "ok  check of a sample student: {count} route", "ok  check of a sample student: {count} routes", len(checked.routes)
    )
    compared = compare(catalogue, student, [Column(programme=one) for one in _columns(ids)])
    for lang in LANGS:
        yield t.tr("ok  sheet in {lang}: {size} kB of PDF", lang=lang, size=_sheet(compared, Translator(lang), today) // 1000)


def sample(catalogue: CatalogueRepository) -> Student:
    """The student that comes with the program, whose campus another catalogue need not know."""
    return read_student(
        paths.resource_dir() / "samples" / "student.toml", catalogue.reference(), {*catalogue.campus_ids(), "paris"}
    )


def _columns(ids: tuple[str, ...]) -> tuple[str, ...]:
    """The first three programmes; a single one is compared with itself."""
    return ids[:3] if len(ids) >= FEWEST else ids * FEWEST


def _sheet(compared: Compared, t: Translator, today: date) -> int:
    document = render(comparison_sheet(compared, t, today))
    if not document.startswith(b"%PDF"):
        raise RuntimeError("the typesetter wrote no PDF")
    return len(document)
