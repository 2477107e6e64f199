"""A start of the real program that works by itself and says what it did, to be killed at any moment.

``python scripts/worker_at_the_desk.py``: prints ``found N`` (the number that the desk came back with, 0 for an empty one), then for
each change ``begun N`` when it is made and ``kept N`` when it is on the disk. The number is the student's budget per year.
"""

import sys
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from advisor_app import paths, start
from advisor_app.app import Advisor
from advisor_app.domain.columns import Column
from advisor_app.domain.student import Student, Wishes
from advisor_app.models.kept_file import KeptFile
from advisor_app.services.session import Session
from advisor_app.ui.comparison_state import MOST_COLUMNS
from advisor_app.ui.tasks import Quiet

_PATIENCE = 60_000
"""Milliseconds after which it gives up by itself: whoever started it may be gone."""


class Worker(QObject):
    """Waits for the catalogue, then changes the student and the comparison again and again."""

    def __init__(self) -> None:
        super().__init__()
        self._advisor: Advisor | None = None
        self._number = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(5)
        QTimer.singleShot(_PATIENCE, self, QCoreApplication.quit)

    def _look(self) -> None:
        advisor = start.application().findChild(Advisor)
        if advisor is None or not advisor.ready:
            return
        self._timer.stop()
        self._advisor = advisor
        self._number = int(advisor.state.actual.wishes.budget_per_year or 0)
        print("found", self._number, len(advisor.state.comparison), flush=True)
        Quiet(advisor.tasks, self).came.connect(self._begin)  # the desk that came back is written again, which is no change

    def _begin(self) -> None:
        if self._advisor is not None:
            self._advisor.tasks.ended.connect(self._ended)
            self._work()

    def _work(self) -> None:
        if self._advisor is None:
            return
        self._number += 1
        print("begun", self._number, flush=True)
        state = self._advisor.state
        state.set_student(Student(wishes=Wishes(budget_per_year=Decimal(self._number))))
        if len(state.comparison) == MOST_COLUMNS:
            state.clear_comparison()
        for programme in ("heip-msc-international-relations", "ileri-m2-security-defence")[: self._number % 3]:
            state.add_to_comparison(Column(programme=programme))

    def _ended(self, key: object) -> None:
        if key == "session" and _on_disk() == self._number:  # what was looked at may have been written, and the change not yet
            print("kept", self._number, flush=True)
            QTimer.singleShot(1, self._work)


def _on_disk() -> int:
    kept = KeptFile(paths.user_data_dir() / "session.json", Session, Session()).load()
    return int(kept.student.wishes.budget_per_year or 0)


if __name__ == "__main__":
    start.application()
    worker = Worker()
    sys.exit(start.run(paths.default_catalogue()))
