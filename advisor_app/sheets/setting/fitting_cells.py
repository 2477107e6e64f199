"""Fitting the cells of a comparison at one size of text: what is cut there, where the whole of it goes, how high everything is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from advisor_app.sheets.lines import Line, Run, Style
from advisor_app.sheets.model import Block as CellBlock
from advisor_app.sheets.model import (
    Bullets,
    Cell,
    Entry,
    Head,
    Paragraph,
    Price,
    Remark,
    Requirement,
    SheetModel,
    Steps,
    Supposed,
    VerdictBlock,
    Wording,
    YearStrip,
)
from advisor_app.sheets.press import note_letter
from advisor_app.sheets.setting import measures as ms
from advisor_app.sheets.setting.faces import width
from advisor_app.sheets.setting.paper import MM, Page
from advisor_app.sheets.setting.wrapping import Font, clamped, lines_of

ELLIPSIS = (Run("…"),)


@dataclass(slots=True)
class Notes:
    """Whole texts that were too long for their place, by the letters that follow those of the sheet's own notes."""

    wording: Wording
    first: int
    texts: list[tuple[Line, ...]] = field(default_factory=list)

    def tail(self, lines: tuple[Line, ...]) -> Line:
        """What leads to the note that has the whole text."""
        place = self.texts.index(lines) if lines in self.texts else len(self.texts)
        letter = note_letter(self.first + place)
        said = self.wording.continued.replace("{note}", letter)
        return (Run("… "), Run(said, Style.EMPHASIS, target=f"note-{letter}"))

    def fit(self, lines: tuple[Line, ...], wide: float, font: Font, most: int = ms.MOST_LINES) -> tuple[Line, ...]:
        """The lines, cut where there are too many: the whole of them is then a note."""
        return self.fit_counted(lines, wide, font, most)[0]

    def fit_counted(
        self, lines: tuple[Line, ...], wide: float, font: Font, most: int = ms.MOST_LINES
    ) -> tuple[tuple[Line, ...], int]:
        """The same, and how many lines of the page they take."""
        kept, count, cut = clamped(lines, wide, font, most, self.tail(lines))
        if cut:
            self.keep(lines)
        return kept, count

    def keep(self, lines: tuple[Line, ...]) -> None:
        """The same text is one note, however many cells have no room for it."""
        if lines not in self.texts:
            self.texts.append(lines)

    def entries(self) -> tuple[Entry, ...]:
        letters = (note_letter(self.first + place) for place in range(len(self.texts)))
        return tuple(Entry(f"note-{letter}", letter, _in_one(lines)) for letter, lines in zip(letters, self.texts, strict=True))


def _in_one(lines: tuple[Line, ...]) -> Line:
    runs: list[Run] = []
    for line in lines:
        runs.extend([Run(" ")] if runs else [])
        runs.extend(part for part in line if isinstance(part, Run))
    return tuple(runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A sheet cut for one size of text: the heights of its rows, of its heads and of the remarks under them."""

    setting: "Setting"
    model: SheetModel
    heights: tuple[float, ...]
    head: float
    remarks: tuple[float, ...]

    @property
    def first(self) -> float:
        """Of all but the rows that may stand on the next page."""
        return self.head + sum(self.heights[: -ms.MOVED])

    def height(self, *, with_cautions: bool) -> float:
        remarks = zip(self.model.remarks, self.remarks, strict=True)
        return self.head + sum(self.heights) + sum(high for remark, high in remarks if with_cautions or not remark.warning)


@dataclass(frozen=True, slots=True)
class Setting:
    """One density in columns of one width: what is cut there, and how high everything is."""

    density: ms.Density
    column: float
    page: Page
    notes: Notes

    @property
    def remark_width(self) -> float:
        return self.page.width - ms.LABEL_WIDTH

    @property
    def font(self) -> Font:
        return self.density.font

    def sheet(self, model: SheetModel) -> "Fitted":
        heads = tuple(self.head(head) for head in model.heads)
        rows, heights = [], []
        for row in model.rows:
            cells = [self.cell(cell) for cell in row.cells]
            rows.append(replace(row, cells=tuple(cell for cell, _ in cells)))
            heights.append(max(self.label_height(row.label), *(height for _, height in cells)) + self.density.padding)
        remarks = tuple(replace(remark, lines=self._each(remark.lines)) for remark in model.remarks)
        highest = max(self.head_height(head) for head in heads) + self.density.padding
        under = tuple(self.remark_height(remark) for remark in remarks)
        fitted = replace(model, heads=heads, rows=tuple(rows), remarks=remarks)
        return Fitted(setting=self, model=fitted, heights=tuple(heights), head=highest, remarks=under)

    def _each(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(kept for line in lines for kept in self.notes.fit((line,), self.remark_width, self.font))

    def label_height(self, label: str) -> float:
        return self.font.height(lines_of(((Run(label, Style.STRONG),),), ms.LABEL_WIDTH - 3 * MM, self.font))

    def remark_height(self, remark: Remark) -> float:
        lines = lines_of(remark.lines, self.remark_width, self.font)
        return max(self.font.height(lines), self.label_height(remark.label)) + self.density.padding

    # --- heads

    def head(self, head: Head) -> Head:
        name = self.notes.fit(((Run(head.name),),), self.column, ms.NAME, ms.NAME_LINES)
        school, *_ = clamped(((Run(head.school, Style.STRONG),),), self.column, self.font, 2, ELLIPSIS)
        lines = tuple(clamped((line,), self.column, self.font, 3, ELLIPSIS)[0] for line in head.lines)
        return replace(head, name=_text(name), school=_text(school), lines=tuple(line for (line, *_) in lines))

    def head_height(self, head: Head) -> float:
        school = self.font.height(lines_of(((Run(head.school, Style.STRONG),),), self.column, self.font))
        name = ms.NAME.height(lines_of(((Run(head.name),),), self.column, ms.NAME))
        return school + name + self.font.height(lines_of(head.lines, self.column, self.font)) + 2 * ms.HEAD_SPACING

    # --- cells

    def cell(self, cell: Cell) -> tuple[Cell, float]:
        """The cell, cut where it is too long, and its height."""
        wide = self.column - (ms.CODE + ms.CODE_GAP if cell.code else 0)
        blocks: list[CellBlock] = []
        high = 0.0
        for place, block in enumerate(cell.blocks):
            kept, height = self._block(block, wide)
            height += self.density.thought if blocks else 0
            if blocks and high + height > ms.MOST_CELL:
                rest = tuple(line for left in cell.blocks[place:] for line in _lines(left))
                blocks.append(Paragraph((self.notes.tail(rest),)))
                self.notes.keep(rest)
                high += self.density.thought + self.font.height(1)
                break
            blocks.append(kept)
            high += height
        return replace(cell, blocks=tuple(blocks)), max(high, ms.CODE_HEIGHT if cell.code else 0)

    def _block(self, block: CellBlock, wide: float) -> tuple[CellBlock, float]:
        if isinstance(block, YearStrip):
            return block, ms.YEAR_STRIP + (len(block.lanes) - 1) * ms.YEAR_LANE
        if isinstance(block, Steps | Bullets):
            return self._listed(block, wide - ms.STEP_INDENT)
        if isinstance(block, Supposed):
            return self._supposed(block, wide - ms.SUPPOSED_INDENT)
        indent = ms.MARK_INDENT + block.depth * ms.DEPTH_INDENT if isinstance(block, Requirement) else 0
        lines, count = self.notes.fit_counted(block.lines, wide - indent, self.font)
        high = self.font.height(count) if lines else 0.0
        if isinstance(block, VerdictBlock):
            high += (
                ms.VERDICT.height(lines_of(((Run(f"mm{block.word}"),),), wide, ms.VERDICT))
                + ms.MARK_RISE
                + (ms.UNDER_BIG if lines else 0)
            )
        elif isinstance(block, Price):
            amount = lines_of(((Run(block.amount),),), wide, ms.PRICE)
            high += ms.PRICE.height(amount) + self._after(block, wide) + (ms.UNDER_BIG if lines else 0)
        return replace(block, lines=lines), high

    def _supposed(self, block: Supposed, wide: float) -> tuple[Supposed, float]:
        first = (Run(f"{block.title} ", Style.EMPHASIS), Run(f"mm {block.word}", Style.STRONG))
        lines, count = self.notes.fit_counted(block.lines, wide, self.font)
        return replace(block, lines=lines), self.font.height(count + lines_of((first,), wide, self.font))

    def _after(self, block: Price, wide: float) -> float:
        """What stands behind an amount takes lines of its own where there is no room beside it."""
        beside = wide - width(block.amount) * ms.PRICE.size - 0.55 * ms.PRICE.size
        if not block.after or (beside > 0 and lines_of((block.after,), beside, self.font) == 1):
            return 0.0
        return self.font.size * (1 + self.font.leading) * lines_of((block.after,), wide, self.font)

    def _listed(self, block: Steps | Bullets, wide: float) -> tuple[Steps | Bullets, float]:
        items = [self.notes.fit_counted((item,), wide, self.font) for item in block.items]
        kept = tuple(line for lines, _ in items for line in lines)
        return replace(block, items=kept), self.font.height(sum(count for _, count in items))


def _text(lines: Iterable[Line]) -> str:
    return " ".join("".join(part.text for part in line if isinstance(part, Run)) for line in lines)


def _lines(block: CellBlock) -> Iterator[Line]:
    if isinstance(block, Steps | Bullets):
        yield from block.items
    elif not isinstance(block, YearStrip):
        yield from block.lines
