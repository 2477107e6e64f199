"""The details of one programme: what it is, its verdict, whether it is compared, and everything known in seven tabs."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.facts import Source
from advisor_app.domain.headlines import reason_line
from advisor_app.domain.text import msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.browse import Detailed
from advisor_app.ui.browse.evidence import Voice
from advisor_app.ui.browse.lines import Line
from advisor_app.ui.browse.lines_view import LinesView
from advisor_app.ui.browse.tabs import TITLES, Tab, flagged, lines_of
from advisor_app.ui.components import Button, Control, ElidedLabel, Label, TabStrip, VerdictPill, rule
from advisor_app.ui.components import Tab as StripTab
from advisor_app.ui.tokens import Role, Space
from advisor_app.wording import Translator


class DetailPane(QWidget):
    """``compared`` asks to put the programme shown in the comparison, or to take it out."""

    compared = Signal(str)

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._t = translator
        self._today = date.today()  # noqa: DTZ011 - the age of a page is told in the advisor's own days
        self._detailed: Detailed | None = None
        self._ready: dict[Tab, tuple[Line, ...]] = {}
        self._verdict: Verdict | None = None
        self._flagged: frozenset[Tab] | None = None
        self.title = ElidedLabel("", Role.TITLE, lines=2)
        self.where = Label("", Role.SMALL, "text2")
        self.pill = VerdictPill(Verdict.NEED_INFO, translator)
        self.sentence = Label("")
        self.compare_button = Button(translator.tr("Add to comparison"), icon="plus", key="C")
        self.compare_button.setCheckable(True)
        self.tabs = self._tab_strip(frozenset(), Tab.OVERVIEW)
        self.view = LinesView()
        self.view.setAccessibleName(translator.tr("Programme details"))
        self._tab_place = _Sideways()
        self._fill()
        self.compare_button.clicked.connect(self._compare)

    @property
    def shown_id(self) -> str | None:
        return self._detailed.subject.programme.id if self._detailed else None

    @property
    def tab(self) -> Tab:
        return Tab(self.tabs.value)

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
        self._show_head(detailed)
        self.set_compared(compared=compared)
        self._show_flags(flagged(detailed))
        self._show_tab()
        if other:
            self.view.scrollToTop()

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
        line = QHBoxLayout()
        line.setSpacing(Space.PAD)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.where)
        line.addLayout(names, 1)
        line.addWidget(self.compare_button, 0, Qt.AlignmentFlag.AlignTop)
        said = QHBoxLayout()
        said.setSpacing(Space.INSIDE)
        said.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.sentence, 1)
        head.addLayout(line)
        head.addLayout(said)
        head.addSpacing(2)
        self._tab_place.hold(self.tabs)
        head.addWidget(self._tab_place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self.view, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

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

    def _show_flags(self, tabs: frozenset[Tab]) -> None:
        """The strip is made anew only when other tabs have doubts."""
        if tabs == self._flagged:
            return
        self._flagged = tabs
        focused = self.tabs.isAncestorOf(self.window().focusWidget())
        self.tabs = self._tab_strip(tabs, self.tab)
        self._tab_place.hold(self.tabs)
        if focused:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tab_strip(self, tabs: frozenset[Tab], chosen: Tab) -> TabStrip:
        t = self._t
        doubt = t.tr("There are doubts about what the page says here")
        made = TabStrip(
            t.tr("Sections of the programme"),
            [StripTab(tab, t.render(TITLES[tab]), tab in tabs, doubt if tab in tabs else "") for tab in Tab],
            chosen,
        )
        made.chosen.connect(self._tab_chosen)
        return made

    def _tab_chosen(self) -> None:
        self._show_tab()
        self._tab_place.reveal()
        self.view.scrollToTop()

    def _show_tab(self) -> None:
        if self._detailed is not None:
            if self.tab not in self._ready:
                self._ready[self.tab] = lines_of(self.tab, self._detailed, self.voice(self._detailed))
            self.view.lines.set_lines(self._ready[self.tab])

    def _compare(self) -> None:
        if self.shown_id is not None:
            self.compared.emit(self.shown_id)


class _Sideways(QScrollArea):
    """Room for the tabs: where the pane is too narrow for all of them, the chosen one is brought into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def hold(self, tabs: TabStrip) -> None:
        """Shows these tabs instead of those that were there."""
        self.setWidget(tabs)
        tabs.setAutoFillBackground(False)
        self.setFixedHeight(tabs.sizeHint().height())

    def reveal(self) -> None:
        """Brings the chosen tab into sight."""
        tabs = self.widget()
        if isinstance(tabs, TabStrip):
            chosen = next((one for one in tabs.findChildren(Control) if one.isChecked()), None)
            if chosen is not None:
                self.ensureWidgetVisible(chosen, 40, 0)
