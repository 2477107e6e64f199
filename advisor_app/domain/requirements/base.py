"""What every kind of requirement offers, and what it is given to decide."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, TypeVar

from advisor_app.domain.attainment import FRANCE
from advisor_app.domain.reference import Reference
from advisor_app.domain.student import Qualification, Student, Told
from advisor_app.domain.text import Message, msg
from advisor_app.domain.verdicts import Verdict


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

    @property
    def verdict(self) -> Verdict:
        """What it comes to where everything rests on it."""
        return _VERDICTS[self]


_ORDER = tuple(FindingStatus)
_VERDICTS = dict(zip(FindingStatus, Verdict, strict=True))  # both are listed from the best to the worst


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A student as seen by one application: everything known, and the one qualification that the application rests on.

    ``home`` is the country whose diplomas are no foreign ones there.
    """

    student: Student
    basis: Qualification | None
    reference: Reference
    home: str = FRANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The smallest change to one of the student's fields that would turn a ``not_met``; ``say`` reads after "With …"."""

    field: str
    value: object
    say: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a kind decides about a candidate.

    ``needs`` names the student's field that is missing (``qualification.level``, ``person.age`` …) when the status is unknown.
    """

    status: FindingStatus
    has: Message
    reason: Message
    needs: str | None = None
    change: Change | None = None

    @classmethod
    def missing(cls, needs: str, reason: Message) -> "Answer":
        """The answer where the student's data is not there: unknown, never no."""
        return cls(status=FindingStatus.UNKNOWN, has=msg("not given"), reason=reason, needs=needs)


@dataclass(frozen=True, slots=True)
class Invalid:
    """A parameter that makes no sense: its key, the value, and values that would do."""

    key: str
    value: str
    valid: tuple[str, ...]


class Test(Protocol):
    """The parameters of one condition, which know how to say and to check themselves. Implemented by frozen dataclasses."""

    def asked(self, reference: Reference) -> Message:
        """The condition in a few words: ``Bac+3 (level)``."""

    def check(self, candidate: Candidate) -> Answer:
        """Holds the candidate against the condition. Pure; never raises for any candidate."""

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        """Parameters that make no sense or that the reference tables do not know. Asked when a catalogue is built."""


def known(key: str, values: Iterable[str], valid: Collection[str]) -> tuple[Invalid, ...]:
    """The values that are not among the valid ones."""
    return tuple(Invalid(key, value, tuple(valid)) for value in values if value not in valid)


def positive(key: str, value: Decimal | int) -> tuple[Invalid, ...]:
    """A quantity that is asked for is more than nothing."""
    return () if value > 0 else (Invalid(key, str(value), ("1",)),)


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


# --- facts about a person that only some kind of requirement asks for


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    """A fact that a kind of requirement brings along: its key under ``[person]`` in student files, and how to ask for it.

    ``answers`` are tried when the next question is looked for: every one there is, or the extremes of a number.
    """

    name: str
    type_: type[Told]
    ask: Message
    answers: tuple[Told, ...]

    @property
    def field(self) -> str:
        """The name that findings and questions use."""
        return f"person.{self.name}"


FACTS: dict[str, AskedFor] = {}


def asks_for(name: str, type_: type[Told], ask: Message, answers: tuple[Told, ...]) -> AskedFor:
    """Registers the fact called ``name``, which students then have; read it with ``student.fact(name)``."""
    if name in FACTS and FACTS[name].ask != ask:
        raise ValueError(f"two facts about a person are called {name}")
    return FACTS.setdefault(name, AskedFor(name=name, type_=type_, ask=ask, answers=answers))
