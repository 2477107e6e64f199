"""What a route costs this student: the bars, and what they come to in words, with and without a contract. Needs no Qt."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from advisor_app.domain.facts import Status
from advisor_app.domain.legal import against
from advisor_app.domain.money import Interval
from advisor_app.domain.pictures.cost_bars import BarColumn, CostBar
from advisor_app.domain.terms import Payer
from advisor_app.domain.timeline import Timeline
from advisor_app.domain.topics import Topic
from advisor_app.services.compare import Compared, ComparedColumn
from advisor_app.ui.compare.cells_said import known_as, not_stated
from advisor_app.ui.compare.groups import TITLES, Part
from advisor_app.ui.compare.pictures import Bars, YearBar
from advisor_app.ui.itemmodels.comparison import CellSaid, LegendItem, Para, RowKind, RowSaid
from advisor_app.ui.itemmodels.naming import Namer
from advisor_app.ui.tokens import Token
from advisor_app.wording import Translator

TIMELINE, PAYS, NO_CONTRACT, YEARLY, CREDIT = (
    "cost-timeline",
    "student-pays",
    "no-contract-found",
    "cost-per-year",
    "cost-per-credit",
)
COMPUTED = (TIMELINE, PAYS, NO_CONTRACT, YEARLY, CREDIT)
MOST_LINES = 2
_PAYERS: dict[Payer, Token] = {
    Payer.STUDENT: "accent",
    Payer.EMPLOYER: "payer2",
    Payer.OPCO: "payer2",
    Payer.EMPLOYER_OR_OPCO: "payer2",
    Payer.NOT_STATED: "cell",
}


def cost_title(compared: Compared, tr: Translator) -> str:
    """With the level that the timelines begin at: where the student stands, or the lowest entry."""
    entries = (column.check.entry.after for column in compared.columns if column.check)
    level = compared.level if compared.level is not None else min(entries, default=None)
    return tr.tr("Cost from Bac+{level} to the award", level=level) if level is not None else tr.render(TITLES[Part.COST])


def cost_rows(compared: Compared, name: Namer) -> tuple[tuple[RowSaid, ...], tuple[LegendItem, ...]]:
    """What the prices come to for this student, and what the colours stand for."""
    tr, columns = name.tr, compared.columns
    worked_out = (replace(row, cells=known_as(Status.CALCULATED, row.cells, tr)) for row in _rows(compared, tr, columns))
    return tuple(worked_out), (
        LegendItem("accent", tr.tr("Student")),
        LegendItem("payer2", tr.tr("Employer or OPCO")),
        LegendItem("hatched", tr.tr("Open: not stated or in dispute")),
    )


def _rows(compared: Compared, tr: Translator, columns: tuple[ComparedColumn, ...]) -> Iterator[RowSaid]:
    figures = compared.pictures.costs
    bars = tuple(_bars_cell(column, figures.top(column.currency), tr) for column in figures.columns)
    yield _row(RowKind.PICTURE, TIMELINE, tr.tr("Cost timeline"), bars)
    firsts = [column.timelines[0] if column.timelines else None for column in columns]
    pays = (_lawful(column, _total_cell(one, tr), tr) for column, one in zip(columns, firsts, strict=True))
    yield _row(RowKind.FACT, PAYS, tr.tr("Student pays"), tuple(pays))
    if any(len(column.timelines) > 1 for column in columns):
        cells = tuple(_without_contract(column.timelines, tr) for column in columns)
        yield _row(RowKind.FACT, NO_CONTRACT, tr.tr("If no contract is found"), cells)
    yield _row(RowKind.FACT, YEARLY, tr.tr("In the dearest year"), tuple(_yearly_cell(one, compared, tr) for one in firsts))
    yield _row(RowKind.FACT, CREDIT, tr.tr("Per ECTS credit"), tuple(_credit_cell(one, tr) for one in firsts))


def _row(kind: RowKind, key: str, label: str, cells: tuple[CellSaid, ...]) -> RowSaid:
    differs = len({cell.key for cell in cells}) > 1
    silent = all(cell.key is None for cell in cells)
    topics = frozenset({Topic.BUDGET})
    return RowSaid(
        kind=kind, key=key, group=Part.COST.value, label=label, differs=differs, silent=silent, cells=cells, topics=topics
    )


def _silent(tr: Translator) -> CellSaid:
    words = tr.tr("Not stated")
    return CellSaid(key=None, paras=(not_stated(words),), status=words, spoken=words)


def _cell(*paras: Para) -> CellSaid:
    return CellSaid(key=paras, paras=paras, spoken="; ".join(f"{para.lead}{para.text}" for para in paras))


# --- the bars


def _bars_cell(column: BarColumn, top: Decimal, tr: Translator) -> CellSaid:
    """The bars of one column, each also said."""
    if not column.bars:
        return _silent(tr)
    bars = tuple(_bar(bar, column.currency, top, tr) for bar in column.bars)
    return CellSaid(key=bars, picture=Bars(bars), spoken="; ".join(tr.sentence(bar.said) for bar in column.bars))


def _bar(bar: CostBar, currency: str, top: Decimal, tr: Translator) -> YearBar:
    elsewhere = tr.tr("Bac+{level}, elsewhere", level=bar.reaches)
    level = elsewhere if bar.elsewhere else tr.tr("Bac+{level} year", level=bar.reaches)
    if bar.price is None:
        return YearBar(level, tr.tr("Not stated"), False, ())
    return YearBar(level, tr.money_between(bar.price, currency), True, tuple(_parts(bar, top)))


def _parts(bar: CostBar, top: Decimal) -> Iterator[tuple[Token, float, bool]]:
    """Each payer's sure part, then what is open between them, hatched."""
    if not top:
        return
    for known in bar.known:
        yield _PAYERS[known.payer], float(known.amount / top), False
    if bar.open:
        yield "ctl", float(bar.open / top), True


# --- in words


def _total_cell(timeline: Timeline | None, tr: Translator) -> CellSaid:
    """The student's own part from their level to the award; what no sum holds is said."""
    if timeline is None:
        return _silent(tr)
    total = _total(timeline, tr)
    law = timeline.by_law
    asked = (tr.tr("+ {amount} by law", amount=tr.money_between(law, "EUR")),) if law and law.maximum else ()
    open_ = (f"+ {tr.sentence(message)}" for message in timeline.cost.open)
    notes = (tr.sentence(note) for note in timeline.cost.notes)
    small = (*asked, *open_, *notes)
    shown = [Para(words, small=True, tone="text2") for words in small[:MOST_LINES]]
    if len(small) > MOST_LINES:
        shown.append(Para(_more(len(small) - MOST_LINES, tr), small=True, tone="text2"))
    paras = (total, *shown)
    status = "" if total.lead else tr.tr("Not stated")
    return CellSaid(key=(total, *small), paras=paras, status=status, spoken="; ".join((f"{total.lead}{total.text}", *small)))


def _lawful(column: ComparedColumn, cell: CellSaid, tr: Translator) -> CellSaid:
    """What a student would pay under a contract that the law closes to them is no offer: the law stands with it."""
    said = against(column.check.legal) if column.check is not None and column.check.legal.closed else None
    if said is None or not cell.paras:
        return cell
    words = tr.sentence(said)
    closed = Para(words, small=True, tone="not", icon="circle-x")
    return replace(cell, key=(words, cell.key), paras=(closed, *cell.paras), spoken=f"{words}; {cell.spoken}")


def _more(count: int, tr: Translator) -> str:
    return tr.tr_n("and {count} more", "and {count} more", count)


def _total(timeline: Timeline, tr: Translator) -> Para:
    amount = timeline.cost.of(Payer.STUDENT)
    if amount is None:
        return not_stated(tr.tr("Not stated"))
    rest = []
    under_contract = [year.kind.has_contract for year in timeline.years if year.kind]
    if any(under_contract):  # of a year of initial study before it, the student pays the price
        rest.append(tr.tr("while a contract runs") if all(under_contract) else tr.tr("if a contract is found"))
    elsewhere = [year for year in timeline.years if year.elsewhere]
    if elsewhere:
        rest.append(tr.tr("and a Bac+{level} before it", level=elsewhere[-1].reaches))
    return Para(f" {', '.join(rest)}" if rest else "", tr.money_between(amount, timeline.cost.currency))


def _without_contract(timelines: tuple[Timeline, ...], tr: Translator) -> CellSaid:
    if not timelines:
        return _silent(tr)
    if len(timelines) < 2:
        return _cell(Para(tr.tr("No contract on this route"), tone="text2"))
    amount = timelines[1].cost.of(Payer.STUDENT)
    if amount is None:
        return _silent(tr)
    return _cell(Para("", tr.money_between(amount, timelines[1].cost.currency)), *_incomplete(timelines[1], tr))


def _incomplete(timeline: Timeline, tr: Translator) -> tuple[Para, ...]:
    """That a sum leaves something out is said with the sum."""
    count = len(timeline.cost.open)
    words = tr.tr_n("{count} thing left out: not stated", "{count} things left out: not stated", count)
    return (Para(words, small=True, tone="text2"),) if count else ()


def _yearly_cell(timeline: Timeline | None, compared: Compared, tr: Translator) -> CellSaid:
    """Against the student's budget, where there is one."""
    price = timeline.cost.per_year if timeline else None
    if timeline is None or price is None:
        return _silent(tr)
    amount = Para("", tr.money_between(price, timeline.cost.currency))
    over = [year.over_budget for year in timeline.years if year.over_budget is not None]
    budget = compared.student.wishes.budget_per_year
    if budget is None or not over:
        return _cell(amount)
    return _cell(amount, _against(max(over, key=lambda one: one.maximum), timeline.cost.currency, tr))


def _against(over: Interval, currency: str, tr: Translator) -> Para:
    if not over.maximum:
        return Para(tr.tr("Within the budget"), small=True, tone="ok", icon="circle-check")
    words = tr.tr("{amount} over the budget", amount=tr.money_between(over, currency))
    if over.minimum:
        return Para(words, small=True, tone="not", icon="circle-x")
    return Para(words, small=True, tone="confirm", icon="hourglass")


def _credit_cell(timeline: Timeline | None, tr: Translator) -> CellSaid:
    price = timeline.cost.per_credit if timeline else None
    if timeline is None or price is None:
        return _silent(tr)
    whose = Para(tr.tr("whoever pays it"), small=True, tone="text2")
    return _cell(Para("", tr.money_between(price, timeline.cost.currency)), whose)
