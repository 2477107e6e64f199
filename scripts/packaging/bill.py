"""The list of components as CycloneDX, for those who ask what is inside: the same for the same folder, byte for byte."""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Listed
from cyclonedx.model.component import ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from scripts.packaging.components import Component

_EPOCH = uuid.UUID("6f4f4bde-8a53-5c29-9f0a-5b0c3c1e7a11")  # a namespace of our own


def bill(components: Iterable[Component], made: int) -> str:
    """The list as JSON; ``made`` is the moment of the build, in seconds since 1970."""
    given = list(components)
    bom = Bom()
    (program,) = (one for one in given if one.origin == "own")
    bom.metadata.component = Listed(
        name=program.name,
        version=program.version,
        type=ComponentType.APPLICATION,
        bom_ref=program.name,
        licenses=_licences(program.licence),
    )
    bom.metadata.timestamp = datetime.fromtimestamp(made, UTC)
    listed = {one.name: _listed(one) for one in given if one.origin != "own"}
    for one in given:
        if one.inside and one.inside in listed:
            listed[one.inside].components.add(listed.pop(one.name))
    bom.components.update(listed.values())
    bom.register_dependency(bom.metadata.component, list(listed.values()))
    bom.serial_number = uuid.uuid5(_EPOCH, repr([(one.name, one.version) for one in given]))
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def _listed(one: Component) -> Listed:
    made = Listed(
        name=one.name,
        version=one.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{one.name}@{one.version}",
        licenses=_licences(one.licence),
        purl=_address(one),
    )
    for part in (one.parts or {}).get("components", ()):
        made.components.add(_part(one, part))
    return made


def _part(of: Component, part: dict[str, Any]) -> Listed:
    """A component that another one's own list names, such as the crates in a library made with Rust."""
    version = part.get("version", "")
    licences = [entry.get("expression") or entry.get("license", {}).get("id") for entry in part.get("licenses", ())]
    return Listed(
        name=part["name"],
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{of.name}/{part['name']}@{version}",
        licenses=_licences(" AND ".join(filter(None, licences)) or "see its text"),
        purl=PackageURL.from_string(part["purl"].split("?")[0]) if part.get("purl", "").startswith("pkg:") else None,
    )


def _licences(said: str) -> list[Any]:
    made = LicenseFactory().make_from_string(said)
    if isinstance(made, LicenseExpression) or getattr(made, "id", None):
        return [made]
    return [LicenseFactory().make_with_name(said)]


def _address(one: Component) -> PackageURL | None:
    if one.origin == "pypi":
        return PackageURL("pypi", name=re.sub(r"[-_.]+", "-", one.name).lower(), version=one.version)
    return PackageURL("deb", namespace="debian", name=one.name, version=one.version) if one.origin == "deb" else None
