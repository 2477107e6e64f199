"""What the program trusts Qt's bindings with (docs/adr/0011)."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 5_000
SLACK = 100  # what the interpreter does meanwhile


def test_calls_that_return_nothing_take_no_reference_away(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("")
    assert sys.getrefcount(None) > before - SLACK
