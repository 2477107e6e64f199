import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.catalogue import Award, Catalogue, Institution, Programme
from advisor_app.domain.facts import Fact, Reading, Status
from advisor_app.domain.quantities import Span
from advisor_app.domain.requirements.kinds.field import Field
from advisor_app.domain.requirements.kinds.level import Level
from advisor_app.domain.requirements.tree import All, AnyOf, AppliesTo, AtLeast, Leaf, Node, Not, Readings, Strength
from advisor_app.domain.terms import AwardKind
from advisor_app.domain.text import Text
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.models.damage import DAMAGED
from advisor_app.models.documents import dump, parse

SEED = Path(__file__).parent.parent.parent / "data" / "catalogue"


@pytest.mark.parametrize("folder", ["made_up", "seed"])
def test_every_programme_and_school_comes_back_as_it_was(folder: str, made_up: Catalogue) -> None:
    catalogue = made_up if folder == "made_up" else read_catalogue(SEED)
    for programme in catalogue.programmes.values():
        again = parse(dump(programme), Programme)
        assert again == programme
        assert dump(again) == dump(programme)
    for school in catalogue.institutions.values():
        assert parse(dump(school), Institution) == school


def test_every_kind_of_fact_comes_back_with_its_types() -> None:
    award = Award(
        id="a",
        title="T",
        title_lang="fr",
        kind=AwardKind.VISE,
        level=Fact(value=7, status=Status.INFERRED, note=Text("x", "y")),
        nsf_codes=Fact(status=Status.CONFLICTING, readings=(Reading(value=("128",)), Reading(value=("312", "128"), source="s"))),
        decided_on=Fact(value=date(2024, 11, 28)),
    )
    again = parse(dump(award), Award)
    assert again == award
    assert again.kind is AwardKind.VISE
    assert isinstance(again.decided_on.value, date)
    assert isinstance(again.nsf_codes.readings[1].value, tuple)


def test_amounts_keep_their_digits() -> None:
    span = parse(dump(Span(minimum=Decimal("4.50"))), Span)
    assert str(span.minimum) == "4.50"


texts = st.builds(Text, st.text(), st.text())
leaves = st.builds(
    Leaf,
    kind=st.just("level"),
    test=st.builds(Level, st.integers(0, 8)),
    strength=st.sampled_from(Strength),
    applies_to=st.sampled_from(AppliesTo),
    section=st.text(),
    quote=st.none() | st.text(),
    note=st.none() | texts,
) | st.builds(Leaf, kind=st.just("field"), test=st.builds(Field, st.lists(st.text(), max_size=3).map(tuple)))


def _branches(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(All, several),
        st.builds(AnyOf, several),
        st.builds(Not, inner),
        st.builds(AtLeast, st.integers(1, 3), several),
        st.builds(Readings, several, texts),
    )


@given(st.recursive(leaves, _branches, max_leaves=8))
def test_any_requirement_tree_comes_back_as_it_was(tree: Node) -> None:
    # Through a class that holds one, as documents do.
    from advisor_app.domain.catalogue import EntryPoint

    entry = EntryPoint(id="e", name="E", year=1, after=3, requirements=tree)
    assert parse(dump(entry), EntryPoint) == entry


def test_the_same_object_gives_the_same_text_and_defaults_are_left_out() -> None:
    document = dump(Fact(value=Span(minimum=Decimal(4))))
    assert document == '{"value":{"minimum":"4"}}'
    assert dump(Text("é", "e")) == '{"en":"e","fr":"é"}'


@pytest.mark.parametrize(
    "document",
    [
        "",
        "{",
        "[]",
        "1",
        '{"id": 1}',
        '{"unknown": 1}',
        '{"charges": [{"kind": "x"}]}',
        '{"entry_points": [{"requirements": {"some": []}}]}',
        '{"entry_points": [{"requirements": {"kind": "no-such", "test": {}}}]}',
        '{"charges": [{"amount": "ten"}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_document_raises_what_callers_expect(document: str) -> None:
    with pytest.raises(DAMAGED):
        parse(document, Programme)


def test_documents_are_json_that_anything_can_read(made_up: Catalogue) -> None:
    held = json.loads(dump(made_up.programmes["marine-data"]))
    assert held["charges"][0]["amount"] == "11200.00"
    assert held["entry_points"][0]["requirements"]["all"][1]["at_least"] == 2
