"""The cell on what the school asks and what the student has, and on the procedure, which is no requirement."""

from collections.abc import Iterator
from itertools import groupby

from advisor_app.domain.catalogue import EntryPoint
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.requirements.evaluate import Finding, Group, Outcome, findings
from advisor_app.domain.requirements.tree import Strength
from advisor_app.domain.routes import entry_of
from advisor_app.domain.text import Listing, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.model import Block, Cell, Line, Mark, Paragraph, Requirement, Run, Style
from advisor_app.sheets.parts.entry import MARKS, status_word
from advisor_app.sheets.press import Press, joined, lowered, plain, strong
from advisor_app.wording import words

ONE_LINE = 54  # letters that stand on one line of a sheet of three
NO_EQUIVALENCE = msg("A foreign diploma has no legal equivalence in France; the school compares it.")  # said once, for all
MEASURED = ("level", "credits")  # two measures of one diploma: said together where they come to the same


def requirements(press: Press, column: ComparedColumn) -> Cell:
    check = column.check
    entry = entry_of(column.subject.programme, check.route) if check else None
    if check is None or entry is None or check.assessment.outcome is None:
        blocks: list[Block] = [Paragraph((press.tr("Entry requirements: {silence}", silence=press.not_stated),))]
    else:
        blocks = list(_conditions(press, check.assessment.outcome, said_above(check)))
        blocks.extend(_unasked(press, check))
    return Cell((*blocks, Paragraph((joined((_procedure(press, entry), _welcome(press, check)), " "),))))


def said_above(check: RouteCheck) -> Finding | None:
    """The finding whose reason the cell on applying gives already."""
    return check.assessment.decisive if check.verdict is Verdict.TO_CONFIRM else None


def _conditions(press: Press, outcome: Outcome, above: Finding | None, depth: int = 0) -> Iterator[Requirement]:
    """The conditions in the shape in which the page sets them: alternatives stand under a heading of their own."""
    if isinstance(outcome, Finding):
        yield _condition(press, (outcome,), above, depth)
    elif outcome.operator == "readings":
        yield from _together(press, tuple(findings(outcome)), above, depth)
    elif outcome.operator == "all" or (len(outcome.children) == 1 and outcome.operator == "any"):
        yield from _together(press, outcome.children, above, depth)
    else:
        yield from _alternatives(press, outcome, above, depth)


def _together(press: Press, outcomes: tuple[Outcome, ...], above: Finding | None, depth: int) -> Iterator[Requirement]:
    for _, run in groupby(enumerate(outcomes), key=lambda placed: _same_measure(*placed)):
        same = tuple(outcome for _, outcome in run)
        asked = tuple(one for one in same if isinstance(one, Finding) and one.leaf.strength is not Strength.SOFT)
        if asked:
            yield _condition(press, asked, above, depth)
        for group in same:
            if isinstance(group, Group):
                yield from _conditions(press, group, above, depth)


def _same_measure(place: int, outcome: Outcome) -> object:
    """What may be said in one breath has the same key; anything else has one of its own."""
    if isinstance(outcome, Finding) and outcome.leaf.kind in MEASURED:
        return (outcome.status, outcome.leaf.strength, outcome.leaf.source)
    return place


def _alternatives(press: Press, group: Group, above: Finding | None, depth: int) -> Iterator[Requirement]:
    mark = MARKS[group.status]
    title = press.voice.render(words.group(group.operator, group.n))
    yield Requirement(mark, ((*strong(title), Run(f" · {status_word(press, mark)}")),), depth)
    for child in group.children:
        yield from _conditions(press, child, above, depth + 1)


def _condition(press: Press, same: tuple[Finding, ...], above: Finding | None, depth: int) -> Requirement:
    first = same[0]
    mark = MARKS[first.status]
    notes = (press.note(press.say(one.leaf.note)) for one in same if one.leaf.note and mark is Mark.TO_CONFIRM)
    asked: Line = (*_asked(press, same), *press.ref(first.leaf.source), *(run for note in notes for run in note))
    if first.leaf.strength is Strength.INDICATIVE:
        asked = (*asked, Run(" "), *press.tr("(indicative)"))
    has = joined((press.say(one.answer.has) for one in _distinct_answers(same)), ", ")
    told = press.tr("You: {has} · {word}", has=has, word=status_word(press, mark))
    lines = [joined((asked, told), "\u2002")] if _length(asked) + _length(told) <= ONE_LINE else [asked, told]
    if mark is Mark.TO_CONFIRM or (mark is Mark.NOT_MET and first.leaf.kind not in MEASURED):
        reasons = dict.fromkeys(press.voice.sentence(one.answer.reason) for one in same)
        for said in (above.answer.reason if above else "", NO_EQUIVALENCE):
            reasons.pop(press.voice.sentence(said), None)
        lines.extend([plain(" ".join(reasons))] if reasons else [])
    return Requirement(mark, tuple(lines), depth)


def _distinct_answers(same: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple({one.answer.has: one for one in same}.values())


def _asked(press: Press, same: tuple[Finding, ...]) -> Line:
    said = joined((press.say(one.asked) for one in same), ", ")
    if same[0].leaf.kind in MEASURED:
        said = press.tr("Level: {asked}", asked=said) if same[0].leaf.kind == "level" else press.tr("Credits: {asked}", asked=said)
    return press.strong_up_to_colon(said)


def _length(line: Line) -> int:
    return sum(len(run.text) for run in line if isinstance(run, Run))


def _unasked(press: Press, check: RouteCheck) -> Iterator[Requirement]:
    """A page that sets no field is not a page that takes every field: its silence is printed."""
    if all(finding.leaf.kind != "field" for finding in check.assessment.findings):
        yield Requirement(None, (press.strong_up_to_colon(press.tr("Field: {silence}", silence=press.not_stated)),))


def _procedure(press: Press, entry: EntryPoint | None) -> Line:
    if entry is None or not entry.process:
        return press.tr("Admission procedure: {silence}.", silence=press.not_stated)
    steps = (_step(press, entry, place) for place in range(len(entry.process)))
    then = (Run(press.words("Then"), Style.EMPHASIS),)
    return (*press.tr("{then} {steps}.", then=then, steps=joined(steps, press.semicolon)), *press.ref(entry.process[0]))


def _step(press: Press, entry: EntryPoint, place: int) -> Line:
    step = entry.process[place]
    text = press.voice.render(step.text)
    said = plain(lowered(text))
    return (*said, Run(f" ({press.voice.span(step.delay.value)})")) if step.delay.value else said


def _welcome(press: Press, check: RouteCheck | None) -> Line:
    soft = check.assessment.soft if check else ()
    return press.tr("Welcome, not counted: {soft}.", soft=Listing(soft, "semicolon")) if soft else ()
