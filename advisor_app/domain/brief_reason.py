"""Why a programme has its verdict, in the few words for which a list has room beside the verdict itself."""

from typing import Final

from advisor_app.domain.check import Assessment
from advisor_app.domain.headlines import reason_of
from advisor_app.domain.quantities import Month
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.evaluate import Finding
from advisor_app.domain.requirements.kinds.level import Level
from advisor_app.domain.student import Standing
from advisor_app.domain.text import Message, Value, msg

_THINGS: Final[dict[str, Message]] = {
    "level": msg("level of the diploma"),
    "credits": msg("number of credits"),
    "field": msg("field of the diploma"),
    "language": msg("language level"),
    "grade": msg("overall grade"),
    "award_type": msg("kind of diploma"),
    "institution": msg("school of the diploma"),
    "institution_type": msg("kind of school"),
    "degree_length": msg("length of the degree"),
    "subject_credits": msg("credits in a subject"),
    "aptitude_test": msg("score of a test"),
    "age": msg("age"),
    "residence": msg("nationality"),
    "experience": msg("work experience"),
    "prior_learning": msg("prior learning"),
    "document": msg("documents"),
}
_SHORT: Final = frozenset({"level", "age"})
"""Conditions so short that what is asked and what there is stand side by side."""


def brief_reason(best: Assessment | None, routes: int, open_routes: int) -> Value:
    """At most some 35 letters; :func:`~advisor_app.domain.headlines.reason_of` says all of it."""
    if open_routes or best is None:
        return reason_of(best, routes, open_routes)
    finding = best.decisive
    if best.outcome is None or finding is None:
        return msg("no condition is stated")
    return _expected(best, finding) or _of(finding)


def _of(finding: Finding) -> Message:
    """What decides: the verdict that stands before it says how."""
    if finding.status is FindingStatus.NOT_MET and not finding.excluded and finding.leaf.kind in _SHORT:
        test = finding.leaf.test
        asked = test.briefly if isinstance(test, Level) else finding.asked
        return msg("asks {asked}, has {has}", asked=asked, has=finding.answer.has)
    return _THINGS.get(finding.leaf.kind, finding.asked)


def _expected(best: Assessment, finding: Finding) -> Message | None:
    """What only time settles: the diploma is still to come."""
    basis = best.basis
    if finding.status is not FindingStatus.TO_CONFIRM or basis is None or basis.status is not Standing.IN_PROGRESS:
        return None
    if finding.leaf.kind not in ("level", "credits", "award_type", "degree_length"):
        return None
    if basis.expected is None:
        return msg("diploma not obtained yet")
    return msg("diploma expected in {month}", month=Month(basis.expected.month, basis.expected.year))
