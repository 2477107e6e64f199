"""Laying out at once what was filled anew, so that it is painted once and not again after every part has found its size."""

from PySide6.QtWidgets import QWidget


def settle(inner: QWidget, outer: QWidget) -> None:
    """Activates the layouts from ``inner`` up to ``outer``."""
    walk: QWidget | None = inner
    while walk is not None:
        layout = walk.layout()
        if layout is not None:
            layout.activate()
        if walk is outer:
            return
        walk = walk.parentWidget()
