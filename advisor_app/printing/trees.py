"""Requirements in the shape that the school gives them: all of these, any of those; for a programme, and for a student."""

from collections.abc import Iterator

from advisor_app.domain.catalogue import EntryPoint
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.evaluate import Finding, Operator, Outcome
from advisor_app.domain.requirements.tree import All, AnyOf, AppliesTo, AtLeast, Leaf, Node, Not, Readings, Strength, children
from advisor_app.domain.text import Text
from advisor_app.printing.console import wrapped
from advisor_app.printing.data import Json
from advisor_app.printing.sources import Numbered
from advisor_app.wording import Translator, words

SIGNS = {FindingStatus.MET: "✓", FindingStatus.TO_CONFIRM: "~", FindingStatus.UNKNOWN: "?", FindingStatus.NOT_MET: "✗"}
STEP = "  "


def asked(entry: EntryPoint, reference: Reference, t: Translator, numbered: Numbered) -> Iterator[str]:
    """What an entry point asks, one line a condition, indented as the conditions lie within one another."""
    if entry.requirements is None:
        yield t.tr("not stated")
    else:
        yield from _asked(entry.requirements, reference, t, numbered, "")


def _asked(node: Node, reference: Reference, t: Translator, numbered: Numbered, indent: str) -> Iterator[str]:
    if isinstance(node, Leaf):
        where = numbered.reference(node.source, node.section, t)
        yield f"{indent}- {t.render(node.test.asked(reference))}{_limits(node, t)} {where}".rstrip()
        if node.note is not None:
            yield f"{indent}  → {t.render(node.note)}"
        return
    yield f"{indent}{_heading(operator(node), node.n if isinstance(node, AtLeast) else None, _note(node), t)}"
    for child in children(node):
        yield from _asked(child, reference, t, numbered, indent + STEP)


def operator(node: All | AnyOf | Not | AtLeast | Readings) -> Operator:
    """The node's operator by the name that the findings use."""
    names: dict[type, Operator] = {All: "all", AnyOf: "any", Not: "not", AtLeast: "at_least", Readings: "readings"}
    return names[type(node)]


def _note(node: Node) -> Text | None:
    return node.note if isinstance(node, Readings) else None


def _heading(operated: Operator, n: int | None, note: Text | None, t: Translator) -> str:
    said = t.render(words.group(operated, n))
    return t.tr("{label}: {value}", label=said, value=note) if note else said


def _limits(leaf: Leaf, t: Translator) -> str:
    """Whom the condition binds, and how strictly, where that is not everyone and fully."""
    said = []
    if leaf.applies_to is not AppliesTo.EVERYONE:
        said.append(t.render(leaf.applies_to))
    if leaf.strength is not Strength.MANDATORY:
        said.append(t.render(leaf.strength))
    return f" ({', '.join(said)})" if said else ""


def asked_data(entry: EntryPoint, reference: Reference, t: Translator) -> Json:
    """For JSON: a condition, or ``all``, ``any``, ``not``, ``at_least`` or ``readings`` with what stands under it."""
    tree = _data(entry.requirements, reference, t) if entry.requirements else None
    return {"entry": entry.id, "name": entry.name, "after": entry.after, "requirements": tree}


def _data(node: Node, reference: Reference, t: Translator) -> Json:
    if isinstance(node, Leaf):
        return {
            "kind": node.kind,
            "asked": t.render(node.test.asked(reference)),
            "strength": node.strength.value,
            "applies_to": node.applies_to.value,
            "source": {"id": node.source or None, "section": node.section or None},
            "quote": node.quote,
            "note": t.render(node.note) if node.note else None,
        }
    found: dict[str, Json] = {operator(node): [_data(child, reference, t) for child in children(node)]}
    if isinstance(node, AtLeast):
        found["n"] = node.n
    note = _note(node)
    return found | ({"note": t.render(note)} if note else {})


def found(outcome: Outcome, t: Translator, numbered: Numbered, width: int, indent: str) -> Iterator[str]:
    """What the student meets and what not, in the same shape. Soft criteria are left out: they are listed, never counted."""
    if isinstance(outcome, Finding):
        if outcome.leaf.strength is not Strength.SOFT:
            yield from _finding(outcome, t, numbered, width, indent)
        return
    heading = _heading(outcome.operator, outcome.n, outcome.note, t)
    yield from wrapped(
        f"{heading} · {t.render(outcome.status)}", width, indent=indent + STEP, first=f"{indent}{SIGNS[outcome.status]} "
    )
    for child in outcome.children:
        yield from found(child, t, numbered, width, indent + STEP)


def _finding(finding: Finding, t: Translator, numbered: Numbered, width: int, indent: str) -> Iterator[str]:
    where = numbered.reference(finding.leaf.source, finding.leaf.section, t)
    condition = t.sentence(finding.asked) + _limits(finding.leaf, t)
    said = t.tr("{asked} · has: {has} · {status}", asked=condition, has=finding.answer.has, status=finding.bearing)
    first = f"{indent}{SIGNS[finding.bearing]} "
    yield from wrapped(f"{said} {where}", width, indent=indent + STEP, first=first)
    yield from wrapped(t.sentence(finding.answer.reason), width, indent=indent + STEP)
