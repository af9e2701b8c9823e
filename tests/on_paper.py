"""What the tests of printed addresses share: a small campaign, other events in it, and a ledger after a release."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from campaign import paper
from campaign.core.context import BuildContext
from campaign.paper.ledger import Ledger, Start
from campaign.read import read_campaign

TODAY = date(2024, 4, 19)
SMALL = Path(__file__).parent / "good" / "small"


@cache
def small():
    """The small campaign of tests/good."""
    return read_campaign(SMALL)


def with_events(campaign, events):
    """The campaign with these events alone, all of the first county that has a file."""
    first, *others = campaign.outreach
    files = [first.model_copy(update={"events": tuple(events)})]
    return replace(campaign, outreach=(*files, *(one.model_copy(update={"events": ()}) for one in others)))


def with_exhibition(campaign, **changes):
    """The campaign with other exhibitors, booths or boards."""
    return replace(campaign, exhibition=campaign.exhibition.model_copy(update=changes))


def codes(campaign, ledger=None):
    """The code of everything the public can reach, by kind and id."""
    context = BuildContext(today=TODAY, site_address=campaign.campaign.site_address)
    book = paper.book(campaign, context, ledger or Ledger())
    return {key: one.code for key, one in book.imprints.items()}


def printed(campaign, ledger=None, *, today=TODAY, files=None):
    """The ledger after a release of this campaign."""
    address = campaign.campaign.site_address
    ledger = ledger or Ledger().with_more([Start(day=today, site=address)])
    book = paper.book(campaign, BuildContext(today=today, site_address=address, release=True), ledger)
    return ledger.with_more(book.prints(files or {}, today))
