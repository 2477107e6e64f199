"""What a reader, and a screen reader, finds in a PDF."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw


def pages(pdf: bytes) -> list[str]:
    """The text of each page, every kind of space as a plain one and invisible break marks left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_plain(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def text(pdf: bytes) -> str:
    return " ".join(pages(pdf))


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("\u200b", "").replace("\ufffe", ""))


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def outside(pdf: bytes) -> list[str]:
    """What stands beyond the edge of its page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [words for page in document for words in _outside(page)]
    finally:
        document.close()


def _outside(page: pypdfium2.PdfPage) -> Iterator[str]:
    words, (wide, high) = page.get_textpage(), page.get_size()
    for index in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(index)
        if left < 0 or bottom < 0 or right > wide or top > high:
            yield words.get_text_bounded(left, bottom, right, top)


def filled(pdf: bytes) -> float:
    """How far down the last page anything stands above its foot, as a share of the page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[len(document) - 1]
        words = page.get_textpage()
        boxes = (words.get_rect(index) for index in range(words.count_rects()))
        lowest = min(bottom for _, bottom, _, _ in boxes if bottom > page.get_height() * 0.06)
        return float(1 - lowest / page.get_height())
    finally:
        document.close()


def tags(pdf: bytes) -> list[tuple[str, str, str]]:
    """Every element of the structure tree in reading order: its kind, its alternative text and its language."""
    document = opened(pdf)  # kept until the walk is done: its parts do not outlive it
    return list(_walk(document.Root.StructTreeRoot.K))


def _walk(node: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401 - pikepdf objects have no types of their own
    if isinstance(node, pikepdf.Array):
        for part in node:
            yield from _walk(part)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield (str(node.S), str(node.get("/Alt", "")), str(node.get("/Lang", "")))
        if "/K" in node:
            yield from _walk(node.K)


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font and whether it is embedded."""
    found: dict[str, bool] = {}
    document = opened(pdf)
    for page in document.pages:
        for font in page.Resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            found[str(font.BaseFont)] = any(name in descriptor for name in ("/FontFile2", "/FontFile3"))
    return found


def bookmarks(pdf: bytes) -> list[str]:
    document = opened(pdf)
    with document.open_outline() as outline:
        return [title for item in outline.root for title in (item.title, *(child.title for child in item.children))]


def body_sizes(pdf: bytes) -> set[float]:
    """The sizes of the words in the table of the first page: what stands in its foot and over its charts is smaller."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    chars = (index for index in range(page.count_chars()) if page.get_text_range(index, 1).isalpha())
    sizes = Counter(round(raw.FPDFText_GetFontSize(page.raw, index), 2) for index in chars)
    return {size for size, count in sizes.items() if count > 250}
