"""A county's own phone stands with that county and its events, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels import site
from campaign.channels.site import render
from campaign.core.context import BuildContext
from campaign.read import read_campaign
from looking import some
from projects import GOOD

CONTEXT = BuildContext(today=date(2025, 3, 22), site_address="https://water.example.org/")
PHONE = "0571-81234567"


@pytest.fixture(scope="module")
def campaign():
    """The small campaign with an office of Southbank's own, which no event names."""
    small = read_campaign(GOOD / "small")
    first = small.contacts.contacts[0]
    office = first.model_copy(update={"id": "south-office", "phone": PHONE, "county": "southbank"})
    return replace(small, contacts=small.contacts.model_copy(update={"contacts": (*small.contacts.contacts, office)}))


def _told(campaign):
    pages = some(list(render(campaign, CONTEXT, "zh")))
    return {page.path for page in pages if PHONE in LexborHTMLParser(page.body).text()}


def test_it_stands_with_the_county_alone(campaign):
    """On the county's page and with its events; not on the home page, nor on another county's, nor at the foot."""
    assert _told(campaign) == {"counties/southbank/", "events/south-village-drip/"}
    assert PHONE not in [one.phone for one in some(site.frame(campaign, CONTEXT, "zh").contacts)]


def test_an_event_s_own_contact_comes_first(campaign):
    """An event that names whom to ask tells of nobody else."""
    files = tuple(
        file.model_copy(
            update={"events": tuple(event.model_copy(update={"contact": "hotline"}) for event in file.events)}
        )
        for file in campaign.outreach
    )

    assert _told(replace(campaign, outreach=files)) == {"counties/southbank/"}


def test_a_campaign_of_counties_numbers_alone_has_no_empty_lists(campaign):
    """Where no contact is everybody's, the general headings are left out with their lists."""
    every = tuple(one.model_copy(update={"county": "southbank"}) for one in campaign.contacts.contacts)
    bare = replace(campaign, contacts=campaign.contacts.model_copy(update={"contacts": every}))
    pages = {page.path: LexborHTMLParser(page.body) for page in render(bare, CONTEXT, "zh")}

    assert site.frame(bare, CONTEXT, "zh").contacts == ()
    assert not [path for path in ("", "about/") if pages[path].css(".acts:empty")]
    assert "0571-87654321" not in pages[""].text() + pages["about/"].text()
