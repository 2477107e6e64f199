"""The cell on the price of the route, and what the chart of costs shares with it."""

import datetime as dt
from collections.abc import Iterator

from advisor_app.domain.age import is_over
from advisor_app.domain.catalogue import Charge, Discount
from advisor_app.domain.charges import charges_for, charges_of, discounts_of, financing_of
from advisor_app.domain.facts import Status
from advisor_app.domain.money import Interval
from advisor_app.domain.routes import years_of
from advisor_app.domain.rows import Shown
from advisor_app.domain.student import Residence
from advisor_app.domain.terms import ChargeKind, FormatKind, Per
from advisor_app.domain.text import Listing, Message, Text, msg
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.model import Cell, Paragraph, Price
from advisor_app.sheets.press import Press, joined, plain


def charges(press: Press, column: ComparedColumn, kind: ChargeKind) -> tuple[Charge, ...]:
    """The charges of one kind that this student may meet on the column's route."""
    programme = column.subject.programme
    known = charges_of(programme, column.check.route) if column.check else programme.charges
    return tuple(charge for charge in charges_for(known, press.residence) if charge.kind is kind)


def tuition(press: Press, column: ComparedColumn) -> Cell:
    found = charges(press, column, ChargeKind.TUITION)
    if not found:
        silent = Price(press.words("Not stated"), (), tuple(_below(press, column, None)))
        return Cell((silent,))
    first = _of_the_first_year(column, found)
    same = tuple(charge for charge in found if _for_others(charge, first))
    others = tuple(charge for charge in found if charge not in same)
    below = (*_of_which_year(press, column, first), *_by_audience(press, same), *_below(press, column, first))
    blocks: list[Price | Paragraph] = [Price(_headline(press, same), _after(press, first), below)]
    if others:
        blocks.append(Paragraph(tuple(_other(press, column, charge) for charge in others)))
    return Cell(tuple(blocks))


def _kinds(column: ComparedColumn) -> tuple[FormatKind, ...]:
    return years_of(column.subject.programme, column.check.route) if column.check else ()


def _of_the_first_year(column: ComparedColumn, found: tuple[Charge, ...]) -> Charge:
    """Where a year without a contract comes first its price does: it is what the family is asked for."""
    kinds, formats = _kinds(column), {format_.id: format_.kind for format_ in column.subject.programme.formats}
    own = (charge for charge in found if kinds and any(formats.get(one) is kinds[0] for one in charge.formats))
    return next(own, found[0])


def _of_which_year(press: Press, column: ComparedColumn, charge: Charge) -> Iterator[Line]:
    """Said where the years differ, and the price holds for some of them."""
    kinds, formats = _kinds(column), {format_.id: format_.kind for format_ in column.subject.programme.formats}
    if len(set(kinds)) < 2 or not charge.formats:
        return
    met = {formats.get(one) for one in charge.formats}
    years = tuple(str(year) for year, kind in enumerate(kinds, 1) if kind in met)
    if years:
        yield press.tr("Year {years}", years=Listing(years))


def _for_others(one: Charge, other: Charge) -> bool:
    """The same price but for whom it is; a price is of this kind with itself."""
    return one is other or (
        bool((one.audience or one.residences) and (other.audience or other.residences))
        and (one.per, one.currency, one.formats, one.entry_points) == (other.per, other.currency, other.formats, other.entry_points)
        and one.status is other.status is Status.STATED
    )


def _headline(press: Press, same: tuple[Charge, ...]) -> str:
    """One amount, or the span of those that depend on whom they are for."""
    amounts = [charge.amount for charge in same if charge.amount is not None]
    if len(same) < 2 or len(amounts) < len(same):
        return amount_words(press, same[0])
    return press.voice.money_between(Interval.of(*amounts), same[0].currency)


def _by_audience(press: Press, same: tuple[Charge, ...]) -> Iterator[Line]:
    for charge in same:
        if charge.audience is None and not charge.residences:
            continue
        whom = charge.audience or Listing(charge.residences, "comma")
        if len(same) > 1:
            yield (*press.tr("{audience}: {amount}", audience=whom, amount=amount_words(press, charge)), *press.ref(charge))
        else:
            yield press.tr("Price for: {audience}", audience=whom)


def amount_words(press: Press, charge: Charge) -> str:
    """The amount in large type, or the words that stand in its place; never another programme's price."""
    if charge.status is Status.OTHER_PROGRAMME:
        return press.words("Not confirmed")
    if charge.amount is None:
        return press.words("Not stated")
    return press.amount(charge.amount, charge.currency)


def _after(press: Press, charge: Charge) -> Line:
    if charge.status is Status.OTHER_PROGRAMME or charge.amount is None:
        return ()
    if charge.per is Per.NOT_STATED and not charge.school_year:
        return (*press.tr("period and year {silence}", silence=press.not_stated), *press.ref(charge))
    silent = charge.per is Per.NOT_STATED
    parts = [press.tr("period {silence}", silence=press.not_stated) if silent else press.say(_per(charge.per))]
    if charge.school_year:
        parts.append(plain(press.voice.school_year(charge.school_year)))
    return (*joined(parts, ", "), *press.ref(charge))


def _per(per: Per) -> Message:
    return {
        Per.YEAR: msg("a year"),
        Per.SEMESTER: msg("a semester"),
        Per.CREDIT: msg("a credit"),
        Per.MODULE: msg("a module"),
        Per.PROGRAMME: msg("for the whole programme"),
    }.get(per, msg("once"))


def _below(press: Press, column: ComparedColumn, charge: Charge | None) -> Iterator[Line]:
    if charge is not None:
        yield from _standing(press, charge)
        yield from _outside_eu(press, column, charge)
        yield from _in_one_payment(press, column, charge)
        yield from _left_under_contract(press, column)
    yield _application(press, column)


def _standing(press: Press, charge: Charge) -> Iterator[Line]:
    """What keeps the price from being the family's: another programme's name, or a school year that is over."""
    if charge.status is Status.OTHER_PROGRAMME and charge.amount is not None:
        figure = press.amount(charge.amount, charge.currency)
        line = press.tr("The page’s price line names another programme [{amount}]", amount=figure)
        yield (*line, *press.ref(charge), *press.as_printed(charge))
    elif charge.amount is not None and past(charge, press.printed_on):
        yield (*press.tr("Price for your intake: {silence}", silence=press.not_stated), *press.as_printed(charge))
    elif not charge.school_year and charge.amount is not None and charge.per is not Per.NOT_STATED:
        yield press.tr("School year of the price: {silence}", silence=press.not_stated)


def _outside_eu(press: Press, column: ComparedColumn, charge: Charge) -> Iterator[Line]:
    """Who comes from outside the EU may pay another price: the page's silence on it is printed beside the one that it names."""
    silent = column.subject.programme.non_eu_price.value is None and Residence.OTHER not in charge.residences
    if press.residence is Residence.OTHER and silent and charge.amount is not None:
        yield press.tr("Price outside the EU: {silence}", silence=press.not_stated)


def past(charge: Charge, today: dt.date) -> bool:
    """Whether the price is of a school year that is over: whoever applies now pays another, which is not stated."""
    return charge.school_year is not None and is_over(charge.school_year, today)


def _in_one_payment(press: Press, column: ComparedColumn, charge: Charge) -> Iterator[Line]:
    programme = column.subject.programme
    kinds = years_of(programme, column.check.route) if column.check else ()
    if charge.status is Status.OTHER_PROGRAMME or any(kind.has_contract for kind in kinds):
        return
    for discount in discounts_of(programme, charge):
        totals = Listing(tuple(press.amount(base.total, charge.currency) for base in discount.bases), "or")
        yield (*press.tr("With the discount: {totals}", totals=totals), *discount_note(press, discount, charge.currency))


def discount_note(press: Press, discount: Discount, currency: str | None) -> Line:
    """One note for cell and chart: the words of the page, and what each reading of them comes to."""
    totals = joined((_base(press, base.text, press.amount(base.total, currency)) for base in discount.bases), press.semicolon)
    said = press.tr(
        "{rate} off {condition}: {totals}.", rate=press.voice.percent(discount.rate), condition=discount.condition, totals=totals
    )
    return press.note(joined((press.quoted(discount), said), press.colon))


def _base(press: Press, text: Text, total: str) -> Line:
    return press.tr("{total} {base}", total=total, base=text)


def _left_under_contract(press: Press, column: ComparedColumn) -> Iterator[Line]:
    programme = column.subject.programme
    financing = financing_of(programme, column.check.route) if column.check else None
    if financing is None:
        return
    if financing.status is Status.CONFLICTING:
        yield (*press.tr("Who pays under a contract:"), Run(" "), *press.conflicting, *press.ref(financing))
        return
    share = financing.student_share
    currency = next((charge.currency for charge in charges(press, column, ChargeKind.TUITION)), None)
    said = None if share.value is None else press.amount(share.value, currency)
    yield press.tr("Tuition left to you while a contract runs: {amount}", amount=press.shown(Shown(value=said, evidence=share)))


def _other(press: Press, column: ComparedColumn, charge: Charge) -> Line:
    names = tuple(format_.name for format_ in column.subject.programme.formats if format_.id in charge.formats)
    label = charge.label or (Listing(names, "comma") if names else charge.kind)
    return press.tr("{label}: {price}", label=label, price=(Run(amount_words(press, charge)), Run(" "), *_after(press, charge)))


def _application(press: Press, column: ComparedColumn) -> Line:
    found = charges(press, column, ChargeKind.APPLICATION)
    if not found or found[0].amount is None:
        return press.tr("Application fee: {silence}", silence=press.not_stated)
    fee = found[0]
    amount = press.amount(found[0].amount, fee.currency)
    if fee.currency is None:
        return _without_currency(press, fee, amount)
    return (*press.tr("Application fee: {amount}", amount=amount), *press.ref(fee), *press.doubt(fee))


def _without_currency(press: Press, fee: Charge, amount: str) -> Line:
    """What is probably meant stands beside what is printed: it is what a family will be asked."""
    said = press.tr("Application fee: {amount}, currency not printed", amount=amount)
    meant = press.tr(" ({meant})", meant=fee.currency_note) if fee.currency_note is not None else ()
    return (*said, *meant, *press.ref(fee), *(() if meant else press.doubt(fee)))
