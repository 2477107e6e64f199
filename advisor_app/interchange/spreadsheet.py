"""A comparison as a table for other programs: CSV files, and TSV and HTML for the clipboard. XLSX is in :mod:`.workbook`.

Everything is text, as it is read in the window. A spreadsheet must never calculate what a page of a school says, so what it would
take for a formula is made harmless: see :func:`harmless`.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet calculates; the wide forms are read alike by programs in East Asia."""
_BORDER = "border:1px solid #87837A;padding:4px 8px;text-align:left;vertical-align:top;white-space:pre-line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the table; one without cells heads a group."""

    label: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A table with its heads. ``corner`` stands above the names of the rows."""

    title: str
    corner: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


def harmless(text: str) -> str:
    """The text as one that no spreadsheet calculates: with an apostrophe before what looks like a formula."""
    words = clean(text)
    return f"'{words}" if words.lstrip().startswith(FORMULA) or words.startswith(("\t", "\n")) else words


def clean(text: str) -> str:
    """Without the signs that steer a terminal or that XML cannot hold; line ends and tabs stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter in "\n\t" or unicodedata.category(letter) not in {"Cc", "Cs", "Cn"})


def csv_file(page: Page, *, delimiter: str = ",") -> bytes:
    """The table as CSV in UTF-8. ``delimiter`` is the semicolon where the comma stands in numbers, as in French."""
    return b"\xef\xbb\xbf" + _separated(page, delimiter, "\r\n").encode()


def tab_separated(page: Page) -> str:
    """What a spreadsheet takes from the clipboard."""
    return _separated(page, "\t", "\n")


def _separated(page: Page, delimiter: str, line_end: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end)
    for row in grid(page):
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue()


def grid(page: Page) -> Iterator[tuple[str, ...]]:
    """The table row by row, the names of the rows first."""
    blank = ("",) * len(page.heads)
    yield (page.corner, *page.heads)
    for line in page.lines:
        yield (line.label, *(line.cells or blank))


def html_table(page: Page) -> str:
    """What an e-mail takes from the clipboard: a table that looks after itself."""
    across = len(page.heads) + 1
    rows = [f"<tr>{''.join(_html_cell(text, 'th', 'col') for text in (page.corner, *page.heads))}</tr>"]
    for line in page.lines:
        if not line.cells:
            words = escape(harmless(line.label), quote=False)
            rows.append(f'<tr><th colspan="{across}" style="{_BORDER};background:#F5F4F0">{words}</th></tr>')
        else:
            cells = (_html_cell(line.label, "th", "row"), *(_html_cell(text, "td") for text in line.cells))
            rows.append(f"<tr>{''.join(cells)}</tr>")
    caption = f'<caption style="text-align:left;font-weight:bold">{escape(page.title, quote=False)}</caption>'
    return f'<meta charset="utf-8"><table style="border-collapse:collapse">{caption}{"".join(rows)}</table>'


def _html_cell(text: str, tag: str, scope: str = "") -> str:
    """Marked as text for Excel, which reads pasted HTML as if it were typed."""
    named = f' scope="{scope}"' if scope else ""
    words = escape(harmless(text), quote=False).replace("\n", "<br>")
    return f"<{tag}{named} style=\"{_BORDER};mso-number-format:'\\@'\">{words}</{tag}>"
