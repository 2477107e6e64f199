"""The gettext catalogues in ``resources/translations``. The English words are the keys, so English needs no file."""

import gettext
import logging
from functools import cache
from pathlib import Path

from advisor_app.domain.text import Lang
from advisor_app.paths import resource_dir

DOMAIN = "advisor"

_log = logging.getLogger(__name__)


class English(gettext.NullTranslations):
    """The keys themselves. One is singular, nothing and several are plural."""


def default_folder() -> Path:
    """Where the catalogues lie that come with the program."""
    return resource_dir() / "translations"


def speaks(lang: Lang, folder: Path | None = None) -> bool:
    """Whether the catalogue of a language is there and whole; without it the program speaks English."""
    return lang == "en" or isinstance(load(lang, folder or default_folder()), gettext.GNUTranslations)


@cache
def load(lang: Lang, folder: Path) -> gettext.NullTranslations:
    """The catalogue of a language. Without its file the program speaks English and says so in the log."""
    if lang == "en":
        return English()
    file = folder / lang / "LC_MESSAGES" / f"{DOMAIN}.mo"
    try:
        with file.open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except Exception as error:  # noqa: BLE001 - gettext raises whatever a broken file makes it trip over
        _log.warning("The translation %s cannot be read (%s): English is used.", file, error)
        return English()
