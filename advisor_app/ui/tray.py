"""The comparison tray at the foot of the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.ui.comparison_state import MOST_COLUMNS
from advisor_app.ui.components.button import Button, Kind
from advisor_app.ui.components.labels import Label
from advisor_app.ui.components.tray_tile import AddTile, TileRow, TrayTile
from advisor_app.ui.state import DeskState
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.ui.words import Words

if TYPE_CHECKING:
    from advisor_app.domain.columns import Column

    Describe: TypeAlias = Callable[[Column, Words], tuple[str, str]]
    """A column's short name, and its school and entry."""

_ROOMY = 3
"""With more columns than these the buttons leave their keys to the tooltip: the titles need the room."""


class Tray(QWidget):
    """Shows the state's comparison. Signals ask for the places behind its buttons."""

    open_comparison = Signal()
    open_sheet = Signal()
    add = Signal()

    def __init__(self, state: DeskState, words: Words, describe: "Describe") -> None:
        super().__init__()
        self._state = state
        self._words = words
        self._describe = describe
        self.setAccessibleName(words.tr("Comparison"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.PAD, 0, Space.PAD, 0)
        line.setSpacing(Space.UNIT)
        line.addWidget(self._head())
        line.addSpacing(Space.INSIDE)
        self._tiles = TileRow()
        line.addWidget(self._tiles, 1)
        self.sheet_button = Button(words.tr("Sheet"), icon="file-text", key="Ctrl+P")
        self.sheet_button.clicked.connect(self.open_sheet)
        self.open_button = Button(words.tr("Open comparison"), Kind.PRIMARY, key="Ctrl+↵")
        self.open_button.clicked.connect(self.open_comparison)
        line.addWidget(self.sheet_button)
        line.addWidget(self.open_button)
        state.comparison_changed.connect(self.refresh)
        self.refresh()

    def set_describe(self, describe: "Describe") -> None:
        """How columns are named, once the catalogue is open."""
        self._describe = describe
        self.refresh()

    def set_low(self, *, low: bool) -> None:
        """Windows of little height get a lower tray."""
        self.setFixedHeight(theme().grow(Size.STRIP_LOW if low else Size.STRIP, Role.SMALL, 2) - 1)

    def refresh(self) -> None:
        """Shows the state's comparison."""
        columns = self._state.comparison
        tiles: list[QWidget] = [self._tile(column) for column in columns]
        if len(columns) < MOST_COLUMNS:
            tiles.append(self._add_tile(empty=not columns))
        self._tiles.show_tiles(tiles)
        count = self._words.tr("{count} of {most}", count=len(columns), most=MOST_COLUMNS)
        self._count.setText(count if columns else self._words.tr_c("comparison", "empty"))
        self.sheet_button.setVisible(bool(columns))
        crowded = len(columns) > _ROOMY
        self.sheet_button.show_key("" if crowded else "Ctrl+P")
        self.open_button.show_key("" if crowded else "Ctrl+↵")
        for button in (self.sheet_button, self.open_button):
            button.setEnabled(self._state.comparable)
        tips = ("Ctrl+P", "Ctrl+↵") if self._state.comparable else (self._words.tr("Two programmes are needed"),) * 2
        self.sheet_button.setToolTip(tips[0])
        self.open_button.setToolTip(tips[1])

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._count = Label("", Role.SMALL, "text2", wrap=False)
        column.addStretch(1)
        column.addWidget(Label(self._words.tr("Comparison"), Role.SMALL_STRONG, wrap=False))
        column.addWidget(self._count)
        column.addStretch(1)
        return head

    def _tile(self, column: "Column") -> TrayTile:
        title, detail = self._describe(column, self._words)
        tile = TrayTile(title, detail, self._words.tr("Remove {programme} from the comparison", programme=title))
        tile.removed.connect(lambda: self._state.remove_from_comparison(column), Qt.ConnectionType.QueuedConnection)
        return tile

    def _add_tile(self, *, empty: bool) -> AddTile:
        if empty:
            hint = self._words.tr("Press {key} on a programme to put it here, two to five of them", key="{key}")
            tile = AddTile(hint, "C")
        else:
            tile = AddTile(self._words.tr("Add"))
            tile.setAccessibleName(self._words.tr("Add a programme"))
        tile.clicked.connect(self.add)
        return tile
