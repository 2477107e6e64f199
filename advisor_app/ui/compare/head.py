"""The head of one column: what stands in it, the verdict, the law apart, another route, and the button that takes it out."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from advisor_app.domain.verdicts import Verdict
from advisor_app.ui.compare.commands import Command
from advisor_app.ui.compare.heads_said import HeadSaid
from advisor_app.ui.components import Control, ElidedLabel, IconButton, IconLabel, IconView, VerdictPill, panel
from advisor_app.ui.components.wrapped import Lines, broken, draw_lines, height_of
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

_PAD = 14
_STEPS = {"Ctrl+Left": Command.LEFT, "Ctrl+Right": Command.RIGHT}
_CHEVRON = Size.ICON_LINE + 4


class RouteButton(Control):
    """Entry, campus and options in small type; pressed, it offers the other routes of the programme.

    It is drawn as high as its words are and can be hit as any other control.
    """

    def __init__(self) -> None:
        super().__init__("")
        self.most = 3

    def lines(self, width: int) -> Lines:
        return broken(self.words, Role.SMALL, width - _CHEVRON, most=self.most)

    def words_height(self, width: int) -> int:
        return height_of(self.lines(width), Role.SMALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.hovered or self.isDown():
            panel(painter, QRectF(self.rect()), fill=theme().hover("surface"))
        lines = self.lines(self.width())
        top = (self.height() - height_of(lines, Role.SMALL)) / 2
        draw_lines(painter, QRectF(0, top, 0, 0).topLeft(), lines, Role.SMALL, "text2")
        if self.isEnabled():
            right = theme().metrics(Role.SMALL).horizontalAdvance(lines[-1]) + 4
            step = height_of(lines[:1], Role.SMALL)
            rect = QRectF(right, top + height_of(lines, Role.SMALL) - step + 1, Size.ICON_LINE, step)
            draw_icon(painter, "chevron-down", rect, theme().colour("text2"))


class Head(QWidget):
    """One column's head. ``commanded`` says what is to be done with the column."""

    commanded = Signal(Command)
    wanted_menu = Signal(QPoint)

    def __init__(self, said: HeadSaid, words: Translator) -> None:
        super().__init__()
        self._words = words
        self.said = said
        self.compact = False
        self.title = ElidedLabel("", Role.HEAD, lines=4)
        self.route = RouteButton()
        self.pill = VerdictPill(Verdict.TO_CONFIRM, words)
        self.pin = IconView("pin", "accent")
        self.law = IconLabel("scale", "", "text2")
        self.reason = ElidedLabel("", Role.SMALL, "text2", lines=6)
        self.stale = IconLabel("flag", "", "confirm")
        self.remove = IconButton("x", words.tr("Remove from the comparison"), tone="text2", size=16)
        self.remove.clicked.connect(lambda: self.commanded.emit(Command.REMOVE))
        self.route.clicked.connect(lambda: self.commanded.emit(Command.ROUTE))
        self.pin.setToolTip(words.tr("Kept in view at the left"))
        self.pin.setAccessibleName(words.tr("Kept in view at the left"))
        for label in (self.law, self.stale):
            label.label.setWordWrap(False)
        for widget in (self.title, self.route, *self._flowing, self.remove):
            widget.setParent(self)
        for key, command in _STEPS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda command=command: self.commanded.emit(command))
        self.show_head(said)

    @property
    def _flowing(self) -> tuple[QWidget, ...]:
        return (self.pill, self.pin, self.reason, self.law, self.stale)

    def show_head(self, said: HeadSaid) -> None:
        self.said = said
        words = self._words
        told = (words.render(said.verdict) if said.verdict else "", said.reason, said.law, said.stale)
        self.setAccessibleName(said.spoken)
        self.setAccessibleDescription(". ".join(part for part in told if part))
        self.title.setText(said.title)
        self.route.setText(said.subtitle.replace("&", "&&"))
        self.route.setEnabled(said.routes > 1)
        self.route.setAccessibleName(words.tr("{column}: another route of this programme", column=said.spoken))
        self.route.setToolTip(words.tr("Another route of this programme") if said.routes > 1 else "")
        if said.verdict is not None:
            self.pill.show_verdict(said.verdict, words)
        self.law.set("scale", said.law, said.law_tone)
        self.reason.setText(said.reason)
        self.stale.set("flag", said.stale, "confirm")
        name = words.tr("Remove {column} from the comparison", column=said.title)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(name)
        self._show_parts()

    def set_compact(self, *, compact: bool) -> None:
        """Windows of little height leave reason, law and age to the table and the tooltip."""
        if compact != self.compact:
            self.compact = compact
            self.title.set_lines(3 if compact else 4)
            self.route.most = 2 if compact else 3
            self._show_parts()

    def _show_parts(self) -> None:
        said, full = self.said, not self.compact
        self.pill.setVisible(said.verdict is not None)
        self.pin.setVisible(said.pinned)
        self.reason.setVisible(full and bool(said.reason))
        self.law.setVisible(full and bool(said.law))
        self.stale.setVisible(full and bool(said.stale))
        self.setToolTip("" if full else "\n".join((said.spoken, *(one for one in (said.reason, said.law, said.stale) if one))))
        self._arranged(self.width(), move=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.wanted_menu.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("surface"))
        line = theme().colour("line")
        painter.fillRect(self.width() - 1, 0, 1, self.height(), line)

    def heightForWidth(self, width: int) -> int:
        return self._arranged(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arranged(self.width(), move=True)

    def _arranged(self, width: int, *, move: bool) -> int:
        """Names beside the button, then the verdict and what goes with it, on as many lines as that takes."""
        room = width - _PAD - Space.UNIT
        button = self.remove.sizeHint()
        across = width - _PAD - button.width() - Space.HALF
        top = Space.UNIT + 2 if self.compact else Space.INSIDE
        below = top + self.title.heightForWidth(across)
        y = below + self.route.words_height(room)
        if move:
            self.remove.setGeometry(QRect(QPoint(width - button.width() - Space.HALF, Space.HALF + 2), button))
            self.title.setGeometry(_PAD, top, across, below - top)
            more = max(0, self.route.least_height() - (y - below))
            self.route.setGeometry(_PAD, below - more // 2, room, y - below + more)
            self.remove.raise_()
        return self._flowed(y + 6, room, move=move) + Space.UNIT

    def _flowed(self, top: int, room: int, *, move: bool) -> int:
        """Side by side on lines as high as the pill; returns where the last line ends."""
        x, y, step = 0, top, self.pill.sizeHint().height()
        for widget in self._flowing:
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            if x and x + size.width() > room:
                x, y = 0, y + step
            high = widget.heightForWidth(room) if size.width() > room else size.height()
            if move:
                widget.setGeometry(_PAD + x, y + max(0, step - high) // 2, min(size.width(), room - x), high)
            y += max(0, high - step)
            x += size.width() + 6
        return y + step

    def sizeHint(self) -> QSize:
        return QSize(Size.COMPARISON_COLUMN, self.heightForWidth(Size.COMPARISON_COLUMN))
