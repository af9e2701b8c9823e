"""Sizes as classes: each that a page bears is told to the style sheet."""

import re

import pytest

from campaign.channels import site
from campaign.channels.site.sizes import em_class
from campaign.core.context import BuildContext
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP

SIZE = re.compile(r"(?:em|tenth|days|at)-[a-z0-9-]+")


@pytest.mark.parametrize("folder", [TOP / "campaign_data", GOOD / "small"])
def test_every_size_a_page_names_has_its_rule(folder):
    """Widths of titles, days in a row, places of counties: the same classes in the pages and in the style sheet."""
    campaign = read_campaign(folder)
    context = BuildContext(today=campaign.days[0], site_address=campaign.campaign.site_address)
    told = set(re.findall(r"(?m)^\.([a-z0-9-]+)\{", site.tokens_css(campaign)))
    pages = [page for tag in campaign.languages for page in site.render(campaign, context, tag)]
    classes = {name for page in pages for said in re.findall(r'class="([^"]*)"', page.body) for name in said.split()}
    named = some(name for name in classes if SIZE.fullmatch(name))

    assert {name for name in named if name.startswith("em-")} and {name for name in named if name.startswith("days-")}
    assert set(named) <= told


def test_a_width_is_told_to_a_tenth():
    """As exactly as it was measured; a text wider than any screen is as good as one of 64 ems."""
    assert [em_class(width) for width in (1.0, 8.0, 12.6, 300)] == ["em-1", "em-8", "em-12 tenth-6", "em-64"]
