"""One programme in full, on two to four pages: where the student stands, then everything that its page says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from advisor_app.domain.check import ProgrammeCheck
from advisor_app.domain.facts import Flag, Severity, Status
from advisor_app.domain.reference import Reference
from advisor_app.domain.rows import ROWS, Filled, Group
from advisor_app.domain.rows.teaching import blocks_of
from advisor_app.domain.student import Student
from advisor_app.domain.text import Message, msg
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.document import Chart, Document, Labelled, Lists, Part, Rows, Section
from advisor_app.sheets.lines import Run
from advisor_app.sheets.model import Cell, Paragraph, Remark
from advisor_app.sheets.order import Options, ProgrammeSheet
from advisor_app.sheets.order import Part as Optional
from advisor_app.sheets.parts.columns import column_of
from advisor_app.sheets.parts.cost import chart
from advisor_app.sheets.parts.entry import applying, head
from advisor_app.sheets.parts.facts import fact_rows
from advisor_app.sheets.parts.masthead import cautions, foreign_diploma, occasion, privacy
from advisor_app.sheets.parts.next_steps import next_steps
from advisor_app.sheets.parts.payments import payment_table
from advisor_app.sheets.parts.references import foot, references
from advisor_app.sheets.parts.requirements import requirements
from advisor_app.sheets.parts.routes import route_table
from advisor_app.sheets.parts.student import student_line, supposed_line
from advisor_app.sheets.parts.terms import explained
from advisor_app.sheets.parts.what_if import supposed_block
from advisor_app.sheets.parts.wording import wording
from advisor_app.sheets.parts.year import year
from advisor_app.sheets.press import Press, joined, plain, strong
from advisor_app.wording import Translator

if TYPE_CHECKING:  # only a name here
    from advisor_app.services.detailed import Detailed

MOST_DOUBTS = 5  # what a family can weigh
FEW_TICKS = 4  # the scale is short on upright paper
BY_ITSELF = {"requirements", "soft", "process", "curriculum", "award-certifying", "award-awarding"}
IN_THE_AWARD = {"award-level", "award-number"}  # said of the award, so that only their silence has a place of its own
IN_WHAT_IT_GIVES = {"award-grade"}
DRAWN = {"start", "teaching-months", "rhythm", "internship", "internship-mandatory"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    """What the sections are made of."""

    press: Press
    content: ProgrammeSheet
    options: Options
    column: ComparedColumn
    student: Student


def programme_sheet(content: ProgrammeSheet, options: Options, words: Translator) -> Document:
    """The sheet, in the translator's language."""
    student = content.student
    column = _column(content.detailed, content, student)
    press = Press(words.lang, options.printed_on, column.subject.sources, student, column.subject.reference)
    of = _Subject(press=press, content=content, options=options, column=column, student=student)
    top = head(press, column)
    remarks = tuple(_remarks(of, column.subject.reference))  # before the sections, as their notes are lettered in this order
    sections = tuple(section for make in SECTIONS if (section := make(of)) is not None)
    sheet = Document(
        lang=press.lang,
        title=top.name,
        title_lang=top.name_lang,
        over=column.subject.institution.name,
        lead=top.lines,
        student="" if Optional.ANSWERS in options.left_off else student_line(press, student, column.subject, options.first_name),
        supposed=_supposed_line(of),
        occasion=occasion(press, options),
        privacy=privacy(press, options),
        printed_on=options.printed_on,
        printed=press.voice.date(options.printed_on),
        remarks=remarks,
        sections=sections,
        cost=None if Optional.COST in options.left_off else chart(press, (column,), student, FEW_TICKS),
        references=references(press),
        foot=foot(press),
        wording=wording(press),
    )
    return explained(press, sheet)


def _column(detailed: "Detailed", content: ProgrammeSheet, student: Student) -> ComparedColumn:
    """By the route that is wanted, or else the one that fits best."""
    check = next((one for one in detailed.check.routes if one.route == content.route), detailed.check.best)
    return column_of(detailed.subject, detailed.check, check, student, content.route)


def _supposed_line(of: _Subject) -> str:
    if of.content.supposed is None or of.content.supposed_student is None:
        return ""
    return supposed_line(of.press, of.student, of.content.supposed_student, of.column.subject)


def _remarks(of: _Subject, reference: Reference) -> Iterator[Remark]:
    yield from cautions(of.press, of.options)
    yield from foreign_diploma(of.press, of.student, reference, (of.column.check,))


# --- sections


def _standing(of: _Subject) -> Section:
    press, column = of.press, of.column
    cell = applying(press, column)
    then: ProgrammeCheck | None = of.content.supposed.check if of.content.supposed else None
    block = supposed_block(press, column, then) if then else None
    if block is not None:
        cell = replace(cell, blocks=(*cell.blocks[:1], block, *cell.blocks[1:]))
    rows = (
        Labelled(press.words("Applying"), cell),
        *_conditions(press, column),
        Labelled(press.words("Next steps"), next_steps(press, column)),
    )
    routes = (route_table(press, column.subject, column.programme, then),) if column.programme.routes else ()
    title = press.words("Admission") if of.student.empty else press.words("Where you stand")
    return Section(title=title, parts=(Rows(rows), *routes))


def _conditions(press: Press, column: ComparedColumn) -> Iterator[Labelled]:
    """The conditions of every entry, the one that is shown first."""
    by_entry = {check.route.entry: check for check in column.programme.routes}
    if column.check is not None:
        by_entry = {column.check.route.entry: column.check} | {**by_entry, column.check.route.entry: column.check}
    label = press.words("Entry requirements")
    if not by_entry:
        yield Labelled(label, requirements(press, column))
    processes: set[object] = set()
    for check in by_entry.values():
        again = check.entry.process in processes
        processes.add(check.entry.process)
        named = press.words("{label}, entry {entry}", label=label, entry=check.entry.name) if len(by_entry) > 1 else label
        yield Labelled(named, requirements(press, replace(column, check=check), procedure=not again))


def _facts(title: Message, *groups: Group, compact: bool = True) -> Callable[[_Subject], Section | None]:
    """A section of the rows of some groups."""

    def make(of: _Subject) -> Section | None:
        rows = fact_rows(of.press, (row for row in of.content.detailed.facts if not _said_elsewhere(row)), groups, BY_ITSELF)
        return Section(title=of.press.voice.render(title), parts=(rows,), compact=compact) if rows else None

    return make


def _said_elsewhere(row: Filled) -> bool:
    """What another row says already, if it is that simple."""
    if row.row.key in IN_WHAT_IT_GIVES:
        return not row.silent
    return row.row.key in IN_THE_AWARD and all(shown.status is Status.STATED for shown in row.values)


def _cost(of: _Subject) -> Section:
    parts: list[Part] = []
    if Optional.COST not in of.options.left_off:
        tables = (payment_table(of.press, timeline) for timeline in of.column.timelines)
        parts = [Chart(), *(table for table in tables if table is not None)]
    rows = fact_rows(of.press, of.content.detailed.facts, (Group.COST,))
    return Section(title=of.press.words("The cost, from entry to award"), parts=(*parts, *((rows,) if rows else ())))


def _year(of: _Subject) -> Section:
    drawn = Rows((Labelled(of.press.words("The year"), year(of.press, of.column)),))
    rows = fact_rows(of.press, of.content.detailed.facts, (Group.CALENDAR, Group.WORK), DRAWN)
    return Section(title=of.press.words("Calendar and work"), parts=(drawn, *((rows,) if rows else ())))


def _courses(of: _Subject) -> Section | None:
    """The courses of the route that is shown, block by block."""
    press = of.press
    blocks = blocks_of(of.column.subject)
    if Optional.COURSES in of.options.left_off or not blocks:
        return None
    lists = tuple(
        (
            joined((strong(press.words("Year {year}", year=block.year)), (*press.say(block.title), *press.ref(block)))),
            tuple(press.name(course.title, course.lang) for course in block.courses),
        )
        for block in blocks
    )
    return Section(title=press.words("Courses"), parts=(Lists(lists),), lead=plain(press.words("Titles as printed.")))


def _doubts(of: _Subject) -> Section | None:
    """What is wrong on the page where it bears on a decision, and what was recorded; the window has all."""
    press, all_ = of.press, of.column.subject.programme.flags
    flags = [flag for flag in all_ if flag.short or flag.severity is Severity.A][:MOST_DOUBTS]
    rows = tuple(Labelled(_about(press, flag), _doubt(press, flag)) for flag in flags)
    more = sum(flag.severity is not Severity.C for flag in all_) - len(flags)
    lead = press.voice.tr_n("{count} more: ask whoever gave you this sheet", "{count} more: ask whoever gave you this sheet", more)
    title = press.words("Doubts about the page")
    return Section(title=title, parts=(Rows(rows),), lead=plain(lead) if more > 0 else (), compact=True) if rows else None


def _about(press: Press, flag: Flag) -> str:
    label = next((row.label for row in ROWS if row.key == flag.about), None)
    return press.voice.render(label) if label else press.words("The page")


def _doubt(press: Press, flag: Flag) -> Cell:
    problem = (*press.say(flag.problem), *press.ref(flag.source))
    recorded = (*strong(press.words("Recorded")), Run(press.colon), *press.say(flag.recorded))
    return Cell((Paragraph((problem, recorded)),))


SECTIONS: tuple[Callable[[_Subject], Section | None], ...] = (
    _standing,
    _facts(msg("What you obtain"), Group.AWARD, Group.RECOGNITION, compact=False),
    _cost,
    _year,
    _courses,
    _facts(msg("Studies and admission"), Group.STUDY, Group.ENTRY),
    _facts(msg("Aims and teaching"), Group.AIMS),
    _facts(msg("Afterwards"), Group.OUTCOMES),
    _facts(msg("The school"), Group.SCHOOL),
    _doubts,
)
