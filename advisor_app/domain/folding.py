"""Words as they are compared: without case, accents and ligatures, whatever the keyboard they were typed on."""

import unicodedata

_KEPT_APART = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "’": "'", "ʼ": "'"})


def folded(words: str) -> str:
    """Letters that Unicode keeps apart and people do not, made one: ``Œuvre d’été`` is ``oeuvre d'ete``."""
    parts = unicodedata.normalize("NFKD", words.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(_KEPT_APART)
