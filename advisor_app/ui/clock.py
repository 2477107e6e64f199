"""The day on the advisor's clock, by which pages and prices are old or not."""

from datetime import UTC, date, datetime


def local_today() -> date:
    """Today, where the advisor is."""
    return datetime.now(UTC).astimezone().date()
