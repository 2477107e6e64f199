"""What an advisor does all day, on the catalogue that comes with the program."""

import time
from collections.abc import Iterator

from advisor_app.domain.columns import Column
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.paths import default_catalogue
from advisor_app.services.browse import Query, browse
from advisor_app.services.check import check
from advisor_app.services.compare import compare
from benchmarks.figures import Figure, median_ms


def figures() -> Iterator[Figure]:
    """Budgets in milliseconds; the reasons for each are in what the user waits for."""
    with open_catalogue(default_catalogue()) as catalogue:
        columns = [Column(programme=one) for one in catalogue.programme_ids()]
        typed = median_ms(lambda: browse(catalogue, Student(), Query(text="secur")))
        yield Figure(name="a keystroke answered, with facets", value=typed, unit="ms", at_most=10)
        checked = median_ms(lambda: check(catalogue, Student(), None))
        yield Figure(name="every route checked, with the next question", value=checked, unit="ms", at_most=16)
        taken = median_ms(lambda: compare(catalogue, Student(), columns))
        yield Figure(name=f"comparison of {len(columns)} programmes", value=taken, unit="ms", at_most=20)
        richest = catalogue.programme(columns[0].programme)
        five = [*columns, *(Column(programme=richest.id, route=route) for route in (routes_of(richest)[0], routes_of(richest)[-1]))]
        taken = median_ms(lambda: compare(catalogue, Student(), five), clock=time.thread_time)
        yield Figure(name="comparison of five columns, courses aligned", value=taken, unit="ms", at_most=20)
