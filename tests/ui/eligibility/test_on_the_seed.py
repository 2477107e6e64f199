"""Eligibility on the catalogue that the program comes with."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Residence, Student, Wishes
from advisor_app.domain.text import Lang
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.ui.eligibility.place import EligibilityPlace
from advisor_app.ui.itemmodels.findings import LineKind
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


def told(place: EligibilityPlace) -> list[str]:
    """Every line of the findings, indented."""

    def below(parent: QModelIndex, depth: int) -> Iterator[str]:
        for row in range(place.pane.findings.rowCount(parent)):
            index = place.pane.findings.index(row, 0, parent)
            yield "  " * depth + str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            yield from below(index, depth + 1)

    return list(below(QModelIndex(), 0))


def test_readings_of_a_sentence_say_the_condition_once_and_then_what_tells_them_apart(
    qtbot: QtBot, seed: CatalogueRepository
) -> None:
    desk, _ = make_desk()
    desk.state.set_student(LAW_STUDENT)
    place = EligibilityPlace(desk, lambda: nullcontext(seed), lambda: TODAY)
    qtbot.addWidget(place)
    place.show()
    place.activate()
    lines = told(place)
    condition = [line for line in lines if "Field: humanities, law" in line]
    assert len(condition) == 1
    assert "Can be read in two ways. The list of fields may bind every diploma, or foreign ones only" in condition[0]
    below = lines[lines.index(condition[0]) + 1 :][:2]
    assert [line.strip().split(",")[0] for line in below] == ["If it binds every diploma", "If it binds foreign diplomas only"]
    assert all("source: " in line for line in below)


def shown(qtbot: QtBot, seed: CatalogueRepository, student: Student) -> EligibilityPlace:
    desk, _ = make_desk()
    desk.state.set_student(student)
    place = EligibilityPlace(desk, lambda: nullcontext(seed), lambda: TODAY)
    qtbot.addWidget(place)
    place.show()
    place.activate()
    return place


def test_the_law_shows_article_check_and_the_exceptions_that_matter(qtbot: QtBot, seed: CatalogueRepository) -> None:
    place = shown(qtbot, seed, replace(LAW_STUDENT, residence=Residence.OTHER, years_in_france=3, age=21))
    place.list_route(next(one for one in routes_of(seed.programme(HEIP)) if one.format == "alternance"))
    lines = told(place)
    assert any("information, not legal advice" in line for line in lines)
    rule = next(number for number, line in enumerate(lines) if "R5221-7" in line)
    assert "checked on 22 November 2026" in lines[rule]
    assert lines[rule + 1].startswith("Exceptions and notes: ")
    assert "Algerian nationals always need a provisional work permit" in lines[rule + 1], "also where the rule itself is met"
    age = next(number for number, line in enumerate(lines) if "L6222-1" in line)
    assert not lines[age + 1].startswith("Exceptions"), "of no use to someone of 21"


def test_exceptions_for_foreigners_are_not_told_to_the_french(qtbot: QtBot, seed: CatalogueRepository) -> None:
    place = shown(qtbot, seed, replace(LAW_STUDENT, residence=Residence.FRENCH, age=33))
    place.list_route(next(one for one in routes_of(seed.programme(HEIP)) if one.format == "alternance"))
    exceptions = [line for line in told(place) if line.startswith("Exceptions and notes: ")]
    assert len(exceptions) == 1
    assert "Up to 34" in exceptions[0]


@pytest.mark.parametrize(
    ("lang", "words"), [("en", {"Met", "Not met", "Depends"}), ("fr", {"Satisfait", "Non satisfait", "Selon le cas"})]
)
def test_wishes_have_words_of_their_own(qtbot: QtBot, seed: CatalogueRepository, lang: Lang, words: set[str]) -> None:
    desk, _ = make_desk(lang)
    wishes = Wishes(format="alternance", campus="lyon", start="2027-09", budget_per_year=Decimal(9000))
    desk.state.set_student(replace(LAW_STUDENT, wishes=wishes))
    place = EligibilityPlace(desk, lambda: nullcontext(seed), lambda: TODAY)
    qtbot.addWidget(place)
    place.show()
    place.activate()
    said = set()
    for route in routes_of(seed.programme(HEIP)):
        place.list_route(route)
        model = place.pane.findings
        tops = [model.index(row, 0) for row in range(model.rowCount())]
        lines = [line for line in map(model.line, tops) if line is not None]
        heading = max(number for number, line in enumerate(lines) if line.kind is LineKind.HEADING)
        said |= {line.word for line in lines[heading + 1 :]}
    assert said == words


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


def test_a_route_that_the_law_closes_says_so_where_it_is_listed(qtbot: QtBot, seed: CatalogueRepository) -> None:
    desk, _ = make_desk()
    place = EligibilityPlace(desk, lambda: nullcontext(seed), lambda: TODAY)
    qtbot.addWidget(place)
    place.show()
    place.activate()
    desk.state.set_student(replace(LAW_STUDENT, residence=Residence.OTHER, years_in_france=0, age=21))
    rows = {row.title: row for _, group in place.model.groups() for row in group.rows}
    assert {row.law for row in rows.values()} == {"", "Law: closed"}
    assert rows["HEIP MSc 1 · alternance"].law == "Law: closed"
    assert "Law: closed" in rows["HEIP MSc 1 · alternance"].spoken
    assert rows["HEIP MSc 1 · initial"].law == ""
