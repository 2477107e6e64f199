"""The year of each column as a strip of months, and beside it what no month is given for. Needs no Qt."""

from advisor_app.domain.facts import Status
from advisor_app.domain.pictures.calendar_strip import CalendarColumn, Mark
from advisor_app.domain.quantities import Month
from advisor_app.domain.topics import Topic
from advisor_app.services.compare import Compared
from advisor_app.ui.compare.cells_said import known_as, not_stated
from advisor_app.ui.compare.groups import Part
from advisor_app.ui.compare.pictures import MonthStrip
from advisor_app.ui.itemmodels.comparison import CellSaid, LegendItem, Para, RowKind, RowSaid
from advisor_app.ui.itemmodels.naming import Namer
from advisor_app.wording import Translator

YEAR = "calendar-strip"


def calendar_row(compared: Compared, name: Namer) -> tuple[RowSaid, tuple[LegendItem, ...]]:
    """The strips on one floor, and the signs that they use."""
    tr, figures = name.tr, compared.pictures.calendar
    letters = tuple(tr.render(Month(month))[:1].upper() for month in figures.months)
    cells = known_as(Status.CALCULATED, (_cell(column, letters, tr) for column in figures.columns), tr)
    row = RowSaid(
        kind=RowKind.FACT,
        key=YEAR,
        group=Part.CALENDAR.value,
        label=tr.tr("Through the year"),
        differs=len({cell.key for cell in cells}) > 1,
        silent=all(cell.key is None for cell in cells),
        topics=frozenset({Topic.START}),
        cells=cells,
    )
    used = {mark for column in figures.columns for marks in column.marks for mark in marks}
    return row, tuple(LegendItem(mark.value, tr.render(mark)) for mark in Mark if mark in used)


def _cell(column: CalendarColumn, letters: tuple[str, ...], tr: Translator) -> CellSaid:
    undated = tuple(tr.sentence(words) for words in column.undated)
    paras = tuple(Para(words, small=True, tone="text2", icon="circle-dashed") for words in undated)
    spoken = tr.sentence(column.said)
    if column.empty and not undated:
        words = tr.tr("Not stated")
        return CellSaid(key=None, paras=(not_stated(words),), status=words, spoken=spoken)
    if column.empty:
        return CellSaid(key=undated, paras=paras, spoken=spoken)
    return CellSaid(key=(column.marks, undated), picture=MonthStrip(letters, column.marks), paras=paras, spoken=spoken)
