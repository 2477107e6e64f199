"""Rows on who can join and what a candidate goes through."""

from collections.abc import Iterator

from advisor_app.domain.facts import Evidence, Status
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.tree import All, AnyOf, AtLeast, Leaf, Node, Not, Readings, Strength, children, leaves
from advisor_app.domain.rows.row import Better, Group, Row, Shown, Subject, itself, shown
from advisor_app.domain.text import Listing, Message, Value, msg
from advisor_app.domain.topics import Topic


def _entries(subject: Subject) -> Iterator[Shown]:
    for entry in subject.entries:
        yield Shown(value=msg("{name}, from Bac+{level}", name=entry.name, level=entry.after), evidence=entry)


def _requirements(subject: Subject) -> Iterator[Shown]:
    """What is asked of everyone, one value each; conditions of which not all are asked stay together in one."""
    for entry in subject.entries:
        label = None if subject.route else entry.name
        asked: dict[Value, Evidence] = {}
        for node in _together(entry.requirements) if entry.requirements else ():
            condition = _condition(node, subject.reference)
            if condition is not None:
                asked.setdefault(condition, _evidence(next(leaves(node))))
        for condition, evidence in asked.items():
            yield Shown(value=condition, evidence=evidence, label=label)


def _together(node: Node) -> Iterator[Node]:
    """The conditions that are all asked."""
    if isinstance(node, All):
        for child in node.children:
            yield from _together(child)
    else:
        yield node


def _condition(node: Node, reference: Reference, *, within: bool = False) -> Value | None:
    """A node in one value; ``None`` where only soft criteria are in it. A group ``within`` another stands in parentheses."""
    if isinstance(node, Leaf):
        return None if node.strength is Strength.SOFT else node.test.asked(reference)
    single = not isinstance(node, Not) and len(children(node)) == 1
    found = (_condition(child, reference, within=within or not single) for child in children(node))
    parts = tuple(dict.fromkeys(part for part in found if part is not None))
    if len(parts) < 2 and not isinstance(node, Not):
        return parts[0] if parts else None
    group = _group(node, Listing(parts, "semicolon")) if parts else None
    return msg("({conditions})", conditions=group) if group is not None and within else group


def _group(node: Node, conditions: Listing) -> Message:
    match node:
        case AnyOf():
            return msg("one of these: {conditions}", conditions=conditions)
        case Not():
            return msg("none of these: {conditions}", conditions=conditions)
        case AtLeast(n=n):
            return msg("at least {n} of these: {conditions}", n=n, conditions=conditions)
        case Readings():
            return msg("read in several ways: {conditions}", conditions=conditions)
        case _:
            return msg("all of these: {conditions}", conditions=conditions)


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
    Row(key="entry", group=Group.ENTRY, label=msg("Entry"), read=_entries, topics=(Topic.DIPLOMA,)),
    Row(
        key="requirements",
        group=Group.ENTRY,
        label=msg("Entry requirements"),
        read=_requirements,
        topics=(Topic.DIPLOMA,),
    ),
    Row(key="soft", group=Group.ENTRY, label=msg("Welcome, never counted"), read=_soft, always=False),
    Row(key="process", group=Group.ENTRY, label=msg("Admission procedure"), read=_process),
    Row(key="reply", group=Group.ENTRY, label=msg("Reply after"), read=_reply, better=Better.LESS, topics=(Topic.START,)),
    Row(key="deadline", group=Group.ENTRY, label=msg("Application deadline"), read=_deadline, topics=(Topic.START,)),
    Row(
        key="language-level",
        group=Group.ENTRY,
        label=msg("Language level asked"),
        read=_language_level,
        topics=(Topic.LANGUAGES,),
    ),
    Row(key="minimum-grade", group=Group.ENTRY, label=msg("Minimum grade"), read=_minimum_grade, topics=(Topic.DIPLOMA,)),
    Row(key="places", group=Group.ENTRY, label=msg("Number of places"), read=_places),
    Row(
        key="campus-france",
        group=Group.ENTRY,
        label=msg("Études en France"),
        read=_campus_france,
        topics=(Topic.RESIDENCE,),
    ),
)
