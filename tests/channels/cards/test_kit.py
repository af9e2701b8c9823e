"""The kit's pictures: their size, their words, what shows through, and that a name of any length fits."""

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from campaign import paper
from campaign.channels import Commission
from campaign.channels.cards import making
from campaign.channels.cards.kit import kit
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.kinds import urls
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP

CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://ip.example.org/")
SIZES = {"background": (1920, 1080), "signature": (1200, 240), "ring": (1080, 1080)}


def _jobs(campaign):
    imprints = paper.book(campaign, CONTEXT, Ledger()).imprints
    return list(kit(Commission(campaign=campaign, context=CONTEXT, imprints=imprints)))


def _picture(job):
    return Image.open(io.BytesIO(making.make(job)["png"]))


@pytest.mark.parametrize("folder", [TOP / "campaign_data", GOOD / "one_language"])
def test_each_picture_of_each_language_is_whole(folder):
    campaign = read_campaign(folder)
    jobs = _jobs(campaign)
    assert [(job.language, job.about) for job in jobs] == [
        (tag, urls.of_kit(form)) for tag in campaign.languages for form in urls.KIT
    ]
    for job in some(jobs):
        picture = _picture(job)
        assert picture.size == SIZES[job.about.removeprefix("kit/")]
        assert job.data["week"] and job.data["name"] in job.alt


def test_a_portrait_shows_through_the_ring_and_nothing_else_is_clear():
    made = {job.about: _picture(job).convert("RGBA") for job in _jobs(read_campaign(GOOD / "small"))}
    ring, background = made[urls.of_kit("ring")], made[urls.of_kit("background")]
    clear = [ring.getpixel(at)[3] for at in ((540, 540), (540, 200), (5, 5), (1075, 1075))]
    assert clear == [0, 0, 0, 0]
    assert ring.getpixel((540, 64))[3] == ring.getpixel((540, 930))[3] == 255
    assert background.getextrema()[3] == (255, 255)


def test_long_names_are_set_smaller_until_they_fit():
    campaign = read_campaign(GOOD / "small")
    long = "Northshire and Southshire Joint Week of Everything That Inventors Ought to Know"
    head = campaign.campaign.model_copy(update={"name": Localized.same(long, campaign.languages)})
    jobs = _jobs(replace(campaign, campaign=head))
    assert all(making.make(job)["png"] for job in some(jobs))


def test_a_county_may_be_called_as_a_picture_is():
    """Its programme and the kit's picture are two files."""
    campaign = read_campaign(GOOD / "small")
    county = campaign.counties.counties[0].model_copy(update={"id": "ring"})
    for tag in some(campaign.languages):
        kept = {urls.to_save(tag, urls.of_kit(form)) for form in urls.KIT}
        assert urls.to_save(tag, county.id) not in kept and len(kept) == len(urls.KIT)
