"""What the advisor does with the rows and columns of the comparison. All of it changes the desk, and can be undone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.domain.columns import Column
from advisor_app.domain.curriculum import NO_DECISIONS, Pair
from advisor_app.ui.compare.arranged import HIDDEN, together
from advisor_app.ui.compare.column_picker import Ask, ColumnPicker, Step
from advisor_app.ui.compare.commands import OF_COLUMN, OF_COURSE, OF_ROW, Command, Way
from advisor_app.ui.compare.course_lines import COURSE
from advisor_app.ui.compare.note_editor import NoteEditor
from advisor_app.ui.compare.offers import Find, Offers
from advisor_app.ui.itemmodels.comparison import RowKind, RowSaid
from advisor_app.ui.place import Desk

_PLAIN = (RowKind.FACT, RowKind.PICTURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a deed is done: a column by its place in the comparison, a row as it is shown, and where on the screen."""

    column: int = -1
    row: RowSaid | None = None
    at: QPoint
    under: QWidget


class Deeds:
    """``offers`` says what can be put in; ``shown`` gives the rows as they stand, ``pairs`` those of a row of courses."""

    def __init__(
        self,
        desk: Desk,
        ask: Ask,
        offers: Callable[[], Offers],
        shown: Callable[[], tuple[RowSaid, ...]],
        pairs: Callable[[str], tuple[Pair, ...]],
    ) -> None:
        self.desk = desk
        self._ask, self._offers, self._shown, self._pairs = ask, offers, shown, pairs
        self.picker: ColumnPicker | None = None
        self.editor: NoteEditor | None = None

    def do(self, command: Command, spot: Spot) -> None:
        """Does what a key or a menu asks for; nothing where it makes no sense."""
        columns = self.desk.state.comparison
        if command in OF_COLUMN and 0 <= spot.column < len(columns):
            self._of_column(command, columns[spot.column], spot)
        elif command in OF_COURSE and spot.row is not None:
            self._decide(spot.row.key, accepted=command is Command.SAME)
        elif command in OF_ROW and spot.row is not None and self._has(spot.row, command):
            self._of_row(command, spot.row, spot)

    def _has(self, row: RowSaid, command: Command) -> bool:
        """A course is noted on and decided on; it has its place by year and theme, and stays in it."""
        return row.kind in (*_PLAIN, RowKind.NOTE) and (command is Command.NOTE or not row.key.startswith(COURSE))

    def _of_column(self, command: Command, column: Column, spot: Spot) -> None:
        state, tr = self.desk.state, self.desk.words.tr
        swap = partial(state.replace_in_comparison, column)
        deeds: dict[Command, Callable[[], object]] = {
            Command.ROUTE: lambda: self._pick(tr("Another route"), self._offers().routes(column.programme), swap, spot.under),
            Command.SWAP: lambda: self._pick(tr("A related programme"), self._offers().related(column.programme), swap, spot.under),
            Command.PIN: lambda: state.pin_in_comparison(column, pinned=not state.is_pinned(column)),
            Command.LEFT: lambda: state.move_in_comparison(column, spot.column - 1),
            Command.RIGHT: lambda: state.move_in_comparison(column, spot.column + 1),
            Command.REMOVE: lambda: state.remove_from_comparison(column),
        }
        deeds[command]()

    def _of_row(self, command: Command, row: RowSaid, spot: Spot) -> None:
        state, key = self.desk.state, row.key.removeprefix("note:")
        now = state.arrangement
        if command is Command.NOTE:
            self._note(key, row, spot)
            return
        rows = together(self._shown(), key)
        changed = {
            Command.ASKED: now.with_asked(key, asked=key not in now.asked),
            Command.HIDE: now.with_hidden(key, hidden=key not in now.hidden),
            Command.ROW_UP: now.moved(rows, key, -1),
            Command.ROW_DOWN: now.moved(rows, key, 1),
        }
        state.arrange(changed[command])

    def _decide(self, key: str, *, accepted: bool) -> None:
        """On every pair that a row of courses rests on. What was said before is taken back by saying it again."""
        decisions = self.desk.state.decisions or NO_DECISIONS
        for pair in self._pairs(key):
            decisions = decisions.having(pair, None if decisions.of(pair) is accepted else accepted)
        self.desk.state.decide(decisions)

    def _note(self, key: str, row: RowSaid, spot: Spot) -> None:
        state = self.desk.state
        label = next((one.label for one in self._shown() if one.key == key), row.label)
        self.editor = NoteEditor(label, state.arrangement.note_on(key), self.desk.words, spot.under)
        self.editor.written.connect(lambda text: state.arrange(state.arrangement.with_note(key, text)))
        self.editor.open_at(spot.at)

    def show_all(self) -> None:
        """Brings every hidden row back."""
        now = self.desk.state.arrangement
        for key in now.hidden:
            now = now.with_hidden(key, hidden=False)
        self.desk.state.arrange(now)

    # --- choosing a column

    def add(self, under: QWidget) -> None:
        state = self.desk.state
        self._pick(self.desk.words.tr("Add column"), self._offers().programmes, state.add_to_comparison, under)

    def _pick(self, title: str, find: Find, take: Callable[[Column], object], under: QWidget) -> None:
        self.picker = ColumnPicker(Step(title, find), self._ask, self.desk.words, under, routes_of=self._offers().routes)
        self.picker.picked.connect(take)
        self.picker.open_below(under)

    # --- menus

    def menu(self, spot: Spot, parent: QWidget) -> QMenu:
        """What can be done at a spot, with the keys for it."""
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        columns, now = self.desk.state.comparison, self.desk.state.arrangement
        if spot.row is not None and spot.row.kind in (*_PLAIN, RowKind.NOTE):
            key = spot.row.key.removeprefix("note:")
            menu.setAccessibleName(spot.row.label)
            self._add_course(menu, key, spot)
            for command, way in OF_ROW.items():
                if not self._has(spot.row, command):
                    continue
                ticked = {Command.ASKED: key in now.asked, Command.HIDE: key in now.hidden}
                self._add_to(menu, command, way, spot, ticked=ticked.get(command))
            menu.addSeparator()
        elif spot.row is not None and spot.row.key == HIDDEN:
            menu.addAction(self.desk.words.tr("Show all hidden rows"), self.show_all)
        if 0 <= spot.column < len(columns):
            for command, way in OF_COLUMN.items():
                ticked = {Command.PIN: self.desk.state.is_pinned(columns[spot.column])}
                self._add_to(menu, command, way, spot, ticked=ticked.get(command))
        return menu

    def _add_course(self, menu: QMenu, key: str, spot: Spot) -> None:
        pairs, decisions = self._pairs(key), self.desk.state.decisions or NO_DECISIONS
        if not pairs:
            return
        for command, way in OF_COURSE.items():
            said = all(decisions.of(pair) is (command is Command.SAME) for pair in pairs)
            self._add_to(menu, command, way, spot, ticked=said)
        menu.addSeparator()

    def _add_to(self, menu: QMenu, command: Command, way: Way, spot: Spot, *, ticked: bool | None) -> None:
        words = self.desk.words
        key = words.tr_c("key", "Del") if way.shown == "Del" else way.shown
        action = menu.addAction(f"{words.render(way.does)}\t{key}")
        if ticked is not None:
            action.setCheckable(True)
            action.setChecked(ticked)
        action.triggered.connect(lambda _on=False: self.do(command, spot))
