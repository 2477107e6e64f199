"""The palette: type what you want, arrows move, Enter does it. Programmes are found by their names as well."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from advisor_app.ui.commands import Command
from advisor_app.ui.components.control import draw_hint, hint_width
from advisor_app.ui.components.labels import Label
from advisor_app.ui.components.list_keys import ListKeys
from advisor_app.ui.components.paint import row_ground
from advisor_app.ui.components.search_field import SearchField
from advisor_app.ui.components.wrapped import draw_right
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.palette.ranking import ranked
from advisor_app.ui.tasks import Tasks
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.ui.words import Words

if TYPE_CHECKING:  # a name only
    from advisor_app.services.look_up import Hit

Index = QModelIndex | QPersistentModelIndex
LookUp: TypeAlias = "Callable[[str], tuple[Hit, ...]]"
"""Finds programmes; asked on a pool's thread."""

COMMAND = Qt.ItemDataRole.UserRole + 1
_TASK = "palette"
_WIDTH, _ROWS = 620, 9
_FROM_TOP = 72


class CommandsModel(QAbstractListModel):
    """The commands that answer to what was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.commands: tuple[Command, ...] = ()

    def show(self, commands: Sequence[Command]) -> None:
        self.beginResetModel()
        self.commands = tuple(commands)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.commands)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.commands):
            return None
        command = self.commands[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (command.title, command.group, command.key) if part)
        return command if role == COMMAND else None


class _Delegate(QStyledItemDelegate):
    """Icon, what it does, of what kind it is, and its key."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_WIDTH - 40, theme().grow(Size.CONTROL + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command: Command = index.data(COMMAND)
        rect, state = QRectF(option.rect), option.state
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        row_ground(painter, rect, selected=selected, lit=bool(state & QStyle.StateFlag.State_MouseOver))
        inner = rect.adjusted(Space.PAD, 0, -Space.PAD, 0)
        if command.icon:
            draw_icon(
                painter, command.icon, QRectF(inner.left(), inner.top(), Size.ICON_ROW, inner.height()), theme().colour("text2")
            )
        right = inner.right()
        if command.key:
            right -= hint_width(command.key)
            draw_hint(painter, QRectF(right, inner.top(), hint_width(command.key), inner.height()), command.key, "text2")
            right -= Space.PAD
        left = inner.left() + Size.ICON_ROW + Space.INSIDE
        group = theme().metrics(Role.SMALL).horizontalAdvance(command.group)
        room = right - left - (group + Space.PAD if group else 0)
        painter.setFont(theme().font(Role.STRONG if selected else Role.BODY))
        painter.setPen(theme().colour("text"))
        metrics = theme().metrics(Role.STRONG if selected else Role.BODY)
        words = metrics.elidedText(command.title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, inner.top(), room, inner.height()), Qt.AlignmentFlag.AlignVCenter, words)
        draw_right(painter, QRectF(left, inner.top(), right - left, inner.height()), command.group, Role.SMALL, "text2")
        painter.restore()


class Palette(QFrame):
    """``open_programme`` is what choosing a programme does."""

    def __init__(
        self,
        commands: Sequence[Command],
        words: Words,
        tasks: Tasks,
        look_up: LookUp,
        open_programme: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", "true")
        self.setAccessibleName(words.tr("Everything you can do"))
        self._commands, self._words, self._tasks = tuple(commands), words, tasks
        self._look_up, self._open_programme = look_up, open_programme
        self.field = SearchField(words.tr("What do you want to do?"), words.tr("An action, a place, a programme…"))
        self.model = CommandsModel(self)
        self.list = self._made_list()
        self._nothing = Label(words.tr("Nothing answers to that."), tone="text2")
        self._nothing.setContentsMargins(Space.PAD, Space.UNIT, Space.PAD, Space.PAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.INSIDE, 1, Space.UNIT)
        column.setSpacing(Space.UNIT)
        top = QVBoxLayout()
        top.setContentsMargins(Space.INSIDE, 0, Space.INSIDE, 0)
        top.addWidget(self.field)
        column.addLayout(top)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.setFixedWidth(min(_WIDTH, parent.width() - 2 * Space.PAD))
        self._keys = ListKeys(self.field, self.list, _ROWS)
        self._keys.taken.connect(self._take)
        self.field.textChanged.connect(self._typed)
        self._show(())
        self._typed("")

    def open_over(self, window: QWidget) -> None:
        """In the middle of the window, near its top."""
        self.adjustSize()
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, min(_FROM_TOP, window.height() // 8))))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _made_list(self) -> QListView:
        made = QListView()
        made.setAccessibleName(self._words.tr("Everything you can do"))
        made.setUniformItemSizes(True)
        made.setMouseTracking(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setItemDelegate(_Delegate(made))
        made.setModel(self.model)
        made.clicked.connect(lambda index: self._take(index.row()))
        return made

    # --- what is found

    def _typed(self, text: str) -> None:
        self._show(ranked(self._commands, text))
        if text.strip():
            self._tasks.submit(_TASK, partial(self._look_up, text), partial(self._show_programmes, text), receiver=self)

    def _show_programmes(self, text: str, hits: "tuple[Hit, ...]") -> None:
        """Programmes come after what can be done."""
        if text == self.field.text():
            said = self._words.tr("Programme")
            found = tuple(
                Command(
                    title=hit.name,
                    run=partial(self._open_programme, hit.id),
                    group=f"{hit.school} · {said}",
                    icon="book-open",
                )
                for hit in hits
            )
            row = self.list.currentIndex().row()
            self._show((*ranked(self._commands, text), *found))
            self._keys.choose(row)

    def _show(self, commands: Sequence[Command]) -> None:
        self.model.show(commands)
        self.list.setFixedHeight(min(_ROWS, len(commands)) * theme().grow(Size.CONTROL + 4) + 2)
        self.list.setVisible(bool(commands))
        self._nothing.setVisible(not commands)
        self._keys.choose(0)
        self.adjustSize()

    def _take(self, row: int) -> None:
        """The palette is gone before anything is done, so that the focus is where it was."""
        if 0 <= row < self.model.rowCount():
            command = self.model.commands[row]
            self.close()
            command.run()
