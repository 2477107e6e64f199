"""What a row of the results says, finished. Needs no Qt, so that any thread can make it."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.age import is_old
from advisor_app.domain.quantities import Span
from advisor_app.domain.text import Listing, Message, Value, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.listed import Listed, Snippet, Where
from advisor_app.wording import Translator
from advisor_app.wording.typography import inside

Marks = tuple[tuple[int, int], ...]

_FOUND_IN: dict[Where, Message] = {
    Where.NAME: msg("Name"),
    Where.SCHOOL: msg("School"),
    Where.AWARD: msg("Award"),
    Where.FIELD: msg("Field"),
    Where.PLACE: msg("Place"),
    Where.FORMAT: msg("Format"),
    Where.ENTRY: msg("Entry"),
    Where.COURSE: msg("Course"),
    Where.JOB: msg("Job"),
    Where.SKILL: msg("Skill"),
    Where.PROSE: msg("Text"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Where something typed was found, when that is not the name: in what, the words, and the parts of them to highlight."""

    where: str
    words: str
    marks: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRow:
    """The words of one row. ``marks`` are the parts of the title to highlight, ``stale`` says how old an old page is.

    ``reason`` is ``why`` in a few words.
    """

    id: str
    title: str
    where: str
    study: str
    verdict: Verdict
    word: str
    reason: str
    why: str
    price: str
    price_known: bool
    price_year: str
    flag: str
    spoken: str
    marks: Marks = ()
    stale: str = ""
    found: Found | None = None


def row_of(listed: Listed, t: Translator, today: date) -> ProgrammeRow:
    """What the row of a programme says."""
    word, price, why = t.render(listed.verdict), t.render(listed.price), t.render(listed.reason).rstrip(".")
    where, study, stale, flag = _where(listed, t), _study(listed, t), _stale(listed.dated, t, today), _flag(listed, t)
    found = _found(listed.snippet, t)
    year = t.school_year(listed.price_year) if listed.price_year else ""
    spoken = t.tr("{programme}, {school}, {verdict}", programme=listed.name, school=listed.school, verdict=word)
    found_in = t.tr("Found in: {where}, {words}", where=found.where, words=found.words) if found else ""
    return ProgrammeRow(
        id=listed.id,
        title=listed.name,
        where=where,
        study=study,
        verdict=listed.verdict,
        word=word,
        reason=t.render(listed.brief_reason),
        why=why,
        price=price,
        price_known=_has_amount(listed.price),
        price_year=year,
        flag=flag,
        spoken=". ".join(part for part in (spoken, why, found_in, where, study, price, year, stale, flag) if part),
        marks=listed.name_marks,
        stale=stale,
        found=found,
    )


def _where(listed: Listed, t: Translator) -> str:
    """``HEIP · Paris, Lyon · entry at Bac+3, Bac+4``."""
    parts: list[Value] = [listed.school, Listing(tuple(campus.name for campus in listed.campuses), "comma")]
    if listed.levels:
        levels = tuple(msg("Bac+{level}", level=level) for level in sorted(set(listed.levels)))
        parts.append(msg("entry at {levels}", levels=Listing(levels, "comma")))
    return t.render(Listing(tuple(parts), "dot"))


def _study(listed: Listed, t: Translator) -> str:
    """How long to the award, and in which formats: ``1 or 2 years · initial, alternance``."""
    length = _length(listed.durations, t) or t.tr("length not stated")
    formats = dict.fromkeys(inside(t.render(format_.name)) for format_ in listed.formats)
    return t.render(Listing((length, *formats), "dot"))


def _length(durations: tuple[Span, ...], t: Translator) -> str:
    """One length, or from the shortest to the longest where each is a single number of the same unit."""
    exact = [span.minimum for span in durations if span.minimum is not None and span.minimum == span.maximum]
    if durations and len(exact) == len(durations) and len({span.unit for span in durations}) == 1:
        return t.span(Span(minimum=min(exact), maximum=max(exact), unit=durations[0].unit))
    return t.render(Listing(durations, "or")) if durations else ""


def _stale(dated: date | None, t: Translator, today: date) -> str:
    if not is_old(dated, today):
        return ""
    return t.short_date(dated, day_known=False) if dated else t.tr("no date")


def _flag(listed: Listed, t: Translator) -> str:
    if listed.doubt is not None:
        return t.render(listed.doubt)
    return t.tr_n("{count} doubt about the page", "{count} doubts about the page", listed.doubts) if listed.doubts else ""


def _found(snippet: Snippet | None, t: Translator) -> Found | None:
    return None if snippet is None else Found(t.render(_FOUND_IN[snippet.where]), snippet.words, snippet.marks)


def _has_amount(price: Value) -> bool:
    """Whether anything of it is an amount."""
    return isinstance(price, Message) and any(name in ("amount", "low") for name, _ in price)
