"""The palette: what is typed finds what can be done, programmes included, and Enter does it."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.verdicts import Verdict
from advisor_app.services.look_up import Hit
from advisor_app.ui.commands import Command
from advisor_app.ui.palette.palette import Palette
from advisor_app.ui.palette.ranking import ranked
from advisor_app.ui.tasks import SynchronousTasks
from advisor_app.wording import Translator

Key = Qt.Key
TITLES = ("Next student", "Open comparison", "Level", "Language: Français", "Copy this section as text", "Éligibilité")


def commands(done: list[str]) -> list[Command]:
    return [Command(title=title, run=partial(done.append, title), key="K", group="Anywhere") for title in TITLES]


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[], tuple[Palette, list[str]]]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()

    def made() -> tuple[Palette, list[str]]:
        done: list[str] = []
        hit = Hit("affairs", "Master of Affairs", "North", Verdict.CAN_APPLY)

        def look_up(text: str) -> tuple[Hit, ...]:
            return (hit,) if text.startswith("aff") else ()

        tasks = SynchronousTasks(lambda error: done.append(f"failed: {error}"))
        palette = Palette(commands(done), Translator("en"), tasks, look_up, lambda one: done.append(f"opened {one}"), window)
        palette.open_over(window)
        return palette, done

    return made


def shown(palette: Palette) -> list[str]:
    return [command.title for command in palette.model.commands]


def test_everything_is_there_before_anything_is_typed(opened: Callable[[], tuple[Palette, list[str]]]) -> None:
    palette, _ = opened()
    assert shown(palette) == list(TITLES)


def test_beginnings_of_words_find_accents_or_not_and_enter_does_it(opened: Callable[[], tuple[Palette, list[str]]]) -> None:
    palette, done = opened()
    QTest.keyClicks(palette.field, "eligi")
    assert shown(palette) == ["Éligibilité"]
    QTest.keyClick(palette.field, Key.Key_Return)
    assert done == ["Éligibilité"]


def test_arrows_choose(opened: Callable[[], tuple[Palette, list[str]]]) -> None:
    palette, done = opened()
    QTest.keyClick(palette.field, Key.Key_Down)
    QTest.keyClick(palette.field, Key.Key_Down)
    QTest.keyClick(palette.field, Key.Key_Up)
    QTest.keyClick(palette.field, Key.Key_Return)
    assert done == ["Open comparison"]


def test_programmes_are_found_too(opened: Callable[[], tuple[Palette, list[str]]]) -> None:
    palette, done = opened()
    QTest.keyClicks(palette.field, "aff")
    assert shown(palette) == ["Master of Affairs"]
    QTest.keyClick(palette.field, Key.Key_Return)
    assert done == ["opened affairs"]


def test_nothing_found_is_said(opened: Callable[[], tuple[Palette, list[str]]]) -> None:
    palette, done = opened()
    QTest.keyClicks(palette.field, "zzzz")
    assert shown(palette) == []
    assert palette._nothing.isVisible()
    QTest.keyClick(palette.field, Key.Key_Return)
    assert done == []


def test_a_slip_of_the_keyboard_is_forgiven() -> None:
    assert [one.title for one in ranked(commands([]), "comparisn")] == ["Open comparison"]
    assert ranked(commands([]), "xq") == ()


def test_what_a_row_says_aloud(opened: Callable[[], tuple[Palette, list[str]]]) -> None:
    palette, _ = opened()
    assert palette.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Next student, Anywhere, K"
    assert palette.field.accessibleName() == "What do you want to do?"
