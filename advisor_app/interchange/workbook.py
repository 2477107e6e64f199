"""A comparison as an XLSX workbook. Apart from the other forms, since openpyxl takes a while to import."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from advisor_app.interchange.spreadsheet import Page, clean, grid

LONGEST = 32_767  # letters that a cell takes
_NAME, _COLUMN = 26, 44  # widths, in letters
_BAND = PatternFill("solid", fgColor="F5F4F0")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


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
    stem = "".join(" " if letter in "[]:*?/\\'" else letter for letter in clean(title)).strip()[:27] or "Table"
    return next(name for name in (stem, *(f"{stem} {number}" for number in range(2, 99))) if name not in taken)


def _fill(sheet: Worksheet, page: Page) -> None:
    for place, row in enumerate(grid(page), start=1):
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
        cell.value = clean(text)[:LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = True
    cell.number_format = "@"
    cell.alignment = _WRAPPED
