"""What the palette offers for the browser, beside what its buttons do."""

from collections.abc import Callable, Iterator
from functools import partial

from advisor_app.services.browse import Order
from advisor_app.services.shelf import SavedSearch, Shelf
from advisor_app.ui.browse.facet_column import FacetColumn
from advisor_app.ui.browse.results_pane import ORDERS, ResultsPane
from advisor_app.ui.commands import Command
from advisor_app.wording import Translator


def orders(results: ResultsPane, words: Translator) -> Iterator[Command]:
    """Each way to sort, and its reverse."""
    group = words.tr("Sort")
    for order in Order:
        title = words.render(ORDERS[order])
        yield Command(title=title, run=partial(results.sort_by, order), group=group, icon="arrow-down")
    reverse = partial(results.sort_by, results.order, descending=not results.descending)
    yield Command(title=words.tr("The other way round"), run=reverse, group=group, icon="arrow-down")


def facets(column: FacetColumn, words: Translator) -> Iterator[Command]:
    """Every value that stands in the column."""
    for facet, group in column.groups.items():
        for value in group.shown if not group.isHidden() else ():
            title = words.tr("{label}: {value}", label=group.head.words, value=words.sentence(value.label))
            run = partial(column.toggle, facet, value.value)
            yield Command(title=title, run=run, group=words.tr("Narrow the list"), icon="list-tree")


def kept(
    shelf: Shelf,
    open_programme: Callable[[str], object],
    search: Callable[[SavedSearch], object],
    name: Callable[[SavedSearch], str],
    words: Translator,
) -> Iterator[Command]:
    """Pinned programmes and saved searches."""
    for one in shelf.pinned:
        yield Command(title=one.name, run=partial(open_programme, one.id), group=words.tr("Pinned"), icon="pin")
    for saved in shelf.searches:
        yield Command(title=name(saved), run=partial(search, saved), group=words.tr("Saved searches"), icon="bookmark")
