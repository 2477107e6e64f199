"""Measuring and drawing the cells of the comparison."""

from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from advisor_app.ui.compare.drawings import draw_picture, picture_height
from advisor_app.ui.components.control import advance
from advisor_app.ui.components.wrapped import Lines, broken, draw_lines, height_of, line_height
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.itemmodels.comparison import ACROSS, CellSaid, Para, RowKind, RowSaid
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Tone

PAD = 14
_ABOVE = 6
_MARK = Size.ICON_LINE + 6
LABEL_MARK = 30
"""The room of the signs of a row, right of its label: that it differs, and below it that it was asked about."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A paragraph broken into lines. The lead stands before the text where both fit on one line, else above it."""

    para: Para
    role: Role
    lead: Lines
    lines: Lines
    inline: bool
    height: int


MOST_DIFFERENCE = 2
"""Lines below the name of a row."""
FOLD_END = PAD + Size.ICON_LINE
"""The room of the arrow at the end of a fold."""


def row_height(row: RowSaid, widths: list[int], label: int, shown: int) -> int:
    """The height of a row whose columns have those widths; what crosses them is ``shown`` wide."""
    if row.kind is RowKind.BAND:
        return _least(Size.CONTROL)
    name = name_height(row, label) + 2 * _ABOVE
    if row.kind in ACROSS:
        inner = cell_height(row.cells[0], shown - FOLD_END)
    else:
        inner = max((cell_height(row.cells[start], sum(widths[start : start + length])) for start, length in row.runs), default=0)
    return max(_least(Size.COMPARISON_ROW), name, inner + 2 * _ABOVE + 1)


@cache
def _least(height: int) -> int:
    """The height of a row of one line, which grows with the font."""
    return theme().grow(height)


def name_lines(row: RowSaid, label: int) -> tuple[Lines, Lines]:
    """The name of a row and, below it, what differs, where two lines say it; else it stands at the foot and in the drawer."""
    name = broken(row.label, Role.SMALL, label - PAD - LABEL_MARK)
    room, most = (LABEL_MARK, MOST_DIFFERENCE + 1) if row.asked else (6, MOST_DIFFERENCE)
    difference = broken(row.difference, Role.SMALL, label - PAD - room, italic=True) if row.difference else ()
    return name, difference if len(difference) <= most else ()


def name_height(row: RowSaid, label: int) -> int:
    return sum(height_of(lines, Role.SMALL) for lines in name_lines(row, label))


def cell_height(cell: CellSaid, width: int) -> int:
    """What a cell needs at that width, without the space around it."""
    room = width - 2 * PAD
    words = sum([one.height for one in _set(cell, room)])
    return words if cell.picture is None else words + picture_height(cell.picture, room)


def draw_cell(painter: QPainter, rect: QRectF, cell: CellSaid, *, on_floor: bool = False) -> None:
    """Draws a cell, its content in the middle of the height, or on the floor that all columns share."""
    room = int(rect.width()) - 2 * PAD
    left = rect.left() + PAD
    high = cell_height(cell, int(rect.width()))
    top = rect.bottom() - _ABOVE - high if on_floor else rect.top() + (rect.height() - high) / 2
    if cell.picture is not None:
        tall = picture_height(cell.picture, room)
        draw_picture(painter, QRectF(left, top, room, tall), cell.picture)
        top += tall
    for number, one in enumerate(_set(cell, room)):
        _draw_para(painter, QPointF(left, top), one)
        _draw_marks(painter, QPointF(left, top), one, _extra(cell, number))
        top += one.height


def _extra(cell: CellSaid, number: int) -> tuple[tuple[str, Tone], ...]:
    """The signs after the first paragraph: that it is the best of the row, that there is a doubt."""
    best = (("award", "ok"),) if cell.best else ()
    flag = (("flag", "confirm"),) if cell.flag and cell.picture is None else ()
    return (*best, *flag) if number == 0 else ()


def _set(cell: CellSaid, room: int) -> tuple[_Set, ...]:
    """The paragraphs, broken; each leaves room for its mark, the first one for the signs of the cell as well."""
    return _set_paras(cell.paras, len(_extra(cell, 0)), room)


@lru_cache(maxsize=4096)
def _set_paras(paras: tuple[Para, ...], signs: int, room: int) -> tuple[_Set, ...]:
    """Kept, since what is measured is drawn next, and students change more often than words do."""
    marks = [(para.mark is not None) + (0 if number else signs) for number, para in enumerate(paras)]
    return tuple(_set_para(para, room - count * _MARK) for para, count in zip(paras, marks, strict=True))


def _set_para(para: Para, room: int) -> _Set:
    role = Role.SMALL if para.small else Role.BODY
    room -= _MARK if para.icon else 0
    if para.lead and advance(para.lead, Role.STRONG) + advance(para.text, role) <= room:
        high = max(line_height(role), line_height(Role.STRONG))
        return _Set(para, role, (para.lead,), (para.text,), inline=True, height=high)
    text = para.text.strip() if para.lead else para.text
    lead = broken(para.lead, Role.STRONG, room) if para.lead else ()
    lines = broken(text, role, room, italic=para.italic) if text or not para.lead else ()
    return _Set(para, role, lead, lines, inline=False, height=height_of(lead, Role.STRONG) + height_of(lines, role))


def _draw_para(painter: QPainter, at: QPointF, one: _Set) -> None:
    para = one.para
    if para.icon:
        rect = QRectF(at.x(), at.y(), Size.ICON_LINE, line_height(one.role))
        draw_icon(painter, para.icon, rect, theme().colour(para.tone))
        at = at + QPointF(_MARK, 0)
    draw_lines(painter, at, one.lead, Role.STRONG, para.tone)
    after = QPointF(advance(para.lead, Role.STRONG), 0) if one.inline else QPointF(0, height_of(one.lead, Role.STRONG))
    draw_lines(painter, at + after, one.lines, one.role, para.tone, italic=para.italic)


def _draw_marks(painter: QPainter, at: QPointF, one: _Set, extra: tuple[tuple[str, Tone], ...]) -> None:
    """The status and the signs of the cell, after the last word of the paragraph."""
    lines, role = (one.lines, one.role) if one.lines else (one.lead, Role.STRONG)
    before = advance(one.para.lead, Role.STRONG) if one.inline else 0
    step = line_height(role)
    indent = _MARK if one.para.icon else 0
    left = at.x() + indent + before + advance(lines[-1] if lines else "", role) + 6
    rect = QRectF(left, at.y() + one.height - step, Size.ICON_LINE, step)
    mark = one.para.mark
    if mark is not None:
        draw_icon(painter, mark.icon, rect, theme().colour(mark.tone))
        rect.translate(_MARK, 0)
    for icon, tone in extra:
        draw_icon(painter, icon, rect, theme().colour(tone))
        rect.translate(_MARK, 0)
