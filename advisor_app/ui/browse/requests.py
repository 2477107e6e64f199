"""The place's questions to the services, each on a thread of its own; a newer one replaces the older of its kind."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.domain.student import Student
from advisor_app.services.browse import Browsed, Query
from advisor_app.ui.browse.asking import Answer, OpenCatalogue, Opened, Speaker, find, find_related, open_one, put_into_words
from advisor_app.ui.itemmodels.programmes import Chunk
from advisor_app.ui.tasks import Tasks

if TYPE_CHECKING:
    from advisor_app.services.detailed import Detailed
    from advisor_app.ui.browse.lines import Line
    from advisor_app.ui.browse.tab_titles import Tab

BROWSE, ROWS, DETAILS, RELATED = "programmes-found", "programmes-rows", "programmes-details", "programmes-related"


class Requests:
    """Answers are handed to ``show`` on the window's thread, for as long as ``receiver`` lives; ``speaker`` is asked each time."""

    def __init__(self, tasks: Tasks, open_catalogue: OpenCatalogue, speaker: Callable[[], Speaker], receiver: QObject) -> None:
        self._tasks, self._open, self._speaker, self._receiver = tasks, open_catalogue, speaker, receiver

    def found(
        self,
        student: Student,
        query: Query,
        selected: str | None,
        show: Callable[[Answer], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """The list, and the row of the programme that is looked at."""
        opened, speaker = self._open, self._speaker()

        def work() -> Answer:
            with opened() as catalogue:
                return find(catalogue, student, query, speaker, selected)

        self._tasks.submit(BROWSE, work, show, failed, receiver=self._receiver)

    def give_up_finding(self) -> None:
        self._tasks.cancel(BROWSE)

    def rows(self, found: Browsed, starts: Sequence[int], show: Callable[[tuple[Chunk, ...]], None]) -> None:
        """Rows of the list in words, chunk by chunk."""
        opened, speaker = self._open, self._speaker()

        def work() -> tuple[Chunk, ...]:
            with opened() as catalogue:
                return tuple(put_into_words(catalogue, found, start, speaker) for start in starts)

        self._tasks.submit(ROWS, work, show, receiver=self._receiver)

    def details(
        self, student: Student, chosen: str, tab: "Tab", show: Callable[[Opened], None], failed: Callable[[BaseException], None]
    ) -> None:
        """One programme."""
        opened, speaker = self._open, self._speaker()

        def work() -> Opened:
            with opened() as catalogue:
                return open_one(catalogue, student, chosen, tab, speaker)

        self._tasks.submit(DETAILS, work, show, failed, receiver=self._receiver)

    def related(self, student: Student, detailed: "Detailed", show: "Callable[[tuple[Line, ...]], None]") -> None:
        """After the details, which nobody should wait for because of it."""
        opened, words = self._open, self._speaker().words

        def work() -> "tuple[Line, ...]":
            with opened() as catalogue:
                return find_related(catalogue, student, detailed, words)

        self._tasks.submit(RELATED, work, show, receiver=self._receiver)
