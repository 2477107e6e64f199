"""The window's frame: strip, rail, places, tray, messages and keys. It knows no place by name and no catalogue.

Everything inside is built from the desk's state, so a change of language simply builds it again.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.errors import Problem
from advisor_app.domain.text import Lang
from advisor_app.ui.components.labels import rule
from advisor_app.ui.components.message_bar import MessageBar
from advisor_app.ui.errors import ErrorDesk
from advisor_app.ui.icons import app_icon
from advisor_app.ui.place import Desk, Place, PlaceSpec
from advisor_app.ui.rail import Mark, Rail
from advisor_app.ui.shortcuts import frame_keys, place_keys
from advisor_app.ui.state import DeskState, PlaceKey
from advisor_app.ui.strip import FieldKey, Option, Options, StudentStrip
from advisor_app.ui.strip.fields import BY_KEY
from advisor_app.ui.strip.options import fixed_options, merged
from advisor_app.ui.tasks import Tasks
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size
from advisor_app.ui.tray import Tray
from advisor_app.ui.what_if_band import WhatIfBand

if TYPE_CHECKING:
    from advisor_app.services.compare import Column
    from advisor_app.ui.tray import Describe
    from advisor_app.ui.what_if_band import Weigh
    from advisor_app.ui.words import Words
    from advisor_app.wording import Translator

OPENS_AT = (1366, 768)
_SMALLEST = (720, 480)
_WITHOUT_TRAY: tuple[PlaceKey, ...] = ("compare", "sheet")


class MainWindow(QMainWindow):
    """``painted`` comes once, after the window was first drawn: what is heavy is begun then."""

    painted = Signal()

    def __init__(
        self,
        state: DeskState,
        translator: "Callable[[Lang], Translator]",
        places: Sequence[PlaceSpec],
        tasks: Tasks,
        errors: ErrorDesk,
    ) -> None:
        super().__init__()
        self.state = state
        self._translator = translator
        self._places = tuple(places)
        self._tasks = tasks
        self._errors = errors
        self._options: Options = fixed_options(datetime.now(UTC).date())
        self._describe: Describe = _by_identifier
        self._weigh: Weigh | None = None
        self._views: dict[PlaceKey, object] = {}
        self._ready = False
        self._standing: Problem | None = None
        self._drawn = False
        self.setWindowTitle("Advisor")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*_SMALLEST)
        self._fit_screen()
        self._build()
        state.language_changed.connect(self._rebuild, Qt.ConnectionType.QueuedConnection)
        state.theme_changed.connect(lambda: theme().set_mode(state.theme))
        state.place_changed.connect(self._show_place)
        state.removed.connect(self._removed)
        state.refused.connect(self._refused)
        errors.listen(self.show_problem, self.show_crash)

    # --- what comes from outside

    def set_catalogue(
        self, options: Mapping[FieldKey, tuple[Option, ...]], describe: "Describe", weigh: "Weigh | None" = None
    ) -> None:
        """The catalogue is open: what can be picked from it, what its columns are called, and what a what-if moves.

        Places may be built now.
        """
        self._options = merged(self._options, options)
        self._describe = describe
        self._weigh = weigh
        self.what_if.set_catalogue(self._options, weigh)
        self.strip.set_options(self._options)
        self.tray.set_describe(describe)
        self._ready = True
        self._show_place()

    @property
    def words(self) -> "Translator":
        return self._words

    @property
    def place(self) -> Place | None:
        """The place shown, once it is built."""
        return self._built.get(self.state.place)

    def show_problem(self, problem: Problem) -> None:
        """Something that the user can mend. Without a catalogue it is all there is to see, so it stays in any language."""
        self._standing = None if self._ready else problem
        self.messages.show_message(self._words.render(problem.message), "error")

    def show_crash(self, _error: BaseException) -> None:
        """A fault of the program. One dialog at a time: a fault that repeats must not bury the window."""
        from advisor_app.ui.dialogs import CrashDialog  # late: no part of the first paint

        if self.findChild(CrashDialog) is None:
            CrashDialog(self._words, self).open()

    # --- building

    def _fit_screen(self) -> None:
        available = self.screen().availableSize()
        self.resize(min(OPENS_AT[0], available.width()), min(OPENS_AT[1], available.height()))

    def _build(self) -> None:
        self._words = self._translator(self.state.lang)
        self._built: dict[PlaceKey, Place] = {}
        self._pages: dict[PlaceKey, QScrollArea] = {}
        self.setLocale(_locale(self.state.lang))
        self.strip = StudentStrip(self.state, self._words, self._options)
        self.strip.next_student.connect(self.next_student)
        self.messages = MessageBar(self._words)
        self.what_if = WhatIfBand(self.state, self._words, self._options, self._tasks, self._weigh)
        self.what_if.dropped.connect(self.drop_what_if)
        self.stack = QStackedWidget()
        self.tray = Tray(self.state, self._words, self._describe)
        self.tray.open_comparison.connect(self.open_comparison)
        self.tray.open_sheet.connect(self.open_sheet)
        self.tray.add.connect(lambda: self.state.go("programmes"))
        self.rail = Rail(self.state, self._words, self._places)
        self.rail.keys.connect(self.show_keys)
        self._mark = Mark()
        self._tray_rule = rule()
        self._lay_out()
        self._install_keys()
        self._fit_height()
        self._show_place()

    def _lay_out(self) -> None:
        left = _column(self._mark, rule(), self.rail)
        left.setStretch(2, 1)
        right = _column(self.strip, rule(), self.what_if, self.messages, self.stack, self._tray_rule, self.tray)
        right.setStretchFactor(self.stack, 1)
        body = QWidget()
        body.setProperty("ground", "surface")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addLayout(left)
        line.addWidget(rule(vertical=True))
        line.addLayout(right, 1)
        self._body = body
        self.setCentralWidget(body)
        body.show()  # at once: the keys of a body that is still to be shown do nothing

    def _rebuild(self) -> None:
        """In another language: all of it anew. A message that stands is dropped, but for one that explains an empty window."""
        for key in self._body.findChildren(QShortcut):
            key.setEnabled(False)  # the old body lives a little longer, and the same key twice does nothing
        self._keep_views()
        self._build()
        if self._standing is not None:
            self.show_problem(self._standing)
        place = self.place
        if place is not None:
            place.activate()

    def _keep_views(self) -> None:
        """What is chosen in the places stays in another language; built anew in the same one, they begin anew."""
        if self._words.lang == self.state.lang:
            self._views = {}
            return
        self._views |= {key: view for key, place in self._built.items() if (view := place.memory()) is not None}

    def _install_keys(self) -> None:
        """On the body, so that they go with it."""
        body = self._body
        self.strip.install_shortcuts(body)
        actions: dict[str, Callable[[], object]] = {
            "next": self.next_student,
            "open": self.open_comparison,
            "sheet": self.open_sheet,
            "search": self._search,
            "what_if": self.toggle_what_if,
            "undo": self.undo,
            "keys": self.show_keys,
        }
        for key in frame_keys():
            _shortcut(body, key.sequences, actions[key.action])
        for spec, sequences in zip(self._places, place_keys(), strict=False):
            _shortcut(body, sequences, partial(self.state.go, spec.key))

    # --- places

    def _show_place(self) -> None:
        key = self.state.place
        tray = key not in _WITHOUT_TRAY
        self.tray.setVisible(tray)
        self._tray_rule.setVisible(tray)
        if not self._ready:
            return
        if key not in self._built:
            self._make(next(spec for spec in self._places if spec.key == key))
        self.stack.setCurrentWidget(self._pages[key])
        if self._drawn:
            self._built[key].activate()

    def _make(self, spec: PlaceSpec) -> None:
        desk = Desk(
            state=self.state,
            words=self._words,
            tasks=self._tasks,
            say=self.messages.show_message,
            report=self._errors.report,
            open_field=self._open_field,
        )
        place = spec.make(desk)
        place.setAccessibleName(self._words.render(spec.title))
        if spec.key in self._views:
            place.restore(self._views.pop(spec.key))
        page = QScrollArea()
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setWidgetResizable(True)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setWidget(place)
        self._built[spec.key] = place
        self._pages[spec.key] = page
        self.stack.addWidget(page)

    # --- what the keys and buttons do

    def next_student(self) -> None:
        """Clears the desk for the next student; the message bar offers to bring the last one back."""
        if self.state.student.empty and not self.state.supposing and not self.state.comparison:
            return
        self.state.next_student()
        self.state.go("programmes")
        self._offer_undo(self._words.tr("The desk is clear for the next student."))

    def undo(self) -> None:
        if self.state.undo():
            self.messages.dismiss()

    def toggle_what_if(self) -> None:
        """Every further change of the student is a supposition, until it is taken back or kept."""
        if self.state.supposing:
            self.drop_what_if()
        else:
            self.state.suppose()

    def drop_what_if(self) -> None:
        moved = self.state.student != self.state.actual
        self.state.drop()
        if moved:
            self._offer_undo(self._words.tr("This is the student’s real situation again."))

    def open_comparison(self) -> None:
        if self.state.comparable:
            self.state.go("compare")
        else:
            self.messages.show_message(self._words.tr("Put two programmes into the comparison first: press C on each."))

    def open_sheet(self) -> None:
        if self.state.comparable:
            self.state.go("sheet")
        else:
            self.messages.show_message(self._words.tr("A sheet compares two to five programmes: press C on each."))

    def show_keys(self) -> None:
        from advisor_app.ui.dialogs import KeysDialog  # late: no part of the first paint

        KeysDialog(self._words, self._key_groups(), self).open()

    def _key_groups(self) -> list[tuple[str, Sequence[tuple[str, str]]]]:
        words = self._words
        window = [(key.shown, words.render(key.does)) for key in frame_keys()]
        places = [(f"Alt+{number}", words.render(spec.title)) for number, spec in enumerate(self._places, 1)]
        strip = [(field.shortcut, words.render(field.name)) for field in self.strip.fields]
        groups: list[tuple[str, Sequence[tuple[str, str]]]] = [(words.tr("Student"), strip), (words.tr("Places"), places)]
        place = self.place
        if place is not None and place.shortcuts():
            groups.insert(0, (place.accessibleName(), place.shortcuts()))
        return [(words.tr("Anywhere"), window), *groups]

    def _open_field(self, key: str) -> None:
        field = BY_KEY.get(key)
        if field is not None:
            self.strip.open_picker(field)

    def _search(self) -> None:
        place = self.place
        if place is not None and place.search():
            return
        self.state.go("programmes")
        place = self.place
        if place is not None:
            place.search()

    def _removed(self, column: "Column") -> None:
        title, _ = self._describe(column, self._words)
        self._offer_undo(self._words.tr("{programme} is out of the comparison.", programme=title))

    def _refused(self) -> None:
        self.messages.show_message(self._words.tr("Five programmes fill the comparison: take one out first."), "warning")

    def _offer_undo(self, text: str) -> None:
        self.messages.show_message(text, action=self._words.tr("Undo"), on_action=self.undo)

    # --- the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        low = self.height() < Size.LOW_WINDOW
        height = theme().grow(Size.STRIP_LOW if low else Size.STRIP) - 1  # the line below belongs to it
        self.strip.setFixedHeight(height)
        self._mark.setFixedHeight(height)
        self.tray.set_low(low=low)

    def begin(self) -> None:
        """Shows the window, and says when it has been drawn."""
        self.show()
        QTimer.singleShot(0, self._first_drawn)

    def _first_drawn(self) -> None:
        self._drawn = True
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.strip.picker is not None:
            self.strip.picker.close()
        super().closeEvent(event)


def _by_identifier(column: "Column", _words: "Words") -> tuple[str, str]:
    """A column's name while no catalogue is open."""
    return column.programme, ""


def _locale(lang: Lang) -> QLocale:
    return QLocale(QLocale.Language.French if lang == "fr" else QLocale.Language.English)


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return column


def _shortcut(owner: QWidget, sequences: Sequence[str], action: Callable[[], object]) -> None:
    shortcut = QShortcut(owner)
    shortcut.setKeys([QKeySequence(sequence) for sequence in sequences])
    shortcut.activated.connect(action)
