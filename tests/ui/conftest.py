"""What the tests of the window share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from advisor_app.ui.components import install_focus_ring
from advisor_app.ui.state import DeskState
from advisor_app.ui.theme import Theme, install_theme
from advisor_app.wording import Translator


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Popups and raised windows: the offscreen platform says that it can do neither."""
    for item in items:
        if "/tests/ui/" in str(item.path).replace("\\", "/"):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def theme_of_app(qapp: QApplication) -> Iterator[Theme]:
    """The theme, light before and after."""
    made = install_theme(qapp, "light")
    yield made
    made.set_mode("light")


@pytest.fixture(scope="session")
def focus_ring(qapp: QApplication) -> None:
    """The application's focus ring."""
    install_theme(qapp, "light")
    install_focus_ring(qapp)


@pytest.fixture
def english() -> Translator:
    return Translator("en")


@pytest.fixture
def french() -> Translator:
    return Translator("fr")


@pytest.fixture
def state(qapp: QApplication) -> DeskState:
    return DeskState()
