"""The list that a column is chosen from: type to find, Enter takes, the right arrow shows a programme's routes, Escape closes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from advisor_app.ui.compare.offers import Find, Offer
from advisor_app.ui.components import Label, SearchField
from advisor_app.ui.components.list_keys import ListKeys
from advisor_app.ui.strip.picker_rows import PickerDelegate, PickerModel, PickerRow
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

_WIDTH, _ROWS = 580, 10

Ask = Callable[[Find, str, Callable[[tuple[Offer, ...]], None]], None]
"""Runs a search off the window's thread and gives its result; a newer one replaces the older."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is being chosen: ``find`` answers what is typed."""

    title: str
    find: Find


class ColumnPicker(QFrame):
    """``picked`` carries the column. Rows that arrive late for what was typed before are never shown."""

    picked = Signal(object)

    def __init__(
        self, step: Step, ask: Ask, words: Translator, parent: QWidget, *, routes_of: Callable[[str], Find] | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", "true")
        self._ask, self._words = ask, words
        self._steps = [step]
        self._offers: tuple[Offer, ...] = ()
        self._routes_of = routes_of
        self._title = Label("", Role.SMALL_STRONG, "text2", wrap=False)
        self.field: QLineEdit = SearchField(step.title, words.tr("Type to find"))
        self.field.setProperty("ownRing", True)
        self.field.textEdited.connect(self._look)
        self.model = PickerModel(self)
        self.list = self._made_list()
        self._keys = ListKeys(self.field, self.list)
        self._keys.taken.connect(self._take)
        self.field.installEventFilter(self)
        self.hint = Label("", Role.SMALL, "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.UNIT, 1, Space.UNIT)
        column.setSpacing(Space.HALF)
        for widget in (self._title, self.field, self.list, self.hint):
            holder = QVBoxLayout()
            side = 0 if widget is self.list else Space.INSIDE
            holder.setContentsMargins(side, 0, side, 0)
            holder.addWidget(widget)
            column.addLayout(holder)
        self._begin()

    def open_below(self, widget: QWidget) -> None:
        """Shows the picker under a widget, within the screen."""
        self.adjustSize()
        at = widget.mapToGlobal(QPoint(0, widget.height() + Space.HALF))
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(at.x(), screen.right() - self.width()))
        self.move(x, max(screen.top(), min(at.y(), screen.bottom() - self.height())))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _made_list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        delegate = PickerDelegate(view)
        delegate.width = theme().grow(_WIDTH)
        view.setItemDelegate(delegate)
        view.setMouseTracking(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFixedSize(theme().grow(_WIDTH), _ROWS * theme().grow(Size.CONTROL) + 2)
        view.clicked.connect(lambda index: self._clicked(index.row()))
        return view

    # --- what is offered

    def _begin(self) -> None:
        step = self._steps[-1]
        self.setAccessibleName(step.title)
        self.list.setAccessibleName(step.title)
        self.field.setAccessibleName(step.title)
        self._title.setText(step.title)
        self.field.clear()
        self._look("")

    def _look(self, typed: str) -> None:
        step = self._steps[-1]
        self._ask(step.find, typed, self.show_offers)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        self.model.set_rows([self._row(offer, place) for place, offer in enumerate(offers)])
        self._keys.choose(0)
        nothing = self._words.tr("Nothing found.") if self.field.text() else self._words.tr("Everything is there already.")
        routes = self._words.tr("Enter adds it by the route that suits best; → shows its routes.")
        back = self._words.tr("Enter takes it; ← goes back.") if len(self._steps) > 1 else self._words.tr("Enter takes it.")
        self.hint.setText(nothing if not offers else routes if any(offer.opens for offer in offers) else back)

    def _row(self, offer: Offer, place: int) -> PickerRow:
        return PickerRow(offer.words, position=place, opens=offer.opens, gloss=offer.gloss)

    # --- keys and clicks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _pressed(self, key: Qt.Key) -> bool:
        row = self.list.currentIndex().row()
        at_end = self.field.cursorPosition() == len(self.field.text())
        if key == Qt.Key.Key_Right and at_end and self._opens(row):
            self._open(self._offers[row])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace) and not self.field.text() and len(self._steps) > 1:
            self._steps.pop()
            self._begin()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _clicked(self, row: int) -> None:
        """On the arrow of a programme: its routes; anywhere else it is taken."""
        at = self.list.viewport().mapFromGlobal(QCursor.pos())
        if self._opens(row) and at.x() > self.list.viewport().width() - Size.CONTROL:
            self._open(self._offers[row])
        else:
            self._take(row)

    def _opens(self, row: int) -> bool:
        return 0 <= row < len(self._offers) and self._offers[row].opens and self._routes_of is not None

    def _open(self, offer: Offer) -> None:
        if self._routes_of is not None:
            self._steps.append(Step(offer.words, self._routes_of(offer.column.programme)))
            self._begin()

    def _take(self, row: int) -> None:
        if not 0 <= row < len(self._offers):
            return
        offer = self._offers[row]
        if offer.there and self._opens(row):
            self._open(offer)
            return
        self.close()
        self.picked.emit(offer.column)
