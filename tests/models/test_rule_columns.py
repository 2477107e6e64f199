"""Rules in columns: what does not belong together is told, not believed."""

import pytest

from advisor_app.domain.catalogue import Catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.models.rule_columns import AT_LEAST, RuleColumns, RuleCompiler, leaf_documents, packed, unpacked


@pytest.fixture
def columns(made_up: Catalogue) -> RuleColumns:
    compiler = RuleCompiler()
    for programme in made_up.programmes.values():
        compiler.add(programme)
    return compiler.columns()


def test_the_file_holds_the_rules_of_its_programmes(repository: CatalogueRepository, columns: RuleColumns) -> None:
    held = repository.rule_columns()
    assert held.leaves == columns.leaves
    assert dict(packed(held)) == dict(packed(columns))
    assert repository.rule_columns() is held


NAMES = ["roots", "starts", "0.places", "0.starts", "0.children"]


@pytest.mark.parametrize("name", NAMES)
def test_a_place_that_is_not_there_is_refused(columns: RuleColumns, name: str) -> None:
    stored = dict(packed(columns))
    stored[name] = stored[name][:-4] + (1_000_000).to_bytes(4, "little")
    with pytest.raises(ValueError, match="belong together"):
        unpacked(stored, list(leaf_documents(columns)))


@pytest.mark.parametrize("name", [*NAMES, "0.needed"])
def test_a_column_that_is_cut_short_is_refused(columns: RuleColumns, name: str) -> None:
    stored = dict(packed(columns))
    stored[name] = stored[name][:-1]
    with pytest.raises(ValueError, match="buffer"):
        unpacked(stored, list(leaf_documents(columns)))


@pytest.mark.parametrize("name", ["routed", "0.operators"])
def test_a_column_of_another_length_is_refused(columns: RuleColumns, name: str) -> None:
    stored = dict(packed(columns))
    stored[name] += b"\x00"
    with pytest.raises(ValueError, match="belong together"):
        unpacked(stored, list(leaf_documents(columns)))


def test_a_layer_that_counts_does_nothing_else(columns: RuleColumns) -> None:
    stored = dict(packed(columns))
    stored["0.operators"] = stored["0.operators"][:-1] + bytes([AT_LEAST])
    with pytest.raises(ValueError, match="belong together"):
        unpacked(stored, list(leaf_documents(columns)))


def test_a_missing_column_and_a_leaf_that_is_none_are_refused(columns: RuleColumns) -> None:
    stored = dict(packed(columns))
    with pytest.raises(ValueError, match="single condition"):
        unpacked(stored, ['{"all":[]}'])
    del stored["roots"]
    with pytest.raises(LookupError):
        unpacked(stored, list(leaf_documents(columns)))
