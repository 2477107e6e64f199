"""The chart of what each way to study costs, from entry to award, on one scale from zero."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.contributions import DueByLaw, exempt, said
from advisor_app.domain.facts import Status
from advisor_app.domain.payments import AtOnce, Payment
from advisor_app.domain.pictures.cost_bars import CostBar, cost_bars
from advisor_app.domain.quantities import Span
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.student import Student
from advisor_app.domain.terms import ChargeKind, Payer
from advisor_app.domain.text import Listing
from advisor_app.domain.timeline import Timeline
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.charts import CostChart, CostRow, Fill, Legend, Segment, Tick
from advisor_app.sheets.lines import Line, Run, Style
from advisor_app.sheets.parts.cost_words import closed_by_law, discount_words, left_out, open_by_law, own_words, plan_words, who
from advisor_app.sheets.parts.ways import Way, ways
from advisor_app.sheets.press import DAGGER, Press, joined, plain, strong, within
from advisor_app.wording.typography import inside

STEPS = (1, 2, 3, 5, 10)
MOST_TICKS = 6


def chart(press: Press, columns: Sequence[ComparedColumn], student: Student, most_ticks: int = MOST_TICKS) -> CostChart | None:
    found = tuple((column, way) for column in columns for way in ways(column, student))
    rows = tuple(row for column in columns for row in _rows(press, column, [way for other, way in found if other is column]))
    if not rows:
        return None
    currencies = {way.cost.currency for _, way in found if way.cost.items}
    if len(currencies) > 1:
        rows = tuple(replace(row, segments=()) for row in rows)  # bars in two currencies cannot be compared
    highest = max((sum(segment.amount for segment in row.segments) for row in rows), default=0.0)
    return CostChart(
        title=press.words("The cost, from entry to award"),
        without=press.words("without housing, food, travel and visa"),
        legend=_legend(press, rows),
        heading=press.words("Programme and format"),
        scale_heading=press.words("Amount"),
        words_heading=press.words("Who pays, and what is left open"),
        ticks=_ticks(press, highest, next(iter(currencies), "EUR"), most_ticks),
        rows=rows,
        besides=tuple(_besides(press, columns)),
    )


def _besides(press: Press, columns: Sequence[ComparedColumn]) -> Iterator[Line]:
    """What no school asks for and every family pays."""
    by_law = (press.tr("Besides, by law: {what}.", what=_contribution(press, due)) for due in _by_law(columns))
    elsewhere = any(year.elsewhere for column in columns for timeline in column.timelines[:1] for year in timeline.years)
    silent = press.tr("Price of the year elsewhere: {silence}.", silence=press.not_stated) if elsewhere else ()
    said = joined((*by_law, silent), " ")
    if said:
        yield said


def _contribution(press: Press, due: tuple[DueByLaw, ...]) -> Line:
    """With who does not pay it, and where it is from, in a note."""
    freed = exempt(due)
    note = joined((press.say(freed) if freed else (), press.tr("Source: {source}", source=due[0].basis.source)), ". ")
    return (*within(press.say(said(due))), *press.note((*note, Run("."))))


def _by_law(columns: Sequence[ComparedColumn]) -> Iterator[tuple[DueByLaw, ...]]:
    """What the law asks of students beside the school's prices, each amount once."""
    due = (due for column in columns for timeline in column.timelines[:1] for due in timeline.cost.by_law)
    by_name: dict[str, list[DueByLaw]] = {}
    for one in due:
        together = by_name.setdefault(one.basis.id, [])
        if all((one.year, one.amount) != (other.year, other.amount) for other in together):
            together.append(one)
    yield from (tuple(sorted(together, key=lambda one: one.year)) for together in by_name.values())


def _legend(press: Press, rows: Sequence[CostRow]) -> tuple[Legend, ...]:
    fills = {segment.fill for row in rows for segment in row.segments}
    entries = (
        Legend(Fill.FAMILY, press.words("the family")),
        Legend(Fill.EMPLOYER, press.words("the employer or its OPCO")),
        Legend(Fill.UNCONFIRMED, press.words("amount or share not confirmed")),
        Legend(Fill.CLOSED, press.words("not open to you, by law")),
    )
    unsure = fills & {Fill.UNCONFIRMED, Fill.EMPLOYER_UNCONFIRMED}
    return tuple(entry for entry in entries if entry.fill in fills or (entry.fill is Fill.UNCONFIRMED and unsure))


def _rows(press: Press, column: ComparedColumn, found: Sequence[Way]) -> Iterator[CostRow]:
    first = True
    for way in found:
        for row in _of_way(press, column, way, named=first):
            yield row
            first = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    """``form`` tells two bars of one way apart: in instalments, at once, without a contract."""

    segments: tuple[Segment, ...]
    printed: str
    form: str = ""
    words: Line = ()


def _of_way(press: Press, column: ComparedColumn, way: Way, *, named: bool) -> Iterator[CostRow]:
    programme = column.subject.programme
    closed = closed_by_law(press, column, way)  # who would pay is no offer where one may not sign
    for place, bar in enumerate(_bars(press, programme, way)):
        rest = left_out(press, programme, way, own=named) if place == 0 and not closed else ()
        said = (closed or joined((open_by_law(press, column, way), who(press, programme, way)), " ")) if place == 0 else ()
        words = joined((part for part in (said, bar.words, rest) if part), " ")
        row = _row(press, column, way, bar, words, named=named and place == 0)
        yield _greyed(row) if closed else row


def _greyed(row: CostRow) -> CostRow:
    return replace(row, closed=True, segments=tuple(replace(part, fill=Fill.CLOSED, label="") for part in row.segments))


def _row(press: Press, column: ComparedColumn, way: Way, bar: _Bar, words: Line, *, named: bool) -> CostRow:
    programme = column.subject.programme
    title = ", ".join(part for part in (_formats(press, programme, way), bar.form, _length(press, way)) if part)
    short = press.voice.render(programme.short_name)
    stale = DAGGER if press.stale(press.source(programme.source)) else ""
    heading = strong(f"{short}{stale}")
    said = "".join(run.text for run in words if isinstance(run, Run) and run.style is not Style.REFERENCE).strip()
    amount = " + ".join(part for part in (bar.printed, _elsewhere(press, way)) if part)
    amount = ", ".join(part for part in (amount, _priced(press, way)) if part)
    return CostRow(
        title=(heading, plain(_entered(press, programme, way, title))) if named else (plain(title),),
        segments=bar.segments,
        printed=amount,
        words=(words,),
        alt=press.words("{programme}, {format}: {amount}. {words}", programme=short, format=title, amount=amount, words=said),
        opens_group=named,
    )


def _length(press: Press, way: Way) -> str:
    """What a bar holds, so that nobody takes one year for two."""
    years = Decimal(len(way.cost.years))
    return press.voice.span(Span(minimum=years, maximum=years, unit="year")) if years else ""


def _priced(press: Press, way: Way) -> str:
    """The school year of the price, which is seldom that of the family."""
    tuition = way.tuition
    if tuition is None or not tuition.school_year or tuition.status is Status.OTHER_PROGRAMME:
        return ""
    return press.words("price of {year}", year=press.voice.school_year(tuition.school_year))


def _elsewhere(press: Press, way: Way) -> str:
    """What has to be studied and paid at another school first, which no bar can hold."""
    years = sum(year.elsewhere for year in way.first.years)
    return press.voice.tr_n("{count} year elsewhere", "{count} years elsewhere", years) if years else ""


def _entered(press: Press, programme: Programme, way: Way, title: str) -> str:
    """With the entry where there are several to tell apart."""
    if len(programme.entry_points) < 2:
        return title
    return press.words("Entry {entry} · {format}", entry=entry_of(programme, way.route).name, format=inside(title))


def _formats(press: Press, programme: Programme, way: Way) -> str:
    """The page's own name of the format; several that cost the same by the words for their kinds."""
    formats = tuple(format_of(programme, route) for route in way.routes)
    if len(formats) == 1:
        return press.voice.sentence(formats[0].name)
    kinds = [press.voice.render(format_.kind) for format_ in formats]
    lower = tuple(f"{kind[:1].lower()}{kind[1:]}" if place else kind for place, kind in enumerate(dict.fromkeys(kinds)))
    return press.voice.listing(Listing(lower, "or"))


# --- bars


def _bars(press: Press, programme: Programme, way: Way) -> Iterator[_Bar]:
    tuition = way.tuition
    if tuition is None or tuition.amount is None:
        yield _Bar(segments=(), printed=press.words("not stated"))
    elif tuition.status is Status.OTHER_PROGRAMME:
        printed = press.words("[{amount}] not confirmed", amount=press.amount(tuition.amount, tuition.currency))
        words = () if way.under_contract else own_words(press, tuition)
        yield _Bar(segments=(Segment(float(tuition.amount), Fill.UNCONFIRMED),), printed=printed, words=words)
    elif tuition.currency is None:
        yield _Bar(segments=(), printed=press.words("{amount}, currency not printed", amount=tuition.amount))
    elif not way.cost.items:
        unknown = press.words("length not stated: no total") if not way.cost.years else press.words("not stated")
        yield _Bar(segments=(), printed=unknown)
    else:
        yield from _counted(press, programme, way)


def _counted(press: Press, programme: Programme, way: Way) -> Iterator[_Bar]:
    if way.under_contract:
        yield _by_year(press, way.first)
    else:
        yield _by_payment(press, programme, way)
    for offer in way.first.at_once:
        yield _at_once(press, way, offer)
    for timeline in way.timelines[1:]:
        if timeline.cost.years and all(year.items for year in timeline.cost.years):
            yield replace(_by_year(press, timeline), form=press.words("if no contract is found"))


def _by_year(press: Press, timeline: Timeline) -> _Bar:
    """A bar for each year, split as far as the page settles the split."""
    (column,) = cost_bars([timeline], [""]).columns
    several = sum(bar.price is not None for bar in column.bars) > 1
    segments = tuple(segment for bar in column.bars for segment in _year(press, bar, labelled=several))
    total = _total(press, timeline)
    unsure = any(segment.fill is Fill.EMPLOYER_UNCONFIRMED for segment in segments)
    return _Bar(segments=segments, printed=press.words("{amount}, share not confirmed", amount=total) if unsure else total)


def _total(press: Press, timeline: Timeline) -> str:
    """The full price: what a discount leaves has a bar of its own."""
    total, currency = timeline.cost.total, timeline.cost.currency
    said = press.amount(total.maximum, currency) if timeline.at_once else press.voice.money_between(total, currency)
    whole = all(year.items for year in timeline.cost.years)
    return said if whole else press.words("{amount}, the rest not stated", amount=said)


def _year(press: Press, bar: CostBar, *, labelled: bool) -> Iterator[Segment]:
    for part in bar.known:
        fill = Fill.FAMILY if part.payer is Payer.STUDENT else Fill.EMPLOYER
        yield Segment(float(part.amount), fill, press.figure(part.amount) if labelled else "")
    if bar.open:
        fill = Fill.BETWEEN if set(bar.between) <= {Payer.STUDENT} else Fill.EMPLOYER_UNCONFIRMED
        yield Segment(float(bar.open), fill, press.figure(bar.open) if labelled and not bar.known else "")


def _by_payment(press: Press, programme: Programme, way: Way) -> _Bar:
    """In instalments where the page has a plan, else year by year."""
    timeline = way.first
    parts = [payment for payment in timeline.payments if payment.counted]
    plan = next((plan for plan in programme.plans if way.tuition and plan.charge == way.tuition.id), None)
    words = plan_words(press, way, plan)
    if len(parts) <= len(timeline.cost.items):
        return replace(_by_year(press, timeline), words=words)
    form = press.voice.tr_n("in {count} payment", "in {count} payments", len(_of_tuition(parts)))
    return _Bar(segments=tuple(_payments(press, parts)), printed=_total(press, timeline), form=form, words=words)


def _payments(press: Press, parts: Sequence[Payment]) -> Iterator[Segment]:
    for part in parts:
        if part.price is not None:
            yield Segment(float(part.price.maximum), Fill.FAMILY, press.figure(part.price.maximum))


def _of_tuition(parts: Sequence[Payment]) -> list[Payment]:
    return [part for part in parts if part.charge and part.charge.kind is ChargeKind.TUITION]


def _at_once(press: Press, way: Way, offer: AtOnce) -> _Bar:
    totals, currency = offer.totals, way.cost.currency
    between = tuple(Segment(float(high - low), Fill.BETWEEN) for low, high in pairwise(totals))
    return _Bar(
        segments=(Segment(float(totals[0]), Fill.FAMILY), *between),
        printed=press.voice.listing(Listing(tuple(press.amount(total, currency) for total in totals), "or")),
        form=press.words("with the discount"),
        words=discount_words(press, offer.discount, currency),
    )


# --- the scale


def _ticks(press: Press, highest: float, currency: str, most: int) -> tuple[Tick, ...]:
    """Round steps from zero to the first that reaches the longest bar; the last carries the currency."""
    if highest <= 0:
        return ()
    step = _step(highest, most)
    count = math.ceil(highest / step)
    labels = [press.figure(Decimal(step * place)) for place in range(count)]
    last = press.amount(Decimal(step * count), currency)
    return tuple(Tick(float(step * place), label) for place, label in enumerate((*labels, last)))


def _step(highest: float, most: int) -> int:
    power: int = 10 ** max(0, math.floor(math.log10(highest)) - 1)
    return next(step * scale for scale in (power, power * 10) for step in STEPS if highest / (step * scale) <= most - 1)
