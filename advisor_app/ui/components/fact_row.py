"""A fact: label · value · status · source and age. Its source unfolds in place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.facts import Status
from advisor_app.ui.components.control import Control, Line
from advisor_app.ui.components.icon_label import IconLabel
from advisor_app.ui.components.labels import Label, Part, PartsLabel
from advisor_app.ui.fact_looks import FACTS
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.ui.words import Words

LABEL_WIDTH = 110
STATUS_WIDTH = 138
SOURCE_WIDTH = 142


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A fact put into words.

    ``value`` is in parts, so that the figure that matters is strong and "not stated" italic. ``section`` and ``age`` make the
    source's link; ``quote``, ``provenance`` (document, section, date) and ``note`` are what it unfolds to. ``elsewhere`` stands
    in the place of the link where there is no section to name ("whole page read").
    """

    label: str
    value: Sequence[Part]
    status: Status
    note: str = ""
    section: str = ""
    age: str = ""
    quote: str = ""
    provenance: str = ""
    elsewhere: str = ""


class FactRow(QWidget):
    """One row. ``toggled`` says whether the source is unfolded."""

    toggled = Signal(bool)

    def __init__(self, fact: FactView, words: Words, *, inset: int = Space.DETAIL) -> None:
        super().__init__()
        self._inset = inset
        self._open = False
        status = words.render(fact.status)
        value = "".join(part.text for part in fact.value)
        self.setAccessibleName(f"{fact.label}: {value}. {status}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(theme().grow(Size.FACT_ROW))
        self.source = SourceLink(fact.section, fact.age, opens=words.tr("Where {fact} comes from", fact=fact.label))
        self.unfolded = _Provenance(fact)
        self.unfolded.hide()
        self._arrange(fact, status)
        self.source.toggled.connect(self._unfold)

    def _arrange(self, fact: FactView, status: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(self._inset, 2, self._inset, 3)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnMinimumWidth(2, STATUS_WIDTH)
        grid.setColumnMinimumWidth(3, SOURCE_WIDTH)
        grid.setColumnStretch(1, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(_narrow(Label(fact.label, tone="text2"), LABEL_WIDTH), 0, 0, middle)
        grid.addLayout(self._value(fact), 0, 1)
        look = FACTS[fact.status]
        grid.addWidget(_narrow(IconLabel(look.icon, status, look.tone), STATUS_WIDTH), 0, 2, middle)
        if fact.section:
            grid.addWidget(self.source, 0, 3, middle)
        else:
            grid.addWidget(_narrow(Label(fact.elsewhere, Role.SMALL, "text2"), SOURCE_WIDTH), 0, 3, middle)
            self.source.setParent(self)
            self.source.hide()
        grid.addWidget(self.unfolded, 1, 1, 1, 3)

    @property
    def is_open(self) -> bool:
        return self._open

    def _value(self, fact: FactView) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 3, Space.PAD, 3)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(PartsLabel(fact.value))
        if fact.note:
            column.addWidget(Label(fact.note, Role.SMALL, "text2"))
        column.addStretch(1)
        return column

    def _unfold(self, opened: bool) -> None:
        self._open = opened
        self.unfolded.setVisible(opened)
        self.update()
        self.toggled.emit(opened)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._open:
            painter.fillRect(self.rect(), theme().colour("accent-soft"))
        left = 0 if self._open else self._inset
        painter.fillRect(left, self.height() - 1, self.width() - 2 * left, 1, theme().colour("line"))


class SourceLink(Control):
    """The section of the page and how old the page is. Opens and closes what it comes from."""

    def __init__(self, section: str, age: str, *, opens: str) -> None:
        super().__init__(section)
        self._age = age
        self.setCheckable(True)
        self.setAccessibleName(opens)
        self.setAccessibleDescription(f"{section} · {age}" if age else section)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._line = Line(Role.SMALL, gap=6)

    def sizeHint(self) -> QSize:
        return QSize(min(self._full_width(), SOURCE_WIDTH), self.least_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.least_height())

    def _tail(self) -> str:
        return f" · {self._age}" if self._age else ""

    def _full_width(self) -> int:
        return self._line.width("link-2", self.words) + theme().metrics(Role.SMALL).horizontalAdvance(self._tail()) + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = theme().metrics(Role.SMALL)
        tail = metrics.horizontalAdvance(self._tail())
        rect = QRectF(self.rect())
        head = QRectF(rect.left(), rect.top(), min(self._line.width("link-2", self.words), rect.width() - tail), rect.height())
        icon = "chevron-down" if self.isChecked() else "link-2"
        self._line.draw(painter, head, (icon, self.words, "", None), ("accent", "accent"), Qt.AlignmentFlag.AlignLeft)
        if self.hovered:
            y = rect.center().y() + metrics.ascent() / 2 + 1
            painter.fillRect(QRectF(head.left() + 22, y, head.width() - 22, 1), theme().colour("accent"))
        painter.setFont(theme().font(Role.SMALL))
        painter.setPen(theme().colour("text2"))
        painter.drawText(QRectF(head.right(), rect.top(), tail + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, self._tail())
        self.setToolTip(f"{self.words}{self._tail()}" if self._full_width() > rect.width() + 2 else "")


class _Provenance(QFrame):
    """The quotation with a rule at its left, then document, section and date."""

    def __init__(self, fact: FactView) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 2, 0, 2)
        column.setSpacing(0)
        if fact.quote:
            column.addWidget(Label(fact.quote, italic=True))
        if fact.provenance:
            column.addWidget(Label(fact.provenance, Role.SMALL, "text2"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 3, self.height(), theme().colour("accent-line"))


def _narrow(widget: QWidget, width: int) -> QWidget:
    widget.setMaximumWidth(width)
    return widget
