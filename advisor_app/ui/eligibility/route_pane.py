"""One route: verdict and why, the law apart, the way forward, the tree of findings."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.verdicts import Verdict
from advisor_app.ui.components import Button, IconLabel, Label, ScrollColumn, VerdictPill
from advisor_app.ui.eligibility.finding_tree import FindingTree
from advisor_app.ui.eligibility.route_said import RouteSaid
from advisor_app.ui.eligibility.ways_card import WaysCard
from advisor_app.ui.itemmodels.findings import FindingsModel, Shown
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.tokens import Role, Space
from advisor_app.wording import Translator

_NARROW = 620  # pixels: below it the verdict, its reason and the law stand one below the other


class RoutePane(ScrollColumn):
    """``compared``, ``opened`` carry a route; ``tried`` a student who has what is missing."""

    compared = Signal(object)
    opened = Signal(object)
    tried = Signal(object)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._said: RouteSaid | None = None
        self._narrow = False
        self._other_route = True
        self.findings = FindingsModel(self)
        self.tree = FindingTree(self.findings)
        self.tree.setAccessibleName(words.tr("Findings"))
        self.compare = Button(words.tr("Compare"), icon="plus", key="C")
        self.compare.setCheckable(True)
        self.compare.setAccessibleName(words.tr("Add to comparison"))
        self.compare.clicked.connect(self._compare)
        self.title = Label("", Role.TITLE)
        self.subtitle = Label("", Role.BODY, "text2")
        self.pill = VerdictPill(Verdict.TO_CONFIRM, words)
        self.was = IconLabel("circle-x", "", "text2")
        self.sentence = Label("")
        self.stale = IconLabel("flag", "", "confirm")
        self.law = IconLabel("scale", "", "text2", Role.SMALL_STRONG)
        self.ways = WaysCard(words)
        self.ways.opened.connect(self.opened)
        self.ways.tried.connect(self.tried)
        self._body = QWidget()
        self._body.hide()
        self.column.addWidget(self._body)
        self._lay_out()
        self.tree.selectionModel().currentChanged.connect(self._follow)

    @property
    def said(self) -> RouteSaid | None:
        return self._said

    def show_route(self, said: RouteSaid | None, headings: tuple[str, ...], *, in_comparison: bool) -> None:
        """Shows a route, or nothing."""
        self._body.setVisible(said is not None)
        if said is None:
            self._said = None
            return
        self.show_in_comparison(in_comparison)
        if said == self._said:
            return
        self.ways.show_ways(said.ways)
        self._other_route = self._said is None or self._said.route != said.route
        self._said = said
        self.title.setText(said.title)
        self.subtitle.setText(said.subtitle)
        self.pill.show_verdict(said.verdict, self._words)
        if said.was is not None:
            look = VERDICTS[said.was]
            self.was.set(look.icon, said.was_words, look.tone)
        self.was.setVisible(said.was is not None)
        self.sentence.setText(said.sentence)
        self.stale.set("flag", said.stale, "confirm")
        self.stale.setVisible(bool(said.stale))
        self.law.set("scale", said.law, said.law_tone)
        shown = self.findings.show(said.lines, headings)
        if shown is not Shown.SAME:
            self.tree.refreshed(anew=shown is Shown.ANEW or self._other_route)

    def show_in_comparison(self, on: bool) -> None:
        self.compare.setChecked(on)
        self.compare.setText(self._words.tr("In comparison") if on else self._words.tr("Compare"))
        self.compare.updateGeometry()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._body)
        column.setSpacing(0)
        column.setContentsMargins(Space.WIDE, Space.INSIDE, Space.WIDE, Space.INSIDE)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setSpacing(Space.PAD)
        head.addLayout(names, 1)
        head.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addSpacing(Space.UNIT)
        self._verdict = self._verdict_line()
        column.addLayout(self._verdict)
        column.addSpacing(Space.INSIDE)
        column.addWidget(self.ways)
        column.addWidget(self.tree)

    def _verdict_line(self) -> QBoxLayout:
        """Verdict, why, and the law at the right; one below the other where there is little room."""
        for label in (self.was, self.stale, self.law):
            label.label.setWordWrap(False)
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.was, 0, Qt.AlignmentFlag.AlignVCenter)
        last.addWidget(self.stale, 0, Qt.AlignmentFlag.AlignVCenter)
        last.addWidget(self.law, 0, Qt.AlignmentFlag.AlignVCenter)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.addLayout(first)
        line.addWidget(self.sentence, 1)
        line.addLayout(last)
        self._ends = (first, last)
        for part in (first, last, line):
            part.setSpacing(Space.INSIDE)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _NARROW
        if narrow is not self._narrow:
            self._narrow = narrow
            down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._verdict.setDirection(down if narrow else across)
            self._verdict.setSpacing(Space.HALF if narrow else Space.INSIDE)
            for end in self._ends:
                end.setAlignment(Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))
        super().resizeEvent(event)

    def _compare(self) -> None:
        if self._said is not None:
            self.compared.emit(self._said.route)

    def _follow(self, current: QModelIndex) -> None:
        """The tree has no scroll bar of its own: the pane scrolls to the row that the keyboard is on."""
        rect = self.tree.visualRect(current)
        middle = self.tree.viewport().mapTo(self._body, rect.center())
        self.ensureVisible(Space.WIDE, middle.y(), 0, rect.height() // 2 + Space.PAD)
