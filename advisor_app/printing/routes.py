"""Names for routes and their parts, and the figures of their costs, as every report needs them."""

from collections.abc import Iterable, Iterator

from advisor_app.domain.catalogue import Combination, EntryPoint
from advisor_app.domain.check import RouteCheck, Way
from advisor_app.domain.costs import Cost
from advisor_app.domain.headlines import other_route
from advisor_app.domain.legal import LegalCheck
from advisor_app.domain.quantities import Month
from advisor_app.domain.route import Route
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import Listing, Message, Value, msg
from advisor_app.printing import data
from advisor_app.printing.data import Json
from advisor_app.wording import Translator, words


def parts(route: Route) -> dict[str, Json]:
    """The route by ids."""
    return {
        "programme": route.programme,
        "entry": route.entry,
        "format": route.format,
        "campus": route.campus,
        "specialisation": route.specialisation,
        "stream": route.stream,
    }


def entry_name(subject: Subject, route: Route) -> Message:
    """Where one joins."""
    return entry_words(entry_of(subject.programme, route))


def entry_words(entry: EntryPoint) -> Message:
    """``MSc 1, from Bac+3``."""
    return msg("{name}, from Bac+{level}", name=entry.name, level=entry.after)


def places(subject: Subject, routes: Iterable[Route]) -> Iterator[Value]:
    """Where routes that differ only by place and option lead: ``Paris (one option, another)``, ``Lyon``."""
    campuses: dict[str, list[Route]] = {}
    for route in routes:
        campuses.setdefault(route.campus, []).append(route)
    for campus, here in campuses.items():
        options = tuple(dict.fromkeys(option for route in here for option in _options(subject, route)))
        name = subject.campus_name(campus)
        yield msg("{campus} ({options})", campus=name, options=Listing(options, "semicolon")) if options else name


def _options(subject: Subject, route: Route) -> Iterator[Value]:
    known = (*subject.programme.specialisations, *subject.programme.streams)
    chosen = {route.specialisation, route.stream}
    yield from (option.name for option in known if option.id in chosen)
    intakes = subject.programme.calendar.intakes
    if len(intakes) > 1:
        yield from (Month(intake.month, intake.year) for intake in intakes if intake.id == route.intake)


def combined(subject: Subject, combination: Combination) -> Value:
    """What goes with what: entries, formats, campuses, options. A dimension that plays no part is left out."""
    programme = subject.programme
    starts = programme.calendar.intakes if len(programme.calendar.intakes) > 1 else ()
    # one dictionary each: an entry point and a format may have the same id
    dimensions: tuple[tuple[tuple[str, ...], dict[str, Value]], ...] = (
        (combination.entry_points, {entry.id: entry.name for entry in programme.entry_points}),
        (combination.formats, {format_.id: format_.name for format_ in programme.formats}),
        (combination.campuses, {campus: subject.campus_name(campus) for campus in combination.campuses}),
        (combination.specialisations, {option.id: option.name for option in programme.specialisations}),
        (combination.streams, {option.id: option.name for option in programme.streams}),
        (combination.intakes if starts else (), {intake.id: Month(intake.month, intake.year) for intake in starts}),
    )
    return Listing(tuple(Listing(tuple(names[one] for one in ids), "semicolon") for ids, names in dimensions if ids), "dot")


def full_name(subject: Subject, route: Route) -> Value:
    """Every part of a route in one line."""
    format_ = format_of(subject.programme, route).name
    return Listing((entry_name(subject, route), format_, subject.campus_name(route.campus), *_options(subject, route)), "dot")


def way(one: Way, subject: Subject) -> Message:
    """A way forward in one line."""
    if one.route is not None:
        return other_route(one, full_name(subject, one.route))
    return msg("What would turn it: {changes}", changes=Listing(tuple(change.say for change in one.changes), "and"))


def cost_data(cost: Cost, t: Translator) -> Json:
    """What a route costs, by payer, and what the sums leave out."""
    return {
        "currency": cost.currency,
        "by_payer": {share.payer.value: data.interval(share.amount) for share in cost.by_payer},
        "open": [t.render(left_out) for left_out in cost.open],
    }


def cost_line(cost: Cost, t: Translator) -> str:
    """Who pays how much from entry to award."""
    shares = [
        t.tr("{payer} pays {amount}", payer=share.payer, amount=t.money_between(share.amount, cost.currency))
        for share in cost.by_payer
    ]
    return t.sentence(Listing(tuple(shares), "comma")) if shares else t.tr("Not stated")


def law_line(legal: LegalCheck, t: Translator) -> str:
    """The second verdict, on what the law asks of a contract."""
    if not legal.applies:
        return t.tr("Nothing to check")
    return t.render(words.law(legal.verdict))


def wishes_line(check: RouteCheck, t: Translator) -> str:
    """What the student wished for and this route has, or not."""
    return " ".join(t.render(wish.reason) for wish in check.wishes)
