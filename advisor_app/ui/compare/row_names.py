"""The names of the rows, which stay in view left of the columns: what differs, what was asked about, and the bands."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from advisor_app.ui.compare.cells import LABEL_MARK, name_lines
from advisor_app.ui.compare.legend import draw_legend
from advisor_app.ui.components.paint import row_focus
from advisor_app.ui.components.wrapped import draw_lines, height_of, line_height
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.itemmodels.comparison import ComparisonModel, RowKind, RowSaid
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Token

_LEFT = 16  # where row names begin
_CHEVRON = 20


class RowNames(QHeaderView):
    """``chosen`` is emitted where a row's name is clicked, ``wanted`` where its menu is asked for."""

    chosen = Signal(int)
    wanted = Signal(int, QPoint)

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFixedWidth(Size.COMPARISON_LABELS)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(Size.COMPARISON_LABELS, 0)

    def _here(self, row: int) -> bool:
        view = self.parent()
        return isinstance(view, QTableView) and view.hasFocus() and view.currentIndex().row() == row

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.chosen.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.logicalIndexAt(event.pos())
        if row >= 0:
            self.wanted.emit(row, event.globalPos())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        if not isinstance(model, ComparisonModel):
            return
        row, area = model.row(logicalIndex), QRectF(rect)
        painter.save()
        painter.setClipRect(area)
        if row.kind is RowKind.BAND:
            draw_band(painter, area, row, 0)
            if self._here(logicalIndex):
                row_focus(painter, area.adjusted(0, 0, area.height(), -1))
        else:
            draw_name(painter, area, row)
        painter.restore()


def draw_name(painter: QPainter, area: QRectF, row: RowSaid) -> None:
    """The name, what differs in a few words below it, and at its right the signs."""
    painter.fillRect(area, theme().colour("bg"))
    name, difference = name_lines(row, int(area.width()))
    top = area.top() + (area.height() - height_of(name, Role.SMALL) - height_of(difference, Role.SMALL)) / 2
    draw_lines(painter, QPointF(area.left() + _LEFT, top), name, Role.SMALL, "text2")
    below = QPointF(area.left() + _LEFT, top + height_of(name, Role.SMALL))
    draw_lines(painter, below, difference, Role.SMALL, "text2", italic=True)
    _draw_signs(painter, area, QRectF(area.left(), top, area.width(), height_of(name, Role.SMALL)), row)
    draw_edges(painter, area)


def _draw_signs(painter: QPainter, area: QRectF, name: QRectF, row: RowSaid) -> None:
    """Right of the name that the row differs, or that it was asked about; both stand one above the other."""
    signs: dict[str, Token] = {"equal-not": "accent"} if row.differs else {}
    if row.asked:
        signs["message-circle-question-mark"] = "info"
    both, step = len(signs) > 1, Size.ICON_LINE
    box = QRectF(name.right() - LABEL_MARK + 6, name.top(), Size.ICON_LINE, step if both else name.height())
    if both:
        box.moveTop(area.center().y() - step)
    for icon, colour in signs.items():
        draw_icon(painter, icon, box, theme().colour(colour))
        box.translate(0, step)


def draw_edges(painter: QPainter, rect: QRectF) -> None:
    """The lines below and right of a cell."""
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme().colour("line"))
    painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), theme().colour("line"))


def draw_band(painter: QPainter, rect: QRectF, row: RowSaid, shift: int, *, lit: bool = False) -> None:
    """Drawn in two halves, beside the names and over the columns, as if it were one."""
    painter.fillRect(rect, theme().hover("bg") if lit else theme().colour("bg"))
    arrow = QRectF(rect.left() + _LEFT + shift - 3, rect.top(), Size.ICON_LINE, rect.height())
    draw_icon(painter, "chevron-down" if row.unfolded else "chevron-right", arrow, theme().colour("text2"))
    left = _LEFT + shift + _CHEVRON - 2
    top = rect.top() + (rect.height() - line_height(Role.SMALL_STRONG)) / 2
    draw_lines(painter, QPointF(rect.left() + left, top), (row.label,), Role.SMALL_STRONG, "text2")
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme().colour("line"))
    if row.legend and shift:
        used = theme().metrics(Role.SMALL_STRONG).horizontalAdvance(row.label) + left
        draw_legend(painter, rect.adjusted(max(0, used) + 16, 0, -16, 0), row.legend)
