"""What the window asks of a translator. ``advisor_app.wording.Translator`` answers to it."""

from typing import Protocol

from advisor_app.domain.text import Lang, Value


class Words(Protocol):
    """One language's voice."""

    lang: Lang

    def tr(self, template: str, /, **params: Value) -> str: ...

    def tr_n(self, one: str, many: str, count: int, /, **params: Value) -> str: ...

    def tr_c(self, context: str, template: str, /, **params: Value) -> str: ...

    def render(self, value: Value) -> str: ...
