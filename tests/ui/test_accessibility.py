"""What assistive technology is told of the real window: names of everything that can be focused, of rows and of cells."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.domain.facts import Status
from advisor_app.domain.text import Lang
from advisor_app.domain.verdicts import Verdict
from advisor_app.ui.itemmodels.comparison import RowKind
from advisor_app.wording import Translator
from scripts.screens import HEIP, INTELLIGENCE, SECURITY, Stage
from tests.ui.walk import walked

LANGS: tuple[Lang, ...] = ("en", "fr")
KEPT = {
    "Search programmes": "SearchField",
    "Programmes": "ResultsView",
    "Programme details": "LinesView",
    "Add to comparison": "Button",
    "Comparison": "ComparisonTable",
    "Open comparison": "Button",
    "Export sheet": "Button",
    "Eligibility": "RouteList",
    "Next student": "Button",
    "Level": "Chip",
    "Field of study": "Chip",
    "Country of the qualification": "Chip",
    "Credits": "Chip",
    "Languages": "Chip",
    "Residence": "Chip",
    "Age": "Chip",
    "Format": "Chip",
    "Campus": "Chip",
    "Start": "Chip",
    "Budget per year": "Chip",
}
"""The names that other programs rely on, and what bears them."""


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_everything_that_can_be_focused_has_a_name(qapp: QApplication, lang: Lang) -> None:
    unnamed = walked(lang).unnamed
    assert not unnamed, "\n".join(f"{said.screen}: {said.owner} {said.text!r}" for said in unnamed)


@pytest.mark.slow
def test_the_names_that_others_rely_on_are_kept(qapp: QApplication) -> None:
    names = walked("en").names
    assert {name: kind for name, kind in KEPT.items() if kind not in names.get(name, set())} == {}


@pytest.fixture(params=LANGS)
def stage(request: pytest.FixtureRequest, qapp: QApplication, own_data_dir: Path) -> Iterator[Stage]:
    """The window with a student, in either language."""
    made = Stage(qapp)
    made.open()
    made.look(request.param)
    made.student()
    yield made
    made.close()
    assert made.faults == []


def test_a_result_says_programme_school_and_verdict(stage: Stage) -> None:
    rows = [name for role, name in told(stage.programmes.results.view) if role is QAccessible.Role.ListItem]
    verdicts = {Translator(stage.state.lang).render(verdict) for verdict in Verdict}
    assert len(rows) == len((HEIP, INTELLIGENCE, SECURITY))
    for programme_id in (HEIP, INTELLIGENCE, SECURITY):
        programme = stage.catalogue.programme(programme_id)
        school = stage.catalogue.institution(programme.institution).short_name
        (row,) = (row for row in rows if row.startswith(f"{programme.name}, {school}, "))
        assert any(row.startswith(f"{programme.name}, {school}, {verdict}") for verdict in verdicts)


def test_a_cell_of_the_comparison_says_row_column_value_and_status(stage: Stage) -> None:
    words = Translator(stage.state.lang)
    stage.compare(3)
    stage.go("compare")
    table, model = stage.comparison.page.table, stage.comparison.page.model
    names = [name for role, name in told(table) if role is QAccessible.Role.Cell]
    heads = [name for role, name in told(table) if role is QAccessible.Role.ColumnHeader]
    statuses = [words.render(status) for status in Status]
    width = model.columnCount()
    facts = [number for number, row in enumerate(model.rows) if row.kind is RowKind.FACT]
    assert facts
    for number in facts:
        for column, head in enumerate(heads):
            cell, row = names[number * width + column], model.rows[number]
            label, _, value = cell.partition(": ")
            assert label.startswith(row.label)
            assert head in cell, "a merged cell names every column that it stands for"
            assert value.strip()
            assert any(status.casefold() in value.casefold() for status in statuses), cell


def test_the_student_is_read_out_field_by_field(stage: Stage) -> None:
    chips = stage.window.frame.strip.chips
    values = {key: QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Description) for key, chip in chips.items()}
    assert values["qualification.level"].startswith("Bac+3")
    assert all(values[key] for key in ("qualification.fields", "qualification.country", "languages", "wishes.campus"))


def test_what_assistive_technology_toggles_does_what_a_click_does(stage: Stage) -> None:
    actions = QAccessible.queryAccessibleInterface(stage.programmes.details.compare_button).actionInterface()
    actions.doAction("Toggle")
    stage.settle()
    assert [column.programme for column in stage.state.comparison] == [stage.state.selected]
    actions.doAction("Toggle")
    stage.settle()
    assert not stage.state.comparison


def told(widget: QWidget) -> list[tuple[QAccessible.Role, str]]:
    """Role and name of everything within a widget, as assistive technology reads it."""
    return [(one.role(), one.text(QAccessible.Text.Name)) for one in _children(QAccessible.queryAccessibleInterface(widget))]


def _children(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield from (interface.child(number) for number in range(interface.childCount()))
