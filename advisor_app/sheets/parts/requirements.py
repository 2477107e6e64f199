"""The cell on what the school asks and what the student has, and on the procedure, which is no requirement."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from advisor_app.domain.catalogue import EntryPoint
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.evaluate import Finding, Group, Outcome, findings
from advisor_app.domain.requirements.threshold import NO_EQUIVALENCE
from advisor_app.domain.requirements.tree import Strength
from advisor_app.domain.routes import entry_of
from advisor_app.domain.text import Listing, Value
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.lines import Line, Run, Style
from advisor_app.sheets.model import Block, Cell, Mark, Paragraph, Requirement
from advisor_app.sheets.parts.documents import proof
from advisor_app.sheets.parts.entry import MARKS, status_word
from advisor_app.sheets.press import Press, joined, plain, strong
from advisor_app.wording import words
from advisor_app.wording.typography import inside

ONE_LINE = 54  # letters that stand on one line of a sheet of three
MEASURED = ("level", "credits")  # two measures of one diploma: said together where they come to the same


def requirements(press: Press, column: ComparedColumn, *, procedure: bool = True) -> Cell:
    """Each condition with what usually proves it; without the ``procedure`` where it is said already."""
    check = column.check
    entry = entry_of(column.subject.programme, check.route) if check else None
    if check is None or entry is None or check.assessment.outcome is None:
        blocks: list[Block] = [Paragraph((press.tr("Entry requirements: {silence}", silence=press.not_stated),))]
    else:
        said = _Conditions(press, check)
        blocks = list(said.of(check.assessment.outcome))
        blocks.extend(_unasked(press, check))
    then = (Paragraph(((*_procedure(press, entry), *_welcome(press, check)),)),) if procedure else ()
    return Cell((*blocks, *then))


def said_above(check: RouteCheck) -> Finding | None:
    """The finding whose reason the cell on applying gives already."""
    return check.assessment.decisive if check.verdict is Verdict.TO_CONFIRM else None


@dataclass(frozen=True, slots=True)
class _Conditions:
    """The conditions of one route in the shape in which the page sets them: alternatives stand under a heading of their own."""

    press: Press
    check: RouteCheck
    named: dict[Value, None] = field(default_factory=dict)  # papers said already

    def of(self, outcome: Outcome, depth: int = 0) -> Iterator[Requirement]:
        if isinstance(outcome, Finding):
            yield self._condition((outcome,), depth)
        elif outcome.operator == "readings":
            yield from self._together(tuple(findings(outcome)), depth)
        elif outcome.operator == "all" or (len(outcome.children) == 1 and outcome.operator == "any"):
            yield from self._together(outcome.children, depth)
        else:
            yield from self._alternatives(outcome, depth)

    def _together(self, outcomes: tuple[Outcome, ...], depth: int) -> Iterator[Requirement]:
        for _, run in groupby(enumerate(outcomes), key=lambda placed: _same_measure(*placed)):
            same = tuple(outcome for _, outcome in run)
            asked = tuple(one for one in same if isinstance(one, Finding) and one.leaf.strength is not Strength.SOFT)
            if asked:
                yield self._condition(asked, depth)
            for group in same:
                if isinstance(group, Group):
                    yield from self.of(group, depth)

    def _alternatives(self, group: Group, depth: int) -> Iterator[Requirement]:
        mark = self._mark(group.status)
        title = self.press.voice.render(words.group(group.operator, group.n))
        yield Requirement(mark, ((*strong(title), *((Run(f" · {status_word(self.press, mark)}"),) if mark else ())),), depth)
        for child in group.children:
            yield from self.of(child, depth + 1)

    def _condition(self, same: tuple[Finding, ...], depth: int) -> Requirement:
        asked, told = self._is_asked(same), self._has(same)
        lines = [joined((asked, told), "\u2002")] if _length(asked) + _length(told) <= ONE_LINE else [asked, told]
        reasons = self._reasons(same)
        return Requirement(self._mark(same[0].bearing), (*lines, *((plain(reasons),) if reasons else ())), depth)

    def _mark(self, status: FindingStatus) -> Mark | None:
        """Where nobody is held against the conditions they only stand there."""
        return None if self.press.student.empty else MARKS[status]

    def _is_asked(self, same: tuple[Finding, ...]) -> Line:
        press, first = self.press, same[0]
        unsure = first.bearing is FindingStatus.TO_CONFIRM
        notes = (press.note(press.say(one.leaf.note)) for one in same if one.leaf.note and unsure)
        asked: Line = (*_asked(press, same), *press.ref(first.leaf.source), *(run for note in notes for run in note))
        return (*asked, Run(" "), *press.tr("(indicative)")) if first.leaf.strength is Strength.INDICATIVE else asked

    def _has(self, same: tuple[Finding, ...]) -> Line:
        if self.press.student.empty:
            return self._to_bring(same)
        has = joined((self.press.say(one.answer.has) for one in _distinct_answers(same)), ", ")
        told = self.press.tr("You: {has} · {word}", has=has, word=status_word(self.press, MARKS[same[0].bearing]))
        return joined((told, self._proof(same)))

    def _to_bring(self, same: tuple[Finding, ...]) -> Line:
        """As a sentence of its own, where nothing is said of a student."""
        proof = self._proof(same)
        first = proof[0] if proof else None
        return (replace(first, text=self.press.voice.sentence(first.text)), *proof[1:]) if isinstance(first, Run) else ()

    def _proof(self, same: tuple[Finding, ...]) -> Line:
        basis = self.check.assessment.basis
        standing = basis.status if basis and same[0].bearing is not FindingStatus.NOT_MET else None
        found = dict.fromkeys(proof(one, standing) for one in same)
        wanted = tuple(one for one in found if one is not None)
        if not wanted:
            return ()
        if self.named.keys() >= set(wanted):
            return self.press.tr("to bring: the same")
        self.named.update(dict.fromkeys(wanted))
        return self.press.tr("to bring: {documents}", documents=Listing(wanted))

    def _reasons(self, same: tuple[Finding, ...]) -> str:
        """Where the word alone does not say enough, and nothing else on the sheet says it."""
        first, sentence = same[0], self.press.voice.sentence
        not_met = first.bearing is FindingStatus.NOT_MET and first.leaf.kind not in MEASURED
        if first.bearing is not FindingStatus.TO_CONFIRM and not not_met:
            return ""
        reasons = dict.fromkeys(sentence(one.answer.reason) for one in same)
        above = said_above(self.check)
        for said in (above.answer.reason if above else "", NO_EQUIVALENCE):
            reasons.pop(sentence(said), None)
        return " ".join(reasons)


def _same_measure(place: int, outcome: Outcome) -> object:
    """What may be said in one breath has the same key; anything else has one of its own."""
    if isinstance(outcome, Finding) and outcome.leaf.kind in MEASURED:
        return (outcome.status, outcome.leaf.strength, outcome.leaf.source)
    return place


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
    said = plain(inside(text))
    return (*said, Run(f" ({press.voice.span(step.delay.value)})")) if step.delay.value else said


def _welcome(press: Press, check: RouteCheck | None) -> Line:
    """In a note: it decides nothing."""
    soft = check.assessment.soft if check else ()
    if not soft:
        return ()
    return press.note(press.tr("Welcome, not counted: {soft}.", soft=Listing(soft, "semicolon")))
