"""The glossary's table, apart from the other reference tables: every search asks for it, and for nothing else of them."""

from typing import Final

from advisor_app.domain.glossary import Concept
from advisor_app.models.flat import FlatTable

CONCEPT: Final = FlatTable("concept", Concept)
