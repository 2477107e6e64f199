"""Rows on who can join and what a candidate goes through."""

from collections.abc import Iterator

from advisor_app.domain.facts import Evidence, Status
from advisor_app.domain.requirements.tree import Leaf, Strength, leaves
from advisor_app.domain.rows.row import Group, Row, Shown, Subject, itself, shown
from advisor_app.domain.text import msg


def _entries(subject: Subject) -> Iterator[Shown]:
    for entry in subject.entries:
        yield Shown(value=msg("{name}, from Bac+{level}", name=entry.name, level=entry.after), evidence=entry)


def _requirements(subject: Subject) -> Iterator[Shown]:
    for entry in subject.entries:
        seen = set()
        for leaf in leaves(entry.requirements) if entry.requirements else ():
            asked = leaf.test.asked(subject.reference)
            if leaf.strength is not Strength.SOFT and asked not in seen:
                seen.add(asked)
                yield Shown(value=asked, evidence=_evidence(leaf), label=None if subject.route else entry.name)


def _soft(subject: Subject) -> Iterator[Shown]:
    for entry in subject.entries:
        for leaf in leaves(entry.requirements) if entry.requirements else ():
            if leaf.strength is Strength.SOFT:
                asked = leaf.test.asked(subject.reference)
                yield Shown(value=asked, evidence=_evidence(leaf), label=None if subject.route else entry.name)


def _evidence(leaf: Leaf) -> Evidence:
    return Evidence(status=Status.STATED, source=leaf.source, section=leaf.section, note=leaf.note, quote=leaf.quote)


def _process(subject: Subject) -> Iterator[Shown]:
    steps = {step.text: step for entry in subject.entries for step in entry.process}  # entry points may share their steps
    for step in steps.values():
        delay = step.delay.value
        yield Shown(value=step.text, evidence=step, detail=msg("{delay}", delay=delay) if delay else None)


def _reply(subject: Subject) -> Iterator[Shown]:
    yield shown(subject.programme.calendar.reply, lambda span: span)


def _deadline(subject: Subject) -> Iterator[Shown]:
    yield shown(subject.programme.calendar.deadline, itself)


def _language_level(subject: Subject) -> Iterator[Shown]:
    yield shown(subject.programme.language_level, itself)


def _minimum_grade(subject: Subject) -> Iterator[Shown]:
    yield shown(subject.programme.minimum_grade, itself)


def _places(subject: Subject) -> Iterator[Shown]:
    yield shown(subject.programme.places, itself)


def _campus_france(subject: Subject) -> Iterator[Shown]:
    yield shown(subject.programme.campus_france, itself)


ROWS = (
    Row(key="entry", group=Group.ENTRY, label=msg("Entry"), read=_entries),
    Row(key="requirements", group=Group.ENTRY, label=msg("Entry requirements"), read=_requirements),
    Row(key="soft", group=Group.ENTRY, label=msg("Welcome, never counted"), read=_soft, always=False),
    Row(key="process", group=Group.ENTRY, label=msg("Admission procedure"), read=_process),
    Row(key="reply", group=Group.ENTRY, label=msg("Reply after"), read=_reply),
    Row(key="deadline", group=Group.ENTRY, label=msg("Application deadline"), read=_deadline),
    Row(key="language-level", group=Group.ENTRY, label=msg("Language level asked"), read=_language_level),
    Row(key="minimum-grade", group=Group.ENTRY, label=msg("Minimum grade"), read=_minimum_grade),
    Row(key="places", group=Group.ENTRY, label=msg("Number of places"), read=_places),
    Row(key="campus-france", group=Group.ENTRY, label=msg("Études en France"), read=_campus_france),
)
