"""The claim check in the panel: whether the sheet can be handed over, and one row for each thing that was found."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.components import Button, IconView, Kind, Label, Pill, rule
from advisor_app.ui.looks import Look
from advisor_app.ui.sheet.claims_said import ClaimLine
from advisor_app.ui.tokens import Role, Space
from advisor_app.wording import Translator


class ClaimsList(QWidget):
    """Rows stay unfolded, and the focus stays where it is, while the same things are found again.

    ``sought`` gives the claims whose row was just unfolded, or none where it was folded again.
    """

    sought = Signal(object)

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._t = translator
        self._shown: tuple[ClaimLine, ...] | None = None
        self._open: set[str] = set()
        self.after: QWidget | None = None
        """What the Tab key leaves for the first row."""
        self.state = Pill(Look("file-check", "text2"), translator.tr("Not checked yet"))
        head = QHBoxLayout()
        head.setSpacing(Space.UNIT)
        head.addWidget(Label(translator.tr("Claim check"), Role.STRONG), 1)
        head.addWidget(self.state)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addLayout(head)
        column.addLayout(self._rows)

    @property
    def rows(self) -> list["_Row"]:
        return [widget for widget in self.findChildren(_Row) if not widget.isHidden()]

    def show_claims(self, state: tuple[Look, str], lines: Sequence[ClaimLine]) -> None:
        """What was found in the sheet that is now in sight."""
        self.state.show_look(*state)
        self.state.setAccessibleName(self._t.tr("Claim check: {state}", state=state[1]))
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        focused = next((row.line.key for row in self.rows if row.toggle is not None and row.toggle.hasFocus()), None)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._rows.addWidget(rule())
            row = _Row(line, self._t, line.key in self._open)
            self._rows.addWidget(row)
            row.show()  # at once, or the panel would be short of it for a moment
            if row.toggle is not None:
                row.toggle.clicked.connect(partial(self._toggled, row))
                if line.key == focused:
                    row.toggle.setFocus(Qt.FocusReason.OtherFocusReason)

        self._order_tabs()

    def _order_tabs(self) -> None:
        """Rows made anew would come last."""
        before = self.after
        for toggle in (row.toggle for row in self.rows if row.toggle is not None):
            if before is not None:
                QWidget.setTabOrder(before, toggle)
            before = toggle

    def _toggled(self, row: "_Row", _on: bool = False) -> None:
        (self._open.add if row.unfolded else self._open.discard)(row.line.key)
        self.sought.emit(row.line.claims if row.unfolded else ())


class _Row(QWidget):
    def __init__(self, line: ClaimLine, t: Translator, unfolded: bool) -> None:
        super().__init__()
        self.line = line
        self._t = t
        self.toggle: Button | None = None
        self._more = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.HALF, 0, Space.HALF)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._more)
        self._fill_more()
        self._unfold(unfolded)

    @property
    def unfolded(self) -> bool:
        return not self._more.isHidden()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(Space.UNIT)
        icon = IconView(self.line.icon, self.line.tone)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 3, 0, 0)
        beside.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        beside.addStretch(1)
        head.addLayout(beside)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.line.title, Role.STRONG))
        for line in self.line.lines:
            words.addWidget(Label(line, Role.SMALL, "text2"))
        head.addLayout(words, 1)
        if self.line.more:
            self.toggle = Button("", Kind.GHOST)
            self.toggle.clicked.connect(lambda: self._unfold(not self.unfolded))
            head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _fill_more(self) -> None:
        column = QVBoxLayout(self._more)
        column.setContentsMargins(Space.WIDE, Space.HALF, 0, Space.HALF)
        column.setSpacing(Space.HALF)
        for words in self.line.more:
            column.addWidget(Label(words, Role.SMALL))

    def _unfold(self, on: bool) -> None:
        self._more.setVisible(on)
        if self.toggle is None:
            return
        self.toggle.setText(self._t.tr("Less") if on else self._t.tr("Show"))
        self.toggle.setAccessibleName(f"{self.toggle.words}: {self.line.title}")
        self.toggle.updateGeometry()
