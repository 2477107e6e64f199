"""What stands at the end of every sheet: sources with their age, how to read the signs, notes, and the foot."""

from advisor_app.domain.facts import Source
from advisor_app.sheets.lines import Counter, Line, Run, Style
from advisor_app.sheets.model import Entry, Key, KeyMark, Mark, References
from advisor_app.sheets.parts.entry import status_word
from advisor_app.sheets.press import DAGGER, Press, joined, plain, strong

PAGES = ("programme_page", "school_page")


def references(press: Press) -> References:
    """To be called last, when every source and note has its sign."""
    return References(
        sources_title=press.words("Sources"),
        sources=tuple(Entry(f"source-{number}", sign, _source(press, source)) for number, sign, source in press.numbered_sources()),
        unaddressed=_unaddressed(press),
        key=_key(press),
        notes_title=press.words("Notes"),
        notes=press.notes(),
    )


def _published(press: Press, source: Source) -> Line:
    title = press.name(source.title, source.lang)
    if source.title.casefold().startswith(source.publisher.casefold()):
        return title
    return press.tr("{publisher}, {title}", publisher=source.publisher, title=title)


def _source(press: Press, source: Source) -> Line:
    return joined((_dated(press, source), plain(source.url or "")), " ")


def _dated(press: Press, source: Source) -> Line:
    if source.dated is None:
        return press.tr("{title}. Date of the page: {silence}.", title=_published(press, source), silence=press.not_stated)
    title, page = _published(press, source), press.page_of(source)
    if press.stale(source):
        return press.tr("{title}, {page}: check again.", title=title, page=page)
    return press.tr("{title}, {page}.", title=title, page=page)


def _unaddressed(press: Press) -> Line:
    """Which pages can only be looked for by their title; a text of law is found by its articles."""
    signs = [plain(sign) for _, sign, source in press.numbered_sources() if not source.url and source.kind in PAGES]
    if not signs:
        return ()
    return press.tr("Addresses of the pages {signs}: {silence}.", signs=joined(signs, ", "), silence=press.not_stated)


def _key(press: Press) -> Key:
    inferred = (Run(press.words("(inferred)"), Style.INFERRED),)
    calculated = (Run(press.words("(calculated)"), Style.INFERRED),)
    return Key(
        title=press.words("How to read"),
        marks=tuple(KeyMark(mark, status_word(press, mark)) for mark in Mark),
        lines=(
            press.tr("{silence}: to be asked", silence=press.not_stated),
            press.tr("{inferred}, {calculated}: drawn from the page", inferred=inferred, calculated=calculated),
            press.tr("{boxes} months: at least, at most", boxes=(Counter(2, 1),)),
            press.tr("≠ the page says different things"),
            press.tr("[ ] printed for another programme"),
            press.tr("{dagger} over two years old, or undated: check again", dagger=strong(DAGGER)),
            press.tr("to bring, have ready: what usually proves it {inferred}", inferred=inferred),
        ),
    )


def foot(press: Press) -> Line:
    decides = strong(press.words("the school decides."))
    return joined(
        (
            press.tr("Conditions as read on the schools’ pages; {decides}", decides=decides),
            press.tr("What a page does not say is printed “not stated”, never zero, no or free."),
        ),
        " ",
    )
