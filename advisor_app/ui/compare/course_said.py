"""The courses of all columns at a glance: the strip that shows what is shared, and what it says. Needs no Qt."""

from advisor_app.domain.comparison import COURSES, ComparedRow
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.facts import Status
from advisor_app.domain.pictures.course_strip import CourseColumn
from advisor_app.services.compare import Compared
from advisor_app.ui.compare.cells_said import fact_cell, known_as
from advisor_app.ui.compare.groups import Part
from advisor_app.ui.compare.pictures import CourseTicks
from advisor_app.ui.itemmodels.comparison import CellSaid, LegendItem, Para, RowKind, RowSaid
from advisor_app.ui.itemmodels.naming import Namer
from advisor_app.wording import Translator


def course_row(row: ComparedRow, compared: Compared, name: Namer) -> RowSaid:
    tr = name.tr
    columns = compared.pictures.courses.columns
    pairs = zip(columns, row.cells, strict=True)
    cells = known_as(Status.CALCULATED, (_cell(column, fact_cell(filled, tr), tr) for column, filled in pairs), tr)
    return RowSaid(
        kind=RowKind.FACT,
        key=COURSES,
        group=Part.CURRICULUM.value,
        label=tr.tr("Courses listed"),
        differs=row.differs,
        difference=tr.sentence(row.difference) if row.difference else "",
        silent=row.silent,
        cells=cells,
        legend=tuple(LegendItem(one.value, tr.render(one)) for one in Likeness),
    )


def _cell(column: CourseColumn, said: CellSaid, tr: Translator) -> CellSaid:
    """Merged with its neighbour where both show the same of the same courses."""
    if not column.years:
        return said
    years = tuple((tr.tr("Y{year}", year=year.year), year.lines) for year in column.years)
    counts = _counts(column, tr)
    flag = [Para(said.flag, small=True, tone="confirm", icon="flag")] if said.flag else []
    return CellSaid(
        key=(said.key, years),
        paras=(Para(counts, small=True, tone="text2"), *flag),
        picture=CourseTicks(years),
        spoken=", ".join(part for part in (tr.sentence(column.said), said.flag) if part),
        filled=said.filled,
    )


def _counts(column: CourseColumn, tr: Translator) -> str:
    shared, likely = column.count(Likeness.SHARED), column.count(Likeness.LIKELY)
    lines = sum(len(year.lines) for year in column.years)
    parts = [tr.tr_n("{count} line", "{count} lines", lines)]
    if shared:
        parts.append(tr.tr_n("{count} same", "{count} same", shared))
    if likely:
        parts.append(tr.tr_n("{count} likely the same", "{count} likely the same", likely))
    if not shared and not likely:
        parts.append(tr.tr("all only here"))
    return ", ".join(parts)
