"""The line at the foot: what the marks on facts stand for, and how old the pages are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.facts import Status
from advisor_app.ui.components import IconLabel, IconView, Label, rule
from advisor_app.ui.looks import FACTS
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Space
from advisor_app.wording import Translator

_MARKS = (Status.INFERRED, Status.CONFLICTING, Status.NOT_STATED)


class Foot(QWidget):
    """Quiet; what has no room wraps."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(theme().grow(40))
        self.differs = IconView("equal-not", "accent")
        self.differs.hide()
        self.sources = Label("", Role.SMALL, "text2")
        self.sources.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.setContentsMargins(Space.PAD, Space.HALF, Space.PAD, Space.HALF)
        line.setSpacing(Space.WIDE)
        line.addWidget(Label(words.tr("Facts: no mark, stated"), Role.SMALL, "text2", wrap=False))
        for status in _MARKS:
            line.addWidget(_mark(status, words), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self.differs, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.sources, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(line, 1)

    def say(self, words: str, *, differs: bool = False) -> None:
        """The pages that all rests on, or what differs in one row."""
        if words != self.sources.text():
            self.sources.setText(words)
            self.sources.set_tone("text" if differs else "text2")
            self.differs.setVisible(differs)


def _mark(status: Status, words: Translator) -> IconLabel:
    look = FACTS[status]
    mark = IconLabel(look.icon, words.render(status), look.tone)
    mark.label.setWordWrap(False)
    mark.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
    return mark
