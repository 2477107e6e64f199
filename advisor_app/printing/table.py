"""The comparison as files for spreadsheets, asked for on the command line: which they are, and where they were put."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from advisor_app.domain.errors import UserProblem
from advisor_app.domain.text import msg
from advisor_app.wording import Translator


def wanted(arguments: Namespace) -> tuple[Path, ...]:
    """The files asked for. Raises UserProblem for one by another ending, so that nothing else is written over by mistake."""
    asked = ((arguments.xlsx, "--xlsx", ".xlsx"), (arguments.csv, "--csv", ".csv"))
    for path, option, ending in asked:
        if path is not None and path.suffix.lower() != ending:
            raise UserProblem(
                msg("{option} takes a file whose name ends in {ending}, not {file}", option=option, ending=ending, file=str(path))
            )
    return tuple(path for path, _, _ in asked if path is not None)


def saved_lines(files: Sequence[Path], t: Translator) -> Iterator[str]:
    """Where the tables are, where some were asked for."""
    if files:
        yield ""
    for file in files:
        yield t.tr("The table is in {file}", file=str(file))
