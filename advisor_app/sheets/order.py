"""What is ordered: which sheet, of what, in which language, on which paper, in whose look. A sheet depends on nothing else."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from advisor_app.domain.look import NEUTRAL, Look
from advisor_app.domain.route import Route
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang, Value
from advisor_app.sheets.setting.paper import Paper

if TYPE_CHECKING:  # only names here: one sheet does not wait for what the others are made from
    from advisor_app.services.check import Checked
    from advisor_app.services.compare import Compared
    from advisor_app.services.detailed import Detailed


class Part(StrEnum):
    """What can be left off. Verdicts, facts, sources, notes and cautions are always printed."""

    ANSWERS = "answers"
    COST = "cost"
    COURSES = "courses"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Something that the reader has to be warned of, as the check of claims found it, and the rule that it rests on.

    ``programme`` names what it is about where several stand on the sheet.
    """

    text: Value
    rule: Value
    programme: Value = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """``occasion`` is the school or event that hands the sheet out; first names are printed only if they are given here."""

    lang: Lang
    printed_on: dt.date
    paper: Paper = Paper.A4
    occasion: str = ""
    advisor: str = ""
    first_name: str = ""
    look: Look = NEUTRAL
    left_off: frozenset[Part] = frozenset()
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonSheet:
    """Two to five programmes. ``supposed`` is the same comparison for the student of a what-if, printed beside the real one."""

    compared: "Compared"
    supposed: "Compared | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeSheet:
    """One programme in full for ``student``, by ``route`` or else by the route that fits best; ``supposed`` likewise."""

    detailed: "Detailed"
    student: Student = field(default_factory=Student)
    route: Route | None = None
    supposed: "Detailed | None" = None
    supposed_student: Student | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySheet:
    """Every route by verdict, with the way forward. ``supposed`` holds the student of a what-if against the same programmes."""

    checked: "Checked"
    supposed: "Checked | None" = None


Content: TypeAlias = ComparisonSheet | ProgrammeSheet | SummarySheet
