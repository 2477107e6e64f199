"""What the cost bars show: one bar a year, from this student's level to the award, on one scale. Figures only, no Qt."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from advisor_app.domain.attainment import level_of
from advisor_app.domain.catalogue import Payer
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.costs import CostYear
from advisor_app.domain.money import Money
from advisor_app.domain.reference import Reference
from advisor_app.domain.routes import entry_of
from advisor_app.domain.student import Student
from advisor_app.services.compare import ComparedColumn
from advisor_app.ui.itemmodels.comparison import YearBar
from advisor_app.ui.tokens import Token
from advisor_app.wording import Translator

PAYERS: dict[Payer, Token] = {
    Payer.STUDENT: "accent",
    Payer.EMPLOYER: "payer2",
    Payer.OPCO: "payer2",
    Payer.EMPLOYER_OR_OPCO: "payer2",
    Payer.NOT_STATED: "cell",
}


def start_level(student: Student, columns: Sequence[ComparedColumn]) -> int | None:
    """The level that the timeline begins at: the student's, or the lowest entry where it is not known."""
    reference = next((column.subject.reference for column in columns), None)
    known = _level(student, reference) if reference else None
    entries = [entry_of(column.subject.programme, column.check.route).after for column in columns if column.check]
    return known if known is not None else min(entries, default=None)


def _level(student: Student, reference: Reference) -> int | None:
    levels = (level_of(one, reference) for one in student.qualifications)
    return max((int(level.high) for level in levels if level), default=None)


def bars_of(
    checks: Sequence[RouteCheck | None], after: Sequence[int], start: int | None, tr: Translator
) -> list[tuple[YearBar, ...]]:
    """The bars of each column. ``after`` is the level that each column is entered from."""
    top = max((_price(year) for check in checks if check for year in check.cost.years), default=Decimal(0))
    found: list[tuple[YearBar, ...]] = []
    for check, entry in zip(checks, after, strict=True):
        if check is None:
            found.append(())
            continue
        before = range(min(start if start is not None else entry, entry) + 1, entry + 1)
        elsewhere = (YearBar(tr.tr("Bac+{level}, elsewhere", level=level), tr.tr("Not stated"), False, ()) for level in before)
        found.append((*elsewhere, *(_bar(year, check.cost.currency, top, tr) for year in check.cost.years)))
    return found


def _price(year: CostYear) -> Decimal:
    return sum((item.total for item in year.items), Decimal(0))


def _bar(year: CostYear, currency: str, top: Decimal, tr: Translator) -> YearBar:
    level = tr.tr("Bac+{level} year", level=year.reaches)
    price = _price(year)
    if not year.items:
        return YearBar(level, tr.tr("Not stated"), False, ())
    return YearBar(level, tr.money(Money(price, currency)), True, tuple(_parts(year, price, top)))


def _parts(year: CostYear, price: Decimal, top: Decimal) -> Iterable[tuple[Token, float, bool]]:
    """Each payer's sure part, then what is open between them, hatched."""
    if not top:
        return
    sure = Decimal(0)
    for share in year.shares():
        if share.amount.minimum:
            sure += share.amount.minimum
            yield PAYERS[share.payer], float(share.amount.minimum / top), False
    if price > sure:
        yield "ctl", float((price - sure) / top), True
