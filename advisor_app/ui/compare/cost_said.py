"""What a route costs this student, in words: beside the bars for a screen reader, and in the row "Student pays". Needs no Qt."""

from advisor_app.domain.catalogue import Payer
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.routes import entry_of
from advisor_app.services.compare import ComparedColumn
from advisor_app.ui.compare.cells_said import not_stated
from advisor_app.ui.itemmodels.comparison import CellSaid, Para, YearBar
from advisor_app.ui.itemmodels.naming import before
from advisor_app.wording import Translator

MOST_LINES = 2


def bars_cell(bars: tuple[YearBar, ...], tr: Translator) -> CellSaid:
    """The bars of one column, each also said."""
    if not bars:
        words = tr.tr("Not stated")
        return CellSaid(key=None, paras=(not_stated(words),), status=words, spoken=words)
    return CellSaid(key=bars, bars=bars, spoken="; ".join(before(tr, bar.level) + _heard(bar, tr) for bar in bars))


def _heard(bar: YearBar, tr: Translator) -> str:
    """The amount, and who pays it or that this is open."""
    payers = {"accent": tr.tr("student"), "payer2": tr.tr("employer or OPCO"), "cell": tr.tr("payer not stated")}
    paid = [tr.tr("open") if open_ else payers[token] for token, _, open_ in bar.parts]
    return f"{bar.amount} ({', '.join(dict.fromkeys(paid))})" if paid else bar.amount


def pays_cell(column: ComparedColumn, start: int | None, tr: Translator) -> CellSaid:
    """The student's own part from their level to the award; what no sum holds is said in words."""
    check = column.check
    if check is None:
        return bars_cell((), tr)
    open_ = [f"+ {tr.sentence(message)}" for message in check.cost.open] + [tr.sentence(note) for note in check.cost.notes]
    after = entry_of(column.subject.programme, check.route).after
    total = _total(check, start is not None and after > start, after, tr)
    small = [Para(words, small=True, tone="text2") for words in open_[:MOST_LINES]]
    if len(open_) > MOST_LINES:
        more = len(open_) - MOST_LINES
        small.append(Para(tr.tr_n("and {count} more", "and {count} more", more), small=True, tone="text2"))
    spoken = "; ".join((f"{total.lead}{total.text}", *open_))
    silent = not total.lead
    return CellSaid(
        key=(total, *open_),
        paras=(total, *small),
        status=tr.tr("Not stated") if silent else "",
        spoken=spoken,
    )


def _total(check: RouteCheck, elsewhere: bool, after: int, tr: Translator) -> Para:
    cost = check.cost
    amount = cost.of(Payer.STUDENT)
    if amount is None:
        return not_stated(tr.tr("Not stated"))
    said = tr.money_between(amount, cost.currency)
    rest = []
    if any(year.kind.has_contract for year in cost.years):
        rest.append(tr.tr("while a contract runs"))
    if elsewhere:
        rest.append(tr.tr("and a Bac+{level} before it", level=after))
    return Para(f" {', '.join(rest)}" if rest else "", said)
