"""A column's head drawn without its buttons, for the screen that the student sees."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from advisor_app.ui.compare.heads_said import HeadSaid
from advisor_app.ui.components import draw_pill, pill_size
from advisor_app.ui.components.wrapped import broken, draw_lines, height_of
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space, Tone
from advisor_app.wording import Translator

_PAD = 14
_ICON = Size.ICON_LINE + 6

Text = tuple[str, Role, Tone, str]
"""Words, their type and tone, and an icon before them or none."""


def _above(head: HeadSaid) -> tuple[Text, ...]:
    return ((head.title, Role.HEAD, "text", ""), (head.subtitle, Role.SMALL, "text2", ""))


def _below(head: HeadSaid) -> tuple[Text, ...]:
    found: tuple[Text, ...] = (
        (head.reason, Role.SMALL, "text2", ""),
        (head.law, Role.SMALL, head.law_tone, "scale"),
        (head.stale, Role.SMALL, "confirm", "flag"),
    )
    return tuple(one for one in found if one[0])


def _height(text: Text, room: int) -> int:
    words, role, _, icon = text
    return height_of(broken(words, role, room - (_ICON if icon else 0)), role)


def head_height(head: HeadSaid, width: int, words: Translator) -> int:
    """What the head needs at that width."""
    room = width - _PAD - Space.UNIT
    texts = sum(_height(text, room) for text in (*_above(head), *_below(head)))
    pill = pill_size(VERDICTS[head.verdict], words.render(head.verdict)).height() + 6 if head.verdict else 0
    return Space.INSIDE + texts + pill + Space.UNIT + Space.HALF


def draw_head(painter: QPainter, rect: QRect, head: HeadSaid, words: Translator) -> None:
    painter.fillRect(rect, theme().colour("surface"))
    room, y = rect.width() - _PAD - Space.UNIT, rect.top() + Space.INSIDE
    for text in _above(head):
        y += _draw(painter, QPointF(rect.left() + _PAD, y), text, room)
    if head.verdict:
        look, word = VERDICTS[head.verdict], words.render(head.verdict)
        size = pill_size(look, word)
        draw_pill(painter, QRectF(rect.left() + _PAD, y + 3, size.width(), size.height()), look, word)
        y += size.height() + 6
    for text in _below(head):
        y += _draw(painter, QPointF(rect.left() + _PAD, y), text, room)
    line = theme().colour("line")
    painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), line)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line)


def _draw(painter: QPainter, at: QPointF, text: Text, room: int) -> int:
    words, role, tone, icon = text
    if icon:
        draw_icon(painter, icon, QRectF(at.x(), at.y(), Size.ICON_LINE, height_of(("",), role)), theme().colour(tone))
    indent = _ICON if icon else 0
    draw_lines(painter, at + QPointF(indent, 0), broken(words, role, room - indent), role, tone)
    return _height(text, room)


def draw_corner(painter: QPainter, rect: QRect, words: str) -> None:
    """Where the student stands, over the names of the rows."""
    painter.fillRect(rect, theme().colour("bg"))
    lines = broken(words, Role.SMALL_STRONG, rect.width() - Space.PAD - Space.UNIT)
    at = QPointF(rect.left() + Space.PAD, rect.bottom() - Space.UNIT - height_of(lines, Role.SMALL_STRONG))
    draw_lines(painter, at, lines, Role.SMALL_STRONG, "text")
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().colour("line"))
    painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme().colour("line"))
