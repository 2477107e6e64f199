"""The comparison sheet: from the comparator's results to the words, marks and figures that are printed."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from advisor_app.domain.text import Message, msg
from advisor_app.services.compare import Compared, ComparedColumn
from advisor_app.sheets.model import Cell, Remark, Row, SheetModel
from advisor_app.sheets.order import ComparisonSheet, Options, Part
from advisor_app.sheets.parts.also import also
from advisor_app.sheets.parts.cost import chart
from advisor_app.sheets.parts.courses import courses
from advisor_app.sheets.parts.entry import applying, head
from advisor_app.sheets.parts.masthead import cautions, foreign_diploma, privacy
from advisor_app.sheets.parts.masthead import occasion as occasion_line
from advisor_app.sheets.parts.money import tuition
from advisor_app.sheets.parts.next_steps import next_steps, still_to_ask
from advisor_app.sheets.parts.obtain import obtain
from advisor_app.sheets.parts.references import foot, references
from advisor_app.sheets.parts.requirements import requirements
from advisor_app.sheets.parts.student import student_line, supposed_line
from advisor_app.sheets.parts.terms import explained
from advisor_app.sheets.parts.what_if import with_supposed
from advisor_app.sheets.parts.wording import wording
from advisor_app.sheets.parts.year import year
from advisor_app.sheets.press import Press
from advisor_app.wording import Translator


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of the sheet: its label, and the function that fills a programme's cell. A new row is one entry in ``ROWS``."""

    key: str
    label: Message
    fill: Callable[[Press, ComparedColumn], Cell]


APPLYING = "applying"
MOST_TERMS = 8  # that are defined: more would cost most families a page
ROWS = (
    SheetRow(APPLYING, msg("Applying"), applying),
    SheetRow("requirements", msg("Entry requirements"), requirements),
    SheetRow("obtain", msg("What you obtain"), obtain),
    SheetRow("year", msg("The year"), year),
    SheetRow("tuition", msg("Tuition"), tuition),
    SheetRow("next", msg("Next steps"), next_steps),
    SheetRow("also", msg("Also"), also),
)


def comparison_sheet(
    compared: Compared, translator: Translator, printed_on: dt.date, *, occasion: str = "", first_name: str = ""
) -> SheetModel:
    """The sheet of two to five programmes with nothing left off, in the translator's language."""
    options = Options(lang=translator.lang, printed_on=printed_on, occasion=occasion, first_name=first_name)
    return side_by_side(ComparisonSheet(compared=compared), options, translator)


def side_by_side(content: ComparisonSheet, options: Options, words: Translator) -> SheetModel:
    """The sheet as it is ordered."""
    compared = content.compared
    sources = {name: source for column in compared.columns for name, source in column.subject.sources.items()}
    press = Press(words.lang, options.printed_on, sources, compared.student, compared.columns[0].subject.reference)
    warned = {press.voice.render(caution.programme) for caution in options.cautions}
    heads = tuple(
        replace(head(press, column), warned=not warned.isdisjoint({"", _name(press, column)})) for column in compared.columns
    )
    rows = tuple(_row(press, row, content) for row in ROWS)
    remarks = tuple(_remarks(press, compared, options))
    cost = None if Part.COST in options.left_off else chart(press, compared.columns, compared.student)
    taught = None if Part.COURSES in options.left_off else courses(press, compared)
    sheet = SheetModel(
        lang=press.lang,
        title=_title(press, len(heads)),
        student="" if Part.ANSWERS in options.left_off else _student(press, compared, options),
        supposed=_supposed(press, content),
        occasion=occasion_line(press, options),
        privacy=privacy(press, options),
        printed_on=options.printed_on,
        printed=press.voice.date(options.printed_on),
        heads=heads,
        rows=rows,
        remarks=remarks,
        cost=cost,
        courses=taught,
        references=references(press),
        foot=foot(press),
        wording=wording(press),
    )
    return explained(press, sheet, MOST_TERMS)


def _name(press: Press, column: ComparedColumn) -> str:
    return press.voice.render(column.subject.programme.short_name)


def _row(press: Press, row: SheetRow, content: ComparisonSheet) -> Row:
    cells = tuple(row.fill(press, column) for column in content.compared.columns)
    if row.key == APPLYING and content.supposed is not None:
        cells = with_supposed(press, cells, content.compared, content.supposed)
    return Row(row.key, press.voice.render(row.label), cells)


def _remarks(press: Press, compared: Compared, options: Options) -> Iterator[Remark]:
    """Cautions first, so that they stay on the first page."""
    yield from cautions(press, options)
    yield from foreign_diploma(
        press, compared.student, compared.columns[0].subject.reference, (column.check for column in compared.columns)
    )
    to_ask = still_to_ask(press, [column.subject for column in compared.columns])
    if to_ask is not None:
        yield to_ask


def _student(press: Press, compared: Compared, options: Options) -> str:
    return student_line(press, compared.student, compared.columns[0].subject, options.first_name)


def _supposed(press: Press, content: ComparisonSheet) -> str:
    if content.supposed is None:
        return ""
    return supposed_line(press, content.compared.student, content.supposed.student, content.compared.columns[0].subject)


def _title(press: Press, count: int) -> str:
    return {
        2: press.words("Two programmes, side by side"),
        3: press.words("Three programmes, side by side"),
        4: press.words("Four programmes, side by side"),
        5: press.words("Five programmes, side by side"),
    }[count]
