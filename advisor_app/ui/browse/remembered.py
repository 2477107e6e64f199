"""What the browser remembers: the way through the programmes looked at, what is pinned and recent, and saved searches."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from advisor_app.services.keeper import Keeper
from advisor_app.services.shelf import Kept, SavedSearch, Shelf
from advisor_app.ui.tasks import Tasks

_TASK = "shelf"
_LONGEST = 100


class Trail:
    """The programmes looked at, in their order, and where one stands among them: as in a browser of pages."""

    def __init__(self) -> None:
        self._passed: list[str] = []
        self._here = -1

    def look(self, programme_id: str) -> None:
        """Another programme is looked at; what lay ahead is forgotten."""
        if self._here >= 0 and self._passed[self._here] == programme_id:
            return
        self._passed = [*self._passed[: self._here + 1], programme_id][-_LONGEST:]
        self._here = len(self._passed) - 1

    @property
    def behind(self) -> str | None:
        """Where back leads."""
        return self._passed[self._here - 1] if self._here > 0 else None

    @property
    def ahead(self) -> str | None:
        """Where forward leads."""
        return self._passed[self._here + 1] if self._here + 1 < len(self._passed) else None

    def back(self) -> str | None:
        to = self.behind
        self._here -= to is not None
        return to

    def forward(self) -> str | None:
        to = self.ahead
        self._here += to is not None
        return to


class Remembered(QObject):
    """Outlives the place, which is built anew in each language. ``changed`` says that the shelf is another."""

    changed = Signal()

    def __init__(self, tasks: Tasks, open_keeper: Callable[[], Keeper[Shelf]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trail = Trail()
        self._tasks = tasks
        self._open = open_keeper
        self._keeper: Keeper[Shelf] | None = None
        self._shelf = Shelf()

    @property
    def shelf(self) -> Shelf:
        """What is kept; read from the disk when it is first asked for."""
        if self._keeper is None:
            self._keeper = self._open()
            self._shelf = self._keeper.load()
        return self._shelf

    def look(self, one: Kept) -> None:
        """A programme is looked at, not only passed on the way to another."""
        self.trail.look(one.id)
        self._keep(self.shelf.with_recent(one))

    def turn_pin(self, one: Kept) -> bool:
        """Pins a programme or takes the pin out; whether it is pinned now."""
        self._keep(self.shelf.with_pin_turned(one))
        return self._shelf.is_pinned(one.id)

    def save_search(self, search: SavedSearch) -> None:
        self._keep(self.shelf.with_search(search))

    def forget_search(self, search: SavedSearch) -> None:
        self._keep(self.shelf.without_search(search))

    def forget(self, programme_id: str) -> None:
        """It is not in this catalogue."""
        self._keep(self.shelf.without(programme_id))

    def _keep(self, shelf: Shelf) -> None:
        if shelf == self.shelf or self._keeper is None:
            return
        self._shelf = shelf
        self._tasks.submit(_TASK, partial(self._keeper.save, shelf), _nothing, receiver=self)
        self.changed.emit()


def _nothing(_saved: None) -> None:
    """A shelf that is kept needs no word; one that cannot be is reported like any failure."""
