"""The programme as pictures to save: complete, readable, in parts where it is long, its symbol read back."""

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from PIL import Image

from campaign import paper
from campaign.channels import Commission
from campaign.channels.cards import making
from campaign.channels.cards.timetable import MOST_ROWS, programme
from campaign.core.context import BuildContext
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from campaign.workshop.qr import Pixels, read
from looking import some
from projects import GOOD, TOP
from weeks import moved, with_event

CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://ip.example.org/")


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _jobs(campaign, context=CONTEXT):
    imprints = paper.book(campaign, context, Ledger()).imprints
    return list(programme(Commission(campaign=campaign, context=context, imprints=imprints)))


def _beside(campaign):
    """What stands in the timeline and isn't an event."""
    every = (one.stretch for day in campaign.timeline.values() for one in day)
    return [(one.brief, one.span) for one in every if one.brief.kind != "event"]


def _titles(jobs):
    return [row["title"] for job in jobs for day in job.data["days"] for row in day["rows"]]


@pytest.mark.parametrize("name", ["shipped", "small", "one_language"])
def test_every_event_is_on_its_days_and_its_countys_picture(name):
    """In each language: every event once by day, in the programme's order, once by county; the plan's own beside."""
    data = read_campaign(TOP / "campaign_data" if name == "shipped" else GOOD / name)
    days = {period.key for period in data.periods}
    jobs = _jobs(data)
    for language in some(data.languages):
        own = [job for job in jobs if job.language == language]
        titles = [event.title[language] for event in data.events]
        by_day = _titles(job for job in own if job.about in days)
        by_county = _titles(job for job in own if job.about not in days)
        assert [title for title in by_day if title in titles] == titles
        assert sorted(title for title in by_county if title in titles) == sorted(titles)
        beside = {str((span.what or brief.title)[language]) for brief, span in _beside(data)}
        assert set(by_day) - set(titles) == beside


def test_the_switch_leaves_out_counties_or_all(campaign):
    """`days` makes no county's picture, `none` none."""

    def made(value):
        head = campaign.campaign.model_copy(update={"programme_pictures": value})
        return {job.about for job in _jobs(replace(campaign, campaign=head))}

    assert made("days") == {day.isoformat() for day in campaign.days}
    assert made("none") == set()


def _many(campaign, count):
    """The campaign with so many events on its first day, all in one county."""
    first, *rest = campaign.outreach
    sample = next(event for event in campaign.events if event.starts.date() == campaign.days[0])
    events = tuple(sample.model_copy(update={"id": f"e{n}"}) for n in range(count))
    emptied = [file.model_copy(update={"events": ()}) for file in rest]
    return replace(campaign, outreach=(first.model_copy(update={"events": events}), *emptied))


def test_a_long_day_has_several_pictures(campaign):
    """No picture holds more than its rows, the parts are as even as can be, and each says which it is."""
    jobs = [job for job in _jobs(_many(campaign, 2 * MOST_ROWS - 1)) if job.about == "2024-04-20"]
    rows = [len(job.data["days"][0]["rows"]) for job in jobs if job.language == "zh"]

    assert rows == [17, 17, 15]
    assert [job.data["part"] for job in jobs if job.language == "zh"] == ["1/3", "2/3", "3/3"]
    assert len({job.path for job in jobs}) == 6


@pytest.mark.parametrize("at", [0, 8, -1])
def test_a_picture_is_as_wide_as_three_phones_pixels_and_its_symbol_reads_back(campaign, at):
    """1080 pixels, as high as its rows need; one symbol, which says the page's printed address."""
    job = _jobs(campaign)[at]
    image = Image.open(io.BytesIO(making.make(job)["png"])).convert("L")
    rows = sum(len(day["rows"]) for day in job.data["days"])

    assert image.width == 1080
    assert 150 * rows < image.height < 420 * rows + 1_000
    assert [one.payload for one in read(Pixels(*image.size, image.tobytes()))] == [job.data["payload"]]


def test_the_fullest_picture_isnt_taller_than_chats_show(campaign):
    """24 rows of long titles stay below 16,000 pixels and weigh less than a megabyte."""
    longest = max(campaign.events, key=lambda event: len(event.title["en"]))
    data = _many(campaign, MOST_ROWS)
    events = tuple(one.model_copy(update={"title": longest.title}) for one in data.outreach[0].events)
    data = replace(data, outreach=(data.outreach[0].model_copy(update={"events": events}), *data.outreach[1:]))

    content = making.make(next(job for job in _jobs(data) if job.language == "en"))["png"]

    assert Image.open(io.BytesIO(content)).height < 16_000
    assert len(content) < 1_000_000


def test_sample_data_bears_its_mark_and_a_release_none(campaign):
    """On the head, once; at an event only where samples stand among the office's own; cleared for print, nowhere."""
    for job in some(_jobs(campaign)):
        assert job.data["sample"], job.path
        assert not any(row["sample"] for day in job.data["days"] for row in day["rows"])
    first = campaign.days[0]
    own, *others = (one.stretch.brief for one in campaign.timeline[first] if one.stretch.brief.kind == "event")
    among = _jobs(with_event(campaign, own.id, sample=False))
    (job,) = (job for job in among if (job.about, job.language) == (str(first), "zh"))
    marked = {row["title"] for day in job.data["days"] for row in day["rows"] if row["sample"] == "示例"}
    assert marked == {brief.title["zh"] for brief in some(others)}
    for job in some(_jobs(campaign, replace(CONTEXT, release=True))):
        assert not job.data["sample"]
        assert not any(row["sample"] for day in job.data["days"] for row in day["rows"])


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        ((23, 9), (23, 11), [("09:00", "–11:00")]),
        ((23, 19), (24, 0), [("19:00", "–24:00")]),
        ((23, 22), (24, 1), [("22:00", "–24 March 01:00")]),
        ((23, 14), (25, 12), [("14:00", "–24:00"), ("", "All day"), ("00:00", "–12:00")]),
        ((23, 9), (24, 17), [("09:00", "–17:00"), ("09:00", "–17:00")]),
    ],
)
def test_every_row_says_until_which_hour(starts, ends, said):
    """Across midnight too: 24:00 at midnight itself, the day and the hour after it."""
    times = {"starts": datetime(2025, 3, *starts), "ends": datetime(2025, 3, *ends)}
    data = with_event(read_campaign(GOOD / "small"), "north-home-check", **times)
    title = next(event.title["en"] for event in data.events if event.id == "north-home-check")
    days = {day.isoformat() for day in data.days}
    jobs = [job for job in _jobs(data) if job.about in days and job.language == "en"]
    rows = [row for job in jobs for day in job.data["days"] for row in day["rows"] if row["title"] == title]

    assert [(row["starts"], row["ends"]) for row in rows] == said


def test_what_is_off_is_struck_and_said(campaign):
    """A cancelled event stays on the picture, struck out and named as cancelled: people may have come for it."""
    rows = {row["title"]: row for job in _jobs(campaign) for day in job.data["days"] for row in day["rows"]}
    off = [event for event in campaign.events if event.status.value in ("cancelled", "postponed")]

    assert off
    for event in off:
        row = rows[event.title["zh"]]
        assert row["struck"]
        assert row["status"]


@pytest.mark.parametrize(("days", "parts"), [(7, 7), (30, 5), (100, 4)])
def test_a_long_campaign_has_a_picture_for_each_week_or_month(days, parts):
    """By its days, with the county of each row, everything once; as many names as the programme's page asks for."""
    long = moved(read_campaign(GOOD / "small"), date(2025, 3, 22), days)
    keys = [period.key for period in long.periods]
    jobs = [job for job in _jobs(long) if job.language == "en" and job.about in keys]
    titles = [event.title["en"] for event in long.events]

    assert len(keys) == parts
    assert [title for title in _titles(jobs) if title in titles] == titles
    for job in some(jobs):
        named = [day["name"] for day in job.data["days"]]
        assert (None in named) == (days == 7)
    rows = [row for job in jobs for day in job.data["days"] for row in day["rows"]]
    assert any("Northbank" in row["where"] for row in some(rows))
