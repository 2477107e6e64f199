"""What a place of the window is, and what it is given.

A place is built from the desk's state, and built again from it when the language changes; what it keeps of its own it hands over
to the new one as its memory. It hears of changes through the state's signals and asks services through the task runner.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from advisor_app.domain.text import Message
from advisor_app.ui.commands import Command
from advisor_app.ui.components.message_bar import Severity
from advisor_app.ui.state import DeskState, PlaceKey
from advisor_app.ui.tasks import Tasks

if TYPE_CHECKING:  # a name only: the window paints before it is read
    from advisor_app.wording import Translator


class Say(Protocol):
    """Puts a sentence into the window's message bar."""

    def __call__(
        self, text: str, severity: Severity = "news", *, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a place is given.

    ``report`` takes any failure: a Problem becomes a message, anything else the crash dialog. ``open_field`` opens the strip's
    picker of a field of the student, named as questions name it (``qualification.country``).
    """

    state: DeskState
    words: "Translator"
    tasks: Tasks
    say: Say
    report: Callable[[BaseException], None]
    open_field: Callable[[str], None] = lambda _key: None


class Place(QWidget):
    """Base of the places. Build everything in ``__init__``; load in ``activate``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def activate(self) -> None:
        """The place is shown, for the first time or again. Load what is missing; put the focus where one begins."""

    def search(self) -> bool:
        """Ctrl+F: puts the focus in the place's search field; false where it has none."""
        return False

    def memory(self) -> object | None:
        """What is chosen here and nowhere else (a search, an order, a tab), in no language: for :meth:`restore`."""
        return None

    def restore(self, view: object) -> None:
        """Takes up what the place remembered that stood here before, in another language. Comes before anything is loaded."""

    def commands(self) -> Sequence[Command]:
        """What the palette offers for this place beside its buttons, which it finds by itself."""
        return ()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The place's own keys for the list of keys: (key, what it does)."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSpec:
    """An entry of the rail. ``make`` is called when the place is first shown, and again after a change of language.

    ``at_foot``: it stands among the small entries at the foot, since it is no step of the work with a student.
    """

    key: PlaceKey
    icon: str
    title: Message
    make: Callable[[Desk], Place]
    at_foot: bool = False
