"""The command line: parses, calls a service, prints. A root: what nobody foresaw ends here as one line and an entry in the log.

Everything but the parser is imported by the command that needs it, so that the window, which starts here too, paints at once.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from advisor_app import paths, settings
from advisor_app.domain.errors import EnvironmentProblem, Problem
from advisor_app.domain.text import LANGS, Message, msg
from advisor_app.printing.console import Console
from advisor_app.wording import Translator

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from advisor_app.domain.student import Student
    from advisor_app.services.compare import Compared
    from advisor_app.services.reader import CatalogueReader

DONE, MENDABLE, MISUSED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives the exit status: 0 done, 1 a problem that the user can mend, 2 wrong usage."""
    console = Console()
    t = Translator(settings.language_in_use(settings.load().settings))
    try:
        arguments = _parser(t, console).parse_args(argv)
        t = Translator(arguments.lang) if getattr(arguments, "lang", None) else t
        command: Callable[[argparse.Namespace, Translator, Console], int] = arguments.command
        status = command(arguments, t, console)
        console.flush()
    except SystemExit as end:  # argparse: --help, --version, wrong usage
        return end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough, as with `| head`
        _close_quietly()
        return DONE
    except Exception as error:
        console.error(t.render(_said(error)))
        return MENDABLE
    return status


def _said(error: Exception) -> Message:
    """The error as one line. What is neither the user's nor the environment's is kept whole in the log."""
    if isinstance(error, Problem):
        return error.message
    if isinstance(error, OSError) and error.strerror:
        return msg("{place}: {what}", place=str(error.filename or ""), what=error.strerror) if error.filename else _plain(error)
    from advisor_app.printing import faults

    kept = faults.keep(error)
    if kept is None:
        return msg("A fault of the program ({kind}). Nothing of yours was changed.", kind=type(error).__name__)
    return msg(
        "A fault of the program ({kind}). Nothing of yours was changed. {file} tells more; please report it.",
        kind=type(error).__name__,
        file=str(kept),
    )


def _plain(error: OSError) -> Message:
    return msg("The system refused: {reason}", reason=str(error.strerror))


def _close_quietly() -> None:
    """Lets the interpreter close standard output without complaining once more about the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# --- what can be asked


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, then how the command is used."""

    console: Console

    def error(self, message: str) -> NoReturn:
        self.console.error(message)
        self.console.raw_error(self.format_usage())
        self.exit(MISUSED)


def _parser(t: Translator, console: Console) -> argparse.ArgumentParser:
    _Parser.console = console
    parser = _Parser(
        prog="advisor", description=t.tr("Finds the programmes that fit a student, and says why. No command: the window.")
    )
    parser.add_argument("--catalogue", type=Path, metavar="FILE", default=paths.default_catalogue(), help=t.tr("another catalogue"))
    parser.add_argument("--version", action="version", version=f"advisor {_version()}")
    parser.set_defaults(command=_window)
    commands = parser.add_subparsers(metavar="COMMAND", title=t.tr("commands"))

    def command(name: str, run: Callable[[argparse.Namespace, Translator, Console], int], does: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=does, description=does)
        made.set_defaults(command=run)
        return made

    def speaking(made: argparse.ArgumentParser) -> argparse.ArgumentParser:
        made.add_argument("--lang", choices=LANGS, help=t.tr("the language of the answer"))
        made.add_argument("--json", action="store_true", help=t.tr("answer as JSON, for other programs"))
        return made

    search = speaking(command("programmes", _programmes, t.tr("search the catalogue")))
    search.add_argument("text", nargs="*", metavar="TEXT", help=t.tr("words to look for; none lists everything"))
    show = speaking(command("show", _show, t.tr("one programme, every fact with status and source")))
    show.add_argument("programme", metavar="ID")
    check = speaking(command("check", _check, t.tr("every route’s verdict, findings, cost, and the question to ask next")))
    check.add_argument("student", type=Path, metavar="STUDENT.toml")
    check.add_argument("--programme", metavar="ID", help=t.tr("only this programme"))
    compare = speaking(command("compare", _compare, t.tr("two to five programmes side by side")))
    compare.add_argument("first", metavar="ID")
    compare.add_argument("others", nargs="+", metavar="ID")
    compare.add_argument("--student", type=Path, metavar="STUDENT.toml", help=t.tr("whom it is for"))
    compare.add_argument("--pdf", type=Path, metavar="OUT.pdf", help=t.tr("write the sheet here"))
    _catalogue_parser(command("catalogue", _catalogue_check, t.tr("validate or build a catalogue")), t)
    command("selftest", _selftest, t.tr("prove that this installation works"))
    return parser


def _catalogue_parser(parser: argparse.ArgumentParser, t: Translator) -> None:
    verbs = parser.add_subparsers(metavar="VERB", required=True, title=t.tr("commands"))
    build = verbs.add_parser("build", help=t.tr("validate the sources and write a catalogue"))
    check = verbs.add_parser("check", help=t.tr("validate the sources"))
    for verb, run in ((build, _catalogue_build), (check, _catalogue_check)):
        verb.add_argument("sources", type=Path, metavar="SOURCE_DIR")
        verb.set_defaults(command=run)
    build.add_argument("out", type=Path, metavar="OUT.sqlite")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("advisor")
    except PackageNotFoundError:  # a checkout that nobody installed
        return "0"


# --- what is done


def _today() -> date:
    return datetime.now().astimezone().date()


def _opened(file: Path) -> "AbstractContextManager[CatalogueReader]":
    from advisor_app.models.catalogue_file import open_catalogue

    return open_catalogue(file)


def _student(file: Path | None, catalogue: "CatalogueReader") -> "Student":
    from advisor_app.domain.student import Student
    from advisor_app.interchange.student_file import read_student

    if file is None:
        return Student()
    campuses = {campus for one in catalogue.programme_ids() for campus in catalogue.programme(one).campuses}
    return read_student(file, catalogue.reference(), campuses)


def _window(arguments: argparse.Namespace, _t: Translator, _console: Console) -> int:
    problem = _no_display()
    if problem is not None:
        raise EnvironmentProblem(problem)
    try:
        from advisor_app import app
    except ImportError as error:
        if "advisor_app" in str(error.name):
            raise
        raise EnvironmentProblem(
            msg("The window cannot be opened here ({reason}). “make setup” says what the system lacks", reason=str(error))
        ) from error
    return app.run(arguments.catalogue)


def _no_display() -> Message | None:
    """Why no window can be opened; Qt itself would end the whole program."""
    if not sys.platform.startswith("linux"):
        return None
    if any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return None
    return msg("There is no display to open the window on. The commands work without one: advisor --help")


def _programmes(arguments: argparse.Namespace, t: Translator, console: Console) -> int:
    from advisor_app.domain.student import Student
    from advisor_app.printing import listed
    from advisor_app.services.browse import Order, Query, browse

    text = " ".join(arguments.text)
    with _opened(arguments.catalogue) as catalogue:
        found = browse(catalogue, Student(), Query(text=text, order=Order.VERDICT if text else Order.NAME))
    if arguments.json:
        console.json(listed.as_data(found, t))
    else:
        console.lines(listed.as_lines(found, t, console.width))
    return DONE


def _show(arguments: argparse.Namespace, t: Translator, console: Console) -> int:
    from advisor_app.domain.student import Student
    from advisor_app.printing import facts
    from advisor_app.services.browse import details

    with _opened(arguments.catalogue) as catalogue:
        found = details(catalogue, Student(), arguments.programme)
    if arguments.json:
        console.json(facts.as_data(found, t))
    else:
        console.lines(facts.as_lines(found, t, _today(), console.width))
    return DONE


def _check(arguments: argparse.Namespace, t: Translator, console: Console) -> int:
    from advisor_app.printing import checked
    from advisor_app.services.check import check

    ids = None if arguments.programme is None else (arguments.programme,)
    with _opened(arguments.catalogue) as catalogue:
        found = check(catalogue, _student(arguments.student, catalogue), ids)
    if arguments.json:
        console.json(checked.as_data(found, t))
    else:
        console.lines(checked.as_lines(found, t, _today(), console.width))
    return DONE


def _compare(arguments: argparse.Namespace, t: Translator, console: Console) -> int:
    from advisor_app.printing import compared
    from advisor_app.services.compare import Column, compare

    columns = [Column(programme=one) for one in (arguments.first, *arguments.others)]
    with _opened(arguments.catalogue) as catalogue:
        found = compare(catalogue, _student(arguments.student, catalogue), columns)
    if arguments.pdf is not None:
        _write_sheet(arguments.pdf, found, t)
    if arguments.json:
        console.json(compared.as_data(found, t))
        return DONE
    console.lines(compared.as_lines(found, t, _today(), console.width))
    if arguments.pdf is not None:
        console.lines(["", t.tr("The sheet is in {file}", file=str(arguments.pdf))])
    return DONE


def _write_sheet(file: Path, found: "Compared", t: Translator) -> None:
    from advisor_app.sheets import files
    from advisor_app.sheets.comparison import comparison_sheet
    from advisor_app.sheets.render import render

    files.save(file, render(comparison_sheet(found, t, _today())))


def _catalogue_check(arguments: argparse.Namespace, t: Translator, console: Console) -> int:
    from advisor_app.printing import built

    console.lines(built.as_lines(built.read(arguments.sources, t, console), t))
    return DONE


def _catalogue_build(arguments: argparse.Namespace, t: Translator, console: Console) -> int:
    from advisor_app.printing import built
    from advisor_app.services.build import build

    catalogue = built.read(arguments.sources, t, console)
    build(catalogue, arguments.out)
    console.lines([*built.as_lines(catalogue, t), t.tr("The catalogue is in {file}", file=str(arguments.out))])
    return DONE


def _selftest(arguments: argparse.Namespace, t: Translator, console: Console) -> int:
    from advisor_app.printing import selftest

    with _opened(arguments.catalogue) as catalogue:
        console.lines(selftest.lines(catalogue, t, _today()))
    return DONE
