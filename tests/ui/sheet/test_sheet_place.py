"""The Sheet place: the preview is what prints, in either language, and saving says what became of it."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app import paths
from advisor_app.domain.columns import Column
from advisor_app.domain.curriculum import NO_DECISIONS, Decisions
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.domain.look import NEUTRAL
from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.services.compare import compare
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.sheet import SheetKind
from advisor_app.sheets.document import Document
from advisor_app.sheets.model import SheetModel, plain_data
from advisor_app.sheets.order import Part
from advisor_app.ui.components import Label
from advisor_app.ui.sheet import printing, saving
from advisor_app.ui.sheet.memory import SheetMemory
from advisor_app.ui.sheet.panel import NAMES
from advisor_app.ui.sheet.preview import OpenCatalogue
from advisor_app.ui.sheet.sheet_place import SheetPlace
from tests.ui.compare.desk import Memory
from tests.ui.desk import Heard, make_desk, nameless, opened, show_alone
from tests.ui.small_catalogue import LICENCE_IN_LAW, TODAY

Make = Callable[..., tuple[SheetPlace, Heard]]
TWO = ("affairs", "intelligence")


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(
        lang: str = "en",
        columns: tuple[str, ...] = TWO,
        memory: SheetMemory | None = None,
        student: Student = LICENCE_IN_LAW,
        catalogue: OpenCatalogue = opened,
        judged: Decisions = NO_DECISIONS,
    ) -> tuple[SheetPlace, Heard]:
        desk, heard = make_desk(lang)  # type: ignore[arg-type]
        memory = memory if memory is not None else SheetMemory()
        memory.day = memory.day or TODAY
        place = SheetPlace(desk, catalogue, memory, judged=Memory(judged))
        desk.state.set_student(student)
        for column in columns:
            desk.state.add_to_comparison(Column(programme=column))
        desk.state.go("sheet")
        show_alone(qtbot, place, height=704)
        place.activate()
        QApplication.processEvents()
        return place, heard

    return made


def title(place: SheetPlace) -> str:
    assert place._prepared is not None
    return place._prepared.proof.made.title


def model(place: SheetPlace) -> SheetModel | Document:
    assert place._prepared is not None
    return place._prepared.proof.made.model


def printed(place: SheetPlace) -> str:
    """Every word of the sheet in sight."""
    return json.dumps(plain_data(model(place)), ensure_ascii=False)


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
    assert place.note.text().endswith(", A4")
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
    for part in (Part.COST, Part.COURSES):
        place.panel.parts[part].click()
    made = model(place)
    assert isinstance(made, SheetModel)
    assert made.cost is None
    assert made.courses is None


def test_a_what_if_is_printed_beside_the_real_student(make: Make) -> None:
    place, _ = make()
    before = printed(place)
    place.desk.state.suppose(replace(LICENCE_IN_LAW, age=31))
    assert "aged 31" in printed(place)
    assert place.wanted is not None
    assert place.wanted.request.student == LICENCE_IN_LAW, "the real student stays on the sheet"
    place.desk.state.drop()
    assert printed(place) == before


def test_a_change_of_student_or_comparison_is_printed(make: Make) -> None:
    place, _ = make()
    place.desk.state.add_to_comparison(Column(programme="security"))
    assert title(place) == "Three programmes, side by side"
    before = place._prepared
    (held,) = LICENCE_IN_LAW.qualifications
    place.desk.state.set_student(replace(LICENCE_IN_LAW, qualifications=(replace(held, level=4),)))
    assert place._prepared is not before


def test_what_was_said_of_pairs_of_courses_is_printed(make: Make) -> None:
    columns = ("ileri-m2-strategic-intelligence", "ileri-m2-security-defence")

    def seed() -> AbstractContextManager[CatalogueReader]:
        return open_catalogue(paths.default_catalogue())

    with seed() as catalogue:
        compared = compare(catalogue, LICENCE_IN_LAW, tuple(Column(programme=one) for one in columns))
    said = NO_DECISIONS.having(compared.comparison.alignment.offered[0].pair, accepted=True)
    unsaid = printed(make(columns=columns, catalogue=seed)[0])
    place, _ = make(columns=columns, catalogue=seed, judged=said)
    assert printed(place) != unsaid, "the place of the comparison was never shown, and the sheet knows all the same"
    place.desk.state.decide(NO_DECISIONS)
    assert printed(place) == unsaid
    place.desk.state.undo()
    assert printed(place) != unsaid


def test_an_unseen_sheet_is_made_only_when_it_is_shown(make: Make) -> None:
    place, _ = make()
    before = place._prepared
    place.desk.state.go("programmes")
    place.desk.state.add_to_comparison(Column(programme="security"))
    assert place._prepared is before
    place.desk.state.go("sheet")
    place.activate()
    assert title(place) == "Three programmes, side by side"


def test_with_nothing_on_the_desk_it_says_what_to_do_and_leads_back(make: Make) -> None:
    place, _ = make(columns=(), student=Student())
    assert place.back.isVisible()
    assert "There is nothing to put on a sheet yet" in texts(place)
    QTest.keyClick(place.back, Qt.Key.Key_Return)
    assert place.desk.state.place == "programmes"


def test_one_programme_gives_a_sheet_of_its_own_and_a_comparison_comes_back(make: Make) -> None:
    place, _ = make(columns=("affairs",))
    assert place.panel.kind.value == "programme"
    assert not place.panel.kind._segments["comparison"].isEnabled()
    assert place.panel.kind._segments["comparison"].toolTip() == "Put two programmes into the comparison first."
    place.desk.state.add_to_comparison(Column(programme="intelligence"))
    assert (place.panel.kind.value, title(place)) == ("comparison", "Two programmes, side by side")


def test_every_kind_of_sheet_can_be_chosen_with_the_keyboard(make: Make) -> None:
    place, _ = make()
    kinds = place.panel.kind
    kinds._segments["comparison"].setFocus()
    QTest.keyClick(kinds, Qt.Key.Key_Right)
    assert kinds.value == "programme"
    assert place.panel.programme.isVisible()
    one = title(place)
    QTest.keyClick(kinds, Qt.Key.Key_Right)
    assert (kinds.value, title(place)) == ("summary", "Where you can apply")
    assert not place.panel.parts[Part.COST].isVisible(), "there is no cost on it to leave off"
    QTest.keyClick(kinds, Qt.Key.Key_Left)
    assert title(place) == one


def test_the_programme_of_a_sheet_in_full_can_be_chosen(make: Make) -> None:
    place, _ = make(memory=SheetMemory(kind="programme"))
    first, second = place.panel._programmes.actions()
    assert first.isChecked()
    before = title(place)
    second.trigger()
    assert title(place) != before
    assert place.panel.programme.words == second.text()


def test_paper_event_date_and_names_go_on_the_sheet(make: Make) -> None:
    kept: list[bool] = []
    memory = SheetMemory(kept=lambda: kept.append(True))
    place, _ = make(memory=memory)
    details = place.panel.details
    assert not details.occasion.isVisible(), "folded away until it is asked for"
    details.head.click()
    QTest.keyClicks(details.occasion, "Salon de Lyon")
    QTest.keyClicks(details.advisor, "Awa")
    QTest.keyClicks(details.first_name, "Noor")
    details.day.setDate(QDate(2026, 12, 1))
    details.paper._segments["letter"].click()
    said = printed(place)
    for words in ("Salon de Lyon", "Awa", "Noor", "1 December 2026"):
        assert words in said
    assert place.note.text().endswith("Letter")
    assert place.view._inches[0] == pytest.approx(11, abs=0.02)
    assert (memory.occasion, memory.paper, memory.first_name) == ("Salon de Lyon", "letter", "Noor")
    assert kept


def test_a_school_s_own_look_is_taken_up_and_a_wrong_one_is_said(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_DATA_DIR", str(tmp_path))
    look = tmp_path / "look.toml"
    look.write_text('school = "Harbour School"\ncolour = "#7A1F2B"\n')
    place, heard = make()
    assert place._prepared is not None
    assert place._prepared.wanted.options.look.school == "Harbour School"
    look.write_text('colour = "red"\n')
    place.activate()
    assert len(heard.reported) == 1
    assert place._prepared.wanted.options.look.school == "Harbour School", "the last good one stays"


def test_a_logo_that_cannot_be_drawn_is_said_and_keeps_no_sheet_back(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_DATA_DIR", str(tmp_path))
    circle = '<defs><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></defs><use href="#a"/>'
    (tmp_path / "logo.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">{circle}</svg>')
    (tmp_path / "look.toml").write_text('[logo]\nfile = "logo.svg"\nalt = "Harbour"\n')
    place, heard = make()
    (error,) = heard.reported
    assert "cannot be drawn" in place.desk.words.render(error.message)  # type: ignore[attr-defined]
    assert place._prepared is not None
    assert place._prepared.wanted.options.look == NEUTRAL


def test_a_window_that_stands_open_over_night_prints_the_new_day(qtbot: QtBot) -> None:
    desk, _ = make_desk()
    days = [TODAY]
    place = SheetPlace(desk, opened, SheetMemory(), clock=lambda: days[-1])
    desk.state.set_student(LICENCE_IN_LAW)
    for column in TWO:
        desk.state.add_to_comparison(Column(programme=column))
    desk.state.go("sheet")
    show_alone(qtbot, place, height=704)
    place.activate()
    assert "22 November 2026" in printed(place)
    days.append(TODAY + timedelta(days=1))
    place.activate()
    assert "23 November 2026" in printed(place)
    place.panel.details.day.setDate(QDate(2026, 12, 5))
    days.append(TODAY + timedelta(days=2))
    place.activate()
    assert "5 December 2026" in printed(place), "a day that was chosen stays"


def test_a_sheet_whose_language_nobody_chose_follows_the_window(make: Make) -> None:
    memory = SheetMemory()
    place, _ = make("fr", memory=memory)
    place.panel.details.occasion.setText("Salon")
    assert (memory.occasion, memory.lang) == ("Salon", None)
    again, _ = make("en", memory=memory)
    assert again.panel.lang == "en"
    again.panel.language.set_value("fr")
    again.panel.language.chosen.emit("fr")
    assert memory.lang == "fr"
    last, _ = make("en", memory=memory)
    assert last.panel.lang == "fr"


def test_the_student_s_first_name_goes_with_the_student(make: Make) -> None:
    memory = SheetMemory(first_name="Noor", advisor="Awa")
    place, _ = make(memory=memory)
    assert "Noor" in printed(place)
    place.desk.state.next_student()
    assert place.panel.details.first_name.text() == ""
    assert (memory.first_name, memory.advisor) == ("", "Awa")


def test_saving_suggests_a_name_and_writes_a_tagged_pdf(make: Make, tmp_path: Path) -> None:
    memory = SheetMemory(folder=tmp_path)
    place, heard = make(memory=memory)
    suggested: list[Path] = []

    def ask(path: Path) -> Path:
        suggested.append(path)
        return path

    place.hand_over.ask_file = ask
    QTest.keyClick(place, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert suggested == [tmp_path / "Comparison North South 2026-11-22.pdf"]
    with pikepdf.open(suggested[0]) as pdf:
        assert len(pdf.pages) == place.pages.rowCount(), "the file has the pages of the preview"
        assert pdf.Root.MarkInfo.Marked
    assert heard.said == [(f"Saved: Comparison North South 2026-11-22.pdf in {tmp_path}", "news")]
    assert heard.actions[0] is not None


def test_a_folder_that_cannot_be_written_is_reported_and_nothing_is_left(make: Make, tmp_path: Path) -> None:
    place, heard = make()
    place.hand_over.ask_file = lambda _: tmp_path / "gone" / "sheet.pdf"
    place.hand_over.save()
    (problem,) = heard.reported
    assert isinstance(problem, EnvironmentProblem)
    said = place.desk.words.render(problem.message)
    assert str(tmp_path / "gone" / "sheet.pdf") in said
    assert "choose another place" in said
    assert heard.said == []
    assert list(tmp_path.iterdir()) == []


def test_changing_ones_mind_saves_nothing(make: Make, tmp_path: Path) -> None:
    place, heard = make()
    place.hand_over.ask_file = lambda _: None
    place.hand_over.save()
    assert (heard.said, heard.reported) == ([], [])


def test_without_a_printer_it_says_so_and_offers_to_save(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    place, heard = make()
    place.hand_over.ask_file = lambda _: tmp_path / "sheet.pdf"
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
    QTest.keyClick(place, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert place.view._sheet.page_width == pytest.approx(297 / 25.4 * 96, abs=2), "the size on paper"
    QTest.keyClick(place, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert place.zoom.text() == "Fit page"
    assert place.view._sheet.boxes()[0].height() <= place.view.viewport().height()


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
    assert nameless(place) == []


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
    assert saving.file_name(SheetKind.COMPARISON, ("A/B", "C:D"), "fr", TODAY) == "Comparaison A B C D 2026-11-22.pdf"
