"""Words that only the layout needs."""

from advisor_app.sheets.model import Wording
from advisor_app.sheets.press import Press


def wording(press: Press) -> Wording:
    return Wording(
        programme=press.words("Programme"),
        continued=press.words("continued, note {note}", note="{note}"),
        unprintable=press.words("a character that this sheet cannot print"),
        overleaf=press.words("Caution: page {page}", page="{page}"),
    )
