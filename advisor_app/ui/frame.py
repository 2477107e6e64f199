"""Everything inside the window in one language: strip, rail, places, tray, messages and keys. It knows no place by name.

In another language it is built anew from the desk's state.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.student import Student
from advisor_app.ui.commands import Command
from advisor_app.ui.components.labels import rule
from advisor_app.ui.components.message_bar import MessageBar
from advisor_app.ui.components.viewport import own_viewport
from advisor_app.ui.place import Desk, Place, PlaceSpec
from advisor_app.ui.rail import Mark, Rail
from advisor_app.ui.shortcuts import frame_keys, place_keys
from advisor_app.ui.state import DeskState, PlaceKey
from advisor_app.ui.strip import Options, StudentStrip
from advisor_app.ui.strip.fields import BY_KEY
from advisor_app.ui.tasks import Tasks
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size
from advisor_app.ui.tray import Tray
from advisor_app.ui.what_if_band import WhatIfBand

if TYPE_CHECKING:
    from advisor_app.domain.columns import Column
    from advisor_app.services.look_up import Hit
    from advisor_app.ui.kept_what_ifs import Weigh
    from advisor_app.ui.palette.palette import Palette
    from advisor_app.ui.tray import Describe
    from advisor_app.wording import Translator

    LookUp: TypeAlias = Callable[[Student, str], tuple[Hit, ...]]

_WITHOUT_TRAY: tuple[PlaceKey, ...] = ("compare", "sheet", "catalogue")


@dataclass(frozen=True, slots=True, kw_only=True)
class FromCatalogue:
    """What the frame takes from an open catalogue: what can be picked, what columns are called, what a what-if moves.

    ``look_up`` finds programmes for the palette.
    """

    options: Options
    describe: "Describe"
    weigh: "Weigh | None" = None
    look_up: "LookUp | None" = None


class Frame(QWidget):
    """The window's content. Its places are built when ``ready`` and shown for the first time."""

    def __init__(
        self,
        state: DeskState,
        words: "Translator",
        places: Sequence[PlaceSpec],
        tasks: Tasks,
        report: Callable[[BaseException], None],
        taken: FromCatalogue,
    ) -> None:
        super().__init__()
        self.state = state
        self.words = words
        self._places = tuple(places)
        self._tasks = tasks
        self._report = report
        self._describe = taken.describe
        self._look_up = taken.look_up
        self._ready = False
        self._drawn = False
        self.more_commands: Callable[[], Sequence[Command]] = tuple
        self._views: dict[PlaceKey, object] = {}
        self._built: dict[PlaceKey, Place] = {}
        self._pages: dict[PlaceKey, QScrollArea] = {}
        self.strip = StudentStrip(state, words, taken.options)
        self.messages = MessageBar(words)
        self.what_if = WhatIfBand(state, words, taken.options, tasks, taken.weigh)
        self.stack = QStackedWidget()
        self.tray = Tray(state, words, taken.describe)
        self.rail = Rail(state, words, self._places)
        self._mark = Mark()
        self._tray_rule = rule()
        self._lay_out()
        self._connect()
        self._install_keys()
        self._show_place()

    # --- what comes from outside

    def set_catalogue(self, taken: FromCatalogue) -> None:
        """The catalogue is open: places may be built now."""
        self._describe, self._look_up = taken.describe, taken.look_up
        self.what_if.set_catalogue(taken.options, taken.weigh)
        self.strip.set_options(taken.options)
        self.tray.set_describe(taken.describe)
        self._ready = True
        self._show_place()

    def set_options(self, options: Options) -> None:
        """What can be picked is another: the catalogue has been read further."""
        self.what_if.set_options(options)
        self.strip.set_options(options)

    def set_drawn(self) -> None:
        """The window has been drawn: the place shown may load."""
        self._drawn = True

    @property
    def place(self) -> Place | None:
        """The place shown, once it is built."""
        return self._built.get(self.state.place)

    def remember(self, views: Mapping[PlaceKey, object]) -> None:
        """What the places remember that stood here before."""
        self._views = dict(views)

    def views(self) -> dict[PlaceKey, object]:
        """What the places remember, for those that come after them."""
        return self._views | {key: view for key, place in self._built.items() if (view := place.memory()) is not None}

    def retire(self) -> None:
        """Another frame takes over: this one lives a little longer, and the same key twice does nothing."""
        for key in self.findChildren(QShortcut):
            key.setEnabled(False)

    def show_band(self, band: QWidget) -> None:
        """Puts a band below the strip, until it is hidden."""
        self._bands.addWidget(band)

    def close_picker(self) -> None:
        if self.strip.picker is not None:
            self.strip.picker.close()

    # --- building

    def _lay_out(self) -> None:
        left = _column(self._mark, rule(), self.rail)
        left.setStretch(2, 1)
        self._bands = QVBoxLayout()
        right = _column(self.strip, rule(), self.what_if, self.messages, self.stack, self._tray_rule, self.tray)
        right.insertLayout(2, self._bands)
        right.setStretchFactor(self.stack, 1)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addLayout(left)
        line.addWidget(rule(vertical=True))
        line.addLayout(right, 1)

    def _connect(self) -> None:
        self.strip.next_student.connect(self.next_student)
        self.what_if.dropped.connect(self.drop_what_if)
        self.what_if.kept.connect(self._kept)
        self.tray.open_comparison.connect(self.open_comparison)
        self.tray.open_sheet.connect(self.open_sheet)
        self.tray.add.connect(lambda: self.state.go("programmes"))
        self.rail.keys.connect(self.show_keys)
        self.state.place_changed.connect(self._show_place)
        self.state.removed.connect(self._removed)
        self.state.refused.connect(self._refused)

    def _install_keys(self) -> None:
        """On the frame, so that they go with it."""
        self.strip.install_shortcuts(self)
        actions = self._actions()
        for key in frame_keys():
            _shortcut(self, key.sequences, actions[key.action])
        for spec, sequences in zip(self._places, place_keys(), strict=False):
            _shortcut(self, sequences, partial(self.state.go, spec.key))

    def _actions(self) -> dict[str, Callable[[], object]]:
        return {
            "next": self.next_student,
            "open": self.open_comparison,
            "sheet": self.open_sheet,
            "search": self._search,
            "palette": self.open_palette,
            "what_if": self.toggle_what_if,
            "undo": self.undo,
            "redo": self.redo,
            "keys": self.show_keys,
            "about": self.show_about,
        }

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
            words=self.words,
            tasks=self._tasks,
            say=self.messages.show_message,
            report=self._report,
            open_field=self._open_field,
        )
        place = spec.make(desk)
        place.setAccessibleName(self.words.render(spec.title))
        if spec.key in self._views:
            place.restore(self._views.pop(spec.key))
        page = QScrollArea()
        own_viewport(page)
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
        self._offer_undo(self.words.tr("The desk is clear for the next student."))

    def undo(self) -> None:
        if self.state.undo():
            self.messages.dismiss()

    def redo(self) -> None:
        if self.state.redo():
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
            self._offer_undo(self.words.tr("This is the student’s real situation again."))

    def _kept(self, change: str) -> None:
        self._offer_undo(self.words.tr("Kept beside the real situation: {change}.", change=change))

    def open_comparison(self) -> None:
        if self.state.comparable:
            self.state.go("compare")
        else:
            self.messages.show_message(self.words.tr("Put two programmes into the comparison first: press C on each."))

    def open_sheet(self) -> None:
        self.state.go("sheet")  # which says itself what is missing

    def open_palette(self) -> "Palette":
        """Everything that can be done from here."""
        from advisor_app.ui.palette.palette import Palette  # late: no part of the first paint

        made = Palette(self._commands(), self.words, self._tasks, self._find, self._open_programme, self)
        made.open_over(self)
        return made

    def _commands(self) -> list[Command]:
        from advisor_app.ui.palette import gather  # late, as the palette is

        words, place = self.words, self.place
        return [
            *gather.of_frame(frame_keys(), self._actions(), words),
            *gather.of_places(self._places, self.state, words),
            *(gather.of_place(place) if place is not None else ()),
            *gather.of_student(self.strip.fields, self.strip.open_picker, words),
            *gather.of_looks(self.state, words),
            *self.more_commands(),
        ]

    def _find(self, text: str) -> "tuple[Hit, ...]":
        return self._look_up(self.state.student, text) if self._look_up is not None else ()

    def _open_programme(self, programme_id: str) -> None:
        self.state.go("programmes")
        self.state.select(programme_id)

    def show_keys(self) -> None:
        from advisor_app.ui.dialogs import KeysDialog  # late: no part of the first paint

        KeysDialog(self.words, self._key_groups(), self.window()).open()

    def show_about(self) -> None:
        from advisor_app.ui.about import AboutDialog  # late: no part of the first paint

        AboutDialog(self.words, self.window()).open()

    def _key_groups(self) -> list[tuple[str, Sequence[tuple[str, str]]]]:
        words = self.words
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
        title, _ = self._describe(column, self.words)
        self._offer_undo(self.words.tr("{programme} is out of the comparison.", programme=title))

    def _refused(self) -> None:
        self.messages.show_message(self.words.tr("Five programmes fill the comparison: take one out first."), "warning")

    def _offer_undo(self, text: str) -> None:
        self.messages.show_message(text, action=self.words.tr("Undo"), on_action=self.undo)

    # --- sizes

    def fit_height(self, window: int) -> None:
        """In a window less high than most, the strip and the tray are lower."""
        low = window < Size.LOW_WINDOW
        height = theme().grow(Size.STRIP_LOW if low else Size.STRIP) - 1  # the line below belongs to it
        self.strip.setFixedHeight(height)
        self._mark.setFixedHeight(height)
        self.tray.set_low(low=low)


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
