"""Text that breaks into lines, for what paints itself: measured once for each width, drawn line by line."""

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QStaticText, QTextLayout, QTextOption

from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Token

Lines = tuple[str, ...]


@lru_cache(maxsize=8192)
def broken(text: str, role: Role, width: int, *, most: int = 0, italic: bool = False) -> Lines:
    """The lines of ``text`` at ``width`` pixels. Over ``most`` lines (0: any number) the last one ends in an ellipsis."""
    font = theme().font(role, italic=italic)
    metrics = theme().metrics(role)
    if not italic and "\n" not in text and metrics.horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(8, width))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip("\n ") for start, end in zip(starts, ends, strict=True)] or [""]
    if most and len(lines) > most:
        rest = text[starts[most - 1] :].replace("\n", " ")
        lines = [*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(8, width))]
    return tuple(lines)


@cache
def line_height(role: Role) -> int:
    """The design's line, or more where the font is taller."""
    return theme().grow(role.value.line, role)


def height_of(lines: Lines, role: Role) -> int:
    return len(lines) * line_height(role)


def draw_lines(painter: QPainter, at: QPointF, lines: Lines, role: Role, tone: Token | QColor, *, italic: bool = False) -> None:
    """Draws broken text from its top left corner."""
    if not lines:
        return
    painter.setFont(theme().font(role, italic=italic))
    painter.setPen(tone if isinstance(tone, QColor) else theme().colour(tone))
    step = line_height(role)
    x, y = at.x(), at.y() + _inset(role)
    for number, line in enumerate(lines):
        painter.drawStaticText(QPointF(x, y + number * step), _shaped(line, role, italic=italic))


@cache
def _inset(role: Role) -> float:
    """From the top of a line to the top of its letters."""
    return (line_height(role) - theme().metrics(role).height()) / 2


@lru_cache(maxsize=4096)
def _shaped(line: str, role: Role, *, italic: bool) -> QStaticText:
    """A line whose letters are set: shaping costs several times what drawing does."""
    made = QStaticText(line)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(font=theme().font(role, italic=italic))
    return made


def draw_right(painter: QPainter, rect: QRectF, text: str, role: Role, tone: Token) -> None:
    """One line at the right of ``rect``, in its middle."""
    painter.setFont(theme().font(role))
    painter.setPen(theme().colour(tone))
    shaped = _shaped(text, role, italic=False)
    size = shaped.size()
    painter.drawStaticText(QPointF(rect.right() - size.width(), rect.center().y() - size.height() / 2), shaped)
