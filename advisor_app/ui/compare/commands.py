"""What can be done with the row and the column that the reader stands on, and the keys for it."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import Qt

from advisor_app.domain.text import Message, msg

_PLAIN, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


class Command(Enum):
    ROUTE = auto()
    SWAP = auto()
    PIN = auto()
    LEFT = auto()
    RIGHT = auto()
    REMOVE = auto()
    ASKED = auto()
    NOTE = auto()
    HIDE = auto()
    ROW_UP = auto()
    ROW_DOWN = auto()
    SAME = auto()
    OTHER = auto()


class Way(NamedTuple):
    """``shown`` is how the key is written; ``does`` what the menu says."""

    shown: str
    does: Message


OF_COLUMN: dict[Command, Way] = {
    Command.ROUTE: Way("R", msg("Another route of this programme…")),
    Command.SWAP: Way("S", msg("Swap for a related programme…")),
    Command.PIN: Way("P", msg("Keep in view at the left")),
    Command.LEFT: Way("Ctrl+←", msg("Move left")),
    Command.RIGHT: Way("Ctrl+→", msg("Move right")),
    Command.REMOVE: Way("Del", msg("Take the column out")),
}
OF_ROW: dict[Command, Way] = {
    Command.ASKED: Way("A", msg("This student asked about it")),
    Command.NOTE: Way("N", msg("Write a note…")),
    Command.HIDE: Way("H", msg("Hide the row")),
    Command.ROW_UP: Way("Alt+↑", msg("Move the row up")),
    Command.ROW_DOWN: Way("Alt+↓", msg("Move the row down")),
}
OF_COURSE: dict[Command, Way] = {
    Command.SAME: Way("Y", msg("Yes, the same course")),
    Command.OTHER: Way("X", msg("No, another course")),
}
"""What is said of courses that are probably the same."""
KEYS: dict[tuple[Qt.Key, Qt.KeyboardModifier], Command] = {
    (Qt.Key.Key_R, _PLAIN): Command.ROUTE,
    (Qt.Key.Key_S, _PLAIN): Command.SWAP,
    (Qt.Key.Key_P, _PLAIN): Command.PIN,
    (Qt.Key.Key_A, _PLAIN): Command.ASKED,
    (Qt.Key.Key_N, _PLAIN): Command.NOTE,
    (Qt.Key.Key_H, _PLAIN): Command.HIDE,
    (Qt.Key.Key_Y, _PLAIN): Command.SAME,
    (Qt.Key.Key_X, _PLAIN): Command.OTHER,
    (Qt.Key.Key_Up, _ALT): Command.ROW_UP,
    (Qt.Key.Key_Down, _ALT): Command.ROW_DOWN,
}
"""Those of the table that it does not handle itself."""
