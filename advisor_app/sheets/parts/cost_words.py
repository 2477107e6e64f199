"""What stands beside the bars of the costs: who pays, how, and what no bar holds."""

from advisor_app.domain.catalogue import Charge, Discount, PaymentPlan, Programme
from advisor_app.domain.charges import charge_label, financing_of
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.facts import Status
from advisor_app.domain.terms import ChargeKind, Per
from advisor_app.domain.text import Listing, Message, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.parts.entry import article
from advisor_app.sheets.parts.money import discount_note
from advisor_app.sheets.parts.ways import Way
from advisor_app.sheets.press import Press, joined, plain, strong, within


def who(press: Press, programme: Programme, way: Way) -> Line:
    """Who pays, as the page says it; every reading where it contradicts itself."""
    if not way.under_contract:
        return press.tr("The family.")
    alone = [year.year for year in way.cost.years if not year.kind.has_contract]
    first = (press.tr("Year {years}: the family; then: ", years=Listing(tuple(str(year) for year in alone))),) if alone else ()
    said = _under_contract(press, programme, way)
    return (*(run for line in first for run in line), *(within(said) if first else said))


def _check(column: ComparedColumn, way: Way) -> RouteCheck | None:
    return next((one for one in column.programme.routes if one.route == way.route), None)


def closed_by_law(press: Press, column: ComparedColumn, way: Way) -> Line:
    """Where this student may not sign the contract that a bar supposes: the reason, and the article in a note."""
    check = _check(column, way)
    rule = check.legal.decisive if check is not None and check.legal.closed else None
    if rule is None:
        return ()
    why = (*within(press.say(rule.answer.reason)), *article(press, rule), Run("."))
    return (*strong(press.words("Not open to you, by law:")), Run(" "), *why)


def open_by_law(press: Press, column: ComparedColumn, way: Way) -> Line:
    """Where it is still to be confirmed that this student may sign it; nothing where nothing is against it or nobody is asked."""
    check = _check(column, way)
    rule = check.legal.decisive if check is not None and check.legal.verdict is Verdict.TO_CONFIRM else None
    return (*press.tr("By law, to be confirmed"), *article(press, rule), Run(".")) if rule is not None else ()


def _under_contract(press: Press, programme: Programme, way: Way) -> Line:
    financing = financing_of(programme, way.route)
    if financing is None:
        return press.tr("Who pays under a contract: {silence}.", silence=press.not_stated)
    if financing.status is Status.CONFLICTING:
        said = joined((within(press.say(reading.value)) for reading in financing.readings), press.semicolon)
        line = press.tr("{conflicting}: {readings}.", conflicting=press.conflicting, readings=said)
        return (*line, *press.ref(financing), *press.doubt(financing))
    share = financing.student_share
    left = press.not_stated if share.value is None else plain(press.amount(share.value, way.cost.currency))
    payer = press.voice.sentence(financing.payer)
    said = press.tr("{payer}; tuition left to the family while the contract runs: {amount}.", payer=payer, amount=left)
    return (*said, *press.ref(financing))


def own_words(press: Press, charge: Charge) -> Line:
    said = press.tr("Not confirmed: the page’s price line names another programme.")
    return (*said, *press.ref(charge), *press.as_printed(charge))


def plan_words(press: Press, way: Way, plan: PaymentPlan | None) -> Line:
    """The payments of a plan, with their dates as far as the page gives any."""
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
    return joined(((*said, *press.ref(plan)), _taken(press, way)), " ")


def _taken(press: Press, way: Way) -> Line:
    """How the price was read: that the deposit is a part of it, and it the price of all, no page says; else it would be more."""
    tuition = way.tuition
    deposit = any(payment.charge is tuition and payment.what is ChargeKind.DEPOSIT for payment in way.first.payments)
    readings = [msg("the deposit is part of the price")] if deposit else []
    readings += [msg("the price is for the whole programme")] if tuition is not None and tuition.per is Per.NOT_STATED else []
    return press.tr("Inferred: {readings}.", readings=Listing(tuple(readings), "semicolon")) if readings else ()


def discount_words(press: Press, discount: Discount, currency: str) -> Line:
    rate = press.voice.percent(discount.rate)
    bases = {base.total for base in discount.bases}
    of = press.tr("of what: {silence}", silence=press.not_stated) if len(bases) > 1 else press.say(discount.bases[0].text)
    words = press.tr("Less {rate}, {of}.", rate=rate, of=of)
    return (*words, *press.ref(discount), *discount_note(press, discount, currency))


def left_out(press: Press, programme: Programme, way: Way, *, own: bool) -> Line:
    """What no bar holds: charges that enter no sum, the price without a contract.

    What every way meets is said once, with the student's ``own``; the price and who pays are said already.
    """
    parts = []
    if own:
        known = charge_label(way.tuition) if way.tuition else ChargeKind.TUITION
        charges = [message for message in way.cost.open if dict(message.params).get("charge") not in {None, known}]
        charges = [message for message in charges if _said(message)]
        if charges:
            what = joined((within(press.say(message)) for message in charges), press.semicolon)
            parts.append(press.tr("Besides, {what}.", what=what))
    financing = financing_of(programme, way.route)
    if way.under_contract and financing is not None and financing.without_contract.value is None:
        parts.append(press.tr("Without a contract: {silence}.", silence=press.not_stated))
    return joined(parts, " ")


def _said(message: Message) -> bool:
    """Whether more is known of a charge than that it is not stated, which stands with the price on the first page."""
    reason = dict(message.params).get("reason")
    return not (isinstance(reason, Message) and reason.template == "not stated")
