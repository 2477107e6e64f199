"""Level: how many years after the baccalauréat the diploma is usually treated as standing for."""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.attainment import Attained, Doubt, level_of
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind
from advisor_app.domain.requirements.threshold import doubt_reason, reaches
from advisor_app.domain.text import Message, msg, msg_n

HIGHEST = 8  # a doctorate, Bac+8


@kind("level")
@dataclass(frozen=True, slots=True)
class Level:
    """A diploma of at least Bac+``minimum``; ``or_foreign`` where the page itself takes an equivalent foreign qualification.

    That changes no answer, since the school compares a foreign diploma either way, but whoever has one has to read it.
    """

    minimum: int
    or_foreign: bool = False

    @property
    def briefly(self) -> Message:
        return msg("Bac+{level}", level=self.minimum)

    def asked(self, reference: Reference) -> Message:
        if self.or_foreign:
            return msg("Bac+{level} or an equivalent foreign qualification", level=self.minimum)
        return self.briefly

    def check(self, candidate: Candidate) -> Answer:
        value = level_of(candidate.basis, candidate.reference, candidate.home) if candidate.basis else None
        if value is None:
            return Answer.missing("qualification.level", msg("The level of the diploma is not given."))
        status = reaches(value, Decimal(self.minimum))
        return Answer(status=status, has=_said(value), reason=self._reason(status, value, candidate), change=self._change(status))

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        if 0 <= self.minimum <= HIGHEST:
            return ()
        return (Invalid("minimum", str(self.minimum), tuple(str(level) for level in range(HIGHEST + 1))),)

    def _reason(self, status: FindingStatus, value: Attained, candidate: Candidate) -> Message:
        if status is FindingStatus.MET:
            if value.low > self.minimum:
                return msg("Bac+{has} is above the Bac+{asked} asked for.", has=int(value.low), asked=self.minimum)
            return msg("The diploma is at the level asked for.")
        if status is FindingStatus.NOT_MET:
            short = self.minimum - int(value.high)
            return msg_n(
                "The diploma is {count} year short of the Bac+{asked} asked for.",
                "The diploma is {count} years short of the Bac+{asked} asked for.",
                short,
                asked=self.minimum,
            )
        doubt = doubt_reason(value, candidate)
        if doubt is not None:
            return doubt
        return msg("Depending on how it is counted the diploma stands for Bac+{low} or Bac+{high}.", **_bounds(value))

    def _change(self, status: FindingStatus) -> Change | None:
        if status is not FindingStatus.NOT_MET:
            return None
        return Change(field="qualification.level", value=self.minimum, say=msg("a Bac+{level}", level=self.minimum))


def _bounds(value: Attained) -> dict[str, int]:
    return {"low": int(value.low), "high": int(value.high)}


def _said(value: Attained) -> Message:
    if Doubt.FOREIGN not in value.doubts:
        return (
            msg("Bac+{level}", level=int(value.high))
            if value.low == value.high
            else msg("Bac+{low} or Bac+{high}", **_bounds(value))
        )
    if value.low == value.high:
        return msg("usually treated as Bac+{level}", level=int(value.low))
    return msg("usually treated as Bac+{low} or Bac+{high}", **_bounds(value))
