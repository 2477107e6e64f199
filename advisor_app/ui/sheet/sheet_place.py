"""The Sheet place: what prints, page by page, and the way to paper, PDF or a message."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.claims.check import Claim
from advisor_app.domain.columns import Column
from advisor_app.domain.curriculum import Decisions
from advisor_app.domain.look import NEUTRAL, Look
from advisor_app.services.keeper import Keeper
from advisor_app.sheets.spots import Spot
from advisor_app.ui.clock import local_today
from advisor_app.ui.components import Button, ElidedLabel, EmptyPlace, Kind, Label, LoadingLine, PaneBar, rule
from advisor_app.ui.itemmodels.pages import PagesModel
from advisor_app.ui.place import Desk, Place
from advisor_app.ui.sheet.chosen import Chosen
from advisor_app.ui.sheet.claims_said import lines_of, state_of
from advisor_app.ui.sheet.handing_over import HandingOver
from advisor_app.ui.sheet.memory import SheetMemory
from advisor_app.ui.sheet.pages_view import PagesView
from advisor_app.ui.sheet.panel import SheetPanel
from advisor_app.ui.sheet.preview import OpenCatalogue, Prepared, Wanted, drawable_look, pages_again, prepare, spots_of
from advisor_app.ui.sheet.thumbnails import Thumbnails
from advisor_app.ui.sheet.zoom_button import ZoomButton
from advisor_app.ui.tokens import Role, Space

PREVIEW, LOOK, SPOTS = "sheet-preview", "sheet-look", "sheet-spots"
_ROOMY = 1000  # pixels of width: under them the page itself takes what the small pages would


class SheetPlace(Place):
    """Renders again whenever anything changes that is on the sheet; the old pages stay meanwhile."""

    def __init__(
        self,
        desk: Desk,
        open_catalogue: OpenCatalogue,
        memory: SheetMemory | None = None,
        pinned: Callable[[], tuple[Column, ...]] = tuple,
        judged: Keeper[Decisions] | None = None,
        clock: Callable[[], date] = local_today,
    ) -> None:
        super().__init__(desk)
        self._pinned = pinned
        t = desk.words
        self._open = open_catalogue
        self._memory = memory if memory is not None else SheetMemory()
        self._prepared: Prepared | None = None
        self._asked: Wanted | None = None
        self._look = NEUTRAL
        self._clock, self._today = clock, clock()
        self.pages = PagesModel(t, self)
        self.thumbnails = Thumbnails(self.pages, t)
        self.view = PagesView(t.tr("Sheet preview"))
        self.panel = SheetPanel(t, self._memory, self._today)
        self._chosen = Chosen(desk.state, self.panel, self._memory, judged)
        self.hand_over = HandingOver(self, desk, self._memory, lambda: self._prepared if self._shows_sheet else None)
        self.loading = LoadingLine(t, t.tr("Setting the sheet…"))
        self.note = ElidedLabel("", Role.SMALL, "text2", lines=1)
        self.zoom = ZoomButton(t, self.view)
        self.back = Button(t.tr("To the programmes"), Kind.PRIMARY, icon="library")
        self._stack = QStackedWidget()
        self._fill()
        self._connect()

    # --- what the frame asks

    def activate(self) -> None:
        self.desk.tasks.submit(LOOK, drawable_look, self._take_look, receiver=self)
        self._refresh()
        if self._shows_sheet:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        t = self.desk.words
        return (
            (t.tr("Ctrl+S"), t.tr("Save the sheet as PDF")),
            (t.tr("Ctrl+Shift+P"), t.tr("Print the sheet")),
            ("Ctrl+E", t.tr("Draft an e-mail with the sheet attached")),
            ("Ctrl+Shift+S", t.tr("Save several sheets at once")),
            ("Ctrl+Shift+O", t.tr("Open the folder of the sheets")),
            ("Ctrl++  Ctrl+-  Ctrl+1", t.tr("Larger, smaller, size on paper")),
            ("Ctrl+0  Ctrl+9", t.tr("Fit width, fit page")),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY
        self.thumbnails.setVisible(roomy)
        self._edge.setVisible(roomy)

    # --- building

    def _fill(self) -> None:
        t = self.desk.words
        bar = PaneBar()
        bar.line.addWidget(Label(t.tr("Sheet"), Role.TITLE, wrap=False))
        bar.line.addSpacing(Space.UNIT)
        bar.line.addWidget(self.panel.kind)
        bar.line.addSpacing(Space.UNIT)
        bar.line.addWidget(self.note, 1)
        bar.line.addWidget(self.zoom)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.thumbnails)
        self._edge = rule(vertical=True)
        line.addWidget(self._edge)
        line.addWidget(self.view, 1)
        line.addWidget(rule(vertical=True))
        line.addWidget(self.panel)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.loading)
        column.addLayout(line, 1)
        self._stack.addWidget(shown)
        self._stack.addWidget(self._empty())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _empty(self) -> QWidget:
        t = self.desk.words
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, Space.UNIT, 0, 0)
        line.addWidget(self.back)
        line.addStretch(1)
        return EmptyPlace(
            t.tr("There is nothing to put on a sheet yet"),
            t.tr("Put programmes into the comparison with the key C, or say something about the student: what prints then shows."),
            middle=holder,
        )

    def _ways_out(self) -> QMenu:
        t, menu = self.desk.words, QMenu(self)
        for words, keys, act in (
            (t.tr("Draft an e-mail with the sheet attached"), "Ctrl+E", self.hand_over.mail),
            (t.tr("Open the folder of the sheets"), "Ctrl+Shift+O", self.hand_over.open_folder),
            (t.tr("Save several sheets at once…"), "Ctrl+Shift+S", self.several),
        ):
            menu.addAction(f"{words}\t{keys}", act)
        return menu

    def _connect(self) -> None:
        state = self.desk.state
        state.comparison_changed.connect(self._refresh)
        state.student_changed.connect(self._student_changed)
        state.supposing_changed.connect(self._refresh)
        state.kept_changed.connect(self._refresh)
        state.decisions_changed.connect(self._refresh)
        state.selected_changed.connect(self._refresh)
        self.panel.changed.connect(self._refresh)
        self.panel.save_button.clicked.connect(self.hand_over.save)
        self.panel.print_button.clicked.connect(self.hand_over.print)
        self.panel.set_more(self._ways_out())
        self.view.dpi_wanted.connect(self._render_again)
        self.view.page_shown.connect(self.thumbnails.show_page)
        self.view.zoomed.connect(self.zoom.step)
        self.thumbnails.chosen.connect(self.view.go_to)
        self.panel.claims.sought.connect(self._seek)
        self.back.clicked.connect(lambda: state.go("programmes"))
        self.loading.cancelled.connect(lambda: self.desk.tasks.cancel(PREVIEW))
        for keys, act in (
            (("Ctrl+S",), self.hand_over.save),
            (("Ctrl+Shift+P",), self.hand_over.print),
            (("Ctrl+E",), self.hand_over.mail),
            (("Ctrl+Shift+O",), self.hand_over.open_folder),
            (("Ctrl+Shift+S",), self.several),
            (("Ctrl++", "Ctrl+="), partial(self.zoom.step, 1)),
            (("Ctrl+-",), partial(self.zoom.step, -1)),
            (("Ctrl+0", "Ctrl+À"), partial(self.zoom.choose, "width")),
            (("Ctrl+9", "Ctrl+Ç"), partial(self.zoom.choose, "page")),
            (("Ctrl+1", "Ctrl+&"), partial(self.zoom.choose, 100)),
        ):
            shortcut = QShortcut(self)  # works only while the place is in sight
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.activated.connect(act)

    # --- the preview

    @property
    def _shows_sheet(self) -> bool:
        return self._stack.currentIndex() == 0

    @property
    def wanted(self) -> Wanted | None:
        """The sheet that is chosen, for this student and comparison; ``None`` where there is nothing to put on one."""
        if (today := self._clock()) != self._today:  # the window has stood open over night
            self._today = today
            self.panel.details.set_today(today)
        return self._chosen.wanted(today, self._look)

    def _take_look(self, look: Look) -> None:
        """The school's own look, read again whenever the place is shown: its file may have been changed."""
        self._look = look
        self._refresh()

    def _student_changed(self) -> None:
        if self.desk.state.actual.empty:
            self.panel.details.forget_student()
        self._refresh()

    def _refresh(self) -> None:
        """Makes the sheet anew where something changed that is on it; unseen places wait until they are shown."""
        wanted = self.wanted
        self._stack.setCurrentIndex(0 if wanted else 1)
        if wanted is None or self.desk.state.place != "sheet":
            return
        self.panel.show_kind(wanted.request.kind, self._chosen.possible())
        if wanted == self._asked:
            return
        self._asked = wanted
        dpi, opened, choices = self.view.dpi, self._open, self._chosen.programmes()
        self.loading.start()
        self.desk.tasks.submit(PREVIEW, lambda: prepare(opened, wanted, choices, dpi), self._show, self._failed, receiver=self)

    def _render_again(self, dpi: int) -> None:
        prepared = self._prepared
        if prepared is not None and dpi != prepared.dpi and prepared.wanted == self._asked:
            self.loading.start()
            self.desk.tasks.submit(PREVIEW, lambda: pages_again(prepared, dpi), self._show, self._failed, receiver=self)

    def _show(self, prepared: Prepared) -> None:
        t = self.desk.words
        self.loading.stop()
        if self._prepared is None or self._prepared.proof is not prepared.proof:
            self.view.show_spots(())
        self._prepared = prepared
        self.pages.set_pages(prepared.pages)
        self.view.set_pages(prepared.pages, prepared.dpi)
        self.view.setAccessibleDescription("; ".join((prepared.proof.made.title, *prepared.names)))
        if not self.thumbnails.currentIndex().isValid():
            self.thumbnails.show_page(0)
        self.panel.show_programmes(prepared.choices, prepared.wanted.request)
        self.panel.claims.show_claims(state_of(prepared.proof, t), lines_of(prepared.proof, prepared.silent, t))
        paper = {"a4": "A4", "letter": t.tr("Letter")}[prepared.wanted.options.paper]
        self.note.setText(
            t.tr_n(
                "exactly what prints · {count} page, {paper}",
                "exactly what prints · {count} pages, {paper}",
                len(prepared.pages),
                paper=paper,
            )
        )

    def _seek(self, claims: Sequence[Claim]) -> None:
        """Shows where on the pages that is printed which was unfolded in the panel; folding it takes the rings away."""
        prepared = self._prepared
        self.view.show_spots(())
        self.desk.tasks.cancel(SPOTS)
        if prepared is not None and claims:
            show = partial(self._show_spots, prepared)
            self.desk.tasks.submit(SPOTS, partial(spots_of, prepared, claims), show, self.desk.report, receiver=self)

    def _show_spots(self, prepared: Prepared, spots: Sequence[Spot]) -> None:
        if self._prepared is not None and self._prepared.proof is prepared.proof:  # else other pages are there by now
            self.view.show_spots(spots)

    def _failed(self, error: BaseException) -> None:
        self._asked = None
        self.loading.stop()
        self.desk.report(error)

    # --- several at once

    def several(self) -> None:
        """Opens the dialog that saves many sheets in one go."""
        wanted = self.wanted
        if wanted is None:
            return
        from advisor_app.ui.sheet.many_dialog import ManyDialog, Offered  # late: seldom opened

        offered = Offered(self.desk.state.comparison, self._pinned(), self.hand_over.folder)
        dialog = ManyDialog(self.desk, self._open, wanted, offered, self)
        dialog.saved.connect(self._memory.saved_in)
        dialog.open()
