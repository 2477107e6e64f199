"""The desk: pages below each other as they will be on paper, at the width of the desk or at a size of one's choice."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from advisor_app.sheets.spots import Spot
from advisor_app.ui.components import ring
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import LIGHT, Size, Space, Token

SCREEN_DPI = 96
A4_ACROSS = (297 / 25.4, 210 / 25.4)  # inches, until there are pages
MARGIN = Space.WIDE
ZOOMS = (50, 75, 100, 125, 150, 200)
"""Per cent of the size on paper."""
Zoom: TypeAlias = int | Literal["width", "page"]
"""Per cent, or as large as the desk's width or the whole desk lets a page be."""
LEAST_DPI, MOST_DPI, DPI_STEP = 72, 288, 24
_LEAST_WIDTH = 200
_LETTERS = 0.012  # of a page's width: from the foot of a line to above its capitals
_SETTLED = 150  # milliseconds without a change of size, before pages are rendered anew


class PagesView(QScrollArea):
    """``page_shown`` gives the page in sight; ``dpi_wanted`` the resolution that the present size asks for; ``zoomed`` a step."""

    page_shown = Signal(int)
    dpi_wanted = Signal(int)
    zoomed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sheet = _Pages(self)
        self._zoom: Zoom = "width"
        self._inches = A4_ACROSS
        self.setAccessibleName(name)
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or fitting the width would make it come and go
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().setSingleStep(Size.LIST_ROW)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED)
        self._timer.timeout.connect(lambda: self.dpi_wanted.emit(self.dpi))

    @property
    def dpi(self) -> int:
        """The resolution at which pages are sharp at the present size, in steps."""
        sharp = self._page_width() * self.devicePixelRatioF() / self._inches[0]
        return max(LEAST_DPI, min(MOST_DPI, -(-round(sharp) // DPI_STEP) * DPI_STEP))

    def set_pages(self, pages: Sequence[QImage], dpi: int) -> None:
        """Shows other pages, which were made at ``dpi``."""
        self._sheet.pages = tuple(pages)
        if pages and pages[0].width():
            before, self._inches = self._inches, (pages[0].width() / dpi, pages[0].height() / dpi)
            if abs(before[0] - self._inches[0]) > 0.1:  # other paper: another resolution is sharp
                self._timer.start()
        self._arrange()

    @property
    def zoom(self) -> Zoom:
        return self._zoom

    def set_zoom(self, zoom: Zoom) -> None:
        self._zoom = zoom
        self._arrange()
        self._timer.start()

    def step_zoom(self, steps: int) -> Zoom:
        """The next larger or smaller size; what was set."""
        now = self._page_width() / (self._inches[0] * SCREEN_DPI) * 100
        larger = [zoom for zoom in ZOOMS if zoom > now + 1]
        smaller = [zoom for zoom in reversed(ZOOMS) if zoom < now - 1]
        found = larger if steps > 0 else smaller
        if found:
            self.set_zoom(found[0])
        return self._zoom

    def go_to(self, number: int) -> None:
        """Scrolls a page to the top."""
        boxes = self._sheet.boxes()
        if 0 <= number < len(boxes):
            self.verticalScrollBar().setValue(max(0, boxes[number].top() - MARGIN // 2))

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The words that are ringed."""
        return self._sheet.spots

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Rings words on the pages, and brings the first of them into sight."""
        self._sheet.spots = tuple(spots)
        self._sheet.update()
        boxes = self._sheet.boxes()
        if spots and spots[0].page < len(boxes):
            around = _within(spots[0], boxes[spots[0].page]).center()
            self.ensureVisible(round(around.x()), round(around.y()), self.viewport().width() // 4, self.viewport().height() // 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), theme().colour("sunken"))
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._sheet.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._sheet.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _page_width(self) -> int:
        wide, high = self._inches
        room = max(_LEAST_WIDTH, self.viewport().width() - 2 * MARGIN)
        if isinstance(self._zoom, int):
            return round(wide * SCREEN_DPI * self._zoom / 100)
        if self._zoom == "width":
            return room
        return min(room, max(_LEAST_WIDTH, round((self.viewport().height() - 2 * MARGIN) * wide / high)))

    def _arrange(self) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._sheet.page_width = self._page_width()
        self._sheet.resize(self._sheet.sizeHint())
        bar.setValue(round(share * bar.maximum()))
        self._sheet.update()

    def _moved(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        boxes = self._sheet.boxes()
        seen = [number for number, box in enumerate(boxes) if box.top() - MARGIN <= middle]
        if seen:
            self.page_shown.emit(seen[-1])


class _Pages(QWidget):
    def __init__(self, view: PagesView) -> None:
        super().__init__()
        self._view = view
        self.pages: tuple[QImage, ...] = ()
        self.spots: tuple[Spot, ...] = ()
        self.page_width = 200
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def boxes(self) -> list[QRect]:
        """Where the pages lie."""
        found, top = [], MARGIN
        for page in self.pages:
            height = round(self.page_width * page.height() / page.width()) if page.width() else self.page_width
            found.append(QRect(QPoint(MARGIN, top), QSize(self.page_width, height)))
            top += height + MARGIN
        return found

    def sizeHint(self) -> QSize:
        boxes = self.boxes()
        return QSize(self.page_width + 2 * MARGIN, boxes[-1].bottom() + MARGIN if boxes else MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge: Token = "ctl"
        for page, box in zip(self.pages, self.boxes(), strict=True):
            if box.intersects(event.rect()):
                painter.drawImage(box, page)
                painter.setPen(QPen(theme().colour(edge), 1))
                painter.drawRect(box.adjusted(-1, -1, 0, 0))
        boxes = self.boxes()
        painter.setPen(QPen(QColor(LIGHT["confirm"]), Size.FOCUS_RING))  # paper is white in the dark too
        for spot in self.spots:
            if spot.page < len(boxes):
                painter.drawRoundedRect(_within(spot, boxes[spot.page]), 4, 4)
        if self._view.hasFocus() and self.pages:
            first = boxes[0]
            ring(painter, first.adjusted(-4, -4, 4, 4).toRectF(), 4, "accent", Size.FOCUS_RING)


def _within(spot: Spot, page: QRect) -> QRectF:
    """The words' box on a page as it lies on the desk, with a little room around."""
    left, right = page.left() + spot.left * page.width(), page.left() + spot.right * page.width()
    bottom, high = page.top() + spot.bottom * page.height(), _LETTERS * max(page.width(), page.height())
    return QRectF(left, bottom - high, max(right - left, high), high * 1.3).adjusted(-4, -1, 4, 1)
