"""What a changed fact about the student costs the window's own thread, from the answer of the services to the last pixel."""

import os
import statistics
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from advisor_app import paths
from advisor_app.domain.student import Qualification, Student, Wishes
from advisor_app.models.catalogue_file import open_catalogue
from benchmarks.figures import Figure

TIMES = 30
LAW = Student(qualifications=(Qualification(country="FR", level=3, fields=("law",)),), wishes=Wishes(format="alternance"))


def figures() -> Iterator[Figure]:
    """Every tab of the details, on the seed catalogue; the slowest tab counts."""
    slowest = max(_tabs().items(), key=lambda item: item[1])
    yield Figure(name=f"changed fact repainted ({slowest[0]}), GUI thread", value=slowest[1], unit="ms", at_most=16.0)


class _Later:
    """A task runner whose work is done apart, so that only what the window does itself is measured."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def submit(
        self,
        key: Hashable,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[BaseException], None] | None = None,
        *,
        receiver: object = None,
    ) -> None:
        self.waiting.append((work, on_done))

    def cancel(self, key: Hashable) -> None: ...

    def answer(self, paint: Callable[[], None]) -> float:
        """Does the work, then answers and paints; milliseconds of processor time of the latter."""
        answers = [(done, work()) for work, done in self.waiting]
        self.waiting.clear()
        start = time.thread_time()
        for done, result in answers:
            done(result)
        paint()
        return (time.thread_time() - start) * 1000


def _tabs() -> dict[str, float]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # after the platform is chosen

    from advisor_app.ui.browse.programmes_place import ProgrammesPlace
    from advisor_app.ui.browse.tabs import Tab
    from advisor_app.ui.place import Desk
    from advisor_app.ui.state import DeskState
    from advisor_app.wording import Translator

    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([])
    tasks, state = _Later(), DeskState("fr")
    desk = Desk(state=state, words=Translator("fr"), tasks=tasks, say=lambda *_, **__: None, report=_raise)
    found = {}
    with open_catalogue(paths.default_catalogue()) as catalogue:
        place = ProgrammesPlace(desk, lambda: nullcontext(catalogue))
        place.resize(1270, 640)
        place.show()
        place.activate()
        state.set_student(LAW)
        tasks.answer(app.processEvents)
        for tab in Tab:
            place.details.choose_tab(tab)
            app.processEvents()
            taken = []
            for number in range(TIMES):
                held = replace(LAW.qualifications[0], level=3 + number % 2)
                state.set_student(replace(LAW, qualifications=(held,), age=20 + number))
                taken.append(tasks.answer(app.processEvents))
            found[tab.value] = statistics.median(taken)
        place.close()
    return found


def _raise(error: BaseException) -> None:
    raise error
