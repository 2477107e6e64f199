"""A comparison as a table for other programs: XLSX and CSV files, and TSV and HTML for the clipboard.

Everything is text, as it is read in the window. A spreadsheet must never calculate what a page of a school says, so what it would
take for a formula is made harmless: see :func:`harmless`.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet calculates; the wide forms are read alike by programs in East Asia."""
LONGEST = 32_767  # letters that a cell of XLSX takes
_NAME, _COLUMN = 26, 44  # widths, in letters
_BAND = PatternFill("solid", fgColor="F5F4F0")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
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
    clean = _clean(text)
    return f"'{clean}" if clean.lstrip().startswith(FORMULA) or clean.startswith(("\t", "\n")) else clean


def _clean(text: str) -> str:
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
    for row in _grid(page):
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue()


def _grid(page: Page) -> Iterator[tuple[str, ...]]:
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


def xlsx_file(pages: Sequence[Page], made: date) -> bytes:
    """The tables as sheets of one workbook, with heads and row names that stay in view."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        _fill(book.create_sheet(_sheet_name(page.title, book.sheetnames)), page)
    book.properties.creator = "Advisor"
    book.properties.created = book.properties.modified = datetime(made.year, made.month, made.day, tzinfo=UTC).replace(tzinfo=None)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _sheet_name(title: str, taken: Iterable[str]) -> str:
    """Of at most 31 letters, without those that XLSX keeps for itself."""
    stem = "".join(" " if letter in "[]:*?/\\'" else letter for letter in _clean(title)).strip()[:27] or "Table"
    return next(name for name in (stem, *(f"{stem} {number}" for number in range(2, 99))) if name not in taken)


def _fill(sheet: Worksheet, page: Page) -> None:
    for place, row in enumerate(_grid(page), start=1):
        group = place > 1 and not page.lines[place - 2].cells
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(place, column)
            _write(cell, text)
            cell.font = Font(bold=place == 1 or group, italic=False)
            if group or place == 1:
                cell.fill = _BAND
    sheet.freeze_panes = "B2"
    sheet.column_dimensions["A"].width = _NAME
    for column in range(2, len(page.heads) + 2):
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMN
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"


def _write(cell: Cell | MergedCell, text: str) -> None:
    """As text whatever it looks like: the type is set, not guessed, and the mark of a quotation keeps it when it is edited."""
    if text:
        cell.value = _clean(text)[:LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = True
    cell.number_format = "@"
    cell.alignment = _WRAPPED
