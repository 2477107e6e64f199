"""One module for each kind of requirement. A new module here is found by itself; nothing lists them."""

import importlib
import pkgutil

from advisor_app.domain.requirements.base import KINDS, Test


def load() -> dict[str, type[Test]]:
    """Every kind by the name that catalogue files use."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return KINDS
