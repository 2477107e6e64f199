"""The names of languages, as Babel has them. It takes 20 ms and more to import, so those that schools teach in are written out."""

from typing import Final

from advisor_app.domain.text import Lang

_TAUGHT_IN: Final[dict[Lang, dict[str, str]]] = {
    "fr": {
        "ar": "arabe",
        "de": "allemand",
        "en": "anglais",
        "es": "espagnol",
        "fr": "français",
        "it": "italien",
        "ja": "japonais",
        "nl": "néerlandais",
        "pt": "portugais",
        "ru": "russe",
        "zh": "chinois",
    },
    "en": {
        "ar": "Arabic",
        "de": "German",
        "en": "English",
        "es": "Spanish",
        "fr": "French",
        "it": "Italian",
        "ja": "Japanese",
        "nl": "Dutch",
        "pt": "Portuguese",
        "ru": "Russian",
        "zh": "Chinese",
    },
}


def name(code: str, lang: Lang) -> str:
    """``French`` and ``français``; the code itself for a language that has no name here."""
    known = _TAUGHT_IN[lang].get(code)
    if known is not None:
        return known
    from babel import Locale  # late: see above

    return str(Locale(lang).languages.get(code, code))
