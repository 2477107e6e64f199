"""A band that heads a group of rows, with room for a legend or a count at its right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from advisor_app.ui.components.labels import Label
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space


class SectionBand(QWidget):
    """``filled`` puts it on ``bg``, as in the comparison; else it stands on the pane."""

    def __init__(self, title: str, *, filled: bool = True, inset: int = Space.PAD) -> None:
        super().__init__()
        if filled:
            self.setProperty("ground", "bg")
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(theme().grow(Size.BAND, Role.SMALL_STRONG))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(inset, 2, inset, 2)
        self._line.setSpacing(Space.PAD)
        self.label = Label(title, Role.SMALL_STRONG, "text2")
        self._line.addWidget(self.label, 1)

    def add(self, widget: QWidget) -> None:
        """Puts a widget at the right."""
        self._line.addWidget(widget)
