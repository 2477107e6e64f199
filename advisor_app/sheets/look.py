"""A school's own look: its logo, colour, address and footer. Without one a sheet is neutral."""

from dataclasses import dataclass

ACCENT = "#0B4A6B"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture, its kind (``svg`` or ``png``) and what it says to those who do not see it."""

    content: bytes
    kind: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """``colour`` is that of labels, marks and bars on white paper."""

    school: str = ""
    colour: str = ACCENT
    logo: Logo | None = None
    address: tuple[str, ...] = ()
    footer: str = ""


NEUTRAL = Look()
