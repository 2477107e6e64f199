"""One thing that the advisor keeps, as a JSON file in the user's own folder."""

import json
from pathlib import Path
from typing import Generic, TypeVar

from advisor_app.domain.errors import EnvironmentProblem, reason
from advisor_app.domain.text import Message, msg
from advisor_app.files import set_aside, write_whole
from advisor_app.models.damage import DAMAGED
from advisor_app.models.documents import dump, parse

T = TypeVar("T")

_TOO_LARGE = 8_000_000  # bytes; no desk holds that much, and a wrong file must not fill the memory


class KeptFile(Generic[T]):
    """Keeps one frozen dataclass. ``notice`` says what was wrong when a file could not be used; it is never overwritten then."""

    def __init__(self, path: Path, cls: type[T], empty: T) -> None:
        self.path = path
        self.notice: Message | None = None
        self._cls = cls
        self._empty = empty

    def load(self) -> T:
        """What was kept. A missing file is empty without a word; a damaged one is set aside under another name."""
        try:
            return parse(self._text(), self._cls)
        except FileNotFoundError:
            return self._empty
        except OSError as error:
            self.notice = msg(
                "{file} cannot be read ({why}); the program begins without it.", file=str(self.path), why=reason(error)
            )
        except DAMAGED:
            self.notice = self._put_aside()
        return self._empty

    def save(self, value: T) -> None:
        """Writes ``value``, whole or not at all. Raises EnvironmentProblem; what was kept before is then still there."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, (json.dumps(json.loads(dump(value)), ensure_ascii=False, indent=1) + "\n").encode())
        except OSError as error:
            raise EnvironmentProblem(
                msg(
                    "{file} could not be written ({why}). What was kept before is unchanged", file=str(self.path), why=reason(error)
                )
            ) from error

    def _text(self) -> str:
        with self.path.open("rb") as file:
            content = file.read(_TOO_LARGE + 1)
        if len(content) > _TOO_LARGE:
            raise ValueError("too large to be one of ours")
        return content.decode()

    def _put_aside(self) -> Message:
        try:
            aside = set_aside(self.path)
        except OSError as error:
            return msg("{file} is damaged and cannot be renamed ({why}).", file=str(self.path), why=reason(error))
        return msg(
            "{file} was damaged; it is now {aside}, and the program begins without it.", file=str(self.path), aside=aside.name
        )
