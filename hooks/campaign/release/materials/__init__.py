"""What a release is made of: every package, font, profile and script, each under its licence; and the bill of it."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.release.materials.licences import Component, refused
    from campaign.release.materials.parts import shipped
    from campaign.release.materials.sbom import FILE, bill

__all__ = ["FILE", "Component", "bill", "refused", "shipped"]
__getattr__ = exports(
    __name__,
    {
        "Component": "licences",
        "FILE": "sbom",
        "bill": "sbom",
        "refused": "licences",
        "shipped": "parts",
    },
)
