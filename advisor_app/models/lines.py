"""The lines of a list as JSON. A hundred are read at every key, so they are plain lists and not documents."""

import json
from datetime import date
from typing import Any

from advisor_app.domain.lines import Glance, Item, Line
from advisor_app.domain.quantities import Span
from advisor_app.domain.text import Text
from advisor_app.domain.verdicts import Verdict
from advisor_app.models.values import decimal_of, plain, stored_decimal, value_of


def dump_line(line: Line) -> str:
    """A line as it is stored."""
    return json.dumps(
        (
            *(line.id, line.name, line.name_lang, line.school_id, line.school),
            [(campus.id, campus.name.fr, campus.name.en) for campus in line.campuses],
            line.levels,
            [(stored_decimal(span.minimum), stored_decimal(span.maximum), span.unit) for span in line.durations],
            [(format_.id, format_.name.fr, format_.name.en) for format_ in line.formats],
            line.dated and line.dated.isoformat(),
            line.doubt and (line.doubt.fr, line.doubt.en),
            line.doubts,
            _dumped(line.first),
        ),
        ensure_ascii=False,
        separators=(",", ":"),
    )


def parse_line(stored: str) -> Line:
    """The line that was stored. Raises one of ``damage.DAMAGED`` for anything else."""
    id_, name, lang, school_id, school, campuses, levels, durations, formats, dated, doubt, doubts, first = json.loads(stored)
    return Line(
        id=id_,
        name=name,
        name_lang=lang,
        school_id=school_id,
        school=school,
        campuses=tuple(Item(campus, Text(fr, en)) for campus, fr, en in campuses),
        levels=tuple(levels),
        durations=tuple(Span(minimum=decimal_of(low), maximum=decimal_of(high), unit=unit) for low, high, unit in durations),
        formats=tuple(Item(format_, Text(fr, en)) for format_, fr, en in formats),
        dated=None if dated is None else date.fromisoformat(dated),
        doubt=None if doubt is None else Text(*doubt),
        doubts=doubts,
        first=_parsed(*first),
    )


def _dumped(glance: Glance) -> tuple[object, ...]:
    return (glance.verdict.value, plain(glance.price), glance.price_year, plain(glance.reason), plain(glance.brief_reason))


def _parsed(verdict: str, price: Any, price_year: str | None, reason: Any, brief_reason: Any) -> Glance:  # noqa: ANN401 - JSON
    return Glance(
        verdict=Verdict(verdict),
        price=value_of(price),
        price_year=price_year,
        reason=value_of(reason),
        brief_reason=value_of(brief_reason),
    )
