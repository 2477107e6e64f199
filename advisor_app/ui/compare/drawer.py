"""A panel over the side of the table that says where a cell comes from. Escape closes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.compare.provenance_said import ProvenanceSaid
from advisor_app.ui.components import IconButton, IconView, Label, PaneBar, Part, PartsLabel, ScrollColumn, rule
from advisor_app.ui.itemmodels.comparison import Para
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Space
from advisor_app.wording import Translator

WIDTH = 400


class Drawer(QFrame):
    """Takes the focus while it is open, so that the arrows scroll it."""

    closed = Signal()

    def __init__(self, words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Label("", Role.SECTION)
        self._column = Label("", Role.SMALL, "text2")
        self.close_button = IconButton("x", words.tr("Close"), tone="text2", size=16)
        self.close_button.clicked.connect(self.dismiss)
        self.body = ScrollColumn()
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        bar = PaneBar()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._column)
        bar.line.addLayout(names, 1)
        bar.line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.body, 1)
        self.body.column.setContentsMargins(Space.PAD, Space.UNIT, Space.PAD, Space.PAD)
        self.hide()

    def open_with(self, said: ProvenanceSaid) -> None:
        """Shows what stands behind a cell, at the start of the text, and takes the focus."""
        self._title.setText(said.title)
        self._column.setText(said.column)
        self.body.clear()
        spoken = []
        for number, block in enumerate(said.blocks):
            if number:
                self.body.column.addSpacing(Space.UNIT)
                self.body.column.addWidget(rule())
                self.body.column.addSpacing(Space.UNIT)
            for para in block:
                self.body.column.addWidget(_shown(para))
                spoken.append(f"{para.lead}{para.text}")
        self.body.setAccessibleName(f"{said.title}, {said.column}")
        self.body.setAccessibleDescription("\n".join(spoken))
        self.body.verticalScrollBar().setValue(0)
        self.show()
        self.raise_()
        self.body.setFocus()

    def dismiss(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), theme().colour("ctl"))


def _shown(para: Para) -> QWidget:
    role = Role.SMALL if para.small else Role.BODY
    parts = [Part(para.lead, strong=True), Part(para.text, italic=para.italic)]
    label = PartsLabel([part for part in parts if part.text], role, para.tone)
    if not para.icon:
        return label
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 2, 0, 2)
    line.setSpacing(6)
    line.addWidget(IconView(para.icon, para.tone), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label, 1)
    return holder
