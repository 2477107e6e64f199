"""What leaves the Sheet place: checked, whole, and said."""

import email
import email.policy
import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.columns import Column
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.services.reader import CatalogueReader
from advisor_app.ui.sheet.memory import SheetMemory
from advisor_app.ui.sheet.sheet_place import SheetPlace
from tests.command import HEIP, INTELLIGENCE, SECURITY, SEED
from tests.ui.desk import Heard, make_desk, show_alone
from tests.ui.small_catalogue import LICENCE_IN_LAW, TODAY

Make = Callable[..., tuple[SheetPlace, Heard]]
AS_ROOT = os.name == "posix" and os.geteuid() == 0


def seed() -> AbstractContextManager[CatalogueReader]:
    return nullcontext(open_catalogue(SEED))


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Make:
    def made(lang: str = "en", columns: tuple[str, ...] = (HEIP, SECURITY), occasion: str = "") -> tuple[SheetPlace, Heard]:
        desk, heard = make_desk(lang)  # type: ignore[arg-type]
        place = SheetPlace(desk, seed, SheetMemory(occasion=occasion, folder=tmp_path, day=TODAY))
        desk.state.set_student(LICENCE_IN_LAW)
        for column in columns:
            desk.state.add_to_comparison(Column(programme=column))
        desk.state.go("sheet")
        show_alone(qtbot, place, height=704)
        place.activate()
        QApplication.processEvents()
        return place, heard

    return made


def titles(place: SheetPlace) -> list[str]:
    return [row.line.title for row in place.panel.claims.rows]


# --- what the claim check found


def test_what_was_found_is_listed_with_its_rule_and_what_becomes_of_it(make: Make) -> None:
    place, _ = make()
    assert place.panel.claims.state.text() == "3 cautions printed"
    assert titles(place)[:3] == [
        "“MSc” is a name of the school’s choosing",
        "A partnership to check",
        "The price is of a past year",
    ]
    assert "Every fact has its source" in titles(place)
    row = place.panel.claims.rows[0]
    assert row.toggle is not None
    assert row.toggle.accessibleName() == "Show: “MSc” is a name of the school’s choosing"
    assert not row._more.isVisible()
    QTest.keyClick(row.toggle, Qt.Key.Key_Space)
    assert row._more.isVisible()
    more = " ".join(row.line.more)
    assert "The sheet prints a caution." in more
    assert "Onisep" in more
    assert "Read on 22 November 2026" in more


def unfold(place: SheetPlace, title: str) -> None:
    row = next(row for row in place.panel.claims.rows if row.line.title == title)
    assert row.toggle is not None
    row.toggle.click()


def test_what_is_unfolded_is_ringed_and_brought_into_sight_on_whichever_page_it_stands(make: Make) -> None:
    place, _ = make()
    scrolled = place.view.verticalScrollBar()
    unfold(place, "An old or undated page")
    assert {spot.page for spot in place.view.spots} == {1}, "pages are named at the end"
    assert scrolled.value() > 0
    unfold(place, "“MSc” is a name of the school’s choosing")
    (spot,) = place.view.spots
    assert spot.page == 0
    assert 0 < spot.left < spot.right < 0.5, "in the column of the first programme"
    assert scrolled.value() < place.view._sheet.boxes()[1].top()
    place.view.go_to(1)
    unfold(place, "“MSc” is a name of the school’s choosing")
    assert not place.view.spots
    assert scrolled.value() > 0, "folding it scrolls nothing"
    unfold(place, "A partnership to check")
    (spot,) = place.view.spots
    assert spot.left > 0.5, "in the column of the second programme"


def test_tab_goes_down_the_panel(make: Make) -> None:
    place, _ = make()
    place.panel.details.head.setFocus()
    met = []
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget() or place, Qt.Key.Key_Tab)
        met.append((QApplication.focusWidget() or place).accessibleName().partition(":")[0])
    assert met[:2] == ["Show", "Show"], met
    assert met.index("More ways to hand it over") < met.index("Export sheet"), met


def test_an_unfolded_row_stays_so_while_the_sheet_changes(make: Make) -> None:
    place, _ = make()
    first = place.panel.claims.rows[0]
    assert first.toggle is not None
    first.toggle.click()
    place.desk.state.add_to_comparison(Column(programme=INTELLIGENCE))
    again = next(row for row in place.panel.claims.rows if row.line.key == first.line.key)
    assert again._more.isVisible()


def test_the_check_speaks_the_window_s_language(make: Make) -> None:
    place, _ = make("fr")
    assert place.panel.claims.state.text() == "3 mises en garde imprimées"
    assert "Un partenariat à vérifier" in titles(place)


def test_own_words_are_mended_before_anything_leaves(make: Make, tmp_path: Path) -> None:
    place, heard = make(occasion="Les masters de HEIP")
    assert place.panel.claims.state.text() == "Mend first"
    place.hand_over.ask_file = lambda suggested: suggested
    place.hand_over.save()
    place.hand_over.print()
    place.hand_over.mail()
    assert list(tmp_path.iterdir()) == []
    assert [severity for _, severity in heard.said] == ["warning"] * 3
    assert heard.said[0][0].startswith("School or event: “masters”. In France only national diplomas")
    place.panel.details.occasion.setText("Salon de Paris")
    place.hand_over.save()
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]


# --- files


def test_what_is_no_pdf_is_never_replaced(make: Make, tmp_path: Path) -> None:
    place, heard = make()
    other = tmp_path / "thesis.odt"
    other.write_text("three years of work")
    place.hand_over.ask_file = lambda _: other
    place.hand_over.save()
    assert other.read_text() == "three years of work"
    assert len(heard.reported) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(("lang", "reason"), [("en", "no space left on the disk"), ("fr", "plus de place sur le disque")])
def test_a_full_disk_is_one_clear_line(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, reason: str) -> None:
    real = os.open

    def full(path: Path, flags: int, mode: int = 0o777) -> int:
        return real("/dev/full", flags & ~os.O_EXCL) if str(path).endswith(".part") else real(path, flags, mode)

    place, heard = make(lang)
    place.hand_over.ask_file = lambda suggested: suggested
    monkeypatch.setattr(os, "open", full)
    place.hand_over.save()
    monkeypatch.undo()
    (problem,) = heard.reported
    assert isinstance(problem, EnvironmentProblem)
    assert reason in place.desk.words.render(problem.message)
    assert list(tmp_path.iterdir()) == []


def test_a_draft_has_the_sheet_attached_and_names_nobody(make: Make, tmp_path: Path) -> None:
    place, heard = make()
    given: list[Path] = []

    def take(path: Path) -> bool:
        given.append(path)
        return True

    place.hand_over.open_path = take
    QTest.keyClick(place, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert [path.name for path in given] == ["Comparison HEIP ILERI 2026-11-22.eml"]
    message = email.message_from_bytes(given[0].read_bytes(), policy=email.policy.default)
    assert (message["X-Unsent"], message["To"], message["From"]) == ("1", None, None)
    assert message["Subject"] == "Two programmes, side by side"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "Comparison HEIP ILERI 2026-11-22.pdf"
    assert attached.get_content().startswith(b"%PDF-")
    assert heard.said[0][0] == f"Draft opened, with the sheet attached: {given[0].name} in {tmp_path}"
    place.hand_over.mail()
    assert given[1].name == "Comparison HEIP ILERI 2026-11-22 (2).eml", "nothing is replaced"


def test_a_draft_speaks_the_language_of_the_sheet(make: Make) -> None:
    place, _ = make()
    given: list[Path] = []

    def take(path: Path) -> bool:
        given.append(path)
        return True

    place.hand_over.open_path = take
    place.panel.language.set_value("fr")
    place.panel.language.chosen.emit("fr")
    place.hand_over.mail()
    message = email.message_from_bytes(given[0].read_bytes(), policy=email.policy.default)
    assert message["Subject"] == "Deux formations, côte à côte"
    body = message.get_body()
    assert body is not None
    assert body.get_content().startswith("La fiche est jointe")


def test_without_a_mail_program_it_says_where_the_draft_is(make: Make, tmp_path: Path) -> None:
    place, heard = make()
    place.hand_over.open_path = lambda _: False
    place.hand_over.mail()
    assert heard.said == [
        (f"No mail program opened the draft. It is Comparison HEIP ILERI 2026-11-22.eml in {tmp_path}.", "warning")
    ]
    place.hand_over.open_folder()
    assert heard.said[1] == (f"The folder could not be opened: {tmp_path}", "warning")


def test_the_folder_opens_with_one_key(make: Make, tmp_path: Path) -> None:
    place, _ = make()
    given: list[Path] = []

    def take(path: Path) -> bool:
        given.append(path)
        return True

    place.hand_over.open_path = take
    QTest.keyClick(place, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert given == [tmp_path]
