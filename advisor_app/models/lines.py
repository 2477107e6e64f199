"""The lines of a list as JSON. A hundred are read at every key, so they are plain lists and not documents."""

import json
from decimal import Decimal

from advisor_app.domain.card import Item, Line
from advisor_app.domain.quantities import Span
from advisor_app.domain.text import Text


def dump_line(line: Line) -> str:
    """A line as it is stored."""
    return json.dumps(
        (
            *(line.id, line.name, line.name_lang, line.school_id, line.school),
            [(campus.id, campus.name.fr, campus.name.en) for campus in line.campuses],
            line.levels,
            [(_words(span.minimum), _words(span.maximum), span.unit) for span in line.durations],
            [(format_.id, format_.name.fr, format_.name.en) for format_ in line.formats],
        ),
        ensure_ascii=False,
        separators=(",", ":"),
    )


def parse_line(stored: str) -> Line:
    """The line that was stored. Raises one of ``damage.DAMAGED`` for anything else."""
    id_, name, lang, school_id, school, campuses, levels, durations, formats = json.loads(stored)
    return Line(
        id=id_,
        name=name,
        name_lang=lang,
        school_id=school_id,
        school=school,
        campuses=tuple(Item(campus, Text(fr, en)) for campus, fr, en in campuses),
        levels=tuple(levels),
        durations=tuple(Span(minimum=_number(low), maximum=_number(high), unit=unit) for low, high, unit in durations),
        formats=tuple(Item(format_, Text(fr, en)) for format_, fr, en in formats),
    )


def _words(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _number(words: str | None) -> Decimal | None:
    return None if words is None else Decimal(words)
