"""Related programmes under the overview: each with its school, verdict and reason; Enter opens it."""

from collections.abc import Iterable, Iterator

from advisor_app.services.listed import Listed
from advisor_app.services.related import Related
from advisor_app.ui.browse.lines import Grid, Line, Para, Run, heading, plain, small
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.tokens import Role
from advisor_app.wording import Translator

_RELATED = Grid((0, 250))


def related_lines(found: Iterable[Related], t: Translator) -> Iterator[Line]:
    """A heading for each thing in common, and its programmes."""
    for one in found:
        more = one.count - len(one.programmes)
        note = t.tr_n("and {count} other", "and {count} others", more) if more > 0 else ""
        yield heading(f"related:{one.key}", t.render(one.why), note=note)
        yield from (_line(one.key, listed, t) for listed in one.programmes)


def _line(key: str, listed: Listed, t: Translator) -> Line:
    look, word, reason = VERDICTS[listed.verdict], t.render(listed.verdict), t.render(listed.brief_reason)
    spoken = t.tr("{programme}, {school}, {verdict}", programme=listed.name, school=listed.school, verdict=word)
    verdict = Para((Run(word, Role.SMALL_STRONG, look.tone), Run(f"  {reason}", Role.SMALL, "text2")), look.icon, look.tone, most=2)
    return Line(
        key=f"related:{key}:{listed.id}",
        grid=_RELATED,
        cells=((plain(listed.name, Role.STRONG, "accent"), small(listed.school)), (verdict,)),
        spoken=f"{spoken}. {reason}",
        copied=f"{spoken}. {reason}",
        leads_to=listed.id,
    )
