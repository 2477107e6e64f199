"""What the open catalogue holds, as numbers and small charts: reached from the foot of the rail and from the palette."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.services.catalogue_facts import CatalogueFacts, Chart, CountedCatalogue, catalogue_facts
from advisor_app.ui.catalogue_facts.bar_chart import Bar, BarChart
from advisor_app.ui.components import Button, Flow, Label, LoadingLine, PaneBar, ScrollColumn
from advisor_app.ui.place import Desk, Place
from advisor_app.ui.tokens import Role, Space

OpenCounted: TypeAlias = Callable[[], AbstractContextManager[CountedCatalogue]]
_TASK = "catalogue-facts"
_TWO_COLUMNS_FROM, _THREE_COLUMNS_FROM = 760, 1300
_TILE = 132


class CatalogueFactsPlace(Place):
    """Counted when it is first shown."""

    def __init__(self, desk: Desk, open_catalogue: OpenCounted, today: date | None = None) -> None:
        super().__init__(desk)
        self._open = open_catalogue
        self._today = today or datetime.now(UTC).date()
        self._facts: CatalogueFacts | None = None
        self._columns = 0
        words = desk.words
        self.title = Label(words.tr("What this catalogue holds"), Role.TITLE, wrap=False)
        self.version = Label("", Role.SMALL, "text2")
        self.copy_button = Button(words.tr("Copy as text"), icon="copy", key=words.tr("Ctrl+C"))
        self.loading = LoadingLine(words)
        self.page = _Page(words.tr("What this catalogue holds"))
        self.charts: list[QWidget] = []
        self._grid = QGridLayout()
        self._fill()
        self.copy_button.clicked.connect(self.copy)

    def activate(self) -> None:
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._facts is not None:
            return
        opened, today = self._open, self._today

        def work() -> CatalogueFacts:
            with opened() as catalogue:
                return catalogue_facts(catalogue, today)

        self.loading.start()
        self.desk.tasks.submit(_TASK, work, self._show, self._failed, receiver=self)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        words = self.desk.words
        return ((words.tr("Ctrl+C"), words.tr("Copy as text")),)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Puts all of it on the clipboard as text."""
        if self._facts is not None:
            said = [self._versioned(self._facts), *(f"- {count} {words}" for words, count in self._figures(self._facts))]
            for chart in self._facts.charts:
                said += ["", self.desk.words.render(chart.title), *(f"- {one}" for one in self._pairs(self._bars(chart)))]
            QGuiApplication.clipboard().setText("\n".join(said))
            self.desk.say(self.desk.words.tr("Copied as text: {section}", section=self.title.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._arrange(3 if width >= _THREE_COLUMNS_FROM else 2 if width >= _TWO_COLUMNS_FROM else 1)

    # --- building

    def _fill(self) -> None:
        bar = PaneBar(inset=Space.WIDE)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.version)
        bar.line.setContentsMargins(Space.WIDE, Space.UNIT, Space.WIDE, Space.UNIT)
        bar.line.addLayout(names, 1)
        bar.line.addWidget(self.copy_button)
        self.tiles = Flow(Space.INSIDE)
        self._grid.setHorizontalSpacing(2 * Space.WIDE)
        self._grid.setVerticalSpacing(Space.WIDE)
        inner = self.page.column
        inner.setContentsMargins(Space.WIDE, Space.PAD, Space.WIDE, Space.WIDE)
        inner.addWidget(self.tiles)
        inner.addSpacing(Space.WIDE)
        inner.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.loading)
        column.addWidget(self.page, 1)

    def _show(self, facts: CatalogueFacts) -> None:
        self.loading.stop()
        self._facts = facts
        self.version.setText(self._versioned(facts))
        for words, count in self._figures(facts):
            self.tiles.add(_Figure(count, words))
        self.charts = [self._chart(chart) for chart in facts.charts]
        columns, self._columns = max(1, self._columns), 0
        self._arrange(columns)

    def _failed(self, error: BaseException) -> None:
        self.loading.stop()
        self.desk.report(error)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, chart in enumerate(self.charts):
            self._grid.addWidget(chart, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        for number in range(3):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    # --- words

    def _versioned(self, facts: CatalogueFacts) -> str:
        words = self.desk.words
        age = words.age_old(facts.dated, self._today)
        return words.tr("Version {version}, revised on {day}, {age}", version=facts.version, day=facts.dated, age=age)

    def _figures(self, facts: CatalogueFacts) -> list[tuple[str, str]]:
        return [(self.desk.words.render(words), self.desk.words.render(count)) for words, count in facts.figures]

    def _bars(self, chart: Chart) -> list[Bar]:
        words = self.desk.words
        return [Bar(words.sentence(bar.label), bar.count, words.render(bar.count), bar.grave) for bar in chart.bars]

    def _pairs(self, bars: list[Bar]) -> list[str]:
        return [self.desk.words.tr("{label}: {value}", label=bar.label, value=bar.written) for bar in bars]

    def _chart(self, chart: Chart) -> QWidget:
        words = self.desk.words
        title, bars = words.render(chart.title), self._bars(chart)
        more = words.tr_n("and {count} other", "and {count} others", chart.left_out) if chart.left_out else ""
        told = "; ".join([*self._pairs(bars), *([more] if more else [])])
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(Label(title, Role.SECTION))
        column.addWidget(BarChart(title, bars, told))
        if more:
            column.addWidget(Label(more, Role.SMALL, "text2"))
        return made


class _Figure(QWidget):
    """A number and what it counts."""

    def __init__(self, count: str, words: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{count} {words}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Space.PAD, 0)
        column.setSpacing(0)
        column.addWidget(Label(count, Role.HERO, wrap=False))
        line = QHBoxLayout()
        line.addWidget(Label(words, Role.SMALL, "text2", wrap=False))
        column.addLayout(line)
        self.setMinimumWidth(_TILE)


class _Page(ScrollColumn):
    """Scrolls with the keys."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
