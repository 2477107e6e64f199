"""The language of a sheet."""

from advisor_app.domain.text import Lang
from advisor_app.wording import Translator


def voice_of(lang: Lang) -> Translator:
    """For paper, which in English leads with the sign (€10,350); the window leaves it behind, as the schools' own pages do."""
    return Translator(lang, euro_leads=True)
