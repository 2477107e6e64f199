"""A catalogue held in memory, for what does not depend on the file behind it."""

from dataclasses import dataclass

from advisor_app.domain.catalogue import Institution, Programme
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.facts import Source
from advisor_app.domain.reference import Reference
from advisor_app.domain.text import msg
from tests.domain.samples import INSTITUTION, REFERENCE


@dataclass(frozen=True)
class InMemory:
    """Answers like an open catalogue; a search finds what the name contains."""

    held: tuple[Programme, ...]
    schools: tuple[Institution, ...] = (INSTITUTION,)
    pages: tuple[Source, ...] = ()
    tables: Reference = REFERENCE

    def programme_ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.held)

    def programme(self, programme_id: str) -> Programme:
        found = next((one for one in self.held if one.id == programme_id), None)
        if found is None:
            raise UserProblem(msg("There is no programme {name}.", name=programme_id))
        return found

    def institution(self, institution_id: str) -> Institution:
        return next(one for one in self.schools if one.id == institution_id)

    def sources(self) -> dict[str, Source]:
        return {page.id: page for page in self.pages}

    def reference(self) -> Reference:
        return self.tables

    def search(self, text: str) -> tuple[str, ...]:
        return tuple(one.id for one in self.held if text.casefold() in one.name.casefold())
