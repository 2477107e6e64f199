"""Rows on what is awarded, by whom, and what it is worth."""

from collections.abc import Callable, Iterator

from advisor_app.domain.catalogue import Award
from advisor_app.domain.facts import SILENT, Point, Status
from advisor_app.domain.rows.row import Group, Row, Shown, Subject, shown
from advisor_app.domain.terms import AwardKind, PartyRole, YesNo
from advisor_app.domain.text import Listing, Message, Value, msg


def _label(subject: Subject, award: Award) -> Value | None:
    """The kind tells two awards of one programme apart; a single one needs no label."""
    return award.kind if len(subject.awards) > 1 else None


def _awards(subject: Subject) -> Iterator[Shown]:
    for award in subject.awards:
        yield Shown(value=_summary(award), evidence=award, detail=_bodies(award))


def _summary(award: Award) -> Value:
    parts: list[Value] = [award.kind]
    if award.level.value is not None:
        parts.append(msg("level {level}", level=award.level.value))
    if award.number.value is not None:
        parts.append(msg("no. {number}", number=award.number.value))
    return Listing(tuple(parts), "comma")


def _bodies(award: Award) -> Value | None:
    said = tuple(
        _role(party.role, party.name) for party in award.parties if party.role in {PartyRole.CERTIFYING, PartyRole.AWARDING}
    )
    return Listing(said, "semicolon") if said else None


def _role(role: PartyRole, name: str) -> Message:
    return msg("certified by {name}", name=name) if role is PartyRole.CERTIFYING else msg("awarded by {name}", name=name)


def _titles(subject: Subject) -> Iterator[Shown]:
    for award in subject.awards:
        yield Shown(value=award.title, evidence=award, label=_label(subject, award))


def _levels(subject: Subject) -> Iterator[Shown]:
    for award in subject.awards:
        yield shown(award.level, lambda level: msg("level {level}", level=level), label=_label(subject, award))


def _registrations(subject: Subject) -> Iterator[Shown]:
    for award in subject.awards:
        registry = award.registry or "RNCP"
        say = _number(registry)
        yield shown(award.number, say, label=_label(subject, award))


def _number(registry: str) -> Callable[[str], Value]:
    return lambda number: msg("{registry} no. {number}", registry=registry, number=number)


def _registered(subject: Subject) -> Iterator[Award]:
    """Those that stand in a register by what the page says: of a school's own diploma there is no date to ask for."""
    return (award for award in subject.awards if award.kind is AwardKind.RNCP_TITLE or award.number.value is not None)


def _decisions(subject: Subject) -> Iterator[Shown]:
    for award in _registered(subject):
        yield shown(award.decided_on, lambda day: day, label=_label(subject, award))


def _expiries(subject: Subject) -> Iterator[Shown]:
    for award in _registered(subject):
        yield shown(award.expires_on, lambda day: day, label=_label(subject, award))


def _nsf(subject: Subject) -> Iterator[Shown]:
    for award in subject.awards:
        if award.nsf_codes.status is not Status.NOT_STATED:
            yield shown(award.nsf_codes, lambda codes: Listing(codes, "comma"), label=_label(subject, award))


def _grades(subject: Subject) -> Iterator[Shown]:
    """By law, and so with the law's source where the catalogue has it: a page that announces a diploma does not yet give it."""
    for award in subject.awards:
        value = _grade(award)
        said_by = award.gives if award.confers_master_grade is YesNo.YES else award.gives_not
        evidence = next(iter(said_by), award) if value else SILENT
        yield Shown(value=value, evidence=evidence, label=_label(subject, award))


def _grade(award: Award) -> Message | None:
    match award.confers_master_grade:
        case YesNo.YES:
            return msg("confers the grade de master, once it is awarded")
        case YesNo.NO:
            return msg("does not confer the grade de master")
        case _:
            return msg("not of itself: no RNCP title does") if award.kind is AwardKind.RNCP_TITLE else None


def _parties(role: PartyRole) -> Callable[[Subject], Iterator[Shown]]:
    def read(subject: Subject) -> Iterator[Shown]:
        for award in subject.awards:
            for party in award.parties:
                if party.role is role:
                    yield Shown(value=party.name, evidence=party, label=_label(subject, award), detail=party.what)

    return read


def points(chosen: Callable[[Award], tuple[Point, ...]]) -> Callable[[Subject], Iterator[Shown]]:
    """A reader of a list of points of every award."""

    def read(subject: Subject) -> Iterator[Shown]:
        for award in subject.awards:
            for point in chosen(award):
                yield Shown(value=point.text, evidence=point, label=_label(subject, award))

    return read


ROWS = (
    Row(key="award", group=Group.AWARD, label=msg("Award"), read=_awards, brief=True),
    Row(key="award-title", group=Group.AWARD, label=msg("Exact title"), read=_titles),
    Row(key="award-level", group=Group.AWARD, label=msg("Level of the award"), read=_levels),
    Row(key="award-certifying", group=Group.AWARD, label=msg("Certified by"), read=_parties(PartyRole.CERTIFYING), always=False),
    Row(key="award-awarding", group=Group.AWARD, label=msg("Awarded by"), read=_parties(PartyRole.AWARDING), always=False),
    Row(key="award-number", group=Group.AWARD, label=msg("Registry number"), read=_registrations),
    Row(
        key="award-decision",
        group=Group.AWARD,
        label=msg("Registered on"),
        read=_decisions,
        always=False,
        asked_as=msg("date of the registration"),
    ),
    Row(
        key="award-expiry",
        group=Group.AWARD,
        label=msg("Registered until"),
        read=_expiries,
        always=False,
        asked_as=msg("end of the registration"),
    ),
    Row(key="award-nsf", group=Group.AWARD, label=msg("NSF codes"), read=_nsf, compared=False, always=False),
    Row(key="award-grade", group=Group.RECOGNITION, label=msg("Grade de master"), read=_grades),
    Row(key="award-gives", group=Group.RECOGNITION, label=msg("Gives"), read=points(lambda award: award.gives)),
    Row(
        key="award-gives-not",
        group=Group.RECOGNITION,
        label=msg("Does not give"),
        read=points(lambda award: award.gives_not),
        always=False,
    ),
)
