"""Fitting a sheet to its pages before it is set: the size of its text, what goes to the notes, where pages end.

The typesetter could measure all this, at the price of setting every cell twice and of forgetting, at the smallest change,
what it had set before. Here a sheet is fitted by the widths of its letters, and the template only sets it.
"""

from dataclasses import dataclass

from advisor_app.sheets.lines import Run
from advisor_app.sheets.model import SheetModel
from advisor_app.sheets.setting import measures as ms
from advisor_app.sheets.setting.fitting_cells import Fitted, Notes, Setting
from advisor_app.sheets.setting.paper import MM, Page
from advisor_app.sheets.setting.wrapping import lines_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """How the comparison is set: lengths in points, rows of each page by their places, programmes of each page likewise.

    ``stacked``: the last rows of all programmes stand on one page, under one another.

    ``under`` are the places of the remarks under the last rows; the others follow, cautions above the notes. ``used`` is how much
    of the last of ``count`` pages is taken before what comes after, nothing where that begins the next page.
    """

    density: ms.Density
    column: float
    names: tuple[float, ...]
    heights: tuple[float, ...]
    head: float
    pages: tuple[tuple[int, ...], ...]
    bands: tuple[tuple[int, ...], ...]
    stacked: bool
    under: tuple[int, ...]
    count: int
    used: float


def bands(count: int) -> tuple[tuple[int, ...], ...]:
    """Which programmes stand on one page: up to four side by side, five as three and two."""
    return (tuple(range(count)),) if count <= ms.CROWDED else (tuple(range(3)), tuple(range(3, count)))


def fit_table(model: SheetModel, page: Page, notes_before: int) -> tuple[SheetModel, Table, Notes]:
    """The sheet at the largest size at which its comparison fits on its page; where it fits at none, on as many as it needs."""
    across = bands(len(model.heads))
    column = (page.width - ms.LABEL_WIDTH - (len(across[0]) - 1) * ms.GUTTER) / len(across[0])
    room = page.height - _top_height(model, page)
    fitted = _fitted(model, page, column, room, notes_before)
    pages, left = _pages(fitted, room, page.height)
    stacked = _stacked(fitted, pages, across, page.height)
    if stacked:
        left -= _height_of(fitted, pages[-1]) + ms.STACKED
    under, left = _under(fitted, left)
    after = sum(high for place, high in enumerate(fitted.remarks) if place not in under and not model.remarks[place].warning)
    count = len(pages) * len(across) - (1 if stacked else 0)
    rows = 1 + len(model.rows) + len(under)
    air = max(0.0, left - ms.SPARE) / rows if count == 1 else 0.0
    table = Table(
        density=fitted.setting.density.aired(air),
        column=column,
        names=tuple(_balanced(head_.name, column) for head_ in fitted.model.heads),
        heights=fitted.heights if len(across) > 1 else (),
        head=fitted.head if len(across) > 1 else 0.0,
        pages=pages,
        bands=across,
        stacked=stacked,
        under=under,
        count=count,
        used=(0.0 if count == 1 else page.height - left) + (after + ms.UNDER_REMARKS if after else 0.0),
    )
    return fitted.model, table, fitted.setting.notes


def _fitted(model: SheetModel, page: Page, column: float, room: float, notes_before: int) -> Fitted:
    """Large with its cautions, then smaller; then without them, as they stand on the next page too, down to the smallest.

    Where that does not fit either, as large as leaves no more than the last rows to the next page.
    """
    crowded = len(bands(len(model.heads))[0]) >= ms.CROWDED
    tried: dict[ms.Density, Fitted] = {}
    for density, with_cautions in ms.CROWDED_ATTEMPTS if crowded else ms.ATTEMPTS:
        if density not in tried:
            tried[density] = Setting(density, column, page, Notes(model.wording, notes_before + 1)).sheet(model)
        if tried[density].height(with_cautions=with_cautions) <= room - ms.SPARE:
            return tried[density]
    longer = (one for density, one in tried.items() if density.size <= ms.READABLE.size)
    return next((one for one in longer if one.first <= room), tried[ms.READABLE])


def _stacked(fitted: Fitted, pages: tuple[tuple[int, ...], ...], across: tuple[tuple[int, ...], ...], high: float) -> bool:
    """Whether the last few rows of programmes on facing pages have room under one another on one page."""
    if len(across) == 1 or len(pages) == 1:
        return False
    return len(across) * (_height_of(fitted, pages[-1]) + ms.STACKED) <= high


def _height_of(fitted: Fitted, rows: tuple[int, ...]) -> float:
    return fitted.head + sum(fitted.heights[row] for row in rows)


def _under(fitted: Fitted, room: float) -> tuple[tuple[int, ...], float]:
    """The places of the remarks that stand under the rows, and the room left: cautions only if they fit beside the others."""
    kept: list[int] = []
    remarks = fitted.model.remarks
    for place in sorted(range(len(remarks)), key=lambda place: remarks[place].warning):
        if fitted.remarks[place] <= room:
            kept.append(place)
            room -= fitted.remarks[place]
    return tuple(sorted(kept)), room


def _top_height(model: SheetModel, page: Page) -> float:
    """Of the title or of what stands beside it, and of the lines on the student, down to the first rule."""
    title = lines_of(((Run(model.title),),), page.title_width, ms.TITLE)
    student = sum(lines_of(((Run(line),),), page.width, ms.STUDENT) for line in (model.student, model.supposed) if line)
    beside = sum(lines_of(((Run(line),),), page.occasion_width, ms.OCCASION) for line in (model.occasion, model.privacy) if line)
    top = max(ms.TITLE.height(title), ms.OCCASION.height(beside), ms.LOGO_HEIGHT if page.logo else 0.0)
    return top + (ms.STUDENT.height(student) + 2.6 * MM if student else 0.0) + 3.7 * MM


def _balanced(name: str, column: float) -> float:
    """How wide a name is set, so that its lines are about as long: the narrowest with the same number of lines."""
    said = ((Run(name),),)
    most = lines_of(said, column, ms.NAME)
    low, high = column * 0.5, column
    for _ in range(6):
        middle = (low + high) / 2
        low, high = (low, middle) if lines_of(said, middle, ms.NAME) <= most else (middle, high)
    return min(column, high + 1)


def _pages(fitted: Fitted, first: float, later: float) -> tuple[tuple[tuple[int, ...], ...], float]:
    """Rows page by page, as a row never splits, and the room left on the last. In a crowd the first ends with the price."""
    model, heights, head = fitted.model, fitted.heights, fitted.head
    crowded = len(bands(len(model.heads))[0]) >= ms.CROWDED and fitted.height(with_cautions=True) > first
    pages: list[tuple[int, ...]] = []
    page: list[int] = []
    left = first - head
    for place, height in enumerate(heights):
        forced = crowded and not pages and bool(page) and model.rows[page[-1]].key == "tuition"
        if page and (height > left or forced):
            pages.append(tuple(page))
            page, left = [], later - head
        page.append(place)
        left -= height
    return (*pages, tuple(page)), left
