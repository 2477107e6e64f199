"""Which icon and which colour stand beside a verdict, or a finding by its ``status.verdict``. Words come from the translator."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

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
