"""Something that the program can do, as the command palette offers it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """``group`` says what kind it is, ``also`` holds other words by which it is found, ``key`` the key that does the same."""

    title: str
    run: Callable[[], object]
    group: str = ""
    icon: str = ""
    key: str = ""
    also: str = ""
