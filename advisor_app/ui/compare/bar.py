"""The bar of the place: the comparison's name with what is kept, the choice of rows, adding, handing on, the sheet."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_app.ui.compare.arranged import Rows
from advisor_app.ui.components import Button, Control, IconButton, Kind, PaneBar, SegmentedControl, panel
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

NARROW = 1000
"""Below this the buttons keep their icons alone."""


class TitleButton(Control):
    """The name of the comparison, in the type of a place's title; it opens what can be done with kept comparisons."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.changed = False

    def sizeHint(self) -> QSize:
        return QSize(
            theme().metrics(Role.TITLE).horizontalAdvance(self._shown()) + Size.ICON_LINE + Space.INSIDE, self.least_height()
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.least_height())

    def _shown(self) -> str:
        return f"{self.words} •" if self.changed else self.words

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.hovered or self.isDown():
            panel(painter, QRectF(self.rect()), fill=theme().hover("surface"))
        room = self.width() - Size.ICON_LINE - Space.UNIT
        words = theme().metrics(Role.TITLE).elidedText(self._shown(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(theme().font(Role.TITLE))
        painter.setPen(theme().colour("text"))
        painter.drawText(QRectF(0, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        right = min(room, theme().metrics(Role.TITLE).horizontalAdvance(words)) + 6
        draw_icon(painter, "chevron-down", QRectF(right, 2, Size.ICON_LINE, self.height()), theme().colour("text2"))


class Bar(PaneBar):
    """Built once; what its parts do is the place's business."""

    def __init__(self, words: Translator) -> None:
        super().__init__(least=52)
        self._words = words
        self.title = TitleButton(words.tr("Comparison"))
        self.rows = SegmentedControl(
            words.tr("Rows"),
            (
                (Rows.DIFFERENCES, words.tr_c("rows", "Differences")),
                (Rows.ALL, words.tr_c("rows", "All")),
                (Rows.ASKED, words.tr_c("rows", "Asked about")),
            ),
            Rows.DIFFERENCES,
        )
        self.add = Button(words.tr("Add column"), icon="plus")
        self.present = IconButton("presentation", words.tr("Presentation view (F11)"), edged=True)
        self.more = IconButton("ellipsis", words.tr("More: undo, copy, save"), edged=True)
        self.sheet = Button(words.tr("Sheet"), Kind.PRIMARY, icon="file-text", key="Ctrl+P")
        self.sheet.setAccessibleName(words.tr("Export sheet"))
        self.line.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.addStretch(1)
        for widget in (self.rows, self.add, self.present, self.more, self.sheet):
            self.line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_name(self, name: str, *, changed: bool) -> None:
        """The name that the comparison is kept under, and whether it was changed since."""
        words = self._words
        self.title.setText((name or words.tr("Comparison")).replace("&", "&&"))
        self.title.changed = changed
        told = words.tr("{name}, changed since it was kept", name=name) if changed else self.title.words
        self.title.setAccessibleName(words.tr("{name}: kept comparisons", name=told))
        self.title.setToolTip(told if changed else words.tr("Keep this comparison, or open one that is kept"))
        self.title.updateGeometry()
        self.title.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Windows of little width leave the keys to the tooltips."""
        self.sheet.show_key("" if narrow else "Ctrl+P")
        self.add.setText("" if narrow else self._words.tr("Add column"))
        self.add.setAccessibleName(self._words.tr("Add column"))
        self.add.updateGeometry()


def below(widget: QWidget) -> QPoint:
    """Where a menu opens under its button."""
    return widget.mapToGlobal(widget.rect().bottomLeft())
