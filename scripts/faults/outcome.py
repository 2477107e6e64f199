"""What came of one kind of fault, as ``make faults`` prints it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``lost`` counts the tries after which something was gone, damaged, or the program had failed in a way nobody foresaw."""

    fault: str
    tried: int
    lost: int
    note: str = ""
    sees: tuple[str, ...] = field(default=())
    """What the user is told, where something is said; one of each kind."""

    def lines(self) -> list[str]:
        verdict = "ok" if not self.lost else f"LOST {self.lost}"
        first = f"{self.fault:<58} {self.tried:>6} times  {verdict}{'; ' if self.note else ''}{self.note}"
        return [first, *(f"    the user sees: {sentence}" for sentence in self.sees)]
