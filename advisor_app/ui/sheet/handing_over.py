"""The ways out of the Sheet place: to a file, to paper, to a draft message, to the folder."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from advisor_app.sheets import files
from advisor_app.sheets.proof import refusal
from advisor_app.ui.place import Desk
from advisor_app.ui.sheet import printing, saving
from advisor_app.ui.sheet.memory import SheetMemory
from advisor_app.ui.sheet.preview import Prepared, print_pictures, write_pdf
from advisor_app.wording import Translator

PDF, PRINT, MAIL = "sheet-pdf", "sheet-print", "sheet-mail"

AskFile = Callable[[Path], Path | None]
Open = Callable[[Path], bool]


class HandingOver:
    """Takes the sheet that is in sight, asks what must be asked, and says what was made.

    ``ask_file`` asks where to save; ``open_path`` gives a file or a folder to the system.
    """

    def __init__(self, owner: QWidget, desk: Desk, memory: SheetMemory, sheet: Callable[[], Prepared | None]) -> None:
        self._owner, self._desk, self._memory, self._sheet = owner, desk, memory, sheet
        self.ask_file: AskFile = lambda suggested: saving.ask_for_file(owner, suggested, desk.words)
        self.open_path: Open = _open_with_system

    @property
    def folder(self) -> Path:
        """Where sheets go: where the last one went, or the user's documents."""
        last = self._memory.folder
        return last if last is not None and last.is_dir() else saving.first_folder()

    def save(self) -> None:
        """Asks where, then writes the PDF."""
        prepared = self._fit_to_leave()
        path = self.ask_file(self.folder / name_of(prepared)) if prepared else None
        if prepared and path is not None:
            self._desk.tasks.submit(PDF, partial(write_pdf, prepared, path), self._saved, receiver=self._owner)

    def print(self) -> None:
        """Asks for a printer, then sends the pages."""
        prepared, t = self._fit_to_leave(), self._desk.words
        if prepared is None:
            return
        if not printing.has_printer():
            words = t.tr("This computer knows no printer. Save the sheet as PDF and print it elsewhere.")
            self._desk.say(words, "warning", action=t.tr("Save"), on_action=self.save)
            return
        first = prepared.pages[0]
        paper, across = prepared.wanted.options.paper, first.width() > first.height()
        asks, title = t.tr("Print the sheet"), prepared.proof.made.title
        printer = printing.ask_for_printer(self._owner, asks, title, len(prepared.pages), paper, across=across)
        if printer is not None:
            self._desk.tasks.submit(PRINT, partial(print_pictures, prepared), partial(self._print, printer), receiver=self._owner)

    def mail(self) -> None:
        """Writes a draft message with the sheet attached, beside the sheets, and opens it in the mail program."""
        prepared = self._fit_to_leave()
        if prepared is not None:
            t = Translator(prepared.wanted.options.lang)  # it goes to the family, in the language of what is attached
            body = t.tr("The sheet is attached. It says what the schools’ pages say, with their dates; the schools decide.")
            work = partial(write_draft, prepared, self.folder, body)
            self._desk.tasks.submit(MAIL, work, self._drafted, receiver=self._owner)

    def open_folder(self) -> None:
        """The folder in which sheets are saved, in the system's own way."""
        t = self._desk.words
        if not self.open_path(self.folder):
            self._desk.say(t.tr("The folder could not be opened: {folder}", folder=str(self.folder)), "warning")

    def _fit_to_leave(self) -> Prepared | None:
        """The sheet in sight, unless there is none or its makers own words are still to be mended."""
        prepared = self._sheet()
        if prepared is None or not prepared.proof.to_mend:
            return prepared
        self._desk.say(self._desk.words.render(refusal(prepared.proof.to_mend)), "warning")
        return None

    def _saved(self, path: Path) -> None:
        t = self._desk.words
        self._memory.saved_in(path.parent)
        self._desk.say(
            t.tr("Saved: {file} in {folder}", file=path.name, folder=str(path.parent)),
            action=t.tr("Open folder"),
            on_action=self.open_folder,
        )

    def _drafted(self, path: Path) -> None:
        t = self._desk.words
        if self.open_path(path):
            words = t.tr("Draft opened, with the sheet attached: {file} in {folder}", file=path.name, folder=str(path.parent))
            self._desk.say(words, action=t.tr("Open folder"), on_action=self.open_folder)
        else:
            words = t.tr("No mail program opened the draft. It is {file} in {folder}.", file=path.name, folder=str(path.parent))
            self._desk.say(words, "warning", action=t.tr("Open folder"), on_action=self.open_folder)

    def _print(self, printer: QPrinter, pages: tuple[QImage, ...]) -> None:
        t = self._desk.words
        if printing.print_pages(printer, pages):
            self._desk.say(t.tr("Sent to {printer}", printer=printer.printerName() or printer.outputFileName()))
        else:
            words = t.tr(
                "The printer {printer} does not answer. Check it, or save the sheet as PDF.", printer=printer.printerName()
            )
            self._desk.say(words, "error", action=t.tr("Save"), on_action=self.save)


def name_of(prepared: Prepared) -> str:
    """What its file is called."""
    wanted = prepared.wanted
    about = prepared.names if len(prepared.names) == 1 else prepared.schools
    return saving.file_name(wanted.request.kind, about, wanted.options.lang, wanted.options.printed_on)


def write_draft(prepared: Prepared, folder: Path, body: str) -> Path:
    """Writes the draft, whole or not at all, under a name that is free. Raises ``EnvironmentProblem``."""
    from advisor_app.interchange.mail_draft import draft  # late: brings the whole of the mail library along

    name = name_of(prepared)
    path = saving.free((folder / name).with_suffix(".eml"))
    files.save_new(path, draft(prepared.proof.made.title, body, prepared.proof.made.pdf().pdf, name))
    return path


def _open_with_system(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
