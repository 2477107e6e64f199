"""Lists against brute force: every programme read whole, and asked one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.check import ProgrammeCheck, check_programme
from advisor_app.domain.facet_values import months_to_award, values_of, yearly_tuition
from advisor_app.domain.facets import NOT_STATED, Facet
from advisor_app.domain.folding import folded, words_of
from advisor_app.domain.glossary import Glossary
from advisor_app.domain.headlines import headline_flag, price_line, reason_line
from advisor_app.domain.searching import STOPWORDS
from advisor_app.domain.student import Student, Wishes
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.models.search_texts import texts_of
from advisor_app.paths import default_catalogue
from advisor_app.services.browse import Browsed, Order, Query, browse
from advisor_app.services.build import build
from advisor_app.services.listed import row_of, rows
from benchmarks.generate import made_up
from benchmarks.verdicts import STUDENTS

COUNT = 120
TEXTS = ("", "", "", "master", "droit", "law", "m", "lyon", "marketing digital", "international paris", "rncp", "français", "zzzz")


@dataclass(frozen=True)
class Known:
    """A programme as brute force sees it."""

    programme: Programme
    values: Mapping[Facet, tuple[str, ...]]
    words: frozenset[str]


@pytest.fixture(scope="module", params=["made up", "seed"])
def catalogue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CatalogueRepository]:
    file = default_catalogue() if request.param == "seed" else _made_up(tmp_path_factory.mktemp("lists"))
    with open_catalogue(file) as opened:
        yield opened


def _made_up(folder: Path) -> Path:
    head, programmes = made_up(COUNT)
    build(head, folder / "made_up.sqlite", programmes)
    return folder / "made_up.sqlite"


@cache
def everything(catalogue: CatalogueRepository) -> tuple[Known, ...]:
    reference = catalogue.reference()
    glossary = Glossary.of(reference.glossary)
    found = []
    for one in catalogue.programmes(catalogue.programme_ids()):
        texts = [words_of(text) for _, text in texts_of(one, catalogue.institution(one.institution), reference)]
        words = {word for text in texts for word in (*text, *glossary.others([each for each in text if each not in STOPWORDS]))}
        found.append(Known(one, values_of(one, reference), frozenset(words)))
    return tuple(found)


@cache
def checked(catalogue: CatalogueRepository, student: Student) -> tuple[ProgrammeCheck, ...]:
    return tuple(check_programme(one.programme, student, catalogue.reference()) for one in everything(catalogue))


def matches(catalogue: CatalogueRepository, student: Student, query: Query, *, but: Facet | None = None) -> set[int]:
    found = set()
    for place, (one, check) in enumerate(zip(everything(catalogue), checked(catalogue, student), strict=True)):
        values = {**one.values, Facet.VERDICT: (check.verdict.value,)}
        chosen = all(facet is but or not wanted or wanted & set(values[facet]) for facet, wanted in query.selected.items())
        if chosen and all(any(word.startswith(typed) for word in one.words) for typed in words_of(query.text)):
            found.add(place)
    return found


@st.composite
def queries(draw: st.DrawFn, known: Mapping[Facet, tuple[str, ...]]) -> Query:
    facets = draw(st.lists(st.sampled_from(tuple(Facet)), max_size=4, unique=True))
    chosen = {facet: frozenset(draw(st.lists(st.sampled_from(known[facet]), max_size=3))) for facet in facets}
    order, descending = draw(st.sampled_from(tuple(Order))), draw(st.booleans())
    return Query(text=draw(st.sampled_from(TEXTS)), selected=chosen, order=order, descending=descending)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_lists_and_counts_are_those_of_brute_force(catalogue: CatalogueRepository, data: st.DataObject) -> None:
    student = data.draw(st.sampled_from(STUDENTS))
    known = {facet: tuple(value.value for value in values) for facet, values in browse(catalogue, student, Query()).facets.items()}
    query = data.draw(queries({facet: (*values, NOT_STATED) for facet, values in known.items()}))
    found = browse(catalogue, student, query)
    if found.corrected is not None:
        return  # what is forgiven has cases of its own
    listed = found.positions.tolist()
    assert sorted(listed) == sorted(matches(catalogue, student, query))
    assert found.routes == sum(len(checked(catalogue, student)[place].routes) for place in listed)
    assert {facet: tuple(value.value for value in values) for facet, values in found.facets.items()} == known
    for facet, values in found.facets.items():
        left = matches(catalogue, student, query, but=facet)
        for value in values:
            assert value.count == sum(value.value in _values(catalogue, student, place, facet) for place in left)
            assert value.selected is (value.value in query.selected.get(facet, ()))


def _values(catalogue: CatalogueRepository, student: Student, place: int, facet: Facet) -> tuple[str, ...]:
    if facet is Facet.VERDICT:
        return (checked(catalogue, student)[place].verdict.value,)
    return everything(catalogue)[place].values[facet]


WISHES = (
    Wishes(),
    Wishes(format="alternance"),
    Wishes(format="initial", campus="campus-1"),
    Wishes(budget_per_year=Decimal(9_000)),
    Wishes(start="2027-09", format="alternance"),
)


@pytest.mark.parametrize("wishes", WISHES)
@pytest.mark.parametrize("student", STUDENTS)
def test_a_row_says_what_the_whole_programme_says(catalogue: CatalogueRepository, student: Student, wishes: Wishes) -> None:
    student = replace(student, wishes=wishes)
    for row in rows(catalogue, browse(catalogue, student, Query())):
        programme = catalogue.programme(row.id)
        check = check_programme(programme, student, catalogue.reference())
        assert (row.verdict, row.reason) == (check.verdict, reason_line(check))
        assert row.price == price_line(programme, check.best.route if check.best else None, student.residence)
        flag = headline_flag(programme)
        assert (row.doubt, row.doubts) == (flag.short if flag else None, len(programme.flags))
        assert (row.routes, row.source) == (len(check.routes), catalogue.sources().get(programme.source))
        assert (row.name, row.levels) == (programme.name, tuple(entry.after for entry in programme.entry_points))
        assert [each.id for each in row.campuses] == list(programme.campuses)
        assert [each.id for each in row.formats] == [each.id for each in programme.formats]


def programmes(catalogue: CatalogueRepository, found: Browsed) -> list[Programme]:
    return [everything(catalogue)[place].programme for place in found.positions.tolist()]


@pytest.mark.parametrize("descending", [False, True])
def test_what_is_not_stated_comes_last_whichever_way_round(catalogue: CatalogueRepository, descending: bool) -> None:
    for order, figure in ((Order.PRICE, yearly_tuition), (Order.DURATION, months_to_award)):
        listed = programmes(catalogue, browse(catalogue, Student(), Query(order=order, descending=descending)))
        figures = [figure(one)[:1] for one in listed]
        stated = [each[0] for each in figures if each]
        assert figures == [(each,) for each in stated] + [()] * (len(figures) - len(stated))
        assert stated == sorted(stated, reverse=descending)


def test_names_and_schools_are_in_the_order_of_the_alphabet(catalogue: CatalogueRepository) -> None:
    names = [folded(one.name) for one in programmes(catalogue, browse(catalogue, Student(), Query(order=Order.NAME)))]
    assert names == sorted(names)
    by_school = programmes(catalogue, browse(catalogue, Student(), Query(order=Order.SCHOOL)))
    schools = [folded(catalogue.institution(one.institution).short_name) for one in by_school]
    assert schools == sorted(schools)


@pytest.mark.parametrize("student", STUDENTS[1:])
def test_fit_is_the_verdict_first(catalogue: CatalogueRepository, student: Student) -> None:
    found = browse(catalogue, student, Query())
    ranks = [checked(catalogue, student)[place].verdict.rank for place in found.positions.tolist()]
    assert ranks == sorted(ranks)


def test_a_slice_is_a_part_of_the_whole_list(catalogue: CatalogueRepository) -> None:
    found = browse(catalogue, Student(), Query(text="m"))
    whole = [row.id for row in rows(catalogue, found)]
    assert [row.id for row in rows(catalogue, found, 1, 3)] == whole[1:3]
    assert rows(catalogue, found, len(found), len(found) + 10) == ()
    assert [row_of(catalogue, found, one) for one in whole] == list(range(len(whole)))
    assert row_of(catalogue, found, "nowhere") is None


def test_the_leading_values_keep_what_is_chosen(catalogue: CatalogueRepository) -> None:
    every = browse(catalogue, Student(), Query()).facets[Facet.FIELD]
    rarest = min(every, key=lambda value: value.count).value
    values = browse(catalogue, Student(), Query(selected={Facet.FIELD: frozenset({rarest})})).facets[Facet.FIELD]
    leading = values.leading(3)
    assert len(leading) == min(3, len(values))
    assert rarest in {value.value for value in leading}
