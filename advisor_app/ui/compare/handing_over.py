"""Handing the comparison on: to the clipboard as a table, and into files for spreadsheets."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.domain.text import Lang, msg
from advisor_app.files import write_whole
from advisor_app.interchange.spreadsheet import Page, csv_file, html_table, tab_separated
from advisor_app.ui.compare.comparison_said import CompareSaid
from advisor_app.ui.compare.exported import comparison_page, source_page
from advisor_app.ui.itemmodels.comparison import RowSaid
from advisor_app.ui.place import Desk
from advisor_app.ui.sheet.saving import first_folder
from advisor_app.wording import Translator

DELIMITERS: dict[Lang, str] = {"fr": ";", "en": ","}


def copy_table(page: Page) -> None:
    """On the clipboard in both forms: spreadsheets take the tabs, e-mail the table."""
    data = QMimeData()
    data.setText(tab_separated(page))
    data.setHtml(html_table(page))
    QApplication.clipboard().setMimeData(data)


def file_name(words: Translator, today: date, suffix: str) -> str:
    name = words.tr("Comparison")
    return f"{name} {today.isoformat()}.{suffix}"


def write_table(path: Path, pages: tuple[Page, ...], words: Translator, made: date) -> Path:
    """Writes the workbook, or the first of the pages as CSV where the name says so. Raises ``EnvironmentProblem``."""
    try:
        write_whole(path, _content(path, pages, words, made))
    except OSError as error:
        why = error.strerror or str(error)
        raise EnvironmentProblem(msg("{file} could not be written ({why}).", file=str(path), why=why)) from error
    return path


def _content(path: Path, pages: tuple[Page, ...], words: Translator, made: date) -> bytes:
    if path.suffix.lower() == ".csv":
        return csv_file(pages[0], delimiter=DELIMITERS[words.lang])
    from advisor_app.interchange.workbook import xlsx_file  # late: what it is made with takes longer to import than the place

    return xlsx_file(pages, made)


class Handing:
    """What the place's copy and save do. ``ask_file`` is given a file's name and what such files are called."""

    def __init__(self, desk: Desk, today: Callable[[], date], parent: QWidget) -> None:
        self._desk, self._today, self._parent = desk, today, parent
        self.ask_file: Callable[[str, str], Path | None] = self._ask_file

    def copy(self, shown: CompareSaid, rows: Sequence[RowSaid]) -> None:
        copy_table(comparison_page(shown.said, rows, shown.name))
        self._desk.say(self._desk.words.tr("Copied as a table, without your notes: paste it into a spreadsheet or an e-mail."))

    def save(self, shown: CompareSaid, rows: Sequence[RowSaid], suffix: str) -> None:
        words, today = self._desk.words, self._today()
        kinds = {"xlsx": words.tr("Excel workbooks"), "csv": words.tr("Tables as CSV")}
        path = self.ask_file(file_name(words, today, suffix), kinds[suffix])
        if path is None:
            return
        pages = (comparison_page(shown.said, rows, shown.name), source_page(shown.said, shown.name))
        self._desk.tasks.submit("compare-save", lambda: write_table(path, pages, words, today), self._saved, receiver=self._parent)

    def _saved(self, path: Path) -> None:
        self._desk.say(self._desk.words.tr("Saved: {file} in {folder}", file=path.name, folder=str(path.parent)))

    def _ask_file(self, name: str, kind: str) -> Path | None:
        """The system's dialog, with the ending put on where it was left off."""
        suffix = Path(name).suffix
        suggested = str(first_folder() / name)
        title = self._desk.words.tr("Save the table")
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, suggested, f"{kind} (*{suffix})")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
