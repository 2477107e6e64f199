"""What Compare shows while there are fewer than two columns: what to do, and the ways to do it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.components import Button, EmptyPlace, Kind, Step
from advisor_app.ui.tokens import Space
from advisor_app.wording import Translator


class StartPlace(QWidget):
    """Built again for another number of columns; the two buttons stay."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self.add = Button(words.tr("Add column"), Kind.PRIMARY, icon="plus")
        self.programmes = Button(words.tr("Programmes"), icon="library")
        self._buttons = QWidget()
        line = QHBoxLayout(self._buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.UNIT)
        line.addWidget(self.add)
        line.addWidget(self.programmes)
        line.addStretch(1)
        self._empty: EmptyPlace | None = None
        self._count = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.show_count(0)

    def give_focus(self) -> None:
        self.add.setFocus()

    def show_count(self, count: int) -> None:
        """How many columns there are: none or one."""
        if count == self._count:
            return
        self._count = count
        self._buttons.setParent(None)
        if self._empty is not None:
            self._column.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
        tr = self._words.tr
        title = tr("One column: add another to compare") if count else tr("Nothing to compare yet")
        sentence = tr("Two to five programmes, or exact routes of them, stand side by side here, differences first.")
        steps = (
            Step(tr("Choose programmes"), tr("In Programmes and in Eligibility, the plus button adds to the comparison."), "C"),
            Step(tr("Compare"), tr("Enter on a cell says where it comes from; Ctrl and the arrows move a column.")),
            Step(tr("Hand it over"), tr("The sheet prints what is compared, in French or English."), "Ctrl+P"),
        )
        self._empty = EmptyPlace(title, sentence, steps, self._buttons)
        self._column.addWidget(self._empty)
