"""The dialog that saves many sheets in one go: which ones, where to, how far it is, and what came of it."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from advisor_app.domain.columns import Column
from advisor_app.domain.errors import Problem
from advisor_app.domain.text import LANGS, Lang
from advisor_app.ui.components import Button, ElidedLabel, Kind, Label, ScrollColumn, SegmentedControl
from advisor_app.ui.place import Desk
from advisor_app.ui.sheet.many import Job, Outcome, each_programme, each_student, in_every_language, make
from advisor_app.ui.sheet.panel import NAMES
from advisor_app.ui.sheet.preview import OpenCatalogue, Wanted
from advisor_app.ui.tokens import Role, Space

MANY = "sheet-many"
LANGUAGES, PROGRAMMES, PINNED, STUDENTS = "languages", "programmes", "pinned", "students"

AskFolder = Callable[[str, Path], Path | None]


class Offered(NamedTuple):
    """What a dialog can make sheets of: the comparison, the pinned programmes; and where they go unless told otherwise."""

    compared: tuple[Column, ...]
    pinned: tuple[Column, ...]
    folder: Path


class _Progress(QObject):
    """Carries from the pool's thread to the window's how many sheets are done."""

    done = Signal(int)


class ManyDialog(QDialog):
    """``saved`` names the folder that sheets were saved in. Closing it while sheets are made stops after the one in hand."""

    saved = Signal(object)

    def __init__(self, desk: Desk, open_catalogue: OpenCatalogue, wanted: Wanted, offered: Offered, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        t = self._t = desk.words
        self._desk, self._open, self._wanted, self._offered = desk, open_catalogue, wanted, offered
        self._folder = offered.folder
        self._students: Path | None = None
        self._jobs: tuple[Job, ...] = ()
        self._stop = threading.Event()
        self._progress = _Progress(self)
        self.ask_folder: AskFolder = self._ask_folder
        self.setWindowTitle(t.tr("Several sheets at once"))
        self.what = SegmentedControl(t.tr("Which sheets"), self._kinds(), LANGUAGES)
        self.what.set_enabled(PROGRAMMES, bool(offered.compared), t.tr("Put programmes into the comparison first."))
        self.what.set_enabled(PINNED, bool(offered.pinned), t.tr("Pin programmes in the list first."))
        self.language = SegmentedControl(
            t.tr("Language of the sheets"), [*NAMES.items(), ("both", t.tr("Both"))], wanted.options.lang
        )
        self.students = Button(t.tr("Folder of student files…"), icon="folder-open")
        self.where = Button(t.tr("Save in…"), icon="folder-open")
        self.said = Label("", Role.BODY)
        self.place = ElidedLabel("", Role.SMALL, "text2", lines=2)
        self._working = QWidget()
        self.bar = QProgressBar()
        self._done = Label("", Role.SMALL, "text2", wrap=False)
        self.outcome = ScrollColumn()
        self.stop_button = Button(t.tr("Close"))
        self.save_button = Button(t.tr("Save"), Kind.PRIMARY, icon="download")
        self._lay_out()
        self._connect()
        self._choose()
        self.resize(720, 420)

    # --- building

    def _kinds(self) -> list[tuple[str, str]]:
        t = self._t
        return [
            (LANGUAGES, t.tr("Both languages")),
            (PROGRAMMES, t.tr("Each programme")),
            (PINNED, t.tr("Pinned ones")),
            (STUDENTS, t.tr("Each student file")),
        ]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.PAD)
        column.setSpacing(Space.INSIDE)
        column.addWidget(self.what)
        column.addWidget(self.said)
        column.addLayout(_line(self.language, self.students, stretch=0))
        column.addLayout(_line(self.where, self.place, stretch=1))
        column.addWidget(self._working)
        column.addWidget(self.outcome, 1)
        buttons = _line(self.stop_button, self.save_button)
        buttons.insertStretch(0, 1)
        column.addLayout(buttons)
        self.bar.setAccessibleName(self._t.tr("Sheets made"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(Space.UNIT)
        working = _line(self.bar, self._done, stretch=0)
        working.setContentsMargins(0, 0, 0, 0)
        self._working.setLayout(working)
        self._working.hide()

    def _connect(self) -> None:
        self.what.chosen.connect(self._choose)
        self.language.chosen.connect(self._choose)
        self.students.clicked.connect(self._choose_students)
        self.where.clicked.connect(self._choose_folder)
        self.save_button.clicked.connect(self.save)
        self.stop_button.clicked.connect(self.stop_or_close)
        self._progress.done.connect(self._show_progress)

    # --- choosing

    @property
    def langs(self) -> tuple[Lang, ...]:
        return tuple(lang for lang in LANGS if self.language.value in {lang, "both"})

    def _choose(self) -> None:
        t, what = self._t, self.what.value
        self.language.setVisible(what != LANGUAGES)
        self.students.setVisible(what == STUDENTS)
        try:
            self._jobs = self._wanted_jobs()
        except Problem as problem:
            self._jobs = ()
            self.said.setText(t.render(problem.message))
        else:
            self.said.setText(self._described())
        self.place.setText(str(self._folder))
        self.place.setAccessibleName(t.tr("Saved in {folder}", folder=str(self._folder)))
        self.save_button.setEnabled(bool(self._jobs))
        self.save_button.setText(
            t.tr_n("Save {count} sheet", "Save {count} sheets", len(self._jobs)) if self._jobs else t.tr("Save")
        )
        self.save_button.updateGeometry()

    def _wanted_jobs(self) -> tuple[Job, ...]:
        match self.what.value:
            case "languages":
                return in_every_language(self._wanted)
            case "programmes":
                return each_programme(self._wanted, self._offered.compared, self.langs)
            case "pinned":
                return each_programme(self._wanted, self._offered.pinned, self.langs)
            case _:
                return each_student(self._wanted, self._students, self.langs) if self._students else ()

    def _described(self) -> str:
        t = self._t
        match self.what.value:
            case "languages":
                return t.tr("The sheet in sight, in French and in English.")
            case "programmes":
                return t.tr("Every programme of the comparison in full, each on a sheet of its own.")
            case "pinned":
                return t.tr("Every pinned programme in full, each on a sheet of its own.")
            case _ if self._students is None:
                return t.tr("A summary for every student file of a folder. Choose the folder.")
            case _:
                return t.tr("A summary for every student file in {folder}.", folder=str(self._students))

    def _choose_students(self) -> None:
        chosen = self.ask_folder(self._t.tr("Folder of student files"), self._students or self._folder)
        if chosen is not None:
            self._students = chosen
            self._choose()

    def _choose_folder(self) -> None:
        chosen = self.ask_folder(self._t.tr("Where to save the sheets"), self._folder)
        if chosen is not None:
            self._folder = chosen
            self._choose()

    def _ask_folder(self, title: str, start: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, title, str(start))
        return Path(chosen) if chosen else None

    # --- making

    def save(self) -> None:
        """Makes the sheets; the dialog stays and shows how far it is."""
        self._stop.clear()
        self._busy(True)
        self.bar.setRange(0, len(self._jobs))
        self._show_progress(0)
        self._say([])
        work = partial(make, self._jobs, self._folder, self._open, self._progress.done.emit, self._stop.is_set)
        self._desk.tasks.submit(MANY, work, self._ended, self._failed, receiver=self)

    def stop_or_close(self) -> None:
        """Stops after the sheet in hand; closes where nothing is being made."""
        if self.bar.isVisible():
            self._stop.set()
            self.stop_button.setEnabled(False)
        else:
            self.accept()

    def reject(self) -> None:
        self._stop.set()
        super().reject()

    def _busy(self, on: bool) -> None:
        t = self._t
        self._working.setVisible(on)
        self.save_button.setEnabled(not on and bool(self._jobs))
        for control in (self.what, self.language, self.students, self.where):
            control.setEnabled(not on)
        self.stop_button.setEnabled(True)
        self.stop_button.setText(t.tr("Cancel") if on else t.tr("Close"))
        self.stop_button.updateGeometry()
        self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)  # what was chosen has been disabled, or it has

    def _show_progress(self, done: int) -> None:
        self.bar.setValue(done)
        self._done.setText(self._t.tr("{done} of {count}", done=done, count=len(self._jobs)))
        self.bar.setAccessibleDescription(self._done.text())

    def _ended(self, outcome: Outcome) -> None:
        t = self._t
        self._busy(False)
        if outcome.saved:
            self.saved.emit(self._folder)
        count, folder = len(outcome.saved), str(self._folder)
        lines = [t.tr_n("{count} sheet saved in {folder}", "{count} sheets saved in {folder}", count, folder=folder)]
        if outcome.stopped:
            rest = len(self._jobs) - len(outcome.saved) - len(outcome.failed)
            lines.append(t.tr_n("Stopped; {count} sheet was not made.", "Stopped; {count} sheets were not made.", rest))
        lines += [t.tr("Left out: {name}. {why}", name=name, why=why) for name, why in outcome.failed]
        self._say(lines)

    def _failed(self, error: BaseException) -> None:
        self._busy(False)
        self._desk.report(error)

    def _say(self, lines: list[str]) -> None:
        self.outcome.clear()
        for line in lines:
            self.outcome.column.addWidget(Label(line, Role.BODY))
        self.setAccessibleDescription(" ".join(lines))


def _line(*widgets: QWidget, stretch: int | None = None) -> QHBoxLayout:
    """Side by side; the one that ``stretch`` counts takes what is left."""
    line = QHBoxLayout()
    line.setSpacing(Space.UNIT)
    for place, widget in enumerate(widgets):
        line.addWidget(widget, 1 if place == stretch else 0)
    return line
