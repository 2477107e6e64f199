"""A desk for tests of one place: a real state, tasks that run at once, and what was said and reported kept in lists."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.text import Lang
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.shelf import Shelf
from advisor_app.ui.components import Control
from advisor_app.ui.components.message_bar import Severity
from advisor_app.ui.place import Desk
from advisor_app.ui.state import DeskState
from advisor_app.ui.tasks import SynchronousTasks, Tasks
from advisor_app.wording import Translator
from tests.ui.small_catalogue import SmallCatalogue


@dataclass
class Heard:
    """What the window would have shown."""

    said: list[tuple[str, Severity]] = field(default_factory=list)
    actions: list[Callable[[], None] | None] = field(default_factory=list)
    reported: list[BaseException] = field(default_factory=list)

    def say(self, text: str, severity: Severity = "news", *, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        self.said.append((text, severity))
        self.actions.append(on_action)


def make_desk(lang: Lang = "en", tasks: Tasks | None = None) -> tuple[Desk, Heard]:
    heard = Heard()
    runner = tasks or SynchronousTasks(heard.reported.append)
    desk = Desk(state=DeskState(lang), words=Translator(lang), tasks=runner, say=heard.say, report=heard.reported.append)
    return desk, heard


def show_alone(qtbot: QtBot, place: QWidget, width: int = 1270, height: int = 640) -> None:
    """Shows a place without the window around it, active as the keyboard needs it."""
    qtbot.addWidget(place)
    place.resize(width, height)
    with qtbot.waitActive(place):
        place.show()
        place.activateWindow()


def opened() -> AbstractContextManager[CatalogueReader]:
    return nullcontext(SmallCatalogue())


class InMemory:
    """Keeps a shelf as a file would, for one test."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self.kept = shelf or Shelf()

    def load(self) -> Shelf:
        return self.kept

    def save(self, value: Shelf) -> None:
        self.kept = value


def nameless(place: QWidget) -> list[QWidget]:
    """What can take the focus and says nothing to a screen reader."""
    focusable = (one for one in place.findChildren(QWidget) if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isVisible())
    return [one for one in focusable if not (one.accessibleName() or (isinstance(one, Control) and one.text()))]
