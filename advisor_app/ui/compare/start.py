"""What Compare shows while there are fewer than two columns: what to do, the comparisons kept last, and the ways to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.services.comparisons import NamedComparison
from advisor_app.ui.components import Button, EmptyPlace, Flow, Kind, Label, ScrollColumn, Step
from advisor_app.ui.tokens import Role, Space
from advisor_app.wording import Translator


class StartPlace(QWidget):
    """Built again for another number of columns or other kept comparisons. ``named`` carries the name of one."""

    named = Signal(str)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._told: tuple[int, tuple[str, ...]] | None = None
        self.add = Button(words.tr("Add column"), Kind.PRIMARY, icon="plus", key="+")
        self.programmes = Button(words.tr("Programmes"), icon="library", key="Alt+1")
        self.kept: list[Button] = []
        self._scroll = ScrollColumn()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.show_count(0, ())

    def give_focus(self) -> None:
        self.add.setFocus()

    def show_count(self, count: int, kept: tuple[NamedComparison, ...]) -> None:
        """How many columns there are, none or one; and what can be taken up again."""
        told = (count, tuple(one.name for one in kept))
        if told == self._told:
            return
        self._told = told
        for button in (self.add, self.programmes):
            button.setParent(None)
        self._scroll.clear()
        tr = self._words.tr
        title = tr("One column: add another to compare") if count else tr("Nothing to compare yet")
        sentence = tr("Two to five programmes, or exact routes of them, stand side by side here, differences first.")
        steps = (
            Step(tr("Choose programmes"), tr("In Programmes and in Eligibility, the plus button adds to the comparison."), "C"),
            Step(tr("Compare"), tr("Enter on a cell says where it comes from; Ctrl and the arrows move a column.")),
            Step(tr("Hand it over"), tr("The sheet prints what is compared, in French or English."), "Ctrl+P"),
        )
        self._scroll.column.addWidget(EmptyPlace(title, sentence, steps, self._middle(told[1])))

    def _middle(self, names: tuple[str, ...]) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.UNIT)
        line = QHBoxLayout()
        line.setSpacing(Space.UNIT)
        line.addWidget(self.add)
        line.addWidget(self.programmes)
        line.addStretch(1)
        column.addLayout(line)
        self.kept = [self._kept(name) for name in names]
        if self.kept:
            column.addSpacing(Space.UNIT)
            column.addWidget(Label(self._words.tr("Kept comparisons"), Role.SMALL_STRONG, "text2"))
            flow = Flow()
            for button in self.kept:
                flow.add(button)
            column.addWidget(flow)
        return middle

    def _kept(self, name: str) -> Button:
        button = Button(name, icon="columns-3")
        button.clicked.connect(lambda: self.named.emit(name))
        return button
