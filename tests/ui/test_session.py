"""The desk comes back after a crash, and nothing of it is kept after an orderly end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.arrangement import Arrangement
from advisor_app.domain.columns import Column
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.domain.student import Qualification, Student, Wishes
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.kept_file import KeptFile
from advisor_app.models.repository import CatalogueRepository
from advisor_app.paths import default_catalogue
from advisor_app.services.check import check
from advisor_app.services.session import Session, usable
from advisor_app.ui.session import SessionWatch, lay_out, session_of
from advisor_app.ui.state import DeskState
from advisor_app.ui.tasks import SynchronousTasks

HEIP, SECURITY = "heip-msc-international-relations", "ileri-m2-security-defence"
REAL = Student(age=21, qualifications=(Qualification(country="FR", level=3, fields=("law",)),), wishes=Wishes(campus="paris"))
SUPPOSED = Student(age=21, qualifications=(Qualification(country="FR", level=4, fields=("law",)),))


class Kept:
    """A desk that is watched, and what stands in its file."""

    def __init__(self, folder: Path) -> None:
        self.failures: list[BaseException] = []
        self.state = DeskState()
        self.file = KeptFile(folder / "session.json", Session, Session())
        self.watch = SessionWatch(self.state, self.file, SynchronousTasks(self.failures.append))

    def on_disk(self) -> Session:
        QApplication.processEvents()
        return KeptFile(self.file.path, Session, Session()).load()


@pytest.fixture(scope="module")
def catalogue() -> Iterator[CatalogueRepository]:
    opened = open_catalogue(default_catalogue())
    yield opened
    opened.close()


@pytest.fixture
def kept(tmp_path: Path, qtbot: QtBot) -> Kept:
    return Kept(tmp_path)


def fill(state: DeskState, catalogue: CatalogueRepository) -> None:
    route = check(catalogue, REAL, [HEIP]).routes[0].route
    state.set_student(REAL)
    state.suppose(SUPPOSED)
    state.add_to_comparison(Column(programme=HEIP, route=route))
    state.add_to_comparison(Column(programme=SECURITY))
    state.arrange(Arrangement(hidden=("contacts",)).with_note("tuition", "ask « Anne » ✎"))
    state.select(SECURITY)
    state.go("compare")


def test_the_whole_desk_comes_back(kept: Kept, catalogue: CatalogueRepository) -> None:
    fill(kept.state, catalogue)
    left = kept.on_disk()
    assert left == session_of(kept.state)
    again = DeskState()
    lay_out(again, usable(left, catalogue))
    assert session_of(again) == session_of(kept.state)
    assert not again.can_undo


def test_nothing_is_kept_after_an_orderly_end(kept: Kept, catalogue: CatalogueRepository) -> None:
    fill(kept.state, catalogue)
    assert not kept.on_disk().empty
    kept.watch.end()
    assert kept.on_disk() == Session()
    assert "law" not in kept.file.path.read_text(encoding="utf-8")


def test_the_next_student_leaves_nothing_of_the_last(kept: Kept, catalogue: CatalogueRepository) -> None:
    fill(kept.state, catalogue)
    kept.state.next_student()
    assert kept.on_disk().empty


def test_a_restart_takes_the_desk_along(kept: Kept, catalogue: CatalogueRepository) -> None:
    fill(kept.state, catalogue)
    kept.watch.end(keep=True)
    assert kept.on_disk() == session_of(kept.state)


def test_what_another_catalogue_does_not_hold_is_left_out(catalogue: CatalogueRepository) -> None:
    route = check(catalogue, REAL, [HEIP]).routes[0].route
    stranger = Student(
        qualifications=(Qualification(country="FR", title="XX-999", fields=("law", "alchemy")),), wishes=Wishes(campus="atlantis")
    )
    gone = Column(programme=SECURITY, route=route)
    found = usable(
        Session(
            student=stranger,
            columns=(Column(programme="closed"), gone, Column(programme=HEIP)),
            arrangement=Arrangement(pinned=2),
            selected="closed",
        ),
        catalogue,
    )
    assert found.columns == (Column(programme=HEIP),)
    assert (found.selected, found.arrangement.pinned) == (None, 0)
    assert found.student.qualifications == (Qualification(country="FR", fields=("law",)),)
    assert found.student.wishes.campus is None


def test_a_disk_that_refuses_is_spoken_of_once(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "own").write_text("a file where the folder should be")
    kept = Kept(tmp_path / "own")
    for age in (20, 21, 22):
        kept.state.set_student(Student(age=age))
        QApplication.processEvents()
    assert [type(one) for one in kept.failures] == [EnvironmentProblem]
