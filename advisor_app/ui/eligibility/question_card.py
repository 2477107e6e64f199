"""The one question to ask next, answered in place.

The parts are made once and filled again for each question: making and styling widgets costs more than anything else that happens
when a fact of the student changes.
"""

import re
from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QValidator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from advisor_app.ui.components import Button, Card, Flow, IconLabel, Kind, Label
from advisor_app.ui.eligibility.answers_said import Typed
from advisor_app.ui.eligibility.question_said import MOST_BUTTONS, Given, QuestionSaid
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

_NUMBER_WIDTH = 96


class QuestionCard(QWidget):
    """Hidden where there is nothing to ask. ``answered`` carries what was given, ``other_wanted`` the field to pick it in."""

    answered = Signal(object)
    other_wanted = Signal(str)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._question: QuestionSaid | None = None
        self._bearing = Label("", Role.SMALL, "text2")
        self._asked = Label("", Role.SECTION)
        self._then = Label("", Role.SMALL, "text2", wrap=False)
        self.buttons = [self._button(place) for place in range(MOST_BUTTONS)]
        self.more = Button(words.tr("Other…"), Kind.GHOST, tone="info")
        self.more.clicked.connect(self._answer_otherwise)
        self.number = _Number()
        self._give = Button(words.tr("Answer"), tone="info", key="↵")
        self._card = self._laid_out()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAD, Space.INSIDE, Space.PAD, Space.INSIDE)
        column.addWidget(self._card)
        self.number.returnPressed.connect(self._answer_number)
        self._give.clicked.connect(self._answer_number)
        self.hide()

    @property
    def question(self) -> QuestionSaid | None:
        return self._question

    @property
    def inner(self) -> QWidget:
        """The innermost part whose size follows what is asked."""
        return self._card

    def show_question(self, question: QuestionSaid | None) -> None:
        """Shows another question; whoever answered the last one by keyboard goes on with this one's first answer."""
        if question == self._question:
            return
        answering = self._answering()
        self._question = question
        self.setVisible(question is not None)
        if question is None:
            return
        self._asked.setText(question.question)
        self._card.setAccessibleName(question.question)
        self._show_answers(question)
        self._show_then(question)
        if answering:
            self.give_focus()

    def give_focus(self) -> None:
        """Goes to the first answer."""
        target = next((button for button in (*self.buttons, self.number) if not button.isHidden()), None)
        if target is not None:
            target.setFocus()

    # --- the parts

    def _laid_out(self) -> Card:
        card = Card("info-bg")
        top = QHBoxLayout()
        top.setSpacing(Space.PAD)
        top.addWidget(IconLabel("lightbulb", self._words.tr("Ask next"), "info", Role.SMALL_STRONG), 2)
        self._bearing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._bearing, 3)
        card.column.addLayout(top)
        card.column.addWidget(self._asked)
        self.number.setFixedSize(self.number.sizeHint())
        card.column.setContentsMargins(Space.INSIDE, Space.INSIDE, Space.INSIDE, Space.INSIDE)
        self._answers = Flow(6)
        for widget in (*self.buttons, self.more, self.number, self._give):
            self._answers.add(widget)
        bottom = QHBoxLayout()
        bottom.setSpacing(Space.UNIT)
        bottom.addWidget(self._answers, 1)
        bottom.addWidget(self._then, 0, Qt.AlignmentFlag.AlignVCenter)
        card.column.addLayout(bottom)
        return card

    def _button(self, place: int) -> Button:
        button = Button("", tone="info")
        button.clicked.connect(lambda: self._answer(place))
        return button

    def _show_answers(self, question: QuestionSaid) -> None:
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(question.answers))
            if place < len(question.answers) and button.words != question.answers[place].words:
                button.setText(question.answers[place].words.replace("&", "&&"))
                button.setAccessibleName(question.answers[place].words)
                button.updateGeometry()
        self.more.setVisible(question.more)
        self._show_number(question)

    def _show_then(self, question: QuestionSaid) -> None:
        """Beside the answers where there is room, else above them."""
        self._then.setText(question.then)
        needed = self._answers.sizeHint().width() + self._then.sizeHint().width() + Space.UNIT
        beside = bool(question.then) and needed <= (self.width() or Size.ROUTES) - 2 * (Space.PAD + Space.INSIDE)
        self._then.setVisible(beside)
        self._bearing.setText(question.bears_on if beside or not question.then else f"{question.bears_on}\n{question.then}")

    def _show_number(self, question: QuestionSaid) -> None:
        """For an answer that is typed."""
        typed = question.typed
        self.number.setVisible(typed is not None)
        self._give.setVisible(typed is not None)
        self.number.clear()
        if typed is not None:
            self.number.setAccessibleName(question.question)
            self.number.setPlaceholderText(self._words.tr("{low} to {high}", low=typed.low, high=typed.high))
            self.number.setValidator(_validator(typed, self.number))

    # --- answering

    def _answering(self) -> bool:
        focus = QApplication.focusWidget()
        return isinstance(focus, QWidget) and self.isAncestorOf(focus)

    def _answer(self, place: int) -> None:
        if self._question is not None and place < len(self._question.answers):
            self.answered.emit(self._question.answers[place].given)

    def _answer_otherwise(self) -> None:
        question = self._question
        if question is None:
            return
        if not question.others:
            self.other_wanted.emit(question.field)
            return
        menu = QMenu(self)
        menu.setAccessibleName(question.question)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in question.others:
            action = menu.addAction(one.words.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, given=one.given: self.answered.emit(given))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _answer_number(self) -> None:
        question = self._question
        if question is not None and question.typed is not None and self.number.hasAcceptableInput():
            value = Decimal(self.number.text().replace(",", "."))
            self.answered.emit(Given(question.field, question.typed.value(value)))


def _validator(typed: Typed, parent: QLineEdit) -> QValidator:
    """A comma or a point, whatever the language: both are on keyboards."""
    if not typed.broken:
        return QIntValidator(typed.low, typed.high, parent)
    return _Decimals(typed, parent)


class _Number(QLineEdit):
    """A short field."""

    def sizeHint(self) -> QSize:
        return QSize(_NUMBER_WIDTH, theme().grow(Size.CONTROL))


class _Decimals(QValidator):
    """A number of two decimals at most between two bounds."""

    def __init__(self, typed: Typed, parent: QLineEdit) -> None:
        super().__init__(parent)
        self._typed = typed

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        if not re.fullmatch(r"\d{0,4}(?:[.,]\d{0,2})?", text):
            return QValidator.State.Invalid, text, place
        whole = re.fullmatch(r"\d+(?:[.,]\d+)?", text)
        fits = whole is not None and self._typed.low <= Decimal(text.replace(",", ".")) <= self._typed.high
        return QValidator.State.Acceptable if fits else QValidator.State.Intermediate, text, place
