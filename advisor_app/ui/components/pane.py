"""The parts of a pane: its bar, and a column that scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.ui.components.labels import rule
from advisor_app.ui.components.viewport import own_viewport
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size, Space, Token


class PaneBar(QWidget):
    """The bar at the top of a pane, with a line under it. Add widgets to ``line``, left to right."""

    def __init__(self, *, least: int = Size.PANE_BAR, inset: int = Space.PAD) -> None:
        super().__init__()
        self.setMinimumHeight(theme().grow(least))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.line = QHBoxLayout()
        self.line.setContentsMargins(inset, Space.HALF, inset, Space.HALF)
        self.line.setSpacing(Space.UNIT)
        column.addLayout(self.line, 1)
        column.addWidget(rule())


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down and never sideways. Add to ``column``; it ends in a stretch of its own."""

    def __init__(self, ground: Token = "surface", *, spacing: int = 0) -> None:
        super().__init__()
        own_viewport(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = _Body()
        body.setProperty("ground", ground)
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setSpacing(spacing)
        outer.addLayout(self.column)
        outer.addStretch(1)
        self.setWidget(body)

    def clear(self) -> None:
        """Takes everything out of the column."""
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class _Body(QWidget):
    """As high as its text is at its width: Qt would also ask for the height at the narrowest width, and scroll for nothing."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
