"""Verdicts: what the findings of a route come to. A verdict is about a route, and it is not a chance."""

from enum import StrEnum


class Verdict(StrEnum):
    """Best first. ``need_info`` means that something about the student is missing, ``not_yet`` that a condition is not met."""

    CAN_APPLY = "can_apply"
    TO_CONFIRM = "to_confirm"
    NEED_INFO = "need_info"
    NOT_YET = "not_yet"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return _ORDER.index(self)

    @property
    def open(self) -> bool:
        """Whether the student can apply, now or once something is confirmed."""
        return self in {Verdict.CAN_APPLY, Verdict.TO_CONFIRM}


_ORDER = tuple(Verdict)
