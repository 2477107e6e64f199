"""Amounts of money, and intervals of them."""

from dataclasses import dataclass
from decimal import Decimal


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

    @classmethod
    def of(cls, *amounts: Decimal) -> "Interval":
        """The smallest interval that holds every amount."""
        return cls(min(amounts), max(amounts))


def cents(amount: Decimal) -> Decimal:
    """The amount with exactly two decimals, as sums are written in files and JSON."""
    return amount.quantize(Decimal("0.01"))
