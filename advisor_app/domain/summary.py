"""A programme as a list shows it: what is readable without opening it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from advisor_app.domain.catalogue import FormatKind, Per
from advisor_app.domain.facts import Severity
from advisor_app.domain.text import Lang, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """``price`` is the first tuition charge that is printed for the programme itself; empty where none is.

    ``flag`` is the doubt that a list shows. ``dated`` is the date of the programme's source.
    """

    id: str
    name: str
    name_lang: Lang
    short_name: Text
    institution: str
    institution_name: str
    campuses: tuple[str, ...]
    entry_levels: tuple[int, ...]
    formats: tuple[FormatKind, ...]
    price: Decimal | None
    price_currency: str | None
    price_per: Per | None
    flag: Text | None
    flag_severity: Severity | None
    dated: date | None
    day_known: bool
