"""The comparison as it is shown, as a table for other programs: its words, and in a second one where they come from. Needs no Qt.

The advisor's notes are left out: what is copied or saved here is handed on.
"""

from collections.abc import Iterable, Iterator, Sequence

from advisor_app.domain.facts import Status
from advisor_app.interchange.spreadsheet import Line, Page
from advisor_app.ui.compare.comparison_said import ComparisonSaid
from advisor_app.ui.compare.heads_said import HeadSaid
from advisor_app.ui.itemmodels.comparison import CellSaid, RowKind, RowSaid
from advisor_app.ui.itemmodels.naming import Namer, document


def comparison_page(said: ComparisonSaid, rows: Sequence[RowSaid], name: Namer) -> Page:
    """The rows in the order shown, those behind folds opened; what is only drawn is said in words."""
    return Page(
        title=name.tr.tr("Comparison"),
        corner=said.corner,
        heads=tuple(_head(head, name) for head in said.heads),
        lines=tuple(_lines(rows)),
    )


def _head(head: HeadSaid, name: Namer) -> str:
    verdict = name.tr.sentence(head.verdict) if head.verdict else ""
    return "\n".join(part for part in (head.title, head.subtitle, verdict, head.reason, head.law, head.stale) if part)


def _lines(rows: Iterable[RowSaid]) -> Iterator[Line]:
    told: set[str] = set()
    for row in rows:
        if row.kind is RowKind.BAND:
            yield Line(label=row.label)
        for one in row.folded if row.kind is RowKind.FOLD else (row,):
            if one.kind in (RowKind.FACT, RowKind.PICTURE) and one.key not in told:
                told.add(one.key)
                yield Line(label=one.label, cells=tuple(_words(cell) for cell in one.cells))


def _words(cell: CellSaid) -> str:
    """As it reads in the table, with the status and the doubt that are only marks there."""
    shown = "\n".join(f"{para.lead}{para.text}".strip() for para in cell.paras)
    drawn = cell.spoken if cell.picture is not None else shown
    marks = [mark for mark in (cell.best, cell.status, cell.flag) if mark and mark not in drawn]
    return f"{drawn} ({'; '.join(marks)})" if marks and drawn else drawn


def source_page(said: ComparisonSaid, name: Namer) -> Page:
    """For every value: how it is known, the page, the heading to look under, its date, and for what year it holds."""
    tr = name.tr
    heads = (
        tr.tr("Column"),
        tr.tr("Value"),
        tr.tr("How it is known"),
        tr.tr("Page"),
        tr.tr("Heading"),
        tr.tr("Dated"),
        tr.tr("For"),
    )
    lines = tuple(_sources(said, name))
    return Page(title=tr.tr("Sources"), corner=tr.tr("Row"), heads=heads, lines=lines)


def _sources(said: ComparisonSaid, name: Namer) -> Iterator[Line]:
    tr = name.tr
    for row in said.rows:
        for place, cell in enumerate(row.cells):
            known = said.compared.columns[place].subject.sources
            for shown in cell.filled.values if cell.filled else ():
                if shown.status is Status.NOT_STATED and shown.value is None:
                    continue
                evidence = shown.evidence
                source = known.get(evidence.source)
                dated = tr.date(source.dated, day_known=source.day_known) if source and source.dated else ""
                value = "" if shown.value is None else tr.sentence(shown.value)
                readings = " / ".join(tr.sentence(reading.value) for reading in shown.readings)
                told = (value or readings, tr.render(shown.status), document(source) if source else "", evidence.section, dated)
                yield Line(label=row.label, cells=(said.heads[place].spoken, *told, evidence.valid_for or ""))
