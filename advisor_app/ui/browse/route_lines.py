"""The Routes tab: every route of the programme with its verdict, and how the student's wishes fare on it."""

from collections.abc import Iterator

from advisor_app.domain.check import RouteCheck, preference
from advisor_app.domain.headlines import route_reason
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import Listing, Value
from advisor_app.services.detailed import Detailed
from advisor_app.ui.browse.evidence import Voice
from advisor_app.ui.browse.lines import ROUTE, Line, Para, Run, plain, small, text_line
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.tokens import Role
from advisor_app.wording.words import law as law_word


def route_lines(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    """The routes, best for this student first."""
    t, routes = voice.t, detailed.check.routes
    if not routes:
        yield text_line("routes:none", plain(t.tr("The page does not say which routes exist"), italic=True, tone="text2"))
        return
    counted = t.tr_n("{count} route", "{count} routes", len(routes))
    yield Line(
        key="heading:routes",
        grid=ROUTE,
        cells=tuple(
            (plain(name, Role.SMALL_STRONG, "text2"),)
            for name in (t.tr("Verdict"), t.tr("Entry and format"), t.tr("Campus and option"), t.tr("Wishes met"))
        ),
        spoken=counted,
        copied=counted,
        heading=True,
    )
    for check in sorted(routes, key=preference):
        yield _route(check, detailed.subject, voice)


def _route(check: RouteCheck, subject: Subject, voice: Voice) -> Line:
    t, look, route = voice.t, VERDICTS[check.verdict], check.route
    programme = subject.programme
    entry, format_ = entry_of(programme, route), format_of(programme, route)
    options = {option.id: option.name for option in (*programme.specialisations, *programme.streams)}
    chosen = tuple(options[one] for one in (route.specialisation, route.stream) if one in options)
    way = t.render(Listing((entry.name, format_.name), "dot"))
    campus = t.render(subject.campus_name(route.campus))
    option = t.render(Listing(chosen, "dot")) if chosen else ""
    wishes = _wishes(check, voice)
    reason = t.sentence(route_reason(check))
    word = t.render(check.verdict)
    law: tuple[Value, ...] = (law_word(check.legal.verdict),) if check.legal.applies else ()
    legal = t.tr("Law: {verdict}", verdict=law[0]) if law else ""
    spoken = ". ".join(
        part for part in (f"{way}, {campus}" + (f", {option}" if option else ""), word, reason, legal, wishes) if part
    )
    fold = (small(reason, "text"), *((small(legal, icon="scale"),) if legal else ()), *(_wish_paras(check, voice)))
    return Line(
        key=f"route:{route.entry}:{route.format}:{route.campus}:{route.specialisation}:{route.stream}:{route.intake}",
        grid=ROUTE,
        cells=(
            (Para((Run(word, Role.SMALL_STRONG, look.tone),), look.icon, look.tone),),
            (plain(way), *((small(legal, icon="scale"),) if legal else ())),
            (plain(campus), *((small(option),) if option else ())),
            (small(t.tr("{met} of {count}", met=check.wishes_met, count=len(check.wishes)) if check.wishes else ""),),
        ),
        fold=fold,
        fold_column=1,
        spoken=spoken,
        copied=spoken,
    )


def _wishes(check: RouteCheck, voice: Voice) -> str:
    if not check.wishes:
        return ""
    return voice.t.tr_n("{met} of {count} wish met", "{met} of {count} wishes met", len(check.wishes), met=check.wishes_met)


def _wish_paras(check: RouteCheck, voice: Voice) -> Iterator[Para]:
    icons = {True: "check", False: "x", None: "circle-question-mark"}
    return (small(voice.t.render(wish.reason), icon=icons[wish.met]) for wish in check.wishes)
