"""Rules that look at facts rather than at words: figures, prices, partners, sources, registrations."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.age import STALE_AFTER_MONTHS, is_over, months_old
from advisor_app.domain.catalogue import Award, Charge, OutcomeFigure, Party
from advisor_app.domain.claims.rules import ClaimRule, Weight
from advisor_app.domain.facts import Evidence, Source, Status
from advisor_app.domain.quantities import Month, SchoolYear
from advisor_app.domain.rows import Filled, Subject
from advisor_app.domain.terms import AwardKind, PartyRole
from advisor_app.domain.text import Listing, Message, Value, msg


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A programme with its rows filled, on the day of the sheet. ``start`` is when the student begins, or that day."""

    subject: Subject
    rows: tuple[Filled, ...]
    today: date
    start: date

    def source(self, evidence: Evidence) -> Source | None:
        return self.subject.sources.get(evidence.source)

    def too_old(self, source: Source, months: int | None) -> bool:
        return source.dated is None or months_old(source.dated, self.today) > (months or STALE_AFTER_MONTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What is doubtful and in which row. ``weight`` where it is not the rule's own.

    ``printed`` are names of which a sheet has one where it speaks of it; ``shared`` marks what is no programme's own.
    """

    what: Value
    place: Value
    weight: Weight | None = None
    printed: tuple[str, ...] = ()
    shared: bool = False


def figures(_: ClaimRule, case: Case) -> Iterator[Doubt]:
    """Outcome figures that lack their year, number of people or source. The rows show none of these as a figure."""
    for row in case.rows:
        for shown in row.values:
            figure = shown.evidence
            if isinstance(figure, OutcomeFigure) and figure.value is not None:
                missing = tuple(_missing(figure, case))
                if missing:
                    what = msg("{figure}: left off, without {missing}", figure=figure.label, missing=Listing(missing))
                    yield Doubt(what=what, place=row.row.label)


def _missing(figure: OutcomeFigure, case: Case) -> Iterator[Message]:
    if figure.year is None:
        yield msg("the year")
    if figure.people is None:
        yield msg("the number of people")
    if case.source(figure) is None:
        yield msg("the source")


def past_prices(_: ClaimRule, case: Case) -> Iterator[Doubt]:
    """Prices of a school year that is over when the student would start. One for each row and year."""
    seen: set[tuple[str, str]] = set()
    for row in case.rows:
        for shown in row.values:
            charge = shown.evidence
            year = charge.school_year if isinstance(charge, Charge) and charge.amount is not None else None
            if year and is_over(year, case.start) and (row.row.key, year) not in seen:
                seen.add((row.row.key, year))
                what = msg("price of the school year {year}", year=SchoolYear.read(year) or year)
                yield Doubt(what=what, place=row.row.label, printed=_written(year))


def _written(year: str) -> tuple[str, ...]:
    """A school year as the languages write it."""
    read = SchoolYear.read(year)
    return (f"{read.start}/{(read.start + 1) % 100:02}", f"{read.start}-{read.start + 1}") if read else (year,)


def partners(rule: ClaimRule, case: Case) -> Iterator[Doubt]:
    """Partnerships that no source states, or only an old one; above all the one that a national diploma rests on."""
    for row in case.rows:
        for shown in row.values:
            if isinstance(shown.evidence, Party) and shown.evidence.role is PartyRole.PARTNER:
                yield from _partner(rule, case, shown.evidence, row.row.label, Weight.SAID)
    for award in case.subject.programme.awards:
        if award.kind is AwardKind.NATIONAL_MASTER:
            for party in award.parties:
                if party.role is PartyRole.AWARDING:
                    yield from _partner(rule, case, party, msg("Awarded by"), Weight.CAUTION)


def _partner(rule: ClaimRule, case: Case, party: Party, place: Value, when_old: Weight) -> Iterator[Doubt]:
    source = case.source(party)
    if source is None or party.status is Status.NOT_STATED:
        what, weight = msg("partnership with {name}, without a source", name=party.name), None
    elif party.status is not Status.STATED:
        what, weight = msg("partnership with {name}, not stated outright", name=party.name), Weight.CAUTION
    elif case.too_old(source, rule.months):
        what, weight = msg("partnership with {name}, read on {page}", name=party.name, page=_page(source)), when_old
    else:
        return
    yield Doubt(what=what, place=place, weight=weight, printed=(party.name,))


def old_sources(rule: ClaimRule, case: Case) -> Iterator[Doubt]:
    """Pages older than the rule allows, one for each page that some row rests on."""
    values = [shown for row in case.rows for shown in row.values]
    used = dict.fromkeys(
        name for shown in values for name in (shown.evidence.source, *(reading.source for reading in shown.readings))
    )
    for name in used:
        source = case.subject.sources.get(name)
        if source is not None and case.too_old(source, rule.months):
            what = msg("{title}: {page}", title=source.title, page=_page(source))
            yield Doubt(what=what, place=msg("Sources"), printed=(source.title,), shared=True)


def _page(source: Source) -> Value:
    if source.dated is None:
        return msg("a page without a date")
    if source.day_known:
        return msg("a page of {day}", day=source.dated)
    return msg("a page of {month}", month=Month(source.dated.month, source.dated.year))


def registrations(rule: ClaimRule, case: Case) -> Iterator[Doubt]:
    """Titles of the national register: what must be said with them, and whether the registration still runs."""
    for award in case.subject.programme.awards:
        if award.kind is AwardKind.RNCP_TITLE:
            missing = tuple(_unsaid(award))
            if missing:
                yield Doubt(what=msg("{missing} not stated", missing=Listing(missing)), place=msg("Award"), printed=(award.title,))
            running = _running(rule, award, case)
            if running is not None:
                what, weight = running
                yield Doubt(what=what, place=msg("Registered until"), weight=weight, printed=(award.title,))


def _running(rule: ClaimRule, award: Award, case: Case) -> tuple[Message, Weight] | None:
    """Until when a title is registered, where that is doubtful. What runs out before the student begins is as bad as ended."""
    expires, decided = award.expires_on.value, award.decided_on.value
    if expires is not None:
        if expires < case.today:
            return msg("registration ended on {day}", day=expires), Weight.SEVERE
        if expires < case.start:
            return msg("registration ends on {day}, before the start", day=expires), Weight.SEVERE
    elif decided is not None:
        over = months_old(decided, case.start) >= (rule.months or 0)
        return msg("registered on {day}, end not stated", day=decided), Weight.SEVERE if over else Weight.SAID
    return None


def _unsaid(award: Award) -> Iterator[Message]:
    if award.number.value is None:
        yield msg("the number in the register")
    if not any(party.role is PartyRole.CERTIFYING for party in award.parties):
        yield msg("the certifying body")
    if award.decided_on.value is None:
        yield msg("the date of registration")
