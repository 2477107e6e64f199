"""Every place where the three pages mislead has its flag or its right fact."""

import tomllib
from collections import Counter
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from advisor_app.domain.catalogue import Catalogue
from advisor_app.domain.facts import Fact
from advisor_app.domain.text import Text

TABLE = tomllib.loads((Path(__file__).parent / "traps.toml").read_text(encoding="utf-8"))
TRAPS = TABLE["traps"]
HOW_MANY = {"heip": 27, "si": 15, "sd": 17}


def at(value: Any, path: str) -> Any:  # noqa: ANN401 - whatever a programme holds
    """What stands at a dotted path: attributes, and items of a list by place, id or key. A fact stands for its value."""
    for step in path.split("."):
        if isinstance(value, tuple):
            value = value[int(step)] if step.isdigit() else next(item for item in value if step in _names(item))
        elif isinstance(value, Fact) and not hasattr(value, step):
            value = getattr(value.value, step)
        else:
            value = getattr(value, step)
    return value.value if isinstance(value, Fact) else value


def _names(item: object) -> set[str]:
    return {getattr(item, "id", ""), getattr(item, "key", "")}


def said(value: object) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return ", ".join(said(item) for item in value)
        case Enum():
            return str(value.value)
        case Text():
            return value.en
        case _:
            return str(value)


def name(trap: dict[str, Any]) -> str:
    return f"{trap['page']}-{trap['number']}"


def test_all_59_are_accounted_for() -> None:
    assert Counter(trap["page"] for trap in TRAPS) == HOW_MANY
    for page, count in HOW_MANY.items():
        assert [trap["number"] for trap in TRAPS if trap["page"] == page] == list(range(1, count + 1))
    assert all(trap.get("flags") or trap.get("facts") for trap in TRAPS)


@pytest.mark.parametrize("trap", TRAPS, ids=name)
def test_its_flags_say_what_is_wrong_and_what_was_recorded(trap: dict[str, Any], catalogue: Catalogue) -> None:
    flags = {flag.id: flag for flag in catalogue.programmes[TABLE["programmes"][trap["page"]]].flags}
    for flag in (flags[wanted] for wanted in trap.get("flags", ())):
        assert flag.problem.fr != flag.problem.en
        assert flag.recorded.fr != flag.recorded.en
        assert flag.section


@pytest.mark.parametrize("trap", TRAPS, ids=name)
def test_its_facts_are_right(trap: dict[str, Any], catalogue: Catalogue) -> None:
    programme = catalogue.programmes[TABLE["programmes"][trap["page"]]]
    for path, expected in trap.get("facts", ()):
        found = said(at(programme, path))
        if expected.startswith("…"):
            assert expected.removeprefix("…") in found, path
        else:
            assert found == expected, path


def test_no_flag_is_there_without_a_reason(catalogue: Catalogue) -> None:
    for page, programme in TABLE["programmes"].items():
        named = {flag for trap in TRAPS if trap["page"] == page for flag in trap.get("flags", ())}
        assert {flag.id for flag in catalogue.programmes[programme].flags} == named
