"""Vignettes: small pictures in one hand of what a campaign is about, each by the name of what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from campaign.workshop.art.vignettes import ideas, local, places, plaza, rights, scenes
from campaign.workshop.art.vignettes.brush import Picture

GROUPS = (ideas, places, plaza, rights, scenes, local)
VIGNETTES: Mapping[str, Picture] = MappingProxyType(
    {name: picture for group in GROUPS for name, picture in group.PICTURES.items()}
)
"""Every picture by its name, in the order the contact sheet shows them."""
