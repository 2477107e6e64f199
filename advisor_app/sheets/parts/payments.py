"""The payments of a route one by one: for what, when, how much, and who pays."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from advisor_app.domain.catalogue import PaymentPlan
from advisor_app.domain.charges import Scenario
from advisor_app.domain.facts import Status
from advisor_app.domain.payments import Payment, When
from advisor_app.domain.terms import ChargeKind, Moment, Payer
from advisor_app.domain.text import Message, msg
from advisor_app.domain.timeline import Timeline
from advisor_app.sheets.document import Grid
from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.model import Cell, Paragraph
from advisor_app.sheets.press import Press, joined, plain

MOMENTS: dict[Moment, Message] = {
    Moment.APPLICATION: msg("with the application"),
    Moment.REGISTRATION: msg("on registration"),
    Moment.START: msg("at the start"),
}
SHARES = (0.3, 0.17, 0.2, 0.33)
SHARES_UNDATED = (0.36, 0.28, 0.36)


def payment_table(press: Press, timeline: Timeline) -> Grid | None:
    """``None`` where there is nothing to list. Without its column of dates where no page gives any."""
    together = tuple(_together(timeline.payments))
    if not together:
        return None
    rows = tuple(_row(press, payments) for payments in together)
    heads = (_what(press, timeline), press.words("When"), press.words("Amount"), press.words("Who pays"))
    if any(_dated(payment.when) for payment in timeline.payments):
        return Grid(heads=heads, shares=SHARES, rows=rows)
    undated = press.words("{what}; dates not stated", what=heads[0])
    return Grid(heads=(undated, *heads[2:]), shares=SHARES_UNDATED, rows=tuple((row[0], *row[2:]) for row in rows))


def _together(payments: Iterable[Payment]) -> Iterator[tuple[Payment, ...]]:
    """Instalments of one price, of which no page says when, stand on one line; so does what the law asks of every year alike."""
    asked = list(payments)
    for key, run in groupby((one for one in asked if not one.by_law), key=_with):
        same = tuple(run)
        yield from (same,) if isinstance(key, tuple) else ((one,) for one in same)
    by_law: dict[object, list[Payment]] = {}
    for one in asked:
        if one.by_law:
            by_law.setdefault((one.what, one.price, one.reason, one.when), []).append(one)
    yield from map(tuple, by_law.values())


def _with(payment: Payment) -> object:
    return (payment.charge, payment.price) if _instalment(payment) else id(payment)


def _instalment(payment: Payment) -> bool:
    return isinstance(payment.evidence, PaymentPlan) and payment.what is not ChargeKind.DEPOSIT and not _dated(payment.when)


def _dated(when: When) -> bool:
    return when.month is not None or (when.due is not None and when.due.moment is not None)


def _what(press: Press, timeline: Timeline) -> str:
    if timeline.scenario is None:
        return press.words("Payment")
    with_one = timeline.scenario is Scenario.CONTRACT
    return press.words("With a contract from the start") if with_one else press.words("If no contract is found")


def _row(press: Press, payments: Sequence[Payment]) -> tuple[Cell, ...]:
    payment, count = payments[0], len(payments)
    name, covers = press.voice.sentence(payment.what), press.say(payment.covers)
    amount = _amount(press, payment)
    if count > 1 and payment.by_law:
        covers = press.tr("every year")
    elif count > 1:
        name = press.voice.tr_n("{count} instalment", "{count} instalments", count)
        amount = press.tr("{count} × {amount}", count=count, amount=amount)
    what = press.tr("{what}, {covers}", what=name, covers=covers)
    lines = (what, _when(press, payment.when), amount, _who(press, payment))
    return tuple(Cell((Paragraph((line,)),)) for line in lines)


def _when(press: Press, when: When) -> Line:
    if when.month is not None:
        return (*press.say(when.month), *press.ref(when.evidence))
    moment = when.due.moment if when.due else None
    return (*press.say(MOMENTS[moment]), *press.ref(when.evidence)) if moment else press.not_stated


def _amount(press: Press, payment: Payment) -> Line:
    if payment.price is None:
        return press.say(payment.reason) if payment.by_law and payment.reason else press.not_stated
    amount = press.voice.money_between(payment.price, payment.currency)
    if payment.evidence.status is Status.OTHER_PROGRAMME:
        amount = f"[{amount}]"
    year = plain(press.voice.school_year(payment.price_year)) if payment.price_year else ()
    return joined(((*plain(amount), *press.sign(payment.evidence)), year), ", ")


def _who(press: Press, payment: Payment) -> Line:
    if payment.by_law:
        return press.say(Payer.STUDENT)
    if payment.reason is not None:
        payer = press.say(payment.charge.payer) if payment.charge else ()
        return joined((payer, (*press.tr("in no sum"), Run(press.colon), *press.say(payment.reason))), press.semicolon)
    shares = [share for share in payment.shares if share.amount.maximum > 0]
    if len(shares) == 1:
        return press.say(shares[0].payer)
    parts = (
        (*press.say(share.payer), Run(" "), *plain(press.voice.money_between(share.amount, payment.currency))) for share in shares
    )
    return joined(parts, press.semicolon)
