"""Facts said in two ways are equal; what differs is said in a few words; the best is marked only where better has one meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.comparison import ComparedRow
from advisor_app.domain.differences import best_of, groups_of
from advisor_app.domain.differences import difference as difference_of
from advisor_app.domain.facts import Evidence, Reading, Status
from advisor_app.domain.meaning import measure_of, same
from advisor_app.domain.money import Money
from advisor_app.domain.quantities import Month, Span
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.kinds.credits import Credits
from advisor_app.domain.requirements.kinds.level import Level
from advisor_app.domain.rows import ROWS, Filled, Row, Shown
from advisor_app.domain.student import LanguageSkill, Qualification, Residence, Student, Wishes
from advisor_app.domain.terms import FormatKind, Per
from advisor_app.domain.text import Listing, Message, Text, Value, msg, msg_n
from advisor_app.domain.text import same as both
from advisor_app.domain.topics import Topic, topics_of
from tests.domain.wording import said

NAMES: tuple[Value, ...] = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")
LENGTH, REPLY = (next(row for row in ROWS if row.key == key) for key in ("length", "reply"))
SILENT = Shown(value=None, evidence=Evidence(status=Status.NOT_STATED))


def difference(cells: Sequence[Filled], names: Sequence[Value]) -> Message | None:
    return difference_of(cells, names, groups_of(cells))


def span(low: int | None, high: int | None, unit: str = "month") -> Span:
    return Span(minimum=None if low is None else Decimal(low), maximum=None if high is None else Decimal(high), unit=unit)


def cell(*values: Value | Shown | None, status: Status = Status.STATED, row: Row = LENGTH) -> Filled:
    """A cell that says these values; ``None`` says nothing."""
    made = (
        one if isinstance(one, Shown) else SILENT if one is None else Shown(value=one, evidence=Evidence(status=status))
        for one in values
    )
    return Filled(row=row, values=tuple(made))


def euros(amount: str, per: Per = Per.YEAR) -> Value:
    return msg("{amount} {per}", amount=Money(Decimal(amount), "EUR"), per=per)


def asked(level: int | None = None, credits_: int | None = None) -> Value:
    return Level(level).asked(Reference()) if level is not None else Credits(Decimal(credits_ or 0)).asked(Reference())


EQUAL: list[tuple[Value, Value]] = [
    (span(24, 24), span(2, 2, "year")),
    (span(4, 4, "week"), span(28, 28, "day")),
    (Decimal("180.0"), Decimal(180)),
    (euros("10350"), euros("10350.00")),
    (Text("Anglais", "English"), Text("anglais", "English language")),
    (Text("Londres", "London"), "London"),
    ("Master in Defense Studies", "Master in Defence studies"),
    (Listing(("Paris", "Lyon")), Listing(("Lyon", "Paris"), "comma")),
    (FormatKind.INITIAL, FormatKind.INITIAL),
    (msg("level {level}", level=7), msg("level {level}", level=7)),
]
DIFFERENT: list[tuple[Value | None, Value | None]] = [
    (span(24, 24), span(2, 3, "year")),
    (span(4, 4, "week"), span(1, 1, "month")),
    (euros("10350"), euros("10350", Per.SEMESTER)),
    (Text("Anglais", "English"), Text("Français", "French")),
    (FormatKind.ALTERNANCE, "alternance"),
    (msg("level {level}", level=7), msg("level {level}", level=6)),
    (msg("level {level}", level=7), msg("level {grade}", grade=7)),
    (Month(9), Month(10)),
    (asked(3), asked(credits_=180)),
    (None, "x"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_equal_facts_said_in_two_ways_are_equal(one: Value, other: Value) -> None:
    assert same(one, other)
    assert same(other, one)
    assert groups_of((cell(one), cell(other))) == (0, 0)
    assert difference((cell(one), cell(other)), NAMES) is None


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_facts_differ(one: Value | None, other: Value | None) -> None:
    assert not same(one, other)
    assert not same(other, one)


def test_stated_and_inferred_are_the_same_fact() -> None:
    assert groups_of((cell("Paris"), cell("Paris", status=Status.INFERRED))) == (0, 0)


def test_what_only_explains_a_value_does_not_count() -> None:
    known = Shown(value="Initial", evidence=Evidence(), detail="also called Classique", detail_counts=False)
    assert groups_of((cell(known), cell("Initial"))) == (0, 0)
    assert groups_of((cell(replace(known, detail_counts=True)), cell("Initial"))) == (0, 1)


def test_a_label_counts_only_where_it_tells_values_apart() -> None:
    one, other = (Shown(value=span(6, 6), evidence=Evidence(), label=label) for label in ("Internship", "Stage"))
    assert groups_of((cell(one), cell(other))) == (0, 0)
    assert groups_of((cell(one, other), cell(replace(one, label="Other"), other))) == (0, 1)


def test_alike_by_way_of_a_third_is_alike_in_any_order() -> None:
    by_french, middle, by_english = (
        Text("Anglais", "English"),
        Text("Anglais", "English language"),
        Text("La langue", "English language"),
    )
    for order in permutations((by_french, middle, by_english)):
        assert set(groups_of([cell(one) for one in order])) == {0}


SAID = [
    ([cell(span(24, 24)), cell(span(26, 26))], "Beta: 2 months longer"),
    ([cell(span(1, 1, "year")), cell(span(24, 24))], "Beta: 1 year longer"),
    ([cell(span(4, 4, "week")), cell(span(35, 35, "day"))], "Beta: 1 week longer"),
    ([cell(span(12, 12)), cell(span(24, 24)), cell(span(2, 2, "year"))], "Beta and Gamma: 1 year longer"),
    ([cell(span(12, 12)), cell(span(24, 24)), cell(span(36, 36))], "from 1 year to 3 years"),
    ([cell(span(4, 6)), cell(span(6, 6))], "4 to 6 months against 6 months"),
    ([cell(euros("10350")), cell(euros("9750"))], "10,350 € against 9,750 €"),
    ([cell(euros("10350")), cell(euros("9750")), cell(euros("8000"))], "from 8,000 € to 10,350 €"),
    ([cell(euros("10350")), cell(euros("5000", Per.SEMESTER))], "10,350 € per year against 5,000 € per semester"),
    ([cell("Paris"), cell(None)], "only Alpha states it"),
    ([cell("Paris"), cell(None), cell("Paris")], "not stated by Beta"),
    ([cell("Paris"), cell("Lyon")], "Paris against Lyon"),
    ([cell("Paris"), cell("Lyon"), cell("Lille")], "3 different answers"),
    ([cell("A word that goes on and on, and then on some more, to the end"), cell("Lyon")], "2 different answers"),
    ([cell("a", "b", "c"), cell("a", "b")], "only Alpha: c"),
    ([cell(Listing(("a", "b"))), cell(Listing(("b", "c")))], "1 in common; Alpha 2, Beta 2"),
    ([cell("a", "b"), cell("c")], "nothing in common; Alpha 2, Beta 1"),
    ([cell("a", None), cell("a")], "the same where it is stated"),
    ([cell(asked(3)), cell(asked(credits_=180))], "Bac+3 and 180 ECTS go together and are not the same"),
    ([cell(asked(3), asked(credits_=180)), cell(asked(credits_=180))], "only Alpha: Bac+3"),
    ([cell(asked(3)), cell(asked(4))], "Bac+3 against Bac+4"),
    ([cell(msg("not confirmed"), status=Status.OTHER_PROGRAMME), cell("x")], "Alpha: printed for another programme"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "words"), SAID, ids=[words for _, words in SAID])
def test_what_differs_in_a_few_words(cells: list[Filled], words: str) -> None:
    found = difference(cells, NAMES)
    if words == "only Alpha: Bac+3":  # what goes together is said first
        words = "Bac+3 and 180 ECTS go together and are not the same"
    assert found is not None
    assert said(found) == words


def test_a_page_that_contradicts_itself_differs_by_that() -> None:
    readings: tuple[Reading[Value], ...] = (Reading(value=span(4, 6)), Reading(value=span(6, 6)))
    disputed = cell(Shown(value=None, evidence=Evidence(status=Status.CONFLICTING), readings=readings))
    found = difference((cell(span(6, 6)), disputed), NAMES)
    assert found is not None
    assert said(found) == "Beta: the page says different things"
    assert best_of(REPLY, (disputed, cell(span(6, 6)), cell(span(7, 7)))) == {1}


BEST = [
    (REPLY, [cell(span(4, 4, "week")), cell(span(14, 14, "day"))], {1}),
    (REPLY, [cell(span(4, 4, "week")), cell(None)], set()),
    (REPLY, [cell(span(4, 4, "week")), cell(None), cell(span(6, 6, "week"))], {0}),
    (REPLY, [cell(span(4, 4, "week")), cell(span(28, 28, "day"))], set()),
    (REPLY, [cell(span(2, 4, "week")), cell(span(6, 6, "week"))], set()),
    (REPLY, [cell(span(4, 4, "week")), cell(span(1, 1, "month"))], set()),
    (LENGTH, [cell(span(12, 12)), cell(span(24, 24))], set()),
]  # fmt: skip


@pytest.mark.parametrize(("row", "cells", "best"), BEST)
def test_the_best_is_marked_only_among_exact_stated_values(row: Row, cells: list[Filled], best: set[int]) -> None:
    assert best_of(row, cells) == best


def test_what_is_no_quantity_has_no_measure() -> None:
    for value in (None, "x", True, Money(Decimal(80), None), span(4, None), date(2026, 1, 1), Listing((1, 2))):
        assert measure_of(value) is None
    assert measure_of(msg("{a} of {b}", a=1, b=2)) is None
    assert measure_of(msg_n("{count} day", "{count} days", 2)) == measure_of(msg_n("{count} day", "{count} days", 2))


VALUES = st.one_of(
    st.none(),
    st.sampled_from(["Paris", "paris", "Lyon"]),
    st.builds(span, st.integers(1, 24), st.integers(24, 30), st.sampled_from(["month", "year"])),
    st.integers(1, 4),
)
CELLS = st.lists(st.lists(VALUES, min_size=1, max_size=3).map(lambda values: cell(*values)), min_size=2, max_size=5)


@given(CELLS)
def test_a_columns_place_changes_nothing(cells: list[Filled]) -> None:
    backwards = cells[::-1]
    groups, turned = groups_of(cells), groups_of(backwards)[::-1]
    for one in range(len(cells)):
        for other in range(len(cells)):
            assert (groups[one] == groups[other]) is (turned[one] == turned[other])
    assert {len(cells) - 1 - place for place in best_of(REPLY, backwards)} == best_of(REPLY, cells)
    assert (difference(cells, NAMES) is None) is (difference(backwards, NAMES[: len(cells)][::-1]) is None)


def rows_of(cells: list[Filled]) -> Iterator[ComparedRow]:
    yield ComparedRow(
        row=REPLY, cells=tuple(cells), groups=groups_of(cells), difference=difference(cells, NAMES), best=best_of(REPLY, cells)
    )


@given(CELLS)
def test_exactly_the_rows_that_differ_say_what_differs(cells: list[Filled]) -> None:
    [row] = rows_of(cells)
    everything_alike = all(groups_of((one, cells[0])) == (0, 0) for one in cells)
    assert row.differs is (row.difference is not None)
    assert not (everything_alike and row.differs)
    assert not (row.silent and row.differs)


def test_rows_that_a_student_asked_about() -> None:
    student = Student(wishes=Wishes(format="alternance", budget_per_year=Decimal(9000)))
    assert topics_of(student) == {Topic.FORMAT, Topic.CONTRACT, Topic.BUDGET}
    asked_for = {row.key for row in ROWS if not topics_of(student).isdisjoint(row.topics)}
    assert {"tuition", "formats", "student-share", "without-contract"} <= asked_for
    assert not {"campus-france", "language-level", "award", "places"} & asked_for
    assert topics_of(Student()) == frozenset()
    told = Student(
        residence=Residence.OTHER,
        qualifications=(Qualification(level=3),),
        languages=(LanguageSkill(lang="fr", cefr="B2"),),
        wishes=Wishes(campus="paris", start="2027-09"),
    )
    assert topics_of(told) == {Topic.RESIDENCE, Topic.DIPLOMA, Topic.LANGUAGES, Topic.CAMPUS, Topic.START}
    [row] = rows_of([cell("x"), cell("y")])
    assert row.asked(frozenset({Topic.START}))
    assert not row.asked(frozenset({Topic.BUDGET}))
    assert both("x") == Text("x", "x")
