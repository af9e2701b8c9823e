"""What posters.yml orders: each record on each of its sheets, in every finish, ink and wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.kinds import Campaign, Page, posters
from campaign.kinds.poster import PosterSet, Sheet
from campaign.say.wording import Wording


@dataclass(frozen=True, slots=True)
class Order:
    """One record of one set on one sheet, in one finish, ink and wording."""

    poster_set: PosterSet
    record_id: str
    sheet: Sheet
    finish: str
    ink: str
    wording: Wording

    @property
    def path(self) -> str:
        """`posters/event/<id>.a3.press.zh-en`, the low-ink one with its ink."""
        kind = self.poster_set.poster
        return f"posters/{kind}/{self.record_id or kind}.{self.sheet.id}.{self.variant}.{self.wording.slug}"

    @property
    def variant(self) -> str:
        """The finish, with the ink where it isn't the full one."""
        return self.finish if self.ink == "full" else f"{self.finish}-{self.ink}"

    @property
    def leads(self) -> bool:
        """True for the print that the set's copies are of: its first wording and ink, for the press where it has one.

        The others are spare: there to be printed as needed, in no order.
        """
        one = self.poster_set
        finish = "press" if "press" in one.finishes else one.finishes[0]
        wording = Wording.of(one.languages[0]) if one.languages else self.wording
        return (self.finish, self.ink, self.wording) == (finish, one.inks[0], wording)

    @property
    def copies(self) -> int:
        """How many are ordered for the office, or for the record's county; 0 of a spare one."""
        return self.poster_set.copies if self.leads else 0

    @property
    def county_copies(self) -> int:
        """How many are ordered for each county besides."""
        return self.poster_set.county_copies if self.leads else 0


def orders(campaign: Campaign) -> Iterator[Order]:
    """What posters.yml orders, single prints only."""
    sheets = {sheet.id: sheet for sheet in campaign.posters.sheets} if campaign.posters else {}
    for one in campaign.posters.posters if campaign.posters else ():
        for record_id in _records(campaign, one):
            for sheet_id in one.sheets:
                for wording in _wordings(campaign, one):
                    for finish in one.finishes:
                        for ink in one.inks:
                            yield Order(one, record_id, sheets[sheet_id], finish, ink, wording)


def _records(campaign: Campaign, one: PosterSet) -> tuple[str, ...]:
    """The records of a set; all of the kind where it names none."""
    found = posters()[one.poster]
    if isinstance(found, Page):
        return ("",) if found.there(campaign) else ()
    return one.records or tuple(str(record.id) for record in found.records(campaign))


def _wordings(campaign: Campaign, one: PosterSet) -> tuple[Wording, ...]:
    """The wordings of a set; where it names none, the first language with the second in support."""
    return tuple(map(Wording.of, one.languages)) or (Wording(*campaign.languages[:2]),)
