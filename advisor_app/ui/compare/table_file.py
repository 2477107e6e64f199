"""The comparison's table as a file for spreadsheets: what the place shows, or all rows for the command line. Needs no window."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from advisor_app.domain.arrangement import Arrangement
from advisor_app.domain.errors import EnvironmentProblem, reason
from advisor_app.domain.text import Lang, msg
from advisor_app.files import write_whole
from advisor_app.interchange.spreadsheet import Page, csv_file
from advisor_app.services.compare import Compared
from advisor_app.ui.compare.arranged import Rows, Seen, arranged
from advisor_app.ui.compare.comparison_said import CompareSaid, said_of
from advisor_app.ui.compare.exported import comparison_page, source_page
from advisor_app.ui.itemmodels.comparison import RowSaid
from advisor_app.wording import Translator

DELIMITERS: dict[Lang, str] = {"fr": ";", "en": ","}


def pages_of(shown: CompareSaid, rows: Sequence[RowSaid]) -> tuple[Page, ...]:
    """The table, and where its values come from."""
    return comparison_page(shown.said, rows, shown.name), source_page(shown.said, shown.name)


def all_rows(compared: Compared, words: Translator, today: date) -> tuple[Page, ...]:
    """The same of every row, as they stand where nobody arranged them."""
    shown = said_of(compared, words, today)
    return pages_of(shown, arranged(shown.said, Seen(rows=Rows.ALL), Arrangement(), words))


def write_table(path: Path, pages: Sequence[Page], words: Translator, made: date) -> Path:
    """Writes the workbook, or the first of the pages as CSV where the name says so. Raises ``EnvironmentProblem``."""
    try:
        write_whole(path, _content(path, pages, words, made))
    except OSError as error:
        raise EnvironmentProblem(msg("{file} could not be written ({why}).", file=str(path), why=reason(error))) from error
    return path


def _content(path: Path, pages: Sequence[Page], words: Translator, made: date) -> bytes:
    if path.suffix.lower() == ".csv":
        return csv_file(pages[0], delimiter=DELIMITERS[words.lang])
    from advisor_app.interchange.workbook import xlsx_file  # late: what it is made with takes longer to import than the place

    return xlsx_file(pages, made)
