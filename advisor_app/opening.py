"""What the first list of programmes waits for: the catalogue, and what tray and palette ask of it.

Runs on a pool's thread, and is imported there: it brings the database along. What can wait is in ``afterwards``.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import advisor_app.services.listed  # noqa: F401 - the list is made with it, and the window's own thread need not read it
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.ui.words import Words

if TYPE_CHECKING:
    from advisor_app.domain.columns import Column
    from advisor_app.domain.student import Student
    from advisor_app.services.look_up import Hit
    from advisor_app.services.what_if import Moves


def opened(file: Path) -> CatalogueRepository:
    """Opens the catalogue. Raises a Problem where it cannot be used."""
    return open_catalogue(file)


def moves(catalogue: CatalogueRepository, actual: "Student", supposed: "Student") -> "Moves":
    """What a what-if moves."""
    from advisor_app.services.what_if import moves as weighed  # here: the list of programmes comes first

    return weighed(catalogue, actual, supposed)


def look_up(catalogue: CatalogueRepository, student: "Student", text: str) -> "tuple[Hit, ...]":
    """The programmes that the palette offers."""
    from advisor_app.services.look_up import look_up as hits  # here, as above

    return hits(catalogue, student, text)


def describe_column(catalogue: CatalogueRepository, column: "Column", words: Words) -> tuple[str, str]:
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
