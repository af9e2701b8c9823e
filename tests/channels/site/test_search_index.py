"""What the search knows of pages: every record as its kind tells it, what is written by hand, and nothing else."""

import json
from dataclasses import replace
from datetime import date

import pytest

from campaign.channels import site
from campaign.channels.site import WrittenText, search_index
from campaign.core.artifact import Page, Source
from campaign.core.context import BuildContext
from campaign.kinds.search import SearchFile
from campaign.kinds.status import Status
from campaign.read import read_campaign
from looking import some
from projects import GOOD

REPORT = WrittenText(
    path="learn/report/",
    title="How to report",
    description="",
    html="""<h1 id="how">How to report</h1><p>Tell us. Soon.</p>
    <h2 id="ways">Two ways</h2><ul><li><p>Ring the office<cite>art. 3</cite></p></li><li>Write</li></ul>
    <details><summary>The law</summary><p>Article 12</p></details><h2>No address</h2><p>Lost</p>""",
)
WORDS = SearchFile.model_validate(
    {
        "groups": [
            {"words": {"en": ["Loo", "toilet"]}, "page": "exhibition/"},
            {"words": {"en": ["fake", "sham"], "zh": ["假货", "山寨"]}},
            {"words": {"zh": ["厕所", "卫生间"]}},
        ]
    }
)


@pytest.fixture(scope="module")
def campaign():
    """The small campaign: English first."""
    return read_campaign(GOOD / "small")


def _context(campaign, *, release=False):
    return BuildContext(today=date(2025, 1, 1), site_address=campaign.campaign.site_address, release=release)


def _page(kind, record_id="", *, path, searchable=True):
    source = Source(kind=kind, id=record_id)
    said = {"title": f"title of {path}", "description": "What it says.", "body": "<p>furniture</p>"}
    return Page(path=path, language="en", source=source, searchable=searchable, **said)


def _pages(campaign):
    events = [_page("event", one.id, path=f"events/{one.id}/") for one in campaign.events]
    staff = _page("staff", path="staff/", searchable=False)
    return [_page("programme", path="programme/"), _page("exhibition", path="exhibition/"), *events, staff]


def _index(campaign, language="en", *, pages=None, release=False):
    frame = site.frame(campaign, _context(campaign, release=release), language)
    made = search_index(campaign, frame, _pages(campaign) if pages is None else pages, [REPORT])
    text = made.content.decode()
    data = json.loads(text.removeprefix("var campaignIndex=").removesuffix(";\n"))
    return made, data, {row[0]: [*row, *[""] * (10 - len(row))] for row in data["entries"]}


def test_an_event_says_when_and_where(campaign):
    """Its second line is its time and place; its audience and what it is about are found too; never the page's body."""
    _, data, rows = _index(campaign)
    event = campaign.events[0]
    row = rows[f"events/{event.id}/"]

    assert event.venue["en"] in row[3] and f"{event.starts:%H:%M}" in row[3]
    assert event.audience["en"] in row[5]
    assert data["labels"][row[1]] == "Event" and row[6] == "g"
    assert row[7] * 60 > 1_700_000_000
    assert "furniture" not in str(rows)


def test_what_does_not_take_place_says_so(campaign):
    """The second line of a cancelled event begins with its state."""
    file = campaign.outreach[0]
    off = file.events[0].model_copy(update={"status": Status.CANCELLED})
    outreach = (file.model_copy(update={"events": (off, *file.events[1:])}), *campaign.outreach[1:])
    _, _, rows = _index(replace(campaign, outreach=outreach))

    assert rows[f"events/{off.id}/"][3].startswith("Cancelled\u00a0· ")


def test_days_stand_in_the_programme_and_what_is_not_searchable_nowhere(campaign):
    """Each day with something is at its place in the programme; without the programme there are none."""
    _, _, rows = _index(campaign)
    days = [path for path in rows if path.startswith("programme/#day-")]
    _, _, without = _index(campaign, pages=[_page("event", campaign.events[0].id, path="events/x/")])

    assert 0 < len(days) <= len(campaign.days)
    assert "staff/" not in rows
    assert not any(path.startswith("programme/") for path in some(without))


def test_samples_are_marked_in_a_preview_alone(campaign):
    """A sample event bears its mark; a release has none."""
    sample = next(one for one in campaign.events if one.sample)

    assert _index(campaign)[2][f"events/{sample.id}/"][8] == 1
    assert not any(row[8] for row in some(_index(campaign, release=True)[2].values()))


def test_hand_written_pages_are_found_by_their_parts(campaign):
    """The page with its first sentence, and each heading that has an address; never the law's articles."""
    _, _, rows = _index(campaign)

    assert rows["learn/report/"][2:4] == ["How to report", "Tell us."]
    assert rows["learn/report/#ways"][2:4] == ["Two ways", "How to report\u00a0· Ring the office"]
    assert "Write" in rows["learn/report/#ways"][5]
    assert "art. 3" not in str(rows) and "Article 12" not in str(rows)


def test_words_of_a_language_are_its_own(campaign):
    """Groups in small letters, by language, those that share a word as one; the page that words lead to knows them."""
    spoken = replace(campaign, search=WORDS)
    _, data, rows = _index(spoken)
    _, chinese, _ = _index(spoken, "zh")

    assert ["loo", "toilet"] in data["groups"] and ["fake", "sham"] in data["groups"]
    assert ["厕所", "卫生间"] in chinese["groups"] and ["loo", "toilet"] not in chinese["groups"]
    assert rows["exhibition/"][9] == ["Loo", "toilet"] and data["tries"] == ["Loo"]
    assert data["initials"] == {} and "商" in chinese["initials"]["s"]


def test_the_same_data_gives_the_same_bytes(campaign):
    """Two indexes of one campaign are one file; line separators of JavaScript are escaped in it."""
    odd = replace(REPORT, title="one\u2028two")
    frame = site.frame(campaign, _context(campaign), "en")

    assert _index(campaign)[0].content == _index(campaign)[0].content
    assert "\u2028".encode() not in search_index(campaign, frame, [], [odd]).content
    assert _index(campaign)[0].path == "search/index.js"
