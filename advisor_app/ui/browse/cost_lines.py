"""What the best route costs this student, by payer, under the facts of the Costs tab."""

from collections.abc import Iterator

from advisor_app.domain.check import RouteCheck
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import Listing, Value
from advisor_app.services.detailed import Detailed
from advisor_app.ui.browse.evidence import Voice
from advisor_app.ui.browse.lines import Grid, Line, Para, Run, heading, plain, text_line
from advisor_app.ui.tokens import Role

AMOUNT = Grid((196, 0))


def route_name(check: RouteCheck, subject: Subject, *, campus: bool = True) -> Value:
    """``MSc1 · initial · Paris``: a route by its own names."""
    route, programme = check.route, subject.programme
    options = {option.id: option.name for option in (*programme.specialisations, *programme.streams)}
    parts: list[Value] = [entry_of(programme, route).name, format_of(programme, route).name]
    if campus:
        parts.append(subject.campus_name(route.campus))
    parts += [options[one] for one in (route.specialisation, route.stream) if one in options]
    return Listing(tuple(parts), "dot")


def payer_lines(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    """From entry to award, who pays what on the route that fits best, and what the sum leaves out."""
    best, t = detailed.check.best, voice.t
    if best is None:
        return
    cost = best.cost
    yield heading("payers", t.tr("From entry to award"), note=t.render(route_name(best, detailed.subject)))
    if not cost.by_payer:
        yield text_line(
            "payer:none", plain(t.tr("Nothing can be added up: no amount is stated for this route"), italic=True, tone="text2")
        )
    for share in cost.by_payer:
        who, amount = t.sentence(share.payer), t.money_between(share.amount, cost.currency)
        if not cost.complete:
            amount = t.tr("{amount}, and what is open below", amount=amount)
        yield Line(
            key=f"payer:{share.payer}",
            grid=AMOUNT,
            cells=((plain(who, tone="text2"),), (plain(amount, Role.STRONG),)),
            spoken=voice.pair(who, amount),
            copied=voice.pair(who, amount),
        )
    yield from _listed("open", "circle-dashed", t.tr("Not in the sum"), cost.open, voice)
    yield from _listed("note", "info", t.tr("To know"), cost.notes, voice)


def _listed(key: str, icon: str, label: str, said: tuple[Value, ...], voice: Voice) -> Iterator[Line]:
    if said:
        paras = tuple(Para((Run(voice.t.sentence(one)),), icon) for one in said)
        texts = "; ".join(para.text for para in paras)
        yield Line(
            key=f"cost:{key}",
            grid=AMOUNT,
            cells=((plain(label, tone="text2"),), paras),
            spoken=voice.pair(label, texts),
            copied=voice.pair(label, texts),
        )
