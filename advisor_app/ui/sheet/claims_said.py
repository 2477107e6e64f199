"""What the claim check found, in the words of the window: one row for each rule, the worst first."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from advisor_app.domain.claims.check import Claim, citation
from advisor_app.domain.claims.rules import Basis, Scope, Weight
from advisor_app.domain.text import Listing, Value
from advisor_app.sheets.proof import Proof
from advisor_app.ui.looks import Look
from advisor_app.ui.tokens import Tone
from advisor_app.wording import Translator

_ICONS: dict[Weight, tuple[str, Tone]] = {
    Weight.SEVERE: ("circle-alert", "not"),
    Weight.CAUTION: ("triangle-alert", "confirm"),
    Weight.SAID: ("info", "text2"),
}
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One row of the panel: ``lines`` are always seen, ``more`` unfolds; ``claims`` are what it speaks of."""

    key: str
    icon: str
    tone: Tone
    title: str
    lines: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


def state_of(proof: Proof, t: Translator) -> tuple[Look, str]:
    """Whether the sheet can be handed over, in an icon and a few words."""
    if proof.to_mend:
        return Look("circle-alert", "not", "not-bg"), t.tr("Mend first")
    if proof.cautions:
        words = t.tr_n("{count} caution printed", "{count} cautions printed", len(proof.cautions))
        return Look("triangle-alert", "confirm", "confirm-bg"), words
    return Look("file-check", "ok", "ok-bg"), t.tr("Ready to hand over")


def lines_of(proof: Proof, silent: tuple[Value, ...], t: Translator) -> tuple[ClaimLine, ...]:
    """The rows: what is to be mended or warned of, what the sheet says already, and that every fact has its source."""
    claims = sorted(proof.claims, key=lambda claim: (tuple(Weight).index(claim.weight), claim.rule.id))
    rows = [_row(tuple(group), t) for _, group in groupby(claims, key=lambda claim: (claim.weight, claim.rule.id))]
    return (*rows, *_sourced(proof, t), *_not_stated(silent, t))


def _row(claims: tuple[Claim, ...], t: Translator) -> ClaimLine:
    first = claims[0]
    icon, tone = _ICONS[first.weight]
    return ClaimLine(
        key=f"{first.weight}-{first.rule.id}",
        icon=icon,
        tone=tone,
        title=t.render(first.rule.title),
        lines=tuple(dict.fromkeys(_where(claim, t) for claim in claims)),
        more=tuple(_more(first, t)),
        claims=claims,
    )


def _where(claim: Claim, t: Translator) -> str:
    detail = t.sentence(claim.detail)
    subject = claim.subject or (claim.place if claim.own else "")
    return t.tr("{subject}: {detail}", subject=subject, detail=t.render(claim.detail)) if subject else detail


def _more(claim: Claim, t: Translator) -> Iterator[str]:
    rule = claim.rule
    yield t.render(rule.why)
    yield _effect(claim, t)
    yield t.tr("To mend it: {mend}", mend=rule.mend)
    if rule.basis is Basis.HOUSE:
        yield t.sentence(citation(rule))
    else:
        yield t.tr("{rule}. Read on {day}: {source}", rule=citation(rule), day=t.date(rule.checked_on), source=rule.source)


def _effect(claim: Claim, t: Translator) -> str:
    if claim.own:
        return t.tr("These are your words: until they are mended the sheet is neither saved nor printed.")
    if claim.rule.scope is Scope.FIGURE:
        return t.tr("The sheet leaves the figure off: it prints “not stated”.")
    if claim.weight is Weight.SAID:
        return t.tr("The sheet says so beside the fact.")
    return t.tr("The sheet prints a caution.")


def _sourced(proof: Proof, t: Translator) -> Iterator[ClaimLine]:
    count = len(proof.made.model.references.sources)
    if count:
        named = t.tr_n("{count} page or text, named on the sheet", "{count} pages or texts, named on the sheet", count)
        yield ClaimLine(key="sourced", icon="check", tone="ok", title=t.tr("Every fact has its source"), lines=(named,))


def _not_stated(silent: tuple[Value, ...], t: Translator) -> Iterator[ClaimLine]:
    if silent:
        names = t.render(Listing(silent[:_MOST_NAMED], "comma"))
        rest = len(silent) - _MOST_NAMED
        said = t.tr_n("{names} and {count} other", "{names} and {count} others", rest, names=names) if rest > 0 else names
        yield ClaimLine(key="silent", icon="circle-dashed", tone="text2", title=t.tr("Not stated, and printed so"), lines=(said,))
