"""Messages in English, so that tests can read what a person reads."""

from functools import cache

from advisor_app.domain.text import Value
from advisor_app.wording import Translator


@cache
def _english() -> Translator:
    return Translator("en")


def said(value: Value) -> str:
    """The words, with ordinary spaces."""
    return " ".join(_english().render(value).replace("\u202f", " ").replace("\xa0", " ").split())
