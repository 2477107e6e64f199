"""The comparison sheet: from the comparator's results to the words, marks and figures that are printed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from advisor_app.domain.text import Message, msg
from advisor_app.services.compare import Compared, ComparedColumn
from advisor_app.sheets.model import Cell, Row, SheetModel
from advisor_app.sheets.parts.cost import chart
from advisor_app.sheets.parts.courses import courses
from advisor_app.sheets.parts.entry import applying, head
from advisor_app.sheets.parts.money import tuition
from advisor_app.sheets.parts.next_steps import disability, next_steps, still_to_ask
from advisor_app.sheets.parts.references import foot, references
from advisor_app.sheets.parts.requirements import requirements
from advisor_app.sheets.parts.student import student_line
from advisor_app.sheets.parts.study import afterwards, obtain, options, year
from advisor_app.sheets.parts.wording import wording
from advisor_app.sheets.press import Press
from advisor_app.wording import Translator


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of the sheet: its label, and the function that fills a programme's cell. A new row is one entry in ``ROWS``."""

    key: str
    label: Message
    fill: Callable[[Press, ComparedColumn], Cell]


ROWS = (
    SheetRow("applying", msg("Applying"), applying),
    SheetRow("requirements", msg("Entry requirements"), requirements),
    SheetRow("obtain", msg("What you obtain"), obtain),
    SheetRow("year", msg("The year"), year),
    SheetRow("tuition", msg("Tuition"), tuition),
    SheetRow("options", msg("Options"), options),
    SheetRow("afterwards", msg("Afterwards"), afterwards),
    SheetRow("next", msg("Next steps"), next_steps),
    SheetRow("disability", msg("Disability"), disability),
)


def comparison_sheet(
    compared: Compared, translator: Translator, printed_on: dt.date, *, occasion: str = "", first_name: str = ""
) -> SheetModel:
    """The sheet of two to five programmes, in the translator's language.

    ``occasion`` is the school or event that hands it out; ``first_name`` the student's, only if wanted.
    """
    sources = {name: source for column in compared.columns for name, source in column.subject.sources.items()}
    press = Press(translator.lang, printed_on, sources, compared.student.residence)
    heads = tuple(head(press, column) for column in compared.columns)
    rows = tuple(
        Row(row.key, press.voice.render(row.label), tuple(row.fill(press, column) for column in compared.columns)) for row in ROWS
    )
    to_ask = still_to_ask(press, compared)
    cost, taught = chart(press, compared), courses(press, compared)
    date = press.voice.date(printed_on)
    return SheetModel(
        lang=press.lang,
        title=_title(press, len(heads)),
        student=student_line(press, compared.student, compared.columns[0].subject, first_name),
        occasion=" · ".join(part for part in (occasion, date) if part),
        privacy="" if first_name else press.words("Anonymous sheet: no name is kept"),
        printed_on=printed_on,
        printed=date,
        heads=heads,
        rows=rows,
        remarks=(to_ask,) if to_ask else (),
        cost=cost,
        courses=taught,
        references=references(press),
        foot=foot(press),
        wording=wording(press),
    )


def _title(press: Press, count: int) -> str:
    return {
        2: press.words("Two programmes, side by side"),
        3: press.words("Three programmes, side by side"),
        4: press.words("Four programmes, side by side"),
        5: press.words("Five programmes, side by side"),
    }[count]
