"""An event in each of its states: every list, picture and poster says the same of it, and counts what takes place."""

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign import paper
from campaign.channels import Commission, site
from campaign.channels.cards.content import Voice, record_content
from campaign.channels.cards.timetable import programme
from campaign.channels.posters.timetable import rows
from campaign.channels.site.edition import Edition
from campaign.channels.site.embeds import embeds
from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.kinds import urls
from campaign.kinds.status import Status
from campaign.paper.ledger import Ledger
from campaign.say.wording import Wording
from campaign.say.words import words
from displays import small
from looking import some
from weeks import with_event

EVENT = "north-home-check"
WHY = Localized({"zh": "大风", "en": "A gale"})
CONTEXT = BuildContext(today=date(2025, 3, 20), site_address="https://water.example.org/")
EVERY = pytest.mark.parametrize("status", list(Status), ids=str)
BOTH = pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])


def _campaign(status):
    return with_event(small(), EVENT, status=status, change=None if status is Status.PLANNED else WHY)


def _badges(status, language, *, short=False):
    return [] if status is Status.PLANNED else [status.said(words(language), short=short)]


@EVERY
@BOTH
def test_lists_frames_and_pictures_say_where_it_stands(status, language, other):
    """The badge, and its hours struck where they hold no more: programme, frame on other sites, picture to save,
    timetable on paper, share card."""
    campaign = _campaign(status)
    pages = {one.path: LexborHTMLParser(one.body) for one in site.render(campaign, CONTEXT, language, files=())}
    frames = {one.path: LexborHTMLParser(one.content) for one in embeds(campaign, release=False)}
    (row,) = [one for one in pages[urls.page("programme")].css("[data-item]") if EVENT in one.html]
    (framed,) = [one for one in frames[urls.embedded(language)].css("li") if EVENT in one.html]
    (paper_row,) = [one for one in rows(campaign, campaign.events, Wording(language, other)) if one["id"] == EVENT]
    card = record_content(Voice(campaign, CONTEXT, language), Source(kind="event", id=EVENT))

    assert [one.text() for one in row.css("[data-state]")] == _badges(status, language)
    assert [one.text() for one in framed.css("mark.state")] == _badges(status, language)
    assert paper_row["status"] == [*_badges(status, language, short=True), *_badges(status, other, short=True)]
    assert [card.notice] == (_badges(status, language) or [""])
    struck = [bool(row.css("time s")), bool(framed.css("b s")), paper_row["struck"], *_saved(campaign, language)]
    assert struck == [not status.holds] * len(struck)


def _saved(campaign, language):
    """Whether each picture of the programme strikes the event's hours."""
    imprints = paper.book(campaign, CONTEXT, Ledger()).imprints
    commission = Commission(campaign=campaign, context=CONTEXT, imprints=imprints)
    title = campaign.record("event", EVENT).title[language]
    jobs = [one for one in programme(commission) if one.language == language]
    told = [row for job in jobs for day in job.data["days"] for row in day["rows"] if row["title"] == title]
    return [row["struck"] for row in some(told)]


@EVERY
def test_what_does_not_take_place_is_not_counted(status):
    """On its day, in its county, of its kind of place and its priorities, and on the county's card."""
    campaign, planned = _campaign(status), small()
    event, off = campaign.record("event", EVENT), 0 if status.holds else 1
    county = campaign.county_of[EVENT].id
    made, before = (Edition(one, CONTEXT, "zh") for one in (campaign, planned))
    day = event.starts.date()
    groups = ((made.by_county, county), (made.by_place_kind, event.place_kind), (made.by_priority, event.priorities[0]))

    for found, key in groups:
        assert made.many(found[key]) == f"{len(found[key]) - off} 场活动"
    assert before.count(before.by_day[day]) == f"{len(before.by_day[day])} 场活动"
    assert made.count(made.by_day[day]) == f"{len(made.by_day[day]) - off} 场活动"
    card = record_content(Voice(campaign, CONTEXT, "zh"), Source(kind="county", id=county))
    assert card.facts[0] == f"{len(made.by_county[county]) - off} 场活动"
