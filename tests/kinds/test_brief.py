"""The Brief: every record that anybody can reach is told whole, and the same facts reach every channel."""

from dataclasses import replace
from datetime import date

import pytest

from campaign import paper
from campaign.channels import Commission, cards, posters, site
from campaign.core.context import BuildContext
from campaign.kinds import kinds, pages
from campaign.kinds.status import Status
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from displays import jobs as displays
from looking import some
from projects import GOOD, TOP

CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://ip.example.org/")
CAMPAIGNS = [TOP / "campaign_data", *sorted(path for path in GOOD.iterdir() if path.is_dir())]


def _briefs(campaign):
    """Every record that has a page or a printed address, and every page that tells of itself."""
    for kind in kinds().values():
        if kind.folder or kind.printed or kind.poster:
            yield from ((kind.name, kind.brief(campaign, one)) for one in kind.records(campaign))
    for page in pages().values():
        if page.brief and page.there(campaign):
            yield page.name, page.brief(campaign)


@pytest.mark.parametrize("folder", CAMPAIGNS, ids=lambda folder: folder.name)
def test_whatever_can_be_reached_is_told_in_every_language(folder):
    """Its headline, what it is, when, where and for whom have each of the site's languages, and lead to their own."""
    campaign = read_campaign(folder)
    for name, brief in some(_briefs(campaign)):
        texts = [brief.title, brief.kicker, brief.audience, brief.by, brief.about, brief.ask, brief.action]
        texts.append(brief.where.venue)
        assert brief.kind == name and (brief.link in (None, (name, brief.id)))
        assert all(set(text) == set(campaign.languages) for text in texts if text is not None), brief
        assert all(span.starts <= span.ends for span in brief.when)


def test_a_state_holds_where_the_event_takes_place():
    """Planned, changed, moved and reinstated hold; what is put off or cancelled doesn't."""
    assert {state: state.holds for state in Status} == {
        Status.PLANNED: True,
        Status.CHANGED: True,
        Status.MOVED: True,
        Status.POSTPONED: False,
        Status.CANCELLED: False,
        Status.REINSTATED: True,
    }


@pytest.mark.parametrize("state", list(Status))
def test_the_kiosk_counts_down_to_what_holds(state):
    """An event that was put off or cancelled is never what comes next."""
    campaign = read_campaign(TOP / "campaign_data")
    event = next(one for one in campaign.events if campaign.county_of[one.id].id == "linxia-city")
    changed = event.model_copy(update={"status": state, "change": event.title})
    files = [
        file.model_copy(update={"events": tuple(changed if one.id == event.id else one for one in file.events)})
        for file in campaign.outreach
    ]
    told = kinds()["event"].brief(replace(campaign, outreach=tuple(files)), changed)

    (job,) = displays({"county": "linxia-city"}, campaign=replace(campaign, outreach=tuple(files)))

    there = any(one.title.endswith(event.title["zh"]) and one.starts == event.starts for one in job.happenings)
    assert there == told.state.holds == state.holds


@pytest.mark.parametrize("of", ["booth", "exhibitor", "zone"])
def test_a_booth_is_as_sure_as_who_stands_there_and_its_zone(of):
    """One rule: page, card, poster, frame and printed address bear the mark, whichever of the three is a sample."""
    campaign = _with_one_sample(read_campaign(TOP / "campaign_data"), of)
    booth = campaign.booths[0]
    told = kinds()["booth"].brief(campaign, booth)
    book = paper.book(campaign, CONTEXT, Ledger())
    commission = Commission(campaign=campaign, context=CONTEXT, imprints=book.imprints)
    prints = [one for one in posters.plan(commission) if any(s.id == booth.id for s in one.sources)]
    shared = [one for one in cards.plan(commission) if (one.source.kind, one.source.id) == ("booth", booth.id)]
    slide = {"shows": "booths", "record": booth.id, "seconds": "8"}
    (display,) = displays({"playlist": [slide]}, campaign=campaign)
    shown = {page.path: page.body for page in site.render(campaign, CONTEXT, "zh")}

    assert told.sample
    assert book.present["booth", booth.id].sample
    assert all(one.sample for one in some(prints))
    marks = {one.language: one.data["marks"] for one in some(shared)}
    assert marks == {"zh": ["示例"], "en": ["Sample"]}
    assert all(frame.sample for frame in some(display.frames))
    assert "ribbon" in shown[f"exhibition/booths/{booth.id}/"]


def _with_one_sample(campaign, of):
    """The campaign with a real address and exhibition, but for the first booth, who stands there, or its zone."""
    plaza, booth = campaign.exhibition, campaign.exhibition.booths[0]
    names = {"booth": booth.id, "exhibitor": booth.exhibitor, "zone": booth.zone}

    def real(records, kind):
        return tuple(one.model_copy(update={"sample": kind == of and one.id == names[of]}) for one in records)

    parts = {
        "booths": real(plaza.booths, "booth"),
        "exhibitors": real(plaza.exhibitors, "exhibitor"),
        "zones": real(plaza.zones, "zone"),
    }
    head = campaign.campaign.model_copy(update={"site_address_sample": False})
    sets = [one.model_copy(update={"sample": False}) for one in campaign.posters.posters]
    return replace(
        campaign,
        campaign=head,
        exhibition=plaza.model_copy(update=parts),
        posters=campaign.posters.model_copy(update={"posters": tuple(sets)}),
    )
