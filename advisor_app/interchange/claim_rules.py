"""What must hold of a rule of the claim check."""

from collections.abc import Iterator

from advisor_app.domain.claims.phrases import BadPhraseError, compiled
from advisor_app.domain.claims.rules import Basis, ClaimRule, Scope
from advisor_app.domain.claims.said import ALLOWED, KEYS
from advisor_app.domain.terms import AwardKind
from advisor_app.domain.text import msg
from advisor_app.interchange.rules import SLUG
from advisor_app.interchange.source_problems import Key
from advisor_app.interchange.structuring import Wrong, unknown_value

Problem = tuple[Key, Wrong]


def rule_problems(rule: ClaimRule, seen: set[str]) -> Iterator[Problem]:
    """Everything that is wrong with one rule; ``seen`` are the identifiers of those before it."""
    if not SLUG.fullmatch(rule.id):
        what = msg("an identifier is written with small letters, digits and single hyphens, not “{name}”", name=rule.id)
        yield ("id",), Wrong(what)
    if rule.id in seen:
        yield ("id",), Wrong(msg("“{name}” stands here a second time", name=rule.id))
    yield from _sourced(rule)
    yield from _known(rule)
    yield from _phrases(rule)


def _sourced(rule: ClaimRule) -> Iterator[Problem]:
    cited = {"article": rule.article, "source": rule.source}
    for key, words in cited.items():
        if rule.basis is Basis.HOUSE and words:
            yield (key,), Wrong(msg("a rule of the house rests on no text; leave this empty"))
        if rule.basis is not Basis.HOUSE and not words.strip():
            yield (key,), Wrong(msg("a rule that rests on a text names it, and where it was read"))


def _known(rule: ClaimRule) -> Iterator[Problem]:
    for key, values, valid in (
        ("allowed", rule.allowed, ALLOWED),
        ("unclear", rule.unclear, tuple(AwardKind)),
        ("not_in", rule.not_in, KEYS),
        ("only_in", rule.only_in, KEYS),
    ):
        for place, value in enumerate(values):
            if value not in valid:
                yield (key, place), unknown_value(value, valid)


def _phrases(rule: ClaimRule) -> Iterator[Problem]:
    words = rule.scope is Scope.WORDS
    if words and not (rule.find_fr and rule.find_en):
        yield ("find_en" if rule.find_fr else "find_fr",), Wrong(msg("a rule that looks at words needs phrases in both languages"))
    for key in ("find_fr", "find_en", "unless_fr", "unless_en"):
        phrases: tuple[str, ...] = getattr(rule, key)
        if phrases and not words:
            yield (key,), Wrong(msg("only a rule that looks at words has phrases"))
        for place, phrase in enumerate(phrases):
            try:
                compiled(*(((phrase,), ()) if key.startswith("find") else ((), (phrase,))))
            except BadPhraseError as error:
                what = msg("“{part}” cannot be read in a phrase; it is made of words, |, *, ?, #, .. and ~", part=str(error))
                yield (key, place), Wrong(what)
