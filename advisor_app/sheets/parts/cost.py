"""The chart of what each way to study costs, from entry to award, on one scale from zero."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from advisor_app.domain.catalogue import Charge, ChargeKind, Discount, Payer, PaymentPlan, Programme
from advisor_app.domain.costs import Cost, CostItem, charge_label, charges_of, discounts_of, financing_of
from advisor_app.domain.facts import Status
from advisor_app.domain.routes import Route, entry_of, format_of
from advisor_app.domain.text import Listing, Message
from advisor_app.services.compare import Compared, ComparedColumn
from advisor_app.sheets.model import CostChart, CostRow, Fill, Legend, Line, Run, Segment, Style, Tick
from advisor_app.sheets.parts.money import discount_note
from advisor_app.sheets.press import DAGGER, Press, joined, lowered, plain, strong, within

MOST_WAYS = 3
STEPS = (1, 2, 3, 5, 10)
MOST_TICKS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way through a programme: routes that cost the same, the student's own first."""

    routes: tuple[Route, ...]
    cost: Cost

    @property
    def route(self) -> Route:
        return self.routes[0]


def chart(press: Press, compared: Compared) -> CostChart:
    rows = tuple(row for column in compared.columns for row in _rows(press, column))
    highest = max((sum(segment.amount for segment in row.segments) for row in rows), default=0.0)
    currency = next((way.cost.currency for column in compared.columns for way in ways(column)), "EUR")
    return CostChart(
        title=press.words("The cost, from entry to award"),
        legend=(
            Legend(Fill.FAMILY, press.words("the family")),
            Legend(Fill.EMPLOYER, press.words("the employer or its OPCO")),
            Legend(Fill.UNCONFIRMED, press.words("amount or share not confirmed")),
        ),
        heading=press.words("Programme and format"),
        scale_heading=press.words("Amount"),
        words_heading=press.words("Who pays, and what is left open"),
        ticks=_ticks(press, highest, currency),
        rows=rows,
    )


def ways(column: ComparedColumn) -> tuple[Way, ...]:
    """The column's own route first, then the other formats from the same entry on the same campus; equal costs once."""
    own = column.check
    if own is None:
        return ()
    found: list[Way] = [Way(routes=(own.route,), cost=own.cost)]
    seen = {own.route.format}
    for check in column.programme.routes:
        route = check.route
        if route.format in seen or (route.entry, route.campus) != (own.route.entry, own.route.campus):
            continue
        seen.add(route.format)
        contract = format_of(column.subject.programme, route).kind.has_contract
        twin = next((place for place, way in enumerate(found) if contract and _alike(way, check.cost)), None)
        if twin is None:
            found.append(Way(routes=(route,), cost=check.cost))
        else:
            found[twin] = Way(routes=(*found[twin].routes, route), cost=found[twin].cost)
    return tuple(found[:MOST_WAYS])


def _alike(way: Way, cost: Cost) -> bool:
    kinds = {year.kind.has_contract for year in way.cost.years}
    return kinds == {year.kind.has_contract for year in cost.years} and (way.cost.by_payer, way.cost.open) == (
        cost.by_payer,
        cost.open,
    )


def _rows(press: Press, column: ComparedColumn) -> Iterator[CostRow]:
    first = True
    for way in ways(column):
        for row in _of_way(press, column, way, named=first):
            yield row
            first = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    """``form`` tells two bars of one way apart: in instalments, in one payment."""

    segments: tuple[Segment, ...]
    printed: str
    form: str = ""
    words: Line = ()


def _of_way(press: Press, column: ComparedColumn, way: Way, *, named: bool) -> Iterator[CostRow]:
    programme = column.subject.programme
    tuition = next((charge for charge in charges_of(programme, way.route) if charge.kind is ChargeKind.TUITION), None)
    who = _who(press, programme, way)
    for place, bar in enumerate(_bars(press, programme, way, tuition)):
        left_out = _left_out(press, programme, way, tuition, own=named) if place == 0 else ()
        words = joined((part for part in (who, bar.words, left_out) if part), " ")
        yield _row(press, column, way, bar, words, named=named and place == 0)


def _row(press: Press, column: ComparedColumn, way: Way, bar: _Bar, words: Line, *, named: bool) -> CostRow:
    programme = column.subject.programme
    title = ", ".join(part for part in (_formats(press, programme, way), bar.form) if part)
    short = press.voice.render(programme.short_name)
    stale = DAGGER if press.stale(press.source(programme.source)) else ""
    heading = strong(f"{short}{stale}")
    said = "".join(run.text for run in words if isinstance(run, Run) and run.style is not Style.REFERENCE).strip()
    return CostRow(
        title=(heading, plain(_entered(press, programme, way, title))) if named else (plain(title),),
        segments=bar.segments,
        printed=bar.printed,
        words=(words,),
        alt=press.words("{programme}, {format}: {amount}. {words}", programme=short, format=title, amount=bar.printed, words=said),
        opens_group=named,
    )


def _entered(press: Press, programme: Programme, way: Way, title: str) -> str:
    """With the entry where there are several to tell apart."""
    if len(programme.entry_points) < 2:
        return title
    return press.words("Entry {entry} · {format}", entry=entry_of(programme, way.route).name, format=lowered(title))


def _formats(press: Press, programme: Programme, way: Way) -> str:
    """The page's own name of the format; several that cost the same by the words for their kinds."""
    formats = tuple(format_of(programme, route) for route in way.routes)
    if len(formats) == 1:
        return press.voice.sentence(formats[0].name)
    kinds = [press.voice.render(format_.kind) for format_ in formats]
    lower = tuple(f"{kind[:1].lower()}{kind[1:]}" if place else kind for place, kind in enumerate(dict.fromkeys(kinds)))
    return press.voice.listing(Listing(lower, "or"))


# --- bars


def _bars(press: Press, programme: Programme, way: Way, tuition: Charge | None) -> Iterator[_Bar]:
    if tuition is None or tuition.amount is None:
        yield _Bar(segments=(), printed=press.words("not stated"))
    elif tuition.status is Status.OTHER_PROGRAMME:
        printed = press.words("[{amount}] not confirmed", amount=press.amount(tuition.amount, tuition.currency))
        words = () if _under_contract(way) else _own_words(press, tuition)
        yield _Bar(segments=(Segment(float(tuition.amount), Fill.UNCONFIRMED),), printed=printed, words=words)
    elif tuition.currency is None:
        printed = press.words("{amount}, currency not printed", amount=tuition.amount)
        yield _Bar(segments=(), printed=printed)
    elif _under_contract(way):
        yield _contract_bar(press, way)
    else:
        yield from _initial_bars(press, programme, way, tuition)


def _under_contract(way: Way) -> bool:
    return any(year.kind.has_contract for year in way.cost.years)


def _own_words(press: Press, charge: Charge) -> Line:
    said = press.tr("Not confirmed: the page’s price line names another programme.")
    return (*said, *press.ref(charge), *press.as_printed(charge))


def _contract_bar(press: Press, way: Way) -> _Bar:
    items = [item for year in way.cost.years for item in year.items if item.charge.kind is ChargeKind.TUITION]
    segments = tuple(segment for item in items for segment in _shared(press, item, len(items)))
    total = press.amount(sum((item.total for item in items), Decimal(0)), way.cost.currency)
    unsure = any(segment.fill is Fill.EMPLOYER_UNCONFIRMED for segment in segments)
    printed = press.words("{amount}, share not confirmed", amount=total) if unsure else total
    return _Bar(segments=segments, printed=printed if segments else press.words("not stated"))


def _shared(press: Press, item: CostItem, count: int) -> Iterator[Segment]:
    """A payment split between family and employer, or one bar where the page does not settle the split."""
    label = press.figure(item.total) if count > 1 else ""
    if any(not share.amount.exact for share in item.shares):
        yield Segment(float(item.total), Fill.EMPLOYER_UNCONFIRMED, label)
        return
    for share in item.shares:
        if share.amount.maximum > 0:
            fill = Fill.FAMILY if share.payer is Payer.STUDENT else Fill.EMPLOYER
            yield Segment(float(share.amount.maximum), fill, label)


def _initial_bars(press: Press, programme: Programme, way: Way, tuition: Charge) -> Iterator[_Bar]:
    amounts = [item.total for year in way.cost.years for item in year.items if item.charge is tuition]
    total = sum(amounts, Decimal(0))
    plan = next((plan for plan in programme.plans if plan.charge == tuition.id), None)
    parts = _instalments(plan) if plan and len(amounts) == 1 else ()
    segments = tuple(
        Segment(float(part), Fill.FAMILY, press.figure(part) if len(parts or amounts) > 1 else "") for part in parts or amounts
    )
    form = press.voice.tr_n("in {count} payment", "in {count} payments", len(parts)) if parts else ""
    if not amounts:
        yield _Bar(segments=(), printed=press.words("length not stated: no total"))
        return
    yield _Bar(segments=segments, printed=press.amount(total, way.cost.currency), form=form, words=_plan_words(press, way, plan))
    for discount in discounts_of(programme, tuition):
        yield _discount_bar(press, way, discount, len(amounts))


def _instalments(plan: PaymentPlan) -> tuple[Decimal, ...]:
    if plan.deposit is None or not plan.instalments or plan.instalment.value is None:
        return ()
    return (plan.deposit, *(plan.instalment.value,) * plan.instalments)


def _plan_words(press: Press, way: Way, plan: PaymentPlan | None) -> Line:
    if plan is None or plan.deposit is None:
        return press.tr("Payment schedule: {silence}.", silence=press.not_stated)
    deposit = press.amount(plan.deposit, way.cost.currency)
    if plan.instalment.value is None or not plan.instalments:
        return (*press.tr("{deposit} on registration, then instalments.", deposit=deposit), *press.ref(plan))
    each = (Run(press.amount(plan.instalment.value, way.cost.currency)), *press.inferred(plan.instalment))
    said = press.tr_n(
        "{deposit} on registration, then {count} instalment of {each}.",
        "{deposit} on registration, then {count} instalments of {each}.",
        plan.instalments,
        deposit=deposit,
        each=each,
    )
    return (*said, *press.ref(plan))


def _discount_bar(press: Press, way: Way, discount: Discount, times: int) -> _Bar:
    totals = sorted({base.total * times for base in discount.bases})
    printed = press.voice.listing(Listing(tuple(press.amount(total, way.cost.currency) for total in totals), "or"))
    between = tuple(Segment(float(high - low), Fill.BETWEEN) for low, high in pairwise(totals))
    rate = press.voice.percent(discount.rate)
    of = press.tr("of what: {silence}", silence=press.not_stated) if len(totals) > 1 else press.say(discount.bases[0].text)
    words = press.tr("Less {rate}, {of}.", rate=rate, of=of)
    return _Bar(
        segments=(Segment(float(totals[0]), Fill.FAMILY), *between),
        printed=printed,
        form=press.words("with the discount"),
        words=(*words, *press.ref(discount), *discount_note(press, discount, way.cost.currency)),
    )


# --- words


def _who(press: Press, programme: Programme, way: Way) -> Line:
    financing = financing_of(programme, way.route)
    if not _under_contract(way):
        return press.tr("The family.")
    if financing is None:
        return press.tr("Who pays under a contract: {silence}.", silence=press.not_stated)
    if financing.status is Status.CONFLICTING:
        said = joined((within(press.say(reading.value)) for reading in financing.readings), press.semicolon)
        line = press.tr("{conflicting}: {readings}.", conflicting=press.conflicting, readings=said)
        return (*line, *press.ref(financing), *press.doubt(financing))
    share = financing.student_share
    left = press.not_stated if share.value is None else plain(press.amount(share.value, way.cost.currency))
    payer = press.voice.sentence(financing.payer)
    said = press.tr("{payer}; left to the family while the contract runs: {amount}.", payer=payer, amount=left)
    return (*said, *press.ref(financing))


def _said(message: Message) -> bool:
    """Whether more is known of a charge than that it is not stated, which stands with the price on the first page."""
    reason = dict(message.params).get("reason")
    return not (isinstance(reason, Message) and reason.template == "not stated")


def _left_out(press: Press, programme: Programme, way: Way, tuition: Charge | None, *, own: bool) -> Line:
    """What the bar leaves out, the charges that every way meets said once; the price and who pays are said already."""
    known = charge_label(tuition) if tuition else ChargeKind.TUITION
    charges = [message for message in way.cost.open if dict(message.params).get("charge") not in {None, known} and _said(message)]
    parts = []
    if own and charges:
        what = joined((within(press.say(message)) for message in charges), press.semicolon)
        parts.append(press.tr("Besides, {what}.", what=what))
    financing = financing_of(programme, way.route)
    if _under_contract(way) and financing is not None and financing.without_contract.value is None:
        parts.append(press.tr("Without a contract: {silence}.", silence=press.not_stated))
    return joined(parts, " ")


# --- the scale


def _ticks(press: Press, highest: float, currency: str) -> tuple[Tick, ...]:
    """Round steps from zero to the first that reaches the longest bar; the last carries the currency."""
    if highest <= 0:
        return ()
    step = _step(highest)
    count = math.ceil(highest / step)
    labels = [press.figure(Decimal(step * place)) for place in range(count)]
    last = press.amount(Decimal(step * count), currency)
    return tuple(Tick(float(step * place), label) for place, label in enumerate((*labels, last)))


def _step(highest: float) -> int:
    power: int = 10 ** max(0, math.floor(math.log10(highest)) - 1)
    return next(step * scale for scale in (power, power * 10) for step in STEPS if highest / (step * scale) <= MOST_TICKS - 1)
