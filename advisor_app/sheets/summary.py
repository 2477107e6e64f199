"""A student's eligibility on paper: every route by verdict, what would turn it, and what to ask."""

from collections.abc import Iterator, Sequence

from advisor_app.domain.check import RouteCheck, Way
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import Listing, Message, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.check import Checked
from advisor_app.sheets.document import Document, Grid, Labelled, Rows, Section
from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.model import Block, Cell, Paragraph, Remark, Requirement
from advisor_app.sheets.order import Options, Part, SummarySheet
from advisor_app.sheets.parts.columns import column_of
from advisor_app.sheets.parts.entry import VERDICT_MARKS, contract, verdict_reason, verdict_word, way_through
from advisor_app.sheets.parts.masthead import cautions, foreign_diploma, occasion, privacy
from advisor_app.sheets.parts.money import tuition
from advisor_app.sheets.parts.next_steps import next_steps, still_to_ask
from advisor_app.sheets.parts.references import foot, references
from advisor_app.sheets.parts.routes import Bundle, by_entry, places, verdict_cell
from advisor_app.sheets.parts.student import student_line, supposed_line
from advisor_app.sheets.parts.terms import explained
from advisor_app.sheets.parts.wording import wording
from advisor_app.sheets.press import Press, joined, plain, strong
from advisor_app.wording import Translator
from advisor_app.wording.typography import inside

MOST_TERMS = 6  # that are defined: the summary is for one glance
MOST_NAMED = 3  # entries in the first sentence
MOST_ASKED = 5  # programmes of which what no page says is worth a line


def summary_sheet(content: SummarySheet, options: Options, words: Translator) -> Document:
    """The sheet, in the translator's language. Raises UserProblem where no programme was checked."""
    checked = content.checked
    if not checked.subjects:
        raise UserProblem(msg("A summary needs at least one programme."))
    sources = {name: source for subject in checked.subjects.values() for name, source in subject.sources.items()}
    subject = next(iter(checked.subjects.values()))
    press = Press(words.lang, options.printed_on, sources, checked.student, subject.reference)
    sections = tuple(_sections(press, content))
    sheet = Document(
        lang=press.lang,
        title=press.words("Where you can apply"),
        title_lang=press.lang,
        over="",
        lead=(_answer(press, checked), _counted(press, checked)),
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
    return explained(press, sheet, MOST_TERMS)


def _answer(press: Press, checked: Checked) -> Line:
    """What a family asks first: the entries that are open, by name."""
    found = by_entry(checked.routes)
    best = min((entry[0].first.verdict for entry in found), key=lambda verdict: verdict.rank, default=Verdict.NOT_YET)
    if not best.open:
        return press.tr("No entry is open yet; what would open one stands below.") if best is Verdict.NOT_YET else ()
    entries = [entry[0].first for entry in found if entry[0].first.verdict is best]
    names = tuple(_full_name(press, checked, check) for check in entries[:MOST_NAMED])
    more = press.words(" and others") if len(entries) > MOST_NAMED else ""
    return (*strong(verdict_word(press, best)), Run(press.colon), *press.say(Listing(names, "semicolon")), Run(f"{more}."))


def _full_name(press: Press, checked: Checked, check: RouteCheck) -> str:
    subject = checked.subjects[check.route.programme]
    name, school = press.voice.render(subject.programme.short_name), subject.institution.short_name
    return press.words("{name} ({school}), entry {entry}", name=name, school=school, entry=check.entry.name)


def _counted(press: Press, checked: Checked) -> Line:
    """How many entries have which verdict: as many as stand below."""
    parts = []
    for verdict in Verdict:
        count = sum(entry[0].first.verdict is verdict for entry in by_entry(checked.routes))
        if count:
            said = press.voice.tr_n("{count} entry", "{count} entries", count)
            parts.append((Run(f"{said}{press.colon}"), *strong(inside(verdict_word(press, verdict)))))
    return joined(parts)


def _remarks(press: Press, options: Options, checked: Checked, subject: Subject) -> Iterator[Remark]:
    yield from cautions(press, options)
    yield from foreign_diploma(press, checked.student, subject.reference, checked.routes)
    to_ask = still_to_ask(press, tuple(checked.subjects.values())[:MOST_ASKED])
    if to_ask is not None:
        yield to_ask


def _sections(press: Press, content: SummarySheet) -> Iterator[Section]:
    checked = content.checked
    if checked.ask_next is not None:
        yield _to_ask(press, checked)
    said: set[Message] = set()
    for verdict in Verdict:
        found = [entry for entry in by_entry(checked.routes) if entry[0].first.verdict is verdict]
        if found:
            rows = tuple(_row(press, checked, entry, said) for entry in found)
            yield Section(title=verdict_word(press, verdict), mark=VERDICT_MARKS[verdict], parts=(Rows(rows),))
    if content.supposed is not None:
        yield _what_if(press, checked, content.supposed)


def _to_ask(press: Press, checked: Checked) -> Section:
    question = checked.ask_next
    asked = press.say(question.ask) if question else ()
    settles = question.settles if question else 0
    said = press.voice.tr_n("It would settle {count} route.", "It would settle {count} routes.", settles)
    row = Labelled(press.words("To ask first"), Cell((Paragraph(((*asked, Run(" "), *plain(said)),)),)))
    return Section(title=press.words("What is still missing"), parts=(Rows((row,)),))


def _row(press: Press, checked: Checked, entry: Sequence[Bundle], said: set[Message]) -> Labelled:
    """One entry point with its verdict, then what the law says of each way to study."""
    check = entry[0].first
    subject = checked.subjects[check.route.programme]
    ways = tuple(_way(press, checked, subject, way) for way in check.ways)
    reason = joined((verdict_reason(press, check), *ways), " ")
    blocks: list[Block] = [Paragraph((strong(_entry(press, check)), reason))]
    if not ways and not check.verdict.open:
        blocks.extend(_missing(press, check))
    order = {format_.id: place for place, format_ in enumerate(subject.programme.formats)}
    in_order = sorted(entry, key=lambda bundle: order[bundle.first.route.format])  # the page's own, whoever the student is
    blocks.extend(_format(press, subject, bundle, said) for bundle in in_order)
    if check.verdict.open:
        blocks.extend(_then(press, checked, check))
    name, school = press.voice.render(subject.programme.short_name), subject.institution.short_name
    return Labelled(f"{name}, {school}", Cell(tuple(blocks)))


def _entry(press: Press, check: RouteCheck) -> str:
    """With the level that one joins from, which families know the entries by."""
    return press.words("Entry {name}, after Bac+{level}", name=check.entry.name, level=check.entry.after)


def _then(press: Press, checked: Checked, check: RouteCheck) -> Iterator[Block]:
    """What it costs and what to do next, of what is open."""
    found = next(one for one in checked.programmes if one.programme.id == check.route.programme)
    column = column_of(checked.subjects[check.route.programme], found, check, checked.student)
    format_ = format_of(column.subject.programme, check.route).name
    yield Paragraph((joined((strong(press.words("Tuition")), press.say(format_))),))
    yield from tuition(press, column).blocks
    yield Paragraph((strong(press.words("Next steps")),))
    yield from next_steps(press, column).blocks


def _format(press: Press, subject: Subject, bundle: Bundle, said: set[Message]) -> Requirement:
    """How and where one studies, and whether the law lets the contract be signed."""
    programme = subject.programme
    where = joined((press.say(format_of(programme, bundle.first.route).name), places(press, subject, bundle)))
    law = tuple(contract(press, bundle.first, said))
    if not law:
        return Requirement(None, (where,))
    return Requirement(law[0].mark, (joined((where, *law[0].lines)),))


def _way(press: Press, checked: Checked, subject: Subject, way: Way) -> Line:
    if way.route is not None:
        entry, format_ = entry_of(subject.programme, way.route).name, format_of(subject.programme, way.route).name
        return way_through(press, checked.routes, way.route, joined((plain(entry), press.say(format_))))
    return press.tr("You would need {changes}.", changes=Listing(tuple(change.say for change in way.changes)))


def _missing(press: Press, check: RouteCheck) -> Iterator[Paragraph]:
    open_ = [finding for finding in check.assessment.findings if finding.status is FindingStatus.UNKNOWN]
    if open_:
        said = joined((press.say(asked) for asked in dict.fromkeys(finding.asked for finding in open_)), press.semicolon)
        yield Paragraph((press.tr("Tell us: {what}", what=said),))


# --- the what-if


def _what_if(press: Press, checked: Checked, supposed: Checked) -> Section:
    """The real verdict and the supposed one side by side, for the entries on which they differ."""
    then = {(check.route.programme, check.route.entry): check for check in supposed.routes}
    real = {(check.route.programme, check.route.entry): check for check in checked.routes}
    moved = [(check, then[key]) for key, check in real.items() if key in then and then[key].verdict is not check.verdict]
    title = press.words("What if: what would change")
    if not moved:
        silent = Labelled("", Cell((Paragraph((press.tr("No verdict would change."),)),)))
        return Section(title=title, parts=(Rows((silent,)),))
    rows = tuple((_named(press, checked, check), verdict_cell(press, check), _supposed(press, other)) for check, other in moved)
    heads = (press.words("Route"), press.words("Today"), press.words("What if"))
    return Section(title=title, parts=(Grid(heads=heads, shares=(0.38, 0.22, 0.4), rows=rows),))


def _named(press: Press, checked: Checked, check: RouteCheck) -> Cell:
    subject = checked.subjects[check.route.programme]
    name = press.voice.render(subject.programme.short_name)
    return Cell((Paragraph((strong(name), plain(_entry(press, check)))),))


def _supposed(press: Press, check: RouteCheck) -> Cell:
    return Cell((*verdict_cell(press, check).blocks, Paragraph((verdict_reason(press, check),))))
