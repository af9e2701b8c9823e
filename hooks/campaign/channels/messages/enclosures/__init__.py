"""Enclosures: files that go with a message, a module for each sort, none knowing another.

A module here declares `MAKER`; what it makes is planned with its message, kept in the cache, listed with it and packed
for its sender.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from campaign.channels.messages.enclosures.values import FOLDER, Enclosed, EnclosureJob, Part

if TYPE_CHECKING:
    from campaign.channels import Commission
    from campaign.channels.messages.job import Composed
    from campaign.workshop.making import Craft


__all__ = ["FOLDER", "Enclosed", "EnclosureJob", "Maker", "Part", "makers"]


@dataclass(frozen=True, kw_only=True)
class Maker:
    """A sort of enclosure.

    jobs: those of one message, none where its channel needs none; pure and quick; craft: makes, by their names, the
    files of each job; called, so that what it draws with is imported when something is to be drawn.
    """

    jobs: Callable[[Commission, Composed], Iterable[EnclosureJob]]
    craft: Callable[[], Craft[EnclosureJob]]


@cache
def makers() -> dict[str, Maker]:
    """Every sort of enclosure by the name of its module."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    declared = {name: getattr(import_module(f"{__name__}.{name}"), "MAKER", None) for name in names}
    return {name: maker for name, maker in declared.items() if isinstance(maker, Maker)}
