"""What can be asked on the command line, and how wrong usage is answered. Abilities are named, not run: the root does that."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from advisor_app import paths
from advisor_app.domain.text import LANGS
from advisor_app.printing.console import Console
from advisor_app.printing.usage_words import spoken_in
from advisor_app.wording import Translator

WRONG = 2  # the exit status of wrong usage
PAPERS = ("a4", "letter")


def parsed(argv: Sequence[str], t: Translator, console: Console) -> argparse.Namespace:
    """The arguments, with the ability asked for as ``does``. Raises SystemExit for help, version and wrong usage."""
    with spoken_in(t):
        return _parsed(argv, t, console)


def _parsed(argv: Sequence[str], t: Translator, console: Console) -> argparse.Namespace:
    parser = _Parser(
        prog="advisor",
        description=t.tr(
            "Finds the programmes that fit a student, and says why. No command: the window. "
            "A file alone: the window with that student (.toml) or that catalogue (.sqlite)."
        ),
    )
    parser.console = console
    parser.add_argument("--catalogue", type=Path, metavar="FILE", default=paths.default_catalogue(), help=t.tr("another catalogue"))
    parser.add_argument("--version", action=_Version, help=t.tr("the version, and nothing else"))
    parser.add_argument(
        "--portable", action="store_true", help=t.tr("keep everything in a folder beside the program, now and from now on")
    )
    parser.add_argument("--until-painted", action="store_true", help=argparse.SUPPRESS)  # to measure a start, and to try one
    parser.set_defaults(does="window", lang=None, opens=None)
    commands = parser.add_subparsers(metavar="COMMAND", title=t.tr("commands"))
    _browsing(commands, t, console)
    _deciding(commands, t, console)
    _keeping(commands, t, console)
    return _with_file(parser, argv) or parser.parse_args(argv)


def _with_file(parser: "_Parser", argv: Sequence[str]) -> argparse.Namespace | None:
    """What a double click on a file gives: the file's path alone, or with another catalogue before it."""
    *before, last = argv or ("",)
    file = Path(last)
    if (
        file.suffix.lower() not in {paths.STUDENT_SUFFIX, paths.CATALOGUE_SUFFIX}
        or before[-1:] == ["--catalogue"]
        or not all(one.startswith("--") for one in before[::2])
    ):
        return None
    found = parser.parse_args(before)
    if found.does != "window":
        return None
    if file.suffix.lower() == paths.CATALOGUE_SUFFIX:
        found.catalogue = file
    else:
        found.opens = file
    return found


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, then how the command is used."""

    console: Console

    def error(self, message: str) -> NoReturn:
        self.console.error(message)
        self.console.raw_error(self.format_usage())
        self.exit(WRONG)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes longer than reading all arguments."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:  # noqa: A002 - argparse's name
        super().__init__(option_strings, dest=argparse.SUPPRESS, default=argparse.SUPPRESS, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from advisor_app import carried  # late: as above

        parser._print_message(f"advisor {carried.version()}\n", sys.stdout)  # noqa: SLF001 - as argparse's own action does
        parser.exit()


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def _ability(commands: "_Commands[_Parser]", name: str, does: str, says: str, console: Console) -> _Parser:
    made = commands.add_parser(name, help=says, description=says)
    made.console = console
    made.set_defaults(does=does)
    return made


def _answers(made: _Parser, t: Translator) -> None:
    made.add_argument(
        "--lang", choices=LANGS, help=t.tr("the language of the answer, over ADVISOR_LANG, the settings and the system’s")
    )
    made.add_argument("--json", action="store_true", help=t.tr("answer as JSON, for other programs"))


def _sheet(made: _Parser, t: Translator) -> None:
    """The options of every command that can write a sheet."""
    add = made.add_argument_group(t.tr("the sheet")).add_argument
    add("--pdf", type=Path, metavar="OUT.pdf", help=t.tr("write the sheet here"))
    add("--paper", choices=PAPERS, default="a4", help=t.tr("the paper it is printed on; A4 unless said otherwise"))
    add("--event", metavar="TEXT", default="", help=t.tr("the school or event that hands it out"))
    add("--advisor", metavar="NAME", default="", help=t.tr("the advisor’s first name, to be printed"))
    add("--student-name", metavar="NAME", default="", help=t.tr("the student’s first name, to be printed; never kept"))
    add("--look", type=Path, metavar="FILE.toml", help=t.tr("the school’s own look, over the one in the user’s folder"))


def _browsing(commands: "_Commands[_Parser]", t: Translator, console: Console) -> None:
    search = _ability(commands, "programmes", "programmes", t.tr("search the catalogue"), console)
    search.add_argument("text", nargs="*", metavar="TEXT", help=t.tr("words to look for; none lists everything"))
    _answers(search, t)
    show = _ability(commands, "show", "show", t.tr("one programme, every fact with status and source"), console)
    show.add_argument("programme", metavar="ID")
    show.add_argument("--student", type=Path, metavar="STUDENT.toml", help=t.tr("whom the sheet is for"))
    _answers(show, t)
    _sheet(show, t)


def _deciding(commands: "_Commands[_Parser]", t: Translator, console: Console) -> None:
    does = t.tr("every route’s verdict, findings, cost, and the question to ask next")
    check = _ability(commands, "check", "check", does, console)
    check.add_argument("student", type=Path, metavar="STUDENT.toml")
    check.add_argument("--programme", metavar="ID", help=t.tr("only this programme"))
    supposes = t.tr("suppose a student file’s key=value, or all of another file, and say what moves; may be given again")
    check.add_argument("--what-if", action="append", default=[], metavar="KEY=VALUE|FILE.toml", help=supposes)
    _answers(check, t)
    _sheet(check, t)
    compare = _ability(commands, "compare", "compare", t.tr("two to five programmes side by side"), console)
    compare.add_argument("first", metavar="ID")
    compare.add_argument("others", nargs="+", metavar="ID")
    compare.add_argument("--student", type=Path, metavar="STUDENT.toml", help=t.tr("whom it is for"))
    _answers(compare, t)
    _sheet(compare, t)
    add = compare.add_argument_group(t.tr("the table")).add_argument
    add("--xlsx", type=Path, metavar="OUT.xlsx", help=t.tr("write the table and its sources here, as an Excel workbook"))
    add("--csv", type=Path, metavar="OUT.csv", help=t.tr("write the table here, as CSV"))


def _keeping(commands: "_Commands[_Parser]", t: Translator, console: Console) -> None:
    catalogue = _ability(commands, "catalogue", "catalogue", t.tr("validate or build a catalogue"), console)
    verbs = catalogue.add_subparsers(metavar="VERB", required=True, title=t.tr("commands"))
    build = _ability(verbs, "build", "catalogue build", t.tr("validate the sources and write a catalogue"), console)
    check = _ability(verbs, "check", "catalogue check", t.tr("validate the sources, or prove a catalogue sound"), console)
    build.add_argument("sources", type=Path, metavar="SOURCE_DIR")
    check.add_argument("sources", type=Path, metavar="SOURCE_DIR|FILE.sqlite")
    build.add_argument("out", type=Path, metavar="OUT.sqlite")
    _ability(commands, "selftest", "selftest", t.tr("prove that this installation works"), console)
    desktop = _ability(commands, "desktop", "desktop", t.tr("Advisor in this computer’s menu, and its files opened by it"), console)
    does = desktop.add_subparsers(metavar="VERB", required=True, title=t.tr("commands"))
    _ability(does, "add", "desktop add", t.tr("put it there, where it lies now"), console)
    _ability(does, "remove", "desktop remove", t.tr("take it away again"), console)
