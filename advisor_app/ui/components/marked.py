"""Text in which some letters are highlighted: by a soft ground and a line under them, so that colour says it twice."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from advisor_app.ui.components.wrapped import Lines, draw_lines
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role

Marks = Sequence[tuple[int, int]]


def draw_marked(painter: QPainter, rect: QRectF, lines: Lines, marked: tuple[str, Marks], role: Role) -> None:
    """Draws ``lines``, of ``rect``'s height each; ``marked`` is the text that they were broken from, and where it is marked."""
    text, marks = marked
    metrics = theme().metrics(role)
    for number, line, (start, end) in _marked_parts(lines, text, marks):
        left, right = metrics.horizontalAdvance(line[:start]), metrics.horizontalAdvance(line[:end])
        top = rect.top() + number * rect.height()
        ground = QRectF(rect.left() + left - 1, top + 1, right - left + 2, rect.height() - 2)
        painter.fillRect(ground, theme().colour("confirm-bg"))
        painter.fillRect(QRectF(ground.left(), ground.bottom() - 1, ground.width(), 1.5), theme().colour("confirm"))
    draw_lines(painter, QPointF(rect.left(), rect.top()), lines, role, "text")


def _marked_parts(lines: Lines, text: str, marks: Marks) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """(number of the line, the line, part of it) for every marked part that is shown."""
    begins = 0
    for number, line in enumerate(lines):
        shown = line.removesuffix("…")
        at = max(text.find(shown, begins), begins)
        for start, end in marks:
            part = (max(start - at, 0), min(end - at, len(shown)))
            if part[0] < part[1]:
                yield number, line, part
        begins = at + len(shown)
