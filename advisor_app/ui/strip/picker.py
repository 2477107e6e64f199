"""The picker that a chip opens: a digit or a letter picks, arrows and Enter too, Escape closes, the last row clears."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from advisor_app.ui.components.labels import Label
from advisor_app.ui.components.list_keys import ListKeys
from advisor_app.ui.strip.fields import BY_KEY, FIELDS, FieldKey
from advisor_app.ui.strip.matching import digit, matches
from advisor_app.ui.strip.options import SHORTLIST, Option, number_text, sentence
from advisor_app.ui.strip.picker_rows import PickerDelegate, PickerModel, PickerRow
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.ui.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from advisor_app.domain.text import Value

_WIDTH = 300
_WIDE = 520
"""For rows that say more than a word."""
_ROWS_SHOWN = 10
_ROWS_SHOWN_WIDE = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a picker asks: the field, its options, which of them is the present one, and the bounds of a typed number.

    Where ``several`` can be given the picker stays for the next one, until Escape or another field's key.
    """

    key: FieldKey
    name: str
    options: tuple[Option, ...]
    is_current: Callable[[Option], bool]
    number: tuple[int, int] | None = None
    given: bool = False
    several: bool = False


class Picker(QFrame):
    """Gives field and value, ``None`` for "not given", and closes after the last step. Closing without picking gives nothing."""

    picked = Signal(str, object)
    closed = Signal()
    other_wanted = Signal(str)
    """The key of another field was pressed, whose picker comes instead."""

    def __init__(self, asked: Asked, words: Words, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", "true")
        self.setAccessibleName(asked.name)
        self._asked = asked
        self._first = asked
        self._words = words
        self._options = asked.options
        self._title = Label(asked.name, Role.SMALL_STRONG, "text2", wrap=False)
        self.field = self._make_field()
        self.model = PickerModel(self)
        self.list = self._make_list()
        self._keys = ListKeys(self.field, self.list)
        self._keys.taken.connect(self._take)
        self.field.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.UNIT, 1, Space.HALF + 1)
        column.setSpacing(Space.HALF)
        for widget in (self._title, self.field):
            holder = QVBoxLayout()
            holder.setContentsMargins(Space.INSIDE, 0, Space.INSIDE, 0)
            holder.addWidget(widget)
            column.addLayout(holder)
        column.addWidget(self.list)
        self._fill()

    def open_below(self, widget: QWidget) -> None:
        """Shows the picker under a widget, within the screen."""
        self.adjustSize()
        self._stay_on_screen(widget.mapToGlobal(QPoint(0, widget.height() + Space.HALF)))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _stay_on_screen(self, place: QPoint) -> None:
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(place.x(), screen.right() - self.width()))
        self.move(x, max(screen.top(), min(place.y(), screen.bottom() - self.height())))

    @property
    def key(self) -> FieldKey:
        """The field whose picker this is."""
        return self._first.key

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Other options, for what is typed already, be it a digit; who is at a second step stays there."""
        if options == self._first.options:  # what is chosen among them stays chosen
            return
        first, none = self._asked is self._first, not self._options
        self._first = replace(self._first, options=options)
        if first:
            self._asked, self._options = self._first, options
            self.field.setPlaceholderText(self._placeholder())
            early = none and self._asked.number is None
            if not (early and self._picked_by_digit(self.field.text())):
                self._fill()

    # --- building

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(self._asked.name)
        field.setProperty("ownRing", True)
        field.setMinimumHeight(theme().grow(Size.CONTROL))
        field.setPlaceholderText(self._placeholder())
        field.textEdited.connect(self._typed)
        return field

    def _placeholder(self) -> str:
        if self._asked.number is not None:
            return self._words.tr("Type a number")
        if self._asked.several and self._asked.given:
            return self._words.tr("Another one, or Escape")
        if len(self._options) > SHORTLIST:
            return self._words.tr("A digit, or type to find")
        return self._words.tr("A digit or a letter")

    def _make_list(self) -> QListView:
        view = QListView()
        view.setAccessibleName(self._asked.name)
        view.setModel(self.model)
        self._delegate = PickerDelegate(view)
        view.setItemDelegate(self._delegate)
        view.setMouseTracking(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.clicked.connect(self._clicked)
        return view

    def _fill(self) -> None:
        """Lists what fits what is typed, the first row chosen, or the present value while nothing is typed."""
        rows = self._rows(self.field.text().strip())
        wide = any(option.details or option.gloss for option in self._options)
        width = theme().grow(_WIDE) if wide else _WIDTH
        self.list.setFixedWidth(width)
        self._delegate.width = width
        self.model.set_rows(rows)
        current = next((number for number, row in enumerate(rows) if row.current), 0)
        self._keys.choose(current)
        needed = sum(self.list.sizeHintForRow(row) for row in range(len(rows)))
        row_height = theme().grow(Size.CONTROL)
        self.list.setFixedHeight(max(row_height, min((_ROWS_SHOWN_WIDE if wide else _ROWS_SHOWN) * row_height, needed)) + 2)
        self.list.scrollTo(self.list.currentIndex())
        self.adjustSize()
        if self.isVisible():
            self._stay_on_screen(self.pos())

    def _rows(self, typed: str) -> list[PickerRow]:
        labels = self._labels()
        rows: list[PickerRow] = []
        if (number := self._number(typed)) is not None:
            rows.append(PickerRow(number_text(self._asked.key, number, self._words), value=number))
        rows += [self._row(place, labels[place], typed) for place in self._found(typed)]
        if not typed and self._asked.given:
            rows.append(PickerRow(self._words.tr("Not given"), self._words.tr_c("key", "Del"), quiet=True))
        return rows or [PickerRow(self._nothing(typed), quiet=True, inert=True)]

    def _nothing(self, typed: str) -> str:
        """Why the list is empty."""
        if self._asked.number is not None:
            low, high = self._asked.number
            return self._words.tr("A number from {low} to {high}", low=low, high=high)
        if not typed:
            return self._words.tr("Nothing from the catalogue yet")
        return self._words.tr("Nothing found for “{typed}”", typed=typed)

    def _row(self, place: int, label: str, typed: str) -> PickerRow:
        option = self._options[place]
        digits = not typed and self._asked.number is None
        hint = ("0" if option.zero else str(place + 1) if place < SHORTLIST else "") if digits else ""
        return PickerRow(
            label,
            hint,
            place,
            self._asked.is_current(option),
            bool(option.children),
            value=option.value,
            gloss=self._said(option.gloss),
            detail=" ".join(self._words.render(one) for one in option.details),
        )

    def _labels(self) -> list[str]:
        return [sentence(self._words.render(option.label)) for option in self._options]

    def _found(self, typed: str) -> list[int]:
        """What is typed may also stand in the explanation: a diploma is looked for by its local name or by what it is."""
        glosses = [self._said(option.gloss) for option in self._options]
        return matches(typed, [f"{label} {gloss}" for label, gloss in zip(self._labels(), glosses, strict=True)])

    def _said(self, value: "Value | None") -> str:
        return "" if value is None else self._words.render(value)

    def _number(self, typed: str) -> int | None:
        """The number typed, where the field takes numbers and it is within bounds. Spaces group digits."""
        digits = "".join(typed.split()).replace("€", "")
        if self._asked.number is None or not digits.isdecimal():
            return None
        low, high = self._asked.number
        return int(digits) if low <= int(digits) <= high else None

    # --- keys and clicks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        empty = not self.field.text()
        other = _field_of(event)
        if other is not None:
            self.close()
            self.other_wanted.emit(other)
        elif key == Qt.Key.Key_Delete and empty and self._asked.given:
            self._give(None)
        elif empty and self._asked.number is None and self._picked_by_digit(event.text()):
            pass
        else:
            return False
        return True

    def _picked_by_digit(self, typed: str) -> bool:
        number = digit(typed, self._labels()) if typed else None
        if number == 0:
            number = next((place for place, option in enumerate(self._options, 1) if option.zero), None)
        if number is None or not 1 <= number <= min(SHORTLIST, len(self._options)):
            return False
        self._take_option(self._options[number - 1])
        return True

    def _typed(self) -> None:
        """A short list of single words needs no Enter: a letter that only one option answers to picks it."""
        typed = self.field.text().strip()
        found = self._found(typed)
        short = len(self._options) <= SHORTLIST and not any(option.gloss for option in self._options)
        if typed and self._asked.number is None and short and len(found) == 1:
            self._take_option(self._options[found[0]])
            return
        self._fill()

    def _clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, number: int) -> None:
        rows: Sequence[PickerRow] = self.model.rows
        if not 0 <= number < len(rows):
            return
        row = rows[number]
        if row.inert:
            return
        if row.position is None:
            self._give(row.value)
        else:
            self._take_option(self._options[row.position])

    def _take_option(self, option: Option) -> None:
        key = option.key or self._asked.key
        if not option.children:
            self._give(option.value, key)
            return
        if option.counts:
            self.picked.emit(key, option.value)
        self._step_into(option)

    def _step_into(self, option: Option) -> None:
        """Asks the next thing in the same place: a number may be typed where the field behind it takes numbers."""
        key = option.children[0].key or self._asked.key
        other = key != self._asked.key
        number = BY_KEY[key].number if other else self._asked.number
        self._asked = replace(self._asked, key=key, options=option.children, number=number, given=self._asked.given and not other)
        self._options = option.children
        self._title.setText(f"{self._title.text()} · {sentence(self._words.render(option.label))}")
        self.field.clear()
        self.field.setPlaceholderText(self._placeholder())
        self._fill()

    def _give(self, value: object, key: FieldKey | None = None) -> None:
        self.picked.emit(key or self._asked.key, value)
        if self._first.several and value is not None:
            self._begin_again()
        else:
            self.close()

    def _begin_again(self) -> None:
        """For the next of several."""
        self._asked = self._first = replace(self._first, given=True)
        self._options = self._first.options
        self._title.setText(self._first.name)
        self.field.clear()
        self.field.setPlaceholderText(self._placeholder())
        self._fill()

    def closeEvent(self, event: "QCloseEvent") -> None:
        self.closed.emit()
        super().closeEvent(event)


def _field_of(event: QKeyEvent) -> FieldKey | None:
    """The field whose picker a key opens anywhere else in the window."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    pressed = QKeySequence(event.keyCombination())
    return next((field.key for field in FIELDS if pressed in [QKeySequence(key) for key in field.keys]), None)
