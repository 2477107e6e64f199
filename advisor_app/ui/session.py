"""The desk is kept as it changes, so that it comes back after a crash or a power cut; it is emptied when the program ends."""

import threading

from PySide6.QtCore import QObject, QTimer

from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.services.keeper import Keeper
from advisor_app.services.session import Session
from advisor_app.ui.comparison_state import ComparisonPart
from advisor_app.ui.state import PLACES, DeskState, StudentPart
from advisor_app.ui.tasks import Tasks

_TASK = "session"


class SessionWatch(QObject):
    """Writes the desk to its keeper after each change, on a pool's thread, once for all changes of one turn.

    What is on the desk already is kept as well: whoever is quick has begun before anybody watches.
    """

    def __init__(self, state: DeskState, keeper: Keeper[Session], tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._keeper = keeper
        self._tasks = tasks
        self._writing = threading.Lock()
        self._latest = Session()
        self._refused = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._submit)
        for signal in (
            state.student_changed,
            state.supposing_changed,
            state.kept_changed,
            state.comparison_changed,
            state.arrangement_changed,
            state.selected_changed,
            state.place_changed,
        ):
            signal.connect(self._changed)
        if not state.empty:
            self._changed()

    def end(self, *, keep: bool = False) -> None:
        """The program ends: the desk is forgotten, or kept for the start that follows at once. Raises EnvironmentProblem."""
        self._soon.stop()
        self._latest = session_of(self._state) if keep else Session()
        self._write()

    def _changed(self) -> None:
        self._soon.start(0)

    def _submit(self) -> None:
        self._latest = session_of(self._state)
        self._tasks.submit(_TASK, self._write, _done, self._failed, receiver=self)

    def _write(self) -> None:
        """What is latest when the writing begins: of two threads, whichever comes last writes the newest."""
        with self._writing:
            self._keeper.save(self._latest)

    def _failed(self, error: BaseException) -> None:
        """Said once: a disk that is full stays full, and the work goes on."""
        if self._refused and isinstance(error, EnvironmentProblem):
            return
        self._refused = True
        raise error


def _done(_nothing: None) -> None:
    """Nobody waits for it."""


def session_of(state: DeskState) -> Session:
    """What is on the desk."""
    student, comparison = state.laid_out()
    return Session(
        student=student.actual,
        supposed=student.supposed,
        kept=student.kept,
        columns=comparison.columns,
        arrangement=comparison.arrangement,
        selected=student.selected,
        place=state.place,
    )


def lay_out(state: DeskState, session: Session) -> None:
    """Puts the desk back as it was left. The way back by Undo begins here."""
    state.lay_out(
        StudentPart(session.student, session.supposed, session.kept, session.selected),
        ComparisonPart(session.columns, session.arrangement),
    )
    if session.place in PLACES:
        state.go(session.place)
