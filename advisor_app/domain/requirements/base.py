"""What every kind of requirement offers, and what it is given to decide."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from advisor_app.domain.reference import Reference
from advisor_app.domain.student import Qualification, Student
from advisor_app.domain.text import Message


class FindingStatus(StrEnum):
    """How one condition stands, best first. ``unknown`` means that the student's data is missing, never that it is no."""

    MET = "met"
    TO_CONFIRM = "to_confirm"
    UNKNOWN = "unknown"
    NOT_MET = "not_met"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return _ORDER.index(self)


_ORDER = tuple(FindingStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A student as seen by one application: everything known, and the one qualification that the application rests on."""

    student: Student
    basis: Qualification | None
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a kind decides about a candidate.

    ``needs`` names the student's field that is missing (``qualification.level``, ``person.age`` …) when the status is unknown;
    ``change`` says the smallest change that would turn a ``not_met``.
    """

    status: FindingStatus
    has: Message
    reason: Message
    needs: str | None = None
    change: Message | None = None


class Test(Protocol):
    """The parameters of one condition, which know how to say and to check themselves. Implemented by frozen dataclasses."""

    def asked(self, reference: Reference) -> Message:
        """The condition in a few words: ``Bac+3 (level)``."""

    def check(self, candidate: Candidate) -> Answer:
        """Holds the candidate against the condition. Pure; never raises for any candidate."""

    def problems(self, reference: Reference) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Values that the reference tables do not know: (key, value, valid values). Asked when a catalogue is built."""


T = TypeVar("T", bound=type)
KINDS: dict[str, type[Test]] = {}


def kind(name: str) -> Callable[[T], T]:
    """Registers a frozen dataclass as the kind of requirement called ``name`` in catalogue files."""

    def register(cls: T) -> T:
        if name in KINDS and KINDS[name].__qualname__ != cls.__qualname__:
            raise ValueError(f"two kinds of requirement are called {name}")
        KINDS[name] = cls
        return cls

    return register
