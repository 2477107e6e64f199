"""A catalogue made of a few programmes: a real file in a folder that goes away with the tests."""

from collections.abc import Iterable
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from advisor_app.domain.catalogue import Catalogue, Institution, Programme
from advisor_app.domain.facts import Source
from advisor_app.domain.reference import Reference
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.catalogue_writer import write_catalogue
from advisor_app.models.repository import CatalogueRepository
from tests.domain.samples import INSTITUTION, REFERENCE

_FOLDER = TemporaryDirectory(prefix="advisor-tests-", ignore_cleanup_errors=True)
_NUMBERS = count()


def in_memory(
    held: Iterable[Programme],
    schools: tuple[Institution, ...] = (INSTITUTION,),
    pages: tuple[Source, ...] = (),
    tables: Reference = REFERENCE,
) -> CatalogueRepository:
    """An open catalogue of those programmes, in their order."""
    made = Catalogue(
        version="1",
        dated=date(2026, 11, 1),
        reference=tables,
        sources={page.id: page for page in pages},
        institutions={school.id: school for school in schools},
    )
    file = Path(_FOLDER.name) / f"{next(_NUMBERS)}.sqlite"
    write_catalogue(made, file, held)
    return open_catalogue(file)
