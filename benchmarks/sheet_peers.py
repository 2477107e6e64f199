"""The same words on the same paper, made by others: the lines of our sheet in a table of four columns, in the same typeface."""

import html
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

from pypdfium2 import PdfDocument

from advisor_app.paths import resource_dir

_COLUMNS = 4


def _face() -> Path:
    return next((resource_dir() / "fonts").rglob("*Regular.ttf"))


_STYLE = f"""
@page {{ size: A4 landscape; margin: 10mm }}
@font-face {{ font-family: Sheet; src: url({_face().as_uri()}) }}
body {{ font: 6.5pt Sheet; line-height: 1.2 }} table {{ width: 100%; border-collapse: collapse }}
td {{ vertical-align: top; padding: 0 1mm; border-bottom: 0.1mm solid #ccd }}
"""

_TEXT_DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles>
<style:style style:name="line" style:family="paragraph"><style:text-properties fo:font-size="6.5pt"/></style:style>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm"
 style:print-orientation="landscape" fo:margin="10mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles>
<office:body><office:text><table:table><table:table-column table:number-columns-repeated="{_COLUMNS}"/>{{}}</table:table>
</office:text></office:body></office:document>
"""


def lines_of(pdf: bytes) -> list[str]:
    """The words of a sheet, line by line, as its reader selects them."""
    document = PdfDocument(pdf)
    return [line for page in document for line in page.get_textpage().get_text_bounded().splitlines() if line.strip()]


def page(lines: list[str]) -> str:
    """A page of HTML."""
    rows = ("<tr>" + "".join(f"<td>{html.escape(line)}</td>" for line in row) + "</tr>" for row in _rows(lines))
    return f"<!doctype html><html lang=en><title>Sheet</title><style>{_STYLE}</style><body><table>{''.join(rows)}</table>"


def by_weasyprint(lines: list[str]) -> bytes:
    """Tagged, as ours is."""
    from weasyprint import HTML

    return bytes(HTML(string=page(lines)).write_pdf(pdf_variant="pdf/ua-1"))


def by_reportlab(lines: list[str]) -> bytes:
    """Not tagged: it cannot."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    registerFont(TTFont("Sheet", str(_face())))
    style = ParagraphStyle("text", fontName="Sheet", fontSize=6.5, leading=7.8)
    cells = [[Paragraph(html.escape(line), style) for line in row] for row in _rows(lines)]
    written = BytesIO()
    around = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 10 * mm)
    SimpleDocTemplate(written, pagesize=landscape(A4), **around).build([Table(cells, colWidths=[277 * mm / _COLUMNS] * _COLUMNS)])
    return written.getvalue()


def office() -> str | None:
    """LibreOffice's command, where it is installed."""
    return shutil.which("soffice")


def by_office(lines: list[str], folder: Path) -> None:
    """As a whole command, from its own format, with a profile of its own that the first run makes."""
    source = folder / "sheet.fodt"
    source.write_text(_text_document(lines), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to_pdf = ["--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(source)]
    subprocess.run([str(office()), profile, *to_pdf], check=True, capture_output=True, timeout=120)


def _text_document(lines: list[str]) -> str:
    cell = '<table:table-cell><text:p text:style-name="line">{}</text:p></table:table-cell>'
    rows = ("".join(cell.format(html.escape(line)) for line in row) for row in _rows(lines))
    return _TEXT_DOCUMENT.format("".join(f"<table:table-row>{row}</table:table-row>" for row in rows))


def _rows(lines: list[str]) -> list[list[str]]:
    filled = [*lines, *[""] * (-len(lines) % _COLUMNS)]
    return [filled[start : start + _COLUMNS] for start in range(0, len(filled), _COLUMNS)]
