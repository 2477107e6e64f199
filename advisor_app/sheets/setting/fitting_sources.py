"""Fitting what is looked up: sources, key, cautions and notes side by side, and the words that the sheet explains."""

from dataclasses import dataclass, replace

from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.model import Entry, Key, References, Remark, SheetModel
from advisor_app.sheets.setting import measures as ms
from advisor_app.sheets.setting.paper import MM, Page
from advisor_app.sheets.setting.wrapping import lines_of

BETWEEN_NOTES = 1.3 * MM
UNDER_FLAGS = 2.4 * MM


@dataclass(frozen=True, slots=True)
class FittedSources:
    """Sources, key and notes side by side: how wide the sources are, how many notes the first of their two lists has."""

    sources_width: float
    cut: int
    height: float


def fit_sources(model: SheetModel, flags: tuple[int, ...], long: tuple[Entry, ...], page: Page) -> FittedSources:
    """As wide as makes them the least high; under them the whole texts that a cell had no room for."""
    lines = tuple(_run_in(model.remarks[place]) for place in flags)
    whole = sum(_entry_height(entry, page.width) for entry in long)
    found = (_side_by_side(model.references, lines, wide, page) for wide in ms.SOURCES_WIDTHS)
    best = min(found, key=lambda one: one.height)
    return replace(best, height=best.height + whole + _terms_height(model.references, page))


def _terms_height(references: References, page: Page) -> float:
    """They run in, over the width of the page."""
    if not references.terms:
        return 0.0
    between = Run("\u2003")
    said = (Run(f"{references.terms_title} mm "), *(part for term in references.terms for part in (*term, between)))
    return ms.NOTE.height(lines_of((said,), page.width, ms.NOTE)) + 2 * MM


def _run_in(remark: Remark) -> Line:
    """A caution as one paragraph, with its sign and label in front."""
    said = tuple(part for line in remark.lines for part in (*line, Run("\u2003")))
    return (Run(f"mm {remark.label} mm "), *said)


def _side_by_side(references: References, flags: tuple[Line, ...], sources_width: float, page: Page) -> FittedSources:
    both = page.width - sources_width - ms.KEY_WIDTH - 2 * ms.COURSE_GUTTER
    heights = [_entry_height(note, (both - ms.COURSE_GUTTER) / 2) for note in references.notes]
    cut = min(range(len(heights) + 1), key=lambda count: max(sum(heights[:count]), sum(heights[count:])))
    notes = max(sum(heights[:cut]), sum(heights[cut:]))
    above = ms.NOTE.height(lines_of(flags, both, ms.NOTE)) + (len(flags) - 1) * BETWEEN_NOTES + UNDER_FLAGS if flags else 0.0
    sources = sum(_entry_height(source, sources_width) for source in references.sources)
    unaddressed = ms.NOTE.height(lines_of((references.unaddressed,), sources_width, ms.NOTE)) if references.unaddressed else 0.0
    highest = max(above + notes, sources + unaddressed, _key_height(references.key))
    return FittedSources(sources_width, cut, 5.8 * MM + highest - BETWEEN_NOTES)


def _entry_height(entry: Entry, wide: float) -> float:
    return ms.NOTE.height(lines_of((entry.line,), wide - ms.SIGN_WIDTH, ms.NOTE)) + BETWEEN_NOTES


def _key_height(key: Key) -> float:
    return 2 * (ms.NOTE.height(1) + 1.3 * MM) + 2 * MM + ms.NOTE.height(lines_of(key.lines, ms.KEY_WIDTH, ms.NOTE))
