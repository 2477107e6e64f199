"""What is read when the window has been painted: the catalogue and what the strip, the tray and the palette take from it.

Runs on a pool's thread, and is imported there: it brings the database along.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from advisor_app.domain.columns import Column
from advisor_app.domain.student import Student
from advisor_app.interchange.student_file import read_student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.kept_file import KeptFile
from advisor_app.models.repository import CatalogueRepository
from advisor_app.paths import resource_dir, user_data_dir
from advisor_app.services.session import Session, usable
from advisor_app.services.shelf import Shelf
from advisor_app.ui.strip import FieldKey, Option, diplomas
from advisor_app.ui.words import Words

if TYPE_CHECKING:
    from advisor_app.services.look_up import Hit
    from advisor_app.services.what_if import Moves

_LIKELY_COUNTRIES = ("FR", "GB", "DE", "ES", "IT", "MA", "DZ", "TN", "SN")


class Opened(NamedTuple):
    """An open catalogue, what the strip picks from it, and the desk as it was left with what keeps it."""

    catalogue: CatalogueRepository
    options: dict[FieldKey, tuple[Option, ...]]
    keeper: KeptFile[Session]
    session: Session


def opened(file: Path) -> Opened:
    """Opens the catalogue. Raises a Problem where it cannot be used."""
    catalogue = open_catalogue(file)
    keeper = KeptFile(user_data_dir() / "session.json", Session, Session())
    return Opened(catalogue, strip_options(catalogue), keeper, usable(keeper.load(), catalogue))


def shelf() -> KeptFile[Shelf]:
    """Pins, recent programmes and saved searches, where the advisor keeps them."""
    return KeptFile(user_data_dir() / "shelf.json", Shelf, Shelf())


def sample(catalogue: CatalogueRepository) -> tuple[Student, tuple[str, ...]]:
    """The student that comes with the program, and the programmes that a tour compares."""
    file = resource_dir() / "samples" / "student.toml"
    return read_student(file, catalogue.reference(), {*catalogue.campus_ids(), "paris"}), catalogue.programme_ids()


def student_of(catalogue: CatalogueRepository, file: Path) -> Student:
    """The student of a file. Raises a Problem that names the place in it."""
    return read_student(file, catalogue.reference(), catalogue.campus_ids())


def moves(catalogue: CatalogueRepository, actual: Student, supposed: Student) -> "Moves":
    """What a what-if moves."""
    from advisor_app.services.what_if import moves as weighed  # here: the list of programmes comes first

    return weighed(catalogue, actual, supposed)


def look_up(catalogue: CatalogueRepository, student: Student, text: str) -> "tuple[Hit, ...]":
    """The programmes that the palette offers."""
    from advisor_app.services.look_up import look_up as hits  # here, as above

    return hits(catalogue, student, text)


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


def describe_column(catalogue: CatalogueRepository, column: Column, words: Words) -> tuple[str, str]:
    """A column's short name, and its school and entry, for the tray."""
    programme = catalogue.programme(column.programme)
    school = catalogue.institution(programme.institution).short_name
    if column.route is not None:
        entry = next((one for one in programme.entry_points if one.id == column.route.entry), None)
        chosen = [one for one in programme.formats if one.id == column.route.format]
        parts = [entry.name if entry else "", *(words.render(one.name) for one in chosen)]
        return words.render(programme.short_name), " · ".join([school, *(part for part in parts if part)])
    after = sorted({entry.after for entry in programme.entry_points})
    levels = ", ".join(words.tr("Bac+{level}", level=level) for level in after)
    return words.render(programme.short_name), words.tr("{school} · entry at {levels}", school=school, levels=levels)
