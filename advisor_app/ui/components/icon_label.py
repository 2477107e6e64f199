"""An icon and the words it stands for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from advisor_app.ui.components.icon_view import IconView
from advisor_app.ui.components.labels import Label
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Tone


class IconLabel(QWidget):
    """Icon and words in one tone; long words wrap beside the icon, which stays with the first line."""

    def __init__(
        self,
        icon: str,
        text: str,
        tone: Tone = "text2",
        role: Role = Role.SMALL,
        *,
        text_tone: Tone | None = None,
        italic: bool = False,
    ) -> None:
        super().__init__()
        self.icon = IconView(icon, tone)
        self.label = Label(text, role, text_tone or tone, italic=italic)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        # The icon's middle is kept on the middle of the first line of text.
        gap = max(0, (theme().metrics(role).height() - Size.ICON_LINE) // 2)
        column = QHBoxLayout()
        column.setContentsMargins(0, gap, 0, 0)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column)
        line.addWidget(self.label, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set(self, icon: str, text: str, tone: Tone) -> None:
        self.icon.set_icon(icon, tone)
        self.label.setText(text)
        self.label.set_tone(tone)
