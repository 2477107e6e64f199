"""Who is met for the first time is welcomed; who comes back after an update hears what is new."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.domain.student import Student
from advisor_app.ui.commands import Command
from advisor_app.ui.first_run.tour import Tour, TourCard
from advisor_app.ui.first_run.welcome import WelcomeBand

if TYPE_CHECKING:
    from advisor_app.domain.text import Lang
    from advisor_app.ui.main_window import MainWindow
    from advisor_app.ui.state import DeskState


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """``seen`` is the version started last, ``None`` at the first start. ``sample`` is a student and programmes for the tour."""

    version: str
    seen: str | None
    sample: Callable[[], tuple[Student, tuple[str, ...]]]


class Guide(QObject):
    """``told`` hears the school and the event when the welcome ends, and nothing but the version after an update."""

    def __init__(
        self, window: "MainWindow", state: "DeskState", known: Known, told: Callable[[str, str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._state, self._known, self._told = window, state, known, told
        self._band: WelcomeBand | None = None
        self._tour: Tour | None = None
        window.framed.connect(self._framed)

    def begin(self) -> None:
        """Greets, where there is a reason to."""
        if self._known.seen is None:
            self._welcome("", "")
        elif self._known.seen != self._known.version:
            self._told("", "")
            words = self._window.words
            self._window.frame.messages.show_message(
                words.tr("Advisor is now version {version}.", version=self._known.version),
                action=words.tr("What is new"),
                on_action=lambda: self.show_news(self._known.seen or "0"),
            )

    def commands(self) -> list[Command]:
        """What can be asked for at any time."""
        words = self._window.words
        group = words.tr("Help")
        return [
            Command(title=words.tr("Show me around"), run=self.start_tour, group=group, icon="signpost", also="tour visite"),
            Command(title=words.tr("What is new"), run=lambda: self.show_news("0"), group=group, icon="lightbulb", also="version"),
        ]

    def show_news(self, seen: str) -> None:
        from advisor_app.ui.first_run.news import NewsDialog, news_since  # late: seldom asked for

        words = self._window.words
        NewsDialog(words, news_since(seen, words.lang), self._window).open()

    def start_tour(self) -> None:
        """Leads through the places on a sample student; the desk comes back afterwards."""
        if self._tour is None:
            student, programmes = self._known.sample()
            self._tour = Tour(self._state, student, programmes, self._card)
            self._tour.ended.connect(self._toured)

    def _card(self, step: int) -> TourCard:
        return TourCard(self._window.words, step, self._window.frame)

    def _toured(self) -> None:
        self._tour = None

    def _welcome(self, school: str, event: str) -> None:
        band = self._band = WelcomeBand(self._window.words, self._state.lang, school, event)
        band.language.connect(self._speak)
        band.touring.connect(self.start_tour)
        band.done.connect(self._welcomed)
        self._window.frame.show_band(band)

    def _speak(self, lang: "Lang") -> None:
        self._state.set_lang(lang)

    def _framed(self) -> None:
        """In another language: the same greeting, and the same stop of the tour."""
        if self._band is not None:
            self._welcome(self._band.school.text(), self._band.fair.text())
        if self._tour is not None:
            self._tour.go(self._tour.step)

    def _welcomed(self, school: str, event: str) -> None:
        band, self._band = self._band, None
        if band is not None:
            band.hide()
            band.deleteLater()
        self._told(school, event)
