"""What the advisor keeps from one start to the next: pins, saved searches, named comparisons, the desk as it was left."""

from typing import Protocol, TypeVar

T = TypeVar("T")


class Keeper(Protocol[T]):
    """Keeps one immutable value. ``advisor_app.models.kept_file`` does so in a file."""

    def load(self) -> T:
        """What was kept last, or the empty value where nothing usable was."""

    def save(self, value: T) -> None:
        """Keeps ``value``, whole or not at all. Raises ``EnvironmentProblem``."""
