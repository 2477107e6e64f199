"""Eligibility and Compare on the catalogue that the program comes with."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.services.compare import Column
from advisor_app.ui.compare.place import ComparePlace
from advisor_app.ui.eligibility.place import EligibilityPlace
from tests.ui.desk import make_desk
from tests.ui.eligibility.catalogue import LAW_STUDENT, TODAY

SEED = Path(__file__).resolve().parents[3] / "data" / "seed.sqlite"
HEIP = "heip-msc-international-relations"


@pytest.fixture
def seed() -> Iterator[CatalogueRepository]:
    with open_catalogue(SEED) as catalogue:
        yield catalogue


def test_a_law_student_sees_nine_open_routes_of_twenty_two(qtbot: QtBot, seed: CatalogueRepository) -> None:
    desk, heard = make_desk()
    place = EligibilityPlace(desk, lambda: nullcontext(seed), lambda: TODAY)
    qtbot.addWidget(place)
    place.show()
    place.activate()
    assert {group.title: group.count for _, group in place.model.groups()} == {"Need info": 22}
    desk.state.set_student(LAW_STUDENT)
    assert {group.title: group.count for _, group in place.model.groups()} == {"Can apply": 9, "Not yet": 13}
    assert not heard.reported


def test_every_route_of_the_seed_can_be_explained(qtbot: QtBot, seed: CatalogueRepository) -> None:
    for lang, student in (("en", LAW_STUDENT), ("fr", Student())):
        desk, heard = make_desk(lang)  # type: ignore[arg-type]
        desk.state.set_student(student)
        place = EligibilityPlace(desk, lambda: nullcontext(seed), lambda: TODAY)
        qtbot.addWidget(place)
        place.show()
        place.activate()
        for programme in seed.programme_ids():
            for route in routes_of(seed.programme(programme)):
                place.list_route(route)
                assert place.pane.said is not None
                assert place.pane.said.route == route
                assert place.pane.findings.rowCount() > 1
        assert not heard.reported


def test_five_columns_of_the_seed_stand_side_by_side_in_french(qtbot: QtBot, seed: CatalogueRepository) -> None:
    desk, heard = make_desk("fr")
    heip = routes_of(seed.programme(HEIP))
    columns = [
        *(
            Column(programme=HEIP, route=next(one for one in heip if one.format == format_))
            for format_ in ("alternance", "initial")
        ),
        *(Column(programme=one) for one in seed.programme_ids() if one != HEIP),
        Column(programme=HEIP, route=next(one for one in heip if one.entry == "msc2")),
    ]
    for column in columns:
        desk.state.add_to_comparison(column)
    place = ComparePlace(desk, lambda: nullcontext(seed), lambda: TODAY)
    qtbot.addWidget(place)
    place.resize(1270, 626)
    place.show()
    place.activate()
    QApplication.processEvents()
    assert len(place.heads.heads) == 5
    assert place.table.horizontalScrollBar().maximum() == 0
    for head in place.heads.heads:
        assert not head.title.elided
        assert not head.reason.elided
    assert not heard.reported
