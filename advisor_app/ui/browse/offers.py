"""What the browser can be told to do: its keys, and what the palette offers beside what its buttons do."""

from collections.abc import Callable, Iterator
from functools import partial

from advisor_app.services.browse import Order
from advisor_app.services.shelf import SavedSearch, Shelf
from advisor_app.ui.browse.facet_column import FacetColumn
from advisor_app.ui.browse.results_pane import ORDERS, ResultsPane
from advisor_app.ui.commands import Command
from advisor_app.wording import Translator


def keys(t: Translator) -> tuple[tuple[str, str], ...]:
    """The keys of the place, and what each does."""
    return (
        (t.tr("Ctrl+F or /"), t.tr("Search programmes")),
        (t.tr("Enter"), t.tr("Read the details of the programme")),
        (t.tr("Space or C"), t.tr("Add to comparison, or take out")),
        (t.tr("Enter, on a fact"), t.tr("Show where the fact comes from")),
        (t.tr("Ctrl+C"), t.tr("Copy a fact as text; on a heading, all that is under it")),
        (t.tr("Ctrl+Shift+C"), t.tr("Copy the whole section as text")),
        ("X", t.tr("Clear the chosen facets")),
        ("P", t.tr("Pin the programme, or take the pin out")),
        (t.tr("Alt+← and Alt+→"), t.tr("Back and forward through what was looked at")),
        (t.tr("Ctrl+H"), t.tr("Recent, pinned and saved")),
        (t.tr("Ctrl+S"), t.tr("Save this search")),
        (t.tr("Esc"), t.tr("Back to the results; in the search, empty it")),
    )


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
