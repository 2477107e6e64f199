"""Handing the comparison on: to the clipboard as a table, and into files for spreadsheets."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from advisor_app.interchange.spreadsheet import Page, html_table, tab_separated
from advisor_app.ui.compare.comparison_said import CompareSaid
from advisor_app.ui.compare.exported import comparison_page
from advisor_app.ui.compare.table_file import pages_of, write_table
from advisor_app.ui.itemmodels.comparison import RowSaid
from advisor_app.ui.place import Desk
from advisor_app.ui.sheet.saving import first_folder
from advisor_app.wording import Translator


def copy_table(page: Page) -> None:
    """On the clipboard in both forms: spreadsheets take the tabs, e-mail the table."""
    data = QMimeData()
    data.setText(tab_separated(page))
    data.setHtml(html_table(page))
    QApplication.clipboard().setMimeData(data)


def file_name(words: Translator, today: date, suffix: str) -> str:
    name = words.tr("Comparison")
    return f"{name} {today.isoformat()}.{suffix}"


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
        pages = pages_of(shown, rows)
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
