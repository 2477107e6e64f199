"""The claim check: every rule held against everything that a sheet is going to say."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from advisor_app.domain.claims import facts
from advisor_app.domain.claims.facts import Case, Doubt
from advisor_app.domain.claims.phrases import Hit, Phrases, compiled, folded, plain
from advisor_app.domain.claims.rules import Basis, ClaimRule, Scope, Weight
from advisor_app.domain.claims.said import OWN_WORDS, Said, said_of, standing
from advisor_app.domain.rows import Subject, facts_of
from advisor_app.domain.text import LANGS, Lang, Message, Value, msg


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that a rule found. ``words`` are those of the text, empty where a fact is meant.

    ``around`` is what a sheet holds if it prints it, in one of several ways of writing; empty where that cannot be told.

    ``subject`` names the programme (``programme`` is its id) where it is about one alone. Without ``programme`` the words are of
    whoever makes the sheet: ``own``.
    """

    rule: ClaimRule
    weight: Weight
    place: Value
    detail: Value
    programme: str = ""
    subject: Value = ""
    words: str = ""
    around: tuple[str, ...] = ()
    quoted: bool = False

    @property
    def own(self) -> bool:
        return not self.programme

    @property
    def cautioned(self) -> bool:
        """Whether a sheet prints a caution about it: one's own words are mended instead."""
        return not self.own and self.weight is not Weight.SAID

    @property
    def warning(self) -> Message:
        """The caution, as a family reads it."""
        if not self.words:
            return msg("{what}. {why}", what=self.detail, why=self.rule.why)
        if self.quoted:
            return msg("“{words}” is how the school puts it. {why}", words=self.words, why=self.rule.why)
        return msg("“{words}”: {why}", words=self.words, why=self.rule.why)

    @property
    def citation(self) -> Message:
        return citation(self.rule)


def citation(rule: ClaimRule) -> Message:
    """What the rule rests on, with the date of that text."""
    if rule.basis is Basis.HOUSE:
        return msg("advice of this service, {year}", year=str(rule.dated.year))
    return msg("{article}, text of {year}", article=rule.article, year=str(rule.dated.year))


def check_claims(
    subjects: Sequence[Subject], rules: Iterable[ClaimRule], lang: Lang, today: date, start: date | None = None
) -> tuple[Claim, ...]:
    """What the rules find in everything that can be said of ``subjects`` in ``lang``, the worst first.

    ``start`` is when the student wants to begin: a price of an earlier school year is then past as well.
    """
    rules, start = tuple(rules), max(today, start or today)
    cases = (Case(subject=subject, rows=facts_of(subject), today=today, start=start) for subject in subjects)
    found = (claim for case in cases for claim in _of_subject(case, rules, lang))
    return tuple(sorted(dict.fromkeys(found), key=lambda claim: tuple(Weight).index(claim.weight)))


def check_own_words(
    words: Iterable[tuple[Value, str]], subjects: Sequence[Subject], rules: Iterable[ClaimRule]
) -> tuple[Claim, ...]:
    """What is wrong in words that whoever makes the sheet puts on it, each with the name of its place.

    They speak of all programmes at once, so they may claim only what holds of each.
    """
    texts = tuple(Said(text=text, key=OWN_WORDS, place=place) for place, text in words if text)
    shared = tuple(rule for rule in _likely(rules, texts) if not _holds_of_each(rule, subjects))
    found = (claim for said in texts for claim in check_said(said, shared))
    return tuple(replace(claim, weight=claim.rule.weight, around=()) for claim in found)


def _holds_of_each(rule: ClaimRule, subjects: Sequence[Subject]) -> bool:
    return bool(rule.allowed) and bool(subjects) and all(standing(rule, one.programme.awards).allowed for one in subjects)


def _likely(rules: Iterable[ClaimRule], texts: Iterable[Said]) -> Iterator[ClaimRule]:
    """The rules that may find something in one of the texts. Each is then held against each text, which the others are spared."""
    everything = "".join(plain(said.text).words for said in texts)
    for rule in rules:
        if rule.scope is Scope.WORDS and any(_phrases(rule, lang).may_be_in(everything) for lang in LANGS):
            yield rule


def check_said(said: Said, rules: Iterable[ClaimRule], subject: Subject | None = None) -> Iterator[Claim]:
    """What the rules on words find in one text; ``subject`` is the programme that it is about."""
    for rule in rules:
        if rule.scope is Scope.WORDS and said.key not in rule.not_in and (not rule.only_in or said.key in rule.only_in):
            hits = dict.fromkeys(hit for lang in said.langs for hit in _phrases(rule, lang).hits(said.text))
            if hits:  # most texts have none, and what the awards allow is asked for the others only
                yield from _claims(rule, said, hits, subject)


def _claims(rule: ClaimRule, said: Said, hits: Iterable[Hit], subject: Subject | None) -> Iterator[Claim]:
    stands = standing(rule, said.awards)
    if rule.allowed and stands.allowed:
        return
    warns = stands.unclear and rule.allowed and rule.weight is Weight.SEVERE
    for hit in hits:
        yield Claim(
            rule=rule,
            weight=Weight.CAUTION if warns else rule.weight,
            place=said.place,
            detail=msg("“{words}”", words=hit.words),
            programme=subject.programme.id if subject else "",
            subject=subject.programme.short_name if subject else "",
            words=hit.words,
            around=(hit.around,),
            quoted=said.quoted,
        )


def _phrases(rule: ClaimRule, lang: Lang) -> Phrases:
    find, unless = (rule.find_fr, rule.unless_fr) if lang == "fr" else (rule.find_en, rule.unless_en)
    return compiled(find, unless)


def printed_on(claims: Iterable[Claim], texts: Iterable[str]) -> tuple[Claim, ...]:
    """The claims whose words a sheet does print, which is not everything that is known; each once for a programme and its words."""
    everything = f" {folded(texts)} "
    return each_once(claim for claim in claims if not claim.around or any(f" {words} " in everything for words in claim.around))


def each_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each thing once for a programme and its words."""
    found: dict[object, Claim] = {}
    for claim in claims:
        found.setdefault((claim.rule.id, claim.subject, claim.words.casefold() or claim.detail), claim)
    return tuple(found.values())


def _of_subject(case: Case, rules: tuple[ClaimRule, ...], lang: Lang) -> Iterator[Claim]:
    texts = tuple(said_of(case.subject, case.rows, lang))
    likely = tuple(_likely(rules, texts))
    for said in texts:
        yield from check_said(said, likely, case.subject)
    for rule in rules:
        if rule.scope is not Scope.WORDS:
            for doubt in _FACTS[rule.scope](rule, case):
                yield _doubtful(rule, doubt, case.subject)


def _doubtful(rule: ClaimRule, doubt: Doubt, subject: Subject) -> Claim:
    return Claim(
        rule=rule,
        weight=doubt.weight or rule.weight,
        place=doubt.place,
        detail=doubt.what,
        programme=subject.programme.id,
        subject="" if doubt.shared else subject.programme.short_name,
        around=tuple(folded((name,)) for name in doubt.printed),
    )


_FACTS: dict[Scope, Callable[[ClaimRule, Case], Iterator[Doubt]]] = {
    Scope.FIGURE: facts.figures,
    Scope.PAST_PRICE: facts.past_prices,
    Scope.PARTNER: facts.partners,
    Scope.OLD_SOURCE: facts.old_sources,
    Scope.REGISTRATION: facts.registrations,
}
