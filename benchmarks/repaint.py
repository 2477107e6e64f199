"""What a changed fact about the student costs the window's own thread, from the answer of the services to the last pixel."""

import os
import statistics
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from advisor_app import paths
from advisor_app.domain.student import Qualification, Student, Wishes
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.ui.clock import local_today
from benchmarks.figures import Figure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from advisor_app.ui.place import Desk
    from advisor_app.ui.state import DeskState

T = TypeVar("T")

TIMES = 30
LAW = Student(qualifications=(Qualification(country="FR", level=3, fields=("law",)),), wishes=Wishes(format="alternance"))


def figures() -> Iterator[Figure]:
    """Every tab of the details, and five columns side by side, on the seed catalogue; the slowest view of each counts."""
    slowest = max(_tabs().items(), key=lambda item: item[1])
    yield Figure(name=f"changed fact repainted ({slowest[0]}), GUI thread", value=slowest[1], unit="ms", at_most=16.0)
    rows, taken = max(_comparison().items(), key=lambda item: item[1])
    yield Figure(name=f"five columns repainted ({rows}), GUI thread", value=taken, unit="ms", at_most=16.0)


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
    from advisor_app.services.shelf import Shelf
    from advisor_app.ui.browse.programmes_place import ProgrammesPlace
    from advisor_app.ui.browse.remembered import Remembered
    from advisor_app.ui.browse.tab_titles import Tab

    app, tasks, state, desk = _desk()
    found = {}
    with open_catalogue(paths.default_catalogue()) as catalogue:
        place = ProgrammesPlace(desk, lambda: nullcontext(catalogue), Remembered(tasks, lambda: _Kept(Shelf())))
        place.resize(1270, 640)
        place.show()
        place.activate()
        state.set_student(LAW)
        tasks.answer(app.processEvents)
        for tab in Tab:
            place.details.choose_tab(tab)
            app.processEvents()
            found[tab.value] = statistics.median(_changes(state, tasks, app))
        place.close()
    return found


class _Kept(Generic[T]):
    """Keeps nothing beyond the run."""

    def __init__(self, empty: T) -> None:
        self._held = empty

    def load(self) -> T:
        return self._held

    def save(self, value: T) -> None:
        self._held = value


def _comparison() -> dict[str, float]:
    """The routes of three programmes that have most to say, in French, as wide and high as a small laptop shows them."""
    from advisor_app.domain.columns import Column
    from advisor_app.domain.curriculum import NO_DECISIONS
    from advisor_app.services.comparisons import ComparisonShelf, NamedComparisons
    from advisor_app.ui.compare.arranged import Rows
    from advisor_app.ui.compare.place import ComparePlace

    app, tasks, state, desk = _desk()
    shelf = ComparisonShelf(_Kept(NamedComparisons()), local_today)
    found = {}
    with open_catalogue(paths.default_catalogue()) as catalogue:
        place = ComparePlace(desk, lambda: nullcontext(catalogue), shelf, _Kept(NO_DECISIONS))
        place.resize(1270, 640)
        place.show()
        routes = catalogue.routes(catalogue.programme_ids()[:1])
        ids = catalogue.programme_ids()
        for column in (
            *(Column(programme=one) for one in ids),
            *(Column(programme=one.programme, route=one) for one in routes[::7]),
        ):
            state.add_to_comparison(column)
        state.set_student(LAW)
        place.activate()
        tasks.answer(app.processEvents)
        for rows in Rows:
            place.bar.rows.chosen.emit(rows)
            app.processEvents()
            found[rows.value] = statistics.median(_changes(state, tasks, app))
        place.close()
    return found


def _changes(state: "DeskState", tasks: _Later, app: "QApplication") -> Iterator[float]:
    """Milliseconds for each of many changes of what is known of the student."""
    for number in range(TIMES):
        held = replace(LAW.qualifications[0], level=3 + number % 2)
        state.set_student(replace(LAW, qualifications=(held,), age=20 + number))
        yield tasks.answer(app.processEvents)


def _desk() -> "tuple[QApplication, _Later, DeskState, Desk]":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # after the platform is chosen

    from advisor_app.ui.place import Desk
    from advisor_app.ui.state import DeskState
    from advisor_app.wording import Translator

    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([])
    tasks, state = _Later(), DeskState("fr")
    return app, tasks, state, Desk(state=state, words=Translator("fr"), tasks=tasks, say=lambda *_, **__: None, report=_raise)


def _raise(error: BaseException) -> None:
    raise error
