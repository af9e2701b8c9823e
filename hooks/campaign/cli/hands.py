"""Hands: who is meant by the county or office that has a sheet, so that one is never noted as two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from campaign.core.language import said_in
from campaign.core.problems import Message
from campaign.kinds import Campaign
from campaign.kinds.county import County, county_called, county_names
from campaign.paper.ledger import Ledger, Mark
from campaign.paper.marking import TAKEN_DOWN, Word
from campaign.read.tell.nearness import Tolerance, near

RANK = re.compile("(?:自治)?[州县市区镇乡]$")
"""What people say after a county's name, or leave off."""
SLIPS = Tolerance(letters=3, most=1)
"""Names of two characters are too near each other for a guess."""


class UnknownHandError(ValueError):
    """A name that is nearly that of a county: `meant` is that one's, `known` are those of all."""

    def __init__(self, typed: str, meant: str, known: tuple[str, ...]) -> None:
        self.typed, self.meant, self.known = typed, meant, known
        super().__init__(typed)

    @property
    def what(self) -> Message:
        """What is wrong."""
        return Message(f"没有“{self.typed}”这个县（市）", f"there is no county {self.typed!r}")

    @property
    def hint(self) -> Message:
        """What was meant, most likely, and what else can be written."""
        return Message(
            f"是不是“{self.meant}”？县（市）有：{'、'.join(self.known)}；别的单位写全称",
            f"{self.meant}? Another office is written by its full name",
        )


@dataclass(frozen=True)
class Hands:
    """Those who have sheets: the campaign's counties, and whoever else was named in the ledger."""

    campaign: Campaign
    ledger: Ledger

    def words(self, word: Word) -> Iterator[Word]:
        """What is said of a sheet, of each name under which it was noted before; UnknownHandError for a near miss."""
        county = self._county(word.by)
        name = said_in(county.short_name, "zh") if county else self._other(word.by)
        yield replace(word, by=name)
        if county and word.state == TAKEN_DOWN:
            before = {one.by for one in self._marks if one.path == word.path and one.state != TAKEN_DOWN}
            alone = self._owners(word.path) == {county.id}
            named = (by for by in sorted(before - {name}) if (self._county(by) == county if by else alone))
            yield from (replace(word, by=by) for by in named)

    def _county(self, text: str) -> County | None:
        """The county of a name, with its rank or without."""
        bare = RANK.sub("", text.strip().casefold())
        every = self.campaign.counties.counties
        alike = [one for one in every if bare and bare in {RANK.sub("", name) for name in county_names(one)}]
        return county_called(self.campaign, text) or (alike[0] if len(alike) == 1 else None)

    def _other(self, text: str) -> str:
        name = text.strip()
        known = tuple(said_in(one.short_name, "zh") for one in self.campaign.counties.counties)
        if name and name not in {one.by for one in self._marks}:
            spellings = (one for county in self.campaign.counties.counties for one in sorted(county_names(county)))
            meant = self._county(near(name.casefold(), spellings, SLIPS))
            if meant:
                raise UnknownHandError(name, said_in(meant.short_name, "zh"), known)
        return name

    @cached_property
    def _marks(self) -> tuple[Mark, ...]:
        return tuple(one for one in self.ledger.entries if isinstance(one, Mark))

    def _owners(self, path: str) -> set[str]:
        """The counties whose own the records on a sheet are; an empty name for what is the office's."""
        every: Iterable[str] = (one.last.county for one in self.ledger.printed.values() if path in one.prints)
        return set(every)
