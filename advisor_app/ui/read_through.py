"""The catalogue, read from beginning to end while the window is used, so that one that a stick has spoilt is spoken of."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from advisor_app.ui.tasks import Tasks

_KEY = "read-through"
_MORE = object()


class ReadThrough(QObject):
    """Takes one step after the other, each a task of its own: nothing else waits for more than one, nor does the window's end.

    What a step raises is shown as any failure is, and ends it.
    """

    def __init__(self, tasks: Tasks, steps: Iterator[None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._steps = tasks, steps
        self._on(_MORE)

    def _on(self, came: object) -> None:
        if came is _MORE:
            self._tasks.submit(_KEY, self._step, self._on)

    def _step(self) -> object:
        for _ in self._steps:
            return _MORE
        return None
