"""The orders of what is printed again, one for each who makes it, for those who have it on the wall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from campaign.kinds import Campaign
from campaign.kinds.county import county_called
from campaign.order.lines import REPRINT, REPRINT_SHOP, Line, Order, Recipient, named, owner, plain_lines, share
from campaign.order.texts import Texts, joined, said, told
from campaign.release.edition import Edition


def again(edition: Edition, wanted: Mapping[str, Sequence[str]], *, maker: str) -> Order:
    """The order of prints that are on paper and wrong, or were never printed, and that `shop` or `office` makes.

    wanted: by each print's path, without an ending, who has what is wrong, by name as it was noted; nobody where nobody
    said: then it is made for all it was ordered for.
    """
    name = (REPRINT_SHOP, "reprint_shop") if maker == "shop" else (REPRINT, "reprint")
    recipient, campaign = Recipient(id=name[0], name=said(name[1])), edition.campaign
    sheets = [sheet for sheet in edition.sheets if sheet.path in wanted and sheet.made_by == maker]
    lines = (_for(campaign, line, wanted[line.sheet.path]) for line in plain_lines(campaign, sheets, recipient))
    return Order(recipient=recipient, lines=named(campaign, lines))


def _for(campaign: Campaign, line: Line, hands: Sequence[str]) -> Line:
    """A line for those who have it: as many as each was to get, of what was only spare one each."""
    if not hands or "" in hands:
        return line
    found = [county_called(campaign, hand) for hand in hands]
    counties = [one for one in campaign.counties.counties if one in found]
    others = [hand for hand, county in zip(hands, found, strict=True) if county is None]
    each = [(told(campaign, one.short_name), _share(line, one.id)) for one in counties]
    each += [(Texts(hand), _share(line, owner(line.sheet))) for hand in others]
    receivers = joined("；", *(said("receiver", name=name, copies=copies) for name, copies in each))
    return replace(line, copies=sum(copies for _, copies in each), receivers=receivers)


def _share(line: Line, county: str) -> int:
    return max(share(line.sheet, county), 1)
