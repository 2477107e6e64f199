"""A school's logo: what is looked at in a picture before it is taken, and the one form in which sheets are given it.

That is SVG. The typesetter takes files from memory as text only, so pictures made of pixels are wrapped into one.
"""

import re
import struct
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias
from xml.etree.ElementTree import Element, ParseError, fromstring

from advisor_app.domain.text import msg
from advisor_app.interchange.structuring import Wrong
from advisor_app.interchange.toml_files import unreadable

MOST_LOGO = 120_000  # bytes: a sheet with the logo in it has to stay small enough to be mailed
LEAST_PIXELS, MOST_PIXELS = 60, 3_000
WIDEST = 8  # times as wide as high, or as high as wide
_PNG = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by the PNG's colour type
_JPEG, _JPEG_ENDS = b"\xff\xd8\xff", b"\xff\xd9"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the JPEG's markers that say how large it is
_OUTSIDE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:|//|/|\.)", re.IGNORECASE)  # an address other than one in the picture itself
_FETCHES = re.compile(rb"@import|url\(\s*[\"']?\s*[^#\"'\s]", re.IGNORECASE)  # a style that asks for another file

Size: TypeAlias = tuple[float, float]


def read_logo(path: Path) -> bytes:
    """The picture as SVG. Raises Wrong for one that will not do."""
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise Wrong(msg("a logo is an SVG, a PNG or a JPEG picture; save it as one of these"))
    try:
        if path.stat().st_size > MOST_LOGO:
            raise Wrong(msg("the logo is larger than {kilobytes} kB; save it smaller", kilobytes=MOST_LOGO // 1_000))
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise Wrong(unreadable(error)) from error
    type_, size_of = kind
    width, height = size_of(content)
    if max(width, height) > WIDEST * min(width, height):
        raise Wrong(msg("one side of the logo is more than {count} times as long as the other", count=WIDEST))
    return content if type_ == "svg" else _wrapped(content, type_, (width, height))


def _wrapped(content: bytes, type_: str, size: Size) -> bytes:
    width, height = size
    data = b64encode(content).decode()
    picture = f'<image width="{width:.0f}" height="{height:.0f}" href="data:image/{type_};base64,{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}">{picture}</svg>'.encode()


def _check_pixels(width: int, height: int) -> None:
    if not LEAST_PIXELS <= height <= MOST_PIXELS or not LEAST_PIXELS <= width <= MOST_PIXELS:
        raise Wrong(msg("a logo in pixels has {least} to {most} of them on each side", least=LEAST_PIXELS, most=MOST_PIXELS))


# --- PNG


def _png_size(content: bytes) -> Size:
    """Width and height in pixels, once every chunk was checked and every line can be unpacked."""
    broken = msg("this is no PNG picture, or a damaged one; save it again")
    try:
        chunks = dict(_chunks(content))
        width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
        row = (width * depth * _CHANNELS[colour] + 7) // 8 + 1
    except (KeyError, struct.error, ValueError) as error:
        raise Wrong(broken) from error
    _check_pixels(width, height)
    if interlaced:
        raise Wrong(msg("save the PNG without interlacing"))
    try:
        pixels = zlib.decompressobj().decompress(chunks[b"IDAT"], row * height + 1)
    except (KeyError, zlib.error) as error:
        raise Wrong(broken) from error
    if len(pixels) != row * height:
        raise Wrong(broken)
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


# --- JPEG


def _jpeg_size(content: bytes) -> Size:
    """Width and height in pixels. A picture that breaks off would be printed grey, so its end must be there."""
    broken = msg("this is no JPEG picture, or a damaged one; save it again")
    if not content.startswith(_JPEG) or _JPEG_ENDS not in content[-32:]:
        raise Wrong(broken)
    try:
        height, width, colours = _frame(content)
    except (struct.error, ValueError) as error:
        raise Wrong(broken) from error
    _check_pixels(width, height)
    if colours not in (1, 3):
        raise Wrong(msg("the colours of this JPEG are made for a printing press; save it as RGB, or as PNG"))
    return width, height


def _frame(content: bytes) -> tuple[int, int, int]:
    """Height, width and number of colours. Raises ValueError or struct.error where no part says them."""
    at = 2
    while True:
        mark, kind, length = struct.unpack_from(">BBH", content, at)
        if mark != 0xFF:
            raise ValueError("no marker")
        if kind in _FRAMES:
            height, width, colours = struct.unpack_from(">HHB", content, at + 5)
            return height, width, colours
        at += 2 + length


# --- SVG


def _svg_size(content: bytes) -> Size:
    """Width and height in the picture's own units. Nothing that it needs may lie outside it."""
    broken = msg("this is no SVG picture, or one with a document type; save it again as plain SVG in UTF-8")
    if b"<!" in content.replace(b"<!--", b""):
        raise Wrong(broken)
    try:
        root = fromstring(content.decode("utf-8-sig"))  # noqa: S314 - without a document type it has no entities either
    except (ParseError, ValueError) as error:
        raise Wrong(broken) from error
    if _name(root.tag) != "svg":
        raise Wrong(broken)
    for element in root.iter():
        if _name(element.tag) in {"script", "foreignObject", "text", "tspan", "image"}:
            raise Wrong(msg("the SVG has “{element}” in it; turn it into shapes", element=_name(element.tag)))
        if any(_name(key) == "href" and _OUTSIDE.match(value) for key, value in element.attrib.items()):
            raise Wrong(msg("the SVG needs another file; save it with everything in it"))
    if _FETCHES.search(content):
        raise Wrong(msg("the SVG needs another file; save it with everything in it"))
    return _box(root)


def _name(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _box(root: Element) -> Size:
    try:
        box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
        width, height = (
            box[2:4] if len(box) == 4 else (float(root.get(side, "").removesuffix("px")) for side in ("width", "height"))
        )
    except ValueError:
        width = height = 0.0
    if not (width > 0 and height > 0):
        raise Wrong(msg("the SVG does not say how large it is: it needs a viewBox"))
    return width, height


KINDS: dict[str, tuple[str, Callable[[bytes], Size]]] = {
    ".svg": ("svg", _svg_size),
    ".png": ("png", _png_size),
    ".jpg": ("jpeg", _jpeg_size),
    ".jpeg": ("jpeg", _jpeg_size),
}
"""By the end of a file's name: the picture's type, and what looks it through."""
