"""Who may frame what: the header that a server sends, and what the pages say of it."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels import site
from campaign.channels.site.embeds import embeds
from campaign.core import policy
from campaign.core.context import BuildContext
from campaign.kinds import urls
from campaign.read import read_campaign
from looking import some
from projects import GOOD

HOSTS = ("https://www.a.gov.cn/news/", "https://WWW.A.gov.cn/", "https://b.gov.cn:8443/")


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(GOOD / "small")


def _only(campaign, addresses):
    return replace(campaign, campaign=campaign.campaign.model_copy(update={"embed_on": addresses}))


def _said(campaign, path):
    context = BuildContext(today=campaign.days[0], site_address=campaign.campaign.site_address)
    return {page.path: page for page in site.render(campaign, context, "en")}[path].body


def test_any_site_may_frame_an_embed_and_none_another_page(campaign):
    """Where nothing is said: embeds are made to be framed, a page of the site is not."""
    told = site.policy_headers(campaign)

    assert told == {"": policy.header(), "embed/": policy.text(policy.SITE)}
    assert policy.read(told[""])["frame-ancestors"] == ("'self'",)
    assert all(made.path.startswith("embed/") for made in some(embeds(campaign, release=True)))


def test_an_office_names_who_may_frame_its_embeds(campaign):
    """Each host once, by https and by http, whatever page of it was copied; the rest of the site stays as it is."""
    told = site.policy_headers(_only(campaign, HOSTS))

    framed_by = "'self' https://www.a.gov.cn http://www.a.gov.cn https://b.gov.cn:8443 http://b.gov.cn:8443"
    assert policy.read(told[urls.EMBEDS])["frame-ancestors"] == tuple(framed_by.split())
    assert told[""] == policy.header()


@pytest.mark.parametrize("path", ["downloads/", "counties/"])
def test_pages_with_the_code_say_where_it_works(campaign, path):
    """Beside the code to copy, on the downloads page and on a county's; nothing is said where any site may."""
    page = path if path == "downloads/" else f"counties/{campaign.county_of[campaign.events[0].id].id}/"
    few, any_site = (
        LexborHTMLParser(_said(one, page)).css_first("#embed").text() for one in (_only(campaign, HOSTS), campaign)
    )

    assert "only on these sites: www.a.gov.cn, b.gov.cn:8443." in few
    assert "only on these sites" not in any_site
