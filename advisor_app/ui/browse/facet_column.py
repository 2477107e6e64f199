"""The column at the left: search as you type, and facets with live counts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.text import Message, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.browse import Facet, FacetValue, Selection
from advisor_app.ui.components import Button, FacetCheck, Kind, Label, ScrollColumn, SearchField
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
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
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FacetColumn(QWidget):
    """``typed`` gives the text of the search, ``chosen`` says that the choice of facets changed; Down goes on to ``left``."""

    typed = Signal(str)
    chosen = Signal()
    left_below = Signal()

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._t = translator
        self._checks: dict[tuple[Facet, str], FacetCheck] = {}
        self._known: dict[Facet, tuple[FacetValue, ...]] = {}
        self._shown: dict[tuple[Facet, str], int] = {}
        self._wanted: Selection | None = None
        self._groups: dict[Facet, QVBoxLayout] = {}
        self.setFixedWidth(Size.FACETS)
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = SearchField(translator.tr("Search programmes"), translator.tr("Search"), translator.tr("Ctrl+F"))
        self.clear_button = Button(translator.tr("Clear"), Kind.GHOST, icon="x")
        self.clear_button.setAccessibleName(translator.tr("Clear the chosen facets"))
        self._scroll = ScrollColumn("bg")
        self._fill()
        self.search.textChanged.connect(self.typed)
        self.clear_button.clicked.connect(self.clear)

    @property
    def selection(self) -> Selection:
        """What is chosen, facet by facet."""
        if self._wanted is not None:
            return self._wanted
        chosen: dict[Facet, frozenset[str]] = {}
        for (facet, value), check in self._checks.items():
            if check.isChecked():
                chosen[facet] = chosen.get(facet, frozenset()) | {value}
        return chosen

    def show_facets(self, facets: Mapping[Facet, Sequence[FacetValue]], *, verdicts: bool) -> None:
        """Shows counts. Checkboxes stay where they are; ``verdicts`` leaves the verdicts out while nothing is known to judge."""
        self._wanted = None  # from here on the checkboxes say it
        for facet, values in facets.items():
            self._show_group(facet, self._with_known(facet, tuple(values)) if verdicts or facet is not Facet.VERDICT else ())
        self.clear_button.setVisible(any(check.isChecked() for check in self._checks.values()))

    def take_up(self, text: str, selection: Selection) -> None:
        """Begins with a search and a choice, before there are checkboxes for it. Says nothing."""
        said = self.blockSignals(True)
        self.search.setText(text)
        self.blockSignals(said)
        self._wanted = selection

    def clear(self) -> None:
        """Takes every choice back."""
        self._wanted = None
        for check in self._checks.values():
            check.setChecked(False)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        fields: list[QWidget] = [self.search, *(check for check in self._checks.values() if not check.isHidden())]
        here = next((number for number, field in enumerate(fields) if field.hasFocus()), None)
        if step is None or here is None or not 0 <= here + step < len(fields):
            super().keyPressEvent(event)
            return
        if here == 0:
            self.left_below.emit()  # from the search, Down goes to what was found
            return
        fields[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.INSIDE, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(Space.INSIDE, 0, Space.INSIDE, Space.HALF)
        top.addWidget(self.search)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        self._scroll.column.setContentsMargins(Space.INSIDE, 0, Space.INSIDE, Space.INSIDE)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._scroll.column.addWidget(self.clear_button)
        self.clear_button.hide()
        for facet in Facet:
            group = QVBoxLayout()
            group.setSpacing(0)
            self._groups[facet] = group
            self._scroll.column.addLayout(group)

    def _with_known(self, facet: Facet, values: tuple[FacetValue, ...]) -> tuple[FacetValue, ...]:
        """What a search leaves without a programme keeps its place, with a count of nothing."""
        new = {value.value: value for value in values}
        for value in self._known.get(facet, ()):
            check = self._checks.get((facet, value.value))
            gone = replace(value, count=0, selected=check is not None and check.isChecked())
            new.setdefault(value.value, gone)
        order = [value.value for value in self._known.get(facet, ())]
        known = sorted(new.values(), key=lambda value: order.index(value.value) if value.value in order else len(order))
        self._known[facet] = tuple(known)
        return tuple(known)

    def _make_room(self, _least: int, most: int) -> None:
        """A scroll bar takes the place of the margin, so that names keep their room."""
        self._scroll.column.setContentsMargins(Space.INSIDE, 0, 2 if most else Space.INSIDE, Space.INSIDE)

    def _show_group(self, facet: Facet, values: tuple[FacetValue, ...]) -> None:
        group = self._groups[facet]
        known = [value for one, value in self._checks if one is facet]
        if known != [value.value for value in values]:
            self._rebuild(facet, group, values)
        for value in values:
            check = self._checks[facet, value.value]
            if self._shown.get((facet, value.value)) != value.count:  # so that only what changed is painted again
                self._shown[facet, value.value] = value.count
                check.set_count(value.count)
            check.setChecked(value.selected)

    def _rebuild(self, facet: Facet, group: QVBoxLayout, values: tuple[FacetValue, ...]) -> None:
        while (item := group.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for key in [key for key in self._checks if key[0] is facet]:
            del self._checks[key]
            self._shown.pop(key, None)
        if not values:
            return
        title = Label(self._t.render(TITLES[facet]), Role.SMALL_STRONG, "text2")
        title.setMinimumHeight(theme().grow(32, Role.SMALL_STRONG))
        group.addWidget(title)
        for value in values:
            look = VERDICTS[Verdict(value.value)] if facet is Facet.VERDICT else None
            check = FacetCheck(self._t.sentence(value.label), value.count, look=look)
            check.clicked.connect(self.chosen)
            self._checks[facet, value.value] = check
            group.addWidget(check)
