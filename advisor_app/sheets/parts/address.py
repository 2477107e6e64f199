"""The code that a telephone reads: the programme's own page, or else the school's site, and which of the two it is."""

import re

from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.model import Code
from advisor_app.sheets.press import Press

_SCHEMES = ("https://", "http://")
_BARE = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/\S*)?", re.IGNORECASE)


def code(press: Press, column: ComparedColumn) -> Code | None:
    """``None`` where the catalogue has neither address: none is ever guessed."""
    programme, school = column.subject.programme, column.subject.institution
    source = press.source(programme.source)
    page = address(programme.url) or address(source.url if source else None)
    if page is not None:
        said = press.words("Code that opens the page of {programme}: {url}", programme=programme.name, url=page)
        return Code(page, said, press.words("its page"))
    site = address(school.site)
    if site is None:
        return None
    said = press.words("Code that opens the site of {school}, not the page of the programme: {url}", school=school.name, url=site)
    return Code(site, said, press.words("school’s site"))


def address(written: str | None) -> str | None:
    """An address as a telephone opens it. A bare domain is asked for over https, as a browser does with one that is typed in."""
    if not written:
        return None
    if written.startswith(_SCHEMES):
        return written
    return f"https://{written}" if _BARE.fullmatch(written) else None
