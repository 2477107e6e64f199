"""The column at the left: search as you type, and facets with live counts."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.text import Message, msg
from advisor_app.services.browse import Facet, FacetValues, Selection
from advisor_app.ui.browse.facet_group import FacetGroup, stops_of
from advisor_app.ui.components import Button, Kind, ScrollColumn, SearchField
from advisor_app.ui.tokens import Size, Space
from advisor_app.wording import Translator

TITLES: dict[Facet, Message] = {
    Facet.VERDICT: msg("Verdict"),
    Facet.SCHOOL: msg("School"),
    Facet.CAMPUS: msg("Campus"),
    Facet.ENTRY: msg("Entry"),
    Facet.FORMAT: msg("Format"),
    Facet.AWARD: msg("Award and recognition"),
    Facet.DURATION: msg("Duration"),
    Facet.INTAKE: msg("Intake"),
    Facet.FIELD: msg("Field"),
    Facet.LANGUAGE: msg("Teaching language"),
    Facet.PRICE: msg("Tuition"),
}
_LEAVING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
FOLDED = frozenset({Facet.AWARD, Facet.DURATION, Facet.INTAKE, Facet.FIELD, Facet.LANGUAGE, Facet.PRICE})
"""Those whose values are shown on demand."""


class FacetColumn(QWidget):
    """``typed`` gives the text of the search, ``chosen`` says that the choice of facets changed; Down goes on to ``left``."""

    typed = Signal(str)
    chosen = Signal()
    left_below = Signal()
    unfolded = Signal(bool)
    """In a narrow place: the facets are shown instead of the results, or the other way round."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._t = translator
        self._selected: dict[Facet, frozenset[str]] = {}
        self._values: Mapping[Facet, FacetValues] = {}
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = SearchField(translator.tr("Search programmes"), translator.tr("Search"), translator.tr("Ctrl+F"))
        self.clear_button = Button(translator.tr("Clear"), Kind.GHOST, icon="x", key="X")
        self.clear_button.setAccessibleName(translator.tr("Clear the chosen facets"))
        self.filters = Button(translator.tr("Filters"), icon="list-tree")
        self.filters.setCheckable(True)
        self.filters.hide()
        self.groups = {facet: self._group(facet) for facet in Facet}
        self._scroll = ScrollColumn("bg")
        self._fill()
        self.search.textChanged.connect(self.typed)
        self.clear_button.clicked.connect(self.clear)
        self.filters.toggled.connect(self._unfold)

    def set_stacked(self, *, stacked: bool) -> None:
        """Above the results instead of beside them: the facets then stand behind a button."""
        self.filters.setVisible(stacked)
        if not stacked:
            self.filters.setChecked(False)
        self._show_groups(shown=self.filters.isChecked() or not stacked)

    def fold(self) -> None:
        """Back to the results, in a narrow place."""
        self.filters.setChecked(False)

    @property
    def selection(self) -> Selection:
        """What is chosen, facet by facet."""
        return {facet: values for facet, values in self._selected.items() if values}

    @property
    def folded(self) -> frozenset[Facet]:
        """The facets whose values are not shown."""
        return frozenset(facet for facet, group in self.groups.items() if not group.opened)

    def show_facets(self, facets: Mapping[Facet, FacetValues], *, verdicts: bool) -> None:
        """Shows counts; ``verdicts`` leaves the verdicts out while nothing is known to judge. A single value narrows nothing."""
        self._values = facets
        for facet, group in self.groups.items():
            values, chosen = facets[facet], self._selected.get(facet, frozenset())
            shown = bool(chosen) or (len(values) > 1 and (verdicts or facet is not Facet.VERDICT))
            if shown:
                group.show_values(values, chosen)
            group.setVisible(shown)
        self.clear_button.setVisible(bool(self.selection))
        count = sum(len(values) for values in self.selection.values())
        words = self._t.tr("Filters ({count})", count=count) if count else self._t.tr("Filters")
        self.filters.setText(words)
        self.filters.updateGeometry()

    def take_up(self, text: str, selection: Selection, folded: frozenset[Facet] | None = None) -> None:
        """Begins with a search and a choice. Says nothing."""
        said = self.blockSignals(True)
        self.search.setText(text)
        self.blockSignals(said)
        self._selected = dict(selection)
        for facet, group in self.groups.items():
            if folded is not None:
                group.open(opened=facet not in folded)

    def toggle(self, facet: Facet, value: str) -> None:
        """Chooses a value, or takes it back."""
        self._toggled(facet, value, value not in self._selected.get(facet, frozenset()))

    def label_of(self, facet: Facet, value: str) -> str:
        """What a value is called; its code where this catalogue does not have it."""
        named = (one.label for one in self._values.get(facet, ()) if one.value == value)
        return self._t.render(next(named, value))

    def clear(self) -> None:
        """Takes every choice back."""
        held = self.clear_button.hasFocus()
        self._selected = {}
        self.clear_button.hide()
        if held:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LEAVING and self.search.hasFocus():
            self.left_below.emit()  # from the search to what was found
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """Up and Down, as the column is seen."""
        stops: list[QWidget] = [self.search, *stops_of(tuple(self.groups.values()))]
        here = next((number for number, stop in enumerate(stops) if stop.hasFocus()), 0) + step
        if 0 <= here < len(stops):
            stops[here].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(stops[here], 0, Size.CONTROL)

    def _group(self, facet: Facet) -> FacetGroup:
        group = FacetGroup(facet, self._t.render(TITLES[facet]), self._t, opened=facet not in FOLDED)
        group.toggled.connect(partial(self._toggled, facet))
        group.all_asked.connect(partial(self._show_all, facet))
        group.stepped.connect(self._step)
        group.hide()
        return group

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.INSIDE, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(Space.INSIDE, 0, Space.INSIDE, Space.UNIT)
        top.setSpacing(Space.UNIT)
        top.addWidget(self.search, 1)
        top.addWidget(self.filters)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        self._scroll.column.setContentsMargins(Space.INSIDE, 0, Space.INSIDE, Space.INSIDE)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._scroll.column.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear_button.hide()
        for group in self.groups.values():
            self._scroll.column.addWidget(group)

    def _unfold(self, on: bool) -> None:
        self._show_groups(shown=on or self.filters.isHidden())
        self.unfolded.emit(on)

    def _show_groups(self, *, shown: bool) -> None:
        self._scroll.setVisible(shown)
        policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)

    def _make_room(self, _least: int, most: int) -> None:
        """A scroll bar takes the place of the margin, so that names keep their room."""
        self._scroll.column.setContentsMargins(Space.INSIDE, 0, 2 if most else Space.INSIDE, Space.INSIDE)

    def _toggled(self, facet: Facet, value: str, on: bool) -> None:
        chosen = self._selected.get(facet, frozenset())
        self._selected[facet] = chosen | {value} if on else chosen - {value}
        self.chosen.emit()

    def _show_all(self, facet: Facet) -> None:
        from advisor_app.ui.browse.facet_popup import FacetPopup  # late: the list waits for nothing that opens on demand

        group = self.groups[facet]
        popup = FacetPopup(group.head.words, self._values[facet], self._selected.get(facet, frozenset()), self._t, self)
        popup.toggled.connect(partial(self._toggled, facet))
        popup.open_beside(group.head)
