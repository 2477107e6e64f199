"""The first minutes with the program, and the first after an update."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app import carried, paths, settings
from advisor_app.app import Advisor
from advisor_app.domain.columns import Column
from advisor_app.domain.student import Student
from advisor_app.ui.errors import ErrorDesk
from advisor_app.ui.first_run.news import NewsDialog, news_since
from advisor_app.ui.first_run.tour import STOPS, TourCard
from advisor_app.ui.first_run.welcome import WelcomeBand
from advisor_app.ui.main_window import MainWindow
from advisor_app.ui.tokens import LIGHT

SECURITY = "ileri-m2-security-defence"


@pytest.fixture
def advisor(own_data_dir: Path, qtbot: QtBot) -> Iterator[Advisor]:
    """The program at its very first start."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    yield from started(app, qtbot)


def started(app: QApplication, qtbot: QtBot) -> Iterator[Advisor]:
    window = MainWindow(LIGHT)
    qtbot.addWidget(window, before_close_func=close_unasked)
    made = Advisor(app, window, paths.default_catalogue(), ErrorDesk())
    window.resize(1366, 690)
    window.begin()
    made.load()
    qtbot.waitUntil(lambda: made.ready and made.greeted, timeout=20_000)
    made.tasks.wait()
    yield made
    made.end()
    made.deleteLater()


def close_unasked(window: MainWindow) -> None:
    window.closing = lambda: True


def band_of(advisor: Advisor) -> WelcomeBand | None:
    bands = [one for one in advisor.window.findChildren(WelcomeBand) if one.isVisible()]
    return bands[0] if bands else None


def card_of(advisor: Advisor) -> TourCard:
    QApplication.processEvents()
    (card,) = [one for one in advisor.window.findChildren(TourCard) if one.isVisible()]
    return card


def test_what_the_welcome_asks_is_kept_and_asked_once(advisor: Advisor) -> None:
    band = band_of(advisor)
    assert band is not None
    band.school.setText("HEIP")
    band.fair.setText("Salon de Lyon")
    QTest.keyClick(band.fair, Qt.Key.Key_Return)
    assert band_of(advisor) is None
    kept = settings.load().settings
    assert (kept.occasion, kept.seen) == ("HEIP · Salon de Lyon", carried.version())


def test_the_welcome_can_be_skipped(advisor: Advisor) -> None:
    band = band_of(advisor)
    assert band is not None
    band.skip.click()
    assert band_of(advisor) is None
    assert settings.load().settings == replace(
        settings.Settings(), language=advisor.state.lang, sheet_language=None, seen=carried.version()
    )


def test_another_language_keeps_what_was_typed(advisor: Advisor, qtbot: QtBot) -> None:
    band = band_of(advisor)
    assert band is not None
    band.school.setText("HEIP")
    other = "en" if advisor.state.lang == "fr" else "fr"
    band.language.emit(other)
    qtbot.waitUntil(lambda: band_of(advisor) not in {None, band})
    again = band_of(advisor)
    assert again is not None
    assert (again.school.text(), again.lang.value) == ("HEIP", other)


def test_the_tour_goes_through_the_places_and_puts_the_desk_back(advisor: Advisor) -> None:
    state = advisor.state
    state.set_student(Student(age=30))
    state.add_to_comparison(Column(programme=SECURITY))
    before = (*state.laid_out(), state.place)
    band = band_of(advisor)
    assert band is not None
    band.tour.click()
    seen = []
    for _ in STOPS:
        seen.append(state.place)
        assert state.actual.age == 21, "the sample student"
        card_of(advisor).next.click()
    assert seen == [stop.place for stop in STOPS]
    assert (*state.laid_out(), state.place) == before
    assert not state.can_undo


def test_the_tour_ends_at_any_time_by_escape(advisor: Advisor) -> None:
    band = band_of(advisor)
    assert band is not None
    band.tour.click()
    QTest.keyClick(card_of(advisor), Qt.Key.Key_Escape)
    assert advisor.state.empty
    band.tour.click()
    assert advisor.state.actual.age == 21, "and can be taken again"
    QTest.keyClick(card_of(advisor), Qt.Key.Key_Escape)


def test_after_an_update_what_is_new_is_offered_once(own_data_dir: Path, qtbot: QtBot) -> None:
    settings.save(settings.Settings(language="en", seen="0.0.1"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for advisor in started(app, qtbot):
        assert band_of(advisor) is None
        assert carried.version() in advisor.window.frame.messages.text
        advisor.window.frame.messages.action.click()
        dialog = advisor.window.findChild(NewsDialog)
        assert dialog is not None
        dialog.accept()
    assert settings.load().settings.seen == carried.version()


def test_news_are_those_since_the_version_seen_newest_first(tmp_path: Path) -> None:
    file = tmp_path / "news.toml"
    file.write_text("".join(f'[["{version}"]]\nfr = "f{version}"\nen = "e{version}"\n' for version in ("0.9.0", "0.10.0", "1.0.0")))
    assert [version for version, _ in news_since("0.9.0", "en", file)] == ["1.0.0", "0.10.0"]
    assert news_since("0.10.0", "fr", file) == (("1.0.0", ("f1.0.0",)),)
    assert news_since("1.0.0", "fr", file) == ()


def test_the_news_that_are_shipped_speak_of_this_version_in_both_languages() -> None:
    for lang in ("fr", "en"):
        assert any(version in {carried.version(), "0.1.0"} and all(said) for version, said in news_since("0", lang))
