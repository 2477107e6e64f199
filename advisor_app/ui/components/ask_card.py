"""The one question to ask next, with its answers in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from advisor_app.ui.components.button import Button, Kind
from advisor_app.ui.components.card import Card
from advisor_app.ui.components.flow import Flow
from advisor_app.ui.components.icon_label import IconLabel
from advisor_app.ui.components.labels import Label
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space


class AskCard(Card):
    """What the question bears on, the question, its answers as buttons, and what comes after.

    ``answers`` are (value, words); ``answered`` gives the value. ``add_other`` adds a last, quiet answer, such as "From
    another country…", which emits ``other_chosen``.
    """

    answered = Signal(str)
    other_chosen = Signal()

    def __init__(self, heading: str, bearing: str, question: str, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__("info-bg")
        self.setAccessibleName(question)
        self.column.setContentsMargins(Space.PAD, Space.INSIDE, Space.PAD, Space.INSIDE)
        top = QHBoxLayout()
        top.setSpacing(Space.PAD)
        top.addWidget(IconLabel("lightbulb", heading, "info", Role.SMALL_STRONG), 1)
        far = Label(bearing, Role.SMALL, "text2")
        far.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        top.addWidget(far, 1)
        self.column.addLayout(top)
        self.column.addWidget(Label(question, Role.SECTION))
        self.buttons = [self._button(value, words) for value, words in answers]
        self._answers = Flow()
        for button in self.buttons:
            self._answers.add(button)
        self._bottom = QHBoxLayout()
        self._bottom.setSpacing(Space.UNIT)
        self._bottom.addWidget(self._answers, 1)
        self.column.addLayout(self._bottom)

    def add_other(self, words: str) -> Button:
        """A last, quiet answer."""
        other = Button(words, Kind.GHOST, tone="info")
        other.clicked.connect(self.other_chosen)
        self._answers.add(other)
        return other

    def add_then(self, words: str) -> None:
        """What comes after, such as "then: Age"."""
        then = Label(words, Role.SMALL, "text2", wrap=False)
        then.setMinimumHeight(theme().grow(Size.CONTROL))
        self._answers.add(then)

    def _button(self, value: str, words: str) -> Button:
        button = Button(words, tone="info")
        button.clicked.connect(lambda: self.answered.emit(value))
        return button
