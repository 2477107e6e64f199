"""A school's own look on what it prints: logo, colour, address and footer. Without one a sheet is neutral."""

from dataclasses import dataclass

from advisor_app.domain.colour import contrast, mix

ACCENT = "#0B4A6B"
PAPER, BLACK = "#FFFFFF", "#000000"
LEAST_CONTRAST = 4.5  # WCAG 2, level AA, of text on paper and of white figures in a bar


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as SVG, and what it says to those who do not see it."""

    content: bytes
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """``colour`` (``#RRGGBB``) is that of labels, marks and bars on white paper."""

    school: str = ""
    colour: str = ACCENT
    logo: Logo | None = None
    address: tuple[str, ...] = ()
    footer: str = ""


NEUTRAL = Look()


def is_readable(colour: str) -> bool:
    """Whether small type in that colour can be read on paper."""
    return contrast(colour, PAPER) >= LEAST_CONTRAST


def readable(colour: str) -> str:
    """The nearest darker shade that can be read."""
    shades = (mix(colour, BLACK, step / 50) for step in range(51))
    return next(shade for shade in shades if is_readable(shade))
