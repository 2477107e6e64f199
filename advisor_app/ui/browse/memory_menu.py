"""The menu of what the browser remembers: back and forward, pinned and recent programmes, saved searches."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.services.shelf import Kept, SavedSearch
from advisor_app.ui.browse.remembered import Remembered
from advisor_app.wording import Translator

Name = Callable[[SavedSearch], str]
_LONGEST = 60


class MemoryMenu(QMenu):
    """Filled each time it is opened. ``opened`` gives a programme, ``searched`` a search to make again."""

    back = Signal()
    forward = Signal()
    opened = Signal(str)
    searched = Signal(object)
    saving = Signal()

    def __init__(self, remembered: Remembered, name: Name, words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._remembered, self._name, self._t = remembered, name, words
        self.setAccessibleName(words.tr("Recent, pinned and saved"))
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        t, trail, shelf = self._t, self._remembered.trail, self._remembered.shelf
        self._add(t.tr("Back"), self.back.emit, key="Alt+←", enabled=trail.behind is not None)
        self._add(t.tr("Forward"), self.forward.emit, key="Alt+→", enabled=trail.ahead is not None)
        self._programmes(t.tr("Pinned"), shelf.pinned)
        pinned = {one.id for one in shelf.pinned}
        self._programmes(t.tr("Looked at recently"), [one for one in shelf.recent if one.id not in pinned])
        self._title(t.tr("Saved searches"), shelf.searches)
        for search in reversed(shelf.searches):
            self._add(self._name(search), partial(self.searched.emit, search))
        self.addSeparator()
        self._add(t.tr("Save this search"), self.saving.emit, key=t.tr("Ctrl+S"))
        if shelf.searches:
            forget = self.addMenu(t.tr("Forget a saved search"))
            for search in reversed(shelf.searches):
                action = forget.addAction(_short(self._name(search)))
                action.triggered.connect(partial(self._forget, search))

    def _programmes(self, title: str, kept: Sequence[Kept]) -> None:
        self._title(title, kept)
        for one in kept:
            self._add(f"{one.name} · {one.school}" if one.school else one.name, partial(self.opened.emit, one.id))

    def _title(self, title: str, what: Sequence[object]) -> None:
        """Over some entries; Qt's own sections have no words in every style."""
        if what:
            self.addSeparator()
            self.addAction(title).setEnabled(False)

    def _add(self, words: str, then: Callable[[], object], *, key: str = "", enabled: bool = True) -> None:
        shown = _short(words).replace("&", "&&")
        action = QAction(f"{shown}\t{key}" if key else shown, self)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _on=False: then())
        self.addAction(action)

    def _forget(self, search: SavedSearch, *_: object) -> None:
        self._remembered.forget_search(search)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
