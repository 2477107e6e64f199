"""The programmes that a search found, a few lines each."""

from collections.abc import Iterator

from advisor_app.domain.text import Listing, msg
from advisor_app.printing import data
from advisor_app.printing.console import wrapped
from advisor_app.printing.data import Json
from advisor_app.services.browse import Browsed, Listed
from advisor_app.wording import Translator


def as_data(found: Browsed, t: Translator) -> Json:
    """For JSON."""
    return {"total": found.total, "programmes": [_entry(one, t) for one in found.listed]}


def _entry(one: Listed, t: Translator) -> Json:
    programme, institution = one.programme, one.institution
    return {
        "id": programme.id,
        "name": programme.name,
        "institution": {"id": institution.id, "name": institution.name, "short_name": institution.short_name},
        "campuses": list(programme.campuses),
        "entry_points": [{"id": entry.id, "name": entry.name, "after": entry.after} for entry in programme.entry_points],
        "formats": [format_.id for format_ in programme.formats],
        "routes": len(one.check.routes),
        "price": t.render(one.price),
        "price_data": data.figures(one.price),
        "flag": t.render(one.flag.short) if one.flag and one.flag.short else None,
        "source": data.source(one.source) if one.source else None,
    }


def as_lines(found: Browsed, t: Translator, width: int) -> Iterator[str]:
    """For a terminal."""
    if not found.listed:
        yield t.tr("None of the {count} programmes fits. Fewer or other words may find one.", count=found.total)
        return
    yield t.tr_n("{count} programme", "{count} programmes", len(found.listed))
    for one in found.listed:
        yield ""
        yield one.programme.id
        for line in _lines(one, t):
            yield from wrapped(line, width, indent="    ", first="  ")


def _lines(one: Listed, t: Translator) -> Iterator[str]:
    levels = dict.fromkeys(entry.after for entry in one.programme.entry_points)
    entries = Listing(tuple(msg("Bac+{level}", level=level) for level in levels), "comma")
    places = t.render(Listing(one.campuses, "comma"))
    yield one.programme.name
    yield " · ".join((one.institution.short_name, places, t.tr("entry at {levels}", levels=entries)))
    yield t.render(one.price)
    if one.flag and one.flag.short:
        yield f"! {t.render(one.flag.short)}"
