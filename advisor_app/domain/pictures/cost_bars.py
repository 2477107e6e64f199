"""Cost by payer and year as bars: what each payer surely pays, and the open part between them, to be hatched."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.costs import CostYear
from advisor_app.domain.money import Interval, Money
from advisor_app.domain.quantities import SchoolYear
from advisor_app.domain.terms import Payer
from advisor_app.domain.text import Listing, Message, Value, msg
from advisor_app.domain.timeline import Timeline, TimelineYear

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What one payer pays at least."""

    payer: Payer
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CostBar:
    """One year of one column. ``year`` is below 1 for a year ``elsewhere``; ``reaches`` is the level (Bac+N) at its end.

    ``price`` is what is paid in the year, whoever pays it; ``None``: not stated, which has no height. The bar is as high as
    ``price.maximum``: ``known`` parts from the floor up, then ``open``, whose payers are in ``between``. ``left_out`` names what is
    to be paid in the year and stands in no sum: it has no height, and the bar must not look complete.
    """

    year: int
    reaches: int
    elsewhere: bool
    school_year: SchoolYear | None
    price: Interval | None
    known: tuple[Known, ...]
    open: Decimal
    between: tuple[Payer, ...]
    left_out: tuple[Value, ...]
    said: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class BarColumn:
    """The bars of one column, in one currency. ``said`` has the column's name and every bar."""

    currency: str
    bars: tuple[CostBar, ...]
    said: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class CostBars:
    """The bars of all columns. Columns in one currency share a scale; ``said`` describes the whole picture."""

    columns: tuple[BarColumn, ...]
    said: Value

    def top(self, currency: str) -> Decimal:
        """The dearest year in that currency, which has the full height."""
        prices = (bar.price.maximum for column in self.columns if column.currency == currency for bar in column.bars if bar.price)
        return max(prices, default=NOTHING)

    @property
    def one_scale(self) -> bool:
        """Whether heights of different columns may be compared at all."""
        return len({column.currency for column in self.columns if any(bar.price for bar in column.bars)}) < 2


def cost_bars(timelines: Sequence[Timeline | None], names: Sequence[Value]) -> CostBars:
    """The bars of each column's timeline; ``None`` for a column without a route. ``names`` tell the columns apart."""
    columns = tuple(_column(timeline, name) for timeline, name in zip(timelines, names, strict=True))
    return CostBars(columns=columns, said=Listing(tuple(column.said for column in columns), "semicolon"))


def _column(timeline: Timeline | None, name: Value) -> BarColumn:
    if timeline is None:
        return BarColumn(currency="EUR", bars=(), said=msg("{column}: {words}", column=name, words=msg("not stated")))
    currency = timeline.cost.currency
    bars = tuple(_bar(year, currency) for year in timeline.years)
    said: Value = Listing(tuple(bar.said for bar in bars), "comma") if bars else msg("not stated")
    return BarColumn(currency=currency, bars=bars, said=msg("{column}: {words}", column=name, words=said))


def _bar(year: TimelineYear, currency: str) -> CostBar:
    cost = year.cost
    stated = cost is not None and bool(cost.items)
    price = cost.price if cost and stated else None
    shares = cost.shares() if cost else ()
    known = tuple(Known(payer=share.payer, amount=share.amount.minimum) for share in shares if share.amount.minimum)
    unsettled = (price.maximum if price else NOTHING) - sum((part.amount for part in known), NOTHING)
    left_out = tuple(payment.what for payment in year.payments if payment.reason is not None)
    return CostBar(
        year=year.number,
        reaches=year.reaches,
        elsewhere=year.elsewhere,
        school_year=year.school_year,
        price=price,
        known=known,
        open=unsettled,
        between=tuple(share.payer for share in shares if not share.amount.exact),
        left_out=left_out,
        said=_said(year, cost, currency, left_out),
    )


def _said(year: TimelineYear, cost: CostYear | None, currency: str, left_out: tuple[Value, ...]) -> Message:
    if year.elsewhere:
        return msg("Bac+{level} year, elsewhere: not stated", level=year.reaches)
    if cost is None or not cost.items:
        return msg("Bac+{level} year: not stated", level=year.reaches)
    shares = tuple(
        msg("{payer} {amount}", payer=share.payer, amount=amount_said(share.amount, currency)) for share in cost.shares()
    )
    said = msg("Bac+{level} year: {shares}", level=year.reaches, shares=Listing(shares, "comma"))
    return msg("{year}, without: {what}", year=said, what=Listing(left_out, "comma")) if left_out else said


def amount_said(amount: Interval, currency: str | None) -> Value:
    """An amount, or the two that it lies between."""
    low, high = Money(amount.minimum, currency), Money(amount.maximum, currency)
    return high if amount.exact else msg("{low} to {high}", low=low, high=high)
