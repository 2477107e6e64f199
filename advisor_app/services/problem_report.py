"""What whoever looks after the program needs to know of a fault: versions, the machine, the catalogue, the log.

Nothing of a student, and no name of a folder, which may hold a person's: the advisor reads it before sending it.
"""

import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from advisor_app import carried, log, paths
from advisor_app.domain.errors import reason
from advisor_app.services.reader import CatalogueReader
from advisor_app.wording import Translator

LOG_LINES = 300
"""The newest lines of the log that go along."""

Line = tuple[str, str]


def problem_report(t: Translator, catalogue: CatalogueReader | None, file: Path, window: Iterable[Line]) -> str:
    """The report as plain text. ``file`` is the catalogue's; ``window`` is what the window knows of itself and the screen."""
    parts: list[tuple[str, Iterable[Line]]] = [
        (t.tr("Program"), _program(t)),
        (t.tr("Machine"), [*_machine(t), *window]),
        (t.tr("Catalogue"), _catalogue(t, catalogue, file)),
    ]
    text = "\n\n".join("\n".join([title, *(f"  {_line(t, one)}" for one in lines)]) for title, lines in parts)
    noted, title = log.newest(LOG_LINES) or t.tr("nothing"), t.tr("Log, newest last")
    return f"{text}\n\n{title}\n{noted}\n"


def _line(t: Translator, line: Line) -> str:
    name, said = line
    return t.tr("{name}: {said}", name=name, said=said)


def _program(t: Translator) -> Iterator[Line]:
    yield "Advisor", carried.version()
    yield t.tr("form"), t.tr("standalone folder") if paths.is_frozen() else t.tr("installed with Python")
    yield "Python", platform.python_version()
    try:
        yield from carried.loaded()
    except ImportError as error:  # one library that does not load is just what a report has to say
        yield t.tr("missing"), str(error.name)


def _machine(t: Translator) -> Iterator[Line]:
    yield t.tr("system"), f"{platform.system()} {platform.release()} {platform.machine()}"
    yield t.tr("file names"), sys.getfilesystemencoding()


def _catalogue(t: Translator, catalogue: CatalogueReader | None, file: Path) -> Iterator[Line]:
    yield t.tr("file"), file.name
    try:
        yield t.tr("size"), t.tr_n("{count} byte", "{count} bytes", file.stat().st_size)
    except OSError as error:
        yield t.tr("size"), t.render(reason(error))
    if catalogue is None:
        yield t.tr("open"), t.tr("no")
        return
    yield t.tr("version"), f"{catalogue.version}, {t.date(catalogue.dated)}"
    yield t.tr("programmes"), str(len(catalogue.programme_ids()))
    yield t.tr("schools"), str(len(catalogue.institution_ids()))
