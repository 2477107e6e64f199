"""Rows of the catalogue as lines: label, value, how it is known, where it stands, and what unfolds below."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from advisor_app.domain.facts import Flag, Severity, Status
from advisor_app.domain.rows import Filled, Shown
from advisor_app.domain.text import Listing
from advisor_app.ui.browse.evidence import Voice, flag_paras, provenance, source_cell, spoken_source, status_cell
from advisor_app.ui.browse.lines import FACT, Cell, Line, Para, Run, plain, small
from advisor_app.ui.tokens import Role
from advisor_app.wording import Translator

SHORT = 24  # letters
STRONG_ROWS = frozenset({"award", "award-title", "tuition", "student-share"})  # the values that a family decides by


def fact_lines(filled: Iterable[Filled], voice: Voice, *, flags: bool = True) -> Iterator[Line]:
    """Each row, and under it the doubts that touch it. Values known in the same way from the same place share a line."""
    for row in filled:
        for number, group in enumerate(_together(row.values)):
            yield _fact_line(row, group, number, voice)
        if flags:
            yield from (flag_line(flag, voice, row.row.key) for flag in row.flags if flag.severity is not Severity.C)


def _together(values: tuple[Shown, ...]) -> Iterator[tuple[Shown, ...]]:
    def known(one: Shown) -> tuple[object, ...]:
        evidence = one.evidence
        alone = id(one) if one.readings else None
        return (one.status, evidence.source, evidence.section, evidence.quote, evidence.note, evidence.valid_for, alone)

    return (tuple(group) for _, group in groupby(values, known))


def _fact_line(row: Filled, group: tuple[Shown, ...], number: int, voice: Voice) -> Line:
    t, first = voice.t, group[0]
    label = t.render(row.row.label)
    value = tuple(para for one in group for para in _value(row, one, len(group) > 1, voice))
    said = "; ".join(para.text for para in value)
    named = t.sentence(first.label) if first.label is not None and len(group) == 1 else ""
    named = "" if named.casefold() == label.casefold() else named
    status, source = t.render(first.status), spoken_source(first.evidence, voice)
    told = voice.pair(label, voice.pair(named, said))
    return Line(
        key=f"{row.row.key}:{number}",
        grid=FACT,
        cells=(
            _label(label if number == 0 else "", named),
            value,
            status_cell(first.status, t),
            source_cell(first.evidence, voice),
        ),
        fold=provenance(first, voice),
        fold_column=1,
        spoken=", ".join(part for part in (told, status, source) if part),
        copied=f"{told} ({', '.join(part for part in (status, source) if part)})",
    )


def _label(label: str, named: str) -> Cell:
    over = (plain(label, tone="text2"),) if label else ()
    under = (small(named),) if named else ()
    return (*over, *under) or (plain(""),)


def _value(row: Filled, one: Shown, several: bool, voice: Voice) -> Iterator[Para]:
    t = voice.t
    labelled = several and one.label is not None
    listed = several and not labelled
    if _long(one, voice):
        yield from (Para((Run(t.sentence(reading.value)),), "split", "confirm") for reading in one.readings)
    else:
        said = _said(row, one, voice, within=labelled)
        before = (Run(_before(t.sentence(one.label), said.text, t), tone="text2"),) if labelled and one.label is not None else ()
        yield Para((*before, said), icon="minus" if listed else None)
    if one.detail is not None:
        yield small(t.sentence(one.detail))
    for item in one.items:
        yield Para((Run(t.render(item), Role.SMALL),), icon="minus")


def _before(label: str, said: str, t: Translator) -> str:
    """What parts a label from its value: a colon, but a dot where a whole sentence or a name follows."""
    return f"{label} · " if said[:1].isupper() else t.tr("{label}: {value}", label=label, value="")


def _long(one: Shown, voice: Voice) -> bool:
    """Readings that are sentences stand below each other; short ones are said in one breath."""
    return any(len(voice.t.render(reading.value)) > SHORT for reading in one.readings)


def _said(row: Filled, one: Shown, voice: Voice, *, within: bool) -> Run:
    """The value in words; ``within`` a line that begins with a label they take no capital."""
    t = voice.t
    say = t.render if within else t.sentence
    if one.readings:
        return Run(say(Listing(tuple(reading.value for reading in one.readings), "or")))
    if one.value is None or one.status is Status.NOT_STATED:
        looked_for = say(one.evidence.note) if one.evidence.note else t.tr("The page does not say")
        return Run(looked_for.rstrip("."), tone="text2", italic=True)
    strong = row.row.key in STRONG_ROWS and one.status is not Status.OTHER_PROGRAMME
    return Run(say(one.value), Role.STRONG if strong else Role.BODY)


def flag_line(flag: Flag, voice: Voice, where: str) -> Line:
    """A doubt about the page. It says what is wrong; opened, also what was recorded."""
    t = voice.t
    said = t.render(flag.short or flag.problem)
    more = (small(t.render(flag.problem), "text"),) if flag.short else ()
    fold = (*more, *flag_paras(flag, voice))
    spoken = t.tr("Doubt about the page: {problem}", problem=t.render(flag.problem))
    return Line(
        key=f"flag:{where}:{flag.id}",
        cells=((Para((Run(said, Role.SMALL, "confirm"),), icon="flag", icon_tone="confirm"),),),
        fold=fold,
        spoken=spoken,
        copied=" ".join((spoken, t.tr("Recorded:"), t.render(flag.recorded))),
        padding=5,
    )
