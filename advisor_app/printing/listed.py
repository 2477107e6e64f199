"""The programmes that a search found, a few lines each."""

from collections.abc import Iterable, Iterator

from advisor_app.domain.text import Listing, msg
from advisor_app.printing import data
from advisor_app.printing.console import wrapped
from advisor_app.printing.data import Json
from advisor_app.services.browse import Browsed
from advisor_app.services.listed import Listed
from advisor_app.wording import Translator


def as_data(found: Browsed, listed: Iterable[Listed], t: Translator) -> Json:
    """For JSON."""
    return {"total": found.total, "corrected": found.corrected, "programmes": [_entry(one, t) for one in listed]}


def _entry(one: Listed, t: Translator) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "institution": {"id": one.school_id, "name": one.school_name, "short_name": one.school},
        "campuses": [campus.id for campus in one.campuses],
        "entry_points": [{"id": entry.id, "name": entry.name, "after": entry.after} for entry in one.entries],
        "formats": [format_.id for format_ in one.formats],
        "routes": one.routes,
        "price": t.render(one.price),
        "price_data": data.figures(one.price),
        "flag": t.render(one.doubt) if one.doubt else None,
        "source": data.source(one.source) if one.source else None,
    }


def as_lines(found: Browsed, listed: Iterable[Listed], t: Translator, width: int) -> Iterator[str]:
    """For a terminal."""
    if not found:
        yield t.tr("None of the {count} programmes fits. Fewer or other words may find one.", count=found.total)
        return
    if found.corrected is not None:
        yield from wrapped(_meant(found, found.corrected, t), width)
    yield t.tr_n("{count} programme", "{count} programmes", len(found))
    for one in listed:
        yield ""
        yield one.id
        for line in _lines(one, t):
            yield from wrapped(line, width, indent="    ", first="  ")


def _meant(found: Browsed, corrected: str, t: Translator) -> str:
    typed, meant = t.quoted(found.query.text.strip()), t.quoted(corrected)
    return t.tr("Nothing was found for {typed}; these are for {meant}.", typed=typed, meant=meant)


def _lines(one: Listed, t: Translator) -> Iterator[str]:
    levels = dict.fromkeys(one.levels)
    entries = Listing(tuple(msg("Bac+{level}", level=level) for level in levels), "comma")
    places = t.render(Listing(tuple(campus.name for campus in one.campuses), "comma"))
    yield one.name
    yield " · ".join((one.school, places, t.tr("entry at {levels}", levels=entries)))
    yield t.render(one.price)
    if one.doubt:
        yield f"! {t.render(one.doubt)}"
