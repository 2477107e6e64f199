"""A student's eligibility on paper: every route by verdict, what would turn it, and what to ask."""

from advisor_app.domain.check import RouteCheck
from advisor_app.domain.headlines import route_reason
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.check import Checked
from advisor_app.sheets.document import Document, Labelled, Section
from advisor_app.sheets.model import Cell, Paragraph
from advisor_app.sheets.order import Options, SummarySheet
from advisor_app.sheets.parts.references import foot, references
from advisor_app.sheets.parts.student import student_line
from advisor_app.sheets.parts.wording import wording
from advisor_app.sheets.press import Press, joined, plain
from advisor_app.wording import Translator


def summary_sheet(content: SummarySheet, options: Options, words: Translator) -> Document:
    """The sheet, in the translator's language."""
    checked = content.checked
    sources = {name: source for subject in checked.subjects.values() for name, source in subject.sources.items()}
    press = Press(words.lang, options.printed_on, sources)
    sections = tuple(_section(press, checked, verdict) for verdict in Verdict if checked.of(verdict))
    date = press.voice.date(options.printed_on)
    told = student_line(press, checked.student, next(iter(checked.subjects.values())), options.first_name)
    return Document(
        lang=press.lang,
        title=press.words("Where you can apply"),
        title_lang=press.lang,
        lead=(plain(told),),
        occasion=" · ".join(part for part in (options.occasion, date) if part),
        privacy="" if options.first_name else press.words("Anonymous sheet: no name is kept"),
        printed_on=options.printed_on,
        printed=date,
        sections=sections,
        references=references(press),
        foot=foot(press),
        wording=wording(press),
    )


def _section(press: Press, checked: Checked, verdict: Verdict) -> Section:
    return Section(title=press.voice.render(verdict), rows=tuple(_row(press, checked, route) for route in checked.of(verdict)))


def _row(press: Press, checked: Checked, check: RouteCheck) -> Labelled:
    subject = checked.subjects[check.route.programme]
    programme = subject.programme
    way = joined(
        (
            plain(entry_of(programme, check.route).name),
            press.say(format_of(programme, check.route).name),
            press.say(subject.campus_name(check.route.campus)),
        )
    )
    reason = plain(press.voice.sentence(route_reason(check)))
    return Labelled(press.voice.render(programme.short_name), Cell((Paragraph((way, reason)),)))
