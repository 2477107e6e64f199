"""What a route costs, payment by payment: when, by whom, and why something is in no sum. Needs no Qt."""

from collections.abc import Iterator

from advisor_app.domain.money import Money
from advisor_app.domain.payments import Payment, When
from advisor_app.domain.text import Listing, Value, msg
from advisor_app.domain.timeline import Timeline, TimelineYear
from advisor_app.services.compare import ComparedColumn
from advisor_app.ui.fact_looks import FACTS
from advisor_app.ui.itemmodels.comparison import Para
from advisor_app.ui.itemmodels.naming import DOT, before
from advisor_app.wording import Translator


def payment_blocks(column: ComparedColumn, tr: Translator) -> Iterator[list[Para]]:
    """Each year of each scenario, then what the sums leave out and what has to be known."""
    for timeline in column.timelines:
        if timeline.scenario is not None:
            yield [Para("", tr.render(timeline.scenario), icon="signpost")]
        for year in timeline.years:
            yield list(_year(year, tr))
        yield from _rest(timeline, tr)


def _year(year: TimelineYear, tr: Translator) -> Iterator[Para]:
    level = tr.tr("Bac+{level}, elsewhere", level=year.reaches)
    parts = [level if year.elsewhere else tr.tr("Bac+{level} year", level=year.reaches)]
    parts += [tr.render(year.school_year)] if year.school_year else []
    yield Para("", DOT.join(parts))
    if not year.payments:
        yield Para(tr.tr("Not stated"), italic=True, tone="text2")
    for payment in year.payments:
        yield from _payment(payment, tr)


def _payment(payment: Payment, tr: Translator) -> Iterator[Para]:
    lead = before(tr, tr.sentence(payment.what))
    if payment.price is None:
        yield Para(tr.tr("not stated"), lead, italic=True, tone="text2")
    else:
        yield Para(tr.money_between(payment.price, payment.currency), lead)
    told = [tr.render(payment.covers), *_payers(payment, tr)]
    told += [due] if (due := _due(payment.when, tr)) else []
    yield Para(tr.sentence(Listing(tuple(told), "dot")), small=True, tone="text2")
    if payment.reason is not None:
        yield Para(tr.tr("In no sum: {why}", why=payment.reason), small=True, tone="confirm", icon="circle-dashed")
    if payment.other_year:
        words = tr.tr("Printed for {year}: another school year", year=payment.price_year or "")
        yield Para(words, small=True, tone="confirm", icon="flag")
    look = FACTS[payment.evidence.status]
    yield Para(tr.render(payment.evidence.status), small=True, tone=look.tone, icon=look.icon)


def _payers(payment: Payment, tr: Translator) -> Iterator[str]:
    for share in payment.shares:
        if len(payment.shares) == 1:
            yield tr.tr("paid by {payer}", payer=share.payer)
        else:
            yield tr.tr("{payer}: {amount}", payer=share.payer, amount=tr.money_between(share.amount, payment.currency))


def _due(when: When, tr: Translator) -> str:
    """As far as the page says; nothing where it does not."""
    if when.month is not None:
        day = when.due.day if when.due else None
        due: Value = msg("{day} {month}", day=day, month=when.month) if day else when.month
        return tr.tr("due {when}", when=due)
    return tr.tr("due {when}", when=when.due.moment) if when.due and when.due.moment else ""


def _rest(timeline: Timeline, tr: Translator) -> Iterator[list[Para]]:
    for discount in timeline.at_once:
        totals = Listing(tuple(Money(total, timeline.cost.currency) for total in discount.totals), "or")
        words = tr.tr("{totals} ({condition})", totals=totals, condition=discount.discount.condition)
        yield [Para(words, before(tr, tr.tr("With the discount")))]
    if timeline.cost.open:
        yield [Para("", tr.tr("Left out of the sum")), *(Para(tr.sentence(one)) for one in timeline.cost.open)]
    if timeline.cost.notes:
        yield [Para("", tr.tr("To know")), *(Para(tr.sentence(one)) for one in timeline.cost.notes)]
