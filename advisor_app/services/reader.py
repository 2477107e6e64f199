"""What the services ask of a catalogue; ``advisor_app.models`` answers. All that comes back is immutable domain objects."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from advisor_app.domain.catalogue import Institution, Programme
    from advisor_app.domain.facts import Source
    from advisor_app.domain.reference import Reference
    from advisor_app.domain.route import Route
    from advisor_app.domain.rows import Subject
    from advisor_app.models.lists import Lists
    from advisor_app.models.rule_columns import RuleColumns


class CatalogueReader(Protocol):
    """An open catalogue."""

    @property
    def version(self) -> str:
        """The version that the catalogue's makers gave it."""

    @property
    def dated(self) -> date: ...

    def institution_ids(self) -> tuple[str, ...]: ...

    def programme_ids(self) -> tuple[str, ...]:
        """Every programme, in a stable order."""

    def programme(self, programme_id: str) -> "Programme":
        """Raises ``UserProblem``, naming the nearest known identifier, for one that is not there."""

    def institution(self, institution_id: str) -> "Institution": ...

    def campus_ids(self) -> tuple[str, ...]:
        """Every campus at which something is taught."""

    def sources(self) -> "dict[str, Source]": ...

    def reference(self) -> "Reference": ...

    def rule_columns(self) -> "RuleColumns":
        """The requirements of every entry point of every programme, in columns."""

    @property
    def lists(self) -> "Lists":
        """What lists of programmes are made from."""


def programmes(catalogue: CatalogueReader, ids: Iterable[str] | None = None) -> "tuple[Programme, ...]":
    """The programmes of those identifiers, or all."""
    return tuple(catalogue.programme(one) for one in (catalogue.programme_ids() if ids is None else ids))


def subject(catalogue: CatalogueReader, programme: "Programme", route: "Route | None" = None) -> "Subject":
    """What rows are read from."""
    from advisor_app.domain.rows import Subject  # late: a list is read long before a whole programme

    return Subject(
        programme=programme,
        institution=catalogue.institution(programme.institution),
        reference=catalogue.reference(),
        sources=catalogue.sources(),
        route=route,
    )
