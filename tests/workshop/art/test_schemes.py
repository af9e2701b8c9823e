"""Schemes: a kind has one colour wherever it is met, told apart from across a room and by every eye."""

from itertools import combinations
from pathlib import Path

import pytest

from campaign.channels.cards.looks import looks
from campaign.channels.posters import palette as paper
from campaign.channels.screens import palette as wall
from campaign.kinds import kinds, notice, pages, scheme
from campaign.kinds.brief import Brief
from campaign.read import read_campaign
from campaign.workshop.art import schemes
from campaign.workshop.art.tokens import TEXT_CONTRAST, contrast
from looking import some

TOP = Path(__file__).resolve().parents[3]
LEAST_APART = {"all": 20.0, "protan": 12.0, "deutan": 12.0}
"""Distance in CIE 1976 L*a*b*, for whoever sees all colours and for whoever sees no red or no green."""
SEEN = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
"""Linear sRGB as it is seen (Machado, Oliveira and Fernandes 2009, severity 1)."""
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def _times(matrix, vector):
    return [sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix]


def _linear(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _lab(colour, eye):
    light = _times(XYZ, [max(0.0, part) for part in _times(SEEN[eye], _linear(colour))])
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (part / white for part, white in zip(light, WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _apart(one, other, eye):
    return sum((a - b) ** 2 for a, b in zip(_lab(one, eye), _lab(other, eye), strict=True)) ** 0.5


@pytest.fixture(scope="module")
def campaign():
    """The shipped campaign."""
    return read_campaign(TOP / "campaign_data")


def test_a_kind_has_one_colour_wherever_it_is_met(campaign):
    """The ground of a priority's poster, card and frame is one; so is every other kind's."""
    briefs = [
        kind.brief(campaign, record)
        for kind in some([kind for kind in kinds().values() if kind.brief])
        for record in some(kind.records(campaign) or ["none"])
        if record != "none"
    ]
    briefs += [page.brief(campaign) for page in some([page for page in pages().values() if page.brief])]
    for brief in some(briefs):
        name, tint = scheme(brief), brief.tint
        ground = schemes.scheme(name, tint=tint).ground
        assert paper.roles(name, tint=tint)["ground"] == ground, brief
        assert wall.roles(name, "day", tint=tint)["ground"] == ground, brief
        assert looks(name, tint=tint)["ground"] == ground, brief


def test_kinds_are_told_apart_by_every_eye(campaign):
    """Theme, priorities, activities, the exhibition, counties and the six settings: no two are near-equal."""
    own = ("theme", "priority", "activity", "exhibition", "county")
    grounds = {name: schemes.scheme({**pages(), **kinds()}[name].scheme).ground for name in own}
    grounds |= {kind.id: kind.tint for kind in some(campaign.six_entries.place_kinds)}

    for (one, first), (other, second) in some(list(combinations(grounds.items(), 2))):
        for eye, least in LEAST_APART.items():
            assert _apart(first, second, eye) >= least, (one, other, eye)


@pytest.mark.parametrize("name", schemes.DRAWN)
def test_what_is_written_on_a_scheme_reads_well(name):
    """By contrast on paper and cards, and on walls by day and by night."""
    assert contrast(schemes.scheme(name).ground, schemes.scheme(name).text) >= TEXT_CONTRAST
    for look in ("day", "night"):
        colours = wall.roles(name, look)
        assert contrast(colours["ground"], colours["text"]) >= TEXT_CONTRAST, look
        assert contrast(colours["ground"], colours["accent"]) >= TEXT_CONTRAST, look


def test_an_urgent_notice_looks_like_nothing_else(campaign):
    """No kind has the colours of an alarm; who said nothing of its own has its kind's."""
    assert scheme(notice.brief(campaign, campaign.campaign.name)) == "alarm"
    assert all(one.scheme != "alarm" for one in some([*kinds().values(), *pages().values()]))
    assert scheme(Brief(kind="priority", title=campaign.campaign.name)) == "ochre"
