"""The command line: parses, calls a service, prints. A root: what nobody foresaw ends here as one line and an entry in the log.

The window starts here too and has to paint at once, so whatever it does not need is imported by the command that does.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app import paths

if TYPE_CHECKING:
    from argparse import Namespace

    from advisor_app.domain.errors import EnvironmentProblem
    from advisor_app.domain.student import Student
    from advisor_app.domain.text import Lang, Message
    from advisor_app.models.repository import CatalogueRepository
    from advisor_app.printing.console import Console
    from advisor_app.printing.supposed import Supposed
    from advisor_app.wording import Translator

DONE, MENDABLE, INTERRUPTED = 0, 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives the exit status: 0 done, 1 a problem that the user can mend, 2 wrong usage."""
    given = sys.argv[1:] if argv is None else argv
    try:
        return _run(given) if given else open_window(paths.default_catalogue())
    except SystemExit as end:  # argparse: --help, --version, wrong usage
        return end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough, as with `| head`
        _close_quietly()
        return DONE
    except Exception as error:
        return _report(error, None)


def _run(argv: Sequence[str]) -> int:
    from advisor_app.printing import usage
    from advisor_app.printing.console import Console

    console = Console()
    voice = _voice(None)
    arguments = usage.parsed(argv, voice, console)
    if arguments.portable:
        paths.portable_dir().mkdir(exist_ok=True)
    if arguments.does == "window":
        return open_window(arguments.catalogue, opens=arguments.opens, until_painted=arguments.until_painted)
    try:
        with _spared():
            status = _COMMANDS[arguments.does](arguments, _voice(arguments.lang) if arguments.lang else voice, console)
        console.flush()
    except BrokenPipeError:
        raise
    except Exception as error:
        return _report(error, arguments.lang)
    return status


@contextmanager
def _spared() -> Iterator[None]:
    """While a command runs its garbage is let be: looking for it among all that was imported takes a tenth of the time."""
    from advisor_app.sparing import Spared

    spared = Spared()
    try:
        yield
    finally:
        spared.end()


def _voice(lang: "Lang | None") -> "Translator":
    """The language asked for, else that of the environment, the settings, the system."""
    from advisor_app import settings
    from advisor_app.wording import Translator

    return Translator(lang or settings.language_in_use(settings.load().settings))


def _report(error: Exception, lang: "Lang | None") -> int:
    """One line on standard error."""
    from advisor_app.printing.console import Console

    Console().error(_voice(lang).render(_said(error)))
    return MENDABLE


def _said(error: Exception) -> "Message":
    """The error in words. What is neither the user's nor the environment's is kept whole in the log."""
    from advisor_app.domain.errors import Problem, reason
    from advisor_app.domain.text import msg

    if isinstance(error, Problem):
        return error.message
    if isinstance(error, OSError) and error.strerror:
        if error.filename is None:
            return msg("The system refused: {reason}", reason=reason(error))
        return msg("{place}: {what}", place=str(error.filename), what=reason(error))
    from advisor_app import log

    kept = log.keep(error)
    if kept is None:
        return msg("A fault of the program ({kind}). Nothing of yours was changed.", kind=type(error).__name__)
    return msg(
        "A fault of the program ({kind}). Nothing of yours was changed. {file} tells more; please report it.",
        kind=type(error).__name__,
        file=str(kept),
    )


def _close_quietly() -> None:
    """Lets the interpreter close standard output without complaining once more about the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# --- what is done


def _today() -> date:
    return datetime.now().astimezone().date()


def _opened(file: Path) -> "CatalogueRepository":
    from advisor_app.models.catalogue_file import SOON_READ, open_catalogue

    return open_catalogue(file, seal_up_to=SOON_READ)


def _student(file: Path | None, catalogue: "CatalogueRepository") -> "Student":
    if file is None:
        from advisor_app.domain.student import Student

        return Student()
    from advisor_app.interchange.student_file import read_student

    return read_student(file, catalogue.reference(), catalogue.campus_ids())


def open_window(catalogue: Path, *, opens: Path | None = None, until_painted: bool = False) -> int:
    """Opens the window. Raises EnvironmentProblem where there is no screen, or Qt lacks something of the system."""
    problem = _no_display()
    if problem is not None:
        from advisor_app.domain.errors import EnvironmentProblem

        raise EnvironmentProblem(problem)
    from advisor_app.sparing import Spared

    spared = Spared()
    try:
        load_qt()
    except ImportError as error:
        from advisor_app import graphics

        if not graphics.lend():
            raise _lacking(error) from error
        load_qt()
    from advisor_app import start

    return start.run(catalogue, opens=opens, until_painted=until_painted, spared=spared)


def load_qt() -> None:
    """Before the window's own modules, each of which PySide would else look into."""
    from advisor_app.sparing import import_plainly

    import_module("PySide6.QtWidgets")
    import_plainly()


def _lacking(error: ImportError) -> "EnvironmentProblem":
    """Qt cannot be loaded: the system has not all that it needs."""
    from advisor_app.domain.errors import EnvironmentProblem
    from advisor_app.domain.text import msg

    if paths.is_frozen():
        return EnvironmentProblem(
            msg(
                "The window cannot be opened here ({reason}): this system lacks what every desktop has. "
                "The commands work without it: advisor --help",
                reason=str(error),
            )
        )
    said = msg("The window cannot be opened here ({reason}). “make setup” says what the system lacks", reason=str(error))
    return EnvironmentProblem(said)


def _no_display() -> "Message | None":
    """Why no window can be opened; Qt itself would end the whole program."""
    if not sys.platform.startswith("linux"):
        return None
    if any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return None
    from advisor_app.domain.text import msg

    return msg("There is no display to open the window on. The commands work without one: advisor --help")


def _programmes(arguments: "Namespace", t: "Translator", console: "Console") -> int:
    from advisor_app.domain.student import Student
    from advisor_app.printing import listed
    from advisor_app.services.browse import Order, Query, browse
    from advisor_app.services.listed import rows

    text = " ".join(arguments.text)
    with _opened(arguments.catalogue) as catalogue:
        found = browse(catalogue, Student(), Query(text=text, order=Order.FIT if text else Order.NAME))
        made = rows(catalogue, found)
    if arguments.json:
        console.json(listed.as_data(found, made, t))
    else:
        console.lines(listed.as_lines(found, made, t, console.width))
    return DONE


def _show(arguments: "Namespace", t: "Translator", console: "Console") -> int:
    from advisor_app.domain.columns import Column
    from advisor_app.printing import facts, sheet
    from advisor_app.services.detailed import details
    from advisor_app.services.sheet import Gathered, SheetKind, SheetRequest

    with _opened(arguments.catalogue) as catalogue:
        student = _student(arguments.student, catalogue)
        found = details(catalogue, student, arguments.programme)
        if arguments.pdf is not None:
            columns = (Column(programme=arguments.programme),)
            request = SheetRequest(kind=SheetKind.PROGRAMME, student=student, columns=columns)
            sheet.write(Gathered(request=request, real=found), arguments, t, _today(), console)
    if arguments.json:
        console.json(facts.as_data(found, t))
    else:
        console.lines(facts.as_lines(found, t, _today(), console.width))
        console.lines(sheet.saved_lines(arguments, t))
    return DONE


def _check(arguments: "Namespace", t: "Translator", console: "Console") -> int:
    from advisor_app.printing import checked, sheet
    from advisor_app.services.check import check
    from advisor_app.services.sheet import SheetKind, SheetRequest, gather

    ids = None if arguments.programme is None else (arguments.programme,)
    with _opened(arguments.catalogue) as catalogue:
        found = check(catalogue, _student(arguments.student, catalogue), ids)
        what_if = _what_if(arguments, found.student, catalogue, ids)
        if arguments.pdf is not None:
            supposed = what_if.checked.student if what_if else None
            request = SheetRequest(kind=SheetKind.SUMMARY, student=found.student, supposed=supposed, only=ids or ())
            sheet.write(gather(catalogue, request), arguments, t, _today(), console)
    if arguments.json:
        console.json(checked.as_data(found, t, what_if))
    else:
        console.lines(checked.as_lines(found, t, _today(), console.width, what_if))
        console.lines(sheet.saved_lines(arguments, t))
    return DONE


def _what_if(
    arguments: "Namespace", actual: "Student", catalogue: "CatalogueRepository", ids: Sequence[str] | None
) -> "Supposed | None":
    from advisor_app.interchange.supposition import read_supposed
    from advisor_app.printing.supposed import Supposed
    from advisor_app.services.check import check
    from advisor_app.services.what_if import moves

    if not arguments.what_if:
        return None
    student = read_supposed(arguments.student, arguments.what_if, catalogue.reference(), catalogue.campus_ids())
    return Supposed(tuple(arguments.what_if), check(catalogue, student, ids), moves(catalogue, actual, student, ids))


def _compare(arguments: "Namespace", t: "Translator", console: "Console") -> int:
    from advisor_app.domain.columns import Column
    from advisor_app.printing import compared, sheet, table
    from advisor_app.services.compare import compare
    from advisor_app.services.sheet import Gathered, SheetKind, SheetRequest

    columns = tuple(Column(programme=one) for one in (arguments.first, *arguments.others))
    tables = table.wanted(arguments)
    with _opened(arguments.catalogue) as catalogue:
        found = compare(catalogue, _student(arguments.student, catalogue), columns)
        if arguments.pdf is not None:
            request = SheetRequest(kind=SheetKind.COMPARISON, student=found.student, columns=columns)
            sheet.write(Gathered(request=request, real=found), arguments, t, _today(), console)
    if tables:
        from advisor_app.ui.compare.table_file import all_rows, write_table  # the window's own table, which needs no window

        pages = all_rows(found, t, _today())
        for path in tables:
            write_table(path, pages, t, _today())
    if arguments.json:
        console.json(compared.as_data(found, t))
    else:
        console.lines(compared.as_lines(found, t, _today(), console.width))
        console.lines((*sheet.saved_lines(arguments, t), *table.saved_lines(tables, t)))
    return DONE


def _catalogue_check(arguments: "Namespace", t: "Translator", console: "Console") -> int:
    from advisor_app.printing import built

    if arguments.sources.suffix.lower() == paths.CATALOGUE_SUFFIX:
        with _opened(arguments.sources) as catalogue:
            catalogue.verify()
            console.lines([built.verified(catalogue.version, catalogue.dated, len(catalogue.programme_ids()), t)])
        return DONE
    console.lines(built.as_lines(built.read(arguments.sources, t, console), t))
    return DONE


def _catalogue_build(arguments: "Namespace", t: "Translator", console: "Console") -> int:
    from advisor_app.printing import built
    from advisor_app.services.build import build

    catalogue = built.read(arguments.sources, t, console)
    build(catalogue, arguments.out)
    console.lines([*built.as_lines(catalogue, t), t.tr("The catalogue is in {file}", file=str(arguments.out))])
    return DONE


def _selftest(arguments: "Namespace", t: "Translator", console: "Console") -> int:
    import logging

    from advisor_app.printing import selftest

    logging.disable()  # what is wrong is said in one line, and that is the error
    try:
        with _opened(arguments.catalogue) as catalogue:
            for line in selftest.lines(selftest.Bench(catalogue=catalogue, t=t, today=_today()), partial(_drawn, t)):
                console.lines([line])
                console.flush()
    finally:
        logging.disable(logging.NOTSET)
    return DONE


def _drawn(t: "Translator") -> str:
    """Draws the window where nobody sees it, in a process of its own: where Qt cannot start it ends the whole process."""
    import subprocess
    import tempfile

    from advisor_app.domain.errors import EnvironmentProblem
    from advisor_app.domain.text import msg

    again = [sys.executable] if paths.is_frozen() else [sys.executable, "-m", "advisor_app"]
    command = [*again, "--until-painted"]
    with tempfile.TemporaryDirectory() as own:  # a folder of its own: a window that is open is left alone
        unseen = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ADVISOR_DATA_DIR": own}
        ran = subprocess.run(command, env=unseen, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603 - ourselves
    if ran.returncode:
        why = next(iter(ran.stderr.strip().splitlines()[-1:]), str(ran.returncode))
        raise EnvironmentProblem(msg("The window could not be drawn ({reason})", reason=why.removeprefix("error: ")))
    return t.tr("started and drawn, unseen")


def _desktop_add(_: "Namespace", t: "Translator", console: "Console") -> int:
    from advisor_app import desktop

    written = desktop.add()
    if written is None:
        console.lines([t.tr("This system finds Advisor by itself.")])
    else:
        console.lines([t.tr("Advisor is in the menu now ({place}). Do this again when you have moved it.", place=str(written))])
    return DONE


def _desktop_remove(_: "Namespace", t: "Translator", console: "Console") -> int:
    from advisor_app import desktop

    desktop.remove()
    console.lines([t.tr("Advisor is no longer in the menu.")])
    return DONE


_COMMANDS: "dict[str, Callable[[Namespace, Translator, Console], int]]" = {
    "programmes": _programmes,
    "show": _show,
    "check": _check,
    "compare": _compare,
    "catalogue build": _catalogue_build,
    "catalogue check": _catalogue_check,
    "selftest": _selftest,
    "desktop add": _desktop_add,
    "desktop remove": _desktop_remove,
}
