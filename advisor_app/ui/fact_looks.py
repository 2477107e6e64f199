"""Which icon and which colour stand beside a fact, by how it is known. The words come from the translator."""

from collections.abc import Mapping
from types import MappingProxyType

from advisor_app.domain.facts import Status
from advisor_app.ui.looks import Look

FACTS: Mapping[Status, Look] = MappingProxyType(
    {
        Status.STATED: Look("check", "text2"),
        Status.INFERRED: Look("corner-down-right", "text2"),
        Status.CALCULATED: Look("calculator", "text2"),
        Status.NOT_STATED: Look("circle-dashed", "text2"),
        Status.CONFLICTING: Look("split", "confirm"),
        Status.OTHER_PROGRAMME: Look("copy", "confirm"),
    }
)
