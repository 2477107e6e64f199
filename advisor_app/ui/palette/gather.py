"""What can be done from where one stands: by the window, by the place, and by every button that the place shows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from advisor_app.domain.text import LANGS
from advisor_app.ui.commands import Command
from advisor_app.ui.components.button import Button, IconButton
from advisor_app.ui.components.segmented import SegmentedControl
from advisor_app.ui.components.tab_strip import TabStrip
from advisor_app.ui.place import Place, PlaceSpec
from advisor_app.ui.rail import LANGUAGES
from advisor_app.ui.shortcuts import FrameKey
from advisor_app.ui.state import DeskState
from advisor_app.ui.strip.fields import StripField
from advisor_app.ui.theme import Mode
from advisor_app.wording import Translator

W = TypeVar("W", bound=QWidget)


def of_frame(keys: Sequence[FrameKey], actions: Mapping[str, Callable[[], object]], words: Translator) -> Iterator[Command]:
    """What the keys of the window do."""
    for key in keys:
        yield Command(
            title=words.render(key.does), run=actions[key.action], group=words.tr("Anywhere"), icon=key.icon, key=key.shown
        )


def of_places(places: Sequence[PlaceSpec], state: DeskState, words: Translator) -> Iterator[Command]:
    """Going to a place."""
    for number, spec in enumerate(places, 1):
        title = words.tr("Go to {place}", place=words.render(spec.title))
        yield Command(title=title, run=partial(state.go, spec.key), group=words.tr("Places"), icon=spec.icon, key=f"Alt+{number}")


def of_student(fields: Sequence[StripField], open_picker: Callable[[StripField], object], words: Translator) -> Iterator[Command]:
    """Asking for, or changing, something about the student."""
    for field in fields:
        title = words.render(field.name)
        run = partial(open_picker, field)
        yield Command(title=title, run=run, group=words.tr("Student"), icon=field.icon, key=field.shortcut)


def of_looks(state: DeskState, words: Translator) -> Iterator[Command]:
    """Languages and themes."""
    for lang in LANGS:
        title = words.tr("Language: {language}", language=LANGUAGES[lang])
        yield Command(title=title, run=partial(state.set_lang, lang), icon="languages", also="language langue")
    themes: tuple[tuple[Mode, str, str], ...] = (
        ("light", words.tr("Light"), "sun"),
        ("dark", words.tr("Dark"), "moon"),
        ("system", words.tr("As the system"), "sun-moon"),
    )
    for mode, name, icon in themes:
        yield Command(title=words.tr("Theme: {theme}", theme=name), run=partial(state.set_theme, mode), icon=icon)


def of_place(place: Place) -> Iterator[Command]:
    """What the place offers itself, then every button, section and choice that it shows and that says something else."""
    own = tuple(place.commands())
    said = {one.title for one in own}
    yield from own
    group = place.accessibleName()
    for title, run, icon, key in _pressed(place):
        if title and title not in said:
            said.add(title)
            yield Command(title=title, run=run, group=group, icon=icon, key=key)


def _pressed(place: Place) -> Iterator[tuple[str, Callable[[], object], str, str]]:
    for button in _shown(place, Button):
        yield _name(button), button.click, button.icon_name or "", button.key_hint
    for small in _shown(place, IconButton):
        yield _name(small), small.click, small.icon_name, ""
    for strip in _shown(place, TabStrip):
        for number, tab in enumerate(strip.bar.tabs):
            yield tab.words, partial(strip.bar.choose, number), "", ""
    for choice in _shown(place, SegmentedControl):
        for segment in choice.segments:
            yield segment.accessibleName(), segment.click, "", ""


def _name(button: Button | IconButton) -> str:
    return button.accessibleName() or button.words


def _shown(place: Place, kind: type[W]) -> list[W]:
    return [one for one in place.findChildren(kind) if one.isVisible() and one.isEnabled()]
