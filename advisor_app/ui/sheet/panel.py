"""The panel at the right: the sheet's language, what is on it, which pages it rests on and how old they are, print and save."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.age import is_stale
from advisor_app.domain.facts import Source
from advisor_app.domain.text import Lang
from advisor_app.ui.components import Button, FacetCheck, IconLabel, Kind, Label, ScrollColumn, SegmentedControl, rule
from advisor_app.ui.sheet.preview import PARTS
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

NAMES: dict[Lang, str] = {"en": "English", "fr": "Français"}


class SheetPanel(QWidget):
    """``changed`` says that another language or other parts were chosen."""

    changed = Signal()

    def __init__(self, translator: Translator, lang: Lang, left_off: frozenset[str]) -> None:
        super().__init__()
        t = self._t = translator
        self.language = SegmentedControl(t.tr("Language of the sheet"), list(NAMES.items()), lang)
        self.parts = {key: FacetCheck(t.render(words)) for key, words in PARTS.items()}
        for key, check in self.parts.items():
            check.setChecked(key not in left_off)
            check.clicked.connect(self.changed)
        self.print_button = Button(t.tr("Print…"), icon="printer")
        self.print_button.setToolTip(t.tr("Print the sheet") + "  (Ctrl+Shift+P)")
        self.save_button = Button(t.tr("Save"), Kind.PRIMARY, icon="download", key=t.tr("Ctrl+S"))
        self.save_button.setAccessibleName(t.tr("Export sheet"))
        self.save_button.setAccessibleDescription(t.tr("Save the sheet as PDF"))
        self._sources = QVBoxLayout()
        self._fill()
        self.language.chosen.connect(self.changed)

    @property
    def lang(self) -> Lang:
        return "fr" if self.language.value == "fr" else "en"

    @property
    def left_off(self) -> frozenset[str]:
        return frozenset(key for key, check in self.parts.items() if not check.isChecked())

    def show_sources(self, sources: Sequence[Source], today: date) -> None:
        """The pages behind the sheet, with their ages."""
        while (item := self._sources.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for source in sources:
            self._sources.addWidget(rule())
            self._sources.addWidget(_SourceRow(source, self._t, today))

    def _fill(self) -> None:
        t = self._t
        self.setFixedWidth(Size.SHEET_PANEL)
        scroll = ScrollColumn(spacing=Space.UNIT)
        scroll.column.setContentsMargins(Space.PAD, Space.INSIDE, Space.PAD, Space.INSIDE)
        head = QHBoxLayout()
        head.addWidget(Label(t.tr("Language of the sheet"), Role.STRONG), 1)
        head.addWidget(Label(t.tr("window: {language}", language=NAMES[t.lang]), Role.SMALL, "text2", wrap=False))
        scroll.column.addLayout(head)
        scroll.column.addWidget(self.language)
        scroll.column.addSpacing(Space.UNIT)
        scroll.column.addWidget(Label(t.tr("On the sheet"), Role.STRONG))
        parts = QVBoxLayout()
        parts.setSpacing(0)
        for check in self.parts.values():
            parts.addWidget(check)
        scroll.column.addLayout(parts)
        scroll.column.addWidget(Label(t.tr("Verdicts, facts and sources are always on it."), Role.SMALL, "text2"))
        scroll.column.addSpacing(Space.UNIT)
        scroll.column.addWidget(Label(t.tr("Where the facts come from"), Role.STRONG))
        scroll.column.addLayout(self._sources)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QBoxLayout:
        """Side by side, or below each other where the language needs the room."""
        both = self.print_button.sizeHint().width() + self.save_button.sizeHint().width() + Space.UNIT
        fits = both <= Size.SHEET_PANEL - 2 * Space.PAD
        buttons: QBoxLayout = QHBoxLayout() if fits else QVBoxLayout()
        buttons.setContentsMargins(Space.PAD, Space.INSIDE, Space.PAD, Space.INSIDE)
        buttons.setSpacing(Space.UNIT)
        for button in (self.print_button, self.save_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        return buttons


class _SourceRow(QWidget):
    def __init__(self, source: Source, t: Translator, today: date) -> None:
        super().__init__()
        stale = is_stale(source, today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.HALF, 0, Space.HALF)
        column.setSpacing(0)
        column.addWidget(Label(source.title, Role.BODY))
        column.addWidget(
            IconLabel("clock" if stale else "check", t.sentence(_dated(source, t, today)), "confirm" if stale else "text2")
        )
        column.setAlignment(Qt.AlignmentFlag.AlignTop)


def _dated(source: Source, t: Translator, today: date) -> str:
    if source.dated is None:
        return t.tr("no date printed: check again")
    day, age = t.date(source.dated, day_known=source.day_known), t.age_old(source.dated, today)
    if is_stale(source, today):
        return t.tr("{day}, {age}: said on the sheet", day=t.render(day), age=age)
    return t.tr("{day}, {age}", day=day, age=age)
