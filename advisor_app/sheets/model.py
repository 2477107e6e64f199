"""What a comparison sheet prints, word for word, in the sheet's own language.

Nothing here is decided by the template but the layout: every sentence, price and mark arrives finished. Texts are plain
strings with a style beside them, never markup, so whatever a catalogue or a student's data contains is printed literally.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from advisor_app.domain.text import Lang
from advisor_app.sheets.charts import CostChart, Courses
from advisor_app.sheets.lines import Counter, Line, Run


class Mark(StrEnum):
    """The sign in front of a requirement or a verdict; the word stands beside it on the sheet."""

    MET = "met"
    TO_CONFIRM = "to_confirm"
    UNKNOWN = "unknown"
    NOT_MET = "not_met"


# --- what a cell holds


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One thought; each line of it begins on a new line of the sheet."""

    lines: tuple[Line, ...]
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class VerdictBlock:
    """The verdict of a route in words, with its mark, and the lines that qualify it."""

    mark: Mark
    word: str
    lines: tuple[Line, ...] = ()
    kind: Literal["verdict"] = "verdict"


@dataclass(frozen=True, slots=True)
class Supposed:
    """What the verdict would be for the student of a what-if; its ``title`` keeps anybody from taking it for the real one."""

    title: str
    mark: Mark
    word: str
    lines: tuple[Line, ...] = ()
    kind: Literal["supposed"] = "supposed"


@dataclass(frozen=True, slots=True)
class Requirement:
    """What is asked, then what the student has and the word of the mark. Without a mark where there is nothing to check.

    ``depth`` indents what stands under a group such as "one of these".
    """

    mark: Mark | None
    lines: tuple[Line, ...]
    depth: int = 0
    kind: Literal["requirement"] = "requirement"


@dataclass(frozen=True, slots=True)
class Price:
    """An amount (or the words that replace it) in large type, what it is for, and the lines below."""

    amount: str
    after: Line = ()
    lines: tuple[Line, ...] = ()
    kind: Literal["price"] = "price"


class Drawn(StrEnum):
    """How months are drawn, told apart without colour: ``OPEN`` has no end, a ``SIGN`` is a diamond in the middle of its month."""

    SOLID = "solid"
    OPEN = "open"
    BARRED = "barred"
    HATCHED = "hatched"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Span:
    """Months ``first`` to ``last`` of the strip (0 to 11); what is ``SOLID`` or ``OPEN`` has its text inside, all else beside."""

    first: int
    last: int
    drawn: Drawn
    text: str = ""


@dataclass(frozen=True, slots=True)
class YearStrip:
    """Twelve months, September first, over lanes of spans. ``alt`` says in words what the strip shows."""

    months: tuple[str, ...]
    lanes: tuple[tuple[Span, ...], ...]
    alt: str
    kind: Literal["year"] = "year"


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do next, numbered."""

    items: tuple[Line, ...]
    kind: Literal["steps"] = "steps"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short things."""

    items: tuple[Line, ...]
    kind: Literal["bullets"] = "bullets"


Block: TypeAlias = Paragraph | VerdictBlock | Supposed | Requirement | Price | YearStrip | Steps | Bullets


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code; ``alt`` names the page it leads to, ``caption`` says in two words below it what that is."""

    url: str
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one programme has in one row. It must make sense without the row's label, which is not read with it."""

    blocks: tuple[Block, ...]
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the comparison: one cell for each programme, in the order of the heads."""

    key: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The top of a programme's column. References here are printed and are no links, as the head may be repeated.

    ``warned``: a caution is about this programme.
    """

    school: str
    name: str
    name_lang: Lang
    lines: tuple[Line, ...]
    warned: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Lines over the whole width under the comparison, such as what to ask of every school. A ``warning`` carries a sign."""

    label: str
    lines: tuple[Line, ...]
    warning: bool = False


# --- where it comes from


@dataclass(frozen=True, slots=True)
class Entry:
    """A source or a note: ``sign`` is printed before it, ``id`` is what references lead to."""

    id: str
    sign: str
    line: Line


@dataclass(frozen=True, slots=True)
class KeyMark:
    mark: Mark
    word: str


@dataclass(frozen=True, slots=True)
class Key:
    title: str
    marks: tuple[KeyMark, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class References:
    """Sources, key and notes. Texts too long for their cell are added to the notes when the sheet is laid out.

    ``unaddressed`` stands under the sources: those whose address the catalogue does not know. ``terms`` say what words mean.
    """

    sources_title: str
    sources: tuple[Entry, ...]
    key: Key
    notes_title: str
    notes: tuple[Entry, ...]
    unaddressed: Line = ()
    terms_title: str = ""
    terms: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that only the layout needs. ``continued`` holds ``{note}``, ``overleaf``, for cautions, ``{page}``.

    ``unprintable`` explains the sign for a lost character.
    """

    programme: str
    continued: str
    unprintable: str
    overleaf: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetModel:
    """A whole comparison sheet of two to five programmes. ``supposed`` says what a what-if changes of the ``student``."""

    lang: Lang
    title: str
    student: str
    occasion: str
    privacy: str
    printed_on: date
    printed: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]
    cost: CostChart | None
    courses: Courses | None
    references: References
    foot: Line
    wording: Wording
    supposed: str = ""

    def __post_init__(self) -> None:
        if not 2 <= len(self.heads) <= 5:
            raise ValueError(f"a comparison sheet takes two to five programmes, not {len(self.heads)}")
        for row in self.rows:
            if len(row.cells) != len(self.heads):
                raise ValueError(f"row {row.key!r} has {len(row.cells)} cells for {len(self.heads)} programmes")


def to_json(model: SheetModel) -> str:
    """The model as JSON, the same text for the same model."""
    return json.dumps(as_data(model), ensure_ascii=False, sort_keys=True)


def as_data(model: SheetModel) -> dict[str, Any]:
    """The model as plain dictionaries and lists, dates as ISO text."""
    data: dict[str, Any] = plain_data(model)
    return data


_INLINE = (Run, Counter)
_NAMES: dict[type, tuple[str, ...]] = {}  # the fields of each type met: asking for them anew costs more than all the rest


def plain_data(value: Any, change: Callable[[str], str] = str) -> Any:  # noqa: ANN401 - JSON has no type of its own
    """Dataclasses as dictionaries, tuples as lists, every text as ``change`` gives it back."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return [plain_data(part, change) for part in value]
    names = _names_of(type(value))
    if names:
        return {name: plain_data(getattr(value, name), change) for name in names}
    return value.isoformat() if isinstance(value, date) else value


def _names_of(kind: type) -> tuple[str, ...]:
    names = _NAMES.get(kind)
    if names is None:
        names = _NAMES.setdefault(kind, tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ())
    return names


def texts_of(sheet: object) -> list[str]:
    """Every text of a sheet of any kind, a line's runs as one."""
    found: list[str] = []
    _gather(sheet, found)
    return found


def _gather(value: object, found: list[str]) -> None:
    kind = type(value)
    if isinstance(value, tuple):
        if value and all(type(part) in _INLINE for part in value):
            found.append("".join(part.text for part in value if isinstance(part, Run)))
        else:
            for part in value:
                _gather(part, found)
    elif kind is str:
        found.append(str(value))
    else:
        for name in _names_of(kind):
            _gather(getattr(value, name), found)
