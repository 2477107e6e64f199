"""What can be done with the whole comparison: for the menu, the palette, the keys and the list of keys."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.ui.commands import Command
from advisor_app.ui.compare.commands import OF_COLUMN, OF_COURSE, OF_ROW
from advisor_app.ui.state import DeskState
from advisor_app.wording import Translator

Do = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What each does is the place's; what it is called, and its key, stands here."""

    words: Translator
    state: DeskState
    add: Do
    keep: Do
    list_all: Do
    vary: Do
    copy: Do
    save: Callable[[str], object]
    present: Do
    show_all: Do
    next_pair: Callable[[int], object]

    def commands(self) -> Iterator[Command]:
        """For the palette, beside what has a button of its own."""
        words, group = self.words, self.words.tr("Comparison")
        yield Command(title=words.tr("Keep the comparison"), run=self.keep, group=group, icon="save", key="Ctrl+S")
        yield Command(title=words.tr("Open a kept comparison"), run=self.list_all, group=group, icon="folder-open", key="Ctrl+O")
        yield Command(title=words.tr("Duplicate and vary"), run=self.vary, group=group, icon="copy-plus", key="Ctrl+D")
        yield Command(title=words.tr("Copy as a table"), run=self.copy, group=group, icon="copy", key="Ctrl+C")
        for suffix, title in self._tables():
            yield Command(title=title, run=partial(self.save, suffix), group=group, icon="file-spreadsheet")
        yield Command(title=words.tr("Show all hidden rows"), run=self.show_all, group=group, icon="eye-off")
        title = words.tr("Next pair of courses to decide on")
        yield Command(title=title, run=partial(self.next_pair, 1), group=group, icon="list-checks", key="J")

    def _tables(self) -> tuple[tuple[str, str], ...]:
        return ("xlsx", self.words.tr("Save for Excel…")), ("csv", self.words.tr("Save as CSV…"))

    def menu(self, parent: QWidget, name: str) -> QMenu:
        """What is done seldom, with its keys."""
        words, state = self.words, self.state
        menu = QMenu(parent)
        menu.setAccessibleName(name)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(words.tr("Undo") + "\tCtrl+Z", state.undo).setEnabled(state.can_undo)
        menu.addAction(words.tr("Redo") + "\tCtrl+Shift+Z", state.redo).setEnabled(state.can_redo)
        menu.addSeparator()
        menu.addAction(words.tr("Copy as a table") + "\tCtrl+C", self.copy)
        for suffix, title in self._tables():
            menu.addAction(title, partial(self.save, suffix))
        menu.addSeparator()
        menu.addAction(words.tr("Show all hidden rows"), self.show_all).setEnabled(bool(state.arrangement.hidden))
        menu.addAction(words.tr("Next pair of courses to decide on") + "\tJ", partial(self.next_pair, 1))
        return menu

    def install_keys(self, place: QWidget) -> None:
        """They work while the focus is in the place."""
        keys: dict[str, Do] = {
            "+": self.add,
            "Ctrl+C": self.copy,
            "Ctrl+S": self.keep,
            "Ctrl+O": self.list_all,
            "Ctrl+D": self.vary,
            "F11": self.present,
            "J": partial(self.next_pair, 1),
            "Shift+J": partial(self.next_pair, -1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), place, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Every key of the place and what it does."""
        words = self.words
        ways = (*OF_COLUMN.values(), *OF_ROW.values(), *OF_COURSE.values())
        return (
            (words.tr("Enter"), words.tr("Where a cell comes from; unfold a line")),
            ("+", words.tr("Add column")),
            *((words.tr_c("key", "Del") if way.shown == "Del" else way.shown, words.render(way.does)) for way in ways),
            ("J", words.tr("Next pair of courses to decide on")),
            ("Shift+J", words.tr("The pair before")),
            ("Ctrl+C", words.tr("Copy as a table")),
            ("Ctrl+S", words.tr("Keep the comparison")),
            ("Ctrl+O", words.tr("Open a kept comparison")),
            ("Ctrl+D", words.tr("Duplicate and vary")),
            ("F11", words.tr("Presentation view")),
        )
