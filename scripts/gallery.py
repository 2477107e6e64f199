"""Pictures of every component, in both languages and both themes: ``python scripts/gallery.py FOLDER``.

Needs a display, real or virtual (or ``QT_QPA_PLATFORM=offscreen``). ``QT_SCALE_FACTOR=2`` gives the pictures at 200 %.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from advisor_app.domain.facts import Status
from advisor_app.domain.text import Lang
from advisor_app.domain.verdicts import Verdict
from advisor_app.ui import components as kit
from advisor_app.ui.components import Chip, ChipLook, FactView, Kind, Part
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.theme import Mode, install_theme
from advisor_app.ui.tokens import Role, Space
from advisor_app.wording import Translator


def choose(lang: Lang, english: str, french: str) -> str:
    """Sample words; real ones come from the translator."""
    return french if lang == "fr" else english


def row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.UNIT)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder


def chips(lang: Lang) -> QWidget:
    return row(
        Chip("graduation-cap", "Level", "Bac+3", ChipLook.FACT),
        Chip("book-open", "Field", choose(lang, "Law", "Droit"), ChipLook.FACT),
        Chip("briefcase", "Format", "Alternance", ChipLook.WISH),
        Chip("house", choose(lang, "Residence", "Résidence")),
        Chip("cake", choose(lang, "Age", "Âge"), "", ChipLook.ASKED),
    )


def buttons(lang: Lang) -> Iterator[QWidget]:
    on = kit.Button(choose(lang, "In comparison", "Comparé"), key="C")
    on.setCheckable(True)
    on.setChecked(True)
    off = kit.Button(choose(lang, "Open comparison", "Ouvrir la comparaison"), key="Ctrl+↵")
    off.setEnabled(False)
    yield row(
        kit.Button(choose(lang, "Open comparison", "Ouvrir la comparaison"), Kind.PRIMARY, key="Ctrl+↵"),
        kit.Button(choose(lang, "Sheet", "Fiche"), icon="file-text", key="Ctrl+P"),
        kit.Button(choose(lang, "Open route", "Voir le parcours"), Kind.GHOST),
    )
    add = kit.IconButton("plus", choose(lang, "Add to comparison", "Ajouter à la comparaison"), edged=True)
    added = kit.IconButton("plus", choose(lang, "Add to comparison", "Ajouter à la comparaison"), edged=True)
    added.setCheckable(True)
    added.setChecked(True)
    yield row(on, off, add, added, kit.IconButton("x", "Remove"))
    yield row(
        kit.Button(choose(lang, "By verdict", "Par verdict"), Kind.GHOST, trailing="chevron-down", tone="text2"),
        kit.SegmentedControl("Rows", [("d", choose(lang, "Differences first", "Différences")), ("a", "Tout")], "d"),
    )


def facts(lang: Lang, words: Translator) -> Iterator[QWidget]:
    stated = FactView(
        label="Alternance",
        value=[Part("10,950 €/yr", strong=True), Part(", school year 2025/26")],
        status=Status.STATED,
        section="Rates",
        age=choose(lang, "12 mo", "12 mois"),
        quote="“For 2025/2026 : MSc sandwich course: €10,950/year”",
        provenance="HEIP programme page, “Rates”, updated 24 November 2025. The school year began before that date.",
    )
    opened = kit.FactRow(stated, words)
    opened.source.click()
    yield kit.FactRow(
        FactView(
            label=choose(lang, "Award", "Diplôme"),
            value=[Part("RNCP title, level 7, no. 39853")],
            note="Certified by The MBA Institute, not by HEIP",
            status=Status.INFERRED,
            section=choose(lang, "Work-study", "Alternance"),
            age=choose(lang, "12 mo", "12 mois"),
        ),
        words,
    )
    yield kit.FactRow(
        FactView(
            label=choose(lang, "Internship", "Stage"),
            value=[Part("4 to 6 months. “First-year students” or “every year”? The page says both.")],
            status=Status.CONFLICTING,
            section="Une rubrique au nom très long",
            age=choose(lang, "12 mo", "12 mois"),
        ),
        words,
    )
    yield kit.FactRow(
        FactView(
            label=choose(lang, "Taught in", "Enseigné en"),
            value=[Part(choose(lang, "The page names no language", "La page ne nomme aucune langue"), italic=True)],
            status=Status.NOT_STATED,
            elsewhere=choose(lang, "whole page read", "page lue en entier"),
        ),
        words,
    )
    yield opened


def left(lang: Lang, words: Translator) -> Iterator[QWidget]:
    yield chips(lang)
    yield row(*(kit.VerdictPill(verdict, words) for verdict in Verdict))
    yield from buttons(lang)
    search = kit.SearchField("Search", choose(lang, "Search", "Rechercher"), "Ctrl+F")
    search.setMaximumWidth(170)
    yield row(search)
    for verdict in (Verdict.CAN_APPLY, Verdict.NEED_INFO):
        facet = kit.FacetCheck(words.render(verdict), int(verdict is Verdict.CAN_APPLY), look=VERDICTS[verdict])
        facet.setChecked(verdict is Verdict.CAN_APPLY)
        facet.setMaximumWidth(160)
        yield facet
    yield row(
        kit.TrayTile("MSc International Relations", choose(lang, "HEIP · 2 yrs from Bac+3", "HEIP · 2 ans"), "Remove"),
        kit.AddTile(choose(lang, "Add", "Ajouter")),
    )
    yield kit.AddTile("Press {key} on a programme to put it here, two to five of them", "C")
    long = kit.ElidedLabel("MSc Expert in International Relations & Cooperations, with a name that goes on and on", Role.HEAD)
    long.setMaximumWidth(300)
    yield long
    yield kit.IconLabel("flag", "Courses do not match the stated aims", "confirm")


def right(lang: Lang, words: Translator) -> Iterator[QWidget]:
    bar = kit.MessageBar(words)
    bar.show_message("Student cleared.", action="Undo")
    yield bar
    error = kit.MessageBar(words)
    error.show_message("The sheet cannot be written to /media/stick/sheet.pdf: no space left. Choose another place.", "error")
    yield error
    tabs = [kit.Tab("o", "Overview"), kit.Tab("c", "Curriculum", flagged=True), kit.Tab("a", "Admission")]
    yield kit.TabStrip("Sections", tabs, "o")
    yield kit.SectionBand("Award and length")
    yield from facts(lang, words)
    yield kit.WayForwardCard(
        choose(lang, "Way forward", "Pour avancer"),
        [
            kit.Way("Join in year 1 instead:", "can apply now, same campus and format, 2 years", "Open route"),
            kit.Way("Validate a Bac+4 first:", "60 more ECTS, in one of the fields asked", "Try it"),
        ],
    )
    ask = kit.AskCard(
        choose(lang, "Ask next", "À demander"),
        choose(lang, "bears on 13 legal checks", "porte sur 13 vérifications légales"),
        "Is the student French, European or from elsewhere?",
        [("fr", "French"), ("eu", "EU, EEA, Swiss"), ("o", "Other")],
    )
    ask.add_then("then: Age")
    yield ask


def page(lang: Lang) -> QWidget:
    words = Translator(lang)
    holder = QWidget()
    holder.setProperty("ground", "surface")
    grid = QGridLayout(holder)
    for column, widgets in enumerate((left(lang, words), right(lang, words))):
        stack = QVBoxLayout()
        stack.setSpacing(Space.UNIT)
        for widget in widgets:
            if widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
                stack.addWidget(row(widget))
            else:
                stack.addWidget(widget)
        stack.addStretch(1)
        grid.addLayout(stack, 0, column)
    grid.setColumnStretch(0, 45)
    grid.setColumnStretch(1, 55)
    holder.resize(1366, 768)
    return holder


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "gallery")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    modes: tuple[Mode, ...] = ("light", "dark")
    langs: tuple[Lang, ...] = ("en", "fr")
    for mode in modes:
        install_theme(app, mode)
        for lang in langs:
            shown = page(lang)
            shown.show()
            app.processEvents()
            shown.grab().save(str(folder / f"components-{lang}-{mode}.png"))
            shown.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main())
