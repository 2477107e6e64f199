"""What an advisor does with what the browser remembers: go back and forward, pin, save a search and make it again."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.services.browse import Query
from advisor_app.services.shelf import SavedSearch
from advisor_app.ui.browse import offers
from advisor_app.ui.browse.memory_menu import MemoryMenu
from advisor_app.ui.browse.remembered import Remembered
from advisor_app.ui.commands import Command
from advisor_app.ui.place import Desk

if TYPE_CHECKING:
    from advisor_app.services.shelf import Kept
    from advisor_app.ui.browse.detail_pane import DetailPane

_LOOKED_AT = 1500
"""Milliseconds after which a programme counts as looked at, and not as passed on the way to another."""


class MemoryDesk(QObject):
    """``led_to`` and ``opened`` give a programme, ``searched`` a search to make again, ``saving`` asks for :meth:`save`.

    ``details`` gives the details pane, once there is one.
    """

    led_to = Signal(str)
    opened = Signal(str)
    searched = Signal(object)
    saving = Signal()

    def __init__(
        self,
        desk: Desk,
        remembered: Remembered,
        details: "Callable[[], DetailPane | None]",
        in_words: Callable[[Query], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._remembered, self._details, self._in_words = desk, remembered, details, in_words
        self.menu = MemoryMenu(remembered, self._name_of, desk.words, parent)
        self.menu.back.connect(self.back)
        self.menu.forward.connect(self.forward)
        self.menu.opened.connect(self.opened)
        self.menu.searched.connect(self.searched)
        self.menu.saving.connect(self.saving)
        self._opening: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOKED_AT)
        self._timer.timeout.connect(self.look)

    # --- programmes

    @property
    def _kept(self) -> "Kept | None":
        details = self._details()
        return details.kept if details is not None else None

    def _show_pinned(self, *, pinned: bool) -> None:
        details = self._details()
        if details is not None:
            details.set_pinned(pinned=pinned)

    def opening(self, programme_id: str) -> None:
        """A programme is opened on purpose: it counts as looked at as soon as it is there."""
        self.look()
        self._opening = programme_id

    def shown(self) -> None:
        """Another programme is shown; one that was not opened counts as looked at after a while."""
        kept = self._kept
        self._show_pinned(pinned=kept is not None and self._remembered.shelf.is_pinned(kept.id))
        self._timer.start()
        if kept is not None and kept.id == self._opening:
            self.look()
        self._opening = None

    def look(self) -> None:
        """The programme shown is looked at."""
        details, kept = self._details(), self._kept
        if details is not None and kept is not None and details.isVisible():
            self._remembered.look(kept)

    def back(self) -> None:
        self.look()
        self._walk(self._remembered.trail.back(), self._desk.words.tr("There is nothing to go back to."))

    def forward(self) -> None:
        self._walk(self._remembered.trail.forward(), self._desk.words.tr("There is nothing to go forward to."))

    def turn_pin(self) -> None:
        """Pins the programme shown, or takes its pin out."""
        kept, words = self._kept, self._desk.words
        if kept is None:
            return
        pinned = self._remembered.turn_pin(kept)
        self._show_pinned(pinned=pinned)
        name = kept.name
        self._desk.say(
            words.tr("Pinned: {programme}", programme=name) if pinned else words.tr("No longer pinned: {programme}", programme=name)
        )

    def forget(self, programme_id: str) -> None:
        """The open catalogue does not have it."""
        self._remembered.forget(programme_id)

    def _walk(self, programme_id: str | None, nowhere: str) -> None:
        if programme_id is None:
            self._desk.say(nowhere)
        else:
            self.led_to.emit(programme_id)

    # --- searches

    def save(self, query: Query) -> None:
        search, words = SavedSearch.of(query), self._desk.words
        if search.empty:
            self._desk.say(words.tr("There is no search to save yet: type something or choose facets."))
        else:
            self._remembered.save_search(search)
            self._desk.say(words.tr("Search saved: {search}", search=self._name_of(search)))

    def _name_of(self, search: SavedSearch) -> str:
        return self._in_words(search.query)

    # --- where it is offered

    def open_menu(self, below: QWidget) -> None:
        self.menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def commands(self) -> Iterator[Command]:
        """For the palette."""
        words = self._desk.words
        yield from offers.kept(self._remembered.shelf, self.opened.emit, self.searched.emit, self._name_of, words)
        group = words.tr("Programmes")
        yield Command(title=words.tr("Back"), run=self.back, group=group, icon="arrow-left", key="Alt+←")
        yield Command(title=words.tr("Forward"), run=self.forward, group=group, icon="arrow-right", key="Alt+→")
        yield Command(
            title=words.tr("Save this search"), run=self.saving.emit, group=group, icon="bookmark", key=words.tr("Ctrl+S")
        )
