"""What must hold between the parts of a catalogue: every name leads somewhere, and sums agree to the cent."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from decimal import Decimal
from typing import Any

from advisor_app.domain.catalogue import Charge, Discount, Institution, PaymentPlan, Programme
from advisor_app.domain.facts import Source
from advisor_app.domain.money import cents
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.tree import Leaf
from advisor_app.domain.terms import YesNo
from advisor_app.domain.text import msg
from advisor_app.interchange.evidence import parts
from advisor_app.interchange.rules import SLUG
from advisor_app.interchange.source_problems import Key, nearest
from advisor_app.interchange.structuring import Wrong, not_one_of, unknown_value

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_FLAG = re.compile(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*")
LONGEST_ID = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a file's names may lead to outside of it.

    ``None`` where some of it could not be read: its names are then not held against anybody. A school that is there and wrong is
    known by its identifier alone.
    """

    reference: Reference | None
    sources: Collection[str] | None
    institutions: Mapping[str, Institution | None] | None


def check_programme(programme: Programme, around: Surroundings) -> Iterator[Wrong]:
    """Everything in a programme that does not fit its other parts or what lies around it."""
    for check in _WITHIN:
        yield from check(programme)
    yield from _place(programme, around)
    yield from _tables(programme, around)
    yield from check_parts(programme, around)


def check_institution(institution: Institution, around: Surroundings) -> Iterator[Wrong]:
    """Everything in a school that does not fit its other parts or what lies around it."""
    yield from slug(institution.id, ("id",))
    if around.reference is not None:
        yield from _country(institution, around.reference)
    yield from _list_ids(institution.campuses, ("campuses",))
    yield from check_parts(institution, around)


def check_source(source: Source) -> Iterator[Wrong]:
    yield from slug(source.id, ("id",))


def check_parts(whole: object, around: Surroundings) -> Iterator[Wrong]:
    """What holds wherever it stands: sources exist, no addresses, requirements make sense.

    A source that is not there is said once: every part below the top of a file may have inherited it.
    """
    said: set[str] = set()
    for part, key in parts(whole):
        if isinstance(part, str):
            if _ADDRESS.search(part):
                yield Wrong(msg("e-mail addresses are not stored; say the role and name the page"), key)
        elif isinstance(part, Leaf) and around.reference is not None:
            for invalid in part.test.problems(around.reference):
                yield unknown_value(invalid.value, invalid.valid, (*key, invalid.key))
        if is_dataclass(part) and hasattr(part, "source") and part.source not in said:
            said.add(part.source)
            yield from _source(part.source, (*key, "source"), around)


def _source(source: str, key: Key, around: Surroundings) -> Iterator[Wrong]:
    if not source:
        yield Wrong(msg("no source is named, neither here nor at the top of the file"), key)
    elif around.sources is not None and source not in around.sources:
        yield _unknown(source, around.sources, key)


def slug(name: str, key: Key, pattern: re.Pattern[str] = SLUG) -> Iterator[Wrong]:
    """Identifiers are typed on command lines and stand in files for years."""
    if not pattern.fullmatch(name) or len(name) > LONGEST_ID:
        yield Wrong(
            msg("an identifier is written with small letters, digits and single hyphens, not “{name}”", name=name[:LONGEST_ID]), key
        )


def _unknown(name: str, known: Iterable[str], key: Key) -> Wrong:
    choices = tuple(known)
    near = nearest(name, choices)
    return Wrong(not_one_of(msg("there is no “{name}”", name=name), choices, near), key, near)


def _names(wanted: Iterable[str], known: Collection[str], key: Key) -> Iterator[Wrong]:
    for place, name in enumerate(wanted):
        if name not in known:
            yield _unknown(name, known, (*key, place))


def _name(wanted: str | None, known: Collection[str], key: Key) -> Iterator[Wrong]:
    if wanted is not None and wanted not in known:
        yield _unknown(wanted, known, key)


def _ids(listed: Iterable[Any]) -> tuple[str, ...]:
    return tuple(item.id for item in listed)


def _list_ids(listed: tuple[Any, ...], key: Key, pattern: re.Pattern[str] = SLUG) -> Iterator[Wrong]:
    seen = Counter[str]()
    for place, name in enumerate(_ids(listed)):
        yield from slug(name, (*key, place, "id"), pattern)
        seen[name] += 1
        if seen[name] > 1:
            yield Wrong(msg("“{name}” stands here a second time", name=name), (*key, place, "id"))


# --- checks of a programme


def _identities(programme: Programme) -> Iterator[Wrong]:
    yield from slug(programme.id, ("id",))
    for key in (
        "awards",
        "specialisations",
        "streams",
        "formats",
        "entry_points",
        "charges",
        "plans",
        "discounts",
        "duties",
        "curriculum",
    ):
        yield from _list_ids(getattr(programme, key), (key,))
    yield from _list_ids(programme.calendar.intakes, ("calendar", "intakes"))
    yield from _list_ids(programme.flags, ("flags",), _FLAG)


def _place(programme: Programme, around: Surroundings) -> Iterator[Wrong]:
    if around.institutions is not None:
        yield from _name(programme.institution, around.institutions, ("institution",))
        if school := around.institutions.get(programme.institution):
            yield from _names(programme.campuses, _ids(school.campuses), ("campuses",))
    for key in ("specialisations", "streams"):
        for place, option in enumerate(getattr(programme, key)):
            yield from _names(option.campuses, programme.campuses, (key, place, "campuses"))
    for place, contact in enumerate(programme.contacts):
        yield from _name(contact.campus, programme.campuses, ("contacts", place, "campus"))


def _country(part: Programme | Institution, reference: Reference) -> Iterator[Wrong]:
    """Held against the table of countries, where there is one."""
    if reference.countries:
        yield from _name(part.country, reference.countries, ("country",))


def _tables(programme: Programme, around: Surroundings) -> Iterator[Wrong]:
    """What leads into the reference tables."""
    if around.reference is None:
        return
    known = around.reference.fields
    yield from _country(programme, around.reference)
    for place, charge in enumerate(programme.charges):
        if charge.credit_system is not None and around.reference.credit_system(charge.credit_system) is None:
            yield _unknown(charge.credit_system, around.reference.credit_systems, ("charges", place, "credit_system"))
    yield from _names(programme.fields.value or (), known, ("fields", "value"))
    for place, reading in enumerate(programme.fields.readings):
        yield from _names(reading.value, known, ("fields", "readings", place, "value"))


def _dimensions(programme: Programme) -> dict[str, tuple[str, ...]]:
    """What a route is made of, by the keys that name it."""
    return {
        "entry_points": _ids(programme.entry_points),
        "formats": _ids(programme.formats),
        "campuses": programme.campuses,
        "specialisations": _ids(programme.specialisations),
        "streams": _ids(programme.streams),
        "intakes": _ids(programme.calendar.intakes),
    }


def _awards(programme: Programme) -> Iterator[Wrong]:
    for place, award in enumerate(programme.awards):
        for key, names in _dimensions(programme).items():
            yield from _names(getattr(award, key, ()), names, ("awards", place, key))


def _combinations(programme: Programme) -> Iterator[Wrong]:
    for place, combination in enumerate(programme.combinations):
        for key, names in _dimensions(programme).items():
            yield from _names(getattr(combination, key), names, ("combinations", place, key))


def _money(programme: Programme) -> Iterator[Wrong]:
    formats, charges = _ids(programme.formats), _ids(programme.charges)
    for place, charge in enumerate(programme.charges):
        for key, names in _dimensions(programme).items():
            yield from _names(getattr(charge, key), names, ("charges", place, key))
        yield from _name(charge.included_in, charges, ("charges", place, "included_in"))
        if _holds_itself(charge, programme.charges):
            yield Wrong(msg("a charge cannot be a part of itself"), ("charges", place, "included_in"))
    for place, plan in enumerate(programme.plans):
        yield from _name(plan.charge, charges, ("plans", place, "charge"))
        yield from _names(plan.formats, formats, ("plans", place, "formats"))
    for place, discount in enumerate(programme.discounts):
        yield from _name(discount.charge, charges, ("discounts", place, "charge"))
    for place, financing in enumerate(programme.financing):
        yield from _names(financing.formats, formats, ("financing", place, "formats"))
        yield from _name(financing.without_contract_format, formats, ("financing", place, "without_contract_format"))


def _holds_itself(charge: Charge, charges: tuple[Charge, ...]) -> bool:
    holder = {other.id: other.included_in for other in charges}
    at, steps = charge.included_in, 0
    while at is not None and at != charge.id and steps < len(charges):
        at, steps = holder.get(at), steps + 1
    return at == charge.id


def _sums(programme: Programme) -> Iterator[Wrong]:
    amounts = {charge.id: charge.amount for charge in programme.charges if charge.amount is not None}
    for place, plan in enumerate(programme.plans):
        if plan.charge in amounts:
            yield from _plan_sum(plan, amounts[plan.charge], ("plans", place))
    for place, discount in enumerate(programme.discounts):
        if discount.charge in amounts:
            yield from _discount_sums(discount, amounts[discount.charge], ("discounts", place))


def _plan_sum(plan: PaymentPlan, amount: Decimal, key: Key) -> Iterator[Wrong]:
    if plan.instalments is None or plan.instalment.value is None:
        return
    instalments = plan.instalments * plan.instalment.value
    within = cents((plan.deposit or Decimal(0)) + instalments)
    right = {YesNo.YES: {within}, YesNo.NO: {cents(instalments)}}.get(plan.deposit_included, {within, cents(instalments)})
    # Instalments are printed in whole cents, so the last one may differ from the others by a few.
    if all(abs(total - amount) >= Decimal("0.01") * plan.instalments for total in right):
        what = msg("the instalments add up to {total}, the charge is {amount}", total=str(within), amount=str(cents(amount)))
        yield Wrong(what, (*key, "instalment", "value"))


def _discount_sums(discount: Discount, amount: Decimal, key: Key) -> Iterator[Wrong]:
    for place, base in enumerate(discount.bases):
        left = cents(amount - base.base * discount.rate / 100)
        if left != base.total:
            what = msg(
                "{rate} % of {base} leaves {left} of {amount}, not {total}",
                rate=str(discount.rate),
                base=str(base.base),
                left=str(left),
                amount=str(cents(amount)),
                total=str(base.total),
            )
            yield Wrong(what, (*key, "bases", place, "total"))


def _what_is_taught(programme: Programme) -> Iterator[Wrong]:
    formats, streams, options = _ids(programme.formats), _ids(programme.streams), _ids(programme.specialisations)
    for place, deadline in enumerate(programme.calendar.deadlines):
        yield from _names(deadline.intakes, _ids(programme.calendar.intakes), ("calendar", "deadlines", place, "intakes"))
    for place, duty in enumerate(programme.duties):
        yield from _names(duty.formats, formats, ("duties", place, "formats"))
        yield from _names(duty.streams, streams, ("duties", place, "streams"))
    for place, block in enumerate(programme.curriculum):
        yield from _name(block.specialisation, options, ("curriculum", place, "specialisation"))
    for place, jobs in enumerate(programme.jobs):
        yield from _name(jobs.specialisation, options, ("jobs", place, "specialisation"))
    for place, study in enumerate(programme.further_study):
        yield from _name(study.award, _ids(programme.awards), ("further_study", place, "award"))
        yield from _name(study.stream, streams, ("further_study", place, "stream"))


_WITHIN: tuple[Callable[[Programme], Iterable[Wrong]], ...] = (_identities, _awards, _combinations, _money, _sums, _what_is_taught)
