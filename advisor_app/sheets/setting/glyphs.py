"""Which characters the sheet's fonts can print, and what stands for those they cannot.

A tagged PDF may not hold a character without a glyph, and direction overrides or control characters in a name must not
rearrange a sheet. So every text is cleaned before it is set: nothing disappears without a sign.
"""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import typst

from advisor_app import paths
from advisor_app.sheets.setting.faces import characters

LOST = "\N{WHITE SQUARE}"
LONG_WORD = 28
MOST_PROBES = 64
LEFT_TO_RIGHT = "\u200e"  # has no width and no glyph
_HEBREW_TO_ARABIC = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(f"[{_HEBREW_TO_ARABIC}](?:[ {_HEBREW_TO_ARABIC}]*[{_HEBREW_TO_ARABIC}])?")

_PROBE = b'#set document(title: "x")\n#set text(font: "Source Sans Pro")\n#text(sys.inputs.text)'
_SPACES = {"\t": " ", "\n": " ", "\r": " ", "\v": " ", "\f": " ", "\u2028": " ", "\u2029": " ", "\ufeff": ""}


def font_folder() -> Path:
    """Where the program's own fonts lie."""
    return paths.resource_dir() / "fonts"


@cache
def fonts() -> typst.Fonts:
    """The fonts of a sheet: Source Sans Pro, then those inside the typesetter for other scripts. Never the machine's."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(font_folder())])


@cache
def covered() -> frozenset[int]:
    """Code points of Source Sans Pro but for controls."""
    return frozenset(map(ord, characters()))


@lru_cache(maxsize=4096)
def _set_by_another_font(character: str) -> bool:
    """Whether one of the other fonts has the character: asked of the typesetter itself, which alone knows them."""
    compiler = typst.Compiler(_PROBE, font_paths=fonts(), ignore_system_fonts=True)
    try:
        compiler.compile(format="pdf", sys_inputs={"text": character}, pdf_standards=["ua-1"])
    except typst.TypstError:
        return False
    return True


def unprintable(text: str, *, own_font_only: bool = False) -> frozenset[str]:
    """The characters of a text that no font of the sheet has. After some dozens of foreign ones the rest count as lost.

    Letters and marks that can each be set may still not be set together; ``own_font_only`` then gives up all foreign ones.
    """
    points = sorted(set(map(ord, set(text))) - covered() - {ord(LEFT_TO_RIGHT)})
    strange = [chr(point) for point in points]
    if own_font_only:
        return frozenset(strange)
    lost = {character for character in strange[:MOST_PROBES] if not _set_by_another_font(character)}
    return frozenset(lost.union(strange[MOST_PROBES:]))


def _kept(character: str) -> str:
    """The character, a space for a line break, or nothing for what is not written at all (controls, direction marks)."""
    if character in _SPACES:
        return _SPACES[character]
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs", "Co", "Cn") and character != "\u00ad":
        return ""
    return character


def plain(text: str) -> str:
    """The text composed, without controls and direction overrides.

    Words written from right to left end with a mark, or they would take the figures behind them along.
    """
    if covered().issuperset(map(ord, text)) and unicodedata.is_normalized("NFC", text):
        return text  # nearly every text there is
    kept = "".join(_kept(character) for character in unicodedata.normalize("NFC", text))
    return _RIGHT_TO_LEFT.sub(rf"\g<0>{LEFT_TO_RIGHT}", kept)


def breakable(text: str) -> str:
    """The text with places to break inside words too long for a column, such as addresses."""
    return re.sub(rf"\S{{{LONG_WORD},}}", lambda word: "\u200b".join(re.findall(".{1,14}", word.group())), text)
