import tomllib
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.interchange.source_problems import Key
from advisor_app.interchange.toml_lines import line_of, locate

TEXT = '''# a comment with [brackets] and a = "b"
title = "one # two"   # not a comment inside

[owner.name]
first = \'\'\'it\'s
two lines\'\'\'
last = """a \\""" b
= c
"""
"quoted key" = 1

[[charges]]
id = "a"
amounts = [ 1, # one
  2.5,
  [ "x", { y = 2026-01-01 07:32:00, z = [ ] } ],
]

[[charges]]
id = "b"
deep.er.still = true

[[charges.parts]]
n = 1

[charges.parts.inner]
n = 2
'''


def test_every_key_has_the_line_it_stands_on() -> None:
    found = locate(TEXT)
    assert found["title",] == 2
    assert found["owner", "name", "first"] == 5
    assert found["owner", "name", "last"] == 7
    assert found["owner", "name", "quoted key"] == 10
    assert found["charges", 0, "id"] == 13
    assert found["charges", 0, "amounts", 1] == 15
    assert found["charges", 0, "amounts", 2, 1, "z"] == 16
    assert found["charges", 1] == 19
    assert found["charges", 1, "deep", "er", "still"] == 21
    assert found["charges", 1, "parts", 0, "n"] == 24
    assert found["charges", 1, "parts", 0, "inner", "n"] == 27


def test_what_is_missing_stands_where_its_table_begins() -> None:
    assert line_of(locate(TEXT), ("charges", 1, "amount")) == 19
    assert line_of(locate(TEXT), ("nowhere",)) is None


def keys(value: Any, key: Key = ()) -> Iterator[Key]:  # noqa: ANN401 - whatever TOML can hold
    if key:
        yield key
    if isinstance(value, dict):
        for name, part in value.items():
            yield from keys(part, (*key, name))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from keys(part, (*key, place))


scalars = st.one_of(
    st.integers().map(str),
    st.booleans().map(lambda truth: str(truth).lower()),
    st.text("ab'#[]{},= é.", max_size=8).map(lambda words: f'"{words}"'),
    st.text('ab"#[]{},= \n', max_size=8).map(lambda words: f"'''{words}'''"),
    st.sampled_from(["2026-11-22", "2026-11-22T10:00:00Z", "2026-11-22 10:00:00", "1e3", "nan", '"\\" ]"', '"""a\\\nb"""', '""']),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda items: "[\n" + " , # }\n".join(items) + "]"),
        st.lists(inner, max_size=4).map(lambda items: "{" + ", ".join(f"k{n} = {item}" for n, item in enumerate(items)) + "}"),
    ),
    max_leaves=12,
)


@given(st.lists(values, min_size=1, max_size=5))
def test_the_walk_finds_exactly_the_keys_that_tomllib_reads(listed: list[str]) -> None:
    text = "".join(f"[[t{n % 2}]]\nv.w = {value}\n" for n, value in enumerate(listed))
    assert set(keys(tomllib.loads(text))) == set(locate(text))
