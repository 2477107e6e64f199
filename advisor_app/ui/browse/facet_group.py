"""One facet of the column: its title, which folds it, the values that count most, and the way to all of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.verdicts import Verdict
from advisor_app.services.browse import Facet, FacetValue, FacetValues
from advisor_app.ui.components import Button, Control, FacetCheck, Kind
from advisor_app.ui.components.wrapped import Lines, broken, draw_lines, height_of
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
SHOWN = 6
"""As many values stand in the column; the rest is one key away."""


class FacetHead(Control):
    """The facet's title. Enter, Space or a click folds it; Right unfolds and Left folds."""

    def __init__(self, title: str, words: Translator) -> None:
        super().__init__(title)
        self._t = words
        self.opened = True
        self._chosen = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, *, opened: bool, chosen: int) -> None:
        """Whether its values are shown, and how many are chosen."""
        self.opened, self._chosen = opened, chosen
        told = [self.words, self._t.tr_n("{count} chosen", "{count} chosen", chosen)] if chosen else [self.words]
        self.setAccessibleName(", ".join(told))
        self.setAccessibleDescription(self._t.tr("unfolded") if opened else self._t.tr("folded"))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if wanted is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif wanted is not self.opened:
            self.click()

    def sizeHint(self) -> QSize:
        return QSize(theme().metrics(Role.SMALL_STRONG).horizontalAdvance(self._said()) + Size.ICON_LINE, self.least_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.least_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self.least_height(), height_of(self._lines(width), Role.SMALL_STRONG) + Space.HALF)

    def _said(self) -> str:
        return f"{self.words} ({self._chosen})" if self._chosen and not self.opened else self.words

    def _lines(self, width: int) -> Lines:
        return broken(self._said(), Role.SMALL_STRONG, width - Size.ICON_LINE - Space.HALF, most=2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        tone = theme().colour("text" if self.hovered else "text2")
        lines = self._lines(self.width())
        top = (rect.height() - height_of(lines, Role.SMALL_STRONG)) / 2
        draw_lines(painter, QPointF(0, top), lines, Role.SMALL_STRONG, tone)
        side = Size.ICON_LINE
        arrow = "chevron-down" if self.opened else "chevron-right"
        draw_icon(painter, arrow, QRectF(rect.right() - side + 1, 0, side, rect.height()), tone)


class FacetGroup(QWidget):
    """``toggled`` gives a value that was chosen or taken back, ``all_asked`` asks for every value, ``folded`` was folded or not."""

    toggled = Signal(str, bool)
    all_asked = Signal()
    folded = Signal(bool)
    stepped = Signal(int)
    """Up or Down within the group: by how many stops."""

    def __init__(self, facet: Facet, title: str, words: Translator, *, opened: bool) -> None:
        super().__init__()
        self.facet = facet
        self._t = words
        self._values: tuple[FacetValue, ...] = ()
        self.head = FacetHead(title, words)
        self.checks: list[FacetCheck] = []
        self.more = Button("", Kind.GHOST, trailing="chevron-right")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.head.show_state(opened=opened, chosen=0)
        for stop in (self.head, self.more):
            stop.installEventFilter(self)
        self.head.clicked.connect(self._fold)
        self.more.clicked.connect(self.all_asked)
        self.more.hide()

    @property
    def opened(self) -> bool:
        return self.head.opened

    @property
    def shown(self) -> tuple[FacetValue, ...]:
        """The values that stand in the column."""
        return self._values

    def check_of(self, value: str) -> FacetCheck | None:
        """The box of a value, where it has one."""
        places = (place for place, one in enumerate(self._values) if one.value == value)
        return next((self.checks[place] for place in places), None)

    def stops(self) -> list[QWidget]:
        """What the arrows stop at, from top to bottom."""
        return [self.head, *(one for one in (*self.checks, self.more) if not one.isHidden())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's buttons go to the next widget as it was made; the column goes on as it is seen."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
                self.stepped.emit(step)
                return True
        return super().eventFilter(watched, event)

    def show_values(self, values: FacetValues, chosen: frozenset[str]) -> None:
        """The values with their counts; ``chosen`` are the boxes that are ticked."""
        focused = next((one.value for one, check in zip(self._values, self.checks, strict=False) if check.hasFocus()), None)
        self._values = values.leading(SHOWN)
        self._make(len(self._values))
        for value, check in zip(self._values, self.checks, strict=False):
            look = VERDICTS[Verdict(value.value)] if self.facet is Facet.VERDICT else None
            name, written = self._t.sentence(value.label), self._t.render(value.count)
            check.show_value(name, value.count, written, checked=value.value in chosen, look=look)
        if len(values) > len(self._values):
            self.more.setText(self._t.tr_n("All {count}…", "All {count}…", len(values)))
            self.more.setAccessibleName(self._t.tr("{facet}: all {count} values", facet=self.head.words, count=len(values)))
            self.more.updateGeometry()
        self._show(opened=self.opened, chosen=len(chosen), more=len(values) > len(self._values))
        moved = self.check_of(focused) if focused is not None else None
        if moved is not None and not moved.hasFocus():
            moved.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, *, opened: bool) -> None:
        """Unfolds or folds; says nothing."""
        self._show(opened=opened, chosen=sum(check.isChecked() for check in self.checks), more=bool(self.more.text()))

    def _show(self, *, opened: bool, chosen: int, more: bool) -> None:
        self.head.show_state(opened=opened, chosen=chosen)
        for place, check in enumerate(self.checks):
            check.setVisible(opened and place < len(self._values))
        self.more.setVisible(opened and more)

    def _fold(self) -> None:
        self.open(opened=not self.opened)
        self.folded.emit(self.opened)

    def _make(self, count: int) -> None:
        for place in range(len(self.checks), count):
            check = FacetCheck("", 0)
            check.clicked.connect(partial(self._clicked, place))
            check.installEventFilter(self)
            self._column.insertWidget(1 + place, check)
            self.setTabOrder(self.checks[-1] if self.checks else self.head, check)
            self.setTabOrder(check, self.more)
            self.checks.append(check)

    def _clicked(self, place: int, _on: bool = False) -> None:
        if place < len(self._values):
            self.toggled.emit(self._values[place].value, self.checks[place].isChecked())


def stops_of(groups: Sequence[FacetGroup]) -> list[QWidget]:
    """What the arrows stop at in all of the shown groups."""
    return [stop for group in groups if not group.isHidden() for stop in group.stops()]
