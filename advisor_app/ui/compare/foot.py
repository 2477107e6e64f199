"""The line at the foot: what the marks on facts stand for, and how old the pages are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.facts import Status
from advisor_app.ui.components import IconLabel, IconView, Label, rule
from advisor_app.ui.fact_looks import FACTS
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
        self._legend = _legend(words)
        self.differs = IconView("equal-not", "accent")
        self.differs.hide()
        self.sources = Label("", Role.SMALL, "text2")
        line = QHBoxLayout()
        line.setContentsMargins(Space.PAD, Space.HALF, Space.PAD, Space.HALF)
        line.setSpacing(Space.UNIT)
        line.addWidget(self._legend)
        line.addWidget(self.differs, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.sources, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(line, 1)
        self.say("")

    def say(self, words: str, *, differs: bool = False) -> None:
        """The pages that all rests on; or, in the place of the legend too, what differs in one row."""
        side = Qt.AlignmentFlag.AlignLeft if differs else Qt.AlignmentFlag.AlignRight
        self.sources.setText(words)
        self.sources.set_tone("text" if differs else "text2")
        self.sources.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.differs.setVisible(differs)
        self._legend.setVisible(not differs)


def _legend(words: Translator) -> QWidget:
    legend = QWidget()
    line = QHBoxLayout(legend)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.WIDE)
    line.addWidget(Label(words.tr("Facts: no mark, stated"), Role.SMALL, "text2", wrap=False))
    for status in _MARKS:
        line.addWidget(_mark(status, words), 0, Qt.AlignmentFlag.AlignVCenter)
    return legend


def _mark(status: Status, words: Translator) -> IconLabel:
    look = FACTS[status]
    mark = IconLabel(look.icon, words.render(status), look.tone)
    mark.label.setWordWrap(False)
    mark.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
    return mark
