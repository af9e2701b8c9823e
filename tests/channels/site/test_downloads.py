"""Downloads by three questions: which answers there are, and what fits them."""

from dataclasses import dataclass
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser
from test_prints import Printed

from campaign.channels.site import render
from campaign.channels.site.downloads import Offer, offers, questions
from campaign.channels.site.edition import Edition
from campaign.channels.site.offers import Offers
from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP

CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://example.org/")


@dataclass(frozen=True)
class Held:
    """A file in a pack."""

    path: str
    copies: int = 1


@dataclass(frozen=True)
class Pack:
    """A pack as the order's room makes it."""

    who: str
    about: str = ""
    held: tuple[Held, ...] = ()
    size_bytes: int = 1_234_567
    sample: bool = True

    @property
    def path(self):
        return f"packs/{self.who}-{self.about}.zip"


THEME = Printed(Source(kind="theme"))


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _packs(campaign):
    """All that a campaign with posters has."""
    held = (Held(THEME.path),)
    several = [Pack("county", one.id, held) for one in campaign.counties.counties]
    several += [Pack("place_kind", one.id, held) for one in campaign.six_entries.place_kinds]
    return [Pack("shop", held=(Held(THEME.path, 12),)), Pack("office", held=held), *several, *(
        Pack(who, held=held) for who in ("booth", "everyone", "hand", "media")
    )]  # fmt: skip


def _fit(found, who, use, where):
    """What the script shows for three answers, as it decides it."""

    def fits(said, answer):
        return said.split()[0] == "*" or answer in said.split()

    return [one for one in found if fits(one.who, who) and use in one.uses and fits(one.where, where)]


def _edition(campaign, packs):
    return Edition(campaign, CONTEXT, "zh", offers=Offers(prints=[THEME], packs=packs))


def test_who_and_where_lead_to_one_pack(campaign):
    """Everybody who wants to put something up anywhere finds one best pack, made for them."""
    edition = _edition(campaign, _packs(campaign))
    found = offers(edition)
    asked = {one.name: [value for value, _ in one.answers] for one in questions(edition, found)}
    best = {"booth": "booth", "media": "everyone", "everyone": "everyone", "shop": "shop"}

    for who in some(asked["who"]):
        for where in some(asked["where"]):
            first = _fit(found, who, "up", where)[0].pack
            if who == "county":
                assert (first.who, first.about) == (("office", "") if where == "all" else ("county", where))
            elif who.startswith("place-"):
                assert (first.who, first.about) == ("place_kind", who.removeprefix("place-"))
            else:
                assert first.who == best[who]


def test_each_use_has_its_own(campaign):
    """What is handed out, what the press gets and what goes on a website are found under those and not on the wall."""
    found = offers(_edition(campaign, _packs(campaign)))

    assert [one.pack.who for one in _fit(found, "place-school", "hand", "kangle")] == ["hand"]
    assert [one.pack.who for one in _fit(found, "media", "phone", "kangle") if one.pack] == ["media"]
    assert [one.code for one in _fit(found, "county", "embed", "kangle")] == [True]
    assert [one.pack.who for one in _fit(found, "booth", "hand", "all")] == ["booth"]


def test_only_answers_that_lead_somewhere_are_offered(campaign):
    """A campaign without booths, screens and pictures asks for none of them; one answer is no question."""
    edition = _edition(campaign, [Pack("everyone")])
    asked = {one.name: [value for value, _ in one.answers] for one in questions(edition, offers(edition))}

    assert "booth" not in asked["who"] and "shop" not in asked["who"] and "everyone" in asked["who"]
    assert asked["for"] == ["up", "embed"]
    alone = Offer(who="*", uses=("up",), where="*", name="x")
    assert "for" not in [one.name for one in questions(edition, [alone])]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_lists_every_pack_with_what_it_holds(campaign, language):
    """Without script: each pack is a link with its weight and the names of what is in it, grouped by use."""
    packs = _packs(campaign)
    pages = {page.path: page for page in render(campaign, CONTEXT, language, prints=[THEME], packs=packs)}
    page = LexborHTMLParser(pages["downloads/"].body)
    links = {a.attributes["href"].rpartition("../")[2]: a for a in page.css("#packs a.get")}

    assert set(links) == {one.path for one in packs}
    assert all("1.3 MB" in a.text() and "download" in a.attributes for a in links.values())
    held = [one.text() for one in page.css("#packs .held li")]
    assert len(held) >= len(packs) and all("A3" in text for text in held if "TXT" not in text)
    assert any("12" in text for text in held), "copies that are ordered"
    assert page.css("form[data-ask][data-script]"), "hidden where no script runs"


def test_another_campaign_has_such_a_page():
    """The small campaign's questions are asked of its own counties and places, and of nothing it lacks."""
    other = read_campaign(GOOD / "small")
    pages = {page.path: page for page in render(other, CONTEXT, other.languages[0], packs=[Pack("everyone")])}

    values = [one.attributes["value"] for one in LexborHTMLParser(pages["downloads/"].body).css("form[data-ask] input")]
    assert {one.id for one in some(other.counties.counties)} < set(values) and "booth" not in values
