"""The payments of a route one by one: for what, when, how much, and who pays."""

from advisor_app.domain.charges import Scenario
from advisor_app.domain.facts import Status
from advisor_app.domain.payments import Payment, When
from advisor_app.domain.terms import Moment, Payer
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


def payment_table(press: Press, timeline: Timeline) -> Grid | None:
    """``None`` where there is nothing to list."""
    rows = tuple(_row(press, payment) for payment in timeline.payments)
    heads = (_what(press, timeline), press.words("When"), press.words("Amount"), press.words("Who pays"))
    return Grid(heads=heads, shares=SHARES, rows=rows) if rows else None


def _what(press: Press, timeline: Timeline) -> str:
    if timeline.scenario is None:
        return press.words("Payment")
    with_one = timeline.scenario is Scenario.CONTRACT
    return press.words("With a contract from the start") if with_one else press.words("If no contract is found")


def _row(press: Press, payment: Payment) -> tuple[Cell, ...]:
    what = press.tr("{what}, {covers}", what=press.voice.sentence(payment.what), covers=payment.covers)
    lines = (what, _when(press, payment.when), _amount(press, payment), _who(press, payment))
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
