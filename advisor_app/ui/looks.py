"""Which icon and which colour stand beside a verdict, a finding and a fact. The words come from the translator."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from advisor_app.domain.facts import Status
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.verdicts import Verdict
from advisor_app.ui.tokens import Token, Tone


class Look(NamedTuple):
    """``ground`` is the soft colour that goes with the tone."""

    icon: str
    tone: Tone
    ground: Token = "bg"


VERDICTS: Mapping[Verdict, Look] = MappingProxyType(
    {
        Verdict.CAN_APPLY: Look("circle-check", "ok", "ok-bg"),
        Verdict.TO_CONFIRM: Look("hourglass", "confirm", "confirm-bg"),
        Verdict.NEED_INFO: Look("circle-question-mark", "info", "info-bg"),
        Verdict.NOT_YET: Look("circle-x", "not", "not-bg"),
    }
)

FINDINGS: Mapping[FindingStatus, Look] = MappingProxyType(
    {
        FindingStatus.MET: VERDICTS[Verdict.CAN_APPLY],
        FindingStatus.TO_CONFIRM: VERDICTS[Verdict.TO_CONFIRM],
        FindingStatus.UNKNOWN: VERDICTS[Verdict.NEED_INFO],
        FindingStatus.NOT_MET: VERDICTS[Verdict.NOT_YET],
    }
)

FACTS: Mapping[Status, Look] = MappingProxyType(
    {
        Status.STATED: Look("check", "text2"),
        Status.INFERRED: Look("corner-down-right", "text2"),
        Status.CALCULATED: Look("calculator", "text2"),
        Status.NOT_STATED: Look("circle-dashed", "text2"),
        Status.CONFLICTING: Look("split", "confirm"),
        Status.OTHER_PROGRAMME: Look("copy", "confirm"),
    }
)
