"""What is written of a programme that it can be found by, text by text."""

from collections.abc import Iterator
from typing import Final

from advisor_app.domain.catalogue import Institution, Programme
from advisor_app.domain.facts import Fact, Point
from advisor_app.domain.reference import Reference
from advisor_app.domain.searching import Where
from advisor_app.domain.terms import AwardKind
from advisor_app.domain.text import Text


def texts_of(programme: Programme, school: Institution, reference: Reference) -> Iterator[tuple[Where, str]]:
    """Each text once for each place in which it stands; prose is one text."""
    found = {
        Where.NAME: (programme.name, programme.short_name, programme.aliases),
        Where.SCHOOL: (school.name, school.short_name, school.former_names, school.group),
        Where.AWARD: tuple(_of_awards(programme)),
        Where.FIELD: tuple(_of_fields(programme, reference)),
        Where.PLACE: (school.city, *_of_campuses(programme, school)),
        Where.FORMAT: tuple((format_.name, format_.aliases) for format_ in programme.formats),
        Where.ENTRY: tuple((entry.name, f"Bac+{entry.after}") for entry in programme.entry_points),
        Where.COURSE: tuple(_of_courses(programme)),
        Where.JOB: tuple(jobs.jobs for jobs in programme.jobs),
        Where.SKILL: tuple((block.title, block.skills) for block in programme.skills),
    }
    for where, parts in found.items():
        yield from ((where, words) for words in dict.fromkeys(_said(parts)))
    if prose := " · ".join(dict.fromkeys(_said(tuple(_of_prose(programme))))):
        yield Where.PROSE, prose


def _said(part: object) -> Iterator[str]:
    match part:
        case str():
            if part:
                yield part
        case Text(fr=fr, en=en):
            yield from (fr, en)
        case Point(text=words):
            yield from _said(words)
        case Fact(value=value, readings=readings):
            yield from _said(value)
            yield from _said(tuple(reading.value for reading in readings))
        case tuple():
            for each in part:
                yield from _said(each)


_KINDS: Final = {
    AwardKind.NATIONAL_MASTER: Text("diplôme national de master", "national master's degree"),
    AwardKind.SCHOOL_DIPLOMA: Text("diplôme d'école", "school diploma"),
    AwardKind.RNCP_TITLE: Text("titre RNCP", "RNCP title"),
    AwardKind.VISE: Text("diplôme visé", "state-approved diploma"),
    AwardKind.LABEL_CGE: Text("label CGE", "CGE label"),
}


def _of_awards(programme: Programme) -> Iterator[object]:
    for award in programme.awards:
        yield award.title
        yield _KINDS.get(award.kind)
        if award.level.value:
            yield Text(f"niveau {award.level.value}", f"level {award.level.value}")
        if award.number.value:
            yield f"{award.registry or ''} {award.number.value}".strip()
            yield f"{award.registry or ''}{award.number.value}"
        yield tuple(f"NSF {code}" for code in award.nsf_codes.value or ())
        yield tuple(f"NSF {code}" for reading in award.nsf_codes.readings for code in reading.value)
        yield tuple(party.name for party in award.parties)


def _of_fields(programme: Programme, reference: Reference) -> Iterator[object]:
    for slug in programme.fields.value or ():
        for broader in reference.broader(slug):
            if known := reference.fields.get(broader):
                yield known.name


def _of_campuses(programme: Programme, school: Institution) -> Iterator[object]:
    for campus in school.campuses:
        if campus.id in programme.campuses:
            yield campus.name
            yield campus.city


def _of_courses(programme: Programme) -> Iterator[object]:
    for block in programme.curriculum:
        yield block.title
        yield tuple(course.title for course in block.courses)
    for option in (*programme.specialisations, *programme.streams):
        yield option.name
        yield option.contents


def _of_prose(programme: Programme) -> Iterator[object]:
    yield programme.summary
    yield from (programme.aims, programme.methods, programme.assessment, programme.exams, programme.strengths, programme.teachers)
    yield tuple(study.text for study in programme.further_study)
    yield tuple(partner.name for partner in programme.partners)
    yield programme.teaching_language
