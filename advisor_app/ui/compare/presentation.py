"""The comparison for the screen that the student sees: larger, without the advisor's notes. Escape leaves.

It follows the desk: what the advisor changes on the laptop changes here.
"""

from itertools import accumulate

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from advisor_app.ui.compare.cells import row_height
from advisor_app.ui.compare.comparison_said import ComparisonSaid
from advisor_app.ui.compare.head_drawing import draw_corner, draw_head, head_height
from advisor_app.ui.compare.row_names import draw_band, draw_edges, draw_name
from advisor_app.ui.compare.table import draw_content
from advisor_app.ui.itemmodels.comparison import ACROSS, RowKind, RowSaid
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size
from advisor_app.wording import Translator

SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
FIRST_SCALE = 1.3
_LEAST = Size.COMPARISON_COLUMN - 44
"""No column is narrower than this: the scale gives way instead."""
_STEPS = {
    Qt.Key.Key_Down: 60,
    Qt.Key.Key_Up: -60,
    Qt.Key.Key_PageDown: 500,
    Qt.Key.Key_PageUp: -500,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class Presentation(QAbstractScrollArea):
    """Drawn at a scale, so that everything grows alike. ``left`` says that it was closed."""

    left = Signal()

    def __init__(self, words: Translator, beside: QWidget) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.tr("Comparison"))
        self.setAccessibleName(words.tr("Comparison, as the student sees it"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words, self._beside = words, beside
        self._said: ComparisonSaid | None = None
        self._rows: tuple[RowSaid, ...] = ()
        self._tops: list[int] = []
        self._wanted = FIRST_SCALE
        self.setToolTip("")

    def begin(self) -> None:
        """On a second screen where there is one, else over the first."""
        mine = self._beside.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not mine]
        screen = others[0] if others else mine
        self.setGeometry(screen.availableGeometry())
        self.showFullScreen()
        if not others:
            self.activateWindow()
            self.setFocus()

    def show_comparison(self, said: ComparisonSaid, rows: tuple[RowSaid, ...]) -> None:
        """The rows as the advisor looks at them, their notes and what they hid left out."""
        self._said = said
        self._rows = tuple(row for row in rows if row.kind in (RowKind.BAND, RowKind.FACT, RowKind.PICTURE))
        self.setAccessibleDescription("; ".join(head.spoken for head in said.heads))
        self._measure()

    @property
    def rows(self) -> tuple[RowSaid, ...]:
        return self._rows

    @property
    def scale(self) -> float:
        """As large as wanted, as far as all columns fit."""
        count = len(self._said.heads) if self._said else 1
        fitting = self.viewport().width() / (Size.COMPARISON_LABELS + count * _LEAST)
        return max(SCALES[0], min(self._wanted, fitting))

    # --- measuring: in the unit of the window, before it is scaled

    def _widths(self) -> list[int]:
        count = len(self._said.heads) if self._said else 1
        room = int(self.viewport().width() / self.scale) - Size.COMPARISON_LABELS
        wide, spare = divmod(room, count)
        return [wide + (spare if place == count - 1 else 0) for place in range(count)]

    def _measure(self) -> None:
        if self._said is None:
            return
        widths = self._widths()
        heights = [row_height(row, widths, Size.COMPARISON_LABELS, sum(widths)) for row in self._rows]
        self._tops = [0, *accumulate(heights)]
        room = int(self.viewport().height() / self.scale) - self._head_height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._tops[-1] - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(Size.COMPARISON_ROW)
        self.viewport().update()

    def _head_height(self) -> int:
        said = self._said
        if said is None:
            return 0
        return max(head_height(head, width, self._words) for head, width in zip(said.heads, self._widths(), strict=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    # --- drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.viewport().rect(), theme().colour("surface"))
        if self._said is None:
            return
        painter.scale(self.scale, self.scale)
        self._draw_rows(painter)
        self._draw_heads(painter, self._said)

    def _draw_heads(self, painter: QPainter, said: ComparisonSaid) -> None:
        high, left = self._head_height(), Size.COMPARISON_LABELS
        draw_corner(painter, QRect(0, 0, left, high), said.corner)
        for head, width in zip(said.heads, self._widths(), strict=True):
            draw_head(painter, QRect(left, 0, width, high), head, self._words)
            left += width

    def _draw_rows(self, painter: QPainter) -> None:
        """Those in sight only."""
        start = self._head_height() - self.verticalScrollBar().value()
        bottom = self.viewport().height() / self.scale
        for row, top, below in zip(self._rows, self._tops, self._tops[1:], strict=False):
            if start + below > 0 and start + top < bottom:
                self._draw_row(painter, row, QRectF(0, start + top, 0, below - top))

    def _draw_row(self, painter: QPainter, row: RowSaid, at: QRectF) -> None:
        widths, left = self._widths(), Size.COMPARISON_LABELS
        whole = QRectF(0, at.top(), left + sum(widths), at.height())
        if row.kind is RowKind.BAND:
            draw_band(painter, QRectF(0, at.top(), left, at.height()), row, 0)
            draw_band(painter, whole.adjusted(left, 0, 0, 0), row, -left)
            return
        draw_name(painter, QRectF(0, at.top(), left, at.height()), row)
        for first, length in [(0, len(widths))] if row.kind in ACROSS else row.runs:
            rect = QRectF(left + sum(widths[:first]), at.top(), sum(widths[first : first + length]), at.height())
            painter.save()
            painter.setClipRect(rect)
            draw_content(painter, rect, row, row.cells[first])
            draw_edges(painter, rect)
            painter.restore()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(1)
        elif key == Qt.Key.Key_Minus:
            self._zoom(-1)
        elif key in _STEPS:
            bar.setValue(bar.value() + _STEPS[key])
        else:
            super().keyPressEvent(event)

    def _zoom(self, step: int) -> None:
        place = min(range(len(SCALES)), key=lambda one: abs(SCALES[one] - self._wanted))
        self._wanted = SCALES[max(0, min(len(SCALES) - 1, place + step))]
        self._measure()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()
