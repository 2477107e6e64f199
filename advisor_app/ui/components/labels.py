"""Text: one line, several lines, parts of different weight, and text that is cut after some lines.

Text is always plain: what a catalogue holds is never read as markup.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Tone


class Part(NamedTuple):
    """A stretch of a text: semibold where it is what matters, italic for "not stated" and quotations."""

    text: str
    strong: bool = False
    italic: bool = False
    tone: Tone | None = None


class Label(QLabel):
    """Text in a type role and a tone. Wraps unless told otherwise: French is a third longer."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, tone: Tone = "text", *, wrap: bool = True, italic: bool = False
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme().font(role, italic=italic))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setText(text)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_tone(self, tone: Tone) -> None:
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class PartsLabel(Label):
    """A wrapping label whose parts differ in weight, slope or tone."""

    def __init__(self, parts: Sequence[Part], role: Role = Role.BODY, tone: Tone = "text") -> None:
        super().__init__("", role, tone)
        self._parts = tuple(parts)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAccessibleName("".join(part.text for part in self._parts))
        self._fill()
        if any(part.tone for part in self._parts):
            theme().changed.connect(self._fill)

    def set_parts(self, parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)
        self.setAccessibleName("".join(part.text for part in self._parts))
        self._fill()

    def _fill(self) -> None:
        self.setText("".join(_markup(part) for part in self._parts))


def _markup(part: Part) -> str:
    style = "font-weight:600;" if part.strong else ""
    style += "font-style:italic;" if part.italic else ""
    style += f"color:{theme().colours[part.tone]};" if part.tone else ""
    from html import escape  # late: brings every entity of HTML along, and the frame has no such label

    words = escape(part.text).replace("\n", "<br>")
    return f'<span style="{style}">{words}</span>' if style else words


class ElidedLabel(Label):
    """Text of at most ``lines`` lines; what does not fit ends in an ellipsis and stands in the tooltip."""

    def __init__(self, text: str, role: Role = Role.BODY, tone: Tone = "text", *, lines: int = 2) -> None:
        super().__init__(text, role, tone)
        self._lines = lines
        self._kept: dict[tuple[str, int, int], tuple[list[str], bool]] = {}
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 8)

    @property
    def elided(self) -> bool:
        """Whether some of the text is not shown at the present width."""
        return self._broken(self.width())[1]

    def set_lines(self, lines: int) -> None:
        """Allows more lines, or fewer."""
        self._lines = lines
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._broken(width)[0]) * self._line_height()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self._line_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.elided else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        lines, _ = self._broken(self.width())
        line_height, ascent = self._line_height(), self.fontMetrics().ascent()
        top = (self.height() - line_height * len(lines)) / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0.0
        for number, line in enumerate(lines):
            painter.drawText(QPointF(0, max(0.0, top) + number * line_height + ascent), line)

    def _line_height(self) -> int:
        return math.ceil(self.fontMetrics().lineSpacing())

    def _broken(self, width: int) -> tuple[list[str], bool]:
        """The lines as they are drawn, and whether anything is left out. Layouts ask for the same again and again."""
        asked = (self.text(), width, self._lines)
        if asked not in self._kept:
            self._kept = {asked: self._break(width)} if len(self._kept) > 8 else {**self._kept, asked: self._break(width)}
        return self._kept[asked]

    def _break(self, width: int) -> tuple[list[str], bool]:
        text = self.text()
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while (line := layout.createLine()).isValid() and len(starts) <= self._lines:
            line.setLineWidth(max(1, width))
            starts.append(line.textStart())
        layout.endLayout()
        if len(starts) <= self._lines:
            return [text[a:b].rstrip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)] or [""], False
        shown = [text[a:b].rstrip() for a, b in pairwise(starts[: self._lines])]
        rest = text[starts[self._lines - 1] :]
        return [*shown, self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)], True


def rule(*, vertical: bool = False, parent: QWidget | None = None) -> QFrame:
    """A line of one pixel that separates."""
    line = QFrame(parent)
    line.setProperty("rule", "true")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
