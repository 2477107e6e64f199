"""The results: how many, in which order, and the list; or what to do where nothing was found."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.text import Message, msg
from advisor_app.services.browse import Browsed, Order
from advisor_app.ui.browse.results_view import ResultsView
from advisor_app.ui.components import (
    Button,
    ElidedLabel,
    IconButton,
    IconLabel,
    Kind,
    Label,
    LoadingLine,
    PaneBar,
    Part,
    PartsLabel,
)
from advisor_app.ui.itemmodels.programmes import Chunk, ProgrammesModel
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

ORDERS: dict[Order, Message] = {
    Order.FIT: msg("Best fit first"),
    Order.NAME: msg("By name"),
    Order.PRICE: msg("By price"),
    Order.DURATION: msg("By length"),
    Order.SCHOOL: msg("By school"),
}

_WORDS_FROM = 330  # pixels of width, from which there is room for the words of the order
_LONGEST = 60
"""Letters of what was typed that are repeated when nothing is found."""


class ResultsPane(QWidget):
    """``ordered`` says that another order was chosen; ``search_cleared`` and ``facets_cleared`` ask for what they say."""

    ordered = Signal()
    search_cleared = Signal()
    facets_cleared = Signal()

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._t = translator
        self._order = Order.FIT
        self._descending = False
        self._shown: tuple[Part, ...] = ()
        self.model = ProgrammesModel(translator, self)
        self.view = ResultsView(self.model, translator)
        self.count = PartsLabel((), Role.SMALL)
        self.sort = Button(translator.render(ORDERS[self._order]), Kind.GHOST, trailing="chevron-down", tone="text2")
        self.memory = IconButton("bookmark", translator.tr("Recent, pinned and saved"), size=Size.ICON_LINE)
        self.memory.setToolTip(f"{self.memory.accessibleName()}  (Ctrl+H)")
        self.corrected = _Corrected(translator)
        self.loading = LoadingLine(translator)
        self.nothing = _Nothing(translator)
        self._wishes = _wish_note(translator)
        self._stack = QStackedWidget()
        self._fill()
        self._orders = self._menu()
        self.sort.setMenu(self._orders)
        self.nothing.search.clicked.connect(self.search_cleared)
        self.nothing.facets.clicked.connect(self.facets_cleared)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().width() >= _WORDS_FROM
        self.sort.icon_name = None if roomy else "arrow-down"
        self.sort.show_words(shown=roomy)

    @property
    def order(self) -> Order:
        return self._order

    @property
    def descending(self) -> bool:
        return self._descending

    def show_found(self, found: Browsed, chunks: Sequence[Chunk], *, wishes: bool) -> None:
        """Shows what was found, with its first rows in words. ``wishes``: the student has some."""
        self.model.show(found, chunks)
        counted = self._counted(found)
        if counted != self._shown:
            self._shown = counted
            self.count.set_parts(counted)
        self._wishes.setVisible(wishes and bool(found))
        self.corrected.show_text(found.corrected if found else None)
        if not found:
            narrowed = any(found.query.selected.values())
            self.nothing.show_why(found.query.text, narrowed=narrowed, total=found.total)
        self._stack.setCurrentIndex(0 if found else 1)

    def _counted(self, found: Browsed) -> tuple[Part, ...]:
        programmes = self._t.tr_n("{count} programme", "{count} programmes", len(found))
        routes = self._t.tr_n("{count} route", "{count} routes", found.routes)
        return (Part(programmes, strong=True), Part(f"\n{routes}", tone="text2"))

    def _fill(self) -> None:
        bar = PaneBar()
        bar.line.setContentsMargins(Space.PAD, Space.HALF, Space.UNIT, Space.HALF)
        bar.line.addWidget(self.count, 1)
        bar.line.addWidget(self.memory)
        bar.line.addWidget(self.sort)
        self.sort.setAccessibleName(self._sort_name())
        listed = QWidget()
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.view, 1)
        inner.addWidget(self._wishes)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.loading)
        column.addWidget(self.corrected)
        column.addWidget(self._stack, 1)
        self.setFixedWidth(Size.RESULTS)

    def _sort_name(self) -> str:
        order = self._t.render(ORDERS[self._order])
        return (
            self._t.tr("Sorted: {order}, reversed", order=order) if self._descending else self._t.tr("Sorted: {order}", order=order)
        )

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order, words in ORDERS.items():
            action = QAction(self._t.render(words), menu)
            action.setCheckable(True)
            action.setData(order)
            action.triggered.connect(lambda _on=False, order=order: self.sort_by(order))
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        self._reverse = menu.addAction(self._t.tr("The other way round"))
        self._reverse.setCheckable(True)
        self._reverse.triggered.connect(lambda on: self.sort_by(self._order, descending=on))
        self._show_order(menu)
        return menu

    def sort_by(self, order: Order, *, descending: bool = False) -> None:
        """Chooses an order and asks for it."""
        self.set_order(order, descending=descending)
        self.ordered.emit()

    def set_order(self, order: Order, *, descending: bool = False) -> None:
        """Shows another order as chosen; says nothing."""
        self._order, self._descending = order, descending
        self._show_order(self._orders)
        self.sort.setText(self._t.render(ORDERS[order]))
        self.sort.setAccessibleName(self._sort_name())
        self.sort.updateGeometry()

    def _show_order(self, menu: QMenu) -> None:
        for action in menu.actions():
            action.setChecked((action is self._reverse and self._descending) or action.data() == self._order)


class _Corrected(IconLabel):
    """That a mistake of typing was forgiven, and for what."""

    def __init__(self, translator: Translator) -> None:
        super().__init__("search", " ", "text", Role.SMALL)
        self._t = translator
        self.setProperty("ground", "confirm-bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(Space.PAD, Space.UNIT, Space.PAD, Space.UNIT)
        self.hide()

    def show_text(self, corrected: str | None) -> None:
        if corrected is not None:
            self.label.setText(self._t.tr("Showing results for {text}", text=self._t.quoted(corrected)))
        self.setVisible(corrected is not None)


class _Nothing(QWidget):
    """Nothing found: why, and the two ways out."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._t = translator
        self.title = ElidedLabel("", Role.SECTION, lines=3)
        self.advice = Label("", Role.BODY, "text2")
        self.search = Button(translator.tr("Clear the search"), icon="x", key=translator.tr("Esc"))
        self.facets = Button(translator.tr("Clear the facets"), icon="x", key="X")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAD, Space.WIDE, Space.PAD, Space.PAD)
        column.setSpacing(Space.UNIT)
        column.addWidget(self.title)
        column.addWidget(self.advice)
        for button in (self.search, self.facets):
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
        column.addStretch(1)

    def show_why(self, text: str, *, narrowed: bool, total: int) -> None:
        t, typed = self._t, " ".join(text.split())
        shown = typed if len(typed) <= _LONGEST else f"{typed[:_LONGEST]}…"
        self.title.setText(t.tr("No programme for {text}", text=t.quoted(shown)) if typed else t.tr("No programme here"))
        if not total:
            self.advice.setText(t.tr("The catalogue holds no programme. Open another one."))
        else:
            said = t.tr_n(
                "The catalogue holds {count} programme. Every word must be found in it: fewer words find more.",
                "The catalogue holds {count} programmes. Every word must be found in one: fewer words find more.",
                total,
            )
            chosen = t.tr("No programme has everything that is chosen on the left.")
            self.advice.setText(said if typed else chosen)
        self.search.setVisible(bool(text))
        self.facets.setVisible(narrowed)


def _wish_note(translator: Translator) -> QWidget:
    note = IconLabel("info", translator.tr("A wish that is not met never changes a verdict."))
    layout = note.layout()
    if layout is not None:
        layout.setContentsMargins(Space.PAD, Space.INSIDE, Space.PAD, Space.INSIDE)
    note.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return note
