"""What proves each condition, and which conditions count: of alternatives, those of the best way through."""

from collections.abc import Iterator

from advisor_app.domain.check import RouteCheck
from advisor_app.domain.quantities import LanguageName
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.evaluate import Finding, Group, Outcome, findings
from advisor_app.domain.requirements.kinds.aptitude_test import AptitudeTest
from advisor_app.domain.requirements.kinds.language import Language
from advisor_app.domain.requirements.kinds.person import Document
from advisor_app.domain.requirements.tree import Strength
from advisor_app.domain.student import Standing
from advisor_app.domain.text import Message, Value, msg

DIPLOMA, TRANSCRIPT, IDENTITY = msg("diploma"), msg("transcript"), msg("identity document")
PROOFS: dict[str, Message] = {
    "level": DIPLOMA,
    "award_type": DIPLOMA,
    "institution": DIPLOMA,
    "institution_type": DIPLOMA,
    "field": DIPLOMA,
    "credits": TRANSCRIPT,
    "degree_length": TRANSCRIPT,
    "subject_credits": TRANSCRIPT,
    "grade": TRANSCRIPT,
    "age": IDENTITY,
    "residence": IDENTITY,
    "experience": msg("certificates from employers"),
    "prior_learning": msg("decision on prior learning"),
}


def best_way(outcome: Outcome) -> Iterator[Finding]:
    """The conditions that have to be proved: all of them, but of alternatives only as many as are asked, the best first.

    Of equals those that stand first on the page. What must not be the case needs no proof, and soft criteria are never counted.
    """
    if isinstance(outcome, Finding):
        if outcome.leaf.strength is not Strength.SOFT:
            yield outcome
    elif outcome.operator == "readings":
        yield from (finding for finding in findings(outcome) if finding.leaf.strength is not Strength.SOFT)
    elif outcome.operator != "not":
        for child in _needed(outcome):
            yield from best_way(child)


def _needed(group: Group) -> list[Outcome]:
    counted = [child for child in group.children if child.counts]
    if group.operator == "all":
        return list(group.children)
    return sorted(counted, key=_distance)[: group.n or 1]


def _distance(outcome: Outcome) -> tuple[int, int]:
    """Smaller is nearer: the status, then how many conditions of the way are still open."""
    return (outcome.status.rank, sum(finding.status is not FindingStatus.MET for finding in best_way(outcome)))


def proof(finding: Finding, standing: Standing | None) -> Value | None:
    """The document that usually proves a condition. A page seldom names it, so it is printed as inferred."""
    test = finding.leaf.test
    if isinstance(test, Language):
        return msg("certificate of {language}", language=LanguageName(test.lang))
    if isinstance(test, AptitudeTest):
        return msg("{test} score report", test=test.test)
    if isinstance(test, Document):
        return test.name
    found = PROOFS.get(finding.leaf.kind)
    return msg("certificate of enrolment") if found is DIPLOMA and standing is Standing.IN_PROGRESS else found


def documents(check: RouteCheck) -> tuple[Value, ...]:
    """What to bring for the best way through the conditions of a route, each once."""
    outcome, basis = check.assessment.outcome, check.assessment.basis
    standing = basis.status if basis else None
    found = (proof(finding, standing) for finding in (best_way(outcome) if outcome else ()))
    return tuple(dict.fromkeys(document for document in found if document is not None)) or (DIPLOMA, TRANSCRIPT)


def missing(check: RouteCheck) -> tuple[Message, ...]:
    """What the student still has to tell, on the best way through."""
    way = best_way(check.assessment.outcome) if check.assessment.outcome else ()
    return tuple(dict.fromkeys(finding.asked for finding in way if finding.status is FindingStatus.UNKNOWN))
