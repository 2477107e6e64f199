"""The Sheet place: the preview is what prints, in either language, and saving says what became of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.services.compare import Column
from advisor_app.ui.components import Label
from advisor_app.ui.components.control import Control
from advisor_app.ui.sheet import printing, saving
from advisor_app.ui.sheet.memory import SheetMemory
from advisor_app.ui.sheet.panel import NAMES
from advisor_app.ui.sheet.preview import COST, COURSES
from advisor_app.ui.sheet.sheet_place import SheetPlace
from tests.ui.desk import Heard, make_desk, opened
from tests.ui.small_catalogue import LICENCE_IN_LAW, TODAY

Make = Callable[..., tuple[SheetPlace, Heard]]
TWO = ("affairs", "intelligence")


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(lang: str = "en", columns: tuple[str, ...] = TWO, memory: SheetMemory | None = None) -> tuple[SheetPlace, Heard]:
        desk, heard = make_desk(lang)  # type: ignore[arg-type]
        place = SheetPlace(desk, opened, memory)
        qtbot.addWidget(place)
        place.today = TODAY
        place.resize(1270, 704)
        desk.state.set_student(LICENCE_IN_LAW)
        for column in columns:
            desk.state.add_to_comparison(Column(programme=column))
        desk.state.go("sheet")
        with qtbot.waitActive(place):
            place.show()
            place.activateWindow()
        place.activate()
        QApplication.processEvents()
        return place, heard

    return made


def title(place: SheetPlace) -> str:
    assert place._prepared is not None
    return place._prepared.model.title


def texts(place: SheetPlace) -> list[str]:
    return [label.text() for label in place.findChildren(Label) if label.isVisible()]


def test_the_main_things_have_their_names(make: Make) -> None:
    place, _ = make()
    assert place.panel.save_button.accessibleName() == "Export sheet"
    assert place.view.accessibleName() == "Sheet preview"


def test_the_preview_shows_the_pages_of_the_comparison(make: Make) -> None:
    place, _ = make()
    assert place.pages.rowCount() >= 1
    assert place.note.text().startswith("exactly what prints · ")
    assert title(place) == "Two programmes, side by side"
    assert "Master 2 Intelligence" in place.view.accessibleDescription()
    assert place.thumbnails.currentIndex().row() == 0


def test_the_sheet_has_a_language_of_its_own(make: Make) -> None:
    memory = SheetMemory()
    place, _ = make(memory=memory)
    assert "window: English" in texts(place)
    QTest.mouseClick(place.panel.language._segments["fr"], Qt.MouseButton.LeftButton)
    assert title(place) == "Deux formations, côte à côte"
    assert memory.lang == "fr", "it is still French when the place is built anew"
    assert place.note.text().startswith("exactly what prints"), "the window stays English"


def test_a_remembered_language_is_used_again(make: Make) -> None:
    place, _ = make(memory=SheetMemory(lang="fr"))
    assert place.panel.lang == "fr"
    assert title(place) == "Deux formations, côte à côte"


def test_parts_can_be_left_off(make: Make) -> None:
    place, _ = make()
    for part in (COST, COURSES):
        place.panel.parts[part].click()
    assert place._prepared is not None
    assert place._prepared.model.cost is None
    assert place._prepared.model.courses is None


def test_pages_it_rests_on_are_listed_with_their_age(make: Make) -> None:
    place, _ = make()
    found = texts(place)
    assert "24 November 2025, 11 months old" in found
    assert "March 2020, 6 years old: said on the sheet" in found


def test_a_what_if_is_printed_as_one(make: Make) -> None:
    place, _ = make()

    def told() -> str:
        assert place._prepared is not None
        return place._prepared.model.student

    real = told()
    place.desk.state.suppose(replace(LICENCE_IN_LAW, age=31))
    assert told().startswith("What if, not the real situation: ")
    assert "aged 31" in told()
    place.desk.state.drop()
    assert told() == real
    place.desk.state.suppose(replace(LICENCE_IN_LAW, age=31))
    place.desk.state.adopt()
    assert "What if" not in told()


def test_a_change_of_student_or_comparison_is_printed(make: Make) -> None:
    place, _ = make()
    place.desk.state.add_to_comparison(Column(programme="security"))
    assert title(place) == "Three programmes, side by side"
    before = place._prepared
    (held,) = LICENCE_IN_LAW.qualifications
    place.desk.state.set_student(replace(LICENCE_IN_LAW, qualifications=(replace(held, level=4),)))
    assert place._prepared is not before


def test_an_unseen_sheet_is_made_only_when_it_is_shown(make: Make) -> None:
    place, _ = make()
    before = place._prepared
    place.desk.state.go("programmes")
    place.desk.state.add_to_comparison(Column(programme="security"))
    assert place._prepared is before
    place.desk.state.go("sheet")
    place.activate()
    assert title(place) == "Three programmes, side by side"


def test_with_fewer_than_two_it_says_what_to_do_and_leads_back(make: Make) -> None:
    place, _ = make(columns=("affairs",))
    assert place.back.isVisible()
    assert any("two to five programmes" in text for text in texts(place))
    QTest.keyClick(place.back, Qt.Key.Key_Return)
    assert place.desk.state.place == "programmes"


def test_saving_suggests_a_name_and_writes_a_tagged_pdf(make: Make, tmp_path: Path) -> None:
    memory = SheetMemory(folder=tmp_path)
    place, heard = make(memory=memory)
    suggested: list[Path] = []

    def ask(path: Path) -> Path:
        suggested.append(path)
        return path

    place.ask_file = ask
    QTest.keyClick(place, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert suggested == [tmp_path / "Comparison North South 2026-11-22.pdf"]
    with pikepdf.open(suggested[0]) as pdf:
        assert len(pdf.pages) == place.pages.rowCount(), "the file has the pages of the preview"
        assert pdf.Root.MarkInfo.Marked
    assert heard.said == [(f"Saved: Comparison North South 2026-11-22.pdf in {tmp_path}", "news")]
    assert heard.actions[0] is not None


def test_a_folder_that_cannot_be_written_is_reported_and_nothing_is_left(make: Make, tmp_path: Path) -> None:
    place, heard = make()
    place.ask_file = lambda _: tmp_path / "gone" / "sheet.pdf"
    place.save()
    (problem,) = heard.reported
    assert isinstance(problem, EnvironmentProblem)
    said = place.desk.words.render(problem.message)
    assert str(tmp_path / "gone" / "sheet.pdf") in said
    assert "choose another place" in said
    assert heard.said == []
    assert list(tmp_path.iterdir()) == []


def test_changing_ones_mind_saves_nothing(make: Make, tmp_path: Path) -> None:
    place, heard = make()
    place.ask_file = lambda _: None
    place.save()
    assert (heard.said, heard.reported) == ([], [])


def test_without_a_printer_it_says_so_and_offers_to_save(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisor_app.ui.sheet.printing.has_printer", lambda: False)
    place, heard = make()
    place.ask_file = lambda _: tmp_path / "sheet.pdf"
    place.panel.print_button.click()
    ((words, severity),) = heard.said
    assert severity == "warning"
    assert "no printer" in words
    save = heard.actions[0]
    assert save is not None
    save()
    assert (tmp_path / "sheet.pdf").exists()


def test_every_page_reaches_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    page = QImage(297, 210, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    assert printing.print_pages(printer, (page, page))
    with pikepdf.open(tmp_path / "printed.pdf") as pdf:
        assert len(pdf.pages) == 2


def test_pages_follow_the_size(make: Make, qtbot: QtBot) -> None:
    place, _ = make()
    fitted = place.view._sheet.page_width
    QTest.keyClick(place, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert place.view._sheet.page_width > fitted
    assert place.zoom.text() == "75%"
    qtbot.waitUntil(lambda: place._prepared is not None and place._prepared.dpi == place.view.dpi)
    QTest.keyClick(place, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert place.view._sheet.page_width == fitted
    assert place.zoom.text() == "Fit width"


def test_pages_and_thumbnails_go_together(make: Make) -> None:
    place, _ = make()
    place.view.setFocus()
    QTest.keyClick(place.view, Qt.Key.Key_End)
    last = place.pages.rowCount() - 1
    assert place.thumbnails.currentIndex().row() == last
    place.thumbnails.setCurrentIndex(place.pages.index(0))
    assert place.view.verticalScrollBar().value() < place.view.verticalScrollBar().maximum()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_everything_that_takes_the_focus_has_a_name(make: Make, lang: str) -> None:
    place, _ = make(lang)
    nameless = []
    for widget in place.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            words = widget.text() if isinstance(widget, Control) else ""
            if not (widget.accessibleName() or words):
                nameless.append(repr(widget))
    assert not nameless


def test_french_speaks_french(make: Make) -> None:
    place, _ = make("fr")
    found = texts(place)
    assert "Fiche" in found
    assert "Langue de la fiche" in found
    assert place.panel.save_button.text() == "Enregistrer"
    assert title(place) == "Deux formations, côte à côte"
    assert place.zoom.text() == "Ajuster à la largeur"
    assert NAMES["en"] == "English", "a language is called by its own name"


def test_names_of_files_hold_nothing_that_a_system_refuses() -> None:
    assert saving.file_name(("A/B", "C:D"), "fr", TODAY) == "Comparaison A B C D 2026-11-22.pdf"
