"""Printing: the same pages, as pictures fine enough for paper."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from advisor_app.sheets.setting.paper import Paper


def has_printer() -> bool:
    """Whether this computer knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def ask_for_printer(parent: QWidget, asks: str, title: str, pages: int, paper: Paper, *, across: bool) -> QPrinter | None:
    """The system's own dialog, which ``asks``; ``None``: the user changed their mind. ``across``: the longer side is the upper one.

    ``title`` is what the printer's queue shows.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(asks)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_pages(printer: QPrinter, pages: Sequence[QImage]) -> bool:
    """Sends the pages; false where the printer could not be started."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(pages[first - 1 : last]):
        if number:
            printer.newPage()
        paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        painter.drawImage(_within(paper, page), page)
    return painter.end()


def _within(paper: QRectF, page: QImage) -> QRectF:
    """As large as the paper lets the page be: another paper may have been chosen in the dialog."""
    scale = min(paper.width() / page.width(), paper.height() / page.height())
    wide, high = page.width() * scale, page.height() * scale
    return QRectF((paper.width() - wide) / 2, (paper.height() - high) / 2, wide, high)
