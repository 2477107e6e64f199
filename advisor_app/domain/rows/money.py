"""Rows on prices, plans, discounts and who pays."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from advisor_app.domain.catalogue import Charge, Discount, Financing, PaymentPlan
from advisor_app.domain.charges import charge_label, charges_of
from advisor_app.domain.facts import Evidence, Reading, Status
from advisor_app.domain.money import Money
from advisor_app.domain.quantities import Month, SchoolYear
from advisor_app.domain.rows.row import Better, Group, Row, Shown, Subject, itself, shown
from advisor_app.domain.terms import ChargeKind
from advisor_app.domain.text import Listing, Value, msg, msg_n
from advisor_app.domain.topics import Topic


def _charges(subject: Subject, *kinds: ChargeKind) -> tuple[Charge, ...]:
    chosen = charges_of(subject.programme, subject.route) if subject.route else subject.programme.charges
    return tuple(charge for charge in chosen if charge.kind in kinds)


def _tuition(subject: Subject) -> Iterator[Shown]:
    charges = _charges(subject, ChargeKind.TUITION)
    for charge in charges:
        yield Shown(value=_price(charge), evidence=charge, label=_of(charge, charges, subject), detail=_detail(charge))


def _of(charge: Charge, charges: tuple[Charge, ...], subject: Subject) -> Value | None:
    """What tells one price from another: its own label, or the formats, places and options that it is for."""
    if len(charges) < 2:
        return None
    names = tuple(_tied_to(charge, charges, subject))
    return charge.label or (Listing(names, "comma") if names else None)


def _tied_to(charge: Charge, charges: tuple[Charge, ...], subject: Subject) -> Iterator[Value]:
    """The names of what the charge is tied to, where the others are not all tied to the same."""
    programme = subject.programme
    named: dict[str, dict[str, Value]] = {
        "entry_points": {entry.id: entry.name for entry in programme.entry_points},
        "formats": {format_.id: format_.name for format_ in programme.formats},
        "campuses": {campus: subject.campus_name(campus) for campus in programme.campuses},
        "specialisations": {option.id: option.name for option in programme.specialisations},
        "streams": {option.id: option.name for option in programme.streams},
        "intakes": {intake.id: Month(intake.month, intake.year) for intake in programme.calendar.intakes},
    }
    for tie, names in named.items():
        if len({getattr(other, tie) for other in charges}) > 1:
            yield from (names[one] for one in getattr(charge, tie))


def _price(charge: Charge) -> Value | None:
    if charge.amount is None:
        return None
    amount: Value = Money(charge.amount, charge.currency)
    if charge.status is Status.OTHER_PROGRAMME:
        return msg("not confirmed: {amount} is printed here for another programme", amount=amount)
    if charge.currency is None:
        return msg("{amount}, currency not printed", amount=charge.amount)
    return msg("{amount} {per}", amount=amount, per=charge.per)


def _detail(charge: Charge) -> Value | None:
    parts: list[Value] = []
    if charge.school_year:
        parts.append(msg("school year {year}", year=SchoolYear.read(charge.school_year) or charge.school_year))
    if charge.currency is None and charge.currency_note:
        parts.append(charge.currency_note)
    if charge.audience:
        parts.append(charge.audience)
    return Listing(tuple(parts), "dot") if parts else None


def _other(subject: Subject) -> Iterator[Shown]:
    for charge in _charges(subject, ChargeKind.LEGAL, ChargeKind.SUPPLEMENT):
        yield Shown(value=_price(charge), evidence=charge, label=charge_label(charge), detail=_detail(charge))


def _application(subject: Subject) -> Iterator[Shown]:
    for charge in _charges(subject, ChargeKind.APPLICATION):
        yield Shown(value=_price(charge), evidence=charge, detail=_detail(charge))


def _plans(subject: Subject) -> Iterator[Shown]:
    met = _met(subject)
    for plan in subject.programme.plans:
        if plan.charge in met and not (subject.route and plan.formats and subject.route.format not in plan.formats):
            yield Shown(value=_as_of(plan, _plan(plan, _currency(subject, plan.charge))), evidence=plan)


def _as_of(evidence: Evidence, value: Value | None) -> Value | None:
    """What a page prints for another programme is said as that, like the price it belongs to."""
    if value is None or evidence.status is not Status.OTHER_PROGRAMME:
        return value
    return msg("[{what}] printed for another programme", what=value)


def _met(subject: Subject) -> frozenset[str]:
    """The charges that the route meets, or any route of a whole programme."""
    met = charges_of(subject.programme, subject.route) if subject.route else subject.programme.charges
    return frozenset(charge.id for charge in met)


def _currency(subject: Subject, charge: str) -> str | None:
    return next((known.currency for known in subject.programme.charges if known.id == charge), None)


def _plan(plan: PaymentPlan, currency: str | None) -> Value | None:
    parts: list[Value] = []
    if plan.deposit is not None:
        parts.append(msg("deposit of {amount}", amount=Money(plan.deposit, currency)))
    if plan.instalments is not None:
        parts.append(_instalments(plan.instalments, plan.instalment.value, currency))
    return Listing(tuple(parts), "comma") if parts else None


def _instalments(count: int, each: Decimal | None, currency: str | None) -> Value:
    if each is None:
        return msg_n("{count} instalment", "{count} instalments", count)
    return msg_n("{count} instalment of {each}", "{count} instalments of {each}", count, each=Money(each, currency))


def _discounts(subject: Subject) -> Iterator[Shown]:
    met = _met(subject)
    for discount in (each for each in subject.programme.discounts if each.charge in met):
        currency = _currency(subject, discount.charge)
        yield Shown(
            value=_as_of(discount, msg("{rate} % off ({condition})", rate=discount.rate, condition=discount.condition)),
            evidence=discount,
            detail=_left(discount, currency),
            items=tuple(msg("{amount}: {base}", amount=Money(base.total, currency), base=base.text) for base in discount.bases),
        )


def _left(discount: Discount, currency: str | None) -> Value | None:
    amounts = tuple(Money(base.total, currency) for base in discount.bases)
    return msg("leaves {amounts} to pay", amounts=Listing(amounts, "or")) if amounts else None


def _financings(subject: Subject) -> tuple[Financing, ...]:
    """The page's statements on who pays, for the formats that the subject has."""
    return tuple(one for one in subject.programme.financing if not subject.route or subject.route.format in one.formats)


def _no_contract(subject: Subject) -> Iterator[Shown]:
    """On a route without a contract the question does not arise, which is not the same as a page that says nothing."""
    if subject.route and not subject.formats[0].kind.has_contract:
        yield Shown(value=msg("no contract on this route"), evidence=subject.formats[0])


def _financing(subject: Subject) -> Iterator[Shown]:
    yield from _no_contract(subject)
    for financing in _financings(subject):
        readings: tuple[Reading[Value], ...] = tuple(
            Reading(value=reading.value, section=reading.section, source=reading.source, quote=reading.quote)
            for reading in financing.readings
        )
        names = tuple(format_.name for format_ in subject.programme.formats if format_.id in financing.formats)
        yield Shown(value=financing.text, evidence=financing, label=Listing(names, "comma"), readings=readings)


def _student_share(subject: Subject) -> Iterator[Shown]:
    yield from _no_contract(subject)
    for financing in _financings(subject):
        yield shown(financing.student_share, _share(_tuition_currency(subject)))


def _tuition_currency(subject: Subject) -> str | None:
    return next((charge.currency for charge in _charges(subject, ChargeKind.TUITION) if charge.currency), None)


def _share(currency: str | None) -> Callable[[Decimal], Value]:
    return lambda amount: msg("{amount} while a contract runs", amount=Money(amount, currency))


def _without_contract(subject: Subject) -> Iterator[Shown]:
    yield from _no_contract(subject)
    for financing in _financings(subject):
        yield shown(financing.without_contract, itself)


def _non_eu(subject: Subject) -> Iterator[Shown]:
    yield shown(subject.programme.non_eu_price, itself)


ROWS = (
    Row(key="tuition", group=Group.COST, label=msg("Tuition"), read=_tuition, brief=True, topics=(Topic.BUDGET,)),
    Row(
        key="application-fee",
        group=Group.COST,
        label=msg("Application fee"),
        read=_application,
        brief=True,
        better=Better.LESS,
        topics=(Topic.BUDGET,),
    ),
    Row(key="payment", group=Group.COST, label=msg("Payment"), read=_plans, topics=(Topic.BUDGET,)),
    Row(key="discount", group=Group.COST, label=msg("Discount"), read=_discounts, topics=(Topic.BUDGET,)),
    Row(
        key="other-charges",
        group=Group.COST,
        label=msg("Other charges"),
        read=_other,
        always=False,
        topics=(Topic.BUDGET,),
    ),
    Row(
        key="financing",
        group=Group.COST,
        label=msg("Who pays under a contract"),
        read=_financing,
        topics=(Topic.CONTRACT,),
    ),
    Row(
        key="student-share",
        group=Group.COST,
        label=msg("Tuition left under a contract"),
        read=_student_share,
        brief=True,
        better=Better.LESS,
        topics=(Topic.CONTRACT, Topic.BUDGET),
    ),
    Row(
        key="without-contract",
        group=Group.COST,
        label=msg("Without a contract"),
        read=_without_contract,
        topics=(Topic.CONTRACT, Topic.BUDGET),
    ),
    Row(
        key="non-eu-price",
        group=Group.COST,
        label=msg("Price for students from outside the EU"),
        read=_non_eu,
        topics=(Topic.RESIDENCE,),
    ),
)
