"""A choice of one among a few, side by side; the chosen one has a tick."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from advisor_app.ui.components.control import Control, Line
from advisor_app.ui.components.paint import panel
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Radius, Role, Space, Token, Tone

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class SegmentedControl(QWidget):
    """``choices`` are (value, words). Arrow keys move the choice. ``chosen`` gives the value."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], value: str, *, icon: str | None = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for index, (key, words) in enumerate(choices):
            segment = _Segment(words, index == 0, index == len(choices) - 1, icon or "check")
            segment.setAccessibleName(f"{name}: {words}")
            segment.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._segments[key] = segment
            self._group.addButton(segment)
            line.addWidget(segment)
        self._segments[value].setChecked(True)

    @property
    def segments(self) -> tuple[Control, ...]:
        """The choices, from left to right."""
        return tuple(self._segments.values())

    @property
    def value(self) -> str:
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def set_value(self, value: str) -> None:
        """Shows another choice; says nothing."""
        self._segments[value].setChecked(True)

    def set_enabled(self, value: str, enabled: bool, lacks: str = "") -> None:
        """Whether a choice can be made now; ``lacks`` says in its tooltip what is missing."""
        self._segments[value].setEnabled(enabled)
        self._segments[value].setToolTip("" if enabled else lacks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = [key for key, segment in self._segments.items() if segment.isEnabled()]
        key = keys[max(0, min(len(keys) - 1, keys.index(self.value) + step))]
        self._segments[key].setFocus(Qt.FocusReason.OtherFocusReason)
        if key != self.value:
            self._segments[key].click()


class _Segment(Control):
    def __init__(self, words: str, first: bool, last: bool, mark: str) -> None:
        super().__init__(words)
        self.setCheckable(True)
        self._first, self._last, self._mark = first, last, mark
        self._line = Line(Role.STRONG)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()  # the group moves the choice
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._line.width("check", self.words) + 2 * Space.INSIDE, self.least_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Neighbours share an edge, and only the outer corners are round: each draws past its inner side and is clipped.
        rect = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRect(rect)
        painter.setClipPath(clip)
        drawn = rect.adjusted(0 if self._first else -Radius.CONTROL, 0, 0 if self._last else Radius.CONTROL, 0)
        on = self.isChecked()
        base: Token = "accent-soft" if on else "surface"
        panel(painter, drawn, fill=theme().hover(base) if self.hovered else theme().colour(base), edge="ctl")
        if not self._first:
            painter.fillRect(QRectF(0, 0, 1, rect.height()), theme().colour("ctl"))
        tone: Tone = "text2" if not self.isEnabled() else ("accent" if on else "text")
        inner = rect.adjusted(Space.UNIT, 0, -Space.UNIT, 0)
        self._line.draw(painter, inner, (self._mark if on else None, self.words, "", None), (tone, tone))
