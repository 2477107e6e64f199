"""Rows on what comes after, on the school around the programme, and on whom to ask."""

from collections.abc import Iterator

from advisor_app.domain.catalogue import Party
from advisor_app.domain.facts import Named
from advisor_app.domain.rows.row import Group, Row, Shown, Subject
from advisor_app.domain.rows.teaching import points
from advisor_app.domain.text import Listing, Value, msg, msg_n


def _jobs(subject: Subject) -> Iterator[Shown]:
    names = {option.id: option.name for option in subject.programme.specialisations}
    chosen = subject.route.specialisation if subject.route else None
    for jobs in subject.programme.jobs:
        if chosen is None or jobs.specialisation in {None, chosen}:
            label = names.get(jobs.specialisation) if jobs.specialisation else None
            yield Shown(value=Listing(jobs.jobs, "semicolon"), evidence=jobs, label=label)


def _further_study(subject: Subject) -> Iterator[Shown]:
    streams = {option.id: option.name for option in subject.programme.streams}
    awards = {award.id: award.kind for award in subject.programme.awards}
    for study in subject.programme.further_study:
        opens = tuple(part for part in (streams.get(study.stream or ""), awards.get(study.award or "")) if part is not None)
        yield Shown(value=study.text, evidence=study, detail=msg("with: {what}", what=Listing(opens, "dot")) if opens else None)


def _figures(subject: Subject) -> Iterator[Shown]:
    for figure in subject.programme.figures:
        if figure.value is None or figure.year is None or figure.people is None:
            yield Shown(value=None, evidence=figure, label=figure.label)
        else:
            of = msg_n("{year}, {count} person", "{year}, {count} people", figure.people, year=str(figure.year))
            yield Shown(value=figure.value, evidence=figure, label=figure.label, detail=of)


def _partners(subject: Subject) -> Iterator[Shown]:
    for party in subject.programme.partners:
        yield Shown(value=party.name, evidence=party, detail=_detail(party))


def _detail(party: Party) -> Value | None:
    parts: tuple[Value, ...] = tuple(part for part in (party.what, party.city) if part is not None)
    return Listing(parts, "dot") if parts else None


def _contacts(subject: Subject) -> Iterator[Shown]:
    for contact in subject.programme.contacts:
        where = subject.campus_name(contact.campus) if contact.campus else None
        yield Shown(value=contact.role, evidence=contact, detail=where)


def _school(subject: Subject) -> Iterator[Shown]:
    institution = subject.institution
    for fact in institution.facts:
        yield _named(fact)


def _named(fact: Named) -> Shown:
    return Shown(value=fact.value, evidence=fact, label=fact.label)


def _more(subject: Subject) -> Iterator[Shown]:
    for fact in subject.programme.facts:
        yield _named(fact)


ROWS = (
    Row(key="jobs", group=Group.OUTCOMES, label=msg("Jobs named"), read=_jobs),
    Row(key="further-study", group=Group.OUTCOMES, label=msg("Further study"), read=_further_study),
    Row(
        key="exams",
        group=Group.OUTCOMES,
        label=msg("Competitive examinations"),
        read=points(lambda programme: programme.exams),
        compared=False,
    ),
    Row(key="figures", group=Group.OUTCOMES, label=msg("Outcome figures"), read=_figures),
    Row(
        key="strengths",
        group=Group.SCHOOL,
        label=msg("Strengths"),
        read=points(lambda programme: programme.strengths),
        compared=False,
    ),
    Row(key="partners", group=Group.SCHOOL, label=msg("Partners"), read=_partners),
    Row(
        key="accessibility",
        group=Group.SCHOOL,
        label=msg("Accessibility"),
        read=points(lambda programme: programme.accessibility),
        compared=False,
    ),
    Row(key="contacts", group=Group.SCHOOL, label=msg("Whom to ask"), read=_contacts, compared=False),
    Row(key="more", group=Group.SCHOOL, label=msg("Also said"), read=_more, compared=False, always=False),
    Row(key="school", group=Group.SCHOOL, label=msg("About the school"), read=_school, compared=False, always=False),
)
