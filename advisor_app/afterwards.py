"""What is read when the first list of programmes is there: what the strip picks from, what was kept, students' files.

Runs on a pool's thread, and is imported there.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from advisor_app.domain.errors import Problem
from advisor_app.domain.student import Qualification, Student
from advisor_app.models.kept_file import KeptFile
from advisor_app.models.repository import CatalogueRepository
from advisor_app.paths import resource_dir, user_data_dir
from advisor_app.services.browse import Query
from advisor_app.services.session import Session, usable
from advisor_app.services.shelf import Shelf
from advisor_app.ui.browse.asking import Speaker, find, open_one
from advisor_app.ui.browse.tab_titles import Tab
from advisor_app.ui.clock import local_today
from advisor_app.ui.strip import FieldKey, Option, diplomas

if TYPE_CHECKING:
    from advisor_app.wording import Translator

_READ_THROUGH = 256_000_000
"""Bytes: some ten seconds on a slow stick, beside everything else. A larger file waits for `advisor catalogue check`."""

_LIKELY_COUNTRIES = ("FR", "GB", "DE", "ES", "IT", "MA", "DZ", "TN", "SN")


class KeptDesk(NamedTuple):
    """What the strip picks from, and the desk as it was left with what keeps it."""

    options: dict[FieldKey, tuple[Option, ...]]
    keeper: KeptFile[Session]
    session: Session


def desk(catalogue: CatalogueRepository) -> KeptDesk:
    """Raises a Problem where the catalogue turns out to be damaged."""
    keeper = KeptFile(user_data_dir() / "session.json", Session, Session())
    return KeptDesk(strip_options(catalogue), keeper, usable(keeper.load(), catalogue))


def strip_options(catalogue: CatalogueRepository) -> dict[FieldKey, tuple[Option, ...]]:
    """What the student strip offers out of a catalogue: what is likely first, the rest by name."""
    reference = catalogue.reference()
    likely = [code for code in _LIKELY_COUNTRIES if code in reference.countries]
    others = sorted((code for code in reference.countries if code not in likely), key=lambda code: reference.countries[code].en)
    fields = sorted(reference.fields.values(), key=lambda field: (len(field.parents), field.name.en))
    titles = diplomas.titles(reference.qualifications.values())
    today = datetime.now(UTC).date()
    return {
        "qualification.title": titles,
        "qualification.country": diplomas.countries(reference.countries, (*likely, *others), titles, today),
        "qualification.fields": tuple(Option((field.id,), field.name) for field in fields),
        "wishes.campus": tuple(Option(campus, name) for campus, name in catalogue.campuses().items()),
    }


def rehearse(catalogue: CatalogueRepository, words: "Translator") -> None:
    """Answers a student whom nobody sees, and looks at a programme, so that the first real answer comes as fast as those after it.

    What is wrong with the catalogue is said to whoever asks it for something.
    """
    student, speaker = Student(qualifications=(Qualification(level=3),)), Speaker(words, local_today())
    with suppress(Problem):
        answer = find(catalogue, student, Query(), speaker, None)
        for row in answer.chunks[0].rows[:1] if answer.chunks else ():
            open_one(catalogue, student, row.id, Tab.OVERVIEW, speaker)


def shelf() -> KeptFile[Shelf]:
    """Pins, recent programmes and saved searches, where the advisor keeps them."""
    return KeptFile(user_data_dir() / "shelf.json", Shelf, Shelf())


def sample(catalogue: CatalogueRepository) -> tuple[Student, tuple[str, ...]]:
    """The student that comes with the program, and the programmes that a tour compares."""
    from advisor_app.interchange.student_file import read_student  # here: few starts read a student's file

    file = resource_dir() / "samples" / "student.toml"
    return read_student(file, catalogue.reference(), {*catalogue.campus_ids(), "paris"}), catalogue.programme_ids()


def student_of(catalogue: CatalogueRepository, file: Path) -> Student:
    """The student of a file. Raises a Problem that names the place in it."""
    from advisor_app.interchange.student_file import read_student  # here, as above

    return read_student(file, catalogue.reference(), catalogue.campus_ids())


def read_through(catalogue: CatalogueRepository) -> Iterator[None]:
    """The steps of reading the whole file. Raises a Problem where a byte is not as it was written."""
    if catalogue.path.stat().st_size <= _READ_THROUGH:
        yield from catalogue.read_through()
