"""The what-ifs that stand beside the real student: each to go back to, or to forget."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.student import Student
from advisor_app.ui.components.button import Button, IconButton, Kind
from advisor_app.ui.state import MOST_KEPT, DeskState
from advisor_app.ui.strip.options import Options
from advisor_app.ui.tasks import Tasks
from advisor_app.ui.tokens import Space
from advisor_app.ui.what_if_said import change_said, moves_said
from advisor_app.ui.words import Words

if TYPE_CHECKING:  # only a name here, and the window paints before the services are read
    from advisor_app.services.what_if import Moves

Weigh: TypeAlias = "Callable[[Student, Student], Moves]"
"""What moves between the real and the supposed student; called on a thread of the pool."""

_WIDEST = 320  # of one name; what is cut stands in its tooltip


class KeptWhatIfs(QWidget):
    """A button for each, made once. ``looked_at`` and ``forgotten`` carry the supposed student."""

    looked_at = Signal(object)
    forgotten = Signal(object)

    def __init__(self, state: DeskState, words: Words, tasks: Tasks) -> None:
        super().__init__()
        self._state, self._words, self._tasks = state, words, tasks
        self.looks = [Button("", Kind.SECONDARY, icon="route") for _ in range(MOST_KEPT)]
        self.forgets = [IconButton("x", words.tr("Forget this what-if")) for _ in range(MOST_KEPT)]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.HALF)
        for place, (look, forget) in enumerate(zip(self.looks, self.forgets, strict=True)):
            look.setMaximumWidth(_WIDEST)
            look.clicked.connect(partial(self._with, place, self.looked_at.emit))
            forget.clicked.connect(partial(self._with, place, self.forgotten.emit))
            line.addWidget(look, 0, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(forget, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)

    def show_kept(self, options: Options, weigh: "Weigh | None") -> None:
        """Names them by what they suppose; what they move is said as soon as it is known."""
        actual = self._state.actual
        for place, (look, forget) in enumerate(zip(self.looks, self.forgets, strict=True)):
            there = place < len(self._state.kept)
            look.setVisible(there)
            forget.setVisible(there)
            self._tasks.cancel(("kept what-if", place))
            if not there:
                continue
            kept = self._state.kept[place]
            name = change_said(actual, kept, options, self._words)
            look.setText(name.replace("&", "&&"))
            look.setAccessibleName(self._words.tr("What if: {change}", change=name))
            look.setToolTip(look.accessibleName())
            look.updateGeometry()
            forget.setAccessibleName(self._words.tr("Forget the what-if: {change}", change=name))
            if weigh is not None:
                work = partial(weigh, actual, kept)
                self._tasks.submit(("kept what-if", place), work, partial(self._weighed, place))

    def _weighed(self, place: int, moves: "Moves") -> None:
        look = self.looks[place]
        said = moves_said(moves, self._words)
        look.setAccessibleDescription(said)
        look.setToolTip(f"{look.accessibleName()} — {said}")

    def _with(self, place: int, do: Callable[[object], None], _checked: object = None) -> None:
        if place < len(self._state.kept):
            do(self._state.kept[place])
