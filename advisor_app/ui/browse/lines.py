"""What a line of the details is made of: finished words with their looks, in columns. No Qt, so any thread can make it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from advisor_app.ui.tokens import Role, Tone


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look."""

    text: str
    role: Role = Role.BODY
    tone: Tone = "text"
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its runs, an icon before it, the pixels by which it is moved in and those left free above it.

    ``most``: where it would take more lines than that, the first run is shortened and the others stay; 0 for any number.
    """

    runs: tuple[Run, ...]
    icon: str | None = None
    icon_tone: Tone = "text2"
    indent: int = 0
    above: int = 0
    most: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


WIDE_FROM = 680  # the details in a window of 1366 pixels


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of a line: their widths in pixels, 0 for those that share what is left. ``gap`` parts them.

    In a wide pane the last column is given up to ``more`` pixels of what is left.
    """

    widths: tuple[int, ...]
    gap: int = 12
    more: int = 0

    def fixed(self, width: int) -> tuple[int, ...]:
        """The widths for a pane of that width."""
        grown = min(self.more, max(0, (width - WIDE_FROM) * 2 // 5))
        return (*self.widths[:-1], self.widths[-1] + grown) if grown else self.widths

    @property
    def least(self) -> int:
        """Narrower than this the cells are set below each other."""
        return sum(width or 160 for width in self.widths) + self.gap * (len(self.widths) - 1)


WIDE = Grid((0,))
FACT = Grid((112, 0, 130, 148), more=140)
HEADED = Grid((0, 148), more=140)
FINDING = Grid((0, 112, 130, 148), more=140)
ROUTE = Grid((132, 0, 0, 132))
COURSES = Grid((0, 0), gap=24)

Cell = tuple[Para, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a tab.

    ``fold`` is what is shown below it when it is opened, ``fold_column`` the cell under which it begins. ``key`` tells the same
    line again after a change; ``spoken`` is what a screen reader says, ``copied`` what is copied as text. ``at_top`` sets the cells
    to the top instead of the middle. ``leads_to``: the programme that is opened instead of anything being unfolded.
    """

    key: str
    cells: tuple[Cell, ...]
    spoken: str
    copied: str = ""
    grid: Grid = WIDE
    fold: tuple[Para, ...] = ()
    fold_column: int = 0
    leads_to: str = ""
    heading: bool = False
    ruled: bool = True
    at_top: bool = False
    padding: int = 7

    @property
    def least_height(self) -> int:
        return 28 if self.heading else 40 if self.ruled else 0


def plain(text: str, role: Role = Role.BODY, tone: Tone = "text", *, italic: bool = False) -> Para:
    """A paragraph in one look."""
    return Para((Run(text, role, tone, italic),))


def small(text: str, tone: Tone = "text2", *, icon: str | None = None, italic: bool = False) -> Para:
    """A quiet second line."""
    return Para((Run(text, Role.SMALL, tone, italic),), icon=icon, icon_tone=tone)


def heading(key: str, text: str, *, note: str = "", icon: str | None = None) -> Line:
    """What stands over a group of lines."""
    runs = (Run(text, Role.SMALL_STRONG, "text2"),)
    para = Para((*runs, Run(f"  {note}", Role.SMALL, "text2")) if note else runs, icon=icon)
    said = f"{text}, {note}" if note else text
    return Line(key=f"heading:{key}", cells=((para,),), spoken=said, copied=said, heading=True)


def text_line(key: str, *paras: Para, spoken: str = "", ruled: bool = False) -> Line:
    """Paragraphs over the whole width."""
    said = spoken or " ".join(para.text for para in paras)
    return Line(key=key, cells=(paras,), spoken=said, copied="\n".join(para.text for para in paras), ruled=ruled, padding=6)


def indented(para: Para, by: int) -> Para:
    """The paragraph moved in."""
    return replace(para, indent=para.indent + by)


def as_text(lines: Iterable[Line]) -> Iterator[str]:
    """Lines as plain text: a group's heading stands by itself, what is under it is listed."""
    for line in lines:
        yield f"\n{line.copied}" if line.heading else f"- {line.copied}"


def group_of(lines: Sequence[Line], place: int) -> tuple[Line, ...]:
    """A heading with everything under it, up to the next; any other line alone."""
    if not lines[place].heading:
        return (lines[place],)
    ends = next((number for number in range(place + 1, len(lines)) if lines[number].heading), len(lines))
    return tuple(lines[place:ends])
