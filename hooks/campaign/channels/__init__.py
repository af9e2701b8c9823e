"""Channels: a room for each kind of output, none knowing another; and what a channel tells the builder of itself."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from campaign.core.places import ByName, Places

if TYPE_CHECKING:
    from campaign.core.artifact import Download
    from campaign.core.context import BuildContext
    from campaign.kinds import Campaign
    from campaign.paper import Imprint
    from campaign.workshop.making import Bench


@dataclass(frozen=True, kw_only=True)
class Commission:
    """What a channel may know when it plans what is to be made.

    imprints: what goes on paper, by kind and id; places: where problems stand; folder: where the campaign's own
    pictures and films are; now: wall-clock time where the campaign is, midnight where nobody says; written: for each
    language the titles of hand-written pages, by their path from its root.
    """

    campaign: Campaign
    context: BuildContext
    imprints: Mapping[tuple[str, str], Imprint] = field(default_factory=dict)
    places: Places = field(default_factory=ByName)
    folder: Path = Path("campaign_data")
    now: datetime | None = None
    written: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def imprint(self, kind: str, record_id: str = "") -> Imprint:
        """What goes on paper for one record; KeyError where it has no address."""
        return self.imprints[kind, record_id]

    @property
    def moment(self) -> datetime:
        """The wall-clock time to plan for."""
        return self.now or datetime.combine(self.context.today, time())


@dataclass(frozen=True, kw_only=True)
class Output:
    """What a channel made. listed: what pages say of it, values without contents; files: finished ones of the site."""

    listed: tuple[Any, ...] = ()
    files: tuple[Download, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Channel:
    """A kind of output that takes making; its room names it `CHANNEL`, and imports what is heavy when it is called.

    label: what the console calls it, `海报 posters`; wanted: False where a campaign asks for nothing of it; plan: from
    a commission to jobs, which one process may hand to another; raises CampaignDataError with every problem; make:
    every job made and proved, from the bench's cache where nothing changed; raises CampaignDataError or OutputError;
    rehearse: measures what may not fit, and makes nothing, with the same problems; none where all texts fit.
    """

    label: str
    plan: Callable[[Commission], Sequence[Any]]
    make: Callable[[Sequence[Any], Bench], Output]
    rehearse: Callable[[Sequence[Any], Bench], object] | None = None
    wanted: Callable[[Campaign], bool] = lambda _: True


def found() -> dict[str, Channel]:
    """Every channel by the name of its room: each folder here that declares one. What it makes is kept under that name.

    The site and the feeds declare none: their pages and files are quick, and written by the process of a language.
    """
    rooms = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    declared = {name: getattr(import_module(f"{__name__}.{name}"), "CHANNEL", None) for name in rooms}
    return {name: channel for name, channel in declared.items() if isinstance(channel, Channel)}
