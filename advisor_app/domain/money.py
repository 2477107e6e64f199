"""Amounts of money, and intervals of them."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount. ``currency`` is an ISO 4217 code, or ``None`` where the page prints the number alone."""

    amount: Decimal
    currency: str | None

    def __str__(self) -> str:
        return f"{self.amount} {self.currency or '?'}"


@dataclass(frozen=True, slots=True)
class Interval:
    """A sum known between two bounds, inclusive; both are equal where it is known exactly."""

    minimum: Decimal = Decimal(0)
    maximum: Decimal = Decimal(0)

    @property
    def exact(self) -> bool:
        return self.minimum == self.maximum

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.minimum + other.minimum, self.maximum + other.maximum)

    def __or__(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both: one or the other is so."""
        return Interval(min(self.minimum, other.minimum), max(self.maximum, other.maximum))

    def at_most(self, amount: Decimal) -> "Interval":
        """No more than ``amount`` of it."""
        return Interval(min(self.minimum, amount), min(self.maximum, amount))

    def above(self, amount: Decimal) -> "Interval":
        """What exceeds ``amount``."""
        return Interval(max(self.minimum - amount, Decimal(0)), max(self.maximum - amount, Decimal(0)))

    def each(self, parts: Decimal) -> "Interval":
        """One of ``parts`` equal parts, to the cent."""
        return Interval(cents(self.minimum / parts), cents(self.maximum / parts))

    @classmethod
    def of(cls, *amounts: Decimal) -> "Interval":
        """The smallest interval that holds every amount."""
        return cls(min(amounts), max(amounts))


def cents(amount: Decimal) -> Decimal:
    """The amount with exactly two decimals, half a cent up, as sums are written in files and JSON."""
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def split(amount: Decimal, parts: int) -> tuple[Decimal, ...]:
    """``amount`` in ``parts`` parts of whole cents that add up to it; the last takes what is left over."""
    part = cents(amount / parts)
    return (*(part,) * (parts - 1), amount - part * (parts - 1))
