"""What stands around the facts of every sheet: who hands it out and when, cautions, and what holds of foreign diplomas."""

from collections.abc import Iterable, Iterator

from advisor_app.domain.attainment import is_foreign
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.threshold import NO_EQUIVALENCE
from advisor_app.domain.student import Student
from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.model import Remark
from advisor_app.sheets.order import Options
from advisor_app.sheets.parts.requirements import said_above
from advisor_app.sheets.press import Press, joined, strong


def occasion(press: Press, options: Options) -> str:
    """School or event, date, and with whom one spoke."""
    whom = press.words("with {name}", name=options.advisor) if options.advisor else ""
    school = options.occasion or options.look.school
    date = press.voice.date(options.printed_on).replace(" ", "\u00a0")
    return " · ".join(part for part in (school, date, whom.replace(" ", "\u00a0")) if part)


def privacy(press: Press, options: Options) -> str:
    return "" if options.first_name else press.words("Anonymous sheet: no name is kept")


def cautions(press: Press, options: Options) -> Iterator[Remark]:
    """What the check of claims found and nobody mended, its rule in a note. What several programmes share is said once."""
    found: dict[tuple[str, str], list[Line]] = {}
    for caution in options.cautions:
        what, why = _split(press.voice.sentence(caution.text))
        whom = press.voice.render(caution.programme)
        about = (*strong(whom), Run(press.colon)) if whom else ()
        found.setdefault((why, press.voice.sentence(caution.rule)), []).append((*about, Run(what)))
    lines = tuple(
        (*joined(heads, press.semicolon), Run(why), *press.note((Run(f"{rule}."),))) for (why, rule), heads in found.items()
    )
    if lines:
        yield Remark(press.words("Caution"), lines, warning=True)


def _split(said: str) -> tuple[str, str]:
    """What is found, and the sentences behind it, which other programmes may have in common."""
    what, stop, why = said.partition(". ")
    return (what, f"{stop}{why}") if stop else (said, "")


def foreign_diploma(press: Press, student: Student, reference: Reference, checks: Iterable[RouteCheck | None]) -> Iterator[Remark]:
    """Where none of the verdicts says it already."""
    above = (said_above(check) for check in checks if check is not None)
    said = any(finding is not None and finding.answer.reason == NO_EQUIVALENCE for finding in above)
    if not said and any(is_foreign(held, reference) for held in student.qualifications):
        yield Remark(press.words("Equivalence"), ((*press.say(NO_EQUIVALENCE), *press.no_equivalence),))
