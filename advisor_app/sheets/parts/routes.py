"""Every route with its verdict: routes that differ in nothing that decides stand on one line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor_app.domain.check import ProgrammeCheck, RouteCheck
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import Listing
from advisor_app.sheets.document import Grid
from advisor_app.sheets.lines import Line
from advisor_app.sheets.model import Cell, Paragraph, Requirement
from advisor_app.sheets.parts.entry import VERDICT_MARKS, verdict_word
from advisor_app.sheets.press import Press, joined, plain
from advisor_app.wording import words
from advisor_app.wording.typography import inside


@dataclass(frozen=True, slots=True)
class Bundle:
    """Routes of one entry and format: the school's verdict depends on the first alone, the law's on the second."""

    checks: tuple[RouteCheck, ...]

    @property
    def first(self) -> RouteCheck:
        return self.checks[0]


def by_entry(checks: Iterable[RouteCheck]) -> tuple[tuple[Bundle, ...], ...]:
    """The bundles of each entry point together, since the school's verdict is the same for all of them."""
    found: dict[tuple[str, str], list[Bundle]] = {}
    for bundle in bundles(checks):
        found.setdefault((bundle.first.route.programme, bundle.first.route.entry), []).append(bundle)
    return tuple(tuple(together) for together in found.values())


def bundles(checks: Iterable[RouteCheck]) -> tuple[Bundle, ...]:
    """In the order of the routes."""
    found: dict[tuple[str, str, str], list[RouteCheck]] = {}
    for check in checks:
        found.setdefault((check.route.programme, check.route.entry, check.route.format), []).append(check)
    return tuple(Bundle(tuple(together)) for together in found.values())


def route_name(press: Press, subject: Subject, bundle: Bundle) -> Line:
    """The entry, where there are several, and the format."""
    programme, route = subject.programme, bundle.first.route
    entry = plain(entry_of(programme, route).name) if len(programme.entry_points) > 1 else ()
    return joined((entry, press.say(format_of(programme, route).name)))


def places(press: Press, subject: Subject, bundle: Bundle) -> Line:
    """The campuses, and the streams or specialisations where the routes are tied to any."""
    campuses = dict.fromkeys(check.route.campus for check in bundle.checks)
    return press.say(Listing(tuple(subject.campus_name(campus) for campus in campuses), "comma"))


def verdict_cell(press: Press, check: RouteCheck) -> Cell:
    return Cell((Requirement(VERDICT_MARKS[check.verdict], (plain(verdict_word(press, check.verdict)),)),))


def law_cell(press: Press, check: RouteCheck) -> Cell:
    """The law's own verdict where a contract is signed."""
    if not check.legal.applies:
        return Cell((Paragraph((press.tr("no contract"),)),))
    said = inside(press.voice.render(words.law(check.legal.verdict)))
    return Cell((Requirement(VERDICT_MARKS[check.legal.verdict], (plain(said),)),))


def route_table(press: Press, subject: Subject, actual: ProgrammeCheck, supposed: ProgrammeCheck | None) -> Grid:
    """All routes of one programme; with a what-if both verdicts stand side by side."""
    heads = [press.words("Route"), press.words("Where"), press.words("The school’s conditions"), press.words("Contract, by law")]
    shares = [0.26, 0.22, 0.27, 0.25]
    if supposed is not None:
        heads.insert(3, press.words("What if"))
        shares = [0.24, 0.14, 0.26, 0.18, 0.18]
    rows = (_row(press, subject, bundle, _of(bundle, supposed)) for bundle in bundles(actual.routes))
    return Grid(heads=tuple(heads), shares=tuple(shares), rows=tuple(rows))


def _of(bundle: Bundle, supposed: ProgrammeCheck | None) -> RouteCheck | None:
    routes: Sequence[RouteCheck] = supposed.routes if supposed else ()
    return next((check for check in routes if check.route == bundle.first.route), None)


def _row(press: Press, subject: Subject, bundle: Bundle, then: RouteCheck | None) -> tuple[Cell, ...]:
    cells = [
        Cell((Paragraph((route_name(press, subject, bundle),)),)),
        Cell((Paragraph((places(press, subject, bundle),)),)),
        verdict_cell(press, bundle.first),
        law_cell(press, bundle.first),
    ]
    if then is not None:
        cells.insert(3, then_cell(press, bundle.first, then))
    return tuple(cells)


def then_cell(press: Press, check: RouteCheck, then: RouteCheck) -> Cell:
    """The supposed verdict, where it is another."""
    same = Cell((Paragraph((press.tr("the same"),)),))
    return same if then.verdict is check.verdict else verdict_cell(press, then)
