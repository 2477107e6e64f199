"""What a route costs payment by payment, with and without a contract, for programs and for a terminal."""

from collections.abc import Iterator, Mapping

from advisor_app.domain.costs import Share
from advisor_app.domain.facts import Source
from advisor_app.domain.money import Interval, cents
from advisor_app.domain.payments import AtOnce, Payment, When
from advisor_app.domain.quantities import SchoolYear
from advisor_app.domain.text import Value
from advisor_app.domain.timeline import Timeline, TimelineYear
from advisor_app.printing import data, routes
from advisor_app.printing.data import Json
from advisor_app.wording import Translator


def as_data(timeline: Timeline, t: Translator, sources: Mapping[str, Source]) -> Json:
    """For JSON. ``scenario`` is ``null`` for a route without a contract; what is not known is ``null``."""
    cost = timeline.cost
    return {
        "scenario": timeline.scenario.value if timeline.scenario else None,
        "currency": cost.currency,
        "by_payer": _shares(cost.by_payer),
        "total": data.interval(cost.total) if cost.items else None,
        "complete": timeline.complete,
        "per_year": _interval(cost.per_year),
        "per_credit": _interval(cost.per_credit),
        "by_law": _interval(timeline.by_law),
        "student_total": _interval(timeline.student_total),
        "open": [t.render(message) for message in cost.open],
        "notes": [t.render(message) for message in cost.notes],
        "at_once": [_at_once(one, t) for one in timeline.at_once],
        "years": [_year(year, t, sources) for year in timeline.years],
    }


def _interval(amount: Interval | None) -> Json:
    return None if amount is None else data.interval(amount)


def _shares(shares: tuple[Share, ...]) -> Json:
    return {share.payer.value: data.interval(share.amount) for share in shares}


def _at_once(one: AtOnce, t: Translator) -> Json:
    return {"condition": t.render(one.discount.condition), "totals": [str(cents(total)) for total in one.totals]}


def _year(year: TimelineYear, t: Translator, sources: Mapping[str, Source]) -> Json:
    return {
        "year": year.number,
        "reaches": year.reaches,
        "elsewhere": year.elsewhere,
        "school_year": data.figures(year.school_year),
        "price": data.interval(year.cost.price) if year.cost and year.cost.items else None,
        "by_payer": _shares(year.cost.shares()) if year.cost else {},
        "over_budget": _interval(year.over_budget),
        "payments": [_payment(payment, t, sources) for payment in year.payments],
    }


def _payment(payment: Payment, t: Translator, sources: Mapping[str, Source]) -> Json:
    return {
        "what": t.sentence(payment.what),
        "covers": t.render(payment.covers),
        "price": _interval(payment.price),
        "currency": payment.currency,
        "by_payer": _shares(payment.shares),
        "counted": payment.counted,
        "reason": t.render(payment.reason) if payment.reason else None,
        "due": t.render(due) if (due := when_said(payment.when)) is not None else None,
        "month": data.figures(payment.when.month),
        "price_year": payment.price_year,
        "other_year": payment.other_year,
        **data.evidence(payment.evidence, t, sources),
    }


def when_said(when: When) -> Value | None:
    """When something falls due; ``None`` where no page says."""
    return when.due.moment if when.due and when.due.moment else when.month


# --- for a terminal


def lines(timeline: Timeline, t: Translator) -> Iterator[str]:
    """Who pays what in all, then year by year."""
    cost = timeline.cost
    yield routes.cost_line(cost, t)
    for year in timeline.years:
        yield from _year_lines(year, cost.currency, t)
    for one in timeline.at_once:
        totals = [t.money_between(Interval.of(total), cost.currency) for total in one.totals]
        either = t.tr("or")
        yield t.tr("{condition}: {totals}", condition=one.discount.condition, totals=f" {either} ".join(totals))
    if cost.per_credit is not None:
        yield t.tr("{amount} per ECTS credit", amount=t.money_between(cost.per_credit, cost.currency))
    if timeline.student_total is not None and timeline.by_law and timeline.by_law.maximum:
        yield t.tr("With what the law asks: {amount}", amount=t.money_between(timeline.student_total, cost.currency))


def _year_lines(year: TimelineYear, currency: str, t: Translator) -> Iterator[str]:
    name = t.tr("Bac+{level}", level=year.reaches)
    if year.school_year:
        name = t.tr("{level}, {year}", level=name, year=year.school_year)
    if year.elsewhere:
        yield t.tr("{year}: elsewhere, not stated", year=name)
        return
    yield t.tr("{year}:", year=name)
    for payment in year.payments:
        yield f"- {_payment_line(payment, currency, t)}"
    if year.over_budget and year.over_budget.maximum:
        yield t.tr("  above the budget by {amount}", amount=t.money_between(year.over_budget, currency))


def _payment_line(payment: Payment, currency: str, t: Translator) -> str:
    if payment.reason is not None:
        return t.tr("{what}: {amount}", what=t.sentence(payment.what), amount=payment.reason)
    price, due = payment.price, when_said(payment.when)
    amount = t.tr("not stated") if price is None else t.money_between(price, payment.currency or currency)
    said = t.tr("{what}: {amount}", what=t.sentence(payment.what), amount=amount)
    marks = [t.render(due)] if due is not None else []
    if payment.price_year and payment.other_year is not False:
        marks.append(t.tr("price of {year}", year=SchoolYear.read(payment.price_year) or payment.price_year))
    return f"{said} ({', '.join(marks)})" if marks else said
