"""A student's eligibility on paper: every route by verdict, what would turn it, and what to ask."""

from collections.abc import Iterator

from advisor_app.domain.check import RouteCheck, Way
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import Listing
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.check import Checked
from advisor_app.sheets.document import Document, Grid, Labelled, Rows, Section
from advisor_app.sheets.model import Block, Bullets, Cell, Line, Paragraph, Remark, Run
from advisor_app.sheets.order import Options, Part, SummarySheet
from advisor_app.sheets.parts.documents import documents
from advisor_app.sheets.parts.entry import contract, verdict_reason, verdict_word
from advisor_app.sheets.parts.masthead import cautions, foreign_diploma, occasion, privacy
from advisor_app.sheets.parts.references import foot, references
from advisor_app.sheets.parts.routes import Bundle, bundles, places, route_name, verdict_cell
from advisor_app.sheets.parts.student import student_line, supposed_line
from advisor_app.sheets.parts.wording import wording
from advisor_app.sheets.press import Press, joined, lowered, plain, strong
from advisor_app.wording import Translator


def summary_sheet(content: SummarySheet, options: Options, words: Translator) -> Document:
    """The sheet, in the translator's language."""
    checked = content.checked
    sources = {name: source for subject in checked.subjects.values() for name, source in subject.sources.items()}
    press = Press(words.lang, options.printed_on, sources, checked.student.residence)
    subject = next(iter(checked.subjects.values()))
    sections = tuple(_sections(press, content))
    return Document(
        lang=press.lang,
        title=press.words("Where you can apply"),
        title_lang=press.lang,
        over="",
        lead=(_counted(press, checked),),
        student="" if Part.ANSWERS in options.left_off else student_line(press, checked.student, subject, options.first_name),
        supposed=supposed_line(press, checked.student, content.supposed.student, subject) if content.supposed else "",
        occasion=occasion(press, options),
        privacy=privacy(press, options),
        printed_on=options.printed_on,
        printed=press.voice.date(options.printed_on),
        remarks=tuple(_remarks(press, options, checked, subject)),
        sections=sections,
        cost=None,
        references=references(press),
        foot=foot(press),
        wording=wording(press),
    )


def _counted(press: Press, checked: Checked) -> Line:
    """How many routes have which verdict."""
    parts = []
    for verdict in Verdict:
        count = len(checked.of(verdict))
        if count:
            said = press.voice.tr_n("{count} route", "{count} routes", count)
            parts.append((Run(f"{said}{press.colon}"), *strong(lowered(verdict_word(press, verdict)))))
    return joined(parts)


def _remarks(press: Press, options: Options, checked: Checked, subject: Subject) -> Iterator[Remark]:
    yield from cautions(press, options)
    yield from foreign_diploma(press, checked.student, subject.reference)


def _sections(press: Press, content: SummarySheet) -> Iterator[Section]:
    checked = content.checked
    if checked.ask_next is not None:
        yield _to_ask(press, checked)
    for verdict in Verdict:
        found = [bundle for bundle in bundles(checked.routes) if bundle.first.verdict is verdict]
        if found:
            rows = tuple(_row(press, checked, bundle) for bundle in found)
            yield Section(title=verdict_word(press, verdict), parts=(Rows(rows),))
    if content.supposed is not None:
        yield _what_if(press, checked, content.supposed)


def _to_ask(press: Press, checked: Checked) -> Section:
    question = checked.ask_next
    asked = press.say(question.ask) if question else ()
    settles = question.settles if question else 0
    said = press.voice.tr_n("It would settle {count} route.", "It would settle {count} routes.", settles)
    row = Labelled(press.words("To ask first"), Cell((Paragraph(((*asked, Run(" "), *plain(said)),)),)))
    return Section(title=press.words("What is still missing"), parts=(Rows((row,)),))


def _row(press: Press, checked: Checked, bundle: Bundle) -> Labelled:
    check = bundle.first
    subject = checked.subjects[check.route.programme]
    where = joined((route_name(press, subject, bundle), places(press, subject, bundle)))
    title = joined((press.say(subject.programme.short_name), plain(subject.institution.short_name)), ", ")
    reason = (*verdict_reason(press, check), *press.ref(subject.programme.source))
    blocks: list[Block] = [Paragraph(((*where,), reason)), *contract(press, check)]
    ways = tuple(_way(press, subject, way) for way in check.ways)
    if ways:
        blocks.extend((Paragraph((strong(press.words("The way forward")),)), Bullets(ways)))
    elif check.verdict.open:
        blocks.append(_to_bring(press, check))
    else:
        blocks.extend(_missing(press, check))
    return Labelled("".join(run.text for run in title if isinstance(run, Run)), Cell(tuple(blocks)))


def _way(press: Press, subject: Subject, way: Way) -> Line:
    if way.route is not None:
        entry, format_ = entry_of(subject.programme, way.route).name, format_of(subject.programme, way.route).name
        return press.tr("Open to you now: {route}.", route=joined((plain(entry), press.say(format_))))
    return press.tr("You would need {changes}.", changes=Listing(tuple(change.say for change in way.changes)))


def _to_bring(press: Press, check: RouteCheck) -> Paragraph:
    return Paragraph((press.tr("To bring: {documents}", documents=Listing(documents(check))),))


def _missing(press: Press, check: RouteCheck) -> Iterator[Paragraph]:
    open_ = [finding for finding in check.assessment.findings if finding.status is FindingStatus.UNKNOWN]
    if open_:
        said = joined((press.say(asked) for asked in dict.fromkeys(finding.asked for finding in open_)), press.semicolon)
        yield Paragraph((press.tr("Tell us: {what}", what=said),))


# --- the what-if


def _what_if(press: Press, checked: Checked, supposed: Checked) -> Section:
    """The real verdict and the supposed one side by side, for the routes on which they differ."""
    then = {check.route: check for check in supposed.routes}
    moved = [
        (bundle, then[bundle.first.route])
        for bundle in bundles(checked.routes)
        if bundle.first.route in then and then[bundle.first.route].verdict is not bundle.first.verdict
    ]
    title = press.words("What if: what would change")
    if not moved:
        silent = Labelled("", Cell((Paragraph((press.tr("No verdict would change."),)),)))
        return Section(title=title, parts=(Rows((silent,)),))
    rows = tuple(
        (
            Cell((Paragraph((_route(press, checked.subjects[bundle.first.route.programme], bundle),)),)),
            verdict_cell(press, bundle.first),
            verdict_cell(press, check),
        )
        for bundle, check in moved
    )
    heads = (press.words("Route"), press.words("Today"), press.words("What if"))
    return Section(title=title, parts=(Grid(heads=heads, shares=(0.5, 0.25, 0.25), rows=rows),))


def _route(press: Press, subject: Subject, bundle: Bundle) -> Line:
    return joined((press.say(subject.programme.short_name), route_name(press, subject, bundle)))
