"""What a row of the comparison differs in, in a few words, and which column is best where better has one meaning."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from advisor_app.domain.facts import Status
from advisor_app.domain.meaning import CellMeaning, Measure, Several, keys_of, measure_of
from advisor_app.domain.money import Money
from advisor_app.domain.quantities import Span
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.kinds.credits import Credits
from advisor_app.domain.requirements.kinds.level import Level
from advisor_app.domain.rows.row import Better, Filled, Row
from advisor_app.domain.text import Listing, Message, Text, Value, msg, msg_n

ECTS_PER_YEAR = 60
FEW = 3  # values that are named rather than counted
USUAL = 10  # letters of an amount, a date, a length
LONGEST = 40  # letters of a value that is still said in the few words of a difference
_BRACES = re.compile(r"\{\w*\}")
_LEVELS = {Level(0, or_foreign).asked(Reference()).template for or_foreign in (False, True)}
_CREDITS = {Credits(Decimal(0)).asked(Reference()).template}


def groups_of(cells: Sequence[Filled]) -> tuple[int, ...]:
    """For each cell the place of the first that says the same, itself or by way of a third: the order changes nothing."""
    firsts = list(range(len(cells)))
    meanings = [CellMeaning(cell) for cell in cells]
    for place, meaning in enumerate(meanings):
        for other in range(place):
            if firsts[other] != firsts[place] and meanings[other].alike(meaning):
                joined = {firsts[other], firsts[place]}
                firsts = [min(joined) if first in joined else first for first in firsts]
    return tuple(firsts)


def best_of(row: Row, cells: Sequence[Filled]) -> frozenset[int]:
    """The columns with the best value: only of exact quantities of one kind that differ.

    What is not stated, or stated in two ways, may be anything: it is neither better nor worse, and takes no part.
    """
    measures = {place: measure for place, cell in enumerate(cells) if (measure := _only_measure(cell)) is not None}
    dimensions = {measure.dimension for measure in measures.values()}
    amounts = {measure.amount.minimum for measure in measures.values()}
    exact = all(measure.amount.exact for measure in measures.values())
    if row.better is not Better.LESS or len(dimensions) != 1 or len(amounts) < 2 or not exact:
        return frozenset()
    return frozenset(place for place, measure in measures.items() if measure.amount.minimum == min(amounts))


def difference(cells: Sequence[Filled], names: Sequence[Value], groups: tuple[int, ...]) -> Message | None:
    """What differs, in a few words; ``None`` where all columns say the same.

    ``names`` tell the columns apart; ``groups`` are what :func:`groups_of` makes of the cells.
    """
    if len(set(groups)) < 2:
        return None
    stating = [place for place, cell in enumerate(cells) if not cell.silent]
    related = _related(cells)
    if related is not None:
        return related
    if len({groups[place] for place in stating}) == 1:
        return _stated_by(stating, len(cells), names)
    doubtful = _doubtful(cells, stating, names)
    if doubtful is not None:
        return doubtful
    firsts = sorted({groups[place] for place in stating})
    said = _by_measure(cells, groups, firsts, names) or _by_sets(cells, firsts, names) or _by_values(cells, firsts)
    return said or msg_n("{count} different answer", "{count} different answers", len(firsts))


def _doubtful(cells: Sequence[Filled], stating: list[int], names: Sequence[Value]) -> Message | None:
    """A page that contradicts itself, or prints what belongs to another programme, differs by that."""
    conflicting, other = (
        [place for place in stating if any(shown.status is status for shown in cells[place].values)]
        for status in (Status.CONFLICTING, Status.OTHER_PROGRAMME)
    )
    if conflicting:
        return msg("{columns}: the page says different things", columns=_named(conflicting, names))
    return msg("{columns}: printed for another programme", columns=_named(other, names)) if other else None


def _named(places: Sequence[int], names: Sequence[Value]) -> Value:
    return Listing(tuple(names[place] for place in places), "and")


def _stated_by(stating: list[int], count: int, names: Sequence[Value]) -> Message:
    """All who say it agree; which says nothing of the others."""
    silent = [place for place in range(count) if place not in stating]
    if len(stating) == 1:
        return msg("only {column} states it", column=names[stating[0]])
    return msg("not stated by {columns}", columns=_named(silent, names))


# --- quantities


def _only_measure(cell: Filled) -> Measure | None:
    """The quantity of a cell that says nothing else."""
    if len(cell.values) != 1 or cell.values[0].status in {Status.CONFLICTING, Status.OTHER_PROGRAMME}:
        return None
    return measure_of(cell.values[0].value)


def _by_measure(cells: Sequence[Filled], groups: tuple[int, ...], firsts: list[int], names: Sequence[Value]) -> Message | None:
    """Quantities of one kind: by how much, or between which bounds."""
    measures = [(place, measure) for place in firsts if (measure := _only_measure(cells[place])) is not None]
    if len(measures) != len(firsts) or len({measure.dimension for _, measure in measures}) != 1:
        return None
    ordered = sorted(measures, key=lambda one: (one[1].amount.minimum, one[1].amount.maximum))
    (_, least), (most_at, most) = ordered[0], ordered[-1]
    if len(firsts) > 2:
        return msg("from {low} to {high}", low=_quantity(cells[ordered[0][0]], least), high=_quantity(cells[most_at], most))
    gap = most.amount.minimum - least.amount.minimum
    if least.amount.exact and most.amount.exact and "time" in most.dimension:
        longer = [place for place, first in enumerate(groups) if first == most_at]
        return msg("{columns}: {gap} longer", columns=_named(longer, names), gap=_time(gap, most))
    return _against(_quantity(cells[place], measure) for place, measure in measures)


def _time(gap: Decimal, measure: Measure) -> Span:
    """In the largest unit that it is whole in."""
    unit = str(measure.dimension[measure.dimension.index("time") + 1])
    larger = {"month": ("year", 12), "day": ("week", 7)}.get(unit)
    if larger is not None and gap % larger[1] == 0:
        unit, gap = larger[0], gap / larger[1]
    return Span(minimum=gap, maximum=gap, unit=unit)


def _quantity(cell: Filled, measure: Measure) -> Value:
    """An amount of money without what both sides say of it, such as its period; anything else as it is said."""
    if "money" in measure.dimension:
        currency = str(measure.dimension[measure.dimension.index("money") + 1])
        return Money(measure.amount.minimum, currency)
    return cell.values[0].value or ""


def _against(values: Iterator[Value]) -> Message:
    one, other = values
    return msg("{one} against {other}", one=one, other=other)


# --- lists


def _by_sets(cells: Sequence[Filled], firsts: list[int], names: Sequence[Value]) -> Message | None:
    """Lists of which a part is the same: how many, and what only one has where it is little."""
    listed = {place: tuple(_values(cells[place])) for place in firsts}
    meant = {place: Several(values) for place, values in listed.items()}
    if all(meant[firsts[0]].same_as(one) for one in meant.values()):
        return msg("the same where it is stated")
    if max(map(len, listed.values())) < 2:
        return None
    common = Several(value for value in listed[firsts[0]] if all(keys_of(value) in one for one in meant.values()))
    listing = Listing(
        tuple(msg("{column} {count}", column=names[place], count=len(values)) for place, values in listed.items()), "comma"
    )
    only = {place: [value for value in values if keys_of(value) not in common] for place, values in listed.items()}
    alone = [(place, rest) for place, rest in only.items() if rest]
    if common.keys and len(alone) == 1 and len(alone[0][1]) <= FEW and all(_short(value) for value in alone[0][1]):
        place, rest = alone[0]
        return msg("only {column}: {what}", column=names[place], what=Listing(tuple(rest), "comma"))
    if common.keys:
        return msg_n("{count} in common; {counts}", "{count} in common; {counts}", len(common.keys), counts=listing)
    return msg("nothing in common; {counts}", counts=listing)


def _values(cell: Filled) -> Iterator[Value]:
    """What a cell lists: its values, those that are themselves lists of names taken apart."""
    for shown in cell.values:
        if isinstance(shown.value, Listing) and all(isinstance(item, Text | str) for item in shown.value.items):
            yield from shown.value.items
        elif shown.value is not None:
            yield shown.value


def _by_values(cells: Sequence[Filled], firsts: list[int]) -> Message | None:
    values = [cells[place].values[0].value for place in firsts]
    if len(firsts) == 2 and all(value is not None and _short(value) for value in values):
        return _against(value for value in values if value is not None)
    return None


def _short(value: Value) -> bool:
    return _letters(value) <= LONGEST


def _letters(value: Value) -> int:
    """About how long a value is when it is said."""
    match value:
        case Message():
            return len(_BRACES.sub("", value.template)) + sum(_letters(part) for _, part in value.params)
        case Listing():
            return sum(_letters(item) + 2 for item in value.items)
        case str():
            return len(value)
        case Text():
            return len(value.fr)
        case _:
            return USUAL


# --- what goes together without being the same


def _related(cells: Sequence[Filled]) -> Message | None:
    """Where one page asks for a level and another for the credits that usually go with it."""
    levels = [set(_asked(cell, _LEVELS)) for cell in cells]
    credits_ = [set(_asked(cell, _CREDITS)) for cell in cells]
    for place, mine in enumerate(levels):
        for level in sorted(mine):
            amount = level * ECTS_PER_YEAR
            if any(amount in there and level not in levels[other] for other, there in enumerate(credits_) if other != place):
                return msg("Bac+{level} and {credits} ECTS go together and are not the same", level=int(level), credits=amount)
    return None


def _asked(cell: Filled, templates: set[str]) -> Iterator[Decimal]:
    for shown in cell.values:
        if isinstance(shown.value, Message) and shown.value.template in templates:
            for _, part in shown.value.params:
                measure = measure_of(part)
                yield from (measure.amount.minimum,) if measure else ()
