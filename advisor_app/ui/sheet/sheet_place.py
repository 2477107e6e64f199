"""The Sheet place: what prints, page by page, and the way to paper or PDF."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QImage, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.ui.components import Button, EmptyPlace, Kind, Label, LoadingLine, PaneBar, rule
from advisor_app.ui.itemmodels.pages import PagesModel
from advisor_app.ui.place import Desk, Place
from advisor_app.ui.sheet import printing, saving
from advisor_app.ui.sheet.memory import SheetMemory
from advisor_app.ui.sheet.pages_view import ZOOMS, PagesView
from advisor_app.ui.sheet.panel import SheetPanel
from advisor_app.ui.sheet.preview import (
    OpenCatalogue,
    Prepared,
    Wanted,
    pages_again,
    prepare,
    print_pictures,
    write_pdf,
)
from advisor_app.ui.sheet.thumbnails import Thumbnails
from advisor_app.ui.tokens import Role, Space

PREVIEW, PDF, PRINT = "sheet-preview", "sheet-pdf", "sheet-print"

AskFile = Callable[[Path], Path | None]


class SheetPlace(Place):
    """Renders again whenever the comparison, the student, the language or the size changes; the old pages stay meanwhile."""

    def __init__(self, desk: Desk, open_catalogue: OpenCatalogue, memory: SheetMemory | None = None) -> None:
        super().__init__(desk)
        t = desk.words
        self._open = open_catalogue
        self._memory = memory if memory is not None else SheetMemory()
        self._prepared: Prepared | None = None
        self._asked: Wanted | None = None
        self.today: dt.date | None = None
        self.ask_file: AskFile = lambda suggested: saving.ask_for_file(self, suggested, t)
        self.pages = PagesModel(t, self)
        self.thumbnails = Thumbnails(self.pages, t)
        self.view = PagesView(t.tr("Sheet preview"))
        self.panel = SheetPanel(t, self._memory.lang or t.lang, self._memory.left_off)
        self.loading = LoadingLine(t, t.tr("Setting the sheet…"))
        self.note = Label("", Role.SMALL, "text2", wrap=False)
        self.zoom = Button(t.tr("Fit width"), trailing="chevron-down")
        self.back = Button(t.tr("To the programmes"), Kind.PRIMARY, icon="library")
        self._stack = QStackedWidget()
        self._fill()
        self._connect()

    # --- what the frame asks

    def activate(self) -> None:
        self._refresh()
        if self._stack.currentIndex() == 0:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        t = self.desk.words
        return (
            (t.tr("Ctrl+S"), t.tr("Save the sheet as PDF")),
            (t.tr("Ctrl+Shift+P"), t.tr("Print the sheet")),
            ("Ctrl++  Ctrl+-  Ctrl+0", t.tr("Larger, smaller, fit width")),
        )

    # --- building

    def _fill(self) -> None:
        t = self.desk.words
        bar = PaneBar()
        bar.line.addWidget(Label(t.tr("Sheet"), Role.TITLE, wrap=False))
        bar.line.addWidget(self.note, 1)
        self.zoom.setAccessibleName(t.tr("Size of the preview"))
        self.zoom.setMenu(self._zoom_menu())
        bar.line.addWidget(self.zoom)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.thumbnails)
        line.addWidget(rule(vertical=True))
        line.addWidget(self.view, 1)
        line.addWidget(rule(vertical=True))
        line.addWidget(self.panel)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.loading)
        column.addLayout(line, 1)
        self._stack.addWidget(shown)
        self._stack.addWidget(self._empty())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _empty(self) -> QWidget:
        t = self.desk.words
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, Space.UNIT, 0, 0)
        line.addWidget(self.back)
        line.addStretch(1)
        return EmptyPlace(
            t.tr("A sheet compares two to five programmes"),
            t.tr("Add them in Programmes with the key C. The sheet then shows here exactly what prints."),
            middle=holder,
        )

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for percent in (None, *ZOOMS):
            action = QAction(self._zoom_words(percent), menu)
            action.setCheckable(True)
            action.setChecked(percent is None)
            action.triggered.connect(lambda _on=False, percent=percent: self._set_zoom(percent))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _zoom_words(self, percent: int | None) -> str:
        t = self.desk.words
        return t.tr("Fit width") if percent is None else t.tr("{percent} %", percent=percent)

    def _connect(self) -> None:
        state = self.desk.state
        state.comparison_changed.connect(self._refresh)
        state.student_changed.connect(self._refresh)
        state.supposing_changed.connect(self._refresh)
        self.panel.changed.connect(self._choices_changed)
        self.panel.save_button.clicked.connect(self.save)
        self.panel.print_button.clicked.connect(self.print)
        self.view.dpi_wanted.connect(self._render_again)
        self.view.page_shown.connect(self.thumbnails.show_page)
        self.thumbnails.chosen.connect(self.view.go_to)
        self.back.clicked.connect(lambda: state.go("programmes"))
        self.loading.cancelled.connect(lambda: self.desk.tasks.cancel(PREVIEW))
        for keys, act in (
            ("Ctrl+S", self.save),
            ("Ctrl+Shift+P", self.print),
            ("Ctrl++", lambda: self._step_zoom(1)),
            ("Ctrl+=", lambda: self._step_zoom(1)),
            ("Ctrl+-", lambda: self._step_zoom(-1)),
            ("Ctrl+0", lambda: self._set_zoom(None)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)  # works only while the place is in sight

    # --- the preview

    @property
    def wanted(self) -> Wanted:
        state = self.desk.state
        today = self.today or dt.date.today()  # noqa: DTZ011 - a sheet carries the advisor's own day
        return Wanted(
            columns=state.comparison,
            student=state.student,
            lang=self.panel.lang,
            today=today,
            left_off=self.panel.left_off,
            supposed=state.student != state.actual,
        )

    def _refresh(self) -> None:
        """Makes the sheet anew where something changed that is on it; unseen places wait until they are shown."""
        comparable = self.desk.state.comparable
        self._stack.setCurrentIndex(0 if comparable else 1)
        wanted = self.wanted
        if not comparable or wanted == self._asked or self.desk.state.place != "sheet":
            return
        self._asked = wanted
        dpi, opened = self.view.dpi, self._open
        self.loading.start()
        self.desk.tasks.submit(PREVIEW, lambda: prepare(opened, wanted, dpi), self._show, self._failed, receiver=self)

    def _render_again(self, dpi: int) -> None:
        prepared = self._prepared
        if prepared is not None and dpi != prepared.dpi and prepared.wanted == self._asked:
            self.loading.start()
            self.desk.tasks.submit(PREVIEW, lambda: pages_again(prepared, dpi), self._show, self._failed, receiver=self)

    def _show(self, prepared: Prepared) -> None:
        t = self.desk.words
        self.loading.stop()
        self._prepared = prepared
        self.pages.set_pages(prepared.pages)
        self.view.set_pages(prepared.pages)
        self.view.setAccessibleDescription("; ".join(prepared.names))
        if not self.thumbnails.currentIndex().isValid():
            self.thumbnails.show_page(0)
        self.panel.show_sources(prepared.sources, prepared.wanted.today)
        self.note.setText(
            t.tr_n("exactly what prints · {count} page, A4", "exactly what prints · {count} pages, A4", len(prepared.pages))
        )

    def _failed(self, error: BaseException) -> None:
        self._asked = None
        self.loading.stop()
        self.desk.report(error)

    def _choices_changed(self) -> None:
        self._memory.choose(self.panel.lang, self.panel.left_off)
        self._refresh()

    def _set_zoom(self, percent: int | None) -> None:
        self.view.set_zoom(percent)
        self.zoom.setText(self._zoom_words(percent))
        self.zoom.updateGeometry()

    def _step_zoom(self, steps: int) -> None:
        percent = self.view.step_zoom(steps)
        self.zoom.setText(self._zoom_words(percent))
        self.zoom.updateGeometry()

    # --- handing it over

    def save(self) -> None:
        """Asks where, then writes the PDF."""
        prepared = self._prepared
        if prepared is None or not self.desk.state.comparable:
            return
        folder = self._memory.folder if self._memory.folder and self._memory.folder.is_dir() else saving.first_folder()
        suggested = folder / saving.file_name(prepared.schools, prepared.wanted.lang, prepared.wanted.today)
        path = self.ask_file(suggested)
        if path is not None:
            self.desk.tasks.submit(PDF, lambda: write_pdf(prepared, path), self._saved, receiver=self)

    def _saved(self, path: Path) -> None:
        t = self.desk.words
        self._memory.saved_in(path.parent)
        self.desk.say(
            t.tr("Saved: {file} in {folder}", file=path.name, folder=str(path.parent)),
            action=t.tr("Open folder"),
            on_action=lambda: _open_folder(path.parent),
        )

    def print(self) -> None:
        """Asks for a printer, then sends the pages."""
        prepared, t = self._prepared, self.desk.words
        if prepared is None or not self.desk.state.comparable:
            return
        if not printing.has_printer():
            words = t.tr("This computer knows no printer. Save the sheet as PDF and print it elsewhere.")
            self.desk.say(words, "warning", action=t.tr("Save"), on_action=self.save)
            return
        printer = printing.ask_for_printer(self, t.tr("Print the sheet"), len(prepared.pages))
        if printer is not None:
            self.desk.tasks.submit(
                PRINT, lambda: print_pictures(prepared), lambda pages: self._print(printer, pages), receiver=self
            )

    def _print(self, printer: QPrinter, pages: tuple[QImage, ...]) -> None:
        t = self.desk.words
        if printing.print_pages(printer, pages):
            self.desk.say(t.tr("Sent to {printer}", printer=printer.printerName() or printer.outputFileName()))
        else:
            words = t.tr(
                "The printer {printer} does not answer. Check it, or save the sheet as PDF.", printer=printer.printerName()
            )
            self.desk.say(words, "error", action=t.tr("Save"), on_action=self.save)


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
