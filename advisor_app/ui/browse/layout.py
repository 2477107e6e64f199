"""Setting a line in its columns, and drawing it. Text is laid out once for each width and kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from advisor_app.ui.browse.lines import Cell, Grid, Line, Para
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size, Token, Tone

ICON_GAP = 6
PARA_GAP = 1
FOLD_INSET = 15  # from the rule at the left of what unfolds to its text
FOLD_GAP = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph where it is drawn, from the top left of its line."""

    at: QPointF
    layout: QTextLayout
    icon: str | None
    icon_tone: Tone
    icon_at: QPointF

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        self.layout.draw(painter, origin + self.at)
        if self.icon:
            spot = origin + self.icon_at
            draw_icon(
                painter, self.icon, QRectF(spot.x(), spot.y(), Size.ICON_LINE, Size.ICON_LINE), theme().colour(self.icon_tone)
            )


@dataclass(frozen=True, slots=True)
class Setting:
    """A line as it is drawn at one width: ``base`` is its height when folded, ``fold`` the rectangle of what unfolds."""

    placed: tuple[Placed, ...]
    base: float
    height: float
    fold: QRectF | None


def set_line(line: Line, width: float, *, opened: bool) -> Setting:
    """Lays the line out for ``width`` pixels."""
    stacked = width < line.grid.least
    columns = [(0.0, width)] * len(line.grid.widths) if stacked else _columns(line.grid, width)
    cells = [_set_cell(cell, across) for cell, (_, across) in zip(line.cells, columns, strict=False)]
    heights = [height for _, height in cells]
    inner = sum(heights) if stacked else max(heights, default=0.0)
    base = max(inner + 2 * line.padding, float(theme().grow(line.least_height) if line.least_height else 0))
    placed: list[Placed] = []
    top = (base - inner) / 2
    for (paras, height), (left, _) in zip(cells, columns, strict=False):
        shift = top if stacked or line.at_top else (base - height) / 2
        placed += (_moved(para, left, shift) for para in paras)
        top += height if stacked else 0
    if not (opened and line.fold):
        return Setting(tuple(placed), base, base, None)
    return _with_fold(line, placed, base, columns[0 if stacked else line.fold_column][0], width)


def _with_fold(line: Line, placed: list[Placed], base: float, left: float, width: float) -> Setting:
    paras, height = _set_cell(line.fold, width - left - FOLD_INSET)
    top = base - line.padding + FOLD_GAP
    placed += (_moved(para, left + FOLD_INSET, top) for para in paras)
    fold = QRectF(left, top, width - left, height)
    return Setting(tuple(placed), base, top + height + line.padding + FOLD_GAP, fold)


def _columns(grid: Grid, width: float) -> list[tuple[float, float]]:
    widths = grid.fixed(int(width))
    shared = sum(1 for each in widths if not each)
    spare = max(0.0, width - sum(widths) - grid.gap * (len(widths) - 1))
    found, left = [], 0.0
    for each in widths:
        across = float(each) if each else spare / shared
        found.append((left, across))
        left += across + grid.gap
    return found


def _moved(para: Placed, x: float, y: float) -> Placed:
    by = QPointF(round(x), round(y))
    return Placed(para.at + by, para.layout, para.icon, para.icon_tone, para.icon_at + by)


def _set_cell(cell: Cell, width: float) -> tuple[list[Placed], float]:
    placed, top = [], 0.0
    for number, para in enumerate(cell):
        top += para.above + (PARA_GAP if number else 0)
        one, height = _set_para(para, top, width)
        placed.append(one)
        top += height
    return placed, top


def _set_para(para: Para, top: float, width: float) -> tuple[Placed, float]:
    left = para.indent + (Size.ICON_LINE + ICON_GAP if para.icon else 0)
    across = max(24.0, width - left)
    text, height = _set_text(para, across)
    if para.most and text.lineCount() > para.most:
        text, height = _set_text(_shortened(para, across), across)
    first = text.lineAt(0).height() if text.lineCount() else 0.0
    icon_at = QPointF(para.indent, top + (first - Size.ICON_LINE) / 2)
    return Placed(QPointF(left, top), text, para.icon, para.icon_tone, icon_at), height


def _shortened(para: Para, width: float) -> Para:
    """The paragraph with as much of its first run as leaves it within its lines: found by halving."""
    low, high = 1, len(para.runs[0].text)
    while low < high:
        middle = (low + high + 1) // 2
        if _set_text(_cut(para, middle), width)[0].lineCount() <= para.most:
            low = middle
        else:
            high = middle - 1
    return _cut(para, low)


def _cut(para: Para, letters: int) -> Para:
    first, *others = para.runs
    return replace(para, runs=(replace(first, text=f"{first.text[:letters].rstrip()}…"), *others))


def _set_text(para: Para, width: float) -> tuple[QTextLayout, float]:
    font = _font(para)
    layout = QTextLayout(para.text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(para))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    least = max((run.role.value.line for run in para.runs), default=0)
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + max(0.0, (least - line.height()) / 2)))
        y += max(line.height(), least)
    layout.endLayout()
    return layout, y


def _font(para: Para) -> QFont:
    run = max(para.runs, key=lambda one: one.role.value.points)
    return theme().font(run.role, italic=run.italic)


def _formats(para: Para) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for run in para.runs:
        one = QTextLayout.FormatRange()
        one.start, one.length = start, len(run.text)
        one.format = _format(theme().font(run.role, italic=run.italic), run.tone)
        found.append(one)
        start += len(run.text)
    return found


def _format(font: QFont, tone: Token) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(theme().colour(tone))
    return made


def draw_setting(painter: QPainter, setting: Setting, origin: QPointF) -> None:
    """Draws a line that was set; ``origin`` is its top left corner."""
    for para in setting.placed:
        para.draw(painter, origin)
    if setting.fold is not None:
        edge = QRectF(setting.fold.translated(origin))
        edge.setWidth(3)
        painter.fillRect(edge, theme().colour("accent-line"))


def spoken(paras: Iterable[Para]) -> str:
    """Paragraphs one after the other, for a screen reader or the clipboard."""
    return "\n".join(para.text for para in paras)
