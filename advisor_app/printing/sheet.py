"""The sheet from the command line: what the claim check found in it, and the file."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from advisor_app.domain.errors import UserProblem
from advisor_app.domain.look import Look
from advisor_app.domain.text import msg
from advisor_app.interchange.own_look import own_look
from advisor_app.printing.console import Console
from advisor_app.services.sheet import LONGEST_NAME, LONGEST_OCCASION, Gathered
from advisor_app.wording import Translator


def write(gathered: Gathered, arguments: Namespace, t: Translator, today: date, console: Console) -> None:
    """Makes and saves the sheet; says on standard error what the claim check found in it.

    Raises UserProblem for a look that will not do, for words that have to be mended first, and for a file that is no PDF;
    EnvironmentProblem where it cannot be written.
    """
    from advisor_app.sheets import files  # late, as all of these: a command without a sheet waits for none of them
    from advisor_app.sheets.order import Options
    from advisor_app.sheets.proof import prove, refusal
    from advisor_app.sheets.setting.paper import Paper

    options = Options(
        lang=t.lang,
        printed_on=today,
        paper=Paper(arguments.paper),
        occasion=_short(arguments.event, "--event", LONGEST_OCCASION),
        advisor=_short(arguments.advisor, "--advisor", LONGEST_NAME),
        first_name=_short(arguments.student_name, "--student-name", LONGEST_NAME),
        look=_look(arguments.look),
    )
    proof = prove(gathered, options)
    if proof.to_mend:
        raise UserProblem(refusal(proof.to_mend))
    files.save(arguments.pdf, proof.made.pdf().pdf)
    for claim in proof.claims:
        said = t.tr("{what} ({rule})", what=claim.warning, rule=claim.citation)
        say = console.caution if claim in proof.cautions else console.note
        say(t.tr("{subject}: {detail}", subject=claim.subject, detail=said) if claim.subject else t.sentence(said))


def _look(file: Path | None) -> Look:
    """The look that was named, else the school's own."""
    if file is None:
        return own_look()
    from advisor_app.interchange.look_file import read_look  # late: it brings the readers of files along

    return read_look(file)


def _short(words: str, option: str, longest: int) -> str:
    """What is given for the head of the sheet, on one line."""
    words = " ".join(words.split())
    if len(words) > longest:
        raise UserProblem(msg("{option} takes at most {count} characters", option=option, count=longest))
    return words


def saved_lines(arguments: Namespace, t: Translator) -> Iterator[str]:
    """Where the sheet is, where one was asked for."""
    if arguments.pdf is not None:
        yield ""
        yield t.tr("The sheet is in {file}", file=str(arguments.pdf))
