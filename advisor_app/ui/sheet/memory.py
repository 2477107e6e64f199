"""What stays of the Sheet place when it is built anew, and from one start of the program to the next. Light: read at start-up."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from advisor_app.domain.text import Lang


@dataclass(slots=True, kw_only=True)
class SheetMemory:
    """The sheet's language (``None``: the window's), the folder last saved to, what is left off. ``kept`` hears of changes."""

    lang: Lang | None = None
    folder: Path | None = None
    left_off: frozenset[str] = frozenset()
    kept: Callable[[], None] = lambda: None

    def choose(self, lang: Lang, left_off: frozenset[str]) -> None:
        self.lang, self.left_off = lang, left_off
        self.kept()

    def saved_in(self, folder: Path) -> None:
        if folder != self.folder:
            self.folder = folder
            self.kept()
