"""Measuring and drawing the cells of the comparison."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from advisor_app.ui.compare.cost_bars import bars_height, draw_bars
from advisor_app.ui.compare.ticks import draw_ticks, ticks_height
from advisor_app.ui.components.wrapped import Lines, broken, draw_lines, height_of, line_height
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.itemmodels.comparison import CellSaid, Para, RowKind, RowSaid, runs
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size

PAD = 14
_ABOVE = 6
_MARK = Size.ICON_LINE + 6
LABEL_MARK = 30
"""The room of the sign that a row differs, right of its label."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A paragraph broken into lines. The lead stands before the text where both fit on one line, else above it."""

    para: Para
    role: Role
    lead: Lines
    lines: Lines
    inline: bool

    @property
    def height(self) -> int:
        below = height_of(self.lines, self.role)
        return max(below, line_height(Role.STRONG)) if self.inline else below + height_of(self.lead, Role.STRONG)


FOLD_END = PAD + Size.ICON_LINE
"""The room of the arrow at the end of a fold."""


def row_height(row: RowSaid, widths: list[int], label: int, shown: int) -> int:
    """The height of a row whose columns have those widths; a fold crosses the ``shown`` ones."""
    if row.kind is RowKind.BAND:
        return theme().grow(Size.BAND, Role.SMALL_STRONG)
    name = height_of(broken(row.label, Role.SMALL, label - PAD - LABEL_MARK), Role.SMALL) + 2 * _ABOVE
    if row.kind is RowKind.FOLD:
        inner = cell_height(row.cells[0], shown - FOLD_END)
    else:
        inner = max((cell_height(row.cells[start], sum(widths[start : start + length])) for start, length in runs(row)), default=0)
    return max(theme().grow(Size.COMPARISON_ROW), name, inner + 2 * _ABOVE + 1)


def cell_height(cell: CellSaid, width: int) -> int:
    """What a cell needs at that width, without the space around it."""
    room = width - 2 * PAD
    words = sum(one.height for one in _set(cell, room))
    return words + bars_height(cell.bars, room) + ticks_height(len(cell.ticks), room)


def draw_cell(painter: QPainter, rect: QRectF, cell: CellSaid) -> None:
    """Draws a cell, its content in the middle of the height."""
    room = int(rect.width()) - 2 * PAD
    left = rect.left() + PAD
    top = rect.top() + (rect.height() - cell_height(cell, int(rect.width()))) / 2
    if cell.bars:
        top = rect.bottom() - _ABOVE - bars_height(cell.bars, room)  # on the floor that all columns share
        draw_bars(painter, QRectF(left, top, room, bars_height(cell.bars, room)), cell.bars)
        top += bars_height(cell.bars, room)
    if cell.ticks:
        draw_ticks(painter, QRectF(left, top, room, 0), cell.ticks)
        top += ticks_height(len(cell.ticks), room)
    for number, one in enumerate(_set(cell, room)):
        _draw_para(painter, QPointF(left, top), one)
        _draw_marks(painter, QPointF(left, top), one, flagged=number == 0 and bool(cell.flag) and not cell.ticks)
        top += one.height


def _set(cell: CellSaid, room: int) -> list[_Set]:
    """The paragraphs, broken; each leaves room for its mark, the first one for the flag of the cell as well."""
    found = []
    for number, para in enumerate(cell.paras):
        marks = (para.mark is not None) + (number == 0 and bool(cell.flag) and not cell.ticks)
        found.append(_set_para(para, room - marks * _MARK))
    return found


def _set_para(para: Para, room: int) -> _Set:
    role = Role.SMALL if para.small else Role.BODY
    room -= _MARK if para.icon else 0
    if not para.lead:
        return _Set(para, role, (), broken(para.text, role, room, italic=para.italic), inline=False)
    if _width(para.lead, Role.STRONG) + _width(para.text, role) <= room:
        return _Set(para, role, (para.lead,), (para.text,), inline=True)
    text = para.text.strip()
    return _Set(
        para, role, broken(para.lead, Role.STRONG, room), broken(text, role, room, italic=para.italic) if text else (), inline=False
    )


def _width(text: str, role: Role) -> int:
    return theme().metrics(role).horizontalAdvance(text)


def _draw_para(painter: QPainter, at: QPointF, one: _Set) -> None:
    para = one.para
    if para.icon:
        rect = QRectF(at.x(), at.y(), Size.ICON_LINE, line_height(one.role))
        draw_icon(painter, para.icon, rect, theme().colour(para.tone))
        at = at + QPointF(_MARK, 0)
    draw_lines(painter, at, one.lead, Role.STRONG, para.tone)
    after = QPointF(_width(para.lead, Role.STRONG), 0) if one.inline else QPointF(0, height_of(one.lead, Role.STRONG))
    draw_lines(painter, at + after, one.lines, one.role, para.tone, italic=para.italic)


def _draw_marks(painter: QPainter, at: QPointF, one: _Set, *, flagged: bool) -> None:
    """The status and the doubt, after the last word of the first paragraph."""
    lines, role = (one.lines, one.role) if one.lines else (one.lead, Role.STRONG)
    before = _width(one.para.lead, Role.STRONG) if one.inline else 0
    step = line_height(role)
    icon = _MARK if one.para.icon else 0
    left = at.x() + icon + before + _width(lines[-1] if lines else "", role) + 6
    rect = QRectF(left, at.y() + one.height - step, Size.ICON_LINE, step)
    mark = one.para.mark
    if mark is not None:
        draw_icon(painter, mark.icon, rect, theme().colour(mark.tone))
        rect.translate(_MARK, 0)
    if flagged:
        draw_icon(painter, "flag", rect, theme().colour("confirm"))
