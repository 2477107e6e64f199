"""A what-if beside the actual student: what is supposed, and every route that it moves."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor_app.domain.route import Route
from advisor_app.domain.routes import format_of
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import Listing
from advisor_app.domain.verdicts import Verdict
from advisor_app.printing import routes
from advisor_app.printing.console import wrapped
from advisor_app.printing.data import Json
from advisor_app.services.check import Checked
from advisor_app.services.what_if import Both, Move, Moves
from advisor_app.wording import Translator, words


@dataclass(frozen=True, slots=True)
class Supposed:
    """``said`` is what was laid over the student, as it was given; ``checked`` is the whole check of who is only supposed."""

    said: tuple[str, ...]
    checked: Checked
    moves: Moves


def as_data(supposed: Supposed) -> dict[str, Json]:
    """For JSON: what moved, beside the whole check of the supposed student."""
    moves = supposed.moves
    return {"opened": moves.opened, "closed": moves.closed, "moved": [_move(move) for move in moves.moved]}


def _move(move: Move) -> Json:
    return {
        **routes.parts(move.route),
        "before": move.was.verdict.value,
        "verdict": move.now.verdict.value,
        "legal_before": _law(move.was),
        "legal": _law(move.now),
    }


def _law(both: Both) -> Json:
    return both.law.value if both.law else None


def as_lines(supposed: Supposed, t: Translator, width: int) -> Iterator[str]:
    """For a terminal: routes that moved alike together."""
    moves = supposed.moves
    yield ""
    yield from wrapped(t.tr("What if: {change}", change="; ".join(supposed.said)), width, indent="  ")
    opened = t.tr_n("{count} route opens up", "{count} routes open up", moves.opened)
    closed = t.tr_n("{count} closes", "{count} close", moves.closed)
    yield f"  {opened}, {closed}"
    alike: dict[tuple[str, str, str, Both, Both], list[Route]] = {}
    for move in moves.moved:
        alike.setdefault((move.route.programme, move.route.entry, move.route.format, move.was, move.now), []).append(move.route)
    for (programme, _, _, was, now), moved in alike.items():
        yield from wrapped(_moved(supposed.checked.subjects[programme], moved, was, now, t), width, indent="      ", first="    → ")


def _moved(subject: Subject, moved: list[Route], was: Both, now: Both, t: Translator) -> str:
    first = moved[0]
    entry = t.render(routes.entry_name(subject, first))
    where = t.render(Listing(tuple(routes.places(subject, moved)), "comma"))
    programme = f"{subject.institution.short_name} {t.render(subject.programme.short_name)}"
    name = f"{programme} · {entry} · {t.render(format_of(subject.programme, first).name)} · {where}"
    said = [_from_to(t.render(was.verdict), t.render(now.verdict), t)] if was.verdict is not now.verdict else []
    if was.law is not now.law:
        said.append(t.tr("law: {change}", change=_from_to(_law_said(was.law, t), _law_said(now.law, t), t)))
    return t.tr("{label}: {value}", label=name, value=", ".join(said))


def _from_to(before: str, after: str, t: Translator) -> str:
    return t.tr("{before} → {after}", before=before[:1].lower() + before[1:], after=after[:1].lower() + after[1:])


def _law_said(law: Verdict | None, t: Translator) -> str:
    return t.tr("nothing to check") if law is None else t.render(words.law(law))
