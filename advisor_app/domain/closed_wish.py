"""Why the route that is shown is not the one wished for: what the student wishes for exists, and the law closes it."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.legal import LegalFinding
from advisor_app.domain.routes import format_of
from advisor_app.domain.text import Message, msg
from advisor_app.domain.wishes import FORMAT


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedWish:
    """``said`` names the format wished for and the one that is shown; ``finding`` is the rule that closes it."""

    said: Message
    finding: LegalFinding


def closed_wish(programme: Programme, shown: RouteCheck, checks: Iterable[RouteCheck]) -> ClosedWish | None:
    """``None`` where the route ``shown`` has the format wished for, or where a route from its entry point has it and is open."""
    wished = [check for check in checks if check.route.entry == shown.route.entry and _as_wished(check)]
    if not wished or _as_wished(shown) or not all(check.legal.closed for check in wished):
        return None
    finding = wished[0].legal.decisive
    if finding is None:
        return None
    names = {"wished": format_of(programme, wished[0].route).name, "shown": format_of(programme, shown.route).name}
    return ClosedWish(said=msg("{wished}: closed by law. Shown here: {shown}", **names), finding=finding)


def _as_wished(check: RouteCheck) -> bool:
    return any(wish.wish == FORMAT and wish.met for wish in check.wishes)
