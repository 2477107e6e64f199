"""A school's own look: what is taken, and what is said of what is not."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from advisor_app.domain.colour import contrast
from advisor_app.domain.look import LEAST_CONTRAST, NEUTRAL, PAPER, is_readable, readable
from advisor_app.interchange.logo import MOST_LOGO
from advisor_app.interchange.look_file import read_look
from advisor_app.interchange.own_look import look_file, own_look
from advisor_app.interchange.source_problems import SourceProblems
from advisor_app.sheets.render import pages_png, render
from advisor_app.wording import Translator
from tests.sheets import samples

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><rect width="200" height="80" fill="#7A1F3D"/></svg>'
WHOLE = """
school = "École du Port"
colour = "#7a1f3d"
address = ["12, quai des Brumes", "35400 Saint-Malo"]
footer = "Établissement privé déclaré"

[logo]
file = "logo.svg"
alt = "École du Port"
"""


def png(width: int = 200, height: int = 80, *, interlaced: bool = False, pixels: bytes | None = None) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, int(interlaced))
    body = zlib.compress((b"\0" + b"\x7a\x1f\x3d" * width) * height) if pixels is None else pixels
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def jpeg(mode: str = "RGB", size: tuple[int, int] = (200, 80)) -> bytes:
    made = BytesIO()
    Image.new("RGB", size, "#7A1F3D").convert(mode).save(made, "JPEG")
    return made.getvalue()


def batched(pixels: bytes) -> Iterator[tuple[int, int, int]]:
    return zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)


def written(folder: Path, toml: str = WHOLE, logo: bytes = SVG, name: str = "logo.svg") -> Path:
    (folder / name).write_bytes(logo)
    file = folder / "look.toml"
    file.write_text(toml, "utf-8")
    return file


def problem(file: Path) -> str:
    with pytest.raises(SourceProblems) as raised:
        read_look(file)
    return " ".join(Translator("en").render(one.message) for one in raised.value.problems)


def test_a_whole_look_is_read(tmp_path: Path) -> None:
    look = read_look(written(tmp_path))
    assert (look.school, look.colour, look.address[1]) == ("École du Port", "#7A1F3D", "35400 Saint-Malo")
    assert look.logo is not None
    assert (look.logo.content, look.logo.alt) == (SVG, "École du Port")


def test_every_key_may_be_left_out(tmp_path: Path) -> None:
    assert read_look(written(tmp_path, "")) == NEUTRAL


def test_without_a_file_the_look_is_neutral(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_DATA_DIR", str(tmp_path))
    assert own_look() == NEUTRAL
    written(tmp_path)
    assert look_file() == tmp_path / "look.toml"
    assert own_look().school == "École du Port"


@pytest.mark.parametrize("name", ["logo.svg", "logo.png", "logo.PNG", "logo.jpg", "logo.jpeg"])
def test_a_picture_of_either_kind_is_printed(name: str, tmp_path: Path) -> None:
    content = {"svg": SVG, "png": png(), "jpg": jpeg(), "jpeg": jpeg()}[name.lower().partition(".")[2]]
    look = read_look(written(tmp_path, WHOLE.replace("logo.svg", name), content, name))
    page = Image.open(BytesIO(pages_png(samples.english(), dpi=72, look=look)[0])).convert("RGB")
    corner = page.crop((page.width * 4 // 5, 0, page.width, page.height // 8))
    pixels = corner.tobytes()
    red = sum(abs(r - 0x7A) + abs(g - 0x1F) + abs(b - 0x3D) < 40 for r, g, b in batched(pixels))
    assert red > 300, "the logo's own colour stands at the top right"
    assert render(samples.english(), look=look).startswith(b"%PDF-")


def test_an_unknown_key_is_named_with_the_one_that_was_meant(tmp_path: Path) -> None:
    said = problem(written(tmp_path, 'color = "#7A1F3D"\n'))
    assert "look.toml:1: color" in said
    assert "colour" in said


@pytest.mark.parametrize("colour", ["red", "#12345", "#GGGGGG", "7A1F3D"])
def test_a_colour_that_is_none_is_shown_how_to_write(colour: str, tmp_path: Path) -> None:
    assert "six digits" in problem(written(tmp_path, f'colour = "{colour}"\n'))


@pytest.mark.parametrize("colour", ["#FFD400", "#8FC1E3", "#FFFFFF"])
def test_a_pale_colour_is_refused_with_a_darker_shade_that_can_be_read(colour: str, tmp_path: Path) -> None:
    assert not is_readable(colour)
    assert contrast(readable(colour), PAPER) >= LEAST_CONTRAST
    assert readable(colour) in problem(written(tmp_path, f'colour = "{colour}"\n'))


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    said = problem(written(tmp_path, f'footer = "{"x" * 200}"\naddress = ["1", "2", "3", "4", "{"y" * 70}"]\n'))
    for part in ("footer", "140 characters", "at most 4 lines", "address[5]"):
        assert part in said
    said = problem(written(tmp_path, '[logo]\nfile = "logo.gif"\nalt = " "\n'))
    for part in ("SVG, a PNG or a JPEG", "what the logo shows"):
        assert part in said
    said = problem(written(tmp_path, 'colour = "#FFFF00"\n[logo]\nfile = "missing.png"\nalt = ""\n'))
    for part in ("cannot be read on white paper", "there is no such file", "what the logo shows"):
        assert part in said


@pytest.mark.parametrize(
    ("logo", "reason"),
    [
        (b"GIF89a", "no SVG picture"),
        (b"<html/>", "no SVG picture"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "document type"),
        (SVG.replace(b"<rect", b"<script/><rect"), "script"),
        (SVG.replace(b"<rect", b'<use href="https://evil.example/x.svg"/><rect'), "needs another file"),
        (SVG.replace(b"<rect", b"<style>@import 'https://evil.example/x.css'</style><rect"), "needs another file"),
        (SVG.replace(b"#7A1F3D", b"url(https://evil.example/x)"), "needs another file"),
        (SVG.replace(b'viewBox="0 0 200 80"', b""), "viewBox"),
        (SVG.replace(b"200 80", b"2000 80"), "8 times"),
        (SVG + b" " * MOST_LOGO, "larger than 120 kB"),
        (SVG.decode().encode("utf-16"), "no SVG picture"),
    ],
)
def test_a_logo_that_will_not_do_is_refused_with_its_mend(logo: bytes, reason: str, tmp_path: Path) -> None:
    said = problem(written(tmp_path, logo=logo))
    assert "logo.file" in said
    assert reason in said


@pytest.mark.parametrize(
    ("logo", "reason"),
    [
        (SVG, "no PNG picture"),
        (png()[:-20], "no PNG picture"),
        (png().replace(b"IDAT", b"IDAX"), "no PNG picture"),
        (png(pixels=b"nothing"), "no PNG picture"),
        (png(pixels=zlib.compress(b"\0" * 10)), "no PNG picture"),
        (png(20, 20), "60 to 3000 of them"),
        (png(interlaced=True), "interlacing"),
    ],
)
def test_a_png_is_looked_through_before_a_sheet_is_made_with_it(logo: bytes, reason: str, tmp_path: Path) -> None:
    assert reason in problem(written(tmp_path, WHOLE.replace("logo.svg", "logo.png"), logo, "logo.png"))


@pytest.mark.parametrize(
    ("logo", "reason"),
    [
        (png(), "no JPEG picture"),
        (jpeg()[:-40], "no JPEG picture"),
        (b"\xff\xd8\xff\xe0" + b"0" * 100 + b"\xff\xd9", "no JPEG picture"),
        (b"\xff\xd8\xff\xd9", "no JPEG picture"),
        (jpeg(size=(20, 20)), "60 to 3000 of them"),
        (jpeg("CMYK"), "printing press"),
    ],
)
def test_a_jpeg_is_looked_through_too(logo: bytes, reason: str, tmp_path: Path) -> None:
    assert reason in problem(written(tmp_path, WHOLE.replace("logo.svg", "logo.jpg"), logo, "logo.jpg"))


def test_a_logo_that_is_not_there_is_named(tmp_path: Path) -> None:
    file = written(tmp_path)
    (tmp_path / "logo.svg").unlink()
    assert "there is no such file" in problem(file)
