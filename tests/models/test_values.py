import json
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.facts import Status
from advisor_app.domain.lines import Glance, Item, Line
from advisor_app.domain.money import Money
from advisor_app.domain.quantities import LanguageName, Month, SchoolYear, Span
from advisor_app.domain.terms import Per, YesNo
from advisor_app.domain.text import Listing, Message, Text, Value, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.models.damage import DAMAGED
from advisor_app.models.lines import dump_line, parse_line
from advisor_app.models.values import ENUMERATIONS, plain, value_of

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=2)
TEXTS = st.builds(Text, st.text(), st.text())
SPANS = st.builds(Span, minimum=st.none() | DECIMALS, maximum=st.none() | DECIMALS, unit=st.sampled_from(("month", "year", "hour")))
KINDS: dict[type, st.SearchStrategy[Value]] = {
    str: st.text(),
    int: st.integers(),
    Decimal: DECIMALS,
    date: st.dates(),
    Enum: st.sampled_from(tuple(member for enumeration in ENUMERATIONS for member in enumeration)),
    Money: st.builds(Money, DECIMALS, st.sampled_from((None, "EUR", "USD"))),
    Span: SPANS,
    Month: st.builds(Month, st.integers(1, 12), st.none() | st.integers(2000, 2100)),
    SchoolYear: st.builds(SchoolYear, st.integers(2000, 2100)),
    LanguageName: st.builds(LanguageName, st.sampled_from(("fr", "en", "zh"))),
    Text: TEXTS,
}


def _holding(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    params = st.lists(st.tuples(st.text(min_size=1), values), max_size=3).map(tuple)
    messages = st.builds(Message, st.text(), params, st.none() | st.text(), st.none() | st.integers())
    listings = st.builds(
        Listing, st.lists(values, max_size=3).map(tuple), st.sampled_from(("and", "or", "comma", "dot", "semicolon"))
    )
    return messages | listings


VALUES = st.recursive(st.one_of(*KINDS.values()), _holding, max_leaves=8)


def test_every_kind_of_value_is_tried() -> None:
    assert set(get_args(Value)) == {*KINDS, Message, Listing}


@given(VALUES)
def test_a_value_comes_back_as_it_was(value: Value) -> None:
    again = value_of(json.loads(json.dumps(plain(value))))
    assert (again, type(again)) == (value, type(value))
    assert repr(again) == repr(value)  # 4.50 is no 4.5, and members of two enumerations may be equal as strings


def test_members_that_are_equal_as_strings_stay_apart() -> None:
    said = msg("{one} {other}", one=Per.NOT_STATED, other=YesNo.NOT_STATED)
    again = value_of(json.loads(json.dumps(plain(said))))
    assert isinstance(again, Message)
    assert [type(value) for _, value in again] == [Per, YesNo]


def test_what_no_list_says_is_refused_when_it_is_stored() -> None:
    with pytest.raises(ValueError, match="no place in a list"):
        plain(Status.STATED)


NEVER_STORED: tuple[object, ...] = (
    *(None, True, [], {}, 1.5),
    *(["nothing"], ["date"], ["money", "x", "EUR"], ["enum", "Status", "stated"], ["enum", "Per", "never"]),
)


@pytest.mark.parametrize("held", NEVER_STORED)
def test_what_was_never_stored_is_damage(held: object) -> None:
    with pytest.raises(DAMAGED):
        value_of(held)


ITEMS = st.lists(st.builds(Item, st.text(), TEXTS), max_size=2).map(tuple)
GLANCES = st.builds(
    Glance,
    verdict=st.sampled_from(Verdict),
    price=VALUES,
    price_year=st.none() | st.just("2025/2026"),
    reason=VALUES,
    brief_reason=VALUES,
)
LINES = st.builds(
    Line,
    id=st.text(),
    name=st.text(),
    name_lang=st.sampled_from(("fr", "en")),
    school_id=st.text(),
    school=st.text(),
    campuses=ITEMS,
    levels=st.lists(st.integers(0, 8), max_size=2).map(tuple),
    durations=st.lists(SPANS, max_size=2).map(tuple),
    formats=ITEMS,
    dated=st.none() | st.dates(),
    doubt=st.none() | TEXTS,
    doubts=st.integers(0, 40),
    first=GLANCES,
)


@given(LINES)
def test_a_line_comes_back_as_it_was(line: Line) -> None:
    assert parse_line(dump_line(line)) == line
