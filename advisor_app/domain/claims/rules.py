"""What a rule of the claim check is. The rules themselves are catalogue data: ``data/catalogue/reference/claims.toml``."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from advisor_app.domain.text import Text


class Scope(StrEnum):
    """What a rule looks at: words that are printed, or one kind of fact."""

    WORDS = "words"
    FIGURE = "figure"
    PAST_PRICE = "past_price"
    PARTNER = "partner"
    OLD_SOURCE = "old_source"
    REGISTRATION = "registration"


class Basis(StrEnum):
    """What a rule rests on. A rule of the house is the program's own care and cites no text."""

    LAW = "law"
    REGISTER = "register"
    HOUSE = "house"


class Weight(StrEnum):
    """What becomes of a finding, the worst first.

    ``severe``: mended, or printed as a caution that nobody can overlook; ``caution``: printed as a caution; ``said``: the sheet
    says it already, beside the fact.
    """

    SEVERE = "severe"
    CAUTION = "caution"
    SAID = "said"


WHOEVER = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRule:
    """One rule, with the text it rests on, that text's date and the day it was last looked at.

    ``find_fr`` and ``find_en`` are phrases in the notation of :mod:`advisor_app.domain.claims.phrases`; what ``unless_…`` covers is
    not meant. ``allowed`` names what makes a claim true: kinds of award, ``grade`` (an award that confers the grade de master) or
    ``level_7``; ``unclear`` the kinds for which the catalogue cannot tell, so that a warning is all that can be given.
    ``not_in`` are keys of rows in which the words mean something else, ``only_in`` the only ones looked at. ``months`` is the age
    or the length that a rule speaks of.
    """

    id: str
    scope: Scope
    basis: Basis
    weight: Weight
    title: Text
    why: Text
    mend: Text
    article: str
    dated: date
    checked_on: date
    source: str
    find_fr: tuple[str, ...] = ()
    find_en: tuple[str, ...] = ()
    unless_fr: tuple[str, ...] = ()
    unless_en: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()
    months: int | None = None
