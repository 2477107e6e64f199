"""The details of one programme: what it is, its verdict, whether it is compared, and everything known in nine tabs."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.facts import Source
from advisor_app.domain.headlines import reason_line
from advisor_app.domain.text import msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.detailed import Detailed
from advisor_app.services.shelf import Kept
from advisor_app.ui.browse.evidence import Voice
from advisor_app.ui.browse.lines import Line, as_text
from advisor_app.ui.browse.lines_view import LinesView
from advisor_app.ui.browse.tab_titles import TITLES, Tab
from advisor_app.ui.browse.tabs import flagged, lines_of
from advisor_app.ui.components import Button, ElidedLabel, IconButton, Label, TabStrip, VerdictPill, rule
from advisor_app.ui.components import Tab as StripTab
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

_WORDS_FROM = 560  # pixels of width, from which there is room for the words of the compare button beside the title
_TAB_SIDE = 10  # what a tab has on either side: the first one's words stand under the title


class DetailPane(QWidget):
    """``compared`` asks to put the programme shown in the comparison, or to take it out; ``copied`` names what was copied."""

    compared = Signal(str)
    copied = Signal(str)
    pinned = Signal()
    """Asks to pin the programme shown, or to take its pin out."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._t = translator
        self._today = date.today()  # noqa: DTZ011 - the age of a page is told in the advisor's own days
        self._detailed: Detailed | None = None
        self._ready: dict[Tab, tuple[Line, ...]] = {}
        self._related: tuple[Line, ...] = ()
        self._verdict: Verdict | None = None
        self.title = ElidedLabel("", Role.TITLE, lines=2)
        self.where = Label("", Role.SMALL, "text2")
        self.pill = VerdictPill(Verdict.NEED_INFO, translator)
        self.sentence = Label("")
        self.compare_button = Button(translator.tr("Add to comparison"), icon="plus", key="C")
        self.compare_button.setCheckable(True)
        self.pin_button = IconButton("pin", translator.tr("Pin this programme"), edged=True)
        self.pin_button.setCheckable(True)
        self.pin_button.setToolTip(f"{self.pin_button.accessibleName()}  (P)")
        self.copy_button = IconButton("copy", translator.tr("Copy this section as text"), size=Size.ICON_LINE)
        self.tabs = TabStrip(
            translator.tr("Sections of the programme"),
            self._strip_tabs(frozenset()),
            Tab.OVERVIEW,
            more=translator.tr("More sections"),
        )
        self.view = LinesView()
        self.view.setAccessibleName(translator.tr("Programme details"))
        self._fill()
        self.compare_button.clicked.connect(self._compare)
        self.copy_button.clicked.connect(self.copy_section)
        self.pin_button.clicked.connect(self._ask_to_pin)
        self.tabs.chosen.connect(self._tab_chosen)

    @property
    def kept(self) -> Kept | None:
        """The programme shown, as it is remembered."""
        if self._detailed is None:
            return None
        subject = self._detailed.subject
        return Kept(subject.programme.id, subject.programme.name, subject.institution.short_name)

    @property
    def shown_id(self) -> str | None:
        return self._detailed.subject.programme.id if self._detailed else None

    @property
    def tab(self) -> Tab:
        return Tab(self.tabs.value)

    @property
    def today(self) -> date:
        """The day on which ages are told."""
        return self._today

    def set_today(self, today: date) -> None:
        """The day on which ages are told; the computer's unless set."""
        self._today = today
        self._ready = {}
        self._show_tab()

    def voice(self, detailed: Detailed) -> Voice:
        """What the words of a programme need."""
        return Voice(self._t, self._today, detailed.subject.sources)

    def show_details(self, detailed: Detailed, *, compared: bool, ready: tuple[Tab, tuple[Line, ...]] | None = None) -> None:
        """Shows a programme. The tab stays; another programme is shown from its top. ``ready`` are lines made beforehand."""
        other = detailed.subject.programme.id != self.shown_id
        self._detailed = detailed
        self._ready = dict([ready] if ready else ())
        self._related = () if other else self._related
        self._show_head(detailed)
        self.set_compared(compared=compared)
        self.tabs.show_tabs(self._strip_tabs(flagged(detailed)))
        self._show_tab()
        if other:
            self.view.scrollToTop()

    def set_pinned(self, *, pinned: bool) -> None:
        """Whether the programme shown is pinned."""
        self.pin_button.setChecked(pinned)
        self.pin_button.setAccessibleName(self._t.tr("Take out the pin") if pinned else self._t.tr("Pin this programme"))

    def show_related(self, programme_id: str, lines: tuple[Line, ...]) -> None:
        """Related programmes, under the overview of the programme that they belong to."""
        if programme_id == self.shown_id:
            self._related = lines
            self._show_tab()

    def set_compared(self, *, compared: bool) -> None:
        """Whether the programme shown is in the comparison."""
        words = self._t.tr("In comparison") if compared else self._t.tr("Add to comparison")
        self.compare_button.setChecked(compared)
        if words != self.compare_button.text():
            self.compare_button.setText(words)
            self.compare_button.updateGeometry()

    def choose_tab(self, tab: Tab) -> None:
        self.tabs.set_value(tab)
        self._tab_chosen()

    def _fill(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(Space.DETAIL, Space.INSIDE, Space.DETAIL, 0)
        head.setSpacing(Space.HALF)
        head.addLayout(self._title_line())
        said = QHBoxLayout()
        said.setSpacing(Space.INSIDE)
        said.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.sentence, 1)
        head.addLayout(said)
        head.addSpacing(2)
        sections = QHBoxLayout()
        sections.setContentsMargins(Space.DETAIL - _TAB_SIDE, 0, Space.INSIDE, 0)
        sections.setSpacing(0)
        sections.addWidget(self.tabs, 1)
        sections.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(sections)
        column.addWidget(rule())
        column.addWidget(self.view, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _title_line(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.where)
        line = QHBoxLayout()
        line.setSpacing(Space.UNIT)
        line.addLayout(names, 1)
        line.addSpacing(Space.UNIT)
        line.addWidget(self.pin_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.compare_button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _show_head(self, detailed: Detailed) -> None:
        subject, t = detailed.subject, self._t
        self.title.setText(subject.programme.name)
        source = subject.sources.get(subject.programme.source)
        self.where.setText(t.tr("{school} · {page}", school=subject.institution.short_name, page=self._page(source)))
        if detailed.check.verdict is not self._verdict:
            self._verdict = detailed.check.verdict
            self.pill.show_verdict(self._verdict, t)
        self.sentence.setText(self._sentence(detailed))
        self.setAccessibleName(subject.programme.name)

    def _page(self, source: Source | None) -> str:
        t = self._t
        if source is None or source.dated is None:
            return t.tr("page without a date")
        day, age = t.short_date(source.dated, day_known=source.day_known), t.age_old(source.dated, self._today)
        if not source.day_known:
            return t.tr("page of {month}, {age}", month=day, age=age)
        return t.tr("page of {day}, {age}", day=day, age=age)

    def _sentence(self, detailed: Detailed) -> str:
        t = self._t
        reason = t.sentence(reason_line(detailed.check)).rstrip(".")
        if detailed.check.verdict is Verdict.CAN_APPLY:
            decides = t.render(msg("Conditions met on what you told us; the school decides."))
            return f"{reason}. {decides}"
        return f"{reason}."

    def _strip_tabs(self, doubtful: frozenset[Tab]) -> list[StripTab]:
        t = self._t
        doubt = t.tr("there are doubts about what the page says here")
        return [StripTab(tab, t.render(TITLES[tab]), tab in doubtful, doubt if tab in doubtful else "") for tab in Tab]

    def _tab_chosen(self) -> None:
        self._show_tab()
        self.view.scrollToTop()

    def _show_tab(self) -> None:
        if self._detailed is not None:
            if self.tab not in self._ready:
                self._ready[self.tab] = lines_of(self.tab, self._detailed, self.voice(self._detailed))
            related = self._related if self.tab is Tab.OVERVIEW else ()
            self.view.lines.set_lines((*self._ready[self.tab], *related))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.compare_button.show_words(shown=event.size().width() >= _WORDS_FROM)

    def _ask_to_pin(self) -> None:
        self.pinned.emit()

    def _compare(self) -> None:
        if self.shown_id is not None:
            self.compared.emit(self.shown_id)

    def copy_section(self) -> None:
        """Puts all of the tab on the clipboard as text, under the programme's name."""
        if self._detailed is not None:
            title = f"{self._detailed.subject.programme.name} · {self._t.render(TITLES[self.tab])}"
            QGuiApplication.clipboard().setText("\n".join([title, *as_text(self.view.lines.lines)]))
            self.copied.emit(self._t.render(TITLES[self.tab]))
