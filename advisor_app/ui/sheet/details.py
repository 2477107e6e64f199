"""What is printed at the head of a sheet and on which paper: folded away, as it seldom changes at one table."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QVBoxLayout, QWidget

from advisor_app.domain.text import Lang
from advisor_app.services.sheet import LONGEST_NAME, LONGEST_OCCASION
from advisor_app.ui.components import Button, Kind, Label, SegmentedControl
from advisor_app.ui.sheet.memory import PaperName, SheetMemory
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

_LOCALES: dict[Lang, QLocale] = {
    "fr": QLocale(QLocale.Language.French, QLocale.Country.France),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class SheetDetails(QWidget):
    """``changed`` says that something else is to be printed. The date stays today's until another one is chosen."""

    changed = Signal()

    def __init__(self, translator: Translator, memory: SheetMemory, today: date) -> None:
        super().__init__()
        t = self._t = translator
        self._memory, self._today = memory, today
        self.head = Button(t.tr("Paper, event, date, names"), Kind.GHOST, icon="chevron-right")
        self.paper = SegmentedControl(t.tr("Paper"), [("a4", "A4"), ("letter", t.tr("Letter"))], memory.paper)
        self.occasion = _field(t.tr("School or event"), memory.occasion, LONGEST_OCCASION)
        self.day = self._date_field(memory.day or today)
        self.advisor = _field(t.tr("Advisor’s first name"), memory.advisor, LONGEST_NAME)
        self.first_name = _field(t.tr("Student’s first name"), memory.first_name, LONGEST_NAME)
        self.first_name.setAccessibleDescription(t.tr("Printed only if it stands here; never kept."))
        self._body = QWidget()
        self._lay_out()
        self.unfold(memory.unfolded)
        self.head.clicked.connect(lambda: self.unfold(self._body.isHidden()))
        self.paper.chosen.connect(self.changed)
        self.day.dateChanged.connect(self.changed)
        for field in (self.occasion, self.advisor, self.first_name):
            field.textChanged.connect(self.changed)

    @property
    def paper_name(self) -> PaperName:
        return "letter" if self.paper.value == "letter" else "a4"

    @property
    def chosen_day(self) -> date | None:
        """Another date than today's."""
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        return None if day == self._today else day

    def set_today(self, today: date) -> None:
        """Another day has begun: the date on the sheet goes along, unless one was chosen."""
        chosen, self._today = self.chosen_day, today
        if chosen is None:
            with QSignalBlocker(self.day):
                self.day.setDate(QDate(today.year, today.month, today.day))

    def forget_student(self) -> None:
        """The next student is not called what the last one was."""
        self.first_name.clear()

    def unfold(self, on: bool) -> None:
        self._body.setVisible(on)
        self._memory.unfolded = on
        self.head.icon_name = "chevron-down" if on else "chevron-right"
        self.head.update()
        self.head.setAccessibleDescription(self._t.tr("unfolded") if on else self._t.tr("folded"))

    def _date_field(self, day: date) -> QDateEdit:
        field = QDateEdit(QDate(day.year, day.month, day.day))
        field.setCalendarPopup(True)
        field.setLocale(_LOCALES[self._t.lang])
        field.setDisplayFormat("d MMMM yyyy")
        field.setAccessibleName(self._t.tr("Date on the sheet"))
        field.setMinimumHeight(Size.CONTROL)
        return field

    def _lay_out(self) -> None:
        t = self._t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self.head)
        column.addWidget(self._body)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, Space.UNIT)
        inner.setSpacing(Space.HALF)
        for words, widget in (
            (t.tr("Paper"), self.paper),
            (t.tr("School or event"), self.occasion),
            (t.tr("Date on the sheet"), self.day),
            (t.tr("Advisor’s first name"), self.advisor),
            (t.tr("Student’s first name"), self.first_name),
        ):
            inner.addWidget(Label(words, Role.SMALL, "text2"))
            inner.addWidget(widget)
        inner.addWidget(Label(t.tr("First names are printed only if they stand here, and are never kept."), Role.SMALL, "text2"))


def _field(name: str, words: str, longest: int) -> QLineEdit:
    field = QLineEdit(words)
    field.setMaxLength(longest)
    field.setAccessibleName(name)
    field.setMinimumHeight(Size.CONTROL)
    return field
