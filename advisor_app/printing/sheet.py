"""The sheet from the command line: its options, what the claim check found, and the file."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from advisor_app.printing.console import Console
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.sheet import SheetRequest, gather
from advisor_app.wording import Translator

PAPERS = ("a4", "letter")


def add_options(made: ArgumentParser, t: Translator) -> None:
    """The options of every command that can write a sheet."""
    add = made.add_argument_group(t.tr("the sheet")).add_argument
    add("--pdf", type=Path, metavar="OUT.pdf", help=t.tr("write the sheet here"))
    add("--paper", choices=PAPERS, default="a4", help=t.tr("the paper it is printed on; A4 unless said otherwise"))
    add("--event", metavar="TEXT", default="", help=t.tr("the school or event that hands it out"))
    add("--advisor", metavar="NAME", default="", help=t.tr("the advisor’s first name, to be printed"))
    add("--student-name", metavar="NAME", default="", help=t.tr("the student’s first name, to be printed; never kept"))
    add("--look", type=Path, metavar="FILE.toml", help=t.tr("the school’s own look, over the one in the user’s folder"))


def write(
    catalogue: CatalogueReader, request: SheetRequest, arguments: Namespace, t: Translator, today: date, console: Console
) -> None:
    """Makes and saves the sheet; says on standard error what the claim check found in it.

    Raises UserProblem for a look that will not do, for words that have to be mended first, and for a file that is no PDF;
    EnvironmentProblem where it cannot be written.
    """
    from advisor_app.domain.errors import UserProblem  # late: a command without a sheet does not wait for the typesetter
    from advisor_app.interchange.look_file import own_look, read_look
    from advisor_app.sheets import files
    from advisor_app.sheets.order import Options
    from advisor_app.sheets.proof import prove, refusal
    from advisor_app.sheets.setting.paper import Paper

    options = Options(
        lang=t.lang,
        printed_on=today,
        paper=Paper(arguments.paper),
        occasion=arguments.event.strip(),
        advisor=arguments.advisor.strip(),
        first_name=arguments.student_name.strip(),
        look=own_look() if arguments.look is None else read_look(arguments.look),
    )
    proof = prove(gather(catalogue, request), options)
    if proof.to_mend:
        raise UserProblem(refusal(proof.to_mend))
    files.save(arguments.pdf, proof.made.pdf().pdf)
    for claim in proof.claims:
        said = t.tr("{what} ({rule})", what=claim.warning, rule=claim.citation)
        console.caution(t.tr("{subject}: {detail}", subject=claim.subject, detail=said) if claim.subject else t.sentence(said))


def saved_lines(arguments: Namespace, t: Translator) -> Iterator[str]:
    """Where the sheet is, where one was asked for."""
    if arguments.pdf is not None:
        yield ""
        yield t.tr("The sheet is in {file}", file=str(arguments.pdf))
