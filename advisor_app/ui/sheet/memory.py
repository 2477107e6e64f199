"""What stays of the Sheet place when it is built anew, and from one start of the program to the next. Light: read at start-up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from advisor_app.domain.text import Lang

KindName: TypeAlias = Literal["comparison", "programme", "summary"]
PaperName: TypeAlias = Literal["a4", "letter"]


@dataclass(slots=True, kw_only=True)
class SheetMemory:
    """What was chosen last. First names are in memory alone, and the student's goes with the student.

    ``kept`` hears of changes to what outlives the program: ``lang`` (``None``: the window's), ``paper``, ``occasion``, ``folder``.
    """

    lang: Lang | None = None
    paper: PaperName = "a4"
    occasion: str = ""
    folder: Path | None = None
    kind: KindName = "comparison"
    programme: str = ""
    day: date | None = None
    advisor: str = ""
    first_name: str = ""
    left_off: frozenset[str] = frozenset()
    unfolded: bool = False
    kept: Callable[[], None] = lambda: None

    def keep(self, *, lang: Lang | None, paper: PaperName, occasion: str) -> None:
        """Takes up what outlives the program, and says so where it changed."""
        if (lang, paper, occasion) != (self.lang, self.paper, self.occasion):
            self.lang, self.paper, self.occasion = lang, paper, occasion
            self.kept()

    def saved_in(self, folder: Path) -> None:
        if folder != self.folder:
            self.folder = folder
            self.kept()
