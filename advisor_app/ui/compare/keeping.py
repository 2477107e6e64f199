"""Working with kept comparisons from the place: keeping, opening, varying, and what the title says of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.domain.arrangement import Arrangement
from advisor_app.domain.columns import Column
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.services.comparisons import ComparisonShelf, NamedComparison, known
from advisor_app.services.reader import CatalogueReader
from advisor_app.ui.compare.named import KeepDialog, NamedDialog
from advisor_app.ui.place import Desk

RECENT = 6  # in the menu; the list has all


class Keeping:
    """``look_up`` runs a question to the catalogue off the window's thread; ``kept`` hears that something else is kept."""

    def __init__(
        self,
        desk: Desk,
        shelf: ComparisonShelf,
        look_up: Callable[[Callable[[CatalogueReader], object], Callable[..., None]], None],
        parent: QWidget,
        kept: Callable[[], None],
    ) -> None:
        self._desk, self._shelf, self._look_up, self._parent, self._told = desk, shelf, look_up, parent, kept
        self.dialog: KeepDialog | NamedDialog | None = None

    @property
    def recent(self) -> tuple[NamedComparison, ...]:
        return self._shelf.named[:RECENT]

    @property
    def changed(self) -> bool:
        """Whether the comparison is another than when it was kept; what was never kept is not."""
        state = self._desk.state
        kept = self._shelf.book.find(state.arrangement.name) if state.arrangement.name else None
        if kept is None:
            return False
        told = (state.comparison, state.arrangement.pinned, state.arrangement.hidden, state.arrangement.order)
        return told != (kept.columns, kept.arrangement.pinned, kept.arrangement.hidden, kept.arrangement.order)

    def keep(self) -> None:
        """Under the name that it has, or under one that is asked for."""
        arrangement = self._desk.state.arrangement
        kept = self._shelf.book.find(arrangement.name) if arrangement.name else None
        if kept is None:
            self.keep_as()
        else:
            self._keep(kept.name, notes=bool(kept.arrangement.notes))

    def keep_as(self) -> None:
        state, words = self._desk.state, self._desk.words
        if not state.comparable:
            return
        first = self._shelf.book.free_name(state.arrangement.name or words.tr("Comparison"))
        dialog = KeepDialog(words, first, self._parent, notes=bool(state.arrangement.notes))
        dialog.accepted.connect(lambda: self._keep(dialog.name, notes=dialog.notes.isChecked()))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _keep(self, name: str, *, notes: bool) -> None:
        state, words = self._desk.state, self._desk.words
        with self._said():
            kept = self._shelf.keep(name, state.comparison, state.arrangement, notes=notes)
            state.name_comparison(kept.name)
            self._told()
            self._desk.say(words.tr("Kept as {name}.", name=kept.name))

    def vary(self) -> None:
        """A copy under another name; what is changed from now on is changed there."""
        state = self._desk.state
        name = self._shelf.book.free_name(state.arrangement.name or self._desk.words.tr("Comparison"))
        if state.comparable:
            self._keep(name, notes=False)

    def list_all(self) -> None:
        dialog = NamedDialog(self._desk.words, self._shelf, self._parent)
        dialog.opened.connect(self.open)
        dialog.renamed.connect(self._renamed)
        dialog.deleted.connect(self._deleted)
        dialog.failed.connect(self._desk.report)
        self.dialog = dialog
        dialog.open()

    def open(self, one: NamedComparison) -> None:
        """Onto the desk, without what the open catalogue no longer holds."""
        self._look_up(lambda catalogue: known(catalogue, one), lambda found: self._opened(one, *found))

    def _opened(self, one: NamedComparison, columns: tuple[Column, ...], arrangement: Arrangement) -> None:
        state, words = self._desk.state, self._desk.words
        gone = len(one.columns) - len(columns)
        if columns:
            state.open_comparison(columns, arrangement)
        if gone:
            told = words.tr_n(
                "{count} column of {name} is no longer in the catalogue.",
                "{count} columns of {name} are no longer in the catalogue.",
                gone,
                name=one.name,
            )
            self._desk.say(told, "warning")

    def open_recent(self, name: str) -> None:
        with self._said():
            found = self._shelf.opened(name)
            if found is not None:
                self.open(found)

    def _renamed(self, old: str, new: str) -> None:
        if self._desk.state.arrangement.name == old:
            self._desk.state.name_comparison(new)

    def _deleted(self, one: NamedComparison) -> None:
        words = self._desk.words
        self._told()

        def back() -> None:
            with self._said():
                self._shelf.put_back(one)

        self._desk.say(words.tr("{name} was deleted.", name=one.name), action=words.tr("Undo"), on_action=back)

    @contextmanager
    def _said(self) -> Iterator[None]:
        """A file that cannot be written is said; the desk is as it was."""
        try:
            yield
        except EnvironmentProblem as problem:
            self._desk.report(problem)

    # --- the menu of the title

    def menu(self, parent: QWidget) -> QMenu:
        words, state = self._desk.words, self._desk.state
        menu = QMenu(parent)
        menu.setAccessibleName(words.tr("Kept comparisons"))
        menu.aboutToHide.connect(menu.deleteLater)
        keep = menu.addAction(words.tr_c("comparison", "Keep") + "\tCtrl+S", self.keep)
        keep_as = menu.addAction(words.tr("Keep under another name…"), self.keep_as)
        vary = menu.addAction(words.tr("Duplicate and vary") + "\tCtrl+D", self.vary)
        for action in (keep, keep_as, vary):
            action.setEnabled(state.comparable)
        menu.addSeparator()
        for one in self.recent:
            action = menu.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, name=one.name: self.open_recent(name))
        menu.addAction(words.tr("All kept comparisons…") + "\tCtrl+O", self.list_all)
        return menu
