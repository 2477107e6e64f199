"""Looking a programme up by whatever is typed, for where there is room for a few lines only."""

from dataclasses import dataclass

from advisor_app.domain.student import Student
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.browse import Query, browse
from advisor_app.services.listed import rows
from advisor_app.services.reader import CatalogueReader

MOST = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A programme that was found."""

    id: str
    name: str
    school: str
    verdict: Verdict


def look_up(catalogue: CatalogueReader, student: Student, text: str) -> tuple[Hit, ...]:
    """The programmes that fit ``text`` best; none for an empty one."""
    if not text.strip():
        return ()
    found = rows(catalogue, browse(catalogue, student, Query(text=text)), 0, MOST)
    return tuple(Hit(one.id, one.name, one.school, one.verdict) for one in found)
