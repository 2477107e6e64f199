"""What routes cost, worked out by hand, held against what the program says. The cases are in tests/cases/costs/."""

import shutil
import tomllib
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from advisor_app.domain.catalogue import Catalogue, Due
from advisor_app.domain.money import Interval
from advisor_app.domain.payments import Payment
from advisor_app.domain.quantities import SchoolYear
from advisor_app.domain.route import Route
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Residence, Student, Wishes
from advisor_app.domain.terms import ChargeKind, Moment, Payer
from advisor_app.domain.text import Message
from advisor_app.domain.timeline import Timeline, timelines
from advisor_app.interchange.source_files import read_catalogue
from tests.domain.wording import said

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "costs"
KEYS = {"why", "route", "residence", "start", "budget", "level", "no_contract"}
Case = Mapping[str, Any]


@cache
def catalogue() -> Catalogue:
    """The real sources with the made-up programmes beside them."""
    with TemporaryDirectory() as folder:
        made = Path(shutil.copytree(ROOT / "data" / "catalogue", Path(folder) / "catalogue"))
        for file in (CASES / "programmes").glob("*.toml"):
            shutil.copy(file, made / "programmes")
        return read_catalogue(made)


def cases() -> list[Any]:
    files = sorted(CASES.glob("*.toml"))
    read = [(file.stem, tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
    return [pytest.param(data["programme"], case, id=f"{name}: {case['why']}"[:70]) for name, data in read for case in data["case"]]


def laid(programme: str, case: Case) -> tuple[Timeline, ...]:
    known, route = catalogue(), Route(programme=programme, **case["route"])
    one = known.programmes[programme]
    alike = [each for each in routes_of(one) if all(getattr(each, key) == value for key, value in case["route"].items())]
    assert alike, f"there is no route {route}"
    student = Student(
        residence=Residence(case["residence"]) if "residence" in case else None,
        wishes=Wishes(start=case.get("start"), budget_per_year=Decimal(case["budget"]) if "budget" in case else None),
    )
    return timelines(one, alike[0], student, known.reference, case.get("level"))


def figure(amount: Interval | None) -> object:
    if amount is None:
        return "unknown"
    low, high = (f"{bound:.2f}" for bound in (amount.minimum, amount.maximum))
    return low if low == high else [low, high]


def plain(message: Message) -> str:
    """The CVEC by its name alone: its words are tested elsewhere."""
    words = said(message).replace("\u00a0", " ").replace("\u202f", " ")
    return "CVEC" if "(CVEC)" in words else words


MOMENTS = {Moment.REGISTRATION: " on registration", Moment.APPLICATION: " on applying", Moment.START: " at the start"}


def when(due: Due | None, month: object) -> str:
    return "" if due is None else MOMENTS[due.moment] if due.moment else f" in {said(month)}"  # type: ignore[arg-type]


def paid(payment: Payment) -> str:
    deposit = "deposit " if payment.what is ChargeKind.DEPOSIT else ""
    return f"{deposit}{figure(payment.price)}{when(payment.when.due, payment.when.month)}"


def notes_of(timeline: Timeline, wanted: Sequence[str]) -> list[str]:
    found = [plain(note) for note in timeline.cost.notes]
    return [note for note in found if note in wanted]


def year_name(timeline: Timeline) -> list[str]:
    return [f"Bac+{year.reaches}{' elsewhere' if year.elsewhere else ''}" for year in timeline.years]


def found(timeline: Timeline, case: Case) -> dict[str, object]:
    """What the program says of everything that the case has a figure for; payers that the case does not name pay nothing."""
    cost = timeline.cost
    own = [year for year in timeline.years if not year.elsewhere]
    tuition = [next((p for p in year.payments if p.charge and p.charge.kind is ChargeKind.TUITION), None) for year in own]
    readers: dict[str, Callable[[], object]] = {
        "total": lambda: figure(cost.total),
        "per_year": lambda: figure(cost.per_year),
        "per_credit": lambda: figure(cost.per_credit),
        "by_law": lambda: figure(timeline.by_law),
        "student_total": lambda: figure(timeline.student_total),
        "yearly": lambda: [figure(year.cost.price if year.cost else None) for year in own],
        "over_budget": lambda: [figure(year.over_budget) for year in own],
        "school_years": lambda: [f"{y.start}/{y.start + 1}" for year in own if (y := year.school_year)],
        "other_year": lambda: [payment.other_year if payment else None for payment in tuition],
        "at_once": lambda: [f"{total:.2f}" for total in sorted(total for one in timeline.at_once for total in one.totals)],
        "payments": lambda: [paid(payment) for payment in timeline.payments if payment.counted],
        "open": lambda: [plain(message) for message in cost.open],
        "notes": lambda: notes_of(timeline, case["notes"]),
        "years": lambda: year_name(timeline),
    }
    named = {payer.value: share for payer in Payer if (share := cost.of(payer)) is not None and share != Interval()}
    nothing = {key: "0.00" for key in case if key in {payer.value for payer in Payer}}
    assert set(case) <= KEYS | set(readers) | {payer.value for payer in Payer}
    return (
        nothing
        | {payer: figure(share) for payer, share in named.items()}
        | {key: read() for key, read in readers.items() if key in case}
    )


@pytest.mark.parametrize(("programme", "case"), cases())
def test_costs(programme: str, case: Case) -> None:
    first, *others = laid(programme, case)
    wanted = {key: value for key, value in case.items() if key not in KEYS}
    payers = {payer.value for payer in Payer}
    got = found(first, case)
    if not payers & set(wanted):  # a case that names no payer is about something else, unless it says that all is open
        got = {key: value for key, value in got.items() if key not in payers}
    assert got == wanted, case["why"]
    if "no_contract" in case:
        [without] = others
        assert found(without, case["no_contract"]) == dict(case["no_contract"]), case["why"]


@pytest.mark.parametrize(("programme", "case"), cases())
def test_payments_add_up_to_the_sums(programme: str, case: Case) -> None:
    for timeline in laid(programme, case):
        paid_ = sum((one.price.maximum for one in timeline.payments if one.counted and one.price), Decimal(0))
        assert paid_ == timeline.cost.total.maximum
        assert sum((year.cost.price for year in timeline.years if year.cost), Interval()) == timeline.cost.total


def test_there_are_cases_enough() -> None:
    assert len(cases()) >= 25
    assert SchoolYear.of(2027, 1) == SchoolYear.of(2026, 9)
