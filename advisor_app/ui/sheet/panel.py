"""The panel at the right: which sheet, in which language, what is on it, what the claim check found, and the ways out."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.text import Lang, Message, Text, msg
from advisor_app.services.sheet import SheetKind, SheetRequest
from advisor_app.sheets.order import Part
from advisor_app.ui.components import Button, Control, FacetCheck, IconButton, Kind, Label, ScrollColumn, SegmentedControl
from advisor_app.ui.sheet.claims_list import ClaimsList
from advisor_app.ui.sheet.details import SheetDetails
from advisor_app.ui.sheet.memory import KindName, SheetMemory
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

NAMES: dict[Lang, str] = {"en": "English", "fr": "Français"}
KINDS: dict[KindName, Message] = {"comparison": msg("Comparison"), "programme": msg("Programme"), "summary": msg("Eligibility")}
LEAVES_OFF: dict[SheetKind, frozenset[Part]] = {
    SheetKind.COMPARISON: frozenset(Part),
    SheetKind.PROGRAMME: frozenset(Part),
    SheetKind.SUMMARY: frozenset({Part.ANSWERS}),
}
_BAR = 12  # pixels that the panel's scroll bar takes
_AROUND = 60  # pixels of a button beside its words, the arrow included
_LACKS: dict[SheetKind, Message] = {
    SheetKind.COMPARISON: msg("Put two programmes into the comparison first."),
    SheetKind.PROGRAMME: msg("Choose a programme first."),
    SheetKind.SUMMARY: msg("Say something about the student first."),
}
PARTS: dict[Part, Message] = {
    Part.ANSWERS: msg("Student’s answers"),
    Part.COST: msg("Cost timeline"),
    Part.COURSES: msg("Courses"),
}


class SheetPanel(QWidget):
    """``changed`` says that another sheet was chosen in any way. ``kind`` stands in the bar above, where there is room for it."""

    changed = Signal()

    def __init__(self, translator: Translator, memory: SheetMemory, today: date) -> None:
        super().__init__()
        t = self._t = translator
        self._memory = memory
        self.kind = SegmentedControl(t.tr("Kind of sheet"), [(key, t.render(words)) for key, words in KINDS.items()], memory.kind)
        self.programme = Button("", trailing="chevron-down")
        self._programmes = QMenu(self)
        self._actions: dict[str, QAction] = {}
        self.programme.setMenu(self._programmes)
        self.language = SegmentedControl(t.tr("Language of the sheet"), list(NAMES.items()), memory.lang or t.lang)
        self.details = SheetDetails(t, memory, today)
        self.parts = {key: FacetCheck(t.render(words)) for key, words in PARTS.items()}
        for key, check in self.parts.items():
            check.setChecked(key not in memory.left_off)
            check.clicked.connect(self._choose)
        self.claims = ClaimsList(t)
        self.claims.after = self.details.first_name
        self.print_button = Button(t.tr("Print…"), icon="printer")
        self.print_button.setToolTip(t.tr("Print the sheet") + "  (Ctrl+Shift+P)")
        self.save_button = Button(t.tr("Save"), Kind.PRIMARY, icon="download", key=t.tr("Ctrl+S"))
        self.save_button.setAccessibleName(t.tr("Export sheet"))
        self.save_button.setAccessibleDescription(t.tr("Save the sheet as PDF"))
        self.more_button = IconButton("ellipsis", t.tr("More ways to hand it over"), edged=True)
        self._fill()
        self.kind.chosen.connect(self._choose_kind)
        self.language.chosen.connect(self._choose)
        self.details.changed.connect(self._choose)

    @property
    def lang(self) -> Lang:
        return "fr" if self.language.value == "fr" else "en"

    @property
    def left_off(self) -> frozenset[Part]:
        return frozenset(key for key, check in self.parts.items() if not check.isChecked())

    def show_kind(self, kind: SheetKind, possible: Collection[SheetKind]) -> None:
        """Shows which sheet is in sight, which is not always the one asked for, and which there is enough for."""
        t = self._t
        for each in SheetKind:
            self.kind.set_enabled(each, each in possible, t.render(_LACKS[each]))
        self.kind.set_value(kind)
        for part, check in self.parts.items():
            check.setVisible(part in LEAVES_OFF[kind])
        self.programme.setVisible(kind is SheetKind.PROGRAMME)

    def show_programmes(self, choices: Sequence[tuple[str, Text]], request: SheetRequest) -> None:
        """The programmes that one sheet can be about, each with its name, and the one that it is about."""
        chosen = request.columns[0].programme if request.columns else ""
        names = {key: self._t.render(name) for key, name in choices}
        name = names.get(chosen, "")
        room = Size.SHEET_PANEL - 2 * Space.PAD - _BAR - _AROUND
        self.programme.setText(theme().metrics(Role.STRONG).elidedText(name, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        self.programme.setToolTip(name)
        self.programme.setAccessibleName(self._t.tr("Programme: {name}", name=names.get(chosen, "")))
        if tuple(names) != tuple(self._actions):
            self._list_programmes(names)
        for key, action in self._actions.items():
            action.setChecked(key == chosen)

    def _list_programmes(self, names: Mapping[str, str]) -> None:
        self._programmes.clear()
        self._actions = {key: QAction(name.replace("&", "&&"), self._programmes) for key, name in names.items()}
        group = QActionGroup(self._programmes)
        for key, action in self._actions.items():
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose_programme, key))
            group.addAction(action)
            self._programmes.addAction(action)

    def set_more(self, menu: QMenu) -> None:
        """The other ways out."""
        above = QPoint(0, menu.sizeHint().height())
        self.more_button.clicked.connect(lambda: menu.popup(self.more_button.mapToGlobal(QPoint(0, 0)) - above))

    def _choose_kind(self, kind: str) -> None:
        self._memory.kind = next(known for known in KINDS if known == kind)
        self.changed.emit()

    def _choose_programme(self, key: str, _on: bool = True) -> None:
        self._memory.programme = key
        self.changed.emit()

    def _choose(self) -> None:
        memory, details = self._memory, self.details
        memory.left_off = frozenset(self.left_off)
        memory.day, memory.advisor, memory.first_name = details.chosen_day, details.advisor.text(), details.first_name.text()
        follows = memory.lang is None and self.lang == self._t.lang  # the window's, until another one was chosen
        memory.keep(lang=None if follows else self.lang, paper=details.paper_name, occasion=details.occasion.text())
        self.changed.emit()

    def _fill(self) -> None:
        t = self._t
        self.setFixedWidth(Size.SHEET_PANEL)
        scroll = ScrollColumn(spacing=Space.UNIT)
        scroll.column.setContentsMargins(Space.PAD, Space.INSIDE, Space.PAD, Space.INSIDE)
        scroll.column.addWidget(self.programme)
        head = QHBoxLayout()
        head.addWidget(Label(t.tr("Language of the sheet"), Role.STRONG), 1)
        head.addWidget(Label(t.tr("window: {language}", language=NAMES[t.lang]), Role.SMALL, "text2", wrap=False))
        scroll.column.addLayout(head)
        scroll.column.addWidget(self.language)
        scroll.column.addWidget(self._on_the_sheet())
        scroll.column.addWidget(self.details)
        scroll.column.addWidget(self.claims)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(self._buttons())

    def _on_the_sheet(self) -> QWidget:
        """The parts in two columns, as far as their words allow."""
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(self._t.tr("On the sheet"), Role.STRONG))
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setHorizontalSpacing(Space.UNIT)
        wide = [check.sizeHint().width() for check in self.parts.values()]
        both = max(wide[::2]) + max(wide[1::2]) + Space.UNIT
        columns = 2 if both <= Size.SHEET_PANEL - 2 * Space.PAD - _BAR else 1
        for place, check in enumerate(self.parts.values()):
            grid.addWidget(check, place // columns, place % columns)
        column.addLayout(grid)
        return self._parts

    def _buttons(self) -> QBoxLayout:
        """Side by side, or below each other where the language needs the room."""
        line = QHBoxLayout()
        line.setContentsMargins(Space.PAD, Space.INSIDE, Space.PAD, Space.INSIDE)
        line.setSpacing(Space.UNIT)
        buttons: tuple[Control, ...] = (self.more_button, self.print_button, self.save_button)
        if not _fits(buttons):
            self.save_button.show_key("")
        if not _fits(buttons):
            self.print_button.icon_name = None
        for button in buttons[1:]:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for button in buttons:
            line.addWidget(button)
        return line


def _fits(buttons: Sequence[Control]) -> bool:
    wide = sum(button.sizeHint().width() for button in buttons) + (len(buttons) - 1) * Space.UNIT
    return wide <= Size.SHEET_PANEL - 2 * Space.PAD
