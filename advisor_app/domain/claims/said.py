"""What is said of a programme, in pieces: each with the row it stands in and the awards that it may rest on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor_app.domain.catalogue import Award, Programme
from advisor_app.domain.claims.rules import WHOEVER, ClaimRule
from advisor_app.domain.routes import confers_master_grade
from advisor_app.domain.rows import ROWS, Filled, Group, Shown, Subject
from advisor_app.domain.terms import AwardKind
from advisor_app.domain.text import LANGS, Lang, Listing, Text, Value, msg

NAME = "name"
OWN_WORDS = "own-words"
PARTIES = "award-parties"
_ABOUT_AWARDS = {Group.AWARD, Group.RECOGNITION}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One text. ``lang`` is empty for a name, which stands on every sheet as it is; ``awards`` are what it may rest on.

    ``key`` is that of its row; ``quoted`` marks what the school itself prints and the sheet repeats.
    """

    text: str
    key: str
    place: Value
    awards: tuple[Award, ...] = ()
    lang: Lang | None = None
    quoted: bool = False

    @property
    def langs(self) -> tuple[Lang, ...]:
        """Whose phrases are looked for."""
        return (self.lang,) if self.lang else LANGS


def said_of(subject: Subject, facts: Iterable[Filled], lang: Lang) -> Iterator[Said]:
    """Everything said of a programme in one language. Notes and flags are left out: there the program itself warns."""
    programme = subject.programme
    yield Said(text=programme.name, key=NAME, place=msg("Name of the programme"), awards=programme.awards, quoted=True)
    for award in programme.awards:
        yield from _of_award(award, lang)
    for row in facts:
        if row.row.group not in _ABOUT_AWARDS:
            for shown in row.values:
                yield from _of_fact(row, shown, programme, lang)


def _of_award(award: Award, lang: Lang) -> Iterator[Said]:
    yield Said(text=award.title, key="award-title", place=msg("Exact title"), awards=(award,), quoted=True)
    for party in award.parties:
        if party.what is not None:
            yield Said(text=party.what[lang], key=PARTIES, place=msg("Award"), awards=(award,), lang=lang)
    for point in award.gives:
        yield Said(text=point.text[lang], key="award-gives", place=msg("Gives"), awards=(award,), lang=lang)


def _of_fact(row: Filled, shown: Shown, programme: Programme, lang: Lang) -> Iterator[Said]:
    values = (shown.label, shown.value, shown.detail, *shown.items, *(reading.value for reading in shown.readings))
    for value in values:
        for text, its in _texts(value, lang):
            yield Said(text=text, key=row.row.key, place=row.row.label, awards=programme.awards, lang=its, quoted=its is None)


def _texts(value: Value | None, lang: Lang) -> Iterator[tuple[str, Lang | None]]:
    """The catalogue's own words in a value. What the program itself says of a fact (a Message) is left out."""
    match value:
        case Text():
            yield value[lang], lang
        case str():
            yield value, None
        case Listing():
            for item in value.items:
                yield from _texts(item, lang)
        case _:
            return


@dataclass(frozen=True, slots=True)
class Standing:
    """How a rule's words stand to the awards behind them."""

    allowed: bool
    unclear: bool


def standing(rule: ClaimRule, awards: tuple[Award, ...]) -> Standing:
    """Allowed where one of the awards is what the words say; unclear where the catalogue cannot tell."""
    if any(_is(award, rule.allowed) for award in awards):
        return Standing(allowed=True, unclear=False)
    return Standing(allowed=False, unclear=not awards or any(award.kind in rule.unclear for award in awards))


def _is(award: Award, allowed: tuple[str, ...]) -> bool:
    return (
        award.kind in allowed
        or WHOEVER in allowed
        or ("grade" in allowed and confers_master_grade(award) is True)
        or ("level_7" in allowed and award.level.value is not None and award.level.value >= 7)
    )


ALLOWED = (WHOEVER, "grade", "level_7", *AwardKind)
KEYS = (NAME, OWN_WORDS, PARTIES, *(row.key for row in ROWS))
