"""Makes a sheet of any kind: first its words, then its pages."""

from dataclasses import dataclass

from advisor_app.sheets import render as typeset
from advisor_app.sheets.comparison import side_by_side
from advisor_app.sheets.document import Document
from advisor_app.sheets.model import SheetModel
from advisor_app.sheets.order import ComparisonSheet, Content, Options, ProgrammeSheet
from advisor_app.sheets.setting.packing import packed
from advisor_app.sheets.voice import voice_of


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF and how many pages it has."""

    pdf: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Made:
    """A sheet in words, ready to be set as often as it is needed. Safe to use from any thread."""

    model: SheetModel | Document
    options: Options

    @property
    def title(self) -> str:
        return self.model.title

    def pdf(self) -> Printed:
        """As tagged PDF (PDF/UA-1) with its fonts inside; the same sheet gives the same bytes."""
        document = typeset.unpacked(self.model, self.options.paper, self.options.look)
        return Printed(packed(document), typeset.count_pages(document))

    def pictures(self, dpi: float) -> tuple[bytes, ...]:
        """The same pages as PNG."""
        return typeset.pages_png(self.model, dpi, self.options.paper, self.options.look)


def make(content: Content, options: Options) -> Made:
    """The sheet in words."""
    words = voice_of(options.lang)
    if isinstance(content, ComparisonSheet):
        return Made(side_by_side(content, options, words), options)
    if isinstance(content, ProgrammeSheet):
        from advisor_app.sheets.programme import programme_sheet  # here: a comparison does not wait for it

        return Made(programme_sheet(content, options, words), options)
    from advisor_app.sheets.summary import summary_sheet  # here: as above

    return Made(summary_sheet(content, options, words), options)


def render(content: Content, options: Options) -> Printed:
    """The sheet as PDF."""
    return make(content, options).pdf()
