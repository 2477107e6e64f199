"""What stands in the place of the details while nothing is known of the student: the first question, and three steps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.first_question import FIRST_QUESTION
from advisor_app.domain.text import msg
from advisor_app.ui.components import AskCard, EmptyPlace, IconLabel, ScrollColumn, Step, rule
from advisor_app.ui.tokens import Space
from advisor_app.wording import Translator

LEVELS = (2, 3, 4, 5)
_PROMISES_FROM = 480  # pixels of height


class StartPane(QWidget):
    """``level_given`` gives the answer (Bac+N), ``other_asked`` that the diploma is from another country."""

    level_given = Signal(int)
    other_asked = Signal()

    def __init__(self, translator: Translator, routes: int) -> None:
        super().__init__()
        t = translator
        bearing = t.tr_n("bears on {count} route", "bears on all {count} routes", routes)
        answers = [(str(level), t.render(msg("Bac+{level}", level=level))) for level in LEVELS]
        self.card = AskCard(t.tr("Ask first"), bearing, t.render(FIRST_QUESTION), answers)
        self.other = self.card.add_other(t.tr("From another country…"))
        steps = (
            Step(
                t.tr("Fill the strip above as you talk"),
                t.tr("The list re-ranks at once, with a verdict for each programme"),
                t.tr("Ctrl+1…9"),
            ),
            Step(t.tr("Open a programme"), t.tr("Every fact says where it comes from and how old it is"), t.tr("↓ then Enter")),
            Step(
                t.tr("Put two or three side by side, hand over the sheet"),
                t.tr("In French or English, printed or PDF"),
                t.tr("C then Ctrl+P"),
            ),
        )
        sentence = t.tr("One answer is enough to begin. What you don’t know stays unknown, never no.")
        scroll = ScrollColumn()
        scroll.column.addWidget(EmptyPlace(t.tr("Start with the student"), sentence, steps, self.card))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        self._promises = _promises(t)
        column.addWidget(self._promises)
        self.card.answered.connect(lambda answer: self.level_given.emit(int(answer)))
        self.card.other_chosen.connect(self.other_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the question needs the room."""
        super().resizeEvent(event)
        self._promises.setVisible(event.size().height() >= _PROMISES_FROM)

    def begin(self) -> None:
        """Puts the focus on the answer that is most often right."""
        self.card.buttons[1].setFocus(Qt.FocusReason.OtherFocusReason)


def _promises(t: Translator) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(2 * Space.WIDE, 0, 2 * Space.WIDE, Space.PAD)
    column.setSpacing(Space.INSIDE)
    column.addWidget(rule())
    line = QHBoxLayout()
    line.addWidget(IconLabel("shield-check", t.tr("Nothing about a student is kept without consent.")), 1)
    line.addWidget(IconLabel("file-check", t.tr("Works offline")))
    column.addLayout(line)
    return made
