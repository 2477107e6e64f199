"""One programme in full, on two to four pages."""

from dataclasses import replace

from advisor_app.services.browse import Detailed
from advisor_app.services.compare import Column, ComparedColumn
from advisor_app.sheets.comparison import ROWS
from advisor_app.sheets.document import Document, Labelled, Section
from advisor_app.sheets.order import Options, ProgrammeSheet
from advisor_app.sheets.parts.entry import head
from advisor_app.sheets.parts.references import foot, references
from advisor_app.sheets.parts.wording import wording
from advisor_app.sheets.press import Press
from advisor_app.wording import Translator


def programme_sheet(content: ProgrammeSheet, options: Options, words: Translator) -> Document:
    """The sheet, in the translator's language."""
    column = _column(content.detailed, content)
    press = Press(words.lang, options.printed_on, column.subject.sources)
    top = head(press, column)
    rows = tuple(Labelled(press.voice.render(row.label), row.fill(press, column)) for row in ROWS)
    date = press.voice.date(options.printed_on)
    return Document(
        lang=press.lang,
        title=top.name,
        title_lang=top.name_lang,
        lead=top.lines,
        occasion=" · ".join(part for part in (options.occasion, date) if part),
        privacy="",
        printed_on=options.printed_on,
        printed=date,
        sections=(Section(title=press.words("Programme"), rows=rows),),
        references=references(press),
        foot=foot(press),
        wording=wording(press),
    )


def _column(detailed: Detailed, content: ProgrammeSheet) -> ComparedColumn:
    """The programme as a comparison would have it, by the route that is wanted."""
    check = next((one for one in detailed.check.routes if one.route == content.route), detailed.check.best)
    return ComparedColumn(
        column=Column(programme=detailed.subject.programme.id, route=content.route),
        subject=replace(detailed.subject, route=check.route if check else None),
        programme=detailed.check,
        check=check,
    )
