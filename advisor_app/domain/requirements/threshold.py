"""Deciding whether a value that may be a range, or in doubt, reaches a minimum."""

from decimal import Decimal
from typing import Final

from advisor_app.domain.attainment import FRANCE, Attained, Doubt
from advisor_app.domain.requirements.base import Candidate, FindingStatus
from advisor_app.domain.text import Message, msg

NO_EQUIVALENCE: Final = msg("A foreign diploma has no legal equivalence in France; the school compares it.")
NO_EQUIVALENCE_SOURCE: Final = "ENIC-NARIC France, france-education-international.fr"


def reaches(value: Attained, minimum: Decimal) -> FindingStatus:
    """``met`` beyond doubt, ``to_confirm`` where it is met but for a doubt or only at the top of a range, else ``not_met``."""
    if value.high < minimum:
        return FindingStatus.NOT_MET
    if value.low < minimum or value.doubts:
        return FindingStatus.TO_CONFIRM
    return FindingStatus.MET


def doubt_reason(value: Attained, candidate: Candidate) -> Message | None:
    """Why a value that is high enough still has to be confirmed; the doubt that only time settles comes first."""
    basis = candidate.basis
    if Doubt.IN_PROGRESS in value.doubts:
        wished = candidate.student.wishes.start
        if basis is not None and basis.expected is not None and wished is not None and wished < f"{basis.expected:%Y-%m}":
            return msg(
                "The diploma is not obtained yet; it is expected on {day} only, after the start wished for.", day=basis.expected
            )
        if basis is not None and basis.expected is not None:
            return msg("The diploma is not obtained yet; it is expected on {day}.", day=basis.expected)
        return msg("The diploma is not obtained yet.")
    if Doubt.NO_DIPLOMA in value.doubts:
        return msg("These years give credits but no diploma; the school decides.")
    if Doubt.FOREIGN in value.doubts and candidate.home != FRANCE:
        return msg("The school compares a diploma from another country than its own.")
    if Doubt.FOREIGN in value.doubts:
        return NO_EQUIVALENCE
    return next((reason for doubt, reason in _OF_CREDITS.items() if doubt in value.doubts), None)


_OF_CREDITS: Final[dict[Doubt, Message]] = {
    Doubt.ESTIMATE: msg("The credits are estimated at 60 ECTS for a full year; the school decides."),
    Doubt.USUAL: msg("These are the credits that this diploma usually carries; the school decides."),
    Doubt.CONVERTED: msg("The credits are converted into ECTS by a usual ratio; the school decides."),
}
