"""Scroll areas as a screen reader meets them."""

import sys

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from advisor_app.ui.scroll_access import install_scroll_access


class Reading(QScrollArea):
    """As places make their own."""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere nobody asks in two messages")
def test_a_scroll_area_keeps_its_children_when_its_bars_are_hidden(qtbot: QtBot) -> None:
    install_scroll_access()
    area, page = Reading(), QLabel("a page")
    qtbot.addWidget(area)
    page.setMinimumSize(4000, 4000)
    area.setWidget(page)
    area.setAccessibleName("Pages")
    area.show()
    met = QAccessible.queryAccessibleInterface(area)
    counted = met.childCount()
    assert counted == 3
    assert met.text(QAccessible.Text.Name) == "Pages"
    assert met.child(0).child(0).text(QAccessible.Text.Name) == "a page"
    area.hide()
    assert met.childCount() == counted
    assert [met.child(number).state().invisible for number in range(counted)] == [1, 1, 1]
