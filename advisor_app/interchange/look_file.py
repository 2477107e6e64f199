"""The file with a school's own look, and the logo beside it. docs/look.md shows every key."""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

from advisor_app.domain.look import LEAST_CONTRAST, NEUTRAL, Logo, Look, is_readable, readable
from advisor_app.domain.text import Message, msg
from advisor_app.interchange.source_problems import SourceProblems
from advisor_app.interchange.structuring import Wrong, Wrongs, strict_converter, structure
from advisor_app.interchange.toml_files import TomlFile, read_toml, unreadable

LIMIT = 20_000  # bytes of the file
MOST_LOGO = 120_000  # bytes: a sheet with the logo in it has to stay small enough to be mailed
LEAST_PIXELS, MOST_PIXELS = 60, 3_000
WIDEST = 8  # times as wide as high, or as high as wide
MOST_LINES = 4
LONGEST = {"school": 80, "footer": 140, "address": 60, "alt": 120}
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_PNG = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by the PNG's colour type
_OUTSIDE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:|//|/|\.)", re.IGNORECASE)  # an address other than one in the picture itself


@dataclass(frozen=True, slots=True, kw_only=True)
class _LogoFile:
    file: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _LookFile:
    school: str = NEUTRAL.school
    colour: str = NEUTRAL.colour
    address: tuple[str, ...] = ()
    footer: str = ""
    logo: _LogoFile | None = None


def read_look(path: Path) -> Look:
    """The look that a file describes. Raises SourceProblems with everything that is wrong, each with its key, line and mend."""
    file = read_toml(path, limit=LIMIT)
    converter = strict_converter(floats=False, rules={_LookFile: _rules, _LogoFile: _logo_rules})
    try:
        said = structure(converter, file.data, _LookFile)
        logo = _logo(path.parent, said.logo) if said.logo else None
    except Wrongs as error:
        raise _problems(file, error.wrongs) from error
    except Wrong as error:
        raise _problems(file, (error,)) from error
    return Look(school=said.school, colour=said.colour.upper(), logo=logo, address=said.address, footer=said.footer)


def _problems(file: TomlFile, wrongs: tuple[Wrong, ...]) -> SourceProblems:
    return SourceProblems(file.problem(wrong.key, wrong.what, wrong.nearest) for wrong in wrongs)


# --- words and colour


def _rules(look: _LookFile, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if not _COLOUR.fullmatch(look.colour):
        yield Wrong(msg("a colour is written as # and six digits, such as {example}", example=NEUTRAL.colour), ("colour",))
    elif not is_readable(look.colour):
        what = msg("this colour cannot be read on white paper: its contrast is below {ratio} to 1", ratio=str(LEAST_CONTRAST))
        yield Wrong(what, ("colour",), (readable(look.colour),))
    if len(look.address) > MOST_LINES:
        yield Wrong(msg("an address has at most {count} lines here", count=MOST_LINES), ("address",))
    yield from _too_long("school", look.school)
    yield from _too_long("footer", look.footer)
    for place, line in enumerate(look.address):
        yield from (Wrong(wrong.what, ("address", place)) for wrong in _too_long("address", line))


def _too_long(key: str, words: str) -> Iterator[Wrong]:
    if len(words) > LONGEST[key]:
        yield Wrong(msg("at most {count} characters have room on a sheet", count=LONGEST[key]), (key,))


def _logo_rules(logo: _LogoFile, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if not logo.alt.strip():
        yield Wrong(msg("say in a few words what the logo shows, for those who do not see it"), ("alt",))
    yield from _too_long("alt", logo.alt)
    if Path(logo.file).suffix.lower() not in {".svg", ".png"}:
        yield Wrong(msg("a logo is an SVG or a PNG picture"), ("file",))


# --- the logo


def _logo(folder: Path, said: _LogoFile) -> Logo:
    kind = Path(said.file).suffix.lower().removeprefix(".")
    try:
        path = folder / said.file
        if path.stat().st_size > MOST_LOGO:
            raise _bad(msg("the logo is larger than {kilobytes} kB; save it smaller", kilobytes=MOST_LOGO // 1_000))
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise _bad(unreadable(error)) from error
    width, height = _svg_size(content) if kind == "svg" else _png_size(content)
    if max(width, height) > WIDEST * min(width, height):
        raise _bad(msg("the logo is more than {count} times as long as it is wide", count=WIDEST))
    return Logo(content, kind, said.alt.strip())


def _bad(what: Message) -> Wrong:
    return Wrong(what, ("logo", "file"))


def _png_size(content: bytes) -> tuple[float, float]:
    """Width and height in pixels, once every chunk was checked and every line can be unpacked."""
    broken = msg("this is no PNG picture, or a damaged one; save it again")
    try:
        chunks = dict(_chunks(content))
        width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
        row = (width * depth * _CHANNELS[colour] + 7) // 8 + 1
    except (KeyError, struct.error, ValueError) as error:
        raise _bad(broken) from error
    if not LEAST_PIXELS <= height <= MOST_PIXELS or not LEAST_PIXELS <= width <= MOST_PIXELS:
        raise _bad(msg("a PNG logo has {least} to {most} pixels on each side", least=LEAST_PIXELS, most=MOST_PIXELS))
    if interlaced:
        raise _bad(msg("save the PNG without interlacing"))
    try:
        pixels = zlib.decompressobj().decompress(chunks[b"IDAT"], row * height + 1)
    except (KeyError, zlib.error) as error:
        raise _bad(broken) from error
    if len(pixels) != row * height:
        raise _bad(broken)
    return width, height


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG, parts of its pixels joined. Raises ValueError where one is damaged."""
    if not content.startswith(_PNG):
        raise ValueError("no PNG")
    at, pixels = len(_PNG), b""
    while at < len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        data = content[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", content, at + 8 + length)
        if zlib.crc32(name + data) != check:
            raise ValueError("damaged")
        if name == b"IDAT":
            pixels += data
        yield (name, pixels if name == b"IDAT" else data)
        at += 12 + length


def _svg_size(content: bytes) -> tuple[float, float]:
    """Width and height in the picture's own units. Nothing that it needs may lie outside it."""
    broken = msg("this is no SVG picture, or one with a document type; save it again as plain SVG in UTF-8")
    if b"<!" in content.replace(b"<!--", b""):
        raise _bad(broken)
    try:
        root = fromstring(content.decode("utf-8-sig"))  # noqa: S314 - without a document type it has no entities either
    except (ParseError, ValueError) as error:
        raise _bad(broken) from error
    if _name(root.tag) != "svg":
        raise _bad(broken)
    for element in root.iter():
        if _name(element.tag) in {"script", "foreignObject", "text", "tspan", "image"}:
            raise _bad(msg("the SVG has “{element}” in it; turn it into shapes", element=_name(element.tag)))
        if any(_name(key) == "href" and _OUTSIDE.match(value) for key, value in element.attrib.items()):
            raise _bad(msg("the SVG needs another file; save it with everything in it"))
    return _box(root)


def _name(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _box(root: Element) -> tuple[float, float]:
    try:
        box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
        width, height = (
            box[2:4] if len(box) == 4 else (float(root.get(side, "").removesuffix("px")) for side in ("width", "height"))
        )
    except ValueError:
        width = height = 0.0
    if not (width > 0 and height > 0):
        raise _bad(msg("the SVG does not say how large it is: it needs a viewBox"))
    return width, height
