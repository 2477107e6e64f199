"""From a sheet model to PDF or pictures, through Typst.

The model travels as JSON in a file that exists in memory only; the template prints its strings and never reads them as markup.
A file, as other inputs would make the typesetter forget all it has set before. The same model gives the same bytes: the only
date in the file is the one on the sheet.
"""

import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

import typst

from advisor_app import paths
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.look import NEUTRAL, Look
from advisor_app.domain.text import msg
from advisor_app.sheets.document import Document, Labelled, Rows, Section
from advisor_app.sheets.model import Cell, Code, Row, SheetModel, plain_data
from advisor_app.sheets.setting import glyphs
from advisor_app.sheets.setting.fitting_parts import Layout, Upright, fit, fit_document
from advisor_app.sheets.setting.packing import packed
from advisor_app.sheets.setting.paper import UPRIGHT, Page, Paper, across, upright

COMPARISON, DOCUMENT = "comparison.typ", "document.typ"
DATA, SETUP, LOGO = "model.json", "setup.json", "logo.svg"
Form: TypeAlias = Literal["pdf", "png"]
NO_GLYPH, BAD_PICTURE = "could not be displayed", "failed to"
_BAD_LOGO = msg("The logo of the school’s look cannot be drawn; save it again, or as PNG.")
SCANTY = 0.3  # of a page: so little is no page of its own
LEAST_DPI = 24  # below it hatching is finer than a dot, which the typesetter does not survive
_PAGE = re.compile(rb"\d 0 obj\n<</Type/Page/")  # no text of a sheet has a line break in the PDF

# One compiler keeps fonts and layouts warm; it holds the inputs of its last run, so only one thread may use it at a time.
_lock = threading.Lock()


def render(model: SheetModel | Document, paper: Paper = Paper.A4, look: Look = NEUTRAL) -> bytes:
    """The sheet as a tagged PDF (PDF/UA-1), fonts embedded. Safe to call from any thread."""
    return packed(unpacked(model, paper, look))


def unpacked(model: SheetModel | Document, paper: Paper = Paper.A4, look: Look = NEUTRAL) -> bytes:
    """The same as the typesetter writes it."""
    (document,) = _compiled(_Job(model, paper, look), "pdf", None)
    return document


def count_pages(document: bytes) -> int:
    """How many pages an unpacked sheet has."""
    return len(_PAGE.findall(document))


def pages_png(model: SheetModel | Document, dpi: float = 144, paper: Paper = Paper.A4, look: Look = NEUTRAL) -> tuple[bytes, ...]:
    """The same pages as PNG pictures, at ``dpi`` dots per inch."""
    return _compiled(_Job(model, paper, look), "png", max(dpi, LEAST_DPI))


@dataclass(frozen=True, slots=True)
class Signed:
    """Where a sign was set: the page, from 1, and the place on it, as shares of the page's sides."""

    sign: str
    page: int
    x: float
    y: float


SIGNS = "".join(map(chr, range(0xE000, 0xE020)))  # no text of a sheet has them: they are for private use
_SHOW_SIGNS = f"""#show regex("[{SIGNS[0]}-{SIGNS[-1]}]"): it => context {{
  let (page, x, y) = here().position()
  [#metadata((sign: it.text, page: page, x: x / page-width, y: y / page-height))<sign>]
}}
"""


def signed(
    model: SheetModel | Document, put: Callable[[dict[str, Any]], None], paper: Paper = Paper.A4, look: Look = NEUTRAL
) -> tuple[Signed, ...]:
    """Where the signs stand that ``put`` puts into the texts of the sheet, whose pages stay what they are."""
    job = _Job(model, paper, look)
    data = json.loads(payload(job))
    put(data)
    files = _files(job.template, {**job.files(), DATA: json.dumps(data, ensure_ascii=False).encode()})
    files["main.typ"] = _with_signs(files["main.typ"])
    with _lock:
        compiler = typst.Compiler(files, font_paths=glyphs.fonts(), ignore_system_fonts=True)
        found = json.loads(compiler.query("<sign>", field="value"))
    return tuple(Signed(**one) for one in found)


def _with_signs(template: bytes) -> bytes:
    """The template, with what notes each sign's place instead of printing it."""
    head, imports, rest = template.partition(b"#import")
    lines = (imports + rest).splitlines(keepends=True)
    last = max(number for number, line in enumerate(lines) if line.startswith(b"#import"))
    return head + b"".join(lines[: last + 1]) + _SHOW_SIGNS.encode() + b"".join(lines[last + 1 :])


@dataclass(frozen=True, slots=True)
class _Job:
    """A sheet with the paper and the look in which it is set."""

    model: SheetModel | Document
    paper: Paper
    look: Look
    close: int | None = None  # how much more stands on each page; None: as much as saves a last page of a few lines

    @property
    def template(self) -> str:
        return COMPARISON if isinstance(self.model, SheetModel) else DOCUMENT

    @property
    def page(self) -> Page:
        logo = self.look.logo is not None
        if isinstance(self.model, SheetModel):
            return across(self.paper, logo=logo)
        return upright(self.paper, logo=logo, close=self.close if self.close is not None else _close(self))

    def files(self) -> dict[str, bytes]:
        """What the templates need besides the sheet's words: it seldom changes, so it does not travel with them."""
        look = self.look
        logo = {LOGO: look.logo.content} if look.logo else {}
        setup = {"page": plain_data(self.page), "colour": look.colour, "logo": f"/{LOGO}" if logo else None}
        return {SETUP: json.dumps(setup).encode(), **logo}

    def own_words(self) -> dict[str, str]:
        """What the school has printed on every sheet, which must be printable like all else."""
        look = self.look
        foot = " · ".join(part for part in (look.school, *look.address, look.footer) if part)
        return {"foot": _printable(foot), "logo": _printable(look.logo.alt) if look.logo else ""}


_decided: list[tuple[_Job, int]] = []  # of the last document: it is asked for its pictures and its file many times


def _close(job: _Job) -> int:
    for other, close in _decided:
        if other.model is job.model and (other.paper, other.look) == (job.paper, job.look):
            return close
    pages, share = _end(replace(job, close=0))
    closer = range(1, len(UPRIGHT)) if pages > 1 and share < SCANTY else ()
    close = next((one for one in closer if _end(replace(job, close=one))[0] < pages), 0)
    _decided[:] = [(job, close)]
    return close


def _end(job: _Job) -> tuple[int, float]:
    """How many pages a document takes, and how far down its last one it ends."""
    files = _files(job.template, {**job.files(), DATA: payload(job).encode()})
    with _lock:
        compiler = typst.Compiler(files, font_paths=glyphs.fonts(), ignore_system_fonts=True)
        (end,) = json.loads(compiler.query("<end>", field="value"))
    return int(end["page"]), float(end["share"])


@cache
def _templates(template: str) -> dict[str, bytes]:
    """The templates as files in memory, the one to start from under the name that the typesetter expects."""
    folder = template_folder()
    parts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.typ")}
    return {"main.typ": parts.pop(template), **parts}


@cache
def _compiler(template: str) -> typst.Compiler:
    return typst.Compiler(_files(template, {}), font_paths=glyphs.fonts(), ignore_system_fonts=True)


def _files(template: str, own: dict[str, bytes]) -> Any:  # noqa: ANN401 - the typesetter's stubs leave out that it takes files in memory
    return {**_templates(template), **own}


def _compiled(job: _Job, form: Form, dpi: float | None) -> tuple[bytes, ...]:
    try:
        return _run(job, payload(job), form, dpi)
    except typst.TypstError as problem:
        if job.look.logo is not None and BAD_PICTURE in problem.message:
            raise UserProblem(_BAD_LOGO) from problem
        if NO_GLYPH not in problem.message:
            raise
        return _run(job, payload(job, own_font_only=True), form, dpi)


def draw_logo(look: Look) -> None:
    """Tries the logo alone, for who would rather know before a sheet is made. Raises UserProblem where it cannot be drawn."""
    if look.logo is not None:
        files: Any = {"main.typ": f'#image("/{LOGO}")'.encode(), LOGO: look.logo.content}
        compiler = typst.Compiler(files, font_paths=glyphs.fonts(), ignore_system_fonts=True)
        try:
            compiler.compile(format="svg")
        except typst.TypstError as problem:
            raise UserProblem(_BAD_LOGO) from problem


def _run(job: _Job, data: str, form: Form, dpi: float | None) -> tuple[bytes, ...]:
    stamp = datetime.combine(job.model.printed_on, time(12), UTC)
    files = _files(job.template, {**job.files(), DATA: data.encode()})
    with _lock:
        result = _compiler(job.template).compile(
            input=files, format=form, ppi=dpi, pdf_standards=["ua-1"] if form == "pdf" else [], timestamp=stamp
        )
    if result is None:
        raise RuntimeError("the typesetter returned no document")
    return tuple(result) if isinstance(result, list) else (result,)


def payload(job: _Job, *, own_font_only: bool = False) -> str:
    """What the template receives, as JSON: the model with every text made printable, and a drawing for every code."""
    model, layout = _laid_out(job)
    data: dict[str, Any] = plain_data(model, _printable)
    data |= {"layout": plain_data(layout, _printable), "own": job.own_words()}
    for cell, code in _codes(data, model):
        cell["code"] |= {"url": code.url, "svg": _qr_svg(code.url)}
    text = json.dumps(data, ensure_ascii=False)
    lost = glyphs.unprintable(text, own_font_only=own_font_only)
    if not lost:
        return text
    data = json.loads(text.translate(dict.fromkeys(map(ord, lost), glyphs.LOST)))
    data["references"]["key"]["lines"].append([_sign_line(model.wording.unprintable)])
    return json.dumps(data, ensure_ascii=False)


def _laid_out(job: _Job) -> tuple[SheetModel | Document, Layout | Upright]:
    if isinstance(job.model, Document):
        return fit_document(job.model, job.page)
    return fit(job.model, job.page)


def _codes(data: Any, model: object) -> Iterator[tuple[dict[str, Any], Code]]:  # noqa: ANN401 - JSON has no type of its own
    """Every cell with a code, as the template receives it, and the code itself, whose address was made breakable there."""
    if isinstance(model, Cell):
        if model.code is not None:
            yield data, model.code
    elif isinstance(model, tuple):
        for part, original in zip(data, model, strict=True):
            yield from _codes(part, original)
    elif is_dataclass(model) and isinstance(model, SheetModel | Document | Row | Section | Rows | Labelled):
        for field in fields(model):
            yield from _codes(data[field.name], getattr(model, field.name))


def _sign_line(words: str) -> dict[str, Any]:
    return {"kind": "text", "text": f"{glyphs.LOST} {words}", "style": "plain", "lang": None, "target": None}


@lru_cache(maxsize=8192)
def _printable(text: str) -> str:
    return glyphs.breakable(glyphs.plain(text))


@cache
def _qr_svg(url: str) -> str:
    """The code as one path, without a border: the sheet leaves the quiet zone."""
    import segno  # here: a sheet without codes does not wait for it

    return segno.make(url, error="l", micro=False).svg_inline(border=0, omitsize=True, dark="#16191D")


def template_folder() -> Path:
    """Where the templates lie."""
    return paths.resource_dir() / "sheets"
