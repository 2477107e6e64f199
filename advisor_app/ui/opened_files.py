"""Files that the system hands over: on macOS a double click gives no argument but an event, often before the window is there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from advisor_app.paths import CATALOGUE_SUFFIX, STUDENT_SUFFIX


class FileTakingApplication(QApplication):
    """An application that takes such files. Others see every event of every widget pass, so this is its own and no filter."""

    arrived = Signal(str)
    """A file's path, once ``begins_with`` was asked."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._early: list[Path] | None = []

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        file = Path(event.file())
        if file.suffix.lower() not in {STUDENT_SUFFIX, CATALOGUE_SUFFIX}:
            return False
        if self._early is None:
            self.arrived.emit(str(file))
        else:
            self._early.append(file)
        return True

    def begins_with(self, catalogue: Path, opens: Path | None) -> tuple[Path, Path | None]:
        """The catalogue and the student's file to start on: what was handed over up to now, else what was given."""
        for file in self._early or ():
            if file.suffix.lower() == CATALOGUE_SUFFIX:
                catalogue = file
            else:
                opens = file
        self._early = None
        return catalogue, opens
