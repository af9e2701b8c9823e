"""The bill of materials beside a release: CycloneDX 1.6 as JSON, the same bytes for the same materials."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Part
from cyclonedx.model.component import ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from campaign.release.materials.licences import Component

FILE = "sbom.cdx.json"
ROOT = "campaign-press"


def bill(components: Iterable[Component]) -> str:
    """The bill as text. It has neither a serial number nor a time, which would differ each time (both may be left out).

    components: the project itself among them; what is only run and never handed on has the scope `excluded`.
    """
    parts = {one.name: _part(one) for one in components}
    root = parts.pop(ROOT)
    made = Bom(components=parts.values())
    made.metadata.component = root
    made.register_dependency(root, parts.values())
    told: dict[str, Any] = json.loads(JsonV1Dot6(made).output_as_string())
    told.pop("serialNumber")
    told["metadata"].pop("timestamp")
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _part(one: Component) -> Part:
    packaged = one.kind == "library" and not one.part_of
    return Part(
        type=ComponentType(one.kind),
        name=one.name,
        version=one.version or None,
        bom_ref="/".join(filter(None, (one.part_of, one.name, one.version))),
        licenses=[LicenseExpression(one.licence)] if one.licence else [],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one.sha256)] if one.sha256 else [],
        purl=PackageURL("pypi", name=one.name, version=one.version) if packaged else None,
        scope=ComponentScope.REQUIRED if one.handed_on else ComponentScope.EXCLUDED,
        properties=[Property(name="campaign:part-of", value=one.part_of)] if one.part_of else [],
    )
