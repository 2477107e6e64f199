"""The pages that the columns rest on: as rows, and in one line at the foot. Needs no Qt."""

from collections.abc import Iterator

from advisor_app.domain.facts import Severity, Status
from advisor_app.services.compare import Compared, ComparedColumn
from advisor_app.ui.compare.cells_said import known_as
from advisor_app.ui.compare.groups import Part
from advisor_app.ui.itemmodels.comparison import CellSaid, Para, RowKind, RowSaid
from advisor_app.ui.itemmodels.naming import DOT, Namer, document

PAGES, DOUBTS = "sources", "doubts"


def source_rows(compared: Compared, name: Namer) -> Iterator[RowSaid]:
    """The page of each column with its date and age, and how many doubts were noted on it."""
    tr = name.tr
    yield _row(PAGES, tr.tr("Page"), known_as(Status.STATED, (_page(column, name) for column in compared.columns), tr))
    yield _row(
        DOUBTS,
        tr.tr("Doubts about the page"),
        known_as(Status.CALCULATED, (_doubts(column, name) for column in compared.columns), tr),
    )


def _row(key: str, label: str, cells: tuple[CellSaid, ...]) -> RowSaid:
    differs = len({cell.key for cell in cells}) > 1
    return RowSaid(kind=RowKind.FACT, key=key, group=Part.SOURCES.value, label=label, differs=differs, cells=cells)


def _page(column: ComparedColumn, name: Namer) -> CellSaid:
    tr, programme = name.tr, column.subject.programme.id
    source = name.source(programme)
    if source is None:
        return CellSaid(key=None, paras=(Para(tr.tr("Not stated"), italic=True, tone="text2"),), spoken=tr.tr("Not stated"))
    paras = [Para(document(source), icon="link-2")]
    if source.dated is not None:
        dated = tr.date(source.dated, day_known=source.day_known)
        stale = bool(name.stale(programme))
        age = tr.tr("{date}, {age}", date=dated, age=tr.age_old(source.dated, name.today))
        paras.append(Para(age, small=True, tone="confirm" if stale else "text2", icon="flag" if stale else None))
    return CellSaid(key=source.id, paras=tuple(paras), spoken="; ".join(para.text for para in paras))


def _doubts(column: ComparedColumn, name: Namer) -> CellSaid:
    """How many change an answer or a fact; noise is not counted."""
    tr = name.tr
    flags = [flag for flag in column.subject.programme.flags if flag.severity is not Severity.C]
    if not flags:
        return CellSaid(key=0, paras=(Para(tr.tr("None noted"), tone="text2"),), spoken=tr.tr("None noted"))
    words = tr.tr_n("{count} doubt", "{count} doubts", len(flags))
    para = Para(words, tone="confirm", icon="flag")
    return CellSaid(key=(column.subject.programme.id, len(flags)), paras=(para,), spoken=words)


def sources_said(compared: Compared, name: Namer) -> str:
    """The pages that the columns rest on, with their dates; their age where they are old."""
    tr, said = name.tr, []
    for programme in dict.fromkeys(column.subject.programme.id for column in compared.columns):
        source = name.source(programme)
        if source is None or source.dated is None:
            continue
        dated = tr.short_date(source.dated, day_known=source.day_known)
        page = tr.tr("{school} page, {date}", school=source.publisher, date=dated)
        said.append(f"{page}, {tr.age_old(source.dated, name.today)}" if name.stale(programme) else page)
    return DOT.join(dict.fromkeys(said))
