"""The way forward under a verdict: the smallest change first, each with one action."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from advisor_app.ui.components.button import Button, Kind
from advisor_app.ui.components.card import Card
from advisor_app.ui.components.icon_label import IconLabel
from advisor_app.ui.components.icon_view import IconView
from advisor_app.ui.components.labels import Part, PartsLabel
from advisor_app.ui.tokens import Role, Space

MOST = 3


class Way(NamedTuple):
    """``what`` to change, ``gives`` what it would bring, and the action that goes there (none: only said)."""

    what: str
    gives: str = ""
    action: str = ""
    on_action: Callable[[], None] | None = None


class WayForwardCard(Card):
    """Shows at most three ways."""

    def __init__(self, heading: str, ways: Sequence[Way]) -> None:
        super().__init__("accent-soft")
        self.setAccessibleName(heading)
        self.column.setContentsMargins(Space.PAD, Space.UNIT, Space.UNIT, Space.UNIT)
        self.column.setSpacing(0)
        self.column.addWidget(IconLabel("signpost", heading, "accent", Role.SMALL_STRONG))
        for way in ways[:MOST]:
            self.column.addLayout(self._row(way))

    def _row(self, way: Way) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.UNIT + 2)
        line.addWidget(IconView("arrow-right", "accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        gives = [Part(f" {way.gives}")] if way.gives else []
        line.addWidget(PartsLabel([Part(way.what, strong=True), *gives]), 1)
        if way.action:
            button = Button(way.action, Kind.GHOST)
            button.setAccessibleDescription(f"{way.what} {way.gives}".strip())
            if way.on_action is not None:
                button.clicked.connect(lambda _on=False, action=way.on_action: action())
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line
