"""What a list says of a programme: the line that names it, and what a glance at it tells."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.quantities import Span
from advisor_app.domain.text import Lang, Text, Value
from advisor_app.domain.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Item:
    """A campus or a format, by its identifier."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What a student can expect of a programme, as a list says it.

    ``price`` is the tuition of the best route, with what it covers, ``price_year`` the school year that it is of, as the page
    writes it. ``reason`` says in one line why the verdict is that, ``brief_reason`` in a few words.
    """

    verdict: Verdict
    price: Value
    price_year: str | None
    reason: Value
    brief_reason: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What names a programme in a list. ``levels`` are those one comes from, ``durations`` the different lengths to the award.

    ``dated`` is the date of its page. ``doubt`` is the doubt about the page that a list shows, of as many as ``doubts``.
    ``first`` is the glance while nothing is known of the student, the same for everybody: worked out when the catalogue is built.
    """

    id: str
    name: str
    name_lang: Lang
    school_id: str
    school: str
    campuses: tuple[Item, ...]
    levels: tuple[int, ...]
    durations: tuple[Span, ...]
    formats: tuple[Item, ...]
    dated: date | None
    doubt: Text | None
    doubts: int
    first: Glance
