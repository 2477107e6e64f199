"""The rows on this student: verdict and reason, the law, the smallest way forward, wishes. Needs no Qt."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace

from advisor_app.domain.check import RouteCheck
from advisor_app.domain.facts import Status
from advisor_app.domain.headlines import other_route, route_reason
from advisor_app.domain.pictures.requirements_side import RequirementColumn, RequirementsSideBySide
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.text import Listing
from advisor_app.domain.topics import Topic
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.compare import Compared
from advisor_app.ui.compare.cells_said import known_as
from advisor_app.ui.compare.groups import Part
from advisor_app.ui.compare.pictures import Conditions
from advisor_app.ui.itemmodels.comparison import CellSaid, Para, RowKind, RowSaid
from advisor_app.ui.itemmodels.naming import LAW_TONES, Namer
from advisor_app.ui.looks import VERDICTS, Look

VERDICT, CONDITIONS, LAW, WAY, WISHES = "verdict", "conditions", "law", "way-forward", "wishes"
_WISH_LOOKS: dict[bool | None, Look] = {
    True: VERDICTS[Verdict.CAN_APPLY],
    None: VERDICTS[Verdict.TO_CONFIRM],
    False: VERDICTS[Verdict.NOT_YET],
}


def verdict_rows(compared: Compared, name: Namer) -> Iterator[RowSaid]:
    """What no column has anything to say on is left out."""
    for row in _rows(compared, name):
        yield replace(row, cells=known_as(Status.CALCULATED, row.cells, name.tr))


def _rows(compared: Compared, name: Namer) -> Iterator[RowSaid]:
    tr, checks = name.tr, [column.check for column in compared.columns]
    yield _row(VERDICT, tr.tr("Verdict"), tuple(_cell(check, name, _verdict) for check in checks))
    yield _conditions_row(compared, name)
    if any(check and check.legal.applies for check in checks):
        yield _row(LAW, tr.tr("What the law says"), tuple(_cell(check, name, _law) for check in checks))
    if any(check and check.ways for check in checks):
        yield _row(WAY, tr.tr("Way forward"), tuple(_cell(check, name, _way) for check in checks))
    if any(check and check.wishes for check in checks):
        yield _row(WISHES, tr.tr("What the student wishes"), tuple(_cell(check, name, _wishes) for check in checks))


def _conditions_row(compared: Compared, name: Namer) -> RowSaid:
    """The conditions side by side: the column's own in words, all of them as signs in the same order."""
    figures = compared.pictures.requirements
    signs = [Conditions(tuple(_signs(figures, place))) for place in range(len(figures.columns))]
    cells = tuple(_conditions(column, sign, name) for column, sign in zip(figures.columns, signs, strict=True))
    return replace(_row(CONDITIONS, name.tr.tr("Conditions"), cells), topics=frozenset({Topic.DIPLOMA}))


def _signs(figures: RequirementsSideBySide, column: int) -> Iterator[FindingStatus | None]:
    """As many places for each kind as the column that asks most of it has."""
    for row in figures.rows:
        wide = max(len(cell) for cell in row.cells)
        found = [finding.status for finding in row.cells[column]]
        yield from (*found, *(None for _ in range(wide - len(found))))


def _conditions(column: RequirementColumn, signs: Conditions, name: Namer) -> CellSaid:
    tr = name.tr
    counts = [(status, count) for status, count in column.counts if count]
    if column.silent or not counts:
        words = tr.tr("The page states no entry requirement.")
        return CellSaid(key=None, paras=(Para(words, tone="text2"),), spoken=words)
    paras = tuple(
        Para(
            tr.tr("{status}: {count}", status=status, count=count),
            small=True,
            tone=VERDICTS[status.verdict].tone,
            icon=VERDICTS[status.verdict].icon,
        )
        for status, count in counts
    )
    return CellSaid(key=(signs, paras), picture=signs, paras=paras, spoken=tr.sentence(column.said))


def _row(key: str, label: str, cells: tuple[CellSaid, ...]) -> RowSaid:
    differs = len({cell.key for cell in cells}) > 1
    return RowSaid(kind=RowKind.FACT, key=key, group=Part.VERDICT.value, label=label, differs=differs, cells=cells)


def _cell(check: RouteCheck | None, name: Namer, say: Callable[[RouteCheck, Namer], tuple[Para, ...]]) -> CellSaid:
    paras = say(check, name) if check else (Para(name.tr.tr("The page states no route."), tone="text2"),)
    key: Hashable = paras
    return CellSaid(key=key, paras=paras, spoken="; ".join(f"{para.lead}{para.text}" for para in paras))


def _verdict(check: RouteCheck, name: Namer) -> tuple[Para, ...]:
    look = VERDICTS[check.verdict]
    verdict = Para("", name.tr.sentence(check.verdict), icon=look.icon, tone=look.tone)
    return verdict, Para(name.tr.sentence(route_reason(check)), small=True, tone="text2")


def _law(check: RouteCheck, name: Namer) -> tuple[Para, ...]:
    tone = LAW_TONES[check.legal.verdict] if check.legal.applies else "text2"
    return (Para(name.tr.sentence(name.law(check)), icon="scale", tone=tone),)


def _way(check: RouteCheck, name: Namer) -> tuple[Para, ...]:
    """The smallest: another route that is open, or what would have to change."""
    tr = name.tr
    if not check.ways:
        return (Para(tr.tr("Nothing has to change") if check.verdict.open else tr.tr("None known"), tone="text2"),)
    way = check.ways[0]
    if way.route is not None:
        return (Para(tr.sentence(other_route(way, name.title(way.route))), icon="signpost"),)
    changes = Listing(tuple(change.say for change in way.changes), "and")
    return (Para(tr.tr("With {changes}", changes=changes), icon="signpost"),)


def _wishes(check: RouteCheck, name: Namer) -> tuple[Para, ...]:
    found = tuple(
        Para(name.tr.sentence(wish.reason), icon=_WISH_LOOKS[wish.met].icon, tone=_WISH_LOOKS[wish.met].tone)
        for wish in check.wishes
    )
    return found or (Para(name.tr.tr("None named"), tone="text2"),)
