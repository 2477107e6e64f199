"""The one question to ask next, answered in place."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from advisor_app.ui.components import AskCard, Button
from advisor_app.ui.eligibility.question_said import AnswerSaid, QuestionSaid
from advisor_app.ui.eligibility.student_with import Given
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size, Space
from advisor_app.wording import Translator

_NUMBER_WIDTH = 96


class QuestionCard(QWidget):
    """Hidden where there is nothing to ask. ``answered`` carries what was given."""

    answered = Signal(object)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._question: QuestionSaid | None = None
        self._card: AskCard | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Space.PAD, Space.INSIDE, Space.PAD, Space.INSIDE)
        self.hide()

    @property
    def question(self) -> QuestionSaid | None:
        return self._question

    def show_question(self, question: QuestionSaid | None) -> None:
        """Shows another question; whoever answered the last one by keyboard goes on with this one's first answer."""
        if question == self._question:
            return
        answering = self._answering()
        self._question = question
        if self._card is not None:
            self._layout.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        self.setVisible(question is not None)
        if question is not None:
            self._card = self._made(question)
            self._layout.addWidget(self._card)
            if answering:
                self.give_focus()

    def _answering(self) -> bool:
        focus = QApplication.focusWidget()
        return self._card is not None and isinstance(focus, QWidget) and self._card.isAncestorOf(focus)

    def give_focus(self) -> None:
        """Goes to the first answer."""
        first = next(iter(self._card.buttons), None) if self._card else None
        target = first or self.findChild(QLineEdit)
        if target is not None:
            target.setFocus()

    def _made(self, question: QuestionSaid) -> AskCard:
        answers = [(str(number), answer.words) for number, answer in enumerate(question.answers)]
        card = AskCard(self._words.tr("Ask next"), question.bears_on, question.question, answers)
        card.answered.connect(lambda number: self.answered.emit(question.answers[int(number)].given))
        if question.more:
            self._add_more(card, question.more)
        if question.bounds:
            card.column.addLayout(self._number(question, question.bounds))
        if question.then:
            card.add_then(question.then)
        return card

    def _add_more(self, card: AskCard, answers: tuple[AnswerSaid, ...]) -> None:
        button = card.add_other(self._words.tr("Other…"))
        menu = QMenu(button)
        menu.setAccessibleName(self._words.tr("Other answers"))
        for answer in answers:
            action = menu.addAction(answer.words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, given=answer.given: self.answered.emit(given))
        button.setMenu(menu)

    def _number(self, question: QuestionSaid, bounds: tuple[int, int]) -> QHBoxLayout:
        """An answer that is typed."""
        field = QLineEdit()
        field.setAccessibleName(question.question)
        field.setPlaceholderText(self._words.tr("{low} to {high}", low=bounds[0], high=bounds[1]))
        field.setValidator(QIntValidator(bounds[0], bounds[1], field))
        field.setFixedSize(_NUMBER_WIDTH, theme().grow(Size.CONTROL))
        give = Button(self._words.tr("Answer"), tone="info", key="↵")

        def answer() -> None:
            if field.hasAcceptableInput():
                self.answered.emit(Given(question.field, int(field.text())))

        field.returnPressed.connect(answer)
        give.clicked.connect(answer)
        line = QHBoxLayout()
        line.setSpacing(Space.UNIT)
        line.addWidget(field)
        line.addWidget(give)
        line.addStretch(1)
        return line
