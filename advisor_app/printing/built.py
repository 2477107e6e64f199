"""What validating the sources of a catalogue comes to."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from advisor_app.domain.catalogue import Catalogue
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.source_problems import SourceProblems
from advisor_app.printing.console import Console
from advisor_app.wording import Translator


def read(folder: Path, t: Translator, console: Console) -> Catalogue:
    """The catalogue in a folder of sources. Every problem is listed; the error that is raised names the first."""
    try:
        return read_catalogue(folder)
    except SourceProblems as found:
        if len(found.problems) > 1:
            console.lines(t.render(problem.message) for problem in found.problems)
        raise


def as_lines(catalogue: Catalogue, t: Translator) -> Iterator[str]:
    """For a terminal: how much there is."""
    yield t.tr(
        "{programmes}, {schools}, version {version} of {day}: no problem found",
        programmes=t.tr_n("{count} programme", "{count} programmes", len(catalogue.programmes)),
        schools=t.tr_n("{count} school", "{count} schools", len(catalogue.institutions)),
        version=catalogue.version,
        day=catalogue.dated,
    )


def verified(version: str, dated: date, programmes: int, t: Translator) -> str:
    """For a terminal: a file that was read from beginning to end."""
    return t.tr(
        "{programmes}, version {version} of {day}: every byte is as it was written, and everything in it can be read",
        programmes=t.tr_n("{count} programme", "{count} programmes", programmes),
        version=version,
        day=dated,
    )
